"""Everything in a report that is no cell of its tables: title, organ, year, metadata, preface, prose, signature.

Called by `reading`. The report is what stands from its title to its signature; the frame of a web page is left out, and
how many lines that were is said. Nothing is completed: a field that the source does not show is not there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from giptui.form import FORMS, Form
from giptui.readers.document import Block, Grid, Place
from giptui.readers.found import Found
from giptui.readers.prose.body import Part, parts
from giptui.readers.prose.chrome import is_tail
from giptui.readers.prose.flow import Line, lines
from giptui.readers.prose.head import Head, head_of
from giptui.readers.prose.headings import chosen
from giptui.readers.prose.metadata import Entry, sorted_out
from giptui.readers.prose.official import addressee_in
from giptui.readers.prose.paragraphs import Wrapping, text_of, wrapping
from giptui.readers.prose.refusing import refuse_none, refuse_several, refuse_spam
from giptui.readers.prose.signature import Signature, signature_of
from giptui.readers.prose.title import Title, quoted_title
from giptui.report.halfwidth import halfwidth

_METADATA: Final = ("written_at", "published_on", "source", "editor", "document_number")
_PERIOD: Final = re.compile(r"(20[0-9]{2})年?0?1月?0?1日?(?:起|至|到|[-—–－~～])")
_SAID: Final = re.compile(r"(20[0-9]{2})年度?[^。；，]{0,30}?信息公开(?:工作)?(?:年度)?(?:报告|情况|工作)")
FRAME: Final = "没有读入，那是网页或文件的其他文字"
"""How the note ends on what stands around a report, as it does on every web page: nothing that needs a look."""

_FIRST: Final = min(form.first_year for form in FORMS.values())
_BEGINNING: Final = 4000  # characters in which the period is stated


class Divided(NamedTuple):
    """Header fields and texts that the source shows, in the form's order; the sections that are there, empty ones too,
    in the source's order; sentences on what a person should look at; where the headings stand.
    """

    found: tuple[Found, ...]
    sections: tuple[str, ...]
    notes: tuple[str, ...]
    headings: Mapping[str, Place] = MappingProxyType({})


class Tail(NamedTuple):
    """What ends the last section: the signature, and the lines of the frame behind it."""

    signature: Signature | None
    frame: list[Line]


def divided(blocks: Sequence[Block], at: Mapping[int, str], form: Form, title: str = "") -> Divided:
    """The report in the blocks. ``at`` names the section of each block that is one of its tables, or a part; ``title``
    is that of the page. Refused if it is no such report, a disguised one, or several.
    """
    page = lines(blocks, _in_order(blocks, at, form))
    refuse_spam(page)
    headings = chosen(page)
    refuse_several(page)
    begin = min(
        [mark.line for mark in headings[:1]] + [next((i for i, line in enumerate(page) if line.table), len(page))]
    )
    head = head_of(page[:begin], title)
    refuse_none(page, headings, head.title is not None)
    body = parts(page, headings, form)
    tail = _tail(body[-1])
    broken = wrapping(page)
    texts = dict(_texts(head, body, form, broken))
    head = _titled(head, texts)
    header = {found.address: found for found in _header(head, tail, texts)}
    found = {**header, **texts}
    order = {address: index for index, address in enumerate(form.kinds)}
    return Divided(
        tuple(sorted(found.values(), key=lambda each: order[each.address])),
        tuple(part.section for part in body),
        (*_notes(head, body, form, header), *_left_out(head, tail)),
        MappingProxyType({mark.section: page[mark.line].place for mark in headings}),
    )


def _in_order(blocks: Sequence[Block], at: Mapping[int, str], form: Form) -> dict[int, str]:
    """The tables in the order of the form, the most cells of them. One that stands before its turn is none: a table
    above the title can have a word of the form in it.
    """
    numbers = {section.id: section.number for section in form.sections}
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}  # by the number of the last section
    for index in sorted(at):
        block, number = blocks[index], numbers[at[index]]
        cells, chain = max(best[last] for last in best if last <= number)
        best[number] = cells + (len(block.cells) if isinstance(block, Grid) else 0), (*chain, index)
    return {index: at[index] for index in max(best.values())[1]}


def _tail(part: Part) -> Tail:
    """Takes signature and frame off the end of the last section."""
    end = part.last
    frame_at = next((index for index, line in enumerate(end) if is_tail(line.text)), len(end))
    signature = signature_of(end[:frame_at])
    if signature is None and (late := signature_of(end[frame_at : frame_at + 8], top=True)) is not None:
        signature = late._replace(start=frame_at, end=frame_at + late.end)
    start = frame_at if signature is None else min(signature.start, frame_at)
    frame = [line for index, line in enumerate(end) if index >= start]
    if signature is not None:
        signed = (signature.organ_line, signature.date_line)
        frame = [line for line in frame if line not in signed]
    del end[start:]
    return Tail(signature, frame)


def _texts(head: Head, body: Sequence[Part], form: Form, broken: Wrapping) -> Iterator[tuple[str, Found]]:
    """The texts that are there."""
    regions = [("preface.text", head.preface)]
    for part in body:
        regions += zip(form.section(part.section).texts, (part.before, part.after), strict=False)
    for address, region in regions:
        if region and (text := text_of(region, broken)):
            yield address, Found(address, text, region[0].place)


def _titled(head: Head, texts: Mapping[str, Found]) -> Head:
    """The head with the title that the text names, if none stands above it."""
    first = (texts[address] for address in ("preface.text", "overview.text") if address in texts)
    named = ((text.place, quoted_title(str(text.value)[:_BEGINNING])) for text in first)
    place, title = next((each for each in named if each[1]), (None, ""))
    return head._replace(title=Title(title, 0, 0), title_place=place) if head.title is None and title else head


def _header(head: Head, tail: Tail, texts: Mapping[str, Found]) -> Iterator[Found]:
    signature = head.signature or tail.signature
    if head.title is not None:
        yield Found("report.title", head.title.text, head.title_place)
    if (organ := _organ(head, signature)) is not None:
        yield organ
    if (year := _year(head, signature, texts)) is not None:
        yield year
    behind = [entry for entry in sorted_out(tail.frame).entries if entry.field in _METADATA]
    for field in _METADATA:
        if (entry := _first((*head.entries, *behind), field)) is not None:
            yield Found(f"report.{field}", entry.value(), entry.line.place)
    if head.addressee is not None:
        yield Found("report.addressee", addressee_in(head.addressee.text), head.addressee.place)
    if signature is not None:
        if signature.organ_line is not None:
            yield Found("report.signature", signature.organ, signature.organ_line.place)
        if signature.date_line is not None:
            yield Found("report.signed_on", signature.signed_on, signature.date_line.place)


def _organ(head: Head, signature: Signature | None) -> Found | None:
    """The organ: from the title, else the signature, else who published the page."""
    if head.title is not None and head.title.organ:
        return Found("report.organ", head.title.organ, head.title_place)
    if signature is not None and signature.organ_line is not None:
        return Found("report.organ", signature.organ, signature.organ_line.place)
    entry = _first(head.entries, "publisher") or _first(head.entries, "source")
    return Found("report.organ", entry.text, entry.line.place) if entry is not None else None


def _year(head: Head, signature: Signature | None, texts: Mapping[str, Found]) -> Found | None:
    """The year: from the title, else the period, else the one before the signature's."""
    if head.title is not None and head.title.years:
        return Found("report.year", head.title.years[0], head.title_place)
    for address in ("preface.text", "overview.text"):
        if (text := texts.get(address)) is not None:
            plain = "".join(halfwidth(str(text.value)[:_BEGINNING]).split())
            if match := (_PERIOD.search(plain) or _SAID.search(plain)):
                return Found("report.year", int(match[1]), text.place)
    if signature is not None and isinstance(signature.signed_on, date) and signature.date_line is not None:
        return Found("report.year", signature.signed_on.year - 1, signature.date_line.place)
    return None


