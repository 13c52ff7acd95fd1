"""Streams, signals and locales: what a pipe, a hook and a bare machine do to the program."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli_program import Program, environment, golden

import giptui as package


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """A pipeline as a person types it; ``giptui`` is the program."""
    function = f'giptui() {{ "{sys.executable}" -m giptui "$@"; }}; set -o pipefail; '
    return subprocess.run(
        ["bash", "-c", function + command],
        capture_output=True,
        cwd=folder,
        env=environment(),
        timeout=60,
        check=False,
    )


def test_version(giptui: Program) -> None:
    for arguments in (("--version",), ("--version", "-h"), ("--version", "check")):
        assert giptui(*arguments) == (0, f"giptui {package.__version__}\n", "")


@pytest.mark.parametrize(
    "locale", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_chinese_in_utf8_whatever_the_locale(
    giptui: Program, call: Program, seed: Path, locale: dict[str, str]
) -> None:
    assert giptui("check", "seed.toml", **locale).out == call("check", "seed.toml").out
    assert giptui("--help", **locale).out == golden("help.txt")
    assert "没有这个文件" in giptui("没有.toml", **locale).err


@pytest.mark.parametrize("reader", ["head -1", "head -c 1", "true"])
@pytest.mark.parametrize("command", ["giptui seed.toml", "giptui check seed.toml 2>/dev/null", "giptui get seed.toml"])
def test_a_closed_pipe_is_no_error(seed: Path, command: str, reader: str) -> None:
    """Every command of the pipe ends well (or in `check`'s case with its findings), and nobody complains."""
    done = shell(f"{command} | {reader}", seed.parent)
    assert done.returncode in ((0, 1) if "check" in command else (0,))
    assert done.stderr == b""


def test_in_one_pipe_both_streams_keep_their_order(call: Program, seed: Path) -> None:
    """Python would hold back what is printed until the end, behind all that goes to standard error."""
    broken = seed.with_name("broken.toml")
    broken.write_text('form = "2021"\n[report\n')
    seed.with_name("z.toml").write_bytes(seed.read_bytes())
    files = ("seed.toml", "broken.toml", "z.toml")
    first, complaint, last = (call("check", name) for name in files)
    done = shell(f"giptui check {' '.join(files)} 2>&1", seed.parent)
    in_order = first.out + complaint.err.partition("1 个文件读不出")[0] + last.out
    assert all((first.out, complaint.err, last.out))
    written, _, summary = done.stdout.decode().rpartition("2 份报告：")
    assert (done.returncode, written, summary) == (2, in_order, "4 个错误，2 个提示；1 个文件读不出\n")


def test_a_closed_standard_error_is_no_error(call: Program, seed: Path) -> None:
    heard = call("check", "seed.toml")
    for where in ("2>&1 >/dev/null | true", "2>&-"):
        done = shell(f"giptui check seed.toml {where}", seed.parent)
        assert (done.returncode, done.stderr) == (heard.code, b"")
    assert done.stdout.decode() == heard.out


def _unheard(stderr: str, arguments: tuple[str, ...], folder: Path) -> tuple[int, str]:
    """Exit code and output of the program where its narration cannot go anywhere."""
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as unread, Path("/dev/full").open("wb") as full:  # noqa: PTH123 - a descriptor
        done = subprocess.run(
            [sys.executable, "-m", "giptui", *arguments],
            stdout=subprocess.PIPE,
            stderr=unread if stderr == "unread" else full,
            cwd=folder,
            env=environment(),
            timeout=60,
            check=False,
        )
    return done.returncode, done.stdout.decode()


@pytest.mark.parametrize("stderr", ["unread", "full"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "seed.toml"),
        ("check", "nosuch.toml"),
        ("check", "nosuch.toml", "seed.toml"),
        ("check", "--bogus", "seed.toml"),
        ("nosuch.toml",),
        ("get", "seed.toml", "nosuch"),
    ],
)
def test_what_nobody_hears_changes_nothing_else(
    call: Program, seed: Path, stderr: str, arguments: tuple[str, ...]
) -> None:
    heard = call(*arguments)
    assert heard.err
    assert _unheard(stderr, arguments, seed.parent) == (heard.code, heard.out)


