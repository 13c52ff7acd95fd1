"""Work over many items in several processes, the results in the order of the items. Used by `giptui check` and
`giptui import`.

Everything but `workers` speaks to an `Executor`, of whatever kind: a pool of processes here, a cluster elsewhere.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import Final, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK: Final = 32
"""Where sending one item costs as much as working on it: a chunk of them, next to nothing."""

_AHEAD: Final = 4
"""Chunks sent in advance for each worker: it never waits, and few results do, however many files there are."""


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def workers(count: int) -> ProcessPoolExecutor:
    """Processes that leave Ctrl+C to this one, and do not outlive it however it ends."""
    return ProcessPoolExecutor(count, initializer=_follow_parent)


def in_order(
    start: Callable[[int], Executor],
    count: int,
    work: Callable[[Sequence[Item]], Iterator[Result]],
    items: Sequence[Item],
    lost: Callable[[Item], Result],
    chunk: int = CHUNK,
) -> Iterator[Result]:
    """The results of all items; ``count`` is how many chunks an executor that was started works on at once, ``chunk``
    how many items are sent together.

    Where a worker is killed, everything that was under way is done again, by itself; ``lost`` says what stands for an
    item that its worker does not survive.
    """
    chunks = deque(items[at : at + chunk] for at in range(0, len(items), chunk))
    while chunks:
        executor = start(count)
        try:
            for results in _until_broken(executor, count, work, tuple(chunks)):
                chunks.popleft()
                yield from results
        finally:
            executor.shutdown(cancel_futures=True)
        for _ in range(min(count * _AHEAD, len(chunks))):
            yield from _alone(start, work, chunks.popleft(), lost)


def _until_broken(
    executor: Executor,
    count: int,
    work: Callable[[Sequence[Item]], Iterator[Result]],
    chunks: Sequence[Sequence[Item]],
) -> Iterator[list[Result]]:
    """The results chunk by chunk, as far as they come before a worker is killed."""
    waiting = iter(chunks)
    pending: deque[Future[list[Result]]] = deque()

    def send(number: int) -> None:
        pending.extend(executor.submit(_worked, work, chunk) for chunk in islice(waiting, number))

    try:
        with _interrupt_held():
            send(count * _AHEAD)
        while pending:
            yield pending.popleft().result()
            send(1)
    except BrokenExecutor:
        return


def _alone(
    start: Callable[[int], Executor],
    work: Callable[[Sequence[Item]], Iterator[Result]],
    items: Sequence[Item],
    lost: Callable[[Item], Result],
) -> list[Result]:
    """The results of items in a worker of their own; of each in its own, where it does not survive that."""
    executor = start(1)
    try:
        with _interrupt_held():
            done = executor.submit(_worked, work, items)
        return done.result()
    except BrokenExecutor:
        if len(items) == 1:
            return [lost(items[0])]
        return [result for item in items for result in _alone(start, work, [item], lost)]
    finally:
        executor.shutdown(cancel_futures=True)


@contextmanager
def _interrupt_held() -> Iterator[None]:
    """Ctrl+C is for this process: one that is being started is deaf to it from its first moment."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _worked(work: Callable[[Sequence[Item]], Iterator[Result]], items: Sequence[Item]) -> list[Result]:
    return list(work(items))


def _follow_parent() -> None:
    """A signal that ends the parent alone does not reach its workers: they would wait for ever and hold its streams."""
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)
