"""What a statutory form is: sections, tables, rows, columns, labels, identities.

A form is a value. Grid, checks, printers, readers and `explain` are functions of it; no label and no sum stands
anywhere else. Labels are the form's own, character for character; where the official form breaks a label over
lines, the declaration holds a newline at the break.

The values here, and those of the rooms above that ``giptui check`` goes through, are named tuples: a dataclass takes
eight times as long to define, and defining twenty took a third of the time of checking a file. Their modules do not
postpone annotations: ``typing`` would compile each field's.

An address names a value everywhere: ``applications.total_handled.total``, ``overview.text``, ``report.year``.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple


class Kind(Enum):
    """What a value may be."""

    COUNT = "count"  # 件: a whole number, not negative
    AMOUNT = "amount"  # 万元: a decimal, not negative, at most six places
    CHANGE = "change"  # 增/减: a whole number with its sign as printed: +19, -3, 增10
    MONEY = "money"  # an amount for which the form names no unit; the unit, if any, stands in the cell: 251000元
    LINE = "line"  # one line of text
    PROSE = "prose"  # paragraphs
    YEAR = "year"
    DATE = "date"
    MOMENT = "moment"  # date and time
    CHOICE = "choice"  # one of a few identifiers

    @property
    def is_numeric(self) -> bool:
        """Whether it is a kind of the cells: they hold numbers, “/” or “?”."""
        return self in (Kind.COUNT, Kind.AMOUNT, Kind.CHANGE, Kind.MONEY)


class Shape(Enum):
    """How a table stands in the data file and on the official page."""

    BLOCKS = "blocks"  # a row is an inline table; small tables one under another, each with heads of its own
    MATRIX = "matrix"  # a row is an array; a row a line
    WIDE = "wide"  # a row is an array; the official page sets all rows side by side in a single line


class Column(NamedTuple):
    """A column of a table: its identifier, its head as officially broken, the heads that span it from above."""

    id: str
    official: str
    kind: Kind = Kind.COUNT
    over: tuple[str, ...] = ()
    narrow: str = ""  # the head broken to fit a narrow column, where the official form does not break it
    unit: str = "件"

    @property
    def label(self) -> str:
        return self.official.replace("\n", "")

    @property
    def narrow_lines(self) -> tuple[str, ...]:
        """The head for a column as narrow as its numbers."""
        return tuple((self.narrow or self.official).split("\n"))


class Row(NamedTuple):
    """A row of a table: its identifier (dotted where it belongs to a group), its label, the labels that span it."""

    id: str
    label: str
    groups: tuple[str, ...] = ()
    unbroken: tuple[str, ...] = ()  # columns whose head the official form leaves unbroken over this row
    note: str = ""  # for whom the row is meant; shown by `explain`

    @property
    def path(self) -> tuple[str, ...]:
        """Labels from the outermost group to the row itself."""
        return (*self.groups, self.label)


class Block(NamedTuple):
    """Rows under common heads. ``caption`` stands above the heads, ``corner`` over the row labels."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    corner: str = ""


class Cell(NamedTuple):
    """One numeric cell of the form."""

    table: str
    row: Row
    column: Column

    @property
    def address(self) -> str:
        return f"{self.table}.{self.row.id}.{self.column.id}"

    @property
    def kind(self) -> Kind:
        return self.column.kind


class Table(NamedTuple):
    """The table of a section; ``id`` is the section's."""

    id: str
    shape: Shape
    blocks: tuple[Block, ...]

    def rows(self) -> Iterator[tuple[Row, tuple[Column, ...]]]:
        """Every row with its columns, in the form's order."""
        for block in self.blocks:
            for row in block.rows:
                yield row, block.columns

    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        for row, columns in self.rows():
            for column in columns:
                yield Cell(self.id, row, column)


class Line(NamedTuple):
    """A row in its table, with the addresses of its cells."""

    table: Table
    row: Row
    cells: tuple[str, ...]


class Section(NamedTuple):
    """One of the six sections: ``一、总体情况`` has ordinal 一, number 1."""

    id: str
    number: int
    title: str
    short: str  # four characters, where there is no room for the title
    table: Table | None = None

    @property
    def ordinal(self) -> str:
        return "一二三四五六"[self.number - 1]

    @property
    def name(self) -> str:
        """The title without its ordinal."""
        return self.title.partition("、")[2]

    @property
    def texts(self) -> tuple[str, ...]:
        """Addresses of the section's prose, in printed order (the table, if any, stands between the two)."""
        return (f"{self.id}.text",) if self.table is None else (f"{self.id}.text", f"{self.id}.text_after")


