"""Every cell of every fixture is right or, where its source cannot say it, declared unread; nothing is made up.

What may be unread is listed with the fixture, and is no more than what truly cannot be recovered.
"""

from __future__ import annotations

import pytest

from readers.corpus import Fixture, corpus
from readers.judging import judged, outside, read

CORPUS = corpus()


def test_the_corpus_is_large_and_its_names_are_names() -> None:
    assert len(CORPUS) >= 80
    assert len({fixture.name for fixture in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("fixture", CORPUS, ids=lambda fixture: fixture.name)
def test_every_cell_and_all_prose_of_a_fixture(fixture: Fixture) -> None:
    found = judged(read(fixture.name, fixture.build()), fixture.made)
    assert found.wrong == []
    assert outside(found.unread, fixture.lost) == []
    assert found.prose == []
    shown = tuple(f"report.{name}:" for name in fixture.fields)
    assert [line for line in found.fields if line.startswith(shown)] == []
