"""The fixtures: every shape × variant × kind of file in which reports were met, each with what is to be read of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from giptui.form import FORMS
from giptui.printers import LAYOUTS, plain
from giptui.report import Report, Value
from printers import sample_reports
from readers.judging import FIELDS, rows
from readers.writing import drawn, made, office, paper, texts, web, words
from readers.writing.page import Page, Sheet, Variant, framed, page, titled, without

OLD, NEW = FORMS["2019"], FORMS["2021"]
_TITLE = ("title", "organ", "year")


class Fixture(NamedTuple):
    """``build`` makes the source; ``made`` is what it was made of; ``lost`` are the cells that nobody could recover and
    that therefore may be “?”; ``fields`` the header fields that it shows.
    """

    name: str
    made: Report
    build: Callable[[], bytes]
    lost: frozenset[str] = frozenset()
    fields: tuple[str, ...] = FIELDS


def corpus() -> list[Fixture]:
    """All of them, by name."""
    parts = (
        _texts(),
        _drawn(),
        _printed(),
        _web(),
        _words(),
        _numbers(),
        _wrapped(),
        _titles(),
        _office(),
        _paper(),
        _damaged(),
    )
    return [fixture for part in parts for fixture in part]


def _of(report: Report, writer: Callable[[Page], str | bytes], variant: Variant | None = None) -> Callable[[], bytes]:
    def build() -> bytes:
        source = writer(variant(page(report)) if variant else page(report))
        return source if isinstance(source, bytes) else source.encode()

    return build


def _lost(report: Report) -> frozenset[str]:
    """The cells of rows whose blank cells have vanished."""
    return frozenset(rows(report.form, report))


def _samples() -> Iterator[tuple[str, Report]]:
    for form in (NEW, OLD):
        yield f"{form.id}-full", made.full(form)
        yield f"{form.id}-gappy", made.gappy(form)


def _texts() -> Iterator[Fixture]:
    whole: dict[str, Callable[[Page], str]] = {
        "lines": texts.one_a_line,
        "lines-dense": lambda page: texts.one_a_line(page, "\n"),
        "pipes-end": texts.cell_a_line_with_pipes,
        "pipes-open": lambda page: texts.cell_a_line_with_pipes(page, "open"),
        "pipes-alternate": lambda page: texts.cell_a_line_with_pipes(page, "alternate"),
        "rows": texts.row_a_line,
        "markdown": texts.markdown,
        "markdown-bare": lambda page: texts.markdown(page, ruled=False, metadata=False),
        "tabs": texts.tabs,
    }
    for sample, report in _samples():
        for shape, writer in whole.items():
            yield Fixture(f"{shape}-{sample}", report, _of(report, writer))
    lossy: dict[str, Callable[[Page], str]] = {
        "lines-blanks-gone": texts.one_a_line_without_blanks,
        "rows-with-blanks": texts.row_a_line_with_blanks,
        "tabs-cut": texts.tabs_cut,
        "lines-dense-blanks-gone": lambda page: texts.one_a_line_without_blanks(page, "\n"),
        "rows-collapsed": lambda page: texts.row_a_line(page, "collapsed"),
    }
    for form in (NEW, OLD):
        report = made.full(form)
        yield Fixture(f"rows-with-blanks-full-{form.id}", report, _of(report, texts.row_a_line_with_blanks))
        yield Fixture(f"tabs-cut-full-{form.id}", report, _of(report, texts.tabs_cut))
        report = made.gappy(form)
        for shape, writer in lossy.items():
            yield Fixture(f"{shape}-{form.id}", report, _of(report, writer), _lost(report))


def _drawn() -> Iterator[Fixture]:
    shapes: dict[str, Callable[[Page], str]] = {
        "drawn": drawn.raw,
        "drawn-own-line": lambda page: drawn.raw(page, "own"),
        "drawn-layout": drawn.layout,
    }
    for sample, report in _samples():
        for shape, writer in shapes.items():
            yield Fixture(f"{shape}-{sample}", report, _of(report, writer), _lost(report))


_PLAIN: dict[str, Value] = {
    "report.title": "某市2024年政府信息公开工作年度报告",
    "report.signed_on": "",
    "overview.text": "（一）主动公开。全年公开 12,345 条。",
    "applications.not_disclosed.state_secret.total": 3,
    "disputes.litigation_after_reconsideration.total": 9,
}
"""In the place of what the crowded sample has of control characters and of numbers that are none."""


def _printed() -> Iterator[Fixture]:
    reports = {
        "crowded": sample_reports.crowded().with_values(_PLAIN),
        "old": sample_reports.old(),
        "baihe": sample_reports.baihe(),
        "rich": made.rich(NEW),
        "rich-old": made.rich(OLD),
        "gappy": made.gappy(NEW),
        "gappy-old": made.gappy(OLD),
        "zeros": made.made(NEW, dict.fromkeys(NEW.cells, 0)),
        "blank": made.made(NEW, {}),
        "unread": made.full(NEW).with_values(dict.fromkeys([*NEW.cells][3::9], "?")),
    }
    for name, report in reports.items():
        for layout in LAYOUTS:
            build = lambda report=report, layout=layout: plain(report, layout).encode()  # noqa: E731
            fields = tuple(field for field in FIELDS if field != "organ" or name not in ("crowded", "baihe"))
            yield Fixture(f"report-{layout}-{name}", report, build, frozenset(), fields)


def _web() -> Iterator[Fixture]:
    tables: dict[str, web.Rows] = {
        "spans": web.spans,
        "no-rowspans": web.without_rowspans,
        "in-blocks": web.in_blocks,
        "crooked": web.crooked,
        "unclosed": web.unclosed,
    }
    inners: dict[str, web.Inner] = {"plain": web.plain, "office": web.office, "padded": web.padded}
    for sample, report in _samples():
        for number, (shape, table) in enumerate(tables.items()):
            inner = [*inners][number % 3]
            yield Fixture(
                f"html-{shape}-{inner}-{sample}",
                report,
                _of(report, lambda page, table=table, inner=inner: web.html(page, table, inners[inner])),  # type: ignore[misc]
            )
    report = made.gappy(NEW)
    pages: dict[str, Callable[[Page], str | bytes]] = {
        "site": lambda page: web.html(page, frame=web.SITE),
        "gb18030-said-utf8": lambda page: web.html(page).encode("gb18030"),
        "gb18030": lambda page: web.html(page, charset="gb2312").encode("gb18030"),
        "utf8-said-gbk": lambda page: web.html(page, charset="gbk"),
        "bom": lambda page: "\ufeff" + web.html(page),
        "spans-of-text": lambda page: web.html(page, paragraph="<div><span>{}</span><br></div>"),
        "breaks": lambda page: web.html(page, paragraph="{}<br>\n<br>"),
        "indented": lambda page: web.html(page, paragraph="<p>　　{}</p>"),
        "xhtml": lambda page: '<?xml version="1.0" encoding="UTF-8"?>\n' + web.html(page).replace("<br>", "<br />"),
    }
    for name, writer in pages.items():
        yield Fixture(f"html-{name}", report, _of(report, writer))
    yield Fixture("text-gb18030", report, _of(report, lambda page: texts.row_a_line(page).encode("gb18030")))
    yield Fixture(
        "text-crlf-bom", report, _of(report, lambda page: "\ufeff" + texts.one_a_line(page).replace("\n", "\r\n"))
    )


def _words() -> Iterator[Fixture]:
    for form in (NEW, OLD):
        report = made.full(form)
        for name, variant in words.heads(form).items():
            yield Fixture(f"words-{name}-{form.id}", report, _of(report, web.html, variant))
            if form is NEW:
                yield Fixture(f"words-{name}-lines", report, _of(report, texts.one_a_line, variant))
    report = made.full(NEW)
    shapes: dict[str, Callable[[Page], str]] = {
        "html": web.html,
        "html-no-rowspans": lambda page: web.html(page, web.without_rowspans),
        "lines": texts.one_a_line,
        "lines-blanks-gone": texts.one_a_line_without_blanks,
        "pipes-end": texts.cell_a_line_with_pipes,
        "rows": texts.row_a_line,
        "rows-with-blanks": texts.row_a_line_with_blanks,
        "markdown": texts.markdown,
        "tabs": texts.tabs,
    }
    for shape, writer in shapes.items():
        yield Fixture(f"turned-{shape}", report, _of(report, writer, words.turned))
    for shape, writer in {"drawn": drawn.raw, "drawn-layout": drawn.layout}.items():
        yield Fixture(f"turned-{shape}", report, _of(report, writer, words.turned), frozenset(NEW.cells))
    report = made.gappy(NEW)
    for number in range(1, 7):
        yield Fixture(f"headings-{number}", report, _of(report, web.html, words.headed(number)))
        yield Fixture(f"headings-{number}-rows", report, _of(report, texts.row_a_line, words.headed(number)))
    yield Fixture("headings-in-brackets", report, _of(report, web.html, words.in_brackets))
    yield Fixture("headings-typeset", report, _of(report, web.html, words.headed(0, "{}(宋体加粗小四号字)")))
    yield Fixture("headings-spaced", report, _of(report, web.html, words.headed(0, "  {} ： ")))


def _numbers() -> Iterator[Fixture]:
    variants = {
        "full-width": words.full_width,
        "pieces": words.pieces,
        "thousands": words.thousands,
        "hard-spaces": words.hard_spaces,
        "wide-blanks": words.wide_blanks,
    }
    for name, variant in variants.items():
        for form in (NEW, OLD):
            report = made.gappy(form)
            yield Fixture(f"numbers-{name}-html-{form.id}", report, _of(report, web.html, variant))
        report = made.full(NEW)
        yield Fixture(f"numbers-{name}-lines", report, _of(report, texts.one_a_line, variant))
        yield Fixture(f"numbers-{name}-drawn", report, _of(report, drawn.raw, variant))
    for name, report in {
        "tall": words.tall(made.full(NEW)),
        "rich": made.rich(NEW),
        "rich-old": made.rich(OLD),
    }.items():
        yield Fixture(f"numbers-{name}-html", report, _of(report, web.html))
        yield Fixture(f"numbers-{name}-rows", report, _of(report, texts.row_a_line))
    report = made.full(NEW)
    apart = {"noted": web.noted, "struck": web.struck}
    for name, inner in apart.items():
        build = _of(report, lambda page, inner=inner: web.html(page, inner=inner))  # type: ignore[misc]
        yield Fixture(f"numbers-{name}-html", report, build, _column_five(report) if name == "struck" else frozenset())
    odd = words.kept(made.full(NEW))
    strange = frozenset(address for address in NEW.cells if isinstance(odd[address], str))
    yield Fixture("numbers-none-html", odd, _of(odd, web.html), strange)
    yield Fixture("numbers-none-lines", odd, _of(odd, texts.one_a_line), strange)


def _wrapped() -> Iterator[Fixture]:
    """Every cell may be unread, none wrong."""
    for form in (NEW, OLD):
        report = made.full(form)
        shapes = {"below": drawn.wrapped, "around": lambda page: drawn.wrapped(page, below=False)}
        for name, writer in shapes.items():
            yield Fixture(f"wrapped-{name}-{form.id}", report, _of(report, writer), frozenset(form.cells))


def _column_five(report: Report) -> frozenset[str]:
    sheets = (part for part in page(report) if isinstance(part, Sheet))
    return frozenset(
        cell.address for sheet in sheets for cell in sheet.cells if cell.column == web.STRUCK_COLUMN and cell.address
    )


def _titles() -> Iterator[Fixture]:
    organ, year = made.ORGAN, 2024
    report = made.full(NEW)
    titles: Mapping[str, tuple[str, ...]] = {
        "year-degree": (f"{organ}{year}年度政府信息公开工作年度报告",),
        "year-first": (f"{year}年{organ}政府信息公开工作年度报告",),
        "work-report": (f"{organ}{year}年度政府信息公开工作报告",),
        "short": (f"{organ}{year}年政府信息公开年报",),
        "about": (f"{organ}关于{year}年度政府信息公开工作年度报告",),
        "in-brackets": (f"{organ}政府信息公开工作年度报告（{year}年度）",),
        "two-lines": (organ, f"{year}年政府信息公开工作年度报告"),
        "three-lines": (organ, f"{year}年", "政府信息公开工作年度报告"),
        "twice": (f"{organ}{year}年政府信息公开工作年度报告",) * 2,
        "spaced": (f"{organ} {year} 年政府信息公开工作年度报告",),
    }
    for name, lines in titles.items():
        words = report.with_values({"report.title": lines[0]})
        fields = ("organ", "year") if len(lines) > 1 or name == "spaced" else _TITLE
        yield Fixture(f"title-{name}", words, _of(report, texts.row_a_line, titled(*lines)), fields=fields)
        yield Fixture(f"title-{name}-html", words, _of(report, web.html, titled(*lines)), fields=fields)
    site = framed(
        (
            "当前位置：首页 > 政务公开 > 年报",
            "微信 微博 QQ空间",
            "字体：大 中 小",
            "索引号：11430100/2025-00017",
            "浏览次数：3307",
        ),
        ("附件下载", "（此件主动公开）", "抄送：市政府办公室。", "【打印】 【关闭】", "主办：青山县人民政府办公室"),
    )
    yield Fixture("chrome-lines", report, _of(report, texts.one_a_line, site))
    yield Fixture("chrome-rows", report, _of(report, texts.row_a_line, site))
    bare = without("metadata", "preface", "signature")
    nothing = {address: "" for address in report.values if address.startswith(("report.", "preface."))}
    poor = report.with_values({**nothing, **{f"report.{name}": report[f"report.{name}"] for name in _TITLE}})
    yield Fixture("nothing-around", poor, _of(report, texts.one_a_line, bare), fields=_TITLE)


def _office() -> Iterator[Fixture]:
    for sample, report in _samples():
        yield Fixture(f"docx-{sample}", report, _of(report, office.docx))
        yield Fixture(f"xlsx-{sample}", report, _of(report, office.xlsx))
        yield Fixture(f"ods-{sample}", report, _of(report, office.ods))
    report = made.gappy(NEW)
    yield Fixture("docx-numbered", report, _of(report, lambda page: office.docx(page, numbered=True)))
    yield Fixture("docx-nested", report, _of(report, lambda page: office.docx(page, nested=True)))
    yield Fixture("docx-half-width", report, _of(report, office.docx, words.half))
    yield Fixture("xlsx-sheets", report, _of(report, lambda page: office.xlsx(page, sheets=True)))
    yield Fixture("xlsx-left", report, _of(report, lambda page: office.xlsx(page, left=2)))
    whole = made.full(NEW).with_values({"proactive_disclosure.administrative_fees.amount": Decimal("5511.2453")})
    yield Fixture("xlsx-numeric", whole, _of(whole, lambda page: office.xlsx(page, numeric=True)))


def _paper() -> Iterator[Fixture]:
    for sample, report in _samples():
        shown = drawable(report)
        yield Fixture(f"pdf-{sample}", shown, _of(shown, paper.pdf))
    report = drawable(made.gappy(NEW))
    yield Fixture("pdf-breaks", report, _of(report, lambda page: paper.pdf(page, breaks=(12, 20))))
    report = drawable(made.full(NEW))
    yield Fixture(
        "pdf-breaks-in-every-group", report, _of(report, lambda page: paper.pdf(page, breaks=(3, 9, 16, 19, 24)))
    )


def drawable(report: Report) -> Report:
    """Without the characters that the tests' font does not have."""
    return report.with_values(
        {a: paper.drawable(value) for a, value in report.values.items() if isinstance(value, str)}
    )


def _damaged() -> Iterator[Fixture]:
    report = made.full(NEW)
    damage = {
        "no-ordinals": lambda text: "\n".join(_without_ordinal(line) for line in text.split("\n")),
        "characters-lost": lambda text: text.replace("自2024年1月1日起至2024年12月31日止", "202411日至20241231日止"),
    }
    for name, change in damage.items():
        for shape, writer in {"lines": texts.one_a_line, "rows": texts.row_a_line}.items():
            preface = str(report["preface.text"])
            expected = report.with_values({"preface.text": change(preface)})
            yield Fixture(
                f"damaged-{name}-{shape}",
                expected,
                _of(report, lambda page, change=change, writer=writer: change(writer(page))),  # type: ignore[misc]
            )


def _without_ordinal(line: str) -> str:
    return line[1:] if any(line == official for official, *_ in words.HEADINGS) else line
