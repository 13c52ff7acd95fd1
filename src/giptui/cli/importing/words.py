"""What was read, in sentences for standard error: of one source all of it, of several what needs a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from giptui.check import words
from giptui.cli.importing.outcome import Imported, Missed, Proof
from giptui.cli.importing.targets import Written
from giptui.form import FORMS, Form
from giptui.readers.prose.sections import FRAME
from giptui.report import State

_MOST_LINES: Final = 30
_MOST_FIRST: Final = 2
"""Places that stand in the line of one file among many."""

_STATES: Final = {
    State.HOLDS: "处相等",
    State.OPEN: "处因有空白而不足",
    State.BROKEN: "处不相等",
    State.UNKNOWN: "处无法核对",
}


def proof_lines(imported: Imported) -> Iterator[str]:
    """All that there is to say of one report: what it is, how much was read, what was not and where it stands."""
    source, proof = imported.source, imported.proof
    form = FORMS[proof.form]
    yield f"{source}: {proof.kind}，{_called(proof)}，{form.first_year} 年格式"
    yield f"{source}: {_cells(proof)}；{_identities(proof)}；{_texts(form, proof)}"
    unread = [*unread_places(form, proof.unread)]
    yield from (f"{source}: 没有读出：{place}" for place in unread[:_MOST_LINES])
    if len(unread) > _MOST_LINES:
        yield f"{source}: 没有读出的还有 {len(unread) - _MOST_LINES} 处，都写在文件末尾的 [origin.unread]"
    yield from (f"{source}: {note}" for note in proof.notes)


def _called(proof: Proof) -> str:
    organ = proof.organ or "没有读出机关名称"
    return f"{organ} {proof.year} 年报告" if proof.year else f"{organ}，没有读出年度"


def _cells(proof: Proof) -> str:
    counts = ((proof.read, "读出"), (proof.blank, "空白"), (proof.unread_cells, "没有读出"))
    return "，".join(f"{name} {count} 格" for count, name in counts if count or name == "没有读出")


def _identities(proof: Proof) -> str:
    counts = proof.identities
    stated = "，".join(f"{counts[state]} {name}" for state, name in _STATES.items() if counts.get(state))
    return f"应相等的 {sum(counts.values())} 处：{stated}"


def _texts(form: Form, proof: Proof) -> str:
    there = {address.partition(".")[0] for address in proof.texts}
    names = ["前言"] * ("preface" in there) + [each.ordinal for each in form.sections if each.id in there]
    return f"文字：{'、'.join(names)}" if names else "没有文字"


def unread_places(form: Form, unread: Mapping[str, str]) -> Iterator[str]:
    """``第三部分表格，（七）总计整行（第 12 行：…）``: what was not read, in the form's order; a whole row once."""
    rows: dict[str, list[str]] = {}
    for address in unread:
        row = address.rpartition(".")[0]
        rows.setdefault(row if address in form.cells and row in form.lines else address, []).append(address)
    for row, addresses in rows.items():
        line = form.lines.get(row)
        if line and len(line.cells) == len(addresses) > 1:
            yield f"{words.key(form, row)}整行（{unread[addresses[0]]}）"
        else:
            yield from (f"{words.key(form, address)}（{unread[address]}）" for address in addresses)


def target_lines(written: Written) -> Iterator[str]:
    """What was done with a file."""
    if written.is_new:
        yield f"已写入 {written.name}"
    elif written.merged:
        yield from (f"{written.name}: {line}" for line in written.told)
        yield f"{written.name}: {_merged(written)}"
    elif not written.differing:
        yield f"{written.name}: 已有这份报告，与新读出的相同，没有改动"
    else:
        yield from (f"{written.name}: {line}" for line in written.told)


def _merged(written: Written) -> str:
    done = f"已取新读出的 {written.differing} 处" if written.differing else "与新读出的没有不同"
    return f"{done}，新读为空白或没有读出的 {len(written.kept)} 格保留原来的数" if written.kept else done


class Summary:
    """What came of several sources: counted as they come, told at the end."""

    def __init__(self) -> None:
        self._files: Counter[str] = Counter()  # by what was done with them
        self._clean = 0
        self._looks: list[str] = []
        self._missed: list[str] = []

    def add(self, imported: Imported, written: Written | None, numbered: bool) -> None:
        """A report that was read; ``written`` is what became of its file, None if that could not be written. It is
        ``numbered`` where another source has the same organ and year."""
        if written:
            self._files[_done(written)] += 1
        proof, form = imported.proof, FORMS[imported.proof.form]
        name = f"{imported.source} → {written.name}" if written else imported.source
        if look := [*_unread(form, proof), *_oddities(proof, numbered)]:
            self._looks.append(f"{name}: {'；'.join(look)}")
        else:
            self._clean += 1

    def miss(self, missed: Missed) -> None:
        """A source of which no file came."""
        self._missed.append(missed.sentence)

    def lines(self, folder: str) -> Iterator[str]:
        """Which files need a look, and where; the others in one line."""
        yield from self._missed
        yield from self._looks
        parts = [f"读出 {self._clean + len(self._looks)} 份报告"]
        parts += (f"{done} {count} 份" for done, count in self._files.items())
        ends = [f"{self._clean} 份没有要看的"] * bool(self._clean)
        ends += [f"{len(self._looks)} 份要看一下，见上"] * bool(self._looks)
        ends += [f"{len(self._missed)} 个来源没有导入，原因见上"] * bool(self._missed)
        yield f"{folder}: {'，'.join(parts)}；{'；'.join(ends)}"


def _done(written: Written) -> str:
    if written.is_new:
        return "写入"
    if written.merged:
        return "并入"
    return "与已有的不同而没有写入" if written.differing else "已有而相同的"


def _unread(form: Form, proof: Proof) -> Iterator[str]:
    """How many cells were not read, and the first places."""
    if places := [*unread_places(form, proof.unread)]:
        shown = "；".join(places[:_MOST_FIRST])
        yield f"没有读出 {proof.unread_cells} 格：{shown}{'……' if len(places) > _MOST_FIRST else ''}"


def _oddities(proof: Proof, numbered: bool) -> Iterator[str]:
    """What a person should look at although every cell was read."""
    if not proof.organ:
        yield "没有读出机关名称"
    if numbered:
        yield "前面有一份机关、年度相同而数不同，文件名加了序号"
    yield from (note for note in proof.notes if not note.endswith(FRAME))
