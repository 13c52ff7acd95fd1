"""``make fuzz``: the hostile fuzz for FUZZ_MINUTES (60), on every processor, with its count and what it found.

FUZZ_SEED begins it elsewhere or again; ``python -m fuzz SEED/NUMBER`` repeats one round in a folder that it names,
``python -m fuzz published SEED/NUMBER`` one of the pages that are imported, a third of the time. At the end monkeys
press FUZZ_KEYS (100,000) keys in the editor.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from fuzz.hostile import Tally, fuzz, one_round
from fuzz.monkey import monkey
from fuzz.published import Tally as Pages
from fuzz.published import changed, fuzz_pages, tried

_GAME = 5000  # keys


def main() -> int:
    """Run it; 1 if anything was found."""
    if len(sys.argv) > 1:
        return _page_again(sys.argv[2]) if sys.argv[1] == "published" else _again(sys.argv[1])
    minutes = float(os.environ.get("FUZZ_MINUTES", "60"))
    seed = int(os.environ.get("FUZZ_SEED", time.time_ns() % 10**9))
    keep = Path(tempfile.mkdtemp(prefix="giptui-fuzz-"))
    workers = int(os.environ.get("FUZZ_WORKERS", os.cpu_count() or 1))
    print(f"fuzz: {minutes:g} minutes, seed {seed}, findings in {keep}", flush=True)
    seeds = range(seed, seed + int(os.environ.get("FUZZ_KEYS", "100000")) // _GAME)
    with ProcessPoolExecutor(workers) as pool:
        parts = [pool.submit(_part, keep, seed + number, 2 * minutes / 3) for number in range(workers)]
        tallies = [part.result() for part in parts]
        read = [pool.submit(_pages, seed + number, minutes / 3) for number in range(workers)]
        pages = [part.result() for part in read]
        games = list(pool.map(monkey, seeds, [_GAME] * len(seeds)))
    rounds = sum((each.rounds for each in tallies), Counter[str]())
    found = [each for tally in tallies for each in tally.found]
    print(f"{rounds.total()} rounds: {', '.join(f'{name} {count}' for name, count in rounds.most_common())}")
    for kind, count in Counter((each.line.command, each.fault) for each in found).most_common():
        first = next(each for each in found if (each.line.command, each.fault) == kind)
        print(f"{count} × {first.line.command}: {first.fault}\n    {first.seed}: {first.line!a}")
    slips = [slip for tally in pages for slip in tally.slips]
    ended = sum((tally.ended for tally in pages), Counter[str]())
    print(f"{ended.total()} pages: {', '.join(f'{name} {count}' for name, count in ended.most_common())}")
    for slip in slips:
        print(f"published {slip.seed} ({slip.fixture}): {slip.fault}")
    for number, game in zip(seeds, games, strict=True):
        if game.wrong:
            print(f"monkey {number}: {game.wrong}\n    {game.last}")
    lost = sum(bool(game.wrong) for game in games)
    print(f"{len(found) + len(slips)} findings; {sum(game.keys for game in games)} keys, {lost} games lost")
    return 1 if found or slips or lost else 0


def _part(keep: Path, seed: int, minutes: float) -> Tally:
    until = time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as folder:
        return fuzz(Path(folder) / "fuzz", seed, lambda _: time.monotonic() < until, keep)


def _pages(seed: int, minutes: float) -> Pages:
    until = time.monotonic() + 60 * minutes
    return fuzz_pages(seed, lambda _: time.monotonic() < until)


def _page_again(seed: str) -> int:
    fixture, data = changed(seed)
    place = Path(tempfile.mkdtemp(prefix="giptui-fuzz-")) / fixture.name
    place.write_bytes(data)
    ended, wrong = tried(fixture.name, data)
    print(place, ended, *wrong, sep="\n")
    return 1 if wrong else 0


def _again(seed: str) -> int:
    place = Path(tempfile.mkdtemp(prefix="giptui-fuzz-")) / "round"
    place.mkdir()
    tried, wrong = one_round(place, seed)
    print(place, ascii(tried), *wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
