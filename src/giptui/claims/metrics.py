"""What a claim can be about, and which sums of cells it may mean. Read by the rules and by `giptui claims`.

Text claims are sets, not points: “受理 N 件” may count the new applications only, or those carried in as well. Each
metric has its accepted sums; a claim agrees if one of them gives its number.

The names: ``new_received``, ``received``, ``worked_on`` (收办, 办理), ``handled``, ``carried_in``, ``carried_out``,
``carried`` (结转, either way); an outcome bears the name of its row or group of rows (``disclosed``, ``not_disclosed``,
``not_disclosed.state_secret``), ``open`` is 公开率's; ``applicants.`` and a column, or ``applicants.organizations``;
``reconsideration``, ``litigation``, ``litigation_direct``, ``litigation_after_reconsideration``, each with results too
(``litigation.upheld``; ``.concluded`` is all but the pending); ``government_rules`` and ``normative_documents`` with
``.issued``, ``.repealed``, ``.in_force``, in 2019's form ``.published``, ``.total``; the other rows of section two;
``processing_fee``, which has no cell. Metrics counted together are joined: ``disclosed+not_disclosed``.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from giptui.form import FORMS, Form
from giptui.report import NOT_APPLICABLE, Report, is_amount

FEE: Final = "processing_fee"
_OUTCOMES: Final = ("disclosed", "partially_disclosed", "not_disclosed", "unable_to_provide", "not_processed")
LINES: Final = ("litigation_direct", "litigation_after_reconsideration")  # of lawsuits: the form's own words for them
_FLOWS: Final = {
    "new_received": "received",
    "received": "received",
    "worked_on": "received",
    "handled": "handled",
    "carried_in": "carried",
    "carried_out": "carried",
    "carried": "carried",
}
DOCUMENTS: Final = ("government_rules", "normative_documents")
DISPUTES: Final = ("reconsideration", "litigation", *LINES)
_ACTIONS: Final = {
    "issued": ("issued", "created", "newly_disclosed"),  # the last two, and the last two rows: form 2019
    "repealed": ("repealed",),
    "in_force": ("in_force",),
    "published": ("newly_disclosed",),
    "total": ("total_disclosed",),
}


class Sum(NamedTuple):
    """Cells added up, less others; its label is how the form names it: ``（七）－（五）``.

    A sum that is ``loose`` is meant so rarely that it is left out where its cells are not known.
    """

    label: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    loose: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        return self.plus + self.minus

    def value(self, report: Report) -> int | Decimal | None:
        """What the cells add up to; None where one is blank, unread or no number. “/” counts as 0."""
        total: int | Decimal = 0
        for sign, addresses in ((1, self.plus), (-1, self.minus)):
            for address in addresses:
                value = report[address]
                if value == NOT_APPLICABLE:
                    continue
                if not is_amount(value) or not isinstance(value, (int, Decimal)):
                    return None
                total += sign * value
        return total


@lru_cache(maxsize=256)
def family(metric: str) -> str:
    """The kind of thing the metric counts; the rules are named by it: ``text-handled`` compares the family handled.

    One of received, handled, carried, outcome, applicants, disputes, documents, fee, decisions (what else is in section
    two); empty for no metric.
    """
    head = metric.partition("+")[0].partition(".")[0]
    if head in _FLOWS:
        return _FLOWS[head]
    if head in (*_OUTCOMES, "other_processing", "open"):
        return "outcome"
    if head == "applicants":
        return "applicants"
    if head.startswith(("reconsideration", "litigation")):
        return "disputes"
    if head in DOCUMENTS:
        return "documents"
    return "fee" if head == FEE else "decisions" if head else ""


def accepted(form: Form, metric: str) -> tuple[Sum, ...]:
    """The sums that a claim about the metric may mean, the likeliest first; none if the form has no cell for it."""
    return _sums(form.id).get(metric, ()) if "+" not in metric else _together(form.id, metric)


@lru_cache(maxsize=256)
def _together(form_id: str, metric: str) -> tuple[Sum, ...]:
    """The sums of metrics that are counted together."""
    sums = _sums(form_id)
    names = metric.split("+")
    readings = [sums.get(name, ()) for name in names]
    one_family = len({family(name) for name in names}) == 1 and len({len(each) for each in readings}) == 1
    together = zip(*readings, strict=True) if one_family else product(*readings)  # all read alike, where they can be
    return tuple(
        Sum(
            "＋".join(part.label for part in parts),
            tuple(address for part in parts for address in part.plus),
            tuple(address for part in parts for address in part.minus),
        )
        for parts in together
    )


@lru_cache(maxsize=4)
def _sums(form_id: str) -> Mapping[str, tuple[Sum, ...]]:
    """Metric → accepted sums, for one version of the form."""
    form = FORMS[form_id]
    return {**_applications(form), **_disputes(form), **dict(_disclosure(form))}


def _applications(form: Form) -> dict[str, tuple[Sum, ...]]:
    """Flows, outcomes, and the applicants' columns."""
    block = form.tables["applications"].blocks[0]
    *kinds, total = (column.id for column in block.columns)
    rows = {row.id: row for row in block.rows}
    number = {row.id: _ordinal(row.label) for row in block.rows}

    def added(label: str, names: tuple[str, ...], columns: tuple[str, ...] = (total,)) -> Sum:
        return Sum(label, tuple(f"applications.{name}.{column}" for name in names for column in columns))

    def less(whole: Sum, *parts: Sum) -> Sum:
        label = "－".join((whole.label, *(part.label for part in parts)))
        return Sum(label, whole.plus, tuple(address for part in parts for address in part.plus))

    sums: dict[str, tuple[Sum, ...]] = {name: (added(number[name], (name,)),) for name in rows}
    for group in dict.fromkeys(name.partition(".")[0] for name in rows if "." in name):
        members = tuple(name for name in rows if name.startswith(f"{group}."))
        sums[group] = (added(_ordinal(rows[members[0]].groups[-1]), members),)
    (new,), (before,), (done,) = sums["new_received"], sums["carried_in"], sums["total_handled"]
    both = added(f"{new.label}＋{before.label}", ("new_received", "carried_in"))
    refused, other = sums["not_processed"][0], sums["other_processing"][0]
    sums["open"] = (added(f"{number['disclosed']}＋{number['partially_disclosed']}", _OUTCOMES[:2]), *sums["disclosed"])
    sums["received"] = (new, both)
    sums["worked_on"] = (new, both, done)
    sums["carried"] = (*sums["carried_out"], before)
    only_new = less(done, before)._replace(loose=True)  # 新收的已办结 N 件
    sums["handled"] = (done, less(done, refused), less(done, other), less(done, refused, other), only_new)
    people = {**{kind: (kind,) for kind in kinds}, "organizations": tuple(kinds[1:])}
    for name, columns in people.items():
        flows = (("new_received",), ("new_received", "carried_in"))
        labels = (new.label, both.label)
        sums[f"applicants.{name}"] = tuple(
            added(label, flow, columns) for label, flow in zip(labels, flows, strict=True)
        )
    return sums


