"""A page as HTML: spans, and what content managers make of them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from giptui.printers.cells import Placed, Role
from readers.writing.page import Line, Page, Sheet
from readers.writing.texts import words

Inner = Callable[[Placed], str]
Rows = Callable[[Sheet, Inner], str]


def plain(cell: Placed) -> str:
    """The text, a break as `<br>`, a blank as nothing."""
    return escape(cell.text).replace("\n", "<br>")


def office(cell: Placed) -> str:
    """As a word processor saves it: paragraphs and spans in the cell, a blank is a hard space."""
    inner = "</span></p>\n   <p><span lang=EN-US>".join(escape(line) for line in cell.text.split("\n"))
    return f'<p class="MsoNormal" style="text-align:center"><span>{inner or "&nbsp;"}</span><o:p></o:p></p>'


def padded(cell: Placed) -> str:
    """Blanks of several kinds around the text."""
    return f"\n      &nbsp;{escape(cell.text).replace(chr(10), '<br/>')}&ensp;　\n"


def noted(cell: Placed) -> str:
    """The mark of a note behind every number: raised by an element or by its style, bare or in brackets."""
    if cell.role is not Role.VALUE or not cell.text:
        return plain(cell)
    marks = ("<sup>{}</sup>", "<sup>[{}]</sup>", "<span style='vertical-align: super;font-size:8pt'>（{}）</span>")
    return plain(cell) + marks[cell.column % 3].format(cell.row % 9 + 1)


def struck(cell: Placed) -> str:
    """The old number struck through beside the new one, in a column of the matrix."""
    if cell.role is not Role.VALUE or cell.column != STRUCK_COLUMN:
        return plain(cell)
    return f"<s>{cell.row + 7}</s>{plain(cell)}"


STRUCK_COLUMN = 5  # of the grid: 科研机构 in the matrix, 结果维持 of 未经复议直接起诉


def spans(sheet: Sheet, inner: Inner) -> str:
    """A table with colspan and rowspan."""
    lines = (
        "<tr>" + "".join(_cell(cell, inner, cell.rows, cell.columns) for cell in row) + "</tr>" for row in sheet.rows()
    )
    return "<table border=1><tbody>\n" + "\n".join(lines) + "\n</tbody></table>"


def without_rowspans(sheet: Sheet, inner: Inner) -> str:
    """Cells that a rowspan should cover are there, and empty."""
    covering = {(cell.row + below, cell.column): cell for cell in sheet.cells for below in range(cell.rows)}
    lines = []
    for row in range(len(sheet.rows())):
        cells = (
            _cell(cell, inner if at == cell.row else _empty, 1, cell.columns)
            for (at, _), cell in sorted((key, cell) for key, cell in covering.items() if key[0] == row)
        )
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>" + "".join(lines) + "</table>"


def in_blocks(sheet: Sheet, inner: Inner) -> str:
    """A table for each block of section two."""
    return "\n<p>&nbsp;</p>\n".join(spans(block, inner) for block in sheet.blocks())


def crooked(sheet: Sheet, inner: Inner) -> str:
    """Section two over five grid columns, on which heads and values stand differently: 1, 1, 2, 1 over 1, 2, 1, 1."""
    if sheet.width != 4:
        return spans(sheet, inner)
    lines = []
    for row in sheet.rows():
        widths = {1: (5,), 2: (2, 3), 3: (1, 2, 2), 4: (1, 1, 2, 1) if row[-1].role is Role.HEAD else (1, 2, 1, 1)}
        cells = zip(row, widths[len(row)], strict=True)
        lines.append("<tr>" + "".join(_cell(cell, inner, 1, width) for cell, width in cells) + "</tr>")
    return "<table>" + "".join(lines) + "</table>"


def unclosed(sheet: Sheet, inner: Inner) -> str:
    """No end tag anywhere, stray ones in between, attributes without quotes."""
    lines = []
    for row in sheet.rows():
        cells = (f"<TD ColSpan={cell.columns} rowspan='{cell.rows}'>{inner(cell)}" for cell in row)
        lines.append("<TR>" + "".join(cells) + "</font>")
    return "<TABLE>" + "\n".join(lines) + "</TABLE>"


def _cell(cell: Placed, inner: Inner, rows: int, columns: int) -> str:
    tag = "td" if cell.role is Role.VALUE else "th" if cell.role is Role.HEAD else "td"
    attributes = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    return f"<{tag}{attributes}>{inner(cell)}</{tag}>"


def _empty(_: Placed) -> str:
    return ""


def html(
    page: Page,
    rows: Rows = spans,
    inner: Inner = plain,
    paragraph: str = "<p>{}</p>",
    charset: str = "utf-8",
    frame: tuple[str, str] = ("", ""),
) -> str:
    """The page; ``frame`` is what the site puts before and after it."""
    body = []
    title = ""
    for part in page:
        if isinstance(part, Sheet):
            body.append(rows(part, inner))
        else:
            title = title or (part.text if part.role == "title" else "")
            body.append(_line(part, paragraph))
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{escape(title)}</title>'
    before, after = frame
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body>{before}\n" + "\n".join(body) + f"\n{after}</body></html>"


def _line(line: Line, paragraph: str) -> str:
    text = escape(words(line))
    return f"<h1>{text}</h1>" if line.role == "title" else paragraph.format(text)


SITE = (
    """<script>var count = 12345;
document.write("<table><tr><td>一、本年新收政府信息公开申请数量</td><td>9</td></tr></table>");
</script><style>td { width: 77px }</style>
<div class="top"><a href="/">网站首页</a> | <a href="/zwgk">政务公开</a> | <a href="/fw">办事服务</a></div>
<ul class="menu"><li>政府信息公开指南</li><li>政府信息公开制度</li><li>法定主动公开内容</li>
<li>政府信息公开年报</li></ul>
<div>当前位置：首页 &gt; 政务公开 &gt; 政府信息公开年报</div>
<table class="meta"><tr><td>索引号</td><td>11430100/2025-00017</td><td>发布机构</td><td>青山县石桥镇</td></tr>
<tr><td>文号</td><td>无</td><td>主题分类</td><td>其他</td></tr></table>
<div>字体：【<a>大</a> <a>中</a> <a>小</a>】 浏览次数：<span>3307</span> 【打印】【关闭】</div>""",
    """<div>附件下载</div><div>扫一扫在手机打开当前页</div>
<table><tr><td>上一篇：2023年年度报告</td></tr><tr><td>下一篇：没有了</td></tr></table>
<div class="foot">主办：青山县人民政府办公室 备案号：湘ICP备05000000号-1 网站标识码：4301000001<br>
联系电话：0731-88880000 </div>""",
)
