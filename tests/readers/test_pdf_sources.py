"""Pages of paper: what stands on them in reading order, tables in one piece, and nothing that is only furniture."""

from __future__ import annotations

import re

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped, import-not-found, unused-ignore]

from giptui.form import FORMS
from giptui.readers import child, paper
from giptui.readers.document import Document, Grid, OnPage, Picture, Refused, Text
from giptui.readers.paper import pdf
from readers.judging import judged, read
from readers.writing import made
from readers.writing.page import page
from readers.writing.paper import pdf as printed
from readers.writing.sheets import Canvas, paragraph, stream, table, write
from readers.writing.sheets import pdf as sheets

FULL = "公开政府信息的数量和质量较上年有了进一步的提高完善制度公开政府信息的数量"  # 36 characters, to the right margin
COLUMNS = (72, 240, 300, 360, 420)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Text)]


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def rows(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in cells] for cells in grid.lines().values()]


def test_lines_are_paragraphs_by_indentation_and_fullness_over_page_breaks() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, 230, 72, "青山县人民政府")
        write(canvas, 180, 100, "2024年政府信息公开工作年度报告")
        paragraph(canvas, 140, FULL, FULL + "，", "完成。")
        paragraph(canvas, 200, FULL[2:], "本年收到 12", indent=24)
        paragraph(canvas, 720, FULL[2:], FULL)

    def second(canvas: Canvas) -> None:
        write(canvas, 72, 72, "下一页的第一行。")
        paragraph(canvas, 92, "一、另一段。")

    assert texts(pdf.read(sheets(first, second))) == [
        "青山县人民政府",
        "2024年政府信息公开工作年度报告",
        FULL + FULL + "，完成。",
        FULL[2:] + "本年收到 12",
        FULL[2:] + FULL + "下一页的第一行。",
        "一、另一段。",
    ]


def test_headers_footers_and_page_numbers_are_no_text() -> None:
    def sheet(number: int) -> object:
        def draw(canvas: Canvas) -> None:
            write(canvas, 200, 30, "青山县人民政府办公室")
            paragraph(canvas, 100, f"本页说{number * 7}件事。")
            write(canvas, 72, 780, "内部资料")
            write(canvas, 250, 800, ("- {} -", "第 {} 页 共 3 页", "{}")[number % 3].format(number))

        return draw

    assert texts(pdf.read(sheets(*(sheet(number) for number in (1, 2, 3))))) == [  # type: ignore[arg-type]
        "本页说7件事。",
        "本页说14件事。",
        "本页说21件事。",
    ]


def test_a_frame_around_prose_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 100, "内容的第一段。")
        paragraph(canvas, 130, "第二段。")
        for top in (90, 120):
            canvas.rect(60, 842 - top - 30, 475, 30)

    document = pdf.read(sheets(draw))
    assert texts(document) == ["内容的第一段。", "第二段。"]
    assert not grids(document)


def test_a_table_over_a_page_break_numbers_its_columns_alike() -> None:
    def first(canvas: Canvas) -> None:
        table(canvas, 700, (72, 300, 360, 420), [("规章", "1", "2"), ("行政规范性文件", "3", "4")])

    def second(canvas: Canvas) -> None:
        table(canvas, 72, (73, 180, 300.5, 360, 421), [("行政", "许可", "5", ""), ("", "处罚", "", "6")])
        paragraph(canvas, 140, "后面的话。")

    before, after = grids(pdf.read(sheets(first, second)))
    assert (before.continues, after.continues) == (False, True)
    assert [(cell.text, cell.row, cell.column, cell.columns) for cell in before.cells][:3] == [
        ("规章", 0, 0, 2),
        ("1", 0, 2, 1),
        ("2", 0, 3, 1),
    ]
    assert [(cell.text, cell.row, cell.column) for cell in after.cells] == [
        ("行政", 0, 0),
        ("许可", 0, 1),
        ("5", 0, 2),
        ("", 0, 3),
        ("", 1, 0),
        ("处罚", 1, 1),
        ("", 1, 2),
        ("6", 1, 3),
    ]
    assert after.cells[2].place == OnPage(2, (300.5, 72, 360, 96))


def test_a_table_that_is_open_at_its_sides_has_its_outer_columns() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 75, 76, "规章")
        write(canvas, 243, 76, "1")
        write(canvas, 303, 76, "2")
        write(canvas, 75, 100, "行政规范性文件")
        write(canvas, 303, 100, "4")
        for top in (72, 96, 120):
            canvas.line(72, 842 - top, 420, 842 - top)
        for x in (240, 300):
            canvas.line(x, 842 - 72, x, 842 - 120)

    (grid,) = grids(pdf.read(sheets(draw)))
    assert rows(grid) == [["规章", "1", "2"], ["行政规范性文件", "", "4"]]


