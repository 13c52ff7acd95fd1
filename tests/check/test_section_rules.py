"""The six sections."""

from __future__ import annotations

import pytest
from check_reports import ZERO, changed, findings, only, read, without

from giptui.check import check
from giptui.form import FORMS, LATEST
from giptui.report import Report, Value

ACCOUNTS = "各级人民政府还应写明工作考核、社会评议和责任追究结果情况"


def test_each_missing_section_is_named() -> None:
    found = check(without("disputes", "other_matters"))
    assert [(finding.rule, finding.severity.value, finding.message) for finding in found] == [
        (
            "section-missing",
            "error",
            "缺少第四部分“四、政府信息公开行政复议、行政诉讼情况”，六个部分都要有；请补上标题和表格",
        ),
        ("section-missing", "error", "缺少第六部分“六、其他需要报告的事项”，六个部分都要有；请补上标题"),
    ]


def test_a_file_with_nothing_but_its_form_lacks_all_six() -> None:
    assert [finding.rule for finding in check(read(""))].count("section-missing") == 6


def test_a_section_without_a_word_is_there() -> None:
    assert len(findings(read("[overview]\n[other_matters]"), "section-missing")) == 4


@pytest.mark.parametrize(
    ("address", "text", "severity", "message"),
    [
        ("overview.text", "", "error", "第一部分“一、总体情况”：没有内容，请写明实际情况"),
        ("overview.text", "无", "error", "第一部分“一、总体情况”：只写了“无”，请写明实际情况"),
        (
            "problems_and_improvements.text",
            "",
            "warning",
            f"第五部分“五、存在的主要问题及改进情况”：没有内容，请写明实际情况；{ACCOUNTS}",
        ),
        (
            "problems_and_improvements.text",
            "无。",
            "warning",
            f"第五部分“五、存在的主要问题及改进情况”：只写了“无。”，请写明实际情况；{ACCOUNTS}",
        ),
        ("other_matters.text", "无", "info", "第六部分“六、其他需要报告的事项”：只写了“无”，请写明实际情况"),
        (
            "other_matters.text",
            "我镇无其他需要报告的事项。",
            "info",
            "第六部分“六、其他需要报告的事项”：只写了“我镇无其他需要报告的事项。”，请写明实际情况",
        ),
    ],
)
def test_sections_without_content(address: str, text: str, severity: str, message: str) -> None:
    finding = only(changed({address: text}))
    assert (finding.rule, finding.severity.value, finding.message) == ("section-empty", severity, message)
    assert finding.cells == (address,)


@pytest.mark.parametrize(
    "text",
    [
        "无\n本年度未收取信息处理费。",
        "本年度无收取信息处理费的情况。",
        "没有其他需要报告的事项，信息处理费 0 元。",
    ],
)
def test_a_few_words_are_content(text: str) -> None:
    assert check(changed({"other_matters.text": text})) == ()


def test_the_sections_with_tables_need_no_prose() -> None:
    assert all(ZERO[f"{name}.text"] == "" for name in ("proactive_disclosure", "applications", "disputes"))
    assert check(ZERO) == ()


def test_sections_out_of_order() -> None:
    (finding,) = findings(read("[applications]\n[overview]\n[disputes]\n[proactive_disclosure]"), "section-order")
    assert finding.severity.value == "warning"
    assert finding.message == (
        "第三部分“三、收到和处理政府信息公开申请情况”排在第一部分“一、总体情况”前面，"
        "现在的次序是三、一、四、二；各部分应按一至六的次序排列"
    )


@pytest.mark.parametrize(
    "toml",
    [
        "",
        "[disputes]",
        "[overview]\n[disputes]\n[other_matters]",
        "[other_matters]\n[report]\n[x]\n[preface]",
        "[applications.not_disclosed]\n[applications.not_processed]\n[disputes]\n[applications.unable_to_provide]",
    ],
)
def test_sections_in_order_whatever_else_stands_between(toml: str) -> None:
    assert findings(read(toml), "section-order") == []


