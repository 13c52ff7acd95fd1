"""The deeds that only show: help, explanation, preview, and the lists that lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events

from giptui.display.width import ljust, width
from giptui.session import SEVERITIES, explain_address, explain_rule
from giptui.tui.deeds import DEEDS
from giptui.tui.desk import Desk
from giptui.tui.parts import place


class Lookups(Desk):
    """The desk with its readings and lists. The screens are imported when first opened: the start need not wait."""

    def action_help(self) -> None:
        self._read("帮助", help_text())

    def action_explain(self) -> None:
        """What the cell is, and what the findings about it mean."""
        here = self.session.objections_at(self.address)
        texts = [explain_address(self.session.report.form, self.address) or ""]
        for finding in here:
            texts.append(f"{SEVERITIES[finding.severity]}：{finding.message}")
            texts.append(explain_rule(finding.rule) or "")
        self._read("解释", "\n\n".join(texts))

    def action_preview(self) -> None:
        from giptui.printers import plain

        self._read("预览", plain(self.session.report), wrap=True)

    def action_findings(self) -> None:
        findings = self.session.findings
        if not findings:
            self.notice("没有问题")
            return
        shown = [(f"{SEVERITIES[f.severity]}  {f.message}", f.cells[0] if f.cells else "", f.rule) for f in findings]
        self.choose("问题一览", shown, self.go)

    def action_sections(self) -> None:
        faces = [(part, face) for part in self.parts for face in part.faces]
        shown = [(f"{part.title}  {face.title}", face.table or face.text, "") for part, face in faces]
        self.choose("各部分", shown, self.go)

    def action_go(self) -> None:
        """g waits: g g is the first cell, anything else opens the list with it."""

        def answer(event: events.Key) -> bool:
            if event.key == "g" and self.in_grid:
                self.grid.move("first")
            elif event.is_printable or event.key == "enter":
                self._go_list(event.character or "" if event.is_printable else "")
            return event.is_printable or event.key in ("enter", "escape")

        first = "g 到本表第一格，" if self.in_grid else ""
        self.ask("转到：键入栏目名、地址或部分的序号", f"{first}Enter 列出全部，Esc 返回", answer)

    def _go_list(self, typed: str) -> None:
        """Rows, fields and texts first, then single cells: a word finds the row before its seven cells."""
        form = self.session.report.form
        rows: dict[str, str] = {}
        for address in form.kinds:
            cell = form.cells.get(address)
            row = address.rpartition(".")[0] if cell else address
            rows[row] = form.label(address).rpartition("，")[0] if cell else form.label(address)
        cells = {address: form.label(address) for address in form.cells}
        tabs = {
            address: self.parts[found[0]].tab for address in {**rows, **cells} if (found := place(self.parts, address))
        }
        places = [(f"{tabs[address]}  {label}", address, address) for address, label in (*rows.items(), *cells.items())]
        parts = [
            (part.title, part.faces[0].table or part.faces[0].text, f"{n} {part.tab[0]}")
            for n, part in enumerate(self.parts)
        ]
        self.choose("转到", [*parts, *places], self.go, typed)

    def action_palette(self) -> None:
        named = [deed for deed in DEEDS if deed.action != "palette"]
        column = max(width(deed.title) for deed in named) + 2
        shown = [(ljust(deed.title, column) + deed.shown_keys, deed.action, " ".join(deed.words)) for deed in named]
        self.choose("所有操作", shown, lambda action: self.call_later(self.run_action, action))

    def choose(
        self, title: str, shown: Iterable[tuple[str, str, str]], then: Callable[[str], object], typed: str = ""
    ) -> None:
        """A list to choose from: what is shown, the value that ``then`` gets, other words that find it."""
        from giptui.tui.screens import Choice, Choosing

        def chosen(value: str | None) -> None:
            if value:
                then(value)

        self.app.push_screen(Choosing(title, [Choice(*each) for each in shown], typed), chosen)

    def _read(self, title: str, text: str, wrap: bool = True) -> None:
        from giptui.tui.screens import Reading

        self.app.push_screen(Reading(title, text, wrap))


def help_text() -> str:
    """Every deed with its keys, by chapter."""
    chapters: dict[str, list[str]] = {}
    column = max(width(deed.shown_keys) for deed in DEEDS) + 2
    for deed in DEEDS:
        keys = deed.shown_keys or ":" + deed.words[0]
        chapters.setdefault(deed.chapter, []).append("  " + ljust(keys, column) + deed.title)
    texts = ["\n".join([chapter, *lines]) for chapter, lines in chapters.items()]
    return "\n\n".join([*texts, _MANNERS])


_MANNERS = """\
说明
  键入数字、- 或 / 即替换本格；Enter 填入并下移，Tab 右移，方向键和 h j k l 按方向移动，Esc 放弃。
  与各部分相符的总计会随之变动；原来就不符的总计不动，只作标记。
  / 再按 Enter 表示“不适用”；空白不等于 0。行末的 ! 是错误，~ 是警告。
  全角的数字和！？【】＝：／与半角一样用。"""
