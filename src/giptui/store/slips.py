"""What people get wrong in TOML, named by its cause: the parser names only the place where it could go on no further.

Loaded once a file has failed to parse. Whatever is not sure from the text itself gets the general sentence for the
parser's message, at the parser's place.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from giptui.form import FORMS
from giptui.report.halfwidth import halfwidth
from giptui.store.parse import dotted
from giptui.store.source import Source

if TYPE_CHECKING:
    import tomli

_BEFORE_DATE: Final = r"[ \t]*+[\w.-]++[ \t]*+=[ \t]*+"
_DATE: Final = (
    r"(?P<year>[0-9]{4})[ ]?[-–—./年][ ]?(?P<month>[0-9]{1,2})"
    r"(?:[ ]?[-–—./月][ ]?(?P<day>[0-9]{1,2})[ ]?日?(?P<time>[ T]*[0-9]{1,2}[:：][0-9:：]*+)?|月)"
    r"[ \t]*+(?:\#.*)?"
)
_UNIT: Final = r"(年度|年|件|个|次|份|人)[ \t]*+(?:[,\]}#]|$)"
_BARE_ZERO: Final = r"(?:^|[\[,={\s])([+-]?0)$"
_REST_OF_NUMBER: Final = r"([0-9]{1,18}(?:\.[0-9]{1,9})?)[ \t]*+(?:[,\]}#]|$)"
_QUOTED_LINE: Final = r"[ \t]*+[\w.-]++[ \t]*+=[ \t]*+(?P<quote>[\"'])(?P<text>[^\n]*+)"
_CLOSING: Final = r"([\"'“”‘’])[ \t]*+(?:\#[^\"'“”‘’]*+)?$"
_HEADER: Final = r"(?m)^[ \t]*+\[([a-z_]++)"
_NAMES: Final = {"'": "英文单引号 '", '"': '英文双引号 "'}
_TWINS: Final = {"“": '"', "”": '"', "‘": "'", "’": "'", "。": ".", "、": ","}


class Cause(NamedTuple):
    """The name of the refusal, and its sentence."""

    refusal: str
    sentence: str


class Slip(NamedTuple):
    """What is wrong, and where it began: line and column from 1."""

    cause: Cause
    line: int
    column: int


_CONFLICT: Final = Cause(
    "toml-merge-conflict",
    "这里有没有解决的合并冲突：<<<<<<< 与 ======= 之间是一方的改法，到 >>>>>>> 是另一方的；请留下要的，删去这几行标记",
)
_CONFLICT_MARK: Final = r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)"

_TWICE: Final = Cause("toml-twice", "与前面重复：同一个键或同一张表只能写一次，请合并为一处")

_GENERAL: Final = (
    ("Cannot overwrite a value", _TWICE),
    ("Duplicate inline table key", _TWICE),
    ("Cannot declare", _TWICE),
    ("Cannot mutate immutable namespace", _TWICE),
    (
        "Invalid value",
        Cause("toml-value", "等号后面的值写法不对：应是数字、日期、英文双引号括起的文字或方括号括起的一行数"),
    ),
    (
        "Expected newline or end of document",
        Cause("toml-behind-value", "值的后面还有多余的字符；一行只写一个值，说明文字前加 #"),
    ),
    ("Unterminated string", Cause("toml-unclosed-text", "文字的引号没有关上；请补上结尾的英文双引号")),
    (
        r"Illegal character '\n'",
        Cause("toml-text-of-lines", "一对引号里的文字不能换行；多段文字请用三个英文双引号括起"),
    ),
    ("Illegal character", Cause("toml-control-character", "这里有一个不可见的控制字符；请删去")),
    (
        "Unescaped '\\'",
        Cause("toml-backslash", "文字里的反斜杠后面跟了不认识的字符；反斜杠本身要写成两个"),
    ),
    ("Expected '=' after a key", Cause("toml-equals-sign", "键的后面缺等号；应写成 键 = 值")),
    (
        "Invalid statement",
        Cause("toml-statement", "这一行既不是“键 = 值”，也不是方括号括起的表头；说明文字前加 #，不要的请删去"),
    ),
    (
        "Unclosed array",
        Cause("toml-unclosed-row", "一行数没有写完：两个数之间缺逗号，或缺结尾的方括号；请补上"),
    ),
    (
        "Unclosed inline table",
        Cause("toml-unclosed-braces", "花括号里没有写完：两项之间缺逗号，或缺结尾的花括号；请补上"),
    ),
    ("Expected ']", Cause("toml-unclosed-header", "表头缺结尾的方括号；请补上")),
    (
        "Invalid initial character for a key part",
        Cause("toml-key", "键名写法不对：只能用英文字母、数字、下划线和连字符"),
    ),
    ("Invalid date or datetime", Cause("toml-no-such-date", "没有这个日期；日期写成 2024-01-23")),
    (
        "Escaped character is not a Unicode scalar value",
        Cause("toml-character-number", "反斜杠后的字符编号不存在；请改正或删去"),
    ),
)
"""The parser's messages by how they begin, and what they mean."""


