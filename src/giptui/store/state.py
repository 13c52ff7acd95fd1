"""The folder in which giptui keeps, for this user, what must outlive a process."""

from __future__ import annotations

import errno
import os


def state_folder(name: str) -> str:
    """The folder of that name, made if need be, open to this user alone. OSError if there can be none."""
    from platformdirs import user_state_dir

    folder = os.path.join(user_state_dir("giptui", appauthor=False), name)  # noqa: PTH118
    if not os.path.isabs(folder):  # noqa: PTH117 - no HOME, and nobody knows this user
        raise OSError(errno.ENOENT, os.strerror(errno.ENOENT), folder)
    if os.geteuid() == 0 and _owner_above(folder) != 0:  # root would shut the user out of a folder of his own
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), folder)
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    return folder


def _owner_above(folder: str) -> int:
    """Whose the folder is, or the nearest one above it that is there."""
    while not os.path.lexists(folder):
        folder = os.path.dirname(folder)  # noqa: PTH120
    return os.stat(folder).st_uid  # noqa: PTH116
