"""Whose numbers they are: the organ's own, or those of a body that is named before them."""

import re
from functools import lru_cache
from typing import Final

from giptui.claims.clauses import Clause
from giptui.claims.discourse import Setting

_BODY_ENDS: Final = frozenset("府局委厅镇乡街办处院所心队司校会区县市门")
_BODY: Final = (
    r"[一-鿿]{0,12}?(?:局|委员会|委|厅|镇|乡|街道|(?:省|市|县|区|州|旗|镇|乡)(?:人民)?政府|部门|办公室|办|处|院|所|中心|大队|公司|学校|管委会|区|县|市)"
    r"(?=共|累计|合计|总计|也|均|已|全年|牵头|负责|主办|统一|集中|直接|依法|先后|实际|[）)]?作出|$)"
)
_OWN: Final = "我本全各该"
_ITSELF: Final = (
    "[我本](?:[局委办厅院站所处队镇乡街区县市省]|中心|单位|机关|部门)(?:共|全年|累计|合计|直接|实际|本年度?)*$"
)
AND_ALL_BELOW: Final = "(?:政府|本级)(?:及其?|和|、|与)[^，,]{0,6}(?:部门|单位|乡镇|镇街|街道)"
_COUNTED: Final = frozenset(("topic", "flow", "outcome", "result", "applicant", "action", "number", "caseload", "off"))


def own(name: str, organ: str) -> bool:
    """Whether a name is the organ's own, in full or in short: 区市场监管局 of 某区市场监督管理局."""
    name, organ = name.replace("人民政府", "政府"), organ.replace("人民政府", "政府")
    name = re.sub("(?<=政府)(?:及其?|和|、|与).{0,4}(?:办公[室厅]|府办|办)$", "", name)  # 县政府及县政府办公室
    name = re.sub("(?<=[镇乡]政府)(?:党政|综合)*(?:办公室|办)$", "", name)  # 柳坝镇政府办公室
    levels = re.findall("[省县区州旗]|市(?!场|容|政(?!府))", organ)
    if levels and name and name[0] in "省市县区州旗" and name[0] != levels[-1] and not organ.startswith(name):
        return False  # 市水利局, of 某市某区水利局
    if name in organ or (organ and organ in name):
        return True
    rest = iter(organ)
    return len(name) > 2 and organ[-1:] == name[-1] and all(character in rest for character in name)


def another_body(setting: Setting, clause: Clause, part: str) -> str:
    """Whose numbers those of a clause are, and of what follows it in the sentence, if not the body's own."""
    first = next((token for token in clause.tokens if token.kind in _COUNTED), None)
    if first is None or first.kind == "result":  # 法院维持 2 件: who decided, not whose case it is
        return part
    prefix = setting.text[clause.start : first.start]
    if part.startswith("只说") and "part" not in clause.kinds and re.search(_ITSELF, prefix):
        return ""  # 市局收到 6 件，我局收到 4 件
    return part or other_than_own(setting, prefix)


def other_than_own(setting: Setting, prefix: str) -> str:
    """“市公安局受理…”: a body that is neither this one nor all of them."""
    if len(prefix) < 2 or _BODY_ENDS.isdisjoint(prefix):
        return ""
    known = setting.known
    for body in _bodies(prefix[-40:]):
        all_of_them = known.region and re.search(f"{AND_ALL_BELOW}$", body)
        if not (all_of_them or own(body, known.organ) or (body in ("学校", "医院") and body[0] in known.organ)):
            return f"只说{body}"
    return ""


@lru_cache(maxsize=512)  # reports share their phrases
def _bodies(prefix: str) -> tuple[str, ...]:
    """The bodies named there by a name of their own: not 我局, 全市."""
    prefix = re.sub("代表[^，,]{0,8}政府", "", re.split("[0-9]{4}年度?", prefix)[-1])  # 市政府办公室代表市政府受理
    named = re.findall(_BODY, prefix)
    return tuple(body for body in named if not any(mark in body for mark in _OWN))
