"""Whole pages, byte for byte, and the published page that the layout `lines` reproduces."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from sample_reports import baihe, crowded, old

from giptui.printers import LAYOUTS, plain
from giptui.report import Report

GOLDEN = Path(__file__).with_name("golden")
REPORTS = {"baihe-2023": baihe(), "crowded": crowded(), "form-2019": old()}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("name", "report"), REPORTS.items())
def test_page(name: str, report: Report, layout: str) -> None:
    assert plain(report, layout) == (GOLDEN / f"{name}.{layout}.txt").read_bytes().decode()


def test_lines_are_those_of_the_published_page() -> None:
    """First to last: NFKC, blank lines dropped, edge whitespace stripped."""
    published = (GOLDEN / "baihe-2023.published.txt").read_text(encoding="utf-8").splitlines()
    text = unicodedata.normalize("NFKC", plain(baihe(), "lines"))
    assert [line.strip() for line in text.split("\n") if line.strip()] == published
    assert len(published) == 319
