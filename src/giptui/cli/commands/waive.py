"""`giptui waive`: a finding that a person has judged right, written into the file with the reason; and its undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import click

from giptui.check import RULES, Finding, check, covers, standing
from giptui.check.waivers import STALE
from giptui.cli.candidates import addresses, paths, rule_names
from giptui.cli.check.policies import policies
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command
from giptui.cli.inputs import last_years, refuse_unreadable_previous
from giptui.cli.outputs import update_or_fail
from giptui.cli.parameters import PREVIOUS
from giptui.cli.streams import fail, narrate
from giptui.cli.usage import WrongUsage
from giptui.display.nearest import hint
from giptui.report import Report, Waiver
from giptui.store import Edited, Source, Unreadable, unwaived, waived


@click.command(
    "waive",
    cls=Command,
    help="""
    确认一条发现没有错，理由写进文件；以后只计数，不列出。

    规则、单元格和当时的数都记在 [[waiver]] 里；数一改动，确认就失效，发现重新列出。加 --undo 撤回确认。
    """,
    epilog="""
    例：giptui waive 报告.toml rule-making-power proactive_disclosure.government_rules.issued --reason 县政府委托制定
    例：giptui waive 报告.toml rule-making-power --undo
    """,
)
@click.argument(
    "file", cls=Argument, metavar="文件", shell_complete=paths, about="报告文件；- 为标准输入，写到标准输出。"
)
@click.argument("rule", cls=Argument, metavar="规则", shell_complete=rule_names, about="发现的规则名，方括号里的。")
@click.argument(
    "cells",
    cls=Argument,
    metavar="地址…",
    nargs=-1,
    shell_complete=addresses,
    about="发现末尾圆括号里的地址；这条规则只有一条发现时可以不写。",
)
@click.option("--reason", metavar="理由", help="为什么没有错；确认时必须写。")
@click.option("--undo", is_flag=True, help="撤回这条规则（和这些地址）的确认。")
@PREVIOUS
def command(file: str, rule: str, cells: tuple[str, ...], reason: str | None, undo: bool, previous: str | None) -> Exit:
    names = [known.name for known in RULES if known.name != STALE]
    if rule not in names and not undo:  # a waiver of a rule that is no more can be taken back
        fail("waive-unknown-rule", f"没有 {rule} 这条规则{hint(rule, names) or '；规则名是发现里方括号中的那个词'}")
    if not undo and not (reason or "").strip():
        raise WrongUsage("waive-without-reason", "确认要写明理由：--reason 理由")
    if not undo:
        refuse_unreadable_previous(previous)

    def edit(source: Source, report: Report) -> tuple[Source, str]:
        after, message = (
            _undone(source, report, rule, cells)
            if undo
            else _waived(source, report, rule, cells, " ".join((reason or "").split()), previous)
        )
        return after.source, message

    narrate(update_or_fail(file, edit))
    return Exit.FINE


def _undone(source: Source, report: Report, rule: str, cells: Sequence[str]) -> tuple[Edited, str]:
    gone = [waiver for waiver in report.waivers if waiver.rule == rule and {*cells} <= waiver.cells.keys()]
    if not gone:
        there = "、".join(dict.fromkeys(waiver.rule for waiver in report.waivers))
        where = f"涉及 {'、'.join(cells)} 的" if cells else ""
        fail(
            "waive-nothing-to-undo",
            f"{source.name}: 没有{where} {rule} 的确认；"
            + (f"文件里确认过的是 {there}" if there else "文件里没有确认"),
        )
    return unwaived(source, gone), f"{source.name}: 已撤回 {len(gone)} 条 {rule} 的确认"


def _waived(
    source: Source, report: Report, rule: str, cells: Sequence[str], reason: str, previous: str | None
) -> tuple[Edited, str]:
    try:
        last = last_years(previous).of(source.name, report).report
    except Unreadable as error:
        fail(error.refusal, str(error))
    policy = policies([source.name], [rule], narrate)(source.name)
    found = [finding for finding in check(report, previous=last, policy=policy) if rule in finding.rules]
    if not cells:
        if len(found) != 1:
            _refuse(source, rule, found)
        cells = found[0].cells
    waiver = Waiver(rule, {cell: report[cell] for cell in cells}, reason)
    covered = [finding for finding in found if covers(waiver, finding, report)]
    if not covered:
        _refuse(source, rule, found, cells)
    if not standing(report, covered):
        return Edited(source, report), f"{source.name}: 早已确认过：{covered[0].message}"
    return waived(source, waiver), f"{source.name}: 已确认：{'；'.join(finding.message for finding in covered)}"


def _refuse(source: Source, rule: str, found: Sequence[Finding], cells: Sequence[str] = ()) -> NoReturn:
    """End the command because no finding is meant, or any of several may be."""
    if not found:
        fail("waive-without-finding", f"{source.name}: 现在没有 {rule} 的发现，不用确认")
    about = f"没有涉及 {'、'.join(cells)} 的 {rule} 发现" if cells else f"{rule} 有 {len(found)} 条发现，要写明是哪一条"
    there = "；".join("、".join(finding.cells[:3]) for finding in found[:5])
    fail("waive-which-finding", f"{source.name}: {about}；现有的地址是：{there}{'……' if len(found) > 5 else ''}")
