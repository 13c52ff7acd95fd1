"""`giptui claims`: what the prose says of the tables, claim by claim, and whether the tables agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import click

from giptui.claims import Claim
from giptui.claims.comparable import slot
from giptui.claims.frames import SLOTS
from giptui.claims.metrics import Sum
from giptui.claims.unread import numbers
from giptui.claims.verdict import Comparison, Standing, verdicts
from giptui.cli.exits import Exit
from giptui.cli.help import Command
from giptui.cli.inputs import complain, last_years, refuse_unreadable_previous, search
from giptui.cli.parameters import PATHS, PREVIOUS, output_format
from giptui.cli.streams import put
from giptui.display.visible import one_line
from giptui.report import Report, show
from giptui.store import Unreadable

_FORMATS: Final = ("text", "jsonl")


@click.command(
    "claims",
    cls=Command,
    help="""
    列出文字里说到表格的地方，并与表格核对。

    每一处都列出它说的是哪些格、与表格是否相符；没有核对的写明为什么，与表格无关的数也列出。同比增减与上年的报告核对。

    一处一行：文件: 文字地址:起-止: 说的什么 “所在的话” → 结论。起止是在这段文字里的第几个字，从 1 数起。
    """,
    epilog="例：giptui claims 报告.toml --format jsonl",
)
@PATHS
@PREVIOUS
@output_format(_FORMATS)
def command(files: tuple[str, ...], previous: str | None, output_format: str) -> Exit:
    refuse_unreadable_previous(previous)
    inputs = search(files)
    lines = _text if output_format == "text" else _records
    wrong_previous: set[str] = set()  # what was given as last year's report and is not that; reported once
    for source, report in inputs:
        last = None
        try:
            last = last_years(previous).of(source.name, report).report
        except Unreadable as error:
            if error.file not in wrong_previous:
                wrong_previous.add(error.file)
                complain(error)
        for line in lines(source.name, report, last):
            put(line)
    return Exit.USAGE if wrong_previous else inputs.exit_code


def _text(name: str, report: Report, last: Report | None) -> Iterator[str]:
    found = numbers(report)
    for claim, comparison in zip(found, verdicts(report, found, last), strict=True):
        place, verdict = f"{claim.address}:{claim.start + 1}-{claim.end}", _verdict(comparison, claim)
        yield one_line(f"{name}: {place}: {_statement(claim)} “{claim.clause}” → {verdict}")


def _statement(claim: Claim) -> str:
    """``received = 3119件``, ``reconsideration = 无``; a part in a list, and what is none of ours, has no metric."""
    number = f"{show(claim.value)}{claim.unit}" if claim.value is not None else _WORDED.get(claim.kind, "")
    kind = {"share": "占比 ", "growth": "增长 "}.get(claim.kind, "")
    filled = "，".join(f"{SLOTS[name]} {words}" for name, words in claim.frame._asdict().items() if words)
    return f"{claim.metric or '?'} = {kind}{number}" + (f"（{filled}）" if filled else "")


_WORDED: Final = {"none": "无", "all": "全部"}
_WORDS: Final = {
    Standing.AGREES: "相符",
    Standing.DISAGREES: "不符",
    Standing.UNKNOWN: "无从核对",
    Standing.SKIPPED: "未核对",
}


def _verdict(comparison: Comparison, claim: Claim) -> str:
    """``相符：一 3119（applications.new_received.total）``."""
    if comparison.agreeing is not None:
        why = _sum(comparison.agreeing, comparison.agreeing_number)
        if comparison.together is not None:
            why = f"与并列的各处相加为 {show(comparison.together)}，{why}"
    elif comparison.shares:
        why = f"按表格算是 {'、'.join(f'{show(share)}%' for share in comparison.shares)}"
    elif claim.kind == "growth" and not claim.skipped:
        why = "要有上年的报告"
    else:
        where = f"（{SLOTS[slot(claim.skipped)]}）" if claim.skipped else ""
        why = where + claim.skipped or "，".join(_sum(*pair) for pair in comparison.sums) or "表格里没有这个数"
    return f"{_WORDS[comparison.standing]}：{why}"


def _sum(one: Sum, number: Any) -> str:
    cells = "+".join(one.plus) + "".join(f"-{cell}" for cell in one.minus)
    return f"{one.label} {'?' if number is None else show(number)}（{cells}）"


def _records(name: str, report: Report, last: Report | None) -> Iterator[str]:
    from giptui.cli.jsontext import dumps, plain_value  # text needs no json

    found = numbers(report)
    for claim, comparison in zip(found, verdicts(report, found, last), strict=True):
        yield dumps(
            {
                "file": name,
                "organ": report.organ,
                "report_year": report.year,
                "address": claim.address,
                "from": claim.start + 1,
                "to": claim.end,
                "text": str(report[claim.address])[claim.start : claim.end],
                "clause": claim.clause,
                "metric": claim.metric,
                "kind": claim.kind,
                "value": None if claim.value is None else plain_value(claim.value),
                "unit": claim.unit,
                "year": claim.frame.year,
                "scope": claim.scope,
                "whole": claim.listed.whole,
                "part_of": claim.part_of,
                "verdict": comparison.standing.value,
                "reason": claim.skipped,
                "frame": {name: words for name, words in claim.frame._asdict().items() if words},
                "slot": slot(claim.skipped) if claim.skipped else None,
                "agrees_with": comparison.agreeing.label if comparison.agreeing else None,
                "percentages": [show(share) for share in comparison.shares],
                "sums": [
                    {
                        "label": one.label,
                        "plus": list(one.plus),
                        "minus": list(one.minus),
                        "value": None if number is None else plain_value(number),
                    }
                    for one, number in comparison.sums
                ],
            }
        )
