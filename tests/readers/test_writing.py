"""The tests' own writers write what they say: otherwise the readers would be held to pages that nobody publishes."""

from __future__ import annotations

from readers.corpus import NEW, corpus
from readers.judging import rows
from readers.writing import drawn, made, texts, web
from readers.writing.page import page
from readers.writing.strategies import SENTENCES


def test_shapes() -> None:
    whole = page(made.gappy(NEW))
    assert "\n行政许可 |\n" in texts.cell_a_line_with_pipes(whole)
    assert "\n行政许可 | 9522 ||\n" in texts.row_a_line(whole)
    assert "\n| 规章 | / | / | / |\n" in texts.markdown(whole)
    assert "\n商业\n\n企业\n\n" in texts.one_a_line(whole)
    assert 'rowspan="22"' in web.html(whole)
    assert "rowspan" not in web.html(whole, web.without_rowspans)
    assert web.html(whole, web.in_blocks).count("<table") == 6
    assert "\n三、\n" in drawn.raw(whole)
    assert max(map(len, drawn.layout(whole).split("\n"))) < 130


def test_no_two_numbers_of_a_full_report_are_equal() -> None:
    for form in made.both():
        texts = [str(value).strip("+-增万元") for value in made.numbers(form).values()]
        assert len({*texts}) == len(form.cells)


def test_only_cells_of_rows_with_blanks_are_excused() -> None:
    report = made.gappy(NEW)
    lost = rows(NEW, report)
    assert 0 < len(lost) < len(NEW.cells)
    assert all(fixture.lost <= {*fixture.made.form.cells} for fixture in corpus())
    assert len(SENTENCES) == len({*SENTENCES})
