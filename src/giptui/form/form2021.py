"""The form of 2021: 国办公开办函〔2021〕30号, for the reports of 2021 onward. 10 + 175 + 15 cells, 42 identities."""

from __future__ import annotations

from typing import Final

from giptui.form.header import HEADER
from giptui.form.matrix import DISPUTES, RESULT_GROUP, applications, dispute_identities, matrix_identities, sections
from giptui.form.model import Block, Column, Form, Kind, Row, Shape, Table

_STOCK = (
    Column("issued", "本年制发件数"),
    Column("repealed", "本年废止件数"),
    Column("in_force", "现行有效件数"),
)
_DECISIONS = (Column("decisions", "本年处理决定数量"),)
_FEES = (Column("amount", "本年收费金额（单位：万元）", Kind.AMOUNT, unit="万元"),)

_DISCLOSURE = Table(
    "proactive_disclosure",
    Shape.BLOCKS,
    (
        Block(
            _STOCK,
            (
                Row(
                    "government_rules",
                    "规章",
                    note="只有依《立法法》第九十一条、第九十三条有规章制定权的机关才填；其他机关填“/”或 0。",
                ),
                Row("normative_documents", "行政规范性文件"),
            ),
            caption="第二十条第（一）项",
            corner="信息内容",
        ),
        Block(
            _DECISIONS,
            (Row("administrative_license", "行政许可"),),
            caption="第二十条第（五）项",
            corner="信息内容",
        ),
        Block(
            _DECISIONS,
            (Row("administrative_penalty", "行政处罚"), Row("administrative_compulsion", "行政强制")),
            caption="第二十条第（六）项",
            corner="信息内容",
        ),
        Block(
            _FEES,
            (
                Row(
                    "administrative_fees",
                    "行政事业性收费",
                    note="以万元为单位，至多六位小数。这不是政府信息公开信息处理费，后者写在第六部分。",
                ),
            ),
            caption="第二十条第（八）项",
            corner="信息内容",
        ),
    ),
)

_OTHER_PROCESSING = (
    Row(
        "other_processing.correction_overdue",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        (RESULT_GROUP, "（六）其他处理"),
    ),
    Row(
        "other_processing.fee_overdue",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        (RESULT_GROUP, "（六）其他处理"),
    ),
    Row("other_processing.misc", "3.其他", (RESULT_GROUP, "（六）其他处理")),
)

_APPLICATIONS = applications(_OTHER_PROCESSING)

FORM_2021: Final = Form(
    id="2021",
    document="国办公开办函〔2021〕30号",
    first_year=2021,
    last_year=None,
    header=HEADER,
    sections=sections(_DISCLOSURE, _APPLICATIONS),
    identities=(*matrix_identities(_APPLICATIONS), *dispute_identities(DISPUTES)),
)
