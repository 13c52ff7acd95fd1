"""What a claim is: what it says of a metric, the words that say it, and where it stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from giptui.claims.clauses import Clause
    from giptui.claims.frames import Frame


class Words(NamedTuple):
    """What a claim was read from: from here to there in a clause of a sentence, with what governs it.

    `giptui.claims.frames` makes the frame of it.
    """

    text: str  # the sentence's, without white space
    clause: Clause
    start: int
    end: int
    years: frozenset[int]
    topic: str
    skipped: str  # why nothing could be concluded from it by itself


class Span(NamedTuple):
    """From here to there in a text, in characters, with the clause around it without spaces."""

    address: str
    start: int
    end: int
    clause: str
    sentence: int  # which one it is in the report


class Listed(NamedTuple):
    """The place in a list: a part of claim number ``of``, or the sum of the claims ``adds``.

    ``closed`` says that the list ought to name all the parts: “N件（甲a件、乙b件）”.
    """

    of: int | None = None
    closed: bool = False
    adds: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()  # claims that only together are compared
    whole: str = ""  # of a share, or of “all”: the metric it is of


class Claim(NamedTuple):
    """One thing that the prose says of the tables, with the place where it says it.

    ``metric`` names what is counted (see `giptui.claims.metrics`); it may be empty in a claim that is skipped. ``kind``
    is *count*, *none* (there was none of it), *all* (all of ``listed.whole`` is of it), *share* (per cent of
    ``listed.whole``, empty if the text leaves that open) or *growth* (per cent more than the year before). ``skipped``
    says in Chinese why nothing may be concluded from the claim; it is empty if the claim binds.
    """

    metric: str
    kind: str
    value: int | Decimal | None  # None if there was none, or all
    unit: str  # as written: 件, %, 元, 万元; empty if the text gives none
    words: Words
    skipped: str
    span: Span
    listed: Listed = Listed()

    @property
    def binds(self) -> bool:
        """Whether it may be held against the tables."""
        return not self.skipped

    @property
    def is_none(self) -> bool:
        return self.kind == "none"

    @property
    def hedged(self) -> bool:
        return self.kind == "none" and "hedge" in self.words.clause.kinds

    @property
    def frame(self) -> Frame:
        """The words by the slots that they fill; made when asked for."""
        from giptui.claims.frames import framed

        return framed(self.words)

    @property
    def scope(self) -> str:
        """``own``, or ``part``: of a named body, a stretch of the year, one way of applying."""
        return "part" if self.skipped.startswith("只说") else "own"

    @property
    def address(self) -> str:
        return self.span.address

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end

    @property
    def clause(self) -> str:
        return self.span.clause

    @property
    def part_of(self) -> int | None:
        return self.listed.of

    @property
    def closed(self) -> bool:
        return self.listed.closed
