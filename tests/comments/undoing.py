"""Word documents for the tests of comments, and what is left of one when all that was put in is taken out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from zipfile import ZipFile

from docx import Document  # type: ignore[import-not-found, unused-ignore]
from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MARKS = ("commentRangeStart", "commentRangeEnd")


def made(body: str, namespace: str = WORD, **parts: str) -> bytes:
    """A document with this body; ``parts`` of word/ by name, such as ``styles``, in the place of python-docx's own."""
    out = io.BytesIO()
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w="{namespace}" xmlns:v14="urn:v"'
        f' xmlns:mc="urn:mc" mc:Ignorable="v14"><w:body>{body}</w:body></w:document>'
    )
    changed = {"word/document.xml": document, **{f"word/{name}.xml": text for name, text in parts.items()}}
    with ZipFile(out, "w") as target:
        for name, content in {**_blank(), **changed}.items():
            target.writestr(name, content)
    return out.getvalue()


@cache
def _blank() -> Mapping[str, bytes]:
    """The parts of a document as python-docx makes it."""
    written = io.BytesIO()
    Document().save(written)
    with ZipFile(written) as source:
        return {name: source.read(name) for name in source.namelist()}


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    with ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def root(data: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(part(data, name))


def name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def value(element: Any, local: str) -> str:
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == local), "")


def undone(data: bytes, before: bytes) -> bytes:
    """The document's XML without the comments that ``before`` had not, without giptui's changes, runs joined that were
    cut: to be compared with :func:`plain` of what it was.
    """
    there = {value(each, "id") for each in root(before).iter() if name(each) == "commentReference"}
    return plain(decided(data, accept=False), there)


def decided(data: bytes, accept: bool) -> Any:
    """The root of the document with all of giptui's changes accepted, or refused."""
    tree = root(data)
    for element in [each for each in tree.iter() if name(each) in ("ins", "del") and value(each, "author") == "giptui"]:
        if (name(element) == "ins") == accept:
            for text in element.iter():
                if name(text) == "delText":
                    text.tag = text.tag.replace("delText", "t")
            parent, at = element.getparent(), element.getparent().index(element)
            parent[at : at + 1] = list(element)
        else:
            element.getparent().remove(element)
    return tree


def with_body(data: bytes, tree: Any) -> bytes:
    """The document with another text."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(out, "w") as target:
        for each in source.namelist():
            target.writestr(each, etree.tostring(tree) if each == "word/document.xml" else source.read(each))
    return out.getvalue()


def plain(tree: Any, comments: Iterable[str] | None = None) -> bytes:
    """Canonical XML, neighbouring runs and texts of the same formatting as one; of comments only these."""
    for element in [*tree.iter()]:
        if comments is not None and name(element) in _MARKS and value(element, "id") not in comments:
            element.getparent().remove(element)
        if comments is not None and name(element) == "commentReference" and value(element, "id") not in comments:
            run = element.getparent()
            run.getparent().remove(run)
    for run in [each for each in tree.iter() if name(each) == "r"]:
        before = run.getprevious()
        if before is not None and name(before) == "r" and _formatting(before) == _formatting(run):
            before.extend([each for each in run if name(each) != "rPr"])
            run.getparent().remove(run)
    for text in [each for each in tree.iter() if name(each) == "t"]:
        text.attrib.clear()
        before = text.getprevious()
        if before is not None and name(before) == "t":
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)
    return bytes(etree.tostring(tree, method="c14n"))


def _formatting(run: Any) -> tuple[object, ...]:
    properties = [etree.tostring(each, method="c14n") for each in run if name(each) == "rPr"]
    return (dict(run.attrib), properties)


def commented_text(data: bytes, number: str) -> str:
    """What stands between the two marks of a comment, blanks left out; inserted text is in, deleted text out."""
    found, within = [], False
    for element in root(data).iter():
        if name(element) in _MARKS and value(element, "id") == number:
            within = name(element) == _MARKS[0]
        elif within and name(element) == "t":
            found.append(element.text or "")
    return "".join("".join(found).split())
