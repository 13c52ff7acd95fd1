"""The report as a whole: are its six sections there, and is something in them?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.presence import asks_for_fees, is_absent, is_unread
from giptui.check.review import Review
from giptui.check.rule import rule
from giptui.form import FORMS, LATEST, Form
from giptui.report import level_of

_NOTHING: Final = (
    r"(?:本年度|本机关|本单位|我[局委办镇乡县市区])*(?:暂)?(?:无|没有)"
    r"(?:其他|其它)?(?:需要?|应)?(?:报告|说明)?的?(?:其他|其它)?(?:事项|情况)?[。．.]?"
)

_TOPICS: Final = {
    "主动公开": (
        "主动", "发布", "公布", "公示", "张贴", "纳入公开", "公开了",
        "公开信息", "公开政府信息", "公开各类", "公开范围",
    ),
    "依申请公开": ("申请",),
    "政府信息管理": (
        "信息管理", "规范管理", "管理制度", "审核", "审查", "审签", "保密", "把关",
        "清理", "目录", "台账", "归档", "更新", "源头",
    ),
    "平台建设": (
        "平台", "网站", "网页", "专栏", "专区", "公众号", "微信", "微博", "新媒体",
        "公开栏", "公示栏", "宣传栏", "查阅点", "渠道", "载体",
    ),
    "监督保障": (
        "监督", "考核", "评议", "评估", "培训", "督导", "督查", "督办", "督促", "检查", "巡查",
        "问责", "追责", "责任追究", "责任制", "领导小组", "组织领导", "组织保障", "专人", "专班", "队伍",
    ),
}  # fmt: skip
"""What section one speaks of, and the words by which one knows that it does."""

_ACCOUNTS: Final = ("考核", "评议", "评估", "考评", "测评", "绩效", "满意度", "追究", "问责", "追责")

_GOVERNMENTS: Final = ("provincial_government", "prefecture_government", "county_government", "township")


@rule("section-missing", "缺少部分", Severity.ERROR)
def section_missing(review: Review) -> Iterator[Finding]:
    """查什么：报告的六个部分是否齐全。
    为什么：年度报告的内容由《政府信息公开条例》第五十条规定，格式由国务院办公厅统一（国办公开办函〔2021〕30号），六个部分都要有。
    怎么改：补上缺少的部分；没有内容的也要保留标题并写明，表格填 0。
    不管什么：有标题而没有内容的（见 section-empty、blank-cells）；标题的写法。
    """
    report = review.report
    for section in report.form.sections:
        if not report.has(section.id):
            table = "和表格" if section.table else ""
            message = f"缺少{words.part(section)}“{section.title}”，六个部分都要有；请补上标题{table}"
            yield Finding("section-missing", Severity.ERROR, message, (section.texts[0],))


@rule("section-empty", "部分没有内容", Severity.WARNING, needs="FN")
def section_empty(review: Review) -> Iterator[Finding]:
    """查什么：第一部分空着或只写“无”（错误）；第五部分空着或只写“无”（警告）；第六部分空着或只写“无”（提示）。
    为什么：总体情况、存在的主要问题及改进情况是必须报告的内容（《政府信息公开条例》第五十条）；第六部分要写收取信息处理费等情况。
    怎么改：写上实际情况；第六部分没有其他事项的，至少写明是否收取信息处理费。
    不管什么：第二至第四部分的文字，有表格即可；2020 年及以前的报告第六部分写“无”的；
    整个部分都缺的（见 section-missing）。
    """
    report = review.report
    for section_id, severity in (
        ("overview", Severity.ERROR),
        ("problems_and_improvements", Severity.WARNING),
        ("other_matters", Severity.INFO),
    ):
        section = report.form.section(section_id)
        paragraphs = report.paragraphs(section.texts[0])
        if not report.has(section_id) or not _is_empty(paragraphs):
            continue
        if paragraphs and section_id == "other_matters" and not asks_for_fees(review):
            continue  # before 2021 there need be nothing else to report
        what = f"只写了{words.quoted(paragraphs[0])}" if paragraphs else "没有内容"
        message = f"{words.part(section)}“{section.title}”：{what}，请写明实际情况"
        if section_id == "problems_and_improvements" and _lacks_accounts(review):
            message += "；各级人民政府还应写明工作考核、社会评议和责任追究结果情况"
        yield Finding("section-empty", severity, message, section.texts[:1])


def _is_empty(paragraphs: Iterable[str]) -> bool:
    """Whether a text is blank or says no more than “无”."""
    return all(map(_says_nothing, paragraphs))


def _says_nothing(paragraph: str) -> bool:
    """Whether the paragraph is no more than “无”, however it is put."""
    return (
        len(paragraph) < 30 and ("无" in paragraph or "没有" in paragraph) and bool(re.fullmatch(_NOTHING, paragraph))
    )


@rule("section-order", "部分次序", Severity.WARNING)
def section_order(review: Review) -> Iterator[Finding]:
    """查什么：六个部分在文件里是不是按一至六的次序排列。
    为什么：年度报告的格式由国务院办公厅统一规定，各部分的次序也在其中。
    怎么改：把排错的部分连同表格整段移到应在的位置。
    不管什么：缺少的部分（见 section-missing）；一个部分里面文字和各行的先后。
    """
    report = review.report
    there = [report.form.section(name) for name in report.sections]
    for before, after in pairwise(there):
        if before.number > after.number:
            order = "、".join(section.ordinal for section in there)
            what = f"{words.part(before)}“{before.title}”排在{words.part(after)}“{after.title}”前面"
            message = f"{what}，现在的次序是{order}；各部分应按一至六的次序排列"
            yield Finding("section-order", Severity.WARNING, message, (before.texts[0], after.texts[0]))
            return


@rule("section-title", "部分的序号", Severity.WARNING, needs="FN")
def section_title(review: Review) -> Iterator[Finding]:
    """查什么：文字里写出的部分标题，序号对不对；是不是有两个部分用了同一个序号。
    为什么：六个部分的序号和名称由国务院办公厅统一规定；序号错了，多半是删改时漏改，后面的部分也跟着错。
    怎么改：按一至六改正序号；混进别的部分里的标题，连同它下面的文字移到应在的部分。
    不管什么：标题的详略和用字；“（一）主动公开”这样的分项；表格里“三、本年度办理结果”等各行；没有带序号的。
    """
    report = review.report
    if not re.search(
        "[一二三四五六七八九][、.．](?:总体|主动公开政府|收到和|[办处]理政|因?政府信息|存在|其[他它]|需)", review.prose
    ):
        return
    from giptui.check.prose.headings import headings  # few texts have any

    numbered = {section.id: section for section in report.form.sections}
    for address in report.form.texts:
        found = [*headings(str(report[address]))] if report[address] else []
        wrong = [each for each in found if each.number != numbered[each.section].number]
        if not wrong:
            continue
        first = wrong[0]
        twin = next((each for each in found if each.number == first.number and each.section != first.section), None)
        message = f"{words.text(report.form, address)}：写的是“{first.written}”，"
        message += f"与“{twin.written}”序号相同，" if twin else ""
        message += f"“{first.written[2:]}”应是第{numbered[first.section].ordinal}部分"
        yield Finding("section-title", Severity.WARNING, message, (address,))


@rule("overview-topics", "总体情况的内容", Severity.INFO, needs="FN")
def overview_topics(review: Review) -> Iterator[Finding]:
    """查什么：第一部分有没有写到主动公开、依申请公开、政府信息管理、平台建设、监督保障这五个方面。
    为什么：总体情况是对全年工作的概括，通行的写法就是这五个方面，上级检查时也逐项看。
    怎么改：缺哪个方面，补一两句本机关的实际做法。
    不管什么：各方面的次序、篇幅和具体叫法，如写了网站、公众号就算写了平台；第一部分空着的（见 section-empty）。
    """
    overview = review.report.form.section("overview")
    paragraphs = review.report.paragraphs(overview.texts[0])
    if _is_empty(paragraphs):
        return
    text = "\n".join(paragraphs).replace("监督权", "")  # “保障群众的知情权、监督权” is not about 监督保障
    missing = [topic for topic, marks in _TOPICS.items() if not any(mark in text for mark in marks)]
    if missing:
        what = f"没有写到{'、'.join(missing)}；这一部分一般写{'、'.join(_TOPICS)}五个方面"
        message = f"{words.part(overview)}“{overview.title}”：{what}"
        yield Finding("overview-topics", Severity.INFO, message, overview.texts)


@rule("overview-accountability", "工作考核、社会评议和责任追究", Severity.WARNING, needs="FGN")
def overview_accountability(review: Review) -> Iterator[Finding]:
    """查什么：各级人民政府（含乡镇政府）的报告，是不是通篇没有提到工作考核、社会评议和责任追究。
    为什么：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况（《政府信息公开条例》第五十条第四项）。
    怎么改：在第一部分的监督保障或第五部分里写明结果；没有发生责任追究的，也写明没有。
    不管什么：部门、街道办事处等不是一级政府的机关；三者提到了一项的；第一、第五部分还没有写的（见 section-empty）。
    """
    report = review.report
    form = report.form
    written = all(
        not _is_empty(report.paragraphs(f"{name}.text")) for name in ("overview", "problems_and_improvements")
    )
    if not written or not _lacks_accounts(review):
        return
    overview = form.section("overview")
    law = "各级人民政府的年度报告应当写明（《政府信息公开条例》第五十条第四项）"
    message = f"{words.part(overview)}“{overview.title}”：全文没有提到工作考核、社会评议和责任追究结果情况，{law}"
    yield Finding("overview-accountability", Severity.WARNING, message, overview.texts)


def _lacks_accounts(review: Review) -> bool:
    """Whether the report of a people's government nowhere speaks of what article 50 (4) asks of it."""
    if any(word in review.prose for word in _ACCOUNTS):
        return False
    level, guessed = level_of(review.report)  # the name itself says more surely than a guess whose it is
    return review.report.organ.endswith("人民政府") if guessed else level in _GOVERNMENTS


