"""What must hold of every run of every command, whatever it was given."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from fuzz.commands import Line, is_document
from fuzz.running import Run
from giptui.cli.assignments import edits, given
from giptui.display.visible import CONTROL
from giptui.report import Report, Value, follow, same
from giptui.store import Unreadable, load

CODES = (0, 1, 2)
_COLORS = r"\x1b\[[0-9;]*m"


def faults(line: Line, ended: Run) -> Iterator[str]:
    """What is wrong with how it ended and what it said."""
    if ended.code not in CODES:
        yield f"exit code {ended.code}"
    err = ended.err.decode(errors="surrogateescape")
    for name, text in (("stderr", err), ("stdout", ended.out.decode(errors="surrogateescape"))):
        if "Traceback" in text or "自身出错" in text:
            yield f"{name}: a traceback or a defect"
        if name == "stdout" and is_document(line):
            continue
        shown = re.sub(_COLORS, "", text) if "--color" in line.words else text
        shown = shown.replace("\t", "") if "tsv" in line.words else shown
        if raw := re.search(CONTROL, shown):
            yield f"{name}: U+{ord(raw[0]):04X} raw"
    completing = any(name == "_GIPTUI_COMPLETE" for name, _ in line.variables)  # the answer is for the shell
    if ended.code != 2 and line.command == "get" and "jsonl" in line.words and not completing:
        for each in ended.out.decode(errors="replace").splitlines():
            try:
                json.loads(each)
            except ValueError:
                yield f"stdout: no JSON: {each[:80]}"


def disturbed(line: Line, ended: Run, before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> Iterator[str]:
    """What happened to files that should not have: a refusal changed one, a reader changed one, something was left."""
    writes = line.command in ("set", "fmt", "waive", "new") or {"--fix", "-o", "--output"} & {*line.words}
    for path, data in after.items():
        changed = before.get(path) != data
        if changed and not writes:
            yield f"{path.name} was written by {line.command}"
        elif changed and path in before and ended.code == 2 and line.command in ("set", "waive", "new"):
            yield f"{path.name} was written by a command that refused"
        elif path not in before and path.name.startswith("."):
            yield f"{path.name} was left behind"
    yield from (f"{path.name} is gone" for path in before if path not in after)


def strayed(line: Line, before: Report, file: Path) -> Iterator[str]:
    """After a `set`: the addresses that hold neither what they held nor what was asked for."""
    exact, pairs = "--exact" in line.words, [word for word in line.words if "=" in word]
    asked: dict[str, Value] = edits(before.form, given(pairs))
    wanted = asked if exact else {**asked, **follow(before.form, before.__getitem__, asked)}
    try:
        after = load(str(file))[1]
    except Unreadable as error:
        yield f"cannot be read any more: {error}"
        return
    for address in before.form.kinds:
        should = wanted.get(address, before[address])
        if not same(_plain(after[address]), _plain(should)):
            yield f"{address} should be {should!r}, is {after[address]!r}"


def _plain(value: Value) -> Value:
    return "\n".join(filter(None, map(str.strip, value.splitlines()))) if isinstance(value, str) else value
