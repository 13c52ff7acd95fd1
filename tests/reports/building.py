"""Small reports for the tests here: a body's header, a few numbers, the sentences about them; all else is 0."""

from __future__ import annotations

from collections.abc import Mapping

from giptui.form import LATEST, Form
from giptui.report import Report, Value, prose

COLUMNS = tuple(column.id for column in LATEST.tables["applications"].blocks[0].columns)
RESULTS = ("upheld", "corrected", "other", "pending", "total")

OTHER_TEXTS = {
    "preface.text": "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
    "overview.text": "2024年，主动公开政府信息，畅通依申请公开渠道，加强政府信息管理和平台建设，监督保障纳入年度考核。",
    "problems_and_improvements.text": "公开内容不够丰富。下一步，加强学习，充实公开内容。",
    "other_matters.text": "本年度未收取信息处理费。",
}
HEADER: Mapping[str, Value] = {
    "report.title": "云溪市水务局2024年政府信息公开工作年度报告",
    "report.organ": "云溪市水务局",
    "report.level": "prefecture_department",
    "report.year": 2024,
}


def row(name: str, *people: int) -> dict[str, Value]:
    """A row of the matrix that adds up: the numbers of the columns from 自然人 on, those not given are 0."""
    parts = [*people, *[0] * (len(COLUMNS) - 1 - len(people))]
    numbers = [*parts, sum(parts)]
    return {f"applications.{name}.{column}": number for column, number in zip(COLUMNS, numbers, strict=True)}


def rows(**people: int | tuple[int, ...]) -> dict[str, Value]:
    """Several rows; two underscores in a name stand for its dot; a single number is 自然人's."""
    given = {name.replace("__", "."): each if isinstance(each, tuple) else (each,) for name, each in people.items()}
    return {cell: number for name, each in given.items() for cell, number in row(name, *each).items()}


def dispute(group: str, *results: int) -> dict[str, Value]:
    """A group of section four that adds up: 维持, 纠正, 其他, 尚未审结."""
    numbers = (*results, sum(results))
    return {f"disputes.{group}.{result}": number for result, number in zip(RESULTS, numbers, strict=True)}


def report(values: Mapping[str, Value], form: Form = LATEST) -> Report:
    """A whole report with these values; a text among them takes the place of the usual one."""
    texts = {address: prose(text) for address, text in values.items() if isinstance(text, str) and ".text" in address}
    everything = {**HEADER, **OTHER_TEXTS, **dict.fromkeys(form.cells, 0), **values, **texts}
    return Report(form, everything, tuple(section.id for section in form.sections))
