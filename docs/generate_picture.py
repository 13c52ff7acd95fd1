"""Writes docs/editor.svg: the editor at 80×24 on the seed's report, with the fix of its arithmetic mistake shown.
`make docs` runs it; a test holds what can be read in the picture to what the editor shows now.
"""

from __future__ import annotations

import asyncio
import os
import re
from html import escape, unescape
from pathlib import Path
from typing import Final

from textual.keys import _character_to_key

from giptui.display.width import width
from giptui.session import Session
from giptui.tui.app import Editor

ROOT: Final = Path(__file__).parents[1]
PICTURE: Final = ROOT / "docs" / "editor.svg"

_REPORT: Final = "data/baihe-2023.toml"
_KEYS: Final = "]!"
_CELL: Final = 12.2  # how wide Rich draws a cell
_TEXT: Final = r'<text ([^>]*?)x="([\d.]+)"([^>]*?)textLength="[\d.]+"([^>]*)>([^<]*)</text>'
_RUN: Final = r"[!-~]+(?: [!-~]+)*|[^\x00-~\xa0]+"  # of characters that are equally wide
_FONTS: Final = "Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"


def picture() -> str:
    """The picture. It names no font that would have to be loaded from somewhere."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", asyncio.run(_screen()), flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", _FONTS).replace("font-family: arial", f"font-family: {_FONTS}")
    svg = re.sub(_TEXT, _placed, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _placed(element: re.Match[str]) -> str:
    """The text in runs, each in its own place and as wide as in a terminal: Rich counts a Chinese character as one
    cell, and what a font makes of it nobody knows."""
    before, x, between, behind, escaped = element.groups()
    text = unescape(escaped)
    runs = []
    for run in re.finditer(_RUN, text):
        start = float(x) + _CELL * width(text[: run.start()])
        length = _CELL * width(run[0])
        runs.append(f'<text {before}x="{start:.1f}"{between}textLength="{length:.1f}"{behind}>{escape(run[0])}</text>')
    return "\n".join(runs)


async def _screen() -> str:
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        editor = Editor(Session.open(_REPORT))
        async with editor.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press(*map(_character_to_key, _KEYS))
            await pilot.pause()
            return editor.export_screenshot(title="giptui", simplify=False)
    finally:
        os.chdir(before)


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
