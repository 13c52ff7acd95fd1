"""What a step of the history did, in the form's words: what undo and redo say that they took back or did again."""

from __future__ import annotations

from typing import Final

from giptui.form import Form, Kind
from giptui.report import value_in_words
from giptui.session.history import Step

_FEW: Final = 16  # characters of a text that are quoted


def step_in_words(form: Form, step: Step) -> str:
    """What the step did: ``第三部分 Z 补 0，102 格``; ``第三部分 一、…，自然人 空白→7``; ``第一部分 写入“…”``."""
    shown = step.at if step.at in step.after else next(iter(step.after))
    where, others = _part(form, shown), len(step.after) - 1
    if step.action and others:
        return f"{where} {step.action}，{len(step.after)} 格"
    what = f"{where} {step.action} " if step.action else f"{where} "
    before, after = step.before[shown], step.after[shown]
    if form.kinds[shown] is Kind.PROSE:
        return what + _in_text(str(before), str(after))
    change = f"{value_in_words(before)}→{value_in_words(after)}"
    if form.kinds[shown] is Kind.LINE and len(change) > 2 * _FEW:
        change = _in_text(str(before), str(after))
    follow = f"，另 {others} 格随之" if others else ""
    return f"{what}{form.label(shown)} {change}{follow}"


def _part(form: Form, address: str) -> str:
    """The part of the report that an address stands in: ``第三部分``, ``报头``."""
    name = address.partition(".")[0]
    if name in ("report", "preface"):
        return "报头" if name == "report" else "前言"
    return f"第{form.section(name).ordinal}部分"


def _in_text(before: str, after: str) -> str:
    """How one text became the other: what was written, what was struck out."""
    start = _common(before, after)
    end = min(_common(before[::-1], after[::-1]), len(before) - start, len(after) - start)
    struck, written = before[start : len(before) - end], after[start : len(after) - end]
    if not struck and not written:
        return "改动段落"
    if struck and written:
        return f"把{_quoted(struck)}改为{_quoted(written)}"
    return f"写入{_quoted(written)}" if written else f"删去{_quoted(struck)}"


def _quoted(text: str) -> str:
    shown = " ".join(text.split()) or "空行"
    return f"“{shown}”" if len(shown) <= _FEW else f"“{shown[:_FEW]}…”（{len(text)} 字）"


def _common(one: str, other: str) -> int:
    length = min(len(one), len(other))
    return next((at for at in range(length) if one[at] != other[at]), length)
