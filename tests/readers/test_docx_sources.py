"""Word documents: what Word shows of them, changes and automatic numbers included."""

from __future__ import annotations

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document as New  # type: ignore[import-not-found, unused-ignore]

from readers.seen import document, refusal, seen

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def made(body: str, **parts: str) -> bytes:
    """A document with this body, made of python-docx's own and the ``parts`` of word/ by name."""
    written = io.BytesIO()
    New().save(written)
    out = io.BytesIO()
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    changed = {"word/document.xml": document, **{f"word/{name}.xml": text for name, text in parts.items()}}
    with ZipFile(written) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in {*source.namelist(), *changed}:
            target.writestr(name, changed[name] if name in changed else source.read(name))
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def row(*cells: str, properties: str = "") -> str:
    content = (cell if cell.startswith("<") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(content)}</w:tr>"


def cell(text: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_a_document_as_python_docx_writes_it() -> None:
    written = New()
    written.add_heading("某局 2023 年年报", 0)
    written.add_paragraph("　　一段。")
    table = written.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "规章"
    for at, text in enumerate(("3", "", "18.871", "/")):
        table.cell(at // 2, 1 + at % 2).text = text
    out = io.BytesIO()
    written.save(out)
    found = document(out.getvalue())
    assert found.kind == "Word 文档"
    assert seen(found) == ["某局 2023 年年报", "　　一段。", [["规章 2×1", "3", ""], ["18.871", "/"]]]


def test_what_is_inserted_is_in_and_what_is_deleted_or_hidden_is_out() -> None:
    inserted = f'<w:ins w:id="1" w:author="a">{run("3")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>2</w:delText></w:r></w:del>'
    changed = f"<w:tc><w:p>{run('1')}{deleted}{inserted}{run('9', '<w:vanish/>')}</w:p></w:tc>"
    gone = row("丙", "5", properties='<w:del w:id="3" w:author="a"/>')
    assert seen(document(made(f"<w:tbl>{row('甲', changed)}{gone}{row('乙', '4')}</w:tbl>"))) == [
        [["甲", "13"], ["乙", "4"]]
    ]


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ('<w:vertAlign w:val="superscript"/>', "35"),
        ('<w:position w:val="6"/>', "35"),
        ("<w:vanish/>", "35"),
        ('<w:position w:val="0"/>', "358"),
        ("<w:strike/>", "?"),
        ("<w:dstrike/>", "?"),
        ('<w:strike w:val="0"/>', "358"),
    ],
)
def test_a_run_that_is_set_apart_is_no_digit_of_the_number(properties: str, shown: str) -> None:
    number = f"<w:tc><w:p>{run('3')}{run('5')}{run('8', properties)}</w:p></w:tc>"
    assert seen(document(made(f"<w:tbl>{row('甲', number, '4')}</w:tbl>"))) == [[["甲", shown, "4"]]]


_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (f'<w:fldSimple w:instr=" =SUM(LEFT) ">{run("35")}</w:fldSimple>', "35"),
        (f'<w:fldSimple w:instr=" =SUM(LEFT) "><w:fldSimple w:instr="x">{run("3")}</w:fldSimple></w:fldSimple>', "3"),
        (f'<m:oMath xmlns:m="{_M}"><m:r><m:t>3</m:t></m:r><m:r><m:t>5</m:t></m:r></m:oMath>', "35"),
        (f'<m:oMathPara xmlns:m="{_M}"><m:oMath><m:r><m:t>3</m:t></m:r></m:oMath></m:oMathPara>', "3"),
        (f'<m:oMath xmlns:m="{_M}"><m:sSup><m:e><m:r><m:t>3</m:t></m:r></m:e></m:sSup></m:oMath>', "?"),
    ],
)
def test_the_result_of_a_field_and_a_formula_are_no_blanks(inner: str, shown: str) -> None:
    assert seen(document(made(f"<w:tbl>{row('甲', f'<w:tc><w:p>{inner}</w:p></w:tc>', '4')}</w:tbl>"))) == [
        [["甲", shown, "4"]]
    ]


