"""What import makes of the corpus (tests/readers/corpus.py), and how long it takes; `python bench/importing.py`.

``--misses`` names the fixtures in which something is wrong, or unread though it could be read.
"""

from __future__ import annotations

import io
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from figures import Figure, ratio
from giptui.store.layout import blank
from printers.sample_reports import baihe
from readers.corpus import corpus
from readers.judging import judged, outside, read
from readers.writing import paper, texts, web
from readers.writing.page import page

ROUNDS = 21


def cells(misses: bool) -> list[Figure]:
    """Over all fixtures: cells read as something else, cells unread, cells that nobody could recover."""
    wrong = unread = lost = whole = 0
    fixtures = corpus()
    for fixture in fixtures:
        found = judged(read(fixture.name, fixture.build()), fixture.made)
        needless = outside(found.unread, fixture.lost)
        wrong, unread, lost = wrong + len(found.wrong), unread + len(found.unread), lost + len(fixture.lost)
        whole += len(fixture.made.form.cells)
        if misses and (found.wrong or needless):
            print(fixture.name, *found.wrong[:3], *needless[:3], sep="\n    ")
    note = f"of {whole} in {len(fixtures)} fixtures"
    return [
        Figure("import: cells read as something else", wrong, "cells", 0, note),
        Figure("import: cells unread", unread, "cells", lost, f"{note}; the aim is what no reader could recover"),
    ]


def speed() -> list[Figure]:
    """Pages beside what parsing the file that they become takes; a PDF beside what pdfplumber alone takes."""
    report = baihe()
    toml = blank(report.form, report.values)
    text, html = texts.row_a_line(page(report)).encode(), web.html(page(report)).encode()
    pdf = paper.pdf(
        page(report.with_values({a: paper.drawable(v) for a, v in report.values.items() if type(v) is str}))
    )
    return [
        ratio("import: text / tomllib", _pairs(lambda: tomllib.loads(toml), lambda: read("page.txt", text)), 10),
        ratio("import: web page / tomllib", _pairs(lambda: tomllib.loads(toml), lambda: read("page.html", html)), 10),
        ratio(
            "import: PDF / pdfplumber in its process", _pairs(lambda: _plumbed(pdf), lambda: read("a.pdf", pdf), 5), 1.5
        ),
    ]


def _plumbed(pdf: bytes) -> None:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for sheet in document.pages:
            sheet.extract_text()
            sheet.extract_tables()


def _pairs(base: Callable[[], object], other: Callable[[], object], rounds: int = ROUNDS) -> list[tuple[float, float]]:
    base(), other()  # what is loaded once is no part of it
    return [(_took(base), _took(other)) for _ in range(rounds)]


def _took(what: Callable[[], object]) -> float:
    start = perf_counter()
    what()
    return perf_counter() - start


def main() -> None:
    for figure in (*cells("--misses" in sys.argv), *speed()):
        print(figure.line, flush=True)


if __name__ == "__main__":
    main()
