"""Siblings before contradiction; words without numbers; lists: what `check` says of small reports."""

from __future__ import annotations

import pytest
from claim_reports import report

from giptui.check import check
from giptui.form import LATEST
from giptui.report import Report

ZEROES = dict.fromkeys(LATEST.cells, 0)


def told(text: str, address: str = "overview.text", **rows: int) -> list[str]:
    """The rules about prose that fire; rows are named with _ for a dot, their number stands in 自然人 and 总计."""
    cells: dict[str, object] = dict(ZEROES)
    for name, number in rows.items():
        table, _, row = name.partition("__")
        row = row.replace("__", ".")
        if table == "applications":
            cells |= {f"{table}.{row}.natural_person": number, f"{table}.{row}.total": number}
        else:
            cells[f"{table}.{row}"] = number
    whole = report(text, address, organ="河口县水利局", level="county_department").with_values(cells)  # type: ignore[arg-type]
    return [finding.rule for finding in check(Report(LATEST, whole.values)) if finding.rule.startswith("text-")]


def applications(number: int, **rows: int) -> dict[str, int]:
    found = {"applications__new_received": number, "applications__total_handled": number}
    return found | {f"applications__{name}": count for name, count in (rows or {"disclosed": number}).items()}


SILENT = [
    ("收到网上申请4件，答复4件；收到信函申请2件，答复2件。", applications(6)),
    ("政府收到依申请公开1件，予以公开1件；部门收到依申请公开5件，予以公开5件。", applications(6)),
    (
        "收到申请6件，其中本机关不掌握2件，信息不存在4件。",
        applications(6, unable_to_provide__not_held=6),
    ),
    ("收到申请6件，同意公开4件，部分同意公开2件。", applications(6, disclosed=4, partially_disclosed=2)),
    ("收到申请6件（已主动公开答复数4件，同意公开答复数2件）。", applications(6)),
    ("生成政府信息50条，其中主动公开信息数30条；依申请公开信息数18条；不予公开信息数2条。", applications(6)),
    (
        "受理申请6件，上一年度结转受理1件。",
        {**applications(6, disclosed=7), "applications__carried_in": 1, "applications__total_handled": 7},
    ),
    ("收到申请6件，未收到因依申请公开引发的投诉。", applications(6)),
    ("指导乡镇办理依申请公开件30件。我局收到申请6件。", applications(6)),
    ("公开财政信息90条，其中专项资金40条，预决算公开50条（部门预决算公开30条、政府预决算公开20条）。", applications(6)),
    ("2、依申请公开情况。收到申请6件。\n4、政府信息公开行政复议、行政诉讼情况。未发生。", applications(6)),
    (
        "公开行政许可类信息0条、行政处罚类信息0条。本年度无新增行政许可事项。",
        {"proactive_disclosure__administrative_license.decisions": 8},
    ),
    ("全年主动公开信息60条，其中网站40条，微信20条。", {}),
    ("收到申请6件，均为自然人申请，全部予以公开。", applications(6)),
]
FIRING = [
    ("2023年县水利局收到依申请公开8件。", applications(6), "text-received"),
    ("（一）主动公开情况\n（二）依申请公开情况\n全年共收到政府信息公开申请8件。", applications(6), "text-received"),
    ("收到申请6件，全部予以公开。", applications(6, disclosed=5, partially_disclosed=1), "text-outcome"),
    (
        "因政府信息公开被申请行政复议3件，全部维持。",
        {"disputes__reconsideration.total": 3, "disputes__reconsideration.upheld": 2},
        "text-disputes",
    ),
    (
        "作出行政处罚处理决定数量9件。",
        {"proactive_disclosure__administrative_penalty.decisions": 4},
        "text-documents",
    ),
    ("主动公开政府信息90条，其中网站50条，微信30条，抖音20条。", {}, "text-list-sum"),
    ("主动公开政府信息90条，其中政策类50条，财政类20条，其他类10条。", {}, "text-list-sum"),
    ("收到政府信息公开申请6件，回复5件。", applications(6), "text-handled"),
    (
        "发布行政规范性文件3件，废止0件，现行有效文件9件。",
        {
            "proactive_disclosure__normative_documents.issued": 2,
            "proactive_disclosure__normative_documents.in_force": 9,
        },
        "text-documents",
    ),
    (
        "新受理政府信息公开申请6件，2022年结转政府信息公开申请1件，共计8件。",
        {**applications(6, disclosed=7), "applications__carried_in": 1, "applications__total_handled": 7},
        "text-list-sum",
    ),
    ("共收到涉及征地、规划等领域的政府信息公开申请共7件。", applications(6), "text-received"),
    (
        "政府信息公开申请共计6件，涉及机构设置2件、大坝备案信息4件。其中，同意公开5件，无法提供2件。",
        applications(6, disclosed=4, unable_to_provide__not_held=2),
        "text-outcome",
    ),
    ("受理申请6件，区分处理后公开3件。", applications(6, disclosed=4, partially_disclosed=2), "text-outcome"),
    ("收到网上申请4件，信函申请3件。", applications(6), "text-received"),
    ("收到申请6件，其中网上申请4件、信函申请3件。", applications(6), "text-list-sum"),
]


@pytest.mark.parametrize(("text", "cells"), SILENT)
def test_what_siblings_explain_is_no_contradiction(text: str, cells: dict[str, int]) -> None:
    assert told(text, **cells) == []


@pytest.mark.parametrize(("text", "cells", "rule"), FIRING)
def test_what_nothing_explains_is_told_once(text: str, cells: dict[str, int], rule: str) -> None:
    address = {"text-disputes": "disputes.text"}.get(rule, "overview.text")
    assert told(text, address, **cells) == [rule]
