"""What a person can do in the editor, declared once: keys, palette and help are made from it, and the screen asks it
where an action is to be had.

A letter acts where it is not text: in the grid, and in prose that is being read. Full-width punctuation from an input
method counts as its ASCII twin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding

from giptui.tui.navigation import Where

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
class Action:
    """One action: its name in a keymap; what does it, as seen from the screen; its keys, its title, its chapter in the
    help, the words that ``:`` understands for it; where it is to be had; whether it changes the report, which one
    opened for reading refuses.
    """

    id: str
    does: str
    keys: tuple[str, ...]
    title: str
    chapter: str
    words: tuple[str, ...] = ()
    where: Where = Where.ANYWHERE
    changes: bool = False
    arguments: tuple[str | int, ...] = ()

    @property
    def binding(self) -> Binding:
        """All its keys, twins included."""
        keys = (*self.keys, *filter(None, map(twin, self.keys)))
        return Binding(",".join(keys), f"perform('{self.id}')", self.title, show=False, id=self.id)

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them: ``w  Ctrl+S``."""
        return "  ".join(map(_shown, self.keys))


def by_key(actions: Iterable[Action]) -> Mapping[str, Action]:
    """The actions by Textual's name of each of their keys."""
    bound = {action.id: action for action in actions if action.keys}
    return {
        binding.key: bound[str(binding.id)]
        for binding in Binding.make_bindings(action.binding for action in bound.values())
    }


def _shown(key: str) -> str:
    if len(key) == 1:
        return key
    return "+".join(_NAMES.get(part) or part.upper() for part in key.split("+"))


MOVE, FILL, CHECK, REPORT = "移动", "填写", "检查与改正", "报告与窗口"


def _move(how: str, keys: tuple[str, ...], title: str, chapter: str = MOVE) -> Action:
    name = how.replace("_", "-")
    return Action(name, "stage.grid.move", keys, title, chapter, where=Where.GRID, arguments=(how,))


