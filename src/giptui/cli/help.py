"""`--help` in Chinese, wrapped by display width: a Chinese character takes two cells, click would count one.

The classes here are what every command is declared with; they replace click's page, not its parsing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from inspect import cleandoc
from typing import Any, Final

import click

from giptui.cli.usage import WrongUsage, metavar

_WIDEST: Final = 80
_TERM_COLUMN: Final = 26  # a longer term stands on a line of its own


class Argument(click.Argument):
    """An argument that the help page explains."""

    def __init__(self, declarations: Sequence[str], *, about: str = "", **attributes: Any) -> None:
        super().__init__(declarations, **attributes)
        self.about = about


class Choice(click.Choice[str]):
    """One of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        given = f"{metavar(param)} " if param else ""
        raise WrongUsage("not-a-choice", f"{given}只能是 {'、'.join(self.choices)} 之一，不能是“{value}”", ctx)


class Number(click.ParamType[int]):
    """A whole number from 1."""

    name = "number"

    def __init__(self, most: int = 9999) -> None:
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        if re.fullmatch("[0-9]{1,5}", value) and 0 < int(value) <= self.most:
            return int(value)
        given = f"{metavar(param)} " if param else ""
        raise WrongUsage("not-a-number", f"{given}只能是 1 到 {self.most} 的整数，不能是“{value}”", ctx)


class _Helpful(click.Command):
    """A command whose help page is the one below."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份帮助。"
        return option

    def get_help(self, ctx: click.Context) -> str:
        return page(self, ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        return cleandoc(self.help or "").partition("\n")[0]


class Command(_Helpful):
    """A command whose help page and whose errors are Chinese."""

    allow_extra_args = True  # refused in parse_args below, in Chinese

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:  # click does not always say whose usage
            error.ctx = error.ctx or ctx
            raise
        if rest and not ctx.resilient_parsing:
            raise WrongUsage("too-many-arguments", f"多出了参数：{' '.join(rest)}", ctx)
        return rest


class Group(_Helpful, click.Group):
    """A group of such commands."""


def page(command: click.Command, ctx: click.Context) -> str:
    """The help page of a command: usage, what it does, arguments, options, commands."""
    import shutil  # only for pages, as is the width of texts below

    room = max(min(shutil.get_terminal_size().columns, _WIDEST) - 2, 40)
    parameters = command.get_params(ctx)
    arguments = [(metavar(p), p.about) for p in parameters if isinstance(p, Argument)]
    options = [(option_names(p), p.help or "") for p in parameters if isinstance(p, click.Option) and not p.hidden]
    parts = [[usage(command, ctx)], list(_paragraphs(cleandoc(command.help or ""), room))]
    parts += [_table("参数", arguments, room), _table("选项", options, room)]
    if isinstance(command, click.Group):
        names = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)]
        parts.append(_table("命令", [(name, found.get_short_help_str()) for name, found in names if found], room))
    if command.epilog:
        parts.append(list(_paragraphs(cleandoc(command.epilog), room)))
    return "\n\n".join("\n".join(part) for part in parts if part)


def usage(command: click.Command, ctx: click.Context) -> str:
    """The usage line."""
    words = [ctx.command_path, "[选项]", *(metavar(p) for p in command.params if isinstance(p, click.Argument))]
    if isinstance(command, click.Group):
        words.append(command.subcommand_metavar)
    return f"用法：{' '.join(words)}"


def option_names(option: click.Option) -> str:
    """How an option is written, with the name of its value."""
    names = ", ".join(sorted((*option.opts, *option.secondary_opts), key=len))
    return names if option.is_flag else f"{names} {option.metavar or str(option.name).upper()}"


def _paragraphs(text: str, room: int) -> Iterator[str]:
    from giptui.display.wrapping import wrapped

    for line in text.split("\n"):
        yield from wrapped(line.strip(), room)


def _table(heading: str, rows: Sequence[tuple[str, str]], room: int) -> list[str]:
    if not rows:
        return []
    from giptui.display.width import ljust, width
    from giptui.display.wrapping import wrapped

    column = min(max(width(term) for term, _ in rows), _TERM_COLUMN) + 2
    lines = [f"{heading}："]
    for term, about in rows:
        first, *others = wrapped(about, room - column - 2)
        if width(term) > column - 2:
            lines.append(f"  {term}")
            term = ""  # noqa: PLW2901
        lines.append(f"  {ljust(term, column)}{first}".rstrip())
        lines += (" " * (column + 2) + other for other in others)
    return lines
