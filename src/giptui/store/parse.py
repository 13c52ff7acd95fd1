"""Report text → Report. What does not fit the form's structure becomes a Problem and is never lost in silence.

A cell that stands in the file but cannot be read is unread, ``"?"``: no check and no repair takes it for a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from giptui.form import FORMS, Form, Kind, Row, Section, Shape
from giptui.form.model import Column, Table
from giptui.report import UNREAD, Problem, Report, Value, Waiver, prose
from giptui.store.errors import Unreadable
from giptui.store.source import Source, read
from giptui.store.spelling import dotted, literal
from giptui.store.syntax import document

_UNCHECKED: Final = ("form", "x", "origin", "waiver")  # known; ``x`` is the office's own
_LONGEST_DETAIL: Final = 60
_LONGEST_INTEGER: Final = 1000  # bits; some 300 digits


def load(name: str) -> tuple[Source, Report]:
    """The file of that name and the report in it."""
    source = read(name)
    return source, parse(source)


def parse(source: Source) -> Report:
    """The report in the text; Unreadable if it is no TOML, or not of a form that is known."""
    found = document(source)
    form = _form(source, found)
    reading = _Reading(form)
    for key, content in found.items():
        reading.top_level(key, content)
    return Report(
        form=form,
        values=MappingProxyType(reading.values),
        sections=frozenset(section.id for section in form.sections if isinstance(found.get(section.id), dict)),
        problems=tuple(reading.problems),
        waivers=tuple(reading.waivers),
        imported="origin" in found,
    )


def _form(source: Source, found: dict[str, Any]) -> Form:
    known = "、".join(f'form = "{identifier}"' for identifier in FORMS)
    if "form" not in found:
        raise Unreadable(source.name, f"不是年度报告的数据文件：开头没有格式版本；请在第一行写上 {known}")
    stated = found["form"]
    if isinstance(stated, str) and stated in FORMS:
        return FORMS[stated]
    from giptui.store.positions import locate

    line, column = locate(source, next(iter(FORMS.values()))).at("form") or (None, None)
    reason = f"不认识格式版本 {describe(stated)}；现有的是 {known}"
    raise Unreadable(source.name, reason, line, column, source.line(line))


class _Reading:
    """What has been read so far of one file."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.values: dict[str, Value] = {}
        self.problems: list[Problem] = []
        self.waivers: list[Waiver] = []
        self._sections = {section.id: section for section in form.sections}

    def top_level(self, key: str, content: Any) -> None:
        """One key of the document: a section, the header, the preface, or something else."""
        known = key in self._sections or key in ("report", "preface")
        if key == "waiver":
            self._waivers(content)
        elif key in _UNCHECKED:
            return
        elif not known:
            self._problem("unknown-key", dotted((key,)))
        elif not isinstance(content, dict):
            self._problem("wrong-type", key, describe(content))
        elif key in self._sections:
            self._section(self._sections[key], content)
        else:
            self._texts(key, content)

    def _problem(self, rule: str, address: str, detail: str = "", cells: tuple[str, ...] = ()) -> None:
        self.problems.append(Problem(rule, address, detail, cells))
        self.values.update((cell, UNREAD) for cell in cells)

    def _texts(self, table: str, content: dict[str, Any]) -> None:
        for key, value in content.items():
            address = f"{table}.{dotted((key,))}"
            kind = self.form.kinds.get(address)
            if kind is None:
                self._problem("unknown-key", address)
            else:
                self._text(address, kind, value)

    def _text(self, address: str, kind: Kind, value: Any) -> None:
        """A text or a header field; a string is kept even where a date or a number should stand."""
        if kind is Kind.PROSE and isinstance(value, str):
            self.values[address] = prose(value)
        elif isinstance(value, str) or (
            (kind is Kind.YEAR and _is_number(value)) or (kind in (Kind.DATE, Kind.MOMENT) and isinstance(value, date))
        ):
            self.values[address] = value
        else:
            self._problem("wrong-type", address, describe(value))

    def _section(self, section: Section, content: dict[str, Any]) -> None:
        rows = {} if section.table is None else {row.id: (row, columns) for row, columns in section.table.rows()}
        groups = {row.rpartition(".")[0] for row in rows}
        for path, value in _leaves(content, groups):
            address = f"{section.id}.{path}"
            if address in section.texts:
                self._text(address, Kind.PROSE, value)
            elif section.table is not None and path in rows:
                self._row(section.table, *rows[path], value)
            elif path in groups:
                cells = tuple(cell for cell in self.form.cells if cell.startswith(f"{address}."))
                self._problem("wrong-type", address, describe(value), cells)
            else:
                self._problem("unknown-key", address)

    def _row(self, table: Table, row: Row, columns: tuple[Column, ...], value: Any) -> None:
        address = f"{table.id}.{row.id}"
        cells = tuple(f"{address}.{column.id}" for column in columns)
        if table.shape is Shape.BLOCKS and isinstance(value, dict):
            for key, cell in value.items():
                if (at := f"{address}.{dotted((key,))}") in cells:
                    self._cell(at, cell)
                else:
                    self._problem("unknown-key", at)
        elif table.shape is Shape.BLOCKS or not isinstance(value, list):
            self._problem("wrong-type", address, describe(value), cells)
        elif len(value) != len(cells):
            self._problem("row-length", address, _clipped(f"{len(value)} 个数：{_listed(value)}"), cells)
        else:
            for at, cell in zip(cells, value, strict=True):
                self._cell(at, cell)

    def _cell(self, address: str, value: Any) -> None:
        if isinstance(value, str) or _is_number(value):
            self.values[address] = value
        else:
            self._problem("wrong-type", address, describe(value), (address,))

    def _waivers(self, content: Any) -> None:
        for entry in content if isinstance(content, list) else [content]:
            match entry:
                case {"rule": str(rule), "cells": dict(cells)} if all(map(_is_value, cells.values())):
                    self.waivers.append(Waiver(rule, MappingProxyType(cells), str(entry.get("reason", ""))))
                case _:
                    self._problem("wrong-type", "waiver", describe(entry))


def _leaves(content: dict[str, Any], groups: set[str]) -> Iterator[tuple[str, Any]]:
    """The keys of a section with those inside its groups of rows (``not_disclosed.repeat``), in the file's order."""
    for key, value in content.items():
        path = dotted((key,))
        if path in groups and isinstance(value, dict):
            yield from ((f"{path}.{dotted((inner,))}", below) for inner, below in value.items())
        else:
            yield path, value


def _is_number(value: Any) -> bool:
    if type(value) is int:
        return value.bit_length() <= _LONGEST_INTEGER
    return isinstance(value, Decimal)


def _is_value(value: Any) -> bool:
    return isinstance(value, str | date) or _is_number(value)


def describe(value: Any) -> str:
    """What stands in the file, for a sentence that says it should not."""
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return _clipped(f"[{_listed(value)}]")
        case dict():
            return "一张表"
        case int() if not _is_number(value):
            return "一个几百位以上的数"
        case str() | int() | Decimal() | date():
            return _clipped(literal(value))
        case _:
            return str(value)


def _listed(values: list[Any]) -> str:
    """The first items of an array; no deeper than one level, whatever is nested in it."""
    inner = ("[…]" if isinstance(value, list) else describe(value) for value in values[:20])
    return ", ".join(inner)


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST_DETAIL else text[: _LONGEST_DETAIL - 1] + "…"
