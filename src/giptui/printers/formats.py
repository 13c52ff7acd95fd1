"""The formats that a report leaves in, in one table; what each is called, is known by, and needs.

A format of pages is a module here with `Pages.write`, a table of many reports one with what `Tables` says; both are
pure, and give the same bytes for the same report on every machine. What they import beyond giptui's own needs they
import inside functions, and raise `NotInstalled` where it is not there. Called by the commands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, Final, NamedTuple, Protocol, cast

from giptui.form import Form
from giptui.report import Report


class Format(NamedTuple):
    """A format: its name is what ``--format`` says, the first of its extensions what files get that are named for it.

    ``instead_of`` are extensions of kin that giptui does not write: what opens those opens this too. ``library`` is
    what writes it, by the name under which it is installed, ``extra`` that of giptui which brings it along.
    """

    name: str
    called: str
    module: str
    extensions: tuple[str, ...]
    is_binary: bool = False
    is_table: bool = False  # of as many reports as there are; else of one
    is_data: bool = False  # of one report; or of several, as a table is
    instead_of: tuple[str, ...] = ()
    library: str = ""
    extra: str = ""


FORMATS: Final = (
    Format(
        *("docx", "Word 文档", "docx", (".docx",)),
        is_binary=True,
        instead_of=(".doc", ".docm", ".dotx", ".wps", ".odt", ".rtf", ".uof"),
    ),
    Format("pdf", "PDF", "pdf", (".pdf",), is_binary=True, instead_of=(".ofd", ".ps"), library="typst", extra="export"),
    Format("html", "网页", "html", (".html", ".htm", ".xhtml"), instead_of=(".mht", ".mhtml", ".epub")),
    Format(
        *("xlsx", "电子表格", "xlsx", (".xlsx",)),
        is_binary=True,
        instead_of=(".xls", ".xlsm", ".et", ".ods"),
        library="xlsxwriter",
        extra="export",
    ),
    Format("md", "Markdown", "markdown", (".md", ".markdown")),
    Format("txt", "纯文本", "text", (".txt", ".text")),
    Format("json", "JSON", "json", (".json",), is_data=True),
    Format("csv", "CSV", "csv", (".csv",), is_table=True),
    Format("tsv", "TSV", "tsv", (".tsv", ".tab"), is_table=True),
    Format(
        *("parquet", "Parquet", "parquet", (".parquet", ".pq")),
        is_binary=True,
        is_table=True,
        library="pyarrow",
        extra="parquet",
    ),
)


class Shape(NamedTuple):
    """How a table of reports is laid out. Wide: a row a report, its columns the addresses of these forms, each once;
    ``is_long``: a row a value. ``is_draft``: each says that it is one, where it can."""

    forms: Sequence[Form]
    is_long: bool = False
    is_draft: bool = False


class Pages(Protocol):
    """What the module of a format of pages offers."""

    def write(self, report: Report, draft: bool = False) -> bytes:
        """The whole file; ``draft`` marks its pages 草案. NotInstalled, NoFont."""


class Tables(Protocol):
    """What the module of a table offers: it is written part by part, in memory that does not grow with it."""

    def part(self, shape: Shape, file: str, report: Report) -> Any:
        """What stands in the table of this report, encoded as far as it can be by itself: worker processes do this."""

    def whole(self, shape: Shape, parts: Iterator[Any]) -> Iterator[bytes]:
        """The file in pieces, from the parts of its reports in their order."""


def named(name: str) -> Format:
    """The format of that name; KeyError."""
    return {each.name: each for each in FORMATS}[name]


def by_extension(extension: str) -> Format | None:
    """The format whose files are called so."""
    return next((each for each in FORMATS if extension.lower() in each.extensions), None)


def nearest_to(extension: str) -> Format | None:
    """The format to be taken in the place of one that is not written."""
    return next((each for each in FORMATS if extension.lower() in each.instead_of), None)


def pages(format: Format) -> Pages:  # noqa: A002
    """The module that writes the format."""
    return cast(Pages, import_module(f"giptui.printers.{format.module}"))


def remarks(format: Format, report: Report) -> tuple[str, ...]:  # noqa: A002
    """What is to be said of the pages, in sentences: of fonts that are not there, say. Most formats have nothing."""
    said: tuple[str, ...] = getattr(pages(format), "remarks", lambda report: ())(report)
    return said


def tables(format: Format) -> Tables:  # noqa: A002
    """The module that writes the table."""
    return cast(Tables, import_module(f"giptui.printers.{format.module}"))
