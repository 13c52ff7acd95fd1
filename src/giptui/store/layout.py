"""The text of a report file in its one layout: fixed order, a matrix row a line, columns aligned under their heads.

New files are written with it, an edit takes from it the rows, keys and sections that a file lacks, and `canonical`
lays a whole file out anew. How a single value is spelled, tomlkit decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

import tomlkit

from giptui.display.visible import CONTROL
from giptui.display.width import rjust, width
from giptui.form import Block, Column, Field, Form, Kind, Row, Section, Shape, Table
from giptui.report import BLANK, Value, show

Spelled = Callable[[str], str]
"""The TOML of the value at an address."""

TITLE: Final = "# 政府信息公开工作年度报告"
_QUOTES: Final = '"""'
COMMENT_AT: Final = 34
"""Display column of the comments behind header lines."""


def literal(value: Value) -> str:
    """A cell or a header field in TOML; the digits of a decimal as they were typed."""
    if isinstance(value, str):
        return _bare(tomlkit.string(value).as_string())
    if isinstance(value, Decimal) and not value.is_finite():
        return str(value).lower().replace("infinity", "inf")
    return value.isoformat() if isinstance(value, date) else show(value)


def paragraphs(text: str) -> str:
    """A text in TOML: one paragraph a line, a blank line between, the quotes on lines of their own."""
    body = "\n\n".join(line for line in text.split("\n") if line)
    written = _bare(tomlkit.string(f"{body}\n" if body else "", multiline=True).as_string())
    return f'"""\n{written.removeprefix(_QUOTES)}'


def _bare(written: str) -> str:
    """No control character raw: TOML forbids some, tomlkit leaves others, and none can be seen."""
    return re.sub(CONTROL, _escape, written)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def spelling(form: Form, values: Mapping[str, Value]) -> Spelled:
    """How the values of a report are spelled, each at its address; blank where there is none."""

    def spelled(address: str) -> str:
        value = values.get(address, BLANK)
        return paragraphs(str(value)) if form.kinds[address] is Kind.PROSE else literal(value)

    return spelled


def blank(form: Form, values: Mapping[str, Value]) -> str:
    """A new report file with these values; every row of the form is there, blank where no value is given."""
    spelled = spelling(form, values)
    fields = [field for field in form.header if takes_blank(field) or values.get(field.address, BLANK) != BLANK]
    written = [address for address in form.kinds if values.get(address, BLANK) != BLANK]
    parts = [f"{TITLE}\n{commented(f'form = {literal(form.id)}', form.document)}", header_table(fields, spelled)]
    if "preface.text" in written:
        parts.append(preface_table(spelled))
    parts += (section_table(section, spelled, written) for section in form.sections)
    return "\n".join(parts)


def takes_blank(field: Field) -> bool:
    """Whether a header field stands in the file without a value: TOML has no blank date and no blank number, and few
    reports have what is optional."""
    return field.kind in (Kind.LINE, Kind.CHOICE) and not field.optional


def header_table(fields: Iterable[Field], spelled: Spelled) -> str:
    """[report] with these fields: title, organ, dates."""
    return "".join(("[report]\n", *(header_line(field, spelled) for field in fields)))


def header_line(field: Field, spelled: Spelled) -> str:
    """``year = 2023                       # 报告年度``"""
    return commented(f"{field.id} = {spelled(field.address)}", field.label)


def preface_table(spelled: Spelled) -> str:
    """The optional table with the paragraphs between title and section one."""
    return commented("[preface]", "前言") + text_line("preface.text", spelled)


def section_table(section: Section, spelled: Spelled, written: Iterable[str] = ()) -> str:
    """One section: its prose, its table, and the prose behind the table if that is among the addresses ``written``."""
    before, *after = section.texts
    lines = [commented(f"[{section.id}]", section.title), text_line(before, spelled)]
    if section.table is not None:
        lines += heads(section.table, spelled)
        lines += row_lines(section.table, spelled).values()
    lines += (text_line(address, spelled) for address in after if address in written)
    return "".join(lines)


def text_line(address: str, spelled: Spelled) -> str:
    """A text with its key, one paragraph a line."""
    return f"{address.rpartition('.')[2]} = {spelled(address)}\n"


def row_lines(table: Table, spelled: Spelled, own: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """The line of every row by the row's identifier; rows that need a name in Chinese have it behind them.

    ``own`` are comments that a person wrote behind rows; they stand in the place of the name.
    """
    keys = key_width(table)
    written = row_values(table, spelled)
    lines = {row.id: f"{row.id:<{keys}} = {written[row.id]}" for row, _ in table.rows()}
    names = {row.id: _row_name(row, columns) for row, columns in table.rows()} if table.shape is Shape.BLOCKS else {}
    comments = {**names, **own}
    longest = max(map(width, lines.values()))
    for row, comment in comments.items():
        lines[row] += f"{' ' * (longest - width(lines[row]))}   # {comment}"
    return {row: f"{line}\n" for row, line in lines.items()}


def row_values(table: Table, spelled: Spelled) -> dict[str, str]:
    """What stands behind the equals sign of every row: an array, or an inline table; the numbers in columns."""
    written = {}
    for block in table.blocks:
        fields = _field_widths(table, block, spelled)
        for row in block.rows:
            literals = _literals(table, block, row, spelled)
            if table.shape is Shape.BLOCKS:
                pairs = zip(block.columns, map(rjust, literals, fields), strict=True)
                written[row.id] = f"{{ {', '.join(f'{column.id} = {cell}' for column, cell in pairs)} }}"
            else:
                written[row.id] = f"[{','.join(map(rjust, literals, fields))}]"
    return written


def heads(table: Table, spelled: Spelled) -> Iterator[str]:
    """The comment over a matrix: every head ends where the numbers of its column end."""
    if table.shape is not Shape.BLOCKS:
        for block in table.blocks:
            labels = map(rjust, (column.label for column in block.columns), _field_widths(table, block, spelled))
            yield f"#{' ' * (key_width(table) + 3)}{' '.join(labels)}\n"


def _field_widths(table: Table, block: Block, spelled: Spelled) -> list[int]:
    """As wide as the longest number; in an array at least as wide as the head, and a blank before a long number."""
    rows = [_literals(table, block, row, spelled) for row in block.rows]
    longest = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    if table.shape is Shape.BLOCKS:
        return longest
    return [max(width(column.label), cell + 1) for column, cell in zip(block.columns, longest, strict=True)]


def _literals(table: Table, block: Block, row: Row, spelled: Spelled) -> list[str]:
    return [spelled(f"{table.id}.{row.id}.{column.id}") for column in block.columns]


def key_width(table: Table) -> int:
    """Of the longest row identifier."""
    return max(len(row.id) for row, _ in table.rows())


def _row_name(row: Row, columns: Iterable[Column]) -> str:
    """The row's label, with the unit where it is not the usual one."""
    return "，".join((row.label, *(column.unit for column in columns if column.kind is Kind.AMOUNT and column.unit)))


def commented(line: str, comment: str) -> str:
    """A line with a comment behind it, in the column of all comments if there is room."""
    return f"{line}{' ' * max(2, COMMENT_AT - width(line))}# {comment}\n"
