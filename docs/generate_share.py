"""Writes share/: the manual pages of giptui and its commands, and the completions of the shells, in the places where
systems look for them. `make docs` runs it, the wheel takes the folder along, a test holds it to what is written here.

A manual page is the help page of a command in another dress. groff and mandoc break lines at blanks only; where Chinese
may be broken they are told by an escape.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Final

import click
from click.shell_completion import get_completion_class

from giptui import __version__
from giptui.cli.app import COMPLETE_VARIABLE, PROGRAM, app
from giptui.cli.help import Argument, option_names, usage
from giptui.cli.usage import metavar

FOLDER: Final = Path(__file__).parents[1] / "share"

_COMPLETIONS: Final = {
    "bash": f"bash-completion/completions/{PROGRAM}",
    "zsh": f"zsh/site-functions/_{PROGRAM}",
    "fish": f"fish/vendor_completions.d/{PROGRAM}.fish",
}
_HEAD: Final = """\
'\\" -*- coding: UTF-8 -*-
.\\" 由 docs/generate_share.py 据 --help 生成，请勿手改。
"""
_WIDE: Final = r"[\u2014-\u2026\u3000-\u9fff\uff00-\uffef]"
_MAY_BREAK: Final = (
    rf"(?<={_WIDE})(?<![（“《])(?=[^\s，。；：、？！）”》…])|(?<=[^\s（“《])(?={_WIDE})(?![，。；：、？！）”》…])"
)
_ENGLISH: Final = (
    "This manual is in Chinese. Where it seems empty, the locale has no Chinese characters: "
    rf"LC_ALL=C.UTF\-8 man {PROGRAM}"
)


def files() -> Mapping[str, str]:
    """Every file by its path below share/."""
    context = click.Context(app, info_name=PROGRAM, **app.context_settings)
    names = app.list_commands(context)
    pages = {f"man/man1/{PROGRAM}.1": _page(app, context, tuple(names))}
    for name in names:
        command = app.get_command(context, name)
        assert command is not None, name
        own = click.Context(command, parent=context, info_name=name)
        pages[f"man/man1/{PROGRAM}-{name}.1"] = _page(command, own)
    return pages | {path: _completion(shell) for shell, path in _COMPLETIONS.items()}


def _completion(shell: str) -> str:
    found = get_completion_class(shell)
    assert found is not None, shell
    script = found(app, {}, PROGRAM, COMPLETE_VARIABLE)
    return str(script.source_template % script.source_vars()).strip() + "\n"


def _page(command: click.Command, context: click.Context, commands: tuple[str, ...] = ()) -> str:
    name = context.command_path.replace(" ", "-")
    first, _, rest = cleandoc(command.help or "").partition("\n")
    lines = [
        f'.TH {name.upper()} 1 "" "{PROGRAM} {__version__}" "{PROGRAM} 手册"',
        *(".nh", ".ad l", ".SH 名称", rf"{_plain(name)} \- {_plain(first.rstrip('。'))}"),
        *(".SH 用法", _plain(usage(command, context).removeprefix("用法："))),
        *(_section("说明", _paragraphs(rest.strip()))),
        *(_section("参数", _terms((metavar(p), p.about) for p in command.params if isinstance(p, Argument)))),
        *(_section("选项", _terms(_options(command, context)))),
        *(_section("命令", _terms(_commands(command, context, commands)))),
        *(_section("其他", _paragraphs(cleandoc(command.epilog or "")))),
        *(".SH 另见", _also(commands), ".PP", _ENGLISH),
    ]
    return _HEAD + "\n".join(lines) + "\n"


def _section(title: str, lines: Iterator[str]) -> list[str]:
    body = list(lines)
    if body[:1] == [".PP"]:  # the heading begins a paragraph
        del body[0]
    return [f".SH {title}", *body] if body else []


def _options(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    for each in command.get_params(context):
        if isinstance(each, click.Option) and not each.hidden:
            yield option_names(each), each.help or ""


def _commands(command: click.Command, context: click.Context, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        found = command.get_command(context, name) if isinstance(command, click.Group) else None
        if found is not None:
            yield f"{PROGRAM}-{name}(1)", found.get_short_help_str()


def _also(commands: tuple[str, ...]) -> str:
    return ", ".join(rf"\fB{_plain(f'{PROGRAM}-{name}')}\fR(1)" for name in commands) or rf"\fB{PROGRAM}\fR(1)"


def _terms(terms: Iterator[tuple[str, str]]) -> Iterator[str]:
    for term, about in terms:
        yield from (".TP", rf"\fB{_plain(term)}\fR", _plain(about))


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip():
            yield from (".PP", _plain(line.strip()))


def _plain(text: str) -> str:
    """Text in which nothing is a request or an escape, and Chinese may be broken."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    escaped = escaped.replace("^", r"\(ha").replace("~", r"\(ti")
    return re.sub(r"^(?=\.)", r"\\&", re.sub(_MAY_BREAK, r"\\:", escaped))


def write() -> None:
    """Write the folder anew: what is made no longer is gone."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name, text in files().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
