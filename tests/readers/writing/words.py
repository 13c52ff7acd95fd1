"""Words that published pages use instead of the form's own, and spellings of numbers, each a variant of a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from giptui.form import Form, Kind
from giptui.printers.cells import Placed
from giptui.report import Report, Value, is_count
from readers.writing.page import Page, Sheet, Variant, lettered, said, spelled

HEADINGS = (
    ("一、总体情况", "总体概述", "总体工作情况", "工作基本情况", "概述", "工作概述", "工作开展情况"),
    ("二、主动公开政府信息情况", "主动公开情况", "主动公开政府政府情况", "主动公开政府信息的情况"),
    ("三、收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "依申请公开政府信息情况"),
    (
        "四、政府信息公开行政复议、行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
        "政府信息公开行政复议及行政诉讼情况",
        "政府信息公开行政法复议、行政诉讼情况",
    ),
    (
        "五、存在的主要问题及改进情况",
        "存在问题和改进措施",
        "存在的问题及改进措施",
        "存在主要问题及改正情况",
        "存在的主要问题及明年工作计划",
    ),
    (
        "六、其他需要报告的事项",
        "其它需要报告的事项",
        "其他需报告事项",
        "其他事项",
        "其他需要说明的事项",
        "需要说明的其他事项与附表",
    ),
)

HEADS_2021: dict[str, tuple[Mapping[str, str], ...]] = {
    "heads": (
        {"本年制发件数": "本年度制发数", "本年废止件数": "本年废止数", "现行有效件数": "现行有效件"},
        {"现行有效件数": "现行有效件数(历史累计)", "本年处理决定数量": "本年度处理决定数量"},
        {"本年收费金额（单位：万元）": "收费金额", "本年废止件数": "本年废止件"},
        {
            "本年收费金额（单位：万元）": "收费金额（单位：万元）",
            "现行有效件数": "先行有效件数",
            "本年废止件数": "本年废纸件数",
        },
        {"本年处理决定数量": "处理决定数量(2023年办件量)"},
    ),
    "rows": (
        {"规章": "规·章", "行政规范性文件": "规范性文件"},
        {"规章": "规章(县级无此项)", "行政规范性文件": "行政规范性文件"},
        {"规章": "规 章"},
    ),
}
HEADS_2019: tuple[Mapping[str, str], ...] = (
    {"本年新制作数量": "本年新", "本年新公开数量": "本年新"},
    {"采购总金额": "采购总金额（元）"},
    {"政府集中采购": "政府集中采购（元）"},
)
_PARTLY = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
_OVERDUE = "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
_UNPAID = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
_CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
MATRIX: tuple[Mapping[str, str], ...] = (
    {_PARTLY: _PARTLY.replace("这一情形", "这一情况")},
    {"5.属于三类内部事务信息": "5.属于三类内容事务信息", "7.属于行政执法案卷": "7.属于行政执法案件"},
    {f"1.{_OVERDUE}": "1.逾期不补正", _UNPAID: "2.逾期不缴费"},
    {f"1.{_OVERDUE}": f"1、{_OVERDUE}", "3.其他": "3、其他"},
    {"3.危及“三安全一稳定”": '3.危及"三安全一稳定"', "（三）不予公开": "（三）不子公开"},
    {_CORNER: _CORNER.replace("勾", "钩")},
)


def headed(number: int, style: str = "{}") -> Variant:
    """The headings in their variant of that number, with the form's ordinal before it as ``style`` has it."""
    words = {}
    for official, *others in HEADINGS:
        name = (official.partition("、")[2], *others)[number % (len(others) + 1)]
        words[official] = style.format(f"{official[0]}、{name}")
    return said({}, words)


def in_brackets(page: Page) -> Page:
    """(一)总体情况 and so on."""
    return said({}, {official: f"({official[0]}){official[2:]}" for official, *_ in HEADINGS})(page)


half = lettered(lambda text: unicodedata.normalize("NFKC", text))
"""Brackets, commas and colons as a web page folds them."""


