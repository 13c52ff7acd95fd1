"""The one layout of a new file: readable in an editor, a row a line, numbers under their heads."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from store_samples import SEED, changes, report, spelled
from wcwidth import wcswidth

from giptui.form import LATEST, Shape
from giptui.report import Value
from giptui.store import blank


def test_the_seed_is_written_as_a_new_file_would_be() -> None:
    text = SEED.read_text(encoding="utf-8")
    assert blank(LATEST, report(text).values) == text


def test_a_new_report_has_every_row_and_no_values() -> None:
    text = blank(LATEST, {})
    assert spelled(report(text).values) == {}
    assert report(text).problems == ()
    assert report(text).sections == tuple(section.id for section in LATEST.sections)
    written = [line.partition(" ")[0] for line in text.split("\n")]
    rows = [row.id for table in LATEST.tables.values() for row, _ in table.rows()]
    assert [line for line in written if line in rows] == rows


def test_the_first_lines_are_the_formats_own() -> None:
    assert blank(LATEST, {"report.organ": "白鹤镇", "report.year": 2023}).split("\n")[:6] == [
        "# 政府信息公开工作年度报告",
        'form = "2021"                     # 国办公开办函〔2021〕30号',
        "",
        "[report]",
        'title = ""                        # 标题',
        'organ = "白鹤镇"                  # 机关名称',
    ]


def test_section_two_in_columns() -> None:
    values: dict[str, Value] = {
        "proactive_disclosure.government_rules.issued": "/",
        "proactive_disclosure.normative_documents.issued": 12,
        "proactive_disclosure.administrative_fees.amount": Decimal("59237.2450"),
        "proactive_disclosure.text_after": "注",
    }
    assert blank(LATEST, values).split("\n\n")[3].split("\n") == [
        "[proactive_disclosure]            # 二、主动公开政府信息情况",
        'text = """',
        '"""',
        'government_rules          = { issued = "/", repealed = "", in_force = "" }   # 规章',
        'normative_documents       = { issued =  12, repealed = "", in_force = "" }   # 行政规范性文件',
        'administrative_license    = { decisions = "" }                               # 行政许可',
        'administrative_penalty    = { decisions = "" }                               # 行政处罚',
        'administrative_compulsion = { decisions = "" }                               # 行政强制',
        "administrative_fees       = { amount = 59237.2450 }                          # 行政事业性收费，万元",
        'text_after = """',
        "注",
        '"""',
    ]


@given(changes(most=40))
def test_every_value_survives_being_written(values: dict[str, Value]) -> None:
    assert spelled(report(blank(LATEST, values)).values) == spelled(values)


@given(changes(most=40))
def test_numbers_end_where_their_heads_end(values: dict[str, Value]) -> None:
    lines = blank(LATEST, values).split("\n")
    for table in LATEST.tables.values():
        if table.shape is Shape.BLOCKS:
            continue
        first = next(at for at, line in enumerate(lines) if line.startswith(table.blocks[0].rows[0].id + " "))
        rows = lines[first : first + len(table.blocks[0].rows)]
        assert len({wcswidth(row) for row in rows}) == 1
        assert {wcswidth(row) for row in rows} == {wcswidth(lines[first - 1]) + 1}


@given(changes())
def test_no_control_character_is_written_raw(values: dict[str, Value]) -> None:
    assert all(
        line.isprintable() or not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in line)
        for line in blank(LATEST, values).split("\n")
    )
