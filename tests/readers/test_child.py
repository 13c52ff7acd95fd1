"""The process in which hostile kinds of files are read: what comes back, and that nothing else does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from giptui.readers import child
from giptui.readers.document import Cell, Document, Grid, InParagraph, OnPage, Picture, Refused, Text

READER = """
import os, sys, time
from giptui.readers.document import *

WHOLE = Document(
    "PDF",
    (
        Text("正文\\ud800", OnPage(2, (1.5, 2.0, 3.25, 4.0))),
        Grid((Cell("0", OnPage(1), 0, None, 2, 3, "看不清"),), True),
        Picture(InParagraph(3)),
    ),
    "标题",
    ("说明",),
)

def read(data, progress=None):
    print("noise of a library", flush=True)
    os.write(2, b"and more")
    match data:
        case b"whole": return WHOLE
        case b"pages":
            for page in (1, 2, 3):
                time.sleep(1.5)
                progress(page, 3)
            return WHOLE
        case b"refused": raise Refused("file-empty", "这是空文件")
        case b"memory": return b"x" * 600_000_000
        case b"deep": return read.__call__(data) and None
        case b"crash": os.abort()
        case b"error": raise KeyError("/Root")
        case b"loop":
            while True: pass
        case b"sleep": time.sleep(600)
        case b"no document": return {"os": "system"}
        case _: return Document(str(len(data)), ())
"""
WHOLE = Document(
    "PDF",
    (
        Text("正文\ud800", OnPage(2, (1.5, 2.0, 3.25, 4.0))),
        Grid((Cell("0", OnPage(1), 0, None, 2, 3, "看不清"),), True),
        Picture(InParagraph(3)),
    ),
    "标题",
    ("说明",),
)


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "made_reader.py").write_text(READER, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "made_reader"


def test_a_document_comes_back_as_it_was(reader: str) -> None:
    assert child.read(reader, b"whole") == WHOLE
    assert child.read(reader, bytes(3_000_000)).kind == "3000000"


def test_progress_is_told_page_by_page_and_renews_the_patience(reader: str) -> None:
    told: list[tuple[int, int]] = []
    assert child.read(reader, b"pages", seconds=4, progress=lambda *pages: told.append(pages)) == WHOLE
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("source", "refusal"),
    [
        ("refused", "file-empty"),
        ("memory", "import-too-much"),
        ("loop", "import-too-much"),
        ("sleep", "import-too-much"),
        ("deep", "import-broken"),
        ("crash", "import-broken"),
        ("error", "import-broken"),
        ("no document", "import-broken"),
    ],
)
def test_whatever_a_source_does_to_its_reader_is_a_refusal(
    reader: str, source: str, refusal: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Refused) as refused:
        child.read(reader, source.encode(), seconds=1.5, memory=500_000_000)
    assert refused.value.refusal == refusal
    assert capfd.readouterr() == ("", "")


def test_it_ends_with_the_process_that_asked(reader: str, tmp_path: Path) -> None:
    alive = tmp_path / "alive"  # has an end of file once its only writer has ended
    os.mkfifo(alive)
    (tmp_path / "sleeper.py").write_text(
        f"import time\ndef read(data):\n with open({str(alive)!r}, 'w') as told:\n"
        "  told.write('here ')\n  told.flush()\n  time.sleep(20)\n  told.write('still here')\n"
    )
    asks = "from giptui.readers import child; child.read('sleeper', b'')"
    path = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])}
    with subprocess.Popen([sys.executable, "-c", asks], env=path) as asking, alive.open() as told:
        assert told.read(5) == "here "
        asking.kill()
        assert told.read() == ""