def _disputes(form: Form) -> dict[str, tuple[Sum, ...]]:
    """Totals and results of each line, and of 行政诉讼, which has two."""
    sums: dict[str, tuple[Sum, ...]] = {}
    for row, columns in form.tables["disputes"].rows():
        for column in columns:
            whole = column == columns[-1]
            name = row.id if whole else f"{row.id}.{column.id}"
            sums[name] = (
                Sum(row.label if whole else f"{row.label}{column.label}", (f"disputes.{row.id}.{column.id}",)),
            )
        done = tuple(f"disputes.{row.id}.{column.id}" for column in columns[:-1] if column.id != "pending")
        sums[f"{row.id}.concluded"] = (Sum(f"{row.label}（已审结）", done),)
    for name in [name.removeprefix(LINES[0]) for name in sums if name.startswith(LINES[0])]:
        singles = tuple(sums[line + name][0] for line in LINES)
        both = Sum("＋".join(one.label for one in singles), singles[0].plus + singles[1].plus)
        sums[f"litigation{name}"] = (both, *singles)
    return sums


def _disclosure(form: Form) -> Iterator[tuple[str, tuple[Sum, ...]]]:
    """Documents by what was done with them; of the other rows the number of decisions, or the amount."""
    for row, columns in form.tables["proactive_disclosure"].rows():
        cells = {column.id: Sum(column.label, (f"proactive_disclosure.{row.id}.{column.id}",)) for column in columns}
        if row.id in DOCUMENTS:
            for action, meant in _ACTIONS.items():
                if found := tuple(cells[column] for column in meant if column in cells):
                    yield f"{row.id}.{action}", found
        elif cell := cells.get("decisions") or cells.get("amount"):
            yield row.id, (cell,)


def _ordinal(label: str) -> str:
    """一 of 一、本年新收…, （五） of （五）不予处理; the whole label of a single reason."""
    if label.startswith("（"):
        return label[: label.index("）") + 1]
    head, mark, _ = label.partition("、")
    return head if mark and len(head) == 1 else label
