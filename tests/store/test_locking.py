"""Two that change one file: the second waits until the first is done, and reads again."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from store_samples import SEED

from giptui.report import Report
from giptui.store import Source, Unwritable, load, locking, save, update

_SECOND = """
import sys, time
from giptui.store import edited, update

def sleep(seconds, real=time.sleep):
    print("waiting", flush=True)
    real(seconds)

time.sleep = sleep
update(sys.argv[1], lambda source, _: (edited(source, {"report.editor": "second"}).source, None))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    path.write_bytes(SEED.read_bytes())
    return path


@contextmanager
def held(path: Path) -> Iterator[None]:
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


@contextmanager
def second(path: Path) -> Iterator[Iterator[str]]:
    """Another process that changes the file: a line each time that it waits."""
    with subprocess.Popen([sys.executable, "-c", _SECOND, path], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout
    assert process.returncode == 0


def changed(path: Path) -> Path:
    """The file as the first would have it, not in its place yet."""
    new = path.with_name("new")
    new.write_bytes(path.read_bytes().replace(b"year = 2023", b"year = 2024"))
    return new


def test_the_second_waits_and_reads_again(path: Path) -> None:
    with second(path) as waits, held(path):
        assert next(waits) == "waiting\n"
        changed(path).replace(path)
    report = load(str(path))[1]
    assert (report["report.year"], report["report.editor"]) == (2024, "second")


def test_a_file_replaced_while_it_is_taken_hold_of_is_not_the_one_to_hold(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, real = [changed(path)], fcntl.flock

    def flock(descriptor: int, operation: int) -> None:
        if new:
            new.pop().replace(path)
        real(descriptor, operation)

    def look(source: Source, report: Report) -> tuple[Source, None]:
        assert report["report.year"] == 2024
        with pytest.raises(BlockingIOError), held(path):
            pass
        return source, None

    monkeypatch.setattr(fcntl, "flock", flock)
    update(str(path), look)
    assert not new


def test_whoever_does_not_let_go_is_waited_for_only_so_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "_LONGEST_WAIT", 0.05)
    with held(path), pytest.raises(Unwritable) as caught:
        save(str(path), b"", SEED.read_bytes())
    assert caught.value.refusal == "save-file-held"
    assert path.read_bytes() == SEED.read_bytes()


def test_the_lock_ends_with_the_change_and_with_a_refusal(path: Path) -> None:
    def refuse(source: Source, _: Report) -> tuple[Source, None]:
        with pytest.raises(BlockingIOError), held(path):
            pass
        raise Unwritable("save-failed", source.name, "")

    open_files = len(os.listdir("/dev/fd"))  # noqa: PTH208
    with pytest.raises(Unwritable):
        update(str(path), refuse)
    with held(path):
        pass
    assert len(os.listdir("/dev/fd")) == open_files  # noqa: PTH208


@pytest.mark.parametrize("number", [37, 95])  # no locks available, not supported
def test_where_there_are_no_locks_a_file_is_saved_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def flock(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", flock)
    save(str(path), b"new", SEED.read_bytes())
    assert path.read_bytes() == b"new"
