"""Tables written in a line, and the sums that a number in prose may stand for.

``new=5 disclosed=3 not_held=2`` is a whole report: what is not named is 0, ``new`` is what the rest adds up to if it is
not named, and every total follows. A number with commas gives columns (``new=3,2``: 自然人 3, 商业企业 2). Nothing here
comes from the reader: these are the meanings that a reviewer accepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import product

from giptui.form import FORMS, Form
from giptui.report import Value

COLUMNS = ("natural", "enterprise", "research", "welfare", "legal", "other_org")
RESULTS = ("upheld", "corrected", "other", "pending")
GROUPS = {"rec": "reconsideration", "dir": "litigation_direct", "aft": "litigation_after_reconsideration"}
DOCUMENTS = {"rules": "government_rules", "norm": "normative_documents"}
DECISIONS = {
    "license": "administrative_license",
    "penalty": "administrative_penalty",
    "compulsion": "administrative_compulsion",
}
STATES = {"issued": 0, "repealed": 1, "in_force": 2, "published": 1, "total": 2}
"""Which number of a document's row it is; the last two are the form of 2019's."""
DETAILS = {
    "disclosed": "disclosed",
    "partially": "partially_disclosed",
    "state_secret": "not_disclosed.state_secret",
    "prohibited": "not_disclosed.prohibited_by_law",
    "security": "not_disclosed.security_and_stability",
    "third_party": "not_disclosed.third_party_rights",
    "internal": "not_disclosed.internal_affairs",
    "process": "not_disclosed.process_information",
    "enforcement": "not_disclosed.enforcement_file",
    "inquiry": "not_disclosed.inquiry_matter",
    "not_held": "unable_to_provide.not_held",
    "creation": "unable_to_provide.requires_creation",
    "unclear": "unable_to_provide.still_unclear",
    "petition": "not_processed.petition",
    "repeat": "not_processed.repeat",
    "publication": "not_processed.publication",
    "excessive": "not_processed.excessive",
    "confirmation": "not_processed.confirmation",
    "correction": "other_processing.correction_overdue",
    "fee_overdue": "other_processing.fee_overdue",
    "misc": "other_processing.misc",
}
WHOLES = {
    "not_disclosed": tuple(name for name, row in DETAILS.items() if row.startswith("not_disclosed")),
    "unable": ("not_held", "creation", "unclear"),
    "not_processed": ("petition", "repeat", "publication", "excessive", "confirmation"),
    "other": ("correction", "fee_overdue", "misc"),
}
FLOWS = {"new": "new_received", "in": "carried_in", "handled": "total_handled", "out": "carried_out"}
SETS = {
    "received": "new|new+in",
    "worked": "new|new+in|handled",
    "answered": "handled|handled-not_processed|handled-other|handled-not_processed-other",
    "lit": "dir+aft|dir|aft",
    **{f"lit.{result}": f"dir.{result}+aft.{result}|dir.{result}|aft.{result}" for result in RESULTS},
    **{f"from.{column}": f"new@{column}|new@{column}+in@{column}" for column in COLUMNS},
    "from.org": "new@org|new@org+in@org",
}
"""Words that may mean one of several sums."""


class Tables:
    """The tables of one report, by the short names of the panel."""

    def __init__(self, spec: str) -> None:
        self._given = {name: numbers for name, _, numbers in (each.partition("=") for each in spec.split())}
        known = {*DETAILS, *FLOWS, *GROUPS, *DOCUMENTS, *DECISIONS, "fees"}
        if unknown := self._given.keys() - known:
            raise ValueError(f"unknown names: {', '.join(sorted(unknown))}")
        self.numbers: dict[str, tuple[int, ...]] = {}
        self._cells: dict[str, Mapping[str, Value]] = {}
        self._matrix()
        for name in (*GROUPS, *DOCUMENTS, *DECISIONS, "fees"):
            self.numbers[name] = self._numbers(name) or (0,)

    def _numbers(self, name: str) -> tuple[int, ...]:
        return tuple(map(int, filter(None, self._given.get(name, "").split(","))))

    def _matrix(self) -> None:
        details = {name: self._numbers(name) for name in DETAILS}
        carried, left = _wide(self._numbers("in")), _wide(self._numbers("out"))
        handled = sum(map(sum, details.values()))
        columns = [sum(column) for column in zip(*map(_wide, details.values()), strict=True)]
        needed = tuple(a + b - c for a, b, c in zip(columns, left, carried, strict=True))
        new = _wide(self._numbers("new") or needed)
        if min(new) < 0 or sum(new) + sum(carried) != handled + sum(left):
            raise ValueError(f"一 {sum(new)} + 二 {sum(carried)} ≠ （七） {handled} + 四 {sum(left)}")
        room = [a + b - c for a, b, c in zip(new, carried, left, strict=True)]
        for name, numbers in details.items():
            if len(numbers) > 1:
                details[name] = _wide(numbers)
                room = [have - taken for have, taken in zip(room, details[name], strict=True)]
        for name, numbers in details.items():
            if len(numbers) <= 1:
                details[name] = _poured(sum(numbers), room)
        if any(room):
            raise ValueError(f"the columns do not balance: {room}")
        total = tuple(map(sum, zip(*details.values(), strict=True)))
        self.numbers |= {**details, "new": new, "in": carried, "out": left, "handled": total}

    def cells(self, form: Form) -> Mapping[str, Value]:
        """All cells of the form."""
        if form.id not in self._cells:
            self._cells[form.id] = self._filled(form)
        return self._cells[form.id]

    def _filled(self, form: Form) -> dict[str, Value]:
        values: dict[str, Value] = dict.fromkeys(form.cells, 0)
        columns = [column.id for column in form.tables["applications"].blocks[0].columns]
        for name, row in {**DETAILS, **FLOWS}.items():
            for column, number in zip(columns, (*self.numbers[name], sum(self.numbers[name])), strict=True):
                self._put(values, f"applications.{row}.{column}", number)
        for name, group in GROUPS.items():
            results = (*self.numbers[name], *[0] * (4 - len(self.numbers[name])))
            for result, number in zip((*RESULTS, "total"), (*results, sum(results)), strict=True):
                values[f"disputes.{group}.{result}"] = number
        for name, row in DOCUMENTS.items():
            states = [cell for cell in form.cells if cell.startswith(f"proactive_disclosure.{row}.")]
            values.update(zip(states, self.numbers[name], strict=False))
        for name, row in DECISIONS.items():
            values[f"proactive_disclosure.{row}.decisions"] = self.numbers[name][0]
        if "proactive_disclosure.administrative_fees.amount" in values:
            values["proactive_disclosure.administrative_fees.amount"] = self.numbers["fees"][0]
        return values

    @staticmethod
    def _put(values: dict[str, Value], cell: str, number: int) -> None:
        """A form with one row （六）其他处理 counts its three reasons together."""
        if cell not in values and ".other_processing." in cell:
            cell = re.sub(r"(\.other_processing)\.\w+", r"\1", cell)
            number += int(str(values[cell]))
        values[cell] = number

    def accepted(self, meaning: str) -> frozenset[int]:
        """The numbers that may stand in prose where it means this."""
        sums = "|".join(SETS.get(each, each) for each in meaning.split("|"))
        return frozenset(value for each in sums.split("|") for value in self._sums(each))

    def _sums(self, meaning: str) -> Iterable[int]:
        """``disclosed+partially-misc``; a name that stands for several sums gives them all."""
        signs = [-1 if sign == "-" else 1 for sign in "+" + re.sub(r"[^+-]", "", meaning)]
        terms = [self.accepted(name) if name in SETS else {self._number(name)} for name in re.split(r"[+-]", meaning)]
        return {sum(sign * term for sign, term in zip(signs, chosen, strict=True)) for chosen in product(*terms)}

    def _number(self, name: str) -> int:
        row, _, column = name.partition("@")
        if row in WHOLES:
            return sum(self._number(f"{each}@{column}" if column else each) for each in WHOLES[row])
        group, _, part = row.partition(".")
        numbers = self.numbers[group]
        if column:
            return sum(numbers[1:]) if column == "org" else numbers[COLUMNS.index(column)]
        if part:
            place = RESULTS.index(part) if group in GROUPS else STATES[part]
            return numbers[place] if place < len(numbers) else 0
        return sum(numbers)


def _wide(numbers: tuple[int, ...]) -> tuple[int, ...]:
    return (*numbers, *[0] * (len(COLUMNS) - len(numbers)))


def _poured(number: int, room: list[int]) -> tuple[int, ...]:
    """A row of this sum, from the columns that have room left; takes the room."""
    row = []
    for column, have in enumerate(room):
        taken = min(have, number)
        room[column] -= taken
        number -= taken
        row.append(taken)
    if number:
        raise ValueError(f"no column has room for {number}")
    return tuple(row)


def form_of(year: int) -> Form:
    return FORMS["2021" if year >= 2021 else "2019"]


def broken(cells: Mapping[str, Value], form: Form) -> list[str]:
    """The identities of the form that these cells break."""
    found = []
    for identity in form.identities:
        sides = [sum(int(str(cells[cell])) for cell in side) for side in (identity.left, identity.right)]
        if sides[0] != sides[1]:
            found.append(identity.name)
    return found
