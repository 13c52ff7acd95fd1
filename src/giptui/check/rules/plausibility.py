"""What is possible by arithmetic, but hardly in law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.presence import count
from giptui.check.review import Review
from giptui.check.rule import rule
from giptui.form import LEVELS
from giptui.report import Report, State, addend, core_name, is_count, judge, level_of, office_of, show

_NEVER: Final = ("county_government", "county_department", "township", "subdistrict")
# Cities without districts that may all the same, by decision of the National People's Congress (三沙 has some by now).
_CITIES_WITHOUT_DISTRICTS: Final = ("东莞市", "中山市", "嘉峪关市", "儋州市", "三沙市")
_RARELY: Final = ("provincial_department", "prefecture_department", "development_zone", "authorized_organization")


@rule("rule-making-power", "规章制定权", Severity.ERROR, needs="FGN")
def rule_making_power(review: Review) -> Iterator[Finding]:
    """查什么：没有规章制定权的机关，在第二部分表格“规章”一行填了大于 0 的数。
    为什么：规章只能由国务院部门、省级政府和设区的市、自治州政府等制定（《立法法》第九十一条、第九十三条）；县级及以下机关、地方部门没有这项权力。
    怎么改：规章一行填“/”或 0；发文属于行政规范性文件的，填到下一行；内部规章制度不填。
    不管什么：有规章制定权的机关，和代它编制报告的政府办公厅（室）；东莞、中山、嘉峪关、儋州；层级只是按名称推断的，只作提示。
    """
    report = review.report
    cells = report.form.lines["proactive_disclosure.government_rules"].cells
    filled = [report.form.cells[cell] for cell in cells if is_count(report[cell]) and report[cell]]
    level, guessed = level_of(report)
    if not filled or level not in (*_NEVER, *_RARELY):
        return
    government = office_of(report.organ)  # whose office reports, reports for it
    if core_name(government or report.organ).endswith(_CITIES_WITHOUT_DISTRICTS):
        return
    if government and not guessed and level in _RARELY:
        return
    numbers = "、".join(f"{cell.column.label} {show(report[cell.address])}" for cell in filled)
    message = f"{words.table(report.form, filled[0].table)}，{filled[0].row.label}：{numbers}，但"
    law = "没有规章制定权（《立法法》第九十一条、第九十三条）"
    if guessed:
        severity = Severity.INFO
        message += f"按机关名称推断，本机关是{LEVELS[level]}，{law}，请核对"
    elif level in _NEVER:
        severity = Severity.ERROR
        message += f"{LEVELS[level]}{law}，应填 0 或“/”"
    else:
        severity = Severity.WARNING
        message += f"{LEVELS[level]}一般{law}，请核对"
    if any("规章制度" in paragraph for text in report.form.texts for paragraph in report.paragraphs(text)):
        message += "；文中写的“规章制度”是内部制度，不是规章"
    yield Finding("rule-making-power", severity, message, tuple(cell.address for cell in filled))


@rule("stock-negative", "现行有效件数不够减", Severity.WARNING)
def stock_negative(review: Review) -> Iterator[Finding]:
    """查什么：第二部分的规章、行政规范性文件，现行有效件数减去本年制发、加上本年废止，即推算的上年末件数，是不是负数；
    2019 年的表格，对外公开总数量是不是少于本年新公开数量。
    为什么：上年末的现行有效件数加本年制发、减本年废止，才是现在的现行有效件数；上年末不可能是负数。总数量也包括本年新公开的。
    怎么改：核对三个数，多半是现行有效漏填，或只填了本年仍有效的一部分。
    不管什么：有空格或“/”的；当年制发当年就失效等特殊情形，核对后注明理由即可。
    """
    report = review.report
    table = report.form.tables["proactive_disclosure"]
    for row, columns in table.rows():
        named = tuple(column.id for column in columns)
        if named == _STOCK_2019:
            yield from _new_above_all(report, f"{table.id}.{row.id}")
        if named != _STOCK:
            continue
        cells = tuple(f"{table.id}.{row.id}.{column}" for column in _STOCK)
        issued, repealed, in_force = (count(report, cell) for cell in cells)
        if issued is None or repealed is None or in_force is None:
            continue
        before = in_force - issued + repealed
        if before < 0:
            numbers = f"现行有效 {in_force} 件，本年制发 {issued} 件、废止 {repealed} 件"
            message = (
                f"{words.table(report.form, table.id)}，{row.label}：{numbers}，照此推算上年末是 {before} 件，请核对"
            )
            yield Finding("stock-negative", Severity.WARNING, message, cells)


def _new_above_all(report: Report, line: str) -> Iterator[Finding]:
    """More papers disclosed in the year than all together: the total was left without them."""
    cells = (f"{line}.newly_disclosed", f"{line}.total_disclosed")
    new, total = (count(report, cell) for cell in cells)
    if new is not None and total is not None and new > total:
        row = report.form.cells[cells[0]].row
        numbers = f"对外公开总数量 {total}，少于本年新公开数量 {new}"
        where = words.table(report.form, "proactive_disclosure")
        message = f"{where}，{row.label}：{numbers}，总数量应包括本年新公开的"
        yield Finding("stock-negative", Severity.WARNING, message, cells)


_STOCK: Final = ("issued", "repealed", "in_force")
_STOCK_2019: Final = ("created", "newly_disclosed", "total_disclosed")
_RECEIVED: Final = "applications.new_received.total"
_HANDLED: Final = "applications.total_handled.total"
_CARRIED_OUT: Final = "applications.carried_out.total"
_MISC: Final = "applications.other_processing.misc.total"


@rule("stale-carry-out", "结转下年度多于本年新收", Severity.WARNING)
def stale_carry_out(review: Review) -> Iterator[Finding]:
    """查什么：第三部分“四、结转下年度继续办理”的总计，是不是大于“一、本年新收”的总计。
    为什么：申请至多四十个工作日答复（《政府信息公开条例》第三十三条），上年结转的到年底应已办结，结转的只会是本年新收的。
    怎么改：核对结转下年度的件数，多半是把办结的填进了结转，或填错了行。
    不管什么：两数有空着的；合计对不上的（先改合计）；征求第三方意见、补正等不计入期限的时间，核对后注明理由即可。
    """
    report = review.report
    out, received = count(report, _CARRIED_OUT), count(report, _RECEIVED)
    if out is None or received is None or out <= received or _is_broken(report, _RECEIVED, _CARRIED_OUT):
        return
    numbers = f"四、结转下年度继续办理 {out} 件，多于一、本年新收 {received} 件"
    law = "答复期限为二十个工作日，至多延长二十个工作日（《政府信息公开条例》第三十三条）"
    message = f"{words.table(report.form, 'applications')}，总计列：{numbers}；{law}，上年结转的到年底应已办结，请核对"
    yield Finding("stale-carry-out", Severity.WARNING, message, (_CARRIED_OUT, _RECEIVED))


@rule("misc-share", "“其他”偏多", Severity.INFO)
def misc_share(review: Review) -> Iterator[Finding]:
    """查什么：“（六）其他处理，3.其他”的总计在 10 件以上，并且超过（七）总计的三成。
    为什么：“其他”是前面各项都归不进去的少数情形；占比高，多半是该归到具体一项的没有归。
    怎么改：逐件核对，能归到予以公开、不予公开、无法提供、不予处理等项的归过去；确实归不进去的（如申请人撤回）不必改。
    不管什么：不到 10 件的；2019 年的表格没有这一行。
    """
    report = review.report
    misc, handled = count(report, _MISC), count(report, _HANDLED)
    if misc and handled and misc >= 10 and misc * 10 > handled * 3 and not _is_broken(report, _MISC, _HANDLED):
        what = f"（六）其他处理，3.其他 {misc} 件，占（七）总计 {handled} 件的 {misc * 100 // handled}%"
        message = f"{words.table(report.form, 'applications')}，总计列：{what}，请核对能否归到具体的办理结果"
        yield Finding("misc-share", Severity.INFO, message, (_MISC, _HANDLED))


@rule("disputes-without-applications", "没有申请却有复议诉讼", Severity.INFO, needs="FP")
def disputes_without_applications(review: Review) -> Iterator[Finding]:
    """查什么：第四部分有行政复议或行政诉讼，而第三部分今年和上年都全是 0。
    为什么：因申请引起的复议、诉讼，前面总有一件申请；两年都没有申请，多半是填进了别的复议、诉讼案件，或漏填了申请。
    怎么改：第四部分只填与政府信息公开有关的案件；确有申请的补填第三部分。
    不管什么：没有给出上年报告的；有空格的；因主动公开引起的，或更早年份的申请拖到今年的，核对即可。
    """
    report, previous = review.report, review.previous
    totals = [f"disputes.{row.id}.total" for row, _ in report.form.tables["disputes"].rows()]
    cases = [cell for cell in totals if addend(report[cell])]
    if not cases or previous is None or not (_has_no_application(report) and _has_no_application(previous)):
        return
    numbers = "、".join(f"{words.row(report.form.cells[cell].row)} {report[cell]} 件" for cell in cases)
    message = f"{words.table(report.form, 'disputes')}：{numbers}，但第三部分今年和上年都没有收到、办理过申请，请核对"
    yield Finding("disputes-without-applications", Severity.INFO, message, tuple(cases))


def _has_no_application(report: Report) -> bool:
    return all(report[cell.address] == 0 for cell in report.form.tables["applications"].cells())


def _is_broken(report: Report, *cells: str) -> bool:
    """Whether a sum over one of the cells does not hold: then the number itself is in doubt."""
    identities = {identity for cell in cells for identity in report.form.identities_at[cell]}
    return any(judge(identity, report.__getitem__).state is State.BROKEN for identity in identities)
