"""Binding: action × object × outcome → metric. What the words around a number are about, or why not to compare."""

import re
from collections.abc import Callable, Sequence, Set
from typing import Final

from giptui.claims.comparable import ONE_WAY, narrows
from giptui.claims.discourse import JOINING, Discourse, joined
from giptui.claims.flows import flow
from giptui.claims.gaps import A_PART, narrowed, unfilled
from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.metrics import DOCUMENTS
from giptui.claims.objects import case, document, result
from giptui.claims.outcomes import applicant, applying, outcome, received
from giptui.claims.subject import Said, Subject
from giptui.claims.tokens import Token

_USED: Final = (*JOINING, "topic", "flow", "outcome", "result", "applicant", "before", "next", "year", "respectively")
_SUBJECTS: Final = (
    "(?:涉及|关于|有关|主要)[^，,]{2,60}等(?:多个|各)?(?:领域|方面|内容|事项|问题|类)?的?"
    "(?=政府信息|信息公开|依申请|申请)"
)


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
    """By the most telling kind of word: a result says more than an outcome, that more than an object."""
    kinds = {token.kind for token in tokens}
    said = Said(tokens, _topics(tokens) if "topic" in kinds else (), text, context)
    return next(bind(said) for names, bind in _BINDERS if names(said, kinds))


def _topics(tokens: Sequence[Token]) -> Sequence[Token]:
    """The last topic with those joined to it; applications that only qualify a dispute are left out."""
    group = joined(tokens, "topic")
    others = [token for token in group if token.value != APPLICATIONS]
    return others if group[-1:] == others[-1:] else group


def _bare(said: Said) -> Subject | None:
    """“政府信息公开申请 3 件”; “废止 3 件”, after documents have been named; “公开 3 件”, in a list of outcomes."""
    tokens, topics, text, context = said
    if topics:
        first, last = topics[0].start, topics[-1].end
        part = ONE_WAY if any(token.kind == "method" for token in tokens) else A_PART
        return Subject((), first, last, part) if context.listing else Subject(("worked_on",), first, last)
    actions = [token.value for token in tokens if token.kind == "action"]
    if actions and context.about.topic in DOCUMENTS:
        return document(said)
    listed = context.listing and context.family in ("received", "handled")
    if actions == ["public"] and (listed or _plainly(tokens, text, context)):
        return outcome(said._replace(tokens=[token._replace(kind="outcome", value="disclosed") for token in tokens]))
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


def _foreign(said: Said) -> Subject:
    """留言 3 条: what the tables do not know."""
    return Subject((), said.tokens[0].start, said.tokens[-1].end, _off(said.tokens, said.text))


def _applied(said: Said) -> Sequence[Token]:
    return applying(said.tokens, said.text) if received(said.context) else ()


_BINDERS: Final[Sequence[tuple[Callable[[Said, Set[str]], object], Callable[[Said], Subject | None]]]] = (
    (lambda _, kinds: "result" in kinds, result),
    (lambda _, kinds: "outcome" in kinds, outcome),
    (lambda said, kinds: "off" in kinds and _off(said.tokens, said.text), _foreign),
    (lambda said, _: said.topics and said.topics[-1].value in DOCUMENTS, document),
    (lambda said, _: said.topics and said.topics[-1].value != APPLICATIONS, case),
    (lambda said, _: _applied(said), lambda said: applicant(said._replace(tokens=_applied(said)))),
    (lambda _, kinds: "applicant" in kinds, applicant),
    (lambda _, kinds: "flow" in kinds, flow),
    (lambda *_: True, _bare),
)
"""What the words must hold → what reads them; the first that fits."""