def test_content_controls_and_marks_between_cells_leave_the_table_whole() -> None:
    controlled = f"<w:sdt><w:sdtContent>{row(cell('', '<w:vMerge/>'), '7')}</w:sdtContent></w:sdt>"
    mark = '<w:bookmarkStart w:id="1" w:name="a"/>'
    first = row(cell("甲", '<w:vMerge w:val="restart"/>'), "6")
    assert seen(document(made(f"<w:tbl>{first}{mark}{controlled}</w:tbl>"))) == [[["甲 2×1", "6"], ["7"]]]


def test_a_row_that_begins_later_keeps_its_columns() -> None:
    later = row("2", properties='<w:gridBefore w:val="2"/>')
    assert seen(document(made(f"<w:tbl>{row('甲', '乙', '1')}{later}</w:tbl>"))) == [[["甲", "乙", "1"], ["1×2", "2"]]]


@pytest.mark.parametrize(
    ("kind", "text", "labels"),
    [
        ("chineseCountingThousand", "%1、", ["一、", "二、", "三、"]),
        ("chineseCounting", "（%1）", ["（一）", "（二）", "（三）"]),
        ("decimal", "%1.", ["1. ", "2. ", "3. "]),
        ("decimalEnclosedCircle", "%1", ["①", "②", "③"]),
        ("bullet", "", ["", "", ""]),
    ],
)
def test_automatic_numbers_are_read(kind: str, text: str, labels: list[str]) -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    lists = (
        f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="5">{level}</w:abstractNum>'
        '<w:num w:numId="8"><w:abstractNumId w:val="5"/></w:num></w:numbering>'
    )
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="8"/></w:numPr>'
    body = "".join(paragraph(word, properties) for word in "甲乙丙")
    read = seen(document(made(body, numbering=lists)))
    assert read == [label + word for label, word in zip(labels, "甲乙丙", strict=True)]


def test_numbers_come_from_styles_and_count_on_by_level() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, text in enumerate(("%1、", "（%2）"))
    )
    lists = (
        f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum>'
        '<w:num w:numId="8"><w:abstractNumId w:val="5"/></w:num></w:numbering>'
    )
    styles = (
        f'<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="8"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    body = "".join(paragraph(style, f'<w:pStyle w:val="{style}"/>') for style in "abbabA")
    assert seen(document(made(body, numbering=lists, styles=styles))) == [
        "一、a",
        "（一）b",
        "（二）b",
        "二、a",
        "（一）b",
        "A",
    ]


def test_notes_and_remarks_are_no_text() -> None:
    body = f'<w:p>{run("甲")}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    note = f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="2">{paragraph("注")}</w:footnote></w:footnotes>'
    assert seen(document(made(body, footnotes=note))) == ["甲"]


def test_a_picture_is_there() -> None:
    written = New()
    written.add_paragraph("甲")
    written.add_picture(io.BytesIO(_PNG))
    out = io.BytesIO()
    written.save(out)
    assert seen(document(out.getvalue())) == ["甲", None]


_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def test_only_parts_that_are_read_count_for_its_size() -> None:
    out = io.BytesIO(made(paragraph("甲")))
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bmp", bytes(100_000_000))
    assert seen(document(out.getvalue())) == ["甲"]
    assert refusal(made(" " * 20_000_000)) == "import-too-large"


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl><w:tr><w:tc>" * 1000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 1000,
        "<w:p>",
        "\x01",
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr></w:tc></w:tr></w:tbl>',
    ],
    ids=["deep", "cut off", "no XML", "no number"],
)
def test_a_damaged_document_is_refused(body: str) -> None:
    assert refusal(made(body)) == "import-broken"


def test_a_span_beyond_any_page_is_cut() -> None:
    wide = '<w:gridSpan w:val="1000000000"/>'
    ((line,),) = seen(document(made(f"<w:tbl>{row(cell('甲', wide), '1')}</w:tbl>")))
    assert re.fullmatch(r"甲 1×\d{3,4}", line[0])
