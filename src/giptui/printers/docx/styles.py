"""How the document looks: its named styles and its fonts, those of GB/T 9704."""

from __future__ import annotations

from typing import Final

from giptui.printers.docx.geometry import CHARACTER, LINE, NARROWER
from giptui.printers.docx.markup import w

_LATIN: Final = "Times New Roman"
_TEXT: Final = "仿宋_GB2312"
_TITLE: Final = "方正小标宋简体"
_FIRST: Final = "黑体"
_SECOND: Final = "楷体_GB2312"
_TABLE: Final = "宋体"
_ALSO: Final = {
    _TEXT: "仿宋,FangSong",
    _TITLE: "方正小标宋_GBK",
    _SECOND: "楷体,KaiTi",
    _FIRST: "SimHei",
    _TABLE: "SimSun",
}
"""What the fonts are called where those are not: Windows has had 仿宋 and 楷体 without _GB2312 since 2007."""

_TABLE_LINE: Final = 260
_INDENT: Final = w("ind", firstLineChars=200, firstLine=2 * (CHARACTER + NARROWER))
_ADVANCE: Final = w("spacing", val=NARROWER)
_KEPT: Final = w("keepNext")


def styles() -> str:
    """All of word/styles.xml but its root."""
    table = w("spacing", line=_TABLE_LINE, lineRule="exact")
    narrow = _font(_TABLE) + _size(20)
    return "".join(
        (
            w("docDefaults", w("rPrDefault", w("rPr", _fonts(_TEXT), _size(32), _language())), w("pPrDefault")),
            w(
                "style",
                _named("Normal"),
                w("qFormat"),
                w("pPr", w("widowControl", val=0), _line(LINE), w("jc", val="both")),
                type="paragraph",
                default=1,
                styleId="Normal",
            ),
            w(
                "style",
                _named("Default Paragraph Font"),
                w("uiPriority", val=1),
                w("semiHidden"),
                type="character",
                default=1,
                styleId="DefaultParagraphFont",
            ),
            _style("BodyText", "Body Text", _INDENT, _ADVANCE),
            _style("DocumentNumber", "文号", _line(LINE, after=LINE) + _to("center")),
            _style("Title", "Title", _line(720, after=LINE // 2) + _to("center"), _font(_TITLE) + _size(44)),
            _style("Subtitle", "Subtitle", _line(400, after=LINE // 2) + _to("center"), _font(_SECOND) + _size(21)),
            _style("Salutation", "Salutation", "", _ADVANCE),
            _style(
                "Heading1",
                "heading 1",
                _KEPT + _INDENT + w("outlineLvl", val=0),
                _font(_FIRST) + _ADVANCE,
                follow="BodyText",
            ),
            _style(
                "Heading2",
                "heading 2",
                _KEPT + _INDENT + w("outlineLvl", val=1),
                _font(_SECOND) + _ADVANCE,
                follow="BodyText",
            ),
            w(
                "style",
                _named("标题 2 字符"),
                w("qFormat"),
                w("rPr", _font(_SECOND)),
                type="character",
                customStyle=1,
                styleId="Heading2Character",
            ),
            _style("Signature", "Signature", _line(LINE, before=2 * LINE) + _to("right")),
            _style("Date", "Date", _to("right")),
            _style("Header", "header", _to("right"), _font(_FIRST)),
            _style("Footer", "footer", _line(LINE), _font(_TABLE) + _size(28)),
            _style("TableHead", "表头", _KEPT + table + _to("center"), narrow),
            _style("TableLabel", "表项", w("ind", left=40) + _to("left"), "", based="TableHead"),
            _style("TableValue", "表值", "", "", based="TableHead"),
            _style("TableCaption", "表中分题", w("ind", left=40) + _to("left"), "", based="TableHead"),
            _style("TableRemark", "表中说明", w("ind", left=40) + _to("left"), _font(_SECOND), based="TableHead"),
            _tables(),
        )
    )


def fonts() -> str:
    """All of word/fontTable.xml but its root."""
    return "".join(
        w(
            "font",
            w("altName", val=_ALSO[name]),
            w("charset", val="86"),
            w("family", val="script" if name in (_TEXT, _SECOND) else "auto"),
            name=name,
        )
        for name in (_TEXT, _TITLE, _FIRST, _SECOND, _TABLE)
    )


def _style(
    identifier: str, name: str, paragraph: str = "", run: str = "", based: str = "Normal", follow: str = ""
) -> str:
    custom = {"customStyle": 1} if not name.isascii() else {}
    return w(
        "style",
        _named(name),
        w("basedOn", val=based),
        w("next", val=follow) if follow else "",
        w("qFormat"),
        w("pPr", paragraph) if paragraph else "",
        w("rPr", run) if run else "",
        type="paragraph",
        styleId=identifier,
        **custom,
    )


def _tables() -> str:
    """The grid of single lines, and the table without any that all of Word's tables are based on."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="auto") for edge in edges))
    normal = w(
        "style",
        _named("Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa")),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    grid = w(
        "style",
        _named("Table Grid"),
        w("basedOn", val="TableNormal"),
        w("tblPr", borders),
        type="table",
        styleId="TableGrid",
    )
    return normal + grid


def _named(name: str) -> str:
    return w("name", val=name)


def _fonts(chinese: str) -> str:
    return w("rFonts", ascii=_LATIN, hAnsi=_LATIN, eastAsia=chinese, cs=_LATIN)


def _font(chinese: str) -> str:
    return w("rFonts", eastAsia=chinese)


def _size(half_points: int) -> str:
    return w("sz", val=half_points) + w("szCs", val=half_points)


def _language() -> str:
    return w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")


def _line(height: int, before: int = 0, after: int = 0) -> str:
    return w("spacing", before=before, after=after, line=height, lineRule="exact")


def _to(side: str) -> str:
    return w("jc", val=side)
