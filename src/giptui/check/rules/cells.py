"""What stands in the single cells of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from giptui.check import words
from giptui.check.finding import Change, Finding, Severity
from giptui.check.presence import is_absent, is_unread
from giptui.check.review import Review
from giptui.check.rule import rule
from giptui.form import Cell, Form, Kind
from giptui.report import (
    AMOUNT_PLACES,
    BLANK,
    NOT_APPLICABLE,
    UNREAD,
    Report,
    Value,
    fits,
    is_amount,
    level_of,
    show,
    side,
)

_MAY_BE_INAPPLICABLE: Final = "government_rules"  # 规章: “/” is right for a body without the power to make any
_RULES: Final = f"proactive_disclosure.{_MAY_BE_INAPPLICABLE}"
_WITHOUT_RULES: Final = ("county_government", "county_department", "township", "subdistrict")


@rule("cell-unread", "未读出的格", Severity.ERROR)
def cell_unread(review: Review) -> Iterator[Finding]:
    """查什么：表格里填着“?”的格，即原件上有字而导入时没有读出来的数；每张表一条，列出格数和位置。
    为什么：没有读出的数不能当作 0，也不能猜；与它有关的合计都无法核对。
    怎么改：对照原件填上数，导入时记下了原件上位置的，一并列出；原件上本来就空着的，把“?”删掉。
    不管什么：空着的格（见 blank-cells）、因行长或类型不对没有读入的格、整张没有读出来的表（见 table-missing）。
    """
    report = review.report
    explained = {cell for problem in report.problems for cell in problem.cells}
    unread = [address for address in review.unusual if report[address] == UNREAD and address not in explained]
    for table_id, cells in _by_table(report.form, unread):
        if is_unread(report, report.form.tables[table_id]):
            continue
        names = words.several(words.grouped(report.form, cells))
        where = next((f"（第一格：{found}）" for found in [report.whereabouts(cells[0])] if found), "")
        message = f"{words.table(report.form, table_id)}：有 {len(cells)} 格没有读出来，请对照原件填写：{names}{where}"
        yield Finding("cell-unread", Severity.ERROR, message, cells)


@rule("not-a-count", "不是有效的数", Severity.ERROR)
def not_a_count(review: Review) -> Iterator[Finding]:
    """查什么：件数应为不小于 0 的整数，金额应为不小于 0 的数，2019 年格式的“本年增/减”应为整数；写成文字的数也算错。
    为什么：件数是一件一件数出来的，不会是负数、小数或文字；不是数的格无法参加合计。
    怎么改：直接写数字，不加引号、单位和千分位逗号；没有发生的写 0，不适用的写“/”。
    不管什么：空格、“/”和“?”；金额的小数位数（见 amount-precision）；2019 年格式里的“+19”“增10”和“1424.4万元”。
    """
    report = review.report
    for address in review.unusual:
        cell, value = report.form.cells[address], report[address]
        if fits(value, cell.kind):
            continue
        from giptui.report.typed import typed  # only where something is wrong: it compiles much

        meant = typed(value, cell.kind) if isinstance(value, str) else value
        fixable = fits(meant, cell.kind) and meant not in (BLANK, NOT_APPLICABLE, UNREAD)
        fix = (Change(address, value, meant),) if fixable else ()
        message = f"{words.place(report.form, address)}：{_objection(cell, value, meant if fix else None)}"
        yield Finding("not-a-count", Severity.ERROR, message, (address,), fix=fix)


_WANTED: Final = {
    Kind.COUNT: ("件数", "不小于 0 的整数"),
    Kind.AMOUNT: ("金额", "不小于 0 的数"),
    Kind.CHANGE: ("增减数", "整数"),
    Kind.MONEY: ("金额", "不小于 0 的数"),
}
_DECIMAL: Final = r"[+-]?[0-9０-９]+[.．][0-9０-９]+"
_INSTEAD: Final = {
    Kind.CHANGE: "不是增减的数；增加写 19 或“+19”，减少写 -3，没有增减的写 0",
    Kind.MONEY: "不是金额；写数字，可以带单位，如“1424.4万元”，没有发生的写 0",
}


def _objection(cell: Cell, value: Value, meant: Value | None) -> str:
    noun, wanted = _WANTED[cell.kind]
    if isinstance(meant, str):
        return f"填的是{words.quoted(value)}，应写成{words.quoted(meant)}"
    if meant is not None:
        return f"写成了文字{words.quoted(value)}，应直接写 {show(meant)}，不加引号和单位"
    if isinstance(value, str):
        instead = _INSTEAD.get(cell.kind, "不是数；没有发生的写 0，不适用的写“/”")
        if cell.kind is Kind.COUNT and re.fullmatch(_DECIMAL, value):
            instead = f"{noun}应为{wanted}"
        return f"填的是{words.quoted(value)}，{instead}"
    if type(value) is int and (value > 0 or cell.kind is Kind.CHANGE):
        return f"填的数有 {len(str(abs(value)))} 位，不可能是{noun}"
    if type(value) is int:
        return f"填 {show(value)}，{noun}不能是负数"
    return f"填 {words.clipped(show(value))}，{noun}应为{wanted}"


@rule("amount-precision", "金额小数位过多", Severity.WARNING)
def amount_precision(review: Review) -> Iterator[Finding]:
    """查什么：以万元为单位的收费金额，小数超过六位。
    为什么：以万元为单位，第六位小数是分，再往下没有意义，多半是公式算出来后没有取整。
    怎么改：按实收金额写，至多六位小数。
    不管什么：小数不超过六位的；末尾的 0 也照原样保留。
    """
    report = review.report
    for address in review.unusual:
        cell, value = report.form.cells[address], report[address]
        if cell.kind is not Kind.AMOUNT:
            continue
        places = len(show(value).partition(".")[2]) if is_amount(value) else 0
        if places > AMOUNT_PLACES:
            allowed = f"以{cell.column.unit}为单位，至多 {AMOUNT_PLACES} 位"
            message = f"{words.place(report.form, address)}：填 {show(value)}，有 {places} 位小数；{allowed}"
            yield Finding("amount-precision", Severity.WARNING, message, (address,))


@rule("blank-cells", "空着的格", Severity.WARNING)
def blank_cells(review: Review) -> Iterator[Finding]:
    """查什么：表格里空着的格，以及规章以外填“/”的格；每张表一条，列出格数和位置。
    为什么：空着不等于 0，读的人无法知道是没有发生、不适用还是漏填；空格按 0 计入合计，但不代替填写。
    怎么改：没有发生的填 0；不适用的只有规章可以填“/”；空着的合计填各部分之和；同一行、同一列（或勾稽关系）里
    没有别的空格，能推出应填的数而互相不矛盾的，给出这个数；空着的恰是第三部分的一整行或一整列的，同样处理。
    不管什么：规章填“/”，县级及以下的机关没有“规章”一行；
    没有读出的格（见 cell-unread）；没有表格或整个部分都缺的（见 table-missing、section-missing）。
    """
    report = review.report
    form = report.form
    severity = Severity.WARNING if form.last_year is None else Severity.INFO
    missing = [address for address in review.unusual if _is_missing(form.cells[address], report[address])]
    if missing:
        from giptui.check.repair import blanks_of, total_line  # few reports have blanks

        told = {*blanks_of(total_line(form.identities, report.__getitem__), report.__getitem__), *_left_away(report)}
        missing = [address for address in missing if address not in told]
    for table_id, cells in _by_table(form, missing):
        if not report.has(table_id) or is_absent(report, form.tables[table_id]):
            continue
        blank = [address for address in cells if report[address] == BLANK]
        whole = len(blank) == sum(1 for _ in form.tables[table_id].cells())
        what = "整张表没有填写" if whole else _blanks(form, blank, [cell for cell in cells if cell not in blank])
        from giptui.check.repair import unfilled

        should, fix, covered = unfilled(report, cells)
        rest = [cell for cell in cells if cell not in covered]
        totals = (
            "合计填各部分之和，" if any(_is_total_of_something(report, cell) for cell in rest if cell in blank) else ""
        )
        advice = f"{'其余' if should else ''}{totals}没有发生的填 0" if rest else ""
        message = f"{words.table(form, table_id)}：{'；'.join(filter(None, (what, should, advice)))}"
        yield Finding("blank-cells", severity, message, cells, fix=fix)


def _left_away(report: Report) -> Iterator[str]:
    """The cells of 规章 where the table has no such row, as bodies without the power print it."""
    cells = [*report.form.lines[_RULES].cells]
    if level_of(report)[0] in _WITHOUT_RULES and not any(cell in report.values for cell in cells):
        yield from cells


def _is_missing(cell: Cell, value: Value) -> bool:
    return value == BLANK or (value == NOT_APPLICABLE and cell.row.id != _MAY_BE_INAPPLICABLE)


def _is_total_of_something(report: Report, cell: str) -> bool:
    sums = (identity for identity in report.form.identities_at.get(cell, ()) if identity.is_sum)
    return any(identity.right[0] == cell and side(identity.left, report.__getitem__) for identity in sums)


def _blanks(form: Form, blank: list[str], inapplicable: list[str]) -> str:
    phrases = [
        f"有 {len(cells)} 格{what}（{words.several(words.grouped(form, cells))}）"
        for cells, what in ((blank, "空着"), (inapplicable, "填“/”"))
        if cells
    ]
    return "，".join(phrases)


def _by_table(form: Form, addresses: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for table_id, group in groupby(addresses, lambda address: form.cells[address].table):
        yield table_id, tuple(group)
