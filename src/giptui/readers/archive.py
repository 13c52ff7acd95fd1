"""A zip, whatever is in it: its members within limits, under the names that people gave them. Called by `sources` and
by the readers of documents that are zips.
"""

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from giptui.readers import refusals

MOST: Final = 64 * 1024 * 1024  # bytes, unpacked
MOST_MEMBERS: Final = 5000

_ENCRYPTED: Final = 0x1
_NAMED_IN_UTF_8: Final = 0x800
_UNREADABLE: Final = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_BESIDE_A_PAGE: Final = ("_files/", ".files/", "_文件/")  # where a browser saves what a page is made of


def opened(data: bytes, kind: str) -> ZipFile:
    """The archive; Refused if its table of contents cannot be read or is endless."""
    try:
        archive = ZipFile(BytesIO(data))
    except _UNREADABLE:
        raise refusals.broken(kind) from None
    if len(archive.infolist()) > MOST_MEMBERS:
        raise refusals.too_large(kind)
    return archive


def contents(archive: ZipFile, kind: str, wanted: Callable[[str], bool], most: int = MOST) -> dict[str, bytes]:
    """The members that are wanted. Refused if together they are larger than ``most`` bytes, before any is unpacked."""
    members = [member for member in archive.infolist() if wanted(member.filename)]
    if sum(member.file_size for member in members) > most:
        raise refusals.too_large(kind)
    return {member.filename: unpacked(archive, member, kind) for member in members}


def unpacked(archive: ZipFile, member: ZipInfo, kind: str) -> bytes:
    """The member's bytes, never more than it says it has."""
    if member.flag_bits & _ENCRYPTED:
        raise refusals.encrypted(kind)
    try:
        with archive.open(member) as unfolding:  # read() would unfold all of a member that says less than it holds
            return unfolding.read(member.file_size + 1)
    except _UNREADABLE:
        raise refusals.broken(kind) from None


def members(archive: ZipFile) -> Iterator[tuple[str, ZipInfo]]:
    """The files that people put in: no folders, nothing hidden, nothing that a system or a browser put beside them."""
    for member in archive.infolist():
        name = _name(member)
        parts = name.split("/")
        beside = any(folder in f"{name}/" for folder in _BESIDE_A_PAGE)
        hidden = parts[0] == "__MACOSX" or any(part.startswith(".") for part in parts)
        if parts[-1] and not beside and not hidden:  # a folder's name ends in a slash
            yield name, member


def _name(member: ZipInfo) -> str:
    """Its name: Windows writes it in GBK and does not say so, others in UTF-8."""
    name = member.filename
    if not member.flag_bits & _NAMED_IN_UTF_8:
        try:
            written = name.encode("cp437")
        except UnicodeEncodeError:
            return name
        for encoding in ("utf-8", "gb18030"):
            try:
                return written.decode(encoding)
            except UnicodeDecodeError:
                continue
    return name
