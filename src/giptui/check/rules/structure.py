"""The report as a whole: are its six sections there, and is something in them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.rule import rule
from giptui.report import Report

_NOTHING: Final = (
    r"(?:本年度|本机关|本单位|我[局委办镇乡县市区])*(?:暂)?(?:无|没有)"
    r"(?:其他|其它)?(?:需要?|应)?(?:报告|说明)?的?(?:事项|情况)?[。．.]?"
)


@rule("section-missing", "缺少部分", Severity.ERROR)
def section_missing(report: Report) -> Iterator[Finding]:
    """查什么：报告的六个部分是否齐全。
    为什么：年度报告的内容由《政府信息公开条例》第五十条规定，格式由国务院办公厅统一（国办公开办函〔2021〕30号），六个部分都要有。
    怎么改：补上缺少的部分；没有内容的也要保留标题并写明，表格填 0。
    不管什么：有标题而没有内容的（见 section-empty、blank-cells）；标题的写法。
    """
    for section in report.form.sections:
        if not report.has(section.id):
            table = "和表格" if section.table else ""
            message = f"缺少{words.part(section)}“{section.title}”，六个部分都要有；请补上标题{table}"
            yield Finding("section-missing", Severity.ERROR, message, (section.texts[0],))


@rule("section-empty", "部分没有内容", Severity.WARNING, needs="FN")
def section_empty(report: Report) -> Iterator[Finding]:
    """查什么：第一部分空着或只写“无”（错误）；第五部分空着或只写“无”（警告）；第六部分空着或只写“无”（提示）。
    为什么：总体情况、存在的主要问题及改进情况是必须报告的内容（《政府信息公开条例》第五十条）；第六部分要写收取信息处理费等情况。
    怎么改：写上实际情况；第六部分没有其他事项的，至少写明是否收取信息处理费。
    不管什么：第二至第四部分的文字，有表格即可；整个部分都缺的（见 section-missing）。
    """
    for section_id, severity in (
        ("overview", Severity.ERROR),
        ("problems_and_improvements", Severity.WARNING),
        ("other_matters", Severity.INFO),
    ):
        section = report.form.section(section_id)
        paragraphs = report.paragraphs(section.texts[0])
        if not report.has(section_id) or not all(map(_says_nothing, paragraphs)):
            continue
        what = f"只写了{words.quoted(paragraphs[0])}" if paragraphs else "没有内容"
        message = f"{words.part(section)}“{section.title}”：{what}，请写明实际情况"
        yield Finding("section-empty", severity, message, section.texts[:1])


def _says_nothing(paragraph: str) -> bool:
    """Whether the paragraph is no more than “无”, however it is put."""
    return (
        len(paragraph) < 30 and ("无" in paragraph or "没有" in paragraph) and bool(re.fullmatch(_NOTHING, paragraph))
    )
