"""A page that lost its line breaks → the lines it had: title, headings, prose, and the tables row by row.

Copies of pages come with a whole report on one line, blanks between the cells of its tables or none. It is broken at
the words of the form; figures that ran together stay so, and whoever reads tables finds them unreadable.
Called by `reading` before anything else looks at the blocks.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple, TypeGuard

from giptui.form import FORMS, LATEST, Table
from giptui.readers.document import Block, Text
from giptui.readers.prose.headings import beginning, section_of
from giptui.report.halfwidth import DIGITS

_SHORTEST: Final = 30  # characters of a line that can hold a heading and text before it
_ENDS: Final = "。；.;)）"
_MOST: Final = 500  # numerals that may begin a heading; no report has so many
_SEVERAL: Final = 3  # sections on one line
_ORDINAL: Final = re.compile("[一二三四五六]、")
_LONGEST_HEADING: Final = 50
_LONGEST_PIECE: Final = 60  # characters of what stands above the prose: title, metadata, buttons
_MOST_PIECES: Final = 300
_NUMBERS: Final = {section.id: section.number for section in LATEST.sections}
_FIGURES: Final = re.compile(r"[\s0-9０-９.,，．/+\-—件项个笔万元]*")
_SAME: Final = {"（": "[（(]", "）": "[）)]", "“": '[“"]', "”": '[”"]', "：": "[：:]", "，": "[，,]", ".": "[.．、]"}
_APART: Final = re.compile(r"(?<=[0-9])\s+(?=[年月日])|(?<=[年月])\s+(?=[0-9])")


class Cut(NamedTuple):
    """Where a heading begins and ends, and whose it is."""

    start: int
    end: int
    section: str


def unglued(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, each text that holds several sections, or one behind other text, as its lines."""
    long = {index: block for index, block in enumerate(blocks) if _is_long(block)}
    if not 0 < sum(len(_ORDINAL.findall(block.text)) for block in long.values()) <= _MOST:
        return tuple(blocks)
    found = {index: cuts for index, block in long.items() if (cuts := _cuts(block.text))}
    if not found:
        return tuple(blocks)
    short = (block.text.strip() for index, block in enumerate(blocks) if isinstance(block, Text) and index not in found)
    apart = {section_of(text) for text in short if _ORDINAL.match(text)}
    lines: list[Block] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Text) and index in found:
            lines += _lines(block, found[index], apart)
        else:
            lines.append(block)
    return tuple(lines)


def _is_long(block: Block) -> TypeGuard[Text]:
    return isinstance(block, Text) and len(block.text) >= _SHORTEST


def _lines(text: Text, cuts: list[Cut], apart: set[str | None]) -> Iterator[Text]:
    """The text's lines. ``apart`` are the sections whose headings have lines of their own."""
    if len(cuts) < _SEVERAL:
        cuts = [cut for cut in cuts if cut.section not in apart and _is_clear(text.text, cut)]
    if not cuts:
        yield text
        return
    ends = [*(cut.start for cut in cuts[1:]), len(text.text)]
    found = [*_head(text.text[: cuts[0].start])]
    for cut, until in zip(cuts, ends, strict=True):
        content = text.text[cut.end : until]
        found.append(text.text[cut.start : cut.end])
        found += _tail(content) if until == len(text.text) else _content(content, cut.section)
    yield from (Text(line, text.place) for line in found if line.strip())


def _is_clear(text: str, cut: Cut) -> bool:
    """Whether a heading stands between sentences."""
    before, behind = text[: cut.start].rstrip(), text[cut.end : cut.end + 1]
    return (not before or before[-1] in _ENDS) and (not behind or behind.isspace() or behind in DIGITS)


def _cuts(text: str) -> list[Cut]:
    """The headings in the text, in the form's order."""
    cuts: list[Cut] = []
    last = 0
    for match in _ORDINAL.finditer(text):
        begun = beginning(text[match.start() : match.start() + _LONGEST_HEADING], any_end=True)
        if begun is not None and _NUMBERS[begun[0].section] > last:
            last = _NUMBERS[begun[0].section]
            cuts.append(Cut(match.start(), match.start() + begun[1], begun[0].section))
    return cuts


def _head(text: str) -> Iterator[str]:
    """What stands above the prose piece by piece, then the prose."""
    rest = text
    for _ in range(_MOST_PIECES):
        rest = rest.lstrip()
        if not rest:
            return
        piece = rest.split(maxsplit=1)[0]
        if len(piece) > _LONGEST_PIECE or any(mark in piece for mark in "，。；《"):
            yield rest
            return
        yield piece
        rest = rest[len(piece) :]
    yield rest


def _tail(text: str) -> Iterator[str]:
    """The last section: its prose, then the signature and what stands behind it piece by piece."""
    end = text.rfind("。") + 1
    yield text[:end]
    yield from _APART.sub("", text[end:]).split()


def _content(text: str, section: str) -> Iterator[str]:
    """A section's prose and its table's lines."""
    labels = [*_labels(section).finditer(text)] if section in LATEST.tables else []
    if len(labels) < _SEVERAL:
        yield text
        return
    yield text[: labels[0].start()]
    heads: list[str] = []
    for label, until in pairwise([*labels, None]):
        assert label is not None
        values = text[label.end() : until.start() if until is not None else None]
        if until is None:
            figures = _FIGURES.match(values)
            values, rest = values[: figures.end() if figures else 0], values[figures.end() if figures else 0 :]
        if label.lastgroup == "head" and not values.strip():
            heads.append("".join(label[0].split()))
            continue
        if heads:
            yield " ".join(heads)
            heads = []
        yield f"{''.join(label[0].split())} {values.strip()}".rstrip()
    yield from (" ".join(heads), rest)


@cache
def _labels(section: str) -> re.Pattern[str]:
    """The words that stand in a section's table, in any version of the form; heads as the group ``head``."""
    tables = [form.tables[section] for form in FORMS.values()]
    heads = {name for table in tables for name in _head_names(table)}
    rows = {name for table in tables for name in _row_names(table)}
    return re.compile(f"(?P<row>{_any_of(rows)})|(?P<head>{_any_of(heads - rows)})")


def _any_of(names: set[str]) -> str:
    return "|".join(r"\s*".join(_SAME.get(c, re.escape(c)) for c in name) for name in sorted(names, key=len)[::-1])


def _head_names(table: Table) -> Iterator[str]:
    for block in table.blocks:
        yield from filter(None, (block.corner, *(head for column in block.columns for head in column.over)))
        yield from (column.label for column in block.columns)


def _row_names(table: Table) -> Iterator[str]:
    for block in table.blocks:
        yield from filter(None, (block.caption,))
        yield from (name for row in block.rows for name in row.path)
