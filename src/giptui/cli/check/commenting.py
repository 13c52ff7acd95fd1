"""`giptui check FILE.docx --comment OUT.docx`: the findings as comments in the document that they are about.

What is the only way to put a number right is a tracked change besides. The readers know what stands where, the checks
what is wrong with it, `comments` how a document is written; here they meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.util import find_spec
from typing import Final

from giptui.check import Finding, Severity
from giptui.cli.check.anchoring import Anchoring, Spot
from giptui.cli.check.options import Options
from giptui.cli.check.outcome import Outcome, Task, check_report, outcome_of
from giptui.cli.check.placing import Placed
from giptui.cli.importing.outcome import LARGEST_SOURCE, laid_out
from giptui.cli.importing.single import as_report
from giptui.comments import Change, Comment, Commented, NotPossible, commented
from giptui.display.visible import visible
from giptui.readers import refusals
from giptui.readers.document import Document, Refused
from giptui.readers.formats.docx import KIND
from giptui.readers.kinds import kind
from giptui.readers.reading import Reading, reading
from giptui.readers.sources import documents
from giptui.report import Report, show
from giptui.store import Origin, Source, Unreadable, Unwritable, save
from giptui.store.source import read_bytes

_AUTHOR: Final = "giptui"
_SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def commented_outcomes(target: str, tasks: Sequence[Task], options: Options) -> Iterator[Outcome]:
    """Check the documents, of which there is one, and write it with the comments to ``target``."""
    for task in tasks:
        try:
            yield _outcome(target, task, options)
        except Refused as error:
            yield Outcome(unreadable=Unreadable(error.refusal, options.called(task[0]), error.reason))
        except Unreadable as error:
            yield Outcome(unreadable=error)
        except Unwritable as error:
            yield Outcome(unwritable=error)


def _outcome(target: str, task: Task, options: Options) -> Outcome:
    name, policy = options.called(task[0]), task[1]
    data = read_bytes(task[0], LARGEST_SOURCE)
    document, found = _read(name, data)
    report = _report(name, data, document, found)
    checked = check_report(name, report, options.rules, policy, options.previous)
    anchoring = Anchoring(document, found, report)
    try:
        made = _commented(data, anchoring, checked.findings)
    except NotPossible:
        raise Unwritable(
            "comment-not-possible", name, "这份 Word 文档的写法加不了批注；请用 Word 打开它，另存一份 docx 再试"
        ) from None
    save(target, made.data, None)
    changed = f"，{made.changes} 处修订" if made.changes else ""
    done = f"已写入 {target}：{len(checked.findings)} 条批注{changed}"

    def placed(findings: Iterable[Finding]) -> list[Placed]:
        source = Source(name, data, "", False, False)
        spots = sorted(((anchoring.spot(each), each) for each in findings), key=_in_order)
        return [Placed(source, report, each, spot.address, None, None, spot.words) for spot, each in spots]

    return outcome_of(report, checked, policy, options, name, placed)._replace(written=done)


def _read(name: str, data: bytes) -> tuple[Document, Reading]:
    """The one Word document, taken apart; Refused, Unreadable if it is none, or no report."""
    known = kind(data)
    if known is None or known.word != KIND:
        raise Unreadable(
            "comment-of-other-kind",
            name,
            "只有 Word 文档（docx）能加批注；doc、wps 文档请先另存为 docx，别的先用 giptui import 导入再检查",
        )
    if not find_spec("lxml"):
        raise refusals.not_installed(KIND)
    ((_, document),) = documents(name, data)
    if isinstance(document, Refused):
        raise document
    assert isinstance(document, Document)  # what giptui exports as data is no Word document
    return document, reading(document)


def _report(name: str, data: bytes, document: Document, found: Reading) -> Report:
    """What import makes of it. Its numbers were typed, not recognised: what does not add up is no slip of a reader."""
    report = as_report(laid_out(name, document, found, Origin(name, sha256(data).hexdigest())))
    return report if found.missing else report.by_hand()


def _commented(data: bytes, anchoring: Anchoring, findings: Sequence[Finding]) -> Commented:
    spots = sorted(((anchoring.spot(finding), finding) for finding in findings), key=_in_order)
    comments = [
        Comment(_text(finding, spot.address), spot.paragraphs, spot.quote, spot.passed) for spot, finding in spots
    ]
    return commented(data, comments, [*_changes(anchoring, findings)], _AUTHOR)


def _text(finding: Finding, address: str) -> str:
    """``错误：……`` and, a line below, the rule and the address."""
    about = f"〔{finding.rule} {address}〕" if address else f"〔{finding.rule}〕"
    return visible(f"{_SEVERITIES[finding.severity]}：{finding.message}\n{about}")


def _changes(anchoring: Anchoring, findings: Sequence[Finding]) -> Iterator[tuple[Change, ...]]:
    """The fixes that are the only possible ones, each of cells that no fix before it changes."""
    taken: set[str] = set()
    for finding in findings:
        addresses = {change.address for change in finding.fix}
        if finding.alternatives or finding.counter_evidence or not addresses or addresses & taken:
            continue
        changes = tuple(Change(anchoring.cell(c.address), show(c.before), show(c.after)) for c in finding.fix)
        if all(change.paragraphs for change in changes):
            taken |= addresses
            yield changes


def _in_order(spotted: tuple[Spot, Finding]) -> tuple[int, ...]:
    """As they stand in the document."""
    return spotted[0].paragraphs
