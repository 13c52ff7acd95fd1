"""A reader in a process of its own, with limits: for kinds of files that can be made to eat memory, time or the reader.

One document a process. What comes back is JSON, so nothing that a source does to its reader reaches the program that
asked: a crash or a limit is a refusal with a sentence. Called by `sources` and `paper`; run by itself as
``python -m giptui.readers.child``.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, Final

from giptui.readers import document, refusals
from giptui.readers.document import Document, Refused

SECONDS: Final = 25.0  # with the start and the end of the process, half a minute
MEMORY: Final = 1_500_000_000  # bytes of address space

_MOST: Final = 64_000_000  # bytes of an answer: a hundred times the longest report
_ORPHAN: Final = 7200  # seconds on the processor, should nobody be left to end it
_TOO_MUCH: Final = 3  # the exit code for: out of memory
_KINDS: Final = ("Text", "Cell", "Grid", "Picture", "Document", "InLine", "OnPage", "InTable", "InSheet", "InParagraph")

Progress = Callable[[int, int], None]
"""What is told how far a reader is: pages done, pages in all."""


def read(
    module: str,
    data: bytes,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    progress: Progress | None = None,
    kind: str = "文档",
) -> Document:
    """What ``module`` (giptui.readers.paper.pdf) reads in the bytes: its ``read(data)`` called in a child process, or
    ``read(data, progress)`` where progress is asked for. ``seconds`` bound its time, from page to page if it tells of
    them; ``memory`` bounds its address space in bytes; ``kind`` is how a person calls the source.
    """
    command = [sys.executable, "-P", "-m", __name__, module, str(memory), str(os.getpid())]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [*command, "progress"] if progress else command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as process:
        patience = _Patience(seconds, process)

        def told(done: int, pages: int) -> None:
            patience.renew()
            if progress:
                progress(done, pages)

        try:
            answer = _answer(process, data, told)
        finally:
            patience.end()
    if answer is None:
        stopped = process.returncode in (_TOO_MUCH, -signal.SIGKILL, -signal.SIGXCPU)
        raise refusals.too_much(kind) if stopped else refusals.broken(kind)
    return answer


class _Patience:
    """Kills a process that says nothing for so many seconds, and in the end."""

    def __init__(self, seconds: float, process: subprocess.Popen[bytes]) -> None:
        self._seconds, self._process = seconds, process
        self._begin()

    def _begin(self) -> None:
        from threading import Timer

        self._timer = Timer(self._seconds, self._process.kill)
        self._timer.start()

    def renew(self) -> None:
        self._timer.cancel()
        self._begin()

    def end(self) -> None:
        self._timer.cancel()
        self._process.kill()


def _answer(process: subprocess.Popen[bytes], data: bytes, progress: Progress) -> Document | None:
    """What the child says, or None: it reads all of its input before it says anything."""
    import json

    assert process.stdin and process.stdout
    with suppress(BrokenPipeError), process.stdin:
        process.stdin.write(data)
    while (line := process.stdout.readline(_MOST)).endswith(b"\n"):
        try:
            said = _unpacked(json.loads(line))
        except (ValueError, TypeError, RecursionError):  # nothing that a reader of ours says
            break
        match said:
            case Document():
                return said
            case ["progress", int(done), int(pages)]:
                progress(done, pages)
            case ["refused", str(refusal), str(reason)]:
                raise Refused(refusal, reason)
            case _:
                break
    process.wait()  # its code tells why
    return None


def _packed(value: Any) -> Any:
    """A named tuple as ``[its name, *its fields]``, another tuple as ``["", *its members]``."""
    if isinstance(value, tuple):
        name = type(value).__name__ if hasattr(value, "_fields") else ""
        return [name, *map(_packed, value)]
    return value


def _unpacked(value: Any) -> Any:
    match value:
        case ["", *members]:
            return tuple(map(_unpacked, members))
        case [str(name), *fields] if name in _KINDS:
            return getattr(document, name)(*map(_unpacked, fields))
    return value


def main(module: str, memory: str, parent: str, *options: str) -> None:
    """The child: standard input is the source, each line of standard output something to say."""
    import json
    from importlib import import_module

    _limited(int(memory))
    _dies_with(int(parent))
    out = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whatever a library prints

    def say(*parts: object) -> None:
        print(json.dumps(parts), file=out, flush=True)

    data = sys.stdin.buffer.read()
    try:
        reader = import_module(module).read
        found = reader(data, lambda done, pages: say("progress", done, pages)) if options else reader(data)
        say(*_packed(found))
    except Refused as refused:
        say("refused", refused.refusal, refused.reason)
    except MemoryError:
        os._exit(_TOO_MUCH)
    _left(out)


def _left(out: IO[str]) -> None:
    """Ends without taking apart what a reader has built."""
    out.close()
    os._exit(0)


def _limited(memory: int) -> None:
    import resource

    for limit, wanted in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, _ORPHAN),
        (resource.RLIMIT_CORE, 0),
    ):
        _, ceiling = resource.getrlimit(limit)
        most = wanted if ceiling == resource.RLIM_INFINITY else min(wanted, ceiling)
        resource.setrlimit(limit, (most, most))


def _dies_with(parent: int) -> None:
    """Ends this process soon after the one that asked has ended, however that was."""
    from threading import Thread
    from time import sleep

    def watch() -> None:
        while os.getppid() == parent:
            sleep(1)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    main(*sys.argv[1:])
