"""What is possible by arithmetic, but hardly in law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.rule import rule
from giptui.form import LEVELS
from giptui.report import Report, is_count, level_of, show

_NEVER: Final = ("county_government", "county_department", "township", "subdistrict")
_RARELY: Final = ("provincial_department", "prefecture_department", "development_zone", "authorized_organization")


@rule("rule-making-power", "规章制定权", Severity.ERROR, needs="FGN")
def rule_making_power(report: Report) -> Iterator[Finding]:
    """查什么：没有规章制定权的机关，在第二部分表格“规章”一行填了大于 0 的数。
    为什么：规章只能由国务院部门、省级政府和设区的市、自治州政府等制定（《立法法》第九十一条、第九十三条）；县级及以下机关、地方部门没有这项权力。
    怎么改：规章一行填“/”或 0；发文属于行政规范性文件的，填到下一行；内部规章制度不填。
    不管什么：有规章制定权的机关；东莞、中山、嘉峪关、儋州；层级只是按名称推断的，只作提示。
    """
    cells = [cell for cell in report.form.cells.values() if cell.row.id == "government_rules"]
    filled = [cell for cell in cells if is_count(report[cell.address]) and report[cell.address]]
    level, guessed = level_of(report)
    if not filled or level is None or level not in (*_NEVER, *_RARELY):
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
