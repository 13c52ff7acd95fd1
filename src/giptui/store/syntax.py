"""TOML text → plain Python values, and in Chinese why a text is no TOML. Only the reading of reports uses it.

`tomli` decides what is TOML, and says what is wrong where. Who reads many files may have `rtoml` (the extra ``fast``)
read those that it can: six times as fast, but slower to load.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

import tomli

from giptui.store.errors import Unreadable
from giptui.store.source import Source

if TYPE_CHECKING:
    from giptui.store.slips import Slip

_MOST: Final = {
    ".": (20_000, "个英文句点"),
    "\n": (10_000, "行"),
    "=": (10_000, "个等号"),
    "[": (20_000, "个方括号"),
    ",": (50_000, "个英文逗号"),
}
"""What a file is made of, and how much of it no report comes near: one has some hundred lines and keys. A parser
keeps hundreds of bytes of each, and a key of many parts costs it their square; what edits a file, much more."""

_LONGEST_EXPONENT: Final = 100

_LONGEST_PARAGRAPH: Final = 200_000
"""Characters; the longest prose of a report, all its paragraphs together, has a tenth of it."""

_MOST_BRACKETS: Final = 400
_MOST_PARTS: Final = 1000
_LONGEST_LINE: Final = 4000
"""What goes beyond is left to `tomli`, which refuses what is nested too deep and numbers too long."""


def document(source: Source, *, one_of_many: bool = False) -> dict[str, Any]:
    """The file as plain values, decimals with the digits as typed; Unreadable with the place if it is no TOML.

    ``one_of_many`` says that loading the quick parser pays.
    """
    for mark, (most, name) in _MOST.items():
        if source.text.count(mark) > most:
            reason = f"文件里有 {most} {name}以上，不像一份年度报告，没有读入；请核对文件名"
            raise Unreadable("too-much", source.name, reason)
    if "<<<<<<<" in source.text:
        from giptui.store.slips import conflict  # no other text pays for it

        if clash := conflict(source):
            raise _refused(source, clash)
    _refuse_long_line(source)
    try:
        found = quickly(source.text) if one_of_many else None
        return tomli.loads(source.text, parse_float=decimal_or_text) if found is None else found
    except tomli.TOMLDecodeError as error:
        raise _refusal(source, error) from None
    except RecursionError:
        raise Unreadable(
            "too-deep", source.name, "括号或键名一层套一层，层数太多；报告里只有一层，请核对文件"
        ) from None
    except ValueError:  # Python turns no more than some thousand digits into a number
        digits = re.search(r"[0-9][0-9_]{4000,}", source.text)
        line = source.text.count("\n", 0, digits.start()) + 1 if digits else None
        raise Unreadable("number-too-long", source.name, "有一个数长达几千位，读不进来；请改正这个数", line) from None
    except MemoryError:
        raise Unreadable("out-of-memory", source.name, "内存不够读入这个文件；请核对文件") from None


def _refuse_long_line(source: Source) -> None:
    if len(source.text) <= _LONGEST_PARAGRAPH:
        return
    for number, line in enumerate(source.text.split("\n"), 1):
        if len(line) > _LONGEST_PARAGRAPH:
            reason = f"这一行有 {len(line)} 字，不像一份年度报告，没有读入；请核对文件名，文字请分段"
            raise Unreadable("line-too-long", source.name, reason, number)


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
    from giptui.store.slips import slip  # only a text that is no TOML pays for it

    return _refused(source, slip(source, error))


def _refused(source: Source, found: Slip) -> Unreadable:
    return Unreadable(
        found.cause.refusal, source.name, found.cause.sentence, found.line, found.column, source.line(found.line)
    )
