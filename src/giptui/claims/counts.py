"""The numbers of a clause → claims: which words belong to which number, those before it or those behind."""

import re
from collections.abc import Sequence
from typing import Final

from giptui.claims.binding import subject
from giptui.claims.claim import Claim
from giptui.claims.clauses import Clause
from giptui.claims.comparable import ONE_WAY, narrows
from giptui.claims.discourse import Discourse, Earlier, Listing, Setting, noticed
from giptui.claims.emission import Draft, Step, emitted
from giptui.claims.gaps import A_PART, narrowed, unfilled
from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.lists import addends, alike, interrupted, leading, others
from giptui.claims.metrics import DISPUTES, family
from giptui.claims.partial import partly
from giptui.claims.subject import UNNAMED, Subject
from giptui.claims.tokens import COUNTED, MONEY, PERCENT, Token

_UNKNOWN: Final = "没有认出说的是什么"
_ITEMS: Final = ("条", "份", "项", "个", "部", "篇")  # of information, not of applications
_HEADS: Final = ("人次", "家次")
_CASES: Final = ("起", "例")
_LEFT: Final = "(?:其余|剩余|剩下|另有|另|尚有|还有)的?$"
_GOES_OVER: Final = "(?:申请)?[^0-9]{0,40}?(?<!上年)(?:结转|顺延|转)(?:至|到|入)?(?:下|次|20)"
"""其余 5 件尚在办理期限内，结转下年度."""
_NAMING: Final = frozenset(("topic", "outcome", "result", "applicant", "off"))
_PLAIN: Final = frozenset(("filler", "this", "region", "year"))
_BEHIND: Final = frozenset(("topic", "off", "filler", "and", "people", "plain", "method"))


def counts(setting: Setting, discourse: Discourse, clause: Clause) -> Step:
    """The claims of a clause that counts."""
    words, numbers = clause.tokens, clause.numbers
    if len(words) == 1 and words[0].value in PERCENT and clause.opener == "(":
        return _share_in_brackets(setting, discourse, clause, words[0])
    begin = 0
    found: list[Claim] = []
    for order, index in enumerate(numbers):
        until = numbers[order + 1] if order + 1 < len(numbers) else len(words)
        before = words[begin:index]
        if before and before[0].kind == "respectively" and any(token.kind in _NAMING for token in before):
            before = before[1:]  # 分别为予以公开 5 件、部分公开 1 件
        discourse, claims, taken = count(setting, discourse, clause, before, words[index], words[index + 1 : until])
        found.extend(claims)
        if until < len(words):
            discourse = noticed(discourse, before, setting.text)
        begin = until if taken else index + 1
    return discourse, tuple(found)


def count(
    setting: Setting,
    discourse: Discourse,
    clause: Clause,
    before: Sequence[Token],
    number: Token,
    after: Sequence[Token],
) -> tuple[Discourse, tuple[Claim, ...], bool]:
    """One number; and whether the words after it are used up."""
    text = setting.text
    if not _countable(before, number):
        return discourse, (), False
    if len(before) > 1 and before[-2].kind == "none" and before[-1].start == before[-2].end:
        return discourse, (), False  # 未受理 2 件
    about = subject(before, text, discourse, number.start) if before else None
    if (lists := discourse.lists).pending and (about is None or not about.metrics):
        discourse = discourse._replace(lists=lists._replace(pending=lists.pending[1:]))
        about = Subject(lists.pending[:1], number.start, number.end)
        return *emitted(setting, discourse, clause, Draft(about, number)), False
    taken = about is None or (_names(after) and not _names(before))
    if taken:
        about = _behind(text, discourse, before, number, after)
    elif about and not any(token.kind == "topic" for token in before):
        off = next((narrows(token, text) for token in after if token.kind == "off"), "")
        about = about._replace(skipped=off or about.skipped)
    if about is None:
        return *_unnamed(setting, discourse, clause, before, number), False
    if about.metrics and not about.skipped and (why := partly(setting, clause, about, before, number)):
        about = about._replace(skipped=why)
    if about.metrics and not about.skipped and _of_items(about, discourse, (*before, *after), number.value):
        about = about._replace(skipped=UNNAMED)
    single = [name for metric in about.metrics for name in metric.split("+")]
    found: list[Claim] = []
    if any(token.kind == "respectively" for token in before) and len(single) > 1:
        discourse = discourse._replace(lists=discourse.lists._replace(pending=tuple(single[1:])))
    for each in _shared_out(about, single, before):
        discourse, claims = emitted(setting, discourse, clause, Draft(each, number))
        found.extend(claims)
    if re.match("(?:案件)?之?中(?!心)", text[number.end : number.end + 5]):  # 予以公开的 2 件中，自然人 1 件
        discourse = discourse._replace(lists=discourse.lists._replace(open=Listing(discourse.lists.last)))
    return discourse, tuple(found), taken


