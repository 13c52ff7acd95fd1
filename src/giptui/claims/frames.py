"""A claim's words → the slots that they fill. Only who shows a claim, or doubts one, asks for them."""

import re
from typing import Final, NamedTuple

from giptui.claims.claim import Words
from giptui.claims.comparable import slot
from giptui.claims.lexicon import ROWS

SLOTS: Final = {
    "body": "机关",
    "when": "时间",
    "channel": "方式",
    "matter": "内容",
    "action": "动作",
    "object": "对象",
    "outcome": "结果",
    "hedge": "保留",
}
"""The slots of a frame, as they are called on screen."""
_SLOTS: Final = {
    **dict.fromkeys(("before", "this", "next", "year", "spanning"), "when"),
    **dict.fromkeys(("flow", "action", "caseload"), "action"),
    **dict.fromkeys(("outcome", "result", "applicant"), "outcome"),
    **dict.fromkeys(("part", "region"), "body"),
    **dict.fromkeys(("off", "plain", "qualifier"), "matter"),
    "topic": "object",
    "method": "channel",
    "hedge": "hedge",
}
"""Kind of word → the slot that it fills."""


class Frame(NamedTuple):
    """The words that fill each slot of a number's clause, those inherited from what governs it included."""

    body: str = ""  # whose number it is, if a body is named
    when: str = ""
    channel: str = ""  # 网上, 信函
    matter: str = ""  # 征地, or what else the words say that the tables do not know
    action: str = ""  # 收到, 答复, 制定
    object: str = ""  # 申请, 行政复议, 规范性文件
    outcome: str = ""  # an outcome, a result, a kind of applicant
    hedge: str = ""  # 基本, 暂, 目前: not said without reserve

    @property
    def year(self) -> int | None:
        """The latest year that is named; None if none is."""
        return max(map(int, re.findall("[0-9]{4}", self.when)), default=None)


def framed(said: Words) -> Frame:
    """The slots, filled by the words from the number before to the claim's end, and by what governs the clause."""
    text, clause, skipped = said.text, said.clause, said.skipped
    numbers = (clause.tokens[index] for index in clause.numbers)
    begin = max((number.end for number in numbers if number.end <= said.start), default=clause.start)
    filled: dict[str, str] = {}
    for token in clause.tokens:
        if begin <= token.start < said.end and (name := _SLOTS.get(token.kind)):
            word = text[token.start : token.end]
            filled[name] = f"{filled[name]} {word}" if name in filled else word
    if "hedge" in clause.kinds:
        filled.setdefault("hedge", "有")
    if said.years:
        filled["when"] = "、".join(f"{year}年" for year in sorted(said.years))
    if "object" not in filled and said.topic not in ("", "off"):
        filled["object"] = f"〔{_word(said.topic)}〕"
    if skipped and (foreign := slot(skipped)) in ("body", "matter", "channel") and foreign not in filled:
        filled[foreign] = (
            skipped.removeprefix("只说").removeprefix("其中的一部分").removeprefix("一种申请方式").strip("（）")
        )
    return Frame(**filled)


def _word(topic: str) -> str:
    """What a topic is called: the first of its words."""
    words = {row.value: row.words[0] for row in ROWS if row.kind == "topic"}
    return "、".join(words.get(each, each) for each in topic.split("+"))
