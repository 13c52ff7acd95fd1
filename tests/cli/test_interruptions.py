"""What puts an end to a run from outside: Ctrl+C at any moment, a killed worker, folders and streams that are none."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_program import SEED, Program, environment

PROGRAM = (sys.executable, "-m", "giptui")
OWN = re.compile(rb'__main__\.py", line \d+, in (?!<module>)')
"""A traceback of what happens once giptui has begun; before that Python prints its own."""


def _interrupted(folder: Path, after: float, times: int) -> tuple[int, bytes]:
    process = subprocess.Popen(
        [*PROGRAM, "check", "--full", "."],
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(after)
    for _ in range(times):
        os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    return process.returncode, errors


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that takes a second to check."""
    folder = tmp_path_factory.mktemp("busy")
    (folder / "0.toml").write_bytes(SEED.read_bytes())
    for number in range(1, 600):
        (folder / f"{number}.toml").hardlink_to(folder / "0.toml")
    return folder


@pytest.mark.parametrize("times", [1, 2, 5])
@pytest.mark.parametrize("milliseconds", [*range(0, 60, 5), 100, 200, 400])
def test_ctrl_c_at_any_moment_leaves_no_traceback_of_ours(busy: Path, milliseconds: int, times: int) -> None:
    code, errors = _interrupted(busy, milliseconds / 1000, times)
    assert not OWN.search(errors), errors.decode()
    if b"KeyboardInterrupt" not in errors and code != -signal.SIGINT:  # else Python itself was not up yet
        assert code == 130
        assert set(errors.decode().splitlines()[-1:]) <= {"已中断"}


def test_whoever_has_ctrl_c_ignored_is_not_interrupted(giptui: Program, seed: Path) -> None:
    command = subprocess.Popen(
        ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *PROGRAM, "check", "-"],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    time.sleep(0.5)  # it waits for its input, however fast the machine
    command.send_signal(signal.SIGINT)
    _, errors = command.communicate(seed.read_bytes())
    assert command.returncode == 1
    assert errors.decode().endswith("个提示\n")


KILLED = """
import os, signal, sys
from giptui.cli.check import outcome
load = outcome.load
always, once, name = sys.argv[1].split(","), sys.argv[2], sys.argv[3]
def fatal(name, **how):
    if os.path.basename(name) in always:
        os.kill(os.getpid(), signal.SIGKILL)
    if os.path.basename(name) == once and not os.path.exists("once"):
        open("once", "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return load(name, **how)
outcome.load = fatal
from giptui.__main__ import main
sys.argv[1:] = ["check", "-j", "2", "--format", "jsonl", name]
sys.exit(main())
"""


def _killed(folder: Path, always: str, once: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", KILLED, always, once, "busy"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_what_a_killed_worker_was_at_is_named_and_the_rest_done(giptui: Program, tmp_path: Path, busy: Path) -> None:
    (tmp_path / "busy").symlink_to(busy)
    whole = giptui("check", "-j", "1", "--format", "jsonl", "busy")
    done = _killed(tmp_path, "17.toml,400.toml", "")
    lost = ("busy/17.toml", "busy/400.toml")
    assert done.returncode == 70
    assert [line.partition(": ")[0] for line in done.stderr.splitlines() if "没有查完：" in line] == [*lost]
    assert done.stderr.splitlines()[-1].endswith("；2 个文件没有查完")
    there = [line for line in whole.out.splitlines() if not any(f'"{name}"' in line for name in lost)]
    assert done.stdout.splitlines() == there


def test_nothing_is_lost_to_a_worker_that_is_killed_once(giptui: Program, tmp_path: Path, busy: Path) -> None:
    (tmp_path / "busy").symlink_to(busy)
    done = _killed(tmp_path, "", "333.toml")
    assert (tmp_path / "once").exists()
    assert (done.returncode, done.stdout, done.stderr) == giptui("check", "-j", "1", "--format", "jsonl", "busy")


def test_a_folder_nested_a_thousand_deep(giptui: Program, seed: Path) -> None:
    here = os.open(seed.parent, os.O_RDONLY)
    try:
        for depth in range(1, 2100):
            os.mkdir("d", dir_fd=here)
            below = os.open("d", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = below
            if depth == 1100:
                file = os.open("deep.toml", os.O_WRONLY | os.O_CREAT, dir_fd=here)
                os.write(file, seed.read_bytes())
                os.close(file)
    finally:
        os.close(here)
    done = giptui("check", "d")
    assert done.code == 2
    assert "deep.toml:31:40: error[rule-making-power]" in done.out
    refused, summary = done.err.splitlines()
    assert refused.endswith("……: 文件夹打不开：文件名太长；请取得权限，或不查这个文件夹")
    assert len(refused) < 500
    assert summary.startswith("1 份报告：")
    assert summary.endswith("；1 个文件读不出")
    assert giptui("get", "d", "report.year").out == "2023\n"
    subprocess.run(["rm", "-r", seed.parent / "d"], check=True)


def test_a_pipe_that_somebody_writes_to_is_read(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", 'exec "$@" <(cat "$0")', SEED, *PROGRAM, "check"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "rule-making-power" in done.stdout


@pytest.mark.parametrize("command", ["check", "report", "get", "claims"])
def test_a_named_pipe_does_not_hang(giptui: Program, seed: Path, command: str) -> None:
    os.mkfifo(seed.parent / "pipe.toml")
    done = giptui(command, "pipe.toml")
    assert done.code == 2
    assert "- < pipe.toml" in done.err
    assert giptui("check", ".").err == giptui("check", "seed.toml").err
    os.mkfifo(seed.parent / "giptui.toml")
    assert giptui("check", "seed.toml").code == 1


@pytest.mark.parametrize(
    "arguments", [("check", "x.toml"), ("check", "-"), ("x.toml",), ("new", "x.toml"), ("get", ".")]
)
def test_a_folder_that_is_gone_is_named(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "gone").mkdir()
    done = subprocess.run(
        ["sh", "-c", 'rmdir "$PWD"; exec "$@"', "sh", *PROGRAM, *arguments],
        cwd=tmp_path / "gone",
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "当前文件夹已被删除或移走，文件名无从找起；请先 cd 到别的文件夹\n"
