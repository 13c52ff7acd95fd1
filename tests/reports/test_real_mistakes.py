"""What goes wrong in published reports, each in a small report, with the rule that must catch it and what it says.

Bodies are invented; the mistakes are the usual ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

import pytest
from building import report, row, rows

from giptui.check import Severity, check
from giptui.form import FORMS, LATEST, Form
from giptui.report import Report, Value

TOWN: Mapping[str, Value] = {
    "report.title": "云溪县石桥镇人民政府2024年政府信息公开工作年度报告",
    "report.organ": "云溪县石桥镇人民政府",
    "report.level": "township",
}
BUREAU: Mapping[str, Value] = {
    "report.title": "云溪县水务局2024年政府信息公开工作年度报告",
    "report.organ": "云溪县水务局",
    "report.level": "county_department",
}
FEES = "proactive_disclosure.administrative_fees.amount"


def rules(issued: int, repealed: int, in_force: int) -> dict[str, Value]:
    """The row 规章."""
    numbers = {"issued": issued, "repealed": repealed, "in_force": in_force}
    return {f"proactive_disclosure.government_rules.{column}": number for column, number in numbers.items()}


class Mistake(NamedTuple):
    """A report with a mistake in it, and what is to be said of that: severity, rule, a part of the message."""

    name: str
    values: Mapping[str, Value]
    severity: Severity
    rule: str
    message: str
    form: Form = LATEST
    previous: Mapping[str, Value] | None = None

    def report(self) -> Report:
        return report(self.values, self.form)


MISTAKES = (
    Mistake(
        "a total over details that are all 0, and the text says that there was none",
        {**TOWN, **row("total_handled", 0, 0, 0, 0, 0, 1), "applications.text": "本年度未收到政府信息公开申请。"},
        Severity.ERROR,
        "column-sum",
        "（七）总计，其他列：填 1，但上面各行之和为 0，一＋二也为 0；应为 0",
    ),
    *(
        Mistake(
            f"rules of a body without the power: {numbers}",
            {**body, **rules(*numbers)},
            Severity.ERROR,
            "rule-making-power",
            f"现行有效件数 {numbers[2]}，但",
        )
        for body, numbers in ((TOWN, (0, 0, 6)), (BUREAU, (0, 0, 15)), (BUREAU, (6, 2, 10)))
    ),
    Mistake(
        "two in the text, three in the table",
        {
            **rows(new_received=3, disclosed=3, total_handled=3),
            "applications.text": "2024年，我局共收到政府信息公开申请2件，均已按期答复。",
        },
        Severity.WARNING,
        "text-received",
        "收到政府信息公开申请2件",
    ),
    Mistake(
        "11 received, 8 done, 1 left: the table follows the text",
        {
            **rows(new_received=11, disclosed=8, total_handled=8, carried_out=1),
            "applications.text": "全年受理政府信息公开申请11件，办结8件，结转下年1件。",
        },
        Severity.ERROR,
        "balance",
        "一＋二为 11，但（七）＋四为 9",
    ),
    Mistake(
        "11 received, 8 done, 1 left: the table is right",
        {
            **rows(new_received=11, disclosed=10, total_handled=10, carried_out=1),
            "applications.text": "全年受理政府信息公开申请11件，办结8件，结转下年1件。",
        },
        Severity.WARNING,
        "text-handled",
        "办结8件",
    ),
    Mistake(
        "parts that do not add up to their whole",
        {
            **rows(new_received=9, disclosed=9, total_handled=9),
            "applications.text": "共收到政府信息公开申请9件（征地类4件、规划类2件、水利类2件）。",
        },
        Severity.WARNING,
        "text-list-sum",
        "4＋2＋2 相加为 8",
    ),
    Mistake(
        "the text has the number of one column",
        {
            **rows(new_received=(258, 12), disclosed=(258, 12), total_handled=(258, 12)),
            "applications.text": "2024年，共受理政府信息公开申请258件。",
        },
        Severity.WARNING,
        "text-received",
        "258 是本行自然人列的数",
    ),
    Mistake(
        "the tables of 2019 in a report of 2024",
        {**BUREAU},
        Severity.ERROR,
        "form-outdated",
        "2024 年度的报告应当用 2021 年的格式",
        form=FORMS["2019"],
    ),
    Mistake(
        "a period that ends on 30 December",
        {"preface.text": "本报告所列数据的统计期限自2024年1月1日起至2024年12月30日止。"},
        Severity.WARNING,
        "period",
        "2024年1月1日起至2024年12月30日",
    ),
    Mistake(
        "last year's title in this year's preface",
        {
            "preface.text": "根据《中华人民共和国政府信息公开条例》，现公布云溪市水务局2023年政府信息公开工作年度报告。"
            "统计期限自2024年1月1日起至12月31日止。"
        },
        Severity.WARNING,
        "stale-year",
        "“2023年政府信息公开工作年度报告”：报告年度是 2024，这里写的却是 2023 年",
    ),
    Mistake(
        "元 where 万元 is asked for",
        {**BUREAU, FEES: Decimal("119253.55")},
        Severity.WARNING,
        "unit-suspect",
        "请核对本年的数是否填成了元",
        previous={**BUREAU, "report.year": 2023, FEES: Decimal("11.82")},
    ),
    Mistake(
        "blank totals",
        {
            **rows(new_received=3, disclosed=3, total_handled=3),
            **{f"applications.{name}.total": "" for name in ("new_received", "disclosed", "total_handled")},
        },
        Severity.WARNING,
        "blank-cells",
        "；（一）予以公开，总计列按本行各列之和应为 3；",
    ),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_the_mistake_is_found_and_nothing_worse_beside_it(mistake: Mistake) -> None:
    previous = report(mistake.previous) if mistake.previous is not None else None
    found = [each for each in check(mistake.report(), previous=previous) if each.severity > Severity.INFO]
    assert [(each.severity, each.rule) for each in found] == [(mistake.severity, mistake.rule)]
    assert mistake.message in found[0].message


def test_a_heading_that_is_missing() -> None:
    whole = report(BUREAU)
    left = {cell: value for cell, value in whole.values.items() if not cell.startswith("proactive_disclosure.")}
    sections = tuple(section for section in whole.sections if section != "proactive_disclosure")
    (found,) = check(Report(LATEST, left, sections))
    assert found.rule == "section-missing" and "“二、主动公开政府信息情况”" in found.message
