"""The sums that the form demands. One pass over all of them: what one mistake breaks together is one finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.review import Review
from giptui.check.rule import Rule
from giptui.report import State, add_up, judge

if TYPE_CHECKING:
    from giptui.check.repair import Explanation, Judgement, TotalLine
    from giptui.check.repair.rows_and_columns import Answer

_ORDER = ("row-sum", "column-sum", "balance", "dispute-sum")


def _check(review: Review) -> Iterator[Finding]:
    report = review.report
    identities, values = report.form.identities, report.__getitem__
    if add_up(identities, report.values):
        return
    if all(judge(identity, values).state is not State.BROKEN for identity in identities):
        return
    # a report that adds up does not pay for it
    from giptui.check.repair import repair, rows_and_columns_of, total_line

    if line := total_line(identities, values):
        yield _left_out(review, line)
        explanations = repair(line.others(identities), values)
    else:
        explanations = repair(identities, values, rows_and_columns_of(identities))
    if report.imported:
        matrix = [each for each in explanations if each.broken[0].identity.rule != "dispute-sum"]
        if _misread(matrix):
            yield _suspect(review, matrix)
            explanations = tuple(each for each in explanations if each not in matrix)
    for explanation in explanations:
        yield _finding(review, explanation)


def _finding(review: Review, explanation: Explanation) -> Finding:
    from giptui.check.repair import choose, message

    form, broken = review.report.form, explanation.broken
    judgement = choose(review, _last_edited_first(review.edited, explanation.answers))
    shown = explanation.only(judgement.chosen) if judgement.chosen else explanation._replace(answers=judgement.answers)
    rules = {verdict.identity.rule for verdict in broken}
    cells = [change.address for answer in shown.answers for change in answer]
    evidence = _on_evidence(judgement)
    return Finding(
        rule=next(rule for rule in _ORDER if rule in rules),
        severity=Severity.ERROR,
        message=message(form, shown, review.report.__getitem__, words.LONGEST - len(evidence)) + evidence,
        cells=tuple(dict.fromkeys(cells or [cell for verdict in broken for cell in verdict.identity.right])),
        verdicts=broken,
        fix=judgement.chosen,
        alternatives=judgement.open,
        evidence=judgement.evidence if judgement.chosen else (),
        counter_evidence=judgement.counter_evidence if judgement.chosen else (),
    )


def _last_edited_first(edited: Sequence[str], answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The answers, those first that change what somebody has just changed; else in their order."""
    if not edited:
        return answers

    def since(answer: Answer) -> int:
        changed = {change.address for change in answer}
        return next((number for number, address in enumerate(edited) if address in changed), len(edited))

    return tuple(sorted(answers, key=since))


def _left_out(review: Review, line: TotalLine) -> Finding:
    from giptui.check.repair import left_out

    report = review.report
    rules = {verdict.identity.rule for verdict in line.broken}
    return Finding(
        rule=next(rule for rule in _ORDER if rule in rules),
        severity=Severity.ERROR,
        message=left_out(report.form, line, report.__getitem__),
        cells=tuple(dict.fromkeys((*(each.identity.right[0] for each in line.strays), *line.lacking))),
        verdicts=line.broken,
        fix=line.answer,
    )


def _on_evidence(judgement: Judgement) -> str:
    """What the evidence adds to the message."""
    phrase, others = "", len(judgement.answers) - 1
    if judgement.evidence:
        words = "；".join(judgement.evidence[:2])
        if not judgement.chosen:
            phrase = f"；{words}，与之相符的改法列在前面"
        else:
            phrase = f"；{words}，可为旁证" + (f"（单凭算术还有另外 {others} 种改法）" if others else "")
    return phrase + (
        f"；但{'；'.join(judgement.counter_evidence[:2])}，与此不符，请核对" if judgement.counter_evidence else ""
    )


def _misread(explanations: Sequence[Explanation]) -> bool:
    """Whether a table that a program read has so much wrong that the reading is: more than two mistakes, or nothing
    but rows whose numbers stand a column off. Published tables add up."""
    from giptui.check.repair import How

    shifted = [
        any(line.is_row and how is not How.LEFT_OUT for line, how in each.lines.values()) for each in explanations
    ]
    unexplained = any(not each.answers for each in explanations)
    return unexplained or sum(each.mistakes for each in explanations) > 2 or (bool(shifted) and all(shifted))


def _suspect(review: Review, explanations: Sequence[Explanation]) -> Finding:
    from giptui.check.repair import misread

    broken = tuple(verdict for each in explanations for verdict in each.broken)
    healed = all(len(each.answers) == 1 and each.lines for each in explanations)
    fix = tuple(change for each in explanations for change in each.answers[0]) if healed else ()
    totals = [cell for verdict in broken for cell in verdict.identity.right]
    return Finding(
        rule="extraction-suspect",
        severity=Severity.ERROR,
        message=misread(review.report.form, explanations),
        cells=tuple(dict.fromkeys([change.address for change in fix] or totals)),
        verdicts=broken,
        fix=fix,
    )


def _rule(name: str, title: str, doc: str, needs: str = "Fnp") -> Rule:
    return Rule(name, title, Severity.ERROR, frozenset(needs), _check, doc)


ROW_SUM = _rule(
    "row-sum",
    "第三部分：各行总计",
    """查什么：第三部分表格每一行，自然人与法人或其他组织各列之和应等于总计。
    为什么：总计列是前面各列的合计（国办公开办函〔2021〕30号所附表格）。
    怎么改：改填错的格、整行或整列；只有一种最小改法，或文字、上年报告能作旁证时给出改法，有几种时全部列出，由人判断。
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
    needs="Fn",
)
EXTRACTION_SUSPECT = _rule(
    "extraction-suspect",
    "第三部分：多半是导入时读错",
    """查什么：导入的报告（文件里有 [origin]），第三部分表格的错一两处解释不了，或者把一行数移动一列就全部相符。
    为什么：正式公布的表格一般都是算得平的；成片不平，多半是导入时漏了空格、错了列，不是报告本身的错。
    怎么改：对照原件核对整张表，把错开的行移回原位；核对无误后仍不平的，删去 [origin] 再逐项检查。
    不管什么：在本机填写的报告；只有一两处错的表格，照常逐项列出。""",
    needs="F",
)
