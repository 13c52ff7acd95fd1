"""The words that claims are made of, by what they do in a sentence; the data is ``lexicon.txt``.

The longest word that fits is the one. Words that only look like one of these stand there too, as ``plain``: 规章制度 is
no 规章, 申请表 no 申请.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

APPLICATIONS: Final = "applications"


class Row(NamedTuple):
    """Words that do the same, with the sentence that they were first needed for, and what that claims."""

    kind: str
    value: str
    example: str
    claims: str
    words: tuple[str, ...]


def _rows() -> Iterator[Row]:
    with open(f"{__file__.removesuffix('.py')}.txt", encoding="utf-8") as file:  # noqa: PTH123 - pathlib costs start-up time
        blocks = file.read().split("\n@ ")[1:]
    for block in blocks:
        head, example, *lines = block.split("\n")
        kind, _, value = head.partition(" ")
        sentence, _, claims = example.removeprefix("> ").partition("→")
        words = [word for line in lines if not line.startswith("#") for word in line.split()]
        yield Row(kind, value, sentence.strip(), claims.strip(), tuple(words))


def _lengths(entries: Iterable[str]) -> dict[str, Sequence[int]]:
    """How long the words are that two characters can begin, or one with another behind it; the longest first."""
    found: dict[str, set[int]] = {}
    for word in entries:
        found.setdefault(word[:2], set()).add(len(word))
    for start, lengths in found.items():
        if start[0] in found:
            lengths.add(1)
    return {start: sorted(lengths, reverse=True) for start, lengths in found.items()}


def _beginnings(words: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Words by the two characters that they begin with; none that begins with another of them."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=len):
        known = found.setdefault(word[:2], [])
        if not word.startswith(tuple(known)):
            known.append(word)
    return found


ROWS: Final = tuple(_rows())
WORDS: Final[Mapping[str, tuple[str, str]]] = {word: (row.kind, row.value) for row in ROWS for word in row.words}
LENGTHS: Final[Mapping[str, Sequence[int]]] = _lengths(WORDS)
STARTS: Final = frozenset(start[0] for start in LENGTHS)
"""Every character that a word begins with."""
NAMING: Final[Mapping[str, Sequence[str]]] = _beginnings(
    word
    for word, (kind, value) in WORDS.items()
    if kind in ("topic", "flow", "outcome", "result", "rate", "applicant", "off")
    or (kind == "action" and value not in ("", "public"))
)
"""The words without which nothing is counted that the tables know, by their first two characters."""
PUBLISHING: Final = (
    rf"(?:{'|'.join(w for w, named in WORDS.items() if named == ('action', 'public'))})[^，,]*[0-9０-９]"
)
"""These words are in every report; they name something where a number follows."""
DENYING: Final = frozenset(word for word, (kind, _) in WORDS.items() if kind == "none" and len(word) == 1) | {"不存在"}
"""Words that deny; every longer one contains one of these."""
