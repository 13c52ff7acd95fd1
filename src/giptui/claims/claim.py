"""What a claim is: a frame with its slots, what it binds to, and where it stands."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

SLOTS: Final = {
    "body": "机关",
    "when": "时间",
    "channel": "方式",
    "matter": "内容",
    "action": "动作",
    "object": "对象",
    "outcome": "结果",
    "hedge": "保留",
}
"""The slots of a frame, as they are called on screen."""


class Frame(NamedTuple):
    """The words that fill each slot of a number's clause, those inherited from what governs it included."""

    body: str = ""  # whose number it is, if a body is named
    when: str = ""
    channel: str = ""  # 网上, 信函
    matter: str = ""  # 征地, or what else the words say that the tables do not know
    action: str = ""  # 收到, 答复, 制定
    object: str = ""  # 申请, 行政复议, 规范性文件
    outcome: str = ""  # an outcome, a result, a kind of applicant
    hedge: str = ""  # 基本, 暂, 目前: not said without reserve

    @property
    def year(self) -> int | None:
        """The latest year that is named; None if none is."""
        return max(map(int, re.findall("[0-9]{4}", self.when)), default=None)


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
    frame: Frame
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
        return self.kind == "none" and bool(self.frame.hedge)

    @property
    def year(self) -> int | None:
        return self.frame.year

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

    @property
    def whole(self) -> str:
        return self.listed.whole
