"""Wrong usage in Chinese: what is wrong, and the nearest thing that would be right. What click finds is told here, what
the commands find themselves they say with `WrongUsage`.
"""

from __future__ import annotations

from typing import NoReturn

import click

from giptui.cli.streams import fail
from giptui.display.nearest import hint


class WrongUsage(click.UsageError):
    """Wrong usage that click does not see, with the name of the refusal and its sentence."""

    def __init__(self, refusal: str, sentence: str, ctx: click.Context | None = None) -> None:
        super().__init__(sentence, ctx)
        self.refusal = refusal


def metavar(parameter: click.Parameter) -> str:
    """How an argument or an option is named to the person: ``PATH…``, ``--format``."""
    if isinstance(parameter, click.Argument):
        return parameter.metavar or str(parameter.name).upper()
    return max(parameter.opts, key=len)


def refuse(error: click.ClickException) -> NoReturn:
    """End the command with the error as a sentence, and the command whose help says more.

    What click finds that no command here can cause is a defect of ours.
    """
    context = getattr(error, "ctx", None)
    command = context.command_path.strip() if context is not None else "giptui"
    wrong = _named(error, context)
    fail(wrong.refusal, f"{command}：{wrong.message}（用法见 {command} --help）")


def _named(error: click.ClickException, context: click.Context | None) -> WrongUsage:
    match error:
        case WrongUsage():
            return error
        case click.NoSuchOption():
            name = error.option_name
            return WrongUsage("unknown-option", f"没有 {name} 这个选项{hint(name, _options(context))}")
        case click.BadOptionUsage() if _takes_value(error.option_name, context):
            return WrongUsage("option-without-value", f"选项 {error.option_name} 后面缺少一个值")
        case click.BadOptionUsage():
            return WrongUsage("option-with-value", f"选项 {error.option_name} 后面不能跟值")
        case click.MissingParameter() if error.param:
            kind = "选项" if isinstance(error.param, click.Option) else "参数"
            return WrongUsage("missing-argument", f"缺少{kind} {metavar(error.param)}")
    raise error


def _takes_value(name: str, context: click.Context | None) -> bool:
    parameters = context.command.params if context else ()
    return any(name in p.opts and not p.is_flag for p in parameters if isinstance(p, click.Option))


def _options(context: click.Context | None) -> list[str]:
    if context is None:
        return []
    parameters = context.command.get_params(context)
    return [name for p in parameters if isinstance(p, click.Option) for name in (*p.opts, *p.secondary_opts)]