@rule("table-missing", "缺少表格", Severity.ERROR)
def table_missing(review: Review) -> Iterator[Finding]:
    """查什么：第二、三、四部分有标题或文字，但没有表格；导入的报告里，整张表都没有读出来。
    为什么：三张表是年度报告的法定格式（国办公开办函〔2021〕30号），没有发生的也要填 0 报送。
    怎么改：补上整张表，没有发生的填 0；导入时没有读出来的（如原件里的表格是图片），对照原件逐格填写。
    不管什么：格子空着的（见 blank-cells）、部分格没有读出来的（见 cell-unread）；整个部分都缺的（见 section-missing）。
    """
    report = review.report
    for table in report.form.tables.values():
        section = report.form.section(table.id)
        if not report.has(table.id):
            continue
        absent = is_absent(report, table)
        if absent:
            what = "缺少表格，请补上整张表；没有发生的填 0"
        elif is_unread(report, table):
            what = "表格未能读取，请对照原件逐格填写"
        else:
            continue
        cells = tuple(cell.address for cell in table.cells())[: 1 if absent else None]  # an absent one has one place
        yield Finding("table-missing", Severity.ERROR, f"{words.part(section)}“{section.title}”：{what}", cells)


@rule("form-outdated", "格式版本与年度不符", Severity.ERROR)
def form_outdated(review: Review) -> Iterator[Finding]:
    """查什么：2021 年度起的报告用了 2019 年的表格，或 2020 年度以前的报告用了 2021 年的表格。
    为什么：2021 年度起用国办公开办函〔2021〕30号的格式，此前用〔2019〕60号的；第二部分和“其他处理”的栏目不同。
    怎么改：按报告年度换用对应的表格重新填写；旧表的数不能直接搬到新表里。
    不管什么：报告年度没有填的；标题和报告年度不一致的，先改年度（见 year-mismatch）。
    """
    form, year = review.report.form, review.year
    prescribed = max((each for each in FORMS.values() if year and each.first_year <= year), key=_first, default=form)
    if prescribed.id != form.id:
        tables = f"{year} 年度的报告应当用 {prescribed.first_year} 年的格式（{prescribed.document}）"
        message = f"用的是 {form.first_year} 年的表格（{form.document}），但 {tables}，请换用后重新填写"
        yield Finding("form-outdated", Severity.ERROR, message, ("report.year",))