class Identity(NamedTuple):
    """A relation that must hold: the sum of ``left`` equals the sum of ``right`` (both are addresses).

    ``rule`` is one of row-sum, column-sum, balance, dispute-sum; ``line`` names the row or column it runs along.
    For the sums, ``right`` is the one total; for the balance it is （七） and 四.
    """

    rule: str
    line: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.rule}:{self.line}"

    @property
    def cells(self) -> tuple[str, ...]:
        return self.left + self.right

    @property
    def is_sum(self) -> bool:
        """Whether the right side is a single total of the left."""
        return len(self.right) == 1


class Field(NamedTuple):
    """A line above or below the report: title, organ, dates, signature."""

    id: str
    label: str
    kind: Kind = Kind.LINE
    choices: Mapping[str, str] = MappingProxyType({})  # identifier → its Chinese name
    note: str = ""
    optional: bool = False  # few reports have it: it stands in a file only with a value

    @property
    def address(self) -> str:
        return f"report.{self.id}"


class _Declaration(NamedTuple):
    id: str
    document: str
    first_year: int
    last_year: int | None
    header: tuple[Field, ...]
    sections: tuple[Section, ...]
    identities: tuple[Identity, ...]


class Form(_Declaration):
    """One version of the statutory form. ``document`` is the number of the decree that prescribes it.

    What is derived from the declaration is worked out when it is first asked for.
    """

    def __hash__(self) -> int:
        return hash(self.id)  # that of the whole declaration would be dear

    def __reduce__(self) -> tuple[Callable[[str], "Form"], tuple[str]]:
        """Between processes a form goes by its name: each of them has it declared."""
        from giptui.form import named

        return named, (self.id,)

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The tables by section identifier, in the form's order."""
        return {section.id: section.table for section in self.sections if section.table is not None}

    @cached_property
    def cells(self) -> Mapping[str, Cell]:
        """Every numeric cell by address, in the form's order."""
        return {cell.address: cell for table in self.tables.values() for cell in table.cells()}

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """Every row of every table by its address (``applications.carried_out``), in the form's order."""
        return {
            f"{table.id}.{row.id}": Line(table, row, tuple(f"{table.id}.{row.id}.{column.id}" for column in columns))
            for table in self.tables.values()
            for row, columns in table.rows()
        }

    @cached_property
    def groups(self) -> frozenset[str]:
        """The beginnings that the addresses of several rows share below their table: ``applications.not_disclosed``."""
        return frozenset(address.rpartition(".")[0] for address in self.lines) - self.tables.keys()

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The header's fields by address, in the file's order."""
        return {entry.address: entry for entry in self.header}

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Addresses of all prose, in printed order."""
        return ("preface.text", *(address for section in self.sections for address in section.texts))

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """What may stand at each address, in the file's order: header, preface, then section by section."""
        kinds = {address: entry.kind for address, entry in self.fields.items()}
        kinds["preface.text"] = Kind.PROSE
        for section in self.sections:
            before, *after = section.texts
            kinds[before] = Kind.PROSE
            if section.table is not None:
                kinds.update((cell.address, cell.kind) for cell in section.table.cells())
            kinds.update((address, Kind.PROSE) for address in after)
        return kinds

    @cached_property
    def identities_at(self) -> Mapping[str, tuple[Identity, ...]]:
        """For each address the identities it takes part in."""
        found: dict[str, list[Identity]] = {}
        for identity in self.identities:
            for address in identity.cells:
                found.setdefault(address, []).append(identity)
        return {address: tuple(identities) for address, identities in found.items()}

    def section(self, identifier: str) -> Section:
        """The section of that identifier; KeyError if the form has none."""
        for section in self.sections:
            if section.id == identifier:
                return section
        raise KeyError(identifier)

    def label(self, address: str) -> str:
        """The address in the form's words, outermost first: ``（三）不予公开，1.属于国家秘密，自然人``."""
        if cell := self.cells.get(address):
            groups = tuple(group for group in cell.row.groups if not group.startswith("三、"))
            return "，".join((*groups, cell.row.label, cell.column.label))
        if entry := self.fields.get(address):
            return entry.label
        if address == "preface.text":
            return "前言"
        for section in self.sections:
            if address in section.texts:
                after = section.table is not None and address == section.texts[-1]
                return f"{section.title}，{'表后文字' if after else '文字'}"
        return address
