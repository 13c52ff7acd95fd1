"""Numbers of pages among those of the rows, in a copy of one cell a line. Called by `stacked`.

Where a blank cell left nothing, a row is one number short, and the number of the page behind it makes it whole: every
number behind the blank would move on by one. A row that may end so is not to be placed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from giptui.report.halfwidth import DIGITS, halfwidth

_LONGEST: Final = 3  # digits of the number of a page
_FEW: Final = 3  # one in so many rows at most ends with the number of a page; and so many totals at least are right


class Row(NamedTuple):
    """The values of a row, each with the empty lines before it; of every so many the last is to be the ``total`` of the
    others, of none if that is 0.
    """

    values: Sequence[str]
    gaps: Sequence[int]
    total: int

    def sums(self) -> list[list[int]]:
        """The values by their totals."""
        numbers = _numbers(self.values) if self.total else []
        return [numbers[n : n + self.total] for n in range(0, len(numbers), self.total or 1)]


def doubtful(rows: Sequence[Row], pages: Collection[int], by_sums: bool) -> frozenset[int]:
    """Which of the rows may end with the number of a page; ``pages`` are those that are dressed as such: - 4 -. Where
    empty lines show the cells, the sums are not asked.
    """
    apart = _rare({n for n, row in enumerate(rows) if _is_apart(row)}, rows)
    if not by_sums:
        return apart
    known = {*pages, *(_numbers(rows[n].values)[-1] for n in apart)}
    sums = [_adds_up(numbers) for row in rows for numbers in row.sums()]
    are_kept = sum(sums) * _FEW >= len(sums)
    return apart | _rare({n for n, row in enumerate(rows) if _is_no_total(row, known, are_kept)}, rows)


def _rare(found: Collection[int], rows: Sequence[Row]) -> frozenset[int]:
    """What is found, if it is in few of the rows."""
    return frozenset(found) if len(found) <= max(1, len(rows) / _FEW) else frozenset()


def _is_apart(row: Row) -> bool:
    """Whether more stands between the last value and those before it than between any of those."""
    return _is_page(row.values[-1]) and row.gaps[-1] > max(row.gaps[:-1], default=row.gaps[-1])


def _is_no_total(row: Row, pages: Collection[int], are_kept: bool) -> bool:
    """Whether the last value is no total of those before it, and follows their total or goes on counting the pages; or,
    where totals are kept, is less than one of them.
    """
    if not row.total or not _is_page(row.values[-1]) or _adds_up(row.sums()[-1]):
        return False
    *parts, last = row.sums()[-1]
    follows = _adds_up(parts) and (are_kept or parts[-1] > 0)
    return follows or (are_kept and last < max(parts)) or not {last - 1, last + 1}.isdisjoint(pages)


def _adds_up(numbers: Sequence[int]) -> bool:
    return numbers[-1] == sum(numbers[:-1])


def _numbers(values: Sequence[str]) -> list[int]:
    plain = [halfwidth(value).replace(",", "") for value in values]
    return [int(value) if _is_whole(value) else 0 for value in plain]


def _is_page(value: str) -> bool:
    """Whether it may be the number of a page."""
    text = halfwidth(value)
    return _is_whole(text) and len(text) <= _LONGEST and not text.startswith("0")


def _is_whole(text: str) -> bool:
    return bool(text) and not text.strip(DIGITS)
