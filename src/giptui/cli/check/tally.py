"""What a run of `giptui check` has found so far: its tables, its closing sentence and its exit code come of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from giptui.check import Severity
from giptui.cli.exits import Exit

if TYPE_CHECKING:
    from giptui.cli.check.outcome import Outcome, SummaryRow
    from giptui.store import Unreadable

_COUNTED: Final = {Severity.ERROR: "个错误", Severity.WARNING: "个警告", Severity.INFO: "个提示"}


class Tally:
    """Grows with the number of rules, not of files, but for what could not be read and the rows of ``--summary``."""

    def __init__(self, skipped: int) -> None:
        self.skipped = skipped  # TOML files in the folders that are no reports
        self.unreadable = 0
        self.read = 0
        self.rules: Counter[tuple[str, Severity]] = Counter()
        self.waived = 0
        self.fixed = 0
        self.unwritten = 0
        self.rows: list[SummaryRow | Unreadable] = []
        self.left_out: dict[str, Counter[str]] = {}  # rules by settings file; "" where only a severity was changed
        self.lost = 0  # files whose process was killed
        self.wrong_previous: set[str] = set()  # files that are not the last year's reports they were given as

    def add(self, outcome: Outcome) -> None:
        """Count a file that was read."""
        self.read += 1
        self.rules.update(outcome.counts)
        self.waived += outcome.waived
        self.fixed += outcome.fixed
        for effects in outcome.settled:
            by_rule = self.left_out.setdefault(outcome.settings, Counter())
            by_rule.update(effects.left_out)
            by_rule[""] += effects.changed
        if outcome.row:
            self.rows.append(outcome.row)

    def miss(self, error: Unreadable) -> None:
        """Count a file or folder that could not be read."""
        self.unreadable += 1
        self.rows.append(error)

    def exit_code(self, strict: bool) -> Exit:
        """The worst that happened, where with ``strict`` a warning is as bad as an error."""
        if self.lost:
            return Exit.DEFECT
        if self.unreadable or self.unwritten or self.wrong_previous:
            return Exit.USAGE
        threshold = Severity.WARNING if strict else Severity.ERROR
        return Exit.FINDINGS if any(severity >= threshold for _, severity in self.rules) else Exit.FINE

    def sentence(self, dry_run: bool) -> str:
        """``3 份报告：1 个错误，2 个警告；另有 2 条已由人确认；跳过 1 个不是报告的 TOML 文件``."""
        counts: Counter[Severity] = Counter()
        for (_, severity), count in self.rules.items():
            counts[severity] += count
        found = "，".join(f"{counts[severity]} {name}" for severity, name in _COUNTED.items() if counts[severity])
        parts = [
            (self.read, f"{self.read} 份报告{'改后' if dry_run else ''}：{found or '没有发现问题'}"),
            (self.waived, f"另有 {self.waived} 条已由人确认"),
            (self.fixed, f"{'可改' if dry_run else '已改'} {self.fixed} 处"),
            (self.unwritten, f"{self.unwritten} 个文件改不了"),
            (self.unreadable, f"{self.unreadable} 个文件读不出"),
            (self.lost, f"{self.lost} 个文件没有查完"),
            (self.skipped, f"跳过 {self.skipped} 个不是报告的 TOML 文件"),
        ]
        parts += [(by_rule.total(), _settled(name, by_rule)) for name, by_rule in self.left_out.items()]
        return "；".join(part for number, part in parts if number)


def _settled(name: str, by_rule: Counter[str]) -> str:
    """``按 ../giptui.toml 略去 3 个发现（copied-text 2、jump 1），另有 1 个改了程度``."""
    changed = by_rule[""]
    rules = [(rule, count) for rule, count in by_rule.most_common() if rule and count]
    left_out = f"略去 {sum(count for _, count in rules)} 个发现（{'、'.join(f'{rule} {n}' for rule, n in rules)}）"
    parts = [left_out] * bool(rules) + [f"{changed} 个改了程度"] * bool(changed)
    return f"按 {name} {'，'.join(parts)}"
