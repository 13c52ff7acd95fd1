"""Years and what templates leave behind."""

from __future__ import annotations

import pytest
from check_reports import changed, only

from giptui.check import Change, check

TITLE = "青山县石桥镇人民政府{}年政府信息公开工作年度报告"


def test_the_title_and_the_year_differ() -> None:
    finding = only(changed({"report.title": TITLE.format(2022)}))
    assert (finding.rule, finding.severity.value) == ("year-mismatch", "error")
    assert finding.message == "标题写的是 2022 年，报告年度填的是 2023，两处应当一致"
    assert finding.cells == ("report.title", "report.year")
    assert finding.alternatives == (
        (Change("report.year", 2023, 2022),),
        (Change("report.title", TITLE.format(2022), TITLE.format(2023)),),
    )


@pytest.mark.parametrize("year", ["2023", "２０２３", "二〇二三", "二○二三", "2023 "])
def test_a_year_is_read_in_any_digits(year: str) -> None:
    assert check(changed({"report.title": TITLE.format(year)})) == ()


@pytest.mark.parametrize(
    ("title", "said"), [("石桥镇政府信息公开工作年度报告", "标题没有写年份"), ("", "标题没有填写")]
)
def test_a_title_without_a_year_is_worth_a_look(title: str, said: str) -> None:
    finding = only(changed({"report.title": title}))
    assert (finding.rule, finding.severity.value, finding.message) == ("year-mismatch", "info", said)


def test_a_year_that_is_not_there_contradicts_nothing() -> None:
    assert check(changed({"report.year": ""})) == ()


@pytest.mark.parametrize(
    ("address", "text", "severity", "message"),
    [
        (
            "overview.text",
            "一是主动公开。（文字描述）",
            "error",
            "第一部分文字：还留着模板里的“（文字描述）”，请填上实际内容",
        ),
        ("applications.text", "共收到申请XX件。", "error", "第三部分文字：还留着模板里的“XX件”，请填上实际内容"),
        ("overview.text", "较20XX年增长__%。", "error", "第一部分文字：还留着模板里的“20XX年”、“__%”，请填上实际内容"),
        ("disputes.text_after", "（____）", "error", "第四部分表后文字：还留着模板里的“（____）”，请填上实际内容"),
        ("preface.text", "现公布XX镇年度报告。", "warning", "前言：还留着模板里的“XX镇”，请填上实际内容"),
        (
            "overview.text",
            "建立了____制度。",
            "warning",
            "第一部分文字：还留着模板里的“建立了____制度。”，请填上实际内容",
        ),
        ("overview.text", "比20__年多12件。", "error", "第一部分文字：还留着模板里的“20__年”，请填上实际内容"),
        ("report.title", "××局2023年政府信息公开工作年度报告", "error", "标题：还留着模板里的“××局”，请填上实际内容"),
        ("report.signature", "XX镇人民政府", "error", "落款：还留着模板里的“XX镇”，请填上实际内容"),
    ],
)
def test_what_a_template_has_left(address: str, text: str, severity: str, message: str) -> None:
    finding = only(changed({address: text}))
    assert (finding.rule, finding.severity.value, finding.message) == ("placeholder-left", severity, message)
    assert finding.cells == (address,)


@pytest.mark.parametrize(
    "text",
    [
        "李XX申请公开征地信息。",
        "居民×××提出申请。",
        "李XX日前提出申请，由我镇办理。",
        "张××委托王XX办理。",
        "王XX个人信息已作处理。",
        "详见 http://example.gov.cn/xxgk/__index.html。",
        "邮箱 zhen__xxgk@example.gov.cn。",
        "附件为 report__2023.docx。",
        "开通XXL平台。",
        "坚持20年如一日。",
    ],
)
def test_what_only_looks_like_a_placeholder(text: str) -> None:
    assert check(changed({"overview.text": text})) == ()


def test_many_of_them_are_one_finding_with_the_first_named() -> None:
    finding = only(changed({"overview.text": "收到XX件，办结XX份，结转XX条，公开XX次，培训XX场。"}))
    assert finding.message == "第一部分文字：还留着模板里的“XX件”、“XX份”、“XX条”……等 5 处，请填上实际内容"
