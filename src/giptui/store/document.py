"""Changes to a report file in place: what is not changed stays as it is, byte for byte.

Every edit goes through tomlkit, and its outcome is read once more before anyone gets it: every address, every key that
is none of ours and every comment must be what they should. Called by the commands that write, and by the session.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Comment, Table

from giptui.form import Form, Kind
from giptui.report import BLANK, Report, Value, Waiver, prose, same
from giptui.store.errors import Unreadable, Unwritable
from giptui.store.layout import blank, literal
from giptui.store.opened import LONGEST, Opened, hang
from giptui.store.origin import TABLE, UNREAD, Origin, origin_table
from giptui.store.parse import dotted, parse
from giptui.store.positions import comments
from giptui.store.source import Source, decode, with_text
from giptui.store.steps import Inserting, Replacing
from giptui.store.syntax import document


class Edited(NamedTuple):
    """The file as it would be written, and the report in it."""

    source: Source
    report: Report


def edited(source: Source, changes: Mapping[str, Value]) -> Edited:
    """The file with the values at those addresses changed and nothing else; Unwritable if that cannot be done."""
    before = parse(source)
    kinds = before.form.kinds
    wanted = {
        address: prose(str(value)) if kinds[address] is Kind.PROSE else value for address, value in changes.items()
    }
    wanted = {address: value for address, value in wanted.items() if not same(value, before[address])}
    if not wanted:
        return Edited(source, before)
    _must_be_text(source.name, wanted.values())
    labels = [f"# {field.label}" for address, field in before.form.fields.items() if address in wanted]
    what = before.form.label(next(iter(wanted)))
    try:
        text = Replacing(source.name, source.text, before, wanted).run()
        text = Inserting(source.name, text, before, wanted).run()
    except (TOMLKitError, ValueError):
        raise _unwritable(source.name, what) from None
    return _verified(source, text, _Intended(before.with_values(wanted), frozenset(wanted), what, labels))


def created(name: str, form: Form, values: Mapping[str, Value], origin: Origin | None = None) -> Edited:
    """A new file with these values; Unwritable if what would be written could not be read again."""
    _must_be_text(name, values.values())
    text = blank(form, values)
    data = (f"{text}\n{origin_table(origin)}" if origin else text).encode()
    reason = None
    try:
        source = decode(name, data)
        report = parse(source)
        missed = (address for address in form.kinds if not same(report[address], values.get(address, BLANK)))
        reason = next((f"“{form.label(address)}”变了样" for address in missed), None)
    except Unreadable as error:
        reason = error.reason.partition("；")[0]
    if reason:
        raise Unwritable("new-unreadable", name, f"没有写出文件：写出来就读不回来（{reason}）；请换一种写法")
    return Edited(source, report)


def originated(source: Source, origin: Origin) -> Edited:
    """The file with this [origin] in the place of the one that it has, or behind all else; Unwritable if that cannot be
    done."""
    before = parse(source)
    opened = Opened(source.name, source.text)
    old = {address for address in opened.entries if address.startswith(f"{TABLE}.")}
    there = opened.root.get(TABLE)
    if there is None:
        text = f"{source.text.rstrip(chr(10))}\n\n{origin_table(origin)}"
    elif isinstance(there, Table):
        there["file"], there["sha256"] = origin.file, origin.sha256
        there.pop(UNREAD, None)
        if origin.unread:
            there[UNREAD] = dict(origin.unread)
        text = opened.text()
    else:
        raise _unwritable(source.name, TABLE)
    return _verified(source, text, _Intended(before, frozenset(old), TABLE))


def waived(source: Source, waiver: Waiver) -> Edited:
    """The file with the waiver behind those that it has; Unwritable if that cannot be done."""
    _must_be_text(source.name, (waiver.reason, *waiver.cells.values()))
    before = parse(source)
    cells = ", ".join(f"{literal(address)} = {literal(value)}" for address, value in waiver.cells.items())
    lines = f"\n[[waiver]]\nrule = {literal(waiver.rule)}\ncells = {{ {cells} }}\nreason = {literal(waiver.reason)}\n"
    opened = Opened(source.name, source.text)
    there = opened.root.get("waiver")
    if there is None:
        text = f"{source.text}{lines}" if source.text.endswith("\n") else f"{source.text}\n{lines}"
    elif isinstance(there, AoT):
        own = [entry for entry in opened.entries.values() if entry.table == "waiver" and not entry.is_inside]
        hang(max(own, key=lambda entry: entry.number).item, lines)
        text = opened.text()
    else:
        raise Unwritable(
            "waiver-not-an-array",
            source.name,
            "文件里的 waiver 不是 [[waiver]] 的写法，giptui 添不进去；请先用文本编辑器改成 [[waiver]]",
        )
    return _verified(source, text, _Intended(_with_waivers(before, (*before.waivers, waiver))))


def unwaived(source: Source, waivers: Sequence[Waiver]) -> Edited:
    """The file without these waivers; Unwritable if that cannot be done."""
    before = parse(source)
    opened = Opened(source.name, source.text)
    there = opened.root.get("waiver")
    if not isinstance(there, AoT) or len(there.body) != len(before.waivers):
        raise Unwritable(
            "waiver-malformed", source.name, "文件里有写法不对的 waiver，giptui 删不了；请用文本编辑器删去"
        )
    headers = [entry for address, entry in opened.entries.items() if address.startswith("waiver.") and entry.is_header]
    by_number = {entry.number: entry for entry in opened.entries.values()}
    for index, (entry, waiver) in reversed([*enumerate(zip(headers, before.waivers, strict=True))]):
        if waiver in waivers:
            hang(by_number[entry.number - 1].item, _comments_behind(entry.item))
            del there[index]  # to look for it takes tomlkit long
    if not there.body:
        opened.root.remove("waiver")
    text = opened.text()
    if not source.text.endswith("\n\n"):  # the blank line before the last one was its own
        text = f"{text.rstrip(chr(10))}\n"
    kept = tuple(waiver for waiver in before.waivers if waiver not in waivers)
    return _verified(source, text, _Intended(_with_waivers(before, kept), fewer_comments=True))


def relaid(source: Source, text: str) -> Edited:
    """The file with this text, which must say the same; Unwritable if it does not."""
    report = parse(source)
    return _verified(source, text, _Intended(report, frozenset(report.form.texts), "整个文件"))


class _Intended(NamedTuple):
    """What the new file must hold. ``changed`` are the addresses whose old values go, ``labels`` the comments of the
    form's own that may go with them."""

    report: Report
    changed: frozenset[str] = frozenset()
    what: str = "waiver"
    labels: Sequence[str] = ()
    fewer_comments: bool = False


