"""The form of 2019: 国办公开办函〔2019〕60号, for the reports of 2019 and 2020. 22 + 161 + 15 cells, 40 identities.

Sections three and four are those of 2021, but for one row （六）其他处理 in place of three. Section two is its own: it
counts items and their changes, and asks for an amount without naming a unit.
"""

from __future__ import annotations

from typing import Final

from giptui.form.header import HEADER
from giptui.form.matrix import DISPUTES, RESULT_GROUP, applications, dispute_identities, matrix_identities, sections
from giptui.form.model import Block, Column, Form, Kind, Row, Shape, Table

_DOCUMENTS = (
    Column("created", "本年新制作数量"),
    Column("newly_disclosed", "本年新公开数量"),
    Column("total_disclosed", "对外公开总数量"),
)
_ITEMS = (
    Column("prior_year_items", "上一年项目数量"),
    Column("change", "本年增/减", Kind.CHANGE),
)
_DECIDED = (*_ITEMS, Column("decisions", "处理决定数量"))
_PROCUREMENT = (
    Column("projects", "采购项目数量"),
    Column("amount", "采购总金额", Kind.MONEY, unit=""),
)

_DISCLOSURE = Table(
    "proactive_disclosure",
    Shape.BLOCKS,
    (
        Block(
            _DOCUMENTS,
            (
                Row(
                    "government_rules",
                    "规章",
                    note="只有依《立法法》有规章制定权的机关才填；其他机关填“/”或 0。",
                ),
                Row("normative_documents", "规范性文件"),
            ),
            caption="第二十条第（一）项",
            corner="信息内容",
        ),
        Block(
            _DECIDED,
            (Row("administrative_license", "行政许可"), Row("other_services", "其他对外管理服务事项")),
            caption="第二十条第（五）项",
            corner="信息内容",
        ),
        Block(
            _DECIDED,
            (Row("administrative_penalty", "行政处罚"), Row("administrative_compulsion", "行政强制")),
            caption="第二十条第（六）项",
            corner="信息内容",
        ),
        Block(
            _ITEMS,
            (Row("administrative_fees", "行政事业性收费", note="收费项目的数量，不是金额。"),),
            caption="第二十条第（八）项",
            corner="信息内容",
        ),
        Block(
            _PROCUREMENT,
            (Row("central_procurement", "政府集中采购", note="格式没有规定金额的单位，数后面最好写明元或万元。"),),
            caption="第二十条第（九）项",
            corner="信息内容",
        ),
    ),
)

_APPLICATIONS = applications((Row("other_processing", "（六）其他处理", (RESULT_GROUP,)),))

FORM_2019: Final = Form(
    id="2019",
    document="国办公开办函〔2019〕60号",
    first_year=2019,
    last_year=2020,
    header=HEADER,
    sections=sections(_DISCLOSURE, _APPLICATIONS),
    identities=(*matrix_identities(_APPLICATIONS), *dispute_identities(DISPUTES)),
)
