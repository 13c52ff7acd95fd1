"""`giptui` alone in a terminal: the reports that are here are opened, and others begun, without a manual."""

from __future__ import annotations

import signal
from pathlib import Path

from giptui.printers import plain
from giptui.store import load
from terminal import Terminal
from tui.person import SEED
from tui.test_wire import GIPTUI, READY, THIS


def _alone(folder: Path) -> Terminal:
    return Terminal(GIPTUI, 80, 24, THIS, cwd=folder)


def test_a_report_of_the_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "甲.toml").write_bytes(SEED.read_bytes())
    (tmp_path / "broken.toml").write_text('form = "2021', encoding="utf-8")
    with _alone(tmp_path) as terminal:
        terminal.wait_for("读不出  broken.toml")  # the last line of the list
        assert "房县白鹤镇人民政府" in terminal.text
        assert "2023  " in terminal.text
        assert "表格已填" in terminal.text
        terminal.press("Enter")
        terminal.wait_for(READY)
        assert "甲.toml" in terminal.text


def test_next_year_s_report_is_begun_from_this_one(tmp_path: Path) -> None:
    (tmp_path / "2023.toml").write_bytes(SEED.read_bytes())
    with _alone(tmp_path) as terminal:
        terminal.wait_for("新建 2024 年报告，沿用")
        terminal.press("Down")
        terminal.press("Enter")
        terminal.wait_for("新报告的文件名")
        terminal.wait_for("2024.toml")  # what is proposed
        terminal.press("Enter")
        terminal.wait_for(READY)
    _, report = load(str(tmp_path / "2024.toml"))
    assert (report.organ, report.year) == ("房县白鹤镇人民政府", 2024)


def test_what_a_killed_editor_left_is_told(tmp_path: Path) -> None:
    (tmp_path / "2023.toml").write_bytes(SEED.read_bytes())
    state = {"XDG_STATE_HOME": str(tmp_path / "state")}
    with Terminal([*GIPTUI, "2023.toml"], 80, 24, THIS | state, cwd=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.press("7")
        terminal.press("Enter")
        terminal.kill(signal.SIGKILL)
        terminal.exit_code()
    with Terminal(GIPTUI, 80, 24, THIS | state, cwd=tmp_path) as terminal:
        terminal.wait_for("上次有 2 处没有保存")


def test_an_empty_folder_offers_a_blank_report_and_escape_ends_it(tmp_path: Path) -> None:
    with _alone(tmp_path) as terminal:
        terminal.wait_for("新建一份空白报告")
        terminal.press("Escape")
        assert terminal.exit_code() == 0
    assert not list(tmp_path.iterdir())


def test_no_input_ends_it_and_a_signal_does(tmp_path: Path) -> None:
    (tmp_path / "2023.toml").write_bytes(SEED.read_bytes())
    with _alone(tmp_path) as terminal:
        terminal.wait_for("新建一份空白报告")
        for hostile in (b"\x1b[9999999999999A", b"\x1b[1114112u", "县".encode("gbk"), b"\xff", b"\x1b[48;0;0;0;0t"):
            terminal.send(hostile)
        terminal.settle(0.5)
        terminal.send("空白".encode())
        terminal.settle(0.5)
        assert "房县白鹤镇" not in terminal.text
        assert "新建一份空白报告" in terminal.text
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_code() == 128 + signal.SIGTERM


def _page(folder: Path, unread: bool = False) -> None:
    """The seed's report as a published text, under a name that no report of ours has."""
    _, report = load(str(SEED))
    told = report.with_values({"disputes.reconsideration.upheld": "?"} if unread else {})
    (folder / "page.htm").write_text(plain(told, "tables"), encoding="utf-8")


def test_a_published_report_of_the_folder_is_imported_and_opened(tmp_path: Path) -> None:
    _page(tmp_path)
    with _alone(tmp_path) as terminal:
        terminal.wait_for("导入 page.htm")
        terminal.press("Down")
        terminal.press("Enter")
        terminal.wait_for("page.toml")  # what is proposed
        terminal.press("Enter")
        terminal.wait_for(READY)
    assert load(str(tmp_path / "page.toml"))[1].organ == "房县白鹤镇人民政府"


def test_who_opens_a_published_report_is_offered_to_import_it_and_sees_where_an_unread_cell_stands(
    tmp_path: Path,
) -> None:
    _page(tmp_path, unread=True)
    with Terminal([*GIPTUI, "page.htm"], 80, 24, THIS, cwd=tmp_path) as terminal:
        terminal.wait_for("不是报告文件")
        terminal.press("Enter")
        terminal.wait_for("page.toml")
        terminal.press("Enter")
        terminal.wait_for(READY)
        terminal.type("gdisputes.reconsideration.upheld")
        terminal.press("Enter")
        terminal.wait_for("这一格没有读出来（第 ")
    with Terminal([*GIPTUI, "page.htm"], 80, 24, THIS, cwd=tmp_path) as terminal:
        terminal.wait_for("不是报告文件")
        terminal.press("Escape")
        assert terminal.exit_code() == 0
