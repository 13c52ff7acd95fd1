"""No rule fails, whatever stands in a report of whatever form, with whatever stood in last year's."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from giptui.check import RULES, Severity, check
from giptui.check.words import LONGEST
from giptui.cli.jsontext import plain_value
from giptui.form import FORMS, LATEST, Form, Kind
from giptui.report import Report, Value, fits, prose
from giptui.store import load
from giptui.store.errors import Unreadable

TESTS = Path(__file__).parents[1]

_HEADS = [
    "全年共收到政府信息公开申请{n}件，同比增长{n}%，",
    "新收{n}件，上年结转{n} 件，答复{n}件（含上年结转{n}件），结转下年度{n}件。",
    "其中自然人{n}件，法人或其他组织{n}件；",
    "予以公开{n}件（甲{n}件、乙{n}件），不予公开{n}件，其他处理{n}件，占{n}%。",
    "未收到政府信息公开申请。无行政复议、行政诉讼。",
    "行政复议{n}件，其中维持{n}件；行政诉讼{n}起。",
    "制发规章{n}件，废止{n}件，现行有效行政规范性文件{n}件。",
    "未收取信息处理费。本年度收取信息处理费{n}元。",
    "统计期限为2019年1月1日至2020年12月30日，本报告依据国办公开办函〔2019〕60号编制。",
    "我局高度重视，我镇认真落实，XX年共____条（文字描述）。",
    "清理失效文件{n}件，机构改革，规章制度。报告分六部分。",
    "受理一百二十{n}件，１２件，近{n}条，1.{n}万元。",
]
_JUNK = st.text(max_size=10) | st.sampled_from(["\x1b[31m", "“", "（" * 60, "2" * 60, "件" * 60, "，\n\n", "　"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Sentences such as reports have, with any numbers, and what no report should have."""
    sentence = st.builds(lambda head, n: head.replace("{n}", str(n)), st.sampled_from(_HEADS), st.integers(0, 130))
    return prose("".join(draw(st.lists(sentence | _JUNK, max_size=7))))


_NUMBERS = st.integers(0, 12) | st.integers(-2, 10**13) | st.decimals(-1, 10**7)
_ODD = (
    st.decimals(allow_nan=False)
    | st.sampled_from([Decimal("NaN"), Decimal("inf"), Decimal("-inf")])  # as TOML has them
    | st.dates()
    | st.sampled_from(["", "", "/", "?", "３", "3件", "+19", "增10", "1424.4万元", "XX", "无"])
)
_BY_KIND = {
    Kind.PROSE: texts(),
    Kind.LINE: texts() | st.sampled_from(["青山县石桥镇人民政府", "某市2020年政府信息公开工作年度报告", "XX局"]),
    Kind.CHOICE: st.sampled_from(["township", "county_government", "region", "own", "", "别的"]),
    Kind.YEAR: st.sampled_from([2019, 2020, 2021, 2024, 1]) | _ODD,
    Kind.DATE: st.dates(date(2019, 1, 1), date(2026, 1, 1)) | _ODD,
    Kind.MOMENT: st.dates() | st.datetimes() | _ODD,
}


@st.composite
def reports(draw: st.DrawFn, form: Form) -> Report:
    """A report over which somebody has poured anything at all; most cells are the same small number."""
    values: dict[str, Value] = dict.fromkeys(form.cells, draw(st.sampled_from([0, 0, 1, 30, ""])))
    for address in draw(st.sets(st.sampled_from(sorted(form.cells)), max_size=25)):
        values[address] = draw(_NUMBERS | _ODD)
    for address, kind in form.kinds.items():
        if not kind.is_numeric and draw(st.booleans()):
            values[address] = draw(_BY_KIND[kind])
    sections = frozenset(draw(st.sets(st.sampled_from([section.id for section in form.sections]))))
    return Report(form, values, sections, imported=draw(st.booleans()))


forms = st.sampled_from(list(FORMS.values()))


@given(forms.flatmap(reports), st.none() | forms.flatmap(reports))
def test_every_rule_answers_anything_with_findings_that_can_be_written_down(
    report: Report, previous: Report | None
) -> None:
    for finding in check(report, RULES, previous):
        assert finding.message == finding.message.strip() != ""
        assert len(finding.message) <= LONGEST
        assert isinstance(finding.severity, Severity)
        assert all(isinstance(cell, str) for cell in finding.cells)
        answers = (finding.fix, *finding.alternatives)
        for change in (change for answer in answers for change in answer):
            assert report[change.address] == change.before or change.before != change.before  # NaN
            assert fits(change.after, report.form.kinds[change.address])
        written = [[plain_value(change.before), plain_value(change.after)] for answer in answers for change in answer]
        sums = [[verdict.identity.name, verdict.left, verdict.right] for verdict in finding.verdicts]
        json.dumps([finding.message, finding.cells, written, sums])


def test_sums_over_infinities_are_unknown_and_no_failure() -> None:
    row = "applications.disclosed"
    values: dict[str, Value] = {**dict.fromkeys(LATEST.cells, 0), f"{row}.natural_person": Decimal("inf")}
    found = check(Report(LATEST, {**values, f"{row}.other_organization": Decimal("-inf")}))
    assert [finding.cells for finding in found if finding.rule == "not-a-count"] == [
        (f"{row}.natural_person",),
        (f"{row}.other_organization",),
    ]
    assert not [finding for finding in found if finding.verdicts]


def test_the_messages_of_every_example_are_whole_sentences_that_fit() -> None:
    """None had to be cut: what is cut ends in the middle of its advice."""
    seen = 0
    for path in sorted(TESTS.rglob("*.toml")):
        try:
            _, report = load(str(path))
        except Unreadable:
            continue  # files of tests/refusals
        last = path.with_name("previous.toml")
        previous = load(str(last))[1] if last.exists() and last != path else None
        for finding in check(report, RULES, previous):
            seen += 1
            assert len(finding.message) <= LONGEST, path
            assert not finding.message.endswith("…"), path
    assert seen > 300
