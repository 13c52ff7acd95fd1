"""Work over many items in several processes, the results in the order of the items. Used by `giptui check`.

Everything but `workers` speaks to an `Executor`, of whatever kind: a pool of processes here, a cluster elsewhere.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from itertools import islice
from typing import Final, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK: Final = 32
"""Sending one item costs as much as working on it; a chunk of them, next to nothing."""

_AHEAD: Final = 4
"""Chunks sent in advance for each worker: it never waits, and few results do, however many files there are."""


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def workers(count: int) -> ProcessPoolExecutor:
    """Processes that leave Ctrl+C to this one, and do not outlive it however it ends."""
    return ProcessPoolExecutor(count, initializer=_follow_parent)


def in_order(
    executor: Executor, count: int, work: Callable[[Sequence[Item]], Iterator[Result]], items: Sequence[Item]
) -> Iterator[Result]:
    """The results of all items; ``count`` is how many chunks the executor works on at once."""
    chunks = (items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK))
    pending: deque[Future[list[Result]]] = deque()

    def send(number: int) -> None:
        pending.extend(executor.submit(_worked, work, chunk) for chunk in islice(chunks, number))

    send(count * _AHEAD)
    while pending:
        done = pending.popleft().result()
        send(1)
        yield from done


def _worked(work: Callable[[Sequence[Item]], Iterator[Result]], items: Sequence[Item]) -> list[Result]:
    return list(work(items))


def _follow_parent() -> None:
    """A signal that ends the parent alone does not reach its workers: they would wait for ever and hold its streams."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)
