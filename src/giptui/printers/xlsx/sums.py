"""The sheet 勾稽关系: every identity of the form with its two sides and how it stands, as formulas over the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from giptui.form import Form, Identity
from giptui.printers.xlsx.book import RED, SUMS_SHEET, Book, height, lines
from giptui.printers.xlsx.tables import parts_of
from giptui.report import State, Verdict, judge

_HEADS: Final = ("序号", "勾稽关系", "等号左边", "等号右边", "差", "状态")
_WIDTHS: Final = (6, 52, 11, 11, 9, 11)
_STATES: Final = {
    State.HOLDS: "成立",
    State.BROKEN: "不成立",
    State.OPEN: "有空白",
    State.UNKNOWN: "无法核对",
}
_ORDINAL: Final = "（[^）]+）|[一二三四](?=、)"
_FIRST: Final = 2  # the row of the first identity; above it how many stand how, and the heads
_LEFT, _RIGHT, _DIFFERENCE, _STATE = 2, 3, 4, 5  # columns


def add(book: Book) -> None:
    """The sheet, the last of the workbook: it refers to all the others."""
    sheet = book.sheet(SUMS_SHEET, one_page=True)
    for column, each in enumerate(_WIDTHS):
        sheet.set_column(column, column, each)
    verdicts = [judge(identity, book.report.__getitem__) for identity in book.report.form.identities]
    head, text, number = (
        book.look(border=1, font_name="黑体", align="center"),
        book.look(border=1),
        book.look(border=1, align="right", num_format="0", text_wrap=False, shrink=True),
    )
    state = book.look(border=1, align="center")
    sheet.merge_range(0, 0, 0, len(_HEADS) - 1, "", book.look(align="left"))
    last = _FIRST + len(verdicts) - 1
    sheet.write_formula(0, 0, _tally(last), book.look(align="left"), _counted(verdicts))
    sheet.set_row(0, 24)
    sheet.write_row(1, 0, _HEADS, head)
    for row, verdict in enumerate(verdicts, _FIRST):
        sheet.write_number(row, 0, row - _FIRST + 1, state)
        words = _words(book.report.form, verdict.identity)
        sheet.write_string(row, 1, words, text)
        sheet.set_row(row, height(lines(words, _WIDTHS[1])))
        left, right = book.ranges(verdict.identity.left), book.ranges(verdict.identity.right)
        sums = _sum(book, verdict.identity.left), _sum(book, verdict.identity.right)
        sheet.write_formula(row, _LEFT, f"=SUM({','.join(left)})", number, sums[0])
        sheet.write_formula(row, _RIGHT, f"=SUM({','.join(right)})", number, sums[1])
        sheet.write_formula(row, _DIFFERENCE, f"=C{row + 1}-D{row + 1}", number, sums[0] - sums[1])
        formula = _state(left, right, verdict.identity, row + 1)
        sheet.write_formula(row, _STATE, formula, state, _STATES[verdict.state])
    wrong = book.workbook.add_format({"font_color": RED, "bold": True})
    rule = {"type": "cell", "criteria": "==", "value": f'"{_STATES[State.BROKEN]}"', "format": wrong}
    sheet.conditional_format(_FIRST, _STATE, last, _STATE, rule)
    sheet.freeze_panes(_FIRST, 0)
    sheet.repeat_rows(1)
    sheet.print_area(0, 0, last, len(_HEADS) - 1)


def _sum(book: Book, addresses: Sequence[str]) -> int:
    """What SUM makes of the cells: it passes over text."""
    values = (book.report[address] for address in addresses)
    return sum(value for value in values if type(value) is int and value >= 0)


def _state(left: Sequence[str], right: Sequence[str], identity: Identity, row: int) -> str:
    """`judge`, as a formula: a cell that is neither a number, blank nor “/” leaves it unknown; a side that is short of
    the other may be so because of its blanks."""

    def over(function: str, ranges: Sequence[str], behind: str = "") -> str:
        return "+".join(f"{function}({each}{behind})" for each in ranges)

    both = [*left, *right]
    known = "+".join((over("COUNT", both), over("COUNTBLANK", both), over("COUNTIF", both, ',"/"')))
    short = f"IF(C{row}>D{row},{over('COUNT', right)}<{len(identity.right)},{over('COUNT', left)}<{len(identity.left)})"
    unequal = f'IF({short},"{_STATES[State.OPEN]}","{_STATES[State.BROKEN]}")'
    equal = f'IF(C{row}=D{row},"{_STATES[State.HOLDS]}",{unequal})'
    return f'=IF({known}<{len(identity.cells)},"{_STATES[State.UNKNOWN]}",{equal})'


def _tally(last: int) -> str:
    states = f"$F${_FIRST + 1}:$F${last + 1}"
    counts = "&".join(f'"，{name} "&COUNTIF({states},"{name}")' for name in _STATES.values())
    return f'="共 {last - _FIRST + 1} 条"&{counts}'


def _counted(verdicts: Sequence[Verdict]) -> str:
    states = [verdict.state for verdict in verdicts]
    return f"共 {len(states)} 条" + "".join(f"，{name} {states.count(state)}" for state, name in _STATES.items())


def _words(form: Form, identity: Identity) -> str:
    """The identity in the form's words: ``总计列：上面各行之和＝（七）总计``."""
    total = form.cells[identity.right[0]]
    match identity.rule:
        case "column-sum":
            return f"{total.column.label}列：{parts_of(identity)}＝{total.row.label}"
        case "balance":
            left, right = ("＋".join(_ordinals(form, side)) for side in (identity.left, identity.right))
            return f"{total.column.label}列：{left}＝{right}"
        case _:
            line = form.label(identity.right[0]).removesuffix(f"，{total.column.label}")
            return f"{line}：{parts_of(identity)}＝{total.column.label}"


def _ordinals(form: Form, addresses: Sequence[str]) -> Iterator[str]:
    """一 and 二, （七） and 四."""
    labels = (form.cells[address].row.label for address in addresses)
    return (found[0] if (found := re.match(_ORDINAL, label)) else label for label in labels)
