"""A picture as PNG, for what takes no SVG; set by typst, of which the extra ``export`` brings the library."""

from __future__ import annotations

from typing import Final

from giptui.printers.charts.bars import Chart
from giptui.printers.charts.svg import svg

_POINTS: Final = 144  # an inch: two pixels for each of the SVG's, sharp on paper too
_LAYOUT: Final = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")"""


def png(chart: Chart) -> bytes:
    """The picture in pixels; the same bytes on every machine with the same fonts. NotInstalled without typst, NoFont
    where there is none for Chinese.
    """
    from giptui.printers.pdf.fonts import chosen

    fonts = chosen()
    import typst

    picture = svg(chart, fonts.families["heading"]).decode()
    return typst.compile(
        _LAYOUT,
        format="png",
        ppi=_POINTS,
        font_paths=fonts.fonts,
        ignore_system_fonts=True,
        sys_inputs={"svg": picture},
    )
