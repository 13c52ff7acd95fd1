"""What each deed does: the desk with its actions. Thin: every change is a request to the session."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from giptui.check import Change, Finding
from giptui.report import BLANK, Value, fits, show
from giptui.report.typed import typed
from giptui.session import Session, advice, changes_in_words
from giptui.store import Unwritable
from giptui.tui import paint
from giptui.tui.deeds import DEEDS
from giptui.tui.entry import Entry
from giptui.tui.grid import Grid
from giptui.tui.keys import passed_on
from giptui.tui.lookups import Lookups

if TYPE_CHECKING:
    from giptui.tui.prose import Prose

_STARTS_TYPING = frozenset("0123456789+-/")
_BINDINGS = tuple(binding for deed in DEEDS for binding in deed.bindings())
_ACTIONS = {binding.key: binding.action for binding in Binding.make_bindings(_BINDINGS)}
_FEW = 6  # so many ways to mend fit the message lines; more are a list


class Workbench(Lookups):
    """The desk with what its keys do to the report."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_BINDINGS,
        Binding("ctrl+c", "leave", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._entry: Entry | None = None

    # --- keys that are not deeds

    async def on_key(self, event: events.Key) -> None:
        """What is being typed comes first, then answers; a digit, +, - or / over a cell begins an entry.

        A deed is done here and at once, not through Textual's bindings: those run after the event has bubbled on, so
        that of two keys that arrive together the second would be looked at before the first is done. Only what moves
        in prose is left to the text area's own bindings.
        """
        if passed_on(self, event):
            return
        self._noticed = False
        character = event.character if event.is_printable and event.character else ""
        if self._entry:
            used = self._type_on(event.key, character)
        elif self.answers(event):
            used = True
        else:
            used = bool(character) and self.in_grid and unicodedata.normalize("NFKC", character) in _STARTS_TYPING
            if used:
                self._begin_entry(character)
        if not used and (self.in_grid or character) and event.key in _ACTIONS:
            await self.run_action(_ACTIONS[event.key])
            used = True
        if used:
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        if self._entry:
            self._show_entry(self._entry.typed(event.text))
        elif self.in_grid and len(event.text.split()) > 1 and not self.grid.sheet.is_text:
            self.notice("一次只能粘贴一格")
        elif self.in_grid:
            self._begin_entry(event.text.strip())

    def _begin_entry(self, text: str, replacing: bool = True) -> None:
        if self.session.read_only:
            self._say_read_only()
            return
        numeric = self.session.report.form.kinds[self.address].is_numeric
        self._show_entry(Entry.begun("", replacing, numeric).typed(text))

    def _show_entry(self, entry: Entry | None) -> None:
        self._entry = entry
        self.grid.type(entry)

    def _type_on(self, key: str, character: str) -> bool:
        """Give the entry a key. Any other key, such as Ctrl+S, commits the entry first and then means what it means."""
        entry = self._entry
        assert entry
        move = entry.move_after(key)
        if key == "escape":
            self._show_entry(None)
        elif move is None and character:
            self._show_entry(entry.typed(character))
        elif move is None and (edited := entry.edited(key)):
            self._show_entry(edited)
        else:
            self._show_entry(None)
            if self._commit_typed(entry.text) and move:
                self.grid.move(move)
            return move is not None
        return True

    def _commit_typed(self, text: str) -> bool:
        """Commit what was typed; False if it is not what the cell is for: it is kept all the same, and said."""
        address, form = self.address, self.session.report.form
        field = form.fields.get(address)
        value = typed(text, form.kinds[address], field.choices if field else None)
        self._commit({address: value})
        if fits(value, form.kinds[address]):
            return True
        self.notice(f"“{value}”不是这一格该填的，已照原样保留", "按 e 修改，按 u 撤销")
        return False

    # --- moving

    def action_move(self, how: str) -> None:
        if self.in_grid:
            self.grid.move(how)

    def action_enter(self) -> None:
        if self.in_grid:
            self.grid.move("down")
        else:
            self.action_edit()

    def on_grid_moved(self, event: Grid.Moved) -> None:
        event.stop()
        self.show_messages()

    def action_section(self, by: int) -> None:
        part = self._part + by
        if 0 <= part < len(self.parts):
            self.turn_to(part)
        else:
            self.notice("已经是最后一部分" if by > 0 else "已经是第一部分")

    def action_turn(self) -> None:
        if len(self.part.faces) > 1:
            self.turn_to(self._part, (self._face + 1) % len(self.part.faces))
        else:
            self.notice("这一部分只有文字")

    # --- filling in

    def action_edit(self) -> None:
        if self.session.read_only:
            self._say_read_only()
        elif self.in_grid:
            self._begin_entry(show(self.session.report[self.address]), replacing=False)
        else:
            self.prose.read_only = False
            self.show_messages()

    def action_clear(self) -> None:
        if self.in_grid:
            self._commit({self.address: BLANK})

    def action_fill_zero(self) -> None:
        if not self.in_grid or self.face.table == "report":
            return
        blank = [a for a in self.grid.sheet.places if self.session.report[a] == BLANK]
        if blank:
            self._commit(dict.fromkeys(blank, 0))
            self.notice(f"已把 {len(blank)} 个空白格填为 0，按 u 撤销")
        else:
            self.notice("本表没有空白格")

    def action_advise(self) -> None:
        """Show what the cell should be; Enter sets it, digits make it a sum to work out."""
        if not self.in_grid:
            return
        should_be, address = advice(self.session.report, self.address, self.session.previous), self.address
        if should_be.value is None:
            text, hint = should_be.reason, "可接着键入算式，如 =3+2"
        else:
            text, hint = f"应填 {should_be.value}（{should_be.reason}）", "按 Enter 填入，或接着键入算式"

        def answer(event: events.Key) -> bool:
            character = unicodedata.normalize("NFKC", event.character or "")
            if event.key == "enter" and should_be.value is not None:
                self._commit({address: should_be.value})
                return True
            if character.isdigit():
                self._begin_entry("=" + character)
                return True
            return event.key == "escape"

        self.ask(text, hint, answer)

    def on_prose_written(self, event: Prose.Written) -> None:
        event.stop()
        if not self.in_grid:
            if not event.goes_on:
                self.session.settle()
            self.session.commit({event.address: event.text}, typing=True)
            self.show_bars()

    def on_prose_rested(self, event: Prose.Rested) -> None:
        event.stop()
        self.session.settle()
        self.prose.show(str(self.session.report[self.face.text]), self.face.text)  # as it will stand in the file
        self.show_messages()

    def _commit(self, edits: Mapping[str, Value], exact: bool = False) -> None:
        if self.session.read_only:
            self._say_read_only()
            return
        self.show_changes(self.session.commit(edits, at=self.address, exact=exact))

    def _say_read_only(self) -> None:
        self.notice("只读打开，不能修改")

    def action_undo(self) -> None:
        if step := self.session.undo():
            self.go(step.at)
            self.show_changes(step.before)
        else:
            self.notice("没有可撤销的了")

    def action_redo(self) -> None:
        if step := self.session.redo():
            self.go(step.at)
            self.show_changes(step.after)
        else:
            self.notice("没有可重做的了")

    # --- findings

    def action_finding(self, by: int) -> None:
        """Go to the next or previous finding in the form's order, around the end."""
        order = {address: place for place, address in enumerate(self.session.report.form.kinds)}
        stops = sorted({order.get(f.cells[0], -1): f.cells[0] for f in self.session.objections if f.cells}.items())
        if not stops:
            self.notice("没有问题")
            return
        here = order.get(self.address, -1)
        if by > 0:
            target = next((address for place, address in stops if place > here), stops[0][1])
        else:
            target = next((address for place, address in reversed(stops) if place < here), stops[-1][1])
        self.go(target)

    def action_fix(self) -> None:
        """Show how the finding here can be mended; a second ! does it, a digit chooses among several ways."""
        finding = self.session.fix_at(self.address)
        if finding is None:
            self.notice("本处没有可以代为改正的问题", "按 ] 到下一处问题")
        elif finding.fix:
            self.ask(
                f"改正：{changes_in_words(self.session.report, finding.fix)}",
                "再按 ! 执行，Esc 不改",
                self._fixing(finding),
            )
        elif len(finding.alternatives) <= _FEW:
            numbered = (
                f"{n} {changes_in_words(self.session.report, each)}" for n, each in enumerate(finding.alternatives, 1)
            )
            hint = "按数字选，Esc 不改"
            self.ask(f"改法：{'；'.join(numbered)}", hint, self._fixing(finding))
        else:
            answers = [changes_in_words(self.session.report, each) for each in finding.alternatives]
            shown = [(f"{n}  {answer}", str(n), str(n)) for n, answer in enumerate(answers, 1)]
            self.choose("改法", shown, lambda number: self._apply(finding.alternatives[int(number) - 1]))

    def _fixing(self, finding: Finding) -> Callable[[events.Key], bool]:
        def answer(event: events.Key) -> bool:
            character = unicodedata.normalize("NFKC", event.character or "")
            chosen: tuple[Change, ...] = ()
            if finding.fix and character == "!":
                chosen = finding.fix
            elif character.isdigit() and 1 <= int(character) <= len(finding.alternatives):
                chosen = finding.alternatives[int(character) - 1]
            if chosen:
                self._apply(chosen)
            return bool(chosen) or event.key == "escape"

        return answer

    def _apply(self, changes: tuple[Change, ...]) -> None:
        self._commit({change.address: change.after for change in changes}, exact=True)
        self.notice(f"已改正：{changes_in_words(self.session.report, changes)}", "按 u 撤销")

    # --- saving, leaving

    def action_save(self) -> bool:
        """Save; False if that could not be done, which the message line then tells."""
        if self.session.read_only:
            self._say_read_only()
            return False
        try:
            saved = self.session.save()
        except Unwritable as error:
            self.notice(error.reason, "按 : 可另存副本", paint.ERROR)
            return False
        self.show_status()
        self.notice(f"已保存 {saved} 处修改" if saved else "没有要保存的修改")
        return True

    def action_save_copy(self) -> None:
        try:
            self.notice(f"已另存为 {self.session.save_copy()}；原文件没有动")
        except Unwritable as error:
            self.notice(error.reason, style=paint.ERROR)

    def action_leave(self) -> None:
        """Leave; ask first if there is something to lose."""
        unsaved = len(self.session.unsaved())
        if not unsaved:
            self.app.exit()
            return

        def answer(event: events.Key) -> bool:
            if event.key == "w":
                self.action_save_and_leave()
            elif event.key == "d":
                self.app.exit()
            return event.key in ("w", "d", "escape")

        if not self.in_grid:
            self.prose.read_only = True
        self.ask(f"有 {unsaved} 处修改没有保存", "w 保存并退出   d 不保存退出   Esc 返回", answer)

    def action_save_and_leave(self) -> None:
        if not self.session.dirty or self.action_save():
            self.app.exit()
