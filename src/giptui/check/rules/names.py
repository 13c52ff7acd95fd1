"""Years and names: the title's year, what a template has left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from giptui.check import words
from giptui.check.finding import Change, Finding, Severity
from giptui.check.rule import rule
from giptui.form import Kind
from giptui.report import Report, fits

_YEAR: Final = re.compile(r"([0-9０-９]{4}|[〇○零一二三四五六七八九]{4})\s*年")
_DIGITS: Final = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "0123456789000123456789")

_HEADINGS: Final = ("report.title", "report.organ", "report.signature")
# Before XX a surname makes an anonymous person: 李XX. Those that also end a verb or a noun (于, 高, 金) are left out.
_SURNAMES: Final = (
    "李王张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑梁谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏"
    "蒋蔡贾魏薛叶阎潘杜夏钟汪田姜范姚谭廖邹熊陆郝崔邱秦顾侯邵孟龙黎"
)
# Nearly every text has none of these, and is done; then the pattern is not even compiled.
_SUSPECT: Final = ("__", "＿＿", "XX", "xx", "ＸＸ", "ｘｘ", "××", "文字描述")
# Runs are possessive, so no text takes long.
_LEFT: Final = rf"""(?x)(?P<hint>[（(]\s*文字描述\s*[）)])
      | (?:20)?
        (?P<blank> (?<![A-Za-z/.=_＿-]) [_＿]{{2,}}+ (?![A-Za-z0-9/=-])
                 | (?<![A-Za-zＸｘ×{_SURNAMES}]) [XxＸｘ×]{{2,}}+ (?![A-Za-z]) )
        (?P<unit>\s?(?:年(?![龄纪级轻])|月|日(?!前)|件|条|次(?![子日])|份|万|元|%|％|篇|期(?!间)|场|个(?!人)))?
        (?P<organ>省|市(?!民)|县|区|镇|乡(?!邻)|街道|局|委(?!托)|办(?!理)|厅)?
"""


@rule("year-mismatch", "年度不一致", Severity.ERROR)
def year_mismatch(report: Report) -> Iterator[Finding]:
    """查什么：标题里的年份与报告年度应当一致。
    为什么：年度报告逐年公布（《政府信息公开条例》第四十九条），多半是沿用上年文件时漏改了一处。
    怎么改：看清报告说的是哪一年，改错的那一处。
    不管什么：报告年度没有填或写错格式的（见 wrong-type）；标题没有写年份，只作提示。
    """
    title = report.line("title")
    written = [match[1] for match in _YEAR.finditer(title)]
    years = {int(year.translate(_DIGITS)) for year in written}
    if not years:
        what = "没有写年份" if title else "没有填写"
        yield Finding("year-mismatch", Severity.INFO, f"标题{what}", ("report.title",))
    elif report.year is not None and fits(report.year, Kind.YEAR) and report.year not in years:
        stated = words.clipped("、".join(str(year) for year in sorted(years)))
        message = f"标题写的是 {stated} 年，报告年度填的是 {report.year}，两处应当一致"
        alternatives: tuple[tuple[Change, ...], ...] = ()
        if len(written) == 1:
            retitled = title.replace(written[0], str(report.year), 1)
            alternatives = (
                (Change("report.year", report.year, *years),),
                (Change("report.title", title, retitled),),
            )
        cells = ("report.title", "report.year")
        yield Finding("year-mismatch", Severity.ERROR, message, cells, alternatives=alternatives)


@rule("placeholder-left", "模板文字未替换", Severity.ERROR, needs="FN")
def placeholder_left(report: Report) -> Iterator[Finding]:
    """查什么：标题、落款和各部分文字里留下的模板占位：“（文字描述）”、下划线空格、XX 件、XX 镇等。
    为什么：公布出去的报告里留着占位，说明这一处没有填写。
    怎么改：填上实际内容，没有的话删去这一句。
    不管什么：李XX、××× 等隐去的人名；网址、邮箱和文件名里的下划线。
    """
    for address in (*_HEADINGS, *report.form.texts):
        text = str(report[address])
        if not any(mark in text for mark in _SUSPECT):
            continue
        found: dict[str, Severity] = {}
        for match in re.finditer(_LEFT, text):
            if severity := _weight(match, text, address in _HEADINGS):
                found.setdefault(_context(match, text), severity)
        if found:
            left = words.several([f"“{context}”" for context in found], unit="处").replace("”；“", "”、“")
            message = f"{words.text(report.form, address)}：还留着模板里的{left}，请填上实际内容"
            yield Finding("placeholder-left", max(found.values()), message, (address,))


def _weight(match: re.Match[str], text: str, heading: bool) -> Severity | None:
    """How surely this is a placeholder; None if it can be a person's name made anonymous."""
    blank = match["blank"]
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    bracketed = around in ("（）", "()", "【】", "[]")
    if match["hint"] or heading or match["unit"] or (bracketed and "×" not in blank):
        return Severity.ERROR
    if blank[0] in "_＿" or (match["organ"] and "×" not in blank):
        return Severity.WARNING
    return None


def _context(match: re.Match[str], text: str) -> str:
    """The placeholder; where it says nothing by itself, with what stands around it."""
    around = 0 if match["hint"] or match["unit"] or match["organ"] else 4
    return words.clipped(text[max(0, match.start() - around) : match.end() + around].replace("\n", " "))