def _countable(before: Sequence[Token], number: Token) -> bool:
    """Whether its unit is one in which the tables count; heads only right behind those who applied: 个人 7 人次."""
    if number.value in _HEADS:
        return bool(before) and before[-1].kind in ("applicant", "people") and before[-1].end == number.start
    return number.value in COUNTED or number.value in MONEY


def _share_in_brackets(setting: Setting, discourse: Discourse, clause: Clause, number: Token) -> Step:
    """“予以公开 6 件（31.6%）”: the share of the claim before."""
    last = discourse.lists.last
    if last is None or last.sentence != setting.number or last.kind != "count" or not last.metric or last.skipped:
        return discourse, ()
    about = Subject((last.metric,), number.start, number.end)
    return emitted(setting, discourse, clause, Draft(about, number, "share"))


def _of_items(about: Subject, discourse: Discourse, words: Sequence[Token], unit: str) -> bool:
    """同意公开 1280 条: of information, where no applications are talked about; 办结 3 起: of cases."""
    named = any(token.kind == "topic" for token in words)
    if unit in _CASES:
        return family(about.metrics[0]) in ("received", "handled") and not named and discourse.lists.main is None
    if unit not in _ITEMS:
        return False
    told = discourse.about.topic == APPLICATIONS or discourse.family in ("received", "handled")
    return family(about.metrics[0]) == "outcome" and "." not in about.metrics[0] and not told and not named


def _unnamed(setting: Setting, discourse: Discourse, clause: Clause, before: Sequence[Token], number: Token) -> Step:
    """A number whose words name nothing: a part in a list, or the sum of what was counted before it."""
    text, lists = setting.text, discourse.lists
    label = text[before[0].start if before else clause.start : number.start]
    label = label.lstrip("，、和及（(").removeprefix("其中").lstrip("，：:")
    rest = others(label, lists, discourse.listing) or _governing(setting, discourse, before, label)
    if lists.main is not None and re.match(_LEFT, label) and re.match(_GOES_OVER, text[number.end :]):
        rest = "carried_out"
    metrics: tuple[str, ...] = (rest,) if rest else ()
    why = ""
    added: tuple[Earlier, ...] = ()
    if not metrics and number.value in COUNTED[1:]:
        if above := alike(lists, text, clause, before, number):
            return _gone_on(setting, discourse, clause, above, number)
        added = addends(text, clause, lists, before, number)
        metrics = tuple(each.metric for each in added)
        why = "" if added else _unnamed_part(text, discourse, clause, before, number)
        if not (metrics or why) and discourse.about.public and number.value in ("件", "宗") and (lead := leading(text)):
            metrics, why = ("received",), narrowed(lead[0])
    if not (metrics or why):
        return discourse, ()
    about = Subject(metrics, number.start, number.end, why)
    return emitted(setting, discourse, clause, Draft(about, number, adds=added))


def _gone_on(setting: Setting, discourse: Discourse, clause: Clause, above: Earlier, number: Token) -> Step:
    """A number that counts like the claim above: its part, or the sum of the parts of which that is the last."""
    lists = discourse.lists
    total = above is lists.last and above.skipped and not clause.kinds & {"method", "part"}
    listing = Listing() if total else lists.open if lists.open.whole is not None else Listing(lists.main)
    within = discourse._replace(lists=lists._replace(open=listing), part="" if total else discourse.part)
    draft = Draft(Subject((above.metric,), number.start, number.end), number)
    after, claims = emitted(setting, within, clause, draft)
    return after._replace(lists=after.lists._replace(open=lists.open)), claims