def conflict(source: Source) -> Slip | None:
    """The first merge conflict that git has left in the text, whole: its three lines of marks in their order. It may
    stand in a paragraph, where it is sound TOML."""
    places = []
    at = 0
    for mark in "<=>":
        found = re.compile(rf"^{mark}{{7}}(?: [^\n]*+)?$", re.MULTILINE).search(source.text, at)
        if found is None:
            return None
        places.append(found.start())
        at = found.end()
    return Slip(_CONFLICT, source.text.count("\n", 0, places[0]) + 1, 1)


def slip(source: Source, error: "tomli.TOMLDecodeError") -> Slip:
    """The cause at its place, where the text shows it for certain; else the parser's message at the parser's place."""
    if re.match(_CONFLICT_MARK, source.line(error.lineno)):  # what is left of a conflict
        return Slip(_CONFLICT, error.lineno, 1)
    character = _character(source, error)
    if character is None and (found := _certain(source, error)):
        return found
    return Slip(character or _general(error), error.lineno, error.colno)


def _character(source: Source, error: "tomli.TOMLDecodeError") -> Cause | None:
    """The usual slips of an input method, or of an old editor: a full-width character, a line's end that is none."""
    at = source.line(error.lineno)[error.colno - 1 : error.colno]
    if at == "\r":
        return Cause("toml-line-ends", "行尾符残缺，只有 CR 没有 LF；请另存为 LF 或 CRLF 行尾")
    twin = _TWINS.get(at) or halfwidth(at)
    if twin != at and twin.isascii():
        return Cause("toml-full-width", f"这里是全角字符 {at}，请改成半角的 {twin}")
    return None


def _general(error: "tomli.TOMLDecodeError") -> Cause:
    for beginning, cause in _GENERAL:
        if error.msg.startswith(beginning):
            return cause
    return Cause("toml-other", f"这里的写法不合 TOML 的规定（{error.msg}）；请改正这一处")


def _certain(source: Source, error: "tomli.TOMLDecodeError") -> Slip | None:
    """The cause, where the text shows it."""
    message = error.msg
    if message.startswith(("Cannot overwrite", "Cannot declare")):
        return _twice(source, error)
    if message.startswith(("Expected \"'", "Illegal character '\\n'", "Unterminated string")):
        return _unclosed(source, error)
    line = source.line(error.lineno)
    before, rest = line[: error.colno - 1], line[error.colno - 1 :]
    cause = None
    if message.startswith("Expected newline or end of document"):
        cause = _date(line) or _number(before, rest)
    elif message.startswith(("Unclosed array", "Unclosed inline table")):
        cause = _number(before, rest)
    elif message.startswith(("Invalid statement", "Invalid initial character", "Expected '=' after a key")):
        cause = _thousands_in_table(before) or _key(source.text, error.pos, rest)
    return Slip(cause, error.lineno, error.colno) if cause else None


def _twice(source: Source, error: "tomli.TOMLDecodeError") -> Slip | None:
    """A key, or a header, that has been there before; only if the statement on that line is it."""
    from giptui.store.positions import marks  # finds its way in a text that is no TOML

    body, line = source.body, error.lineno
    seen: dict[str, int] = {}
    arrays: dict[str, int] = {}  # where the last entry of each begins: what stands below it may stand below the next
    for mark in marks(body):
        if mark.is_inside:
            continue
        address = dotted(mark.path)
        name = f"{mark.kind} {address} {arrays.get(mark.path[0], '')}"
        if body.count(b"\n", 0, mark.end) + 1 >= line:
            if name not in seen or mark.kind == "entry":
                return None
            header = mark.kind == "table"
            shown = f"[{address}]" if header else dotted(mark.path[len(mark.table) :])
            in_entry = mark.table[:1] != () and mark.table[0] in arrays
            return _repeated(source, shown, in_entry, seen[name], mark.first)
        seen[name] = mark.first
        if mark.kind == "entry":
            arrays[mark.path[0]] = mark.start
    return None


def _repeated(source: Source, name: str, in_entry: bool, first: int, second: int) -> Slip:
    body = source.body
    begun = body.count(b"\n", 0, first) + 1
    if name.startswith("["):
        cause = Cause("toml-header-twice", f"表头 {name} 在第 {begun} 行已经写过；同一张表只能写一次，请合并为一处")
    elif name == "text" or in_entry:  # what every section has: two of them in one are two sections
        cause = Cause(
            "toml-header-lost",
            f"键“{name}”在第 {begun} 行已经写过；多半是两处之间丢了一行方括号的表头，请补上；不是的话，请合并为一处",
        )
    else:
        cause = Cause(
            "toml-key-twice",
            f"键“{name}”在第 {begun} 行已经写过，同一个键只能写一次；请合并为一处，两处之间丢了方括号的表头的，补上",
        )
    column = len(body[body.rfind(b"\n", 0, second) + 1 : second].decode()) + 1
    return Slip(cause, body.count(b"\n", 0, second) + 1, column)


