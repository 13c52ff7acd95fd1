"""What stands raised, lowered or struck through in a cell: it is no part of the number beside it.

The mark of a note (353 with a raised 1) is left out and said; a cell of which only its writer knows what is meant, such
as one with digits struck through, is doubted. Called by `shown` for the cells of tables.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

_MARK: Final = re.compile(
    r"[\[(（【〔［<〈]?(?:备?注)?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]|[a-zA-Z]|[①-⑳⑴-⒇㈠-㈩*＊※★☆#＃†‡△]{1,3})?[\])）】〕］>〉]?"
)
_DIGIT: Final = re.compile(r"[0-9０-９]")

STRUCK: Final = "格里有划掉的字"
RAISED: Final = "格里有上标或下标的字"


class Aside(Enum):
    """How a text is set."""

    NONE = auto()
    RAISED = auto()  # or lowered
    STRUCK = auto()


class Said(NamedTuple):
    """A piece of what a cell says."""

    text: str
    aside: Aside


def without_marks(said: Sequence[Said]) -> tuple[str, str, str]:
    """The text without the mark of a note behind it, why the cell cannot be read, and the mark: empty if there is none
    or if it is not certain that it is one.
    """
    pieces = [(text, aside) for text, aside in said if text.strip()]
    raised = [n for n, (_, aside) in enumerate(pieces) if aside is Aside.RAISED]
    mark = "".join("".join(pieces[n][0].split()) for n in raised)
    text = "".join(text for text, aside in said if aside is not Aside.RAISED)
    if any(aside is Aside.STRUCK for _, aside in pieces):
        return text, STRUCK, ""
    if not raised or len(raised) == len(pieces):  # nothing, or all of it
        return text, "", ""
    is_behind = raised[0] > 0 and not any(_DIGIT.search(text) for text, _ in pieces[raised[-1] + 1 :])
    if is_behind and raised[-1] - raised[0] + 1 == len(raised) and _MARK.fullmatch(mark):
        return text, "", mark
    return text, RAISED, ""
