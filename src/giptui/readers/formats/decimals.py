"""How many decimal places the cells of an xlsx show: 18.8710 is stored as 18.871, its zero is a matter of the format.

Only of formats that are plain numbers (``0.0000``, ``#,##0.00``). A value is never rounded by what is found here. Runs
in a child process, for `spreadsheet`; of files of other kinds nothing is known.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import join, normpath
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

Places = Mapping[tuple[int, int], int]
"""Decimal places by row and column, from 0."""

_FORMAT: Final = re.compile(r"(?:#,##)?0\.(0+)(?:_[ )])?(?:;.*)?")
_BUILT_IN: Final = {"2": "0.00", "4": "#,##0.00"}
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LARGEST: Final = 32_000_000  # bytes of a sheet
_WRONG: Final = (BadZipFile, KeyError, ParseError, ValueError, NotImplementedError, RuntimeError, EOFError)


def shown_places(data: bytes) -> Mapping[str, Places]:
    """By the sheet's name the cells that show decimal places; empty where the file is no xlsx, or not as they are."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            places = _styles(archive)
            return {name: _sheet(archive, path, places) for name, path in _sheets(archive)} if any(places) else {}
    except _WRONG:
        return {}


def _styles(archive: ZipFile) -> list[int]:
    """The places that each style of cells shows."""
    root = _part(archive, "xl/styles.xml")
    codes = {**_BUILT_IN, **{each.get("numFmtId", ""): each.get("formatCode", "") for each in _all(root, "numFmt")}}
    formats = next(_all(root, "cellXfs"), None)
    return [_places(codes.get(each.get("numFmtId", ""), "")) for each in (() if formats is None else formats)]


def _places(code: str) -> int:
    found = _FORMAT.fullmatch(code)
    return len(found[1]) if found else 0


def _sheets(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """The sheets' names and where they are in the archive."""
    relations = _part(archive, "xl/_rels/workbook.xml.rels")
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for sheet in _all(_part(archive, "xl/workbook.xml"), "sheet"):
        yield sheet.get("name", ""), normpath(join("/xl", targets[sheet.get(_RELATION)])).lstrip("/")


def _sheet(archive: ZipFile, path: str, places: list[int]) -> Places:
    found = {}
    for cell in _all(_part(archive, path), "c"):
        style = int(cell.get("s", "0"))
        at = re.fullmatch("([A-Z]{1,3})([0-9]{1,7})", cell.get("r", ""))
        if at and style < len(places) and places[style]:
            found[int(at[2]) - 1, _column(at[1])] = places[style]
    return found


def _column(letters: str) -> int:
    """A is 0, AA is 26."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _part(archive: ZipFile, name: str) -> Element:
    if archive.getinfo(name).file_size > _LARGEST:
        raise ValueError(name)
    return fromstring(archive.read(name))


def _all(root: Element, name: str) -> Iterator[Element]:
    return (each for each in root.iter() if each.tag.rpartition("}")[2] == name)
