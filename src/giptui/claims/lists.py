"""Lists: what 其中 and a bracket are of, what ends them, and what 共计 adds up."""

import re
from collections.abc import Sequence
from typing import Final

from giptui.claims.clauses import Clause
from giptui.claims.discourse import Discourse, Earlier, Listing, Lists
from giptui.claims.gaps import unfilled
from giptui.claims.metrics import family
from giptui.claims.sentences import Sentence
from giptui.claims.tokens import Token

_OF_A_KIND: Final = ("类", "类的", "类信息", "类政府信息", "类文件")
_SUM: Final = r"(?:以上|两项|两者|三项|上述)?(?:共计?|合计|总计|累计|总共)(?:申请|办理|受理|案件)?(?:为|有)?$"
_DOING: Final = (
    r"(?:并|还|另|共|全年|累计|组织|全部|及时|同时)*(?:制作|制发|开展|组织|召开|举办|编发|发布|推送|解读|回应|更新|印发"
    r"|制定|收到|办理|办结|转载|转发|答复|接待|受理(?!渠道)|处理|发放|张贴|编辑|撰写|报送|上报|录制|拍摄|整改"
    r"|清理|培训|新建|建设)"
)
_REST_FOLLOWS: Final = "^[，,、](?:[^，,、；]{2,12}[0-9０-９]{1,6}[件条][，,、])*(?:其他|其它)[^，,；]{0,8}[0-9０-９]"
"""What a list's last item begins with: until there nothing has interrupted it."""
_DIVIDED: Final = (
    "(?:主要)?涉及|(?:从|按照?)?(?:申请|受理|收件|提交|接收|来源)*(?:信息|人)?的?"
    "(?:(?:较为?|最为?|主要|相对)?集中的?)?"
    "(?:内容|渠道|方式|途径|形式|类型|类别|事项|领域|主体|对象|性质|机关|单位|层级)(?:类型|类别|上|来)?"
    "(?:看|主要|集中|涉及|涵盖|包括|(?P<all>分|划分|分类|区分|统计|为|分为|[：:，,]))"
)
"""How it is told by what applications are divided: 从申请内容看, 申请渠道："""
_WAYS: Final = frozenset(("method", "part", "this", "filler", "and", "several", "among"))
_CARRYING_ON: Final = frozenset(("method", "people", "applicant", "part"))
_NOT_OF_IT: Final = ("其中", "其余", "剩余", "另", "此外")
_COUNTED: Final = ("received", "handled")
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


def divided(discourse: Discourse, clause: Clause) -> Discourse:
    """其中: of the claim before, but rather of the applications before than of 结转 N 件."""
    lists = discourse.lists
    if lists.open.whole is not None:
        return discourse._replace(lists=lists._replace(open=lists.open._replace(forked=True, closed=False)))
    last, main = lists.last, lists.main
    if last is not None and (last.group == "carried" or (last.skipped and last.group not in _COUNTED)):
        last = main or last
    if last is not None and last.kind == "none" and lists.prior is not None and lists.prior.group == last.group:
        last = lists.prior  # of none there are no parts
    closed = any(token.value == "closed" for token in clause.tokens)  # 具体为
    return discourse._replace(lists=lists._replace(open=Listing(last, closed)))


def matters(discourse: Discourse, text: str, clause: Clause) -> Discourse:
    """“收到申请 9 件，涉及征地 4 件、社保 5 件”: a list of what they are about, without 其中."""
    lists = discourse.lists
    main = lists.main
    if lists.open.whole is not None or clause.opener == "(":
        return discourse
    if clause.opener == ":" and lists.last is not None:
        return discourse._replace(lists=lists._replace(open=Listing(lists.last, True)))
    if main is None or lists.last != main:
        return discourse
    said = leading(text, clause.start)
    return discourse._replace(lists=lists._replace(open=Listing(main, bool(said["all"])))) if said else discourse


