"""`--previous`: what the commands do with last year's report, and say where there is none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from cli_program import Program

NOW = "[applications]\ncarried_in = [3, 0, 0, 0, 0, 0, 3]\n"
LAST = "[applications]\ncarried_out = [5, 0, 0, 0, 0, 0, 5]\n"
ONLY = ("check", "--select", "carry-over")


def write(path: Path, year: int, table: str, organ: str = "青山县石桥镇人民政府") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'form = "2021"\n[report]\norgan = "{organ}"\nyear = {year}\n{table}', "utf-8")
    return path


def test_found_named_or_in_a_folder_it_is_the_same_report(call: Program, tmp_path: Path) -> None:
    now = write(tmp_path / "2024" / "now.toml", 2024, NOW)
    last = write(tmp_path / "2023" / "last.toml", 2023, LAST)
    found = call(*ONLY, now)
    assert found.code == 1
    assert "error[carry-over]" in found.out
    assert call(*ONLY, "--previous", last, now) == found
    assert call(*ONLY, "--previous", last.parent, now) == found


def test_it_may_be_as_it_was_published(call: Program, tmp_path: Path) -> None:
    title = 'title = "青山县石桥镇人民政府2023年政府信息公开工作年度报告"\n'
    now = write(tmp_path / "2024" / "now.toml", 2024, NOW)
    last = write(tmp_path / "2023" / "last.toml", 2023, title + LAST)
    named = call(*ONLY, "--previous", last, now)
    call("report", last, "-o", "page.txt")
    assert call(*ONLY, "--previous", "page.txt", now) == named
    (tmp_path / "none.txt").write_text("没有什么", encoding="utf-8")
    refused = call(*ONLY, "--previous", "none.txt", now)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("none.txt: 没有找到年度报告")


def test_none_found_is_said_where_it_was_asked_for(call: Program, tmp_path: Path) -> None:
    now = write(tmp_path / "2024" / "now.toml", 2024, NOW)
    assert call(*ONLY, now).err == "1 份报告：没有发现问题\n"
    asked = call(*ONLY, "--previous", tmp_path, now)
    assert (asked.code, asked.out) == (0, "")
    assert asked.err.splitlines()[0].endswith("里没有找到青山县石桥镇人民政府 2023 年的报告，没有与上年比较")


def test_what_cannot_be_read_is_said_once_and_nothing_is_checked(giptui: Program, tmp_path: Path) -> None:
    files = [write(tmp_path / f"{n}.toml", 2024, NOW, f"青山县第{n}镇") for n in range(3)]
    outcome = giptui(*ONLY, "--previous", "nowhere.toml", *files)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "nowhere.toml: 没有这个文件；新建一份空白报告用 giptui new 文件名\n"


@pytest.mark.parametrize(
    "arguments", [("check", "NOW", "--previous", "LAST"), ("new", "next.toml", "--from", "LAST")], ids=["check", "new"]
)
def test_no_right_to_read_is_said_in_chinese(
    call: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    now, last = write(tmp_path / "now.toml", 2024, NOW), write(tmp_path / "last.toml", 2023, LAST)
    usual = open

    def shut(name: object, *rest: Any, **named: Any) -> Any:
        if str(name) == str(last):
            raise PermissionError(13, "Permission denied")
        return usual(name, *rest, **named)

    monkeypatch.setattr(os, "access", lambda *_, **__: False)  # what click asks, and root is never refused
    monkeypatch.setattr("builtins.open", shut)
    done = call(*(str({"NOW": now, "LAST": last}.get(each, each)) for each in arguments))
    assert (done.code, done.out) == (2, "")
    assert done.err == f"{last}: 没有读这个文件的权限；请先用 chmod u+r 文件名 或向文件的主人取得权限\n"


def test_another_bodys_report_is_refused_once(call: Program, tmp_path: Path) -> None:
    last = write(tmp_path / "last.toml", 2023, LAST)
    files = [write(tmp_path / f"{n}.toml", 2024, NOW, f"青山县第{n}镇") for n in range(3)]
    mine = write(tmp_path / "mine.toml", 2024, NOW)
    outcome = call(*ONLY, "--previous", last, *files, mine)
    assert outcome.code == 2
    assert outcome.err.count("这是青山县石桥镇人民政府的报告，不是青山县第0镇的") == 1
    assert outcome.err.count("last.toml") == 1
    assert outcome.out.count("error[carry-over]") == 1  # the one whose report it is, is compared all the same


def test_rules_of_one_year_ask_for_no_other(call: Program, tmp_path: Path) -> None:
    now = write(tmp_path / "now.toml", 2024, NOW)
    for rule in ("period", "dispute-sum"):
        assert call("check", "--select", rule, "--previous", tmp_path, now).err == "1 份报告：没有发现问题\n"


def test_the_sums_alone_hear_last_years_report_as_a_witness_and_say_where_there_is_none(
    call: Program, tmp_path: Path
) -> None:
    """What was carried in is one too few: its row and its column say so, and last year's 四 bears them out."""
    done = "new_received = [0, 0, 0, 0, 0, 0, 0]\ncarried_out = [0, 0, 0, 0, 0, 0, 0]\n"
    done += "disclosed = [3, 0, 0, 0, 0, 0, 3]\ntotal_handled = [3, 0, 0, 0, 0, 0, 3]\n"
    now = write(tmp_path / "b2023.toml", 2023, f"[applications]\ncarried_in = [2, 0, 0, 0, 0, 0, 3]\n{done}")
    last = write(tmp_path / "far" / "a2022.toml", 2022, "[applications]\ncarried_out = [3, 0, 0, 0, 0, 0, 3]\n")
    for rule in ("row-sum", "balance"):
        only = ("check", "--select", rule)
        alone, compared = call(*only, now), call(*only, "--previous", last, now)
        assert "旁证" not in alone.out
        assert "上年报告“四、结转下年度继续办理”自然人列为 3，可为旁证" in compared.out
        assert call(*only, "--previous", last.parent, now) == compared
        assert call(*only, "--previous", tmp_path / "b2023.toml", now).code == 2
        assert "没有与上年比较" in call(*only, "--previous", tmp_path / "far", last).err
