"""The lines of a report by section: what stands before a section's table, what behind it. Called by `sections`."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from giptui.form import Form, Table
from giptui.readers.flow import Line
from giptui.readers.headings import Mark
from giptui.readers.labels import Labels, caption
from giptui.report.halfwidth import BLANKS

_REMAINS: Final = 5  # lines of a table that was not read
_VALUES: Final = frozenset("0123456789./-+ \u3000\xa0,—")


class Part(NamedTuple):
    """One section: its lines before and behind its table. ``headed``: its heading is there."""

    section: str
    headed: bool
    before: list[Line]
    after: list[Line]
    has_table: bool = False

    @property
    def last(self) -> list[Line]:
        """The lines that end the section."""
        return self.after if self.has_table else self.before


def parts(lines: Sequence[Line], headings: Sequence[Mark], form: Form) -> list[Part]:
    """The sections in the source's order, from its first heading or table on. A table without a heading of its own
    begins its section; lines between the pieces of a table are no prose if they are its labels.
    """
    at = {mark.line: mark for mark in headings}
    headed = {mark.section for mark in headings}
    found: list[Part] = []
    skip = 0
    for index, line in enumerate(lines):
        if (mark := at.get(index)) is not None:
            found.append(Part(mark.section, True, [], []))
            if mark.rest:
                found[-1].before.append(Line(mark.rest, line.place))
            skip = mark.lines
        elif line.table:
            _table(found, line.table, headed, form)
        elif found and skip <= 0:
            found[-1].last.append(line)
        skip -= 1
    return [_without_remains(part, form) for part in found]


def _table(found: list[Part], section: str, headed: set[str], form: Form) -> None:
    """A piece of a table: of the section at hand, or one that begins here."""
    if section not in headed and all(part.section != section for part in found):
        found.append(Part(section, False, [], []))
    if not found or found[-1].section != section:
        return
    part = found[-1]
    labels = Labels(form.tables[section])
    if part.has_table:
        part.after[:] = [line for line in part.after if not _is_label(line.text, labels)]
    else:
        while part.before and _is_label(part.before[-1].text, labels):
            part.before.pop()
        found[-1] = part._replace(has_table=True)


def _is_label(text: str, labels: Labels) -> bool:
    plain = text.strip()
    return bool(caption(plain) or labels.is_head(plain) or labels.group(plain) or labels.row(plain, whole=True))


def _without_remains(part: Part, form: Form) -> Part:
    """The section without the lines of a table that is there and could not be read."""
    table: Table | None = form.section(part.section).table
    if table is None or part.has_table:
        return part
    labels = Labels(table)
    kept = [line for line in part.before if not (_is_number(line.text) or _is_label(line.text, labels))]
    return part._replace(before=kept) if len(part.before) - len(kept) >= _REMAINS else part


def _is_number(text: str) -> bool:
    return not text.strip(BLANKS) or _VALUES.issuperset(text)
