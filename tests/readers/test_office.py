"""What is read by way of LibreOffice: a program in its place writes what it would, or does not."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from docx import Document as New  # type: ignore[import-not-found, unused-ignore]

from giptui.readers.document import Refused
from giptui.readers.formats import office
from readers.seen import document, refusal, seen

RTF = rb"{\rtf1 x}"

_PROGRAM = """#!{python}
import os, pathlib, shutil, sys, time
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
assert (folder / "document").read_bytes() == {data!r} and sys.argv[-1] == str(folder / "document")
assert any(each == f"-env:UserInstallation=file://{{folder}}/profile" for each in sys.argv)
{does}
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path / "soffice"


def put(program: Path, does: str) -> None:
    program.write_text(_PROGRAM.format(python=sys.executable, data=RTF, does=does), encoding="utf-8")
    program.chmod(0o755)


def test_what_libreoffice_makes_of_it_is_read(program: Path) -> None:
    written = New()
    written.add_paragraph("某局年报")
    out = io.BytesIO()
    written.save(out)
    program.with_suffix(".docx").write_bytes(out.getvalue())
    put(program, f"shutil.copy({str(program.with_suffix('.docx'))!r}, folder / 'document.docx')")
    found = document(RTF)
    assert (found.kind, seen(found)) == ("RTF 文档", ["某局年报"])


def test_without_libreoffice_it_is_to_be_saved_anew(program: Path) -> None:
    assert not program.exists()
    assert refusal(RTF) == "import-save-as"


@pytest.mark.parametrize("does", ["", "sys.exit(1)", "(folder / 'profile').mkdir()"])
def test_what_it_cannot_open_is_to_be_saved_anew(program: Path, does: str) -> None:
    put(program, does)
    assert refusal(RTF) == "import-save-as"


def test_what_it_never_ends_with_is_ended_with_all_it_started(program: Path, tmp_path: Path) -> None:
    started = tmp_path / "started"
    put(program, f"os.fork() or pathlib.Path({str(started)!r}).write_text(str(os.getpid())); time.sleep(600)")
    with pytest.raises(Refused) as refused:
        office.read(RTF, "RTF 文档", seconds=3)
    assert refused.value.refusal == "import-save-as"
    status = Path(f"/proc/{started.read_text()}/stat")
    assert not status.exists() or status.read_text().split()[2] == "Z"
