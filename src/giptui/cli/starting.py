"""`giptui` alone in a terminal: the reports of this folder with organ, year and state; open one, begin another, import
one that was published. `giptui` with a published report offers to import it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from giptui.cli.exits import Exit
from giptui.cli.opening import open_editor
from giptui.cli.outputs import named
from giptui.cli.streams import narrate
from giptui.display.visible import visible
from giptui.display.width import ljust
from giptui.report import BLANK, Report
from giptui.session import left_behind
from giptui.store import Unreadable, load
from giptui.store.near import reports_near

Row = tuple[str, str, str]
"""What is shown, what it stands for, and the name that is proposed where it makes a file."""


def start() -> int:
    """Let somebody choose, and open what was chosen."""
    from giptui.tui.start import choose  # Textual takes long to load

    known = [(path, _loaded(path)) for path in reports_near()]
    chosen = choose("giptui  选一份报告打开", [*_reports(known), *_beginnings(known), *_imports()])
    if isinstance(chosen, int):
        return chosen
    value, name = chosen
    if not name:
        return open_editor(value)
    word, _, source = value.partition(" ")
    if word == "import":
        return _open_imported(source, name)
    from giptui.cli.commands.new import begin

    file = named(name)
    begin(file, source or None)
    return open_editor(file)


def offer(source: str) -> int:
    """Let somebody who wants to open a published report import it, and open what it becomes."""
    from giptui.tui.start import choose  # Textual takes long to load

    chosen = choose(f"giptui  {source} 不是报告文件", [_import_of(source)])
    return chosen if isinstance(chosen, int) else _open_imported(source, chosen[1])


def _open_imported(source: str, name: str) -> int:
    """Import it, and open the file that it has become; if that was there and says something else, the command ends."""
    from giptui.cli.importing.run import Options, import_all

    narrate(f"正在导入 {source} …")
    file = named(name)
    code = import_all([source], Options(output=file))
    return code if code is Exit.USAGE else open_editor(file)


def _imports() -> Iterator[Row]:
    """The published reports that lie here."""
    from giptui.cli.importing.published import published_here

    return map(_import_of, published_here())


def _import_of(source: str) -> Row:
    proposed = f"{os.path.splitext(source)[0]}.toml"  # noqa: PTH122
    return f"＋ 导入 {visible(source)}，存成报告文件后打开", f"import {source}", proposed


def _loaded(path: str) -> Report | str:
    try:
        return load(path)[1]
    except Unreadable as error:
        return error.reason


def _reports(known: list[tuple[str, Report | str]]) -> Iterator[Row]:
    """A line a report, those of the latest year first."""
    unsaved = {os.path.realpath(left.file): len(left.values) + len(left.drafts) for left in left_behind()}
    reports = [(path, each) for path, each in known if isinstance(each, Report)]
    for path, report in sorted(reports, key=lambda each: -(each[1].year or 9999)):
        blank = sum(report[cell] == BLANK for cell in report.form.cells)
        state = f"空白 {blank} 格" if blank else "表格已填"
        organ = ljust(visible(report.organ or "（没有填机关）"), 32)
        lost = unsaved.get(os.path.realpath(path), 0)
        state += f"，上次有 {lost} 处没有保存，打开即可恢复" if lost else ""
        yield f"{report.year or '    '}  {organ}  {ljust(state, 14)}  {visible(path)}", path, ""
    yield from ((f"读不出  {visible(path)}：{each}", path, "") for path, each in known if isinstance(each, str))


def _beginnings(known: list[tuple[str, Report | str]]) -> Iterator[Row]:
    """New reports: after each organ's latest, and a blank one."""
    latest: dict[str, tuple[int, str]] = {}
    for path, report in known:
        if isinstance(report, Report) and report.organ and report.year:
            latest[report.organ] = max(latest.get(report.organ, (0, "")), (report.year, path))
    for organ, (year, path) in latest.items():
        folder, name = os.path.split(path)
        renamed = name.replace(str(year), str(year + 1)) if str(year) in name else f"{year + 1}.toml"
        proposed = os.path.join(folder, renamed)  # noqa: PTH118
        yield f"＋ 新建 {year + 1} 年报告，沿用 {visible(organ)} {year} 年的", f"new {path}", proposed
    yield "＋ 新建一份空白报告", "new", "报告.toml"
