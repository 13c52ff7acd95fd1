"""`giptui get`: cells of reports, for scripts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Final

import click

from giptui.cli.addresses import LISTED, is_known, is_several, looks_like_address, matching, nearest_address, refuse
from giptui.cli.candidates import addresses
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command
from giptui.cli.inputs import search
from giptui.cli.parameters import output_format
from giptui.cli.streams import fail, put
from giptui.display.fields import tsv_field
from giptui.display.visible import visible
from giptui.report import Report, show

_FORMATS: Final = ("plain", "tsv", "jsonl")
_HEAD: Final = ("file", "organ", "year", "address", "value")


@click.command(
    "get",
    cls=Command,
    help="""
    取出单元格的值，可对多份报告、用通配符。

    plain 一行一个值，空格子是空行，文字一段一行；tsv 和 jsonl 另带文件、机关、年度、地址。
    """,
    epilog="""
    例：giptui get 报告.toml applications.total_handled.total
    例：giptui get 各镇/ 'applications.*.total' --format tsv
    """,
)
@click.argument(
    "words",
    cls=Argument,
    metavar="路径… [地址…]",
    nargs=-1,
    required=True,
    shell_complete=addresses,
    about="报告文件、文件夹或 -；地址中 * 代表任意一段或几段。不写地址则取全部。",
)
@output_format(_FORMATS)
def command(words: tuple[str, ...], output_format: str) -> Exit:
    paths, patterns = _sorted_out(words)
    inputs = search(paths)
    line = {"plain": _plain, "tsv": _tsv, "jsonl": _json}[output_format]
    if output_format == "tsv":
        put("\t".join(_HEAD))
    for source, report in inputs:
        for address in _addresses(report, patterns):
            put(line(source.name, report, address))
    return inputs.exit_code


def _sorted_out(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Paths and addresses apart: what exists, or is written as a path, is one; so is the first word, if it can be no
    address. What then is neither ends the command."""
    paths, patterns = [], []
    for word in words:
        if word == "-" or os.path.exists(word) or (word.endswith(".toml") and not _is_pattern(word)):  # noqa: PTH110 - pathlib raises where a name is too long
            paths.append(word)
        elif is_known(word):
            patterns.append(word)
        elif is_several(word) or looks_like_address(word):
            refuse(word)
        elif _is_pattern(word):
            fail("unknown-pattern", f"没有 {word} 这个文件，也没有合乎它的地址{LISTED}")
        elif not paths or os.sep in word:
            paths.append(word)
        else:
            remedy = nearest_address(word) or LISTED
            fail("neither-file-nor-address", f"没有 {word} 这个文件，也没有这个地址{remedy}")
    if not paths:
        fail("get-without-file", "giptui get：缺少文件；地址前面要有报告文件、文件夹或 -")
    return paths, patterns


def _is_pattern(word: str) -> bool:
    return not {*"*?["}.isdisjoint(word)


def _addresses(report: Report, patterns: Sequence[str]) -> Iterator[str]:
    for pattern in patterns or ["*"]:
        yield from matching(report.form, pattern)


def _plain(name: str, report: Report, address: str) -> str:
    return visible(show(report[address]))


def _tsv(name: str, report: Report, address: str) -> str:
    fields = (name, report.organ, report.line("year"), address, show(report[address]))
    return "\t".join(map(tsv_field, fields))


def _json(name: str, report: Report, address: str) -> str:
    from giptui.cli.jsontext import dumps, plain_value  # the other formats need no json

    return dumps(
        dict(zip(_HEAD, (name, report.organ, report.year, address, plain_value(report[address])), strict=True))
    )
