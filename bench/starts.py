"""How long a command takes, against a bare Python; how soon the editor shows data, against an empty Textual app."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from figures import Figure, ratio
from terminal import Terminal

ROUNDS = 21
FILES = 300

_EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("something to see")
Empty(ansi_color=True).run(mouse=False)
"""


def commands(python: str, giptui: str, clean: Path, seed: Path, env: Mapping[str, str]) -> Iterator[Figure]:
    """The commands that run in hooks and scripts."""

    def run(*argv: str | Path) -> Callable[[], float]:
        return lambda: _seconds(argv, env)

    measured = {
        "giptui --version": (run(giptui, "--version"), 2.5),
        "giptui check, a clean file": (run(giptui, "check", clean), 5),
        "giptui check, with findings": (run(giptui, "check", seed), 7),
        "giptui report": (run(giptui, "report", seed), None),
    }
    rounds = _rounds([run(python, "-c", "pass"), *(run for run, _ in measured.values())])
    yield Figure("bare python -c pass", median(bare for bare, *_ in rounds) * 1000, "ms")
    for place, (name, (_, aim)) in enumerate(measured.items(), start=1):
        yield ratio(name, [(each[0], each[place]) for each in rounds], aim)


def throughput(giptui: str, clean: Path, folder: Path, env: Mapping[str, str]) -> Figure:
    """Files a second of one process, its start not counted."""
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.toml").write_bytes(clean.read_bytes())
    one, all_of_them = (
        (lambda: _seconds((giptui, "check", clean), env)),
        (lambda: _seconds((giptui, "check", folder), env)),
    )
    taken = median(many - single for single, many in _rounds([one, all_of_them], 5))
    return Figure(f"files a second, {FILES} clean files", FILES / taken, "files/s")


def first_paint(python: str, giptui: str, seed: Path, env: Mapping[str, str]) -> Figure:
    """From the start of the process to the byte that puts data on the screen."""

    def paint(text: str, *argv: str | Path) -> Callable[[], float]:
        def measure() -> float:
            with Terminal(argv, env=env) as terminal:
                terminal.wait_for(text)
                return terminal.read_at - terminal.started_at

        return measure

    rounds = _rounds([paint("something to see", python, "-c", _EMPTY_APP), paint("总计", giptui, seed)])
    return ratio("data on the screen, to an empty Textual app", [(empty, editor) for empty, editor in rounds], 1.35)


def _rounds(measures: Sequence[Callable[[], float]], rounds: int = ROUNDS) -> list[tuple[float, ...]]:
    """All of them once a round, side by side, so that what slows the machine slows them alike; one round to warm up."""
    return [tuple(measure() for measure in measures) for _ in range(rounds + 1)][1:]


def _seconds(argv: Sequence[str | Path], env: Mapping[str, str]) -> float:
    quiet = subprocess.DEVNULL
    start = perf_counter()
    done = subprocess.run(argv, env=env, stdin=quiet, stdout=quiet, stderr=quiet, check=False)
    taken = perf_counter() - start
    assert done.returncode in (0, 1), f"{argv} ended with {done.returncode}"
    return taken
