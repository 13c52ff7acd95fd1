"""What the message line says of a cell, and what a cell should be."""

from __future__ import annotations

from dataclasses import dataclass

from giptui.check import Change
from giptui.form import Identity, Kind
from giptui.report import BLANK, Report, Value, show, side


@dataclass(frozen=True, slots=True)
class Advice:
    """A value for a cell with the reason in the form's words; no value where nothing tells what it should be."""

    value: Value | None
    reason: str


def advice(report: Report, address: str) -> Advice:
    """What the cell should be: a total, its parts; 四, 一 + 二 − （七）."""
    cell = report.form.cells.get(address)
    if cell is None:
        return Advice(None, "这里不是数字单元格")
    values = report.__getitem__
    sums = [i for i in report.form.identities_at.get(address, ()) if i.is_sum and i.right == (address,)]
    if sums:
        found = {identity: side(identity.left, values) for identity in sums}
        known = {number for number in found.values() if number is not None}
        if not known:
            return Advice(None, "组成它的各格里有读不出的数")
        if len(known) > 1:
            told = "，".join(f"{_along(identity)}相加得 {number}" for identity, number in found.items())
            return Advice(None, f"两个方向算出的数不同：{told}")
        return Advice(known.pop(), f"{_along(sums[0])}相加")
    if cell.row.id == "carried_out":
        return _left_over(report, address)
    return Advice(None, "没有可推算的依据")


def _left_over(report: Report, address: str) -> Advice:
    balance = next(i for i in report.form.identities_at[address] if i.rule == "balance")
    come = side(balance.left, report.__getitem__)
    done = side(tuple(a for a in balance.right if a != address), report.__getitem__)
    if come is None or done is None:
        return Advice(None, "一、二或（七）里有读不出的数")
    if come < done:
        return Advice(None, f"（七）总计 {done} 已经多于一＋二 {come}")
    return Advice(come - done, f"一＋二 {come} 减（七）总计 {done}")


def _along(identity: Identity) -> str:
    return "本列以上各行" if identity.rule == "column-sum" else "本行各列"


def told(report: Report, changes: tuple[Change, ...]) -> str:
    """Some changes in the form's words: ``（七）总计，其他 1→0、（七）总计，总计 1→0``."""
    return "、".join(f"{report.form.label(c.address)} {shown(c.before)}→{shown(c.after)}" for c in changes)


def shown(value: Value) -> str:
    """The value for a sentence: blank is said, not left out."""
    return "空白" if value == BLANK else show(value)


def meaning(report: Report, address: str) -> str:
    """What stands at the address, for a person who may not see its whole label: the label and the unit."""
    cell = report.form.cells.get(address)
    if cell is None:
        return report.form.label(address)
    unit = "" if cell.kind is Kind.COUNT else f"（{cell.column.unit}）"
    return report.form.label(address) + unit
