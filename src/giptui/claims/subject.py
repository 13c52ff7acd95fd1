"""What the words around a number name: the value that binding returns, and the words that it is given."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from giptui.claims.discourse import Discourse
from giptui.claims.tokens import Token

UNNAMED: Final = "没有写明是政府信息公开申请"
PUBLISHED: Final = "说的是公开的信息"


class Subject(NamedTuple):
    """The metrics that the words name, each by itself; what they stand on, and why not to compare if so."""

    metrics: tuple[str, ...]
    first: int
    last: int
    skipped: str = ""


class Said(NamedTuple):
    """The words that belong to a number, the topics among them, the sentence, and what governs its clause."""

    tokens: Sequence[Token]
    topics: Sequence[Token]
    text: str
    context: Discourse
