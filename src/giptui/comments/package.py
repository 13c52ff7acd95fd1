"""The zip that a Word document is: its parts, as bytes or, once somebody changes them, as XML.

A part that nobody asked for as XML is written as it was, byte for byte; so are the zip's order and dates.
"""

import zlib
from datetime import UTC, datetime
from functools import cached_property
from io import BytesIO
from posixpath import basename, dirname, join, normpath
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from giptui.comments.asked import NotPossible

_MOST: Final = 256 * 1024 * 1024  # bytes unpacked, pictures too
_MOST_XML: Final = 16 * 1024 * 1024  # of a part that is changed; what the readers take, too
_MODIFIED: Final = "{http://purl.org/dc/terms/}modified"
_MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
_BROKEN: Final = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)
_TYPES: Final = "[Content_Types].xml"
_DOCUMENT: Final = "wordprocessingml.document.main+xml"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"

Element = Any
"""An element of lxml, which has no types."""


class Package:
    """The parts of one document."""

    def __init__(self, data: bytes) -> None:
        try:
            with ZipFile(BytesIO(data)) as archive:
                self._infos = {info.filename: info for info in archive.infolist()}
                if sum(info.file_size for info in self._infos.values()) > _MOST:
                    raise NotPossible
                self._parts = {name: _unpacked(archive, info) for name, info in self._infos.items()}
                self._comment = archive.comment
        except _BROKEN:
            raise NotPossible from None
        self._changed: dict[str, Element] = {}
        relation = self._related("", "/officeDocument")
        if relation is None:
            raise NotPossible
        self._main, self._kind = relation
        if not self._is_document():
            raise NotPossible

    @cached_property
    def document(self) -> Element:
        """The root of the text itself; whoever changes it changes the package."""
        return self.changing(self._main)

    def changing(self, name: str) -> Element:
        """The root of a part that is going to be changed."""
        if name not in self._changed:
            self._changed[name] = self._parsed(name)
        return self._changed[name]

    def styles(self) -> Element | None:
        """The root of the styles, only to be looked at."""
        related = self._related(self._main, "/styles")
        return self._parsed(related[0]) if related is not None else None

    def modified(self) -> str:
        """When the document was last changed, as it says itself; empty if it does not."""
        related = self._related("", "/core-properties")
        said = self._parsed(related[0]).findtext(_MODIFIED) if related is not None else None
        try:
            moment = datetime.fromisoformat(said or "")
            in_utc = moment.astimezone(UTC) if moment.tzinfo else moment  # never in the time of this machine
        except (ValueError, OverflowError):  # no moment
            return ""
        return f"{in_utc:{_MOMENT}}"

    def comments(self, empty: Element, content_type: str) -> Element:
        """The root of the comments, to be changed; ``empty`` is put there if there is none."""
        if (related := self._related(self._main, "/comments")) is not None:
            return self.changing(related[0])
        folder = dirname(self._main)
        name = next(
            name
            for n in range(len(self._parts) + 1)
            if (name := join(folder, f"comments{n or ''}.xml")) not in self._infos
        )
        self._infos[name] = ZipInfo(name)  # dated 1980
        self._changed[name] = empty
        types = self.changing(_TYPES)
        types.append(types.makeelement(_OVERRIDE, {"PartName": f"/{name}", "ContentType": content_type}))
        relations = self.changing(_relations_of(self._main))
        taken = {relation.get("Id") for relation in relations.iter(_RELATION)}
        identifier = next(each for n in range(1, len(taken) + 2) if (each := f"rId{n}") not in taken)
        kind = f"{self._kind.removesuffix('/officeDocument')}/comments"
        about = {"Id": identifier, "Type": kind, "Target": basename(name)}
        relations.append(relations.makeelement(_RELATION, about))
        return empty

    def written(self) -> bytes:
        """The document's bytes."""
        from lxml import etree

        out = BytesIO()
        with ZipFile(out, "w") as archive:
            archive.comment = self._comment
            for name, info in self._infos.items():
                if name in self._changed:
                    tree = self._changed[name].getroottree()
                    data = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
                else:
                    data = self._parts[name]
                archive.writestr(_as_new(info), data)
        return out.getvalue()

    def _is_document(self) -> bool:
        """Whether it is a document: one with macros, or a template, would not open under the name of one."""
        types = self._parsed(_TYPES).iter(_OVERRIDE)
        return any(
            each.get("PartName") == f"/{self._main}" and (each.get("ContentType") or "").endswith(_DOCUMENT)
            for each in types
        )

    def _related(self, part: str, kind: str) -> tuple[str, str] | None:
        """The part that is this to the other, and the whole name of the relation."""
        if (relations := _relations_of(part)) not in self._parts:
            return None
        for relation in self._parsed(relations).iter(_RELATION):
            if (relation.get("Type") or "").endswith(kind) and relation.get("TargetMode") != "External":
                target = normpath(join("/", dirname(part), relation.get("Target") or "")).lstrip("/")
                return (target, relation.get("Type")) if target in self._parts else None
        return None

    def _parsed(self, name: str) -> Element:
        """The root of a part. A document has no entities of its own; what has some is none, and is left alone."""
        from lxml import etree

        data = self._parts.get(name, b"")
        if len(data) > _MOST_XML:
            raise NotPossible
        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
        except (etree.XMLSyntaxError, ValueError):
            raise NotPossible from None
        if root.getroottree().docinfo.doctype:
            raise NotPossible
        return root


def _unpacked(archive: ZipFile, info: ZipInfo) -> bytes:
    """The part, never more of it than it says it has."""
    with archive.open(info) as unfolding:
        return unfolding.read(info.file_size + 1)


def _as_new(old: ZipInfo) -> ZipInfo:
    """The entry to be written: named, dated and packed as the old one, without what belongs to that one's bytes."""
    info = ZipInfo(old.filename, old.date_time)
    info.compress_type = old.compress_type if old.compress_type == ZIP_STORED and old.file_size else ZIP_DEFLATED
    info.external_attr = old.external_attr
    info.create_system = old.create_system
    return info


def _relations_of(part: str) -> str:
    return join(dirname(part), "_rels", f"{basename(part)}.rels")
