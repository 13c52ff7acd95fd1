"""What kind a file is, by its content; archives; what is refused, and that it always is by a sentence."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document as New  # type: ignore[import-not-found, unused-ignore]
from hypothesis import given
from hypothesis import strategies as st

from giptui.readers.document import Document, Refused
from giptui.readers.sources import documents
from readers.seen import document, refusal, seen

FILES = Path(__file__).parent / "files"
PAGE = "<html><table><tr><td>规章<td>3</table>".encode()
MAIL = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=B\r\n\r\n"


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx() -> bytes:
    out = io.BytesIO()
    written = New()
    written.add_paragraph("某局年报")
    written.save(out)
    return out.getvalue()


def read(data: bytes) -> dict[str, str]:
    """Of each document in the bytes its kind, or why it is refused."""
    return {
        name: found.refusal if isinstance(found, Refused) else found.kind for name, found in documents("来源.pdf", data)
    }


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PAGE, "网页"),
        (b"\xef\xbb\xbf\r\n<!-- saved -->\n" + PAGE, "网页"),
        (b'<?xml version="1.0" encoding="utf-8"?>\n' + PAGE, "网页"),
        (("一</p>" * 9).encode(), "网页"),
        (PAGE.decode().encode("utf-16"), "网页"),
        (MAIL + b"--B\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--B--\r\n", "保存的网页"),
        ("| 规章 | 3<br>4 |\n".encode(), "文本"),
        ("规章\n\n3\n".encode("gb18030"), "文本"),
        ("a < b > c".encode("utf-16"), "文本"),
        (docx(), "Word 文档"),
        ((FILES / "word97.doc").read_bytes(), "Word 97 或 WPS 文档"),
    ],
)
def test_a_kind_is_told_by_content(data: bytes, kind: str) -> None:
    assert read(data) == {"来源.pdf": kind}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "import-empty"),
        (b" \r\n\t", "import-empty"),
        (b"<html><body><script>load()</script></body></html>", "import-no-text"),
        (bytes(range(256)) * 20, "import-unknown-kind"),
        (b"Rar!\x1a\x07\x01\x00", "import-save-as"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "import-save-as"),
        (b"\x1f\x8b\x08\x00\x00", "import-save-as"),
        (b"GIF89a\x01\x00", "import-save-as"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "import-save-as"),
        (zipped({"ppt/presentation.xml": "x", "[Content_Types].xml": "x"}), "import-save-as"),
        (zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "x"}), "import-save-as"),
        (zipped({"[Content_Types].xml": "x"}), "import-save-as"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage\0".encode("utf-16-le"), "import-encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "PowerPoint Document\0".encode("utf-16-le"), "import-save-as"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "import-save-as"),
        (MAIL + b"--B\r\nContent-Type: image/png\r\n\r\nx\r\n--B--\r\n", "import-broken"),
        (b"<html>" + b" " * (65 << 20), "import-too-large"),
        (zipped({}), "import-zip-empty"),
        (zipped({"__MACOSX/._a": "x", ".DS_Store": "x"}), "import-zip-empty"),
        (b"PK\x03\x04", "import-broken"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, name: str) -> None:
    assert refusal(data) == name


def test_each_file_of_an_archive_is_read() -> None:
    page = PAGE.decode()
    archive = {
        "各局/甲.html": page,
        "各局/乙.docx": docx(),
        "坏.docx": docx()[:5000],
        "各局/甲_files/样式.css": "x",
        "__MACOSX/各局/._甲.html": "x",
        "各局/.隐藏.html": page,
        "各局/空.html": "",
        "内.zip": zipped({"丙.html": page, "再内.zip": zipped({"丁.html": page})}),
    }
    assert read(zipped(archive)) == {
        "来源.pdf/各局/甲.html": "网页",
        "来源.pdf/各局/乙.docx": "Word 文档",
        "来源.pdf/坏.docx": "import-broken",
        "来源.pdf/各局/空.html": "import-empty",
        "来源.pdf/内.zip/丙.html": "网页",
        "来源.pdf/内.zip/再内.zip": "import-zip-in-zip",
    }


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_member_has_the_name_that_a_person_gave_it(encoding: str) -> None:
    name = "龙泉镇年报.html".encode(encoding)
    plain = "n" * len(name)
    assert list(read(zipped({plain: PAGE}).replace(plain.encode(), name))) == ["来源.pdf/龙泉镇年报.html"]


def test_a_member_without_a_name_is_none() -> None:
    damaged = zipped({"QQQ": PAGE, "甲.html": PAGE}).replace(b"QQQ", b"\0QQ")  # the name ends before the NUL
    assert read(damaged) == {"来源.pdf/甲.html": "网页"}


def test_an_encrypted_member_is_refused_and_the_others_are_read() -> None:
    data = bytearray(zipped({"甲.html": PAGE, "乙.html": PAGE}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert read(bytes(data)) == {"来源.pdf/甲.html": "import-encrypted", "来源.pdf/乙.html": "网页"}


def test_an_archive_is_measured_before_it_is_unpacked() -> None:
    blown = zipped({f"{at}.txt": bytes(13 << 20) for at in range(5)})
    assert len(blown) < 100_000
    assert refusal(blown) == "import-too-large"
    within = zipped({f"{at}.zip": zipped({"a.txt": b"\n" * (30 << 20)}) for at in range(4)})
    assert list(read(within).values()).count("import-too-large") == 2


def test_a_library_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("giptui.readers.sources.find_spec", lambda _: None)
    ((_, found),) = documents("a", docx())
    assert isinstance(found, Refused) and found.refusal == "import-not-installed"
    assert "pip install 'giptui[import]'" in found.reason
    assert isinstance(next(documents("a", b"text"))[1], Document)  # plain text needs none


def test_no_library_is_loaded_to_tell_a_kind() -> None:
    loaded = "sys.modules.keys() & {'selectolax', 'mammoth', 'olefile', 'python_calamine', 'ofdkit', 'pdfplumber'}"
    reading = "import sys; from giptui.readers.sources import documents; list(documents('a', b'text'))"
    command = [sys.executable, "-c", f"{reading}; print({loaded})"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "set()\n"


def test_frames_of_a_saved_page_are_one_page() -> None:
    part = b"--B\r\nContent-Type: text/html; charset=%s\r\nContent-Transfer-Encoding: %s\r\n\r\n%s\r\n"
    first = part % (b"gb2312", b"quoted-printable", b"<title>=C4=EA=B1=A8</title><p>a=3Db</p>")
    second = part % (b"utf-8", b"base64", b"PHRhYmxlPjx0cj48dGQ+eDx0ZD4zPC90YWJsZT4=")
    found = document(MAIL + first + second + b"--B--\r\n")
    assert found.title == "年报"
    assert seen(found) == ["a=b", [["x", "3"]]]


@given(st.binary(max_size=200), st.sampled_from([b"", b"<html>", b"PK\x03\x04", MAIL, b"\xff\xfe"]))
def test_whatever_the_bytes_are_there_is_a_document_or_a_sentence(data: bytes, begins: bytes) -> None:
    for _, found in documents("a", begins + data):
        assert isinstance(found, Document | Refused)
