"""A nearest name is near: what a hand mistypes finds its name, and another word finds none."""

from __future__ import annotations

import pytest

from giptui.cli.app import app
from giptui.display.nearest import hint, nearest

HERE = tuple(app.list_commands(None))  # type: ignore[arg-type]
OPTIONS = ("--format", "--strict", "--statistics", "--summary", "--fix", "--full", "-j", "--jobs")
WORDS = ("balance", "row-sum", "column-sum", "text-received", "公布期限", "统计期限")


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("chek", HERE, "check"),
        ("cehck", HERE, "check"),
        ("checks", HERE, "check"),
        ("edti", HERE, "edit"),
        ("rep", HERE, "report"),
        ("complete", HERE, None),
        ("compl", HERE, "completion"),
        ("gte", HERE, "get"),
        ("fm", HERE, "fmt"),
        ("exlpain", HERE, "explain"),
        ("imprt", HERE, "import"),
        ("--stirct", OPTIONS, "--strict"),
        ("--stat", OPTIONS, "--statistics"),
        ("--fixx", OPTIONS, "--fix"),
        ("ballance", WORDS, "balance"),
        ("text-recieved", WORDS, "text-received"),
        ("colum-sum", WORDS, "column-sum"),
        ("公布期", WORDS, "公布期限"),
        # other words
        ("version", HERE, None),
        ("list", HERE, None),
        ("print", HERE, None),
        ("validate", HERE, None),
        ("delete", HERE, None),
        ("open", HERE, None),
        ("ls", HERE, None),
        ("g", HERE, None),
        ("报告", HERE, None),
        ("-x", OPTIONS, None),
        ("--quiet", OPTIONS, None),
        ("--output", OPTIONS, None),
        ("budget", WORDS, None),
        ("", WORDS, None),
    ],
)
def test_what_is_meant(word: str, known: tuple[str, ...], meant: str | None) -> None:
    assert nearest(word, known) == meant
    assert hint(word, known) == (f"；最接近的是 {meant}" if meant else "")


def test_the_fewest_differences_win_and_then_the_first() -> None:
    assert nearest("row-sum", ("row-sun", "row-sum")) == "row-sum"
    assert nearest("sat", ("set", "sit")) == "set"
    assert nearest("aplications.totl", {"applications.total": "applications.*.total"}) == "applications.*.total"
