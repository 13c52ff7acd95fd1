"""A Word document as mammoth reads it without loss: what it would drop or be confused by is written out or left out.

Automatic numbers become text; cells that a row leaves out at its ends are there; text raised by points is superscript;
marks between cells, notes, hidden text and pictures' bytes are gone. Each paragraph has its number in a bookmark, the
one thing that mammoth hands on without showing it: so what is read leads back to where it stood. Called by `docx`.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring
from zipfile import ZIP_STORED, ZipFile

from giptui.readers.formats.numbering import Numbering
from giptui.report import UNREAD

_LEFT_OUT: Final = """
    bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference endnoteReference footnoteReference
    permStart permEnd proofErr
"""
_DROPPED: Final = frozenset(("fldSimple", "oMath", "oMathPara"))
_ON_A_LINE: Final = frozenset(
    ("oMathPara", "oMathParaPr", "oMath", "r", "rPr", "t", "sty", "rFonts", "sz", "szCs", "ctrlPr", "jc")
)
_NUMBERING: Final = "word/numbering.xml"
_STYLES: Final = "word/styles.xml"
_UNREAD: Final = ("numbering", "footnotes", "endnotes", "comments", "header", "footer", "theme", "glossary", "media")


ANCHOR: Final = "giptui-paragraph-"
"""How the bookmark of a paragraph is called; its number follows."""


def is_read(name: str) -> bool:
    """Whether the part matters; the others may be as large as they like."""
    if name == _NUMBERING:
        return True
    return name.endswith((".xml", ".rels")) and not name.removeprefix("word/").startswith(_UNREAD)


def plain(parts: Mapping[str, bytes]) -> BytesIO:
    """The document of these parts, written anew. ParseError if one is no XML."""
    numbering = Numbering(*(fromstring(parts[name]) if name in parts else None for name in (_NUMBERING, _STYLES)))
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as archive:
        for name, data in parts.items():
            if name != _NUMBERING:
                archive.writestr(name, _cleaned(data, numbering) if _is_body(name) else data)
    written.seek(0)
    return written


def _is_body(name: str) -> bool:
    """Whether it is the document itself; some programs count: document2.xml."""
    return name.startswith("word/document") and name.endswith(".xml")


def _cleaned(data: bytes, numbering: Numbering) -> bytes:
    root = fromstring(data)
    left_out = frozenset(_LEFT_OUT.split())
    numbers = {paragraph: number for number, paragraph in enumerate(root.iter(_like(root, "p")))}
    for element in list(root.iter()):
        if any(_name(child) in left_out or _is_hidden(child) for child in element):
            element[:] = [child for child in element if not (_name(child) in left_out or _is_hidden(child))]
        if any(_name(child) in _DROPPED for child in element):
            element[:] = [part for child in element for part in _written(child, element)]
        match _name(element):
            case "p":
                _number(element, numbering)
                if element in numbers:
                    _anchor(element, numbers[element])
            case "tr":
                _fill(element)
            case "position" | "dstrike":
                _rename(element)
    cleaned: bytes = tostring(root, "utf-8", xml_declaration=True)
    return cleaned


def _written(element: Element, parent: Element) -> list[Element]:
    """What stands in an element that mammoth drops with all that is in it: a field's result, a formula's text."""
    name = _name(element)
    if name == "fldSimple":
        return [part for child in element for part in _written(child, parent)]
    if name not in _DROPPED:
        return [element]
    is_line = all(_name(part) in _ON_A_LINE for part in element.iter())
    text = "".join(part.text or "" for part in element.iter() if _name(part) == "t")
    run = parent.makeelement(_like(parent, "r"), {})
    SubElement(run, _like(parent, "t")).text = text if is_line else UNREAD  # 1 over 2 is not 12
    return [run]


def _number(paragraph: Element, numbering: Numbering) -> None:
    """Writes the paragraph's automatic number out."""
    properties = paragraph.find("{*}pPr")
    label = "" if properties is None else numbering.label(properties)
    if label:
        run = paragraph.makeelement(_like(paragraph, "r"), {})
        SubElement(run, _like(paragraph, "t")).text = label
        paragraph.insert(1, run)


def _anchor(paragraph: Element, number: int) -> None:
    """Begins the paragraph with its bookmark."""
    mark = paragraph.makeelement(_like(paragraph, "bookmarkStart"), {_like(paragraph, "name"): f"{ANCHOR}{number}"})
    paragraph.insert(0 if paragraph.find("{*}pPr") is None else 1, mark)


def _rename(properties: Element) -> None:
    """Raised by points as superscript, struck through twice as once: what mammoth knows."""
    if _name(properties) == "dstrike":
        properties.tag = _like(properties, "strike")
    elif set(properties.attrib.values()) != {"0"}:
        properties.tag = _like(properties, "vertAlign")
        properties.attrib.update(dict.fromkeys(properties.attrib, "superscript"))


def _fill(row: Element) -> None:
    """Puts cells where the row begins later, or ends earlier, than its table."""
    for gap, at in (("{*}trPr/{*}gridBefore", 0), ("{*}trPr/{*}gridAfter", len(row))):
        skipped = row.find(gap)
        if skipped is not None:
            cell = row.makeelement(_like(row, "tc"), {})
            span = SubElement(SubElement(cell, _like(row, "tcPr")), _like(row, "gridSpan"))
            span.attrib.update(skipped.attrib)
            SubElement(cell, _like(row, "p"))
            row.insert(at, cell)


def _is_hidden(element: Element) -> bool:
    hidden = element.find("{*}rPr/{*}vanish") if _name(element) == "r" else None
    return hidden is not None and not set(hidden.attrib.values()) & {"0", "false"}


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _like(element: Element, name: str) -> str:
    """The name in the element's own namespace: there are two of Word's."""
    return element.tag[: element.tag.rindex("}") + 1] + name
