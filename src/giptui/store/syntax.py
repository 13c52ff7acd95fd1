"""TOML text → plain Python values, and in Chinese why a text is no TOML. Only the reading of reports uses it.

`tomli` decides what is TOML, and says what is wrong where. Who reads many files may have `rtoml` (the extra ``fast``)
read those that it can: six times as fast, but slower to load.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import tomli

from giptui.store.errors import Unreadable
from giptui.store.source import Source

_MOST_DOTS: Final = 20_000
"""A key of many parts costs a parser their square in time and memory; no report has this many full stops."""

_LONGEST_EXPONENT: Final = 100

_MOST_BRACKETS: Final = 400
_MOST_PARTS: Final = 1000
_LONGEST_LINE: Final = 4000
"""What goes beyond is left to `tomli`, which refuses what is nested too deep and numbers too long."""

_TWICE: Final = "与前面重复：同一个键或同一张表只能写一次，请合并为一处"

_SYNTAX: Final = (
    ("Cannot overwrite a value", _TWICE),
    ("Duplicate inline table key", _TWICE),
    ("Cannot declare", _TWICE),
    ("Cannot mutate immutable namespace", _TWICE),
    ("Invalid value", "等号后面的值写法不对：应是数字、日期、英文双引号括起的文字或方括号括起的一行数"),
    ("Expected newline or end of document", "值的后面还有多余的字符；一行只写一个值，说明文字前加 #"),
    ("Unterminated string", "文字的引号没有关上；请补上结尾的英文双引号"),
    (r"Illegal character '\n'", "一对引号里的文字不能换行；多段文字请用三个英文双引号括起"),
    ("Illegal character", "这里有一个不可见的控制字符；请删去"),
    ("Unescaped '\\'", "文字里的反斜杠后面跟了不认识的字符；反斜杠本身要写成两个"),
    ("Expected '=' after a key", "键的后面缺等号；应写成 键 = 值"),
    ("Invalid statement", "这一行既不是“键 = 值”，也不是方括号括起的表头"),
    ("Unclosed array", "一行数没有写完：两个数之间缺逗号，或缺结尾的方括号"),
    ("Unclosed inline table", "花括号里没有写完：两项之间缺逗号，或缺结尾的花括号"),
    ("Expected ']", "表头缺结尾的方括号"),
    ("Invalid initial character for a key part", "键名写法不对：只能用英文字母、数字、下划线和连字符"),
    ("Invalid date or datetime", "没有这个日期；日期写成 2024-01-23"),
    ("Escaped character is not a Unicode scalar value", "反斜杠后的字符编号不存在；请改正或删去"),
)


def document(source: Source, *, one_of_many: bool = False) -> dict[str, Any]:
    """The file as plain values, decimals with the digits as typed; Unreadable with the place if it is no TOML.

    ``one_of_many`` says that loading the quick parser pays.
    """
    if source.text.count(".") > _MOST_DOTS:
        reason = f"文件里有 {_MOST_DOTS} 个以上的英文句点，不像一份年度报告，没有读入；请核对文件名"
        raise Unreadable(source.name, reason)
    try:
        found = quickly(source.text) if one_of_many else None
        return tomli.loads(source.text, parse_float=decimal_or_text) if found is None else found
    except tomli.TOMLDecodeError as error:
        raise _refusal(source, error) from None
    except RecursionError:
        raise Unreadable(source.name, "括号或键名一层套一层，层数太多；报告里只有一层，请核对文件") from None
    except ValueError:  # Python turns no more than some thousand digits into a number
        digits = re.search(r"\d[\d_]{4000,}", source.text)
        line = source.text.count("\n", 0, digits.start()) + 1 if digits else None
        raise Unreadable(source.name, "有一个数长达几千位，读不进来；请改正这个数", line) from None
    except MemoryError:
        raise Unreadable(source.name, "内存不够读入这个文件；请核对文件") from None


def quickly(text: str) -> dict[str, Any] | None:
    """What `tomli` would read; None if the text is no TOML or not to be tried, or `rtoml` is not installed."""
    if text.count("[") + text.count("{") >= _MOST_BRACKETS or text.count(".") >= _MOST_PARTS:
        return None
    if max(map(len, text.split("\n"))) > _LONGEST_LINE or text.startswith("\ufeff"):  # the latter it would read over
        return None
    try:
        import rtoml
    except ImportError:
        return None
    try:
        found: dict[str, Any] = rtoml.loads(text)
    except (rtoml.TomlParsingError, ValueError):
        return None
    return found if _is_plain(found) else None


def _is_plain(value: Any) -> bool:
    """Whether nothing stands in it that `rtoml` reads otherwise: a number with a point, a time with a zone."""
    if type(value) is dict:
        return all(map(_is_plain, value.values()))
    if type(value) is list:
        return all(type(each) is int or _is_plain(each) for each in value)
    return type(value) is not float and getattr(value, "tzinfo", None) is None


def decimal_or_text(digits: str) -> Decimal | str:
    """The number; the text itself if it is so far from one that printing it would fill the memory."""
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return digits
    return digits if number.is_finite() and abs(number.adjusted()) > _LONGEST_EXPONENT else number


def _refusal(source: Source, error: tomli.TOMLDecodeError) -> Unreadable:
    """The cause at its place, where the text shows it; else the parser's message at the parser's place."""
    reason, line, column = _input_slip(source, error), error.lineno, error.colno
    if not reason:
        from giptui.store.slips import slip  # only a text that is no TOML pays for it

        found = slip(source, error)
        reason, line, column = found or (_reason(error), line, column)
    return Unreadable(source.name, reason, line, column, source.line(line))


def _input_slip(source: Source, error: tomli.TOMLDecodeError) -> str:
    """The usual slips of an input method, or of an old editor: a full-width character, a line's end that is none."""
    at = source.line(error.lineno)[error.colno - 1 : error.colno]
    if at == "\r":
        return "行尾符残缺，只有 CR 没有 LF；请另存为 LF 或 CRLF 行尾"
    twin = {"“": '"', "”": '"', "‘": "'", "’": "'", "。": ".", "、": ","}.get(at) or unicodedata.normalize("NFKC", at)
    if twin != at and twin.isascii():
        return f"这里是全角字符 {at}，请改成半角的 {twin}"
    return ""


def _reason(error: tomli.TOMLDecodeError) -> str:
    """The parser's message in Chinese."""
    return next((reason for start, reason in _SYNTAX if error.msg.startswith(start)), f"TOML 语法有误：{error.msg}")
