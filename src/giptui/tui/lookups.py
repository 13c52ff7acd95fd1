"""What the readings, the lists and the questions of the editor show: functions over a session and the declarations."""

from __future__ import annotations

from typing import NamedTuple

from giptui.check import Change, Finding, Severity
from giptui.display.width import ljust, width
from giptui.form import Form
from giptui.report import BLANK, Report
from giptui.report.halfwidth import DIGITS
from giptui.session import (
    SEVERITIES,
    Advice,
    Place,
    Session,
    changes_in_words,
    claim_at,
    claim_in_words,
    claims_on,
    explain_address,
    explain_rule,
)
from giptui.tui.actions import ACTIONS, Action
from giptui.tui.navigation import Part, around, find
from giptui.tui.search import following

_RANKS = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_FEW = 6  # so many ways to fix something have room on the message lines; more are a list


class Choice(NamedTuple):
    """A line of a list: what is shown, what it stands for, other words that find it."""

    shown: str
    value: str
    words: str = ""
    rank: int = 0  # the lower, the earlier where it matters


def is_blank(report: Report) -> bool:
    """Whether the report is still to be begun: whose it is stands nowhere, and no number is filled in."""
    whose = ("report.title", "report.organ", "report.year")
    return any(report[field] == BLANK for field in whose) and all(report[cell] == BLANK for cell in report.form.cells)


def finding_from(session: Session, here: Place, visited: Finding | None, by: int) -> int | None:
    """The number of the next finding after a place, or before it, in the form's order and around the end; None if there
    is none. After the one visited last, if that led here: several may lead to one place.
    """
    order = {each: number for number, each in enumerate(session.report.form.kinds)}
    turns = session.found.in_turn()
    for number, (finding, place) in enumerate(turns):
        if finding == visited and place.address in ("", here.address):
            return (number + by) % len(turns)
    at = order.get(here.address, -1), here.offset
    return around([(order.get(place.address, len(order)), place.offset) for _, place in turns], at, by)


def blank_from(session: Session, address: str, by: int) -> str:
    """The address of the next blank cell after an address, or before it, in the form's order and around the end; empty
    if there is none."""
    blank = [cell for cell in session.report.form.cells if session.report[cell] == BLANK]
    return following(session, blank, address, by)


# --- to read


def help_text(actions: tuple[Action, ...] = ACTIONS) -> str:
    """Every action with its keys, by chapter."""
    chapters: dict[str, list[str]] = {}
    column = max(width(action.shown_keys) for action in actions) + 2
    for action in actions:
        keys = action.shown_keys or ":" + action.words[0]
        chapters.setdefault(action.chapter, []).append("  " + ljust(keys, column) + action.title)
    texts = ["\n".join([chapter, *lines]) for chapter, lines in chapters.items()]
    names = "keys.toml 里各操作的名称\n" + "\n".join(
        f"  {ljust(action.id, column)}{action.title}" for action in actions
    )
    return "\n\n".join([*texts, _MANNERS, names])


_MANNERS = """\
说明
  键入数字、- 或 / 即替换本格；Enter 填入并下移，Tab 右移，方向键和 h j k l 按方向移动，Esc 放弃。
  一串 Tab 之后按 Enter，回到开始的那一列；Tab 略过与各部分相符的总计。
  从表格软件、网页复制的整块直接粘贴：有行名、列名按名字放，没有就从光标处放；空白的总计自动算。
  与各部分相符的总计会随之变动；原来就不符的总计不动，只作标记。
  / 再按 Enter 表示“不适用”；空白不等于 0。格后的 ! 是错误，~ 是警告，: 是与错误相关的格；
  部分名后的 ! 是有错误，- 是没有填完。
  全角的数字和！？【】＝：／与半角一样用。
  按键可改：在 ~/.config/giptui/keys.toml 里一行写一项，如 save = "f12"、leave = ["q", "f10"]。"""


def explanation(session: Session, here: Place) -> str:
    """What is at the place, what the prose claims there, and what the findings about it mean."""
    report, address = session.report, here.address
    texts = [explain_address(report.form, address) or ""]
    if address in report.form.texts and (claim := claim_at(report, here)):
        texts.append(claim_in_words(report, claim))
    texts += [claim_in_words(report, claim) for claim in claims_on(report, address)]
    for finding in (*session.found.objections_at(address), *session.found.blanks_at(address)):
        texts += [f"{SEVERITIES[finding.severity]}：{finding.message}", explain_rule(finding.rule) or ""]
    return "\n\n".join(texts)


# --- to choose from


def findings(session: Session) -> list[Choice]:
    """Every finding by place, numbered; then those that a person has judged right."""
    found = session.found
    standing = [
        Choice(
            f"{'填报中' if f in found.awaited else SEVERITIES[f.severity]}  {f.message}",
            f"go {number}",
            f.rule,
            _RANKS.index(f.severity) + 3 * (f in found.awaited),
        )
        for number, (f, _) in enumerate(found.in_turn())
    ]
    waived = (f"已确认  {f.message}（{waiver.reason}；F2 撤回）" for f, waiver in session.waived())
    return standing + [Choice(shown, f"waived {number}", rank=9) for number, shown in enumerate(waived)]


def sections(parts: tuple[Part, ...]) -> list[Choice]:
    """Every face of every part; its value is the address that leads to it."""
    return [
        Choice(f"{part.title}  {face.title}", face.address, f"{number} {part.tab[0]}")
        for number, part in enumerate(parts)
        for face in part.faces
    ]


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


def palette(actions: tuple[Action, ...] = ACTIONS) -> list[Choice]:
    """Every action but this list; its value is the action's name."""
    named = [action for action in actions if action.id != "palette"]
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
