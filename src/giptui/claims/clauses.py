"""A sentence's tokens in clauses: the stretches within which a number may belong to a word."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from giptui.claims.gaps import unfilled
from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.tokens import Token

_LONGEST: Final = 40  # tokens; no clause has that many

_BEFORE_BRACKET: Final = ("outcome", "applicant", "result", "topic")
_ALONE: Final = ("）", ")", "，", ",", "、")


class Clause(NamedTuple):
    """Tokens without a mark among them. ``opener`` is the mark before: one of ``,:()、``, or nothing."""

    tokens: tuple[Token, ...]
    opener: str
    start: int
    end: int
    kinds: frozenset[str]  # of its tokens
    numbers: tuple[int, ...]  # where in the tokens a number stands


def clauses(tokens: Sequence[Token], length: int) -> list[Clause]:
    """The clauses in order.

    A list is split at 、 and 和 where each item has a number; a bracket without a number is left out.
    """
    found: list[Clause] = []
    current: list[Token] = []
    opener, start = "", 0
    counted = False
    following = _numbers_ahead(tokens)
    skip_to = -1

    def close(mark: str, end: int, after: int) -> None:
        nonlocal current, opener, start, counted
        if current or mark in "()":
            found.append(_clause(current, opener, start, end))
            current, opener, counted = [], mark, False
        else:
            opener = opener if opener in ("(", ")") else mark
        start = after

    for index, token in enumerate(tokens):
        kind = token.kind
        if index < skip_to:
            continue
        if kind == "mark":
            mark = token.value
            if mark == "(" and (until := _empty_bracket(tokens, index)):
                skip_to = until
            elif mark != ":" or counted:
                close(mark, token.start, token.end)
        elif kind == "and" and counted and following[index]:
            close("、", token.start, token.end)
        else:
            if len(current) >= _LONGEST:
                close(",", token.start, token.start)
            current.append(token)
            counted = counted or kind == "number"
    found.append(_clause(current, opener, start, length))
    return found


def apart(tokens: list[Token], text: str) -> list[Token]:
    """The tokens, where 居住证申请 and 不动产登记申请 are not the applications that the tables count.

    Nor is a body that upholds one that the report speaks for: 复议机关维持 3 件.
    """
    for index, token in enumerate(tokens):
        if token.kind == "result" and index and (agent := tokens[index - 1]).kind == "caseload":
            body = text[agent.end - 1] in "关构会" and not text.startswith("作为", max(0, agent.start - 2))
            if body and not unfilled(text[agent.end : token.start]):
                tokens[index - 1] = agent._replace(kind="filler")
        if token.kind == "topic" and text.startswith("未制作", token.start - 3) and text.startswith("规", token.start):
            tokens[index - 1] = tokens[index - 1]._replace(kind="none")  # 未制作规范性文件
        if token.kind == "topic" and token.value == APPLICATIONS and text.startswith("申请", token.start):
            begin = tokens[index - 1].end if index else 0
            if index and text[begin : token.start] in ("", "类", "类的") and tokens[index - 1].kind == "off":
                tokens[index] = token._replace(kind="off", value="", start=tokens[index - 1].start)  # 不动产登记申请
            elif begin < token.start and text[token.start - 1] >= "一" and unfilled(text[begin : token.start]):
                tokens[index] = token._replace(kind="off", value="", start=begin)
    return _unbracketed(tokens, text) if "（" in text or "(" in text else tokens


def _unbracketed(tokens: list[Token], text: str) -> list[Token]:
    """The tokens, where 予以公开（6 件，占 60%）is as good as 予以公开 6 件，占 60%，."""
    found: list[Token] = []
    named, within = False, False
    for index, token in enumerate(tokens):
        opening = token.kind == "mark" and token.value == "("
        if opening and named and tokens[index - 1].end == token.start and index + 1 < len(tokens):
            within = tokens[index + 1].value in ("件", "宗") and text.startswith(_ALONE, tokens[index + 1].end)
            if within:
                continue
        closing = within and token.kind == "mark" and token.value == ")"
        within = within and not closing
        named = token.kind in _BEFORE_BRACKET
        found.append(token._replace(value=",") if closing else token)
    return found


def uncounted(tokens: Sequence[Token], text: str) -> list[Token]:
    """The tokens, where the one of 未收到一件申请 is no number; with a mark in 收到申请 3 件全部予以公开."""
    denied = flowing = False
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        if token.kind == "number":
            if denied and token.number == 1 and text[token.start] in "一1１":
                found[-1] = token._replace(kind="filler")
            if flowing and text.startswith(("均", "全部"), token.end):
                found.append(Token("mark", ",", token.end, token.end))
            denied = False
        elif token.kind in ("none", "mark"):
            denied = token.kind == "none"
        flowing = token.kind == "flow" or (flowing and token.kind not in ("mark", "number"))
    return found


def _clause(tokens: Sequence[Token], opener: str, start: int, end: int) -> Clause:
    kinds = frozenset([token.kind for token in tokens])
    numbers = (
        tuple([index for index, token in enumerate(tokens) if token.kind == "number"]) if "number" in kinds else ()
    )
    return Clause(tuple(tokens), opener, start, end, kinds, numbers)


def _numbers_ahead(tokens: Sequence[Token]) -> list[bool]:
    """For each token whether a number follows before the next mark."""
    ahead, found = False, [False] * len(tokens)
    for index in range(len(tokens) - 1, -1, -1):
        found[index] = ahead
        kind = tokens[index].kind
        ahead = kind == "number" or (ahead and kind != "mark")
    return found


def _empty_bracket(tokens: Sequence[Token], opening: int) -> int:
    """Where a bracket ends that has no number, nor a result unless it is of one: 败诉（结果纠正）3 件; else 0."""
    telling = ("number", "none") if opening and tokens[opening - 1].kind == "result" else ("number", "none", "result")
    for index in range(opening + 1, len(tokens)):
        token = tokens[index]
        if token.kind in telling or (token.kind == "mark" and token.value == "("):
            return 0
        if token.kind == "mark" and token.value == ")":
            return index + 1
    return 0
