"""A report as PDF by GB/T 9704, set by typst: tagged, in Chinese, with bookmarks; without LibreOffice or network.

The bytes are the same on every run, and on every machine with the same fonts. All that is read besides the report are
fonts and the layout beside this module. Called by the commands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from giptui.printers.pdf.content import content
from giptui.printers.pdf.fonts import Chosen, chosen
from giptui.report import Report

_LAYOUT: Final = Path(__file__).with_name("page.typ")
_PROBE: Final = b"""#set document(title: "-")
#let data = json(bytes(sys.inputs.report))
#set text(font: data.fonts)
#data.characters.join(" ")"""
_ACCESSIBLE: Final = "ua-1"
_NO_GLYPH: Final = r'the text `"(.+?)"` could not be displayed'  # why typst refuses PDF/UA


def write(report: Report, draft: bool = False) -> bytes:
    """The PDF; ``draft`` marks every page 草案. PDF/UA-1, unless no font has some character: then it is tagged all the
    same, and :func:`remarks` names it. NotInstalled without typst, NoFont where there is none for Chinese.
    """
    fonts = chosen()
    data = {**content(report), "fonts": fonts.families, "draft": draft}
    layout = _LAYOUT.read_bytes()
    try:
        return _set(layout, data, fonts, _ACCESSIBLE)
    except RuntimeError:  # typst's own
        return _set(layout, data, fonts)


def remarks(report: Report) -> tuple[str, ...]:
    """What is to be said of the page, in sentences: which fonts stand in for others, which characters no font has."""
    fonts = chosen()
    said = []
    if fonts.substitutes:
        pairs = "，".join(f"{official} 用 {family}" for official, family in fonts.substitutes.items())
        said.append(f"没有公文所用的字体，以别的代替：{pairs}；装上后再导出，就用公文字体")
    characters = sorted(set(json.dumps(content(report), ensure_ascii=False)))
    if lost := _lost(characters, fonts):
        said.append(f"字体里没有这些字，印出来是空框：{lost}；请装上有这些字的字体再导出")
    return tuple(said)


def _lost(characters: Sequence[str], fonts: Chosen) -> str:
    """Those that no font has, by what typst says where the standard demands that all can be seen."""
    from typst import TypstError

    try:
        _set(_PROBE, {"fonts": fonts.families["body"], "characters": characters}, fonts, _ACCESSIBLE)
    except TypstError as error:
        return "".join(re.findall(_NO_GLYPH, error.diagnostic))
    return ""


def _set(layout: bytes, data: Mapping[str, object], fonts: Chosen, *standards: Literal["ua-1"]) -> bytes:
    import typst

    return typst.compile(
        layout,
        format="pdf",
        font_paths=fonts.fonts,
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(data)},
        pdf_standards=list(standards),
    )
