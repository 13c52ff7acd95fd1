"""Which version of the form the tables of a document are on: told by their labels, never by a year.

A report of 2023 on the tables of 2019 is on the form of 2019. Called by `tables` and by what parts grids.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from giptui.form import FORMS, Form
from giptui.readers.document import Block, Grid, Text
from giptui.readers.labels import Labels, labels_of
from giptui.readers.tables.cells import plain

_LONGEST: Final = 80  # characters of a label


def form_of(blocks: Iterable[Block]) -> Form | None:
    """The form whose own heads and rows are there most; None where there are none."""
    texts = {text for each in map(_texts, blocks) for text in each if not text.isascii() and len(text) < _LONGEST}
    for own in (_heads, _rows):
        counts = {form.id: sum(own(form.id, text) for text in texts) for form in FORMS.values()}
        if any(counts.values()):
            return FORMS[max(counts, key=lambda name: counts[name])]
    return None


def _texts(block: Block) -> Iterator[str]:
    """What stands in cells; of a line, which may be a row whose table was not recognised, the words too."""
    if isinstance(block, Grid):
        yield from filter(None, (plain(cell.text) for cell in block.cells))
    elif isinstance(block, Text) and len(block.text) < _LONGEST:
        yield from (block.text.strip(), *block.text.split())


@cache
def _disclosure(name: str) -> Labels:
    return labels_of(FORMS[name].tables["proactive_disclosure"])


@cache
def _applications(name: str) -> Labels:
    return labels_of(FORMS[name].tables["applications"])


def _others(name: str) -> Sequence[str]:
    return [other for other in FORMS if other != name]


def _heads(name: str, text: str) -> bool:
    """Whether the text is a head or a row of section two that only this form has."""
    return bool(_heads_or_row(name, text)) and not any(_heads_or_row(other, text) for other in _others(name))


def _heads_or_row(name: str, text: str) -> bool:
    labels = _disclosure(name)
    return bool(labels.column(text) or labels.row(text, whole=True))


def _rows(name: str, text: str) -> bool:
    """Whether the text is a row of section three that only this form has: （六）其他处理 stands over some in the
    other."""
    if not _applications(name).row(text, whole=True):
        return False
    others = map(_applications, _others(name))
    return not any(labels.row(text, whole=True) or labels.is_group(text) for labels in others)
