"""The structure of a data file: small files, and the findings about them."""

from __future__ import annotations

import pytest
from check_reports import ZERO, changed, findings, only, read

from giptui.check import Change
from giptui.report import Value


@pytest.mark.parametrize(
    ("toml", "key", "hint"),
    [
        ("[applications]\ndisclosd = [0]", "disclosd", "是不是“disclosed”（第三部分表格，（一）予以公开）？"),
        (
            "[applications]\nstate_secret = [0]",
            "state_secret",
            "是不是“not_disclosed.state_secret”（第三部分表格，（三）不予公开，1.属于国家秘密）？",
        ),
        (
            "[applications.not_procesed]\nrepeat = [0]",
            "not_procesed",
            "是不是“not_processed”（第三部分表格，（五）不予处理）？",
        ),
        (
            "[proactive_disclosure]\ngovernment_rules = { isued = 1 }",
            "government_rules.isued",
            "是不是“government_rules.issued”（第二部分表格，规章，本年制发件数）？",
        ),
        ("[report]\ntitel = '年报'", "titel", "是不是“title”（标题）？"),
        ("[overveiw]", "overveiw", "是不是“overview”（第一部分“一、总体情况”）？"),
        ("[overview]\ntxt = ''", "txt", "是不是“text”（第一部分文字）？"),
        ("[report]\nphone = ''", "phone", "自用的内容请放到 [x] 下面"),
        (
            "[applications]\nreconsideration = [0]",
            "reconsideration",
            "它是 [disputes] 的一行，是不是漏了 [disputes] 这一行表头？",
        ),
        (
            "[applications]\nreconsideration = [0]\n[disputes]\ntext = '无'",
            "reconsideration",
            "它是 [disputes] 的一行，应写在 [disputes] 下面",
        ),
        (
            "[disputes]\nnot_disclosed.repeat = [0]",
            "not_disclosed",
            "它是 [applications] 的一行，是不是漏了 [applications] 这一行表头？",
        ),
        ("organ = '白鹤镇'", "organ", "它是 [report] 的一行，是不是漏了 [report] 这一行表头？"),
        ("text = '无'", "text", "自用的内容请放到 [x] 下面"),
        ("[report]\nissued = 1", "issued", "自用的内容请放到 [x] 下面"),
        (
            "[proactive_disclosure]\ngovernment_rules = { reconsideration = 1 }",
            "government_rules.reconsideration",
            "自用的内容请放到 [x] 下面",
        ),
    ],
)
def test_unknown_keys_and_the_nearest_known_one(toml: str, key: str, hint: str) -> None:
    (finding,) = findings(read(toml), "unknown-key")
    assert finding.message == f"不认识的键“{key}”，其内容没有读入；{hint}"
    assert finding.severity.value == "warning"


def test_what_is_kept_for_the_office_is_its_own() -> None:
    report = read("[x]\nphone = '1'\n[origin]\nurl = 'http://example.org'\n[preface]\ntext = '前言'")
    assert findings(report, "unknown-key") == []


def test_a_row_too_short() -> None:
    report = read("[applications]\ndisclosed = [0, 0, 0, 0, 0, 0]")
    (finding,) = findings(report, "row-length")
    assert finding.severity.value == "error"
    assert finding.message == (
        '第三部分表格，（一）予以公开：应有 7 个数，填了 6 个数：0, 0, 0, 0, 0, 0；空着的格写 ""'
    )
    assert len(finding.cells) == 7
    assert findings(report, "cell-unread") == []


