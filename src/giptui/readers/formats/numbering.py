"""The numbers that Word shows before paragraphs without their standing in the text: “一、” before a section's heading.

Read from the parts `numbering` and `styles` of a document (ECMA-376 part 1, 17.9). Called by `wordml`.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

_DIGITS: Final = "〇一二三四五六七八九"
_UNITS: Final = ("", "十", "百", "千")
_DEEPEST: Final = 9
_ENDS_IN_LATIN: Final = r"[!-~]$"


class Level(NamedTuple):
    """How the paragraphs of a level are numbered; ``text`` has %1 to %9 for the numbers of the levels."""

    format: str
    text: str
    start: int


_Levels = Mapping[int, Level]


class Numbering:
    """The lists of a document; asked for one paragraph after the other, since it counts."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists: dict[str, tuple[str, _Levels, frozenset[int]]] = {}
        if numbering is not None:
            kinds = {_of(kind, "abstractNumId"): _levels(kind) for kind in numbering.iterfind("{*}abstractNum")}
            for each in numbering.iterfind("{*}num"):
                kind = _of(each.find("{*}abstractNumId"))
                restarted = {_whole(_of(one, "ilvl")) for one in each.iterfind("{*}lvlOverride")}
                own = {level: how for one in each.iterfind("{*}lvlOverride") for level, how in _levels(one).items()}
                self._lists[_of(each, "numId")] = (kind, {**kinds.get(kind, {}), **own}, frozenset(restarted))
        self._styles = {} if styles is None else {_of(style, "styleId"): style for style in styles.iterfind("{*}style")}
        self._counts: dict[str, list[int | None]] = {}  # by kind of list; None: not yet begun
        self._begun: set[str] = set()

    def label(self, properties: Element) -> str:
        """What stands before the paragraph with these properties; empty where it is not numbered, or by a bullet."""
        number, level = self._numbered(properties)
        kind, levels, restarted = self._lists.get(number, ("", {}, frozenset()))
        if level not in levels:
            return ""
        counts = self._counts.setdefault(kind, [None] * _DEEPEST)
        if number not in self._begun:
            self._begun.add(number)
            for each in restarted:
                counts[each] = None
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (_DEEPEST - level - 1)
        return self._written(levels, level, counts)

    def _numbered(self, properties: Element) -> tuple[str, int]:
        """The list and the level, from the paragraph itself or the styles that its style is based on."""
        own = properties.find("{*}numPr")
        number = _of(own.find("{*}numId")) if own is not None else ""
        level = _of(own.find("{*}ilvl")) if own is not None else ""
        style = _of(properties.find("{*}pStyle"))
        for _ in range(_DEEPEST):
            if (number and level) or style not in self._styles:
                break
            there = self._styles[style]
            inherited = there.find("{*}pPr/{*}numPr")
            if inherited is not None:
                number = number or _of(inherited.find("{*}numId"))
                level = level or _of(inherited.find("{*}ilvl"))
            style = _of(there.find("{*}basedOn"))
        return number, min(_whole(level), _DEEPEST - 1)

    def _written(self, levels: _Levels, level: int, counts: list[int | None]) -> str:
        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            how = levels.get(at)
            if how is None:
                return ""
            count = counts[at]
            return _FORMATS.get(how.format, str)(how.start if count is None else count)

        if levels[level].format in ("bullet", "none"):
            return ""
        text = re.sub(r"%([1-9])", number, levels[level].text)
        return f"{text} " if re.search(_ENDS_IN_LATIN, text) else text


def _levels(kind: Element) -> dict[int, Level]:
    return {
        min(_whole(_of(level, "ilvl")), _DEEPEST - 1): Level(
            _of(level.find("{*}numFmt")) or "decimal",
            _of(level.find("{*}lvlText")),
            _whole(_of(level.find("{*}start")) or "1"),
        )
        for level in kind.iterfind("{*}lvl")
    }


def _of(element: Element | None, name: str = "val") -> str:
    """The attribute, in whatever namespace."""
    if element is None:
        return ""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _whole(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else 0


def _chinese(number: int) -> str:
    """一 to 九千九百九十九, as a heading is numbered: 十一, 二十, 一百〇二."""
    digits = [int(digit) for digit in str(number)]
    if not 0 < number < 10_000:
        return str(number)
    text = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        text += _DIGITS[digit] + _UNITS[place] if digit else "〇"
    text = re.sub("〇+", "〇", text).rstrip("〇")
    return text[1:] if text.startswith("一十") else text


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def _roman(number: int) -> str:
    values = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
    text = ""
    for value, letters in (*values, (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        text += letters * (number // value)
        number %= value
    return text


def _by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "chineseLegalSimplified": _chinese,
    "ideographDigital": _by_digit,
    "ideographTraditional": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
