"""Assignments as `giptui set` takes them: a cell, a whole row, a pattern; from the command line or from a file.

``ADDRESS=VALUE`` one by one; ``ROW=V,V,…`` with a value for every column, or for every column but the total;
``PATTERN=VALUE`` for all that the pattern names (of the tables only, unless it names nothing there). A file holds one a
line, or is what ``giptui get`` writes as tsv or jsonl.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from giptui.cli.addresses import matching, refuse
from giptui.cli.streams import fail, narrate
from giptui.form import Form
from giptui.report import Value, fits, show
from giptui.report.typed import typed
from giptui.store import Unreadable, read
from giptui.store.source import Source

_PATTERN: Final = r"[*?\[]"
_TSV_HEAD: Final = ["file", "organ", "year", "address", "value"]
_ESCAPE: Final = r"\\[tnr\\]|(?:\\u[0-9a-f]{4})+"
_ESCAPED: Final = {r"\t": "\t", r"\n": "\n", r"\r": "\r", r"\\": "\\"}


class Assignment(NamedTuple):
    """What stands on both sides of the equals sign, and where it was read: the beginning of a sentence about it."""

    address: str
    text: str
    where: str = ""


def given(words: Sequence[str]) -> Iterator[Assignment]:
    """The assignments on a command line."""
    for word in words:
        address, sign, text = word.partition("=")
        if not sign:
            fail("set-without-value", f"{word}: 应写成 地址=值；清空一格写 {word}=")
        yield Assignment(address, text)


def read_from(name: str) -> Iterator[Assignment]:
    """The assignments in a file; ``-`` is standard input. The command ends if it is no text."""
    try:
        source = read(name)
    except Unreadable as error:
        fail(error.refusal, str(error))
    lines = [(number, line) for number, line in enumerate(source.text.split("\n"), 1) if line.strip()]
    if lines and lines[0][1].split("\t") == _TSV_HEAD:
        yield from _of_one_file(source, [_from_tsv(name, number, line) for number, line in lines[1:]])
    elif lines and lines[0][1].startswith("{"):
        yield from _of_one_file(source, [_from_json(name, number, line) for number, line in lines])
    else:
        for number, line in lines:
            if not line.lstrip().startswith("#"):
                address, sign, text = line.partition("=")
                if not sign:
                    fail("set-line-without-value", f"{name}:{number}: 应写成 地址=值；清空一格写 {line.strip()}=")
                yield Assignment(address.strip(), text, f"{name}:{number}: ")


def edits(form: Form, assignments: Iterator[Assignment]) -> dict[str, Value]:
    """The values by address; the command ends at the first assignment that names nothing of this form."""
    found: dict[str, Value] = {}
    for address, text, where in assignments:
        for each, part in _cells(form, address, text, where):
            field = form.fields.get(each)
            value = typed(part, form.kinds[each], field.choices if field else None)
            if not fits(value, form.kinds[each]):
                shown = show(value)
                narrate(f"{where}{form.label(each)}：“{shown}”不合这一格的要求，照原样写入；giptui check 会指出来")
            found[each] = value
    return found


def _cells(form: Form, address: str, text: str, where: str) -> Iterator[tuple[str, str]]:
    if address in form.kinds:
        yield address, text
    elif line := form.lines.get(address):
        parts = re.split("[,，、]", text)
        columns = [cell for cell in line.cells if len(parts) == len(line.cells) or not cell.endswith(".total")]
        if len(parts) != len(columns):
            wanted = f"{len(line.cells)} 个数" + (
                f"，或不算总计的 {len(columns)} 个" if columns != [*line.cells] else ""
            )
            fail(
                "set-row-length",
                f"{where}{address}: {line.row.label}这一行应有 {wanted}，用逗号隔开；写了 {len(parts)} 个",
            )
        yield from zip(columns, parts, strict=True)
    elif re.search(_PATTERN, address) and (named := matching(form, address)):
        cells = [each for each in named if each in form.cells]
        yield from ((each, text) for each in cells or named)
    else:
        refuse(address, form, where)


def _of_one_file(source: Source, rows: list[tuple[str, Assignment]]) -> Iterator[Assignment]:
    """The rows that `giptui get` wrote, if they are of one report."""
    files = dict.fromkeys(file for file, _ in rows)
    if len(files) > 1:
        shown = "、".join(list(files)[:3])
        fail(
            "set-from-several-reports",
            f"{source.name}: 里面是 {len(files)} 份报告的数（{shown}……），不能写进一份；请先用 grep 留下其中一份的",
        )
    yield from (assignment for _, assignment in rows)


def _from_tsv(name: str, number: int, line: str) -> tuple[str, Assignment]:
    fields = line.split("\t")
    if len(fields) != len(_TSV_HEAD):
        fail(
            "set-from-other-tsv",
            f"{name}:{number}: 应有 {len(_TSV_HEAD)} 列（{'、'.join(_TSV_HEAD)}），"
            f"有 {len(fields)} 列；请补齐，或用 giptui get --format tsv 重新取出",
        )
    value = re.sub(_ESCAPE, _unescaped, fields[4])
    return fields[0], Assignment(fields[3], value, f"{name}:{number}: ")


def _unescaped(match: re.Match[str]) -> str:
    """What cannot be seen or would end a field, as it was before `giptui get` escaped it."""
    written = match[0]
    if written in _ESCAPED:
        return _ESCAPED[written]
    return bytes.fromhex(written.replace("\\u", "")).decode("utf-16-be", "replace")


def _from_json(name: str, number: int, line: str) -> tuple[str, Assignment]:
    import json

    try:
        record = json.loads(line)
    except ValueError:
        record = None
    if not isinstance(record, dict) or not record.keys() >= {"file", "address", "value"}:
        fail(
            "set-from-other-jsonl",
            f"{name}:{number}: 不是 giptui get --format jsonl 写出的一行（要有 file、address、value）；"
            "请改成那样，或删去这一行",
        )
    return str(record["file"]), Assignment(str(record["address"]), str(record["value"]), f"{name}:{number}: ")
