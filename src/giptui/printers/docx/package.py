"""The parts of a document in one file: the same bytes for the same report on every run and machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from giptui.display.visible import one_line
from giptui.printers.docx.geometry import CHARACTER, FOOTER, MARGINS, PAGE
from giptui.printers.docx.markup import DECLARATION, escaped, paragraph, run, w
from giptui.printers.docx.styles import fonts, styles
from giptui.report import Report

_SCHEMAS: Final = "http://schemas.openxmlformats.org"
_OFFICE: Final = f"{_SCHEMAS}/officeDocument/2006/relationships"
_PACKAGE: Final = f"{_SCHEMAS}/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES: Final = (
    f'xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_NUMBER: Final = w("fldSimple", run("1"), instr=" PAGE ")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_DATES: Final = ("written_at", "signed_on", "published_on")

# The parts beside the document: name, type of content, relationship. All are the document's.
_PARTS: Final = {
    "styles": "styles",
    "fontTable": "fontTable",
    "settings": "settings",
    "footer1": "footer",
    "footer2": "footer",
    "header1": "header",
    "header2": "header",
}


def packed(report: Report, body: Iterable[str], draft: bool) -> bytes:
    names = [name for name in _PARTS if draft or not name.startswith("header")]
    files = {
        "[Content_Types].xml": _content_types(names),
        "_rels/.rels": _package_relationships(),
        "docProps/app.xml": _application(report),
        "docProps/core.xml": _properties(report, draft),
        "word/document.xml": _root("document", w("body", *body, _section(names))),
        "word/_rels/document.xml.rels": _relationships(
            {name: (f"{_OFFICE}/{_PARTS[name]}", f"{name}.xml") for name in names}
        ),
        "word/styles.xml": _root("styles", styles()),
        "word/fontTable.xml": _root("fonts", fonts()),
        "word/settings.xml": _root("settings", _settings()),
        "word/footer1.xml": _root("ftr", _footer("right")),
        "word/footer2.xml": _root("ftr", _footer("left")),
    }
    if draft:
        files |= dict.fromkeys(("word/header1.xml", "word/header2.xml"), _root("hdr", paragraph("Header", run("草案"))))
    return _zipped(files)


def _zipped(files: Mapping[str, str]) -> bytes:
    """Not compressed: what deflate makes of a text depends on the machine's zlib."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, text in sorted(files.items()):
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
    return out.getvalue()


def _root(name: str, inner: str) -> str:
    return f"{DECLARATION}<w:{name} {_NAMESPACES}>{inner}</w:{name}>"


def _section(names: Iterable[str]) -> str:
    """The page: number and mark, the sheet, its margins. Odd and even pages have their number on the outer side."""
    references = (_reference(name) for name in sorted(names, reverse=True) if _PARTS[name] in ("header", "footer"))
    width, height = PAGE
    return w(
        "sectPr",
        *references,
        w("pgSz", w=width, h=height),
        w("pgMar", **MARGINS, header=CHARACTER * 4, footer=FOOTER, gutter=0),
    )


def _reference(name: str) -> str:
    pages = "default" if name.endswith("1") else "even"
    return f'<w:{_PARTS[name]}Reference r:id="{name}" w:type="{pages}"/>'


def _footer(side: str) -> str:
    """“— 1 —”, a character from the margin."""
    properties = w("ind", **{side: CHARACTER}) + w("jc", val=side)
    return paragraph("Footer", run("— "), _NUMBER, run(" —"), properties=properties)


def _settings() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    return "".join(
        (
            w("zoom", percent=100),
            w("defaultTabStop", val=2 * CHARACTER),
            w("evenAndOddHeaders"),
            w("characterSpacingControl", val="compressPunctuation"),
            w("compat", w("doNotExpandShiftReturn"), w("compatSetting", name="compatibilityMode", uri=uri, val=15)),
            w("themeFontLang", val="zh-CN", eastAsia="zh-CN"),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
        )
    )


def _content_types(names: Iterable[str]) -> str:
    overrides = {
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "word/document.xml": f"{_WORD}.document.main+xml",
        **{f"word/{name}.xml": f"{_WORD}.{_PARTS[name]}+xml" for name in names},
    }
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{rels}{xml}{listed}</Types>'


def _package_relationships() -> str:
    return _relationships(
        {
            "document": (f"{_OFFICE}/officeDocument", "word/document.xml"),
            "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            "app": (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        }
    )


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    listed = (f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, (kind, target) in targets.items())
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(listed)}</Relationships>'


def _application(report: Report) -> str:
    namespace = f"{_SCHEMAS}/officeDocument/2006/extended-properties"
    organ = escaped(one_line(report.organ))
    return (
        f'{DECLARATION}<Properties xmlns="{namespace}"><Application>giptui</Application>'
        f"<Company>{organ}</Company></Properties>"
    )


def _properties(report: Report, draft: bool) -> str:
    """Title, organ and date, from the report."""
    inner = [f"<dc:title>{_property(report, 'title')}</dc:title>"]
    inner.append(f"<dc:creator>{_property(report, 'organ')}</dc:creator>")
    inner.append("<dc:language>zh-CN</dc:language>")
    if draft:
        inner.append("<cp:contentStatus>草案</cp:contentStatus>")
    if stamp := _moment(report):
        inner += (
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified")
        )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{"".join(inner)}</cp:coreProperties>'
    )


def _property(report: Report, field: str) -> str:
    return escaped(one_line(report.line(field)))


def _moment(report: Report) -> str:
    """The first date that the report has, as the properties spell it; of its own clock, which no report names."""
    dates = (report[f"report.{field}"] for field in _DATES)
    first = next((value for value in dates if isinstance(value, date)), None)
    if first is None:
        return ""
    whole = first if isinstance(first, datetime) else datetime(first.year, first.month, first.day)
    return f"{whole.replace(tzinfo=None, microsecond=0).isoformat()}Z"
