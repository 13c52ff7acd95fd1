"""What the shell completes: files, addresses, rule names. click calls these when Tab is pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def paths(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Files and folders."""
    return _items([incomplete], "file")


def addresses(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Addresses once the word begins as one, else files: the shell offers either, not both."""
    found = _items(_addresses(incomplete)) if incomplete else []
    return found or paths(ctx, param, incomplete)


def assignments(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Addresses with the sign behind them."""
    return _items(f"{address}=" for address in _addresses(incomplete))


def rule_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Names of rules."""
    return _items(_rules(incomplete))


def rules_and_addresses(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Whatever `explain` explains."""
    return _items([*_rules(incomplete), *_addresses(incomplete)])


def _addresses(incomplete: str) -> Iterator[str]:
    from giptui.form import FORMS

    known = dict.fromkeys(address for form in FORMS.values() for address in form.kinds)
    return (address for address in known if address.startswith(incomplete))


def _rules(incomplete: str) -> Iterator[str]:
    from giptui.check import RULES

    return (rule.name for rule in RULES if rule.name.startswith(incomplete))


def _items(values: Iterable[str], kind: str = "plain") -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(value, type=kind) for value in values]
