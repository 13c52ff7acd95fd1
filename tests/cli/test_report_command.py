"""`giptui report` and the bare `giptui FILE` where there is no terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cli_program import Program

from giptui.printers import plain
from giptui.store import load


def printed(path: Path, *arguments: object) -> str:
    return plain(load(str(path))[1], *arguments)  # type: ignore[arg-type]


def test_bare_file_prints_the_report_and_nothing_else(giptui: Program, seed: Path) -> None:
    assert giptui("seed.toml") == (0, printed(seed), "")
    assert giptui("-", stdin=seed.read_bytes()) == (0, printed(seed), "")


def test_layouts_and_sections(call: Program, seed: Path) -> None:
    assert call("report", seed).out == printed(seed, "tables")
    assert call("report", "--layout", "lines", seed).out == printed(seed, "lines")
    assert call("report", "--section", "4", "--section", "1", seed).out == printed(seed, "tables", {1, 4})


@pytest.mark.parametrize("number", ["0", "7", "四"])
def test_there_are_six_sections(call: Program, seed: Path, number: str) -> None:
    done = call("report", "--section", number, seed)
    assert (done.code, done.out) == (2, "")
    assert "--section 只能是 1、2、3、4、5、6 之一" in done.err


def test_several_files_with_one_empty_line_between(call: Program, seed: Path, clean: Path) -> None:
    assert call("report", seed, clean).out == printed(seed) + "\n" + printed(clean)


def test_an_unreadable_file_does_not_keep_the_others(call: Program, seed: Path) -> None:
    done = call("report", "none.toml", seed)
    assert (done.code, done.out) == (2, printed(seed))
    assert done.err == "none.toml: 没有这个文件；新建一份空白报告用 giptui new 文件名\n"


def test_output_file(call: Program, seed: Path, tmp_path: Path) -> None:
    for _ in range(2):  # the second time over the first
        assert call("report", seed, "-o", "report.txt") == (0, "", "")
        assert (tmp_path / "report.txt").read_text(encoding="utf-8") == printed(seed)


def test_output_is_not_written_in_part(call: Program, seed: Path, tmp_path: Path) -> None:
    done = call("report", seed, "none.toml", "-o", "report.txt")
    assert (done.code, done.out) == (2, "")
    assert not (tmp_path / "report.txt").exists()


@pytest.mark.parametrize("how", ["same", "link", "symlink"])
def test_an_input_is_never_written_over(call: Program, seed: Path, how: str) -> None:
    other = seed.with_name("other.toml")
    before = seed.read_bytes()
    if how == "link":
        os.link(seed, other)
    elif how == "symlink":
        other.symlink_to(seed)
    done = call("report", "seed.toml", "-o", seed if how == "same" else other)
    assert done.code == 2
    assert "正是要读的那份报告" in done.err
    assert seed.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("x.docx", "要 .docx 用 giptui export seed.toml -o x.docx"),
        ("X.PDF", "要 .pdf 用 giptui export seed.toml -o X.pdf"),
        ("年报.2023.xls", "要 .xlsx 用 giptui export seed.toml -o 年报.2023.xlsx"),
        ("x.json", "要 .json 用 giptui export seed.toml -o x.json"),
        ("x.toml", "请换一个文件名，如 x.txt"),
        ("x.png", "请换一个文件名，如 x.txt"),
    ],
)
def test_plain_text_is_not_written_under_the_name_of_another_format(
    call: Program, seed: Path, name: str, remedy: str
) -> None:
    suffix = f".{name.rpartition('.')[2]}"
    refusal = f"{name}: 排印出来的是纯文本，不能当作 {suffix} 文件；{remedy}\n"
    assert call("report", "seed.toml", "-o", name) == (2, "", refusal)
    assert not Path(name).exists()


@pytest.mark.parametrize("name", ["x", "x.txt", "x.TXT", "白鹤镇.2023年", ".docx"])
def test_any_other_name_will_do(call: Program, seed: Path, name: str) -> None:
    assert call("report", seed, "-o", name) == (0, "", "")
    assert Path(name).read_text(encoding="utf-8") == printed(seed)


@pytest.mark.parametrize("name", ["other.toml", "other.txt", "link"])
@pytest.mark.parametrize("text", ['# 年报\nform = "2021"\n', "[report]\n[form]\n", 'form = "2021"\n[report\n'])
def test_an_existing_report_is_never_written_over(call: Program, seed: Path, name: str, text: str) -> None:
    other = seed.with_name("other.toml" if name == "link" else name)
    other.write_text(text, encoding="utf-8")
    if name == "link":
        seed.with_name("link").symlink_to(other)
    assert call("report", seed, "-o", name) == (2, "", f"{name}: 这里已有一份报告，不会覆盖；请换一个文件名\n")
    assert other.read_text(encoding="utf-8") == text


def test_output_into_a_folder_that_is_not_there(call: Program, seed: Path) -> None:
    done = call("report", seed, "-o", "none/report.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("none/report.txt: ")


def test_a_folder_is_no_output_file(call: Program, seed: Path) -> None:
    assert call("report", seed, "-o", ".") == (2, "", ".: 这是文件夹；请写出文件名\n")
    assert call("new", ".") == (2, "", ".: 这是文件夹；请写出文件名\n")


def test_a_device_is_written_to_and_not_replaced(call: Program, seed: Path, tmp_path: Path) -> None:
    (tmp_path / "null").symlink_to("/dev/null")
    assert call("report", seed, "-o", "null").code == 0
    assert (tmp_path / "null").is_symlink()
    assert Path("/dev/null").is_char_device()
