"""A finding in as few words as a message line has, as seen from one cell: what to change, then why."""

from __future__ import annotations

from giptui.check import Finding
from giptui.check.relations import relation, sums_around
from giptui.report import UNREAD
from giptui.session.found import Found


def headline(found: Found, finding: Finding, address: str) -> str:
    """The finding as it concerns the cell: of several ways to put it right the one that stands out, else that which
    changes this cell, else the first. Other findings as they are."""
    from giptui.check.repair.messages import changed  # as in `found`

    report = found.report
    if report[address] == UNREAD and (where := report.whereabouts(address)):
        return f"这一格没有读出来（{where}），请对照原件填写"
    if not finding.verdicts or not finding.alternatives or address not in report.form.cells:
        return finding.message
    form, ways = report.form, finding.alternatives
    own = next((way for way in ways if any(change.address == address for change in way)), ways[0])
    own = ways[0] if found.stands_out(ways[0]) else own
    why = sums_around(form, finding.verdicts, address, report.__getitem__) or relation(form, finding.verdicts[0])
    others = f"（另有 {len(ways) - 1} 种改法）" if len(ways) > 1 else ""
    return f"{changed(form, own)}，就算得平{others}；现在{why}"
