"""What a claim is."""

from decimal import Decimal
from typing import NamedTuple


class Claim(NamedTuple):
    """One thing that the prose says of the tables, with the place where it says it.

    ``metric`` names what is counted (see `giptui.claims.metrics`); it may be empty in a claim that is skipped. ``kind``
    is *count*, *none* (there was none of it), *share* (per cent of ``whole``, a metric, empty if the text leaves that
    open) or *growth* (per cent more than the year before). ``skipped`` says in Chinese why nothing may be concluded
    from the claim; it is empty if the claim binds.

    A claim in a list of parts has the number of its whole in the sequence of claims as ``part_of``; ``closed`` says
    that the list ought to name all the parts: “N件（甲a件、乙b件）”.
    """

    metric: str
    kind: str
    value: int | Decimal | None  # None if there was none
    unit: str  # as written: 件, %, 元, 万元; empty if the text gives none
    year: int | None  # the year that the text names; None if it names none
    scope: str  # own, or part: of a named body, a stretch of the year, one way of applying
    address: str  # the text it stands in
    start: int  # from here to there in that text, in characters
    end: int
    clause: str  # the clause around it without spaces, as evidence
    skipped: str = ""
    whole: str = ""
    part_of: int | None = None
    closed: bool = False
    hedged: bool = False  # 基本, 暂, 目前: not said without reserve

    @property
    def is_none(self) -> bool:
        return self.kind == "none"

    @property
    def binds(self) -> bool:
        """Whether it may be held against the tables."""
        return not self.skipped
