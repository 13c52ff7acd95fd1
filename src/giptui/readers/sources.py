"""A source's bytes → documents, by the reader of their kind. The kind is told by content, never by name.

What can be made to eat memory or time is read in a child process. Called by `giptui import`.
"""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from giptui.readers import archive, child, paper, refusals
from giptui.readers.child import Progress
from giptui.readers.document import Document, Grid, Picture, Refused
from giptui.readers.formats import office
from giptui.readers.found import Exported, Readable
from giptui.readers.kinds import ENCRYPTED, EXPORTS, LARGEST, OFFICE, PAPER, ZIP, Kind, kind


def documents(name: str, data: bytes, progress: Progress | None = None) -> Iterator[tuple[str, Readable | Refused]]:
    """The document in the bytes, under ``name``; of an archive each of its members, under ``name/member``, and of
    archives in it; of an export with several reports each of them, under ``name#1``. ``progress`` is told of the pages
    of a scan.
    """
    yield from _Reading(progress).documents(name, data, within=0)


class _Reading:
    """One call's way through a source: how much of it has been unpacked."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._unpacked = 0

    def documents(self, name: str, data: bytes, within: int) -> Iterator[tuple[str, Readable | Refused]]:
        try:
            found = _kind(data)
            if found in EXPORTS:
                yield from _exported(name, found, data)
                return
            if found is not ZIP:
                yield name, _read(found, data, self._progress)
                return
            if within > 1:
                raise Refused("import-zip-in-zip", "是压缩包里的压缩包里的压缩包，没有再打开；请先解开再导入")
            opened = archive.opened(data, ZIP.word)
            members = list(archive.members(opened))
            if not members:
                raise Refused("import-zip-empty", "是空的压缩包，里面没有文件；请核对后重新压缩")
            self._unpacked += sum(member.file_size for _, member in members)
            if self._unpacked > archive.MOST:
                raise refusals.too_large(ZIP.word)
        except Refused as refused:
            yield name, refused
            return
        for path, member in members:
            try:
                content = archive.unpacked(opened, member, ZIP.word)
            except Refused as refused:
                yield f"{name}/{path}", refused
            else:
                yield from self.documents(f"{name}/{path}", content, within + 1)


def _kind(data: bytes) -> Kind:
    if not data.strip():
        raise Refused("import-empty", "是空的，里面什么也没有；请核对是不是这个文件，重新下载或另存一份再导入")
    found = kind(data)
    if found is None:
        raise Refused("import-unknown-kind", "认不出是什么文件；请给出报告的网页、Word、WPS、PDF、OFD、电子表格或文本")
    if len(data) > LARGEST:
        raise refusals.too_large(found.word)
    return found


def _exported(name: str, found: Kind, data: bytes) -> Iterator[tuple[str, Exported]]:
    """The reports in an export, numbered where there are several."""
    reports: tuple[Exported, ...] = import_module(f"giptui.readers.exports.{found.module}").reports(data)
    for number, report in enumerate(reports, 1):
        yield (f"{name}#{number}" if len(reports) > 1 else name), report


def _read(found: Kind, data: bytes, progress: Progress | None) -> Document:
    if found is PAPER:
        return paper.read(data, progress)
    if found is ENCRYPTED:
        raise refusals.encrypted(found.word)
    if found.module == OFFICE:
        return office.read(data, found.word)
    if not found.module:
        raise refusals.to_be_saved(found.word, found.save_as)
    if found.library and not find_spec(found.library):
        raise refusals.not_installed(found.word)
    module = f"giptui.readers.formats.{found.module}"
    document: Document = (
        import_module(module).read(data) if len(data) <= found.harmless else child.read(module, data, kind=found.word)
    )
    if not any(isinstance(block, Grid | Picture) or block.text.strip() for block in document.blocks):
        raise Refused(
            "import-no-text", f"是{found.word}，里面没有文字；网页请等它显示完整之后再保存，别的另存一份再导入"
        )
    return document
