"""`giptui explain`: what a rule checks, what a cell of the form is."""

from __future__ import annotations

from collections.abc import Iterator

import click

from giptui.cli.candidates import rules_and_addresses
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command
from giptui.cli.streams import fail, put
from giptui.display.nearest import hint


@click.command(
    "explain", cls=Command, help="说明一条规则，报告中的一格、一行、一部分，或设置文件；不写则列出全部规则。"
)
@click.argument(
    "name",
    cls=Argument,
    required=False,
    metavar="规则|地址",
    shell_complete=rules_and_addresses,
    about="如 balance、applications.total_handled.total、disputes、report.level；settings 是设置文件。",
)
def command(name: str | None) -> Exit:
    from giptui.check import RULES  # not needed to complete or to show the help page
    from giptui.form import FORMS
    from giptui.session.explain import explain_rule
    from giptui.session.settings import SUBJECT, explained

    if name is None:
        from giptui.cli.catalogue import table

        for line in table([rule.name for rule in RULES]):
            put(line)
        return Exit.FINE
    text = explained() if name == SUBJECT else explain_rule(name) or "\n\n".join(_in_every_form(name))
    if not text:
        known = [
            SUBJECT,
            *(word for rule in RULES for word in (rule.name, rule.title)),
            *(address for form in FORMS.values() for address in form.kinds),
        ]
        fail(
            "unknown-subject",
            f"没有 {name} 这条规则或这个地址{hint(name, known) or '；发现里方括号中的是规则名，圆括号中的是地址'}",
        )
    put(text)
    return Exit.FINE


def _in_every_form(address: str) -> Iterator[str]:
    """What the address is, once where the versions of the form agree, else under the head of each."""
    from giptui.form import FORMS, LATEST
    from giptui.session.explain import explain_address

    texts = [(form, text) for form in FORMS.values() if (text := explain_address(form, address))]
    alike = len({text for _, text in texts}) == 1
    for form, text in texts[:1] if alike else texts:
        years = f"{form.first_year} 年度起" if form.last_year is None else f"{form.first_year}—{form.last_year} 年度"
        head = f"{form.id} 年格式（{form.document}，{years}）\n"
        yield text if form is LATEST and alike else head + text