def _governing(setting: Setting, discourse: Discourse, before: Sequence[Token], label: str) -> str:
    """The disputes that a heading, or the clause before, has named: “行政复议情况。共 11 件”."""
    about, last = discourse.about, discourse.lists.last
    first = last is None or last.sentence != setting.number
    for token in before:
        label = label.replace(setting.text[token.start : token.end], "") if token.kind in _PLAIN else "…"
    return about.topic if first and about.topic in DISPUTES and not about.reason and not unfilled(label) else ""


def _unnamed_part(text: str, discourse: Discourse, clause: Clause, before: Sequence[Token], number: Token) -> str:
    """As what a number is kept whose words name nothing: of a list that is open, that follows, or whose sum does."""
    lists = discourse.lists
    way = before and before[-1].kind == "method" and not unfilled(text[before[-1].end : number.start])
    if lists.open.whole is not None:
        return "" if interrupted(text, clause, number) else ONE_WAY if way else A_PART
    if lists.leading:
        return _UNKNOWN
    return ONE_WAY if way and lists.main is None else ""


def _shared_out(about: Subject, single: Sequence[str], before: Sequence[Token]) -> list[Subject]:
    """各 1 件 is one for each; 分别为 3 件和 2 件 one after another."""
    if any(token.kind == "respectively" for token in before):
        if len(single) < 2:
            return [about._replace(skipped=about.skipped or "说的是分别的几个数")]
        return [about._replace(metrics=(single[0],))]
    if before and before[-1].kind == "each":
        return [about._replace(metrics=(metric,)) for metric in single]
    return [about]


def _behind(
    text: str, discourse: Discourse, before: Sequence[Token], number: Token, after: Sequence[Token]
) -> Subject | None:
    """“3 件予以公开”: the words behind the number count; “收到 3 件申请”: those on both sides."""
    actions = [token for token in before if token.kind in ("flow", "action")]
    if actions and any(token.kind == "action" and not token.value for token in after):
        return None  # 对新制定的 3 件规范性文件进行解读
    if actions:
        return _around(text, discourse, actions, number, [token for token in after if token.kind in _BEHIND])
    done = bool(after) and all(
        t.kind in ("each", "filler") or (t.kind == "flow" and t.value == "handled") for t in after
    )
    words = [token for token in after if done or token.kind != "flow" or token.value == "carried"]
    if not any(token.kind in (*_NAMING, "flow", "people") for token in words):
        return None
    about = subject(words, text, discourse, 0)
    loose = done or not any(token.kind in _NAMING or token.kind == "flow" for token in words)
    if loose and (discourse.lists.main is None or unfilled(text[number.end : words[0].start])):
        return None  # 3 件当日答复, 3 件由同一企业提出
    taken_back = next((token for token in words if token.kind in ("qualifier", "result")), None)
    if about and taken_back and about.metrics == ("worked_on",):
        about = about._replace(skipped=narrows(taken_back, text))  # 1 项当事人撤销申请
    return about._replace(first=number.start) if about else None


def _around(
    text: str, discourse: Discourse, actions: Sequence[Token], number: Token, after: Sequence[Token]
) -> Subject | None:
    if not any(token.kind in _NAMING for token in after):
        return None
    about = subject([*actions, *after], text, discourse, number.start)
    if about is None or not about.metrics or about.skipped:
        return about
    end = max((token.end for token in after if token.kind == "topic"), default=number.end)
    if gap := unfilled(text[number.end : after[0].start]):
        return about._replace(skipped=narrowed(gap))
    if loose := next((t for t in after if t.kind in ("plain", "method") and t.start < end), None):
        return about._replace(skipped=narrows(loose, text))
    return about._replace(first=actions[0].start, last=end)


def _names(words: Sequence[Token]) -> bool:
    """Whether the words name what is counted, not only what was done."""
    return any(token.kind in _NAMING or (token.kind == "flow" and token.value == "carried") for token in words)
