"""Rules as a person names them: by name, by title, several at once by commas, or by how their names begin."""

from collections.abc import Iterator, Sequence
from typing import Final

from giptui.check import RULES
from giptui.cli.streams import fail
from giptui.display.nearest import hint

_COMMAS: Final = str.maketrans("，、", ",,")


def named(words: Sequence[str]) -> tuple[str, ...]:
    """The names of the rules that these words mean, in the order of the catalogue; the command ends at one that means
    none.

    ``text-`` and ``text-*`` are the rules whose names begin so.
    """
    found = {name for word in words for part in _parts(word) for name in _meant(part)}
    return tuple(rule.name for rule in RULES if rule.name in found)


def _parts(word: str) -> Iterator[str]:
    """The word itself where it is a title, which may hold commas; else what stands between its commas."""
    if any(word.strip() == rule.title for rule in RULES):
        yield word.strip()
        return
    parts = [part.strip() for part in word.translate(_COMMAS).split(",")]
    yield from [part for part in parts if part] or [word]


def _meant(word: str) -> list[str]:
    beginning = word.removesuffix("*")
    if word.endswith(("-", "*")) and beginning:
        found = [rule.name for rule in RULES if rule.name.startswith(beginning)]
    else:
        found = [rule.name for rule in RULES if word in (rule.name, rule.title)]
    if not found:
        known = {name: name for rule in RULES for name in (rule.name, rule.title)}
        fail("unknown-rule", f"没有 {word or '“”'} 这条规则{hint(word, known) or '；全部规则用 giptui rules 列出'}")
    return found
