"""Texts that act or break something in one format or another, at every place of a report and in all formats: whatever
stands in it is had back whole by other libraries than those that wrote it, and import never makes another number of it.

What the formats do with usual reports is tested beside each; that PDF draws such texts, too, in `test_pdf`.
"""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import docx
import openpyxl  # type: ignore[import-untyped, unused-ignore]
import pyarrow.parquet as pq  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from giptui.display.visible import visible
from giptui.form import FORMS, Kind
from giptui.printers.cells import Role, cells
from giptui.printers.document import Paragraph, parts
from giptui.printers.formats import FORMATS, Shape, named, pages, tables
from giptui.printers.page import inline
from giptui.report import BLANK, UNREAD, Report, Value, show
from giptui.report.typed import typed
from printers.sample_reports import DATA
from printers.test_parquet import assert_holds
from readers.judging import read
from readers.writing import made

FORMULAS = (
    "=cmd|' /C calc'!A0",
    "=1+1",
    "+1",
    "+1+1",
    "-1",
    "-1+1",
    "@x",
    "\t=1",
    "\r=1",
    "'=1",
    "＝1",
    "#REF!",
    "{=1}",
)
MARKUP = (
    "<b>&amp;\"'#$*_|\\</b>",
    "&lt;",
    "]]>",
    "<!-- x -->",
    "#1",
    "$x$",
    "*a*",
    "a|b",
    "\\",
    "{{x}}",
    "`x`",
    "[a](b)",
)
UNSEEN = ("\x00", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202ea", "\ufffe", "\uffff", "\\ud800", "_x000D_")
NEARLY = (
    "0012",
    "1e5",
    "1.10",
    "1,234",
    "true",
    "2024-01-01",
    "NULL",
    "-0",
    "½",
    "３件",
    "一\n二",
    "''",
    "😀",
    "—",
    "a@b.c",
)
ODD = (*FORMULAS, *MARKUP, *UNSEEN, *NEARLY)
PLAIN: tuple[Value, ...] = (0, 7, 12345678, 10**8 - 1, BLANK, "/", UNREAD)
FONTS = Path(__file__).parents[1] / "readers" / "fonts"
few = settings(max_examples=2, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])


@st.composite
def hostile(draw: st.DrawFn) -> Report:
    """A report of either form, half of whose cells are odd, and all of whose texts."""
    form = draw(st.sampled_from([*FORMS.values()]))
    random = Random(draw(st.integers(0, 10**6)))
    values: dict[str, Value] = {**made.header(form)}
    for address, cell in form.cells.items():
        amount = Decimal("59237.244900") if cell.kind in (Kind.AMOUNT, Kind.MONEY) else 3
        values[address] = random.choice((random.choice(ODD), random.choice((*PLAIN, amount))))
    for address in form.texts:
        odd = random.sample(ODD, 6)
        values[address] = "\n".join(random.choice((each, f"我镇{each}。")) for each in odd)
    fields = ("source", "editor", "signature", "document_number")
    values |= {f"report.{name}": random.choice(ODD) for name in fields}
    return Report(form, values, tuple(section.id for section in form.sections), imported=True)


def written(name: str, report: Report) -> bytes:
    form = named(name)
    if not form.is_table:
        return pages(form).write(report)
    shape, module = Shape(tuple(FORMS.values())), tables(form)
    return b"".join(module.whole(shape, iter([module.part(shape, "a.toml", report)])))


Found = tuple[Mapping[str, str], list[str]]
"""What each address shows, and the lines of text."""


def in_docx(report: Report) -> Found:
    document = docx.Document(io.BytesIO(written("docx", report)))
    grids = [[row.cells for row in table.rows] for table in document.tables]
    placed = (
        (grid, cell)
        for grid, table in zip(grids, report.form.tables.values(), strict=True)
        for cell in cells(report, table)
    )
    shown = {cell.address: grid[cell.row][cell.column].text for grid, cell in placed if cell.role is Role.VALUE}
    return shown, [paragraph.text for paragraph in document.paragraphs]


def in_html(report: Report) -> Found:
    page = LexborHTMLParser(written("html", report).decode())
    shown = {str(node.attributes["data-address"]): node.text() for node in page.css("td")}
    return shown, [node.text() for node in page.css("p")]


