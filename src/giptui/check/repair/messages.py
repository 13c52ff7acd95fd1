"""What the arithmetic rules say: an explanation of broken sums in the form's words, with the numbers and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from giptui.check import words
from giptui.check.finding import Change
from giptui.check.relations import relation, sums_around
from giptui.check.repair.blanks import Gap, gaps
from giptui.check.repair.rows_and_columns import Answer, How, LineMistake, RowOrColumn, blank_line, rows_and_columns_of
from giptui.check.repair.search import Explanation
from giptui.check.repair.total_lines import TotalLine
from giptui.form import Form, Identity
from giptui.report import BLANK, Report, Values, Verdict, show

_LIMITS: Final = ((6, 3), (4, 3), (3, 3), (3, 2), (2, 2), (1, 2), (1, 1))
"""How many sums and how many answers a message names: fewer, until it is short enough."""


def message(form: Form, explanation: Explanation, values: Values, room: int = words.LONGEST) -> str:
    """The finding's sentence: where, what speaks against it, what it should be or could be."""
    if explanation.mistakes == 1 and len(explanation.answers) == 1 and not explanation.lines:
        return _single(form, explanation, values)
    written = (_several(form, explanation, *limits) for limits in _LIMITS)
    return _fitting(written, room)


def _several(form: Form, explanation: Explanation, sums: int, ways: int) -> str:
    """What is broken, and what to do where that is not one cell; so many of the sums and of the answers."""
    relations = _relations(form, explanation.broken, sums)
    if not explanation.answers:
        count = len(explanation.broken)
        why = f"有 {count} 处算不平，找不到一两处就能解释的原因，请逐项核对"
        return f"{_table(form, explanation)}：{why}：{relations}"
    return f"{_table(form, explanation)}，{relations}；{_actions(form, explanation, ways)}"


def _fitting(written: Iterable[str], room: int) -> str:
    """The first that is short enough; the last if none is."""
    text = ""
    for text in written:
        if len(text) <= room:
            break
    return text


def misread(form: Form, explanations: Iterable[Explanation]) -> str:
    """One sentence instead of a list, where a table was read wrongly."""
    parts = [*explanations]
    broken = [verdict for explanation in parts for verdict in explanation.broken]
    lines = [_line(form, *item) for explanation in parts for item in explanation.lines.items()]
    what = f"{_table(form, parts[0])}：有 {len(broken)} 处算不平，多半是导入时读错了行或列"
    causes = [f"（{words.several(lines, ways)}）" if lines else "" for _, ways in _LIMITS[1:]]
    return _fitting(
        (
            f"{what}{cause}，请对照原件核对整张表：{_relations(form, broken, sums)}"
            for cause, (sums, _) in zip(causes, _LIMITS[1:], strict=True)
        ),
        words.LONGEST,
    )


def left_out(form: Form, line: TotalLine, values: Values) -> str:
    """One sentence on a line of totals that nobody filled in: what stands in it all the same, and what should."""
    cells = [form.cells[cell] for cell in line.cells]
    along = line.rule == "row-sum"
    name = words.column(form, cells[0]) if along else f"{words.row(cells[0].row)}一行"
    across, parts = ("行", "前面各列") if along else ("列", "上面各行")
    zero = "或".join(sorted({"空着" if values(cell) == BLANK else "填 0" for cell in line.lacking}))
    strays = []
    for verdict in line.strays:
        cell = form.cells[verdict.identity.right[0]]
        where = words.row(cell.row) if along else words.column(form, cell)
        strays.append(f"{where}填 {verdict.right}，与{parts}之和 {verdict.left} 不符")
    what = f"{name}没有填写，有 {len(line.lacking)} {across}应有数而{zero}"
    only = [f"只有{'；'.join(strays)}"] if strays else []
    return f"{words.table(form, cells[0].table)}：{'；'.join((what, *only, f'每{across}应填{parts}之和'))}"


