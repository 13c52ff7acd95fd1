"""The sums that the form demands. One pass over all of them: what one mistake breaks together is one finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.relations import evidence, relation
from giptui.check.rule import Rule, paragraphs
from giptui.form import Form
from giptui.report import Report, State, Values, judge, show

if TYPE_CHECKING:
    from giptui.check.repair import Answer, Explanation

_ORDER = ("row-sum", "column-sum", "balance", "dispute-sum")


def _check(report: Report) -> Iterator[Finding]:
    if all(judge(identity, report.__getitem__).state is not State.BROKEN for identity in report.form.identities):
        return
    from giptui.check.repair import repair  # a report that adds up does not pay for it

    for explanation in repair(report.form.identities, report.__getitem__):
        yield _finding(report.form, explanation, report.__getitem__)


def _finding(form: Form, explanation: Explanation, values: Values) -> Finding:
    broken, answers = explanation.broken, explanation.answers
    rules = {verdict.identity.rule for verdict in broken}
    cells = [change.address for answer in answers for change in answer]
    return Finding(
        rule=next(rule for rule in _ORDER if rule in rules),
        severity=Severity.ERROR,
        message=_message(form, explanation, values),
        cells=tuple(dict.fromkeys(cells or [cell for verdict in broken for cell in verdict.identity.right])),
        verdicts=broken,
        fix=answers[0] if len(answers) == 1 else (),
        alternatives=answers if len(answers) > 1 else (),
    )


def _message(form: Form, explanation: Explanation, values: Values) -> str:
    broken, answers = explanation.broken, explanation.answers
    cause = form.cells[answers[0][0].address if answers else broken[0].identity.right[0]]
    if explanation.mistakes == 1 and len(answers) == 1:
        return _single(form, explanation, values)
    table = words.table(form, cause.table)
    relations = words.several([relation(form, verdict) for verdict in broken], 6)
    if not answers:
        return f"{table}：有 {len(broken)} 处算不平，找不到一两处就能解释的原因，请逐项核对：{relations}"
    if len(answers) == 1:
        return f"{table}，{relations}；改正这两处就平：{_mend(form, answers[0])}"
    return f"{table}，{relations}；{_choices(form, explanation)}"


def _single(form: Form, explanation: Explanation, values: Values) -> str:
    """The only cell that can be wrong, what speaks against it, and the totals that follow."""
    (first, *followers) = explanation.answers[0]
    cell = form.cells[first.address]
    against = evidence(form, explanation.broken, first.address, values)
    against = against or "；".join(relation(form, verdict) for verdict in explanation.broken)
    wrong = f"{words.place(form, first.address)}：填 {show(first.before)}，但{against}；应为 {show(first.after)}"
    for change in followers:
        total = words.beside(form, cell, form.cells[change.address])
        wrong += f"，{total}随之由 {show(change.before)} 改为 {show(change.after)}"
    return wrong


def _choices(form: Form, explanation: Explanation) -> str:
    answers = explanation.answers
    rows = {form.cells[change.address].row for answer in answers for change in answer}
    named = [_mend(form, answer, one_row=len(rows) == 1) for answer in answers]
    if explanation.mistakes == 1:
        return f"以下任一处改正都能平：{words.several(named)}"
    return f"要改两处，以下任一种改法都能平：{words.several(named, 2, '种')}"


def _mend(form: Form, answer: Answer, one_row: bool = False) -> str:
    """The cells to change with their numbers; of totals over them only that they follow."""
    over = {
        identity.right[0]
        for change in answer
        for identity in form.identities_at[change.address]
        if identity.is_sum and change.address in identity.left
    }
    changes = [
        f"{(words.column if one_row else words.whole)(form, form.cells[change.address])}"
        f"由 {show(change.before)} 改为 {show(change.after)}"
        for change in answer
        if change.address not in over
    ]
    return "，同时".join(changes) + ("（合计随之）" if len(changes) < len(answer) else "")


def _rule(name: str, title: str, doc: str) -> Rule:
    return Rule(name, title, Severity.ERROR, frozenset("F"), _check, paragraphs(doc))


ROW_SUM = _rule(
    "row-sum",
    "第三部分：各行总计",
    """查什么：第三部分表格每一行，自然人与法人或其他组织各列之和应等于总计。
    为什么：总计列是前面各列的合计（国办公开办函〔2021〕30号所附表格）。
    怎么改：改填错的那一格；只有一种最小改法时会给出，有几种时全部列出，由人判断。
    不管什么：空格和“/”按 0 计；因空格而不足总计的不算错，只在空格提示里列出；未读出或不是数的格所在的行不算。""",
)
COLUMN_SUM = _rule(
    "column-sum",
    "第三部分：各列（七）总计",
    """查什么：第三部分表格每一列，（一）至（六）各行之和应等于（七）总计。
    为什么：（七）总计是本年度办理结果各项的合计（国办公开办函〔2021〕30号所附表格）。
    怎么改：改填错的那一格，合计随之改；同一个错误牵动的几处合并为一条。
    不管什么：空格和“/”按 0 计；因空格而不足总计的不算错；未读出或不是数的格所在的列不算。""",
)
BALANCE = _rule(
    "balance",
    "第三部分：一＋二＝（七）＋四",
    """查什么：第三部分表格每一列，第一项加第二项之和，应等于第三项（七）总计加第四项之和。
    为什么：这是印在表头上的勾稽关系：收到的申请不是办结了，就是结转到下年度。
    怎么改：核对本年新收、上年结转、结转下年度和（七）总计，改填错的那一处。
    不管什么：空格和“/”按 0 计；因空格而不平的不算错；上年结转与上年报告是否一致另行核对。""",
)
DISPUTE_SUM = _rule(
    "dispute-sum",
    "第四部分：各组总计",
    """查什么：第四部分表格三组，结果维持、结果纠正、其他结果、尚未审结之和应等于总计。
    为什么：总计是前四项的合计（国办公开办函〔2021〕30号所附表格）。
    怎么改：五格中任一格都可能填错，单凭算术分不出，请对照案件台账核对。
    不管什么：空格和“/”按 0 计；因空格而不足总计的不算错；未读出或不是数的格所在的一组不算。""",
)
