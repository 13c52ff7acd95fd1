"""One cause, one finding: what putting a sum right would settle as well is part of the finding about the sum; a table
that nobody filled in is one, however often the prose speaks of it; a stock that cannot be is one, whatever it was last
year.

Called at the end of a check. Only where the fix of a broken sum touches cells that another finding is about, the rule
of that finding is run again on the report with the fix applied; if it then has nothing to say of those cells, the
finding is dropped and its rule's title is added to the message of the sum. What a person has judged right stands for
itself: it neither hides another finding nor is hidden. Not loaded for a clean report.
"""

from __future__ import annotations

from collections.abc import Sequence

from giptui.check import words
from giptui.check.finding import Finding
from giptui.check.review import Review
from giptui.check.rule import Rule
from giptui.check.waivers import standing


def attached(review: Review, findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """The findings without those that follow from another."""
    left = [*findings]
    waived = {*findings}.difference(standing(review.report, findings)) if review.report.waivers else set()
    causes = [finding for finding in findings if finding.verdicts and finding.fix and finding not in waived]
    for cause in causes:
        if effects := _effects(review, cause, [each for each in left if each not in waived], rules):
            titles = {rule.name: rule.title for rule in rules}
            named = "、".join(f"“{titles[name]}”" for name in dict.fromkeys(finding.rule for finding in effects))
            also = f"；改正后，{named}一条也随之解决"
            whole = cause._replace(message=words.clipped(cause.message, words.LONGEST - len(also)) + also)
            left = [whole if finding is cause else finding for finding in left if finding not in effects]
    return left


def gathered(review: Review, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with those of one cause made one: of an empty matrix, and of a stock."""
    left = [*findings]
    waived = {*findings}.difference(standing(review.report, findings)) if review.report.waivers else set()
    said = [each for each in left if each.rule == "text-some" and each not in waived and _is_of_the_matrix(each)]
    matrix = [cell.address for cell in review.report.form.tables["applications"].cells()]
    if len(said) > 1 and all(review.report[cell] in (0, "", "/") for cell in matrix):
        first, more = said[0], f"（文字里这样的共 {len(said)} 处），表格全部是 0，请核对是不是没有填写"
        message = words.clipped(first.message.removesuffix("，请核对"), words.LONGEST - len(more)) + more
        cells = tuple(dict.fromkeys(cell for each in said for cell in each.cells))
        whole = first._replace(message=message, cells=cells)
        left = [whole if each is first else each for each in left if each is first or each not in said]
        left = [each for each in left if each.rule != "zeroed" or not _is_of_the_matrix(each) or each in waived]
    for stock in [each for each in left if each.rule == "stock-negative" and each not in waived]:
        again = [each for each in left if each.rule == "stock-roll" and not {*each.cells}.isdisjoint(stock.cells)]
        if again:
            whole = stock._replace(message=f"{stock.message}；与上年报告也对不上")
            left = [whole if each is stock else each for each in left if each not in again]
    return left


def _is_of_the_matrix(finding: Finding) -> bool:
    return finding.cells[0].startswith("applications.")


def _effects(review: Review, cause: Finding, findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """The findings that are gone once the fix of another is applied."""
    changed = {change.address for change in cause.fix}
    suspects = [finding for finding in findings if not finding.verdicts and not changed.isdisjoint(finding.cells)]
    if not suspects:
        return []
    after = review.with_values({change.address: change.after for change in cause.fix})
    names = {finding.rule for finding in suspects}
    runs = dict.fromkeys(rule.check for rule in rules if rule.name in names)
    left = [finding for run in runs for finding in run(after)]
    return [finding for finding in suspects if not any(_is_about(finding, other) for other in left)]


def _is_about(finding: Finding, other: Finding) -> bool:
    """Whether the other says the same of some of the same cells."""
    return finding.rule == other.rule and not {*finding.cells}.isdisjoint(other.cells)