def unfilled(report: Report, cells: Sequence[str]) -> tuple[str, Answer, tuple[str, ...]]:
    """The words on blank and inapplicable cells of a table, what they should be, and which cells these words are about;
    nothing of those that the sums do not know, or know to be 0."""
    form, values = report.form, report.__getitem__
    for line in rows_and_columns_of(form.identities):
        if {*line.cells} == {*cells} and (answer := blank_line(form.identities, values, line)):
            across = "列" if line.is_row else "行"
            return f"按各{across}差额，应为{_numbers(form, answer, line)}", answer, (*cells,)
    found = gaps(form, values, [cell for cell in cells if values(cell) == BLANK])
    known = [gap for gap in found if gap.number or gap.is_contradictory]
    answer = tuple(Change(gap.address, BLANK, gap.number) for gap in known if gap.number)
    phrases = [
        f"{'' if len(cells) == 1 else words.whole(form, form.cells[gap.address])}{_left_for(gap)}" for gap in known
    ]
    return words.several(phrases, 3, "格"), answer, tuple(gap.address for gap in known)


def _left_for(gap: Gap) -> str:
    """What the sums leave for a blank cell: ``按本行、本列差额应为 6``, or that they contradict one another."""
    by_number: dict[int, list[str]] = {}
    for identity, number in gap.sums:
        by_number.setdefault(number, []).append(_from(identity, gap.address))
    phrases = [f"按{'、'.join(names)}应为 {number}" for number, names in by_number.items()]
    joined = "，".join(phrases).replace("本行差额、本列差额", "本行、本列差额")
    return joined + ("，互相矛盾，请核对" if len(phrases) > 1 else "")


def _from(identity: Identity, address: str) -> str:
    """How a sum knows a cell of it."""
    if identity.rule == "balance":
        return "本列勾稽关系"
    if address in identity.right:
        return "本列各行之和" if identity.rule == "column-sum" else "本行各列之和"
    return "本列差额" if identity.rule == "column-sum" else "本行差额"


def _table(form: Form, explanation: Explanation) -> str:
    return words.table(form, form.cells[explanation.broken[0].identity.right[0]].table)


def _relations(form: Form, broken: Iterable[Verdict], limit: int = 6) -> str:
    return words.several([relation(form, verdict) for verdict in broken], limit)


def _single(form: Form, explanation: Explanation, values: Values) -> str:
    """The only cell that can be wrong, what speaks against it, and the totals that follow."""
    (first, *followers) = explanation.answers[0]
    cell = form.cells[first.address]
    against = sums_around(form, explanation.broken, first.address, values)
    against = against or "；".join(relation(form, verdict) for verdict in explanation.broken)
    stands = "空着" if first.before == BLANK else f"填 {show(first.before)}"
    wrong = f"{words.place(form, first.address)}：{stands}，但{against}；应为 {show(first.after)}"
    for change in followers:
        total = words.beside(form, cell, form.cells[change.address])
        wrong += f"，{total}随之{_put(change)}"
    return wrong


def _actions(form: Form, explanation: Explanation, ways: int) -> str:
    """What to do: the one way there is, or some of the ways and how many there are."""
    answers, lines = explanation.answers, explanation.lines
    rows = {form.cells[change.address].row for answer in answers for change in answer}
    if len(answers) == 1:
        only = _line(form, *next(iter(lines.items()))) if lines else changed(form, answers[0])
        if explanation.mistakes == 1:
            return only
        blanks = not lines and answers[0][0].before == BLANK == answers[0][1].before
        return f"{'填上空格就平' if blanks else '改正这两处就平'}：{only}"
    if explanation.mistakes == 1 and lines:
        return _lines(form, explanation, ways)
    named = [_line(form, a, lines[a]) if a in lines else changed(form, a, one_row=len(rows) == 1) for a in answers]
    if explanation.mistakes == 1:
        return f"以下任一处改正都能平：{words.several(named, ways)}"
    return f"要改两处，以下任一种改法都能平：{words.several(named, min(ways, 2), '种')}"


