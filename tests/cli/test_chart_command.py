"""`giptui chart`: which reports stand in a picture, and where it goes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from cli_program import Program
from PIL import Image

from giptui.form import FORMS
from giptui.report import Value
from giptui.store import blank


def put(path: Path, organ: str, year: int, received: int) -> None:
    values: dict[str, Value] = {
        "report.organ": organ,
        "report.year": year,
        "applications.new_received.total": received,
        **{f"applications.{row}.total": 0 for row in ("disclosed", "partially_disclosed")},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(blank(FORMS["2019" if year < 2021 else "2021"], values), encoding="utf-8")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Three bodies in 2024, one of them in three years of two forms."""
    for year, received in ((2020, 4), (2023, 9), (2024, 6)):
        put(tmp_path / str(year) / "石桥.toml", "青山县石桥镇人民政府", year, received)
    put(tmp_path / "2024" / "白鹤.toml", "青山县白鹤镇人民政府", 2024, 12)
    put(tmp_path / "2024" / "县局.toml", "青山县财政局", 2024, 0)
    return tmp_path


def rows(text: str) -> list[tuple[str, str]]:
    """Label and number of the first bar of each report."""
    lines = [line.replace("> ", "").split() for line in text.splitlines() if "  新收  " in line]
    return [(words[0], words[2]) for words in lines]


YEARS = [("2020", "4"), ("2023", "9"), ("2024", "6")]
PEERS = [("青山县白鹤镇人民政府", "12"), ("青山县石桥镇人民政府", "6"), ("青山县财政局", "0")]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("2024/石桥.toml",), YEARS),
        ((".", "--organ", "石桥镇"), YEARS),
        (("2020/石桥.toml", "2023/石桥.toml", "2024/石桥.toml"), YEARS),
        (("2024",), PEERS),
        ((".", "--year", "2024"), PEERS),
        (("2024/石桥.toml", "."), PEERS),
        (("./2024/石桥.toml", "2024", "2024"), PEERS),
    ],
)
def test_one_body_over_the_years_or_the_bodies_of_a_year(
    shelf: Path, call: Program, arguments: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    done = call("chart", *arguments)
    assert (done.code, done.err) == (0, "")
    assert rows(done.out) == expected


def test_what_lies_beside_a_single_file_is_not_its_matter(shelf: Path, call: Program) -> None:
    (shelf / "2024" / "坏.toml").write_text('form = "2021"\n[report\n', encoding="utf-8")
    put(shelf / "2024" / "无名.toml", "", 2024, 3)
    put(shelf / "2024" / "旧" / "石桥.toml", "青山县石桥镇人民政府", 2022, 1)
    done = call("chart", "2024/石桥.toml")
    assert (done.code, done.err, rows(done.out)) == (0, "", YEARS)


def test_the_body_that_is_named_is_marked_among_its_peers(shelf: Path, call: Program) -> None:
    marked = [line for line in call("chart", "2024/石桥.toml", "2024").out.splitlines() if line.startswith(">")]
    assert len(marked) == 1 and "石桥镇" in marked[0]
    drawn = call("chart", "2024/石桥.toml", "2024", "-o", "-").out
    assert drawn.count('font-weight="bold"') == 1


def test_a_picture_becomes_a_file_and_no_report_is_written_over(shelf: Path, call: Program) -> None:
    assert call("chart", "2024", "-o", "图.svg") == (0, "", "")
    first = (shelf / "图.svg").read_bytes()
    assert first.startswith(b"<svg ") and "青山县财政局".encode() in first
    assert call("chart", "2024", "-o", "图.svg").code == 0
    assert (shelf / "图.svg").read_bytes() == first
    report = (shelf / "2024" / "石桥.toml").read_bytes()
    (shelf / "石桥.svg").write_bytes(report)
    assert call("chart", "2024", "-o", "石桥.svg").code == 2
    assert (shelf / "石桥.svg").read_bytes() == report


def test_a_picture_in_pixels_is_the_same_every_time(shelf: Path, call: Program) -> None:
    pytest.importorskip("typst")
    for name in ("一.png", "二.PNG"):
        assert call("chart", "2024", "-o", name) == (0, "", "")
    first, second = ((shelf / name).read_bytes() for name in ("一.png", "二.PNG"))
    assert first == second
    with Image.open(BytesIO(first)) as image:
        assert image.size == (1200, 384)
        assert {(77, 77, 77), (255, 255, 255)} <= {color for _, color in image.convert("RGB").getcolors(1 << 20) or ()}


def test_what_cannot_be_drawn_is_said(shelf: Path, call: Program) -> None:
    (shelf / "2024" / "坏.toml").write_text('form = "2021"\n[report\n', encoding="utf-8")
    put(shelf / "2024" / "无名.toml", "", 2024, 3)
    done = call("chart", "2024")
    assert done.code == 2 and rows(done.out) == PEERS
    assert "2024/无名.toml: 没有填机关名称，图里没有它" in done.err
    assert "2024/坏.toml:2:" in done.err
    assert call("chart", "2024", "-o", "图.svg").code == 2
    assert not (shelf / "图.svg").exists()


def test_the_picture_has_no_colours_and_needs_no_screen(shelf: Path, giptui: Program) -> None:
    plain = giptui("chart", "2024", TERM="dumb")
    assert plain.out == giptui("chart", "2024", TERM="xterm-256color", FORCE_COLOR="1").out
    assert "\x1b" not in plain.out
