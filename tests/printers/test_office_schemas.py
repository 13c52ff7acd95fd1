"""What Office opens is valid against the schemas of ECMA-376, as its own SDK has them (by openxml-audit)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from sample_reports import baihe, crowded, old

from giptui.printers.formats import named, pages
from giptui.report import Report

_NOT_OF_THE_SCHEMA: Final = (
    "relationships/theme",
)  # the validator wants a theme; the standard lets a document do without


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
@pytest.mark.parametrize("report", [baihe(), crowded(), old()], ids=["seed", "crowded", "2019"])
@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_valid(name: str, report: Report, draft: bool, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    path = tmp_path / f"report.{name}"
    path.write_bytes(pages(named(name)).write(report, draft))
    found = audit.OpenXmlValidator().validate(path).errors
    assert not [error for error in found if not any(allowed in error.description for allowed in _NOT_OF_THE_SCHEMA)]
