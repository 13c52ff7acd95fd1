"""Report text → Report. What does not fit the form's structure becomes a Problem and is never lost in silence.

A cell that stands in the file but cannot be read is unread, ``"?"``: no check and no repair takes it for a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from giptui.form import FORMS, Form, Kind, Section, Shape
from giptui.form.model import Line
from giptui.report import LARGEST_COUNT, UNREAD, Problem, Report, Value, Waiver, prose, show
from giptui.store.errors import Unreadable
from giptui.store.origin import TABLE, unread_in
from giptui.store.source import Source, read
from giptui.store.syntax import document

_UNCHECKED: Final = ("form", "x", "origin", "waiver")  # known; ``x`` is the office's own
_LONGEST_DETAIL: Final = 60
_LONGEST_INTEGER: Final = 1000  # bits; some 300 digits
_BARE_KEY: Final = "[A-Za-z0-9_-]+"


def load(name: str, *, one_of_many: bool = False, called: str | None = None) -> tuple[Source, Report]:
    """The file of that name and the report in it; ``one_of_many`` is for those who read dozens of files, ``called`` is
    another name that the file is to go by."""
    source = read(name, called)
    return source, parse(source, one_of_many=one_of_many)


def parse(source: Source, *, one_of_many: bool = False) -> Report:
    """The report in the text; Unreadable if it is no TOML, or not of a form that is known."""
    found = document(source, one_of_many=one_of_many)
    form = _form(source, found)
    reading = _Reading(form)
    for key, content in found.items():
        reading.top_level(key, content)
    return Report(
        form=form,
        values=MappingProxyType(reading.values),
        sections=tuple(reading.found),
        problems=tuple(reading.problems),
        waivers=tuple(reading.waivers),
        imported=TABLE in found,
        unread_at=unread_in(found.get(TABLE)),
    )


def _form(source: Source, found: dict[str, Any]) -> Form:
    known = " 或 ".join(f'form = "{identifier}"' for identifier in FORMS)
    if "form" not in found:
        raise Unreadable(
            "form-missing", source.name, f"不是年度报告的数据文件：开头没有格式版本；请在第一行写上 {known}"
        )
    stated = found["form"]
    if isinstance(stated, str) and stated in FORMS:
        return FORMS[stated]
    from giptui.store.positions import locate

    line, column = locate(source, next(iter(FORMS.values()))).at("form") or (None, None)
    reason = f"不认识格式版本 {describe(stated)}；现有的是 {known}"
    raise Unreadable("form-unknown", source.name, reason, line, column, source.line(line))


def dotted(parts: Iterable[str]) -> str:
    """The address of a key: its parts joined by dots, those in quotes that need them; always one line."""
    return ".".join(map(_written, parts))


def quoted(text: str) -> str:
    """A text in double quotes, as JSON and TOML spell it alike."""
    from json import dumps  # only for what the form does not know

    return dumps(text, ensure_ascii=False)


class _Reading:
    """What has been read so far of one file."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.values: dict[str, Value] = {}
        self.problems: list[Problem] = []
        self.waivers: list[Waiver] = []
        self._sections = {section.id: section for section in form.sections}
        self.found: list[str] = []  # sections, in the file's order

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
            address = f"{table}.{_written(key)}"
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
        self.found.append(section.id)
        for address, value in _leaves(section.id, content, self.form.groups):
            if line := self.form.lines.get(address):
                self._row(address, line, value)
            elif self.form.kinds.get(address) is Kind.PROSE:
                self._text(address, Kind.PROSE, value)
            elif address in self.form.groups:
                cells = tuple(cell for cell in self.form.cells if cell.startswith(f"{address}."))
                self._problem("wrong-type", address, describe(value), cells)
            else:
                self._problem("unknown-key", address)

    def _row(self, address: str, line: Line, value: Any) -> None:
        cells, blocks = line.cells, line.table.shape is Shape.BLOCKS
        if not blocks and isinstance(value, list) and len(value) == len(cells) and _are_counts(value):
            self.values.update(zip(cells, value, strict=True))  # nearly every row of nearly every report
        elif blocks and isinstance(value, dict):
            for key, cell in value.items():
                if (at := f"{address}.{_written(key)}") in cells:
                    self._cell(at, cell)
                else:
                    self._problem("unknown-key", at)
        elif blocks or not isinstance(value, list):
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
        usual = "应写成 [[waiver]]，含 rule、cells 和 reason"
        entries = content if isinstance(content, list) else [content]
        for number, entry in enumerate(entries, 1):
            match entry:
                case {"rule": str(rule), "cells": dict(cells)} if all(map(_is_value, cells.values())):
                    self.waivers.append(Waiver(rule, MappingProxyType(cells), str(entry.get("reason", ""))))
                case dict():
                    address = f"waiver.{number}" if len(entries) > 1 else "waiver"
                    self._problem("wrong-type", address, _objection(entry))
                case _:
                    self._problem("wrong-type", "waiver", f"填的是 {describe(entry)}，{usual}")


def _leaves(section: str, content: dict[str, Any], groups: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """What stands in a section by address, also inside its groups of rows, in the file's order."""
    for key, value in content.items():
        address = f"{section}.{_written(key)}"
        if address in groups and isinstance(value, dict):
            yield from ((f"{address}.{_written(inner)}", below) for inner, below in value.items())
        else:
            yield address, value


def _written(key: str) -> str:
    """The key as an address spells it: quoted where it needs to be, which none of the form's own does."""
    plain = (key.isascii() and key.isidentifier()) or re.fullmatch(_BARE_KEY, key)
    return key if plain else quoted(key)


def _are_counts(values: list[Any]) -> bool:
    """Whether all of them are numbers such as a table holds: no text, no boolean, nothing beyond a count."""
    return set(map(type, values)) == {int} and min(values) >= -LARGEST_COUNT and max(values) <= LARGEST_COUNT


def _is_number(value: Any) -> bool:
    if type(value) is int:
        return value.bit_length() <= _LONGEST_INTEGER
    return isinstance(value, Decimal)


def _is_value(value: Any) -> bool:
    return isinstance(value, str | date) or _is_number(value)


def _objection(waiver: dict[str, Any]) -> str:
    """What keeps it from being read as a waiver."""
    rule, cells = waiver.get("rule"), waiver.get("cells")
    usual = 'cells = { "地址" = 当时的数 }'
    if rule is None:
        return '缺 rule，请补上 rule = "规则名"'
    if not isinstance(rule, str):
        return f'rule 填的是 {describe(rule)}，应写成 rule = "规则名"'
    if cells is None:
        return f"缺 cells，请补上 {usual}"
    if not isinstance(cells, dict):
        return f"cells 填的是 {describe(cells)}，应写成 {usual}"
    address, value = next((address, value) for address, value in cells.items() if not _is_value(value))
    if not isinstance(value, dict) or not value:
        return f"cells 里的 {_clipped(describe(address))} 填的是 {describe(value)}，应写成 {usual}"
    while isinstance(value, dict) and value:
        [inner, value] = next(iter(value.items()))
        address = f"{address}.{inner}"
    return f"cells 里的地址没有加引号，应写成 cells = {{ {_clipped(describe(address))} = {describe(value)} }}"


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
            return _clipped(quoted(value) if isinstance(value, str) else show(value))
        case _:
            return str(value)


def _listed(values: list[Any]) -> str:
    """The first items of an array; no deeper than one level, whatever is nested in it."""
    inner = ("[…]" if isinstance(value, list) else describe(value) for value in values[:20])
    return ", ".join(inner)


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST_DETAIL else text[: _LONGEST_DETAIL - 1] + "…"
