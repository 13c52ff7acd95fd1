"""Command lines and surroundings at random: every command there is, by what it declares itself to take."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import NamedTuple

import click

from fuzz.mutations import value
from giptui.cli.app import app
from giptui.form import FORMS

ENDLESS = ("serve",)  # runs until it is stopped
COMMANDS = tuple(each for each in app.list_commands(click.Context(app)) if each not in ENDLESS)
# No path that leads out of the folder of a round: `fmt ..` writes wherever it is let.
WORDS = (
    *("", "-", "--", ".", "不存在.toml", "a\u202eb", "x\x1b[31m", "-1", "0", "９", "٣", "*", "[", "a=b=c", "\udcff"),
    *("applications.*", "report", "report.year", "*.total", "overview.text", "row-sum", "所有", "aplications.total"),
)
ENVIRONMENTS: tuple[dict[str, str], ...] = (
    {},
    {"LANG": "C", "LC_ALL": "C"},
    {"LC_ALL": "zh_CN.GBK", "PYTHONIOENCODING": "gbk"},
    {"PYTHONUTF8": "0", "LC_ALL": "POSIX"},
    {"PYTHONUNBUFFERED": "1"},
    {"COLUMNS": "0", "LINES": "0"},
    {"COLUMNS": "1"},
    {"COLUMNS": "-5"},
    {"COLUMNS": "999999999999"},
    {"COLUMNS": "abc"},
    {"TERM": "dumb"},
    {"TERM": "", "NO_COLOR": "1"},
    {"HOME": "/nonexistent", "XDG_STATE_HOME": "relative"},
    {"PYTHONOPTIMIZE": "2"},
    {"_GIPTUI_COMPLETE": "zsh_complete", "COMP_WORDS": "giptui set a", "COMP_CWORD": "2"},
    {"_GIPTUI_COMPLETE": "odd"},
)


class Line(NamedTuple):
    """A command line, with what stands on standard input and in the environment."""

    words: tuple[str, ...]
    stdin: str = "nothing"  # or: closed, file, noise, folder
    variables: tuple[tuple[str, str], ...] = ()

    @property
    def command(self) -> str:
        return self.words[0] if self.words else ""


def line(random: Random, file: str, other: str) -> Line:
    """A command line about a file; ``other`` is another one that it may name."""
    stdin = random.choice(("nothing",) * 4 + ("closed", "file", "file", "noise", "folder"))
    variables = random.choice((*[{}] * len(ENVIRONMENTS), *ENVIRONMENTS))
    words = tuple(_words(random, file, other))
    assert not any(word.startswith("/") or ".." in word for word in words), "the rounds stay in their folder"
    return Line(words, stdin, tuple(variables.items()))


def setting(random: Random, file: str) -> Line:
    """A `set` of some cells, lines and texts with what someone may type."""
    kinds = list(FORMS[random.choice([*FORMS])].kinds)
    pairs = [f"{random.choice(kinds)}={value(random)}" for _ in range(random.choice((1, 1, 1, 2, 5)))]
    exact = ["--exact"] if random.random() < 0.5 else []
    return Line(("set", *exact, "--", file, *pairs))


def _words(random: Random, file: str, other: str) -> list[str]:
    if random.random() < 0.05:
        return [random.choice((file, "--version", "--help", "-V", "help", "version", *WORDS))]
    name = random.choice(COMMANDS)
    command = app.get_command(click.Context(app), name)
    assert command is not None
    words = [name]
    for parameter in command.params:
        if isinstance(parameter, click.Option) and random.random() < 0.25:
            words.append(random.choice(parameter.opts))
            if not (parameter.is_flag or parameter.count):
                words.append(_argument(random, parameter, file, other))
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            many = random.choice((0, 1, 2)) if parameter.nargs < 0 else 1
            first = [file] if "file" in (parameter.name or "") or parameter.name in ("words", "paths") else []
            words += first or [_argument(random, parameter, file, other)]
            words += [_argument(random, parameter, file, other) for _ in range(many - 1)]
    if random.random() < 0.05:
        words.insert(random.randrange(len(words)) + 1, random.choice(WORDS))
    return words


def _argument(random: Random, parameter: click.Parameter, file: str, other: str) -> str:
    if isinstance(parameter.type, click.Choice) and random.random() < 0.9:
        return str(random.choice([*parameter.type.choices]))
    addresses = [*FORMS["2021"].kinds]
    return random.choice(
        (file, other, random.choice(addresses), f"{random.choice(addresses)}={value(random)}", random.choice(WORDS))
    )


def is_document(line: Line) -> bool:
    """Whether its standard output may be a file, byte for byte: what is in it is not for a person."""
    return "-" in line.words or line.command in ("completion",) or dict(line.variables).keys() >= {"_GIPTUI_COMPLETE"}


def within(folder: Path) -> tuple[str, str]:
    """The names of the file and of the other, under which a round writes them."""
    return str(folder / "报告.toml"), str(folder / "上年.toml")
