"""What the lines around the report say, from the session alone: the tabs, the status line, the place one is at."""

from __future__ import annotations

from typing import Final

from giptui.check import Severity
from giptui.display.visible import visible
from giptui.display.width import clipped_before, width
from giptui.form import Kind
from giptui.report import BLANK, fits, show
from giptui.session import Session, change_in_words, meaning, remainder
from giptui.tui import paint
from giptui.tui.bar import Piece
from giptui.tui.message_lines import Notice
from giptui.tui.navigation import Part

_COUNTED = ((Severity.ERROR, "错误"), (Severity.WARNING, "警告"), (Severity.INFO, "提示"))


def names(session: Session, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The parts by name, those with errors marked."""
    errors = [f for f in session.findings if f.severity is Severity.ERROR]

    def mark(part: Part) -> str:
        return "!" if any(face.shows(cell) for face in part.faces for f in errors for cell in f.cells) else " "

    return tuple(part.tab + mark(part) for part in parts)


def tabs(names: tuple[str, ...], current: int, columns: int) -> list[Piece]:
    """The names side by side, the current one lit; where not all have room, it has."""
    first = 0
    while sum(width(name) + 1 for name in names[first : current + 1]) > columns:
        first += 1
    styles = (paint.CURRENT_TAB if number == current else paint.PLAIN for number in range(len(names)))
    return [(f" {name}", style) for name, style in zip(names, styles, strict=True)][first:]


def status(session: Session, face: str, columns: int) -> tuple[list[Piece], list[Piece]]:
    """Left the file and what is unsaved; right the counts of findings and blanks, and what is seen."""
    unsaved = len(session.unsaved())
    counts = session.counts()
    found = "  ".join(f"{name} {counts[severity]}" for severity, name in _COUNTED if counts[severity])
    right = f"{found or '没有问题'}  空白 {session.blanks()}  {face}  ? 帮助 "
    state = ("  只读" if session.read_only else "") + (f"  已改 {unsaved} 处，未保存" if unsaved else "")
    name = clipped_before(visible(session.name), max(columns - width(right) - width(state) - 2, 8))
    return [(f" {name}{state}", paint.BAR)], [(right, paint.BAR)]


def about(session: Session, address: str, clipped: bool) -> Notice:
    """What there is to say of a cell: its worst finding, what remains to be filled in, or, where the screen shows only
    a part of it (``clipped``), what it means.
    """
    if here := session.objections_at(address):
        finding = here[0]
        number = f"（共 {len(here)} 条）" if len(here) > 1 else ""
        hint = "按 ! 改正，按 K 看解释" if finding.fix or finding.alternatives else "按 K 看解释"
        text = f"{paint.MARK[finding.severity]} {finding.message}{number}"
        return Notice(text, hint, paint.SEVERITY[finding.severity])
    if rest := remainder(session.report, address):
        return Notice(rest)
    return Notice(meaning(session.report, address) if clipped else "")


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
        return Notice(f"{field.label}：未填{note}", how)
    if not fits(value, field.kind) or (field.choices and value not in field.choices):
        wrong = "不是所列的一种" if field.choices else "不是年份" if field.kind is Kind.YEAR else "读不成日期"
        return Notice(f"! {field.label}：“{show(value)}”{wrong}", how, paint.ERROR)
    found = about(session, address, clipped=True)
    return found if session.objections_at(address) else found._replace(text=f"{field.label}{note}", hint=how)


def with_last_year(said: Notice, session: Session, address: str, columns: int) -> Notice:
    """The same, and last year's value of the cell, where there is room for both."""
    last = session.previous
    change = change_in_words(session.report, last, address) if last else ""
    if not change or width(said.text + change + said.hint) > 2 * columns - 8:
        return said
    if not said.text:
        return said._replace(text=change)
    return said._replace(hint=f"{change}   {said.hint}".rstrip())


def about_text(session: Session, address: str, writes: bool) -> Notice:
    """What there is to say of a text: its worst finding, and whether what is typed goes into it."""
    text = str(session.report[address])
    count = sum(not character.isspace() for character in text)
    pen = f"正在写，Esc 停笔（{count} 字）" if writes else f"键入或粘贴即写（{count} 字）"
    said = about(session, address, clipped=False)
    if not text and session.objections_at(address):
        said = Notice(f"未填：{session.objections_at(address)[0].message.rpartition('：')[2]}")
    return said._replace(hint=pen)
