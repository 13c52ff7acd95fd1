"""`giptui set`: cells changed by a script, everything else in the file left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

import click

from giptui.cli.assignments import edits, given, read_from
from giptui.cli.candidates import assignments as candidates
from giptui.cli.candidates import paths
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command
from giptui.cli.outputs import update_or_fail
from giptui.cli.parameters import FILE
from giptui.cli.streams import narrate
from giptui.cli.usage import WrongUsage
from giptui.report import Report, Value, follow, same, show
from giptui.store import Source, edited


@click.command(
    "set",
    cls=Command,
    help="""
    修改单元格，注释和排版不动。

    一格写 地址=值，一整行写 行=数,数,…（可不写总计），一批写 式样=值（* 代表任意一段）。
    原来与各项之和相符的总计随之改动，加 --exact 则不动。有一个地址不对就什么也不写。
    """,
    epilog="""
    例：giptui set 报告.toml applications.new_received.natural_person=3
    例：giptui set 报告.toml applications.new_received=3,0,0,0,1,0
    例：giptui set 报告.toml 'applications.*=0' disputes.text=
    例：giptui get 旧.toml 'disputes.*' --format tsv | giptui set 新.toml --from -
    """,
)
@click.argument(
    "file", cls=Argument, metavar="文件", shell_complete=paths, about="报告文件；- 为标准输入，改好的写到标准输出。"
)
@click.argument(
    "assignments",
    cls=Argument,
    metavar="地址=值…",
    nargs=-1,
    shell_complete=candidates,
    about="等号后面不写为空白，/ 为不适用。",
)
@click.option("--exact", is_flag=True, help="只改写出的单元格，总计不跟着改。")
@click.option(
    "--from",
    "listed",
    type=FILE,
    metavar="文件",
    help="另从文件读：一行一个 地址=值，或 giptui get 写出的 tsv、jsonl；- 为标准输入。",
)
def command(file: str, assignments: tuple[str, ...], exact: bool, listed: str | None) -> Exit:
    if not assignments and listed is None:
        raise WrongUsage("set-nothing", "没有写要改什么：应有 地址=值，或 --from 文件")
    if file == listed == "-":
        raise WrongUsage("set-both-from-stdin", "报告和改动不能都从标准输入读；请给其中一个写出文件名")
    listing = [*read_from(listed)] if listed is not None else []

    def edit(source: Source, report: Report) -> tuple[Source, Iterable[str]]:
        wanted = edits(report.form, chain(listing, given(assignments)))
        changes = _changed(report, wanted) if exact else follow(report.form, report.__getitem__, wanted)
        if not changes:
            return source, ["没有改动"]
        followed = (
            f"{report.form.label(address)}随之改为 {show(value) or '空白'}"
            for address, value in changes.items()
            if address not in wanted
        )
        return edited(source, changes).source, followed

    for message in update_or_fail(file, edit):
        narrate(f"{file}: {message}")
    return Exit.FINE


def _changed(report: Report, wanted: Mapping[str, Value]) -> dict[str, Value]:
    return {address: value for address, value in wanted.items() if not same(value, report[address])}
