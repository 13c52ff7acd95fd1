"""A report as a web page, and as a fragment to be pasted into the page of an office. Called by `giptui export`.

No scripts, and nothing that is fetched. A value cell of the page bears its address.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from giptui.display.visible import one_line
from giptui.printers.document import (
    UNTITLED,
    Addressee,
    FormTable,
    Heading,
    Metadata,
    Number,
    Paragraph,
    Part,
    Signature,
    Title,
    parts,
)
from giptui.printers.html import style
from giptui.printers.html.style import Look
from giptui.printers.html.table import table
from giptui.printers.html.writer import Writer, marked_up
from giptui.printers.page import DRAFT
from giptui.report import Report

_IDEOGRAPHIC: Final = "\N{IDEOGRAPHIC SPACE}"


def write(report: Report, draft: bool = False) -> bytes:
    """The whole page, in UTF-8; it prints on A4."""
    title = one_line(report.line("title")) or UNTITLED
    lines = (
        "<!doctype html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{marked_up(title)}{f'（{DRAFT}）' if draft else ''}</title>",
        f"<style>\n{style.sheet()}</style>",
        "</head>",
        "<body>",
        Writer().element(style.REPORT, _body(report, draft, Writer())),
        "</body>",
        "</html>",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def fragment(report: Report, draft: bool = False) -> bytes:
    """One element, to be put into a page that has a heading and publication lines of its own: its headings are of the
    second and third level, styles stand on the elements, and no other report has its ids.
    """
    name = "\n".join(report.line(field) for field in ("organ", "year", "title"))
    writer = Writer(is_fragment=True, prefix=f"r{sha256(name.encode(errors='replace')).hexdigest()[:8]}-")
    return f"{writer.element(style.REPORT, _body(report, draft, writer), {'lang': 'zh-CN'})}\n".encode()


def _body(report: Report, draft: bool, writer: Writer) -> Iterator[str]:
    if draft:
        yield writer.text(style.DRAFT, DRAFT)
    for part in parts(report):
        if not (writer.is_fragment and isinstance(part, Metadata)):
            yield _part(report, part, writer)


def _part(report: Report, part: Part, writer: Writer) -> str:
    if isinstance(part, FormTable):
        return table(report, part, writer)
    if isinstance(part, Metadata):
        spans = (f"<span>{marked_up(f'{entry.label}：{entry.text}')}</span>" for entry in part.entries)
        return writer.element(style.METADATA, " ".join(spans))
    return writer.text(*_said(part))


def _said(part: Number | Title | Addressee | Heading | Paragraph | Signature) -> tuple[Look, str]:
    match part:
        case Number(text):
            return style.NUMBER, text
        case Title(text):
            return style.TITLE, text
        case Addressee(text):
            return style.ADDRESSEE, text
        case Heading(section):
            return style.HEADING, section.title
        case Paragraph(_, _, text):
            return style.INDENTED if text.startswith(_IDEOGRAPHIC) else style.PARAGRAPH, text
        case Signature():
            return style.SIGNATURE, "\n".join(part.lines)
