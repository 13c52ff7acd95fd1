"""What a command loads: start-up time is a promise, and the editor's libraries are no part of a check."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cli_program import environment

from giptui.cli.check.formats import FORMATS
from giptui.printers.formats import FORMATS as FORMATS_TO_EXPORT
from giptui.printers.formats import Format

SCREEN = {"textual", "rich"}
HEAVY = {
    "toml_rs",
    "pathlib",
    "tabulate",
    "tomlkit",
    "wcwidth",
    "tree_sitter",
    "difflib",
    "json",
    "csv",
    "tempfile",
    "importlib.metadata",
    "rapidfuzz",
}

WRITERS = {"docx", "xlsxwriter", "typst", "pyarrow", "lxml"}
READERS = {"selectolax", "mammoth", "pdfplumber", "python_calamine", "olefile", "ofdkit", "rapidocr"}


def loaded(*arguments: str | Path) -> set[str]:
    """The modules that a run of the program has loaded at its end."""
    program = (
        "import sys; from giptui.__main__ import main; sys.argv = sys.argv[:1] + sys.argv[1:]; main()\n"
        "sys.stderr.write('\\n' + ' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


def test_version_loads_its_streams_alone() -> None:
    modules = loaded("--version")
    own = {"giptui", "giptui.__main__", "giptui.cli", "giptui.cli.descriptors"}
    assert {name for name in modules if name.startswith("giptui")} == own
    assert not {"typing", "re", "enum", "dataclasses"} & modules


def test_a_clean_check_loads_the_checks_alone(clean: Path) -> None:
    modules = loaded("check", clean)
    assert "giptui.check" in modules
    assert not modules & (SCREEN | HEAVY | {"click", "giptui.check.repair", "giptui.check.prose.placeholders"})


@pytest.mark.parametrize("options", [(), ("--full",), ("--format", "json")])
def test_a_check_with_findings_never_loads_a_screen(seed: Path, options: tuple[str, ...]) -> None:
    assert not loaded("check", *options, seed) & (SCREEN | {"tabulate", "tomlkit", "giptui.session", "giptui.tui"})


def test_a_plain_check_with_findings_needs_no_click(seed: Path) -> None:
    modules = loaded("check", seed)
    assert "giptui.cli.check.formats.text" in modules
    assert "click" not in modules


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_loads_no_other(seed: Path, name: str) -> None:
    kin = {"json": {"json", "jsonl"}, "sarif": {"sarif", "json", "jsonl"}}
    formats = {f"giptui.cli.check.formats.{each}" for each in kin.get(name, {name})}
    prefix = "giptui.cli.check.formats."
    assert {each for each in loaded("check", "--format", name, seed) if each.startswith(prefix)} == formats


@pytest.mark.parametrize("command", [("report",), ()])
def test_a_report_never_loads_a_screen(seed: Path, command: tuple[str, ...]) -> None:
    modules = loaded(*command, seed)
    assert "giptui.printers" in modules
    assert not modules & (SCREEN | {"tomlkit", "tree_sitter", "giptui.check", "giptui.session", "giptui.tui"})


@pytest.mark.parametrize("options", [(), ("-o", "-")])
def test_a_picture_needs_no_library_for_pictures_and_no_screen(tmp_path: Path, options: tuple[str, ...]) -> None:
    files = [tmp_path / f"{year}.toml" for year in (2023, 2024)]
    for file in files:
        file.write_text(f'form = "2021"\n[report]\norgan = "石桥镇"\nyear = {file.stem}\n', encoding="utf-8")
    modules = loaded("chart", *files, *options)
    assert not modules & (SCREEN | READERS | {"tabulate", "tomlkit", "json", "matplotlib", "plotext", "giptui.check"})


def test_check_loads_no_other_command(seed: Path) -> None:
    commands = {name for name in loaded("check", "--strict", seed) if name.startswith("giptui.cli.commands.")}
    assert commands == {"giptui.cli.commands.check"}


@pytest.mark.parametrize(
    "arguments", [("import", "--help"), ("check",), ("report",), ("get",), ("new", "next.toml", "--from")]
)
def test_what_reads_published_reports_is_loaded_for_nothing_else(
    seed: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seed.parent)
    modules = loaded(*arguments, *([] if "--help" in arguments else [seed]))
    assert not modules & (READERS | SCREEN)
    assert not any(name.startswith("giptui.readers") for name in modules)


def test_a_plain_text_is_imported_without_what_reads_other_kinds(seed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(seed.parent)
    loaded("report", seed, "-o", "page.txt")
    modules = loaded("import", "page.txt", "-o", "page.toml")
    assert "giptui.readers.formats.text" in modules
    assert not modules & (READERS | SCREEN | {"giptui.check.repair", "giptui.cli.jobs", "giptui.session"})


@pytest.mark.parametrize("arguments", [("export", "--help"), ("check",), ("report",), ("get",), ("fmt", "--check")])
def test_what_writes_other_formats_is_loaded_for_nothing_else(seed: Path, arguments: tuple[str, ...]) -> None:
    modules = loaded(*arguments, *([] if "--help" in arguments else [seed]))
    assert not modules & (WRITERS | SCREEN)
    assert not any(name.startswith("giptui.cli.exporting") for name in modules)


@pytest.mark.parametrize("format", FORMATS_TO_EXPORT, ids=[each.name for each in FORMATS_TO_EXPORT])
def test_a_format_loads_its_own_library_alone(seed: Path, format: Format, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: A002
    pytest.importorskip(format.library or "giptui")
    monkeypatch.chdir(seed.parent)
    modules = loaded("export", seed, "-o", f"a{format.extensions[0]}")
    libraries = {format.library} - {""}
    assert modules & WRITERS == libraries
    assert not modules & (SCREEN | READERS | {"giptui.session", "giptui.readers", "giptui.cli.jobs"})
