"""A sentence → the tokens that claims are made of: words of the lexicon, numbers, marks. Linear in its length."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from giptui.claims.lexicon import LENGTHS, STARTS, WORDS

_CHINESE: Final = "零〇一二两三四五六七八九十百"
_MARKS: Final = {
    **dict.fromkeys("，,＋＝", ","),
    **dict.fromkeys("：:", ":"),
    **dict.fromkeys("（(", "("),
    **dict.fromkeys("）)", ")"),
}
_ADDING: Final = "＋＝"  # 网络 61 件＋信函 19 件＝80 件
_MAY_COUNT: Final = frozenset((*"0123456789０１２３４５６７８９", *_CHINESE, *_MARKS))
_STARTS: Final = STARTS | _MAY_COUNT
_ITEM: Final = r"[（(][一二三四五六七八九十0-9]{1,3}[）)]"
_DIGITAL: Final = (
    r"(?P<digits>[0-9０-９]++(?:,[0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]++)?)(?P<scale>[万亿千百](?!元))?(?P<more>[余多来])?"
    r"(?P<unit>件次|件(?![事套])|宗|起|例|份|项|条|[人家]?次|封|部(?![门队])|个(?=申请|政府信息|依申请|行政|案|规|[，,。、；）)]|$)"
    r"|万余?元|亿元|余?元|[%％]|年度?)?(?P<about>左右|以上|以内|以下)?"
)
_SPELLED: Final = (
    rf"(?P<number>[{_CHINESE}]{{1,9}})(?P<some>[余多几]?)"
    r"(?P<measure>件(?![事套])|宗|例|份|项|条|起(?=行政|案|复议|诉讼|[，,。、；）)]|$))"
)
COUNTING: Final = rf"[0-9０-９](?![0-9０-９年月日号])|[{_CHINESE}][余多几]?(?:件|宗|例|份|项|条|起)"
"""What is in every sentence that has a number."""
_ABOUT: Final = ("近", "约", "逾", "超", "大约", "将近", "超过", "不足", "至少", "不到", "多达", "接近")
_DIGITS: Final = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_LONGEST: Final = 12  # digits; a longer number is none

COUNTED: Final = ("", "件", "件次", "宗", "起", "例", "份", "项", "条", "个", "次", "封", "部")
PERCENT: Final = ("%", "％")
MONEY: Final = ("元", "余元", "万元", "万余元", "亿元")
BARE: Final = "，,、。；：:）)和及与其另且并"
"""A number that lost its unit stands before one of these, or at the end."""


class Token(NamedTuple):
    """A word of the lexicon, a number (kind ``number``, ``year``), or a mark (kind ``mark``)."""

    kind: str
    value: str
    start: int
    end: int
    number: int | Decimal = 0
    rough: bool = False  # 近40, 14万余: an approximate number


def tokens(text: str) -> list[Token]:
    """The tokens of a sentence without white space, in order."""
    found: list[Token] = []
    end = 0
    known, lengths, make = WORDS.get, LENGTHS.get, tuple.__new__  # as Token(…) does, in half the time
    for start, character in enumerate(text):
        if start < end or character not in _STARTS:
            continue
        for length in lengths(text[start : start + 2]) or lengths(character) or ():
            word = text[start : start + length]
            if entry := known(word):
                end = start + len(word)
                found.append(make(Token, (*entry, start, end, 0, False)))
                break
        else:
            if character in _MAY_COUNT and (token := _other(text, start)):
                found.append(token)
                end = token.end
    return found


def _other(text: str, start: int) -> Token | None:
    """A mark or a number."""
    character = text[start]
    if mark := _MARKS.get(character):
        if character in _ADDING and text[start - 1 : start] not in ("件", "宗"):
            return None  # 互联网＋政务服务
        if mark == "(" and (item := _at(_ITEM, text, start)):
            return Token("filler", "", start, item.end())
        return Token("mark", mark, start, start + 1)
    before = text[max(0, start - 2) : start]
    spelled = character in _CHINESE
    match = _at(_SPELLED if spelled else _DIGITAL, text, start)
    if match is None:
        return None
    if before.endswith("第"):  # 第三十六条
        return Token("filler", "", start, match.end())
    rough = before.endswith(_ABOUT)
    number = _spelled(match, rough) if spelled else _digital(match, rough)
    return number or Token("filler", "", start, match.end())


def _at(pattern: str, text: str, start: int) -> re.Match[str] | None:
    return re.compile(pattern).match(text, start)  # compiled once, when there is something for it


def _spelled(match: re.Match[str], rough: bool) -> Token | None:
    value = _chinese(match["number"])
    if value is None:
        return None
    return Token("number", match["measure"], match.start(), match.end(), value, rough or bool(match["some"]))


def _digital(match: re.Match[str], rough: bool) -> Token | None:
    start, end = match.span()
    digits, unit = match["digits"].replace(",", "").replace("．", "."), match["unit"] or ""
    if len(digits) > _LONGEST:
        return Token("number", "?", start, end)
    if unit.startswith("年"):
        return Token("year", "", start, end, int(digits)) if len(digits) == 4 and "." not in digits else None
    rough = rough or bool(match["scale"] or match["more"] or match["about"] or "余" in unit)
    if not unit and (match["scale"] or match["more"] or match.string[end : end + 1] not in BARE):
        unit = "?"
    return Token("number", unit, start, end, Decimal(digits) if "." in digits else int(digits), rough)


def _chinese(word: str) -> int | None:
    """三 is 3, 十二 12, 一百零五 105; None if it is no number."""
    total, digit = 0, 0
    for character in word:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            if digit:
                return None  # 三四件: some
            digit = _DIGITS[character]
    return total + digit
