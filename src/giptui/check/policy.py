"""What an office decides for itself: how severe a rule is, which rules it ignores, by when its townships publish.

It is written in a file ``giptui.toml``, which `giptui.store` finds; here is what that means. Used by `check` and the
rules.

    ignore = ["overview-topics"]

    [severity]
    copied-text = "warning"      # error, warning, info, or ignore

    [deadline]
    township = "03-31"           # month and day
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from giptui.check.finding import Finding, Severity
from giptui.display.nearest import hint

_AS_USUAL: Final[Mapping[str, Severity | None]] = {}
_SEVERITIES: Final = {**{severity.value: severity for severity in Severity}, "ignore": None}
_TABLES: Final = {"severity": "规则的程度", "deadline": "期限"}


class Policy(NamedTuple):
    """What holds for the reports of one folder; without a file, what is customary."""

    severities: Mapping[str, Severity | None] = _AS_USUAL  # by rule; None: ignored
    township_deadline: tuple[int, int] = (1, 31)  # month and day of the year after the reported one
    origin: str = ""  # the name of the file; empty where nothing is settled

    def applied(self, finding: Finding, rules: Sequence[str]) -> Finding | None:
        """The finding as these rules say it, None if none of them does, or all that do are ignored.

        One that merges several sums belongs to several rules. It has the highest severity of those that are left; if
        its own rule does not say so, it goes by the first that does.
        """
        if finding.rule in rules and self.severities.keys().isdisjoint(finding.rules):
            return finding
        decided = {rule: self.severities.get(rule, finding.severity) for rule in rules if rule in finding.rules}
        severity = max((each for each in decided.values() if each is not None), default=None)
        if severity is None:
            return None
        first = next(rule for rule, each in decided.items() if each is severity)
        own = decided.get(finding.rule) is severity
        return finding._replace(severity=severity, rule=finding.rule if own else first)

    def effects(self, found: Iterable[Finding]) -> "Effects":
        """What it makes of findings: how many of each rule it leaves out, of how many it changes the severity."""
        left_out: dict[str, int] = {}
        changed = 0
        for finding in found:
            decided = {self.severities.get(rule, finding.severity) for rule in finding.rules}
            if decided == {None}:
                left_out[finding.rule] = left_out.get(finding.rule, 0) + 1
            elif max(each for each in decided if each is not None) is not finding.severity:
                changed += 1
        return Effects(left_out, changed)

    def showing(self, rules: Collection[str]) -> "Policy":
        """This policy, but none of those rules ignored."""
        kept = {rule: each for rule, each in self.severities.items() if each is not None or rule not in rules}
        return self._replace(severities=kept)


USUAL: Final = Policy()


class Effects(NamedTuple):
    """How many findings of each rule a policy leaves out, and of how many it changes the severity."""

    left_out: Mapping[str, int]
    changed: int


class Ineffective(NamedTuple):
    """A setting that has no effect, by its address in the file, and why."""

    address: str
    reason: str


def understood(content: Mapping[str, Any], rules: Collection[str]) -> tuple[Policy, tuple[Ineffective, ...]]:
    """The policy that a file's content means, where these are the names of all rules, and what has no effect."""
    ineffective: list[Ineffective] = []
    severities = dict(_severities(content, rules, ineffective))
    township = _township(content, ineffective)
    ineffective += (
        Ineffective(key, f"不认识的设置 {key}{hint(key, ('ignore', *_TABLES))}")
        for key in content
        if key != "ignore" and key not in _TABLES
    )
    policy = Policy(severities)
    return policy._replace(township_deadline=township) if township else policy, tuple(ineffective)


def _severities(
    content: Mapping[str, Any], rules: Collection[str], ineffective: list[Ineffective]
) -> Iterator[tuple[str, Severity | None]]:
    for name, word in _table(content, "severity", ineffective).items():
        address = f"severity.{name}"
        if name not in rules:
            ineffective.append(Ineffective(address, f"没有 {name} 这条规则{hint(str(name), rules)}"))
        elif not isinstance(word, str) or word not in _SEVERITIES:
            ineffective.append(
                Ineffective(address, f"{name} 的程度只能是 {'、'.join(_SEVERITIES)} 之一{hint(str(word), _SEVERITIES)}")
            )
        else:
            yield name, _SEVERITIES[word]
    ignored = content.get("ignore", [])
    for name in ignored if isinstance(ignored, list) else [ignored]:
        if isinstance(name, str) and name in rules:
            yield name, None
        else:
            ineffective.append(Ineffective("ignore", f"没有 {name} 这条规则{hint(str(name), rules)}"))


def _township(content: Mapping[str, Any], ineffective: list[Ineffective]) -> tuple[int, int] | None:
    table = _table(content, "deadline", ineffective)
    ineffective += (
        Ineffective(f"deadline.{key}", f"不认识的期限 {key}{hint(key, ('township',))}")
        for key in table
        if key != "township"
    )
    stated = table.get("township")
    if stated is None:
        return None
    try:
        day = date.fromisoformat(f"2000-{stated}")
    except ValueError:
        ineffective.append(Ineffective("deadline.township", '乡镇公布年报的期限应写成月和日，如 township = "03-31"'))
        return None
    return day.month, day.day


def _table(content: Mapping[str, Any], name: str, ineffective: list[Ineffective]) -> Mapping[str, Any]:
    table = content.get(name, {})
    if isinstance(table, dict):
        return table
    ineffective.append(Ineffective(name, f"{_TABLES[name]}应写成一节，以 [{name}] 开头"))
    return {}
