"""Putting values into the report: typed, pasted, advised, fixed, undone. The screen's hand; every change is made by the
session. What is being typed over a cell is an `Entry`, drawn by the grid.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from textual import events

from giptui.check import Change, Finding
from giptui.report import BLANK, Value, fits, follow, show
from giptui.report.halfwidth import DIGITS, halfwidth
from giptui.report.typed import typed
from giptui.session import (
    DATES,
    Step,
    advice,
    changes_in_words,
    date_in_words,
    date_typed,
    step_in_words,
)
from giptui.tui.entry import Entry
from giptui.tui.keys import character
from giptui.tui.lookups import advised, chosen_fix, fix_question, fixes

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench

_DIGITS = frozenset(DIGITS)
_STARTS_TYPING = _DIGITS | {*"+-/"}


class Editing:
    """What keys and actions do to the report that the screen shows."""

    def __init__(self, screen: Workbench) -> None:
        self._screen, self._session = screen, screen.session
        self._stage, self._messages = screen.stage, screen.messages
        self._entry: Entry | None = None

    # --- typing over a cell

    @property
    def is_typing(self) -> bool:
        """Whether something is being typed over the current cell, so that keys go into it."""
        return self._entry is not None

    def starts(self, event: events.Key) -> bool:
        """Begin an entry with a digit, +, - or / over a cell; False for any other key."""
        if not self._stage.in_grid or character(event) not in _STARTS_TYPING:
            return False
        self.begin(event.character or "")
        return True

    def type_on(self, event: events.Key) -> bool:
        """Give the entry a key; False if it is none of the entry's, such as Ctrl+S: that commits the entry first and
        then means what it means.
        """
        entry = self._entry
        assert entry, "asked only while something is being typed"
        move = entry.move_after(event.key)
        if event.key == "escape":
            self._show_entry(None)
        elif entry.replacing and halfwidth(entry.text) == "/" and character(event):  # a slash alone is 不适用
            self._show_entry(None)
            self._screen.searching.ask(event.character or "")
        elif move is None and (after := entry.after(event)):
            self._show_entry(after)
        else:
            self._show_entry(None)
            if self._commit_typed(entry.text) and move:
                self._stage.grid.move(move)
            return move is not None
        return True

    def finish(self) -> bool:
        """Commit what is being typed, if anything is; False if it is not what the cell is for."""
        entry = self._entry
        if entry is None:
            return True
        self._show_entry(None)
        return self._commit_typed(entry.text)

    def paste(self, text: str) -> None:
        """Put a text into the entry, or begin one with it; a block goes into the table's cells, as one step."""
        if self._entry is None and self._stage.in_grid and self._screen.ranges.takes(text):
            return
        from giptui.session.blocks import is_single  # the start need not wait for it

        is_block = self._stage.in_grid and not self._stage.grid.sheet.is_text and not is_single(text)
        if is_block:
            self._paste_block(text)
        elif self._entry:
            self._show_entry(self._entry.typed(text))
        elif self._stage.in_grid:
            self.begin(text.strip())

    def _paste_block(self, text: str) -> None:
        from giptui.session.blocks import block, block_in_words
        from giptui.session.pasted_rows import NoBlock

        report = self._session.report
        found = block(report.form, self._screen.ranges.chosen[0][0], text)
        if isinstance(found, NoBlock):
            self._messages.notice(f"没有粘贴：{found.reason}")
            return
        if self._stage.address in found.edits:
            self._show_entry(None)
        self.finish()  # what was being typed elsewhere is not the paste's to drop
        edits = follow(report.form, report.__getitem__, found.edits)  # a total that was pasted is not to follow
        first = next(iter(found.edits))  # in another table, where its labels are that one's
        if self.put(edits, exact=True, action="粘贴一块", at=first):
            self._screen.go(first)
            self._messages.notice(block_in_words(self._session.report, found), "按 u 撤销")

    def begin(self, text: str, replacing: bool = True) -> None:
        """Type over the cell, beginning with this; where it is not ``replacing``, arrows stay in the entry."""
        if self._session.read_only:
            self._messages.refuse()
            return
        numeric = self._session.report.form.kinds[self._stage.address].is_numeric
        self._show_entry(Entry.begun("", replacing, numeric).typed(text))

    def _show_entry(self, entry: Entry | None) -> None:
        if self._session.journal:
            self._session.journal.draft(self._stage.address, entry.text if entry else None)
        self._entry = entry
        self._stage.grid.type(entry)

    def _commit_typed(self, text: str) -> bool:
        """Commit what was typed; False if it is not what the cell is for: it is kept all the same, and said."""
        address, form = self._stage.address, self._session.report.form
        field = form.fields.get(address)
        value = typed(text, form.kinds[address], field.choices if field else None)
        if form.kinds[address] in DATES:
            value = date_typed(text, form.kinds[address])
        self.put({address: value})
        if isinstance(value, date) and text.strip() != show(value):
            self._messages.notice(f"{form.label(address)}：理解为{date_in_words(value)}", "不对就按 Ctrl+Z 撤销")
        if fits(value, form.kinds[address]):
            return True
        if form.kinds[address] in DATES:
            self._messages.notice(
                f"“{value}”读不成日期，已照原样保留；可写 2024-1-23、2024年1月23日、20240123、今天",
                "F2 修改，Ctrl+Z 撤销",
            )
            return False
        self._messages.notice(f"“{value}”不是这一格该填的，已照原样保留", "按 e 修改，按 u 撤销")
        return False

    def put(self, edits: Mapping[str, Value], exact: bool = False, action: str = "", at: str = "") -> bool:
        """Put values into the report as one step; False if it is open for reading, which is then said."""
        if self._session.read_only:
            self._messages.refuse()
            return False
        at = at or self._stage.address
        self._screen.show_changes(self._session.commit(edits, at=at, exact=exact, action=action))
        return True

    # --- actions

    def edit(self) -> None:
        """Type into the cell as it stands; in prose, write."""
        if self._session.read_only:
            self._messages.refuse()
        elif self._stage.in_grid:
            self.begin(show(self._session.report[self._stage.address]), replacing=False)
        else:
            self._stage.prose.write()
            self._screen.show_messages()

    def fill_zero(self) -> None:
        """Put 0 into every blank cell of the table."""
        blank = [a for a in self._stage.grid.sheet.places if self._session.report[a] == BLANK]
        if blank:
            self.put(dict.fromkeys(blank, 0), action="Z 补 0")
            self._messages.notice(f"已把 {len(blank)} 个空白格填为 0，按 u 撤销")
        else:
            self._messages.notice("本表没有空白格")

    def advise(self) -> None:
        """Show what the cell should be; Enter sets it, digits make it a sum to work out, another = asks for the row."""
        if self._screen.ranges.advise():
            return
        address = self._stage.address
        should_be = advice(self._session.report, address, self._session.previous)
        numeric = self._session.report.form.kinds[address].is_numeric

        def answer(event: events.Key) -> bool:
            if event.key == "enter" and should_be.value is not None:
                self.put({address: should_be.value}, action="按 = 填入")
                return True
            if character(event) == "=" and address in self._session.report.form.cells:
                self._screen.ranges.advise_row()
                return True
            if character(event) in _DIGITS and numeric:
                self.begin("=" + character(event))
                return True
            return event.key == "escape"

        said, hint = advised(should_be)
        self._messages.ask(said, hint if numeric else "按 Enter 填入，Esc 不填", answer)

    def undo(self) -> None:
        """Take the last step back, in view of where it was made, and say what that was."""
        self._walk("撤销", self._session.next_undone, self._session.undo)

    def redo(self) -> None:
        """Do it again."""
        self._walk("重做", self._session.next_redone, self._session.redo)

    def _walk(self, verb: str, step: Step | None, walk: Callable[[], Step | None]) -> None:
        """Undo or redo. While a text is written only what was done in it: nobody is thrown out of writing."""
        form = self._session.report.form
        if step is None:
            self._messages.notice(f"没有可{verb}的了")
        elif self._stage.writes and step.at != self._stage.address:
            self._messages.notice(f"{verb}的下一步不在这段文字：{step_in_words(form, step)}", "Esc 停笔后再按")
        else:
            walk()
            if step.at != self._stage.address:
                self._screen.go(step.at)
            self._screen.show_changes(step.after)
            self._messages.notice(f"{verb}：{step_in_words(form, step)}")

    def fix(self) -> None:
        """Show how the finding here can be fixed; a second ! does it, a digit chooses among several ways."""
        finding, report = self._session.fix_at(self._stage.address), self._session.report
        if finding is None:
            self._messages.notice("本处没有可以代为改正的问题", "按 ] 到下一处问题")
        elif question := fix_question(report, finding):
            self._messages.ask(*question, lambda event: self._is_fixed(finding, event))
        else:
            ways = finding.alternatives
            self._screen.lists.choose("改法", fixes(report, finding), lambda n: self._apply(ways[int(n) - 1]))

    def _is_fixed(self, finding: Finding, event: events.Key) -> bool:
        chosen = chosen_fix(finding, character(event))
        if chosen:
            self._apply(chosen)
        return bool(chosen) or event.key == "escape"

    def _apply(self, changes: tuple[Change, ...]) -> None:
        fixed = changes_in_words(self._session.report, changes)
        if self.put({change.address: change.after for change in changes}, exact=True, action="改正"):
            self._messages.notice(f"已改正：{fixed}", "按 u 撤销")