def carried_on(lists: Lists, sentence: Sentence, tokens: Sequence[Token]) -> Lists:
    """What a new sentence goes on with: “收到申请 9 件。其中…”, “…。从申请渠道看…”, “网上 6 件；信函 3 件”."""
    text, (listing, _, last, main, *_) = sentence.text, lists
    apart = text.startswith(_NOT_OF_IT) and not (text.startswith("其余") and any(t.kind == "outcome" for t in tokens))
    if listing.whole and listing.whole.group in _COUNTED and sentence.joined and not apart:
        return Lists(Listing() if listing.forked else listing, last=last, main=main)
    if text.startswith(("其中", "其余", "剩余", *_OTHERS)):
        return Lists(last=last, main=main)
    first = next((token.kind for token in tokens if token.kind != "filler"), "")
    if first not in _CARRYING_ON and not leading(text):
        return Lists()
    return Lists(listing if main and listing.whole == main else Listing(), last=main, main=main)


def leading(text: str, start: int = 0) -> re.Match[str] | None:
    """The words there that tell by what applications are divided."""
    return re.compile(_DIVIDED).match(text, start)


def alike(lists: Lists, text: str, clause: Clause, before: Sequence[Token], number: Token) -> Earlier | None:
    """The claim that a number counts like which has no word of its own: “网上收到 6 件，信函 3 件，共 9 件”."""
    part = any(token.kind in ("method", "part") for token in before)
    last = lists.main if part and lists.main is not None else lists.last
    if last is None or last.kind != "count" or last.group not in _COUNTED:
        return None
    if not part and not (last.skipped and re.search(rf"{_SUM}|全年$", text[clause.start : number.start])):
        return None
    ends = [clause.start, *(token.end for token in before)]
    starts = [*(token.start for token in before), number.start]
    told = any(token.kind not in _WAYS for token in before)
    return None if told or any(unfilled(text[a:b]) for a, b in zip(ends, starts, strict=True)) else last


def interrupted(text: str, clause: Clause, number: Token) -> bool:
    """Whether something else is told instead of the next part: “…抖音 5 条，组织培训 3 次”."""
    label = text[clause.start : number.start]
    doing = re.match(_DOING, label) is not None and not label.endswith(_OF_A_KIND)
    return doing and not re.search(_REST_FOLLOWS, text[number.end :])


def others(label: str, lists: Lists, listing: bool) -> str:
    """What 其他 is in a list, by the part before it: of applicants, of outcomes, of results, of reasons."""
    last, whole = lists.last, lists.open.whole
    if last is None or label.removesuffix("申请").removesuffix("类").removesuffix("的") not in _OTHERS:
        return ""
    head, _, tail = last.metric.partition(".")
    if last.group == "outcome" and head != "other_processing" and (not whole or whole.group in ("", *_COUNTED)):
        return "other_processing"
    if head == "applicants" and last.metric != "applicants.organizations":
        return "applicants.other_organization"
    if head == "other_processing":
        return "other_processing.misc" if tail and listing else ""
    return f"{head}.other" if tail and family(head) == "disputes" else ""


def addends(text: str, clause: Clause, lists: Lists, before: Sequence[Token], number: Token) -> tuple[Earlier, ...]:
    """The claims that a bare 共计 adds up: “新收 252 件，上年结转 10 件，共计 273 件”; none if it is no such sum."""
    counted = tuple(each for each in lists.addends if each.kind == "count" and "+" not in each.metric)
    names = {each.metric for each in counted}
    if not 2 <= len(counted) <= 8 or len(names) < len(counted) or len(counted) < len(lists.addends):
        return ()
    if any(token.kind not in ("filler", "and", "this") for token in before):
        return ()
    families = {family(name) for name in names}
    carried_out = any(name not in ("carried_in", "new_received", "received") for name in names)
    if families not in _TOGETHER or ("received" in families and carried_out):
        return ()
    return counted if re.search(_SUM, text[clause.start : number.start]) else ()
