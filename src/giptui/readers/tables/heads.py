"""The lines of heads above some rows → the column that each head names, and where it stands. Called by `tables`."""

from collections.abc import Iterator, Mapping, Sequence

from giptui.form import Table
from giptui.readers.document import Cell
from giptui.readers.labels import Labels, letters
from giptui.readers.tables.cells import plain
from giptui.readers.tables.columns import Heads

Pair = tuple[str, str]
"""A row of section four and a column of it: there, rows stand side by side."""


def columns_of(lines: Sequence[Sequence[Cell]], table: Table, labels: Labels) -> Heads[str]:
    """The columns, by identifier, that the heads over the rows of a table name."""
    names = {column.label: column.id for _, columns in table.rows() for column in columns}
    named = [[(names[label], cell) for label, cell in line] for line in _named(lines, labels)]
    places: dict[str, list[Cell]] = {}
    for line in named:
        for column, cell in line:
            places.setdefault(column, []).append(cell)
    over = {column: cells[0] for column, cells in places.items() if len(cells) == 1 and cells[0].column is not None}
    starts = [cell.column for cell in over.values()]
    over = {column: cell for column, cell in over.items() if starts.count(cell.column) == 1}
    orders = [order for line, own in zip(lines, named, strict=True) for order in _orders(line, own, table, labels)]
    return Heads(over, tuple(orders))


def _orders(
    line: Sequence[Cell], named: Sequence[tuple[str, Cell]], table: Table, labels: Labels
) -> Sequence[tuple[str, ...]]:
    """The columns of one level from left to right, as a line of heads names them; of more than one level where a text
    has lost the places of its heads, so that those over several columns stand among those over single ones.
    """
    printed = tuple(column for column, _ in named)
    heads = [text for cell in line if labels.is_head(text := plain(cell.text)) and not labels.is_corner(text)]
    if all(cell.column is not None for cell in line) or all(map(labels.column, heads)):
        return [printed]
    over = {column.id: column.over for _, columns in table.rows() for column in columns}
    above = {letters(own[-1]): own[-1] for own in over.values() if own}
    spans = [above.get(letters(plain(cell.text)), "") for cell in line]
    columns = {id(cell): column for column, cell in named}
    tops = [columns.get(id(cell), span) for cell, span in zip(line, spans, strict=True)]
    deepest = max(map(len, over.values()))
    deep = tuple(dict.fromkeys(column for column in printed if len(over[column]) == deepest))
    others = tuple(dict.fromkeys(column for column in printed if column not in deep))
    # The upper level stands as the form has it: paper read line by line has a low head behind a wide one.
    upper = dict.fromkeys(own[-1] if len(own) == deepest else column for column, own in over.items())
    whole = [
        column
        for top in upper
        if top in tops
        for column in ([top] if top in others else (c for c in deep if over[c][-1] == top))
    ]
    return [tuple(whole)] if len(whole) == len(over) else [deep, others]


def pairs_of(lines: Sequence[Sequence[Cell]], table: Table, labels: Labels) -> Heads[Pair]:
    """The columns of section four, rows side by side, that its heads name."""
    names = {column.label: column.id for column in table.blocks[0].columns}
    rows = [(row, cell) for line in lines for cell in line if (row := labels.row(plain(cell.text), whole=True))]
    places: dict[Pair, list[Cell]] = {}
    for line in _named(lines, labels):
        for label, cell in line:
            above = [row for row, head in rows if _is_over(head, cell)]
            if len(above) == 1:
                places.setdefault((above[0], names[label]), []).append(cell)
    over = {pair: cells[0] for pair, cells in places.items() if len(cells) == 1}
    rows_in_order, columns = _row_order(lines, table, labels), _column_order(lines, table, labels)
    if not rows_in_order or not columns:
        return Heads(over, is_disordered=True)
    return Heads(over, (tuple((row, column) for row in rows_in_order for column in columns),))


def _row_order(lines: Sequence[Sequence[Cell]], table: Table, labels: Labels) -> Sequence[str]:
    """The rows of section four from left to right, read off heads line by line; none if they are in another order than
    the form's and not all there.
    """
    groups = {row.id: row.groups[0] if row.groups else row.id for row, _ in table.rows()}
    texts = [plain(cell.text) for line in lines for cell in line]
    named = [labels.group(text) or labels.row(text, whole=True) for text in texts]
    tops = [name for name in dict.fromkeys(named) if name in groups.values()]
    rows = [name for name in dict.fromkeys(named) if name in groups]
    if set(rows) == set(groups) and set(tops) == set(groups.values()):
        return [row for top in tops for row in rows if groups[row] == top]
    ordered = all(
        found == [name for name in dict.fromkeys(own) if name in found]
        for found, own in ((tops, groups.values()), (rows, groups))
    )
    return list(groups) if ordered else []


def _column_order(lines: Sequence[Sequence[Cell]], table: Table, labels: Labels) -> Sequence[str]:
    """The columns of section four, the same under every row; none if its heads do not say which is where."""
    ids = {column.label: column.id for column in table.blocks[0].columns}
    named = [ids[label] for line in lines for cell in line if (label := labels.column(plain(cell.text)))]
    for line in lines:
        printed = [ids[label] for cell in line if (label := labels.column(plain(cell.text)))]
        if len(set(printed)) > 1 and printed[: len(set(printed))] != [c for c in ids.values() if c in printed]:
            first = printed[: len(ids)]
            is_whole = set(first) == set(ids.values()) and named == first * len(table.blocks[0].rows)
            return first if is_whole else []
    return list(ids.values())


def rows_of(lines: Sequence[Sequence[Cell]], labels: Labels) -> tuple[str, ...]:
    """The rows of section four that the heads name, as printed."""
    found = (labels.row(plain(cell.text), whole=True) for line in lines for cell in line)
    return tuple(dict.fromkeys(filter(None, found)))


def _is_over(head: Cell, cell: Cell) -> bool:
    if head.column is None or cell.column is None:
        return False
    return head.row < cell.row and head.column <= cell.column < head.column + head.columns


def _named(lines: Sequence[Sequence[Cell]], labels: Labels) -> Iterator[list[tuple[str, Cell]]]:
    """Each line's heads with the label of their column; halves one over the other (商业, 企业) are one head."""
    below = _by_place(lines)
    for line in lines:
        found: list[tuple[str, Cell]] = []
        for cell in line:
            text = plain(cell.text)
            under = below.get((cell.row + cell.rows, cell.column))
            label = labels.column(text) or (labels.column(text + plain(under.text)) if text and under else "")
            if label:
                found.append((label, cell))
        yield found


def _by_place(lines: Sequence[Sequence[Cell]]) -> Mapping[tuple[int, int | None], Cell]:
    return {(cell.row, cell.column): cell for line in lines for cell in line}
