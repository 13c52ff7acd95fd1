"""What an office settles for itself: how grave a rule is, which rules it leaves out, by when its townships publish.

They stand in a file ``giptui.toml``, which `giptui.store` finds; here is what they mean. Used by `check` and the rules.

    ignore = ["overview-topics"]

    [severity]
    copied-text = "warning"      # error, warning, info, or ignore

    [deadline]
    township = "03-31"           # month and day
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from giptui.check.finding import Finding, Severity

_AS_USUAL: Final[Mapping[str, Severity | None]] = {}
_SEVERITIES: Final = {**{severity.value: severity for severity in Severity}, "ignore": None}
_TABLES: Final = {"severity": "规则的程度", "deadline": "期限"}


class Settings(NamedTuple):
    """The settings of one folder; as they are here, they are what is customary."""

    severities: Mapping[str, Severity | None] = _AS_USUAL  # by rule; None: ignored
    township_deadline: tuple[int, int] = (1, 31)  # month and day of the year after the reported one

    def applied(self, finding: Finding) -> Finding | None:
        """The finding as grave as settled, None if it is ignored.

        One that merges several sums is as grave as the gravest of them, and ignored only if all of them are.
        """
        if self.severities.keys().isdisjoint(finding.rules):
            return finding
        settled = [self.severities.get(rule, finding.severity) for rule in finding.rules]
        severity = max((each for each in settled if each is not None), default=None)
        return None if severity is None else finding._replace(severity=severity)

    def showing(self, rules: Collection[str]) -> "Settings":
        """These settings, but none of those rules ignored."""
        kept = {rule: each for rule, each in self.severities.items() if each is not None or rule not in rules}
        return self._replace(severities=kept)


USUAL: Final = Settings()


class Objection(NamedTuple):
    """A setting that has no effect, by its address in the file, and why."""

    address: str
    reason: str


def understood(content: Mapping[str, Any], rules: Collection[str]) -> tuple[Settings, tuple[Objection, ...]]:
    """The settings that a file's content means, where these are the names of all rules, and what means nothing."""
    objections: list[Objection] = []
    severities = dict(_severities(content, rules, objections))
    township = _township(content, objections)
    objections += (
        Objection(key, f"不认识的设置 {key}{_hint(key, ('ignore', *_TABLES))}")
        for key in content
        if key != "ignore" and key not in _TABLES
    )
    settings = Settings(severities)
    return settings._replace(township_deadline=township) if township else settings, tuple(objections)


def _severities(
    content: Mapping[str, Any], rules: Collection[str], objections: list[Objection]
) -> Iterator[tuple[str, Severity | None]]:
    for name, word in _table(content, "severity", objections).items():
        address = f"severity.{name}"
        if name not in rules:
            objections.append(Objection(address, f"没有 {name} 这条规则{_hint(name, rules)}"))
        elif not isinstance(word, str) or word not in _SEVERITIES:
            objections.append(
                Objection(address, f"{name} 的程度只能是 {'、'.join(_SEVERITIES)} 之一{_hint(word, _SEVERITIES)}")
            )
        else:
            yield name, _SEVERITIES[word]
    ignored = content.get("ignore", [])
    for name in ignored if isinstance(ignored, list) else [ignored]:
        if isinstance(name, str) and name in rules:
            yield name, None
        else:
            objections.append(Objection("ignore", f"没有 {name} 这条规则{_hint(name, rules)}"))


def _township(content: Mapping[str, Any], objections: list[Objection]) -> tuple[int, int] | None:
    table = _table(content, "deadline", objections)
    objections += (
        Objection(f"deadline.{key}", f"不认识的期限 {key}{_hint(key, ('township',))}")
        for key in table
        if key != "township"
    )
    stated = table.get("township")
    if stated is None:
        return None
    try:
        day = date.fromisoformat(f"2000-{stated}")
    except ValueError:
        objections.append(Objection("deadline.township", '乡镇公布年报的期限应写成月和日，如 township = "03-31"'))
        return None
    return day.month, day.day


def _table(content: Mapping[str, Any], name: str, objections: list[Objection]) -> Mapping[str, Any]:
    table = content.get(name, {})
    if isinstance(table, dict):
        return table
    objections.append(Objection(name, f"{_TABLES[name]}应写成一节，以 [{name}] 开头"))
    return {}


def _hint(word: Any, known: Iterable[str]) -> str:
    """The nearest known name as the end of a sentence; empty if none is close."""
    from difflib import get_close_matches  # only once something is wrong

    found = get_close_matches(str(word)[:100], list(known), n=1, cutoff=0.5)
    return f"；最接近的是 {found[0]}" if found else ""
