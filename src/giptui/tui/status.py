"""What the lines around the report say, from the session alone: the tabs, the status line, the place one is at."""

from __future__ import annotations

from typing import Final

from giptui.check import Finding, Severity
from giptui.display.visible import visible
from giptui.display.width import clipped_before, width
from giptui.form import Form, Kind, carried
from giptui.report import BLANK, fits, show
from giptui.session import BLANKS, Place, Session, advice, change_in_words, headline, meaning, remainder
from giptui.session.ranges import Region, range_in_words
from giptui.tui import paint
from giptui.tui.bar import Piece
from giptui.tui.message_lines import Notice
from giptui.tui.navigation import Part
from giptui.tui.panel import Item

_COUNTED = ((Severity.ERROR, "错误"), (Severity.WARNING, "警告"), (Severity.INFO, "提示"))


def names(session: Session, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The parts by name, those with errors marked, and those that are not filled in yet."""
    wrong = {cell for f in session.found.objections if f.severity is Severity.ERROR for cell in f.cells}

    def mark(part: Part) -> str:
        if any(face.shows(cell) for face in part.faces for cell in wrong):
            return "!"
        filled, wanted = progress(session, part)
        return "-" if filled < wanted else " "

    return tuple(part.tab + mark(part) for part in parts)


def progress(session: Session, part: Part) -> tuple[int, int]:
    """How much of a part is filled in, and how much there is to fill in: cells, or the text where there is no table."""
    report = session.report
    wanted = _WANTED if part.faces[0].table == "report" else _to_fill(report.form, part)
    return sum(report[address] != BLANK for address in wanted), len(wanted)


def percentages(session: Session, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """How much of each part is filled in; nothing where all of it is."""
    shares = (progress(session, part) for part in parts)
    return tuple(f"{filled * 100 // wanted}%" if filled < wanted else "" for filled, wanted in shares)


_WANTED: Final = ("report.title", "report.organ", "report.year")


def _to_fill(form: Form, part: Part) -> tuple[str, ...]:
    table = part.faces[0].table
    if not table:
        return (part.faces[0].text,)
    return tuple(cell.address for cell in form.tables[table].cells())


def panel(session: Session, here: Place) -> tuple[str, tuple[Item, ...]]:
    """Every finding in full, for the panel, and what is at hand."""
    found = session.found
    items = tuple(
        Item(
            "…" if f in found.awaited else paint.MARK[f.severity],
            f.message,
            paint.SEVERITY[f.severity],
            f.rule != BLANKS and here.address in f.cells,
        )
        for f, _ in found.in_turn()
    )
    return f"全部问题 {len(items)} 条   ] 下一处" if found.is_made else "检查中 …", items


def tabs(names: tuple[str, ...], current: int, columns: int) -> list[Piece]:
    """The names side by side, the current one lit; where not all have room, it has."""
    first = 0
    while sum(width(name) + 1 for name in names[first : current + 1]) > columns:
        first += 1
    styles = (paint.CURRENT_TAB if number == current else paint.PLAIN for number in range(len(names)))
    return [(f" {name}", style) for name, style in zip(names, styles, strict=True)][first:]


def status(session: Session, face: str, columns: int) -> tuple[list[Piece], list[Piece]]:
    """Left the file and what is unsaved; right the counts of findings and blanks, and what is seen."""
    right = f"  {counted(session)}  空白 {session.blanks()}  {face}  ? 帮助 "
    state = _unsaved(session)
    if width(right) + width(state) + 8 > columns:
        state = _unsaved(session, in_short=True)
    name = clipped_before(visible(session.name), max(columns - width(right) - width(state) - 1, 7))
    return [(f" {name}{state}", paint.BAR)], [(right, paint.BAR)]


def _unsaved(session: Session, in_short: bool = False) -> str:
    """What a save would change, or still has to be decided or written, behind the file's name."""
    unsaved, opened = len(session.unsaved()), "  只读" if session.read_only else ""
    if unsaved:
        return f"  未保存 {unsaved}" if in_short else f"{opened}  已改 {unsaved} 处，未保存"
    if session.conflicts:
        return f"{opened}  {len(session.conflicts)} 处待定"
    return f"{opened}  确认未保存" if session.dirty else opened


def counted(session: Session) -> str:
    """How many findings there are of each severity; those that only wait for numbers by themselves."""
    found = session.found
    if not found.is_made:
        return "检查中 …"
    counts = found.counts()
    numbers = [f"{name} {counts[severity]}" for severity, name in _COUNTED if counts[severity]]
    if found.awaited:
        numbers.append(f"填报中 {len(found.awaited)}")
    return "  ".join(numbers) or "没有问题"


def about(session: Session, address: str, clipped: bool) -> Notice:
    """What there is to say of a cell: its worst finding, what remains to be filled in, or, where the screen shows only
    a part of it (``clipped``), what it means.
    """
    if here := session.found.objections_at(address):
        return told(session, here[0], address, f"本处 {len(here)} 条  " if len(here) > 1 else "")
    if rest := remainder(session.report, address):
        return Notice(rest)
    if is_untouched(session, address):
        return Notice("只填不为零的数，总计自动算，最后按 Z 补 0；可整块粘贴")
    return Notice(meaning(session.report, address) if clipped else "")


def told(session: Session, finding: Finding, address: str, number: str = "") -> Notice:
    """A finding as it concerns an address, and what leads on from it."""
    fixable = session.fix_at(address)
    own = next((change for change in fixable.fix if change.address == address), None) if fixable else None
    fix = "按 ! 改正，" if fixable else ""
    if own and fits(own.after, Kind.COUNT):
        fix = f"按 ! 改为 {show(own.after)}，"
    hint = f"{fix}按 K 看解释"
    text = f"{paint.MARK[finding.severity]} {headline(session.found, finding, address)}"
    return Notice(text, number + hint, paint.SEVERITY[finding.severity])


def is_untouched(session: Session, address: str) -> bool:
    """Whether the cell is in a table in which nothing has been filled in yet, but what came from last year's report."""
    form = session.report.form
    cell, given = form.cells.get(address), carried(form, form).values()
    return cell is not None and all(
        session.report[each.address] == BLANK for each in form.tables[cell.table].cells() if each.address not in given
    )


def about_range(session: Session, region: Region) -> Notice:
    """What there is to say of a range, and what can be done with it."""
    keys = "y 复制  d 剪切  x 清空  p 粘贴  f F 填  = 应填  Esc 取消"
    return Notice(range_in_words(session.report, region), keys)


_HOW: Final = {
    Kind.CHOICE: "Enter 从列表里选",
    Kind.YEAR: "键入四位数的年份，如 2024",
    Kind.DATE: "键入日期：2024-1-23、2024年1月23日、今天都可以",
    Kind.MOMENT: "键入日期，也可带时间：2024-1-23 16:12",
    Kind.LINE: "直接键入，Enter 填入",
}


def about_field(session: Session, address: str) -> Notice:
    """What there is to say of a field of the header: what is wrong with it, or how it is filled in. What is not
    written yet is no error.
    """
    report = session.report
    field, value = report.form.fields[address], report[address]
    note = f"；{field.note}" if field.note else ""
    how = _HOW.get(field.kind, "")
    if value == BLANK:
        known = advice(report, address, session.previous).value is not None
        return Notice(f"{field.label}：未填{note}", f"{how}   按 = 看应填什么" if known else how)
    if not fits(value, field.kind) or (field.choices and value not in field.choices):
        wrong = "不是所列的一种" if field.choices else "不是年份" if field.kind is Kind.YEAR else "读不成日期"
        return Notice(f"! {field.label}：“{show(value)}”{wrong}", how, paint.ERROR)
    found = about(session, address, clipped=True)
    return found if session.found.objections_at(address) else found._replace(text=f"{field.label}{note}", hint=how)


def with_last_year(said: Notice, session: Session, address: str, columns: int) -> Notice:
    """The same, and last year's value of the cell, where there is room for both."""
    last = session.previous
    change = change_in_words(session.report, last, address) if last else ""
    if not change or width(said.text + change + said.hint) > 2 * columns - 8:
        return said
    if not said.text:
        return said._replace(text=change)
    return said._replace(hint=f"{change}   {said.hint}".rstrip())


def about_text(session: Session, here: Place, writes: bool) -> Notice:
    """What there is to say of a place in a text: the finding about what is said there, else the worst about the text;
    and whether what is typed goes into it."""
    address, text = here.address, str(session.report[here.address])
    count = sum(not character.isspace() for character in text)
    pen = f"正在写，Esc 停笔（{count} 字）" if writes else f"键入或粘贴即写（{count} 字）"
    objections = [f for f in session.found.objections if _is_said_at(f, here)] or session.found.objections_at(address)
    if not text and objections:
        return Notice(f"未填：{objections[0].message.rpartition('：')[2]}", pen)
    said = told(session, objections[0], address) if objections else about(session, address, clipped=False)
    return said._replace(hint=pen)


def _is_said_at(finding: Finding, here: Place) -> bool:
    span = finding.span
    return span is not None and span.address == here.address and span.start <= here.offset <= span.end
