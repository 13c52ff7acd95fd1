"""Sources that nobody should meet: files that unfold without end, that nest, that lie about themselves."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

from giptui.form import FORMS
from readers.writing import made, office, texts, web
from readers.writing.page import page

MEGABYTE = 1 << 20


def _page() -> str:
    return web.html(page(made.full(FORMS["2021"])))


def _text() -> str:
    return texts.row_a_line(page(made.full(FORMS["2021"])))


def deflated(size: int, filling: bytes = b" ", zipped: bool = True) -> bytes:
    """A deflate stream of so many megabytes of one byte, made block by block."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15 if zipped else 15)
    head = packer.compress(filling * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(filling * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * (size - 1) + packer.flush()


def zipped(name: str, packed: bytes, size: int, beside: dict[str, bytes] | None = None) -> bytes:
    """A zip with that member, deflated already, which says to be of that size; other members before it."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for other, content in (beside or {}).items():
            archive.writestr(other, content)
        archive.writestr(name, b"")
        place = archive.getinfo(name)
        archive.fp.seek(place.header_offset)  # type: ignore[union-attr]
        fields = (20, 0x800, 8, 0, 0x21, 0, len(packed), size, len(name.encode()), 0)
        archive.fp.write(b"PK\3\4" + struct.pack("<5H3I2H", *fields) + name.encode() + packed)  # type: ignore[union-attr]
        place.compress_size, place.file_size, place.CRC, place.flag_bits = len(packed), size, 0, 0x800
        archive.start_dir = archive.fp.tell()  # type: ignore[union-attr]
        archive._didModify = True  # type: ignore[attr-defined]
    return out.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _rezipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _heavy(whole: bytes, part: str, said: int, size: int = 900) -> bytes:
    """The document with one part replaced by so many megabytes, which says to be of ``said`` bytes."""
    parts = _parts(whole)
    del parts[part]
    return zipped(part, deflated(size), said, parts)


_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "'
    + b"ha" * 50
    + b'">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(8))
    + b"]>"
)


def _laughing(whole: bytes, part: str, root: bytes) -> bytes:
    """The document with a part whose entities unfold to some terabytes."""
    return _rezipped({**_parts(whole), part: _LAUGHS + b"<" + root + b">&i;</" + root + b">"})


def _pdf(content: bytes, more: bytes = b"") -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>" + more + b">>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(content) + content + b"\nendstream",
    ]
    out = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    )


def _docx() -> bytes:
    return office.docx(page(made.full(FORMS["2021"])))


def _xlsx() -> bytes:
    return office.xlsx(page(made.full(FORMS["2021"])))


def _zip_in_zip(depth: int) -> bytes:
    data = _text().encode()
    for _ in range(depth):
        data = _rezipped({"a.zip" if data[:2] == b"PK" else "a.txt": data})
    return data


def _forms(count: int) -> str:
    table = _page().partition("<body>")[2].partition("</body>")[0]
    return f"<html><body>{table * count}</body></html>"


KINDS: dict[str, Callable[[], str | bytes]] = {
    "zip-of-900-mb": lambda: zipped("年报.txt", deflated(900), 900 * MEGABYTE),
    "zip-that-lies": lambda: zipped("年报.txt", deflated(900), 1000),
    "zip-in-zip": lambda: _zip_in_zip(30),
    "zip-of-thousands": lambda: _rezipped({f"{number}.txt": b"x" for number in range(9000)}),
    "docx-of-900-mb": lambda: _heavy(_docx(), "word/document.xml", 900 * MEGABYTE),
    "docx-that-lies": lambda: _heavy(_docx(), "word/document.xml", 1000),
    "docx-entities": lambda: _laughing(_docx(), "word/document.xml", b"w"),
    "xlsx-of-900-mb": lambda: _heavy(_xlsx(), "xl/worksheets/sheet1.xml", 900 * MEGABYTE),
    "xlsx-that-lies": lambda: _heavy(_xlsx(), "xl/worksheets/sheet1.xml", 1000),
    "xlsx-strings-of-900-mb": lambda: _heavy(_xlsx(), "xl/sharedStrings.xml", 900 * MEGABYTE),
    "xlsx-entities": lambda: _laughing(_xlsx(), "xl/worksheets/sheet1.xml", b"worksheet"),
    "ods-of-900-mb": lambda: _heavy(office.ods(page(made.full(FORMS["2021"]))), "content.xml", 900 * MEGABYTE),
    "pdf-of-a-gigabyte": lambda: _pdf(deflated(1000, b" ", zipped=False)),
    "pdf-of-rules": lambda: _pdf(zlib.compress(b"0 0 m 500 500 l S " * 400_000)),
    "pdf-page-in-itself": lambda: _pdf(zlib.compress(b"")).replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
    "tables-a-thousand-deep": lambda: _page() + "<table><tr><td>" * 1000 + "7" + "</table>" * 1000,
    "elements-a-million-deep": lambda: "<div>" * 1_000_000 + _page(),
    "colspan-100000": lambda: _page().replace("<td", '<td colspan="100000" rowspan="100000"'),
    "colspan-of-digits": lambda: _page().replace('colspan="', f'colspan="{"9" * 5000}'),
    "a-thousand-tables": lambda: "<table><tr><td>规章<td>1<td>2<td>3</table>" * 1000 + _page(),
    "a-hundred-reports": lambda: _forms(100),
    "cells-by-the-million": lambda: "<table><tr>" + "<td>1" * 1_000_000,
    "rows-by-the-million": lambda: "<table>" + "<tr><td>其他" * 500_000,
    "endless-line": lambda: "一、总体情况" * 3_000_000,
    "endless-row": lambda: _text() + "规章 " + "| 1 " * 3_000_000,
    "endless-blanks": lambda: _text() + " " * 20_000_000 + "1",
    "endless-digits": lambda: _text().replace("行政许可 | ", "行政许可 | " + "9" * 5_000_000),
    "lines-by-the-million": lambda: _text() + "\n3" * 2_000_000,
    "labels-by-the-hundred-thousand": lambda: _text() + "一、本年新收政府信息公开申请数量\n" * 200_000,
    "headings-by-the-hundred-thousand": lambda: _text() + "一、总体情况\n" * 200_000,
    "pipes-by-the-million": lambda: _text() + "|\n" * 1_000_000,
    "utf-16": lambda: _text().encode("utf-16"),
    "utf-32": lambda: _page().encode("utf-32"),
    "half-utf-8-half-gbk": lambda: _text().encode() + _text().encode("gb18030"),
    "every-byte": lambda: bytes(range(256)) * 40_000,
    "nothing-but-nul": lambda: bytes(3 * MEGABYTE),
}
"""Builders of sources by name; each is to be refused or read in bounds."""


def built(kind: str) -> bytes:
    """The bytes of a kind."""
    source = KINDS[kind]()
    return source if isinstance(source, bytes) else source.encode()


def escaping() -> dict[str, bytes]:
    """Pages with control characters and direction marks where text and numbers stand, by name."""
    evil = "\x1b]0;pwned\x07\x1b[2J\x9b31m\u202e\u200b"
    text, html = _text(), _page()
    title = "政府信息公开工作年度报告"
    return {
        "text": text.replace(title, title + evil).replace("全年", evil).encode(),
        "html": html.replace(title, f"&#27;[31m{evil}{title}").replace(">9522<", f">9522{evil}<").encode(),
        "label": text.replace("行政许可", f"行政{evil}许可").encode(),
        "nothing": (evil * 3).encode(),
    }
