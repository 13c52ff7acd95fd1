"""What seems to be last year's, left as it was: tables and texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.review import Review
from giptui.check.rule import rule
from giptui.check.year_on_year import shared_cells
from giptui.report import Report, is_amount

_FEWEST_NUMBERS: Final = 5
_ALIKE: Final = 0.9

_TEXTS: Final = ("overview.text", "problems_and_improvements.text")
_SHORTEST: Final = 100  # characters; what is shorter everyone writes in the same few words
_COMPARED: Final = 20_000  # characters; the time taken grows with the square


@rule("copied-table", "表格与上年几乎相同", Severity.WARNING, needs="FP")
def copied_table(review: Review) -> Iterator[Finding]:
    """查什么：一张表里不为 0 的数不少于 5 个，而且九成以上与上年报告的同一格相同；合计不算在内。
    为什么：两年的工作量不会一格一格都相同，多半是在上年的表上改而没有改完。
    怎么改：按本年的台账重新填写；确实相同的，可以不改。
    不管什么：全是 0 的表；不为 0 的数太少、可能碰巧相同的表；两种格式之间只比两边都有的格。
    """
    report, last = review.report, review.previous
    if last is None:
        return
    filled = [a for a in shared_cells(last.form, report.form) if _is_filled(report, a) or _is_filled(last, a)]
    if len(filled) < _FEWEST_NUMBERS:
        return
    totals = {identity.right[0] for identity in report.form.identities if identity.is_sum}
    for table in report.form.tables:
        cells = [address for address in filled if address.startswith(f"{table}.") and address not in totals]
        now = sum(_is_filled(report, address) for address in cells)
        equal = tuple(address for address in cells if report[address] == last[address])
        if now >= _FEWEST_NUMBERS and len(equal) >= _ALIKE * len(cells):
            message = (
                f"{words.table(report.form, table)}：不算合计，不为 0 的数有 {now} 个，"
                f"其中 {len(equal)} 个与上年报告完全相同，请核对是否沿用了上年的表"
            )
            yield Finding("copied-table", Severity.WARNING, message, equal)


def _is_filled(report: Report, address: str) -> bool:
    value = report[address]
    return value != 0 and is_amount(value)


@rule("copied-text", "文字与上年几乎相同", Severity.INFO, needs="FPN")
def copied_text(review: Review) -> Iterator[Finding]:
    """查什么：第一部分或第五部分的文字，九成以上与上年报告相同。
    为什么：总体情况、存在的主要问题及改进情况每年都要据实报告（《政府信息公开条例》第五十条），上年的问题改了没有，也应有交代。
    怎么改：写本年的工作、本年的问题和改进情况。
    不管什么：不满 100 字的；其他各部分。
    """
    report, last = review.report, review.previous
    if last is None:
        return
    shares = {address: _share(report, last, address) for address in _TEXTS}
    copied = {address: share for address, share in shares.items() if share >= _ALIKE}
    if copied:
        alike = "，".join(f"{words.text(report.form, a)}有 {int(share * 100)}%" for a, share in copied.items())
        message = f"{alike} 与上年报告相同，请核对是否沿用了上年的文字"
        yield Finding("copied-text", Severity.INFO, message, tuple(copied))


def _share(report: Report, last: Report, address: str) -> float:
    """How much of the text is last year's, from 0 to 1; 0 if that is surely less than what counts."""
    now, before = str(report[address])[:_COMPARED], str(last[address])[:_COMPARED]
    if min(len(now), len(before)) < max(_SHORTEST, _ALIKE / 2 * (len(now) + len(before))):
        return 0
    if now == before:
        return 1
    from rapidfuzz.distance import Indel  # only with a last year's text of the same length

    return float(Indel.normalized_similarity(now, before, score_cutoff=_ALIKE))
