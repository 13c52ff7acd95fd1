"""The mouse, once it is taken."""

from __future__ import annotations

from pathlib import Path

from giptui.store import load
from terminal import Terminal
from tui.test_wire import READY, editor, path  # noqa: F401 - a fixture


def click(terminal: Terminal, column: int, row: int, button: int = 0) -> None:
    """Press and let go, at a place counted from 0."""
    place = f"{column + 1};{row + 1}"
    terminal.send(f"\x1b[<{button};{place}M".encode() + (b"" if button else f"\x1b[<0;{place}m".encode()))
    terminal.settle(1)


def test_a_click_goes_to_the_cell_and_commits_what_is_typed_in_another(path: Path) -> None:  # noqa: F811
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.settle(0.5)
        before = terminal.text
        click(terminal, 60, 6)
        assert terminal.text == before  # the mouse is the terminal's
        terminal.send(b":mouse\r")
        terminal.wait_for("鼠标已开")
        terminal.send(b"7")
        terminal.settle()
        row = next(number for number, line in enumerate(terminal.screen) if line.startswith("二、上年结转"))
        click(terminal, 57, row)
        terminal.send(b"5\r")
        terminal.settle()
        tab = terminal.screen[0].index("四复议诉讼")
        click(terminal, tab + 20, 0)
        assert "行政复议" in terminal.text
        click(terminal, 60, 8, button=65)
        terminal.send(b":mouse\r")
        terminal.wait_for("鼠标已关")
        terminal.send(b"w")
        terminal.wait_for("已保存")
    report = load(str(path))[1]
    assert report["applications.new_received.natural_person"] == 7
    fives = [address.split(".")[1:] for address in report.form.cells if report[address] == 5]
    assert fives == [["carried_in", "public_welfare_organization"], ["carried_in", "total"]]
