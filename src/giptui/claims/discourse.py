"""What governs a clause: what the words before it have settled. One small value; the reader folds it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.metrics import LINES, family
from giptui.claims.sentences import Sentence
from giptui.claims.tokens import Token

CASELOAD: Final = "说的是本机关承办的案件"


class Known(NamedTuple):
    """What the report says of itself."""

    year: int | None
    organ: str
    region: bool  # whether 全市 and the like are what it is about


class Setting(NamedTuple):
    """Where a sentence stands; the same for all its clauses."""

    known: Known
    address: str
    sentence: Sentence
    number: int  # which sentence of the report it is
    text: str  # the sentence's, without white space
    by_month: bool = False  # whether it speaks of single months


class About(NamedTuple):
    """What is talked about."""

    topic: str = ""  # a topic of the lexicon, or "off"
    reason: str = ""  # why the topic is off
    public: bool = False  # whether disputes are those over disclosure
    action: str = ""  # what was done with documents
    cleaning: bool = False  # the sentence speaks of clearing documents


class Earlier(NamedTuple):
    """A claim made before."""

    number: int  # which claim of the report it is
    metric: str
    kind: str
    value: int | Decimal | None
    skipped: str
    opening: int  # where its clause begins
    sentence: int

    @property
    def group(self) -> str:
        """The family of its metric."""
        return family(self.metric)


class Listing(NamedTuple):
    """A list of parts: its whole, and whether it ought to name all the parts; ``forked``: 其中 within 其中."""

    whole: Earlier | None = None
    closed: bool = False
    forked: bool = False


class Lists(NamedTuple):
    """The list that is open, and what it may be of."""

    open: Listing = Listing()
    outer: tuple[tuple[Listing, str], ...] = ()  # around the open brackets: the lists, and of whom they speak
    last: Earlier | None = None  # the claim before
    main: Earlier | None = None  # the claim before that counts applications
    pending: tuple[str, ...] = ()  # metrics that 分别 has promised numbers for
    addends: tuple[Earlier, ...] = ()  # the sentence's counts so far, outside of lists
    leading: bool = False  # whether a list follows the clause
    prior: Earlier | None = None  # the claim before the last


class Discourse(NamedTuple):
    """All that carries over from clause to clause."""

    about: About = About()
    lists: Lists = Lists()
    years: frozenset[int] = frozenset()  # that the clause speaks of
    named: frozenset[int] = frozenset()  # anywhere in the sentence so far
    part: str = ""  # why it speaks of a part only, or of something else
    made: int = 0  # claims so far
    year: int | None = None  # the reported year

    @property
    def listing(self) -> bool:
        """Whether the parts of a list are in question."""
        return self.lists.open.whole is not None or bool(self.lists.outer)

    @property
    def others(self) -> bool:
        """Whether it has been said that the disputes are other ones."""
        whole = self.lists.open.whole
        return bool(self.about.reason) or (whole is not None and whole.skipped.startswith("说的是"))

    @property
    def family(self) -> str:
        """The family of what the open list is of."""
        whole = self.lists.open.whole
        return whole.group if whole is not None else ""


def begun(address: str, year: int | None, made: int, public: bool = False) -> Discourse:
    """A text begins, or nothing carries over any more but that it stands under a heading on applications."""
    home = APPLICATIONS if address.startswith("applications.") else ""  # what it is about if it does not say
    return Discourse(About(home, "", public or address.startswith("disputes.")), made=made, year=year)


NOTICED: Final = frozenset(("topic", "off", "caseload", "action"))
"""The kinds of words that tell what is talked about."""


def noticed(discourse: Discourse, words: Sequence[Token], text: str) -> Discourse:
    """What is talked about from here on."""
    about, topics = discourse.about, []
    for index, token in enumerate(words):
        if token.kind == "topic":
            public = about.public or (token.value in LINES and not discourse.others)
            about = About(token.value, "", public, about.action, about.cleaning)
            topics.append(token)
        elif token.kind == "off":
            if not (about.topic == APPLICATIONS and _matter(discourse, words[:index], text, token)):
                about = about._replace(topic="off", reason=f"说的是{text[token.start : token.end]}")
        elif token.kind == "caseload":
            about = about._replace(reason=CASELOAD)
        elif token.kind == "action" and token.value:
            about = about._replace(action=token.value)
    if len(topics) > 1 and len(group := joined(words, "topic")) > 1:
        names = [token.value for token in group if token.value != APPLICATIONS]
        about = about._replace(topic="+".join(names) or APPLICATIONS)
    return discourse if about is discourse.about else discourse._replace(about=about)


JOINING: Final = ("and", "filler", "people", "this", "each")


def joined(tokens: Sequence[Token], kind: str) -> list[Token]:
    """The last token of the kind, and those before it joined by 、 or 和."""
    group: list[Token] = []
    linked = False
    for token in reversed(tokens):
        if token.kind == kind and (linked or not group):
            group.append(token)
            linked = False
        elif token.kind == "and" and group:
            linked = True
        elif (group and token.kind not in JOINING) or token.kind == kind:
            break
    return group[::-1]


def _matter(discourse: Discourse, before: Sequence[Token], text: str, token: Token) -> bool:
    """Whether the word is what applications are about: 涉及机构职能 2 件、水库备案信息 7 件."""
    if discourse.listing:
        return True
    start = text.rfind("涉及", 0, token.start)
    quiet = all(each.kind in ("filler", "part", "and", "this") for each in before)
    return start >= 0 and not any(mark in text[start : token.start] for mark in "（(") and quiet
