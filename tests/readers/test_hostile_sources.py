"""Hostile sources: a sentence and a proper end within bounds of processor time and memory, whatever the file is."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from giptui.display.visible import CONTROL
from giptui.readers.document import Refused
from giptui.readers.reading import reading
from giptui.readers.sources import documents
from patience import allowed
from readers.corpus import Fixture, corpus
from readers.hostile.running import MEGABYTES, Ended, imported
from readers.hostile.sources import KINDS, built, escaping
from readers.judging import invented, judged
from readers.judging import read as read_source

EVERYTHING = bool(os.environ.get("GIPTUI_HOSTILE"))  # every kind, and cuts at every tenth byte: some minutes
QUICK = (
    *("zip-of-900-mb", "zip-that-lies", "docx-that-lies", "docx-entities", "xlsx-of-900-mb"),
    *("tables-a-thousand-deep", "colspan-100000", "a-thousand-tables", "endless-line", "endless-row"),
    *("labels-by-the-hundred-thousand", "half-utf-8-half-gbk", "utf-16"),
)


def sound(ended: Ended) -> None:
    """It ended as a program ends, said a sentence, took no more memory than it may."""
    assert ended.code in (0, 1, 2)
    assert re.search("[\u4e00-\u9fff]", ended.err)
    assert "Traceback" not in ended.err
    assert "自身出错" not in ended.err
    assert not re.search(CONTROL, ended.err)
    assert ended.megabytes <= MEGABYTES


@pytest.mark.parametrize("kind", KINDS if EVERYTHING else QUICK)
def test_a_sentence_in_bounds(kind: str, tmp_path: Path) -> None:
    source = tmp_path / "年报"
    source.write_bytes(built(kind))
    sound(imported(source))


@pytest.mark.parametrize("name", escaping())
def test_no_escape_sequence_comes_out(name: str, tmp_path: Path) -> None:
    source = tmp_path / "年报\x1b[31m.txt"
    source.write_bytes(escaping()[name])
    ended = imported(source)
    sound(ended)
    assert not re.search("[\x1b\x9b\x07\u202e]", ended.out)


CUT = {
    *("lines-2021-full", "pipes-end-2021-full", "rows-2019-full", "markdown-2021-full", "tabs-2021-full"),
    *("drawn-2021-full", "drawn-layout-2021-full", "report-tables-gappy", "html-site", "text-gb18030"),
    *("docx-2021-full", "xlsx-2021-full", "ods-2021-full", "pdf-2021-full"),
}
FIXTURES = [fixture for fixture in corpus() if fixture.name in CUT]
SLOW = ("docx", "xlsx", "ods", "pdf")


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_a_file_cut_off_anywhere_is_refused_or_read_as_far_as_it_goes(fixture: Fixture) -> None:
    """At most the number that the cut went through is a shorter one; all others are right or unread."""
    whole = fixture.build()
    step = 10 if EVERYTHING else max(10, len(whole) // (3 if fixture.name.startswith(SLOW) else 8))
    for end in range(3, len(whole), step):
        try:
            ((_, document),) = documents(fixture.name, whole[:end])
            if isinstance(document, Refused):
                continue
            found = reading(document)
        except Refused:
            continue
        assert [*invented(document, found)] == [], end
        shorter = judged(found, fixture.made).wrong
        numbers = [line for line in shorter if not line.endswith("read as ''")]
        assert len(numbers) <= 1, (end, numbers)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "big5", "latin-1", "utf-7", "cp037"])
@pytest.mark.parametrize("name", ["rows-2021-full", "html-site"])
def test_other_encodings_are_refused_or_read_right(name: str, encoding: str) -> None:
    fixture = next(each for each in corpus() if each.name == name)
    data = fixture.build().decode().encode(encoding, errors="replace")
    with allowed(20):
        try:
            found = judged(read_source("年报", data), fixture.made)
        except Refused:
            return
    assert [line for line in found.wrong if not line.endswith("read as ''")] == []
