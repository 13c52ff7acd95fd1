"""`giptui check -j`: several processes print what one prints, in the same order, and end when they have to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_program import Program, environment

FEW_RULES = ("--select", "column-sum", "--select", "rule-making-power")  # which of them run is not the question here
FILES = 230  # enough for two processes, in chunks of which the last is not full


@pytest.fixture
def many(seed: Path, clean: Path) -> Path:
    """A folder of reports: most clean, some with findings, one broken, one that is no report."""
    folder = seed.parent / "many"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:03}.toml").write_bytes((seed if number % 9 == 0 else clean).read_bytes())
    (folder / "100.toml").write_text('form = "2021"\n[report\n')
    (folder / "120.toml").write_text("[project]\n")
    (folder / "150.toml").write_text('form = "1999"\n')
    return folder


@pytest.mark.parametrize("options", [(), ("--full",), ("--format", "json"), ("--summary", "--statistics")])
def test_the_output_is_that_of_one_process(giptui: Program, many: Path, options: tuple[str, ...]) -> None:
    options = (*FEW_RULES, *options)
    one, three = (giptui("check", "-j", jobs, *options, many.name) for jobs in ("1", "3"))
    assert one == three
    assert one.code == 2
    assert one.err.endswith("；2 个文件读不出；跳过 1 个不是报告的 TOML 文件\n")
    assert giptui("check", *options, many.name) == one


def _start(*arguments: str | Path, cwd: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "giptui", "check", *map(str, arguments)],
        cwd=cwd,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _at_work(many: Path) -> subprocess.Popen[bytes]:
    """The program in the middle of more files than it can be done with before anything happens to it."""
    for copy in range(8):
        (many / f"more{copy}").mkdir()
        for number in range(FILES):
            (many / f"more{copy}" / f"{number}.toml").hardlink_to(many / "001.toml")
    process = _start("-j", "2", many.name, cwd=many.parent)
    assert process.stdout
    process.stdout.read(1)
    return process


def test_ctrl_c_ends_all_of_them_quietly(many: Path) -> None:
    process = _at_work(many)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to this process and its workers
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors.decode().splitlines()[-1] == "已中断"
    assert b"Traceback" not in errors
    for _ in range(100):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("a worker outlived the command")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_signal_to_the_command_alone_leaves_no_worker_behind(many: Path, number: signal.Signals) -> None:
    with _at_work(many) as process:
        process.send_signal(number)
        process.communicate(timeout=30)  # ends when nobody holds the streams any more, workers neither
    assert process.returncode == -number


def test_a_closed_pipe_is_no_error(many: Path) -> None:
    process = _start("-j", "2", "--format", "jsonl", many.name, cwd=many.parent)
    with process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, b"Traceback" in errors) == (0, False)


@pytest.mark.parametrize("number", ["0", "-1", "x", "１"])
def test_jobs_are_counted_from_one(call: Program, clean: Path, number: str) -> None:
    done = call("check", "-j", number, clean)
    assert (done.code, done.out) == (2, "")
    assert f"--jobs 只能是 1 到 9999 的整数，不能是“{number}”" in done.err


def test_a_few_files_start_no_process(clean: Path) -> None:
    files = [clean.with_name(f"clean{number}.toml") for number in range(50)]
    for file in files:
        file.hardlink_to(clean)
    program = (
        "import sys; from giptui.__main__ import main; main(); sys.stderr.write('\\n' + ' '.join(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "check", *FEW_RULES, *map(str, files)],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    assert done.stderr.startswith("50 份报告：没有发现问题\n")
    loaded = set(done.stderr.splitlines()[-1].split())
    assert "giptui.check" in loaded
    assert not loaded & {"concurrent.futures", "multiprocessing", "tree_sitter", "giptui.cli.jobs"}
