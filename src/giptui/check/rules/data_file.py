"""The data file's own structure: unknown keys, rows of the wrong length, values of the wrong type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from giptui.check import words
from giptui.check.finding import Change, Finding, Severity
from giptui.check.review import Review
from giptui.check.rule import Check, Rule, rule
from giptui.check.waivers import STALE, covers
from giptui.form import Field, Form, Kind, Shape
from giptui.report import BLANK, Problem, Report, Value, Waiver, fits, show

_OTHER_KEYS: Final = ("form", "report", "preface", "waiver", "origin", "x")

_MOST_NEAREST: Final = 200  # to find what a misspelt key means takes a while; nobody reads more of them

_EXPECTED: Final = {
    Kind.COUNT: "应为一个数，没有发生的写 0",
    Kind.AMOUNT: "应为一个数，没有发生的写 0",
    Kind.CHANGE: "应为增减的数，没有增减的写 0",
    Kind.MONEY: "应为一个金额，没有发生的写 0",
    Kind.LINE: "应为一行文字，写在引号里",
    Kind.PROSE: "应为文字，写在引号里",
    Kind.YEAR: "应为四位年份，不加引号，如 2023",
    Kind.DATE: "应为日期，不加引号，如 2024-01-23",
    Kind.MOMENT: "应为日期和时间，不加引号，如 2024-01-23T16:12:21",
}


@rule("unknown-key", "不认识的键", Severity.WARNING)
def unknown_key(review: Review) -> Iterator[Finding]:
    """查什么：数据文件里不属于本格式的键，多半是拼写错误；给出最接近的键。
    为什么：写错了键，下面的内容就没有读入，也没有核对。
    怎么改：改成正确的键；确实要留给自己用的，放到 [x] 下面。
    不管什么：[x]、[origin] 里的内容，原样保留，不读不查。
    """
    report = review.report
    known: _Known | None = None
    for problem in _problems(report, "unknown-key"):
        known = known or _Known(report.form)
        hint = _meant(report, known, problem.address)
        message = f"不认识的键{words.quoted(_below(problem.address), 60)}，其内容没有读入；{hint}"
        yield Finding("unknown-key", Severity.WARNING, message, problem.cells or (problem.address,))


@rule("row-length", "一行的数目不对", Severity.ERROR)
def row_length(review: Review) -> Iterator[Finding]:
    """查什么：第三、第四部分表格的一行，数的个数与列数是否相同。
    为什么：多一个或少一个，就不知道哪个数属于哪一列，整行都不能读入。
    怎么改：对照表头逐列补齐或删去；空着的格写 ""，不能省略。
    不管什么：整行都没有写的，按空着处理（见 blank-cells）。
    """
    report = review.report
    for problem in _problems(report, "row-length"):
        where, wanted = words.key(report.form, problem.address), len(problem.cells)
        message = f'{where}：应有 {wanted} 个数，填了 {problem.detail}；空着的格写 ""'
        yield Finding("row-length", Severity.ERROR, message, problem.cells or (problem.address,))


@rule("wrong-type", "类型不对", Severity.ERROR)
def wrong_type(review: Review) -> Iterator[Finding]:
    """查什么：年份、日期、机关层级等写成了别的类型，或不在可选项之内；表格的一行写成了别的东西。
    为什么：类型不对就读不出来，凡用到它的核对都落空。
    怎么改：年份和日期不加引号；层级从可选项里选；一行数写在方括号里。
    不管什么：表格里写成文字的数（见 not-a-count）；空着的项目。
    """
    report = review.report
    for problem in _problems(report, "wrong-type"):
        if problem.address.partition(".")[0] == "waiver":
            message = _no_waiver(problem)
        else:
            expected = _expected(report.form, problem)
            message = f"{words.key(report.form, problem.address)}：填的是 {problem.detail}，{expected}"
        yield Finding("wrong-type", Severity.ERROR, message, problem.cells or (problem.address,))
    for entry in report.form.header:
        value = report[entry.address]
        if fits(value, entry.kind) and (value == BLANK or not entry.choices or value in entry.choices):
            continue
        from giptui.report.typed import typed  # only where something is wrong: it compiles much

        meant = typed(value, entry.kind, entry.choices) if isinstance(value, str) else None
        if meant is not None and (meant == value or not fits(meant, entry.kind)):
            meant = None  # it cannot be read as anything better
        fix = () if meant is None else (Change(entry.address, value, meant),)
        yield Finding("wrong-type", Severity.ERROR, _misfit(entry, value, meant), (entry.address,), fix=fix)


@rule(STALE, "确认已失效或没有理由", Severity.INFO)
def waiver_stale(review: Review) -> Iterator[Finding]:
    """查什么：文件末尾由人确认过的发现（[[waiver]]），所记的数后来改过、地址写错了，或者那个问题已经不在了；
    没有写理由的。
    为什么：确认只对当时的数有效；数一改，原来的发现会重新列出，旧的确认留着只会误导人。没有理由，别人无从知道为什么可以不改。
    怎么改：重新核对；仍要确认的，把 cells 改成现在的数，不再需要的，删去这一段。理由写在 reason 里。
    不管什么：还有效、也写了理由的确认；要与上年报告对照才能判断、而这次没有上年报告的。
    """
    if not review.report.waivers:
        return
    from giptui.check.rules import RULES  # this rule is one of them
    from giptui.check.stale import Stale

    rules = {rule.name: rule for rule in RULES if rule.name != STALE}
    stale = Stale(review.report)
    found: dict[Check, dict[str, list[Finding]]] = {}  # by cell: a waiver covers only what is about one of its own
    for waiver in review.report.waivers:
        waived = rules.get(waiver.rule)
        if waived and "P" in waived.needs and review.previous is None:
            continue
        if waived and waived.check not in found:
            found[waived.check] = _by_cell(waived.check(review))
        about = found[waived.check] if waived else {}
        near = (finding for cell in waiver.cells for finding in about.get(cell, ()))
        if waived and any(covers(waiver, finding, review.report) for finding in near):
            yield from _unreasoned(waiver, waived)
            continue
        head = f"由人确认过的{words.quoted(waived.title if waived else waiver.rule, 40)}"
        message = f"{head}{stale.why(waiver, known=waived is not None)}"
        yield Finding(STALE, Severity.INFO, message, tuple(waiver.cells) or ("waiver",))


def _by_cell(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        for cell in finding.cells:
            about.setdefault(cell, []).append(finding)
    return about


def _unreasoned(waiver: Waiver, waived: Rule) -> Iterator[Finding]:
    """A waiver that holds, but does not say why."""
    if not waiver.reason.strip():
        message = f"由人确认过的{words.quoted(waived.title, 40)}：没有写理由，请在 reason 里写明"
        yield Finding(STALE, Severity.INFO, message, tuple(waiver.cells))


def _problems(report: Report, name: str) -> Iterator[Problem]:
    return (problem for problem in report.problems if problem.rule == name)


def _misfit(entry: Field, value: Value, meant: Value | None) -> str:
    """What is wrong with a line of the header, and how to write it."""
    text = "文字" if isinstance(value, str) and not entry.choices else ""
    head = f"{entry.label}：填的是{text}{words.quoted(value)}，"
    if entry.choices:
        if meant is not None:
            return f"{head}应写 {show(meant)}"
        return f"{head}只能是 {'、'.join(f'{key}（{name}）' for key, name in entry.choices.items())}"
    if meant is not None:
        return f"{head}应直接写 {show(meant)}，不加引号"
    return f"{head}{_EXPECTED[entry.kind]}"


def _no_waiver(problem: Problem) -> str:
    """Which waiver cannot be read, and why."""
    number = problem.address.partition(".")[2]
    return f"{f'第 {number} 段 [[waiver]]' if number else '“waiver”'}：{problem.detail}"


def _expected(form: Form, problem: Problem) -> str:
    """What should stand at a key. A lone number in the place of a row of one cell is that cell."""
    address = problem.address
    if address in form.kinds:
        return _EXPECTED.get(form.kinds[address], "应为文字，写在引号里")
    table_id, _, row = address.partition(".")
    for line, columns in form.tables[table_id].rows() if row and table_id in form.tables else ():
        if line.id == row and form.tables[table_id].shape is Shape.BLOCKS:
            lone = len(columns) == 1 and re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", problem.detail)
            number = problem.detail if lone else "0"
            return f"应写成 {{ {', '.join(f'{column.id} = {number}' for column in columns)} }}"
        if line.id == row:
            return f"应写成方括号里的 {len(columns)} 个数"
    return f"应写成一节，以 [{address}] 开头"


def _below(key: str) -> str:
    """The key as it stands under the head of its section."""
    return key.partition(".")[2] or key


class _Known:
    """Every key that a data file can hold, by where it stands. Made once, however many keys are unknown."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._left = _MOST_NEAREST
        self.beside: dict[str, dict[str, str]] = {}  # by what is above
        self.deeper: dict[tuple[str, str], str] = {}  # by section and last part
        self.sections: dict[str, set[str]] = {}  # of rows, groups of rows and lines of the header, by their names
        for key in _keys(form):
            parent, _, name = key.rpartition(".")
            self.beside.setdefault(parent, {})[name] = key
            self.deeper.setdefault((key.partition(".")[0], name), key)
        for key in (*(field.address for field in form.header), *form.lines, *form.groups):
            root, _, below = key.partition(".")
            self.sections.setdefault(below.partition(".")[0], set()).add(root)

    def nearest(self, key: str) -> str:
        """The key that someone probably meant: one like it in the same place, or the same one a group deeper."""
        from difflib import get_close_matches  # only a misspelt key pays for it

        parent, _, name = key.rpartition(".")
        beside = self.beside.get(parent, {})
        self._left -= 1
        if self._left >= 0 and (match := get_close_matches(name[:100], beside, 1)):
            return beside[match[0]]
        return self.deeper.get((key.partition(".")[0], name), "")

    def owner(self, key: str) -> str:
        """The one other section that has a line of that very name; none for what stands in a row of numbers."""
        parent, _, name = key.rpartition(".")
        owners = self.sections.get(name, set()) if parent not in self.form.lines else set()
        return next(iter(owners)) if len(owners) == 1 and key.partition(".")[0] not in owners else ""


def _meant(report: Report, known: _Known, key: str) -> str:
    """What the key should be, or where it should stand."""
    if section := known.owner(key):
        there = report.has(section) or any(address.startswith(f"{section}.") for address in report.values)
        remedy = f"应写在 [{section}] 下面" if there else f"是不是漏了 [{section}] 这一行表头？"
        return f"它是 [{section}] 的一行，{remedy}"
    if nearest := known.nearest(key):
        return f"是不是“{_below(nearest)}”（{words.key(report.form, nearest)}）？"
    return "自用的内容请放到 [x] 下面"


def _keys(form: Form) -> list[str]:
    """Every key that a data file can hold, those that lead to others too."""
    written = [address for address in form.kinds if address not in form.cells]
    for table in form.tables.values():
        for line, columns in table.rows():
            written.append(f"{table.id}.{line.id}")
            if table.shape is Shape.BLOCKS:
                written += [f"{table.id}.{line.id}.{column.id}" for column in columns]
    leading = (key.rsplit(".", depth)[0] for key in written for depth in range(1, key.count(".") + 1))
    return [*dict.fromkeys((*_OTHER_KEYS, *leading, *written))]
