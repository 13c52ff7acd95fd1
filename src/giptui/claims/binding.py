"""Binding: action × object × outcome → metric. What the words around a number are about, or why not to compare."""

import re
from collections.abc import Sequence
from typing import Final

from giptui.claims.comparable import ONE_WAY, narrows
from giptui.claims.discourse import CASELOAD, JOINING, Discourse, joined
from giptui.claims.flows import UNNAMED, Subject, flow
from giptui.claims.gaps import A_PART, narrowed, unfilled
from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.metrics import DISPUTES, DOCUMENTS, FEE, family
from giptui.claims.tokens import Token

_CARRYING_ON: Final = (*JOINING, "topic", "among")  # “制定规章 1 件、规范性文件 8 件”: nothing new is said to be done
_AND_OTHERS: Final = ("和其他", "及其他", "、其他", "等文件")
_USED: Final = (*JOINING, "topic", "flow", "outcome", "result", "applicant", "before", "next", "year", "respectively")
_COUNTED: Final = "(?:的|数|为|共|总数)*[0-9０-９]{1,6}[件宗]"
_AS_A_PARTY: Final = (
    "(?:(?!复议|承办|审理|为被申请).)*[办处]理了?(?:(?:因|由)[^，,]*公开"
    "|[^，,]*公开[^，,]*复议(?:案件)?[0-9]+[件起宗][、，和及](?:行政)?诉讼)"
)
"""Disputes of one's own: 办理因政府信息公开引发的行政复议 3 件; 办理政府信息公开行政复议 3 件、行政诉讼 2 件."""
_APPLYING: Final = ("people", "topic", "among", "filler", "and", "each")
_RECEIVED: Final = ("收到", "接到", "新增", "新收到", "收悉")
_PEOPLE: Final = {
    **dict.fromkeys(("公民", "个人", "群众", "市民", "村民"), "natural_person"),
    **dict.fromkeys(("法人", "单位"), "organizations"),
    "企业": "commercial_enterprise",
}
_SUBJECTS: Final = (
    "(?:涉及|关于|有关|主要)[^，,]{2,60}等(?:多个|各)?(?:领域|方面|内容|事项|问题|类)?的?"
    "(?=政府信息|信息公开|依申请|申请)"
)
_DECIDED: Final = "(?:本年)?(?:处理)?决定(?!书)(?:数量?|件数)?|(?:总|金|总金)额"  # the form's own words
_PUBLISHED: Final = "类?的?(?:信息|事项|项目|公示|结果|目录|清单|职权)"
PUBLISHED: Final = "说的是公开的信息"
UNDECIDED: Final = "没有写明是制发、废止还是现行有效"


def subject(tokens: Sequence[Token], text: str, context: Discourse, until: int) -> Subject | None:
    """What the words up to ``until`` are about; None if they name nothing that is counted in the tables."""
    found = _named(_in_context(tokens, text, context, until), text, context)
    if found is None or found.skipped:
        return found
    whole = not context.listing and "共" in text[max(0, found.first - 8) : until]
    first = _beyond(text, found.first, until) if whole else found.first
    if reason := _qualified(tokens, text, (first, found.last), until):
        return found._replace(skipped=reason)
    return found


def _in_context(tokens: Sequence[Token], text: str, context: Discourse, until: int) -> Sequence[Token]:
    """The words as what is talked about makes them: of documents, 新增 is 制发; of licenses, 处理决定 is theirs."""
    topic = context.about.topic
    if topic in DOCUMENTS and tokens and text[tokens[-1].start : until] in ("新增", "新增了"):
        return [*tokens[:-1], tokens[-1]._replace(kind="action", value="issued")]
    if topic.startswith("administrative_") and tokens and text.startswith("处理决定", tokens[0].start):
        return [tokens[-1]._replace(kind="topic", value=topic, start=tokens[0].start)]
    return tokens


def _beyond(text: str, first: int, until: int) -> int:
    """Where the subjects end that only describe the whole: 共收到涉及征收、物业等领域的申请共 16 件."""
    match = re.search(_SUBJECTS, text[first:until]) if "等" in text[first:until] else None
    return first + match.end() if match else first


