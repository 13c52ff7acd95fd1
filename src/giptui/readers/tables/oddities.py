"""What a table prints beside the cells of the form, in sentences: rows of its own, another unit. Called by `tables`."""

from collections.abc import Iterable, Iterator, Sequence

from giptui.form import Form, Kind
from giptui.readers.found import Found
from giptui.readers.tables.cells import plain
from giptui.readers.tables.gridlines import Line, Role
from giptui.report import BLANK, NOT_APPLICABLE, UNREAD, fits
from giptui.report.figures import is_figure

_MANY = 3  # sentences on rows; a page with more has a table of its own there


def kept(form: Form, found: Iterable[Found]) -> Iterator[str]:
    """How many cells hold a text that is no number, such as 无, and the first of them."""
    none = (BLANK, NOT_APPLICABLE, UNREAD)
    texts = [
        f"{form.label(address)}“{value}”"
        for address, value, *_ in found
        if isinstance(value, str) and value not in none and not fits(value, form.kinds[address])
    ]
    if texts:
        more = "等" if len(texts) > _MANY else ""
        yield f"{len(texts)} 格不是数，照原样保留：{'、'.join(texts[:_MANY])}{more}"


def foreign_rows(form: Form, lines: Sequence[Line]) -> Iterator[str]:
    """Rows with numbers that this form does not have, such as （六）其他处理 as a single row in the form of 2021."""
    own = [n for n, line in enumerate(lines) if line.table and line.role is not Role.BLANK]
    inside = lines[own[0] : own[-1] + 1] if own else ()
    said = 0
    for line in inside:
        texts = [text for cell in line.cells if (text := plain(cell.text))]
        names = [text for text in texts if not is_figure(text)]
        figures = [text for text in texts if is_figure(text)]
        if line.role in (Role.GROUP, Role.OTHER) and names and figures and said < _MANY:
            said += 1
            yield f"表里的“{names[-1][:20]}”一行（{'、'.join(figures)[:40]}）是 {form.id} 年格式没有的，没有读入"


def other_units(form: Form, lines: Sequence[Line]) -> Iterator[str]:
    """An amount whose head, label or cell names another unit than the form's."""
    amounts = {cell.row.id for cell in form.cells.values() if cell.kind is Kind.AMOUNT}
    for n, line in enumerate(lines):
        for row in line.rows:
            if row.id not in amounts:
                continue
            heads = lines[n - 1].cells if n and lines[n - 1].role is Role.HEAD else ()
            if any(map(_is_in_yuan, (plain(cell.text) for cell in (*heads, row.label, *row.values)))):
                yield f"“{plain(row.label.text)[:20]}”的金额印的单位是元，格式要的是万元：数照原样"


def _is_in_yuan(text: str) -> bool:
    return "元" in text and "万元" not in text
