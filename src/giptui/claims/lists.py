"""Lists: what 其中 and a bracket are of, what ends them, and what 共计 adds up."""

import re
from collections.abc import Sequence
from typing import Final

from giptui.claims.clauses import Clause
from giptui.claims.discourse import Discourse, Earlier, Listing, Lists
from giptui.claims.metrics import family
from giptui.claims.tokens import Token

_SUM: Final = r"(?:以上|两项|两者|三项|上述)?(?:共计?|合计|总计|累计|总共)(?:申请|办理|受理|案件)?(?:为|有)?$"
_DOING: Final = (
    r"(?:并|还|另|共|全年|累计|组织|全部|及时|同时)*(?:制作|制发|开展|组织|召开|举办|编发|发布|推送|解读|回应|更新|印发"
    r"|制定|收到|办理|办结|转载|转发|答复|接待|受理(?!渠道)|处理|发放|张贴|编辑|撰写|报送|上报|录制|拍摄|整改"
    r"|清理|培训|新建|建设)"
)
_ABOUT: Final = (
    *("涉及", "主要涉及", "内容涉及", "申请内容涉及", "从申请内容看"),
    *("受理渠道", "从申请渠道看", "网上申请", "网络申请", "从申请方式看", "申请方式", "申请渠道"),
)
_OTHERS: Final = ("其他", "其它", "其他组织", "其他情形", "其他情况")
_TOGETHER: Final = ({"received", "carried"}, {"disputes"}, {"outcome"}, {"documents"})


def bracketed(discourse: Discourse, opener: str) -> Discourse:
    """The discourse behind a bracket's mark: within, the list is of the claim before."""
    lists = discourse.lists
    if opener == "(":
        outer = (*lists.outer, (lists.open, discourse.part))
        return discourse._replace(lists=lists._replace(outer=outer, open=Listing(lists.last, True)))
    if opener == ")" and lists.outer:
        *outer_left, (listing, part) = lists.outer
        last = lists.last if lists.open.whole is None else lists.open.whole
        return discourse._replace(lists=lists._replace(outer=tuple(outer_left), open=listing, last=last), part=part)
    return discourse


def divided(discourse: Discourse) -> Discourse:
    """其中: of the claim before, but rather of the applications before than of 结转 N 件."""
    lists = discourse.lists
    if lists.open.whole is not None:
        return discourse._replace(lists=lists._replace(open=lists.open._replace(forked=True, closed=False)))
    last, main = lists.last, lists.main
    aside = last is not None and (last.skipped or (last.metric and family(last.metric) == "carried"))
    if aside and main is not None:
        last = main
    return discourse._replace(lists=lists._replace(open=Listing(last)))


def matters(discourse: Discourse, text: str, clause: Clause) -> Discourse:
    """“收到申请 9 件，涉及征地 4 件、社保 5 件”: a list of what they are about, without 其中."""
    lists = discourse.lists
    main = lists.main
    said = text.startswith(_ABOUT, clause.start) and clause.opener != "("
    if lists.open.whole is not None or main is None or not said or lists.last != main or main.skipped:
        return discourse
    return discourse._replace(lists=lists._replace(open=Listing(main)))


def interrupted(text: str, clause: Clause, number: Token) -> bool:
    """Whether something else is told instead of the next part: “…抖音 5 条，组织培训 3 次”."""
    return re.match(_DOING, text[clause.start : number.start]) is not None


def others(label: str, last: Earlier | None, listing: bool) -> str:
    """What 其他 is in a list, by the part before it: of applicants, of results, of reasons."""
    if last is None or label.removesuffix("类").removesuffix("的") not in _OTHERS:
        return ""
    head, _, tail = last.metric.partition(".")
    if head == "applicants" and last.metric != "applicants.organizations":
        return "applicants.other_organization"
    if head == "other_processing":
        return "other_processing.misc" if tail and listing else ""
    return f"{head}.other" if tail and family(head) == "disputes" else ""


def addends(text: str, clause: Clause, lists: Lists, before: Sequence[Token], number: Token) -> tuple[Earlier, ...]:
    """The claims that a bare 共计 adds up: “新收 252 件，上年结转 10 件，共计 273 件”; none if it is no such sum."""
    counted = tuple(each for each in lists.addends if each.kind == "count" and "+" not in each.metric)
    names = {each.metric for each in counted}
    if not 2 <= len(counted) <= 4 or len(names) < len(counted) or len(counted) < len(lists.addends):
        return ()
    if before and any(token.kind not in ("filler", "and", "this") for token in before):
        return ()
    families = {family(name) for name in names}
    carried_out = any(name not in ("carried_in", "new_received", "received") for name in names)
    if families not in _TOGETHER or ("received" in families and carried_out):
        return ()
    return counted if re.search(_SUM, text[clause.start : number.start]) else ()
