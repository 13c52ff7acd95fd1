"""The report as an office's Word document: GB/T 9704's page, the official tables, real headings. For `giptui export`.

Written by the parts of WordprocessingML themselves: whatever a page like this needs beyond plain paragraphs (fields,
header rows, alt text, East Asian fonts) a library would have to be handed as the same markup, and it would stand in the
way of the same bytes on every machine. ``body`` makes paragraphs of the report's parts, ``tables`` its tables,
``styles`` says how all of it looks, ``package`` puts it into a file.
"""

from __future__ import annotations

from giptui.printers.docx.body import body
from giptui.printers.docx.package import packed
from giptui.report import Report

__all__ = ["write"]


def write(report: Report, draft: bool = False) -> bytes:
    """The document; with ``draft`` the word 草案 stands at the head of every page."""
    return packed(report, body(report), draft)
