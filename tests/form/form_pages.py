"""What the official page of every version of the form says, copied from it; the declaration is held against these."""

from __future__ import annotations

from collections.abc import Iterator

from giptui.form import Block, Form

Heads = tuple[str, str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]
"""Caption, corner, columns and rows of a block, each with its identifier."""

APPLICANTS = (
    ("natural_person", "自然人"),
    ("commercial_enterprise", "商业企业"),
    ("research_institution", "科研机构"),
    ("public_welfare_organization", "社会公益组织"),
    ("legal_service_institution", "法律服务机构"),
    ("other_organization", "其他"),
    ("total", "总计"),
)

MATRIX_BEFORE = (
    ("new_received", "一、本年新收政府信息公开申请数量"),
    ("carried_in", "二、上年结转政府信息公开申请数量"),
    ("disclosed", "三、本年度办理结果/（一）予以公开"),
    ("partially_disclosed", "三、本年度办理结果/（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("not_disclosed.state_secret", "三、本年度办理结果/（三）不予公开/1.属于国家秘密"),
    ("not_disclosed.prohibited_by_law", "三、本年度办理结果/（三）不予公开/2.其他法律行政法规禁止公开"),
    ("not_disclosed.security_and_stability", "三、本年度办理结果/（三）不予公开/3.危及“三安全一稳定”"),
    ("not_disclosed.third_party_rights", "三、本年度办理结果/（三）不予公开/4.保护第三方合法权益"),
    ("not_disclosed.internal_affairs", "三、本年度办理结果/（三）不予公开/5.属于三类内部事务信息"),
    ("not_disclosed.process_information", "三、本年度办理结果/（三）不予公开/6.属于四类过程性信息"),
    ("not_disclosed.enforcement_file", "三、本年度办理结果/（三）不予公开/7.属于行政执法案卷"),
    ("not_disclosed.inquiry_matter", "三、本年度办理结果/（三）不予公开/8.属于行政查询事项"),
    ("unable_to_provide.not_held", "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息"),
    ("unable_to_provide.requires_creation", "三、本年度办理结果/（四）无法提供/2.没有现成信息需要另行制作"),
    ("unable_to_provide.still_unclear", "三、本年度办理结果/（四）无法提供/3.补正后申请内容仍不明确"),
    ("not_processed.petition", "三、本年度办理结果/（五）不予处理/1.信访举报投诉类申请"),
    ("not_processed.repeat", "三、本年度办理结果/（五）不予处理/2.重复申请"),
    ("not_processed.publication", "三、本年度办理结果/（五）不予处理/3.要求提供公开出版物"),
    ("not_processed.excessive", "三、本年度办理结果/（五）不予处理/4.无正当理由大量反复申请"),
    ("not_processed.confirmation", "三、本年度办理结果/（五）不予处理/5.要求行政机关确认或重新出具已获取信息"),
)
MATRIX_AFTER = (
    ("total_handled", "三、本年度办理结果/（七）总计"),
    ("carried_out", "四、结转下年度继续办理"),
)
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

DISPUTES: Heads = (
    "",
    "",
    (
        ("upheld", "结果维持"),
        ("corrected", "结果纠正"),
        ("other", "其他结果"),
        ("pending", "尚未审结"),
        ("total", "总计"),
    ),
    (
        ("reconsideration", "行政复议"),
        ("litigation_direct", "行政诉讼/未经复议直接起诉"),
        ("litigation_after_reconsideration", "行政诉讼/复议后起诉"),
    ),
)

TITLES = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


def matrix(other_processing: tuple[tuple[str, str], ...]) -> Heads:
    return "", CORNER, APPLICANTS, (*MATRIX_BEFORE, *other_processing, *MATRIX_AFTER)


def declared(form: Form, table: str) -> tuple[Heads, ...]:
    """What the declaration says of a table, in the terms of the page."""
    return tuple(map(_heads, form.tables[table].blocks))


def _heads(block: Block) -> Heads:
    columns = tuple((column.id, column.label) for column in block.columns)
    return block.caption, block.corner, columns, tuple((row.id, "/".join(row.path)) for row in block.rows)


def sums_by_hand(form: Form) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Every relation that the form prints, worked out from rows and columns alone."""
    rows = [row.id for row, _ in form.tables["applications"].rows()]
    *parts, total = (identifier for identifier, _ in APPLICANTS)
    for row in rows:
        yield (
            f"row-sum:applications.{row}",
            tuple(f"applications.{row}.{part}" for part in parts),
            (f"applications.{row}.{total}",),
        )
    for column in (*parts, total):
        yield (
            f"column-sum:applications.{column}",
            tuple(f"applications.{row}.{column}" for row in rows[2:-2]),
            (f"applications.total_handled.{column}",),
        )
    for column in (*parts, total):
        yield (
            f"balance:applications.{column}",
            (f"applications.new_received.{column}", f"applications.carried_in.{column}"),
            (f"applications.total_handled.{column}", f"applications.carried_out.{column}"),
        )
    for group in ("reconsideration", "litigation_direct", "litigation_after_reconsideration"):
        results = tuple(f"disputes.{group}.{result}" for result in ("upheld", "corrected", "other", "pending"))
        yield f"dispute-sum:disputes.{group}", results, (f"disputes.{group}.total",)
