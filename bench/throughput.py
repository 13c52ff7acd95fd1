"""`python bench/throughput.py`: what checking a whole county costs, against a bare loop of `tomllib` over its files,
and what one table of it costs, against checking the sums.

Every figure is the median of ratios of processes run side by side, start-up and reading included on both sides; those
of one core compare processor time, so that they hold on a busy machine too. Nothing here is a gate.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "data" / "baihe-2023.toml"
FILES = 2000
SIZE = 10_000
ROUNDS = 5

_MENDED = (
    ("{ issued = 2, repealed = 0, in_force = 2 }", "{ issued = 0, repealed = 0, in_force = 0 }"),
    ("1,   1]", "0,   0]"),
    ("制定规章类文件2件", "未制定规章"),
)
_SENTENCES = (
    "本镇严格落实《中华人民共和国政府信息公开条例》，主动公开各类政府信息{}条，其中通过门户网站公开{}条。",
    "健全信息发布审核机制，做到先审查、后公开，全年没有发生失泄密事件。",
    "加强政府信息管理，对历史文件逐件清理，规范公开属性的认定和调整。",
    "平台建设方面，优化栏目设置，更新维护信息{}条，及时回应群众关切。",
    "监督保障方面，组织业务培训{}次，参训{}人次，把政务公开纳入年度考核。",
    "完善依申请公开办理流程，畅通受理渠道，明确专人负责登记、审核、答复。",
)
_PERIOD = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"
_BARE = "import sys, tomllib\nfor name in sys.argv[1:]:\n    with open(name, 'rb') as file: tomllib.load(file)"
_WITHOUT_FAST = "import sys\nsys.modules['rtoml'] = None\nfrom giptui.__main__ import run\nrun()"
_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
    "PYTHONPATH": str(ROOT / "src"),
}
_SUMS = ("row-sum", "column-sum", "balance", "dispute-sum")


class Run(NamedTuple):
    """What a process took."""

    elapsed: float  # seconds
    busy: float  # seconds of processor time, its workers' too
    memory: float  # MiB, the most that it or one of its workers had resident


def main() -> None:
    with TemporaryDirectory() as folder:
        some, every, few = (Path(folder, name) for name in ("some", "every", "few"))
        _corpus(some, FILES, share=0.01)
        _corpus(every, FILES, share=1)
        _corpus(few, FILES // 10, share=0.01)
        rounds = [_round(some, every) for _ in range(ROUNDS + 1)][1:]  # one to warm up
        print(f"{FILES} files of {SIZE // 1000} kB; tomllib alone {median(run['bare'].busy for run in rounds):.2f} s")
        for name, aim, run, base in (
            ("the sums alone, 1 % with findings", "≤ 0.8", "sums", "bare"),
            ("the whole catalogue, 1 % with findings", "≤ 1.2", "one", "bare"),
            ("  without the extra `fast`", "≤ 1.6", "plain", "bare"),
            ("the whole catalogue, every file with findings", "≤ 2", "every", "bare every"),
            ("one wide CSV, to the sums alone", "≤ 1.3", "csv", "sums"),
            ("one wide TSV, to the sums alone", "≤ 1.3", "tsv", "sums"),
            ("one Parquet, to the sums alone", "", "parquet", "sums"),
        ):
            _show(name, [each[run].busy / each[base].busy for each in rounds], aim)
        _show("two cores against one, elapsed", [each["one"].elapsed / each["two"].elapsed for each in rounds], "≥ 1.8")
        _show(
            "  what two bare loops on half each reach",
            [each["bare"].elapsed / each["half"].elapsed for each in rounds],
            "",
        )
        _show("two cores against one, work done twice", [each["two"].busy / each["one"].busy for each in rounds], "")
        for reports, jobs in ((few, 1), (some, 1), (some, 2)):
            name = f"memory over {len(list(reports.iterdir()))} files, {jobs} at once"
            print(f"{name:<50} {_check(reports, jobs).memory:6.1f} MiB  ≤ 40")
        for reports in (few, some):
            name = f"memory of one CSV of {len(list(reports.iterdir()))} files"
            print(f"{name:<50} {_table(reports, 'csv').memory:6.1f} MiB  ≤ 40")


def _round(some: Path, every: Path) -> dict[str, Run]:
    """Everything once, side by side, so that what slows the machine slows all alike."""
    return {
        "bare": _bare(some),
        "sums": _check(some, 1, *(word for rule in _SUMS for word in ("--select", rule))),
        "one": _check(some, 1),
        "plain": _check(some, 1, program=("-c", _WITHOUT_FAST)),
        "two": _check(some, 2),
        "half": _bare_halves(some),
        "every": _check(every, 1),
        "bare every": _bare(every),
        **{name: _table(some, name) for name in ("csv", "tsv", "parquet")},
    }


def _bare(reports: Path) -> Run:
    return _run(_loop(sorted(reports.glob("*.toml"))))


def _bare_halves(reports: Path) -> Run:
    """Two loops at once, each on half of the files: as much as this machine's cores can give."""
    files = sorted(reports.glob("*.toml"))
    with ThreadPoolExecutor(2) as both:
        runs = [*both.map(_run, (_loop(files[::2]), _loop(files[1::2])))]
    return max(runs, key=lambda run: run.elapsed)


def _loop(files: Sequence[Path]) -> tuple[str, ...]:
    return (sys.executable, "-c", _BARE, *map(str, files))


def _check(reports: Path, jobs: int, *options: str, program: Sequence[str] = ("-m", "giptui")) -> Run:
    return _run((sys.executable, *program, "check", "--quiet", "-j", str(jobs), *options, str(reports)))


def _table(reports: Path, name: str) -> Run:
    return _run((sys.executable, "-m", "giptui", "export", "-j", "1", "--format", name, str(reports)))


def _corpus(folder: Path, count: int, share: float) -> None:
    """Reports of about the size, each with prose and numbers of its own; that share of them with a wrong sum."""
    folder.mkdir()
    chance = random.Random(count)
    text = SEED.read_text(encoding="utf-8")
    for old, new in _MENDED:
        assert old in text, old
        text = text.replace(old, new)
    head, quotes, body = text.partition('"""\n')
    for number in range(count):
        prose: list[str] = []
        room = SIZE - len((text + _PERIOD).encode())
        while room > 0:
            sentence = chance.choice(_SENTENCES)
            prose.append(sentence.format(*(chance.randrange(2, 900) for _ in range(sentence.count("{}")))))
            room -= len(prose[-1].encode()) + 2
        report = head + quotes + _PERIOD + "".join(prose) + "\n\n" + body
        if number < count * share:
            report = re.sub(r"(?m)^(new_received +=  *\[ *)0", r"\g<1>1", report)
        (folder / f"{number:05}.toml").write_text(report, encoding="utf-8")


def _show(name: str, ratios: Sequence[float], aim: str) -> None:
    print(f"{name:<50} {median(ratios):6.2f} ×    {aim}   ({min(ratios):.2f}–{max(ratios):.2f})", flush=True)


def _run(argv: Sequence[str]) -> Run:
    start = perf_counter()
    process = subprocess.Popen(argv, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1)
    return Run(perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
