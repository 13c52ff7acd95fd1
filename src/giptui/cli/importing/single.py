"""The one report in a published source, for whoever needs just one: `giptui import` without a folder, `giptui new
--from`, and the editor's offer to import what it was given.
"""

from __future__ import annotations

from giptui.cli.exits import Exit
from giptui.cli.importing.outcome import Imported, Missed, Outcome, outcome
from giptui.cli.progress import progress
from giptui.cli.streams import fail, narrate
from giptui.report import Report
from giptui.store import decode, parse


def imported(source: str, with_places: bool = False) -> Imported:
    """The report in the source; without just one the command ends."""
    found: list[Outcome] = []
    with progress() as line:
        pages = lambda done, all_of_them: line.show(f"{source}: 正在识别第 {done + 1} 页，共 {all_of_them} 页")  # noqa: E731
        for each in outcome(source, with_places, pages):
            found.append(each)
            if len(found) == 2:
                break
    if len(found) > 1:
        refuse_several(f"{source}: 里面不止一份报告，")
    match found[0]:
        case Missed() as missed:
            narrate(missed.sentence)
            raise SystemExit(Exit.USAGE)
        case Imported() as one:
            return one


def refuse_several(what: str) -> None:
    """End the command that would have to write several files and was told one place, or none."""
    fail("import-several", f"{what}要写成几份文件；请用 giptui import -d 文件夹 指明写到哪里")


def as_report(one: Imported) -> Report:
    """What was read, as a report."""
    return parse(decode(one.source, one.data))
