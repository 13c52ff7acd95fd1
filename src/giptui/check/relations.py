"""A broken identity in the form's words, with its numbers. Used by the arithmetic rules and by the editor."""

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
            said, wanted = _sides(form, identity)
            return f"{words.column(form, total)}：{said}为 {left}，但{wanted}为 {right}"
        case _:
            return f"{words.row(total.row)}：{total.column.label}填 {right}，但前面各列之和为 {left}"


def evidence(form: Form, verdicts: Sequence[Verdict], cell: str, values: Values) -> str:
    """What the identities that a cell takes part in say of it: ``上面各行之和为 0，一＋二也为 0``; empty if none do."""
    said: list[str] = []
    numbers: list[int | None] = []
    for verdict in verdicts:
        if cell not in verdict.identity.cells:
            continue
        phrase, number = _witness(form, verdict, cell, values)
        again = number is not None and numbers[-1:] == [number]
        said.append(f"{phrase}{'也' if again else ''}为 {number}" if number is not None else phrase)
        numbers.append(number)
    return "，".join(said)


def _witness(form: Form, verdict: Verdict, cell: str, values: Values) -> tuple[str, int | None]:
    """What one identity says of a cell in it; with the number that it demands, where it demands that of a total."""
    identity, left, right = verdict.identity, verdict.left, verdict.right
    total = form.cells[identity.right[0]]
    if identity.rule == "balance":
        said, wanted = _sides(form, identity)
        if cell == identity.right[0] and addend(values(identity.right[1])) == 0:
            return said, left
        return f"{said}为 {left}、{wanted}为 {right}", None
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
