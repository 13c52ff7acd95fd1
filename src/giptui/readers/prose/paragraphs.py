"""Lines → paragraphs: where a plain text was broken at a fixed width, its lines are put together again.

Called by `sections`. Only lines of a plain text are ever joined: every other reader gives paragraphs. No character is
lost or added, but for a blank between two Latin words.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from giptui.readers.document import InLine
from giptui.readers.prose.flow import Line
from giptui.report.values import prose

_WIDEST: Final = 130  # display cells; longer lines are paragraphs
_SHORT: Final = (
    8  # cells by which a full line may fall short: a number that is not broken, a mark that may not begin one
)
_LEAST_FULL: Final = 3
_ENDS: Final = "。！？；：”）"


class Wrapping(NamedTuple):
    """How a text is broken: into lines of ``width`` cells, 0 if it is not; ``indents``: each paragraph is indented."""

    width: int = 0
    indents: bool = False


def wrapping(lines: Sequence[Line]) -> Wrapping:
    """How the lines of a document are broken."""
    texts = [line for line in lines if line.text and isinstance(line.place, InLine)]
    widths = [_width(line.text) for line in texts]
    widest = max(widths, default=0)
    if not texts or widest > _WIDEST:
        return Wrapping()
    full = sum(
        1
        for (line, after), width in zip(pairwise(texts), widths, strict=False)
        if width >= widest - _SHORT and not after.apart and line.text[-1:] not in _ENDS
    )
    return Wrapping(widest, any(_is_indented(line.text) for line in texts)) if full >= _LEAST_FULL else Wrapping()


def text_of(lines: Sequence[Line], broken: Wrapping) -> str:
    """The paragraphs of the lines, one a line, as the report holds a text."""
    paragraphs: list[list[str]] = []
    before: Line | None = None
    for line in lines:
        if before is not None and broken.width and _goes_on(before, line, broken):
            paragraphs[-1] += (_between(before.text.rstrip(), line.text), line.text.strip())
        else:
            paragraphs.append([line.text.rstrip()])
        before = line
    return prose("\n".join(map("".join, paragraphs)))


def _goes_on(before: Line, line: Line, broken: Wrapping) -> bool:
    if line.apart or _is_indented(line.text) or _width(before.text) < broken.width - _SHORT:
        return False
    return broken.indents or before.text.rstrip()[-1:] not in _ENDS


def _between(before: str, after: str) -> str:
    return (
        " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha() else ""
    )


def _is_indented(text: str) -> bool:
    return text.startswith(("  ", "\u3000", "\t"))


def _width(text: str) -> int:
    """Display cells, as near as a line break needs it."""
    text = text.rstrip()
    return len(text) if text.isascii() else len(text) + sum(1 for letter in text if letter > "\u2e80")
