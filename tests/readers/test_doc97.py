"""The format of Word 97. LibreOffice wrote the files: one with spans, changes and hidden text, and a whole report."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from giptui.form import FORMS
from giptui.readers.document import Refused
from giptui.readers.formats import office
from readers.judging import Judged, judged, read
from readers.seen import document, refusal, seen
from readers.writing import made

WHOLE = (Path(__file__).parent / "files" / "word97.doc").read_bytes()


@pytest.fixture(autouse=True)
def _without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where LibreOffice is not installed."""
    monkeypatch.setattr(office, "which", lambda _: None)


def test_tables_have_their_spans_and_changes_are_as_word_shows_them() -> None:
    found = document(WHOLE)
    assert found.kind == "Word 97 或 WPS 文档"
    assert seen(found) == [
        "总体情况",
        "甲",
        "乙",
        "主动公开政府信息情况",
        "丙",
        [
            ["并列 1×2", "02", "03"],
            ["并行 2×1", "13", "12", "13"],
            ["21", "22", "23"],
            ["", "31", "32", ""],
        ],
        "尾　注",
    ]


def test_a_whole_report_is_read_cell_by_cell() -> None:
    report = made.rich(FORMS["2021"])
    data = (Path(__file__).parent / "files" / "report97.doc").read_bytes()
    assert judged(read("年报.wps", data), report) == Judged([], [], [], [])


def test_a_document_with_a_password_is_refused() -> None:
    at = WHOLE.index(b"\xec\xa5") + 0x0A
    (flags,) = struct.unpack_from("<H", WHOLE, at)
    locked = WHOLE[:at] + struct.pack("<H", flags | 0x0100) + WHOLE[at + 2 :]
    assert refusal(locked) == "import-encrypted"


def test_an_older_format_is_to_be_saved_anew() -> None:
    at = WHOLE.index(b"\xec\xa5")
    assert refusal(WHOLE[:at] + b"\xdc\xa5" + WHOLE[at + 2 :]) == "import-save-as"


@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_document_that_is_cut_off_is_whole_or_refused(tenth: int) -> None:
    try:
        assert seen(document(WHOLE[: len(WHOLE) * tenth // 10])) == seen(document(WHOLE))
    except Refused as refused:
        assert refused.refusal == "import-save-as"


@pytest.mark.parametrize("at", range(0, len(WHOLE), 1471))
def test_a_damaged_document_is_refused_or_read(at: int) -> None:
    try:
        document(WHOLE[:at] + bytes(byte ^ 0xFF for byte in WHOLE[at : at + 40]) + WHOLE[at + 40 :])
    except Refused as refused:
        assert refused.refusal in ("import-save-as", "import-encrypted", "import-no-text", "import-unknown-kind")
