"""A draft → a claim: its frame, its place in a list, why it is skipped if so. The discourse goes on from there."""

import re
from typing import Final, NamedTuple

from giptui.claims.claim import Claim, Listed, Span, Words
from giptui.claims.clauses import Clause
from giptui.claims.comparable import ATTRIBUTE, OTHER_CASES, reason
from giptui.claims.discourse import Discourse, Earlier, Listing, Lists, Setting
from giptui.claims.gaps import A_PART, unfilled
from giptui.claims.lists import interrupted
from giptui.claims.metrics import DISPUTES, LINES, family
from giptui.claims.subject import Subject
from giptui.claims.tokens import Token

_CAUSE: Final = "[因由对]([^，,因由]{2,24}?)(?:引发|引起|产生|导致|不服|提起|申请)"
_DISCLOSURE: Final = "公开|申请|答复|[此其]$|信息"
Step = tuple[Discourse, tuple[Claim, ...]]
"""What a step returns: the discourse after it, and its claims."""


class Draft(NamedTuple):
    """What a clause says, before anything is concluded: what it is about, the number (none for words without one)."""

    about: Subject
    number: Token | None
    kind: str = "count"
    whole: str = ""  # of a share, of “all”
    adds: tuple[Earlier, ...] = ()


def emitted(setting: Setting, discourse: Discourse, clause: Clause, draft: Draft) -> Step:
    """The draft as a claim; a count of 0 says that there was none."""
    about, number, kind = draft.about, draft.number, draft.kind
    start = about.first if number is None else min(about.first, number.start)
    end = about.last if number is None else max(about.last, number.end)
    metric = "+".join(dict.fromkeys(about.metrics)) if discourse.part != ATTRIBUTE else ""  # which no cell counts
    value = number.number if number else None
    if kind == "count" and value == 0 and metric and number and not number.rough:
        kind, value = "none", None
    lists = discourse.lists
    listing = _listing(lists.open, metric, clause, bool(lists.outer))
    part_of = listing.whole if kind == "count" or (kind == "none" and number) else None
    if part_of is not None and not _is_part(setting, clause, metric, number, part_of):
        part_of = None
    skipped = _skipped(setting, discourse, clause, draft, (metric, kind), start)
    if part_of is not None and not skipped and _repeats(metric, part_of.metric):
        skipped = A_PART
    begin, finish = setting.sentence.place(start, end)
    opening = clause.start if kind in ("count", "none") or lists.last is None else lists.last.opening
    opening = opening if lists.last is None or lists.last.sentence == setting.number else clause.start
    claim = Claim(
        metric,
        kind,
        value,
        number.value if number else "",
        Words(setting.text, clause, start, end, discourse.years, discourse.about.topic, skipped),
        skipped,
        Span(setting.address, begin, finish, setting.text[opening : clause.end], setting.number),
        Listed(
            part_of.number if part_of else None,
            listing.closed and part_of is not None,
            tuple(each.number for each in draft.adds),
            whole=draft.whole,
        ),
    )
    earlier = Earlier(discourse.made, metric, kind, value, skipped, clause.start, setting.number)
    lists = _after(lists._replace(open=listing), earlier, part_of)
    topics, _, years, named, part, made, year = discourse
    return Discourse(topics, lists, years, named, part, made + 1, year), (claim,)


def _is_part(setting: Setting, clause: Clause, metric: str, number: Token | None, whole: Earlier) -> bool:
    """Whether it can be a part of that: 收到申请 8 件，其中征地 3 件；办理提案 12 件."""
    if metric:
        return _divides(metric, whole.metric)
    return not (number and whole.metric and interrupted(setting.text, clause, number))


def _skipped(
    setting: Setting, discourse: Discourse, clause: Clause, draft: Draft, said: tuple[str, str], start: int
) -> str:
    """Why nothing may be concluded from the draft; ``said`` is its metric and its kind."""
    (metric, kind), number = said, draft.number
    skipped = "约数" if number and number.rough else draft.about.skipped or discourse.part
    if not skipped and family(metric) == "disputes":
        told = kind == "none" and "." not in metric  # 未发生行政复议 is said of those over disclosure too
        public = discourse.about.public or (discourse.lists.main is not None and not discourse.lists.main.skipped)
        if not (told or public or (metric in LINES and not discourse.others)):
            skipped = "没有写明是政府信息公开引起的"
        elif kind == "count" and metric in DISPUTES and _aside(setting, clause, draft.about.first):
            skipped = OTHER_CASES
    return skipped or reason(setting, clause, said, number, start, discourse.years)


def _after(lists: Lists, claim: Earlier, whole: Earlier | None) -> Lists:
    """The lists behind a claim, which is a part of ``whole`` or of nothing."""
    last, main, addends, prior = lists.last, lists.main, lists.addends, lists.prior
    if claim.kind in ("count", "none"):
        last, prior = claim, last
        if claim.metric and not claim.skipped and whole is None:
            main = claim if claim.group in ("received", "handled") else main
            addends = (*addends, claim)
    elif claim.kind == "all":
        addends = ()
    elif claim.kind == "growth" and (last is None or (last.metric, last.sentence) != (claim.metric, claim.sentence)):
        last, prior = claim, last  # 申请量较上年增加 5 件，增长 9%
    return Lists(lists.open, lists.outer, last, main, lists.pending, addends, lists.leading, prior)


def _aside(setting: Setting, clause: Clause, first: int) -> bool:
    """Whether disputes are of another kind: 其他行政复议; 土地行政复议, where no 公开 is spoken of."""
    before = setting.text[clause.start : first]
    causes = re.findall(_CAUSE, before)
    if causes and not re.search(_DISCLOSURE, causes[-1]):
        return True  # 因行政处罚引发的行政复议
    at = max((token.end for token in clause.tokens if token.end <= first), default=clause.start)
    told = "公开" in setting.text or "申请" in before or setting.address.startswith("disputes.")
    return before.endswith(("其他", "其它")) or (not told and bool(unfilled(setting.text[at:first])))


def _listing(listing: Listing, metric: str, clause: Clause, bracketed: bool) -> Listing:
    """The list that the claim stands in. “…其中自然人 8 件，答复 9 件”: another flow ends the list."""
    if listing.whole is None or bracketed or clause.opener not in ("", ",") or not metric or "among" in clause.kinds:
        return listing
    above = listing.whole.metric
    if above and family(metric) not in ("received", "outcome", "applicants", family(above)):
        return Listing()
    return listing


def _divides(metric: str, above: str) -> bool:
    """Whether the metric can be a part of the one above: 复议维持 is none of 行政诉讼."""
    disputes = bool(above) and family(metric) == family(above) == "disputes" and "+" not in above
    return not disputes or (metric.startswith(above) and not metric.endswith(".concluded"))


def _repeats(metric: str, above: str) -> bool:
    """Whether a claim in a list counts the same as the list's whole: then it is a part of it."""
    return metric == above or (
        bool(above) and family(metric) == family(above) == "received" and metric != "new_received"
    )
