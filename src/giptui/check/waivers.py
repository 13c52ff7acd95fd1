"""Which findings a person has judged right. Used by the commands, the editor and the rule `waiver-stale`; pure.

A waiver covers a finding if it names a rule of it, one of its cells at least, and no cell that has nothing to do with
it, all with the values that they have now. A merged finding goes by each of its sums, and its cells are those of their
sums too: whichever of them the person wrote down, it is the same mistake. Once one of these values changes, the waiver
covers nothing, and the finding is back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from giptui.check import words
from giptui.check.finding import Finding
from giptui.form import Kind
from giptui.report import Report, Value, Waiver, prose, same, show

STALE: Final = "waiver-stale"
"""The rule about waivers themselves; it cannot be waived."""


def waiver_of(report: Report, finding: Finding) -> Waiver | None:
    """The waiver in the report that covers the finding; None if it stands."""
    if finding.rule == STALE:  # there may be as many of these as there are waivers
        return None
    return next((waiver for waiver in report.waivers if covers(waiver, finding, report)), None)


def standing(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that no waiver covers."""
    return tuple(finding for finding in findings if waiver_of(report, finding) is None)


def covers(waiver: Waiver, finding: Finding, report: Report) -> bool:
    """Whether that is what the person has judged right."""
    if waiver.rule == STALE or waiver.rule not in finding.rules:
        return False
    own = waiver.cells.keys() & set(finding.cells)
    if not own:
        return False
    about = {cell for verdict in finding.verdicts for cell in verdict.identity.cells}.union(own)
    return waiver.cells.keys() <= about and not outdated_cells(waiver, report)


def outdated_cells(waiver: Waiver, report: Report) -> tuple[str, ...]:
    """The waiver's cells that have another value now."""
    return tuple(cell for cell, value in waiver.cells.items() if not same(_plain(report, cell, value), report[cell]))


def _plain(report: Report, address: str, value: Value) -> Value:
    """The value as the report would hold it: a text without blank lines."""
    return prose(str(value)) if report.form.kinds.get(address) is Kind.PROSE else value


def why_stale(report: Report, waiver: Waiver, known: bool) -> str:
    """Why a waiver covers nothing, as the end of a sentence; ``known`` says whether there is a rule of its name."""
    if not known:
        return "：没有这条规则，这段确认不起作用，请核对规则名"
    if not waiver.cells:
        return "：cells 里没有写是哪一格，什么也没有确认；请写上那一格的地址和现在的数"
    gone = outdated_cells(waiver, report)
    differing = [cell for cell in waiver.cells if cell in gone or _is_no_cell(report, cell)]
    if differing:
        differences = [_difference(report, cell, waiver.cells[cell]) for cell in differing[:_NAMED]]
        phrases = words.several([*(phrase for phrase, _ in differences), *differing[_NAMED:]], _NAMED)
        return (
            f"：{phrases}；{'这段确认不起作用' if any(wrong for _, wrong in differences) else '确认已失效，请重新核对'}"
        )
    if len(waiver.cells) > 1:
        return "：现在没有一个这样的问题正好涉及这几格；写多了的格请去掉，不再需要的话，这段确认可以删去"
    return "：现在没有这样的问题，这段确认可以删去"


_NAMED: Final = 3  # of the cells of one waiver; to find what a misspelt address means takes a while


def _is_no_cell(report: Report, address: str) -> bool:
    """Whether nothing in a report can have that address: no cell, no row or section, no key that is none either."""
    if address in report.form.kinds or any(known.startswith(f"{address}.") for known in report.form.kinds):
        return False
    return "." in address and all(problem.address != address for problem in report.problems)


def _difference(report: Report, cell: str, then: Value) -> tuple[str, bool]:
    """How a cell differs from what the waiver says, and whether the waiver was never right."""
    if _is_no_cell(report, cell):
        return f"没有{words.quoted(cell, 80)}这一格，{_nearest(report, cell)}", True
    now, place = report[cell], words.key(report.form, cell)
    if type(then) is not type(now) and show(then) == show(now):
        if isinstance(then, str):
            return f"{place}记的是加了引号的{words.quoted(then)}，应直接写 {words.clipped(then)}，不加引号", True
        return f"{place}在文件里是加了引号的{words.quoted(now)}，这里也要加引号", True
    return f"{place}当时是{words.quoted(then)}，现在是{words.quoted(now)}", False


def _nearest(report: Report, cell: str) -> str:
    """The address that was probably meant."""
    from difflib import get_close_matches  # only a misspelt address pays for it

    found = get_close_matches(cell[:100], report.form.kinds, 1, 0.8)
    return f"最接近的是“{found[0]}”（{words.key(report.form, found[0])}）" if found else "请核对地址"
