"""The form's tables as cells with spans: they are those of the official page, and fill it without gap or overlap."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from giptui.display.visible import one_line
from giptui.form import FORMS, Form
from giptui.printers.cells import Placed, Role, cells
from giptui.report import Report, show
from printers.sample_reports import crowded, old

SIZES = {"2021": ((14, 4), (28, 10), (4, 15)), "2019": ((18, 4), (26, 10), (4, 15))}
OFFICIAL = Path(__file__).parent / "golden"


def blank(form: Form) -> list[tuple[Placed, ...]]:
    return [cells(Report(form, {}), table) for table in form.tables.values()]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_cells_fill_the_official_grids_without_gap_or_overlap(form: Form) -> None:
    for placed, (rows, columns) in zip(blank(form), SIZES[form.id], strict=True):
        covered = Counter(
            (row, column)
            for cell in placed
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        )
        assert covered == Counter((row, column) for row in range(rows) for column in range(columns))
        assert [(cell.row, cell.column) for cell in placed] == sorted((cell.row, cell.column) for cell in placed)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_address_once_and_only_at_values(form: Form) -> None:
    placed = [cell for table in blank(form) for cell in table]
    assert [cell.address for cell in placed if cell.role is Role.VALUE] == [*form.cells]
    assert not any(cell.address for cell in placed if cell.role is not Role.VALUE)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_spans_and_texts_are_the_official_ones(form: Form) -> None:
    """The golden files are the blank forms as the decrees have them, row by row, `|` at a break within a cell."""
    found = [
        f"{cell.row} {cell.column} {cell.rows}×{cell.columns} {cell.text.replace(chr(10), '|')}".rstrip()
        for table in blank(form)
        for cell in table
    ]
    assert found == (OFFICIAL / f"form-{form.id}.cells.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("report", [crowded(), old()], ids=["2021", "2019"])
def test_values_are_spelled_as_on_the_page(report: Report) -> None:
    placed = {cell.address: cell for table in report.form.tables.values() for cell in cells(report, table)}
    assert all(placed[address].text == one_line(show(report[address])) for address in report.form.cells)


def test_roles() -> None:
    matrix = {cell.text: cell.role for cell in blank(FORMS["2021"])[1] if cell.text}
    assert matrix["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"] is Role.HEAD
    assert matrix["商业\n企业"] is matrix["法人或其他组织"] is Role.HEAD
    assert matrix["三、本年度办理结果"] is matrix["（三）不予公开"] is Role.GROUP
    assert matrix["3.其他"] is matrix["（七）总计"] is Role.LABEL
    assert blank(FORMS["2019"])[0][0].role is Role.CAPTION
