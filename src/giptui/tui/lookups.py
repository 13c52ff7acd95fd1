"""What the readings, the lists and the questions of the editor show: functions over a session and the declarations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from giptui.check import Change, Finding
from giptui.display.width import ljust, width
from giptui.form import Form
from giptui.report import BLANK, Report
from giptui.report.halfwidth import DIGITS
from giptui.session import SEVERITIES, Advice, Session, changes_in_words, explain_address, explain_rule
from giptui.tui.actions import ACTIONS
from giptui.tui.navigation import Part, find

_FEW = 6  # so many ways to fix something have room on the message lines; more are a list


class Choice(NamedTuple):
    """A line of a list: what is shown, what it stands for, other words that find it."""

    shown: str
    value: str
    words: str = ""


def is_blank(report: Report) -> bool:
    """Whether the report is still to be begun: whose it is stands nowhere, and no number is filled in."""
    whose = ("report.title", "report.organ", "report.year")
    return any(report[field] == BLANK for field in whose) and all(report[cell] == BLANK for cell in report.form.cells)


def finding_from(session: Session, address: str, by: int) -> str:
    """The address of the next objection after an address, or before it, in the form's order and around the end; empty
    if there is none.
    """
    return _from(session, address, by, (f.cells[0] for f in session.objections if f.cells))


def blank_from(session: Session, address: str, by: int) -> str:
    """The address of the next blank cell after an address, or before it, likewise."""
    report = session.report
    return _from(session, address, by, (cell for cell in report.form.cells if report[cell] == BLANK))


def _from(session: Session, address: str, by: int, addresses: Iterable[str]) -> str:
    order = {each: place for place, each in enumerate(session.report.form.kinds)}
    stops = sorted({order.get(each, -1): each for each in addresses}.items())
    if not stops:
        return ""
    here = order.get(address, -1)
    if by > 0:
        return next((stop for place, stop in stops if place > here), stops[0][1])
    return next((stop for place, stop in reversed(stops) if place < here), stops[-1][1])


# --- to read


def help_text() -> str:
    """Every action with its keys, by chapter."""
    chapters: dict[str, list[str]] = {}
    column = max(width(action.shown_keys) for action in ACTIONS) + 2
    for action in ACTIONS:
        keys = action.shown_keys or ":" + action.words[0]
        chapters.setdefault(action.chapter, []).append("  " + ljust(keys, column) + action.title)
    texts = ["\n".join([chapter, *lines]) for chapter, lines in chapters.items()]
    return "\n\n".join([*texts, _MANNERS])


_MANNERS = """\
说明
  键入数字、- 或 / 即替换本格；Enter 填入并下移，Tab 右移，方向键和 h j k l 按方向移动，Esc 放弃。
  与各部分相符的总计会随之变动；原来就不符的总计不动，只作标记。
  / 再按 Enter 表示“不适用”；空白不等于 0。行末的 ! 是错误，~ 是警告。
  全角的数字和！？【】＝：／与半角一样用。"""


def explanation(session: Session, address: str) -> str:
    """What is at the address, and what the findings about it mean."""
    texts = [explain_address(session.report.form, address) or ""]
    for finding in session.objections_at(address):
        texts += [f"{SEVERITIES[finding.severity]}：{finding.message}", explain_rule(finding.rule) or ""]
    return "\n\n".join(texts)


# --- to choose from


def findings(session: Session) -> list[Choice]:
    """Every finding; its value is its first address."""
    return [
        Choice(f"{SEVERITIES[f.severity]}  {f.message}", f.cells[0] if f.cells else "", f.rule)
        for f in session.findings
    ]


def sections(parts: tuple[Part, ...]) -> list[Choice]:
    """Every face of every part; its value is the address that leads to it."""
    return [Choice(f"{part.title}  {face.title}", face.address) for part in parts for face in part.faces]


def places(form: Form, parts: tuple[Part, ...]) -> list[Choice]:
    """Parts, rows, fields and texts first, then single cells: a word finds the row before its seven cells."""
    rows: dict[str, str] = {}
    for address in form.kinds:
        cell = form.cells.get(address)
        row = address.rpartition(".")[0] if cell else address
        rows[row] = form.label(address).rpartition("，")[0] if cell else form.label(address)
    cells = {address: form.label(address) for address in form.cells}
    found = [(address, label, find(parts, address)) for address, label in (*rows.items(), *cells.items())]
    return [
        *(Choice(part.title, part.faces[0].address, f"{n} {part.tab[0]}") for n, part in enumerate(parts)),
        *(Choice(f"{parts[place[0]].tab}  {label}", address, address) for address, label, place in found if place),
    ]


def palette() -> list[Choice]:
    """Every action but this list; its value is the action's name."""
    named = [action for action in ACTIONS if action.id != "palette"]
    column = max(width(action.title) for action in named) + 2
    return [
        Choice(ljust(action.title, column) + action.shown_keys, action.id, " ".join(action.words)) for action in named
    ]


# --- to answer


def advised(should_be: Advice) -> tuple[str, str]:
    """What a cell should be, and the keys that answer."""
    if should_be.value is None:
        return should_be.reason, "可接着键入算式，如 =3+2"
    return f"应填 {should_be.value}（{should_be.reason}）", "按 Enter 填入，或接着键入算式"


def fix_question(report: Report, finding: Finding) -> tuple[str, str] | None:
    """How a finding can be fixed, and the keys that answer; None if a question has no room for all the ways."""
    if finding.fix:
        return f"改正：{changes_in_words(report, finding.fix)}", "再按 ! 执行，Esc 不改"
    if len(finding.alternatives) > _FEW:
        return None
    numbered = (f"{n} {changes_in_words(report, each)}" for n, each in enumerate(finding.alternatives, 1))
    return f"改法：{'；'.join(numbered)}", "按数字选，Esc 不改"


def fixes(report: Report, finding: Finding) -> list[Choice]:
    """The ways to fix a finding; the value of each is its number, from 1."""
    numbered = enumerate((changes_in_words(report, each) for each in finding.alternatives), 1)
    return [Choice(f"{number}  {changes}", str(number), str(number)) for number, changes in numbered]


def chosen_fix(finding: Finding, character: str) -> tuple[Change, ...]:
    """The changes that a character asks for: ``!`` the one fix, a digit one of several; none if it asks for nothing."""
    if character == "!":
        return finding.fix
    if character and character in DIGITS and 1 <= int(character) <= len(finding.alternatives):
        return finding.alternatives[int(character) - 1]
    return ()
