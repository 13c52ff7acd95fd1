"""A broken identity in the form's words, with its numbers. Used by the messages of the repair and by the outputs."""

from __future__ import annotations

from collections.abc import Sequence

from giptui.check import words
from giptui.form import Form, Identity
from giptui.report import Values, Verdict, addend


def relation(form: Form, verdict: Verdict) -> str:
    """The identity on its own: ``其他列：（七）总计填 1，但上面各行之和为 0``."""
    identity, left, right = verdict.identity, verdict.left, verdict.right
    total = form.cells[identity.right[0]]
    match identity.rule:
        case "column-sum":
            return f"{words.column(form, total)}：{words.row(total.row)}填 {right}，但上面各行之和为 {left}"
        case "balance":
            left_side, right_side = _sides(form, identity)
            return f"{words.column(form, total)}：{left_side}为 {left}，但{right_side}为 {right}"
        case _:
            return f"{words.row(total.row)}：{total.column.label}填 {right}，但前面各列之和为 {left}"


def sums_around(form: Form, verdicts: Sequence[Verdict], cell: str, values: Values) -> str:
    """The sums around a cell, as what contradicts it: ``上面各行之和为 0，一＋二也为 0``; empty if it is in none."""
    phrases: list[str] = []
    numbers: list[int | None] = []
    for verdict in verdicts:
        if cell not in verdict.identity.cells:
            continue
        phrase, number = _sum_around(form, verdict, cell, values)
        again = number is not None and numbers[-1:] == [number]
        phrases.append(f"{phrase}{'也' if again else ''}为 {number}" if number is not None else phrase)
        numbers.append(number)
    return "，".join(phrases)


def _sum_around(form: Form, verdict: Verdict, cell: str, values: Values) -> tuple[str, int | None]:
    """One identity as it speaks of a cell in it; with the number that it demands, where it demands that of a total."""
    identity, left, right = verdict.identity, verdict.left, verdict.right
    total = form.cells[identity.right[0]]
    if identity.rule == "balance":
        left_side, right_side = _sides(form, identity)
        if cell == identity.right[0] and addend(values(identity.right[1])) == 0:
            return left_side, left
        return f"{left_side}为 {left}、{right_side}为 {right}", None
    if cell in identity.right:
        return "上面各行之和" if identity.rule == "column-sum" else "前面各列之和", left
    if identity.rule == "column-sum":
        return f"本列{words.row(total.row)}填 {right}、上面各行之和为 {left}", None
    return f"本行{total.column.label}填 {right}、前面各列之和为 {left}", None


def _sides(form: Form, identity: Identity) -> tuple[str, str]:
    """The two sides of the balance by the form's own ordinals: ``一＋二`` and ``（七）＋四``."""
    left, right = (
        "＋".join(words.ordinal(form.cells[cell].row) for cell in side) for side in (identity.left, identity.right)
    )
    return left, right
