"""占 44.7%, 同比增长 12%: percentages of what a sentence has just counted, or names. Called by the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from giptui.claims.subjects import Subject, subject

if TYPE_CHECKING:
    from giptui.claims.clauses import Segment
    from giptui.claims.reader import Reader
    from giptui.claims.tokens import Token

_PERCENT: Final = ("%", "％")
_LAST_YEAR: Final = ("同比", "上年", "去年", "上一年")


def percentages(reader: Reader, segment: Segment) -> None:
    """The claims of a clause with a share or a change. Its other numbers are about the change, not about the year."""
    words = segment.tokens
    if "respectively" in segment.kinds:
        return  # 同比分别增长 25%、100%
    sharing = next((index for index, token in enumerate(words) if token.kind == "share"), len(words))
    changes = [index for index, token in enumerate(words) if token.kind in ("up", "down")]
    first = min((index for index, token in enumerate(words) if token.kind in ("up", "down", "compare", "share")))
    begin = 0
    for index in segment.numbers:
        number, before, begin = words[index], words[begin:index], index + 1
        if index < first:
            reader.count(segment, before, number, ())
        elif number.value not in _PERCENT or number.rough:
            continue
        elif sharing < index:
            _share(reader, segment, words[:sharing], words[sharing + 1 : index], number)
        elif changes and changes[0] < index:
            change = words[max(position for position in changes if position < index)]
            _growth(reader, segment, before, change, number)


def _share(reader: Reader, segment: Segment, part: Sequence[Token], of: Sequence[Token], number: Token) -> None:
    metric, first = _about(reader, [token for token in part if token.kind != "number"])
    if any(token.kind == "respectively" for token in part):
        return  # 甲 3 件、乙 1 件，分别占 75% 和 25%
    if not metric or any(token.kind in ("outcome", "applicant", "result", "off", "plain") for token in of):
        return
    whole = next((token.value for token in of if token.kind == "flow" and token.value != "carried"), "")
    start = segment.tokens[0].start if first is None else first
    reader.emit(segment, Subject((metric,), start, number.end), number, "share", whole)


def _growth(reader: Reader, segment: Segment, before: Sequence[Token], change: Token, number: Token) -> None:
    metric, first = _about(reader, [token for token in before if token.kind not in ("compare", "up", "down")])
    if not metric or "环比" in reader.text:
        return
    year = reader.known.year
    since = any(word in reader.text for word in _LAST_YEAR)
    if year is not None:
        since = since or year - 1 in reader.named
        reader.years -= {year, year - 1}  # both are what growth is about
    start = min(token.start for token in segment.tokens if token.kind == "compare" or token is change)
    about = Subject((metric,), start if first is None else first, number.end, "" if since else "没有写明与哪一年比")
    signed = number._replace(number=-number.number) if change.kind == "down" else number
    reader.emit(segment, about, signed, "growth")


def _about(reader: Reader, words: Sequence[Token]) -> tuple[str, int | None]:
    """What a percentage is about, and where it is named: before it, or by the claim before, unless that is skipped."""
    about = subject(words, reader.text, reader.context(), 0)
    if about and (about.metrics or about.skipped):
        single = len(about.metrics) == 1 and not about.skipped
        return (about.metrics[0] if single else ""), about.first
    if reader.last is None:
        return "", None
    claim = reader.found[reader.last]
    return (claim.metric if claim.kind == "count" and not claim.skipped else ""), None
