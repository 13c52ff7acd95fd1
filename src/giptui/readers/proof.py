"""What the sums say of a reading: how many hold, whether all that fail have one cause, where to look first.

They rank and explain; no number is ever changed for them. Called by `reading` for its notes. (The smallest repair of a
report that is being edited is `check.repair`; here only those mistakes count that a reader of tables can make.)
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from giptui.form import Form, Identity, Shape
from giptui.report import BLANK, State, Value, Values, is_empty, judge

_NAMED = 3  # cells that a note names

Mistake = tuple[str, tuple[str, ...], Mapping[str, str]]
"""A mistake in words, the rows or columns that it names, by the address of one of their cells or of a row, and for each
cell that it moves the cell whose number belongs there; “” for a blank."""


def sums(form: Form, values: Values) -> Mapping[State, int]:
    """How many identities of the form hold, are open, broken, unknown."""
    return Counter(judge(identity, values).state for identity in form.identities)


def notes(form: Form, values: Values) -> Iterator[str]:
    """Sentences for a person: what would make all broken sums hold at once, else which cells to look at first."""
    broken = [identity for identity in form.identities if judge(identity, values).state is State.BROKEN]
    if not broken:
        return
    causes = [
        said.format(*(_label(form, line) for line in lines))
        for said, lines, moved in _mistakes(form, values)
        if _heals(form, values, moved, broken)
    ]
    if causes:
        either = "，或者".join(causes[:_NAMED])
        yield f"合计有 {len(broken)} 处对不上；{either}，就全都对上：数照原样，请对照原文"
    else:
        first = "；".join(form.label(address) for address in suspects(form, values)[:_NAMED])
        yield f"合计有 {len(broken)} 处对不上，先看：{first}"


def suspects(form: Form, values: Values) -> tuple[str, ...]:
    """The cells of broken sums in the order in which a person should look at them: first those in most broken sums and
    fewest that hold; in between, a number before a blank.
    """
    bad: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for identity in form.identities:
        state = judge(identity, values).state
        (bad if state is State.BROKEN else good).update(identity.cells if state is not State.UNKNOWN else ())
    order = {address: n for n, address in enumerate(form.cells)}
    return tuple(sorted(bad, key=lambda a: (-bad[a], good[a], is_empty(values(a)), order[a])))


def _heals(form: Form, values: Values, moved: Mapping[str, str], broken: Sequence[Identity]) -> bool:
    """Whether the broken identities would hold, and no other one break. Nearly always the first of them says no."""
    if not all(any(cell in moved for cell in identity.cells) for identity in broken):
        return False

    def after(address: str) -> Value:
        if (source := moved.get(address)) is None:
            return values(address)
        return values(source) if source else BLANK

    if not all(judge(identity, after).state is State.HOLDS for identity in broken):
        return False
    touched = {identity.name: identity for address in moved for identity in form.identities_at.get(address, ())}
    return all(judge(identity, after).state in (State.HOLDS, State.UNKNOWN) for identity in touched.values())


def _mistakes(form: Form, values: Values) -> Iterator[Mistake]:
    """Every way in which one row is shifted by a column, or two rows or two columns are exchanged."""
    for name, table in form.tables.items():
        if table.shape is Shape.BLOCKS:  # no sums
            continue
        lines = [f"{name}.{row.id}" for row, _ in table.rows()]
        cells = [form.lines[line].cells for line in lines]
        for line, own in zip(lines, cells, strict=True):
            yield from _shifts(line, own, values)
        numbers = [[values(cell) for cell in own] for own in cells]
        for one, other in combinations(range(len(lines)), 2):
            if numbers[one] == numbers[other]:
                continue
            yield "若把“{}”和“{}”两行对调", (lines[one], lines[other]), _exchanged(cells[one], cells[other])
        for one, other in combinations(range(len(cells[0])), 2):
            ones, others = [own[one] for own in cells], [own[other] for own in cells]
            yield "若把“{}”和“{}”两列对调", (ones[0], others[0]), _exchanged(ones, others)


def _shifts(line: str, cells: Sequence[str], values: Values) -> Iterator[Mistake]:
    """The row with its numbers one cell back or on; what falls off at the end has to be none."""
    if is_empty(values(cells[0])):
        yield "若把“{}”一行的数各往前移一格", (line,), {**dict(pairwise(cells)), cells[-1]: ""}
    if is_empty(values(cells[-1])):
        yield "若把“{}”一行的数各往后移一格", (line,), {**dict(zip(cells[1:], cells, strict=False)), cells[0]: ""}


def _exchanged(some: Sequence[str], others: Sequence[str]) -> Mapping[str, str]:
    return {**dict(zip(some, others, strict=True)), **dict(zip(others, some, strict=True))}


def _label(form: Form, address: str) -> str:
    """What a row is called, or the column of a cell."""
    return form.lines[address].row.label if address in form.lines else form.cells[address].column.label
