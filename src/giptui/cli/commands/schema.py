"""`giptui schema`: JSON Schemas for editors and for programs."""

from __future__ import annotations

import click

from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Choice, Command
from giptui.cli.streams import fail, put
from giptui.form import FORMS, LATEST

_SUBJECTS = ("file", "findings", "findings-line", "origin", "report")


@click.command(
    "schema",
    cls=Command,
    help="""
    输出 JSON Schema：file 是报告文件的，findings 是 giptui check --format json 的，findings-line 是 jsonl 一行的，
    origin 是 giptui import --origin 写出的，report 是 giptui export 写出的 JSON 的。

    编辑器据第一种补全和说明各项：存成文件，再在报告第一行写 #:schema ./文件名。
    """,
    epilog="""
    例：giptui schema file > giptui-2021.json
    """,
)
@click.argument(
    "subject",
    cls=Argument,
    type=Choice(_SUBJECTS),
    metavar="|".join(_SUBJECTS),
    about="报告文件，检查的发现，导入时各格在原件的何处，或导出的 JSON。",
)
@click.option(
    "--form", "version", type=Choice(tuple(FORMS)), metavar="|".join(FORMS), help=f"格式版本；缺省为 {LATEST.id}。"
)
def command(subject: str, version: str | None) -> Exit:
    import json

    from giptui.cli.schemas.file import file_schema
    from giptui.cli.schemas.findings import findings_schema, line_schema
    from giptui.cli.schemas.origin import origin_schema
    from giptui.cli.schemas.report import report_schema

    if subject not in ("file", "report") and version:
        fail("form-of-findings", "--form 只用于 giptui schema file 和 report；别的各版本相同，请去掉 --form")
    schemas = {
        "file": lambda: file_schema(FORMS[version or LATEST.id]),
        "report": lambda: report_schema(FORMS[version or LATEST.id]),
        "findings": findings_schema,
        "findings-line": line_schema,
        "origin": origin_schema,
    }
    put(json.dumps(schemas[subject](), ensure_ascii=False, indent=2))
    return Exit.FINE
