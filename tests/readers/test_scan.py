"""Scans: a page of numbers, skewed, noisy, under a seal. Needs the extra ocr, and half a minute."""

from __future__ import annotations

import io
from typing import Any

import pytest

pytest.importorskip("rapidocr", reason="recognition is not installed: pip install 'giptui[ocr]'")

import cv2  # type: ignore[import-not-found, unused-ignore]
import numpy as np  # type: ignore[import-not-found, unused-ignore]
import pypdfium2  # type: ignore[import-not-found, unused-ignore]
from PIL import Image as Pictures  # type: ignore[import-not-found, unused-ignore]

from giptui.form import FORMS
from giptui.printers.cells import Role
from giptui.readers import child, paper
from giptui.readers.document import Cell, Document, Grid, OnPage, Text
from readers.writing import made
from readers.writing.page import Line, Sheet, page
from readers.writing.paper import pdf

Image = Any  # an array, height × width × red, green, blue
RED = (215, 40, 45)
BLACK = (0, 0, 0)


def rendered(data: bytes) -> Image:
    return pypdfium2.PdfDocument(data)[0].render(scale=200 / 72, rev_byteorder=True).to_numpy().copy()


def sealed(image: Image) -> Image:
    """A round seal over the numbers, through which the black print shows."""
    height, width = image.shape[:2]
    seal = np.full_like(image, 255)
    middle = (width * 6 // 10, height * 4 // 10)
    cv2.circle(seal, middle, 150, RED, 9)
    cv2.putText(seal, "*", (middle[0] - 60, middle[1] + 90), cv2.FONT_HERSHEY_SIMPLEX, 6, RED, 14)
    return np.minimum(image, seal)


def scribbled(image: Image, cell: Cell) -> Image:
    """The page with a scribble of the pen in that cell."""
    assert isinstance(cell.place, OnPage)
    assert cell.place.box
    x0, top, x1, bottom = (round(side * 200 / 72) for side in cell.place.box)
    points = [(x0 + 20 + n * (x1 - x0 - 40) // 4, (top + 12, bottom - 12)[n % 2]) for n in range(5)]
    cv2.polylines(image, [np.array(points)], False, BLACK, 3)
    return image


def scanned(image: Image) -> Image:
    """Laid on the glass a degree askew, on grey paper, with noise."""
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 1, 1)
    turned = cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    noise = np.random.default_rng(1).normal(0, 12, turned.shape)
    return np.clip(turned * 0.93 + 8 + noise, 0, 255).astype("uint8")


def tiff(*images: Image) -> bytes:
    first, *others = map(Pictures.fromarray, images)
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=others)
    return out.getvalue()


def test_a_number_of_a_scan_is_right_or_in_doubt_and_what_has_ink_is_not_blank() -> None:
    report = made.gappy(FORMS["2021"])
    parts = page(report)
    heading = next(part for part in parts if isinstance(part, Line) and part.role == "heading")
    sheet = next(part for part in parts if isinstance(part, Sheet) and part.section == "applications")
    printed = [cell.text for cell in sheet.cells if cell.role is Role.VALUE]
    paper_copy = pdf((heading, sheet), 9.5)
    blank = printed.index("")
    where = values(child.read("giptui.readers.paper.pdf", paper_copy))[blank]
    image = scanned(sealed(scribbled(rendered(paper_copy), where)))

    told: list[tuple[int, int]] = []
    document = paper.read(tiff(image, np.full_like(image, 250)), lambda *pages: told.append(pages))

    assert told == [(1, 2), (2, 2)]
    assert [block.text for block in document.blocks if isinstance(block, Text)] == [heading.text]
    found = values(document)
    assert len(found) == len(printed) == 175
    assert found[blank].doubt
    assert [
        (cell.text, text) for cell, text in zip(found, printed, strict=True) if not cell.doubt and cell.text != text
    ] == []
    assert sum(bool(cell.doubt) for cell in found) <= 1 + 5


def values(document: Document) -> list[Cell]:
    """The seven cells at the end of each row that has them."""
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    return [cell for row in grid.lines().values() if len(row) > 7 for cell in row[-7:]]