def _date(line: str) -> Cause | None:
    """What looks like a date, in another spelling."""
    opening = re.match(_BEFORE_DATE, line)
    found = re.compile(_DATE).fullmatch(line, opening.end()) if opening else None
    if found is None:
        return None
    if found["time"]:
        return Cause("toml-moment", "日期和时间写成 2024-01-23T16:12:21 的样子，月、日、时、分、秒都写两位，不加引号")
    if found["day"] is None:
        return Cause("toml-date-without-day", "日期要写到日，写成 2024-01-23 的样子，月、日都写两位，不加引号")
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    try:
        spelled = date(year, month, day).isoformat()
    except ValueError:
        return Cause(
            "toml-no-such-day",
            f"没有 {year} 年 {month} 月 {day} 日这一天；日期写成 2024-01-23 的样子，月、日都写两位，不加引号",
        )
    return Cause("toml-date", f"日期写成 {spelled}，月、日都写两位，中间用半角的连字符，不加引号")


def _number(before: str, rest: str) -> Cause | None:
    """A number with too much around it: zeros before it, a comma in it, a word behind it."""
    zero, more = re.search(_BARE_ZERO, before), re.match(_REST_OF_NUMBER, rest)
    if zero and more:
        digits = f"{zero[1]}{more[1]}"
        bare = more[1].lstrip("0")
        sound = f"{zero[1][:-1]}{bare if bare[:1] not in ('', '.') else f'0{bare}'}"
        reason = f"数的前面不能有多余的 0：“{digits}”写成 {sound}"
        thousands = re.search(r"(?<![0-9,.])([1-9][0-9]{0,2}),$", before[: zero.end() - 1])
        if thousands and len(digits) == 3:
            reason += f"；若是千位的逗号，“{thousands[1]},{digits}”写成 {thousands[1]}{digits}"
        return Cause("toml-leading-zero", reason)
    number = re.search(r"(?:^|[\[,={\s])([+-]?[0-9]{1,18}(?:\.[0-9]{1,9})?)$", before)
    if number and (unit := re.match(_UNIT, rest)):
        return Cause("toml-unit", f"只写数字 {number[1]}，后面的“{unit[1]}”删去")
    if number and (thousands := re.match(r"((?:,[0-9]{3}){1,6})[ \t]*+(?:#|$)", rest)):
        return _without_commas(number[1] + thousands[1])
    return None


def _thousands_in_table(before: str) -> Cause | None:
    """``{ issued = 1,000 }``: what follows the comma has been taken for a key."""
    found = re.search(r"=[ \t]*+([0-9]{1,3}(?:,[0-9]{3}){1,6})[ \t]*+$", before)
    return _without_commas(found[1]) if found else None


def _without_commas(number: str) -> Cause:
    return Cause("toml-thousands", f"数里不加千位的逗号：“{number}”写成 {number.replace(',', '')}")


def _key(text: str, at: int, rest: str) -> Cause | None:
    """A key in Chinese. The section's own keys are shown by `giptui explain`."""
    if not rest or rest[0].isascii() or not rest[0].isalpha() or not re.match(r"[^=\[\]{}#\"']*+=", rest):
        return None
    form = next(iter(FORMS.values()))
    known = ("report", *(section.id for section in form.sections))
    header = [name for name in re.findall(_HEADER, text[:at]) if name in known]
    return Cause(
        "toml-chinese-key",
        "键名只能用英文字母、数字、下划线和连字符；中文名称用哪个键，"
        f"可用 giptui explain {header[-1] if header else 'report'} 查看",
    )


def _unclosed(source: Source, error: "tomli.TOMLDecodeError") -> Slip | None:
    """A text without its end, at the line where it begins."""
    text = source.text
    if error.msg.startswith("Expected"):  # no such quote follows the opening one, to the end of the file
        marks = "'''" if "'''" in error.msg else "'"
        return _opened(text, text.rfind(marks), marks)
    if error.msg.startswith("Unterminated"):
        last = text.rfind('"""')  # the opening one, if every text before it is closed
        even = text.count('"""') % 2 == 0
        return None if last < 0 or even else _opened(text, last, '"""')
    found = re.match(_QUOTED_LINE, source.line(error.lineno))
    if found and found["quote"] not in found["text"]:
        start = text.rfind("\n", 0, error.pos) + 1
        at = _opened(text, start + found.start("quote"), found["quote"])
        return at if at.cause.refusal == "toml-unlike-quotes" else None
    return None


def _opened(text: str, at: int, marks: str) -> Slip:
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    end = text.find("\n", at)
    rest = text[at + len(marks) : end if end >= 0 else None]
    closing = re.search(_CLOSING, rest) if len(marks) == 1 else None
    if closing and closing[1] != marks:
        wrong = _NAMES.get(closing[1], f"全角引号 {closing[1]}")
        cause = Cause(
            "toml-unlike-quotes",
            f"两头的引号不一样：开头是{_NAMES[marks]}，结尾是{wrong}；请都改成英文双引号",
        )
    elif len(marks) == 1:
        cause = Cause("toml-unclosed-quote", "文字的引号没有关上；请补上结尾的英文单引号")
    else:
        cause = Cause("toml-unclosed-lines", f"文字的引号没有关上；请在文字末尾补上三个{_NAMES[marks[0]][:-2]}")
    return Slip(cause, line, column)
