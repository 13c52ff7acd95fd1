"""Sentences as published reports have them beside tables that agree with them, and some that they contradict."""

from __future__ import annotations

import pytest
from check_reports import HEADER, SECTIONS, changed, row

from giptui.check import check
from giptui.form import LATEST
from giptui.report import Report, Value

HERE: dict[str, Value] = {
    **HEADER,
    "report.title": "云溪县人民政府2023年政府信息公开工作年度报告",
    "report.organ": "云溪县人民政府",
    "report.level": "county_government",
}
NOTHING: dict[str, Value] = {**HERE, **dict.fromkeys(LATEST.cells, 0)}


def disputes(line: str, *numbers: int) -> dict[str, Value]:
    results = ("upheld", "corrected", "other", "pending", "total")
    return {f"disputes.{line}.{result}": number for result, number in zip(results, numbers, strict=True)}


FULL: dict[str, Value] = {
    **NOTHING,
    **row("new_received", 60, 4, 0, 0, 0, 0, 64),
    **row("carried_in", 3, 0, 0, 0, 0, 0, 3),
    **row("disclosed", 18, 2, 0, 0, 0, 0, 20),
    **row("partially_disclosed", 5, 0, 0, 0, 0, 0, 5),
    **row("not_disclosed.inquiry_matter", 10, 0, 0, 0, 0, 0, 10),
    **row("unable_to_provide.not_held", 22, 2, 0, 0, 0, 0, 24),
    **row("not_processed.repeat", 4, 0, 0, 0, 0, 0, 4),
    **row("other_processing.misc", 2, 0, 0, 0, 0, 0, 2),
    **row("total_handled", 61, 4, 0, 0, 0, 0, 65),
    **row("carried_out", 2, 0, 0, 0, 0, 0, 2),
    **disputes("reconsideration", 3, 1, 2, 0, 6),
    **disputes("litigation_direct", 1, 0, 0, 1, 2),
    **disputes("litigation_after_reconsideration", 1, 0, 0, 0, 1),
}
ONE_LAWSUIT = {**NOTHING, "disputes.litigation_direct.upheld": 1, "disputes.litigation_direct.total": 1}

AGREEING = """
其中县政府办公室收到32件，予以公开10件，不予公开4件，无法提供18件；县自然资源局收到41件，予以公开15件，无法提供26件。
县公安局收到申请10件，答复10件，予以公开4件。
石桥镇收到申请2件，均为自然人，予以公开2件。
县政府办公室答复31件，予以公开12件、部分公开3件、无法提供16件
收到政府信息公开申请64件，其中，县政府收到政府信息公开申请12件
县政府办公室牵头办理申请12件
收到政府信息公开申请64件，超期办结0件
逾期答复0件
办结65件，其中延期答复3件
其中延期办结3件
申请提前办结40件
15个工作日内答复40件，20个工作日内答复25件
办结申请65件，其中会商后答复5件
审核依申请公开答复12件
答复申请65件，信息不存在24件、不属于本机关公开1件
不予公开10件，不属于本行政机关公开5件
非本机关公开8件
告知已公开5件
属于已公开信息5件
收到申请64件，不予受理2件
登记政府信息公开申请66件，受理64件，未受理2件
收到政府信息公开申请64件，次年受理2件
重新受理1件
经补正受理6件
对5件申请进行了延期答复
其中3件申请经补正后办理
3件申请涉及商业秘密
促成12件申请由申请人自行撤回
同一申请人提交申请22件
撤销申请2件
涉及申请事项23项
疑难问题会商会12次，涉及申请18件
抽取各单位依申请公开件20件进行评查
对12家单位45件依申请公开答复书开展案卷抽查
征地批文申请18件、土地权属申请9件、规划许可申请6件、其他申请5件
受理企业开办申请1200件，不动产登记申请3200件，公积金提取申请820件。
养老机构备案申请3件
收到政府信息公开申请64件，自然人申请60件，企业申请4件
公民申请60件，法人申请4件
公民申请12件、企业申请4件。
收到政府信息公开申请64件，其中予以公开、部分公开、不予公开分别为20件、5件、10件。
自然人、法人或其他组织提交申请分别为60件、4件
收到自然人、法人或其他组织申请分别为60件和4件
新收政府信息公开申请64件，上年结转3件，同比分别增长25%、100%
自然人60件，法人或其他组织4件，占比分别为93.75%和6.25%
平均每月收到政府信息公开申请5.3件
月均受理申请5件，最多月份受理12件
依申请公开系统累计受理申请326件
平均每月收到申请1件。
收到申请最多的是自然资源领域，共6件申请。
对其中1件申请延长答复期限。
针对3件申请进行了补正告知，2件申请征求了第三方意见。
1月至6月收到申请9件，7月至12月收到申请7件。
20个工作日内办结14件，延期办结1件
除1件依申请公开外，未收到其他申请。
除1件收取信息处理费100元外，其他申请均未收取信息处理费
对超出30件的申请按每件100元收取信息处理费，本年度共收取信息处理费0元
信息不存在18件、非本机关公开8件
全年没有因政府信息公开申请收取费用。
没有因依申请公开收取任何费用。
除上述64件外，未收到其他政府信息公开申请。
我县此前从未收到政府信息公开申请，今年首次收到64件。
本年度无政府信息公开申请收费。
全年办理行政处罚案件23456起，收到当事人提起的行政复议12起，其中维持10起、撤销2起；行政诉讼3起。
全县发生行政复议案件62件，其中涉及政府信息公开6件；行政诉讼案件41件，其中涉及政府信息公开3件
全县行政复议机构共收到政府信息公开类行政复议申请16件
全年共发生行政复议案件5件，其中涉及政府信息公开2件。
其他行政诉讼3件与政府信息公开无关。
我镇严格按照《条例》第三十三条规定的期限答复政府信息公开申请。
收到政府信息公开申请64件，依据《条例》第20条予以公开。
其中依据《条例》第三十六条不予公开10件
第12件申请于3月答复
制定县政府规范性文件3件、县政府办公室规范性文件5件，合计8件
县政府部门制定规范性文件5件
对拟出台的5件规范性文件开展合法性审核
对新制定的3件规范性文件进行图文解读
因机构改革废止规范性文件3件，因期满失效5件
全镇累计制定规范性文件31件。
收到政府信息公开申请64件，网站访问量120万次，同比增长40%
新收申请已答复62件，结转下年度2件，上年度结转申请已全部答复。
收到申请64件，其中自然人60件；予以公开的20件中，自然人18件、企业2件。
""".strip().splitlines()

