"""Writes docs/refusals.md: every refusal by name, its sentence, the exit code, and what was typed. `make docs` runs it,
and a test holds the page to what is written here.

All of it stands in the transcripts of tests/refusals, which another test runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "refusals.md"
CASES: Final = ROOT / "tests" / "refusals"

_CHAPTERS: Final = {
    "不是 TOML 的文件": ("toml-",),
    "读不出的文件": (
        "file-",
        "folder-",
        "form-missing",
        "form-unknown",
        "number-",
        "out-of-",
        "previous-",
        "stdin-",
        "line-too-long",
        "too-deep",
        "too-much",
    ),
    "不能导入的来源": ("import-",),
    "写不了的文件": ("edit-", "output-", "save-", "waiver-"),
    "不合用法的命令": ("",),
}
"""Each with how the names begin that stand there; a name goes into the first that has it."""

_ASIDE: Final = r" .*|\d+ 个文件读不出|"

_HEAD: Final = """\
# 拒绝一览

<!-- 由 docs/generate_refusals.py 生成，请勿手改；改了 tests/refusals 里的例子之后运行 make docs。 -->

giptui 做不下去时在标准错误上说一句话：是哪个文件、哪一处、怎么办。这里列出所有这样的话，每一句有一个名称，
后面是能引出它的最小的例子：所用的命令，以及文件里那一行。例子用的文件在 `tests/refusals/名称/`，
那里的 `case.txt` 是完整的输出。
"""


class Case(NamedTuple):
    """What the transcript of a refusal shows."""

    name: str
    commands: tuple[str, ...]
    line: str  # of the file, where the sentence is about one
    sentence: str
    code: str


def page() -> str:
    """The whole page."""
    cases = [_case(path.parent.name, path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*/case.txt"))]
    return "\n".join((_HEAD, *(line for title in _CHAPTERS for line in _chapter(title, cases)))).rstrip() + "\n"


def _chapter(title: str, cases: Sequence[Case]) -> Iterator[str]:
    yield from (f"## {title}", "", "| 名称 | 说的话 | 退出码 | 例子 |", "|---|---|---|---|")
    for case in cases:
        if next(chapter for chapter, begins in _CHAPTERS.items() if case.name.startswith(begins)) == title:
            typed = "<br>".join(f"`{_in_table(command)}`" for command in (*case.commands, case.line) if command)
            yield f"| `{case.name}` | {_plain(case.sentence)} | {case.code} | {typed} |"
    yield ""


def _case(name: str, transcript: str) -> Case:
    """Of what the last command prints, the last line that is neither a line of the file nor a count."""
    *printed, end = re.split(r"^\$ .*\n", transcript, flags=re.MULTILINE)[-1].splitlines()
    sentence = [line for line in printed if not re.fullmatch(_ASIDE, line)][-1]
    line = re.search(r"^ +\d+ \| (.+)$", transcript, re.MULTILINE)
    commands = re.findall(r"^\$ (.+)$", transcript, re.MULTILINE)
    return Case(name, tuple(commands), line[1] if line else "", sentence, end.strip("[]"))


def _plain(text: str) -> str:
    """Text in a table, in which nothing is markup."""
    return re.sub(r"([\\|*_<>\[\]`])", r"\\\1", text)


def _in_table(text: str) -> str:
    return text.replace("|", r"\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
