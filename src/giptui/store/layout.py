"""The text of a report file in its one layout: fixed order, a matrix row a line, columns aligned under their heads.

`giptui new` and `giptui import` write whole files with it; an edit takes from it the rows, keys and sections that a
file lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from giptui.form import Block, Column, Field, Form, Kind, Row, Section, Shape, Table
from giptui.report import BLANK, Value
from giptui.store.spelling import literal, paragraphs

_COMMENT_AT: Final = 34  # display column of the comments behind header lines


def blank(form: Form, values: Mapping[str, Value]) -> str:
    """A new report file with these values; every row of the form is there, blank where no value is given."""
    parts = ["# 政府信息公开工作年度报告\n" + _commented(f'form = "{form.id}"', form.document)]
    parts.append(header_table(form.header, values))
    if values.get("preface.text", BLANK) != BLANK:
        parts.append(preface_table(values))
    parts += (section_table(section, values) for section in form.sections)
    return "\n".join(parts)


def header_table(fields: Iterable[Field], values: Mapping[str, Value]) -> str:
    """[report]: title, organ, dates. TOML has no blank date and no blank number, so such a key is left out."""
    written = (
        header_line(field, values.get(field.address, BLANK))
        for field in fields
        if takes_blank(field.kind) or values.get(field.address, BLANK) != BLANK
    )
    return "".join(("[report]\n", *written))


def takes_blank(kind: Kind) -> bool:
    """Whether a header field can stand in the file without a value."""
    return kind in (Kind.LINE, Kind.CHOICE)


def header_line(field: Field, value: Value) -> str:
    """``year = 2023                       # 报告年度``"""
    return _commented(f"{field.id} = {literal(value)}", field.label)


def preface_table(values: Mapping[str, Value]) -> str:
    """The optional table with the paragraphs between title and section one."""
    return _commented("[preface]", "前言") + text_line("preface.text", values)


def section_table(section: Section, values: Mapping[str, Value]) -> str:
    """One section: its prose, its table, and the prose behind the table where there is any."""
    before, *after = section.texts
    lines = [_commented(f"[{section.id}]", section.title), text_line(before, values)]
    if section.table is not None:
        lines += _heads(section.table, values)
        lines += row_lines(section.table, values).values()
    lines += (text_line(address, values) for address in after if values.get(address, BLANK) != BLANK)
    return "".join(lines)


def text_line(address: str, values: Mapping[str, Value]) -> str:
    """A text with its key, one paragraph a line."""
    return f"{address.rpartition('.')[2]} = {paragraphs(str(values.get(address, BLANK)))}\n"


def row_lines(table: Table, values: Mapping[str, Value]) -> dict[str, str]:
    """The line of every row by the row's identifier; rows that need a name in Chinese have it behind them."""
    keys = _key_width(table)
    written = row_values(table, values)
    lines = {row.id: f"{row.id:<{keys}} = {written[row.id]}" for row, _ in table.rows()}
    if table.shape is not Shape.BLOCKS:
        return {row: f"{line}\n" for row, line in lines.items()}
    longest = max(width(line) for line in lines.values())
    return {
        row.id: f"{lines[row.id]}{' ' * (longest - width(lines[row.id]))}   # {_comment(row, columns)}\n"
        for row, columns in table.rows()
    }


def row_values(table: Table, values: Mapping[str, Value]) -> dict[str, str]:
    """What stands behind the equals sign of every row: an array, or an inline table; the numbers in columns."""
    written = {}
    for block in table.blocks:
        fields = _field_widths(table, block, values)
        for row in block.rows:
            literals = _literals(table, block, row, values)
            if table.shape is Shape.BLOCKS:
                pairs = zip(block.columns, map(_rjust, literals, fields), strict=True)
                written[row.id] = f"{{ {', '.join(f'{column.id} = {cell}' for column, cell in pairs)} }}"
            else:
                written[row.id] = f"[{','.join(map(_rjust, literals, fields))}]"
    return written


def _heads(table: Table, values: Mapping[str, Value]) -> Iterator[str]:
    """The comment over a matrix: every head ends where the numbers of its column end."""
    if table.shape is not Shape.BLOCKS:
        for block in table.blocks:
            heads = map(_rjust, (column.label for column in block.columns), _field_widths(table, block, values))
            yield f"#{' ' * (_key_width(table) + 3)}{' '.join(heads)}\n"


def _field_widths(table: Table, block: Block, values: Mapping[str, Value]) -> list[int]:
    """As wide as the longest number; in an array at least as wide as the head, and a blank before a long number."""
    rows = [_literals(table, block, row, values) for row in block.rows]
    longest = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    if table.shape is Shape.BLOCKS:
        return longest
    return [max(width(column.label), cell + 1) for column, cell in zip(block.columns, longest, strict=True)]


def _literals(table: Table, block: Block, row: Row, values: Mapping[str, Value]) -> list[str]:
    return [literal(values.get(f"{table.id}.{row.id}.{column.id}", BLANK)) for column in block.columns]


def _key_width(table: Table) -> int:
    return max(len(row.id) for row, _ in table.rows())


def _comment(row: Row, columns: Iterable[Column]) -> str:
    """The row's label, with the unit where it is not the usual one."""
    return "，".join((row.label, *(column.unit for column in columns if column.kind is Kind.AMOUNT and column.unit)))


def width(text: str) -> int:
    """Terminal cells that the text takes."""
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def _rjust(text: str, field: int) -> str:
    return " " * (field - width(text)) + text


def _commented(line: str, comment: str) -> str:
    return f"{line}{' ' * max(2, _COMMENT_AT - width(line))}# {comment}\n"