def test_a_row_of_the_right_length_is_not_spoken_of() -> None:
    assert findings(read('[applications]\ndisclosed = [0, "", "/", "?", 0, 0, 0]'), "row-length") == []


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[disputes]\nreconsideration = 3", "第四部分表格，行政复议：填的是 3，应写成方括号里的 5 个数"),
        (
            "[proactive_disclosure]\nadministrative_license = 35",
            "第二部分表格，行政许可：填的是 35，应写成 { decisions = 35 }",
        ),
        (
            "[proactive_disclosure]\nadministrative_fees = 3.50",
            "第二部分表格，行政事业性收费：填的是 3.50，应写成 { amount = 3.50 }",
        ),
        (
            "[proactive_disclosure]\nadministrative_license = '3'",
            '第二部分表格，行政许可：填的是 "3"，应写成 { decisions = 0 }',
        ),
        (
            "[proactive_disclosure]\ngovernment_rules = 3",
            "第二部分表格，规章：填的是 3，应写成 { issued = 0, repealed = 0, in_force = 0 }",
        ),
        ("[overview]\ntext = 3", "第一部分文字：填的是 3，应为文字，写在引号里"),
        ("overview = 3", "第一部分“一、总体情况”：填的是 3，应写成一节，以 [overview] 开头"),
        ("report = 3", "“report”：填的是 3，应写成一节，以 [report] 开头"),
        (
            "[applications]\nnot_disclosed = 3",
            "第三部分表格，（三）不予公开：填的是 3，应写成一节，以 [applications.not_disclosed] 开头",
        ),
        ("waiver = 3", "“waiver”：填的是 3，应写成 [[waiver]]，含 rule、cells 和 reason"),
        ("waiver = [3]", "“waiver”：填的是 3，应写成 [[waiver]]，含 rule、cells 和 reason"),
        ("[[waiver]]\ncells = { a = 1 }", '“waiver”：缺 rule，请补上 rule = "规则名"'),
        ("[[waiver]]\nrule = 1", '“waiver”：rule 填的是 1，应写成 rule = "规则名"'),
        ("[[waiver]]\nrule = 'balance'", '“waiver”：缺 cells，请补上 cells = { "地址" = 当时的数 }'),
        (
            "[[waiver]]\nrule = 'balance'\ncells = 2",
            '“waiver”：cells 填的是 2，应写成 cells = { "地址" = 当时的数 }',
        ),
        (
            "[[waiver]]\nrule = 'balance'\ncells = { a = [1] }",
            '“waiver”：cells 里的 "a" 填的是 [1]，应写成 cells = { "地址" = 当时的数 }',
        ),
        (
            "[[waiver]]\nrule = 'balance'\ncells = { applications.carried_in.total = 2 }",
            '“waiver”：cells 里的地址没有加引号，应写成 cells = { "applications.carried_in.total" = 2 }',
        ),
        (
            "[[waiver]]\nrule = 'balance'\ncells = { 'report.year' = 2 }\n[[waiver]]\nrule = 'balance'",
            '第 2 段 [[waiver]]：缺 cells，请补上 cells = { "地址" = 当时的数 }',
        ),
        ("[report]\ntitle = 2023", "标题：填的是 2023，应为一行文字，写在引号里"),
        ("[report]\nyear = true", "报告年度：填的是 true，应为四位年份，不加引号，如 2023"),
    ],
)
def test_things_of_the_wrong_type(toml: str, message: str) -> None:
    (finding,) = findings(read(toml), "wrong-type")
    assert finding.message == message
    assert finding.severity.value == "error"


@pytest.mark.parametrize(
    ("address", "value", "message", "fix"),
    [
        ("report.year", "2023", "报告年度：填的是文字“2023”，应直接写 2023，不加引号", 2023),
        ("report.year", "0203年", "报告年度：填的是文字“0203年”，应为四位年份，不加引号，如 2023", None),
        ("report.year", 23, "报告年度：填的是“23”，应为四位年份，不加引号，如 2023", None),
        ("report.signed_on", "月底", "落款日期：填的是文字“月底”，应为日期，不加引号，如 2024-01-23", None),
        (
            "report.written_at",
            "昨天",
            "撰写时间：填的是文字“昨天”，应为日期和时间，不加引号，如 2024-01-23T16:12:21",
            None,
        ),
        ("report.level", "乡镇", "机关层级：填的是“乡镇”，应写 township", "township"),
        (
            "report.scope",
            "town",
            "统计范围：填的是“town”，只能是 own（本机关）、region（本机关及下属各单位（全市、全县））",
            None,
        ),
    ],
)
def test_lines_of_the_header_of_the_wrong_kind(address: str, value: Value, message: str, fix: Value | None) -> None:
    finding = only(changed({address: value}))
    assert (finding.rule, finding.message, finding.cells) == ("wrong-type", message, (address,))
    assert finding.fix == (() if fix is None else (Change(address, value, fix),))


def test_a_date_in_words_is_offered_as_a_date() -> None:
    finding = only(changed({"report.signed_on": "2024年1月23日"}))
    assert finding.message == "落款日期：填的是文字“2024年1月23日”，应直接写 2024-01-23，不加引号"
    assert [str(change.after) for change in finding.fix] == ["2024-01-23"]


def test_a_header_that_is_blank_is_of_no_wrong_kind() -> None:
    blank = {address: "" for address in ZERO.form.fields if address not in ("report.title", "report.year")}
    assert findings(changed(blank), "wrong-type") == []