def test_what_an_edit_adds_stands_in_its_place() -> None:
    report = read("[disputes]").with_values({"overview.text": "主动公开。"})
    assert findings(report, "section-order") == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("我镇认真落实《条例》，公开了村务，未收到申请，更新及时，公开栏整洁。", "监督保障"),
        ("充分保障群众的知情权、监督权，主动接待申请，审核发布。", "平台建设、监督保障"),
        ("总体平稳。", "主动公开、依申请公开、政府信息管理、平台建设、监督保障"),
    ],
)
def test_what_the_overview_does_not_speak_of(text: str, missing: str) -> None:
    (finding,) = findings(changed({"overview.text": text}), "overview-topics")
    assert finding.severity.value == "info"
    assert finding.message == (
        f"第一部分“一、总体情况”：没有写到{missing}；"
        "这一部分一般写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "无",
        "发布信息；未收到申请；落实三审三校，先审核后发布；门户网站正常；开展督查。",
        "张贴各类信息，没有人申请；台账齐全；有微信公众号；群众评议良好。",
    ],
)
def test_the_overview_speaks_of_all_in_other_words(text: str) -> None:
    assert findings(changed({"overview.text": text}), "overview-topics") == []


NO_ACCOUNTS = {"problems_and_improvements.text": "公开内容不够丰富，下一步改进。"}


@pytest.mark.parametrize(
    ("level", "organ"),
    [
        ("township", "青山县石桥镇人民政府"),
        ("", "青山县石桥镇人民政府"),
        ("county_government", "青山县人民政府"),
        ("", "青山市人民政府"),
    ],
)
def test_a_government_accounts_for_its_work(level: str, organ: str) -> None:
    header = {"report.level": level, "report.organ": organ}
    (finding,) = findings(changed({**NO_ACCOUNTS, **header}), "overview-accountability")
    assert finding.severity.value == "warning"
    assert finding.message == (
        "第一部分“一、总体情况”：全文没有提到工作考核、社会评议和责任追究结果情况，"
        "各级人民政府的年度报告应当写明（《政府信息公开条例》第五十条第四项）"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"report.level": "county_department", "report.organ": "青山县财政局"},
        {"report.level": "subdistrict", "report.organ": "石桥街道办事处"},
        {"report.level": "", "report.organ": "青山县石桥镇"},
        {"report.level": "", "report.organ": ""},
        {"other_matters.text": "全年没有人被追责问责。"},
        {"preface.text": "2023年1月1日至12月31日。社会评议满意度较高。"},
        {"problems_and_improvements.text": "无"},  # section-empty says it
        {"overview.text": ""},
    ],
)
def test_who_need_not_account_or_does(changes: dict[str, Value]) -> None:
    assert findings(changed({**NO_ACCOUNTS, **changes}), "overview-accountability") == []


def test_a_table_that_is_not_there() -> None:
    report = read('[disputes]\ntext = "没有发生。"\n[applications]\nnew_received = ["", "", "", "", "", "", ""]')
    (finding,) = findings(report, "table-missing")
    assert finding.severity.value == "error"
    assert finding.message == (
        "第四部分“四、政府信息公开行政复议、行政诉讼情况”：缺少表格，请补上整张表；没有发生的填 0"
    )
    assert [finding.cells[0].partition(".")[0] for finding in findings(report, "blank-cells")] == ["applications"]


def test_a_table_of_which_nothing_could_be_read() -> None:
    unread = ", ".join('"?"' for _ in range(5))
    rows = (f"{row.id} = [{unread}]" for row, _ in LATEST.tables["disputes"].rows())
    table = "[disputes]\n" + "\n".join(rows)
    (finding,) = findings(read(f"[origin]\nfile = 'a.html'\n{table}"), "table-missing")
    assert finding.message == "第四部分“四、政府信息公开行政复议、行政诉讼情况”：表格未能读取，请对照原件逐格填写"
    assert len(finding.cells) == 15
    assert findings(read(f"[origin]\n{table}"), "cell-unread") == []
    assert findings(read(table), "table-missing") == []
    assert len(findings(read(table), "cell-unread")) == 1


def test_a_section_that_is_missing_has_no_missing_table() -> None:
    assert findings(without("disputes"), "table-missing") == []


@pytest.mark.parametrize(
    ("form", "year", "message"),
    [
        (
            "2019",
            2023,
            (
                "用的是 2019 年的表格（国办公开办函〔2019〕60号），但 2023 年度的报告应当用 2021 年的格式"
                "（国办公开办函〔2021〕30号），请换用后重新填写"
            ),
        ),
        (
            "2021",
            2020,
            (
                "用的是 2021 年的表格（国办公开办函〔2021〕30号），但 2020 年度的报告应当用 2019 年的格式"
                "（国办公开办函〔2019〕60号），请换用后重新填写"
            ),
        ),
    ],
)
def test_the_form_of_other_years(form: str, year: int, message: str) -> None:
    (finding,) = findings(Report(FORMS[form], {"report.year": year}), "form-outdated")
    assert (finding.severity.value, finding.message, finding.cells) == ("error", message, ("report.year",))


