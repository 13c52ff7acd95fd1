"""A report as the data that `page.typ` sets. Plain values: no text of it can be taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from typing import Any, Final

from giptui.display.width import width
from giptui.display.wrapping import evened
from giptui.form import Table
from giptui.printers.cells import Placed, Role, cells
from giptui.printers.document import (
    Addressee,
    FormTable,
    Heading,
    Metadata,
    Number,
    Paragraph,
    Part,
    Signature,
    Title,
    parts,
)
from giptui.printers.page import inline
from giptui.report import Report

_UNTITLED: Final = "政府信息公开工作年度报告"  # a tagged PDF has to have a title
_LEAD: Final = r"（[一二三四五六七八九十]{1,3}）[^。；：，]{1,24}(?:。|：|$)"
_TITLE: Final = 38  # display cells on a line of the title
_ORDINAL: Final = r"^（.）"  # alone on the first line of a group, so that its four characters stand together
_SOLID: Final = r"[!-~]{1,40}"  # what is set on one line however narrow its column: numbers, mostly


def content(report: Report) -> dict[str, Any]:
    """The parts of the page in their order, and its title."""
    following = pairwise([*parts(report), None])
    return {
        "title": inline(report["report.title"]) or _UNTITLED,
        "parts": [
            entry
            for part, after in following
            if part is not None
            for entry in _entries(report, part, isinstance(after, Signature))
        ],
    }


def _entries(report: Report, part: Part, last: bool) -> Iterator[dict[str, Any]]:
    match part:
        case Number(text):
            yield {"kind": "number", "text": text}
        case Title(text):
            yield {"kind": "title", "text": "\n".join(_title_lines(text))}
        case Metadata(entries):
            yield {"kind": "metadata", "entries": [f"{entry.label}：{entry.text}" for entry in entries]}
        case Addressee(text):
            yield {"kind": "addressee", "text": text}
        case Heading(section):
            yield {"kind": "heading", "level": 1, "text": section.title}
        case Paragraph(text=text):
            yield _paragraph(text, last)
        case FormTable(table=table):
            yield {"kind": "table", **_table(report, table)}
        case Signature():
            yield {"kind": "signature", "lines": part.lines}


def _title_lines(title: str) -> list[str]:
    """One line if there is room, else the organ and, from the year on, what it reports; each of them evened."""
    if width(title) <= _TITLE:
        return [title]
    organ, year, rest = re.split(r"((?:19|20)\d\d年|$)", title, maxsplit=1)
    return [line for part in (organ, year + rest) if part for line in evened(part, _TITLE)]


def _paragraph(text: str, last: bool) -> dict[str, Any]:
    """What a paragraph begins with is set as a heading of the second level: alone in it, it is one."""
    lead = re.match(_LEAD, text)
    if lead and lead[0] == text:
        return {"kind": "heading", "level": 2, "text": text}
    end = lead.end() if lead else 0
    return {"kind": "paragraph", "lead": text[:end], "text": text[end:], "last": last}


def _table(report: Report, table: Table) -> dict[str, Any]:
    """Cells row by row, and bands of them: heads over values, again and again."""
    placed = cells(report, table)
    narrow = {column.official: "\n".join(column.narrow_lines) for block in table.blocks for column in block.columns}
    heads = {cell.row for cell in placed if cell.role in (Role.CAPTION, Role.HEAD)}
    bands = [(header, list(band)) for header, band in groupby(placed, lambda cell: cell.row in heads)]
    return {
        "rows": max(cell.row + cell.rows for cell in placed),
        "columns": max(cell.column + cell.columns for cell in placed),
        "margin": max((cell.column + cell.columns for cell in placed if cell.role is Role.LABEL), default=0),
        "bands": [{"header": header, "cells": [_cell(cell, narrow) for cell in band]} for header, band in bands],
    }


def _cell(cell: Placed, narrow: Mapping[str, str]) -> dict[str, Any]:
    text = narrow.get(cell.text, cell.text) if cell.role is Role.HEAD else cell.text
    if cell.role is Role.GROUP:
        text = re.sub(_ORDINAL, "\\g<0>\n", text)
    solid = (cell.role is Role.HEAD and "\n" in text) or re.fullmatch(_SOLID, text) is not None
    return {**cell._asdict(), "role": cell.role.value, "text": text, "solid": solid}
