"""What is done to several cells at once: chosen, copied, cut, pasted, filled. The screen's hand for ranges."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from giptui.report import Value, value_in_words
from giptui.report.typed import typed
from giptui.session import ranges
from giptui.session.ranges import Region
from giptui.store import Unwritable, save
from giptui.tui import clipboard
from giptui.tui.cursor import Range
from giptui.tui.keys import character

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench


class Ranges:
    """Acts on the range of the grid; without one, on the current cell."""

    def __init__(self, screen: Workbench) -> None:
        self._screen, self._session = screen, screen.session
        self._grid, self._messages = screen.stage.grid, screen.messages

    @property
    def chosen(self) -> Region:
        """The addresses row by row."""
        return self._grid.range or ((self._grid.address,),)

    def select(self) -> None:
        """Begin or end a range of cells."""
        self._grid.select(Range.HELD)

    def select_rows(self) -> None:
        """Begin or end a range of whole rows."""
        self._grid.select(Range.ROWS)

    def ends(self, event: events.Key) -> bool:
        """End the range with Esc; False if there is none, or the key is another."""
        if event.key != "escape" or not self._grid.range or not self._screen.stage.in_grid:
            return False
        self._grid.release()
        return True

    def copy(self) -> None:
        """Put the cells on the clipboards."""
        chosen = self._copied()
        self._grid.release()
        self._messages.notice(f"已复制 {_size(chosen)}", "按 p 粘贴")

    def cut(self) -> None:
        """Copy the cells and leave them blank."""
        chosen = self._copied()
        self._put(ranges.cleared(chosen), f"已剪切 {_size(chosen)}", "剪切")

    def clear(self) -> None:
        """Leave the cells blank."""
        chosen = self.chosen
        self._put(ranges.cleared(chosen), f"已清空 {_size(chosen)}" if self._grid.range else "", "置空")

    def paste(self) -> None:
        """Put in what was copied here; what was copied elsewhere comes by the terminal's own paste."""
        text = self._screen.app.clipboard
        if text:
            self._screen.on_paste(events.Paste(text))
        else:
            self._messages.notice("这里还没有复制过；别处复制的，用终端的粘贴（如 Ctrl+Shift+V）")

    def takes(self, text: str) -> bool:
        """Put a pasted value into every cell of the range; False if there is no range or the text is several."""
        from giptui.session.blocks import is_single  # the start need not wait for it

        region = self._grid.range
        if not region or not is_single(text):
            return False
        kinds = self._session.report.form.kinds
        self._put({a: typed(text, kinds[a]) for row in region for a in row}, f"已填 {_size(region)}", "粘贴")
        return True

    def fill_down(self) -> None:
        """The first row's values to the rows below it; without a range, the value above to this cell."""
        region = self._grid.range if len(self._grid.range) > 1 else self._with_before("up")
        self._fill(ranges.filled_down(self._session.report, region), "向下")

    def fill_right(self) -> None:
        """The first column's values to the columns right of it; without a range, the value on the left to this cell."""
        region = self._grid.range if any(len(row) > 1 for row in self._grid.range) else self._with_before("left")
        self._fill(ranges.filled_right(self._session.report, region), "向右")

    def advise(self) -> bool:
        """Show what the cells of the range should be; Enter sets them. False if there is no range."""
        region = self._grid.range
        if region:
            self.show_expected(region)
        return bool(region)

    def advise_row(self) -> None:
        """The same for the current row."""
        self.show_expected((self._grid.sheet.row_of(self._grid.address),))

    def show_expected(self, region: Region) -> None:
        """Ask whether the cells are to be what they should be."""
        report = self._session.report
        addresses = [address for row in region for address in row]
        found = ranges.expected(report, addresses, self._session.previous)
        said = [
            f"{found.right} 格已经对" if found.right else "",
            f"{found.unknown} 格没有依据" if found.unknown else "",
        ]
        rest = "，".join(filter(None, said))
        if not found.edits:
            self._messages.notice(f"选中的各格没有要改的：{rest}")
            return
        one_row = len(region) == 1
        names = (
            f"{report.form.cells[a].column.label if one_row else report.form.label(a)}"
            f" {value_in_words(report[a])}→{value}"
            for a, value in found.edits.items()
        )

        def answer(event: events.Key) -> bool:
            if event.key == "enter":
                self._put(found.edits, f"已填 {len(found.edits)} 格", "按 = 填入")
            return event.key in ("enter", "escape") or character(event) == "="

        said_all = f"应填：{'、'.join(names)}{f'（{rest}）' if rest else ''}"
        self._messages.ask(said_all, f"按 Enter 填入 {len(found.edits)} 格，Esc 不填", answer)

    def export(self, path: str = "") -> None:
        """Write the cells to a new file, tabs between columns; the whole table without a range. Asks for a name."""
        if not path:
            self._screen.lists.ask("写到哪个文件", self.export, "块.tsv")
            return
        with suppress(RuntimeError):  # no such user
            path = str(Path(path).expanduser())
        region = self._grid.range or self._grid.sheet.region
        try:
            save(path, (ranges.as_text(self._session.report, region) + "\n").encode(), None)
        except Unwritable as error:
            self._messages.notice(error.reason)
            return
        self._grid.release()
        self._messages.notice(f"已写入 {path}：{_size(region)}")

    def _with_before(self, how: str) -> Region:
        sheet = self._grid.sheet
        here = self._grid.address
        before = sheet.at(*sheet.moved(*sheet.places[here], how, 1))
        if before == here:
            return ()
        return ((before,), (here,)) if how == "up" else ((before, here),)

    def _fill(self, edits: Mapping[str, Value], way: str) -> None:
        if edits:
            self._put(edits, f"已{way}填 {len(edits)} 格", f"{way}填")
        else:
            self._messages.notice(f"这里没有可{way}填的")

    def _put(self, edits: Mapping[str, Value], said: str, action: str) -> None:
        all_edits = ranges.with_totals(self._session.report, dict(edits))
        if self._screen.editing.put(all_edits, exact=True, action=action) and said:
            self._grid.release()
            self._messages.notice(said, "按 u 撤销")

    def _copied(self) -> Region:
        chosen = self.chosen
        clipboard.put(self._screen.app, ranges.as_text(self._session.report, chosen))
        return chosen


def _size(region: Region) -> str:
    count = sum(map(len, region))
    return f"{len(region)} 行 {max(map(len, region))} 列" if count > 1 else "1 格"