def _spaced(text: str) -> str:
    """第二十条 第 ( 一 ) 项, a hard space, an ideographic one."""
    text = re.sub("第二十条第（(.)）项", "第二十条 第 （ \\1 ） 项", text)
    return (
        re.sub("(?<=政府信息)(?=公开)|(?<=属于)", "\u2002", text).replace("结转", "结\xa0转").replace("总计", "总　计")
    )


spaced = lettered(_spaced)
invisible = lettered(lambda text: "\u200b".join(text) if len(text) > 3 else text)
marks = lettered(lambda text: re.sub(r"^([1-8])\.", lambda match: "１２３４５６７８"[int(match[1]) - 1] + "．", text))
bare_marks = lettered(lambda text: re.sub(r"^([1-8])\.", r"\1 ", text))


def _digits(cell: Placed) -> str:
    return cell.text.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


def _pieces(cell: Placed) -> str:
    return (
        f"{cell.text}件"
        if cell.text.isdecimal() and "amount" not in cell.address and "change" not in cell.address
        else cell.text
    )


def _thousands(cell: Placed) -> str:
    if cell.text.endswith("元"):
        return cell.text  # kept as it is written
    return re.sub(r"^(-?)(\d+)(?=$|\.)", lambda match: f"{match[1]}{int(match[2]):,}", cell.text)


full_width = spelled(_digits)
pieces = spelled(_pieces)
thousands = spelled(_thousands)
hard_spaces = spelled(lambda cell: f"\xa0{cell.text}\u2002" if cell.text else "\xa0")
wide_blanks = spelled(lambda cell: cell.text or "　　")


def kept(made: Report) -> Report:
    """The report with texts that are no number in some of its cells: they stay what they are."""
    spare = [
        address for address, cell in made.form.cells.items() if cell.kind is Kind.COUNT and is_count(made[address])
    ]
    odd: dict[str, Value] = dict(zip(spare[::7], ("—", "-", "无", "约3件", "——", "不适用", "3-5"), strict=False))
    return made.with_values(odd)


def tall(made: Report) -> Report:
    """Numbers as the largest bodies have them: to six places, and eight digits."""
    numbers: dict[str, Value] = {}
    for at, (address, cell) in enumerate(made.form.cells.items()):
        if cell.kind is Kind.COUNT:
            numbers[address] = 10_000_019 + 7 * at
        elif cell.kind is Kind.AMOUNT:
            numbers[address] = Decimal("18651.064100")
    return made.with_values(numbers)


def turned(page: Page) -> Page:
    """Columns in another order than the form's, each under its own head: 公益组织 and 法律服务机构, 废止 and 有效, 纠正
    and 其他结果 exchanged, 行政诉讼 before 行政复议.
    """
    orders = {"proactive_disclosure": [0, 1, 3, 2], "applications": [0, 1, 2, 3, 4, 5, 7, 6, 8, 9]}
    orders["disputes"] = [*(10 + n for n in (0, 2, 1, 3, 4)), *(n - 5 for n in (5, 7, 6, 8, 9, 10, 12, 11, 13, 14))]
    return tuple(_turned(part, orders[part.section]) if isinstance(part, Sheet) else part for part in page)


def _turned(sheet: Sheet, order: Sequence[int]) -> Sheet:
    """The cells of a column at its new place; those over several where the first of theirs is."""
    cells = (
        c._replace(column=min(order[c.column : c.column + c.columns])) if c.columns < sheet.width else c
        for c in sheet.cells
    )
    return sheet._replace(cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def every(*variants: Variant) -> Variant:
    """One variant after another."""

    def variant(page: Page) -> Page:
        for each in variants:
            page = each(page)
        return page

    return variant


def heads(form: Form) -> Mapping[str, Variant]:
    """The variants of heads and rows by name."""
    lists = {"head": HEADS_2019} if form.id == "2019" else {"head": HEADS_2021["heads"], "row": HEADS_2021["rows"]}
    found: dict[str, Variant] = {}
    for name, sets in {**lists, "matrix": MATRIX}.items():
        found |= {f"{name}-{number}": said(words) for number, words in enumerate(sets, 1)}
    changes: dict[str, Callable[[Page], Page]] = {
        "half-width": half,
        "spaced": spaced,
        "invisible": invisible,
        "marks": marks,
        "bare-marks": bare_marks,
    }
    return {**found, **changes}
