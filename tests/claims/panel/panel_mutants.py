"""Mutants: paragraphs with one number changed, so that it must contradict; and what must hold for them to count."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from panel_entries import DIGITS, Entry, Mark
from panel_tables import Tables, broken, form_of

_DIGITS = "0123456789０１２３４５６７８９"
_WIDE = str.maketrans(_DIGITS[:10], _DIGITS[10:])


class Mutant(NamedTuple):
    """A text or a table that a reviewer must object to."""

    entry: Entry
    change: str
    text: str
    tables: Tables


def mutants(entry: Entry) -> Iterator[Mutant]:
    for mark in entry.marks:
        for after in _changes(mark):
            if contradicts(entry, mark, after):
                text = entry.text[: mark.start] + after + entry.text[mark.start + len(mark.written) :]
                yield Mutant(entry, f"{mark.written}→{after}", text, entry.tables)
    for count, tables in enumerate(entry.wrong, 1):
        yield Mutant(entry, f"tables {count}", entry.text, tables)


def _changes(mark: Mark) -> list[str]:
    """One more, one less, two digits swapped, the last digit lost; written as the number was."""
    value = mark.value
    if value != value.to_integral_value():
        whole, _, fraction = mark.written.partition(".")
        wanted = [f"{int(whole) + 3}.{fraction}", *[f"{int(whole) - 3}.{fraction}"] * (int(whole) > 3)]
        return wanted if mark.kind in ("share", "growth") else [f"{int(whole) + 1}.{fraction}"]
    plain = str(int(value))
    step = 3 if mark.kind in ("share", "growth") and not mark.meaning.startswith("^#") else 1
    numbers = [int(value) + step, int(value) - step]
    numbers += [
        int(plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :])
        for at in range(len(plain) - 1)
        if plain[at] != plain[at + 1] and (at or plain[1] != "0")
    ][:1]
    numbers += [int(value) // 10] * (len(plain) > 1)
    lowest = 0 if mark.written[0] in _DIGITS else 1  # nobody writes 零件
    return [_written(each, mark.written) for each in dict.fromkeys(numbers) if each >= lowest and each != value]


def _written(value: int, like: str) -> str:
    plain = f"{value:,}" if "," in like else str(value)
    if like[0] in _DIGITS[10:]:
        return plain.translate(_WIDE)
    if like.isascii():
        return plain
    if value > 99:
        raise ValueError(f"no Chinese numeral for {value}")
    tens, ones = divmod(value, 10)
    return (("" if tens == 1 else DIGITS[tens]) + "十" if tens else "") + (DIGITS[ones] if ones or not tens else "")


def contradicts(entry: Entry, mark: Mark, after: str) -> bool:
    """Whether the paragraph is wrong with this number in the place of that; with its own number it must not be."""
    value = mark._replace(written=after).value
    if mark.kind == "share":
        part, _, whole = mark.inner.partition("/")
        wholes = [each for each in entry.tables.accepted(whole) if each]
        return not any(_rounds(100 * Decimal(a) / b, value) for a in entry.tables.accepted(part) for b in wholes)
    if mark.kind == "growth":
        return not _grows(entry, mark.inner, value)
    if mark.kind == "sum":
        return int(value) not in entry.tables.accepted(mark.inner)
    if mark.kind == "group":
        accepted = entry.tables.accepted(mark.inner)
        total = int(value) + sum(int(each.value) for each in _beside(entry, mark))
        return total > max(accepted) if mark.open else total not in accepted and value not in accepted
    named, listed = _list(entry, mark, value)
    return listed > named if mark.open else listed != named


def _grows(entry: Entry, meaning: str, value: Decimal) -> bool:
    """``^received`` per cent more than last year, ``^-received`` less; ``^#`` is a difference."""
    if entry.previous is None:
        raise ValueError(f"{entry.name}: growth without last year's tables")
    absolute, meaning = meaning.startswith("#"), meaning.lstrip("#")
    sign, meaning = (-1 if meaning.startswith("-") else 1), meaning.lstrip("-")
    pairs = [(a, b) for a in entry.tables.accepted(meaning) for b in entry.previous.accepted(meaning)]
    if absolute:
        return any(sign * (a - b) == value for a, b in pairs)
    return any(b and _rounds(sign * 100 * Decimal(a - b) / b, value) for a, b in pairs)


def _rounds(exact: Decimal, value: Decimal) -> bool:
    return exact.quantize(Decimal(1).scaleb(min(0, int(value.as_tuple().exponent))), ROUND_HALF_UP) == value


def _beside(entry: Entry, mark: Mark) -> list[Mark]:
    return [each for each in entry.marks if each.meaning == mark.meaning and each.start != mark.start]


def _list(entry: Entry, mark: Mark, value: Decimal) -> tuple[int, int]:
    """The whole of a list and the sum of its parts, with this value in the mark's place."""
    kind = mark.meaning.replace("<", "").partition(":")[0]
    whole = parts = 0
    for each in entry.marks:
        if each.kind == "list" and each.meaning.replace("<", "").partition(":")[0] == kind:
            own = int(value if each.start == mark.start else each.value)
            if each.inner == "whole":
                whole += own
            else:
                parts += own
    return whole, parts


def problems(entry: Entry) -> list[str]:
    """What is wrong with a paragraph of the panel itself: sums that do not hold, numbers that say something else."""
    form = form_of(int(entry.setting.year))
    found = [
        f"{entry.name}: {each}" for tables in (entry.tables, *entry.wrong) for each in broken(tables.cells(form), form)
    ]
    found += [
        f"{entry.name}: {mark.written} is no {mark.meaning}"
        for mark in entry.marks
        if contradicts(entry, mark, mark.written)
    ]
    if "{" in entry.text or "}" in entry.text:
        found.append(f"{entry.name}: a mark that cannot be read")
    return found
