"""OFD: lines and tables by their places. The files are written here, as GB/T 33190 has them: no other library does."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from giptui.readers.document import Grid, OnPage
from readers.seen import document, refusal, seen

_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(content: str, x: float, y: float, size: float = 4) -> str:
    """A line whose baseline begins there; in millimetres."""
    steps = " ".join(str(size if ord(character) > 255 else size / 2) for character in content[:-1])
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y - size} 100 {size * 1.5}" Font="1" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{escape(content)}</ofd:TextCode></ofd:TextObject>'
    )


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return (
        f'<ofd:PathObject ID="1" Boundary="{x0} {y0} {x1 - x0 + 1} {y1 - y0 + 1}">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def box(x0: float, y0: float, x1: float, y1: float) -> str:
    """A rectangle that is closed, its sides scaled by a matrix."""
    sides = f"M 0 0 L {(x1 - x0) / 2} 0 L {(x1 - x0) / 2} {(y1 - y0) / 2} L 0 {(y1 - y0) / 2} C"
    return (
        f'<ofd:PathObject ID="1" Boundary="{x0} {y0} {x1 - x0} {y1 - y0}" CTM="2 0 0 2 0 0">'
        f"<ofd:AbbreviatedData>{sides}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def table(top: float, lines: Sequence[Sequence[str]], width: float = 30, height: float = 10) -> Iterator[str]:
    """A table with all its rules."""
    wide, deep = len(lines[0]), len(lines)
    for row in range(deep + 1):
        yield rule(20, top + row * height, 20 + wide * width, top + row * height)
    for column in range(wide + 1):
        yield rule(20 + column * width, top, 20 + column * width, top + deep * height)
    for row, line in enumerate(lines):
        for column, content in enumerate(line):
            if content:
                yield text(content, 22 + column * width, top + row * height + 6)


def made(*pages: Sequence[str], title: str = "") -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        info = f"<ofd:DocInfo><ofd:DocID>1</ofd:DocID><ofd:Title>{title}</ofd:Title></ofd:DocInfo>"
        body = f"<ofd:DocBody>{info}<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
        archive.writestr("OFD.xml", f'<ofd:OFD {_OFD} Version="1.0" DocType="OFD">{body}</ofd:OFD>')
        area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        each = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/{at}.xml"/>' for at in range(len(pages)))
        common = f"<ofd:CommonData>{area}</ofd:CommonData><ofd:Pages>{each}</ofd:Pages>"
        archive.writestr("Doc_0/Document.xml", f"<ofd:Document {_OFD}>{common}</ofd:Document>")
        for at, objects in enumerate(pages):
            layer = f'<ofd:Content><ofd:Layer ID="9">{"".join(objects)}</ofd:Layer></ofd:Content>'
            archive.writestr(f"Doc_0/Pages/{at}.xml", f"<ofd:Page {_OFD}>{layer}</ofd:Page>")
    return out.getvalue()


def test_texts_and_a_table_with_rules() -> None:
    lines = [["信息内容", "本年制发件数", "现行有效件数"], ["规章", "0", ""], ["行政规范性文件", "12", "/"]]
    page = [text("二、主动公开政府信息情况", 20, 40), *table(60, lines), text("三、其他", 20, 120)]
    found = document(made(page, title="某局年报"))
    assert (found.kind, found.title) == ("OFD", "某局年报")
    assert seen(found) == ["二、主动公开政府信息情况", lines, "三、其他"]


def test_a_cell_knows_its_page_and_its_box_in_points() -> None:
    (grid,) = document(made([], [*table(60, [["甲", "1"], ["乙", "2"]])])).blocks
    assert isinstance(grid, Grid)
    place = grid.cells[-1].place
    assert isinstance(place, OnPage) and place.page == 2 and place.box is not None
    assert place.box == pytest.approx([length / 25.4 * 72 for length in (50, 70, 80, 80)])


def test_merged_cells_are_seen_by_their_rules() -> None:
    rules = [box(20, 60, 110, 90), rule(20, 70, 110, 70), rule(50, 80, 110, 80), rule(50, 70, 50, 90)]
    words = [text("第二十条", 22, 66), text("甲", 22, 81), text("1", 52, 76), text("2", 52, 86), rule(80, 70, 80, 90)]
    assert seen(document(made([*rules, *words, text("3", 82, 76)]))) == [
        [["第二十条 1×3"], ["甲 2×1", "1", "3"], ["2", ""]]
    ]


def test_a_table_goes_on_over_a_page() -> None:
    first, second = [["甲", "1"], ["乙", "2"]], [["丙", "3"], ["丁", "4"]]
    found = document(made([*table(240, first)], [*table(20, second)]))
    assert seen(found) == [first, second]
    assert [block.continues for block in found.blocks if isinstance(block, Grid)] == [False, True]


def test_bold_by_printing_twice_is_read_once() -> None:
    assert seen(document(made([text("一、总体情况", 20, 40), text("一、总体情况", 20.1, 40)]))) == ["一、总体情况"]


def test_a_page_that_is_an_image_is_a_picture() -> None:
    image = '<ofd:ImageObject ID="1" Boundary="10 10 190 270" ResourceID="5"/>'
    seal = '<ofd:ImageObject ID="1" Boundary="150 200 30 30" ResourceID="5"/>'
    assert seen(document(made([image]))) == [None]
    assert seen(document(made([text("甲", 20, 40), seal]))) == ["甲"]


@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_file_that_is_cut_off_is_refused(tenth: int) -> None:
    whole = made([*table(60, [["甲", "1"], ["乙", "2"]])])
    assert refusal(whole[: len(whole) * tenth // 10]) in ("import-broken", "import-unknown-kind")


def test_too_many_rules_are_refused() -> None:
    assert refusal(made([box(20, 60, 110, 90)] * 6000)) == "import-too-large"
