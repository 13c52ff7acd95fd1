"""`giptui report`: reports as plain text in the original section layout."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from typing import Final

import click

from giptui.cli.candidates import paths
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Choice, Command
from giptui.cli.inputs import Inputs
from giptui.cli.outputs import refuse_incomplete, refuse_output, write_over
from giptui.cli.parameters import FILE
from giptui.cli.streams import fail, put
from giptui.printers import LAYOUTS, plain

_SECTIONS = tuple("123456")

_OTHER_FORMATS: Final = (
    *(".toml", ".json", ".jsonl", ".yaml", ".yml", ".xml", ".csv", ".tsv", ".parquet", ".sarif", ".zip"),
    *(".doc", ".docx", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".wps", ".uof", ".ofd", ".pages", ".pdf", ".ps"),
    *(".xls", ".xlsx", ".xlsm", ".ods", ".et", ".ppt", ".pptx", ".odp", ".epub", ".tex", ".md"),
    *(".htm", ".html", ".xhtml", ".mht", ".mhtml", ".svg", ".png", ".jpg", ".jpeg"),
)
"""What a file is called that is no plain text, or a text of another format."""


@click.command(
    "report",
    cls=Command,
    help="""
    按原来的章节版式排印报告，输出纯文本。

    多个文件之间空一行。
    """,
)
@click.argument(
    "files",
    cls=Argument,
    metavar="文件…",
    nargs=-1,
    required=True,
    shell_complete=paths,
    about="报告文件；- 为标准输入。",
)
@click.option(
    "--layout",
    type=Choice(LAYOUTS),
    default=LAYOUTS[0],
    metavar="|".join(LAYOUTS),
    help="tables 排成表格；lines 一格一行，如网页所印。缺省为 tables。",
)
@click.option(
    "--section", "sections", type=Choice(_SECTIONS), multiple=True, metavar="N", help="只排印第 N 部分（1–6）；可重复。"
)
@click.option("-o", "--output", metavar="文件", type=FILE, help="写入这个文件，不写到标准输出。")
def command(files: tuple[str, ...], layout: str, sections: tuple[str, ...], output: str | None) -> Exit:
    return print_reports(files, layout, [int(number) for number in sections], output)


def print_reports(
    files: tuple[str, ...], layout: str = LAYOUTS[0], sections: Collection[int] = (), output: str | None = None
) -> Exit:
    """Print them all. One that cannot be read does not keep the others from standard output, but no file is written."""
    inputs = Inputs(files)
    pages = (plain(report, layout, sections) for _, report in inputs)
    if output is None:
        for number, page in enumerate(pages):
            put(("\n" if number else "") + page, end="")
        return inputs.exit_code
    _refuse(output, files)
    text = "\n".join(pages)
    if inputs.unreadable:
        refuse_incomplete(output)
    write_over(output, text.encode())
    return Exit.FINE


def _refuse(output: str, files: Sequence[str]) -> None:
    """End the command where the plain text cannot have that name."""
    refuse_output(output, files)
    stem, suffix = os.path.splitext(output)  # noqa: PTH122 - pathlib costs start-up time
    if suffix.lower() in _OTHER_FORMATS:
        from giptui.printers.formats import by_extension, nearest_to  # only to say what writes that

        other = by_extension(suffix) or nearest_to(suffix)
        remedy = (
            f"；要 {other.extensions[0]} 用 giptui export {files[0]} -o {stem}{other.extensions[0]}" if other else ""
        )
        fail(
            "output-of-other-format",
            f"{output}: 排印出来的是纯文本，不能当作 {suffix} 文件{remedy or f'；请换一个文件名，如 {stem}.txt'}",
        )
