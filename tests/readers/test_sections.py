"""Headings, prose, title, metadata and signature of made-up pages in the shapes that published ones have."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from giptui.display.wrapping import wrapped
from giptui.form import LATEST
from giptui.readers.document import Refused
from giptui.readers.formats.text import read
from giptui.readers.prose.sections import divided
from readers.pages import BODY, Part, page, values

TITLE = "青山县白鹤镇人民政府2023年政府信息公开工作年度报告"
ALL = tuple(section.id for section in LATEST.sections)
NAMES = ("overview", "proactive_disclosure", "applications", "disputes", "problems_and_improvements", "other_matters")


def headed(*headings: str, before: tuple[str, ...] = ()) -> tuple[Part, ...]:
    """A report with these headings over its six sections; an empty one is not there."""
    parts: list[Part] = [TITLE, *before]
    for index, (name, heading) in enumerate(zip(NAMES, headings, strict=True)):
        parts += [heading] if heading else []
        parts.append(f"第 {index + 1} 段文字，共 {index + 11} 件。")
        if name in LATEST.tables:
            parts.append((name,))
    return tuple(parts)


HEADINGS = {
    "the form's": [section.title for section in LATEST.sections],
    "in brackets": [
        "(一)总体情况",
        "(二)主动公开政府信息的情况",
        "（三）收到和处理政府信息公开申请的情况",
        "(四)政府信息公开行政复议、行政诉讼情况",
        "(五)存在的主要问题及改进措施",
        "(六)其他需要报告的事项",
    ],
    "other words": [
        "一、工作概述",
        "二、政府信息主动公开情况",
        "三、依申请公开政府信息情况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "五、存在问题和改进措施",
        "六、其他需要说明的事项",
    ],
    "damaged": [
        "、总体情况",
        "二主动公开政府信息情况",
        "三．收到和处理政府信息公开申请情况",
        "四、政府信息公开行政法复议、行政诉讼情况",
        "、存在的主要问题及改进情况",
        "六、 其它需要报告的事项",
    ],
    "type setting": [
        "一、总体情况(宋体加粗小四号字)",
        "二、主动公开政府信息情况（黑体三号）",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况：",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项。",
    ],
    "no ordinals": [section.name for section in LATEST.sections],
    "blanks": [
        "一、 总体情况",
        "二 、主动公开政府 信息情况",
        "　　三、收到和处理政府信息公开申请情况",
        "四、\u2002政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况\xa0",
        "六、其他需要报告的事项",
    ],
}


@pytest.mark.parametrize("headings", HEADINGS.values(), ids=HEADINGS.keys())
def test_a_section_begins_with_its_heading_however_it_is_written(headings: list[str]) -> None:
    found = page(*headed(*headings))
    assert found.sections == ALL
    texts = values(found)
    assert [texts[f"{name}.text"] for name in NAMES] == [f"第 {n + 1} 段文字，共 {n + 11} 件。" for n in range(6)]
    assert found.notes == ()


def test_prose_stands_before_and_behind_its_table() -> None:
    found = values(
        page(
            TITLE,
            "一、总体情况",
            "甲。",
            "　　（一）乙。",
            "二、主动公开政府信息情况",
            "表前。",
            "第二十条第（一）项",
            ("proactive_disclosure",),
            "第二十条第（五）项",
            ("proactive_disclosure",),
            "表后一。",
            "表后二。",
            "三、收到和处理政府信息公开申请情况",
            ("applications",),
            "六、其他需要报告的事项",
            "没有。",
        )
    )
    assert found["overview.text"] == "甲。\n　　（一）乙。"
    assert found["proactive_disclosure.text"] == "表前。"
    assert found["proactive_disclosure.text_after"] == "表后一。\n表后二。"
    assert "applications.text" not in found
    assert found["other_matters.text"] == "没有。"


def test_headings_with_nothing_under_them_are_sections() -> None:
    found = page(
        TITLE,
        "一、总体情况",
        "甲。",
        *(section.title for section in LATEST.sections[1:4]),
        "五、存在的主要问题及改进情况",
        "乙。",
        "六、其他需要报告的事项",
    )
    assert found.sections == ALL
    assert {address for address in values(found) if address.endswith("text")} == {
        "overview.text",
        "problems_and_improvements.text",
    }


def test_subheadings_are_no_sections_where_those_with_a_table_have_no_heading() -> None:
    found = page(
        TITLE,
        "一、总体情况",
        "（一）主动公开情况。全年公开 41 条。",
        "（二）依申请公开情况。规范办理程序。",
        "(二)主动公开政府信息的情况",
        "文件 2 件。",
        *BODY[3:],
    )
    texts = values(found)
    assert found.sections == ALL
    assert texts["overview.text"] == "（一）主动公开情况。全年公开 41 条。\n（二）依申请公开情况。规范办理程序。"
    assert texts["proactive_disclosure.text"] == "文件 2 件。"


def test_a_table_of_figures_among_the_prose_is_a_line_a_row() -> None:
    fees = [["通知收取件数", "实际收取金额（元）"], ["3", "125.5"]]
    texts = values(page(TITLE, *BODY[:-1], "收取信息处理费情况：", fees))
    assert texts["other_matters.text"] == "收取信息处理费情况：\n通知收取件数；实际收取金额（元）\n3；125.5"


def test_the_marks_of_markdown_are_none_of_the_text() -> None:
    text = f"# **{TITLE}**\n\n## **一、总体情况**\n\n公开 **41** 条。\n\n## 六、其他需要报告的事项 ##\n\n无。\n"
    found = divided(read(text.encode()).blocks, {}, LATEST)
    texts = values(found)
    assert (texts["title"], texts["overview.text"], texts["other_matters.text"]) == (TITLE, "公开 41 条。", "无。")


def test_a_page_that_holds_the_report_again_is_one_report() -> None:
    assert values(page(TITLE, *BODY, *BODY))["year"] == 2023


def test_a_section_without_heading_begins_with_its_table() -> None:
    found = page(*headed("一、总体情况", "", *HEADINGS["the form's"][2:]))
    texts = values(found)
    assert found.sections == ALL
    assert texts["overview.text"] == "第 1 段文字，共 11 件。\n第 2 段文字，共 12 件。"  # nobody can tell where it ends
    assert found.notes == ("没有“二、主动公开政府信息情况”的标题，按表格认出",)


def test_an_absent_section_is_said() -> None:
    found = page(TITLE, *BODY[:-2])
    assert found.sections == ALL[:5]
    assert found.notes == ("没有“六、其他需要报告的事项”部分",)


def test_a_list_of_contents_is_no_section() -> None:
    contents = [f"{title}……{page}" for page, title in enumerate(HEADINGS["the form's"], 1)]
    plain = HEADINGS["the form's"]
    numbered = [line for page, title in enumerate(plain, 1) for line in (title, str(page))]
    for above in (["目录", *contents], ["目  录", *plain], numbered, [f"{title}\t3" for title in plain]):
        found = page(TITLE, *above, "本报告由镇人民政府编制。", *BODY)
        assert found.sections == ALL
        assert values(found)["overview.text"] == "本镇全年公开信息 41 条。"
        assert values(found)["preface.text"] == "本报告由镇人民政府编制。"


def test_what_is_called_like_a_section_within_another_is_prose() -> None:
    found = values(
        page(TITLE, "一、总体情况", "（一）主动公开情况", "公开 3 条。", "（二）依申请公开情况", "无。", *BODY[2:])
    )
    assert found["overview.text"] == "（一）主动公开情况\n公开 3 条。\n（二）依申请公开情况\n无。"


def test_text_behind_a_heading_on_its_line() -> None:
    found = values(page(TITLE, "一、总体情况。2023年公开 7 件。", "又。", *BODY[2:-2], "六、其他需要报告的事项：无。"))
    assert found["overview.text"] == "2023年公开 7 件。\n又。"
    assert found["other_matters.text"] == "无。"


def test_a_heading_on_two_lines() -> None:
    parts = [*BODY]
    at = parts.index("四、政府信息公开行政复议、行政诉讼情况")
    parts[at : at + 1] = ["四、政府信息公开行政复议、", "行政诉讼情况"]
    found = page(TITLE, *parts)
    assert found.sections == ALL
    assert "disputes.text" not in values(found)


def test_a_page_that_lost_its_line_breaks() -> None:
    line = (
        "本报告按条例编制，包括总体情况、主动公开政府信息情况等六个部分。 "
        "一、总体情况2023年，我镇公开 41 条。（一）主动公开。3 件。"
        "二、主动公开政府信息情况本年无。三、收到和处理政府信息公开申请情况本年收到 2 件，均已答复。"
        "四、政府信息公开行政复议、行政诉讼情况"
        "无。五、存在的主要问题及改进情况(一)问题。不够及时，下一步将改进。六、其他需要报告的事项2023年没有收取信息处理费，也没有其他需要报告的事项。"
        "以上数据统计到年底为止，如有疑问请与镇政府办公室联系。"
    )
    found = page(TITLE, line)
    texts = values(found)
    assert found.sections == ALL
    assert texts["preface.text"] == "本报告按条例编制，包括总体情况、主动公开政府信息情况等六个部分。"
    assert texts["overview.text"] == "2023年，我镇公开 41 条。（一）主动公开。3 件。"
    assert texts["problems_and_improvements.text"] == "(一)问题。不够及时，下一步将改进。"


TITLES = {
    "one line": ([TITLE], TITLE, "青山县白鹤镇人民政府", 2023),
    "its kind before it": (
        ["青山县白鹤镇人民政府", "政府信息公开年报", f"【年报】{TITLE}"],
        TITLE,
        "青山县白鹤镇人民政府",
        2023,
    ),
    "two lines": (["青山县白鹤镇人民政府", "2023年政府信息公开工作年度报告"], TITLE, "青山县白鹤镇人民政府", 2023),
    "three lines": (
        ["青山县白鹤镇人民政府", "2023年", "政府信息公开工作年度报告"],
        TITLE,
        "青山县白鹤镇人民政府",
        2023,
    ),
    "twice, then without the organ": (
        ["青山县白鹤镇人民政府", "2023年政府信息公开工作年度报告", "2023年政府信息公开工作年度报告"],
        TITLE,
        "青山县白鹤镇人民政府",
        2023,
    ),
    "in pipes": ([f"| {TITLE} |", "|||||", "|"], TITLE, "青山县白鹤镇人民政府", 2023),
    "twice": ([TITLE, "来源：镇政府", TITLE], TITLE, "青山县白鹤镇人民政府", 2023),
    "year first": (["2022年青山县水利局政府信息公开年报"], "2022年青山县水利局政府信息公开年报", "青山县水利局", 2022),
    "year last": (
        ["青山县水利局政府信息公开工作年度报告（2024年度）"],
        "青山县水利局政府信息公开工作年度报告（2024年度）",
        "青山县水利局",
        2024,
    ),
    "twice a year": (
        ["青山县水利局2024年政府信息公开工作2024年度报告"],
        "青山县水利局2024年政府信息公开工作2024年度报告",
        "青山县水利局",
        2024,
    ),
    "about": (
        ["关于2021年度青山县水利局政府信息公开工作报告"],
        "关于2021年度青山县水利局政府信息公开工作报告",
        "青山县水利局",
        2021,
    ),
    "one 政府 for two": (
        ["白鹤镇人民政府信息公开工作2020年年度报告"],
        "白鹤镇人民政府信息公开工作2020年年度报告",
        "白鹤镇人民政府",
        2020,
    ),
    "Chinese year": (
        ["二〇二三年青山县政府信息公开工作年度报告"],
        "二〇二三年青山县政府信息公开工作年度报告",
        "青山县",
        2023,
    ),
    "full width": (
        ["青山县水利局２０２３年政府信息公开工作年度报告"],
        "青山县水利局２０２３年政府信息公开工作年度报告",
        "青山县水利局",
        2023,
    ),
}


@pytest.mark.parametrize(("lines", "title", "organ", "year"), TITLES.values(), ids=TITLES.keys())
def test_a_title_names_organ_and_year(lines: list[str], title: str, organ: str, year: int) -> None:
    found = values(page(*lines, *BODY))
    assert (found["title"], found["organ"], found["year"]) == (title, organ, year)
    assert "preface.text" not in found


def test_a_title_without_an_organ_leaves_it_to_the_signature() -> None:
    found = values(page("2023年政府信息公开工作年度报告", *BODY, "青山县水利局", "2024年1月9日"))
    assert (found["title"], found["organ"]) == ("2023年政府信息公开工作年度报告", "青山县水利局")
    found = values(page([["发布机构", "青山县水利局"]], "2023年政府信息公开工作年度报告", *BODY))
    assert found["organ"] == "青山县水利局"


YEARS = {
    "the period": ("统计期限为2024年1月1日至12月31日。", "文字", 2024),
    "a damaged period": ("本报告数据统计期限为202511日至20251231日。", "文字", 2025),
    "a period in full width": ("统计期限：２０２２年１月１日—１２月３１日。", "文字", 2022),
    "the prose": ("现公布我局2022年政府信息公开工作年度报告。", "文字", 2022),
    "the signature": ("本报告由本局编制。", "落款日期的上一年", 2023),
}


@pytest.mark.parametrize(("preface", "where", "year"), YEARS.values(), ids=YEARS.keys())
def test_a_year_that_the_title_does_not_name(preface: str, where: str, year: int) -> None:
    found = page("青山县水利局政府信息公开工作年度报告", preface, *BODY, "青山县水利局", "2024年1月9日")
    assert values(found)["year"] == year
    assert found.notes == (f"标题里没有年份，报告年度 {year} 取自{where}",)


def test_a_year_that_nothing_shows_is_said() -> None:
    found = page("青山县水利局政府信息公开工作年度报告", *BODY)
    assert "year" not in values(found)
    assert found.notes == ("没有读到报告年度",)


METADATA: dict[str, tuple[list[Part], dict[str, object]]] = {
    "lines": (
        ["撰写时间", "2024年01月23日 16:12:21", "来源", "白鹤镇", "编辑", "青山县-白鹤镇"],
        {"written_at": datetime(2024, 1, 23, 16, 12, 21), "source": "白鹤镇", "editor": "青山县-白鹤镇"},
    ),
    "one line": (
        ["发布时间：2024-01-23 16:43    信息来源：白鹤镇政府  浏览次数：12次 【字体：大 中 小】 【打印】"],
        {"published_on": date(2024, 1, 23), "source": "白鹤镇政府"},
    ),
    "brackets": (
        ["【发布日期：2024年1月23日】", "【来源：白鹤镇】"],
        {"published_on": date(2024, 1, 23), "source": "白鹤镇"},
    ),
    "a table": (
        [
            [
                ["索 引 号：", "014-2024-00015", "发布机构：", "白鹤镇人民政府"],
                ["发布日期：", "2024-01-23", "文　　号：", ""],
            ]
        ],
        {"published_on": date(2024, 1, 23)},
    ),
    "one province": (
        [
            "来源：区水利局",
            "时间：2024-01-23 16:43",
            "微信",
            "微博",
            "QQ空间",
            "全真版",
            "文字版",
            "文件下载",
            "相关链接：",
        ],
        {"published_on": date(2024, 1, 23), "source": "区水利局"},
    ),
    "above and below": (
        [
            "• 无障碍浏览",
            "• 长辈版",
            "关怀版 无障碍 无障碍",
            "您当前所在位置: 首页>区水利局>年度报告",
            "访问量:",
            "发布时间:2021-01-12 00:00 来源:县水利局(县河长办) 字体:[ ]",
        ],
        {"published_on": date(2021, 1, 12), "source": "县水利局(县河长办)"},
    ),
    "glued": (
        ["来源：区水利局时间：2024-01-23 16:43", "2024年01月18日来源:1"],
        {"published_on": date(2024, 1, 23), "source": "区水利局"},
    ),
    "a banner": (["2026年2月3日 星期二", "2024-01-23 16:43", "字号：大 中 小"], {}),
    "no colons": (
        [
            "索 引 号 113310/2024-1047 公开方式 主动公开",
            "成文日期 2024-01-16 发布机构 白鹤镇",
            "组配分类 政府信息公开年报",
            "发布日期: 2024-01-17 访问次数:",
            "点击查看解读",
        ],
        {"written_at": date(2024, 1, 16), "published_on": date(2024, 1, 17)},
    ),
    "written": (
        ["成文日期：2024-01-22", "发布日期：2024-01-23"],
        {"written_at": date(2024, 1, 22), "published_on": date(2024, 1, 23)},
    ),
}


@pytest.mark.parametrize(("lines", "expected"), METADATA.values(), ids=METADATA.keys())
def test_which_date_is_which_is_told_by_its_label(lines: list[Part], expected: dict[str, object]) -> None:
    found = values(page(TITLE, *lines, "　　根据条例编制本报告。", *BODY))
    fields = {name: found[name] for name in ("written_at", "published_on", "source", "editor") if name in found}
    assert fields == expected
    assert found["preface.text"] == "　　根据条例编制本报告。"
    assert (found["title"], found["other_matters.text"]) == (TITLE, "无。")


SIGNATURES: dict[str, tuple[list[Part], str | None, date | None, int]] = {
    "two lines": (["青山县水利局", "2024年1月9日"], "青山县水利局", date(2024, 1, 9), 0),
    "one line": (["青山县水利局 2024年1月9日"], "青山县水利局", date(2024, 1, 9), 0),
    "date first": (["2024年1月9日", "青山县水利局"], "青山县水利局", date(2024, 1, 9), 0),
    "far right": ([" " * 40 + "青山县水利局", " " * 40 + "2024 年 1 月 9 日"], "青山县水利局", date(2024, 1, 9), 0),
    "Chinese": (["青山县水利局", "二〇二四年一月九日"], "青山县水利局", date(2024, 1, 9), 0),
    "no date": (["青山县水利局"], "青山县水利局", None, 0),
    "date only": (["2024年1月9日"], None, date(2024, 1, 9), 0),
    "none": ([], None, None, 0),
    "before the files": (
        ["青山县水利局", "2024年1月9日", "附件：年报.pdf", "上一篇：某某", "版权所有"],
        "青山县水利局",
        date(2024, 1, 9),
        3,
    ),
    "behind the files": (["附件：年报.pdf", "青山县水利局", "2024年1月9日"], "青山县水利局", date(2024, 1, 9), 1),
    "paper": (
        [
            "青山县水利局",
            "2024年1月9日",
            "（此件主动公开）",
            "抄送：县政府办。",
            "青山县水利局办公室 2024年1月10日印发",
        ],
        "青山县水利局",
        date(2024, 1, 9),
        3,
    ),
    "foot of a portal": (
        ["扫一扫在手机打开当前页", "打印", "关闭", "主办单位：青山县人民政府", "京ICP备01号"],
        None,
        None,
        5,
    ),
}


@pytest.mark.parametrize(("lines", "organ", "day", "others"), SIGNATURES.values(), ids=SIGNATURES.keys())
def test_the_signature_ends_the_report(lines: list[Part], organ: str | None, day: date | None, others: int) -> None:
    found = page("青山县水利局2023年政府信息公开工作年度报告", *BODY, *lines)
    assert (values(found).get("signature"), values(found).get("signed_on")) == (organ, day)
    assert values(found)["other_matters.text"] == "无。"
    assert found.notes == ((f"报告之后 {others} 行没有读入，那是网页或文件的其他文字",) if others else ())


def test_a_sentence_that_begins_like_a_foot_is_prose() -> None:
    sentence = "联系我们请拨打镇政府电话，网站声明另见首页。"
    found = page(TITLE, *BODY, sentence, "主办：青山县人民政府")
    assert values(found)["other_matters.text"] == f"无。\n{sentence}"


def test_a_signature_below_the_title() -> None:
    found = values(page(TITLE, "白鹤镇人民政府", "（2024年1月9日）", "根据条例编制。", *BODY))
    assert (found["signature"], found["signed_on"], found["preface.text"]) == (
        "白鹤镇人民政府",
        date(2024, 1, 9),
        "根据条例编制。",
    )


def test_a_page_full_of_other_things() -> None:
    menu = [
        "首页",
        "政务公开",
        "解读回应",
        "办事服务",
        "互动交流",
        "政府信息公开年报",
        "热门搜索：",
        "长者模式",
        "青山县白鹤镇人民政府2022年政府信息公开工作年度报告",
        "当前位置：",
        "首页",
        "政府信息公开",
        "政府信息公开年报",
    ]
    foot = [
        "相关阅读",
        "青山县白鹤镇人民政府2021年政府信息公开工作年度报告",
        "网站地图",
        "联系我们",
        "青山县人民政府办公室主办",
    ]
    found = page(
        *menu,
        TITLE,
        "发布时间：2024-01-23",
        "分享到：",
        "微信",
        "根据条例编制。",
        *BODY,
        *foot,
        title=f"{TITLE}_青山县人民政府",
    )
    texts = values(found)
    assert (texts["title"], texts["year"], texts["preface.text"]) == (TITLE, 2023, "根据条例编制。")
    assert texts["other_matters.text"] == "无。"
    assert found.notes == ("报告之前 14 行、之后 5 行没有读入，那是网页或文件的其他文字",)


def test_only_the_page_has_the_title() -> None:
    for title in (f"{TITLE}-青山县人民政府", f"青山县人民政府 _ {TITLE}", TITLE):
        found = values(page("根据条例编制。", *BODY, title=title))
        assert (found["title"], found["year"], found["preface.text"]) == (TITLE, 2023, "根据条例编制。")


def test_only_the_text_names_the_title() -> None:
    text = f"按《青山县关于做好2023年政府信息公开工作年度报告编制工作的通知》，现发布《{TITLE}》。"
    found = values(page(text, *BODY))
    assert (found["title"], found["organ"], found["year"]) == (TITLE, "青山县白鹤镇人民政府", 2023)
    assert found["preface.text"] == text


def test_two_titles_that_disagree_are_said() -> None:
    found = page(TITLE, *BODY, title="青山县白鹤镇人民政府2022年政府信息公开工作年度报告")
    assert values(found)["year"] == 2023
    assert found.notes == ("网页的标题是“青山县白鹤镇人民政府2022年政府信息公开工作年度报告”，与正文的标题不同",)


def test_page_numbers_are_no_text() -> None:
    found = values(
        page(TITLE, "一、总体情况", "甲。", "-4-", "— 5 —", "第 6 页 共 9 页", "乙。", *BODY[2:], plain=True)
    )
    assert found["overview.text"] == "甲。\n乙。"


def test_a_plain_text_broken_at_a_width_gets_its_paragraphs_back() -> None:
    paragraph = (
        "　　全年主动公开政府信息4128条，其中门户网站3119条，占百分之七十五点六，"
        "其余由微信公众号和公告栏公开，"
        "内容包括政策文件、人事任免、财政预决算和民生实事，比上年多12条。"
    )
    lines = wrapped(paragraph, 60)
    found = values(page(TITLE, "", "一、总体情况", *lines, *lines, "", *BODY[2:], plain=True))
    assert found["overview.text"] == f"{paragraph}\n{paragraph}"


def test_a_report_that_is_one_sheet() -> None:
    sheet = [[TITLE], ["一、总体情况"], ["全年公开 41 条。"], ["二、主动公开政府信息情况"]]
    found = page(sheet, ("proactive_disclosure",), *BODY[4:])
    assert found.sections == ALL
    assert values(found)["overview.text"] == "全年公开 41 条。"


REFUSED: dict[str, tuple[str, list[Part]]] = {
    "a notice": ("import-no-report", ["关于做好年度报告编制工作的通知", "各单位：请于月底前报送。"]),
    "a notice in parts": (
        "import-no-report",
        [
            "一、总体情况",
            "按时编制。",
            "二、主动公开政府信息情况",
            "核对数据。",
            "五、存在的主要问题及改进情况",
            "如实写。",
        ],
    ),
    "an attachment": ("import-no-report", [TITLE, "附件下载"]),
    "traditional": (
        "import-spam",
        ["青山縣2023年政府信息公開工作年度報告", *BODY, "為了對這個機關的數據進行處理，應當與證據審議級別點維護" * 3],
    ),
    "pinyin": ("import-spam", [TITLE, *BODY, "政zhèng府fǔ信xìn息xī公gōng开kāi工gōng作zuò年nián度dù报bào告gào" * 3]),
    "betting": ("import-spam", [TITLE, *BODY, "365bet官网_bet365_365体育在线投注公布年度报告。"]),
    "two towns": ("import-several-reports", [TITLE, *BODY, TITLE.replace("白鹤", "青石"), *BODY]),
    "two in other words": (
        "import-several-reports",
        [TITLE, *BODY, *(f"{part}本村也一样。" if str(part)[-1] == "。" else part for part in BODY)],
    ),
    "two": ("import-several-reports", [TITLE, *BODY, TITLE.replace("2023", "2022"), *BODY]),
}


@pytest.mark.parametrize(("name", "parts"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_report_is_refused(name: str, parts: list[Part]) -> None:
    with pytest.raises(Refused) as refused:
        page(*parts)
    assert refused.value.refusal == name


def test_a_copy_on_one_line_has_its_metadata_prose_and_signature_apart() -> None:
    found = page(
        f"标题: {TITLE}",
        "发布时间: 2024-01-28 09:43",
        "文号: ",
        "栏目: 政府信息公开年报",
        "=============== 正文 ===============",
        f"{TITLE} 来源： 时间：2024-01-28 09:43 --> 微信 微博 全真版 文件下载 相关链接： "
        "青山县白鹤镇人民政府2023年 政府信息公开工作年度报告 "
        "根据《条例》编制，统计期限自2023年1月1日起（邮 编：350400；电 话：0591-1）。 "
        "一、总体情况 全年公开 41 条。 （一）公开。3 件。 "
        "二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 "
        "行政规范性文件 6 4 11 "
        "第二十条第（五）项 信息内容 本年处理决定数量 行政许可 5 表后说明。 "
        "五、存在的主要问题及改进情况 一是不够及时。 "
        "六、其他需要报告的事项 无其他事项。 青山县白鹤镇人民政府 2024 年1月27日 附件下载",
    )
    assert values(found) == {
        "title": TITLE,
        "organ": "青山县白鹤镇人民政府",
        "year": 2023,
        "published_on": date(2024, 1, 28),
        "signature": "青山县白鹤镇人民政府",
        "signed_on": date(2024, 1, 27),
        "preface.text": "根据《条例》编制，统计期限自2023年1月1日起（邮 编：350400；电 话：0591-1）。",
        "overview.text": "全年公开 41 条。 （一）公开。3 件。",
        "proactive_disclosure.text_after": "表后说明。",
        "problems_and_improvements.text": "一是不够及时。",
        "other_matters.text": "无其他事项。",
    }


@pytest.mark.parametrize(
    "lines",
    [
        ("青政发〔2024〕1 号", TITLE, "县人民政府："),
        (TITLE, "青政发[2024]1号", "发布时间：2024-01-28", "青山县人民政府办公室，各乡镇人民政府、县直各单位："),
        ("文号：青政发〔2024〕1号 发布时间：2024-01-28", TITLE, "县人民政府："),
        ("发文字号", "青政发〔2024〕1号", TITLE, "县政务公开办："),
    ],
)
def test_the_number_of_a_document_and_whom_it_addresses(lines: tuple[str, ...]) -> None:
    found = values(page(*lines, *headed(*HEADINGS["the form's"])[1:]))
    assert "".join(str(found["document_number"]).split()) in "青政发〔2024〕1号 青政发[2024]1号"
    assert f"{found['addressee']}：" == lines[-1]
    assert "preface.text" not in found


@pytest.mark.parametrize(
    "lines",
    [
        ("文号：无", "现将有关情况报告如下："),
        ("文号：", "根据《条例》和国办公开办函〔2021〕30号："),
        ("某科室", "工作情况："),
    ],
)
def test_no_number_and_nobody_addressed(lines: tuple[str, str]) -> None:
    found = values(page(lines[0], TITLE, lines[1], *headed(*HEADINGS["the form's"])[1:]))
    assert not {"document_number", "addressee"} & found.keys()
    assert found["preface.text"] == lines[1]


def test_scraps_of_labels_at_a_table_are_no_prose_and_short_prose_is_none_of_them() -> None:
    """What a page break or a narrow cell tears off, and heads whose line stands over a table without rules."""
    found = values(
        page(
            "青山县2023年政府信息公开工作年度报告",
            "一、总体情况",
            "二、主动公开政府信息情况",
            "公开及时。",
            "第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数",
            ("proactive_disclosure",),
            "三、收到和处理政府信息公开申请情况",
            "无。",
            ("applications",),
            "法提供",
            "理",
            "结不予公",
            "合法权益",
            "全部办结。",
            ("applications",),
            "公开",
            "四、政府信息公开行政复议、行政诉讼情况",
            "情况",
            "行政复议 行政诉讼",
            *("结", "尚", "其"),
            ("disputes",),
        )
    )
    assert found["proactive_disclosure.text"] == "公开及时。"
    assert found["applications.text"] == "无。"
    assert found["applications.text_after"] == "全部办结。\n公开"
    assert found.get("disputes.text", "") == "情况"
