"""A page as plain text in every shape that was met: one cell a line, pipes in their variants, markdown, tabs."""

from __future__ import annotations

from collections.abc import Callable

from giptui.printers.cells import Placed
from readers.writing.page import Line, Page, Sheet


def joined(page: Page, table: Callable[[Sheet], str], gap: str = "\n\n") -> str:
    """Lines as they are, tables by the function; metadata as label and value on a line."""
    parts = [table(part) if isinstance(part, Sheet) else words(part) for part in page]
    return gap.join(parts) + "\n"


def words(line: Line) -> str:
    return f"{line.label}：{line.text}" if line.label else line.text


def one_a_line(page: Page, gap: str = "\n\n") -> str:
    """A cell a line; a head that the form breaks is two; a blank cell is an empty line in its place."""
    return joined(page, lambda sheet: gap.join(gap.join(cell.text.split("\n")) for cell in sheet.cells), gap)


def one_a_line_without_blanks(page: Page, gap: str = "\n\n") -> str:
    """As above, but blank cells are gone."""
    return joined(page, lambda sheet: gap.join(gap.join(c.text.split("\n")) for c in sheet.cells if c.text), gap)


def cell_a_line_with_pipes(page: Page, style: str = "end") -> str:
    """A cell a line and a pipe behind it. ``style`` is end, open (a bare pipe opens each row) or alternate (cells and
    bare pipes by turns); what a row is narrower than the table is made up by pipes at its end.
    """

    def table(sheet: Sheet) -> str:
        lines: list[str] = []
        for row in filter(None, sheet.rows()):
            texts = [_flat(cell) for cell in row]
            padding = "|" * (sheet.width - len(row))
            if style == "alternate":
                lines += [line for text in texts for line in (text, "|") if line]
                lines += [padding] if padding else []
            else:
                lines += ["|"] if style == "open" else []
                lines += [f"{text} |".lstrip() for text in texts]
                lines[-1] += padding
        return "\n".join(lines)

    return joined(page, table)


def row_a_line(page: Page, blanks: str = "kept") -> str:
    """A row a line, a pipe between cells, pipes up to the table's width behind it. ``blanks`` are kept in their place,
    or the cells are collapsed to the left.
    """

    def table(sheet: Sheet) -> str:
        lines = []
        for row in filter(None, sheet.rows()):
            texts = [_flat(cell) for cell in row if blanks == "kept" or cell.text]
            lines.append(" | ".join(texts) + " " + "|" * (sheet.width - len(texts)))
        return "\n".join(line.rstrip(" ") for line in lines)

    return joined(page, table)


def row_a_line_with_blanks(page: Page) -> str:
    """A row a line, a single blank between cells, blank cells gone: as a table is copied out of some browsers."""

    def table(sheet: Sheet) -> str:
        return "\n".join(" ".join(_flat(cell) for cell in row if cell.text) for row in filter(None, sheet.rows()))

    return joined(page, table, "\n")


def markdown(page: Page, ruled: bool = True, metadata: bool = True) -> str:
    """Tables with pipes at both ends, spans as empty cells; metadata as a table too."""

    def table(sheet: Sheet) -> str:
        lines = ["| " + " | ".join(row) + " |" for row in grid(sheet)]
        if ruled:
            lines.insert(1, "|" + "---|" * sheet.width)
        return "\n".join(lines)

    labels = [part for part in page if isinstance(part, Line) and part.label]
    if not metadata or not labels:
        return joined(page, table)
    head = "\n".join(f"| {line.label} | {line.text} |" for line in labels)
    rest = tuple(part for part in page if part not in labels)
    return head + "\n\n" + joined(rest, table)


def tabs(page: Page) -> str:
    """As a spreadsheet is copied: every grid cell between tabs, those that a span covers empty."""
    return joined(page, lambda sheet: "\n".join("\t".join(row) for row in grid(sheet)), "\n")


def tabs_cut(page: Page) -> str:
    """As above, and an editor has cut the tabs off the ends of lines."""
    return "\n".join(line.rstrip("\t") for line in tabs(page).split("\n"))


def grid(sheet: Sheet) -> list[list[str]]:
    """The texts by row and column; empty where a span covers."""
    rows = [[""] * sheet.width for _ in sheet.rows()]
    for cell in sheet.cells:
        rows[cell.row][cell.column] = _flat(cell)
    return rows


def _flat(cell: Placed) -> str:
    return cell.text.replace("\n", "")
