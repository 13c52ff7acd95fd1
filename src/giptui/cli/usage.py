"""Wrong usage, as click finds it, in Chinese: what is wrong, and the nearest thing that would be right."""

from __future__ import annotations

import click

from giptui.cli.help import metavar
from giptui.cli.nearest import hint


def describe(error: click.ClickException) -> str:
    """The error as a sentence, with the command whose help says more."""
    context = getattr(error, "ctx", None)
    command = context.command_path.strip() if context is not None else "giptui"
    return f"{command}：{_sentence(error, context)}（用法见 {command} --help）"


def _sentence(error: click.ClickException, context: click.Context | None) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有 {error.option_name} 这个选项{hint(error.option_name, _options(context))}"
        case click.BadOptionUsage():
            takes_value = any(
                error.option_name in p.opts and not p.is_flag
                for p in (context.command.params if context else ())
                if isinstance(p, click.Option)
            )
            return f"选项 {error.option_name} 后面{'缺少一个值' if takes_value else '不能跟值'}"
        case click.MissingParameter():
            kind = "参数" if isinstance(error.param, click.Argument) else "选项"
            return f"缺少{kind} {metavar(error.param)}" if error.param else f"缺少{kind}"
        case click.BadParameter():
            return f"{metavar(error.param)} {error.message}" if error.param else error.message
    return error.message


def _options(context: click.Context | None) -> list[str]:
    if context is None:
        return []
    parameters = context.command.get_params(context)
    return [name for p in parameters if isinstance(p, click.Option) for name in (*p.opts, *p.secondary_opts)]
