"""Reports as Parquet, for databases: numbers typed, everything that is no number beside them.

A count is an int64, an amount a decimal128 of six places, a day a date; NULL where none stands. What the typed column
does not tell is in the map ``other``, by address, as the report has it: ``""`` for a blank, ``/``, ``?``, “+19”,
“251000元”, and the digits of an amount such as 18.8710, whose zero a number loses. A cell of another form is NULL and
not in the map. Long, the value stands as text, and as a number where it is one. By pyarrow (the extra ``parquet``);
the file names the version that wrote it, so that its bytes are the same only with the same one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from typing import Any, Final

from giptui.form import FORMS, Kind
from giptui.printers.columns import FIRST, LONG, addresses, long_rows
from giptui.printers.errors import NotInstalled
from giptui.printers.formats import Shape
from giptui.report import AMOUNT_PLACES, BLANK, Report, Value, show

_GROUP: Final = 1000  # reports in a row group: some megabytes at a time, however many reports there are
_LARGEST: Final = 2**63 - 1
_DIGITS: Final = 38
_WHOLE: Final = _DIGITS - AMOUNT_PLACES
_INTEGERS: Final = (Kind.COUNT, Kind.CHANGE, Kind.YEAR)
_DECIMALS: Final = (Kind.AMOUNT, Kind.MONEY)

Row = tuple[Any, ...]


def part(shape: Shape, file: str, report: Report) -> list[Row]:
    """The rows of a report. A file's name that is no UTF-8 shows the bytes that are none as in a listing."""
    file = file.encode("utf-8", "backslashreplace").decode()
    if shape.is_long:
        return [(*row[:-1], _number(row[-1]), show(row[-1])) for row in long_rows(file, report)]
    kinds, other, typed = report.form.kinds, [], []
    for address in addresses(shape):
        kind = kinds.get(address)
        value = report[address]
        plain = None if kind is None else _typed(value, kind)
        typed.append(plain)
        if kind is not None and (plain is None or str(plain) != show(value)):
            other.append((address, show(value)))
    return [(file, report.form.id, *typed, other)]


def whole(shape: Shape, parts: Iterator[list[Row]]) -> Iterator[bytes]:
    """The file in pieces, a row group at a time; NotInstalled without pyarrow."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise NotInstalled("pyarrow", "parquet") from None
    schema = pa.schema(_fields(shape))
    rows = chain.from_iterable(parts)
    sink = _Sink()
    size = _GROUP * (200 if shape.is_long else 1)
    with parquet.ParquetWriter(sink, schema, compression="zstd", store_schema=False) as writer:
        while group := list(islice(rows, size)):
            columns = zip(zip(*group, strict=True), schema, strict=True)
            arrays = [pa.array(column, field.type) for column, field in columns]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
            yield sink.taken()
    yield sink.taken()


def _fields(shape: Shape) -> Sequence[tuple[str, Any]]:
    import pyarrow as pa

    text, number = pa.string(), pa.decimal128(_DIGITS, AMOUNT_PLACES)
    if shape.is_long:
        *first, value = LONG
        return [*((name, text) for name in first), ("number", number), (value, text)]
    types = {
        **dict.fromkeys(_INTEGERS, pa.int64()),
        **dict.fromkeys(_DECIMALS, number),
        Kind.DATE: pa.date32(),
    }
    kinds = {address: kind for form in reversed(shape.forms) for address, kind in FORMS[form.id].kinds.items()}
    columns = ((address, types.get(kinds[address], text)) for address in addresses(shape))
    return [*((name, text) for name in FIRST), *columns, ("other", pa.map_(text, text))]


def _typed(value: Value, kind: Kind) -> Any:
    """The value as its column has it; None where it does not fit."""
    if kind in _INTEGERS:
        return value if type(value) is int and abs(value) <= _LARGEST else None
    if kind in _DECIMALS:
        return _number(value)
    if kind is Kind.DATE:
        return value if isinstance(value, date) and not isinstance(value, datetime) else None
    return show(value) if value != BLANK else None


def _number(value: Value) -> Decimal | None:
    """The number without the zeros at its end; None where it does not fit a decimal128 of six places."""
    whole, _, places = show(value).partition(".")
    digits, places = whole.removeprefix("-"), places.rstrip("0")
    if isinstance(value, str) or not re.fullmatch("[0-9]+", digits + places) or len(places) > AMOUNT_PLACES:
        return None
    return Decimal(f"{whole}.{places}" if places else whole) if len(digits) <= _WHOLE else None


class _Sink(io.RawIOBase):
    """What was written since it was last taken."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._pieces.append(bytes(data))
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
