"""Whatever a page is made of, it is taken apart or refused: no other end, no text of the page twice, none made up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giptui.form import FORMS
from giptui.readers.document import Block, Cell, Grid, InLine, InParagraph, Picture, Refused, Text
from giptui.readers.lines.glue import unglued
from giptui.readers.prose.sections import divided
from patience import allowed

_PIECES = st.sampled_from(
    [section.title for section in FORMS["2021"].sections]
    + [
        "一、",
        "四、结转下年度继续办理",
        "（一）主动公开情况",
        "1.主动公开情况",
        "目录",
        "一、总体情况……1",
        "-4-",
        "|",
        "||",
        "2023年",
        "0",
        "?",
    ]
    + ["青山县水利局2023年政府信息公开工作年度报告", "政府信息公开工作年度报告", "青山县水利局", "2024年1月9日"]
    + [
        "来源",
        "编辑：",
        "打印",
        "附件：",
        "上一篇：无",
        "信息内容",
        "第二十条第（一）项",
        "全年公开41条。",
        "\x1b[31m",
        "\u200b",
    ]
    + ["发布日期：2024-01-09 来源：县水利局", "索引号 014 成文日期 2024-13-40", "规章 0 0 0", " ", ""]
    + [
        "x" * 700,
        "  " * 40 + "县水利局",
        "统计期限为2023年1月1日至12月31日。一、总体情况 好。六、其他需要报告的事项无。",
    ]
)


@given(
    st.lists(
        st.lists(_PIECES, min_size=1, max_size=3).map("".join) | st.lists(_PIECES, max_size=3) | st.none(), max_size=40
    ),
    st.sampled_from(("", *FORMS["2021"].tables)),
    st.booleans(),
)
def test_no_page_ends_otherwise(parts: list[str | list[str] | None], table: str, is_plain: bool) -> None:
    blocks: list[Block] = []
    at: dict[int, str] = {}
    for number, part in enumerate(parts, 1):
        place = InLine(number) if is_plain else InParagraph(number)
        if part is None:
            blocks.append(Picture(place))
        elif isinstance(part, str):
            blocks.append(Text(part, place))
        else:
            if table and number % 2:
                at[len(blocks)] = table
            blocks.append(Grid(tuple(Cell(text, place, row, 0) for row, text in enumerate(part))))
    try:
        found = divided(blocks if at else unglued(blocks), at, FORMS["2021"])
    except Refused as refused:
        assert refused.refusal in ("import-no-report", "import-spam", "import-several-reports")
        return
    page = "".join("".join(part) for part in parts if part)
    for each in found.found:
        if each.address.endswith(".text") or each.address.endswith(".text_after"):
            for line in str(each.value).split("\n"):
                assert "".join(line.split()) in "".join(page.split()).replace("\u200b", "")
    assert len(set(found.sections)) == len(found.sections)


def test_long_pages_end_soon() -> None:
    for piece in (
        "一、",
        "打印 ",
        "| ",
        "1 ",
        "第 ",
        "（",
        "一、总体情况",
        "来源：",
        "2024年1月9日",
        "a\n",
        "政府信息公开",
        "二、主动公开",
    ):
        text = piece * (60_000 // len(piece))
        for blocks in ([Text(text, InLine(1))], [Text(piece.strip(), InLine(n)) for n in range(5_000)]):
            with allowed(20):
                try:
                    divided(unglued(blocks), {}, FORMS["2021"], text)
                except Refused:
                    continue
