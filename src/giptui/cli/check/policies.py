"""Which settings hold for which files: those of the nearest ``giptui.toml``, read once a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable

from giptui.check import RULES, USUAL, Policy, understood
from giptui.cli.exits import Exit
from giptui.cli.inputs import complain
from giptui.store import SettingsFile, Unreadable, load_settings, settings_file


def policies(files: Iterable[str], shown: Collection[str], note: Callable[[str], None]) -> Callable[[str], Policy]:
    """The settings by file name, none of the rules ``shown`` ignored.

    A setting without effect is noted, and changes nothing else; a settings file that cannot be read ends the command.
    """
    folders = {os.path.dirname(file): file for file in files}  # noqa: PTH120
    sources = {folder: settings_file(file) for folder, file in folders.items()}
    read = {each: _settings(each, note).showing(shown) for each in dict.fromkeys(sources.values()) if each}

    def of(file: str) -> Policy:
        source = sources[os.path.dirname(file)]  # noqa: PTH120
        return read[source] if source else USUAL

    return of


def _settings(file: SettingsFile, note: Callable[[str], None]) -> Policy:
    name = file.name
    if file.objection:
        note(f"{name}: 这个设置文件没有采用：{file.objection}")
        return USUAL
    try:
        source, content = load_settings(name)
    except Unreadable as error:
        complain(error)
        raise SystemExit(Exit.USAGE) from None
    settings, objections = understood(content, [rule.name for rule in RULES])
    if objections:
        from giptui.form import LATEST
        from giptui.store import locate

        at = locate(source, LATEST).at
        for objection in objections:
            where = ":".join(map(str, (name, *(at(objection.address) or ()))))
            note(f"{where}: {objection.reason}；这一项没有起作用")
    return settings._replace(origin=name)
