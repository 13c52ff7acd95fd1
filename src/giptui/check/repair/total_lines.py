"""The 总计 column, or the row （七）总计, that nobody filled in: one cause, whatever stray numbers stand in it.

Such a line is told before the search, which knows no single mistake with a stray in it; what else is broken is then
searched for over the other sums. Knows identities and values, no language. Called by the rules on sums and blanks.
"""

from collections.abc import Iterator
from typing import NamedTuple

from giptui.check.finding import Change
from giptui.form import Identity
from giptui.report import BLANK, State, Values, Verdict, addend, is_count, judge

_MOST_STRAYS = 2
_FEW = 2  # parts without a total may be wrong themselves; more of them, and nobody added up


class TotalLine(NamedTuple):
    """A line of totals without its numbers: the cells that lack one, and those that hold a stray, with what the parts
    add up to. ``broken`` are the sums that do not hold because of it."""

    rule: str  # of its sums: row-sum for the column, column-sum for the row
    cells: tuple[str, ...]
    lacking: tuple[str, ...]
    strays: tuple[Verdict, ...]
    answer: tuple[Change, ...]
    broken: tuple[Verdict, ...]

    def others(self, identities: tuple[Identity, ...]) -> tuple[Identity, ...]:
        """The sums that do not touch the line."""
        own = {*self.cells}
        return tuple(identity for identity in identities if own.isdisjoint(identity.cells))


def total_line(identities: tuple[Identity, ...], values: Values) -> TotalLine | None:
    """The line of totals that was left out, if there is one beside a stray in it or something else that is wrong."""
    return next((line for rule in ("row-sum", "column-sum") if (line := _line(identities, values, rule))), None)


def _line(identities: tuple[Identity, ...], values: Values, rule: str) -> TotalLine | None:
    over = [judge(identity, values) for identity in identities if identity.rule == rule]
    if any(verdict.left is None or verdict.right is None for verdict in over):
        return None
    cells = tuple(verdict.identity.right[0] for verdict in over)
    if not all(values(cell) == BLANK or is_count(values(cell)) for cell in cells):
        return None
    lacking = tuple(each.identity.right[0] for each in over if each.left and not each.right)
    strays = tuple(each for each in over if each.right and each.right != each.left)
    if any(each.right and each.right == each.left for each in over):
        return None
    if len(strays) > _MOST_STRAYS or len(lacking) <= (len(strays) or _FEW):
        return None
    sums = {each.identity.right[0]: each.left or 0 for each in over}
    answer = tuple(Change(cell, values(cell), sums[cell]) for cell in cells if values(cell) != sums[cell])
    own = {*cells}
    around = [identity for identity in identities if not own.isdisjoint(identity.cells)]
    broken = tuple(verdict for verdict in (judge(each, values) for each in around) if verdict.state is State.BROKEN)
    heals = all(
        judge(each, lambda cell: sums[cell] if cell in sums else values(cell)).state is not State.BROKEN
        for each in identities
    )
    if not broken or (heals and not strays):
        return None  # the search knows a line that is left out as a whole
    return TotalLine(rule, cells, lacking, strays, answer if heals else (), broken)


def blanks_of(line: TotalLine | None, values: Values) -> Iterator[str]:
    """The blank cells that the finding about the line speaks of."""
    yield from (cell for cell in line.cells if addend(values(cell)) == 0 and values(cell) == BLANK) if line else ()
