"""`giptui pack`: six files and their check sums, the same every time, all of them or none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from cli_program import ROOT, Outcome, Program, environment

from giptui.store import load
from readers.judging import Judged, judged, read

FONTS = str(ROOT / "tests" / "readers" / "fonts")
EXTENSIONS = ("docx", "html", "json", "pdf", "txt", "xlsx")
NAME = "房县白鹤镇人民政府2023年政府信息公开工作年度报告"
ALONE = """
import socket, subprocess, sys
def no(*_, **__): raise OSError("not here")
socket.socket.__init__ = socket.create_connection = subprocess.Popen.__init__ = no
from giptui.__main__ import run
run()
"""


@pytest.fixture
def pack(giptui: Program, seed: Path) -> Program:
    def packed(*arguments: str, **variables: str) -> Outcome:
        return giptui("pack", seed.name, *arguments, **{"GIPTUI_FONTS": FONTS, **variables})

    return packed


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_office_gets_six_files_and_their_sums(pack: Program, call: Program, seed: Path) -> None:
    """Each file is what `export` writes, and read back the same report."""
    done = pack("-d", "稿/上报")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("稿/上报: 写出 6 个文件和 SHA-256SUMS\n")
    files = held(seed.parent / "稿" / "上报")
    sums = dict(reversed(line.split("  ")) for line in files.pop("SHA-256SUMS").decode().splitlines())
    assert sums == {name: sha256(data).hexdigest() for name, data in files.items()}
    assert sorted(files) == [f"{NAME}.{extension}" for extension in EXTENSIONS]
    _, report = load(str(seed))
    for name, data in files.items():
        exported = f"a.{name.rpartition('.')[2]}"
        call("export", seed.name, "-o", exported)
        assert exported == "a.pdf" or (seed.parent / exported).read_bytes() == data
        if not name.endswith(".json"):
            assert judged(read(name, data), report) == Judged([], [], [], [])


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="coreutils are not there")
def test_the_sums_are_those_of_sha256sum(pack: Program, seed: Path) -> None:
    pack("-d", "out")
    subprocess.run(["sha256sum", "--strict", "-c", "SHA-256SUMS"], cwd=seed.parent / "out", check=True)


def test_the_same_bytes_without_network_and_programs(pack: Program, seed: Path) -> None:
    pack("-d", "one", TZ="Asia/Shanghai", PYTHONHASHSEED="1")
    subprocess.run(
        [sys.executable, "-c", ALONE, "pack", seed.name, "-d", "two"],
        cwd=seed.parent,
        env=environment(PATH="", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="2", GIPTUI_FONTS=FONTS),
        check=True,
    )
    assert held(seed.parent / "one") == held(seed.parent / "two")


def test_a_format_that_cannot_be_written_is_said_and_left_out(pack: Program, seed: Path) -> None:
    (seed.parent / "fonts").mkdir()
    done = pack("-d", "out", GIPTUI_FONTS="fonts")
    assert done.code == 1
    assert "写 pdf 要有中文字体" in done.err
    assert done.err.endswith("out: 写出 5 个文件和 SHA-256SUMS；另有 1 种格式没有写出，原因见上\n")
    files = held(seed.parent / "out")
    assert sorted(files) == sorted(["SHA-256SUMS", *(f"{NAME}.{each}" for each in EXTENSIONS if each != "pdf")])
    assert ".pdf" not in files["SHA-256SUMS"].decode()


def test_strict_writes_nothing_where_anything_is_wrong(giptui: Program, clean: Path) -> None:
    def strict(folder: str, fonts: str = FONTS) -> Outcome:
        return giptui("pack", clean.name, "-d", folder, "--strict", GIPTUI_FONTS=fonts)

    assert strict("out").code == 0
    (clean.parent / "fonts").mkdir()
    done = strict("none", "fonts")
    assert (done.code, (clean.parent / "none").exists()) == (1, False)
    assert done.err.endswith("none: 一个文件也没有写，原因见上；不加 --strict 则写出其余的格式\n")
    giptui("set", clean.name, "applications.new_received.total=5")
    done = strict("none")
    assert (done.code, (clean.parent / "none").exists()) == (1, False)
    assert "没有写出；逐条列出用 giptui check" in done.err


def test_what_stands_there_is_not_replaced_unasked(pack: Program, seed: Path) -> None:
    pack("-d", "out")
    folder = seed.parent / "out"
    (folder / "别的.txt").write_text("mine", encoding="utf-8")
    before = held(folder)
    assert pack("-d", "out").code == 0  # nothing would change
    done = pack("-d", "out", "--draft")
    assert (done.code, held(folder)) == (2, before)
    assert "已有内容不同的同名文件" in done.err
    assert pack("-d", "out", "--draft", "--force").code == 0
    after = held(folder)
    assert after["别的.txt"] == b"mine"
    assert "草案".encode() in after[f"{NAME}.txt"]
    assert [path.name for path in seed.parent.iterdir() if path.name.startswith(".")] == []


def test_all_or_none(pack: Program, seed: Path) -> None:
    """Where one of the files cannot take its place, none does."""
    (seed.parent / "out" / f"{NAME}.txt").mkdir(parents=True)
    done = pack("-d", "out", "--force")
    assert done.code == 2
    assert [path.name for path in (seed.parent / "out").iterdir()] == [f"{NAME}.txt"]
    assert [path.name for path in seed.parent.iterdir() if path.name.startswith(".")] == []


def test_names_are_harmless_whatever_the_organ_is_called(call: Program, seed: Path) -> None:
    text = seed.read_text(encoding="utf-8").replace('organ = "房县白鹤镇人民政府"', r'organ = "../../..a/b\u0007c:<>"')
    seed.write_text(text, encoding="utf-8")
    call("pack", seed.name, "-d", "out")
    assert (seed.parent / "out" / "abc2023年政府信息公开工作年度报告.txt").is_file()
