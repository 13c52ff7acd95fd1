"""A sentence's clauses → claims, each governed by what came before it: a fold over the discourse."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from giptui.claims.bodies import AND_ALL_BELOW, another_body
from giptui.claims.claim import Claim
from giptui.claims.clauses import Clause, apart, clauses, uncounted
from giptui.claims.comparable import OTHER_CASES, excepted, foreign, narrows, part_year
from giptui.claims.counts import counts
from giptui.claims.denials import denials
from giptui.claims.discourse import CASELOAD, NOTICED, About, Discourse, Known, Setting, begun, noticed
from giptui.claims.emission import Step, emitted
from giptui.claims.gaps import A_PART
from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.lists import bracketed, carried_on, divided, matters
from giptui.claims.metrics import LINES
from giptui.claims.percentages import percentages
from giptui.claims.quantifiers import quantified
from giptui.claims.sentences import Sentence
from giptui.claims.tokens import Token, tokens

_SUMMED = "(?:合计|共计?|总计)[^，,]{0,6}(?:依申请|信息公开)[^，,]{0,6}申请|申请(?:受理|办理|收到)?(?:合计|共计|总计)"
"""A sum behind its parts may name the applications: 网上受理 6 件、信函受理 3 件，合计受理政府信息公开申请 9 件."""
_COUNTING = frozenset(("number", "none"))
_RELATIVE = frozenset(("compare", "up", "down", "share", "rate"))
_ALL_OF_IT = frozenset(("applicant", "outcome", "result", "topic", "people"))


class Phrase(NamedTuple):
    """What a sentence is wherever it stands."""

    tokens: Sequence[Token]
    clauses: Sequence[Clause]  # none if it counts nothing
    foreign: str  # why it is about something else as a whole
    by_month: bool  # whether it speaks of single months


def read(
    known: Known, place: tuple[str, int], sentence: Sentence, discourse: Discourse | None, made_before: int, under: bool
) -> tuple[Discourse, list[Claim], int]:
    """The discourse behind the sentence, the sentence's claims, and how many tokens it has.

    ``place`` is the text's address and which of its sentences it is; without a discourse nothing carries over to it but
    ``under``: that it stands under a heading on applications.
    """
    phrase = taken_apart(sentence.text)
    words, found = phrase.tokens, phrase.clauses
    setting = Setting(known, place[0], sentence, place[1], sentence.text, phrase.by_month)
    discourse = _opened(phrase, sentence, discourse or begun(place[0], known.year, made_before, under))
    if not found:
        return noticed(discourse, words, setting.text), [], len(words)
    made: list[Claim] = []
    for index, clause in enumerate(found):
        leading = index + 1 < len(found) and (
            found[index + 1].opener in ("(", ":") or "among" in found[index + 1].kinds
        )
        if leading != discourse.lists.leading:
            discourse = discourse._replace(lists=discourse.lists._replace(leading=leading))
        discourse, claims = _clause(setting, discourse, clause)
        made.extend(claims)
    if not made and not any(token.kind in ("topic", "off") for token in words):
        discourse = begun(setting.address, discourse.year, discourse.made)
    return discourse, made, len(words)


def _opened(phrase: Phrase, sentence: Sentence, discourse: Discourse) -> Discourse:
    """A sentence begins: the topic stays; years and bodies do not, nor lists that it does not go on with."""
    about, part = discourse.about, phrase.foreign
    public = (about.public or "公开" in sentence.text or about.topic == APPLICATIONS) and part != OTHER_CASES
    last = discourse.lists.last
    people = sentence.joined and last is not None and last.group == "applicants" and not last.skipped
    topic = "litigation" if about.topic in LINES else about.topic  # of which line, a new sentence says again
    topic = topic or (APPLICATIONS if people or re.search(_SUMMED, sentence.text) else "")
    about = About(topic, about.reason, public)
    lists = carried_on(discourse.lists, sentence, phrase.tokens)
    return Discourse(about, lists, part=part, made=discourse.made, year=discourse.year)


def _clause(setting: Setting, discourse: Discourse, clause: Clause) -> Step:
    before = discourse.years
    discourse = _governed(setting, bracketed(discourse, clause.opener), clause)
    made: list[Claim] = []
    kinds = clause.kinds
    if "none" in kinds:
        for draft in denials(setting, discourse, clause):
            discourse, claims = emitted(setting, discourse, clause, draft)
            made.extend(claims)
    if "number" in kinds:
        counting = percentages if kinds & _RELATIVE else counts
        discourse, claims = counting(setting, discourse, clause)
        made.extend(claims)
    elif kinds & _ALL_OF_IT and (said := quantified(setting, discourse, clause)):
        discourse, claims = emitted(setting, discourse, clause, said)
        made.extend(claims)
    if "flow" in kinds and any(token.value == "carried" and token.kind == "flow" for token in clause.tokens):
        discourse = discourse._replace(years=before)  # that of 2023年结转 is not that of what follows
    if kinds & NOTICED:
        discourse = noticed(discourse, clause.tokens, setting.text)
    if made and (why := made[-1].skipped) in (CASELOAD, OTHER_CASES):
        public = discourse.about.public and why == CASELOAD
        discourse = discourse._replace(about=discourse.about._replace(reason=why, public=public))
    return discourse, tuple(made)


def _governed(setting: Setting, discourse: Discourse, clause: Clause) -> Discourse:
    """Whose numbers those of the clause are, of which time, and in which list."""
    kinds, text = clause.kinds, setting.text
    if not kinds & _COUNTING and "持平" in text[clause.start : clause.end]:
        return discourse  # 与上年持平: what follows is not last year's
    years, named = _times(setting, discourse, clause)
    discourse = divided(discourse, clause) if "among" in kinds else matters(discourse, text, clause)
    part, about = _whose(setting, discourse.part, clause), discourse.about
    if setting.by_month:
        part = part or part_year(text[clause.start : clause.end])
    if "spanning" in kinds and "this" not in kinds and setting.known.year not in years:
        part = "不只是这一年"
    if "action" in kinds and not about.cleaning and any(t.kind == "action" and not t.value for t in clause.tokens):
        about = about._replace(cleaning=True)
    after = (years, named, part, about)
    if after == (discourse.years, discourse.named, discourse.part, discourse.about):
        return discourse
    return Discourse(about, discourse.lists, years, named, part, discourse.made, discourse.year)


def _times(setting: Setting, discourse: Discourse, clause: Clause) -> tuple[frozenset[int], frozenset[int]]:
    """The years that the clause speaks of, and all that have been named; 因2021年申请引发复议 is of no other year."""
    years, named, kinds, year = discourse.years, discourse.named, clause.kinds, setting.known.year
    told = [t.number for t in clause.tokens if t.kind == "year" and setting.text[t.start - 1 : t.start] != "因"]
    if told:
        years = frozenset(map(int, told))
        named |= years
    if kinds & {"before", "this"} and not kinds & _COUNTING and len(clause.tokens) <= 2 and year is not None:
        years = frozenset({year if "this" in kinds else year - 1})  # 去年，收到…；今年，…
    return years, named


def _whose(setting: Setting, part: str, clause: Clause) -> str:
    """Why the clause is about a part only: of the bodies, of the year, all but an exception; empty if it is not."""
    kinds, text, region = clause.kinds, setting.text, setting.known.region
    if "this" in kinds and part.endswith(("季度）", "半年）")):
        part = ""
    whole = region and ("region" in kinds or ("part" in kinds and _of_all(setting, clause)))  # 全县各级各部门
    if whole and part.startswith(A_PART):  # 区直部门 9 件，街道 7 件，全区共 16 件
        part = ""
    if ("part" in kinds and not whole) or ("region" in kinds and not region):
        part = next(narrows(t, text) for t in clause.tokens if t.kind in ("part", "region"))
    if kinds & _COUNTING:
        part = another_body(setting, clause, part)
    return part or (excepted(text, clause) if "除" in text else "")


def _of_all(setting: Setting, clause: Clause) -> bool:
    """县政府及县直部门: the whole region's."""
    return re.search(AND_ALL_BELOW, setting.text[clause.start : clause.end]) is not None


@lru_cache(maxsize=256)  # offices share their phrases
def taken_apart(text: str) -> Phrase:
    """A sentence in tokens and clauses."""
    found = uncounted(apart(tokens(text), text), text)
    counts = any(token.kind in ("number", "none") for token in found)
    by_month = "月" in text and bool(part_year(text))
    return Phrase(found, clauses(found, len(text)) if counts else (), foreign(text), by_month)
