"""What stands on the pages of one source → blocks: paragraphs made of lines, tables that go on, no headers and footers.

Shared by every reader of fixed pages (PDF, OFD, scans), which give lines and tables by page, from top to bottom.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import inf
from statistics import median
from typing import Final, NamedTuple

from giptui.readers.document import Block, OnPage, Picture, Text
from giptui.readers.paper.geometry import Line, Ruled, goes_on, joined, united
from giptui.readers.paper.torn import mended
from giptui.readers.paper.unruled import set_out

Item = Line | Ruled | Picture

_EDGE: Final = 0.1  # of a page's height: where headers and footers stand
_FULL: Final = 0.5  # of a page's width: no line is full where the widest is shorter
_NARROW: Final = 0.75  # of the width of a table
_FEW: Final = 3  # full lines that end within a sentence; headings do
_LARGER: Final = 1.25  # or as much smaller than the text: not of the text
_NUMBER: Final = r"\W*(?:第\s*)?([0-9]{1,4})(?:\s*页)?(?:\s*[/／共,，]+\s*(?:共\s*)?[0-9]{1,4}\s*页?)?\W*"
_MARKS: Final = r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"


class Page(NamedTuple):
    """A page, its number counted from 1, what stands on it from top to bottom; it is as large as A4 if not said."""

    number: int
    height: float
    items: tuple[Item, ...]
    width: float = 595.0


class _Margins(NamedTuple):
    left: float
    right: float


def blocks(pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks of all pages in reading order."""
    margins = _margins(pages)
    found: list[Block | list[Ruled]] = []  # a table with what goes on it
    before: Item | None = None
    for page, item in _body(pages):
        last = found[-1] if found else None
        if isinstance(item, Ruled):
            if isinstance(last, list) and item is page.items[0] and goes_on(item, last[-1]):
                last.append(item)
            else:
                found.append([item])
        elif isinstance(item, Picture):
            found.append(item)
        elif isinstance(last, Text) and isinstance(before, Line) and _goes_on(before, item, margins):
            found[-1] = last._replace(text=joined(last.text, item.text))
        else:
            found.append(Text(item.text, OnPage(page.number, item.box)))
        before = item
    return tuple(
        block for each in found for block in (mended(list(united(each))) if isinstance(each, list) else (each,))
    )


def _body(pages: Sequence[Page]) -> Iterator[tuple[Page, Item]]:
    """Everything but what stands at the edges of the pages, again and again or as their numbers."""
    edges = {page.number: list(_at_edges(page)) for page in pages}
    often = Counter(key for lines in edges.values() for key in {_key(line) for line in lines})
    repeated = {key for key, times in often.items() if times >= max(2, len(pages) / 2)}
    numbered = Counter(
        int(number[1]) - page.number
        for page in pages
        for line in edges[page.number]
        if (number := re.fullmatch(_NUMBER, line.text))
    )
    for page in pages:
        furniture = [
            line
            for line in edges[page.number]
            if _key(line) in repeated or _is_number(line.text, page.number, numbered, len(pages))
        ]
        kept = set_out([item for item in page.items if not (isinstance(item, Line) and item in furniture)])
        for item in kept:
            yield page._replace(items=kept), item


def _at_edges(page: Page) -> Iterator[Line]:
    for item in (*page.items[:2], *page.items[2:][-2:]):
        if (
            isinstance(item, Line)
            and "。" not in item.text
            and not page.height * _EDGE < item.box[1] < page.height * (1 - _EDGE)
        ):
            yield item


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"[0-9]+", "#", line.text), round(line.box[1] / 6)


def _is_number(text: str, page: int, numbered: Counter[int], pages: int) -> bool:
    """Whether it is the number of its page: dressed as one, or counting on from page to page."""
    number = re.fullmatch(_NUMBER, text)
    if not number:
        return False
    return text != number[1] or numbered[int(number[1]) - page] >= min(2, pages)


def _margins(pages: Sequence[Page]) -> _Margins:
    """Where most lines of full width begin and end; those of a title and of what is set small say nothing of it."""
    lines = [item for page in pages for item in page.items if isinstance(item, Line)]
    size = median(line.height for line in lines) if lines else 0.0
    lines = [line for line in lines if size / _LARGER <= line.height <= _LARGER * size]
    tables = [item.box for page in pages for item in page.items if isinstance(item, Ruled) and page.width < page.height]
    widest = max((line.box[2] - line.box[0] for line in lines), default=0.0)
    room = max((right - left for left, _, right, _ in tables), default=0.0)
    if widest < max(_FULL * min((page.width for page in pages), default=0.0), _NARROW * room) or not lines:
        return _Margins(0, inf)
    full = [line for line in lines if line.box[2] - line.box[0] >= 0.8 * widest]
    lefts = Counter(round(line.box[0] / 3) for line in full)
    left = min(lefts.most_common(1)[0][0] * 3, median(line.box[0] for line in full))
    edge = min((box[0] for box in tables), default=left)
    broken = sum(line.text[-1] not in "。；：！？" for line in full)
    if broken < _FEW and left - edge > 1.5 * size and all(line.box[0] > edge + size / 2 for line in lines):
        left = edge  # every line is indented: the first and last of its paragraph
    return _Margins(left, median(line.box[2] for line in full))


def _goes_on(before: Line, line: Line, margins: _Margins) -> bool:
    """Whether a line goes on the paragraph of the one before it: that one is full, and this one is not indented."""
    em = min(before.height, line.height)
    if before.is_set or line.is_set or max(before.height, line.height) > _LARGER * em:
        return False
    if line.box[0] > margins.left + 0.9 * em or before.box[2] + line.token < margins.right - 0.6 * em:
        return False
    pitch = line.box[1] - before.box[1]
    if pitch > 3.5 * em:
        return False
    return not (re.match(_MARKS, line.text) and before.text[-1] in "。；：！？;:")
