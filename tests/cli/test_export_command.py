"""`giptui export`: what it writes and where, what it says, and what it leaves alone. What stands in the files is the
matter of `tests/printers`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli_program import ROOT, Program, environment

from giptui.printers.formats import FORMATS, Format, by_extension, nearest_to
from giptui.store import load
from terminal import Terminal
from tui.test_wire import GIPTUI, THIS

REALISTIC = ROOT / "tests" / "reports" / "realistic"
TOLD = "seed.toml: 2 个错误，照样写出；逐条列出用 giptui check seed.toml\n"
PAGES = [each for each in FORMATS if not each.is_table]
TABLES = [each for each in FORMATS if each.is_table]


def _named(format: Format) -> str:  # noqa: A002
    return format.name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports of three years in subfolders; two of them have the same name."""
    for number, name in enumerate(("township-2023", "subdistrict-2022", "tax-office-2023")):
        place = tmp_path / "各镇" / str(2020 + number)
        place.mkdir(parents=True)
        shutil.copyfile(REALISTIC / f"{name}.toml", place / ("a.toml" if number < 2 else "b.toml"))
    return tmp_path / "各镇"


def _unread(path: Path) -> None:
    """Make one cell “?”."""
    text = path.read_text(encoding="utf-8")
    line = next(each for each in text.split("\n") if each.startswith("carried_out "))
    path.write_text(text.replace(line, line[: line.rindex(",") + 1] + '"?"]'), encoding="utf-8")


def test_every_extension_means_one_thing() -> None:
    said = [extension for each in FORMATS for extension in (*each.extensions, *each.instead_of)]
    assert len(said) == len(set(said))
    for each in FORMATS:
        assert all(by_extension(extension.upper()) is each for extension in each.extensions)
        assert all(nearest_to(extension) is each for extension in each.instead_of)


@pytest.mark.parametrize("format", PAGES, ids=_named)
def test_a_file_and_standard_output_get_the_same_bytes_every_time(
    giptui: Program,
    seed: Path,
    format: Format,  # noqa: A002
) -> None:
    names = [f"{number}{format.extensions[0]}" for number in (1, 2)]
    for name, zone in zip(names, ("Asia/Shanghai", "UTC"), strict=True):
        done = giptui("export", seed.name, "-o", name, TZ=zone, LC_ALL="C", PYTHONHASHSEED=str(len(zone)))
        assert (done.code, done.out) == (0, "")
        assert done.err.startswith(TOLD)
    first, second = ((seed.parent / name).read_bytes() for name in names)
    assert first == second
    if not format.is_binary:
        assert giptui("export", seed.name, "--format", format.name).out.encode() == first
        assert giptui("export", "-", "--format", format.name, "-o", "-", stdin=seed.read_bytes()).out.encode() == first


@pytest.mark.parametrize("format", [each for each in PAGES if each.is_binary], ids=_named)
def test_binary_data_goes_into_a_pipe(call: Program, seed: Path, format: Format) -> None:  # noqa: A002
    call("export", seed.name, "-o", f"a{format.extensions[0]}")
    command = [sys.executable, "-m", "giptui", "export", seed.name, "--format", format.name]
    done = subprocess.run(command, cwd=seed.parent, env=environment(), capture_output=True, check=True)
    assert done.stdout == seed.with_name(f"a{format.extensions[0]}").read_bytes()


@pytest.mark.parametrize("format", PAGES, ids=_named)
def test_a_draft_says_so(call: Program, seed: Path, format: Format) -> None:  # noqa: A002
    for name, options in (("final", ()), ("draft", ("--draft",))):
        assert call("export", seed.name, "-o", f"{name}{format.extensions[0]}", *options).code == 0
    final, draft = (seed.with_name(f"{name}{format.extensions[0]}").read_bytes() for name in ("final", "draft"))
    assert final != draft
    if not format.is_binary:
        said = '"draft": true' if format.name == "json" else "草案"
        assert (said in final.decode(), said in draft.decode()) == (False, True)


def test_a_folder_becomes_a_folder(call: Program, folder: Path, tmp_path: Path) -> None:
    done = call("export", "各镇", "-d", "稿", "--format", "html")
    assert done == (0, "", "稿: 写出 3 份报告\n")
    files = sorted(str(path.relative_to(tmp_path)) for path in (tmp_path / "稿").rglob("*.html"))
    assert files == ["稿/2020/a.html", "稿/2021/a.html", "稿/2022/b.html"]
    call("export", "各镇/2020/a.toml", "-o", "a.html")
    assert (tmp_path / "稿/2020/a.html").read_bytes() == (tmp_path / "a.html").read_bytes()


