"""A pasted block: which cells it means, and what it puts there. Pure; the editor commits it as one step.

`pasted_rows` says which row of the table each of its rows is, `pasted_columns` which cell each value is for. Nothing is
guessed at: what does not fit is refused in a sentence.
"""

from __future__ import annotations

from typing import Final

from giptui.form import Cell, Form
from giptui.report import Report, State, judge, show
from giptui.report.figures import is_figure
from giptui.session.pasted import pasted
from giptui.session.pasted_columns import Block, Columns
from giptui.session.pasted_rows import NoBlock, Rows

_LARGEST: Final = 100_000  # characters; the longest table takes a few thousand
_MOST_CELLS: Final = 3_000


def is_single(text: str) -> bool:
    """Whether the text is for one cell: a word, or a line that is one figure with blanks in it."""
    rows = text.strip().splitlines()
    return len(text.split()) < 2 or (
        len(rows) == 1 and len(text) < 100 and "\t" not in text and is_figure(text.strip())
    )


def block(form: Form, at: str, text: str) -> Block | NoBlock:
    """What the text means for a person who is at the cell ``at``; for another table if the labels are that one's."""
    here = form.cells[at].table
    if len(text) > _LARGEST:
        return NoBlock("要粘贴的文字太长，不像一张表")
    found = pasted(text)
    if sum(map(len, found.rows)) > _MOST_CELLS:
        return NoBlock("要粘贴的格太多，不像一张表")
    first = _placed(form, Rows(form.tables[here], found), form.cells[at])
    if isinstance(first, NoBlock):
        for table in form.tables.values():
            rows = Rows(table, found)
            if table.id != here and rows.is_labelled and isinstance(other := _placed(form, rows, None), Block):
                return other
    return first


def _placed(form: Form, rows: Rows, at: Cell | None) -> Block | NoBlock:
    lines = rows.matched(at)
    return lines if isinstance(lines, NoBlock) else Columns(form, rows).filled(lines, at)


def block_in_words(report: Report, block: Block) -> str:
    """What has been pasted, as the report stands after it: set, kept, left out, and what does not add up."""
    form = report.form
    said = [f"已粘贴 {len(block.edits)} 格"]
    if block.kept:
        odd = "、".join(f"{form.label(address)}“{show(report[address])}”" for address in block.kept[:2])
        said.append(f"{len(block.kept)} 格不是数，照原样保留：{odd}{' 等' if block.kept[2:] else ''}")
    if block.skipped:
        names = "、".join(block.skipped[:3])
        said.append(f"略去表里没有的 {len(block.skipped)} 行或列：{names}{' 等' if block.skipped[3:] else ''}")
    touched = dict.fromkeys(each for address in block.edits for each in form.identities_at.get(address, ()))
    broken = sum(judge(identity, report.__getitem__).state is State.BROKEN for identity in touched)
    said.append(f"有 {broken} 处合计对不上，按 ] 查看" if broken else "")
    return "；".join(filter(None, said))