def _first(entries: Sequence[Entry], field: str) -> Entry | None:
    return next((entry for entry in entries if entry.field == field), None)


def _notes(head: Head, body: Sequence[Part], form: Form, header: Mapping[str, Found]) -> Iterator[str]:
    if head.title is None:
        yield "没有读到标题"
    elif len(head.title.years) > 1:
        yield f"标题里有几个年份（{'、'.join(map(str, head.title.years))}），报告年度取 {head.title.years[0]}"
    if head.other_title:
        yield f"网页的标题是“{head.other_title}”，与正文的标题不同"
    if "report.year" not in header:
        yield "没有读到报告年度"
    elif head.title is None or not head.title.years:
        year = header["report.year"]
        yield f"标题里没有年份，报告年度 {year.value} 取自{_where(year.place, header)}"
    if "report.year" in header and int(str(header["report.year"].value)) < _FIRST:
        yield f"{header['report.year'].value} 年的报告还没有现在的表格"
    there = {part.section: part.headed for part in body}
    if absent := [section.title for section in form.sections if section.id not in there]:
        yield f"没有{'、'.join(f'“{title}”' for title in absent)}部分"
    if unheaded := [form.section(part.section).title for part in body if not part.headed]:
        yield f"没有{'、'.join(f'“{title}”' for title in unheaded)}的标题，按表格认出"
    for part in body:
        if part.remains:
            yield f"“{form.section(part.section).title}”有 {part.remains} 行像是表格，没有认出，也没有当作文字"


def _where(place: Place | None, header: Mapping[str, Found]) -> str:
    signed = header.get("report.signed_on")
    return "落款日期的上一年" if signed is not None and signed.place == place else "文字"


def _left_out(head: Head, tail: Tail) -> Iterator[str]:
    counts = [f"{words} {count} 行" for words, count in (("之前", head.left_out), ("之后", len(tail.frame))) if count]
    if counts:
        yield f"报告{'、'.join(counts)}{FRAME}"
