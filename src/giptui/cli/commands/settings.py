"""`giptui settings`: which settings hold for a file, and where they come from."""

from __future__ import annotations

import click

from giptui.cli.candidates import paths
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command
from giptui.cli.streams import narrate, put


@click.command(
    "settings",
    cls=Command,
    help="""
    列出对一份报告起作用的设置，以及来自哪个 giptui.toml。

    输出就是设置文件的写法；来自哪个文件、哪一项没有起作用，写在标准错误。各项的说明见 giptui explain settings。
    """,
)
@click.argument(
    "file",
    cls=Argument,
    metavar="[文件]",
    required=False,
    default="-",
    shell_complete=paths,
    about="报告文件，不必已经存在；不写则按当前文件夹。",
)
def command(file: str) -> Exit:
    from giptui.cli.check.policies import policies  # not needed to complete or to show the help page
    from giptui.session.settings import in_force
    from giptui.store import settings_file

    policy = policies([file], (), narrate)(file)
    if policy.origin:
        narrate(f"按 {policy.origin}")
    elif settings_file(file) is None:
        narrate("没有设置文件 giptui.toml，一切照通常的办")
    for line in in_force(policy):
        put(line)
    return Exit.FINE
