"""The catalogue: one ordered list of all rules, by chapters. `check` runs them in this order; the documentation,
`explain` and the outputs list them in it.

A rule is in force by standing in one of these modules, where it stands: whoever adds one writes its function there and
its examples in ``tests/rules/<name>/``, and nothing else by hand; `make docs` then prints it in docs/rules.md. Only a
new module is entered here, in its chapter.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from types import ModuleType
from typing import Final

from giptui.check.rule import Rule
from giptui.check.rules import (
    arithmetic,
    cells,
    copies,
    data_file,
    dates,
    fees,
    leftovers,
    names,
    narrative,
    plausibility,
    structure,
    years,
)


def _rules_of(*modules: ModuleType) -> tuple[Rule, ...]:
    """The rules that stand in these modules, from top to bottom."""
    return tuple(entry for module in modules for entry in vars(module).values() if isinstance(entry, Rule))


CHAPTERS: Final[Mapping[str, tuple[Rule, ...]]] = {
    "数据文件": _rules_of(data_file),
    "报告的结构": _rules_of(structure),
    "表格里的格": _rules_of(cells),
    "合计与勾稽": _rules_of(arithmetic),
    "一份报告里的常理": _rules_of(plausibility),
    "文字与表格": _rules_of(narrative),
    "信息处理费": _rules_of(fees),
    "年度与日期": _rules_of(dates),
    "名称与模板文字": _rules_of(names, leftovers),
    "与上年相比": _rules_of(years, copies),
}
"""The rules by chapters, as docs/rules.md prints them."""

RULES: Final[tuple[Rule, ...]] = tuple(chain.from_iterable(CHAPTERS.values()))
"""Every rule in the order in which they run."""
