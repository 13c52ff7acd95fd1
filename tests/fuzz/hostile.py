"""Rounds of the fuzz: a mutated file, a command line, and whether all that must hold did. Called by ``make fuzz``."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from fuzz.commands import COMMANDS, Line, line, setting, within
from fuzz.mutations import mutated, samples
from fuzz.oracle import disturbed, faults, strayed
from fuzz.running import run
from giptui.report import Report
from giptui.store import Unreadable, load


class Found(NamedTuple):
    """Something that must not be, and how to see it again: the seed of its round."""

    seed: str
    line: Line
    fault: str


class Tally(NamedTuple):
    """How many rounds there were, by command, and what they found."""

    rounds: Counter[str]
    found: list[Found]


def fuzz(folder: Path, seed: int, goes_on: Callable[[int], bool], keep: Path | None = None) -> Tally:
    """Rounds while it goes on, each with a seed of its own; the files of those that found something go to ``keep``."""
    tally, number = Tally(Counter(), []), 0
    while goes_on(number):
        own = f"{seed}/{number}"
        number += 1
        place = folder / "round"
        shutil.rmtree(folder, ignore_errors=True)
        place.mkdir(parents=True)
        tried, wrong = one_round(place, own)
        tally.rounds[tried.command if tried.command in COMMANDS else "(other)"] += 1
        tally.found.extend(Found(own, tried, fault) for fault in wrong)
        if wrong and keep:
            shutil.copytree(folder, keep / own.replace("/", "-"), dirs_exist_ok=True, symlinks=True)
    return tally


def one_round(place: Path, seed: str) -> tuple[Line, list[str]]:
    """One file, one command line; what must hold and did not."""
    random = Random(seed)
    file, other = map(Path, within(place))
    data = mutated(random, random.choice(samples()).read_bytes())
    file.write_bytes(data)
    other.write_bytes(mutated(random, random.choice(samples()).read_bytes()))
    (place.parent / "before").write_bytes(data)
    sets = random.random() < 0.3
    tried = setting(random, file.name) if sets else line(random, file.name, other.name)
    report, before = _report(file), _files(place)
    ended = run(tried, place)
    wrong = [*faults(tried, ended), *disturbed(tried, ended, before, _files(place))]
    return tried, [*_judged(tried, ended.code, report if sets else None, file), *wrong]


def _judged(tried: Line, code: int, report: Report | None, file: Path) -> Iterator[str]:
    if report is not None and code == 0:
        with contextlib.redirect_stderr(io.StringIO()):
            yield from strayed(tried, report, file)


def _report(file: Path) -> Report | None:
    try:
        return load(str(file))[1]
    except (Unreadable, RecursionError):
        return None


def _files(place: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
