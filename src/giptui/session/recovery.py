"""What killed editors left: journals that nobody holds any more. For the editor's offer and for `giptui recover`.

A journal is set aside before it is played back: if that ends the editor again, the next start does not fall over it,
and `giptui recover` still has it.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import InvalidOperation
from typing import Any, Final, NamedTuple

from giptui.report import Report, Value, follow, same
from giptui.report.typed import typed
from giptui.session.journal import SUFFIX, stem, value_of
from giptui.store import Unreadable, decode, parse
from giptui.store.merging import Conflict, merged
from giptui.store.state import state_folder

_SET_ASIDE: Final = ".aside"
_LONG: Final = 365 * 86_400.0  # seconds: until the next annual report


class Left(NamedTuple):
    """One journal: where it lies, the file it is about and what that held, when it was last written, the values that
    were set, what was being typed."""

    path: str
    file: str
    opened: bytes
    time: float
    values: Mapping[str, Value]
    drafts: Mapping[str, str]

    @property
    def is_aside(self) -> bool:
        """Whether it has been played back once, and that did not end well."""
        return self.path.endswith(_SET_ASIDE)


class Recoverable(NamedTuple):
    """What can be had back for one report: the changes that fit it as it stands, and those where it says something else
    by now. ``journals`` is all that they come from, oldest first."""

    journals: Sequence[Left]
    changes: Mapping[str, Value]
    conflicts: Sequence[Conflict]

    @property
    def size(self) -> int:
        return len(self.changes) + len(self.conflicts)

    @property
    def time(self) -> float:
        return max((left.time for left in self.journals), default=0.0)


def left_behind(name: str | None = None, set_aside: bool = False) -> list[Left]:
    """The journals that nobody holds, of this file or of all, oldest first; those set aside only where asked for."""
    try:
        folder = state_folder("journal")
        names = os.listdir(folder)  # noqa: PTH208
        begins = "" if name is None else stem(os.path.realpath(name))
    except (OSError, ValueError):  # there is no such folder, or none that the name starts from
        return []
    ends = (SUFFIX, SUFFIX + _SET_ASIDE) if set_aside else (SUFFIX,)
    paths = [os.path.join(folder, each) for each in names if each.startswith(begins) and each.endswith(ends)]  # noqa: PTH118
    return sorted(filter(None, map(_read, paths)), key=lambda left: left.time)


def recoverable(report: Report, journals: Sequence[Left]) -> Recoverable:
    """What the journals hold that the report does not."""
    changes: dict[str, Value] = {}
    conflicts: dict[str, Conflict] = {}
    for left in journals:
        now = report.with_values(changes)
        was = _as_opened(left) or now
        ours = _values_and_drafts(now, left)
        found = merged(was, {a: value for a, value in ours.items() if not same(value, was[a])}, now)
        changes.update(found.changes)
        conflicts.update({conflict.address: conflict for conflict in found.conflicts})
    return Recoverable(journals, changes, [each for each in conflicts.values() if each.address not in changes])


def _as_opened(left: Left) -> Report | None:
    """The report that the journal's changes were made to."""
    try:
        return parse(decode(left.file, left.opened))
    except Unreadable:
        return None


def aside(journals: Sequence[Left]) -> list[Left]:
    """Set them aside: what is done with them next may end the program. What was set aside long ago goes."""
    discard([left for left in left_behind(set_aside=True) if left.is_aside and left.time < time.time() - _LONG])
    return [left if left.is_aside else _renamed(left) for left in journals]


def discard(journals: Sequence[Left]) -> None:
    """Clear them away for good."""
    for left in journals:
        with suppress(OSError):
            os.unlink(left.path)  # noqa: PTH108


def _renamed(left: Left) -> Left:
    path = left.path + _SET_ASIDE
    try:
        os.replace(left.path, path)  # noqa: PTH105
    except OSError:
        return left
    return left._replace(path=path)


def _values_and_drafts(report: Report, left: Left) -> dict[str, Value]:
    """The values at addresses that the form has; what was being typed, and what follows from it, among them."""
    form = report.form
    values = {address: value for address, value in left.values.items() if address in form.kinds}
    for address, text in left.drafts.items():
        if address in form.kinds and text:
            field = form.fields.get(address)
            value = typed(text, form.kinds[address], field.choices if field else None)
            values |= follow(form, report.with_values(values).__getitem__, {address: value})
    return values


def _read(path: str) -> Left | None:
    """The journal there; None if somebody holds it, or it cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return None
        except OSError:  # a disk that knows no locks
            is_locked = False
        else:
            is_locked = True
        written = os.fstat(descriptor).st_mtime
        lines = list(filter(None, map(_line, file)))
    target = next((line["file"] for line in lines[:1] if isinstance(line.get("file"), str)), "")
    if not target:
        return None
    if not is_locked and _is_alive(lines[0]):
        return None
    text = lines[0].get("text")
    opened = text.encode(errors="surrogateescape") if isinstance(text, str) else b""
    return _played(Left(path, target, opened, written, {}, {}), lines)


def _is_alive(header: Mapping[str, Any]) -> bool:
    """Whether a process of that number runs here; where locks are none, that is all that can be known."""
    process = header.get("pid")
    if header.get("host") != os.uname().nodename or not isinstance(process, int) or process <= 0:
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        pass
    return True


def _played(left: Left, lines: Sequence[Mapping[str, Any]]) -> Left:
    values: dict[str, Value] = {}
    drafts: dict[str, str] = {}
    for line in lines:
        values |= _values(line.get("set"))
        if "set" in line or "draft" in line:
            drafts = {address: text for address, text in _values(line.get("draft")).items() if isinstance(text, str)}
    return left._replace(values=values, drafts=drafts)


def _line(data: bytes) -> dict[str, Any] | None:
    """A line of the journal; None for one that was torn when the power went."""
    from json import loads

    try:
        found = loads(data)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _values(found: Any) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for address, each in found.items() if isinstance(found, dict) else ():
        with suppress(ValueError, InvalidOperation):
            values[str(address)] = value_of(each)
    return values