def test_a_file_that_is_shut_stays_as_it_is(call: Program, seed: Path, tmp_path: Path) -> None:
    for name in ("a.html", "a.csv"):
        shut = tmp_path / name
        shut.write_text("来自上回", encoding="utf-8")
        shut.chmod(0o440)
        done = call("export", seed.name, "-o", name)
        assert done.code == 2
        assert done.err.endswith(f"{name}: 文件设为只读；要改它，先用 chmod u+w 文件名。原文件完好，没有改动\n")
        assert shut.read_text(encoding="utf-8") == "来自上回"
        absent = call("export", seed.name, "-o", f"没有/{name}")
        assert absent.err.endswith(f"没有/{name}: 存不下来：所在的文件夹不存在；请先建好文件夹\n")


def test_two_reports_never_become_one_file(call: Program, folder: Path, tmp_path: Path) -> None:
    done = call("export", "各镇/2020", "各镇/2021", "-d", "稿", "--format", "html")
    assert done.code == 2
    assert done.err.startswith("稿/a.html: 各镇/2020/a.toml 和 各镇/2021/a.toml 都要写成这个文件；")
    assert not (tmp_path / "稿").exists()


def test_as_many_processes_as_one_likes_write_the_same(giptui: Program, folder: Path, tmp_path: Path) -> None:
    for number in range(5):
        shutil.copyfile(folder / "2020" / "a.toml", folder / f"{number}.toml")
    (folder / "3.toml").write_text('form = "2021\n', encoding="utf-8")
    _unread(folder / "4.toml")
    one, two = (giptui("export", "各镇", "-d", f"稿{jobs}", "--format", "txt", "-j", jobs) for jobs in "12")
    assert one.code == two.code == 2
    assert one.err == two.err.replace("稿2", "稿1")
    assert "各镇/4.toml: 1 格没有读出（“?”），照样写出；逐条列出用 giptui check 各镇/4.toml\n" in one.err
    assert one.err.endswith("稿1: 写出 7 份报告；1 份没有写出，原因见上\n")
    written = [{path.name: path.read_bytes() for path in (tmp_path / f"稿{jobs}").rglob("*.txt")} for jobs in "12"]
    assert written[0] == written[1]


def test_strict_keeps_what_is_not_ready(call: Program, folder: Path, seed: Path, tmp_path: Path) -> None:
    _unread(folder / "2022" / "b.toml")
    done = call("export", "各镇", "-d", "稿", "--format", "txt", "--strict")
    assert done.code == 1
    assert done.err.endswith("稿: 写出 2 份报告；1 份没有写出，原因见上\n")
    assert "1 格没有读出（“?”），没有写出；逐条列出用 giptui check 各镇/2022/b.toml" in done.err
    assert not (tmp_path / "稿" / "2022" / "b.txt").exists()
    assert call("export", seed.name, "-o", "a.html", "--strict") == (1, "", TOLD.replace("照样写出", "没有写出"))
    assert call("export", seed.name, "--format", "html", "--strict").out == ""
    assert not (tmp_path / "a.html").exists()


def test_what_a_person_has_judged_right_keeps_nothing(call: Program, seed: Path) -> None:
    for rule in ("row-sum", "rule-making-power", "text-none", "column-sum", "balance"):
        call("waive", seed, rule, "--reason", "已核实")
    errors = call("check", seed).out.count("错误[")
    told = call("export", seed.name, "-o", "a.txt").err
    assert told == (f"seed.toml: {errors} 个错误，照样写出；逐条列出用 giptui check seed.toml\n" if errors else "")


@pytest.mark.parametrize("name", ["other.toml", "other.html", "link.html"])
def test_a_report_is_never_written_over(call: Program, seed: Path, name: str) -> None:
    other = seed.with_name("other.toml" if name.startswith("link") else name)
    other.write_bytes(seed.read_bytes())
    if name.startswith("link"):
        seed.with_name(name).symlink_to(other)
    for output in (name, "seed.toml"):
        done = call("export", seed.name, "-o", output, "--format", "html")
        assert (done.code, done.out) == (2, "")
        assert "不会覆盖" in done.err
    assert other.read_bytes() == seed.read_bytes()


def test_any_other_file_is_written_over_and_keeps_its_rights(call: Program, seed: Path, tmp_path: Path) -> None:
    for name in ("a.html", "a.csv"):
        before = tmp_path / name
        before.write_text("来自上回", encoding="utf-8")
        before.chmod(0o640)
        assert call("export", seed.name, "-o", name).code == 0
        assert "来自上回" not in before.read_text(encoding="utf-8")
        assert before.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("format", TABLES, ids=_named)
