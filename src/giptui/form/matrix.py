"""What the versions of the form share: six sections, most of the application matrix, section four, their sums."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from giptui.form.model import Block, Column, Identity, Row, Section, Shape, Table

_APPLICANT = "申请人情况"
_ORGANIZATION = "法人或其他组织"

APPLICANTS: Final = (
    Column("natural_person", "自然人", over=(_APPLICANT,)),
    Column("commercial_enterprise", "商业\n企业", over=(_APPLICANT, _ORGANIZATION)),
    Column("research_institution", "科研\n机构", over=(_APPLICANT, _ORGANIZATION)),
    Column("public_welfare_organization", "社会公益组织", over=(_APPLICANT, _ORGANIZATION), narrow="社会\n公益\n组织"),
    Column("legal_service_institution", "法律服务机构", over=(_APPLICANT, _ORGANIZATION), narrow="法律\n服务\n机构"),
    Column("other_organization", "其他", over=(_APPLICANT, _ORGANIZATION)),
    Column("total", "总计", over=(_APPLICANT,)),
)

RESULT_GROUP: Final = "三、本年度办理结果"


def _grouped(group: str, *rows: tuple[str, str]) -> tuple[Row, ...]:
    return tuple(Row(identifier, label, (RESULT_GROUP, group)) for identifier, label in rows)


def applications(other_processing: tuple[Row, ...]) -> Table:
    """The table of section three; only the rows of （六）其他处理 differ between the versions."""
    corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    return Table("applications", Shape.MATRIX, (Block(APPLICANTS, _application_rows(other_processing), corner=corner),))


def _application_rows(other_processing: tuple[Row, ...]) -> tuple[Row, ...]:
    return (
        Row("new_received", "一、本年新收政府信息公开申请数量"),
        Row("carried_in", "二、上年结转政府信息公开申请数量", note="应等于上一年度报告的“四、结转下年度继续办理”。"),
        Row("disclosed", "（一）予以公开", (RESULT_GROUP,)),
        Row("partially_disclosed", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", (RESULT_GROUP,)),
        *_grouped(
            "（三）不予公开",
            ("not_disclosed.state_secret", "1.属于国家秘密"),
            ("not_disclosed.prohibited_by_law", "2.其他法律行政法规禁止公开"),
            ("not_disclosed.security_and_stability", "3.危及“三安全一稳定”"),
            ("not_disclosed.third_party_rights", "4.保护第三方合法权益"),
            ("not_disclosed.internal_affairs", "5.属于三类内部事务信息"),
            ("not_disclosed.process_information", "6.属于四类过程性信息"),
            ("not_disclosed.enforcement_file", "7.属于行政执法案卷"),
            ("not_disclosed.inquiry_matter", "8.属于行政查询事项"),
        ),
        *_grouped(
            "（四）无法提供",
            ("unable_to_provide.not_held", "1.本机关不掌握相关政府信息"),
            ("unable_to_provide.requires_creation", "2.没有现成信息需要另行制作"),
            ("unable_to_provide.still_unclear", "3.补正后申请内容仍不明确"),
        ),
        *_grouped(
            "（五）不予处理",
            ("not_processed.petition", "1.信访举报投诉类申请"),
            ("not_processed.repeat", "2.重复申请"),
            ("not_processed.publication", "3.要求提供公开出版物"),
            ("not_processed.excessive", "4.无正当理由大量反复申请"),
            ("not_processed.confirmation", "5.要求行政机关确认或重新出具已获取信息"),
        ),
        *other_processing,
        Row("total_handled", "（七）总计", (RESULT_GROUP,)),
        Row("carried_out", "四、结转下年度继续办理", note="应等于下一年度报告的“二、上年结转政府信息公开申请数量”。"),
    )


def row_sums(table: Table, rule: str) -> Iterator[Identity]:
    """Each row: the columns before the last add up to the last."""
    for row, columns in table.rows():
        line = f"{table.id}.{row.id}"
        *parts, total = (f"{line}.{column.id}" for column in columns)
        yield Identity(rule, line, tuple(parts), (total,))


def matrix_identities(table: Table) -> Iterator[Identity]:
    """Row sums, column sums and the balance that the form prints: 一 + 二 = （七） + 四."""
    yield from row_sums(table, "row-sum")
    results = [row.id for row, _ in table.rows() if row.groups and row.id != "total_handled"]
    columns = table.blocks[0].columns
    for column in columns:
        details = tuple(f"{table.id}.{row}.{column.id}" for row in results)
        yield Identity("column-sum", f"{table.id}.{column.id}", details, (f"{table.id}.total_handled.{column.id}",))
    for column in columns:
        yield Identity(
            "balance",
            f"{table.id}.{column.id}",
            (f"{table.id}.new_received.{column.id}", f"{table.id}.carried_in.{column.id}"),
            (f"{table.id}.total_handled.{column.id}", f"{table.id}.carried_out.{column.id}"),
        )


DISPUTES: Final = Table(
    "disputes",
    Shape.WIDE,
    (
        Block(
            (
                Column("upheld", "结果\n维持"),
                Column("corrected", "结果\n纠正"),
                Column("other", "其他\n结果"),
                Column("pending", "尚未\n审结"),
                Column("total", "总计"),
            ),
            (
                Row("reconsideration", "行政复议", unbroken=("upheld",)),
                Row("litigation_direct", "未经复议直接起诉", ("行政诉讼",)),
                Row("litigation_after_reconsideration", "复议后起诉", ("行政诉讼",)),
            ),
        ),
    ),
)


def dispute_identities(table: Table) -> Iterator[Identity]:
    """Each group of section four: 维持 + 纠正 + 其他 + 尚未审结 = 总计."""
    return row_sums(table, "dispute-sum")


def sections(disclosure: Table, applications: Table) -> tuple[Section, ...]:
    """The six sections with the version's own tables of section two and three."""
    return (
        Section("overview", 1, "一、总体情况", "总体情况"),
        Section("proactive_disclosure", 2, "二、主动公开政府信息情况", "主动公开", disclosure),
        Section("applications", 3, "三、收到和处理政府信息公开申请情况", "申请办理", applications),
        Section("disputes", 4, "四、政府信息公开行政复议、行政诉讼情况", "复议诉讼", DISPUTES),
        Section("problems_and_improvements", 5, "五、存在的主要问题及改进情况", "问题改进"),
        Section("other_matters", 6, "六、其他需要报告的事项", "其他事项"),
    )
