"""`giptui new`: a blank report, or the beginning of this year's from last year's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import click

from giptui.cli.completion import paths
from giptui.cli.exits import Exit, narrate
from giptui.cli.help import Argument, Command
from giptui.cli.inputs import load_or_fail
from giptui.cli.outputs import write
from giptui.form import FORMS, LATEST, Form, Kind
from giptui.report import BLANK, Report, Value, fits, is_count, is_empty
from giptui.report.typed import typed
from giptui.store import blank

_KEPT: Final = ("report.organ", "report.level", "report.scope")
_CARRIED_OUT: Final = "applications.carried_out."
_CARRIED_IN: Final = "applications.carried_in."


def _year(ctx: click.Context, param: click.Parameter, text: str | None) -> Value:
    year = typed(text or "", Kind.YEAR)
    if not fits(year, Kind.YEAR):
        raise click.BadParameter(f"要写成四位数的年份，如 2024，不能是“{text}”", ctx, param)
    return year


@click.command(
    "new",
    cls=Command,
    help="""
    新建一份空白报告；已有的文件绝不覆盖。

    有上年的报告时，沿用其机关、层级、范围，年度加一，上年的“四、结转下年度继续办理”逐列填入“二、上年结转”。
    """,
)
@click.argument("file", cls=Argument, metavar="文件", shell_complete=paths, about="要新建的文件；- 为标准输出。")
@click.option("--organ", metavar="机关", help="机关名称。")
@click.option("--year", metavar="年度", callback=_year, help="报告年度，如 2024。")
@click.option("--from", "last", metavar="文件", type=click.Path(), help="上年的报告。")
@click.option("--keep-text", is_flag=True, help="连上年的文字一起沿用。")
def command(file: str, organ: str | None, year: Value, last: str | None, keep_text: bool) -> Exit:
    values: dict[str, Value] = {}
    if last is not None:
        _, report = load_or_fail(last)
        values |= _from_last_year(report, keep_text)
    elif keep_text:
        raise click.UsageError("--keep-text 要与 --from 上年的报告 一起用")
    if organ is not None:
        values["report.organ"] = typed(organ, Kind.LINE)
    if year != BLANK:
        values["report.year"] = year
    if values.get("report.organ", BLANK) != BLANK and values.get("report.year", BLANK) != BLANK:
        values["report.title"] = f"{values['report.organ']}{values['report.year']}年政府信息公开工作年度报告"
    write(file, blank(_form_for(values.get("report.year", BLANK)), values).encode(), None)
    return Exit.FINE


def _form_for(year: Value) -> Form:
    """The form that reports of that year use."""
    return next(
        (
            form
            for form in FORMS.values()
            if isinstance(year, int) and form.first_year <= year <= (form.last_year or year)
        ),
        LATEST,
    )


def _from_last_year(last: Report, keep_text: bool) -> dict[str, Value]:
    values = {address: last[address] for address in _KEPT}
    if last.year is not None:
        values["report.year"] = last.year + 1
    values |= _carried(last)
    if keep_text:
        values |= {address: last[address] for address in last.form.texts}
    return values


def _carried(last: Report) -> Iterator[tuple[str, Value]]:
    """Last year's 四 as this year's 二, column by column; what is no number is not carried."""
    for address in last.form.cells:
        if not address.startswith(_CARRIED_OUT):
            continue
        value = last[address]
        if is_count(value) or is_empty(value):
            yield _CARRIED_IN + address.removeprefix(_CARRIED_OUT), value
        else:
            narrate(f"上年的{last.form.label(address)}是“{value}”，不是件数，没有带过来")