@pytest.mark.parametrize("shape", [(), ("--long",)], ids=["wide", "long"])
def test_many_reports_become_one_table_whatever_the_number_of_processes(
    giptui: Program,
    folder: Path,
    tmp_path: Path,
    format: Format,  # noqa: A002
    shape: tuple[str, ...],
) -> None:
    pytest.importorskip(format.library or "giptui")
    for number in range(210):
        shutil.copyfile(folder / "2020" / "a.toml", folder / f"{number}.toml")
    for jobs in "12":
        done = giptui("export", "各镇", "-o", f"{jobs}{format.extensions[0]}", "-j", jobs, *shape)
        assert done == (0, "", "")
    one, two = ((tmp_path / f"{jobs}{format.extensions[0]}").read_bytes() for jobs in "12")
    assert one == two
    if not format.is_binary:
        assert giptui("export", "各镇", "--format", format.name, *shape).out.encode() == one
        lines = one.decode().splitlines()
        assert len(lines) == 214 if not shape else len(lines) > 213 * 200
        assert "各镇/0.toml" in lines[1]


def test_a_table_is_written_whole_or_not_at_all(call: Program, folder: Path, tmp_path: Path) -> None:
    broken = folder / "2021" / "a.toml"
    broken.write_text('form = "2021\n', encoding="utf-8")
    done = call("export", "各镇", "-o", "全县.csv")
    assert done.code == 2
    assert done.err.splitlines()[0].startswith("各镇/2021/a.toml:1:13: ")
    assert done.err.endswith("全县.csv: 有文件读不出，没有写入；请先改正上面指出的文件，或不把它列入\n")
    assert [path.name for path in tmp_path.iterdir()] == ["各镇"]
    done = call("export", "各镇", "--format", "csv")
    assert done.code == 2
    assert len(done.out.splitlines()) == 3


def test_strict_keeps_a_whole_table(call: Program, folder: Path, tmp_path: Path) -> None:
    _unread(folder / "2022" / "b.toml")
    told = "各镇/2022/b.toml: 1 格没有读出（“?”），{}；逐条列出用 giptui check 各镇/2022/b.toml\n"
    for target in (("-o", "全县.csv"), ("--format", "csv")):
        assert call("export", "各镇", *target, "--strict") == (1, "", told.format("没有写出"))
    assert [path.name for path in tmp_path.iterdir()] == ["各镇"]
    assert call("export", "各镇", "-o", "全县.csv") == (0, "", told.format("照样写出"))


def test_columns_are_those_of_the_forms_that_are_there(call: Program, seed: Path) -> None:
    old = seed.with_name("old.toml")
    call("new", old, "--year", "2020", "--organ", "某镇人民政府", "--blank")

    def columns(*files: Path) -> set[str]:
        return set(call("export", *files, "--format", "tsv").out.split("\n", 1)[0].split("\t"))

    assert columns(seed, old) == columns(seed) | columns(old)
    assert columns(seed) - columns(old) and columns(old) - columns(seed)


def test_a_folder_of_tables(call: Program, folder: Path, tmp_path: Path) -> None:
    assert call("export", "各镇", "-d", "表", "--format", "csv") == (0, "", "表: 写出 3 份报告\n")
    call("export", "各镇/2020/a.toml", "-o", "a.csv")
    assert (tmp_path / "表/2020/a.csv").read_bytes() == (tmp_path / "a.csv").read_bytes()


def test_several_reports_are_one_json_and_come_back_as_files(call: Program, folder: Path) -> None:
    assert call("export", folder, "-o", "all.json", "--draft").code == 0
    stated = json.loads((folder.parent / "all.json").read_text(encoding="utf-8"))
    assert [each["draft"] for each in stated] == [True] * 3
    assert call("import", "all.json", "-d", "back").code == 0
    for source in sorted(folder.rglob("*.toml")):
        _, report = load(str(source))
        _, back = load(str(folder.parent / "back" / f"{report.organ}-{report.year}.toml"))
        assert {a: back[a] for a in report.form.kinds} == {a: report[a] for a in report.form.kinds}


def test_on_a_terminal_what_is_told_takes_the_place_of_how_far_it_is(folder: Path, tmp_path: Path) -> None:
    for number in range(20):
        shutil.copyfile(folder / "2020" / "a.toml", folder / f"{number}.toml")
    _unread(folder / "9.toml")
    command = [*GIPTUI, "export", "各镇", "-d", "稿", "--format", "txt", "-j", "1"]
    with Terminal(command, 100, 24, THIS, cwd=tmp_path) as terminal:
        written = terminal.settle()
        terminal.wait_for("稿: 写出 23 份报告")
        assert "正在导出 23 份报告：0%".encode() in written
        assert terminal.text.split()[0] == "各镇/9.toml:"
        assert "正在导出" not in terminal.text
