"""How often the smallest repair has the truth among its answers, and how long it takes; `python bench/repair.py`.

Ten thousand clean matrices of random numbers, each with one or two cells put wrong. Counted are the cases in which a
sum is broken; two wrong cells that break nothing together are another report that adds up, and nobody can see them.
The truth counts as found if an answer changes exactly the wrong cells back, or if every part of it is an answer of a
finding of its own.
"""

from __future__ import annotations

import random
import sys
from statistics import median, quantiles
from time import perf_counter

from giptui.check.repair import Explanation, repair, rows_and_columns_of
from giptui.form import LATEST

IDENTITIES = LATEST.identities
LINES = rows_and_columns_of(IDENTITIES)
TABLE = LATEST.tables["applications"]
MATRIX = [cell.address for cell in TABLE.cells()]
ROWS = [row.id for row, _ in TABLE.rows()]
COLUMNS = [column.id for column in TABLE.blocks[0].columns]
ENDS = ("new_received", "carried_in", "total_handled", "carried_out")
DETAILS = [row for row in ROWS if row not in ENDS]


def clean(chance: random.Random, busy: int, largest: int) -> dict[str, int]:
    """A report that adds up, with about ``busy`` results in each column."""
    values = dict.fromkeys(LATEST.cells, 0)

    def put(row: str, column: str, number: int) -> None:
        values[f"applications.{row}.{column}"] = number

    for column in COLUMNS[:-1]:
        results = {row: chance.randint(0, largest) for row in chance.sample(DETAILS, chance.randint(0, busy))}
        rest = chance.choice((0, 0, chance.randint(0, largest)))
        handled = sum(results.values())
        old = chance.randint(0, min(largest, handled + rest))
        ends = {"new_received": handled + rest - old, "carried_in": old, "total_handled": handled, "carried_out": rest}
        for row, number in {**results, **ends}.items():
            put(row, column, number)
    for row in ROWS:
        put(row, COLUMNS[-1], sum(values[f"applications.{row}.{column}"] for column in COLUMNS[:-1]))
    return values


def found(truth: dict[str, int], explanations: tuple[Explanation, ...]) -> bool:
    """Whether the answers hold the truth, whole or in parts."""
    parts = [{change.address: change.after for change in answer} for one in explanations for answer in one.answers]
    fixing: set[str] = set().union(*(part for part in parts if part.items() <= truth.items()))
    return truth in parts or (len(explanations) > 1 and fixing == truth.keys())


def trial(chance: random.Random, wrong: int) -> tuple[bool, float] | None:
    """One case: whether the truth was found, and the milliseconds; None if nothing shows."""
    truth = clean(chance, chance.choice((2, 5, 12)), chance.choice((3, 60)))
    seen = dict(truth)
    for address in chance.sample(MATRIX, wrong):
        seen[address] = chance.choice(
            [n for n in (0, truth[address] + 1, chance.randint(0, 70)) if n != truth[address]]
        )
    start = perf_counter()
    explanations = repair(IDENTITIES, seen.__getitem__, LINES)
    took = (perf_counter() - start) * 1000
    if not explanations:
        return None
    return found({a: n for a, n in truth.items() if n != seen[a]}, explanations), took


def main(cases: int = 10_000) -> None:
    chance = random.Random(2021)
    repair(
        IDENTITIES, {**dict.fromkeys(LATEST.cells, 0), MATRIX[0]: 1}.__getitem__, LINES
    )  # the catalogue is made once
    times = []
    for wrong in (1, 2):
        results = [result for _ in range(cases // 2) if (result := trial(chance, wrong))]
        true = sum(hit for hit, _ in results)
        times += [took for _, took in results]
        print(
            f"{wrong} wrong: truth among the answers in {true} of {len(results)}, {true / len(results):.2%} (≥ 99.5 %)"
        )
    slowest = quantiles(times, n=100)[-1]
    print(f"median {median(times):.2f} ms (< 1), 99 % below {slowest:.1f} ms, slowest {max(times):.1f} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
