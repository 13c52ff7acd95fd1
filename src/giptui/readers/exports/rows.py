"""Wide CSV and TSV → the reports in them: a row a report, its columns the addresses, as the first row says.

They hold fields and cells, no prose. What is spelled like a number is one: a file without types cannot tell 3 from a
text "3".
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Final

from giptui.form import Form, Kind
from giptui.readers import refusals
from giptui.readers.exports.values import exported, form_named, spelled
from giptui.readers.formats.encoding import decoded
from giptui.readers.found import Exported
from giptui.report import Value

_WHOLE: Final = "-?(?:0|[1-9][0-9]{0,39})"
_ESCAPED: Final = r"\\(?:u([0-9a-fA-F]{4})|(.))"
_LETTERS: Final = {"t": "\t", "n": "\n", "r": "\r"}
_QUOTED: Final = r"'(?='*\s*[=+\-@＝＋－＠])"
"""The apostrophe that keeps a spreadsheet from taking a text for a formula."""


def reports(data: bytes) -> tuple[Exported, ...]:
    """All reports in the table, row by row. Refused if its rows are not those that its heads announce."""
    text = decoded(data)
    kind = "TSV" if text.startswith("file\t") else "CSV"
    rows = _tabs(text) if kind == "TSV" else _commas(text)
    heads = next(rows)
    found = []
    for number, row in enumerate([*rows] or [[""] * len(heads)], 1):
        if len(row) != len(heads):
            raise refusals.broken(kind)
        stated = dict(zip(heads, row, strict=True))
        form = form_named(stated.get("form"), kind)
        values = {a: _value(stated[a], form, a) for a in form.kinds if a in stated}
        found.append(exported(kind, form, values, number))
    return tuple(found)


def _commas(text: str) -> Iterator[list[str]]:
    try:
        for row in csv.reader(StringIO(text, newline=""), strict=True):
            yield [re.sub(_QUOTED, "", field, count=1) if field.startswith("'") else field for field in row]
    except csv.Error:
        raise refusals.broken("CSV") from None


def _tabs(text: str) -> Iterator[list[str]]:
    for line in text.split("\n"):
        if line:
            yield [_unescaped(field) for field in line.rstrip("\r").split("\t")]


def _unescaped(field: str) -> str:
    if "\\" not in field:
        return field
    plain = re.sub(_ESCAPED, _meant, field)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # beyond U+FFFF stand pairs


def _meant(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _LETTERS.get(match[2], match[2])


def _value(text: str, form: Form, address: str) -> Value:
    kind = form.kinds[address]
    if (kind.is_numeric or kind is Kind.YEAR) and re.fullmatch(_WHOLE, text):
        return int(text)
    return spelled(text, kind)
