"""A plain text → its lines. Called by `sources` for whatever is no other kind."""

import re
from typing import Final

from giptui.readers.document import Document, InLine, Refused, Text
from giptui.readers.formats.encoding import decoded

_MOST_LINES: Final = 100_000  # a report has some thousand
_LONGEST_LINE: Final = 200_000  # characters; whole sections come on one line
_HEADING: Final = re.compile(r"^ {0,3}#{1,6}[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*")  # of Markdown
_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


def read(data: bytes) -> Document:
    """The lines, empty ones too: an empty line may be a blank cell. A page break ends a line.

    A web page that was copied has CR, LF or both at the ends of its lines; tmux makes two CRs of one. Refused if it is
    no text, or longer than any report.
    """
    text = decoded(data)
    lines = _lines(text)
    if len(lines) > _MOST_LINES or max(map(len, lines)) > _LONGEST_LINE:
        raise Refused("import-text-too-long", "文字太长，不是一份报告；请只留下报告本身再导入")
    if sum(_HEADING.fullmatch(line) is not None for line in lines) > 1:
        lines = [_STRONG.sub(r"\2", _HEADING.sub(r"\1", line)) for line in lines]
    lost = text.count("\ufffd")
    notes = (f"有 {lost} 个字符已损坏，读不出",) if lost else ()
    return Document("文本", tuple(Text(line, InLine(number)) for number, line in enumerate(lines, 1)), notes=notes)


def _lines(text: str) -> list[str]:
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if "\f" in text:
        text = text.replace("\n\f", "\n").replace("\f", "\n")  # pdftotext sets it before the first line of a page
    return text.split("\n")