EMPTY = [
    "未收到一件政府信息公开申请。",
    "全年没有一件依申请公开。",
    "全年未接到一例依申请公开。",
    "无一例因政府信息公开提起的行政复议和行政诉讼案件。",
    "未引发一起行政复议",
    "未收到任何申请",
    "本年度无政府信息公开申请、行政复议、行政诉讼",
]

CONTRADICTED = [
    ("本年度未发生因政府信息公开引起的行政诉讼。", ONE_LAWSUIT, "text-none"),
    ("未发生针对政府信息公开工作的复议、诉讼、举报和投诉情况", FULL, "text-none"),
    ("未收到要求获取政府信息的申请", FULL, "text-none"),
    ("未接到信函、电子邮件、传真等任何形式的政府信息公开申请", FULL, "text-none"),
    ("未收到一件政府信息公开申请。", FULL, "text-none"),
    ("全年没有一件依申请公开。", FULL, "text-none"),
    ("收到政府信息公开申请63件", FULL, "text-received"),
    ("办结60件政府信息公开申请", FULL, "text-handled"),
    ("收到政府信息公开申请64件，其中予以公开、部分公开、不予公开分别为20件、6件、10件。", FULL, "text-outcome"),
    ("收到政府信息公开申请64件，公开答复21件，不予公开答复10件", FULL, "text-outcome"),
    ("全县共收到政府信息公开申请62件", FULL, "text-received"),
    ("因政府信息公开引起的行政复议5件", FULL, "text-disputes"),
]


def found(text: str, values: dict[str, Value]) -> list[str]:
    """The rules on prose against tables that have something to say of one sentence."""
    report = Report(LATEST, {**values, "overview.text": text}, SECTIONS)
    return [finding.rule for finding in check(report) if finding.rule.startswith(("text-", "fee-contradiction"))]


@pytest.mark.parametrize("text", AGREEING)
def test_what_the_tables_bear_out_is_not_objected_to(text: str) -> None:
    assert found(text, FULL) == []


@pytest.mark.parametrize("text", EMPTY)
def test_that_there_was_none_agrees_with_empty_tables(text: str) -> None:
    assert found(text, NOTHING) == []
    assert "text-none" in found(text, FULL)


@pytest.mark.parametrize(("text", "values", "rule"), CONTRADICTED)
def test_what_the_tables_contradict_is_found(text: str, values: dict[str, Value], rule: str) -> None:
    assert rule in found(text, values)


def test_a_table_that_nobody_filled_in_is_one_finding() -> None:
    text = "2023年收到政府信息公开申请9件，答复9件，予以公开6件，不予公开3件。"
    found = [each for each in check(changed({"overview.text": text})) if each.rule == "text-some"]
    assert len(found) == 1
    assert "表格全部是 0，请核对是不是没有填写" in found[0].message
