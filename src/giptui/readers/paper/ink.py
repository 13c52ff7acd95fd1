"""A scanned page as an image: straightened, the seal gone, its ruled cells found, and whether there is ink in them.

For `scan`. Images are arrays of grey, 0 for ink and 255 for paper; boxes (x0, top, x1, bottom) are in pixels. All
lengths are for `DPI`.
"""

from collections.abc import Sequence
from typing import Any, Final

from giptui.readers.paper.geometry import Box

DPI: Final = 200
A4: Final = 595.0  # points: what the narrow side of a page is taken for

_TILT: Final = 2.5  # degrees to either side
_ROW_RULE: Final = 60  # pixels: longer than any stroke of a character, shorter than any cell
_COLUMN_RULE: Final = 32
_EDGES: Final = 12  # two rules nearer than that are one
_SMALLEST: Final = (18, 14)  # a cell
_SEAL: Final = 50  # of 255: what is so much redder than anything else is seal
_SPECK: Final = 14  # square pixels: less is dust

Image = Any  # numpy is there only where this is used


def grey(picture: Image) -> Image:
    """The page at `DPI`. By its red light a red seal is pale; where it is alone, it is paper."""
    import cv2

    light = picture
    if picture.ndim == 3:
        red, others = picture[..., 0], picture[..., 1:3].max(axis=2)
        light = red.copy()
        light[red > others.astype("int16") + _SEAL] = 255
    scale = A4 / 72 * DPI / min(light.shape)
    if 0.9 < scale < 1.1:
        return light.copy()
    return cv2.resize(light, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)


def straightened(page: Image) -> Image:
    """The page turned so that its lines run level."""
    import cv2

    small = 255 - cv2.resize(page, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA)

    def level(angle: float) -> float:
        profile = _turned(small, angle, 0).sum(axis=1, dtype="float64")
        return float(((profile[1:] - profile[:-1]) ** 2).sum())

    coarse = max((step / 4 for step in range(int(-4 * _TILT), int(4 * _TILT) + 1)), key=level)
    angle = max((coarse + step / 20 for step in range(-5, 6)), key=level)
    return _turned(page, angle, 255) if abs(angle) > 0.04 else page


def _turned(page: Image, angle: float, paper: int) -> Image:
    import cv2

    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=paper)


def tables(page: Image) -> list[list[Box]]:
    """The cells of each ruled table, from top to bottom. A frame around prose is none."""
    import cv2

    rules = _rules(page)
    _, _, places, _ = cv2.connectedComponentsWithStats(rules, connectivity=8)
    found = []
    for x, y, width, height, _ in sorted(places[1:].tolist(), key=lambda each: each[1]):
        if width > page.shape[1] * 0.3 and height > 40:
            cells = _cells(rules, (x, y, x + width, y + height))
            if len({cell[0] for cell in cells}) > 1:
                found.append(cells)
    return found


def _rules(page: Image) -> Image:
    """Only the rules, their gaps closed."""
    import cv2

    ink = cv2.adaptiveThreshold(page, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12)
    ink = cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_RECT, (2, 2)))
    rules = None
    for length in ((_ROW_RULE, 1), (1, _COLUMN_RULE)):
        shape = cv2.getStructuringElement(cv2.MORPH_RECT, length)
        gap = cv2.getStructuringElement(cv2.MORPH_RECT, (length[0] // 4 or 1, length[1] // 4 or 1))
        found = cv2.morphologyEx(cv2.morphologyEx(ink, cv2.MORPH_OPEN, shape), cv2.MORPH_CLOSE, gap)
        rules = found if rules is None else rules | found
    return cv2.dilate(rules, cv2.getStructuringElement(cv2.MORPH_RECT, (5, 5)))


def _cells(rules: Image, table: Box) -> list[Box]:
    """The white areas between the rules of a table, which is closed at its sides, grown to meet each other."""
    import cv2

    x, y, right, bottom = map(int, table)
    inside = 255 - rules[y:bottom, x:right]
    inside[:2] = inside[-2:] = 0
    inside[:, :2] = inside[:, -2:] = 0
    _, _, places, _ = cv2.connectedComponentsWithStats(inside, connectivity=4)
    boxes: list[Box] = [
        (left + x, top + y, left + x + width, top + y + height)
        for left, top, width, height, area in places[1:].tolist()
        if width >= _SMALLEST[0] and height >= _SMALLEST[1] and area > 0.7 * width * height
    ]
    columns, rows = _snapped(boxes, 0), _snapped(boxes, 1)
    return [(columns[box[0]], rows[box[1]], columns[box[2]], rows[box[3]]) for box in boxes]


def _snapped(boxes: Sequence[Box], axis: int) -> dict[float, float]:
    """For each edge the middle of the rule that it belongs to."""
    edges = sorted({box[side] for box in boxes for side in (axis, axis + 2)})
    groups: list[list[float]] = []
    for edge in edges:
        if groups and edge - groups[-1][0] <= _EDGES:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return {edge: (group[0] + group[-1]) / 2 for group in groups for edge in group}


def ink(page: Image, cell: Box) -> Box | None:
    """Around all the ink in a cell, within its rules; None if there is none but dust."""
    import cv2

    margin = 7
    x, y, right, bottom = (round(side) for side in cell)
    part = page[y + margin : bottom - margin, x + margin : right - margin]
    if part.size == 0:
        return None
    # The paper is what most of the cell is; ink is much darker.
    paper = float(sorted(part.ravel().tolist())[part.size * 3 // 4])
    marks = (cv2.medianBlur(part, 3) < paper - 60).astype("uint8")
    _, _, places, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
    found = [place for place in places[1:].tolist() if place[4] >= _SPECK]
    if not found:
        return None
    return (
        x + margin + min(place[0] for place in found),
        y + margin + min(place[1] for place in found),
        x + margin + max(place[0] + place[2] for place in found),
        y + margin + max(place[1] + place[3] for place in found),
    )


def slant(page: Image, box: Box) -> float:
    """How far the upper third of the ink in a box stands to the right of the lower, in heights of the box: 0 for a
    figure one, a fifth for an oblique stroke.
    """
    x, y, right, bottom = (round(side) for side in box)
    part = page[y:bottom, x:right]
    dark = part < (float(part.min()) + float(part.max())) / 2
    third = max(1, (bottom - y) // 3)
    upper, lower = dark[:third].nonzero()[1], dark[-third:].nonzero()[1]
    if not len(upper) or not len(lower):
        return 0.0
    return float(upper.mean() - lower.mean()) / (bottom - y)