def _named(tokens: Sequence[Token], text: str, context: Discourse) -> Subject | None:
    """By what kinds of words there are: a result says more than an outcome, that more than a topic."""
    kinds = {token.kind for token in tokens}
    topics = _topics(tokens) if "topic" in kinds else ()
    if "result" in kinds:
        return _result(tokens, topics, text, context)
    if "outcome" in kinds:
        return _outcome(tokens, text, context)
    if "off" in kinds and (off := _off(tokens, text)):
        return Subject((), tokens[0].start, tokens[-1].end, off)
    if topics and topics[-1].value != APPLICATIONS:
        other = _document if topics[-1].value in DOCUMENTS else _dispute
        return other(tokens, topics, text, context)
    if received(context) and (people := applying(tokens, text)):
        tokens, kinds = people, {"applicant"}
    if "applicant" in kinds:
        return _applicant(tokens, topics, text, context)
    return (flow if "flow" in kinds else _bare)(tokens, topics, text, context)


def received(context: Discourse) -> bool:
    """Whether applicants may follow: a list of what was received is open, or goes on without 其中."""
    last = context.lists.last
    if context.family or last is None or last.skipped or context.about.topic != APPLICATIONS:
        return context.family == "received"
    return last.group in ("received", "applicants")


def applying(tokens: Sequence[Token], text: str) -> Sequence[Token]:
    """公民 12 件、企业 3 件, as parts of what was received: the words, with the people as applicants."""
    named = [token for token in tokens if text[token.start : token.end] in _PEOPLE]
    if len(named) != 1 or any(token.kind not in _APPLYING for token in tokens):
        return ()
    column = _PEOPLE.get(text[named[0].start : named[0].end])
    if not column:
        return ()
    return [token._replace(kind="applicant", value=column) if token is named[0] else token for token in tokens]


def _bare(tokens: Sequence[Token], topics: Sequence[Token], text: str, context: Discourse) -> Subject | None:
    """“政府信息公开申请 3 件”; “废止 3 件”, after documents have been named; “公开 3 件”, in a list of outcomes."""
    if topics:
        first, last = topics[0].start, topics[-1].end
        part = ONE_WAY if any(token.kind == "method" for token in tokens) else A_PART
        return Subject((), first, last, part) if context.listing else Subject(("worked_on",), first, last)
    actions = [token.value for token in tokens if token.kind == "action"]
    if actions and context.about.topic in DOCUMENTS:
        return _document(tokens, (), text, context)
    listed = context.listing and context.family in ("received", "handled")
    if actions == ["public"] and (listed or _plainly(tokens, text, context)):
        return _outcome([token._replace(kind="outcome", value="disclosed") for token in tokens], text, context)
    return None


def _plainly(tokens: Sequence[Token], text: str, context: Discourse) -> bool:
    """Whether “公开 6 件” is all that is said, after applications: “收到申请 8 件，公开 6 件”."""
    token = tokens[-1]
    plain = (
        all(each.kind == "filler" for each in tokens[:-1])
        and text[token.start : token.end] == "公开"
        and context.about.topic == APPLICATIONS
    )
    after = re.match("[0-9０-９]{1,6}[件宗]", text[token.end : token.end + 8])
    return plain and after is not None and (token.start == 0 or text[token.start - 1] in "，,、；：（(")


def _topics(tokens: Sequence[Token]) -> Sequence[Token]:
    """The last topic with those joined to it; applications that only qualify a dispute are left out."""
    group = joined(tokens, "topic")
    others = [token for token in group if token.value != APPLICATIONS]
    return others if group[-1:] == others[-1:] else group


def _off(tokens: Sequence[Token], text: str) -> str:
    """Why the words are about something else: 留言, 备案. A topic named after it, and not joined to it, takes over."""
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind == "off":
            return f"说的是{text[token.start : token.end]}"
        if token.kind == "topic" and not (index and tokens[index - 1].kind == "and"):
            return ""
        if token.kind == "topic" and index > 1 and tokens[index - 2].kind == "off":
            return f"与{text[tokens[index - 2].start : tokens[index - 2].end]}合在一起"
    return ""


def _result(tokens: Sequence[Token], topics: Sequence[Token], text: str, context: Discourse) -> Subject | None:
    """维持, 纠正 …: of the dispute named here or before."""
    results = joined(tokens, "result")
    named = [token.value for token in topics if token.value.split("+")[0] in DISPUTES]
    about = "+".join(named) or context.about.topic
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