ACTIONS: Final = (
    _move("up", ("up", "k"), "上一行"),
    _move("down", ("down", "j"), "下一行"),
    _move("left", ("left", "h"), "左一列"),
    _move("right", ("right", "l"), "右一列"),
    _move("home", ("home",), "本行第一格"),
    _move("end", ("end",), "本行最后一格"),
    _move("first", ("ctrl+home",), "本表第一格（也可按 g g）"),
    _move("last", ("G", "ctrl+end"), "本表最后一格"),
    _move("page_up", ("pageup",), "上翻一页"),
    _move("page_down", ("pagedown",), "下翻一页"),
    Action("section-before", "turn_section", ("{", "ctrl+pageup"), "上一部分", MOVE, arguments=(-1,)),
    Action("section-after", "turn_section", ("}", "ctrl+pagedown"), "下一部分", MOVE, arguments=(1,)),
    Action("sections", "lists.sections", ("f5",), "各部分一览", MOVE, ("sections",)),
    Action("turn", "turn_face", ("f7",), "本部分的表格、表前文字、表后文字轮换", MOVE, ("turn",)),
    Action("go", "lists.go", ("g", "f3"), "转到某格、某栏、某部分", MOVE, ("go", "goto")),
    Action("search", "searching.ask", ("ctrl+f",), "查找栏目、数值和文字；表格里也可键入 / 和词", MOVE, ("find",)),
    Action("search-text", "searching.ask", ("/",), "查找（文字处）", MOVE, where=Where.PROSE),
    Action("match-after", "searching.again", ("n",), "下一个找到的", MOVE, arguments=(1,)),
    Action("match-before", "searching.again", ("N",), "上一个找到的", MOVE, arguments=(-1,)),
    Action("blank-after", "go_to_blank", (")",), "下一个空白格", MOVE, arguments=(1,)),
    Action("blank-before", "go_to_blank", ("(",), "上一个空白格", MOVE, arguments=(-1,)),
    Action("last-year", "last_year.toggle", ("o",), "上年的报告放在旁边，或收起", MOVE, ("last", "previous")),
    Action("enter", "enter", ("enter",), "下一格；在文字处开始写", FILL),
    _move("next", ("tab",), "下一格（到行末换行，略过相符的总计）", FILL),
    _move("previous", ("shift+tab",), "前一格", FILL),
    Action(
        "edit",
        "editing.edit",
        ("f2", "e", "i"),
        "修改本格（直接键入数字则替换）；在文字处开始写",
        FILL,
        ("edit",),
        changes=True,
    ),
    Action("clear", "ranges.clear", ("delete", "x"), "本格或选中的格置空", FILL, where=Where.GRID, changes=True),
    Action("select", "ranges.select", ("v",), "开始选一块，移动来扩大（也可用 Shift+方向键）", FILL, where=Where.GRID),
    Action("select-rows", "ranges.select_rows", ("V",), "选整行", FILL, where=Where.GRID),
    *(
        _move(f"extend_{way}", (f"shift+{way}",), f"选到{name}", FILL)
        for way, name in (("up", "上一行"), ("down", "下一行"), ("left", "左一列"), ("right", "右一列"))
    ),
    Action("copy", "ranges.copy", ("y", "ctrl+c"), "复制", FILL, ("copy",), Where.GRID),
    Action("cut", "ranges.cut", ("d", "ctrl+x"), "剪切", FILL, ("cut",), Where.GRID, changes=True),
    Action("paste", "ranges.paste", ("p", "ctrl+v"), "粘贴（可整块）", FILL, ("paste",), Where.GRID, changes=True),
    Action("export", "ranges.export", (), "选中的格或本表写到文件（:export 文件名）", FILL, ("export",), Where.GRID),
    Action("fill-down", "ranges.fill_down", ("f",), "向下填", FILL, where=Where.TABLE, changes=True),
    Action("fill-right", "ranges.fill_right", ("F",), "向右填", FILL, where=Where.TABLE, changes=True),
    Action("fill-zero", "editing.fill_zero", ("Z",), "本表空白格全部填 0", FILL, ("zero",), Where.TABLE, changes=True),
    Action(
        "advise", "editing.advise", ("=",), "本格应填多少：先显示，按 Enter 填入；=3+2 算出和数", FILL, where=Where.GRID
    ),
    Action(
        "take-paragraph",
        "last_year.take_over",
        ("f9",),
        "抄入上年文字中亮的一段（Ctrl+↑↓ 选段）",
        FILL,
        ("paragraph",),
        Where.PROSE,
        changes=True,
    ),
    Action(
        "external",
        "writing.external",
        ("f4",),
        "用外部编辑器（$EDITOR）写这段文字",
        FILL,
        ("editor",),
        Where.PROSE,
        changes=True,
    ),
    Action("mark-before", "last_year.mark", ("ctrl+up",), "上年文字的上一段", MOVE, where=Where.PROSE, arguments=(-1,)),
    Action("mark-after", "last_year.mark", ("ctrl+down",), "上年文字的下一段", MOVE, where=Where.PROSE, arguments=(1,)),
    Action("undo", "editing.undo", ("u", "ctrl+z"), "撤销", FILL, ("undo",)),
    Action("redo", "editing.redo", ("U", "ctrl+y", "ctrl+r"), "重做", FILL, ("redo",)),
    Action("finding-after", "findings.turn", ("]",), "下一处问题", CHECK, arguments=(1,)),
    Action("finding-before", "findings.turn", ("[",), "上一处问题", CHECK, arguments=(-1,)),
    Action(
        "findings", "findings.list", ("f8",), "问题一览：按位置或程度；确认无误", CHECK, ("findings", "check", "waive")
    ),
    Action("fix", "editing.fix", ("!",), "改正本处问题：先显示，再按 ! 执行；几种改法按数字选", CHECK, ("fix",)),
    Action("explain", "findings.explain", ("K",), "解释本格、文字里的数和本处问题", CHECK, ("explain",)),
    Action("claim", "findings.join", ("*",), "文字里的数与表格对照：到所说的格，再按返回", CHECK, ("claim",)),
    Action("preview", "lists.preview", ("f6",), "预览整份报告", REPORT, ("preview", "report")),
    Action("save", "leaving.save", ("w", "ctrl+s"), "保存", REPORT, ("w", "write", "save"), changes=True),
    Action("save-as", "leaving.save_as", (), "另存为别的文件", REPORT, ("saveas", "save-as")),
    Action("reload", "sharing.reload", (), "重读文件，并入别的程序的改动", REPORT, ("e", "edit!", "reload")),
    Action("recover", "recovering.recover", (), "恢复上次没有保存的修改", REPORT, ("recover",)),
    Action("take-over", "sharing.take_over", (), "文件正被别人开着时，照样修改", REPORT, ("takeover",)),
    Action("leave", "leaving.leave", ("q", "ctrl+q"), "退出", REPORT, ("q", "quit")),
    Action("save-and-leave", "leaving.save_and_leave", (), "保存并退出", REPORT, ("wq", "x")),
    Action("mouse", "pointing.switch", (), "鼠标：开或关（单击到某格、某部分，滚轮上下）", REPORT, ("mouse",)),
    Action("repaint", "repaint", ("ctrl+l",), "重画屏幕", REPORT, ("redraw",)),
    Action("palette", "lists.palette", (":", "ctrl+p"), "所有操作", REPORT),
    Action("help", "lists.help", ("?", "f1"), "帮助", REPORT, ("help",)),
)

BY_ID: Final = {action.id: action for action in ACTIONS}
