"""What a document is to get, and what it cannot be given."""

from typing import NamedTuple


class Comment(NamedTuple):
    """A comment: its paragraphs of text, one a line; the numbers of the document's paragraphs that it is about.

    With a ``quote`` it is about that stretch of them, or of what follows them; where its letters stand there several
    times, ``passed`` is how many of these come before.
    """

    text: str
    paragraphs: tuple[int, ...]
    quote: str = ""
    passed: int = 0


class Change(NamedTuple):
    """A number to stand in the place of another in the cell of these paragraphs; “” is a blank."""

    paragraphs: tuple[int, ...]
    before: str
    after: str


class NotPossible(Exception):  # noqa: N818 - what the document is
    """A document that cannot be given comments without taking the risk of spoiling it."""
