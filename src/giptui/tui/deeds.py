"""What a person can do in the editor, declared once: the bindings, the palette and the help are made from it.

A letter acts where it is not text: in the grid, and in prose that is being read. Full-width punctuation from an input
method counts as its ASCII twin.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual.binding import Binding

_NAMES: Final = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "tab": "Tab",
    "delete": "Delete",
    "shift": "Shift",
    "ctrl": "Ctrl",
    "escape": "Esc",
}
_BRACKETS: Final = {"[": "【", "]": "】"}


def twin(key: str) -> str:
    """The full-width character that an input method may send instead of this one; empty if there is none."""
    if len(key) != 1 or key.isalnum():
        return ""
    return _BRACKETS.get(key) or chr(ord(key) + 0xFEE0)


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed: its action, its keys, its title, the words that ``:`` understands for it, its chapter in the help."""

    action: str
    keys: tuple[str, ...]
    title: str
    chapter: str
    words: tuple[str, ...] = ()

    def bindings(self) -> list[Binding]:
        """One binding a key, twins included."""
        keys = [*self.keys, *filter(None, map(twin, self.keys))]
        return [Binding(key, self.action, self.title, show=False) for key in keys]

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them: ``w  Ctrl+S``."""
        return "  ".join(map(_shown, self.keys))


def _shown(key: str) -> str:
    if len(key) == 1:
        return key
    return "+".join(_NAMES.get(part) or part.upper() for part in key.split("+"))


MOVE, FILL, CHECK, DESK = "移动", "填写", "检查与改正", "报告与窗口"

DEEDS: Final = (
    Deed("move('up')", ("up", "k"), "上一行", MOVE),
    Deed("move('down')", ("down", "j"), "下一行", MOVE),
    Deed("move('left')", ("left", "h"), "左一列", MOVE),
    Deed("move('right')", ("right", "l"), "右一列", MOVE),
    Deed("move('home')", ("home",), "本行第一格", MOVE),
    Deed("move('end')", ("end",), "本行最后一格", MOVE),
    Deed("move('first')", ("ctrl+home",), "本表第一格（也可按 g g）", MOVE),
    Deed("move('last')", ("G", "ctrl+end"), "本表最后一格", MOVE),
    Deed("move('page_up')", ("pageup",), "上翻一页", MOVE),
    Deed("move('page_down')", ("pagedown",), "下翻一页", MOVE),
    Deed("section(-1)", ("{", "ctrl+pageup"), "上一部分", MOVE),
    Deed("section(1)", ("}", "ctrl+pagedown"), "下一部分", MOVE),
    Deed("sections", ("f5",), "各部分一览", MOVE, ("sections",)),
    Deed("turn", ("f7",), "本部分的表格、表前文字、表后文字轮换", MOVE, ("turn",)),
    Deed("go", ("g", "f3"), "转到某格、某栏、某部分", MOVE, ("go", "goto")),
    Deed("enter", ("enter",), "下一格；在文字处开始写", FILL),
    Deed("move('next')", ("tab",), "下一格（到行末换行）", FILL),
    Deed("move('previous')", ("shift+tab",), "前一格", FILL),
    Deed("edit", ("f2", "e", "i"), "修改本格（直接键入数字则替换）；在文字处开始写", FILL, ("edit",)),
    Deed("clear", ("delete", "x"), "本格置空", FILL),
    Deed("fill_zero", ("Z",), "本表空白格全部填 0", FILL, ("zero",)),
    Deed("advise", ("=",), "本格应填多少：先显示，按 Enter 填入；=3+2 算出和数", FILL),
    Deed("undo", ("u", "ctrl+z"), "撤销", FILL, ("undo",)),
    Deed("redo", ("U", "ctrl+y", "ctrl+r"), "重做", FILL, ("redo",)),
    Deed("finding(1)", ("]",), "下一处问题", CHECK),
    Deed("finding(-1)", ("[",), "上一处问题", CHECK),
    Deed("findings", ("f8",), "问题一览", CHECK, ("findings", "check")),
    Deed("fix", ("!",), "改正本处问题：先显示，再按 ! 执行；几种改法按数字选", CHECK, ("fix",)),
    Deed("explain", ("K",), "解释本格和本处问题", CHECK, ("explain",)),
    Deed("preview", ("f6",), "预览整份报告", DESK, ("preview", "report")),
    Deed("save", ("w", "ctrl+s"), "保存", DESK, ("w", "write", "save")),
    Deed("save_copy", (), "另存一份副本（原文件被别的程序改过时）", DESK, ("saveas",)),
    Deed("leave", ("q", "ctrl+q"), "退出", DESK, ("q", "quit")),
    Deed("save_and_leave", (), "保存并退出", DESK, ("wq", "x")),
    Deed("palette", (":", "ctrl+p"), "所有操作", DESK),
    Deed("help", ("?", "f1"), "帮助", DESK, ("help",)),
)
