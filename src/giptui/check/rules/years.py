"""This year's numbers against last year's. Silent without last year's; between two forms, only of what both have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.presence import count
from giptui.check.review import Review
from giptui.check.rule import rule
from giptui.check.year_on_year import carried_over, rolled, rolls, shared_cells, what_changed
from giptui.form import Cell, Form, Kind, carried
from giptui.report import Report, is_amount, show

_EXPLAINED: Final = ("清理", "失效", "修改", "修订", "机构改革")

_FEWER: Final = (
    *("未收到", "未受理", "未发生", "未产生", "没有", "无申请", "0件", "0 件", "零", "下降", "减少", "降低"),
    *("改革", "划转", "划入", "移交", "调整", "合并", "撤销", "取消", "停征", "免征", "不再"),
)

# What is watched from year to year. 现行有效 has stock-roll, 二 has carry-over; a clean-up repeals many at once,
# and single results come and go.
_FLOWS: Final = ("issued", "created", "decisions", "amount")  # columns of section two
_SHRUNK: Final = ("new_received", "disclosed")
_SWUNG: Final = ("new_received", "carried_out")


@rule("carry-over", "上年结转与上年报告不一致", Severity.ERROR, needs="FP")
def carry_over(review: Review) -> Iterator[Finding]:
    """查什么：第三部分表格“二、上年结转政府信息公开申请数量”各列，应等于上年报告“四、结转下年度继续办理”的同一列；总计不等是错误，其他各列是警告。
    为什么：上年没有办结的申请，就是今年从上年结转来的申请（国办公开办函〔2021〕30号所附表格）。
    怎么改：对照上年公布的报告改“二、上年结转”；上年报告填错的，按实际填写，并在文字中说明。
    不管什么：有一边空着或没有读出来的列；机关名称或统计范围与上年不同的，只作警告。
    """
    report, last = review.report, review.previous
    if last is None:
        return
    expected = carried_over(report, last)
    wrong = {cell: n for cell, n in expected.items() if count(report, cell) not in (None, n)}
    if not wrong:
        return
    cells = [report.form.cells[cell] for cell in wrong]
    out = next(iter(last.form.cells[before].row for before in carried(last.form, report.form)))
    numbers = "；".join(
        f"{words.column(report.form, cell)}填 {show(report[cell.address])}，上年为 {wrong[cell.address]}"
        for cell in cells
    )
    where = f"{words.table(report.form, cells[0].table)}，{words.row(cells[0].row)}"
    change = what_changed(report, last)
    total = any(cell.address.endswith(".total") for cell in cells)
    severity = Severity.ERROR if total and not change else Severity.WARNING
    why = f"；{change}与上年不同，请核对是否因此不一致" if change else ""
    message = f"{where}，与上年报告的“{words.row(out)}”不一致：{numbers}{why}"
    yield Finding("carry-over", severity, message, tuple(wrong))


@rule("stock-roll", "现行有效件数与上年对不上", Severity.WARNING, needs="FPN")
def stock_roll(review: Review) -> Iterator[Finding]:
    """查什么：规章、行政规范性文件的“现行有效件数”，应等于上年报告的现行有效件数加本年制发、减本年废止。
    为什么：现行有效件数是历年累计的，只随制发和废止增减。
    怎么改：核对三个数；因清理、失效、修改或机构改革而增减的，在文字中说明。
    不管什么：四个数中有空着或没有读出来的；文字中提到清理、失效、修改、机构改革，或机关名称、统计范围与上年不同的，只作提示。
    """
    report, last = review.report, review.previous
    if last is None:
        return
    for roll in rolls(last.form, report.form):
        expected, stated = rolled(report, last, roll), count(report, roll.in_force)
        if expected is None or stated is None or expected == stated:
            continue
        explained = what_changed(report, last) or any(word in review.prose for word in _EXPLAINED)
        before, issued, repealed = show(last[roll.in_force]), show(report[roll.issued]), show(report[roll.repealed])
        sums = f"上年为 {before}，加本年制发 {issued}、减本年废止 {repealed}，应为 {expected}"
        yield Finding(
            "stock-roll",
            Severity.INFO if explained else Severity.WARNING,
            f"{words.place(report.form, roll.in_force)}：填 {stated}，但{sums}",
            (roll.in_force,),
        )


@rule("zeroed", "上年有数而本年为 0", Severity.INFO, needs="FPN")
def zeroed(review: Review) -> Iterator[Finding]:
    """查什么：上年报告不少于 10 的数，本年填 0，而文字中没有说明。
    为什么：多半是漏填，或沿用了空白的表；确实没有发生的，读的人也会问一句。
    怎么改：核对台账；确实为 0 的，在文字中说明。
    不管什么：空着的格；文字中说了没有发生、减少或职能调整的；单项的办理结果、废止件数、现行有效件数、上年结转；统计范围变了的。
    """
    report, last = review.report, review.previous
    if last is None or what_changed(report, last):
        return
    gone = [
        cell
        for cell, before, now in _watched(report, last, _SHRUNK)
        if before >= 10 and now == 0 and not _is_explained(review, cell)
    ]
    for table, names, cells in _by_table(report, last, gone):
        message = f"{words.table(report.form, table)}，{names}；文字中没有说明，请核对是否漏填"
        yield Finding("zeroed", Severity.INFO, message, cells)


@rule("jump", "与上年相差悬殊", Severity.INFO, needs="FP")
def jump(review: Review) -> Iterator[Finding]:
    """查什么：本年的件数超过上年的四倍或不到四分之一，而且两年的数各开平方后相差大于 6。
    为什么：这样的变化不是没有，但也常是多填、少填了一位，或换了统计口径。
    怎么改：核对台账；属实的不必改，最好在文字中说明原因。
    不管什么：幅度不到四倍的起落，小数目的起落（如 0 到 30）；
    金额（见 unit-suspect）；空着的格；本年为 0 的（见 zeroed）；
    单项的办理结果、废止件数、现行有效件数、上年结转；统计范围变了的。
    """
    report, last = review.report, review.previous
    if last is None or what_changed(report, last):
        return
    swung = [
        cell
        for cell, before, now in _watched(report, last, _SWUNG)
        if cell.kind is Kind.COUNT and _is_jump(before, now)
    ]
    for table, names, cells in _by_table(report, last, swung):
        message = f"{words.table(report.form, table)}，{names}；与上年相差悬殊，请核对"
        yield Finding("jump", Severity.INFO, message, cells)


@rule("unit-suspect", "金额疑为元与万元相混", Severity.WARNING, needs="FP")
def unit_suspect(review: Review) -> Iterator[Finding]:
    """查什么：以万元为单位的收费金额，是上年的 2000 至 50000 倍，或反过来。
    为什么：收费不会一年变动几千倍，相差一万倍左右，多半是把元填成了万元，或者相反。
    怎么改：表格的单位是万元；核对哪一年填的是元，改正本年的数；上年填错的，在文字中说明。
    不管什么：有一年是 0 或空着的；机关名称或统计范围与上年不同的，照样核对。
    """
    report, last = review.report, review.previous
    if last is None:
        return
    for cell, before, now in _watched(report, last, ()):
        if cell.kind is Kind.AMOUNT and _are_mixed_up(before, now):
            address, ratio = cell.address, now / before
            times = f"是上年的约 {ratio:.0f} 倍" if ratio > 1 else f"上年是本年的约 {1 / ratio:.0f} 倍"
            numbers = f"填 {show(report[address])}，上年为 {show(last[address])}，{times}"
            doubt = f"单位是{cell.column.unit}，请核对{'本年' if ratio > 1 else '上年'}的数是否填成了元"
            message = f"{words.place(report.form, address)}：{numbers}；{doubt}"
            yield Finding("unit-suspect", Severity.WARNING, message, (address,))


def _watched(report: Report, last: Report, rows: tuple[str, ...]) -> Iterator[tuple[Cell, Decimal, Decimal]]:
    """The cells that are watched, with last year's number and this year's, where both are known.

    They are the flows of section two, the totals of these rows of the matrix, and those of the disputes.
    """
    for cell in _flows(last.form, report.form):
        if cell.table != "applications" or cell.row.id in rows:
            before, now = _number(last, cell.address), _number(report, cell.address)
            if before is not None and now is not None:
                yield cell, before, now


@lru_cache(maxsize=8)
def _flows(old: Form, new: Form) -> tuple[Cell, ...]:
    return tuple(
        cell
        for cell in shared_cells(old, new).values()
        if cell.column.id == "total" or (cell.column.id in _FLOWS and cell.kind in (Kind.COUNT, Kind.AMOUNT))
    )


def _is_explained(review: Review, cell: Cell) -> bool:
    """Whether a sentence speaks of this matter and says that there was none, or less, or why."""
    matter = "申请" if cell.table == "applications" else cell.row.path[0].removeprefix("行政")
    return any(
        matter in sentence and any(word in sentence for word in _FEWER)
        for sentence in review.prose.replace("\n", "。").split("。")
    )


def _by_table(report: Report, last: Report, found: Sequence[Cell]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each table with cells among these: its identifier, the cells with both years' numbers, their addresses."""
    for table in report.form.tables:
        cells = [cell for cell in found if cell.table == table]
        names = [f"{_named(c)}：上年 {show(last[c.address])}，本年 {show(report[c.address])}" for c in cells]
        if names:
            yield table, words.several(names), tuple(cell.address for cell in cells)


def _named(cell: Cell) -> str:
    """The row; in section two, whose rows have several numbers, the column too."""
    return words.row(cell.row) if cell.column.id == "total" else f"{words.row(cell.row)}，{cell.column.label}"


def _number(report: Report, address: str) -> Decimal | None:
    value = report[address]
    return Decimal(value) if isinstance(value, int | Decimal) and is_amount(value) else None


def _is_jump(before: Decimal, now: Decimal) -> bool:
    """Fourfold, and more than 6 apart in their square roots: these swing alike for small numbers and for large ones."""
    fourfold = now > 4 * before or 0 < 4 * now < before
    return fourfold and abs(now.sqrt() - before.sqrt()) > 6


def _are_mixed_up(before: Decimal, now: Decimal) -> bool:
    """Whether one amount is so many times the other that 元 and 万元 seem to be mixed up."""
    return before > 0 and now > 0 and 2000 <= max(now / before, before / now) <= 50000