def test_what_is_in_a_cell_is_one_text_and_two_numbers_stay_two() -> None:
    def draw(canvas: Canvas) -> None:
        cells = ("三、\n本\n年", "12345678\n90", "12\n34", "5  6")
        table(canvas, 72, COLUMNS, [cells, ("结 果", "", "0", "/")], pitch=50)
        write(canvas, 303.4, 124, "0")  # printed twice to look bold
        canvas.rotate(45)
        canvas.drawString(200, 200, "样稿")

    (grid,) = grids(pdf.read(sheets(draw)))
    assert rows(grid) == [["三、本年", "1234567890", "12\n34", "5 6"], ["结 果", "", "0", "/"]]


def small(canvas: Canvas, x: float, top: float, text: str) -> None:
    canvas.setFont("fixture", 7)
    write(canvas, x, top, text)
    canvas.setFont("fixture", 12)


def test_a_raised_mark_behind_a_number_is_none_of_its_digits_and_small_digits_elsewhere_are_doubted() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, 72, COLUMNS, [("规章", "853", "12 6", ""), ("行政许可", "49", "31", "7")])
        small(canvas, 263.6, 72, "12")  # behind 853
        small(canvas, 317, 72, "9")  # between 12 and 6
        small(canvas, 250.5, 103, "8")  # no higher than 49, and on its second digit
        small(canvas, 302, 96, "5")  # before 31

    document = pdf.read(sheets(draw))
    (grid,) = grids(document)
    assert rows(grid)[0][:2] == ["规章", "853"]
    assert [bool(cell.doubt) for cell in grid.cells] == [False, False, True, False, False, True, True, False]
    assert document.notes == ("第 1 页有 2 处数后面的小字（上标），没有读进数里",)


@pytest.mark.parametrize("kind", ["slanted", "large", "pale"])
def test_a_watermark_is_no_part_of_the_cells_it_lies_on_nor_of_blank_ones(kind: str) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, 72, COLUMNS, [("规章", "853", "", "17"), ("行政许可", "49", "31", "")])
        canvas.setFillGray(0.0 if kind == "large" else 0.8)
        canvas.setFont("fixture", {"slanted": 12, "large": 40, "pale": 12}[kind])
        if kind == "slanted":
            canvas.translate(240, 842 - 84)
            canvas.rotate(-30)
            canvas.drawString(0, 0, "26 内部 88 留存 73")
        else:
            canvas.drawString(246, 842 - 95 if kind == "large" else 842 - 86, "2684 73 9 15 62")

    document = pdf.read(sheets(draw))
    (grid,) = grids(document)
    assert rows(grid) == [["规章", "853", "", "17"], ["行政许可", "49", "31", ""]]
    assert document.notes == ("第 1 页有水印，水印的字没有读",)


def test_digits_one_on_the_other_are_doubted() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, 72, COLUMNS, [("规章", "853", "17", "4")])
        write(canvas, 304, 74, "62")

    (grid,) = grids(pdf.read(sheets(draw)))
    assert [bool(cell.doubt) for cell in grid.cells] == [False, False, True, False]


def test_a_page_is_read_as_it_is_shown_and_one_that_lies_on_its_side_is_a_picture() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -595)
        canvas.drawString(72, 500, "规章")
        canvas.drawString(700, 500, "12 件")

    def shown(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        turned(canvas)

    first, second = pdf.read(sheets(turned, shown)).blocks
    assert first == Picture(OnPage(1))
    assert isinstance(second, Text)
    assert second.text == "规章 12 件"


def test_letters_without_a_meaning_are_doubtful_and_a_page_of_them_is_a_picture() -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 40, FULL, FULL)
        table(canvas, 100, COLUMNS, [("馨", "12", "馨3", "")])

    data = sheets(draw)
    (grid,) = grids(pdf.read(data))
    assert [bool(cell.doubt) for cell in grid.cells] == [True, False, True, False]
    unmapped = re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found[0]), data)
    assert pdf.read(unmapped).blocks == (Picture(OnPage(1)),)