@pytest.mark.parametrize(
    ("form", "year"), [("2019", 2019), ("2019", 2020), ("2021", 2021), ("2021", 2025), ("2019", 2018)]
)
def test_the_form_of_its_years(form: str, year: int) -> None:
    assert findings(Report(FORMS[form], {"report.year": year}), "form-outdated") == []


def test_a_year_that_the_title_contradicts_says_nothing_of_the_form() -> None:
    report = changed({"report.year": 2020})
    assert findings(report, "form-outdated") == []
    assert len(findings(report, "year-mismatch")) == 1


@pytest.mark.parametrize("cited", ["〔2019〕60号", "[2019] 60 号", "（2019）60号", "【2019】60号"])
def test_an_old_basis(cited: str) -> None:
    text = f"{ZERO['preface.text']}按照国办公开办函{cited}编制。"
    (finding,) = check(changed({"preface.text": text}))
    assert (finding.rule, finding.severity.value, finding.cells) == ("basis-outdated", "info", ("preface.text",))
    assert finding.message.endswith(f"引用的是“国办公开办函{cited}”，2021 年度起的格式依据是国办公开办函〔2021〕30号")


@pytest.mark.parametrize(
    "text",
    [
        "按照国办公开办函〔2021〕30号编制。",
        "按照国办公开办函〔2021〕30号编制，国办公开办函〔2019〕60号停止执行。",
        "按照青政办发〔2019〕60号编制。",
        "本报告共60页，由政务公开办函告。",
    ],
)
def test_a_basis_that_holds(text: str) -> None:
    assert findings(changed({"overview.text": text}), "basis-outdated") == []
    assert findings(changed({"report.year": 2020, "report.title": "", "overview.text": text}), "basis-outdated") == []


@pytest.mark.parametrize(
    ("address", "text", "phrase"),
    [
        ("overview.text", "全年公开36条。\n三、主动公开政府信息情况\n", "“主动公开政府信息情况”应是第二部分"),
        (
            "preface.text",
            "包括：三、收到和处理政府信息公开申请情况；三、政府信息公开行政复议、行政诉讼情况。",
            "与“三、收到和处理政府信息公开申请情况”序号相同，“政府信息公开行政复议、行政诉讼情况”应是第四部分",
        ),
    ],
)
def test_a_heading_with_the_wrong_number(address: str, text: str, phrase: str) -> None:
    (finding,) = findings(changed({address: text}), "section-title")
    assert phrase in finding.message
    assert (finding.severity.value, finding.cells) == ("warning", (address,))


@pytest.mark.parametrize(
    "text",
    [
        "一、主动公开\n二、依申请公开\n三、平台建设",
        "二、主动公开政府信息情况",
        "（四）主动公开政府信息情况",
        "三、本年度办理结果",
        "一是总体情况良好；二、监督保障。",
    ],
)
def test_items_and_right_numbers_are_no_wrong_headings(text: str) -> None:
    assert findings(changed({"overview.text": text}), "section-title") == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("根据《政府信息公开条例》（国务院令第492号）编制。", "国务院令第492号，是修订前的文本"),
        ("根据《中华人民共和国政府信息公开条例》（国务院第117号令）编制。", "国务院令第117号，不是这部条例"),
        ("依据国务院令第492号《政府信息公开条例》编制。", "国务院令第492号，是修订前的文本"),
        ("根据《政府信息公开条例》（国务院令第 号）编制。", "国务院令，没有号数，请补上"),
    ],
)
def test_the_regulation_under_the_wrong_number(text: str, stated: str) -> None:
    (finding,) = findings(changed({"preface.text": text}), "basis-outdated")
    assert stated in finding.message
    assert (finding.severity.value, finding.cells) == ("info", ("preface.text",))


@pytest.mark.parametrize(
    "text",
    [
        "根据《政府信息公开条例》（国务院令第711号）编制。",
        "根据《政府信息公开条例》（国务院令第 7 1 1 号）编制。",
        "《政府信息公开条例》以国务院令第492号公布，以国务院令第711号修订。",
        "根据《政府信息公开条例》、《重大行政决策程序暂行条例》（国务院令第713号）编制。",
        "根据《政府信息公开条例》编制。",
    ],
)
def test_the_right_number_and_numbers_of_other_laws(text: str) -> None:
    assert findings(changed({"preface.text": text}), "basis-outdated") == []
