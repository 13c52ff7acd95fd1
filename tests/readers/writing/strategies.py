"""Any report of either form, for properties: every value a cell may hold, prose that looks like other things."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from giptui.form import FORMS, Kind
from giptui.report import Report, Value
from readers.writing.made import header

_POOL: dict[Kind, tuple[Value, ...]] = {
    Kind.COUNT: (0, 0, 1, 7, 30, 447228, 10**8 - 1, "", "", "/", "?"),
    Kind.AMOUNT: (
        0,
        Decimal("0.10"),
        Decimal("96171.6"),
        Decimal("59237.2450"),
        Decimal("18651.064100"),
        12,
        "",
        "/",
        "?",
    ),
    Kind.CHANGE: (0, 19, -3, "+19", "增10", "减3", "", "/", "?"),
    Kind.MONEY: (8040, Decimal("14.40"), "251000元", "1424.4万元", "", "/", "?"),
}

SENTENCES = (
    "全年主动公开政府信息412条，其中网站公开300条。",
    "（一）主动公开。按时更新栏目。",
    "（二）依申请公开。新收申请3件，结转下年度继续办理1件。",
    "一是加强学习；二是完善制度。",
    "1.属于国家秘密的，不予公开。",
    "2、其他处理1件。",
    "一、加强组织领导，二、强化培训。",
    "总体情况良好，存在的主要问题及改进情况如下：",
    "无",
    "本年度无行政复议、行政诉讼情况。",
    "2024 年，收到申请 3119 件，答复 3050 件（含上年度结转 34 件）。",
    "其他需要报告的事项：按规定未收取费用。",
    "“三、本年度办理结果”一栏为零。",
    "行政许可 12 件，行政处罚 3 件。",
    "第二十条第（一）项所列文件均已公开。",
    "规章、规范性文件的制发情况见下表：",
    "单位：件",
    "（此页无正文）",
)
_PARAGRAPH = st.sampled_from(SENTENCES) | st.text(
    "政府信息公开工作年度报告，、0123456789", min_size=8, max_size=60
).map(lambda text: f"我镇{text}。")
PROSE = st.lists(_PARAGRAPH, max_size=3).map("\n".join)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Title, organ and year as they follow from each other, everything else by chance."""
    form = draw(st.sampled_from([*FORMS.values()]))
    values: dict[str, Value] = {
        a: v for a, v in header(form).items() if a in ("report.title", "report.organ", "report.year")
    }
    random = Random(draw(st.integers(0, 10**6)))  # two hundred draws would take longer than what is tried with them
    values |= {
        address: random.randrange(10**5)
        if cell.kind is Kind.COUNT and random.random() < 0.3
        else random.choice(_POOL[cell.kind])
        for address, cell in form.cells.items()
    }
    values |= {address: draw(PROSE) for address in form.texts}
    # A line in brackets right below the title may be a part of it: nobody could tell.
    preface = str(values["preface.text"]).split("\n")
    values["preface.text"] = "\n".join(line for line in preface if line != "（此页无正文）")
    if draw(st.booleans()):
        values["report.written_at"] = draw(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))).replace(
            microsecond=0
        )
        values["report.published_on"] = draw(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
        values["report.source"] = draw(st.sampled_from(["", "青山县人民政府", "县政府办（研究室）"]))
        values["report.editor"] = draw(st.sampled_from(["", "张三", "石桥镇"]))
    if draw(st.booleans()):
        values["report.signature"] = "青山县石桥镇人民政府"
        values["report.signed_on"] = draw(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
    return Report(form, values, tuple(section.id for section in form.sections), imported=True)