@pytest.mark.parametrize("form", made.both(), ids=lambda form: form.id)
@pytest.mark.parametrize("rules", [(), [("LINEBELOW", (0, 0), (-1, -1), 0.5, (0, 0, 0))]], ids=["none", "level"])
def test_the_rows_of_a_table_without_upright_rules_are_read_or_said_to_be_unread(
    rules: list[object], form: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportlab import platypus  # type: ignore[import-untyped, import-not-found, unused-ignore]

    ruled = platypus.Table
    monkeypatch.setattr(
        platypus,
        "Table",
        lambda grid, widths, style: ruled(grid, widths, style=[*(each for each in style if each[0] != "GRID"), *rules]),
    )
    full = made.full(FORMS[form.id])  # type: ignore[attr-defined]
    for report in (full, made.gappy(full.form)):
        found = judged(read("bare.pdf", printed(page(report))), report)
        assert found.wrong == []
        assert len(found.unread) < (20 if report == full else len(report.form.cells))


def test_a_broken_index_is_repaired_and_what_is_cut_off_is_refused() -> None:
    whole = sheets(lambda canvas: table(canvas, 72, COLUMNS, [("规章", "1", "2", "3")]))
    repaired = pdf.read(whole.replace(b"startxref", b"startxxxx"))
    assert rows(grids(repaired)[0]) == [["规章", "1", "2", "3"]]
    assert "修复" in repaired.notes[0]
    refused = 0
    for end in range(5, len(whole), len(whole) // 10):
        try:
            shown = [rows(grid) for grid in grids(pdf.read(whole[:end]))]
        except Refused as error:
            assert error.refusal == "import-broken"
            refused += 1
        else:
            assert shown in ([], [[["规章", "1", "2", "3"]]])
    assert refused > 5


def test_a_page_of_which_nothing_can_be_made_out_is_a_picture() -> None:
    data = stream(b"BT /F 10 Tf 50 50 Td " + b"".join(b"(%d) Tj " % n for n in range(99)) + b"ET")
    assert len(texts(pdf.read(data))) == 1
    start = data.index(b"stream\n") + 7
    assert pdf.read(data[:start] + bytes(8) + data[start + 8 :]).blocks == (Picture(OnPage(1)),)
    assert pdf.read(stream(b" ")).blocks == ()


def test_what_stands_in_pictures_is_said_and_what_is_only_pictures_is_refused_without_recognition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def picture(canvas: Canvas) -> None:
        from PIL import Image  # type: ignore[import-not-found, unused-ignore]
        from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped, import-not-found, unused-ignore]

        canvas.drawImage(ImageReader(Image.new("L", (40, 40), 200)), 72, 300, 400, 300)

    def both(canvas: Canvas) -> None:
        paragraph(canvas, 72, "可以读。")
        picture(canvas)

    monkeypatch.setattr(paper, "find_spec", lambda name: None)
    document = paper.read(sheets(both))
    assert texts(document) == ["可以读。"]
    assert "giptui[ocr]" in document.notes[0]
    with pytest.raises(Refused, match=r"giptui\[ocr\]"):
        paper.read(sheets(picture))


def test_a_password_is_asked_for_only_where_it_takes_one_to_read() -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 72, "可以读。")

    assert texts(pdf.read(sheets(draw, encrypt=StandardEncryption("", "owner")))) == ["可以读。"]
    with pytest.raises(Refused) as refused:
        pdf.read(sheets(draw, encrypt=StandardEncryption("user", "owner")))
    assert refused.value.refusal == "import-encrypted"


def test_of_a_long_document_the_first_pages_are_read() -> None:
    document = pdf.read(sheets(*[lambda canvas: paragraph(canvas, 200, "一段话。")] * (pdf.MOST_PAGES + 1)))
    assert len(texts(document)) == pdf.MOST_PAGES
    assert str(pdf.MOST_PAGES) in document.notes[0]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b" " * 400_000_000, id="much in little"),
        pytest.param(b"BT /F 10 Tf " + b"1 0 0 1 50 50 Tm (12) Tj " * 300_000 + b"ET", id="a million letters"),
        pytest.param(b"".join(b"%d %d 50 50 re S " % (n % 500, n * 7 % 800) for n in range(90_000)), id="rules"),
    ],
)
def test_what_unfolds_without_end_is_stopped(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        child.read("giptui.readers.paper.pdf", stream(content), seconds=3, memory=400_000_000)
    assert refused.value.refusal == "import-too-much"


@pytest.mark.parametrize("values_on_top", [True, False])
def test_a_row_that_a_page_break_goes_through_is_one(values_on_top: bool) -> None:
    columns = (72, 240, 320, 400)
    values = [("3", "4"), ("", "")] if values_on_top else [("", ""), ("3", "4")]

    def first(canvas: Canvas) -> None:
        table(canvas, 700, columns, [("（一）予以公开", "1", "2"), ("2.其他法律行政", *values[0])])

    def second(canvas: Canvas) -> None:
        table(canvas, 72, columns, [("法规禁止公开", *values[1]), ("规章", "", "5")])

    shown = [[row for row in rows(grid) if any(row)] for grid in grids(pdf.read(sheets(first, second)))]
    whole = ["2.其他法律行政法规禁止公开", "3", "4"]
    top, bottom = ["（一）予以公开", "1", "2"], ["规章", "", "5"]
    assert shown == ([[top, whole], [bottom]] if values_on_top else [[top], [whole, bottom]])
