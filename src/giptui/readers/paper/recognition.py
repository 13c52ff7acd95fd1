"""The characters of a scanned page, by rapidocr: its lines as they are found on the page, and cells on their own.

For `scan`. Models come with the package; nothing is fetched.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from giptui.readers import refusals
from giptui.readers.paper.geometry import Box
from giptui.readers.paper.ink import Image


class Seen(NamedTuple):
    """A text, how sure the recognition is of it, 0 to 1, and where it stands in pixels."""

    text: str
    sure: float
    box: Box


class Recognition:
    """The engine, loaded once."""

    def __init__(self) -> None:
        try:
            from rapidocr import RapidOCR
        except ImportError:
            raise refusals.not_installed("扫描件", "ocr") from None
        self._engine: Any = RapidOCR(params={"Global.log_level": "critical", "Global.max_side_len": 4000})

    def lines(self, page: Image) -> list[Seen]:
        """What is found on a page, in no order."""
        found = self._engine(_coloured(page), use_det=True, use_cls=False, use_rec=True)
        if found.boxes is None or found.txts is None:
            return []
        return [
            Seen(text, float(sure), _around(corners))
            for corners, text, sure in zip(found.boxes, found.txts, found.scores, strict=True)
        ]

    def alone(self, page: Image, boxes: Sequence[Box], around: int) -> list[tuple[str, float]]:
        """What stands in each of the boxes, which hold one line each, with some paper around it."""
        from rapidocr.ch_ppocr_rec import TextRecInput

        if not boxes:
            return []
        found = self._engine.text_rec(TextRecInput(img=[_coloured(_cut(page, box, around)) for box in boxes]))
        return [(text, float(sure)) for text, sure in zip(found.txts, found.scores, strict=True)]


def _around(corners: Any) -> Box:
    (x0, top), (x1, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    return (x0, top, x1, bottom)


def _cut(page: Image, box: Box, around: int) -> Image:
    """The part of the page, framed with paper."""
    import cv2

    x0, top, x1, bottom = map(int, box)
    part = page[top:bottom, x0:x1]
    return cv2.copyMakeBorder(part, around, around, around, around, cv2.BORDER_CONSTANT, value=int(part.max()))


def _coloured(page: Image) -> Image:
    import cv2

    return cv2.cvtColor(page, cv2.COLOR_GRAY2BGR)
