"""Reports to read claims from: one sentence in a township's report of 2023, and a city's whole report of 2024."""

from __future__ import annotations

from collections.abc import Iterable

from giptui.claims import Claim, claims
from giptui.form import LATEST
from giptui.report import Report, Value, prose

HEADER: dict[str, Value] = {
    "report.organ": "青山县石桥镇人民政府",
    "report.level": "township",
    "report.year": 2023,
}


def report(text: str, address: str = "overview.text", **header: Value) -> Report:
    """A report whose one text this is."""
    return Report(LATEST, {**HEADER, **{f"report.{name}": value for name, value in header.items()}, address: text})


def claimed(text: str, address: str = "overview.text", **header: Value) -> tuple[Claim, ...]:
    return claims(report(text, address, **header))


def bound(found: Iterable[Claim]) -> str:
    """The claims that bind, in short: ``received 3, disclosed none``."""
    said = []
    for claim in found:
        if claim.binds:
            number = {"count": str(claim.value), "none": "none", "all": "all"}.get(
                claim.kind, f"{claim.kind} {claim.value}"
            )
            said.append(f"{claim.metric} {number}")
    return ", ".join(said)


# The numbers of a city's published report, and the sentences of its prose that hold some, with the page's line ends.
_MATRIX = """
new_received 3001 53 0 0 61 4 3119
carried_in 34 0 0 0 0 0 34
disclosed 1288 21 0 0 50 3 1362
partially_disclosed 447 7 0 0 0 0 454
not_disclosed.state_secret 2 0 0 0 0 0 2
not_disclosed.prohibited_by_law 30 1 0 0 0 0 31
not_disclosed.security_and_stability 5 0 0 0 0 0 5
not_disclosed.third_party_rights 6 0 0 0 0 0 6
not_disclosed.internal_affairs 7 1 0 0 0 0 8
not_disclosed.process_information 12 0 0 0 0 0 12
not_disclosed.enforcement_file 9 0 0 0 0 0 9
not_disclosed.inquiry_matter 105 0 0 0 0 0 105
unable_to_provide.not_held 746 12 0 0 10 1 769
unable_to_provide.requires_creation 11 0 0 0 0 0 11
unable_to_provide.still_unclear 1 0 0 0 0 0 1
not_processed.petition 56 6 0 0 0 0 62
not_processed.repeat 25 0 0 0 0 0 25
not_processed.publication 0 0 0 0 0 0 0
not_processed.excessive 0 0 0 0 0 0 0
not_processed.confirmation 1 0 0 0 0 0 1
other_processing.correction_overdue 67 3 0 0 1 0 71
other_processing.fee_overdue 6 0 0 0 0 0 6
other_processing.misc 108 2 0 0 0 0 110
total_handled 2932 53 0 0 61 4 3050
carried_out 103 0 0 0 0 0 103
"""
_DISPUTES = """
reconsideration 72 64 178 37 351
litigation_direct 13 4 8 1 26
litigation_after_reconsideration 12 1 1 6 20
"""
_DISCLOSURE: dict[str, Value] = {
    "government_rules.issued": 1,
    "government_rules.repealed": 0,
    "government_rules.in_force": 11,
    "normative_documents.issued": 8,
    "normative_documents.repealed": 26,
    "normative_documents.in_force": 66,
    "administrative_license.decisions": 447228,
    "administrative_penalty.decisions": 3985758,
    "administrative_compulsion.decisions": 88283,
}
CITY_PROSE = """（一）主动公开情况。2024 年，市政府网站主动公开各类政府信
息 5500 余条，全年新增公开市政府规章 1 件、市政府及市政府
办政策性文件 11 件，通过文字、图片等形式制作政策解读
21 个，制作《淮安市人民政府公报》6 期。
（二）依申请公开情况。定期对政府信息公开申请集中的领
域和热点问题进行研判，探索从源头上解决实际问题。着力强化
与申请人的直接沟通，准确了解申请人诉求，提高答复的及时性
和针对性。2024 年，全市共受理政府信息公开申请 3119 件，答
复 3050 件（含上年度结转申请 34 件，另有 103 件顺延到下年度
答复），均在法定期限内予以答复。政府信息公开行政复议 351
件，其中结果维持 72 件，结果纠正 64 件，其他结果 178 件，尚
未审结 37 件；政府信息公开行政诉讼 46 件，其中结果维持 25
件，结果纠正 5 件，其他结果 9 件，尚未审结 7 件。
（四）截至目前，全市在运维政务新媒体共计 95
个，在省办 2024 年四个季度政务新媒体检查抽查中，合格率均
为 100%。
（五）根据省政务公开年度和
季度监测指标，全年组织 4 次政府信息公开栏目全覆盖检查，并
出具各县区、各部门政务公开评估分报告。"""


def city(text: str = CITY_PROSE) -> Report:
    """The city's report, with this prose in its first section."""
    values: dict[str, Value] = {"report.organ": "淮安市人民政府", "report.year": 2024, "overview.text": prose(text)}
    values["other_matters.text"] = prose("全年收取政府信息公开信息处理费 3940 元。")
    for table, rows in (("applications", _MATRIX), ("disputes", _DISPUTES)):
        columns = LATEST.tables[table].blocks[0].columns
        for line in rows.split("\n"):
            if line:
                name, *numbers = line.split()
                for column, number in zip(columns, numbers, strict=True):
                    values[f"{table}.{name}.{column.id}"] = int(number)
    values.update({f"proactive_disclosure.{cell}": number for cell, number in _DISCLOSURE.items()})
    values["proactive_disclosure.administrative_fees.amount"] = 96171
    return Report(LATEST, values, frozenset(section.id for section in LATEST.sections))
