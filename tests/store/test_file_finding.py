"""Which files a folder holds for us: sorted, hidden ones left out, what is none of ours counted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from store_samples import SEED, ordinary_user

from giptui.store import find


def make(folder: Path, *names: str, text: str = 'form = "2021"\n') -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(folder: Path) -> list[str]:
    return [os.path.relpath(file, folder) for file in find([str(folder)]).files]


def test_reports_are_found_at_any_depth_sorted_by_path(tmp_path: Path) -> None:
    make(tmp_path, "b.toml", "a/z.toml", "a/b/c.toml", "a.toml", "c.txt", "d.toml.bak")
    assert found(tmp_path) == ["a.toml", "a/b/c.toml", "a/z.toml", "b.toml"]


def test_hidden_files_and_folders_are_left_out_but_not_when_named(tmp_path: Path) -> None:
    make(tmp_path, ".git/a.toml", ".b.toml", "a/.c/d.toml", "e.toml")
    assert found(tmp_path) == ["e.toml"]
    assert found(tmp_path / ".git") == ["a.toml"]
    assert find([str(tmp_path / ".b.toml")]).files == (str(tmp_path / ".b.toml"),)


def test_other_toml_files_are_skipped_and_counted(tmp_path: Path) -> None:
    make(tmp_path, "pyproject.toml", text="[project]\nform = 1\n")
    make(tmp_path, "b.toml", text='title = "form = 1"\n')
    make(tmp_path, "c.toml")
    outcome = find([str(tmp_path)])
    assert [Path(file).name for file in outcome.files] == ["c.toml"]
    assert outcome.skipped == 2


def test_a_form_may_stand_behind_comments_or_other_keys(tmp_path: Path) -> None:
    make(tmp_path, "a.toml", text="# 年报\n\n  form='2021'\n")
    make(tmp_path, "b.toml", text='x.a = 1\n"form" = "2021"\n')
    (tmp_path / "c.toml").write_bytes(b"\xef\xbb\xbf" + SEED.read_bytes().replace(b"\n", b"\r\n"))
    assert found(tmp_path) == ["a.toml", "b.toml", "c.toml"]


@pytest.mark.parametrize("line", ['from = "2021"', 'Form = "2021"', 'forms = "2021"', "", '[form]\nid = "2021"'])
def test_a_report_that_has_lost_its_form_is_not_skipped(tmp_path: Path, line: str) -> None:
    make(tmp_path, "a.toml", text=f"{line}\n[report]\nyear = 2023\n[applications]\n")
    (tmp_path / "b.toml").write_text(SEED.read_text("utf-8").replace('form = "2021"', line, 1), "utf-8")
    outcome = find([str(tmp_path)])
    assert found(tmp_path) == ["a.toml", "b.toml"]
    assert outcome.skipped == 0


@pytest.mark.parametrize(
    "text",
    [
        "[report]\nshow_missing = true\n",
        "[report]\na = 1\n[overview]\n",
        "[applications]\na = 1\n",
        "report = 1\n[disputes]\n",
    ],
)
def test_a_table_of_the_same_name_makes_no_report(tmp_path: Path, text: str) -> None:
    make(tmp_path, "coverage.toml", text=text)
    assert find([str(tmp_path)]) == ((), 1, ())


def test_what_cannot_be_read_is_not_skipped(tmp_path: Path) -> None:
    make(tmp_path, "a.toml", text="form = \n")
    make(tmp_path, "b.toml", text="[x\n")
    (tmp_path / "c.toml").write_bytes(b"\xff\x00")
    (tmp_path / "d.toml").touch()
    assert found(tmp_path) == ["a.toml", "b.toml", "c.toml", "d.toml"]


def test_named_files_are_taken_as_they_are(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.toml")
    names = [str(tmp_path / "b.txt"), "-", str(tmp_path / "none.toml"), str(tmp_path), str(tmp_path / "b.txt")]
    assert find(names).files == (*names[:3], str(tmp_path / "a.toml"))


def test_links_do_not_lead_in_circles(tmp_path: Path) -> None:
    make(tmp_path, "a/b.toml")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "c.toml").symlink_to("a/b.toml")
    (tmp_path / "dangling.toml").symlink_to("none")
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    assert found(tmp_path) == ["a/b.toml", "c.toml"]


def test_a_folder_that_is_shut_is_told() -> None:
    with ordinary_user() as folder:
        make(folder, "a.toml", "shut/b.toml")
        (folder / "shut").chmod(0)
        outcome = find([str(folder)])
        (folder / "shut").chmod(0o755)
    assert len(outcome.files) == 1
    assert [error.file for error in outcome.unreadable] == [str(folder / "shut")]
    assert "没有权限" in outcome.unreadable[0].reason
