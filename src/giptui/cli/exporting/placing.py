"""Several files into one folder, all of them or none. Called by `pack`.

They are written beside the folder first, where a full disk or a killed process spoils nothing. A folder that is new
gets its name with all that is in it; into one that is there each file is moved, the one that vouches for the others
last.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

from giptui.store import Unwritable
from giptui.store.errors import system_reason


def differing(folder: str, files: Mapping[str, bytes]) -> list[str]:
    """The names under which something else stands in the folder; Unwritable."""
    try:
        return [name for name, data in files.items() if _differs(Path(folder, name), data)]
    except (OSError, ValueError) as error:
        raise _refused(folder, error) from None


def _differs(path: Path, data: bytes) -> bool:
    return os.path.lexists(path) and (not path.is_file() or path.read_bytes() != data)


def placed(folder: str, files: Mapping[str, bytes]) -> None:
    """Put the files there, over those of the same names; Unwritable. The folder is made if there is none."""
    try:
        target = Path(os.path.realpath(folder))
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.parent / f".giptui-{os.getpid()}-{os.urandom(4).hex()}.pack"
        beside.mkdir()
    except (OSError, ValueError) as error:
        raise _refused(folder, error) from None
    try:
        for name, data in files.items():
            _write(beside / name, data)
        if target.is_dir():
            if folders := [name for name in files if (target / name).is_dir()]:
                raise _refused(os.path.join(folder, folders[0]), IsADirectoryError(EISDIR, ""))  # noqa: PTH118
            for name in files:
                (beside / name).replace(target / name)
        else:
            beside.rename(target)
    except OSError as error:
        raise _refused(folder, error) from None
    finally:
        with suppress(FileNotFoundError):
            shutil.rmtree(beside)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _refused(folder: str, error: OSError | ValueError) -> Unwritable:
    return Unwritable("pack-failed", folder, f"写不进去：{system_reason(error)}；请换一个文件夹")
