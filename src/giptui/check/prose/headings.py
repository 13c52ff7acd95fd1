"""Headings of the six sections that stand in a text: copied there with their numbers, in a preface that lists them, or
swallowed by the section before. Loaded only for prose in which one can stand; the rule on headings judges.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

_MOST: Final = 50  # headings looked at; a report has six

# The whole title or a usual form of it; 一、主动公开 alone can be an item of section one.
_TITLES: Final = (
    ("overview", "总体(?:工作)?情况|总体概述"),
    ("proactive_disclosure", "主动公开政府信息的?情况"),
    ("applications", "(?:收到和处理|办理|处理)政府信息公开申请的?情况"),
    ("disputes", "因?政府信息公开(?:工作)?被?(?:申请|提起)?行政复议(?:[、和及，]|被?提起){0,3}行政诉讼的?情况"),
    ("problems_and_improvements", "(?:政府信息公开工作)?存在的?(?:主要)?问题(?:及|和|与)改[进正](?:情况|措施|方向)?"),
    ("other_matters", "其[他它]需?要?报告的?事项|需要?(?:报告|说明)的?其[他它]事项"),
)
_NUMERALS: Final = "一二三四五六七八九"
_HEADING: Final = (
    rf"(?:^|(?<=[：:；;。，、\n]))[ \t\u3000]{{0,6}}(?P<numeral>[{_NUMERALS}])[、.．](?P<title>"
    + "|".join(f"(?P<{name}>{words})" for name, words in _TITLES)
    + r")(?=[ \t\u3000]{0,4}(?:[：:；;。，、\n（(]|\Z))"
)


class Heading(NamedTuple):
    """A section's title with a number before it."""

    section: str
    number: int
    written: str


def headings(text: str) -> Iterator[Heading]:
    """The headings in a text, in its order."""
    for match in islice(re.finditer(_HEADING, text), _MOST):
        section = next(name for name, _ in _TITLES if match[name])
        yield Heading(section, _NUMERALS.index(match["numeral"]) + 1, f"{match['numeral']}、{match['title']}")
