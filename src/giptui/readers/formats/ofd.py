"""OFD, the national format of fixed pages (GB/T 33190) → its lines and tables. Runs in a child process, for `sources`.

ofdkit gives the text in its places; the rules of tables are the straight lines that are drawn. What they make is found
in `geometry` and `pages`, as with PDF.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final
from unicodedata import east_asian_width

from giptui.readers import refusals
from giptui.readers.document import Document, OnPage, Picture
from giptui.readers.paper import geometry, pages
from giptui.readers.paper.geometry import Box, Mark, Ruled

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ofdkit.document import Page, TextRun  # type: ignore[import-untyped]

KIND: Final = "OFD"
MOST_PAGES: Final = 200

_POINTS: Final = 72 / 25.4  # in a millimetre
_ABOVE: Final = 0.88  # of a letter's size is above its baseline
_STRAIGHT: Final = 0.2  # millimetres that a rule may be askew
_JOINED: Final = 3.0  # points that rules may be apart where they meet
_MOST_EDGES: Final = 20_000
_ARGUMENTS: Final = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_BIG: Final = (35.0, 20.0)  # millimetres: smaller images are seals and logos


def read(data: bytes) -> Document:
    """The texts and tables of the pages; an image as large as a table is a Picture."""
    import ofdkit  # type: ignore[import-untyped]
    from ofdkit.package import Package  # type: ignore[import-untyped]

    try:
        with ofdkit.open(data) as document, Package(data) as package:
            found = []
            for page in document.pages[:MOST_PAGES]:
                root = package.read_xml(page.location) if page.location else None
                found.append(pages.Page(page.index + 1, page.height * _POINTS, tuple(_items(page, root))))
            count, title = len(document.pages), document.info.title or ""
    except ofdkit.OFDError:
        raise refusals.broken(KIND) from None
    notes = (f"OFD 有 {count} 页，只读了前 {MOST_PAGES} 页",) if count > MOST_PAGES else ()
    return Document(KIND, pages.blocks(found), title, notes)


def _items(page: "Page", root: "Element | None") -> Iterator[pages.Item]:
    number = page.index + 1
    marks = [mark for run in _once(page.runs) for mark in _marks(run, page.box)]
    tables = list(_tables(_edges(root, page.box), marks, number)) if root is not None else []
    prose = [mark for mark in marks if not any(geometry.within(mark.box, table.box) for table in tables)]
    items: list[tuple[float, pages.Item]] = [(table.box[1], table) for table in tables]
    items += [(line.box[1], line) for line in geometry.lines(prose)]
    images = _images(root, page.box) if root is not None else ()
    items += [(box[1], Picture(OnPage(number, box))) for box in images]
    yield from (item for _, item in sorted(items, key=lambda each: each[0]))


def _once(runs: Sequence["TextRun"]) -> "Iterator[TextRun]":
    """Text that is printed twice in one place to look bold, once."""
    places = set()
    for run in runs:
        place = run.text, round(run.x * 2), round(run.y * 2)
        if place not in places:
            places.add(place)
            yield run


def _marks(run: "TextRun", page: Box) -> Iterator[Mark]:
    """The characters of a run, each with its share of the width."""
    widths = [2 if east_asian_width(character) in "WF" else 1 for character in run.text]
    x, unit = run.x - page[0], run.width / max(sum(widths), 1)
    top = run.y - page[1] - _ABOVE * run.size
    for character, width in zip(run.text, widths, strict=True):
        yield Mark(character, _in_points((x, top, x + width * unit, top + run.size)))
        x += width * unit


def _in_points(box: Box) -> Box:
    return (box[0] * _POINTS, box[1] * _POINTS, box[2] * _POINTS, box[3] * _POINTS)


def _tables(edges: list[dict[str, Any]], marks: Sequence[Mark], page: int) -> Iterator[Ruled]:
    """The tables that the rules make; a frame around prose, which has one column, is none."""
    from pdfplumber import table

    merged = table.merge_edges(edges, _JOINED, _JOINED, _JOINED, _JOINED)
    cells = table.intersections_to_cells(table.edges_to_intersections(merged, _JOINED, _JOINED))
    for boxes in table.cells_to_tables(cells):
        if len({round(box[0]) for box in boxes}) > 1:
            yield geometry.ruled(boxes, marks, page)


def _edges(root: "Element", page: Box) -> list[dict[str, Any]]:
    """The straight lines of the page, as pdfplumber's finder of tables takes them."""
    found: list[dict[str, Any]] = []
    for path in root.iterfind(".//{*}PathObject"):
        for x0, y0, x1, y1 in _segments(path):
            upright, level = abs(x0 - x1) < _STRAIGHT, abs(y0 - y1) < _STRAIGHT
            if upright == level:
                continue
            box = (min(x0, x1) - page[0], min(y0, y1) - page[1], max(x0, x1) - page[0], max(y0, y1) - page[1])
            left, top, right, bottom = _in_points(box)
            edge = {"x0": left, "x1": right, "top": top, "bottom": bottom, "width": right - left}
            found.append({**edge, "height": bottom - top, "orientation": "v" if upright else "h"})
        if len(found) > _MOST_EDGES:
            raise refusals.too_large(KIND)
    return found


def _segments(path: "Element") -> Iterator[Box]:
    """From where to where the straight strokes of a path go, in millimetres on the page."""
    left, top, *_ = _numbers(path.get("Boundary"), (0, 0, 0, 0))
    a, b, c, d, e, f = _numbers(path.get("CTM"), (1, 0, 0, 1, 0, 0))
    begun = at = (0.0, 0.0)
    for command, arguments in _commands(path.findtext("{*}AbbreviatedData") or ""):
        if command == "C":
            there = begun
        else:
            x, y = arguments[-2:]
            there = (a * x + c * y + e + left, b * x + d * y + f + top)
        if command in "LC":
            yield (*at, *there)
        elif command in "MS":
            begun = there
        at = there


def _commands(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    tokens = data.split()
    at = 0
    while at < len(tokens):
        command = tokens[at].upper()
        count = _ARGUMENTS.get(command)
        if count is None:
            return
        arguments = _numbers(" ".join(tokens[at + 1 : at + 1 + count]), ())
        if len(arguments) < count:
            return
        yield command, arguments
        at += 1 + count


def _images(root: "Element", page: Box) -> Iterator[Box]:
    for image in root.iterfind(".//{*}ImageObject"):
        x, y, width, height = _numbers(image.get("Boundary"), (0, 0, 0, 0))
        if width >= _BIG[0] and height >= _BIG[1]:
            yield _in_points((x - page[0], y - page[1], x - page[0] + width, y - page[1] + height))


def _numbers(text: str | None, otherwise: tuple[float, ...]) -> tuple[float, ...]:
    """The numbers in an attribute; ``otherwise`` if there are not as many."""
    parts = re.split(r"[\s,]+", (text or "").strip())
    if all(re.fullmatch(r"[-+]?(?:[0-9]{1,9}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?", part) for part in parts):
        found = tuple(map(float, parts))
        if not otherwise or len(found) == len(otherwise):
            return found
    return otherwise
