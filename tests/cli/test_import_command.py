"""`giptui import`: what it writes and where, what it says of it, and what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import jsonschema
import pytest
from cli_program import Program

from giptui.cli.schemas.origin import origin_schema
from giptui.report import BLANK, Report, same
from giptui.store import decode, load, parse
from terminal import Terminal
from tui.test_wire import GIPTUI, THIS

UPHELD = "disputes.reconsideration.upheld"
TOTAL = "disputes.reconsideration.total"


@pytest.fixture
def page(seed: Path) -> Callable[..., Path]:
    """A published text in the test's folder: the seed's report with some of its lines others."""
    from giptui.printers import plain
    from giptui.report.typed import typed

    _, report = load(str(seed))
    seed.unlink()

    def make(name: str, layout: str = "tables", **values: object) -> Path:
        named = {address.replace("__", "."): value for address, value in values.items()}
        changed = {a: typed(str(v), report.form.kinds[a]) for a, v in named.items()}
        path = seed.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(plain(report.with_values(changed), layout), encoding="utf-8")
        return path

    return make


def _unlike(one: Report, other: Report) -> list[str]:
    """The addresses of what they print otherwise; level and scope are printed nowhere."""
    unprinted = ("report.level", "report.scope")
    return [a for a in one.form.kinds if a not in unprinted and not same(one[a], other[a])]


@pytest.mark.parametrize("layout", ["lines", "tables"])
def test_what_giptui_prints_comes_back(call: Program, page: Callable[..., Path], layout: str) -> None:
    source = page("年报.txt", layout)
    done = call("import", source.name)
    assert done.code == 0
    file = decode("-", done.out.encode())
    expected = load(str(Path(__file__).parents[2] / "data" / "baihe-2023.toml"))[1]
    assert _unlike(parse(file), expected) == []
    digest = sha256(source.read_bytes()).hexdigest()
    assert done.out.endswith(f'\n[origin]\nfile = "年报.txt"\nsha256 = "{digest}"\n')
    first, second = done.err.splitlines()[:2]
    assert first == "年报.txt: 文本，房县白鹤镇人民政府 2023 年报告，2021 年格式"
    assert second.startswith("年报.txt: 读出 200 格，没有读出 0 格；应相等的 42 处：38 处相等，4 处不相等；文字：")
    assert call("import", source.name) == done  # the same bytes from the same source


def test_what_is_written_has_the_one_layout_and_is_checked_from_a_pipe(
    giptui: Program, page: Callable[..., Path]
) -> None:
    source = page("a.txt")
    done = giptui("import", "-", stdin=source.read_bytes())
    assert giptui("fmt", "-", stdin=done.out.encode()).out == done.out
    assert giptui("check", "-", stdin=done.out.encode()).code == 1
    assert 'file = "-"' in done.out


def test_a_cell_that_was_not_read_is_said_with_its_place_everywhere(
    call: Program, page: Callable[..., Path], tmp_path: Path
) -> None:
    source = page("a.txt", disputes__reconsideration__upheld="?")
    line = next(n for n, line in enumerate(source.read_text(encoding="utf-8").split("\n"), 1) if "?" in line)
    done = call("import", source.name, "-o", "a.toml")
    assert done.code == 1
    assert "没有读出 1 格" in done.err
    assert f"a.txt: 没有读出：第四部分表格，行政复议，结果维持（第 {line} 行：" in done.err
    report = load(str(tmp_path / "a.toml"))[1]
    assert (report[UPHELD], report.imported) == ("?", True)
    assert report.whereabouts(UPHELD).startswith(f"第 {line} 行：")
    assert f"第 {line} 行：" in call("check", "a.toml").out


def test_a_file_that_exists_is_compared_and_never_written_over(call: Program, page: Callable[..., Path]) -> None:
    source = page("a.txt")
    assert call("import", "a.txt", "-o", "a").err.endswith("已写入 a.toml\n")
    before = Path("a.toml").read_bytes()
    again = call("import", "a.txt", "-o", "a")
    assert (again.code, again.err.splitlines()[-1]) == (0, "a.toml: 已有这份报告，与新读出的相同，没有改动")
    page(source.name, disputes__reconsideration__upheld=1, disputes__reconsideration__total=1)
    differing = call("import", "a.txt", "-o", "a.toml")
    assert differing.code == 2
    assert f"a.toml: 行政复议，结果维持（{UPHELD}）  0 → 1" in differing.err
    assert "与新读出的有 2 处不同，没有覆盖；要取新读出的数，请加 --merge" in differing.err
    assert Path("a.toml").read_bytes() == before
    assert call("import", "a.txt", "-o", "a.txt").code == 2  # what is no report is left alone too
    assert source.read_text(encoding="utf-8").startswith("房县白鹤镇人民政府2023年")


def test_merging_takes_the_numbers_and_keeps_what_the_source_says_nothing_of(
    call: Program, page: Callable[..., Path]
) -> None:
    page("a.txt")
    call("import", "a.txt", "-o", "a.toml")
    call("waive", "a.toml", "rule-making-power", "--reason", "委托")
    call("set", "a.toml", "report.level=township", "disputes.litigation_direct.upheld=7", "--exact")
    file = Path("a.toml")
    text = file.read_text(encoding="utf-8")
    file.write_text(f"# 我的注释\n{text}\n[x]\nown = 1\n", encoding="utf-8")
    source = page(
        "a.txt",
        disputes__reconsideration__upheld=1,
        disputes__reconsideration__total="?",
        disputes__litigation_direct__upheld="",
    )
    done = call("import", "a.txt", "-o", "a.toml", "--merge")
    assert done.code == 1
    assert done.err.splitlines()[-1] == "a.toml: 已取新读出的 1 处，新读为空白或没有读出的 2 格保留原来的数"
    report = load("a.toml")[1]
    assert [report[a] for a in (UPHELD, TOTAL, "disputes.litigation_direct.upheld")] == [1, 0, 7]
    assert (report.line("level"), len(report.waivers)) == ("township", 1)
    after = file.read_text(encoding="utf-8")
    assert after.startswith("# 我的注释\n")
    assert "[x]\nown = 1\n" in after
    assert sha256(source.read_bytes()).hexdigest() in after
    assert report.whereabouts(TOTAL)
    merged = file.read_bytes()
    assert call("import", "a.txt", "-o", "a.toml", "--merge").code == 1
    assert file.read_bytes() == merged


def test_another_report_is_not_merged_in(call: Program, page: Callable[..., Path]) -> None:
    page("a.txt")
    call("import", "a.txt", "-o", "a.toml")
    before = Path("a.toml").read_bytes()
    page("a.txt", report__year=2022, report__title="房县白鹤镇人民政府2022年政府信息公开工作年度报告")
    done = call("import", "a.txt", "-o", "a.toml", "--merge")
    assert done.code == 2
    assert "这里已有另一份报告（房县白鹤镇人民政府 2023 年报告（2021 年格式））" in done.err
    assert Path("a.toml").read_bytes() == before


def test_places_of_the_values_stand_beside_the_file(call: Program, page: Callable[..., Path]) -> None:
    source = page("a.txt", disputes__reconsideration__upheld=4321)
    call("import", "a.txt", "-o", "a.toml", "--origin")
    places = json.loads(Path("a.toml.origin.json").read_text(encoding="utf-8"))
    jsonschema.validate(places, origin_schema())
    report = load("a.toml")[1]
    assert set(report.form.cells) <= set(places)
    assert "4321" in source.read_text(encoding="utf-8").split("\n")[places[UPHELD]["line"] - 1]


def _folder(page: Callable[..., Path]) -> None:
    """Five reports, three of one organ and year, two of these alike, one with an unread cell; and other files."""
    title = "{}2023年政府信息公开工作年度报告".format
    page("in/1.txt")
    page("in/2.txt", report__title=title("甲/乙县人民政府"), report__organ="甲/乙县人民政府")
    page(
        "in/3.txt",
        report__title=title("丙镇人民政府"),
        report__organ="丙镇人民政府",
        applications__carried_out__total="?",
    )
    page("in/4.txt", disputes__reconsideration__upheld=5)
    page("in/5.txt")
    for name in (".hidden.txt", "settings.toml", "a.toml.origin.json", "~$page.docx"):
        Path("in", name).write_text("x", encoding="utf-8")
    Path("in", "4_files").mkdir()
    Path("in", "4_files", "style.css").write_text("x", encoding="utf-8")
    Path("in", "说明.txt").write_text("这里放各乡镇的年报。", encoding="utf-8")
    Path("in", "空.html").write_bytes(b"")


def test_a_folder_becomes_files_by_organ_and_year_and_the_summary_says_which_need_a_look(
    call: Program, page: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _folder(page)
    done = call("import", "in", "-d", "out")
    assert (done.code, done.out) == (2, "")
    names = sorted(path.name for path in Path("out").iterdir())
    assert names == [
        "丙镇人民政府-2023.toml",
        "房县白鹤镇人民政府-2023-2.toml",
        "房县白鹤镇人民政府-2023.toml",
        "甲乙县人民政府-2023.toml",
    ]
    lines = done.err.splitlines()
    assert [line for line in lines if line.startswith(("in/说明.txt: ", "in/空.html: "))] == lines[:2]
    (look,) = (line for line in lines if "没有读出 1 格" in line)
    assert look.startswith("in/3.txt → out/丙镇人民政府-2023.toml: 没有读出 1 格：第三部分表格，四、结转")
    (number,) = (line for line in lines if line.startswith("in/4.txt"))
    assert "文件名加了序号" in number
    assert lines[-1].startswith("out: 读出 5 份报告，写入 4 份，已有而相同的 1 份；")
    assert lines[-1].endswith("份要看一下，见上；2 个来源没有导入，原因见上")
    assert "已有而相同的 5 份" in call("import", "in", "-d", "out").err


def test_what_is_in_an_archive_is_imported_one_by_one(call: Program, page: Callable[..., Path]) -> None:
    first, second = page("1.txt"), page("2.txt", disputes__reconsideration__upheld=1)
    with ZipFile("all.zip", "w") as archive:
        archive.write(first, "甲/1.txt")
        archive.write(second, "2.txt")
    alone = call("import", "all.zip")
    assert (alone.code, alone.out) == (2, "")
    assert "不止一份报告" in alone.err
    assert call("import", "all.zip", "-d", "out").code == 0
    reports = [path.read_text(encoding="utf-8") for path in sorted(Path("out").iterdir())]
    assert ['file = "all.zip/2.txt"' in text for text in reports].count(True) == 1
    assert all(sha256(Path("all.zip").read_bytes()).hexdigest() in text for text in reports)


def test_several_processes_write_and_say_what_one_does(
    giptui: Program, page: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    for number in range(40):
        page(f"in/{number:02}.txt", disputes__reconsideration__upheld=number)
    (tmp_path / "in" / "20.txt").write_text("没有什么", encoding="utf-8")
    one, two = (giptui("import", "-j", jobs, "in", "-d", f"out{jobs}") for jobs in ("1", "2"))
    assert one.err.replace("out1", "out2") == two.err
    assert one.code == two.code == 2
    files = [sorted((tmp_path / f"out{jobs}").iterdir()) for jobs in (1, 2)]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]
    assert len(files[0]) == 39


def test_on_a_terminal_it_is_shown_how_far_it_is_and_nothing_of_that_is_left(
    page: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    for number in range(5):
        page(f"in/{number}.txt", disputes__reconsideration__upheld=number)
    with Terminal([*GIPTUI, "import", "in", "-d", "out"], 100, 24, THIS, cwd=tmp_path) as terminal:
        written = terminal.settle()
        terminal.wait_for("读出 5 份报告")
        assert "正在导入 5 个来源：80%".encode() in written
        assert "正在导入" not in terminal.text


def test_a_closed_pipe_is_no_error(page: Callable[..., Path], tmp_path: Path) -> None:
    import subprocess
    import sys

    from cli_program import environment

    page("a.txt")
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m giptui import a.txt | head -n 1"],
        cwd=tmp_path, env=environment(), capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.decode() == "# 政府信息公开工作年度报告\n"
    assert b"Traceback" not in done.stderr


def test_a_new_report_begins_with_last_year_s_as_it_was_published(call: Program, page: Callable[..., Path]) -> None:
    page("a.txt", applications__carried_out__natural_person=3, applications__carried_out__total=3)
    done = call("new", "b.toml", "--from", "a.txt")
    assert done.code == 0
    report = load("b.toml")[1]
    assert (report.organ, report.year) == ("房县白鹤镇人民政府", 2024)
    assert report["applications.carried_in.natural_person"] == 3
    assert report["overview.text"] == BLANK
    assert not report.imported
