"""The cells of a workbook (xlsx, ods) that show no number though they are not blank, and those with half a number.

A formula whose value no program has computed yet, an error such as #REF!, digits that are raised or struck through
within a text: python-calamine gives the first two as blank and the others as digits. Called by `spreadsheet`.
"""

import posixpath
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import chain
from typing import Final
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import BadZipFile, ZipFile

from giptui.readers.formats.asides import RAISED, STRUCK

_UNCOMPUTED: Final = "公式还没有算出的数，请用表格软件打开、保存后再导入"
_ERROR: Final = "公式出错（{}）"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_BROKEN: Final = (ParseError, BadZipFile, zlib.error, EOFError, KeyError, OSError, ValueError, NotImplementedError)
_REPEATED: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}number-%s-repeated"

Doubts = Mapping[tuple[str, int, int], str]
"""Why the cell of a sheet, at a row and a column from 0, cannot be read."""


def doubts(data: bytes, most_rows: int) -> Doubts:
    """Of the first rows of each sheet; none if the bytes are no such workbook: calamine says what is wrong with it."""
    found: dict[tuple[str, int, int], str] = {}
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            if "xl/workbook.xml" in names:
                found.update(_of_xlsx(archive, most_rows))
            elif "content.xml" in names:
                found.update(_of_ods(archive, most_rows))
    except _BROKEN:
        return found
    return found


def _of_xlsx(archive: ZipFile, most: int) -> Iterator[tuple[tuple[str, int, int], str]]:
    parts = {each.get("Id"): each.get("Target", "") for each in _elements(archive, _RELATIONS, "Relationship")}
    texts = dict(_texts_apart(archive))
    for sheet in _elements(archive, "xl/workbook.xml", "sheet"):
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        part = posixpath.normpath(posixpath.join("/xl", parts.get(relation, ""))).lstrip("/")
        if not part.startswith("xl/worksheets/"):
            continue
        for cell in _cells(archive, part, most):
            if (place := _place(cell.get("r", ""))) and (doubt := _doubt(cell, texts)):
                yield (sheet.get("name", ""), *place), doubt


def _cells(archive: ZipFile, part: str, most: int) -> Iterator[Element]:
    for number, row in enumerate(_elements(archive, part, "row")):
        if number == most:
            return
        yield from row


def _doubt(cell: Element, texts: Mapping[str, str]) -> str:
    value = cell.findtext("{*}v") or ""
    match cell.get("t"):
        case "e":
            return _ERROR.format(value)
        case "s":
            return texts.get(value, "")
        case "inlineStr":
            return _apart(cell)
        case "str":  # the formula's value is a text, and may be the empty one
            return ""
    return _UNCOMPUTED if cell.find("{*}f") is not None and not value else ""


def _texts_apart(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """The shared texts, by number, in which something is set apart."""
    names = (name for name in archive.namelist() if name.lower() == "xl/sharedstrings.xml")
    texts = chain.from_iterable(_elements(archive, name, "si") for name in names)
    yield from ((str(number), doubt) for number, text in enumerate(texts) if (doubt := _apart(text)))


def _apart(text: Element) -> str:
    if any(mark.get("val") not in ("0", "false") for mark in text.iterfind(".//{*}rPr/{*}strike")):
        return STRUCK
    return RAISED if any(mark.get("val") != "baseline" for mark in text.iterfind(".//{*}rPr/{*}vertAlign")) else ""


def _of_ods(archive: ZipFile, most: int) -> Iterator[tuple[tuple[str, int, int], str]]:
    for table in _elements(archive, "content.xml", "table"):
        name = next((value for key, value in table.attrib.items() if key.endswith("}name")), "")
        row = 0
        for line in table.iter():
            if not line.tag.endswith("}table-row"):
                continue
            if row >= most:
                break
            column = 0
            for cell in line:
                if doubt := _doubt_of_ods(cell):
                    yield (name, row, column), doubt
                column += int(cell.get(_REPEATED % "columns", "1"))
            row += int(line.get(_REPEATED % "rows", "1"))


def _doubt_of_ods(cell: Element) -> str:
    said = {key.rpartition("}")[2]: (key, value) for key, value in cell.attrib.items()}
    kinds = [value for key, value in cell.attrib.items() if key.endswith("}value-type")]
    if "error" in kinds:
        return _ERROR.format("".join(cell.itertext()).strip())
    return _UNCOMPUTED if "formula" in said and not kinds and not "".join(cell.itertext()).strip() else ""


def _elements(archive: ZipFile, part: str, name: str) -> Iterator[Element]:
    """The elements of that name one by one, each forgotten when the next one is asked for."""
    with archive.open(part) as stream:
        for _, element in iterparse(stream):
            if element.tag.rpartition("}")[2] == name:
                yield element
                element.clear()


def _place(name: str) -> tuple[int, int] | None:
    """B3 as row and column from 0."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    if not digits or not 0 < len(letters) < 4 or not letters.isascii():
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1
