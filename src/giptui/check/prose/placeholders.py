"""What a template leaves behind where a number or a name should stand. Loaded only for prose that can hold some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from giptui.check import words
from giptui.check.finding import Severity
from giptui.check.prose.periods import paragraph_at, sentence_at

_MOST: Final = 500  # places looked at, so that no text takes long
# Before XX a surname makes an anonymous person: 李XX. Those that also end a verb or a noun (于, 高, 金) are left out.
_SURNAMES: Final = (
    "李王张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑梁谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏"
    "蒋蔡贾魏薛叶阎潘杜夏钟汪田姜范姚谭廖邹熊陆郝崔邱秦顾侯邵孟龙黎"
)
# Runs are possessive, so no text takes long.
_LEFT: Final = rf"""(?x)(?P<hint>[（(]\s*文字描述\s*[）)])
      | (?:20)?
        (?P<blank> (?<![A-Za-z/.=_＿-]) [_＿]{{2,}}+ (?![A-Za-z0-9/=-])
                 | (?<![A-Za-zＸｘ×/._=&?%-]) (?<![{_SURNAMES}人民某]) [XxＸｘ×]{{2,}}+ (?![A-Za-z/_=&]) )
        (?P<unit>\s?(?:年(?![龄纪级轻])|月|日(?!前)|件|条|次(?![子日])|份|万|元|%|％|篇|期(?!间)|场|个(?!人)))?
        (?P<organ>省|市(?!民)|县|区|镇|乡(?!邻)|街道|局|委(?!托)|办(?!理)|厅)?
        (?P<thing>制度|平台|网站|公众号|栏目|专栏|文件|通知|会议|活动|工作|领域|办法|方案)?
"""
# One X in the place of a number, a month or a day. 3×5 and 页数×份数 are products, 李×件 a person's, 1+X件 a slogan.
_LONE: Final = rf"""(?x)
        (?<= [一-龥，,：:；;（(] ) (?<! [{_SURNAMES}人民某第元页价量额数率费乘] ) \s? [XxＸｘ×] \s?
        (?: 件(?![数套事])|条(?![例款文线形码数])|篇(?![幅章数])|份(?![额数])|次(?![子日数方])
          | 期(?![间刊数限])|场(?![景所地次数])|项(?![目数]) )
      | (?P<day> [0-9０-９]{{4}} \s? 年 \s? (?: [XxＸｘ×] \s? 月 (?: \s? (?:[XxＸｘ×]|[0-9０-９]{{1,2}}) \s? 日 )?
                                      | [0-9０-９]{{1,2}} \s? 月 \s? [XxＸｘ×] \s? 日 ) )
"""
# A blank in the place of a number, behind what is usually counted. 申请 条例 and 公开 件数 go on without a stop.
# What a template says to whoever fills it in, in brackets, and how it wants to be set.
_IN: Final = r"[^（）()【】〔〕\[\]《\n0-9]"
_NOTE: Final = rf"""(?x)
        [（(【\[〔] (?!{_IN}{{0,60}}(?:申请表|《))
        (?: {_IN}{{0,40}}?
            (?: (?:按照?|据|结合|如|依){_IN}{{0,8}}实际?{_IN}{{0,8}}
                (?:填写|填报|填入|填列|(?:修改|调整|增减|补充|描述|撰写|表述)(?=[）)】\]〕。]))
              | 请{_IN}{{0,12}}(?:填写|填报|填入|补充|修改|增减|删除|描述)
              | (?:自行|可)(?:填写|增减|删减|修改|补充)
              | (?:没有|如无|若无|无){_IN}{{0,6}}(?:可|请|则)?(?:删除|删去|不填|不写)
              | (?:宋体|仿宋|黑体|楷体){_IN}{{0,16}}(?:号|加粗) | 加粗{_IN}{{0,10}}号 )
          | (?:此处|这里|本处)?(?:填写|填报|填入)(?!提交){_IN}{{0,10}} )
        {_IN}{{0,40}} [）)】\]〕]
      | 请(?:各单位|各部门)?(?:根据|按照?|结合)[^，,。；\n]{{0,8}}实际(?:情况)?(?:如实)?
        (?:填写|填报|修改|增减|补充)(?!申请|《)
