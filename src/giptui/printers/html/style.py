"""How each part of the report looks, declared once: a page has it as a style sheet, a fragment on every element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from giptui.printers.cells import Role


class Look(NamedTuple):
    """The element of a part, its class where the element alone does not tell it, and its style."""

    tag: str
    css: str
    name: str = ""

    @property
    def selector(self) -> str:
        return f"{self.tag}.{self.name}" if self.name else self.tag


_FANGSONG: Final = "FangSong_GB2312, 仿宋_GB2312, FangSong, 仿宋, STFangsong, Noto Serif CJK SC, serif"
_HEITI: Final = "SimHei, 黑体, STHeiti, Noto Sans CJK SC, sans-serif"
_CELL: Final = "border: 1px solid #333; padding: .35em .3em; text-align: center; vertical-align: middle"
_HEAD: Final = f"{_CELL}; font-weight: normal"

REPORT: Final = Look("main", f"color: #111; font-family: {_FANGSONG}; font-size: 1.125rem; line-height: 1.75")
DRAFT: Final = Look("p", f"font-family: {_HEITI}; font-weight: bold; letter-spacing: .5em; text-align: right", "draft")
NUMBER: Final = Look("p", "text-align: center; text-indent: 0", "number")
TITLE: Final = Look("h1", f"font-family: {_HEITI}; font-size: 1.5em; line-height: 1.5; text-align: center")
METADATA: Final = Look("p", "color: #444; font-size: .85em; text-align: center; text-indent: 0", "metadata")
ADDRESSEE: Final = Look("p", "text-indent: 0", "addressee")
HEADING: Final = Look("h2", f"font-family: {_HEITI}; font-size: 1.1em; font-weight: normal; text-indent: 2em")
PARAGRAPH: Final = Look("p", "margin: .5em 0; overflow-wrap: anywhere; text-align: justify; text-indent: 2em")
INDENTED: Final = Look("p", "text-indent: 0", "indented")
"""A paragraph that brings its own spaces at the beginning."""
TABLE: Final = Look(
    "table",
    "border-collapse: collapse; font-size: .8em; line-height: 1.35; margin: 1em auto; width: 100%",
)
CAPTION: Final = Look(
    "caption",
    "clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px",
    "visually-hidden",
)
"""For whoever listens; who sees has the heading right above it, and the official form prints none."""
SCROLLING: Final = Look("div", "overflow-x: auto; position: relative", "scrolling")
"""Around a table: on a narrow screen it moves, not the page."""
SIGNATURE: Final = Look("p", "line-height: 1.75; margin-right: 2em; text-align: right", "signature")
CELLS: Final[Mapping[Role, Look]] = {
    Role.CAPTION: Look("th", f"{_HEAD}; background: #f2f2f2; white-space: normal", "block"),
    Role.HEAD: Look("th", f"{_HEAD}; white-space: nowrap"),
    Role.GROUP: Look("th", f"{_HEAD}; white-space: normal; word-break: keep-all", "group"),
    Role.LABEL: Look("th", f"{_HEAD}; text-align: left; white-space: normal", "label"),
    Role.VALUE: Look("td", _CELL),
}
CORNER: Final = Look("th", f"{_HEAD}; text-wrap: balance; white-space: normal", "corner")
"""The head over the labels, which says more than any other."""

_LOOKS: Final = (
    *(
        REPORT,
        PARAGRAPH,
        DRAFT,
        NUMBER,
        TITLE,
        METADATA,
        ADDRESSEE,
        HEADING,
        INDENTED,
        TABLE,
        CAPTION,
        SCROLLING,
        SIGNATURE,
    ),
    *(CELLS[role] for role in (Role.HEAD, Role.CAPTION, Role.GROUP, Role.LABEL, Role.VALUE)),
    CORNER,
)

_SCREEN: Final = """
body { margin: 0; }
main { box-sizing: border-box; margin: 0 auto; max-width: 50rem; padding: 1.5rem 1rem; }
"""

# Margins and sizes of the paper are those of GB/T 9704.
_PRINT: Final = """
@page { margin: 37mm 26mm 35mm 28mm; size: A4; }
@media print {
  main { font-size: 16pt; line-height: 28pt; max-width: none; padding: 0; }
  h1 { font-size: 22pt; }
  h2 { font-size: 16pt; }
  table { font-size: 9pt; line-height: 11pt; margin: 6pt auto; }
  td, th { padding: 2pt; white-space: normal; }
  h1, h2 { break-after: avoid; }
  table, p.signature { break-inside: avoid; }
  div.scrolling { overflow: visible; }
}
"""


def sheet() -> str:
    """The style sheet of a page, for screen and paper."""
    rules = "".join(f"{look.selector} {{ {look.css}; }}\n" for look in _LOOKS)
    return f"{rules}{_SCREEN.lstrip()}{_PRINT.lstrip()}"