def _verified(source: Source, text: str, intended: _Intended) -> Edited:
    """The new file, if it says what it should and has lost nothing."""
    what = intended.what
    try:
        after = with_text(source, text)
        report = parse(after)
    except (Unreadable, UnicodeEncodeError):
        pass
    else:
        missed = [each for each in report.form.kinds if not same(report[each], intended.report[each])]
        if not missed and _keeps(source, after, intended) and report.waivers == intended.report.waivers:
            return Edited(after, report)
        what = next((report.form.label(address) for address in missed if address in intended.changed), what)
    raise _unwritable(source.name, what)


def _must_be_text(name: str, values: Iterable[Value]) -> None:
    """What came from a command line as bytes of another encoding cannot stand in a file, nor can a whole library."""
    values = [*values]
    if sum(len(value) for value in values if isinstance(value, str)) > LONGEST:
        reason = f"要写进去的文字超过 {LONGEST // 10_000} 万字，没有写；请缩短文字"
        raise Unwritable("edit-too-long", name, reason)
    if any(isinstance(value, str) and re.search("[\ud800-\udfff]", value) for value in values):
        raise Unwritable(
            "edit-not-utf8", name, "要写进去的文字不是 UTF-8 编码，没有写；请把终端和脚本的编码改为 UTF-8，再写一遍"
        )


def _unwritable(name: str, what: str) -> Unwritable:
    return Unwritable(
        "edit-not-possible", name, f"文件里“{what}”的写法 giptui 改不了，文件没有改动；请用文本编辑器改这一处"
    )


def _keeps(before: Source, after: Source, intended: _Intended) -> bool:
    """Whether everything that was not to change is as it was: keys of the office's own, damaged rows, comments."""
    form = intended.report.form
    rows = {address for address, line in form.lines.items() if not intended.changed.isdisjoint(line.cells)}
    old, new = dict(_leaves(document(before))), dict(_leaves(document(after)))
    for address, value in old.items():
        ours = address in intended.changed or address in rows or address == "waiver"
        if not ours and new.get(address) != value:
            return False
    if intended.fewer_comments:
        return True
    there = [_squeezed(comment) for comment in comments(after.body)]
    lost = Counter(map(_squeezed, comments(before.body))) - Counter(there)
    labels = {*map(_squeezed, intended.labels)}
    return all(comment in labels or any(comment in other for other in there) for comment in lost)


def _squeezed(comment: str) -> str:
    return "".join(comment.split())


def _leaves(content: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Everything in a document by address, each spelled so that 1, 1.0 and true are three things."""
    for key, value in content.items():
        address = f"{above}{dotted((key,))}"
        if isinstance(value, dict) and value:
            yield from _leaves(value, f"{address}.")
        elif value != {}:
            yield address, repr(value)


def _with_waivers(report: Report, waivers: tuple[Waiver, ...]) -> Report:
    return report.replaced(waivers=waivers)


def _comments_behind(table: Table) -> str:
    """The comment lines at the end of a table, which speak of what comes after it."""
    lines: list[str] = []
    for key, item in reversed(table.value.body):
        if key is not None:
            break
        if isinstance(item, Comment):
            lines.insert(0, item.as_string())
    return "".join(lines)
