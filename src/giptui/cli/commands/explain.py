"""`giptui explain`: what a rule checks, what a cell of the form is."""

from __future__ import annotations

import click

from giptui.cli.completion import rules_and_addresses
from giptui.cli.exits import Exit, fail, put
from giptui.cli.help import Argument, Command
from giptui.cli.nearest import hint


@click.command("explain", cls=Command, help="说明一条规则，或报告中的一格、一行、一部分。")
@click.argument(
    "name",
    cls=Argument,
    metavar="规则|地址",
    shell_complete=rules_and_addresses,
    about="如 balance、applications.total_handled.total、disputes、report.level。",
)
def command(name: str) -> Exit:
    from giptui.check import RULES  # not needed to complete or to show the help page
    from giptui.form import FORMS, LATEST
    from giptui.session.explain import explain_address, explain_rule

    forms = (LATEST, *(form for form in FORMS.values() if form is not LATEST))
    text = explain_rule(name) or next((told for form in forms if (told := explain_address(form, name))), None)
    if text is None:
        known = [*(rule.name for rule in RULES), *LATEST.kinds]
        fail(f"没有 {name} 这条规则或这个地址{hint(name, known)}")
    put(text)
    return Exit.FINE
