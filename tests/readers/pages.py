"""Made-up pages for the tests of what divides them: lines, and tables that were found already."""

from __future__ import annotations

from giptui.form import FORMS
from giptui.readers.document import Block, Cell, Grid, InLine, InParagraph, InTable, Text
from giptui.readers.lines.glue import unglued
from giptui.readers.prose.sections import Divided, divided

Part = str | tuple[str, ...] | list[list[str]]
"""A line; a table of the form by its section, as ``(section,)``; another table by rows of cells."""


def page(*parts: Part, title: str = "", form: str = "2021", plain: bool = False) -> Divided:
    """The page taken apart. ``plain``: its lines are those of a plain text, not paragraphs."""
    blocks: list[Block] = []
    at: dict[int, str] = {}
    for part in parts:
        if isinstance(part, tuple):
            at[len(blocks)] = part[0]
            blocks.append(_grid([["总计", "0"]]))
        elif isinstance(part, list):
            blocks.append(_grid(part))
        else:
            number = len(blocks) + 1
            blocks.append(Text(part, InLine(number) if plain else InParagraph(number)))
    return divided(blocks if at else unglued(blocks), at, FORMS[form], title)


def values(found: Divided) -> dict[str, object]:
    """What was found, by address without its first word: ``title``, ``overview.text``."""
    return {each.address.removeprefix("report."): each.value for each in found.found}


def _grid(rows: list[list[str]]) -> Grid:
    return Grid(
        tuple(
            Cell(text, InTable(1, row + 1, column + 1), row, column)
            for row, cells in enumerate(rows)
            for column, text in enumerate(cells)
        )
    )


BODY: tuple[Part, ...] = (
    "一、总体情况",
    "本镇全年公开信息 41 条。",
    "二、主动公开政府信息情况",
    ("proactive_disclosure",),
    "三、收到和处理政府信息公开申请情况",
    ("applications",),
    "四、政府信息公开行政复议、行政诉讼情况",
    ("disputes",),
    "五、存在的主要问题及改进情况",
    "公开不够及时。",
    "六、其他需要报告的事项",
    "无。",
)
"""The six sections of a report."""
