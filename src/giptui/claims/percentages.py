"""占 44.7%, 同比增长 12%: percentages of what a sentence has just counted, or names. Called by the reader."""

import re
from collections.abc import Sequence
from typing import Final

from giptui.claims.binding import subject
from giptui.claims.claim import Claim
from giptui.claims.clauses import Clause
from giptui.claims.counts import count
from giptui.claims.discourse import Discourse, Setting
from giptui.claims.emission import Draft, Step, emitted
from giptui.claims.gaps import unfilled
from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.metrics import DISPUTES
from giptui.claims.subject import Subject
from giptui.claims.tokens import PERCENT, Token

_ENDING_AT: Final = ("为", "至", "到")
_AGAINST: Final = ("较", "比", "与", "同", "于")
_TOGETHER: Final = "(?P<two>[两二](?:项|者|类|种))?(?:合计|共计?|相加|总和|之和|总共|一共)?$"
"""公开 5 件、部分公开 2 件，两项合计占 70%."""
_FROM: Final = "[由从比较](?:上|去|前|20[0-9]{2})[^，,0-9]{0,6}$"  # 由上年的 3 件增至 9 件: last year's number
_TIMES: Final = ("number", "year", "before", "this")
_LAST_YEAR: Final = ("同比", "上年", "去年", "上一年")


def percentages(setting: Setting, discourse: Discourse, clause: Clause) -> Step:
    """The claims of a clause with a share or a change. Its other numbers are about the change, not about the year."""
    words = clause.tokens
    if "respectively" in clause.kinds:
        return discourse, ()  # 同比分别增长 25%、100%
    sharing = next((index for index, token in enumerate(words) if token.kind in ("share", "rate")), len(words))
    changes = [index for index, token in enumerate(words) if token.kind in ("up", "down")]
    first = min(
        (index for index, token in enumerate(words) if token.kind in ("up", "down", "compare", "share", "rate"))
    )
    begin = 0
    found: list[Claim] = []
    for index in clause.numbers:
        number, before, begin = words[index], words[begin:index], index + 1
        claims: tuple[Claim, ...] = ()
        if changes and index < changes[0] and re.search(_FROM, setting.text[clause.start : number.start]):
            continue
        if index < first:
            after = words[index + 1 : first] if len(clause.numbers) == 1 or clause.numbers[1] > first else ()
            discourse, claims, _ = count(setting, discourse, clause, before, number, after)
        elif changes and changes[0] < index and (said := _ended(setting, discourse, words, changes[0], index)):
            discourse, claims = emitted(setting, _of_both(setting, discourse), clause, said)
        elif number.rough or (number.value not in PERCENT and not _difference(setting.text, words, index)):
            continue
        elif sharing < index and number.value in PERCENT:
            discourse, claims = _share(setting, discourse, clause, sharing, index)
        elif changes and changes[0] < index:
            change = words[max(position for position in changes if position < index)]
            discourse, claims = _growth(setting, discourse, clause, before, change, number)
        found.extend(claims)
    return discourse, tuple(found)


