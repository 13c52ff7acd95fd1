"""All output is written whole, or the exit code and a sentence say that it was not: a full disk, a limit on the size of
files, a reader that is slow, a reader that has gone; whether Python buffers its streams or not."""

from __future__ import annotations

import fcntl
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final

import pytest
from cli_program import SEED, environment

COMMANDS: Final = {
    "report": ("report", "seed.toml"),
    "bare form": ("seed.toml",),
    "get": ("get", "seed.toml"),
    "get jsonl": ("get", "seed.toml", "--format", "jsonl"),
    "schema": ("schema", "file"),
    "new": ("new", "-"),
    "set": ("set", "-", "report.year=2024"),
    "waive": ("waive", "-", "rule-making-power", "--reason", "委托"),
    "fmt": ("fmt", "-"),
    "explain": ("explain", "balance"),
    "rules": ("rules",),
    "claims": ("claims", "seed.toml"),
    "check": ("check", "seed.toml"),
    "check json": ("check", "--format", "json", "seed.toml"),
    "check sarif": ("check", "--format", "sarif", "seed.toml"),
    "check summary": ("check", "--summary", "seed.toml"),
    "completion": ("completion", "bash"),
    "help": ("check", "--help"),
    "version": ("--version",),
}
BUFFERED: Final = {"buffered": {}, "unbuffered": {"PYTHONUNBUFFERED": "1"}}
FULL: Final = "标准输出: 写不进去：{}；请换一个地方输出\n"

each_command = pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
each_buffering = pytest.mark.parametrize("variables", BUFFERED.values(), ids=BUFFERED)


def start(
    arguments: tuple[str, ...],
    variables: dict[str, str],
    folder: Path,
    out: int,
    first: Callable[[], None] | None = None,
) -> subprocess.Popen[bytes]:
    """The program on the seed, in a file ``seed.toml`` and on its standard input."""
    (folder / "seed.toml").write_bytes(SEED.read_bytes())
    with SEED.open("rb") as stdin:
        return subprocess.Popen(
            [sys.executable, "-m", "giptui", *arguments],
            stdin=stdin,
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=folder,
            env=environment(**variables),
            preexec_fn=first,  # noqa: PLW1509 - there are no threads
        )


def ended(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    _, err = process.communicate(timeout=60)
    return process.returncode, err.decode()


def whole(arguments: tuple[str, ...], folder: Path) -> tuple[int, bytes]:
    """Exit code and output where nothing is in the way."""
    process = start(arguments, {}, folder, subprocess.PIPE)
    out, _ = process.communicate(timeout=60)
    assert out
    return process.returncode, out


@each_command
@each_buffering
def test_a_full_disk(arguments: tuple[str, ...], variables: dict[str, str], tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        code, err = ended(start(arguments, variables, tmp_path, full.fileno()))
    assert code == 2
    assert err.endswith(FULL.format("磁盘已满"))


@each_command
@each_buffering
def test_a_file_that_may_not_grow(arguments: tuple[str, ...], variables: dict[str, str], tmp_path: Path) -> None:
    """The system takes a part of what is written, and says so by its number alone."""
    _, expected = whole(arguments, tmp_path)
    room = len(expected) * 2 // 3
    limit: Callable[[], None] = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))  # noqa: E731
    with (tmp_path / "out").open("wb") as out:
        code, err = ended(start(arguments, variables, tmp_path, out.fileno(), limit))
    assert code == 2
    assert err.endswith(FULL.format("超过了允许的文件大小"))
    assert expected.startswith((tmp_path / "out").read_bytes())


def _filled() -> tuple[IO[bytes], int, int]:
    """A pipe in which not a byte more has room, whose writer is not made to wait; how many bytes it holds."""
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    os.set_blocking(writer, False)
    held = 0
    while True:
        try:
            held += os.write(writer, b"x")
        except BlockingIOError:
            return open(reader, "rb", buffering=0), writer, held  # noqa: PTH123 - a descriptor


def _comes_to_rest(process: subprocess.Popen[bytes]) -> None:
    """Until the program uses the processor no more: it has ended, or sleeps and waits."""
    used, quiet = "", 0
    while process.poll() is None and quiet < 4:
        time.sleep(0.03)
        folder = Path(f"/proc/{process.pid}")
        state = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        now = (folder / "schedstat").read_text(encoding="utf-8").split()[0]  # nanoseconds: a fast start takes no tick
        quiet = quiet + 1 if now == used and state == "S" else 0
        used = now


@each_command
@each_buffering
def test_a_slow_reader_of_a_pipe_that_does_not_wait(
    arguments: tuple[str, ...], variables: dict[str, str], tmp_path: Path
) -> None:
    expected = whole(arguments, tmp_path)
    reader, writer, held = _filled()
    process = start(arguments, variables, tmp_path, writer)
    os.close(writer)
    with reader:
        _comes_to_rest(process)
        out = b"".join(iter(lambda: reader.read(1000), b""))
    code, err = ended(process)
    assert (code, out[held:]) == expected
    assert "标准输出" not in err


@each_command
@each_buffering
def test_a_reader_that_has_gone(arguments: tuple[str, ...], variables: dict[str, str], tmp_path: Path) -> None:
    reader, writer, _ = _filled()
    reader.close()
    process = start(arguments, variables, tmp_path, writer)
    os.close(writer)
    code, err = ended(process)
    assert code in (0, whole(arguments, tmp_path)[0])
    assert "标准输出" not in err


def test_a_reader_that_goes_while_it_is_waited_for(tmp_path: Path) -> None:
    reader, writer, _ = _filled()
    process = start(COMMANDS["get"], {}, tmp_path, writer)
    os.close(writer)
    _comes_to_rest(process)
    assert process.poll() is None
    reader.close()
    assert ended(process) == (0, "")


def test_narration_waits_for_its_reader_too(tmp_path: Path) -> None:
    reader, writer, held = _filled()
    process = subprocess.Popen(
        [sys.executable, "-m", "giptui", "check", *(f"{number}.toml" for number in range(200))],
        stdout=subprocess.DEVNULL,
        stderr=writer,
        cwd=tmp_path,
        env=environment(),
    )
    os.close(writer)
    with reader:
        _comes_to_rest(process)
        err = b"".join(iter(lambda: reader.read(1000), b""))[held:].decode()
    assert process.wait(timeout=60) == 2
    assert (err.count("没有这个文件"), err.count("200 个文件读不出")) == (200, 1)
