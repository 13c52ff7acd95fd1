"""Scans and photographs → document: ruled tables and paragraphs by recognition. Runs in a child process, for `paper`.

A number counts only if two witnesses agree on it: the page as a whole, and its cell on its own. A cell is blank only if
there is no ink in it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Final, NamedTuple

from giptui.readers import refusals
from giptui.readers.child import Progress
from giptui.readers.document import Cell, Document, OnPage
from giptui.readers.paper import geometry, ink, pages
from giptui.readers.paper.geometry import Box, Mark, Ruled
from giptui.readers.paper.ink import Image
from giptui.readers.paper.recognition import Recognition, Seen
from giptui.report.halfwidth import halfwidth

KIND: Final = "扫描件"
MOST_PAGES: Final = 60
MOST_PIXELS: Final = 120_000_000

_POINTS: Final = 72 / ink.DPI
_SURE: Final = 0.6  # a witness below that says nothing
_VERY_SURE: Final = 0.95  # what a cell needs that was not found on the page
_LEANING: Final = 0.1  # what leans more is rather a stroke than the figure one
_VALUE: Final = r"[+-]?[0-9,]+(?:\.[0-9]+)?%?|[/—-]|[+-]?[0-9.]+(?:元|万元|件|条)|增[0-9]+|减[0-9]+|无"


def read(data: bytes, progress: Progress = lambda done, pages: None) -> Document:
    """What is recognised on the pages; ``progress`` is told after each."""
    pictures = list(_pictures(data))
    recognition = Recognition()
    found = []
    for number, picture in enumerate(pictures[:MOST_PAGES], 1):
        page = ink.straightened(ink.grey(picture()))
        found.append(pages.Page(number, page.shape[0] * _POINTS, tuple(_items(recognition, page, number))))
        progress(number, len(pictures))
    notes = ["是扫描件，字是认出来的：请对着原件看一遍"]
    if len(pictures) > MOST_PAGES:
        notes.append(f"扫描件有 {len(pictures)} 页，只读了前 {MOST_PAGES} 页")
    return Document(KIND, pages.blocks(found), notes=tuple(notes))


def _pictures(data: bytes) -> Iterator[Callable[[], Image]]:
    """Each page of a PDF or an image, made when it is asked for."""
    if b"%PDF-" in data[:1024]:
        import pypdfium2

        pdf = pypdfium2.PdfDocument(data)
        for page in pdf:
            yield lambda page=page: page.render(scale=ink.DPI / 72, rev_byteorder=True).to_numpy()  # type: ignore[misc]
        return
    import numpy
    from PIL import Image as Pictures
    from PIL import ImageOps, ImageSequence

    Pictures.MAX_IMAGE_PIXELS = None  # counted here
    image = Pictures.open(BytesIO(data))
    if image.width * image.height > MOST_PIXELS:
        raise refusals.too_large(KIND)
    for frame in ImageSequence.Iterator(image):
        upright = numpy.asarray(ImageOps.exif_transpose(frame).convert("RGB"))
        yield lambda upright=upright: upright  # type: ignore[misc]


def _items(recognition: Recognition, page: Image, number: int) -> Iterator[pages.Item]:
    seen = recognition.lines(page)
    tables = [_table(recognition, page, cells, seen, number) for cells in ink.tables(page)]
    taken = {mark for table in tables for mark in table.marks}
    prose = _heard(recognition, page, [each for each in seen if _mark(each) not in taken])
    items: list[tuple[float, pages.Item]] = [(table.box[1], table) for table in tables]
    items += [(line.box[1], line) for line in geometry.lines(map(_mark, prose))]
    yield from (item for _, item in sorted(items, key=lambda each: each[0]))


def _heard(recognition: Recognition, page: Image, seen: Sequence[Seen]) -> Iterator[Seen]:
    """What stands outside ruled tables; a number on its own may belong to a table without rules, and is “?” if the
    second witness reads it otherwise.
    """
    numbers = [each for each in seen if re.fullmatch(_VALUE, _plain(each.text))]
    heard = dict(zip(numbers, recognition.alone(page, [each.box for each in numbers], 8), strict=True))
    for each in seen:
        alone, sure = heard.get(each, (each.text, 1.0))
        agreed = _plain(alone) == _plain(each.text) and min(sure, each.sure) >= _SURE
        yield each if agreed or each not in heard else each._replace(text="?")


def _table(recognition: Recognition, page: Image, cells: Sequence[Box], seen: Sequence[Seen], number: int) -> Ruled:
    """The table as the page shows it, each of its values heard from the second witness."""
    table = geometry.ruled([_scaled(cell, _POINTS) for cell in cells], [_mark(each) for each in seen], number)
    inked = [ink.ink(page, _scaled(_box(cell), 1 / _POINTS)) for cell in table.grid.cells]
    asked = {
        at: box
        for at, (cell, box) in enumerate(zip(table.grid.cells, inked, strict=True))
        if box and not _is_label(cell.text)
    }
    near, far = (recognition.alone(page, list(asked.values()), around) for around in (8, 16))
    answers = {
        at: _alone(once, again, ink.slant(page, box))
        for (at, box), once, again in zip(asked.items(), near, far, strict=True)
    }
    judged = (
        _agreed(cell, answers[at]) if at in answers else _blank(cell) if inked[at] is None else cell
        for at, cell in enumerate(table.grid.cells)
    )
    return table._replace(grid=table.grid._replace(cells=tuple(judged)))


def _is_label(text: str) -> bool:
    """Whether it is words: those are matched later, and need no second witness."""
    return len(re.findall(r"[\u4e00-\u9fff]", text)) >= 2 and not re.fullmatch(_VALUE, _plain(text))


def _blank(cell: Cell) -> Cell:
    return cell._replace(doubt="认出了字，格里却没有墨迹") if cell.text else cell


class _Alone(NamedTuple):
    """What the second witness says of a cell: how sure it is, how sure also from afar, and how far the ink leans to
    the right.
    """

    text: str
    sure: float
    twice: float
    slant: float


def _alone(near: tuple[str, float], far: tuple[str, float], slant: float) -> _Alone:
    text = _plain(near[0])
    return _Alone(text, near[1], min(near[1], far[1]) if text == _plain(far[0]) else 0, slant)


def _agreed(cell: Cell, alone: _Alone) -> Cell:
    """The cell if the page and the cell alone say the same; or if the page says nothing, and the cell is very sure."""
    page = _plain(cell.text)
    if not re.fullmatch(_VALUE, alone.text):
        return cell._replace(doubt=f"认作“{page or alone.text}”，不像是数")
    if alone.text == "1" and alone.slant > _LEANING:
        return cell._replace(doubt="像“1”，也像“/”")
    if (alone.text == page and alone.sure >= _SURE) or (not page and alone.twice >= _VERY_SURE):
        return cell._replace(text=alone.text)
    return cell._replace(text=page or alone.text, doubt=f"整页认作“{page}”，单看这一格认作“{alone.text}”")


def _plain(text: str) -> str:
    return re.sub(r"\s", "", halfwidth(text))


def _box(cell: Cell) -> Box:
    box = cell.place.box if isinstance(cell.place, OnPage) else None
    assert box
    return box


def _mark(seen: Seen) -> Mark:
    return Mark(seen.text, _scaled(seen.box, _POINTS))


def _scaled(box: Box, by: float) -> Box:
    return (box[0] * by, box[1] * by, box[2] * by, box[3] * by)