def _difference(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether the number is what the change amounts to: 比上年增加 5 件, not 降为 5 件."""
    if index == 0 or words[index].value != "件" or words[index - 1].kind not in ("up", "down"):
        return False
    return not text[words[index - 1].start : words[index].start].rstrip("了约").endswith(_ENDING_AT)


def _ended(setting: Setting, discourse: Discourse, words: Sequence[Token], change: int, index: int) -> Draft | None:
    """What the change ended at, as a count: “申请由上年的 3 件增至 9 件”; None if it does not say where from."""
    text, number = setting.text, words[index]
    since = re.search("[由从比较](?=上|去|前|20)", text[: words[change].start])
    to = text[words[change].start : words[change + 1].start].rstrip("了")
    if since is None or number.value != "件" or not to.endswith(_ENDING_AT):
        return None
    named = [token for token in words[:change] if token.end <= since.start() and token.kind not in _TIMES]
    about = subject(named, text, discourse, since.start()) if named else None
    if about is None or not about.metrics:
        return None
    return Draft(about, number)


def _share(setting: Setting, discourse: Discourse, clause: Clause, sharing: int, index: int) -> Step:
    part, of, number = clause.tokens[:sharing], clause.tokens[sharing + 1 : index], clause.tokens[index]
    if clause.tokens[sharing].kind == "rate":
        return _rate(setting, discourse, clause, sharing, number)
    metric, first = _about(setting, discourse, [token for token in part if token.kind != "number"])
    told = re.search(_TOGETHER, setting.text[clause.start : clause.tokens[sharing].start])
    if first is None and told and told[0]:
        pair = (discourse.lists.prior, discourse.lists.last) if told["two"] else (None,)
        alike = all(each and each.sentence == setting.number and each.metric and not each.skipped for each in pair)
        metric = "+".join(each.metric for each in pair if each and alike)
    if any(token.kind == "respectively" for token in part):
        return discourse, ()  # 甲 3 件、乙 1 件，分别占 75% 和 25%
    if not metric or any(token.kind in ("outcome", "applicant", "result", "off", "plain", "region") for token in of):
        return discourse, ()  # 占全市行政复议案件总数的 4.7%
    whole = next((token.value for token in of if token.kind == "flow" and token.value != "carried"), "")
    start = clause.tokens[0].start if first is None else first
    draft = Draft(Subject((metric,), start, number.end), number, "share", whole)
    return emitted(setting, discourse, clause, draft)


def _rate(setting: Setting, discourse: Discourse, clause: Clause, at: int, number: Token) -> Step:
    """纠错率, 办结率: a share that names its part, of what the sentence has counted or the clause names."""
    rate, topic, last = clause.tokens[at], discourse.about.topic, discourse.lists.last
    kind = {"handled": "flow", "corrected": "result", "upheld": "result"}.get(rate.value, "outcome")
    words = [token for token in clause.tokens[:at] if token.kind != "number"]
    said = setting.text[words[-1].end if words else clause.start : rate.start]
    home = topic.split("+")[0] in DISPUTES if kind == "result" else topic == APPLICATIONS
    partial = last is not None and last.sentence == setting.number and last.skipped
    if partial or unfilled(said) or not (home or any(token.kind == "topic" for token in words)):
        return discourse, ()  # 政务服务办件办结率
    if rate.value == "open" and number.number == 100:
        return discourse, ()  # 应公开尽公开
    about = subject([*words, rate._replace(kind=kind)], setting.text, discourse, 0)
    if about is None or not about.metrics:
        return discourse, ()
    return emitted(setting, discourse, clause, Draft(about._replace(last=number.end), number, "share"))


def _growth(
    setting: Setting, discourse: Discourse, clause: Clause, before: Sequence[Token], change: Token, number: Token
) -> Step:
    words = [
        token
        for token in before
        if token.kind not in ("compare", "up", "down")
        and not (token.kind == "year" and setting.text[token.start - 1 : token.start] in _AGAINST)  # 较2023年增加
    ]
    metric, first = _about(setting, discourse, words)
    start = min(token.start for token in clause.tokens if token.kind == "compare" or token is change)
    told = max(
        (token.end for token in clause.tokens if token.kind in _TIMES and token.end <= start), default=clause.start
    )
    if first is None and unfilled(setting.text[told:start].strip("与比较同相")):
        return discourse, ()  # 收到申请 9 件，网站访问量同比增长 20%
    if not metric or "环比" in setting.text:
        return discourse, ()
    year = setting.known.year
    since = any(word in setting.text for word in _LAST_YEAR) or (year is not None and year - 1 in discourse.named)
    discourse = _of_both(setting, discourse)
    about = Subject((metric,), start if first is None else first, number.end, "" if since else "没有写明与哪一年比")
    signed = number._replace(number=-number.number) if change.kind == "down" else number
    return emitted(setting, discourse, clause, Draft(about, signed, "growth"))


def _of_both(setting: Setting, discourse: Discourse) -> Discourse:
    """The year and the one before are both what a change is about."""
    year = setting.known.year
    return discourse if year is None else discourse._replace(years=discourse.years - {year, year - 1})


def _about(setting: Setting, discourse: Discourse, words: Sequence[Token]) -> tuple[str, int | None]:
    """What a percentage is about, and where it is named: before it, or by the claim before, unless that is skipped."""
    about = subject(words, setting.text, discourse, 0)
    if about and (about.metrics or about.skipped):
        single = len(about.metrics) == 1 and not about.skipped
        return (about.metrics[0] if single else ""), about.first
    last = discourse.lists.last
    if last is None or last.sentence != setting.number:
        return "", None
    return (last.metric if last.kind in ("count", "none", "growth") and not last.skipped else ""), None
