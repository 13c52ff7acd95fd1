"""Writes docs/rules.md, the list of all rules, and docs/rules/, a page for each chapter: every rule with its
documentation, the smallest report that fires it and what is then printed, and a look-alike that stays silent.
`make docs` runs it; a test holds the pages to what is written here.

The reports and outputs are those of tests/rules, where another test runs them.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from giptui.check import Rule
from giptui.check.rules import CHAPTERS
from giptui.session.explain import SEVERITIES

ROOT: Final = Path(__file__).parents[1]
DOCS: Final = ROOT / "docs"
CASES: Final = ROOT / "tests" / "rules"

_NEEDS: Final = {"F": "本年的报告", "P": "上年的报告", "G": "机关层级", "N": "报告的文字"}
_ZEROS: Final = r"^\S+ = \[[0, ]+\]$"

_FILES: Final = {
    "数据文件": "data-file",
    "报告的结构": "structure",
    "表格里的格": "cells",
    "合计与勾稽": "sums",
    "一份报告里的常理": "plausibility",
    "文字与表格": "prose",
    "信息处理费": "fees",
    "年度与日期": "dates",
    "名称与模板文字": "names",
    "与上年相比": "last-year",
}
"""What the page of a chapter is called."""

_MADE: Final = "<!-- 由 docs/generate_rules.py 生成，请勿手改；改了规则或 tests/rules 里的例子之后运行 make docs。 -->"

_HEAD: Final = f"""\
# 规则一览

{_MADE}

`giptui check` 按这里的规则检查报告。**错误**：违反表上印着的算式，或者法律上不可能；
**警告**：多半有误，但也可能有正当的缘由；**提示**：值得看一眼。同一条规则的程度可以因情形而异，下面写的是通常的程度。
一条规则的说明也可以用 `giptui explain 规则` 查看。由人核对过、确实无误的发现，可以在文件里用 `[[waiver]]` 记下理由，
数没有改动就不再列出。
"""

_EXAMPLES: Final = """\
每条规则后面有两个例子：能引出它的最小的文件和当时的输出，以及看上去相似而不应报的文件。例子里只写与规则有关的内容，
第一行 `form = "2021"` 从略，几行全是 0 的写作“……”；输出里的行号是整个文件的行号。
"""


def pages() -> Mapping[str, str]:
    """Every page by its path below docs/."""
    contents = [line for title, rules in CHAPTERS.items() for line in _contents(title, rules)]
    return {"rules.md": _text(_HEAD, *contents)} | {
        f"rules/{_FILES[title]}.md": _text(
            f"# {title}\n\n{_MADE}\n\n[全部规则](../rules.md)。{_EXAMPLES}", *_chapter(rules)
        )
        for title, rules in CHAPTERS.items()
    }


def _text(*lines: str) -> str:
    return "\n".join(lines).rstrip() + "\n"


def _contents(title: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    page = f"rules/{_FILES[title]}.md"
    yield from (f"## [{title}]({page})", "", "| 规则 | 名称 | 通常 | 查什么 |", "|---|---|---|---|")
    for rule in rules:
        about = rule.doc.partition("\n")[0].removeprefix("查什么：").replace("|", r"\|")
        yield f"| [`{rule.name}`]({page}#{rule.name}) | {rule.title} | {SEVERITIES[rule.severity]} | {about} |"
    yield ""


def _chapter(rules: tuple[Rule, ...]) -> Iterator[str]:
    for rule in rules:
        usual = f"通常为{SEVERITIES[rule.severity]}；看的是{_seen(rule)}。"
        yield from (f"## {rule.name}", "", f"**{rule.title}**。{usual}", "")
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


def write() -> None:
    """Write the pages anew: that of a chapter that is no more is gone."""
    shutil.rmtree(DOCS / "rules", ignore_errors=True)
    (DOCS / "rules").mkdir()
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
