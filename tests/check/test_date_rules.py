"""Years, periods and days: what fires each rule, and what only looks like it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from check_reports import ZERO, changed, findings

from giptui.check import Change, Policy, check
from giptui.report import Value

TITLE = "青山县石桥镇人民政府{}年政府信息公开工作年度报告"
PERIOD = "preface.text"


def test_the_title_and_the_year_differ() -> None:
    (finding,) = findings(changed({"report.title": TITLE.format(2022), PERIOD: ""}), "year-mismatch")
    assert finding.severity.value == "error"
    assert finding.message == "标题写的是 2022 年，报告年度填的是 2023，两处应当一致"
    assert finding.cells == ("report.title", "report.year")
    assert finding.fix == ()
    assert finding.alternatives == (
        (Change("report.year", 2023, 2022),),
        (Change("report.title", TITLE.format(2022), TITLE.format(2023)),),
    )


def test_the_period_tells_which_of_the_two_is_wrong() -> None:
    (finding,) = findings(changed({"report.title": TITLE.format(2022)}), "year-mismatch")
    assert finding.message == (
        "标题写的是 2022 年，报告年度填的是 2023，统计期限写的是“2023年1月1日起至2023年12月31日”，三处应当一致"
    )
    assert finding.fix == (Change("report.title", TITLE.format(2022), TITLE.format(2023)),)
    (finding,) = findings(changed({"report.year": 2022}), "year-mismatch")
    assert finding.fix == (Change("report.year", 2022, 2023),)


def test_the_period_is_of_another_year() -> None:
    (finding,) = check(changed({PERIOD: "本报告数据的统计期限为2022年1月1日至12月31日。"}))
    assert (finding.rule, finding.severity.value) == ("year-mismatch", "error")
    assert finding.message == (
        "标题写的是 2023 年，报告年度填的是 2023，统计期限写的是“2022年1月1日至12月31日”，三处应当一致"
    )
    assert finding.cells == ("report.title", "report.year", PERIOD)
    assert finding.fix == finding.alternatives == ()


def test_a_period_in_words_is_read_as_one_in_figures() -> None:
    phrase = "二〇二二年一月一日起至二〇二二年十二月三十一日"
    (finding,) = check(changed({PERIOD: f"本报告所列数据的统计期限自{phrase}止。"}))
    assert (finding.rule, finding.severity.value) == ("year-mismatch", "error")
    assert finding.message == f"标题写的是 2023 年，报告年度填的是 2023，统计期限写的是“{phrase}”，三处应当一致"


def test_a_period_over_two_years_is_no_year() -> None:
    text = "本报告数据的统计期限为2022年1月1日至2023年12月31日。"
    assert len(findings(changed({PERIOD: text}), "year-mismatch")) == 1


@pytest.mark.parametrize("year", ["2023", "２０２３", "二〇二三", "二○二三", "2023 ", "2023年度", "2023-"])
def test_a_year_is_read_in_any_digits(year: str) -> None:
    assert check(changed({"report.title": TITLE.format(year)})) == ()


@pytest.mark.parametrize("title", ["2023石桥镇政府信息公开年报", "石桥镇政府信息公开工作2023年年度报告"])
def test_a_year_wherever_it_stands(title: str) -> None:
    assert check(changed({"report.title": title})) == ()


@pytest.mark.parametrize(
    ("title", "phrase"), [("石桥镇政府信息公开工作年度报告", "标题没有写年份"), ("", "标题没有填写")]
)
def test_a_title_without_a_year_is_worth_a_look(title: str, phrase: str) -> None:
    (finding,) = check(changed({"report.title": title}))
    assert (finding.rule, finding.severity.value, finding.message) == ("year-mismatch", "info", phrase)


def test_a_year_that_is_not_there_contradicts_nothing() -> None:
    assert check(changed({"report.year": ""})) == ()


def test_one_wrong_year_is_one_finding() -> None:
    stale = {"report.signed_on": date(2024, 1, 5), "report.published_on": date(2024, 1, 9), "report.year": 2020}
    assert [finding.rule for finding in check(changed(stale))] == ["year-mismatch"]


@pytest.mark.parametrize(
    "text",
    [
        "统计期限：2023年1月1日－2023年12月31日",
        "本报告所列数据统计期限从 2023 年 1 月 1 日 至 12 月 31 日 止",
        "数据统计时间为2023年1月1日零时起至同年12月31日",
        "统计期限自2023年1月1日起，至2023年12月31日止，公示期限自2024年1月5日至2月5日",
        "统计时间段：2023.1.1-2023.12.31",
        "统计时间：2023-01-01至2023-12-31",
        "统计期限为2023年1月至12月",
        "数据统计截至2023年12月31日",
        "统计期限为二〇二三年一月一日至十二月三十一日",
        "统计期限自二〇二三年一月一日起至二〇二三年十二月三十一日止",
        "统计时间为二O二三年一月至十二月",
        "统计期限自二〇二三年元月一日起至十二月三十一日止",
        "统计期限为二〇二三年全年",
        "统计期限为202311日至20231231日",
        "统计范围为2023年全年",
        "2023年1月1日至2023年12月31日，我镇共公开信息100条",
        "统计期限\n为2023年1月1日至\n2023年12月31日",
    ],
)
def test_the_period_is_the_year_however_it_is_put(text: str) -> None:
    assert check(changed({PERIOD: text})) == ()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("本报告统计期限为2023年1月1日至12月30日。", "2023年1月1日至12月30日"),
        ("所列数据的统计期限自2022年12月1日起至2023年11月30日止。", "2022年12月1日起至2023年11月30日"),
        ("统计期限为二〇二三年一月一日至二〇二三年十二月三十日。", "二〇二三年一月一日至二〇二三年十二月三十日"),
    ],
)
def test_a_period_that_is_no_year(text: str, phrase: str) -> None:
    (finding,) = check(changed({PERIOD: text}))
    assert (finding.rule, finding.severity.value) == ("period", "warning")
    assert finding.message == f"前言：统计期限写的是“{phrase}”，应为 1 月 1 日至 12 月 31 日"


@pytest.mark.parametrize(
    "text",
    [
        "石桥镇于2023年3月1日挂牌。本报告统计期限为2023年3月1日至12月31日。",
        "因机构改革，统计期限为2023年1月1日至2023年9月30日。",
    ],
)
def test_a_body_founded_in_the_year_has_a_part_of_it(text: str) -> None:
    assert check(changed({PERIOD: text})) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023年5月1日至5月31日开展政务公开宣传月活动，12月举办培训。",
        "据统计，2023年1月1日至11月30日共发布信息100条。",
        "公示期限为2023年5月1日至5月7日。",
        "本报告电子版可于2024年1月31日至2024年3月31日下载。",
    ],
)
def test_a_period_that_is_not_stated_is_worth_a_look(text: str) -> None:
    (finding,) = check(changed({PERIOD: text}))
    where = (PERIOD if text else "overview.text",)
    assert (finding.rule, finding.severity.value, finding.cells) == ("period", "info", where)
    assert finding.message == ("没有写明报告数据的统计期限；一般在开头写明“统计期限自2023年1月1日起至2023年12月31日止”")


@pytest.mark.parametrize(
    ("address", "text", "quote"),
    [
        ("applications.text", "2022年，我镇收到申请0件。", "2022年，我镇收到申请0件"),
        ("applications.text", "（一）申请情况。2022年度未收到申请。", "2022年度未收到申请"),
        ("other_matters.text", "2022 年全年未收取信息处理费。", "2022 年全年未收取信息处理费"),
        (PERIOD, "现公布石桥镇2022年政府信息公开工作年度报告，统计期限为2023年1月1日至12月31日。", ""),
        ("applications.text", "二〇二二年，我镇收到申请0件。", "二〇二二年，我镇收到申请0件"),
        ("proactive_disclosure.text", "截至2022年底，我镇公开信息156条。", "截至2022年底，我镇公开信息156条"),
        ("proactive_disclosure.text", "截至2022年12月31日，我镇公开信息156条。", "截至2022年12月31日，我镇公开"),
        ("proactive_disclosure.text", "截止 2022 年 12 月底，共公开信息 156 条。", "12 月底，共公开信息 156 条"),
        ("proactive_disclosure.text", "截至二〇二二年十二月三十一日，本镇公开信息156条。", "十二月三十一日，本镇"),
    ],
)
def test_last_year_heads_what_is_said_of_this_one(address: str, text: str, quote: str) -> None:
    (finding,) = check(changed({address: text}))
    assert (finding.rule, finding.severity.value, finding.cells) == ("stale-year", "warning", (address,))
    assert finding.message.endswith("报告年度是 2023，这里写的却是 2022 年，请核对是不是沿用了上年的文字")
    assert quote in finding.message


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021年，我镇公开信息156条。", 2021),
        ("2020年，我镇未收到政府信息公开申请。", 2020),
        ("截至2021年底，我镇主动公开信息156条。", 2021),
    ],
)
def test_a_year_further_back_heads_what_is_said_of_this_one(text: str, year: int) -> None:
    (finding,) = findings(changed({"proactive_disclosure.text": text}), "stale-year")
    phrase = f"报告年度是 2023，这里写的却是 {year} 年，请核对是不是沿用了往年的文字"
    assert finding.message == f"“{text[:-1]}”：{phrase}"


@pytest.mark.parametrize(
    "text",
    [
        "截至2022年底，全镇户籍人口3.2万人，下辖行政村12个。",
        "截至2022年底，我镇12个村（社区）均建成公开栏。",
        "截至2022年底，我镇现行有效的规范性文件5件。",
        "截至2022年底，我镇累计公开信息1560条。今年新增156条。",
        "截至2022年底，我镇收到而未办结的申请2件，已在1月答复。",
        "截至2023年12月31日，我镇公开信息156条。",
        "2022年公开的文件12件，经清理全部有效。",
        "2021年，我镇成为政务公开试点，公开目录26份。",
        "2021年，我镇建成政务公开专区，配备查阅资料300份。",
        "2021年，我镇开通微信公众号，推送信息120条。",
        "2021年，我镇认真落实上级部署。",
        "2021年以来，我镇公开信息500条。",
        "2021年我镇收到的1件申请，申请人不服答复提起诉讼，目前尚未审结。",
        "2020年我镇收到申请5件，2021年收到8件，2022年收到10件，呈上升趋势。",
        "近三年公开情况：\n2021年，公开信息100条。\n2022年，公开信息120条。\n2023年，公开信息150条。",
        "二〇二二年，我镇公开信息120条，二〇二三年公开信息150条。",
    ],
)
def test_what_came_together_earlier_and_what_is_history(text: str) -> None:
    assert findings(changed({"proactive_disclosure.text": text}), "stale-year") == []


@pytest.mark.parametrize(
    "text",
    [
        "2022年收到的1件申请已于1月答复。",
        "2022年度我镇政务公开工作在全县排名第二。",
        "2022年我镇低保公告已发布。",
        "2023年公开100条，较2022年增长5%。",
        "2022年，我镇公开100条，2023年公开120条。",
        "2022年，我镇建成公开专区。2023年，专区继续使用。",
        "2022年政府信息公开工作年度报告按时公布。",
        "2022年我镇决算已公开。",
        "2022年全县政务公开工作要点已落实。",
        "2022年我镇在全县考核中评为优秀。",
        "2022年我镇未办结的申请已经办结，与上年相比没有积压。",
        "2022年以来，我镇坚持公开。",
        "2022年我镇检查发现的问题已整改。",
        "《石桥镇2022年工作报告》已公开。",
        "2022年12月，我镇成立领导小组。",
        "共收到申请数与此前相当，公开信息的数量和质量都好于上一年即\n2022 年我镇的水平。",
    ],
)
def test_last_year_where_it_belongs(text: str) -> None:
    assert findings(changed({"proactive_disclosure.text": text}), "stale-year") == []


def test_section_five_speaks_of_last_year() -> None:
    text = "2022年，我镇公开不够及时。已纳入考核。"
    assert check(changed({"problems_and_improvements.text": text})) == ()


@pytest.mark.parametrize(
    ("level", "organ", "last", "who"),
    [
        ("county_department", "青山县财政局", (1, 31), "政府部门应在此前公布（《政府信息公开条例》第四十九条）"),
        ("township", "青山县石桥镇人民政府", (1, 31), "乡镇、街道按惯例应在此前公布"),
        ("", "青山县石桥镇人民政府", (1, 31), "乡镇、街道按惯例应在此前公布"),
        ("county_government", "青山县人民政府", (3, 31), "县级以上政府应在此前公布（《政府信息公开条例》第四十九条）"),
        ("", "青山", (3, 31), "县级以上政府应在此前公布（《政府信息公开条例》第四十九条）"),
    ],
)
def test_the_day_by_which_to_publish(level: str, organ: str, last: tuple[int, int], who: str) -> None:
    header: dict[str, Value] = {"report.level": level, "report.organ": organ}
    in_time, late = date(2024, *last), date(2024, last[0] + 1, 1)
    assert findings(changed({**header, "report.published_on": in_time}), "deadline") == []
    (finding,) = findings(changed({**header, "report.published_on": late}), "deadline")
    assert finding.message == f"发布日期是 {late}，晚于 2024 年 {last[0]} 月 {last[1]} 日；{who}"


def test_an_office_may_settle_the_day_for_its_townships() -> None:
    report = changed({"report.published_on": date(2024, 2, 20)})
    assert [finding.rule for finding in check(report)] == ["deadline"]
    assert check(report, policy=Policy(township_deadline=(2, 29))) == ()
    assert check(changed({"report.published_on": date(2024, 3, 1)}), policy=Policy(township_deadline=(2, 29)))


@pytest.mark.parametrize("value", ["", "二月", datetime(2024, 5, 1, 8, 0)])
def test_what_is_no_day_is_not_late(value: Value) -> None:
    assert findings(changed({"report.published_on": value}), "deadline") == []


def test_the_last_year_of_all_is_no_trouble() -> None:
    report = changed({"report.year": 9999, "report.title": "", "report.published_on": date(9999, 12, 31)})
    assert [finding.cells for finding in findings(report, "deadline")] == [("report.published_on",)]


@pytest.mark.parametrize(
    ("published", "early"), [(date(2023, 12, 31), 1), (date(2022, 1, 9), 1), (date(2024, 1, 1), 0)]
)
def test_published_before_the_year_is_over(published: date, early: int) -> None:
    found = findings(changed({"report.published_on": published}), "deadline")
    assert [finding.message for finding in found] == [
        f"发布日期是 {published}，2023 年还没有结束；年度报告要等全年的数统计完才能公布"
    ] * early


def test_a_body_merged_in_the_year_need_not_wait_for_its_end() -> None:
    text = "石桥镇于2023年9月1日撤并。本报告统计期限为2023年1月1日至2023年8月31日。"
    assert findings(changed({"report.published_on": date(2023, 10, 8), PERIOD: text}), "deadline") == []


@pytest.mark.parametrize(
    ("signed", "published", "message"),
    [
        (date(2023, 1, 5), "", "落款日期是 2023-01-05，但 2023 年度的报告应在 2024 年编制"),
        (date(2025, 1, 5), date(2024, 1, 9), "落款日期是 2025-01-05，但 2023 年度的报告应在 2024 年编制"),
        (date(2024, 1, 10), date(2024, 1, 9), "落款日期是 2024-01-10，晚于发布日期 2024-01-09"),
    ],
)
def test_the_day_of_the_signature(signed: date, published: Value, message: str) -> None:
    (finding,) = findings(changed({"report.signed_on": signed, "report.published_on": published}), "signature-year")
    assert (finding.severity.value, finding.message) == ("warning", message)


@pytest.mark.parametrize("published", ["", date(2024, 1, 9), date(2024, 1, 31)])
def test_signed_in_time(published: Value) -> None:
    assert check(changed({"report.signed_on": date(2024, 1, 9), "report.published_on": published})) == ()


def test_a_report_without_days_has_none_to_check() -> None:
    assert not [address for address in ZERO.values if address in ("report.signed_on", "report.published_on")]
    assert check(ZERO) == ()
