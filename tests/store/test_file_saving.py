"""Saving under real faults: whatever happens, the old file or the new one stands on disk, whole."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from store_samples import SEED, changes, spelled

from giptui.form import LATEST
from giptui.report import Value
from giptui.store import Unwritable, blank, edited, load, save

OLD, NEW = b'form = "2021"\n# old\n', b'form = "2021"\n# new, and longer\n' * 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "报告.toml"
    path.write_bytes(OLD)
    return path


def refusal(path: Path | str, opened: bytes | None = OLD) -> str:
    with pytest.raises(Unwritable) as caught:
        save(str(path), NEW, opened)
    return caught.value.reason


def left_behind(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".giptui")]


def test_the_new_bytes_take_the_place_of_the_old(path: Path) -> None:
    save(str(path), NEW, OLD)
    assert path.read_bytes() == NEW
    assert [*path.parent.iterdir()] == [path]


@given(changes())
def test_what_is_saved_is_loaded_again(tmp_path_factory: pytest.TempPathFactory, values: dict[str, Value]) -> None:
    name = str(tmp_path_factory.mktemp("save") / "a.toml")
    save(name, blank(LATEST, {}).encode(), None)
    source, _ = load(name)
    save(name, edited(source, values).source.data, source.data)
    assert spelled(load(name)[1].values) == spelled(values)


def test_a_name_in_the_current_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    save(path.name, NEW, OLD)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_is_kept(path: Path, mode: int) -> None:
    path.chmod(mode)
    save(str(path), NEW, OLD)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_the_owner_is_kept(path: Path) -> None:
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)
    owner = (path.stat().st_uid, path.stat().st_gid)
    save(str(path), NEW, OLD)
    assert (path.stat().st_uid, path.stat().st_gid) == owner


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    save(str(tmp_path / "a.toml"), NEW, None)
    assert (tmp_path / "a.toml").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_a_link_and_its_target_is_written(path: Path, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    link = tmp_path / "below" / "link.toml"
    link.symlink_to("../报告.toml")
    save(str(link), NEW, OLD)
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert [*link.parent.iterdir()] == [link]


def test_nothing_to_write_is_not_written(path: Path) -> None:
    before = path.stat()
    save(str(path), OLD, OLD)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


# --- refused ---


@pytest.mark.parametrize("other", [b"", OLD[:-1], OLD + b"x", OLD.replace(b"old", b"odd")])
def test_a_file_changed_by_another_program(path: Path, other: bytes) -> None:
    path.write_bytes(other)
    assert "别的程序改过" in refusal(path)
    assert path.read_bytes() == other


def test_a_file_that_went_away(path: Path) -> None:
    path.unlink()
    assert "移走或删除" in refusal(path)
    assert not path.exists()


def test_a_new_file_never_overwrites(path: Path) -> None:
    assert "不会覆盖" in refusal(path, opened=None)
    assert path.read_bytes() == OLD


def test_a_file_set_to_read_only(path: Path) -> None:
    path.chmod(0o444)
    assert "chmod u+w" in refusal(path)
    assert path.read_bytes() == OLD


def test_what_is_no_file() -> None:
    assert "不是普通文件" in refusal("/dev/null", opened=b"")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "所在的文件夹不存在" in refusal(tmp_path / "none" / "a.toml", opened=None)


def test_a_file_too_large_for_the_disk(path: Path) -> None:
    """A limit of the system's own, met half way through the writing."""
    script = (
        "import resource, sys; from giptui.store import save, Unwritable\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        f"try: save({str(path)!r}, {OLD!r} * 1000, {OLD!r})\n"
        "except Unwritable as error: sys.stdout.buffer.write(str(error).encode())\n"
    )
    message = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout.decode()
    assert "超过了允许的文件大小；原文件完好" in message
    assert path.read_bytes() == OLD
    assert left_behind(path.parent) == []


@pytest.mark.parametrize(
    ("step", "number", "reason"),
    [
        ("open", errno.EROFS, "只读"),
        ("open", errno.ENOSPC, "磁盘已满"),
        ("fsync", errno.ENOSPC, "磁盘已满"),
        ("fsync", errno.EIO, "磁盘读写出错"),
        ("fsync", errno.EBADMSG, "系统报告"),
        ("replace", errno.EDQUOT, "配额"),
    ],
)
def test_a_fault_of_the_disk_at_any_step(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, reason: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        message = refusal(path)
    assert reason in message
    assert "原文件完好" in message
    assert path.read_bytes() == OLD
    assert left_behind(path.parent) == []


def test_a_folder_that_cannot_be_synced_is_no_failure(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", _only_files(sync))
    save(str(path), NEW, OLD)
    assert path.read_bytes() == NEW


def _only_files(sync: Callable[[int], None]) -> Callable[[int], None]:
    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no")
        sync(descriptor)

    return fsync


def test_the_seed_is_saved_through_an_edit_and_back(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(SEED.read_bytes())
    address = "applications.total_handled.total"
    for value in (0, 1):
        source, _ = load(str(path))
        save(str(path), edited(source, {address: value}).source.data, source.data)
        assert load(str(path))[1][address] == value
    assert path.read_bytes() == SEED.read_bytes()
