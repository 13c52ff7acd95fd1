"""Last year's report is the right one, or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from giptui.report import Report, same_organ
from giptui.store import LastYears, Unreadable, load
from giptui.store.shelf import Shelf

TOWN = "青山县石桥镇人民政府"


def write(path: Path, organ: str = TOWN, year: int | None = 2024, more: str = "") -> str:
    """A report file of that organ and year."""
    path.parent.mkdir(parents=True, exist_ok=True)
    stated = f"year = {year}\n" if year else ""
    path.write_text(f'form = "2021"\n\n[report]\norgan = "{organ}"\n{stated}\n{more}\n[overview]\ntext = ""\n', "utf-8")
    return str(path)


def sought(name: str, given: str | Path | None = None) -> Report | None:
    return LastYears(None if given is None else str(given)).of(name, load(name)[1]).report


def why_not(name: str, given: str | Path | None = None) -> str:
    last = LastYears(None if given is None else str(given)).of(name, load(name)[1])
    assert last.report is None
    return last.why_not


# --- names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("房县白鹤镇人民政府", "白鹤镇人民政府"),
        ("湖北省十堰市房县白鹤镇", "房县白鹤镇政府"),
        ("朝阳区三里屯街道办事处", "三里屯街道"),
        ("高新区管理委员会", "高新区管委会"),
        ("市中区人民政府", "济南市市中区人民政府"),
        (" 房县　教育局", "房县教育局"),
        ("房县人民政府", "湖北省房县"),
    ],
)
def test_one_organ_by_two_names(one: str, other: str) -> None:
    assert same_organ(one, other)
    assert same_organ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("房县白鹤镇人民政府", "竹山县白鹤镇人民政府"),
        ("房县白鹤镇", "房县上白鹤镇"),
        ("房县人民政府", "房县人民政府办公室"),
        ("房县教育局", "房县财政局"),
        ("房县", "房县白鹤镇"),
        ("吉林省人民政府", "吉林市人民政府"),
    ],
)
def test_two_organs(one: str, other: str) -> None:
    assert not same_organ(one, other)
    assert not same_organ(other, one)


# --- found without being named


def test_beside_this_years_file(tmp_path: Path) -> None:
    now = write(tmp_path / "baihe-2024.toml")
    write(tmp_path / "other.toml", "青山县财政局", 2023)
    write(tmp_path / "older.toml", TOWN, 2022)
    assert sought(now) is None
    write(tmp_path / "baihe-2023.toml", TOWN, 2023)
    last = sought(now)
    assert last is not None
    assert last.year == 2023


@pytest.mark.parametrize(("folder", "sibling"), [("2024", "2023"), ("2024年报", "2023年报"), ("年报2024", "年报2023")])
def test_in_the_sibling_folder_of_last_year(tmp_path: Path, folder: str, sibling: str) -> None:
    now = write(tmp_path / folder / "baihe.toml")
    write(tmp_path / "2022" / "baihe.toml", TOWN, 2023)
    assert sought(now) is None
    write(tmp_path / sibling / "anders.toml", TOWN, 2023)
    assert sought(now) is not None


def test_from_inside_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "2024" / "baihe.toml")
    write(tmp_path / "2023" / "baihe.toml", TOWN, 2023)
    monkeypatch.chdir(tmp_path / "2024")
    assert sought("baihe.toml") is not None


def test_standard_input_lies_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = write(tmp_path / "now.toml")
    write(tmp_path / "last.toml", TOWN, 2023)
    monkeypatch.chdir(tmp_path)
    assert LastYears().of("-", load(now)[1]).report is None
    assert LastYears(str(tmp_path)).of("-", load(now)[1]).report is not None


def test_the_equal_name_goes_before_the_like(tmp_path: Path) -> None:
    now = write(tmp_path / "now.toml")
    write(tmp_path / "short.toml", "石桥镇人民政府", 2023)
    last = sought(now)
    assert last is not None
    assert last.organ == "石桥镇人民政府"
    write(tmp_path / "whole.toml", TOWN, 2023)
    last = sought(now)
    assert last is not None
    assert last.organ == TOWN


def test_a_like_name_that_has_its_own_report_this_year_is_another_organ(tmp_path: Path) -> None:
    now = write(tmp_path / "now.toml", "石桥镇人民政府")
    write(tmp_path / "before.toml", TOWN, 2023)
    assert sought(now) is not None
    write(tmp_path / "elsewhere.toml", TOWN, 2024)
    assert sought(now) is None


def test_of_two_it_is_none(tmp_path: Path) -> None:
    now = write(tmp_path / "2024" / "now.toml")
    write(tmp_path / "2023" / "a.toml", TOWN, 2023)
    write(tmp_path / "2024" / "b.toml", TOWN, 2023)
    assert why_not(now) == ""
    assert "有 2 份都可能是它的上年报告" in why_not(now, tmp_path)
    assert "a.toml" in why_not(now, tmp_path)


def test_nobody_is_guessed_at_without_organ_or_year(tmp_path: Path) -> None:
    write(tmp_path / "last.toml", "", 2023)
    now = write(tmp_path / "now.toml", "")
    assert why_not(now) == ""
    assert "没有填机关名称" in why_not(now, tmp_path)
    assert "没有填报告年度" in why_not(write(tmp_path / "new.toml", TOWN, None), tmp_path)


def test_what_cannot_be_read_is_silently_none(tmp_path: Path) -> None:
    now = write(tmp_path / "2024" / "now.toml")
    write(tmp_path / "2023" / "last.toml", TOWN, 2023, more="broken =")
    (tmp_path / "2023" / "bytes.toml").write_bytes(b"form\x00\xff")
    (tmp_path / "2023" / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "2023" / "pipe.toml")
    assert why_not(now) == ""


# --- named


def test_a_file_that_is_named_need_lie_nowhere(tmp_path: Path) -> None:
    now, last = write(tmp_path / "now.toml"), write(tmp_path / "far" / "away.toml", "石桥镇", 2023)
    assert sought(now, last) is not None


def test_what_is_not_filled_in_is_no_contradiction(tmp_path: Path) -> None:
    assert sought(write(tmp_path / "now.toml", "", None), write(tmp_path / "last.toml", TOWN, 2019)) is not None


def test_another_year_is_refused(tmp_path: Path) -> None:
    now, last = write(tmp_path / "now.toml"), write(tmp_path / "last.toml", TOWN, 2022)
    with pytest.raises(Unreadable, match="这是 2022 年的报告，不是 2023 年的"):
        sought(now, last)
    with pytest.raises(Unreadable, match="这是 2024 年的报告"):
        sought(now, now)


def test_another_organ_is_refused_unless_it_is_the_former_name(tmp_path: Path) -> None:
    last = write(tmp_path / "last.toml", "青山县国土资源局", 2023)
    now = write(tmp_path / "now.toml", "青山县自然资源局")
    with pytest.raises(Unreadable, match="原名“青山县国土资源局”"):
        sought(now, last)
    renamed = write(tmp_path / "b.toml", "青山县自然资源局", more='[preface]\ntext = "本局由原青山县国土资源局更名。"')
    assert sought(renamed, last) is not None


def test_a_folder_is_searched_to_its_depths(tmp_path: Path) -> None:
    now = write(tmp_path / "now.toml")
    write(tmp_path / "archive" / "2023" / "towns" / "shiqiao.toml", TOWN, 2023)
    write(tmp_path / "archive" / ".old" / "shiqiao.toml", TOWN, 2023)
    assert sought(now, tmp_path / "archive") is not None


def test_a_body_founded_this_year_has_none(tmp_path: Path) -> None:
    write(tmp_path / "2023" / "a.toml", "青山县财政局", 2023)
    now = write(tmp_path / "2024" / "new.toml")
    assert why_not(now) == ""
    assert f"没有找到{TOWN} 2023 年的报告" in why_not(now, tmp_path / "2023")


def test_what_is_named_must_be_readable(tmp_path: Path) -> None:
    now = write(tmp_path / "now.toml")
    with pytest.raises(Unreadable, match="没有这个文件"):
        LastYears(str(tmp_path / "nowhere"))
    write(tmp_path / "2023" / "last.toml", TOWN, 2023, more="broken =")
    with pytest.raises(Unreadable):
        sought(now, tmp_path / "2023")


# --- by the head alone

HEADERS = [
    "form = '2021'\n[report]\nyear = 2023\norgan = '青山县石桥镇人民政府'\n[x]\n",
    'form = "2021"\r\n[report]\r\norgan   =   "青山县石桥镇人民政府" # 机关\r\nyear\t= 2023\r\n[x]\r\n',
    '\ufeffform = "2021"\n[report]\norgan = "青山县石桥镇人民政府"\nyear = 2023\n',
    'form = "2021"\n[ report ]\norgan = "青山县\\u77f3桥镇人民政府"\nyear = 2_023\n[x]\n',
    'form = "2021"\nreport = { organ = "青山县石桥镇人民政府", year = 2023 }\n',
    "# form " + "长" * 3000 + '\nform = "2021"\n[report]\norgan = "青山县石桥镇人民政府"\nyear = 2023\n[x]\n',
]


@pytest.mark.parametrize("text", HEADERS)
def test_a_header_in_any_spelling(tmp_path: Path, text: str) -> None:
    (tmp_path / "last.toml").write_bytes(text.encode())
    assert sought(write(tmp_path / "now.toml")) is not None


def test_folders_are_listed_once_not_for_every_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [write(tmp_path / "2024" / f"{n}.toml", f"青山县第{n}镇") for n in range(100)]
    for n in range(100):
        write(tmp_path / "2023" / f"{n}.toml", f"青山县第{n}镇", 2023)
    listed: list[str] = []
    real = os.scandir

    def counted(path: str) -> object:
        listed.append(path)
        return real(path)

    monkeypatch.setattr(os, "scandir", counted)
    finder = LastYears()
    assert all(finder.of(file, load(file)[1]).report for file in files)
    assert len(listed) <= 2 * 3


def test_only_the_year_that_is_asked_for_is_kept(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{n}.toml", f"青山县第{n}镇", 2020 + n % 5) for n in range(20)]
    shelf = Shelf(lambda: paths)
    assert [entry.path for entry in shelf.find(2023, "第3镇")] == [paths[3]]
    assert not shelf.find(2023, "第4镇")
    assert not shelf.find(1999, "第3镇")
