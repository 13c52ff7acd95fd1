"""Each sentence that refuses has a name, and a folder of that name with its smallest case.

``case.txt`` is a transcript: what is typed, what is printed, the exit code; the files it is about lie beside it.
``GIPTUI_GOLDEN=write pytest tests/refusals`` writes the output of every ``case.txt`` anew, and `make docs` the table
of them all.
"""

from __future__ import annotations

import ast
import os
import pickle
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from noted import noting
from transcripts import HERE, SRC, Noted, Room, copied, place

from giptui.display.visible import one_line
from giptui.readers.document import Refused
from giptui.store import Unreadable, Unwritable

NAMES = sorted(path.name for path in HERE.iterdir() if (path / "case.txt").exists())
_NAMED = {
    "Unreadable",
    "Unwritable",
    "Refused",
    "fail",
    "WrongUsage",
    "Cause",
    "click.UsageError",
    "click.BadParameter",
}
"""What takes the name of a refusal as its first argument, and what must not be used because it takes none."""


def sites() -> Iterator[tuple[str, ast.expr]]:
    """Every place of the program that makes a refusal, and what stands there for its name."""
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in _NAMED:
                yield f"{path.relative_to(SRC)}:{node.lineno}", node.args[0]


def test_every_refusal_has_one_place_and_one_folder() -> None:
    names = Counter(str(name.value) for _, name in sites() if isinstance(name, ast.Constant))
    assert [name for name, places in names.items() if places > 1] == []
    assert sorted(names) == NAMES


def test_a_name_is_written_out_or_passed_on() -> None:
    for where, name in sites():
        if isinstance(name, ast.Constant):
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(name.value)), where
        else:
            assert ast.unparse(name).rpartition(".")[2] == "refusal", where


@pytest.mark.parametrize("name", NAMES)
def test_the_smallest_case(name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    case = HERE / name / "case.txt"
    transcript = case.read_text(encoding="utf-8")
    made: list[Noted] = []
    for refusal, init in noting(lambda refusal, reason: made.append(Noted(refusal, reason))):
        monkeypatch.setattr(refusal, "__init__", init)
    for variable in ("GIPTUI_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    with place(transcript) as folder, monkeypatch.context() as there:
        there.chdir(folder)
        copied(case.parent, folder)
        room = Room(folder, capsys)
        printed = room.run(transcript)
        if room.noted.exists():
            lines = room.noted.read_text(encoding="utf-8").splitlines()
            made += (Noted(*line.split("\t", 1)) for line in lines)
    if os.environ.get("GIPTUI_GOLDEN") == "write":
        case.write_text(printed, encoding="utf-8")
    assert printed == case.read_text(encoding="utf-8")
    assert printed.endswith("[2]\n")
    assert any(each.name == name and one_line(each.reason) in printed for each in made)


def test_a_refusal_comes_whole_from_another_process() -> None:
    for refusal in (
        Unreadable("file-missing", "a.toml", "没有", 3, 4, "x = "),
        Unwritable("save-failed", "a.toml", "满"),
        Refused("import-no-report", "没有表格"),
    ):
        other = pickle.loads(pickle.dumps(refusal))
        assert vars(other) == vars(refusal)
        assert str(other) == str(refusal)
