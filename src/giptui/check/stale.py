"""Why a waiver covers nothing, in words; for the rule `waiver-stale`."""

from __future__ import annotations

from typing import Final

from giptui.check import words
from giptui.check.waivers import outdated_cells
from giptui.report import Report, Value, Waiver, show

_NAMED: Final = 3  # of the cells of one waiver
_MOST_NEAREST: Final = 100  # to find what a misspelt address means takes a while; nobody reads more of them


class Stale:
    """The waivers of one report that cover nothing; there may be many, with many cells."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._odd = {problem.address for problem in report.problems}
        self._around = {
            key.rsplit(".", depth)[0] for key in report.form.kinds for depth in range(1, key.count(".") + 1)
        }
        self._left = _MOST_NEAREST

    def why(self, waiver: Waiver, known: bool) -> str:
        """The end of a sentence; ``known`` says whether there is a rule of the waiver's name."""
        if not known:
            return "：没有这条规则，这段确认不起作用，请核对规则名"
        if not waiver.cells:
            return "：cells 里没有写是哪一格，什么也没有确认；请写上那一格的地址和现在的数"
        gone = {*outdated_cells(waiver, self._report)}
        differing = [cell for cell in waiver.cells if cell in gone or self._is_no_cell(cell)]
        if differing:
            differences = [self._difference(cell, waiver.cells[cell]) for cell in differing[:_NAMED]]
            phrases = words.several([*(phrase for phrase, _ in differences), *differing[_NAMED:]], _NAMED)
            end = "这段确认不起作用" if any(wrong for _, wrong in differences) else "确认已失效，请重新核对"
            return f"：{phrases}；{end}"
        if len(waiver.cells) > 1:
            return "：现在没有一个这样的问题正好涉及这几格；写多了的格请去掉，不再需要的话，这段确认可以删去"
        return "：现在没有这样的问题，这段确认可以删去"

    def _is_no_cell(self, address: str) -> bool:
        """Whether nothing in a report can have that address: no cell, no row or section, no key that is none either."""
        if address in self._report.form.kinds or address in self._around:
            return False
        return "." in address and address not in self._odd

    def _difference(self, cell: str, then: Value) -> tuple[str, bool]:
        """How a cell differs from what the waiver says, and whether the waiver was never right."""
        if self._is_no_cell(cell):
            return f"没有{words.quoted(cell, 80)}这一格，{self._nearest(cell)}", True
        now, place = self._report[cell], words.key(self._report.form, cell)
        if type(then) is not type(now) and show(then) == show(now):
            if isinstance(then, str):
                return f"{place}记的是加了引号的{words.quoted(then)}，应直接写 {words.clipped(then)}，不加引号", True
            return f"{place}在文件里是加了引号的{words.quoted(now)}，这里也要加引号", True
        return f"{place}当时是{words.quoted(then)}，现在是{words.quoted(now)}", False

    def _nearest(self, cell: str) -> str:
        """The address that was probably meant."""
        from difflib import get_close_matches  # only a misspelt address pays for it

        self._left -= 1
        form = self._report.form
        found = get_close_matches(cell[:100], form.kinds, 1, 0.8) if self._left >= 0 else []
        return f"最接近的是“{found[0]}”（{words.key(form, found[0])}）" if found else "请核对地址"