def _first(form: Form) -> int:
    return form.first_year


_OLD_BASIS: Final = r"公开办函\s?[〔\[［（(【]\s?2019\s?[〕\]］）)】]\s?60\s?号"
_NEW_BASIS: Final = r"[〔\[［（(【]\s?2021\s?[〕\]］）)】]\s?30\s?号"


@rule("basis-outdated", "编制依据已过时", Severity.INFO, needs="FN")
def basis_outdated(review: Review) -> Iterator[Finding]:
    """查什么：2021 年度起的报告，文字里引用的格式文件只有国办公开办函〔2019〕60号；引用《政府信息公开条例》时，
    写的不是国务院令第711号。
    为什么：2021 年度起的格式依据是国办公开办函〔2021〕30号，前一文件规定的是 2019、2020 年度的格式；
    条例 2019 年修订后以国务院令第711号公布，第492号是修订前的。
    怎么改：改为国办公开办函〔2021〕30号、国务院令第711号；多半是沿用了往年的前言。
    不管什么：没有引用文件、没有写令号的；新旧都引用的；别的机关的〔2019〕60号；别的法规的令号。
    """
    yield from _wrong_decree(review)
    report = review.report
    year = review.year
    if year is None or year < LATEST.first_year or "60" not in review.prose or "公开办函" not in review.prose:
        return
    if re.search(_NEW_BASIS, review.prose):
        return
    for address in report.form.texts:
        if match := re.search(_OLD_BASIS, str(report[address])):
            phrase = f"{words.text(report.form, address)}：引用的是“国办{match[0]}”"
            message = f"{phrase}，{LATEST.first_year} 年度起的格式依据是{LATEST.document}"
            yield Finding("basis-outdated", Severity.INFO, message, (address,))
            return


