"""What keeps a file from being read: one sentence each, with the place where there is one and with what to do."""

from __future__ import annotations

import io
import os
import sys
import threading
from pathlib import Path

import pytest
from store_samples import SEED, ordinary_user

from giptui.store import Unreadable, load, read
from giptui.store.source import LARGEST_FILE


def refusal(path: Path | str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        load(str(path))
    return caught.value


def test_the_bytes_are_kept_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    data = b'\xef\xbb\xbfform = "2021"\r\n[report]\r\norgan = "x"\r\n'
    path.write_bytes(data)
    source = read(str(path))
    assert source.data == data
    assert source.text == 'form = "2021"\n[report]\norgan = "x"\n'
    assert (source.bom, source.crlf) == (True, True)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SEED.read_bytes())))
    source, report = load("-")
    assert source.name == "-"
    assert report.organ == "房县白鹤镇人民政府"


def test_standard_input_is_read_no_further_than_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/zero").open() as endless:
        monkeypatch.setattr(sys, "stdin", endless)
        assert "超过 8 MB" in refusal("-").reason


def test_standard_input_that_is_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "标准输入没有打开" in refusal("-").reason


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(SEED.read_bytes(),))
    writer.start()
    assert read(str(pipe)).data == SEED.read_bytes()
    writer.join()


def test_no_such_file(tmp_path: Path) -> None:
    error = refusal(tmp_path / "无.toml")
    assert str(error) == f"{tmp_path}/无.toml: 没有这个文件；新建一份空白报告用 giptui new 文件名"


def test_a_folder(tmp_path: Path) -> None:
    assert "这是文件夹" in refusal(tmp_path).reason


def test_no_right_to_read() -> None:
    with ordinary_user() as folder:
        path = folder / "a.toml"
        path.write_bytes(SEED.read_bytes())
        path.chmod(0)
        assert "没有读这个文件的权限" in refusal(path).reason


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "/dev/null/a.toml"])
def test_a_name_that_cannot_be_one(name: str) -> None:
    assert "文件读不出来" in refusal(name).reason


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\n"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(data)
    assert "文件是空的" in refusal(path).reason
    assert "giptui new" in refusal(path).reason


def test_a_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"PK\x03\x04\x00\xff")
    assert "二进制" in refusal(path).reason


def test_gb18030_is_named_with_its_remedy(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes('form = "2021"\n[report]\norgan = "白鹤镇"\n'.encode("gb18030"))
    error = refusal(path)
    assert error.line == 3
    assert "第 33 字节" in error.reason
    assert "iconv -f GB18030 -t UTF-8" in error.reason


def test_bytes_of_no_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b'form = "2021"\n# \xff\xff\n')
    assert "不是 UTF-8 编码" in refusal(path).reason
    assert "GB18030" not in refusal(path).reason


def test_utf16_is_named_with_its_remedy(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes('form = "2021"'.encode("utf-16"))
    assert "iconv -f UTF-16 -t UTF-8" in refusal(path).reason


def test_a_hundred_megabytes_are_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("read"))
    assert "超过 8 MB" in refusal(path).reason


def test_the_largest_file_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b'form = "2021"\n'.ljust(LARGEST_FILE, b"\n"))
    assert len(read(str(path)).data) == LARGEST_FILE


def test_a_name_full_of_control_characters_is_shown_on_one_line(tmp_path: Path) -> None:
    assert "\n" not in str(refusal(tmp_path / "a\x1b[31m\nb"))
    assert "a␛[31m␊b: " in str(refusal(tmp_path / "a\x1b[31m\nb"))
