"""Work over the reports of an export, on as many cores as are worth their while, and what a person sees of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from giptui.cli.exporting.options import Options
from giptui.cli.exporting.readiness import Readiness
from giptui.cli.inputs import complain
from giptui.cli.progress import Progress
from giptui.cli.streams import narrate
from giptui.store import Unreadable, Unwritable

_MANY: Final = 20  # reports, of which a person wants to see how far it is
_MOST_LINES: Final = 30

Item = TypeVar("Item")
Result = TypeVar("Result")


def results(
    work: Callable[[Sequence[Item]], Iterator[Result]],
    items: Sequence[Item],
    lost: Callable[[Item], Result],
    jobs: int,
    chunk: int,
    line: Progress,
) -> Iterator[Result]:
    """The results in the order of the items; ``lost`` stands for one that its process does not survive. Of many, the
    line shows how far they are."""
    if jobs == 1:
        found = work(items)
    else:
        from giptui.cli.jobs import in_order, workers  # a few files do not pay for it

        found = in_order(workers, jobs, work, items, lost, chunk)
    for number, result in enumerate(found):
        if len(items) >= _MANY:
            line.show(f"正在导出 {len(items)} 份报告：{number * 100 // len(items)}%")
        yield result


def processes(files: Sequence[str], options: Options, fewest: int) -> int:
    """How many, with at least so many files for each; only this one has the standard input."""
    most = len(files) // fewest
    if most < 2 or options.jobs == 1 or "-" in files:
        return 1
    from giptui.cli.jobs import cores

    return min(options.jobs or cores(), most)


class Teller:
    """Says which reports are not ready to leave, the first of many one by one, and what else there is to say, once."""

    def __init__(self, options: Options, line: Progress) -> None:
        self._line = line
        self._done = "没有写出" if options.strict else "照样写出"
        self.unready = 0
        self._said: set[str] = set()

    def tell(self, file: str, state: Readiness) -> None:
        """A report, whatever its state."""
        if state.is_ready:
            return
        self.unready += 1
        if self.unready <= _MOST_LINES:
            self.say(f"{file}: {state.words}，{self._done}；逐条列出用 giptui check {file}")

    def remark(self, file: str, remarks: Iterable[str]) -> None:
        """What there is to say of how it was written; of several reports, the same is said of the first."""
        for each in remarks:
            if each not in self._said:
                self._said.add(each)
                self.say(f"{file}: {each}")

    def end(self) -> None:
        """How many more there were."""
        if self.unready > _MOST_LINES:
            self.say(f"另有 {self.unready - _MOST_LINES} 份也有错误或没有读出的格；逐条列出用 giptui check")

    def refuse(self, error: Unreadable | Unwritable) -> None:
        """A file that cannot be read or written."""
        self._line.clear()
        if isinstance(error, Unreadable):
            complain(error)
        else:
            narrate(str(error))

    def lose(self, file: str) -> None:
        """A report that its process did not survive."""
        self.say(f"{file}: 没有写完：写它的进程被系统中止了，多半是内存不够；请单独再导出这个文件")

    def say(self, sentence: str) -> None:
        """A sentence, in the place of the line that shows how far it is."""
        self._line.clear()
        narrate(sentence)
