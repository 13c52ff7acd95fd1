"""What the commands that write do to a file and to those beside it, in processes of their own and with real signals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli_program import Program, environment

_CELL = "applications.total_handled.total"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_in_the_middle_of_a_save_leaves_nothing_lying_about(
    seed: Path, giptui: Program, number: signal.Signals
) -> None:
    before = seed.read_bytes()
    program = (
        "import os, sys; from giptui.__main__ import main\n"
        "real = os.replace\n"
        f"def replace(*names): os.kill(os.getpid(), {int(number)}); real(*names)\n"
        "os.replace = replace\n"
        f"sys.argv[1:] = ['set', {str(seed)!r}, '{_CELL}=7']\n"
        "os._exit(main())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], env=environment(), capture_output=True, check=False)
    assert done.returncode == (130 if number is signal.SIGINT else -number)
    assert [*seed.parent.iterdir()] == [seed]
    assert seed.read_bytes() != before
    assert giptui("get", seed, _CELL).out == "7\n"


@pytest.mark.parametrize("command", [("check", "--fix"), ("fmt",)])
def test_a_link_that_leads_out_of_the_folder_is_not_written_through(
    giptui: Program, seed: Path, command: tuple[str, ...]
) -> None:
    giptui("set", seed, f"{_CELL}=0", "--exact")
    seed.write_bytes(seed.read_bytes().replace(b"year = ", b"year   = "))
    before = seed.read_bytes()
    folder = seed.parent / "reports"
    folder.mkdir()
    (folder / "link.toml").symlink_to("../seed.toml")
    done = giptui(*command, "reports")
    assert "reports/link.toml: 这是链接" in done.err
    assert done.code == 2
    assert seed.read_bytes() == before
    assert giptui(*command, "reports", ".").code != 2, "it is in a folder that was given"
    assert seed.read_bytes() != before
    seed.write_bytes(before)
    giptui(*command, "reports/link.toml")
    assert seed.read_bytes() != before, "the link itself was given"


def test_a_link_within_the_folder_is_written_through(giptui: Program, seed: Path) -> None:
    (seed.parent / "link.toml").symlink_to("seed.toml")
    seed.write_bytes(seed.read_bytes().replace(b"year = ", b"year   = "))
    assert giptui("fmt", ".").code == 0
    assert giptui("fmt", "--check", "seed.toml").code == 0
    assert (seed.parent / "link.toml").is_symlink()


def test_of_two_that_make_a_new_file_one_is_refused(giptui: Program, tmp_path: Path) -> None:
    commands = [
        subprocess.Popen(
            [sys.executable, "-m", "giptui", "new", "x.toml", "--organ", organ],
            env=environment(),
            cwd=tmp_path,
            stderr=subprocess.PIPE,
        )
        for organ in ("甲", "乙")
    ]
    for each in commands:
        each.communicate()
    assert sorted(each.returncode for each in commands) == [0, 2]
    organ = "甲" if commands[0].returncode == 0 else "乙"
    assert giptui("get", "x.toml", "report.organ").out == f"{organ}\n"
    assert [*tmp_path.iterdir()] == [tmp_path / "x.toml"]


@pytest.mark.parametrize("arguments", [("new", "x.toml"), ("set", "x.toml", "report.year=2024"), ("fmt", "x.toml")])
def test_in_a_folder_that_is_no_more_there_is_a_sentence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    program = (
        "import os, sys; from giptui.__main__ import main\n"
        "os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')\n"
        f"sys.argv[1:] = {list(arguments)!r}\n"
        "os._exit(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("当前文件夹已被删除或移走")


@pytest.mark.parametrize("command", ["new", "set", "waive"])
def test_what_is_no_utf8_is_never_written(giptui: Program, seed: Path, command: str) -> None:
    before = seed.read_bytes()
    words = {
        "new": [b"new", b"new.toml", b"--organ", b"\xcd\xf2"],
        "set": [b"set", b"seed.toml", b"overview.text=\xcd\xf2"],
        "waive": [b"waive", b"seed.toml", b"sum-other", b"--reason", b"\xcd\xf2"],
    }[command]
    if command == "waive":
        words[2] = json.loads(giptui("check", "--format", "jsonl", seed).out.splitlines()[0])["rule"].encode()
    done = subprocess.run(
        [os.fsencode(sys.executable), b"-m", b"giptui", *words],
        env=environment(),
        cwd=seed.parent,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert "不是 UTF-8 编码，没有写" in done.stderr.decode()
    assert [*seed.parent.iterdir()] == [seed]
    assert seed.read_bytes() == before
