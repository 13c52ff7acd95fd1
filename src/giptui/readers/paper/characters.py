"""The characters of a PDF page that are its text: no watermark printed over it, no raised marks of notes. For `pdf`.

A watermark is slanted, or larger or paler than what it lies on; its characters stand among those of the cells, and 631
would become 8631. The mark of a note is small and raised behind a number, and 284 would become 2841.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Final, NamedTuple

from giptui.readers.paper.geometry import Box, Mark
from giptui.report.halfwidth import DIGITS, halfwidth

LOST: Final = "\ufffd"
"""What stands in place of a character that the font has no meaning for."""

_UNMAPPED: Final = r"\(cid:[0-9]+\)|[\x00-\x08\x0e-\x1f\ufffd\ud800-\uf8ff]"
_SLANT: Final = 0.15  # rise by run; a scanner lays a page less askew
_LARGER: Final = 1.3  # than what it is printed over
_PALER: Final = 0.2  # of the way from black to white
_OFTEN: Final = 0.05  # the part of its characters that lie on others; no text does
_LYING: Final = 0.4  # of width and height
_SMALL: Final = 0.8  # of the height of the number that a mark stands behind
_RAISED: Final = 0.15  # of that height
_MARK: Final = r"[0-9①-⑳*＊※\[\]()（）〔〕]"
_BESIDE: Final = 0.3  # of that height
_MOST: Final = 30  # digits of a cell that are looked at
_NEAR: Final = 20.0  # points: how far apart what is looked through together may stand

Char = Mapping[str, Any]
"""A character as pdfplumber gives it."""


class Characters(NamedTuple):
    """The marks that are text, whether there is a watermark among what is none, and the raised marks of notes."""

    marks: list[Mark]
    has_watermark: bool = False
    raised: int = 0


class _Style(NamedTuple):
    size: float
    paleness: float

    def lies_over(self, other: "_Style") -> bool:
        """Whether what is set so may be a watermark over the other."""
        return self.size >= _LARGER * other.size or self.paleness >= other.paleness + _PALER


class _Shown(NamedTuple):
    """A character that can be seen."""

    mark: Mark
    style: _Style
    is_slanted: bool


def characters(chars: Sequence[Char], width: float, height: float) -> Characters:
    """The text of a page of that size: upright, on the page, each once even if it is printed twice to look bold."""
    shown = list(_shown(chars, width, height))
    level = [each for each in shown if not each.is_slanted]
    over = _watermarks([each for each in level if each.mark.text.strip()])
    marks = [each.mark for each in level if each.style not in over]
    raised = _raised(marks)
    has_watermark = bool(over) or len(level) < len(shown)
    return Characters([mark for mark in marks if mark not in raised] if raised else marks, has_watermark, len(raised))


def doubt(marks: Iterable[Mark], text: str) -> str:
    """Why the text of a cell may not be what these marks are to say."""
    if LOST in text:
        return "有的字在字体里没有对照"
    digits = [mark for mark in marks if _is_digit(mark)]
    if any(one.text != two.text and _overlap(one.box, two.box) for one, two in combinations(digits[:_MOST], 2)):
        return "格里的数字叠在一起"
    heights = [mark.box[3] - mark.box[1] for mark in digits]
    return "格里的数字大小不一" if heights and min(heights) < _SMALL * max(heights) else ""


def _shown(chars: Iterable[Char], width: float, height: float) -> Iterator[_Shown]:
    places: set[tuple[str, int, int]] = set()
    for char in chars:
        x0, top, x1, bottom = box = (char["x0"], char["top"], char["x1"], char["bottom"])
        if not char["upright"] or x1 <= 0 or bottom <= 0 or x0 >= width or top >= height:
            continue
        text = LOST if re.fullmatch(_UNMAPPED, char["text"]) else char["text"]
        at = (text, round(x0), round(top))
        if at in places and text.strip():
            continue
        places.add(at)
        across, rise = char["matrix"][:2]
        style = _Style(round(char["size"], 1), _paleness(char["non_stroking_color"]))
        yield _Shown(Mark(text, box), style, abs(rise) > _SLANT * abs(across))


def _watermarks(shown: Sequence[_Shown]) -> frozenset[_Style]:
    """The styles of large or pale characters that lie on others."""
    styles = Counter(each.style for each in shown)
    under = {
        style: {other for other in styles if style.lies_over(other) and styles[other] > styles[style]}
        for style in styles
    }
    suspects = [each for each in shown if under[each.style]]
    if not suspects:
        return frozenset()
    places: dict[tuple[int, int], list[_Shown]] = defaultdict(list)
    for each in shown:
        places[int(each.mark.box[0] // _NEAR), int(each.mark.box[1] // _NEAR)].append(each)
    lying = Counter(
        each.style
        for each in suspects
        if any(
            other.style in under[each.style]
            and each.mark.text != other.mark.text
            and _overlap(each.mark.box, other.mark.box)
            for other in _around(places, each.mark.box)
        )
    )
    return frozenset(style for style, times in lying.items() if times >= _OFTEN * styles[style])


def _around(places: Mapping[tuple[int, int], Sequence[_Shown]], box: Box) -> Iterator[_Shown]:
    """What stands at a box, or near it."""
    for x in range(int(box[0] // _NEAR) - 1, int(box[2] // _NEAR) + 1):
        for y in range(int(box[1] // _NEAR) - 1, int(box[3] // _NEAR) + 1):
            yield from places.get((x, y), ())


def _overlap(one: Box, two: Box) -> bool:
    """Whether much of one lies on the other, across and down."""
    return all(
        min(one[side + 2], two[side + 2]) - max(one[side], two[side])
        > _LYING * min(one[side + 2] - one[side], two[side + 2] - two[side])
        for side in (0, 1)
    )


def _paleness(colour: object) -> float:
    """From 0, black, to 1, white: grey, red green and blue, or the four inks of a printer."""
    parts = [part for part in colour if isinstance(part, int | float)] if isinstance(colour, tuple | list) else []
    if len(parts) == 4:
        return max(0.0, 1 - parts[3] - sum(parts[:3]) / 3)
    return sum(parts) / len(parts) if parts else 0.0


def _raised(marks: Sequence[Mark]) -> frozenset[Mark]:
    """The small raised marks behind numbers. One with a digit behind it is none: nobody knows what is meant."""
    digits = [mark for mark in marks if _is_digit(mark)]
    tallest = max(map(_height, digits), default=0)
    small = [mark for mark in marks if _height(mark) < _SMALL * tallest and re.fullmatch(_MARK, mark.text)]
    beside: dict[int, list[Mark]] = defaultdict(list)
    for digit in digits if small else ():
        beside[round(digit.box[2])].append(digit)
    found: set[Mark] = set()
    for mark in sorted(small, key=lambda each: each.box[0]):
        near = [before for x in range(-2, 3) for before in beside[round(mark.box[0]) + x]]
        if any(
            _is_raised(mark, number) or (number in found and abs(mark.box[3] - number.box[3]) < 1) for number in near
        ):
            found.add(mark)
            beside[round(mark.box[2])].append(mark)
    parting = (mark for mark in found if any(_is_raised(_mirrored(mark), _mirrored(digit)) for digit in digits))
    return frozenset(found - {*parting})


def _is_raised(mark: Mark, number: Mark) -> bool:
    height = _height(number)
    is_above = number.box[3] - mark.box[3] > _RAISED * height and mark.box[3] > number.box[1]
    return _height(mark) < _SMALL * height and is_above and abs(mark.box[0] - number.box[2]) < _BESIDE * height


def _goes_on(mark: Mark, before: Mark) -> bool:
    return abs(mark.box[3] - before.box[3]) < 1 and abs(mark.box[0] - before.box[2]) < 1


def _mirrored(mark: Mark) -> Mark:
    """The mark as if the page were written from right to left."""
    x0, top, x1, bottom = mark.box
    return mark._replace(box=(-x1, top, -x0, bottom))


def _height(mark: Mark) -> float:
    return mark.box[3] - mark.box[1]


def _is_digit(mark: Mark) -> bool:
    return len(mark.text) == 1 and halfwidth(mark.text) in DIGITS