"""
_UNIT: Final = "年(?![龄纪级轻])|月|日(?!前)|件(?!套)|条(?!例)|次(?!子)|份|万[元条]|篇|项目?|期(?!间)|场|起"
# Stars, circles or empty brackets for a number. 138****1234 is a number kept back, 李** a person.
_STARS: Final = rf"""(?x)
        (?<! [0-9０-９*＊A-Za-z@{_SURNAMES}某] ) [*＊]{{2,6}} (?= \s?(?:{_UNIT}|[省市县区镇乡局]) )
      | (?<! [0-9〇○零一二三四五六七八九十●] ) [○〇●]{{2,4}} (?= \s?(?:{_UNIT}|[省市县区镇乡局]) )
      | (?<= [一-龥，,：:；;] ) (?<! [{_SURNAMES}某款条项] )
        (?:（[\s　]{{0,6}}）|\([\s　]{{0,6}}\)) (?= \s?(?:{_UNIT}) )
"""
_COUNTED: Final = (
    "信息|解读|公告|动态|文件|消息|稿件|简报|图解|视频|留言|(?<!依)申请|(?<!依申请)公开"
    "|发布|收到|受理|答复|办结|推送|转载|印发"
)
_BLANK: Final = rf"(?:{_COUNTED})(?P<gap>[^\S\n]{{1,12}})[件条篇份次期场](?=[，,。；;、）)])"
_COUNTING: Final = "公开|发布|推送|转载|印发|收到|受理|接收|答复|办结|累计|共"
_SPACED: Final = r"[一-龥][^\S\n]{1,12}[一-龥]"
_NONE: Final = r"无|没有|未"


def placeholders(text: str, heading: bool) -> Iterator[tuple[str, Severity]]:
    """The placeholders in a text, as they are to be quoted, and how surely each is one."""
    for match in islice(re.finditer(_LEFT, text), _MOST):
        if severity := _weight(match, text, heading):
            yield _context(match, text), severity
    for match in islice(re.finditer(_LONE, text), _MOST):
        if not (match["day"] and "某" in sentence_at(text, match.start())):  # a case reported without names and days
            yield match[0].strip(), Severity.ERROR
    for match in islice(re.finditer(_NOTE, text), _MOST):
        yield words.clipped(match[0], 30), Severity.ERROR
    for match in islice(re.finditer(_STARS, text), _MOST):
        yield text[match.start() : match.end() + 1], Severity.ERROR
    for match in islice(re.finditer(_BLANK, text), _MOST):
        if _is_unfilled(match, text):
            yield match[0], Severity.ERROR


def _is_unfilled(match: re.Match[str], text: str) -> bool:
    """Whether a number should stand in the blank; a page of PDF has blanks inside words too: 无依申请公开 件."""
    paragraph = paragraph_at(text, match.start())
    others, blanks = re.subn(_BLANK, "", paragraph)
    clause = re.split("[，,。；;：:\n]", text[max(0, match.start() - 40) : match.start()])[-1]
    if re.search(_SPACED, others) or re.search(_NONE, clause):
        return False
    return blanks > 1 or len(match["gap"]) > 1 or re.search(_COUNTING, clause) is not None


def _weight(match: re.Match[str], text: str, heading: bool) -> Severity | None:
    """How surely this is a placeholder; None if it can be a person's name made anonymous."""
    blank = match["blank"]
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    bracketed = around in ("（）", "()", "【】", "[]", "〔〕", "［］")
    if match["hint"] or heading or match["unit"] or (bracketed and "×" not in blank):
        return Severity.ERROR
    if blank[0] in "_＿" or ((match["organ"] or match["thing"]) and "×" not in blank):
        return Severity.WARNING
    return None


def _context(match: re.Match[str], text: str) -> str:
    """The placeholder; where it says nothing by itself, with what stands around it."""
    around = 0 if match["hint"] or match["unit"] or match["organ"] or match["thing"] else 4
    return words.clipped(text[max(0, match.start() - around) : match.end() + around].replace("\n", " "))
