"""WordprocessingML as text: elements, runs, paragraphs. Every text of a document goes through :func:`escaped`."""

from __future__ import annotations

import re
from typing import Final

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_NO_XML: Final = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
BREAK: Final = "<w:r><w:br/></w:r>"

_HINT: Final = '<w:rFonts w:hint="eastAsia"/>'
"""That “ ” … — are set in the Chinese font: Word asks this of every run, and not of its style."""


def escaped(text: str) -> str:
    """The text as XML holds it; a character that no XML can hold is the sign of the unknown."""
    text = re.sub(_NO_XML, "\N{REPLACEMENT CHARACTER}", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def w(name: str, /, *children: str, **attributes: object) -> str:
    """An element of the namespace ``w``, its attributes in the same: ``w("jc", val="center")``."""
    opening = "".join((name, *(f' w:{key}="{escaped(str(value))}"' for key, value in attributes.items())))
    return f"<w:{opening}>{''.join(children)}</w:{name}>" if children else f"<w:{opening}/>"


def run(text: str, *properties: str, style: str = "") -> str:
    """A text in one look; ``properties`` are elements of rPr in the schema's order."""
    styled = w("rStyle", val=style) if style else ""
    return (
        f'<w:r><w:rPr>{styled}{_HINT}{"".join(properties)}</w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
    )


def paragraph(style: str, *runs: str, properties: str = "", identifier: str = "") -> str:
    """``properties`` are elements of pPr in the schema's order, ``identifier`` eight digits that stay (w14:paraId)."""
    named = f' w14:paraId="{identifier}"' if identifier else ""
    return f'<w:p{named}><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(runs)}</w:p>'
