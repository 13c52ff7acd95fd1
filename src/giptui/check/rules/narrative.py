"""Prose against the tables: a claim agrees with one of the sums it may stand for, or it is a finding.

A claim is read and compared elsewhere (`giptui.claims`); here are only the findings about one that agrees with nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from giptui.check import words
from giptui.check.finding import Finding, Severity, Span
from giptui.check.review import Review
from giptui.check.rule import rule
from giptui.form import Form, Shape
from giptui.report import Report, show

if TYPE_CHECKING:
    from giptui.claims import Claim
    from giptui.claims.metrics import Sum
    from giptui.claims.verdict import Comparison

    Pair = tuple[Claim, Comparison]

_LONGEST = 158  # characters of a message
_QUOTED = 60  # characters of a clause that a message quotes


@rule("text-received", "文字与表格：收到的申请", Severity.WARNING, needs="FN")
def text_received(review: Review) -> Iterator[Finding]:
    """查什么：文字里写的收到、受理、新收、收办申请的件数，与第三部分表格是否一致。
    为什么：同一份报告里同一个数只能有一个；两处不一致，读的人不知道信哪一个。
    怎么改：以台账为准，改错的那一处。
    不管什么：“受理”可以只算一，也可以是一＋二，“收办、办理”还可以是（七），合乎一种即可；约数；别的年度；其中一部分；
    留言、信访、热线、建议提案。
    """
    return _numbers(review, "received")


@rule("text-handled", "文字与表格：答复的申请", Severity.WARNING, needs="FN")
def text_handled(review: Review) -> Iterator[Finding]:
    """查什么：文字里写的答复、办结申请的件数，与第三部分表格（七）总计是否一致。
    为什么：同一份报告里同一个数只能有一个。
    怎么改：以台账为准，改错的那一处。
    不管什么：（七）总计减去（五）不予处理、（六）其他处理，或者两项都减去，也算一致；约数；别的年度；其中一部分；留言、信访、建议提案的答复。
    """
    return _numbers(review, "handled")


@rule("text-carried", "文字与表格：结转的申请", Severity.WARNING, needs="FN")
def text_carried(review: Review) -> Iterator[Finding]:
    """查什么：文字里写的上年结转件数与二、结转下年度件数与四是否一致。
    为什么：结转数连着前后两年的报告，写错一处，两年都对不上。
    怎么改：以台账为准，改错的那一处。
    不管什么：只写“结转”、没有写明上年还是下年的，合乎二或四即可；约数。
    """
    return _numbers(review, "carried")


@rule("text-outcome", "文字与表格：办理结果", Severity.WARNING, needs="FN")
def text_outcome(review: Review) -> Iterator[Finding]:
    """查什么：文字里写的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理及各项具体理由的件数，与第三部分表格是否一致。
    为什么：办理结果是申请人和上级最常核对的数，文字与表格应当是同一套数。
    怎么改：以台账为准，改错的那一处。
    不管什么：几类合在一起写的，按几类之和比；约数；别的年度；其中一部分。
    """
    return _numbers(review, "outcome")


@rule("text-applicants", "文字与表格：申请人", Severity.WARNING, needs="FN")
def text_applicants(review: Review) -> Iterator[Finding]:
    """查什么：文字里写的自然人、法人或其他组织（及商业企业等各类）申请的件数，与第三部分表格相应的列是否一致。
    为什么：申请人构成在文字和表格里应当是同一套数。
    怎么改：以台账为准，改错的那一处。
    不管什么：只算本年新收（一），或加上上年结转（一＋二），合乎一种即可；按答复、按结果再分申请人的。
    """
    return _numbers(review, "applicants")


@rule("text-disputes", "文字与表格：复议和诉讼", Severity.WARNING, needs="FN")
def text_disputes(review: Review) -> Iterator[Finding]:
    """查什么：文字里写的政府信息公开行政复议、行政诉讼件数及结果，与第四部分表格是否一致。
    为什么：复议、诉讼的数要与复议机关、法院的数核对，自己写成两个数会被退回。
    怎么改：以案件台账为准，改错的那一处。
    不管什么：行政诉讼可以是两类之和，也可以是其中一类；本机关自己审理、承办、受理的复议案件。
    """
    return _numbers(review, "disputes")


@rule("text-documents", "文字与表格：规章和规范性文件", Severity.WARNING, needs="FN")
def text_documents(review: Review) -> Iterator[Finding]:
    """查什么：文字里写的制定（制发、出台、印发）、废止、现行有效的规章或规范性文件件数，以及行政许可等的处理决定数量，
    与第二部分表格是否一致。
    为什么：第二部分表格就是这几个数，文字与它不一致，必有一处写错。
    怎么改：对照规范性文件目录，改错的那一处。
    不管什么：公开、清理、修改、转发、审查、备案的件数；几种混在一起的总数；规章制度。
    """
    return _numbers(review, "documents")


@rule("text-none", "文字说没有，表格里有", Severity.ERROR, needs="FN")
def text_none(review: Review) -> Iterator[Finding]:
    """查什么：文字里写“未收到”“没有”“无”“未发生”或 0 件，而表格里相应的数大于 0。
    同一部分里的是错误，别处的、话没有说满的是警告。
    为什么：一边说没有，一边有数，多半是沿用了上年的文字。
    怎么改：按实际情况改文字，或者改表格。
    不管什么：“未新制定”只比本年制发数，“上年无结转”只比二；只说其中一类的（未收到网上申请）；败诉、超期等并非有无的话。
    """
    for claim, comparison in _each(review, "none"):
        form = review.report.form
        wrong = [(one, number) for one, number in comparison.sums if number]
        if not wrong:
            continue
        table = wrong[0][0].plus[0].partition(".")[0]
        same_part = claim.address.startswith(f"{table}.")
        severity = Severity.ERROR if same_part and not claim.hedged else Severity.WARNING
        message = f"{_quote(form, claim)}，但{words.table(form, table)}，{_stated(form, wrong[:1])}"
        yield _finding("text-none", severity, message, _cells(wrong[0][0], claim), claim)


@rule("text-some", "文字说有，表格里是 0", Severity.WARNING, needs="FN")
def text_some(review: Review) -> Iterator[Finding]:
    """查什么：文字里写了若干件，而表格里相应的数都是 0。
    为什么：不是表格漏填，就是文字把别的事项（留言、信访、咨询）当成了政府信息公开申请。
    怎么改：确有申请的补填表格；不是申请的，文字里不要写作申请。
    不管什么：写明是留言、信访、咨询、热线、建议提案的；收费金额（各种收费都写成这样）；第二部分以外顺带说到的
    许可、处罚、强制；约数；别的年度。
    """
    for claim, comparison in _each(review, "some"):
        told_in_passing = not claim.address.startswith("proactive_disclosure.") and "处理决定" not in claim.clause
        if claim.metric == "administrative_fees" or (claim.metric.startswith("administrative_") and told_in_passing):
            continue  # 执法队作出行政处罚决定 4 件: perhaps not in the township's own name
        form = review.report.form
        table = comparison.sums[0][0].plus[0].partition(".")[0]
        message = f"{_quote(form, claim)}，但{words.table(form, table)}，{_stated(form, comparison.sums[:1])}，请核对"
        yield _finding("text-some", Severity.WARNING, message, _cells(comparison.sums[0][0], claim), claim)


@rule("text-share", "文字里的占比", Severity.INFO, needs="FN")
def text_share(review: Review) -> Iterator[Finding]:
    """查什么：文字里写的占比（予以公开占 43%，自然人占 98%），与按表格重算的是否一致。
    为什么：占比多半是手工算的，改了数容易忘了改它。
    怎么改：按表格重算。
    不管什么：四舍五入的差别（最后一位的一半再加 0.05 个百分点）；没有写明占什么的比例，合乎一种算法即可。
    """
    return _percentages(review, "share", "按表格算是")


@rule("text-growth", "文字里的增长率", Severity.INFO, needs="FNP")
def text_growth(review: Review) -> Iterator[Finding]:
    """查什么：文字里写的比上年增长、下降的百分比，与按两年表格重算的是否一致；要有上年的报告才能核对。
    为什么：增长率多半是手工算的，方向和大小都容易写错。
    怎么改：按两年的表格重算。
    不管什么：四舍五入的差别；环比；没有上年报告或上年为 0 的。
    """
    return _percentages(review, "growth", "按两年的表格算是")


@rule("text-list-sum", "文字里各项之和", Severity.WARNING, needs="FN")
def text_list_sum(review: Review) -> Iterator[Finding]:
    """查什么：“N件（甲a件、乙b件……）”各项相加是否等于 N，总数写在后面的（“网上a件、信函b件，合计N件”）也一样；
    “其中”后面各项之和是否超过 N；按渠道、半年、季度、层级（政府、部门、乡镇）分的，各项之和是否等于 N。
    为什么：分项与总数对不上，必有一处写错。
    怎么改：核对各项和总数，改错的那一处。
    不管什么：“其中”只列了一部分、加起来不到总数的；“主要”“等”、一件涉及几项的；各项不是同一种分法的；已经与表格对不上、另有发现的。
    """
    claims = review.claims
    found = {id(claim) for pairs in review.contradictions.values() for claim, _ in pairs}
    for claim in claims:
        if claim.listed.adds and (finding := _added(review.report, claim, [claims[i] for i in claim.listed.adds])):
            yield finding
    if not any(claim.part_of is not None for claim in claims):
        return
    from giptui.check.prose.list_sums import amiss, lists  # only where there is a list

    for whole, parts in lists(review.report, claims):
        if id(whole) in found or any(id(part) in found for part in parts):
            continue
        if numbers := amiss(review.report, whole, parts):
            listed = "＋".join(show(number) for number in numbers)
            message = f"{_quote(review.report.form, whole)}，但所列各项 {listed} 相加为 {show(sum(numbers))}"
            yield _finding("text-list-sum", Severity.WARNING, message, (whole.address,), whole)


def _added(report: Report, claim: Claim, parts: Sequence[Claim]) -> Finding | None:
    """新收 252 件，上年结转 10 件，共计 273 件."""
    numbers = [part.value or 0 for part in parts]
    if sum(numbers) == claim.value:
        return None
    listed = "＋".join(show(number) for number in numbers)
    stated = f"{show(claim.value or 0)}{claim.unit}"
    message = f"{_quote(report.form, claim)}（{stated}），但前面各项 {listed} 相加为 {show(sum(numbers))}"
    return _finding("text-list-sum", Severity.WARNING, message, (claim.address,), claim)


def _numbers(review: Review, family: str) -> Iterator[Finding]:
    """A finding for each number of the family that none of its sums gives."""
    report = review.report
    for claim, comparison in _each(review, family):
        likeliest = comparison.sums[0][0]
        table = words.table(report.form, likeliest.plus[0].partition(".")[0])
        added = "" if comparison.together is None else f"等，相加为 {show(comparison.together)}"
        message = f"{_quote(report.form, claim)}{added}，但{table}，{_stated(report.form, comparison.sums)}"
        message += _column_hint(report, likeliest, claim)
        yield _finding(f"text-{family}", Severity.WARNING, message, _cells(likeliest, claim), claim)


def _percentages(review: Review, kind: str, found: str) -> Iterator[Finding]:
    for claim, comparison in _each(review, kind):
        unit = "%" if claim.unit != "件" else claim.unit
        shares = "、".join(f"{_trimmed(share)}{unit}" for share in comparison.shares[:2])
        message = f"{_quote(review.report.form, claim)}，但{found} {shares}"
        yield _finding(f"text-{kind}", Severity.INFO, message, _cells(comparison.sums[0][0], claim), claim)


def _each(review: Review, name: str) -> Iterator[Pair]:
    """The contradictions of that name; one repeated in another text is the same one."""
    seen: set[object] = set()
    for claim, comparison in review.contradictions.get(name, ()):
        key = claim.listed.beside or (claim.metric, claim.value)  # parts that are compared together: once
        if key not in seen:
            seen.add(key)
            yield claim, comparison


def _finding(rule: str, severity: Severity, message: str, cells: tuple[str, ...], claim: Claim) -> Finding:
    """The finding, where the claim stands in its text."""
    shown = words.clipped(message, _LONGEST)
    return Finding(rule, severity, shown, cells, span=Span(claim.address, claim.start, claim.end))


def _quote(form: Form, claim: Claim) -> str:
    return f"{words.text(form, claim.address)}写的是“{words.clipped(claim.clause.strip('，,、 '), _QUOTED)}”"


def _stated(form: Form, sums: Sequence[tuple[Sum, int | Decimal | None]]) -> str:
    """The sums with their numbers: ``一、本年新收…，总计列填 10，一＋二为 12``; those less something, in short."""
    shown: dict[int | Decimal | None, str] = {}
    for one, number in sums:
        if number is not None and number not in shown and not one.minus:
            shown[number] = f"{_name(form, one)} {show(number)}"
    less = any(one.minus and not one.loose and number not in shown for one, number in sums)
    return "，".join(shown.values()) + ("，减去（五）不予处理、（六）其他处理也对不上" if less else "")


def _name(form: Form, one: Sum) -> str:
    cells = [form.cells[address] for address in one.cells]
    first = cells[0]
    if len(cells) == 1:
        return f"{words.whole(form, first)}填"
    if all(cell.row == first.row for cell in cells):
        return f"{words.row(first.row)}，{first.column.over[-1] if first.column.over else ''}各列之和为"
    if not one.minus and all(cell.row.groups == first.row.groups and cell.row.groups for cell in cells):
        return f"{first.row.groups[-1]}各项之和为"
    return f"{one.label}为"


def _cells(one: Sum, claim: Claim) -> tuple[str, ...]:
    return (*one.plus, claim.address)


def _column_hint(report: Report, one: Sum, claim: Claim) -> str:
    """Where the number is that of a single column: someone read the table in the wrong place."""
    if len(one.cells) != 1 or not claim.value:
        return ""
    cell = report.form.cells[one.plus[0]]
    row = one.plus[0].rpartition(".")[0]
    for other in report.form.tables[cell.table].blocks[0].columns[:-1]:
        if (
            other != cell.column
            and report[f"{row}.{other.id}"] == claim.value
            and report.form.tables[cell.table].shape is Shape.MATRIX
        ):
            return f"；{show(claim.value)} 是本行{other.label}列的数"
    return ""


def _trimmed(share: Decimal) -> str:
    return f"{share:f}".rstrip("0").rstrip(".") if "." in f"{share:f}" else f"{share:f}"
