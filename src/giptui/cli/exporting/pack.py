"""What `giptui pack` does: every format that an office hands on, and their check sums, into one folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final, NamedTuple

from giptui.cli.check.policies import policies
from giptui.cli.exits import Exit
from giptui.cli.exporting.missing import needed
from giptui.cli.exporting.placing import differing, placed
from giptui.cli.exporting.readiness import readiness
from giptui.cli.inputs import load_or_fail
from giptui.cli.streams import fail, narrate
from giptui.printers.errors import NoFont, NotInstalled
from giptui.printers.formats import Format, named, pages, remarks
from giptui.report import Report
from giptui.store import Unwritable

_FORMATS: Final = ("docx", "pdf", "html", "xlsx", "json", "txt")
_SUMS: Final = "SHA-256SUMS"
_LONGEST_NAME: Final = 60
"""Characters of a file's name before its extension: there is room for 255 bytes, and a character takes three."""


class Packing(NamedTuple):
    """How `giptui pack` was called."""

    folder: str
    draft: bool = False
    strict: bool = False
    force: bool = False


def pack(file: str, packing: Packing) -> Exit:
    """Write them all, or none; the exit code."""
    _, report = load_or_fail(file)
    state = readiness(file, report, policies([file], (), lambda sentence: None)(file))
    if not state.is_ready:
        done = "没有写出" if packing.strict else "照样写出"
        narrate(f"{file}: {state.words}，{done}；逐条列出用 giptui check {file}")
        if packing.strict:
            return Exit.FINDINGS
    stem = _stem(report)
    files = {f"{stem}{each.extensions[0]}": data for each, data in _written(file, report, packing.draft)}
    is_whole = len(files) == len(_FORMATS)
    if packing.strict and not is_whole:
        narrate(f"{packing.folder}: 一个文件也没有写，原因见上；不加 --strict 则写出其余的格式")
        return Exit.FINDINGS
    _put(packing, {**files, _SUMS: _sums(files)})
    rest = "" if is_whole else f"；另有 {len(_FORMATS) - len(files)} 种格式没有写出，原因见上"
    narrate(f"{packing.folder}: 写出 {len(files)} 个文件和 {_SUMS}{rest}")
    return Exit.FINE if is_whole else Exit.FINDINGS


def _written(file: str, report: Report, draft: bool) -> Iterator[tuple[Format, bytes]]:
    """Each format that can be written here; of the others it is said why they cannot."""
    for each in map(named, _FORMATS):
        try:
            data = pages(each).write(report, draft)
        except (NotInstalled, NoFont) as error:
            narrate(needed(each, error))
        else:
            for remark in remarks(each, report):
                narrate(f"{file}: {remark}")
            yield each, data


def _stem(report: Report) -> str:
    """``青山县人民政府2024年政府信息公开工作年度报告``, with nothing in it that a file's name cannot hold anywhere."""
    year = f"{report.year}年" if report.year else ""
    organ = "".join(character if character.isprintable() else " " for character in report.organ)
    safe = re.sub(r'[\s/\\:*?"<>|]+', "", organ).lstrip(".-~")[:_LONGEST_NAME]
    return f"{safe}{year}政府信息公开工作年度报告"


def _sums(files: Mapping[str, bytes]) -> bytes:
    """As `sha256sum` writes and checks them."""
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()


def _put(packing: Packing, files: Mapping[str, bytes]) -> None:
    try:
        others = differing(packing.folder, files)
        if others and not packing.force:
            fail(
                "pack-differs",
                f"{os.path.join(packing.folder, others[0])}: 已有内容不同的同名文件"  # noqa: PTH118
                f"{f'（共 {len(others)} 个）' if len(others) > 1 else ''}，一个也没有写；"
                "请换一个文件夹，或加 --force 换掉它们",
            )
        placed(packing.folder, files)
    except Unwritable as error:
        fail(error.refusal, str(error))
