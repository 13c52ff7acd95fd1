"""The signature: the organ's line and the date's, at the end of a report or below its title. Called by `sections`."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from giptui.readers.prose.dates import whole_date
from giptui.readers.prose.flow import Line
from giptui.readers.prose.title import is_organ, is_title

_DEEP: Final = 16  # display cells; a paragraph is indented by four
_LONGEST: Final = 60
_NO_NAME: Final = re.compile(
    r"[。；！？，：:]|^[（(]?[一二三四五六七八九十0-9]+[)）、.．]|^\s*第[一二三四五六七八九十]"
)
_DATE_AT_END: Final = re.compile(
    r"(?P<organ>\S.*?)\s*(?P<date>[0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日"
    r"|[二〇○零一三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)\s*"
)


class Signature(NamedTuple):
    """Who signed and when, each with its line; and where both stand among the lines (``end`` excluded)."""

    organ: str
    organ_line: Line | None
    signed_on: date | str
    date_line: Line | None
    start: int
    end: int


def signature_of(lines: Sequence[Line], top: bool = False) -> Signature | None:
    """The last signature among the lines; None without one. ``top``: below a title, where it needs a date."""
    if not top and (deep := _deep(lines)) is not None:
        return deep
    for index in range(len(lines) - 1, -1, -1):
        if (found := _dated(lines, index)) is not None:
            return found
    return None if top else _undated(lines)


def _dated(lines: Sequence[Line], index: int) -> Signature | None:
    """A date alone on its line, with the organ on the line before it, on its own, or behind it."""
    text = lines[index].text
    if len(text.strip()) > _LONGEST:
        return None
    if (day := whole_date(text.strip().strip("（）()"))) is not None:
        if index and _is_name(lines[index - 1].text):
            return Signature(lines[index - 1].text.strip(), lines[index - 1], day, lines[index], index - 1, index + 1)
        if index + 1 < len(lines) and is_organ(lines[index + 1].text):
            return Signature(lines[index + 1].text.strip(), lines[index + 1], day, lines[index], index, index + 2)
        return Signature("", None, day, lines[index], index, index + 1)
    match = _DATE_AT_END.fullmatch(text.strip())
    if match is not None and is_organ(match["organ"]) and not _NO_NAME.search(match["organ"]):
        day = whole_date(match["date"])
        if day is not None:
            return Signature(match["organ"].strip(), lines[index], day, lines[index], index, index + 1)
    return None


def _deep(lines: Sequence[Line]) -> Signature | None:
    """The last two lines, or the last, set far to the right: whatever they say."""
    deep = [line for line in lines[-2:] if _indent(line.text) >= _DEEP]
    if not deep or deep[-1] is not lines[-1]:
        return None
    last, end = lines[-1], len(lines)
    text = last.text.strip()
    day = whole_date(text)
    if len(deep) == 2:
        return Signature(lines[-2].text.strip(), lines[-2], day or text, last, end - 2, end)
    return Signature("", None, day, last, end - 1, end) if day else Signature(text, last, "", None, end - 1, end)


def _undated(lines: Sequence[Line]) -> Signature | None:
    """An organ's name alone on the last line."""
    if len(lines) < 2 or not (_is_name(lines[-1].text) and is_organ(lines[-1].text)):
        return None
    return Signature(lines[-1].text.strip(), lines[-1], "", None, len(lines) - 1, len(lines))


def _is_name(text: str) -> bool:
    plain = text.strip()
    return 2 <= len(plain) <= _LONGEST and not _NO_NAME.search(plain) and not is_title(plain)


def _indent(text: str) -> int:
    blanks = text[: len(text) - len(text.lstrip())]
    return len(blanks) + blanks.count("\u3000")
