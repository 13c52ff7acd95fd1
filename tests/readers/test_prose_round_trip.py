"""What the two layouts print outside the tables comes back: title, metadata, preface, prose, signature."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.display.visible import visible
from giptui.form import FORMS, Form
from giptui.printers import lines as lines_layout
from giptui.printers import tables as tables_layout
from giptui.printers.text import plain
from giptui.readers.document import Block, Grid, InLine, Text
from giptui.readers.prose.sections import divided
from giptui.report import Report, Value
from printers.sample_reports import baihe, crowded, old

FIELDS = ("title", "written_at", "published_on", "source", "editor", "signature", "signed_on")

_words = st.text("甲乙丙丁镇县信息公开申请答复办理，、：；（）“”《》12340.%A ", min_size=1, max_size=90)
_paragraphs = _words.map(str.strip).map(lambda text: f"{text}全年共 3 件。")
_prose = st.lists(st.builds(str.__add__, st.sampled_from(("", "　　", "（一）", "1.")), _paragraphs), max_size=4).map(
    "\n".join
)
_names = st.sampled_from(("青山县白鹤镇人民政府", "青山县水利局", "青山县-白鹤镇", "青山 县", "甲"))
_days = st.dates(date(2008, 5, 1), date(2030, 12, 31))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report without numbers, whose fields and texts may each be blank."""
    form = draw(st.sampled_from([*FORMS.values()]))
    values: dict[str, Value] = {}
    fields = {
        "title": st.sampled_from(
            (
                "青山县水利局2023年政府信息公开工作年度报告",
                "2020年青山县信息公开年报",
                "政府信息公开工作年度报告（2022年度）",
            )
        ),
        "written_at": st.one_of(_days, st.datetimes(datetime(2008, 5, 1), datetime(2030, 12, 31)).map(_whole_second)),
        "published_on": _days,
        "source": _names,
        "editor": _names,
        "signature": _names,
        "signed_on": _days,
    }
    for field, kind in fields.items():
        if (value := draw(st.none() | kind)) is not None:
            values[f"report.{field}"] = value
    for address in form.texts:
        if text := draw(_prose):
            values[address] = text
    return Report(form, values)


def _whole_second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


@given(reports(), st.sampled_from(("tables", "lines")))
def test_what_is_printed_comes_back(report: Report, layout: str) -> None:
    read = _read(report, layout)
    shown = {address: value for address, value in read.items() if address not in ("report.organ", "report.year")}
    assert shown == report.values


@pytest.mark.parametrize("layout", ["tables", "lines"])
@pytest.mark.parametrize("report", [baihe(), crowded(), old()], ids=["baihe", "crowded", "old"])
def test_the_samples_come_back(report: Report, layout: str) -> None:
    read = _read(report, layout)
    addresses = (*(f"report.{field}" for field in FIELDS), *report.form.texts)
    printed = {address: report[address] for address in addresses if report[address] != ""}
    shown = {address: visible(value) if isinstance(value, str) else value for address, value in printed.items()}
    assert {address: value for address, value in read.items() if address in addresses} == {
        address: value if address not in report.form.texts else value.replace("␉", "\t")  # type: ignore[union-attr]
        for address, value in shown.items()
    }


def _read(report: Report, layout: str) -> dict[str, Value]:
    """What is read of the printed page, in which the tables are found already."""
    blocks: list[Block] = []
    at: dict[int, str] = {}
    text = plain(report, layout)
    for section, table in report.form.tables.items():
        printed = "\n\n".join({"tables": tables_layout, "lines": lines_layout}[layout].table(report, table))
        text = text.replace(f"\n\n{printed}\n", f"\n\n\N{NULL}{section}\n", 1)
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("\N{NULL}"):
            at[len(blocks)] = line[1:]
            blocks.append(_table(report.form, line[1:], number))
        else:
            blocks.append(Text(line, InLine(number)))
    return {found.address: found.value for found in divided(blocks, at, report.form).found}


def _table(form: Form, section: str, number: int) -> Grid:
    from giptui.readers.document import Cell

    row = next(iter(form.tables[section].rows()))[0]
    return Grid((Cell(row.label, InLine(number), 0, 0), Cell("0", InLine(number), 0, 1)))
