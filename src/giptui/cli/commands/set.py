"""`giptui set`: cells changed by a script, everything else in the file left as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from giptui.cli.addresses import refuse
from giptui.cli.candidates import assignments, paths
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command
from giptui.cli.inputs import load_or_fail
from giptui.cli.outputs import write
from giptui.cli.streams import fail, narrate
from giptui.form import Form
from giptui.report import Report, Value, fits, follow, show
from giptui.report.typed import typed
from giptui.store import Unwritable, edited


@click.command(
    "set",
    cls=Command,
    help="""
    修改单元格，注释和排版不动。

    原来与各项之和相符的总计随之改动，加 --exact 则不动。有一个地址不对就什么也不写。
    """,
    epilog="""
    例：giptui set 报告.toml applications.new_received.natural_person=3
    例：giptui set 报告.toml overview.text=    清空这段文字
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
    required=True,
    shell_complete=assignments,
    about="地址=值；等号后面不写为空白，/ 为不适用。",
)
@click.option("--exact", is_flag=True, help="只改写出的单元格，总计不跟着改。")
def command(file: str, assignments: tuple[str, ...], exact: bool) -> Exit:
    source, report = load_or_fail(file)
    edits = _edits(report.form, assignments)
    changes = _changed(report, edits) if exact else follow(report.form, report.__getitem__, edits)
    if not changes:
        narrate(f"{file}: 没有改动")
        data = source.data
    else:
        try:
            data = edited(source, changes).source.data
        except Unwritable as error:
            fail(error.refusal, str(error))
    if changes or file == "-":
        write(file, data, source.data)
    for address, value in changes.items():
        if address not in edits:
            narrate(f"{file}: {report.form.label(address)}随之改为 {show(value) or '空白'}")
    return Exit.FINE


def _edits(form: Form, assignments: Sequence[str]) -> dict[str, Value]:
    edits: dict[str, Value] = {}
    for assignment in assignments:
        address, sign, text = assignment.partition("=")
        if not sign:
            fail("set-without-value", f"{assignment}: 应写成 地址=值；清空一格写 {assignment}=")
        if address not in form.kinds:
            refuse(address, form)
        field = form.fields.get(address)
        value = typed(text, form.kinds[address], field.choices if field else None)
        if not fits(value, form.kinds[address]):
            narrate(f"{form.label(address)}：“{show(value)}”不合这一格的要求，照原样写入；giptui check 会指出来")
        edits[address] = value
    return edits


def _changed(report: Report, edits: Mapping[str, Value]) -> dict[str, Value]:
    return {address: value for address, value in edits.items() if value != report[address]}
