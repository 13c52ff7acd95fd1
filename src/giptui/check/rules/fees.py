"""信息处理费, which the sixth section speaks of: stated at all, stated twice, possible by the tariff?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.presence import asks_for_fees, count
from giptui.check.review import Review
from giptui.check.rule import rule
from giptui.report import Report, side

_FEE: Final = "processing_fee"  # the metric
_OVERDUE: Final = "applications.other_processing.fee_overdue.total"
_SPOKEN_OF: Final = ("处理费", "收费", "费用", "收取", "免费")
_SENT: Final = r"发出|发送|发放|下发|送达|开具|出具|下达|寄出|制发|作出|制作"
_NOTICE: Final = rf"(?:{_SENT})[^。；;]{{0,20}}通知|(?<!按)(?:收费|缴费)通知"
_NOTICES: Final = (
    r"(?:收费|缴费|处理费|费用)的?通知书?[^。；;，,0-9]{0,10}([0-9]{1,6})[件份次笔]"
    r"|([0-9]{1,6})[件份次笔][^。；;，,0-9]{0,6}(?:收费|缴费)通知"
)
_NO_NOTICE: Final = rf"(?:未|没有|无)(?:{_SENT})[^。；;，,\n]{{0,12}}(?:收费|缴费)[^。；;，,\n]{{0,6}}通知"
_COLLECTED: Final = r"收取[^。；;，,0-9]{0,20}[1-9][0-9.]*(?:万|余)?元"  # whoever collected has sent notices
_STEP: Final = 10  # 元: every rate of the tariff is a multiple of it
_UNITS: Final = {"元": 1, "": 1, "万元": 10_000, "亿元": 100_000_000}


@rule("fee-missing", "没有写信息处理费", Severity.INFO, needs="FN")
def fee_missing(review: Review) -> Iterator[Finding]:
    """查什么：2021 年起的报告，本年有申请，第六部分却没有写收取信息处理费的情况。表格里有逾期不缴费的，是警告；
    没有写发出过收费通知，或写出的通知少于逾期的件数，也是。
    为什么：《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）要求在年度报告里公布收费情况；第六部分就是写它的地方。
    逾期不缴费，总是先发了收费通知的。
    怎么改：写明发出收费通知的件数、总金额和实际收取的金额；没有收取的，写“本年度未收取信息处理费”。
    不管什么：没有申请的；第六部分空着或只写“无”的（见 section-empty）；别处写了处理费、通知的；写明收取了若干元的；
    第二部分的行政事业性收费。
    """
    report = review.report
    if not asks_for_fees(review) or not report.has("other_matters"):
        return
    unpaid = count(report, _OVERDUE) or 0
    flows = ("applications.new_received.total", "applications.carried_in.total")
    text = "".join(report.paragraphs("other_matters.text"))
    short = len(text) < 30 and ("无" in text or "没有" in text or not text)
    if not side(flows, report.__getitem__) or (short and not unpaid):
        return
    where = words.part(report.form.section("other_matters"))
    if lacking := _lacking(review, text, unpaid):
        overdue = f"第三部分表格里有 {unpaid} 件因逾期不缴费不再处理，"
        cells = ("other_matters.text", _OVERDUE)
        yield Finding("fee-missing", Severity.WARNING, f"{overdue}{where}却{lacking}", cells)
    elif not unpaid and not _speaks_of_it(report, text):
        message = f"{where}没有写政府信息公开信息处理费；没有收取的，也请写明未收取"
        yield Finding("fee-missing", Severity.INFO, message, ("other_matters.text",))


def _lacking(review: Review, text: str, unpaid: int) -> str:
    """What is not said of so many applications given up for a fee that was not paid."""
    if not unpaid:
        return ""
    if not _speaks_of_it(review.report, text):
        return "没有写收取信息处理费的情况"
    prose = "".join(review.prose.split())
    if re.search(_NO_NOTICE, prose):
        return ""  # fee-contradiction
    if not re.search(_NOTICE, prose):
        return "" if re.search(_COLLECTED, prose) else "没有写发出过收费通知"
    numbers = [int(one or other) for one, other in re.findall(_NOTICES, prose)]
    return f"只写了 {max(numbers)} 件收费通知" if numbers and sum(numbers) < unpaid else ""


def _speaks_of_it(report: Report, text: str) -> bool:
    if any(word in "".join(text.split()) for word in _SPOKEN_OF):
        return True
    return any("处理费" in "".join(str(report[address]).split()) for address in report.form.texts)


@rule("fee-contradiction", "信息处理费说法不一", Severity.WARNING, needs="FN")
def fee_contradiction(review: Review) -> Iterator[Finding]:
    """查什么：一份报告里既写未收取信息处理费，又写收取了若干元；写没有发出收费通知，而表格里有逾期不缴费的。
    为什么：两处不能都对，多半有一处是上年留下的；逾期不缴费，总是先发了收费通知的。
    怎么改：按实际情况留下一处。
    不管什么：别的年度；行政事业性收费。
    """
    stated = [claim for claim in review.claims if claim.metric == _FEE and not claim.skipped]
    none = next((claim for claim in stated if claim.is_none), None)
    some = next((claim for claim in stated if claim.kind == "count"), None)
    if none and some:
        form = review.report.form
        quotes = [f"{words.text(form, claim.address)}写的是{words.quoted(claim.clause, 40)}" for claim in (none, some)]
        cells = tuple(dict.fromkeys((none.address, some.address)))
        yield Finding("fee-contradiction", Severity.WARNING, "，".join(quotes) + "，两处说法不一", cells)
    unpaid = count(review.report, _OVERDUE)
    denied = re.search(_NO_NOTICE, review.prose) if unpaid else None
    if denied:
        where = next(text for text in review.report.form.texts if denied[0] in str(review.report[text]))
        said = f"{words.text(review.report.form, where)}写的是{words.quoted(denied[0], 40)}"
        message = f"{said}，但第三部分表格里有 {unpaid} 件因逾期不缴费不再处理"
        yield Finding("fee-contradiction", Severity.WARNING, message, (where, _OVERDUE))


@rule("fee-tariff", "信息处理费不合标准", Severity.INFO, needs="FN")
def fee_tariff(review: Review) -> Iterator[Finding]:
    """查什么：写出的信息处理费金额不是 10 元的整数倍。
    为什么：按《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的标准，合计总是 10 元的整数倍。
    怎么改：核对收费票据；把行政事业性收费、邮寄费、复制费当成了信息处理费的，分开写。
    不管什么：约数；没有写金额的。
    """
    for claim in review.claims:
        if claim.metric != _FEE or claim.skipped or claim.value is None or claim.unit not in _UNITS:
            continue
        if claim.kind == "count" and Decimal(claim.value) * _UNITS[claim.unit] % _STEP:
            where = words.text(review.report.form, claim.address)
            message = f"{where}写的是{words.quoted(claim.clause, 40)}，按收费标准应是 {_STEP} 元的整数倍"
            yield Finding("fee-tariff", Severity.INFO, message, (claim.address,))
