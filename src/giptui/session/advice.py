"""What the message line says of a cell, and what a cell should be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from giptui.check import Change
from giptui.check.year_on_year import carried_over, rolled, rolls, what_changed
from giptui.form import Identity, Kind
from giptui.report import BLANK, Report, Value, side, value_in_words

_LASTING: Final = tuple(f"report.{name}" for name in ("organ", "level", "scope", "source", "editor"))


@dataclass(frozen=True, slots=True)
class Advice:
    """A value for a cell with the reason in the form's words; no value where nothing shows what it should be."""

    value: Value | None
    reason: str


def advice(report: Report, address: str, previous: Report | None = None) -> Advice:
    """What the cell should be: its parts added up; last year's 四, or stock rolled on; for 四, 一 + 二 − （七）.

    ``previous`` is last year's report, if there is one.
    """
    if address in report.form.fields:
        return _of_header(report, address, previous)
    if address not in report.form.cells:
        return Advice(None, "这里不是数字单元格")
    identities = report.form.identities_at.get(address, ())
    if sums := [identity for identity in identities if identity.is_sum and identity.right == (address,)]:
        return _by_sums(report, sums)
    if previous is not None and (expected := _by_last_year(report, previous, address)):
        return expected
    if any(identity.rule == "balance" for identity in identities):
        return _by_balance(report, address)
    return Advice(None, "没有可推算的依据")


def _of_header(report: Report, address: str, last: Report | None) -> Advice:
    """Title and signature from organ and year; what stays from year to year from last year's report."""
    organ, year = report["report.organ"], report["report.year"]
    if address == "report.title" and organ and year:
        return Advice(f"{organ}{year}年政府信息公开工作年度报告", "机关名称和报告年度")
    if address == "report.signature" and organ:
        return Advice(organ, "机关名称")
    if last is not None and address in _LASTING and last[address] != BLANK:
        name = report.form.fields[address].choices.get(str(last[address]), "")
        return Advice(last[address], f"上年报告所填{name and f'，{name}'}")
    return Advice(None, "没有可推算的依据")


def _by_sums(report: Report, sums: Sequence[Identity]) -> Advice:
    """What its parts add up to, along the row and along the column."""
    found = {identity: side(identity.left, report.__getitem__) for identity in sums}
    known = {number for number in found.values() if number is not None}
    if not known:
        return Advice(None, "组成它的各格里有读不出的数")
    if len(known) > 1:
        sums_found = "，".join(f"{_along(identity)}相加得 {number}" for identity, number in found.items())
        return Advice(None, f"两个方向算出的数不同：{sums_found}")
    return Advice(known.pop(), f"{_along(sums[0])}相加")


def _by_balance(report: Report, address: str) -> Advice:
    """What the balance leaves for one of its cells: 四, 一 + 二 − （七）; 一 and 二 likewise from the other side."""
    balance = next(i for i in report.form.identities_at[address] if i.rule == "balance")
    own, other = (balance.right, balance.left) if address in balance.right else (balance.left, balance.right)
    beside = tuple(cell for cell in own if cell != address)
    whole, rest = side(other, report.__getitem__), side(beside, report.__getitem__)
    if whole is None or rest is None:
        return Advice(None, "勾稽的各格里有读不出的数")
    names = {True: ("一＋二", "（七）总计"), False: ("（七）＋四", report.form.cells[beside[0]].row.label[0])}
    whole_name, rest_name = names[own is balance.right]
    if whole < rest:
        return Advice(None, f"{rest_name} {rest} 已经多于{whole_name} {whole}")
    return Advice(whole - rest, f"{whole_name} {whole} 减{rest_name} {rest}")


def _by_last_year(report: Report, last: Report, address: str) -> Advice | None:
    """What last year's report leaves for the cell; None if it says nothing of it."""
    if what_changed(report, last):
        return None
    if (carried_in := carried_over(report, last).get(address)) is not None:
        return Advice(carried_in, f"上年报告四、结转下年度继续办理{report.form.cells[address].column.label}列")
    roll = next((roll for roll in rolls(last.form, report.form) if roll.in_force == address), None)
    stock = rolled(report, last, roll) if roll else None
    return None if stock is None else Advice(stock, "上年现行有效件数加本年制发、减本年废止")


def _along(identity: Identity) -> str:
    return "本列以上各行" if identity.rule == "column-sum" else "本行各列"


def changes_in_words(report: Report, changes: tuple[Change, ...]) -> str:
    """Some changes in the form's words: ``（七）总计，其他 1→0、（七）总计，总计 1→0``."""
    return "、".join(
        f"{report.form.label(c.address)} {value_in_words(c.before)}→{value_in_words(c.after)}" for c in changes
    )


def meaning(report: Report, address: str) -> str:
    """What stands at the address, for a person who may not see its whole label: the label and the unit."""
    cell = report.form.cells.get(address)
    if cell is None:
        return report.form.label(address)
    unit = f"（{cell.column.unit}）" if cell.kind is Kind.AMOUNT else ""
    return report.form.label(address) + unit