# 《政府信息公开条例》（国务院令第492号），（国务院第492号令）, 国务院令第492号《…条例》: one law with its number.
_NUMBERED: Final = r"国务院(?:令\s?第?|第)\s?([^第号令\n，。；、（）()《》]{0,9}?)\s?号"
_DECREE: Final = (
    rf"政府信息公开条例》?[^。；;，、《\n]{{0,16}}?{_NUMBERED}"
    rf"|{_NUMBERED}[^。；;，、》\n]{{0,12}}?《(?:中华人民共和国)?政府信息公开条例》"
)
_RIGHT: Final = ("711", "７１１", "七一一", "七百一十一")


def _wrong_decree(review: Review) -> Iterator[Finding]:
    """The Regulation cited by another decree than that of 2019, in a report that nowhere cites the right one."""
    if "国务院" not in review.prose or "公开条例" not in review.prose:
        return
    for address in review.report.form.texts:
        for match in re.finditer(_DECREE, str(review.report[address])):
            number = next((each for each in match.groups() if each is not None), "").strip()
            if any(right in "".join(review.prose.split()) for right in _RIGHT):
                return
            what = "是修订前的文本" if number == "492" else "不是这部条例"
            stated = f"国务院令第{number}号" if number else "国务院令，没有号数"
            phrase = f"{words.text(review.report.form, address)}：《政府信息公开条例》写的是{stated}"
            message = f"{phrase}，{what if number else '请补上'}；现行的是国务院令第711号（2019 年修订）"
            yield Finding("basis-outdated", Severity.INFO, message, (address,))
            return
