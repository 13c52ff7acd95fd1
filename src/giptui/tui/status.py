"""What the lines around the report say, from the session alone: the tabs, the status line, the place one is at."""

from __future__ import annotations

from giptui.check import Finding, Severity
from giptui.display.visible import visible
from giptui.display.width import clipped_before, width
from giptui.session import Place, Session, headline, meaning, remainder
from giptui.tui import paint
from giptui.tui.bar import Piece
from giptui.tui.message_lines import Notice
from giptui.tui.navigation import Part

_COUNTED = ((Severity.ERROR, "错误"), (Severity.WARNING, "警告"), (Severity.INFO, "提示"))


def names(session: Session, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The parts by name, those with errors marked."""
    errors = [f for f in session.found.objections if f.severity is Severity.ERROR]

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
    right = f"{counted(session)}  空白 {session.blanks()}  {face}  ? 帮助 "
    state = ("  只读" if session.read_only else "") + (f"  已改 {unsaved} 处，未保存" if unsaved else "")
    name = clipped_before(visible(session.name), max(columns - width(right) - width(state) - 2, 8))
    return [(f" {name}{state}", paint.BAR)], [(right, paint.BAR)]


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
    if here := session.objections_at(address):
        return told(session, here[0], address, f"本处 {len(here)} 条  " if len(here) > 1 else "")
    if rest := remainder(session.report, address):
        return Notice(rest)
    return Notice(meaning(session.report, address) if clipped else "")


def told(session: Session, finding: Finding, address: str, number: str = "") -> Notice:
    """A finding as it concerns an address, and what leads on from it."""
    fixable = finding.fix or finding.alternatives or session.fix_at(address)
    hint = "按 ! 改正，按 K 看解释" if fixable else "按 K 看解释"
    text = f"{paint.MARK[finding.severity]} {headline(session.found, finding, address)}"
    return Notice(text, number + hint, paint.SEVERITY[finding.severity])


def about_text(session: Session, here: Place, writes: bool) -> Notice:
    """What there is to say of a place in a text: the finding about what is said there, else the worst about the text;
    and whether what is typed goes into it."""
    pen = "正在写，Esc 停笔" if writes else "Enter 开始写，Esc 停笔"
    said = [f for f in session.found.objections if _is_said_at(f, here)]
    notice = told(session, said[0], here.address) if said else about(session, here.address, clipped=False)
    return notice._replace(hint=pen)


def _is_said_at(finding: Finding, here: Place) -> bool:
    span = finding.span
    return span is not None and span.address == here.address and span.start <= here.offset <= span.end
