"""What has a row of its own in sections two and four: documents, decisions and fees, disputes and their results."""

import re
from typing import Final

from giptui.claims.discourse import CASELOAD, JOINING, joined
from giptui.claims.gaps import A_PART
from giptui.claims.metrics import DISPUTES, DOCUMENTS, FEE
from giptui.claims.subject import PUBLISHED, Said, Subject

_CARRYING_ON: Final = (*JOINING, "topic", "among")  # “制定规章 1 件、规范性文件 8 件”: nothing new is said to be done
_AND_OTHERS: Final = ("和其他", "及其他", "、其他", "等文件")
_AS_A_PARTY: Final = (
    "(?:(?!复议|承办|审理|为被申请).)*[办处]理了?(?:(?:因|由)[^，,]*公开"
    "|[^，,]*公开[^，,]*复议(?:案件)?[0-9]+[件起宗][、，和及](?:行政)?诉讼)"
)
"""Disputes of one's own: 办理因政府信息公开引发的行政复议 3 件; 办理政府信息公开行政复议 3 件、行政诉讼 2 件."""
_RECEIVED: Final = ("收到", "接到", "新增", "新收到", "收悉")
_DECIDED: Final = "(?:本年)?(?:处理)?决定(?!书)(?:数量?|件数)?|(?:总|金|总金)额"  # the form's own words
_PUBLISHED: Final = "类?的?(?:信息|事项|项目|公示|结果|目录|清单|职权)"
UNDECIDED: Final = "没有写明是制发、废止还是现行有效"


def document(said: Said) -> Subject:
    """制定规范性文件 3 件; what is done with them named here or before."""
    tokens, topics, text, context = said
    names = tuple(token.value for token in topics if token.value in DOCUMENTS) or (context.about.topic,)
    used = [token for token in tokens if token.kind == "action"] + list(topics)
    first, last = min(token.start for token in used), max(token.end for token in used)
    actions = dict.fromkeys(token.value for token in tokens if token.kind == "action")
    if "public" in actions and ("issued" in actions or ("废止" in text and "有效" in text)):
        # 发布 8 件，废止 0 件，现行有效 30 件
        actions = {"issued" if each == "public" else each: None for each in actions}
    if not actions and context.about.action and all(token.kind in _CARRYING_ON for token in tokens):
        actions = {context.about.action: None}
    if not actions:
        return Subject((), first, last, UNDECIDED)
    if "in_force" in actions:
        actions.pop("public", None)  # 对外公开现行有效规范性文件 15 件
    papers = context.listing and not topics and "文件" in text[last : last + 4]  # 其中规范性文件 2 件，废止文件 6 件
    together = papers or len(actions) > 1 or text.startswith(_AND_OTHERS, last)
    if together or not actions.keys() <= {"issued", "repealed", "in_force", "published", "total"}:
        return Subject((), first, last, "公开、清理、修改、转发的件数不等于制发的件数")
    (action,) = actions
    metrics = tuple(f"{name}.{action}" for name in names)
    if action != "issued" and context.about.cleaning:
        return Subject(metrics, first, last, "说的是清理")
    return Subject(metrics, first, last)


def case(said: Said) -> Subject:
    """行政复议, 行政诉讼, and the rows of section two other than documents."""
    tokens, topics, text, _ = said
    metrics = tuple(dict.fromkeys(name for token in topics for name in token.value.split("+")))
    first, last = topics[0].start, topics[-1].end
    if metrics == ("litigation",):  # 未经复议直接起诉的行政诉讼
        metrics = next(((t.value,) for t in tokens if t.kind == "topic" and t.value.startswith("litigation_")), metrics)
    if metrics[0] in DISPUTES:
        done = [t for t in tokens if t.kind in ("flow", "caseload") and text[t.start : t.end] not in _RECEIVED]
        heard = any(t.kind == "caseload" or not re.match("因[^，,]*公开", text[t.end : first]) for t in done)
        return Subject(metrics, first, last, CASELOAD if heard and not re.match(_AS_A_PARTY, text) else "")
    if metrics != (FEE,):
        if text[:first].endswith(("类", "的", "不予", "免予", "涉企", "当场", "从轻", "减轻")):
            return Subject(metrics, first, last, A_PART)  # 种子经营类行政许可, 不予行政处罚
        if decided := re.match(_DECIDED, text[last : last + 8]):
            return Subject(metrics, first, last + decided.end())
        if re.match(_PUBLISHED, text[last : last + 4]):  # 无行政强制事项
            return Subject(metrics, first, last, PUBLISHED)
    return Subject(metrics, first, last)


def result(said: Said) -> Subject | None:
    """维持, 纠正 …: of the dispute named here or before."""
    tokens, topics, text, context = said
    results = joined(tokens, "result")
    named = [token.value for token in topics if token.value.split("+")[0] in DISPUTES]
    about = "+".join(named) or context.about.topic
    whole = context.lists.open.whole
    nothing = any(each.kind == "none" and each.metric == about for each in context.lists.addends)
    if nothing and not named and whole is not None and whole.metric in DISPUTES:
        about = whole.metric  # 行政复议 5 件、行政诉讼 0 件，其中 2 件维持
    both = not named and about.startswith("litigation_") and "直接" in text and "复议后" in text
    if both and ((whole := context.lists.open.whole) is None or whole.metric != about):
        about = "litigation"  # of the line named last, or of both: “…直接起诉 3 件、复议后起诉 2 件，未审结 1 件”
    if about.split("+")[0] not in DISPUTES:
        why = context.about.reason
        return Subject((), results[0].start, results[-1].end, why) if context.about.topic == "off" else None
    if context.about.reason and not named:
        return Subject((), results[0].start, results[-1].end, context.about.reason)
    hearing = topics and text[results[0].start : topics[-1].start].startswith("审结")  # 审结行政复议 3 件
    if hearing or any(token.kind == "caseload" for token in tokens):
        return Subject((), results[0].start, results[-1].end, CASELOAD)
    metrics = tuple(f"{one}.{result.value}" for one in about.split("+") for result in results)
    return Subject(metrics, results[0].start, results[-1].end)
