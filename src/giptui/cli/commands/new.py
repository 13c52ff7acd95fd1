"""`giptui new`: a blank report, or the beginning of this year's from last year's."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Final

import click

from giptui.cli.candidates import paths
from giptui.cli.example import example_report
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command
from giptui.cli.inputs import load_or_fail
from giptui.cli.outputs import named, write
from giptui.cli.parameters import FILE
from giptui.cli.streams import fail, narrate
from giptui.cli.usage import WrongUsage, metavar
from giptui.form import FORMS, LATEST, Form, Kind, carried
from giptui.report import BLANK, Report, Value, fits, is_count, is_empty
from giptui.report.typed import typed
from giptui.store import Unwritable, created
from giptui.store.find import is_published
from giptui.store.previous import predecessors

_KEPT: Final = ("report.organ", "report.level", "report.scope")


def _year(ctx: click.Context, param: click.Parameter, text: str | None) -> Value:
    year = typed(text or "", Kind.YEAR)
    if not fits(year, Kind.YEAR):
        raise WrongUsage("not-a-year", f"{metavar(param)} 要写成四位数的年份，如 2024，不能是“{text}”", ctx)
    return year


@click.command(
    "new",
    cls=Command,
    help="""
    新建一份空白报告；已有的文件绝不覆盖。

    --example 不要空白的，而要随 giptui 带来的样例：一份实际公开过的报告，供试用；样例里有真实的错误。

    上年的报告就在旁边（或在上年的文件夹里）时，沿用其机关、层级、范围，年度加一，上年的“四、结转下年度继续办理”逐列
    填入“二、上年结转”；几份都可能是的，用 --from 指明。文件名没有后缀的，补上 .toml。
    """,
)
@click.argument("file", cls=Argument, metavar="文件", shell_complete=paths, about="要新建的文件；- 为标准输出。")
@click.option("--organ", metavar="机关", help="机关名称。")
@click.option("--year", metavar="年度", callback=_year, help="报告年度，如 2024。")
@click.option(
    "--from", "last", metavar="文件", type=FILE, help="上年的报告，也可以是公开的网页、Word 等；不写则自己找。"
)
@click.option("--blank", is_flag=True, help="不沿用上年的报告。")
@click.option("--keep-text", is_flag=True, help="连上年的文字一起沿用。")
@click.option("--example", is_flag=True, help="写出样例报告，供试用。")
def command(
    file: str, organ: str | None, year: Value, last: str | None, blank: bool, keep_text: bool, example: bool
) -> Exit:
    if example:
        if keep_text or last is not None or organ is not None or year != BLANK:
            raise WrongUsage("example-with-others", "--example 写出的是现成的样例，不能与其他选项一起用")
        write(file, example_report(), None)
        return Exit.FINE
    file = named(file)
    if last is None and file != "-" and not blank:
        last = _found(file, organ, year)
    if keep_text and last is None:
        raise WrongUsage("keep-text-without-report", "--keep-text 沿用上年的文字，而没有上年的报告；请加 --from")
    begin(file, last, organ, year, keep_text)
    return Exit.FINE


def begin(file: str, last: str | None, organ: str | None = None, year: Value = BLANK, keep_text: bool = False) -> None:
    """Make the report, from last year's if that is given, and say what was done."""
    before = _last_report(last) if last is not None else None
    if year == BLANK and before and before.year is not None:
        year = before.year + 1
    form = _form_for(year)
    values = dict(_from_last_year(before, form, keep_text)) if before else {}
    if organ is not None:
        values["report.organ"] = typed(organ, Kind.LINE)
    values["report.year"] = year
    if values.get("report.organ", BLANK) != BLANK and year != BLANK:
        values["report.title"] = f"{values['report.organ']}{year}年政府信息公开工作年度报告"
    try:
        data = created(file, form, values).source.data
    except Unwritable as error:
        fail(error.refusal, str(error))
    write(file, data, None)
    if file != "-":
        narrate(_told(file, last, before, values))


def _last_report(name: str) -> Report:
    """Last year's report, be it as it was published."""
    if not is_published(name):
        return load_or_fail(name)[1]
    from giptui.cli.importing.single import as_report, imported  # only what was published needs readers
    from giptui.cli.importing.words import proof_lines

    one = imported(name)
    for line in proof_lines(one):
        narrate(line)
    return as_report(one)


def _found(file: str, organ: str | None, year: Value) -> str | None:
    """Last year's report where it should lie; of several that could be it none, which is said."""
    found = predecessors(file, organ or "", year if isinstance(year, int) else None)
    if len(found) > 1:
        names = "、".join(os.path.basename(each) for each in found[:3])  # noqa: PTH119
        narrate(
            f"这里有 {len(found)} 份都可能是上年的报告（{names}{'等' if len(found) > 3 else ''}），没有沿用；"
            "要沿用请加 --from"
        )
    return found[0] if len(found) == 1 else None


def _told(file: str, last: str | None, before: Report | None, values: Mapping[str, Value]) -> str:
    """What was made, what was taken over, and what to do next."""
    taken = ""
    if last is not None and before is not None:
        carried_in = sum(value not in (BLANK, 0) for address, value in values.items() if ".carried_in." in address)
        taken = f"，从 {last} 沿用机关、层级、范围，“四、结转下年度”填入“二、上年结转”（不为零的 {carried_in} 格）"
    return f"已新建 {file}{taken}。接着用 giptui {file} 填报"


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


def _from_last_year(last: Report, form: Form, keep_text: bool) -> Iterator[tuple[str, Value]]:
    """What this year's report takes over: who reports, 四 as 二 column by column, the prose if it is asked for."""
    yield from ((address, last[address]) for address in _KEPT)
    for before, now in carried(last.form, form).items():
        value = last[before]
        if is_count(value) or is_empty(value):
            yield now, value
        else:
            narrate(f"上年的{last.form.label(before)}是“{value}”，不是件数，没有带过来")
    if keep_text:
        yield from ((address, last[address]) for address in form.texts)
