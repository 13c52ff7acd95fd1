"""Reports to print: the one this project grew from, and one of everything that makes a page hard to set."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from giptui.form import FORMS, LATEST
from giptui.report import Report, Value
from giptui.store import load

DATA = Path(__file__).parents[2] / "data" / "baihe-2023.toml"


def baihe() -> Report:
    """The report of the project's data file."""
    _, report = load(str(DATA))
    return report


def crowded() -> Report:
    """Big numbers, an amount to six places, blanks, 不适用, unread, kept strings, prose at every place there is."""
    values: dict[str, Value] = {
        "report.title": "某市2024年政府信息公开工作年度报告\x1b[31m",
        "report.written_at": date(2025, 1, 9),
        "report.published_on": date(2025, 3, 28),
        "report.source": "某市人民政府办公室",
        "report.signature": "某市人民政府",
        "report.signed_on": "二〇二五年三月",
        "preface.text": "根据《中华人民共和国政府信息公开条例》编制本报告。\n统计期限为2024年1月1日至12月31日。",
        "overview.text": "（一）主动公开。\t全年公开 12,345 条。",
        "proactive_disclosure.text": "规章一件。",
        "proactive_disclosure.text_after": "表后说明：收费以万元计。",
        "proactive_disclosure.government_rules.issued": "/",
        "proactive_disclosure.government_rules.repealed": "/",
        "proactive_disclosure.government_rules.in_force": "/",
        "proactive_disclosure.normative_documents.issued": 12,
        "proactive_disclosure.normative_documents.in_force": 1024,
        "proactive_disclosure.administrative_license.decisions": 2187654,
        "proactive_disclosure.administrative_penalty.decisions": "?",
        "proactive_disclosure.administrative_fees.amount": Decimal("59237.244900"),
        "applications.text_after": "其他处理含逾期未补正。\n另有一件移送。",
        "applications.not_disclosed.state_secret.total": "３件",
        "applications.not_disclosed.process_information.natural_person": -1,
        "applications.other_processing.correction_overdue.natural_person": 18,
        "applications.other_processing.correction_overdue.total": 18,
        "applications.total_handled.total": 1234567,
        "disputes.reconsideration.upheld": 3,
        "disputes.reconsideration.total": 3,
        "disputes.litigation_after_reconsideration.pending": 10**11,
        "disputes.litigation_after_reconsideration.total": "十一\n个",
    }
    new = (440, 170, 2590, 0, "", 6, 3206)
    for column, value in zip(LATEST.tables["applications"].blocks[0].columns, new, strict=True):
        values[f"applications.new_received.{column.id}"] = value
    return Report(LATEST, values)


def old() -> Report:
    """A report of 2020 in the form of 2019: signs, units, blank totals, the one row of other processing."""
    form = FORMS["2019"]
    values: dict[str, Value] = {
        "report.title": "青山县交通运输局2020年政府信息公开工作年度报告",
        "report.published_on": date(2021, 1, 22),
        "report.signature": "青山县交通运输局",
        "report.signed_on": date(2021, 1, 20),
        "overview.text": "全年主动公开政府信息 412 条。",
        "proactive_disclosure.text_after": "采购金额含续签合同。",
        "problems_and_improvements.text": "公开内容不够丰富。",
        "other_matters.text": "无",
        **dict.fromkeys((cell.address for cell in form.tables["applications"].cells()), 0),
        **dict.fromkeys((cell.address for cell in form.tables["disputes"].cells()), 0),
    }
    section_two: dict[str, tuple[Value, ...]] = {
        "government_rules": ("/", "/", "/"),
        "normative_documents": (3, 3, 27),
        "administrative_license": (112, "+19", 2041),
        "other_services": (8, "增10", 0),
        "administrative_penalty": (64, -3, 518),
        "administrative_compulsion": (5, 0, ""),
        "administrative_fees": (2, ""),
        "central_procurement": (7, "1424.4万元"),
    }
    for row, columns in form.tables["proactive_disclosure"].rows():
        for column, value in zip(columns, section_two[row.id], strict=True):
            values[f"proactive_disclosure.{row.id}.{column.id}"] = value
    for name, number in {"new_received": 6, "disclosed": 2, "other_processing": 4, "total_handled": 6}.items():
        values[f"applications.{name}.natural_person"] = number
        values[f"applications.{name}.total"] = ""
    return Report(form, values)


def long() -> Report:
    """A name of 25 characters, a paragraph of 3,000, a number of eight digits in every cell."""
    organ = "内蒙古自治区锡林郭勒盟西乌珠穆沁旗自然资源和林草局"
    values: dict[str, Value] = {
        "report.title": f"{organ}2024年政府信息公开工作年度报告",
        "report.organ": organ,
        "report.year": 2024,
        "report.signature": organ,
        "report.signed_on": date(2025, 1, 20),
        "overview.text": "全年工作情况说明，" * 333 + "完。",
        **dict.fromkeys(LATEST.cells, 12345678),
    }
    return Report(LATEST, values)
