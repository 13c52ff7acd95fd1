"""Reports to check: a clean township's with all zeros, small data files, clean tables of random numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from giptui.check import Finding, check
from giptui.form import LATEST
from giptui.report import Report, Value
from giptui.store import parse
from giptui.store.source import decode

TEXTS = {
    "preface.text": "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
    "overview.text": (
        "2023年，我镇认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开各类信息，"
        "畅通依申请公开渠道，规范政府信息管理，加强公开平台建设和监督保障。"
    ),
    "problems_and_improvements.text": "公开内容不够丰富，已纳入年度考核。下一步将加强学习培训。",
    "other_matters.text": "本年度未收取政府信息处理费。",
}
HEADER: dict[str, Value] = {
    "report.title": "青山县石桥镇人民政府2023年政府信息公开工作年度报告",
    "report.organ": "青山县石桥镇人民政府",
    "report.level": "township",
    "report.year": 2023,
}
SECTIONS = tuple(section.id for section in LATEST.sections)
ZERO = Report(LATEST, {**HEADER, **TEXTS, **dict.fromkeys(LATEST.cells, 0)}, SECTIONS)

Changes = Mapping[str, Value]


def without(*sections: str) -> Report:
    """The clean report with some sections left out."""
    gone = tuple(f"{section}." for section in sections)
    values = {address: value for address, value in ZERO.values.items() if not address.startswith(gone)}
    return Report(LATEST, values, tuple(section for section in SECTIONS if section not in sections))


def changed(changes: Changes, report: Report = ZERO) -> Report:
    return report.with_values(changes)


def findings(report: Report, rule: str) -> list[Finding]:
    return [finding for finding in check(report) if finding.rule == rule]


def only(report: Report) -> Finding:
    """The one finding that there is."""
    (finding,) = check(report)
    return finding


def read(toml: str) -> Report:
    """The report in a data file with this text."""
    return parse(decode("report.toml", f'form = "2021"\n{toml}'.encode()))


def row(name: str, *numbers: Value) -> dict[str, Value]:
    """A row of the matrix by address."""
    columns = LATEST.tables["applications"].blocks[0].columns
    return {f"applications.{name}.{column.id}": number for column, number in zip(columns, numbers, strict=True)}


@st.composite
def clean_tables(draw: st.DrawFn, largest: int = 60) -> dict[str, Value]:
    """Sections three and four with numbers that all add up."""
    number = st.integers(0, largest)
    values: dict[str, Any] = dict.fromkeys(LATEST.cells, 0)
    rows = [entry.id for entry, _ in LATEST.tables["applications"].rows()]
    *parts, total = (column.id for column in LATEST.tables["applications"].blocks[0].columns)
    details = [name for name in rows if name not in ("new_received", "carried_in", "total_handled", "carried_out")]
    for column in parts:
        for name in draw(st.lists(st.sampled_from(details), max_size=5)):
            values[f"applications.{name}.{column}"] = draw(number)
        handled = sum(values[f"applications.{name}.{column}"] for name in details)
        carried_out = draw(number)
        carried_in = draw(st.integers(0, handled + carried_out))
        values[f"applications.total_handled.{column}"] = handled
        values[f"applications.carried_out.{column}"] = carried_out
        values[f"applications.carried_in.{column}"] = carried_in
        values[f"applications.new_received.{column}"] = handled + carried_out - carried_in
    for name in rows:
        values[f"applications.{name}.{total}"] = sum(values[f"applications.{name}.{column}"] for column in parts)
    for entry, columns in LATEST.tables["disputes"].rows():
        for column in columns[:-1]:
            values[f"disputes.{entry.id}.{column.id}"] = draw(number)
        results = (values[f"disputes.{entry.id}.{column.id}"] for column in columns[:-1])
        values[f"disputes.{entry.id}.total"] = sum(results)
    return values
