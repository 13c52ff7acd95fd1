"""`giptui rules`: the catalogue of rules."""

from __future__ import annotations

from typing import Final

import click

from giptui.cli.candidates import rule_names
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command
from giptui.cli.parameters import output_format
from giptui.cli.streams import put

_FORMATS: Final = ("text", "json")


@click.command(
    "rules",
    cls=Command,
    help="""
    列出检查的全部规则：规则名、通常的程度、名称。

    json 另带每条规则的说明；一条规则的说明用 giptui explain 规则 看。
    """,
    epilog="""
    例：giptui rules text-
    例：giptui rules balance,row-sum --format json
    """,
)
@click.argument(
    "words",
    cls=Argument,
    metavar="规则…",
    nargs=-1,
    shell_complete=rule_names,
    about="只列这些规则：规则名或名称，几条用逗号隔开；text- 指名字这样开头的各条。",
)
@output_format(_FORMATS)
def command(words: tuple[str, ...], output_format: str) -> Exit:
    from giptui.check import RULES  # not needed to complete or to show the help page
    from giptui.cli.catalogue import document, table
    from giptui.cli.check.selection import named

    names = named(words) if words else tuple(rule.name for rule in RULES)
    if output_format == "text":
        for line in table(names):
            put(line)
        return Exit.FINE
    import json

    put(json.dumps(document(names), ensure_ascii=False, indent=2))
    return Exit.FINE
