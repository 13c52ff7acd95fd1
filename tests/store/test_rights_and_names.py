"""Whose a saved file is, who may read it, what other names it has: nothing of this changes by a save."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from store_samples import ordinary_user

from giptui.store import Unwritable, save

OLD, NEW = b'form = "2021"\n# old\n', b'form = "2021"\n# new, and longer\n' * 400
SHORTER = b'form = "2021"\n'


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "报告.toml"
    path.write_bytes(OLD)
    return path


def refused_to(call: str, number: int, patch: pytest.MonkeyPatch, when: Callable[..., bool] = lambda *_: True) -> None:
    """The system refuses that call."""
    real = getattr(os, call)

    def refuse(*arguments: object, **options: object) -> object:
        if when(*arguments):
            raise OSError(number, os.strerror(number))
        return real(*arguments, **options)

    patch.setattr(os, call, refuse)


@pytest.mark.parametrize("data", [NEW, SHORTER])
def test_all_names_of_a_file_are_still_names_of_it(path: Path, state: Path, data: bytes) -> None:
    other = path.with_name("other.toml")
    other.hardlink_to(path)
    save(str(path), data, OLD)
    assert other.read_bytes() == data
    assert path.samefile(other)
    assert [*state.glob("giptui/saving/*")] == []


def test_attributes_are_kept(path: Path) -> None:
    os.setxattr(path, "user.note", b"checked")
    save(str(path), NEW, OLD)
    assert os.getxattr(path, "user.note") == b"checked"
    assert path.read_bytes() == NEW


@pytest.mark.parametrize(
    ("call", "number"),
    [("setxattr", errno.ENOTSUP), ("fchmod", errno.EPERM), ("replace", errno.EBUSY), ("replace", errno.EXDEV)],
)
def test_where_no_other_can_take_its_place_the_file_itself_is_written(
    path: Path, state: Path, call: str, number: int
) -> None:
    os.setxattr(path, "user.note", b"checked")
    path.chmod(0o640)
    before = path.stat()
    with pytest.MonkeyPatch.context() as patch:
        refused_to(call, number, patch)
        save(str(path), NEW, OLD)
    after = path.stat()
    assert (after.st_ino, after.st_mode, after.st_uid, after.st_gid) == (
        before.st_ino,
        before.st_mode,
        before.st_uid,
        before.st_gid,
    )
    assert path.read_bytes() == NEW
    assert os.getxattr(path, "user.note") == b"checked"
    assert [*path.parent.glob(".giptui*"), *state.glob("giptui/saving/*")] == []


def test_a_file_that_may_be_written_in_a_folder_that_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    with ordinary_user() as folder:
        monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
        (folder / "shut").mkdir()
        path = folder / "shut" / "a.toml"
        path.write_bytes(OLD)
        path.parent.chmod(0o555)
        save(str(path), NEW, OLD)
        assert path.read_bytes() == NEW
        assert [*path.parent.iterdir()] == [path]
        path.parent.chmod(0o755)


def test_a_file_that_may_not_be_written_in_a_folder_that_may(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused_to("open", errno.EACCES, monkeypatch, lambda name, flags, *_: bool(flags & os.O_RDWR))
    with pytest.raises(Unwritable) as caught:
        save(str(path), NEW, OLD)
    assert caught.value.refusal == "save-file-forbidden"
    assert path.read_bytes() == OLD


def test_a_group_that_cannot_be_given_away_stays(path: Path) -> None:
    before = path.stat()
    with pytest.MonkeyPatch.context() as patch:
        real = os.fstat

        def of_another_group(descriptor: int) -> os.stat_result:  # as in a folder that hands on its group
            found = real(descriptor)
            if found.st_ino == before.st_ino:
                return found
            return os.stat_result((*found[:5], found.st_gid + 1, *found[6:]))

        patch.setattr(os, "fstat", of_another_group)
        refused_to("fchown", errno.EPERM, patch)
        save(str(path), NEW, OLD)
    assert (path.stat().st_ino, path.stat().st_gid) == (before.st_ino, before.st_gid)
    assert path.read_bytes() == NEW


def test_without_a_place_for_the_backup_nothing_is_written_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.with_name("other.toml").hardlink_to(path)
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/state")
    with pytest.raises(Unwritable) as caught:
        save(str(path), NEW, OLD)
    assert caught.value.refusal == "save-without-backup"
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("room", [0, 5, 5000])
def test_a_disk_that_fills_up_half_way_leaves_the_old_file(path: Path, room: int) -> None:
    path.with_name("other.toml").hardlink_to(path)
    left = [room]
    real = os.pwrite

    def pwrite(descriptor: int, data: bytes, at: int) -> int:
        if path.stat().st_ino != os.fstat(descriptor).st_ino or at + len(data) <= len(OLD):
            return real(descriptor, data, at)
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        done = real(descriptor, data[: left[0]], at)
        left[0] -= done
        return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "pwrite", pwrite)
        with pytest.raises(Unwritable) as caught:
            save(str(path), NEW, OLD)
    assert "磁盘已满；原文件完好" in caught.value.reason
    assert path.read_bytes() == OLD


def test_a_disk_that_breaks_says_where_the_old_file_is_and_the_next_save_restores_it(path: Path, state: Path) -> None:
    path.with_name("other.toml").hardlink_to(path)
    with pytest.MonkeyPatch.context() as patch:
        refused_to("ftruncate", errno.EIO, patch)
        with pytest.raises(Unwritable) as caught:
            save(str(path), SHORTER, OLD)
    kept = next(state.glob("giptui/saving/*.old"))
    assert f"原样在 {kept}" in caught.value.reason
    assert kept.read_bytes() == OLD
    save(str(path), NEW, OLD)
    assert path.read_bytes() == NEW


def test_the_mode_of_what_is_kept_lets_nobody_else_read_it(path: Path, state: Path) -> None:
    path.with_name("other.toml").hardlink_to(path)
    modes = []
    real = os.ftruncate

    def look(descriptor: int, length: int) -> None:
        modes.extend(stat.S_IMODE(each.stat().st_mode) for each in state.glob("giptui/saving/*"))
        real(descriptor, length)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "ftruncate", look)
        save(str(path), NEW, OLD)
    assert modes == [0o600, 0o600]


def test_what_killed_processes_left_beside_is_cleared_away(path: Path) -> None:
    dead, alive = path.with_name(".giptui-4194999-0a.tmp"), path.with_name(f".giptui-{os.getppid()}-0a.tmp")
    for each in (dead, alive):
        each.write_bytes(b"")
    save(str(path), NEW, OLD)
    assert not dead.exists()
    assert alive.exists()
