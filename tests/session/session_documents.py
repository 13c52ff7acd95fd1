"""What the tests of the session share: documents to open, and what a person may do to one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from giptui.check import Finding
from giptui.form import LATEST, Kind
from giptui.report import Value
from giptui.session import Session
from giptui.store import blank, parse
from giptui.store.source import decode

SEED = Path(__file__).parents[2] / "data" / "baihe-2023.toml"

HEADER = {"report.title": "甲镇2024年政府信息公开工作年度报告", "report.organ": "甲镇人民政府", "report.year": 2024}

WITHOUT_SECTIONS = 'form = "2021"\n[applications]\nnew_received = [0, 0, 0, 0, 0, 0, 0]\n'
"""A file as a hurried person writes one: five sections and most rows are not there at all."""

NEW, CARRIED_IN, HANDLED, CARRIED_OUT = (
    f"applications.{row}" for row in ("new_received", "carried_in", "total_handled", "carried_out")
)


def opened(text: str) -> Session:
    """A document that need not be on disk."""
    source = decode("报告.toml", text.encode())
    return Session(source, parse(source))


def fresh(values: Mapping[str, Value] | None = None) -> Session:
    """A new report: every cell blank but for these."""
    return opened(blank(LATEST, {**HEADER, **(values or {})}))


def zeros() -> dict[str, Value]:
    """Every cell of the form, 0."""
    return dict.fromkeys(LATEST.cells, 0)


class Situation(NamedTuple):
    """All that a screen shows of a document."""

    values: dict[str, tuple[str, str]]
    findings: tuple[tuple[object, ...], ...]
    unsaved: dict[str, Value]


def situation(session: Session) -> Situation:
    """What there is to see now; digits count, a blank and no value at all are the same."""
    values = {a: (type(v).__name__, str(v)) for a, v in session.report.values.items() if v != ""}
    return Situation(values, told(session.found.findings), session.unsaved())


def told(findings: Iterable[Finding]) -> tuple[tuple[object, ...], ...]:
    """What findings say; which of several answers comes first depends on what was edited last."""
    return tuple(
        (f.rule, f.severity, frozenset(f.cells), f.verdicts, f.fix, frozenset(map(frozenset, f.alternatives)))
        for f in findings
    )


_CELLS = st.sampled_from(list(LATEST.cells))
_CROWDED = st.sampled_from(  # where totals of totals meet: edits here follow one another
    [
        f"applications.{row}.{column}"
        for row in ("new_received", "disclosed", "not_disclosed.state_secret", "total_handled", "carried_out")
        for column in ("natural_person", "other_organization", "total")
    ]
)
_NUMBERS = st.integers(0, 9) | st.sampled_from([10**6, "", "/", "?", "约三件", -1])
_WORDS = st.sampled_from(["", "全年收到 3 件。", "第一段\n第二段", "（文字描述）"])


def _value(address: str) -> st.SearchStrategy[Value]:
    return {
        Kind.AMOUNT: _NUMBERS | st.decimals(0, 9, places=2),
        Kind.COUNT: _NUMBERS,
        Kind.YEAR: st.integers(2019, 2026) | st.just(""),
    }.get(LATEST.kinds[address], _WORDS)


@st.composite
def edits(draw: st.DrawFn) -> dict[str, Value]:
    """What one commit may put in: mostly one cell, sometimes several, sometimes a text."""
    addresses = _CROWDED | _CELLS | st.sampled_from(["report.year", "report.title", *LATEST.texts])
    return {address: draw(_value(address)) for address in draw(st.lists(addresses, min_size=1, max_size=3))}


@st.composite
def documents(draw: st.DrawFn) -> Session:
    """A document at any point of its life: new, full of zeros, the published one, one that lacks sections."""
    kind = draw(st.sampled_from(["fresh", "zeros", "seed", "without sections"]))
    if kind == "seed":
        return opened(SEED.read_text(encoding="utf-8"))
    return opened(WITHOUT_SECTIONS) if kind == "without sections" else fresh(zeros() if kind == "zeros" else {})