def _outcome(tokens: Sequence[Token], text: str, context: Discourse) -> Subject:
    """予以公开, a reason …; where a reason and its group both stand, the reason."""
    group = joined(tokens, "outcome")
    inner = [t for t in tokens if t.kind == "outcome" and t.value.startswith(f"{group[-1].value}.")]
    between = text[inner[-1].end : group[-1].start].lstrip("、和及或与以") if inner else ""
    if "等" in between or unfilled(between):
        group, inner = group[-1:], []  # 不掌握等无法提供
    values = {token.value: token for token in (*inner, *group)}
    names = [name for name in values if not any(other.startswith(f"{name}.") for other in values)]
    first, last = min(token.start for token in values.values()), group[-1].end
    if len(group) > 1 and re.match("等(?!共?[0-9０-９])", text[last : last + 3]):
        return Subject(tuple(names), first, last, A_PART)  # 其余 7 件作出不予公开、无法提供等答复
    foreign = _of_else(tokens, names, text[:first], context)
    if foreign:
        return Subject((), first, last, foreign)
    told = context.about.topic == APPLICATIONS or context.listing or any(t.kind in ("topic", "among") for t in tokens)
    plain = text[first:last] == "予以公开" and re.match(_COUNTED, text[last : last + 12])
    if names == ["disclosed"] and not told and not plain:  # 对 12 项信息予以公开
        return Subject(tuple(names), first, last, UNNAMED)
    part = context.listing and context.family in ("applicants", "carried", "disputes")
    return Subject(tuple(names), first, last, A_PART if part else "")


def _of_else(tokens: Sequence[Token], names: Sequence[str], before: str, context: Discourse) -> str:
    """Why an outcome is none of applications."""
    if context.about.topic == "off" and not any(token.kind == "topic" for token in tokens):
        return context.about.reason
    if any(token.kind == "topic" and token.value.startswith("administrative_") for token in tokens):
        return PUBLISHED  # 依法公开行政许可决定 96 项
    last, whole = context.lists.last, context.lists.open.whole
    if names == ["other_processing.misc"] and not (context.listing or (last and last.group == "outcome")):
        return "说的是撤回"  # 促成 3 件申请由申请人撤回; 行政复议
    return A_PART if whole and not whole.metric and "申请" not in before else ""  # 印发文件 48 件，其中公开 30 件


def _document(tokens: Sequence[Token], topics: Sequence[Token], text: str, context: Discourse) -> Subject:
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


def _dispute(tokens: Sequence[Token], topics: Sequence[Token], text: str, context: Discourse) -> Subject:
    """行政复议, 行政诉讼, and the rows of section two other than documents."""
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


def _applicant(tokens: Sequence[Token], topics: Sequence[Token], text: str, context: Discourse) -> Subject:
    group = joined(tokens, "applicant")
    metrics = tuple(f"applicants.{token.value}" for token in group)
    first, last = group[0].start, max(group[-1].end, topics[-1].end if topics else 0)
    if len(group) > 1 and text.startswith("等", group[-1].end) and "applicants.natural_person" not in metrics:
        metrics = ("applicants.organizations",)  # 商业企业、法律服务机构等组织
    flows = {family(token.value) for token in tokens if token.kind == "flow"}
    if flows - {"received"} or (context.listing and context.family not in ("", "received", "applicants")):
        return Subject(metrics, first, last, "不是按收到的申请分的")
    if not topics and context.about.topic != APPLICATIONS and (context.about.topic or "申请" not in text[:first]):
        return Subject(metrics, first, last, context.about.reason or UNNAMED)
    return Subject(metrics, first, last)


def _qualified(tokens: Sequence[Token], text: str, about: tuple[int, int], until: int) -> str:
    """What between the words narrows them down: 网上, 涉及征地. Empty if nothing does."""
    first, last = about
    at = first
    every_way = any(token.kind == "several" for token in tokens)  # 网络、信函等各种渠道
    for token in tokens:
        if token.start < first or token.start >= until:
            continue
        if every_way and token.kind in ("method", "several"):
            at = max(at, token.end)
            continue
        if token.kind not in _USED and not (token.kind == "action" and token.value) and token.kind != "among":
            return narrows(token, text)
        if at < token.start and (gap := unfilled(text[at : token.start])):
            return narrowed(gap)
        at = max(at, token.end)
    at = max(at, min(last, until))
    return narrowed(gap) if at < until and (gap := unfilled(text[at:until])) else ""