def _lines(form: Form, explanation: Explanation, ways: int) -> str:
    """Several lines any of which may be the one; the numbers only once where they are the same for all."""
    lines = {answer: explanation.lines[answer] for answer in explanation.answers}
    left_out = {_numbers(form, answer, each.line) for answer, each in lines.items()}
    if len(left_out) == 1 and all(each.how is How.LEFT_OUT for each in lines.values()):
        names = [_name(form, each.line) for each in lines.values()]
        unit = "行" if next(iter(lines.values())).line.is_row else "列"
        likely = f"多半漏填了一整{unit}（应为{left_out.pop()}）"
        return f"{likely}，以下任一{unit}都有可能：{words.several(names, ways, unit)}"
    return f"以下任一种改法都能平：{words.several([_line(form, *item) for item in lines.items()], ways, '种')}"


def _name(form: Form, line: RowOrColumn) -> str:
    """``（一）予以公开``, ``自然人列``."""
    cell = form.cells[line.cells[0]]
    return words.row(cell.row) if line.is_row else words.column(form, cell)


def _line(form: Form, answer: Answer, mistake: LineMistake) -> str:
    """What happened to a row or column and what it should hold; then the cell beside it, if one is wrong too."""
    line, how = mistake
    unit, across = ("整行", "列") if line.is_row else ("整列", "行")
    own = [change for change in answer if change.address in line.cells]
    others = tuple(change for change in answer if change.address not in line.cells)
    if how is How.LEFT_OUT:
        phrase = f"{_name(form, line)}{unit}漏填，按各{across}差额应为{_numbers(form, answer, line)}"
        if len(others) >= len(own):  # the totals over it followed
            total = form.cells[others[0].address]
            return f"{phrase}，{words.row(total.row) if line.is_row else words.column(form, total)}随之"
    else:
        before, after = ("左", "右") if line.is_row else ("上", "下")
        phrase = (
            f"{_name(form, line)}{unit}的数错开了一{across}，应各{before if how is How.TOO_FAR else after}移一{across}"
        )
        phrase += f"：{_numbers(form, answer, line)}"
    return f"{phrase}，同时{changed(form, others)}" if others else phrase


def _numbers(form: Form, answer: Answer, line: RowOrColumn) -> str:
    """What the cells of a line should hold, those that change: ``自然人 3、总计 3``; blanks to be 0 last."""
    along = {change.address: change for change in answer if change.address in line.cells}
    changed = [along[address] for address in line.cells if address in along]
    named = [change for change in changed if change.after or change.before != BLANK]
    cells = [form.cells[change.address] for change in named]
    heads = [cell.column.label if line.is_row else words.row(cell.row) for cell in cells]
    numbers = [f"{head} {show(change.after)}" for head, change in zip(heads, named, strict=True)]
    return words.several(numbers, 7, "格").replace("；", "、") + ("，其余为 0" if len(named) < len(changed) else "")


def changed(form: Form, answer: Iterable[Change], one_row: bool = False) -> str:
    """The cells to change with their numbers; of totals over them only that they follow."""
    changes = [*answer]
    over = {
        identity.right[0]
        for change in changes
        for identity in form.identities_at[change.address]
        if identity.is_sum and change.address in identity.left
    }
    causes = [
        f"{(words.column if one_row else words.whole)(form, form.cells[change.address])}{_put(change)}"
        for change in changes
        if change.address not in over
    ]
    return "，同时".join(causes) + ("（合计随之）" if len(causes) < len(changes) else "")


def _put(change: Change) -> str:
    """One value put in place of another: ``由 4 改为 3``; nothing stands in a blank that could be changed."""
    return f"{'空着改填' if change.before == BLANK else f'由 {show(change.before)} 改为'} {show(change.after)}"
