"""Which version of the form the tables of a document are on: told by their labels, never by a year.

A report of 2023 on the tables of 2019 is on the form of 2019. Called by `tables` and by what parts grids.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from giptui.form import FORMS, Form
from giptui.readers.document import Block, Grid, Text
from giptui.readers.labels import Labels, labels_of
from giptui.readers.tables.cells import plain
from giptui.report.figures import is_figure

_MATRIX: Final = 7  # value cells of a row of section three

_LONGEST: Final = 80  # characters of a label


def form_of(blocks: Iterable[Block]) -> Form | None:
    """The form whose own heads and rows are there most; None where there are none."""
    texts = {text for each in map(_texts, blocks) for text in each}
    for own in (_heads, _rows):
        counts = {form.id: sum(own(form.id, text) for text in texts) for form in FORMS.values()}
        if any(counts.values()):
            return FORMS[max(counts, key=lambda name: counts[name])]
    return None


class _Text(NamedTuple):
    """What a cell says, and whether its line has cells with values."""

    text: str
    has_values: bool


def _texts(block: Block) -> Iterator[_Text]:
    """What stands in cells; of a line, which may be a row whose table was not recognised, the words too."""
    lines: list[tuple[list[str], bool]] = []
    if isinstance(block, Grid):
        lines = [([plain(cell.text) for cell in cells], len(cells) > _MATRIX) for cells in block.lines().values()]
    elif isinstance(block, Text) and len(block.text) < _LONGEST:
        lines = [([block.text.strip(), *block.text.split()], False)]
    for texts, is_row in lines:
        has_values = is_row or any(map(is_figure, texts))
        yield from (_Text(text, has_values) for text in texts if text and not text.isascii() and len(text) < _LONGEST)


@cache
def _disclosure(name: str) -> Labels:
    return labels_of(FORMS[name].tables["proactive_disclosure"])


@cache
def _applications(name: str) -> Labels:
    return labels_of(FORMS[name].tables["applications"])


def _others(name: str) -> Sequence[str]:
    return [other for other in FORMS if other != name]


def _heads(name: str, text: _Text) -> bool:
    """Whether the text is a head or a row of section two that only this form has."""
    return bool(_heads_or_row(name, text)) and not any(_heads_or_row(other, text) for other in _others(name))


def _heads_or_row(name: str, text: _Text) -> bool:
    labels = _disclosure(name)
    return bool(labels.column(text.text) or labels.row(text.text, whole=True))


def _rows(name: str, text: _Text) -> bool:
    """Whether the text is a row of section three that only this form has: （六）其他处理 with numbers beside it is one,
    over other rows it is none.
    """
    own = _applications(name)
    if own.is_head(text.text) or not own.row(text.text, whole=True):  # 其他 is a column
        return False
    others = [_applications(other) for other in _others(name)]
    if any(labels.row(text.text, whole=True) for labels in others):
        return False
    return text.has_values or not any(labels.is_group(text.text) for labels in others)