def in_xlsx(report: Report) -> Found:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", report)), data_only=True)
    places = {
        name: book[sheet][at.replace("$", "")]
        for name, defined in book.defined_names.items()
        for sheet, at in defined.destinations
    }
    shown = {address: _shown(places[address.replace(".", "_")]) for address in report.form.cells}
    return shown, [str(cell.value) for row in book["正文"].iter_rows() for cell in row if cell.value is not None]


def _shown(cell: Any) -> str:
    if isinstance(cell.value, int | float):
        return f"{Decimal(repr(cell.value)):.{len(cell.number_format.partition('.')[2])}f}"
    return cell.value or ""


READERS: dict[str, Callable[[Report], Found]] = {"docx": in_docx, "html": in_html, "xlsx": in_xlsx}


@pytest.mark.parametrize("name", READERS)
@few
@given(report=hostile())
def test_pages_hold_every_cell_and_paragraph(name: str, report: Report) -> None:
    shown, lines = READERS[name](report)
    assert shown == {address: inline(report[address]) for address in report.form.cells}
    assert [part.text for part in parts(report) if isinstance(part, Paragraph) and part.text not in lines] == []


@few
@given(report=hostile())
def test_data_hold_every_value(report: Report) -> None:
    texts = {address: show(report[address]) for address in (*report.form.fields, *report.form.cells)}
    stated = json.loads(written("json", report), parse_float=Decimal)
    assert {address: str(stated[address]) for address in report.form.cells} == {a: texts[a] for a in report.form.cells}
    (row,) = csv.DictReader(io.StringIO(written("csv", report).decode("utf-8-sig"), newline=""))
    assert all(row[address] in (visible(text), f"'{visible(text)}") for address, text in texts.items())
    assert not any(text.strip().startswith(("=", "@", "＝")) for text in row.values())
    (typed_row,) = pq.read_table(io.BytesIO(written("parquet", report))).to_pylist()
    assert_holds(typed_row, report)


@pytest.mark.parametrize("name", ["docx", "html", "xlsx", "md"])
@few
@given(report=hostile())
def test_import_makes_no_other_number_of_it(name: str, report: Report) -> None:
    """What it reads is what anybody would who sees the page, or “?”."""
    found = read(f"a.{name}", written(name, report))
    assert found.form is report.form
    for address, cell in report.form.cells.items():
        text = inline(report[address]).strip()
        value = found.values.get(address, BLANK)
        assert (
            value in (UNREAD, text)
            or show(value) == text
            or (value == typed(text, cell.kind) and text[:1] not in "=＝")
        )


PROGRAM = """
import os, socket, subprocess, sys
from hashlib import sha256
def no(*_, **__): raise OSError("not here")
socket.socket.__init__ = socket.create_connection = subprocess.Popen.__init__ = os.system = no
os.umask(int(sys.argv[2]))
from giptui.printers.formats import FORMATS, Shape, pages, tables
from giptui.store import load
report = load(sys.argv[1])[1]
for each in FORMATS:
    if each.is_table:
        module, shape = tables(each), Shape([report.form])
        made = [b"".join(module.whole(shape, iter([module.part(shape, "a.toml", report)])))]
    else:
        made = [pages(each).write(report, draft) for draft in (False, True)]
    print(each.name, *(sha256(data).hexdigest() for data in made))
"""


def test_the_same_bytes_wherever_and_however_it_runs(tmp_path: Path) -> None:
    """Without network and programs, whatever the zone, language, seed, folder, home and umask."""
    told = []
    for number, (zone, language, mask) in enumerate((("UTC", "C", "0"), ("Asia/Shanghai", "zh_CN.UTF-8", "63"))):
        place = tmp_path / str(number)
        place.mkdir()
        own = {"PATH": "", "HOME": str(place), "TZ": zone, "LANG": language, "LC_ALL": language}
        own |= {"PYTHONHASHSEED": str(number + 1), "PYTHONPATH": os.pathsep.join(sys.path), "GIPTUI_FONTS": str(FONTS)}
        command = [sys.executable, "-c", PROGRAM, str(DATA), mask]
        done = subprocess.run(command, cwd=place, env=own, capture_output=True, text=True, check=True)
        told.append(done.stdout.splitlines())
    assert told[0] == told[1]
    assert [line.split()[0] for line in told[0]] == [each.name for each in FORMATS]
