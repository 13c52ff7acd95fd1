"""A text's sentences → claims. Remembers what is talked about, and within a sentence: years, lists, parts."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from giptui.claims.claim import Claim
from giptui.claims.clauses import Segment, segments, uncounted
from giptui.claims.gaps import A_PART, narrowed, unfilled
from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.metrics import family
from giptui.claims.partial import OTHER_CASES, foreign, partly
from giptui.claims.sentences import Sentence
from giptui.claims.skipping import Known, another_body, narrows, part_year, reason
from giptui.claims.subjects import CASELOAD, Context, Subject, apart, joined, subject
from giptui.claims.tokens import COUNTED, MONEY, Token, tokens

_NAMING: Final = frozenset(("topic", "outcome", "result", "applicant", "off"))
_BEHIND: Final = frozenset(("topic", "off", "filler", "and", "people", "plain", "method"))
_COUNTING: Final = frozenset(("number", "none"))
_RELATIVE: Final = frozenset(("compare", "up", "down", "share"))


class _List(NamedTuple):
    """A list of parts: the number of its whole among the claims, and whether it ought to name all the parts."""

    whole: int | None = None
    closed: bool = False


_NO_LIST: Final = _List()


class Reader:
    """Reads a report's texts, each sentence by sentence. What it finds is added to ``found``."""

    def __init__(self, known: Known) -> None:
        self.found: list[Claim] = []
        self.known = known

    def open(self, address: str) -> None:
        """Begin with the text that stands there."""
        self.place = address
        self.home = APPLICATIONS if address.startswith("applications.") else ""  # what it is about if it does not say
        self.seen = 0  # tokens read of it so far
        self.forget()

    def forget(self) -> None:
        """Nothing carries over from here."""
        self.topic, self.reason = self.home, ""
        self.public = self.place.startswith("disputes.")  # whether disputes are those over disclosure

    def read(self, sentence: Sentence) -> None:
        """Add the sentence's claims."""
        self.sentence = sentence
        self.text = sentence.text
        self.public = self.public or "公开" in self.text or self.topic == APPLICATIONS
        self.years: set[int] = set()  # that the clause speaks of
        self.named: set[int] = set()  # anywhere so far
        self.action = ""  # what was done with documents
        self.cleaning = False
        self.by_month = "月" in self.text and bool(part_year(self.text))
        self.part = foreign(self.text)  # why the sentence speaks of a part only, or of something else
        self.public = self.public and self.part != OTHER_CASES  # nor are the disputes of the next sentence
        self.list = _NO_LIST
        self.outer: list[tuple[_List, str]] = []  # around the open brackets: the lists, and of whom they speak
        self.last: int | None = None  # the claim before, and where its clause begins
        self.opening = 0
        self.main: int | None = None  # the claim before that counts applications
        self.pending: list[str] = []  # metrics that 分别 has promised numbers for
        found, counted = _taken_apart(self.text)
        self.seen += len(found)
        if not counted:
            self._notice(found)
        for segment in counted:
            self._segment(segment)

    def _segment(self, segment: Segment) -> None:
        self._brackets(segment.opener)
        words, kinds = segment.tokens, segment.kinds
        years = self.years
        if "year" in kinds:
            self.years = {int(token.number) for token in words if token.kind == "year"}
            self.named |= self.years
        if "among" in kinds:
            self.list = _List(self._whole() if self.list.whole is None else self.list.whole)
        if "part" in kinds or ("region" in kinds and not self.known.region):
            self.part = next(narrows(t, self.text) for t in words if t.kind in ("part", "region"))
        if not self.part and kinds & _COUNTING:
            self.part = another_body(self.known, self.text, segment)
        if self.by_month:
            self.part = self.part or part_year(self.text[segment.start : segment.end])
        if "spanning" in kinds and "this" not in kinds and self.known.year not in self.years:
            self.part = "不只是这一年"
        self.cleaning = self.cleaning or ("action" in kinds and any(t.kind == "action" and not t.value for t in words))
        if "none" in kinds:
            from giptui.claims.denials import denials

            denials(self, segment)
        if "number" in kinds:
            if kinds & _RELATIVE:
                from giptui.claims.percentages import percentages

                percentages(self, segment)
            else:
                self._counts(segment)
        if "flow" in kinds and any(token.kind == "flow" and token.value == "carried" for token in words):
            self.years = years  # that of 2023年结转 is not that of what follows
        self._notice(words)
        if self.found and self.found[-1].skipped == CASELOAD:
            self.reason = CASELOAD

    def _whole(self) -> int | None:
        """What 其中 is of: the claim before, but rather the applications before than 结转 N 件."""
        if self.last is not None and family(self.found[self.last].metric) == "carried" and self.main is not None:
            return self.main
        return self.last

    def _brackets(self, opener: str) -> None:
        if opener == "(":
            self.outer.append((self.list, self.part))
            self.list = _List(self.last, True)
        elif opener == ")" and self.outer:
            self.last = self.last if self.list.whole is None else self.list.whole
            self.list, self.part = self.outer.pop()

    def _notice(self, words: Sequence[Token]) -> None:
        """What is talked about from here on."""
        topics = 0
        for token in words:
            if token.kind == "topic":
                self.topic, self.reason = token.value, ""
                topics += 1
            elif token.kind == "off":
                self.topic, self.reason = "off", f"说的是{self.text[token.start : token.end]}"
            elif token.kind == "caseload":
                self.reason = CASELOAD
            elif token.kind == "action" and token.value:
                self.action = token.value
        if topics > 1 and len(group := joined(words, "topic")) > 1:
            self.topic = "+".join(token.value for token in group if token.value != APPLICATIONS) or APPLICATIONS

    def context(self, listing: bool = True) -> Context:
        """What the words before have settled; ``listing``: the parts of a list are in question, if there is one."""
        whole = self.found[self.list.whole].metric if self.list.whole is not None else ""
        listing = listing and (self.list.whole is not None or bool(self.outer))
        return Context(
            self.topic,
            self.reason,
            self.action,
            self.known.year,
            listing,
            family(whole) if whole else "",
            self.cleaning,
        )

    # -- counts

    def _counts(self, segment: Segment) -> None:
        words = segment.tokens
        numbers = segment.numbers
        begin = 0
        for order, index in enumerate(numbers):
            until = numbers[order + 1] if order + 1 < len(numbers) else len(words)
            before = words[begin:index]
            taken = self.count(segment, before, words[index], words[index + 1 : until])
            if until < len(words):
                self._notice(before)
            begin = until if taken else index + 1

    def count(self, segment: Segment, before: Sequence[Token], number: Token, after: Sequence[Token]) -> bool:
        """One number; whether the words after it are used up."""
        if number.value not in COUNTED and number.value not in MONEY:
            return False
        if len(before) > 1 and before[-2].kind == "none" and before[-1].start == before[-2].end:
            return False  # 未受理 2 件
        about = subject(before, self.text, self.context(), number.start) if before else None
        if self.pending and (about is None or not about.metrics):
            self.emit(segment, Subject((self.pending.pop(0),), number.start, number.end), number)
            return False
        taken = about is None or (_names(after) and not _names(before))
        if taken:
            about = self._behind(before, number, after)
        elif about and not any(token.kind == "topic" for token in before):
            off = next((narrows(token, self.text) for token in after if token.kind == "off"), "")
            about = about._replace(skipped=off or about.skipped)
        if about is None:
            if self.list.whole is not None and number.value in COUNTED[1:]:
                self.emit(segment, Subject((), number.start, number.end, A_PART), number)
            return False
        if about.metrics and not about.skipped and (why := partly(self.text, segment, about, before, number)):
            about = about._replace(skipped=why)
        for each in self._shared_out(about, before):
            self.emit(segment, each, number)
        if self.text.startswith("中", number.end):  # 予以公开的 2 件中，自然人 1 件
            self.list = _List(len(self.found) - 1)
        return taken

    def _shared_out(self, about: Subject, before: Sequence[Token]) -> list[Subject]:
        """各 1 件 is one for each; 分别为 3 件和 2 件 one after another."""
        single = [name for metric in about.metrics for name in metric.split("+")]
        if any(token.kind == "respectively" for token in before):
            if len(single) < 2:
                return [about._replace(skipped=about.skipped or "说的是分别的几个数")]
            self.pending = single[1:]
            return [about._replace(metrics=(single[0],))]
        if before and before[-1].kind == "each":
            return [about._replace(metrics=(metric,)) for metric in single]
        return [about]

    def _behind(self, before: Sequence[Token], number: Token, after: Sequence[Token]) -> Subject | None:
        """“3 件予以公开”: the words behind the number count; “收到 3 件申请”: those on both sides."""
        actions = [token for token in before if token.kind in ("flow", "action")]
        if actions and any(token.kind == "action" and not token.value for token in after):
            return None  # 对新制定的 3 件规范性文件进行解读
        if actions:
            return self._around(actions, number, [token for token in after if token.kind in _BEHIND])
        words = [token for token in after if token.kind != "flow" or token.value == "carried"]
        if not any(token.kind in _NAMING or token.kind == "flow" for token in words):
            return None
        about = subject(words, self.text, self.context(), 0)
        return about._replace(first=number.start) if about else None

    def _around(self, actions: Sequence[Token], number: Token, after: Sequence[Token]) -> Subject | None:
        if not any(token.kind in _NAMING for token in after):
            return None
        about = subject([*actions, *after], self.text, self.context(), number.start)
        if about is None or not about.metrics or about.skipped:
            return about
        end = max((token.end for token in after if token.kind == "topic"), default=number.end)
        if gap := unfilled(self.text[number.end : after[0].start]):
            return about._replace(skipped=narrowed(gap))
        if loose := next((t for t in after if t.kind in ("plain", "method") and t.start < end), None):
            return about._replace(skipped=narrows(loose, self.text))
        return about._replace(first=actions[0].start, last=end)

    # -- claims

    def emit(
        self, segment: Segment, about: Subject, number: Token | None, kind: str = "count", whole: str = ""
    ) -> None:
        """Add a claim; a count of 0 says that there was none."""
        start = about.first if number is None else min(about.first, number.start)
        end = about.last if number is None else max(about.last, number.end)
        metric = "+".join(dict.fromkeys(about.metrics))
        value = number.number if number else None
        if kind == "count" and value == 0 and metric and number and not number.rough:
            kind, value = "none", None
        skipped = "约数" if number and number.rough else about.skipped or self.part
        if not skipped and kind == "count" and not self.public and family(metric) == "disputes":
            skipped = "没有写明是政府信息公开引起的"
        if not skipped:
            skipped = reason(self.known, self.text, segment, (metric, kind), number, start, self.years)
        part_of = self._part_of(metric, segment) if kind == "count" else None
        if part_of is not None and not skipped and self._repeats(metric, part_of):
            skipped = A_PART
        begin, finish = self.sentence.place(start, end)
        opening = segment.start if kind in ("count", "none") or self.last is None else self.opening
        self.found.append(
            Claim(
                metric,
                kind,
                value,
                number.value if number else "",
                max(self.years) if self.years else None,
                "part" if skipped.startswith("只说") else "own",
                self.place,
                begin,
                finish,
                self.text[opening : segment.end],
                skipped,
                whole,
                part_of,
                self.list.closed and part_of is not None,
                kind == "none" and "hedge" in segment.kinds,
            )
        )
        if kind in ("count", "none"):
            self.last, self.opening = len(self.found) - 1, segment.start
            if metric and family(metric) in ("received", "handled"):
                self.main = self.last

    def _part_of(self, metric: str, segment: Segment) -> int | None:
        """The whole of the list that the claim stands in. “…其中自然人 8 件，答复 9 件”: another flow ends the list."""
        whole = self.list.whole
        if whole is None or self.outer or segment.opener != "," or not metric or "among" in segment.kinds:
            return whole
        above = self.found[whole].metric
        if above and family(metric) in ("handled", "carried", "disputes") and family(metric) != family(above):
            self.list = _NO_LIST
            return None
        return whole

    def _repeats(self, metric: str, whole: int) -> bool:
        """Whether a claim in a list counts the same as the list's whole: then it is a part of it."""
        above = self.found[whole].metric
        return metric == above or (family(metric) == family(above) == "received" and metric != "new_received")


@lru_cache(maxsize=256)  # offices share their phrases
def _taken_apart(text: str) -> tuple[Sequence[Token], Sequence[Segment]]:
    """The tokens of a sentence, and the same in segments if it counts anything."""
    found = uncounted(apart(tokens(text), text), text)
    counts = any(token.kind in ("number", "none") for token in found)
    return found, segments(found, len(text)) if counts else ()


def _names(words: Sequence[Token]) -> bool:
    """Whether the words name what is counted, not only what was done."""
    return any(token.kind in _NAMING or (token.kind == "flow" and token.value == "carried") for token in words)
