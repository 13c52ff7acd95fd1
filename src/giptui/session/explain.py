"""What a rule checks and what an address is, in words, from their declarations; for `giptui explain` and for `K`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from giptui.check import RULES, Severity
from giptui.form import Cell, Form, Identity, Kind

SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}

_KINDS: Final = {
    Kind.COUNT: "件数：0 或正整数；空白不等于 0，不适用填 /",
    Kind.AMOUNT: "金额：不小于 0，至多六位小数；空白不等于 0，不适用填 /",
    Kind.CHANGE: "增减数：整数，增加写 19 或 +19，减少写 -3，也可以照原样写“增10”；空白不等于 0，不适用填 /",
    Kind.MONEY: "金额：格式没有规定单位，请连单位照写，如 251000元、1424.4万元；空白不等于 0，不适用填 /",
    Kind.LINE: "一行文字",
    Kind.PROSE: "文字，可分段",
    Kind.YEAR: "四位数的年份",
    Kind.DATE: "日期，如 2024-01-23",
    Kind.MOMENT: "日期和时间，如 2024-01-23 16:12:21",
    Kind.CHOICE: "下列之一",
}


def explain_rule(name: str) -> str | None:
    """Title, usual severity and documentation of a rule; None if there is none of that name or title."""
    for rule in RULES:
        if name in (rule.name, rule.title):
            return (
                f"{rule.name}  {rule.title}\n通常为{SEVERITIES[rule.severity]}（{rule.severity.value}）\n\n{rule.doc}"
            )
    return None


def explain_address(form: Form, address: str) -> str | None:
    """A cell, a text, a field of the header, or what lies below the beginning of an address; None if nothing does."""
    if cell := form.cells.get(address):
        return "\n".join(_cell(form, cell))
    if address in form.kinds:
        return "\n".join(_other(form, address))
    below = "\n".join(_below(form, address))
    return below or None


def equation(form: Form, identity: Identity) -> str:
    """The identity by the form's labels, ``总计列：一、…＋二、…＝（七）总计＋四、…``; a group of rows by its label."""
    cells = [form.cells[address] for address in identity.cells]
    if len({cell.row for cell in cells}) == 1:
        along, names = cells[0].row.label, [cell.column.label for cell in cells]
    else:
        along = f"{cells[0].column.label}列"
        names = [cell.row.groups[-1] if len(cell.row.groups) > 1 else cell.row.label for cell in cells]
    at = len(identity.left)
    left, right = ("＋".join(dict.fromkeys(side)) for side in (names[:at], names[at:]))
    return f"{along}：{left}＝{right}"


def _cell(form: Form, cell: Cell) -> Iterator[str]:
    block = next(block for block in form.tables[cell.table].blocks if cell.row in block.rows)
    yield f"{cell.address}  {form.label(cell.address)}"
    yield f"位置：{form.section(cell.table).title}，表格{f'，{block.caption}' if block.caption else ''}"
    yield f"  行：{' › '.join(cell.row.path)}"
    yield f"  列：{' › '.join((*cell.column.over, cell.column.label))}"
    yield f"填写：{_KINDS[cell.kind]}{f'；单位：{cell.column.unit}' if cell.column.unit else ''}"
    if cell.row.note:
        yield f"说明：{cell.row.note}"
    equations = [equation(form, identity) for identity in form.identities_at.get(cell.address, ())]
    if equations:
        yield "必须相等："
        yield from (f"  {each}" for each in equations)


def _other(form: Form, address: str) -> Iterator[str]:
    """A text or a field of the header."""
    yield f"{address}  {form.label(address)}"
    yield f"填写：{_KINDS[form.kinds[address]]}"
    if entry := form.fields.get(address):
        yield from (f"  {key}  {name}" for key, name in entry.choices.items())
        if entry.note:
            yield f"说明：{entry.note}"


def _below(form: Form, prefix: str) -> Iterator[str]:
    """What a section, the header, a group of rows or a row holds: its rows, or the cells of its one row."""
    addresses = [address for address in form.kinds if address.startswith(f"{prefix}.")]
    rows = {address.rpartition(".")[0] for address in addresses if address in form.cells}
    if title := next((section.title for section in form.sections if section.id == prefix), ""):
        yield title
    shown: dict[str, str] = {}
    for address in addresses:
        if (cell := form.cells.get(address)) and len(rows) > 1:
            shown.setdefault(address.rpartition(".")[0], " › ".join(cell.row.path))
        else:
            shown[address] = form.label(address)
    yield from (f"  {address}  {label}" for address, label in shown.items())
