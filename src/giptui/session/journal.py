"""What is not saved yet, on disk: every change goes to a journal in the user's state folder before the next key.

A journal is lines of JSON: first whose it is (the file and its whole text as it was opened, who opened it when), then
the values that were set; the newest counts. It is there from the first change until it is saved or given up, and held
(flock) by the editor that writes it: one that nobody holds is what a killed editor left (`recovery`).

Whoever cannot have one, the state folder being full or shut, edits all the same: ``trouble`` says why, and every
further change tries again; ``on_trouble`` is to say it once.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from giptui.report import Value, show
from giptui.store.errors import system_reason
from giptui.store.state import state_folder

SUFFIX: Final = ".jsonl"
_LARGEST: Final = 1 << 20  # bytes; then it is written anew with the newest values alone


class Journal:
    """The journal of one open file. Changes that may wait, letters being typed, are written by :meth:`flush`, which
    ``on_waiting`` is to see to within two seconds; all others at once.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.trouble = ""
        self.on_trouble: Callable[[], None] = lambda: None
        self.on_waiting: Callable[[], None] = lambda: None
        self._name, self._target = name, os.path.realpath(name)
        self.opened = data
        self._values: dict[str, Value] = {}
        self._draft: dict[str, str] = {}
        self._waiting: dict[str, Any] = {}
        self._path = ""
        self._file: int | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is anything to keep, on disk or on the way to it."""
        return self._file is not None or bool(self._waiting)

    @property
    def has_draft(self) -> bool:
        """Whether something is being typed over a cell."""
        return bool(self._draft)

    def record(self, changes: Mapping[str, Value], waits: bool = False) -> None:
        """Note values that were set; they are on disk when this returns, unless they may wait."""
        self._values.update(changes)
        self._waiting.setdefault("set", {}).update(_spelled(changes))
        self._waiting.pop("draft", None)
        self._draft = {}
        if waits:
            self.on_waiting()
        else:
            self.flush()

    def draft(self, address: str, text: str | None) -> None:
        """Note what is being typed over a cell; None: nothing any more."""
        self._draft = {} if text is None else {address: text}
        self._waiting["draft"] = self._draft
        self.on_waiting()

    def flush(self) -> None:
        """Write what waits."""
        if not self._waiting:
            return
        try:
            if self._file is None or self.trouble or os.fstat(self._file).st_size > _LARGEST:
                self._begin()
            else:
                self._append(self._file, self._waiting)
        except OSError as error:
            self._fail(error)
        else:
            self.trouble = ""
            self._waiting = {}

    def rebase(self, name: str, data: bytes, values: Mapping[str, Value]) -> None:
        """The file holds something else now, or is another, and these values are not saved."""
        if name != self._name:  # the folder that a name starts from may be gone by now
            self._name, self._target = name, os.path.realpath(name)
        self.opened = data
        self._values, self._waiting, self._draft = dict(values), {}, {}
        if not values:
            self._drop_file()
            return
        try:
            self._begin()
        except OSError as error:
            self._fail(error)

    def drop(self) -> None:
        """All is saved, or given up."""
        self._values, self._waiting, self._draft = {}, {}, {}
        self._drop_file()

    def close(self) -> None:
        """The editor ends without anybody having said so: what is not saved stays."""
        self.flush()
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _fail(self, error: OSError) -> None:
        known, self.trouble = self.trouble, system_reason(error)
        if self.trouble != known:
            self.on_trouble()

    def _begin(self) -> None:
        """A new file with all that is not saved; only then the old one goes."""
        old, old_file = self._path, self._file
        path = os.path.join(  # noqa: PTH118
            state_folder("journal"), f"{stem(self._target)}-{os.getpid()}-{os.urandom(4).hex()}{SUFFIX}"
        )
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        try:
            with suppress(OSError):  # a disk that knows no locks
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._append(file, self._header(), {"set": _spelled(self._values)}, *self._drafts())
        except BaseException:
            os.close(file)
            os.unlink(path)  # noqa: PTH108
            raise
        self._path, self._file = path, file
        if old_file is not None:
            os.close(old_file)
            with suppress(OSError):
                os.unlink(old)  # noqa: PTH108

    def _header(self) -> dict[str, Any]:
        text = self.opened.decode(errors="surrogateescape")
        return {"file": self._target, "sha256": _digest(self.opened), **who_and_when(), "text": text}

    def _drafts(self) -> list[dict[str, Any]]:
        return [{"draft": self._draft}] if self._draft else []

    @staticmethod
    def _append(file: int, *lines: Mapping[str, Any]) -> None:
        from json import dumps

        data = "".join(f"{dumps(line)}\n" for line in lines).encode()
        while data:
            data = data[os.write(file, data) :]
        os.fsync(file)

    def _drop_file(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                os.unlink(self._path)  # noqa: PTH108
            os.close(self._file)
            self._file = None


def stem(target: str) -> str:
    """How the names of the journals of this file begin."""
    return _digest(os.fsencode(target))[:32]


def _digest(data: bytes) -> str:
    from hashlib import sha256  # when the first frame is out

    return sha256(data).hexdigest()


def who_and_when() -> dict[str, Any]:
    """Who opens a file: process, machine, user, and the time."""
    return {"pid": os.getpid(), "host": os.uname().nodename, "user": _user(), "time": time.time()}


def _user() -> str:
    import pwd

    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return str(os.geteuid())


def _spelled(values: Mapping[str, Value]) -> dict[str, Any]:
    return {address: spelled(value) for address, value in values.items()}


def spelled(value: Value) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, Decimal):
        return {"number": str(value)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    return {"date": show(value)} if isinstance(value, date) else value


def value_of(found: Any) -> Value:
    """The value that JSON holds so; ValueError if it is none."""
    match found:
        case str():
            return found
        case int() if not isinstance(found, bool):
            return found
        case {"number": str(digits)}:
            number = Decimal(digits) if digits.isascii() else Decimal("NaN")
            if number.is_finite():
                return number
        case {"moment": str(text)}:
            return datetime.fromisoformat(text)
        case {"date": str(text)}:
            return date.fromisoformat(text)
    raise ValueError(found)
