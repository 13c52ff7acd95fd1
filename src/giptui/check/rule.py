"""What a rule is: a name, a title, a usual severity, what it needs to see, and a function from a review to findings."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from giptui.check.finding import Finding, Severity
from giptui.check.review import Review

Check = Callable[[Review], Iterable[Finding]]


class Rule(NamedTuple):
    """One rule of the catalogue.

    ``needs`` says what it looks at: F this file, P last year's file, G the organ's level, N narrative; in lower case
    what it can do without, and only takes as evidence: p last year's file, n narrative. ``docstring`` is its
    documentation as it stands in the source.
    """

    name: str
    title: str
    severity: Severity
    needs: frozenset[str]
    check: Check
    docstring: str

    @property
    def doc(self) -> str:
        """What users read about it: what it checks, why, how to fix it, what it leaves alone; a line each."""
        docstring = self.docstring or _from_source(self.check)
        lines = (line.strip() for line in docstring.strip().splitlines())
        return "".join(f"\n{line}" if line.startswith(_PARTS) else line for line in lines).lstrip("\n")


_PARTS: Final = ("查什么：", "为什么：", "怎么改：", "不管什么：")


def _from_source(check: Check) -> str:
    """The docstring as it stands in the source: `python -OO` has left it out of the program."""
    import ast
    import inspect
    import textwrap

    try:
        [function] = ast.parse(textwrap.dedent(inspect.getsource(check))).body
    except (OSError, ValueError, SyntaxError):
        return "说明已随 -OO 略去；请不加 -OO 再看一次"
    return (ast.get_docstring(function) or "") if isinstance(function, ast.FunctionDef) else ""


def rule(name: str, title: str, severity: Severity, needs: str = "F") -> Callable[[Check], Rule]:
    """Make a rule of a function; its docstring becomes the rule's documentation."""

    def made(check: Check) -> Rule:
        return Rule(name, title, severity, frozenset(needs), check, check.__doc__ or "")

    return made
