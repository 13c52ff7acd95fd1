"""What a rule looks at: the report, last year's where it is known, and what the prose claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from giptui.check.policy import USUAL, Policy
from giptui.check.prose.periods import Period, periods, reported_year
from giptui.claims import Claim, claims
from giptui.report import Report, Value, are_counts, is_count

if TYPE_CHECKING:
    from giptui.claims.verdict import Comparison


class Review:
    """One report under review. What is derived from it is worked out when a rule first asks for it, once for all.

    ``previous`` is the same organ's report of the year before, if there is one; ``policy`` is the office's own;
    ``edited`` are the cells that somebody has just changed, the last first: a mistake is likely there.
    """

    def __init__(
        self, report: Report, previous: Report | None = None, policy: Policy = USUAL, edited: Sequence[str] = ()
    ) -> None:
        self.report = report
        self.previous = previous
        self.policy = policy
        self.edited = edited

    @cached_property
    def unusual(self) -> tuple[str, ...]:
        """The cells that hold anything but a count, in the form's order: in most reports none, in the others few."""
        cells = self.report.form.cells
        values = [*map(self.report.values.get, cells)]
        if are_counts(values):
            return ()
        return tuple(
            address for address, value in zip(cells, values, strict=True) if value is None or not is_count(value)
        )

    @cached_property
    def prose(self) -> str:
        """All texts of the report in printed order, each paragraph a line: whether a word stands anywhere at all."""
        texts = (str(self.report[address]) for address in self.report.form.texts)
        return "\n".join(text for text in texts if text)

    @cached_property
    def year(self) -> int | None:
        """The reported year; None if it is none, or the title contradicts it: then no rule may build on it."""
        return reported_year(self.report)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The statistical periods that the prose states."""
        return tuple(periods(self.report))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Everything that the prose says of the tables, in printed order, what was skipped included."""
        return claims(self.report)

    def with_values(self, changes: Mapping[str, Value]) -> Review:
        """The review of the report with some cells changed: the prose, and what it says, are the same."""
        after = Review(self.report.with_values(changes), self.previous, self.policy, self.edited)
        after.__dict__.update(
            {name: made for name, made in vars(self).items() if name in ("prose", "periods", "claims")}
        )
        return after

    @cached_property
    def contradictions(self) -> Mapping[str, tuple[tuple[Claim, Comparison], ...]]:
        """The claims that agree with no sum in the tables, by what is wrong with them (`claims.verdict.objection`)."""
        found: dict[str, list[tuple[Claim, Comparison]]] = {}
        if self.claims:
            from giptui.claims.verdict import Standing, objection, verdicts  # prose without a claim needs none of it

            standings = verdicts(self.report, self.claims, self.previous)
            for claim, comparison in zip(self.claims, standings, strict=True):
                if comparison.standing is Standing.DISAGREES:
                    found.setdefault(objection(claim, comparison), []).append((claim, comparison))
        return {name: tuple(pairs) for name, pairs in found.items()}
