"""Prose → claims.

Most sentences count nothing, and are passed over; the reader is loaded for the first that may.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import add
from typing import TYPE_CHECKING, Final

from giptui.claims.claim import Claim
from giptui.claims.sentences import sentences
from giptui.report import Report, level_of

if TYPE_CHECKING:
    from giptui.claims.discourse import Discourse, Known

# Nobody writes that much of it; a text that does is no report, and is read so far.
_MOST_CLAIMS: Final = 1000
_MOST_TOKENS: Final = 20_000
_NOTHING: Final = ("无", "没有", "未发生", "无此情况", "无此类情况", "均无")
_SHORT: Final = 26  # characters: “依法办理依申请公开。” is as good as a heading


def claims(report: Report) -> tuple[Claim, ...]:
    """The claims of all the report's texts, in printed order; those that are skipped among them, with the reason."""
    found: list[Claim] = []
    known: Known | None = None
    for address in report.form.texts:
        text = report.values.get(address)
        if isinstance(text, str) and text:
            known = _read(report, address, text, found, known)
    if len(found) > 1:
        from giptui.claims.siblings import grouped

        return tuple(grouped(found))
    return tuple(found)


def _read(report: Report, address: str, text: str, found: list[Claim], known: Known | None) -> Known | None:
    """Add one text's claims to those found; the reader is loaded as soon as there is a sentence for it."""
    discourse: Discourse | None = None
    seen = 0
    under = False  # whether a heading has said that it is about applications
    for number, sentence in enumerate(sentences(text)):
        if sentence.fresh:
            under = "申请公开" in sentence.text[:_SHORT]
        claiming = may_claim(sentence.text) or _goes_on(sentence.text, discourse)
        claiming = claiming or (address == "disputes.text" and sentence.text in _NOTHING)
        naming = sentence.heading or (not claiming and len(sentence.text) <= _SHORT and names(sentence.text))
        if not (claiming or naming):
            discourse = None
            continue
        from giptui.claims.reader import read

        known = known or _known(report)
        before = None if sentence.fresh else discourse
        discourse, made, tokens = read(known, (address, number), sentence, before, len(found), under)
        found.extend(made)
        seen += tokens
        if len(found) > _MOST_CLAIMS or seen > _MOST_TOKENS:
            break
    return known


def _goes_on(text: str, discourse: Discourse | None) -> bool:
    """Whether a sentence may count on without naming what: “收到申请 9 件。网上 6 件，信函 3 件。”"""
    from giptui.claims.tokens import COUNTING

    return discourse is not None and discourse.lists.last is not None and re.search(COUNTING, text) is not None


@lru_cache(maxsize=512)
def names(text: str) -> bool:
    """Whether a word for something counted may be in the text."""
    from giptui.claims.lexicon import NAMING

    begun = NAMING.keys() & set(map(add, text, text[1:]))
    return any(word in text for beginning in begun for word in NAMING[beginning])


@lru_cache(maxsize=512)  # offices share their phrases
def may_claim(text: str) -> bool:
    """Whether a sentence can hold a claim: a number, or a word that denies, and a word for what is counted.

    Made of the lexicon: a sentence with a word of these kinds has the word in it.
    """
    from giptui.claims.lexicon import DENYING, PUBLISHING
    from giptui.claims.tokens import COUNTING

    if not (re.search(COUNTING, text) or any(word in text for word in DENYING)):
        return False
    return names(text) or re.search(PUBLISHING, text) is not None


def _known(report: Report) -> Known:
    from giptui.claims.discourse import Known

    level, _ = level_of(report)
    region = level is None or level.endswith("government") or report.line("scope") == "region"
    return Known(report.year, report.organ, region)