@pytest.mark.parametrize("where", ["2>/dev/full", "2>&-"])
def test_a_full_standard_output_that_nobody_hears_of_keeps_its_exit_code(seed: Path, where: str) -> None:
    done = shell(f"GIPTUI_DEBUG=1 giptui check seed.toml >/dev/full {where}", seed.parent)
    assert (done.returncode, done.stderr) == (2, b"")


def test_a_closed_standard_output_is_no_defect(seed: Path) -> None:
    done = shell("giptui check seed.toml >&-", seed.parent)
    assert (done.returncode, done.stderr.decode()) == (1, "1 份报告：2 个错误，1 个提示\n")


@pytest.mark.parametrize("command", ["giptui seed.toml", "giptui check seed.toml", "giptui --version", "giptui -h"])
def test_a_full_standard_output_is_reported(seed: Path, command: str) -> None:
    done = shell(f"{command} >/dev/full", seed.parent)
    assert done.returncode == 2
    assert done.stderr.decode() == "标准输出: 写不进去：磁盘已满；请换一个地方输出\n"


def test_a_full_disk_under_an_output_file_is_reported(giptui: Program, seed: Path) -> None:
    assert giptui("report", "seed.toml", "-o", "/dev/full") == (
        2,
        "",
        "/dev/full: 写不进去：磁盘已满；请换一个地方输出\n",
    )


def test_an_interrupt_is_130(seed: Path) -> None:
    fifo = seed.with_name("fifo.toml")
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [sys.executable, "-m", "giptui", "check", fifo],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    with fifo.open("wb"):  # opens only when the program reads it
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err.decode()) == (130, b"", "已中断\n")


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_defect_is_one_line_and_70(debug: str) -> None:
    broken = (
        "import sys, giptui.cli.check.run as run; from giptui.__main__ import main\n"
        "run.check_files = lambda *_: {}['x\\x1b']\nsys.argv = ['giptui', 'check', 'x']; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", broken],
        capture_output=True,
        env=environment(GIPTUI_DEBUG=debug),
        check=False,
    )
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 70
    assert lines[-1].startswith(f"giptui {package.__version__} 自身出错：KeyError: ")
    assert f"报告给{package.REPORT_TO}；" in lines[-1]
    assert "\x1b" not in lines[-1]
    assert (len(lines) > 1) == (lines[0] == "Traceback (most recent call last):") == bool(debug)


def in_terminal(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run the program in a terminal; its exit code and all that it writes there."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve(
            sys.executable,
            [sys.executable, "-m", "giptui", *arguments],
            environment(**{"TERM": "xterm", **variables}),
        )
    written = b""
    while True:
        try:
            written += os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), written.decode().replace("\r\n", "\n")


def test_output_depends_on_the_terminal_in_colour_alone(call: Program, seed: Path) -> None:
    heard = "".join(call("check", "seed.toml")[1:])
    coloured = heard.replace("error[", "\x1b[31merror\x1b[0m[").replace("info[", "\x1b[36minfo\x1b[0m[")
    assert in_terminal(seed.parent, "check", "seed.toml") == (1, coloured)
    assert in_terminal(seed.parent, "check", "seed.toml", NO_COLOR="1") == (1, heard)
    assert in_terminal(seed.parent, "check", "--color", "never", "seed.toml") == (1, heard)


@pytest.mark.parametrize("arguments", [("seed.toml",), ("edit", "seed.toml"), ("edit", "--read-only", "seed.toml")])
def test_the_bare_form_opens_the_editor_in_a_terminal_and_a_dumb_one_is_refused(
    seed: Path, arguments: tuple[str, ...]
) -> None:
    code, written = in_terminal(seed.parent, *arguments, TERM="dumb")
    assert (code, written.count("\n")) == (2, 1)
    assert "TERM=dumb" in written


def test_the_editor_needs_a_terminal(giptui: Program, seed: Path) -> None:
    done = giptui("edit", "seed.toml")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("编辑器要在终端里用，而标准输入、标准输出、标准错误不是终端；")
    assert giptui("edit", "-").err == "编辑器不能打开标准输入，请给出文件名；只看可用 giptui report -\n"
