"""A report as the data that `page.typ` sets. Plain values: no text of it can be taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, Final

from giptui.display.width import width
from giptui.display.wrapping import evened
from giptui.form import Table
from giptui.printers.cells import Placed, Role, cells
from giptui.printers.document import (
    UNTITLED,
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

_PLAIN: Final = {"lead": "", "indented": False, "ragged": False, "signature": ()}
_LONGEST_NAME: Final = 100  # characters
_TITLE: Final = 38  # display cells on a line of the title
_ORDINAL: Final = r"^（.）"  # alone on the first line of a group, so that its four characters stand together
_SOLID: Final = r"[!-~]{1,40}"  # what is set on one line however narrow its column: numbers, mostly


def content(report: Report) -> dict[str, Any]:
    """The parts of the page in their order, and its title."""
    return {
        "title": inline(report["report.title"]) or UNTITLED,  # a tagged PDF has to have a title
        "parts": list(_joined([_entry(report, part) for part in parts(report)])),
    }


def _joined(entries: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A signature is set with the paragraph before it, and clings to a table: it must not stand alone on a page."""
    for entry, after in pairwise([*entries, {"kind": "end"}]):
        is_last = after["kind"] == "signature"
        if is_last and entry["kind"] == "paragraph":
            yield {**entry, "signature": after["lines"]}
            return
        yield {**entry, "sticky": is_last}


def _entry(report: Report, part: Part) -> dict[str, Any]:
    entry: dict[str, Any]
    match part:
        case Number(text):
            entry = {"kind": "number", "text": text}
        case Title(text):
            entry = {"kind": "title", "text": "\n".join(_title_lines(text))}
        case Metadata(entries):
            entry = {"kind": "metadata", "entries": [f"{entry.label}：{entry.text}" for entry in entries]}
        case Addressee(text):
            entry = {"kind": "addressee", "text": text}
        case Heading(section):
            entry = {"kind": "heading", "level": 1, "text": section.title}
        case Paragraph():
            entry = _paragraph(part)
        case FormTable(table=table):
            entry = {"kind": "table", **_table(report, table)}
        case Signature():
            entry = _signature(part.lines)
    return entry


def _title_lines(title: str) -> list[str]:
    """One line if there is room, else the organ and, from the year on, what it reports; each of them evened."""
    if width(title) <= _TITLE:
        return [title]
    organ, year, rest = re.split(r"((?:19|20)[0-9]{2}年|$)", title, maxsplit=1)
    return [line for part in (organ, year + rest) if part for line in evened(part, _TITLE)]


def _paragraph(part: Paragraph) -> dict[str, Any]:
    """“（一）主动公开情况” is set as a heading of the second level where it begins a paragraph, and is one if it stands
    alone below one of the first.
    """
    if part.is_subheading and part.address != "preface.text":
        return {"kind": "heading", "level": 2, "text": part.text.lstrip("\u3000")}
    return {
        "kind": "paragraph",
        **_PLAIN,
        "lead": part.lead,
        "text": part.text[len(part.lead) :],
        "indented": part.text.startswith("\u3000"),
        "ragged": part.is_ragged,
    }


def _signature(lines: Sequence[str]) -> dict[str, Any]:
    """Of one that is no name of an organ, whatever it is, nothing is kept together."""
    if max(map(len, lines)) > _LONGEST_NAME:
        return {"kind": "paragraph", **_PLAIN, "text": "\n".join(lines)}
    return {"kind": "signature", "lines": lines}


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
