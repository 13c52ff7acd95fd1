"""Writes docs/rules.md: every rule with its documentation, the smallest report that fires it and what is then printed,
and a look-alike that stays silent. `make docs` runs it; a test holds the page to what is written here.

The reports and outputs are those of tests/rules, where another test runs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from giptui.check import Rule
from giptui.check.rules import CHAPTERS
from giptui.session.explain import SEVERITIES

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "rules.md"
CASES: Final = ROOT / "tests" / "rules"

_NEEDS: Final = {"F": "本年的报告", "P": "上年的报告", "G": "机关层级", "N": "报告的文字"}
_ZEROS: Final = r"^\S+ = \[[0, ]+\]$"

_HEAD: Final = """\
# 规则一览

<!-- 由 docs/generate.py 生成，请勿手改；改了规则或 tests/rules 里的例子之后运行 make docs。 -->

`giptui check` 按这里的规则检查报告。**错误**：违反表上印着的算式，或者法律上不可能；
**警告**：多半有误，但也可能有正当的缘由；**提示**：值得看一眼。同一条规则的程度可以因情形而异，下面写的是通常的程度。
一条规则的说明也可以用 `giptui explain 规则` 查看。由人核对过、确实无误的发现，可以在文件里用 `[[waiver]]` 记下理由，
数没有改动就不再列出。

每条规则后面有两个例子：能引出它的最小的文件和当时的输出，以及看上去相似而不应报的文件。例子里只写与规则有关的内容，
第一行 `form = "2021"` 从略，几行全是 0 的写作“……”；输出里的行号是整个文件的行号。
"""


def page() -> str:
    """The whole page."""
    contents = [line for title, rules in CHAPTERS.items() for line in _contents(title, rules)]
    body = [line for title, rules in CHAPTERS.items() for line in (f"## {title}", "", *_chapter(rules))]
    return "\n".join((_HEAD, *contents, *body)).rstrip() + "\n"


def _contents(title: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    yield f"**[{title}](#{title})**"
    yield ""
    yield "| 规则 | 名称 | 通常 |"
    yield "|---|---|---|"
    for rule in rules:
        yield f"| [`{rule.name}`](#{rule.name}) | {rule.title} | {SEVERITIES[rule.severity]} |"
    yield ""


def _chapter(rules: tuple[Rule, ...]) -> Iterator[str]:
    for rule in rules:
        usual = f"通常为{SEVERITIES[rule.severity]}；看的是{_seen(rule)}。"
        yield from (f"### {rule.name}", "", f"**{rule.title}**。{usual}", "")
        yield from (re.sub(r"^([^：]{3,4})：", r"- **\1**：", line) for line in rule.doc.splitlines())
        yield from ("", "会报：", "", *_case(rule, "fires", "previous"))
        printed = (CASES / rule.name / "fires.txt").read_text(encoding="utf-8")
        yield from ("```text", *printed.splitlines(), "```", "")
        yield from ("不报：", "", *_case(rule, "silent", "silent-previous"))


def _seen(rule: Rule) -> str:
    """What the rule looks at, and what it takes as evidence: the same letters in lower case."""
    seen, heard = (
        "、".join(name for letter, name in _NEEDS.items() if case(letter) in rule.needs)
        for case in (str.upper, str.lower)
    )
    return f"{seen}，以{heard}为旁证" if heard else seen


def _case(rule: Rule, name: str, previous: str) -> Iterator[str]:
    """The report, behind it last year's where there is one."""
    folder = CASES / rule.name
    yield from _file(folder / f"{name}.toml")
    if (folder / f"{previous}.toml").exists():
        yield from ("上年的报告：", "", *_file(folder / f"{previous}.toml"))


def _file(path: Path) -> Iterator[str]:
    """The file without its first line, which is the same in all; several rows of zeros are an ellipsis."""
    text = path.read_text(encoding="utf-8").removeprefix('form = "2021"\n').strip("\n")
    text = re.sub(rf"(?:{_ZEROS}\n?){{2,}}", "# ……\n", text, flags=re.MULTILINE)
    yield from ("```toml", *text.rstrip("\n").splitlines(), "```", "")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
