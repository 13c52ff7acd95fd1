"""`giptui check FILE.docx --comment OUT.docx`: a township's own document comes back with what was found in it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from cli_program import SEED, Program
from docx import Document  # type: ignore[import-not-found, unused-ignore]

from comments.undoing import WORD, commented_text, decided, name, plain, root, undone, value, with_body
from giptui.check import Finding, Severity, Span, check
from giptui.cli.check.anchoring import Anchoring
from giptui.comments import Comment, commented
from giptui.printers.docx import write
from giptui.readers.reading import reading
from giptui.report import Report, Value
from giptui.store import load
from readers.seen import document
from readers.writing.office import docx
from readers.writing.page import page, without

_COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_institution",
    "other_organization",
    "total",
)
_WRONG = "applications.disclosed.natural_person"
_OVERVIEW = (
    "统计期限自2023年1月1日起至2023年12月31日止。\n"
    "我镇依法主动公开信息，加强政府信息管理和平台建设。全年收到政府信息公开申请12件，均已办结。"
    "工作考核、社会评议和责任追究均无异常。"
)


def _row(row: str, *numbers: int) -> dict[str, Value]:
    return dict(zip((f"applications.{row}.{column}" for column in _COLUMNS), numbers, strict=True))


@pytest.fixture(scope="module")
def sound() -> Report:
    """A report in which nothing is found."""
    made = load(str(SEED))[1].with_values(
        {
            "proactive_disclosure.government_rules.issued": 0,
            "proactive_disclosure.government_rules.in_force": 0,
            "proactive_disclosure.text": "",
            "applications.text": "",
            "disputes.text": "",
            "overview.text": _OVERVIEW,
            **_row("new_received", 9, 3, 0, 0, 0, 0, 12),
            **_row("disclosed", 5, 3, 0, 0, 0, 0, 8),
            **_row("not_disclosed.state_secret", 2, 0, 0, 0, 0, 0, 2),
            **_row("unable_to_provide.not_held", 2, 0, 0, 0, 0, 0, 2),
            **_row("total_handled", 9, 3, 0, 0, 0, 0, 12),
        }
    )
    assert check(made) == ()
    return made


PLANTED: Mapping[str, Value] = {
    _WRONG: 6,  # 5: row and column say so
    "overview.text": _OVERVIEW.replace("申请12件", "申请13件"),
    "disputes.reconsideration.upheld": 1,  # or 2, or the total is 1: nobody knows
    "disputes.reconsideration.total": 2,
}


class Seen(NamedTuple):
    """A comment: what it is about, and its lines."""

    about: str
    lines: list[str]


def seen(data: bytes) -> list[Seen]:
    comments = Document(io.BytesIO(data)).comments
    return [Seen(commented_text(data, str(each.comment_id)), each.text.split("\n")) for each in comments]


@pytest.fixture(scope="module")
def township(sound: Report) -> bytes:
    """Its document, with the mistakes in it."""
    return docx(page(sound.with_values(PLANTED)))


_WRITERS: Mapping[str, Callable[[Report], bytes]] = {
    "plain": lambda report: docx(page(report)),
    "nested": lambda report: docx(page(report), nested=True),
    "numbered": lambda report: docx(page(report), numbered=True),
    "exported": write,
}


@pytest.mark.parametrize("writer", _WRITERS)
def test_three_planted_mistakes_come_back_as_three_comments_and_one_change(
    call: Program, tmp_path: Path, sound: Report, writer: str
) -> None:
    before = _WRITERS[writer](sound.with_values(PLANTED))
    (tmp_path / "年报.docx").write_bytes(before)
    done = call("check", "年报.docx", "--comment", "批注.docx")
    after = (tmp_path / "批注.docx").read_bytes()
    assert done.code == 1
    assert "已写入 批注.docx：3 条批注，1 处修订" in done.err
    words = [line.split(": ")[1] for line in done.out.splitlines()]
    first = "第 5 段" if writer == "exported" else "第 6 段"  # without the lines of a web page
    assert words == [first, "第 2 个表格第 6 行第 4 列", "第 3 个表格第 4 行第 1 列"]
    assert [each.about for each in seen(after)] == ["收到政府信息公开申请13件", "5", "1"]
    assert [each.lines[0][:3] for each in seen(after)] == ["警告：", "错误：", "错误："]
    assert seen(after)[1].lines[1] == f"〔row-sum {_WRONG}〕"
    assert undone(after, before) == plain(root(before))


def test_accepted_it_is_the_sound_number_and_refused_the_old_one(
    call: Program, tmp_path: Path, township: bytes
) -> None:
    (tmp_path / "a.docx").write_bytes(township)
    call("check", "a.docx", "--comment", "b.docx")
    after = (tmp_path / "b.docx").read_bytes()
    for accept, number in ((True, 5), (False, 6)):
        read = reading(document(with_body(after, decided(after, accept)))).report()
        assert read[_WRONG] == number
    changes = [each for each in root(after).iter() if name(each) in ("ins", "del")]
    assert [value(each, "author") for each in changes] == ["giptui", "giptui"]
    assert {next(each.iterancestors(f"{{{WORD}}}tc")) for each in changes} == {
        next(changes[0].iterancestors(f"{{{WORD}}}tc"))
    }


def test_the_commented_document_is_the_same_every_time_and_can_be_checked_again(
    call: Program, tmp_path: Path, township: bytes
) -> None:
    (tmp_path / "a.docx").write_bytes(township)
    call("check", "a.docx", "--comment", "1.docx")
    call("check", "a.docx", "--comment", "2.docx")
    assert (tmp_path / "1.docx").read_bytes() == (tmp_path / "2.docx").read_bytes()
    again = call("check", "1.docx", "--comment", "3.docx")
    assert "2 条批注\n" in again.err  # a change that is not refused counts as made
    assert [each.about for each in seen((tmp_path / "3.docx").read_bytes())][:3] == [
        each.about for each in seen((tmp_path / "1.docx").read_bytes())
    ]


def test_what_has_no_place_of_its_own_is_said_at_the_nearest_heading(
    call: Program, tmp_path: Path, sound: Report
) -> None:
    gone = sound.with_values({"overview.text": "", "problems_and_improvements.text": ""})
    (tmp_path / "a.docx").write_bytes(docx(without("title")(page(gone))))
    call("check", "a.docx", "--comment", "b.docx")
    found = seen((tmp_path / "b.docx").read_bytes())
    places = [(each.about, each.lines[-1].strip("〔〕")) for each in found]
    assert places == [
        ("撰写时间：2024年01月23日16:12:21", "year-mismatch report.title"),
        ("一、总体情况", "section-empty overview.text"),
        ("五、存在的主要问题及改进情况", "section-empty problems_and_improvements.text"),
    ]


def test_rules_last_years_report_and_formats_are_those_of_check(call: Program, tmp_path: Path, township: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(township)
    done = call("check", "a.docx", "--comment", "b.docx", "--select", "row-sum", "--format", "jsonl", "--quiet")
    assert (done.out.count("\n"), done.err) == (1, "")
    assert '"fix": [{"address": "applications.disclosed.natural_person", "from": 6, "to": 5}]' in done.out
    assert len(seen((tmp_path / "b.docx").read_bytes())) == 1
    none = call("check", "a.docx", "--comment", "c.docx", "--select", "column-sum", "--ignore", "column-sum")
    assert (none.code, none.out) == (0, "")
    assert (tmp_path / "c.docx").read_bytes() == (tmp_path / "a.docx").read_bytes()


def test_nothing_is_written_over(call: Program, tmp_path: Path, township: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(township)
    for target in ("a.docx", "b.docx"):
        (tmp_path / "b.docx").write_bytes(b"mine")
        done = call("check", "a.docx", "--comment", target)
        assert done.code == 2
        assert "已经有这个文件，不会覆盖" in done.err
    assert (tmp_path / "b.docx").read_bytes() == b"mine"


def test_it_is_as_valid_by_the_schemas_of_office_as_it_was(call: Program, tmp_path: Path, sound: Report) -> None:
    audit = pytest.importorskip("openxml_audit")
    (tmp_path / "a.docx").write_bytes(write(sound.with_values(PLANTED)))
    call("check", "a.docx", "--comment", "b.docx")
    before, after = (
        [error.description for error in audit.OpenXmlValidator().validate(tmp_path / name).errors]
        for name in ("a.docx", "b.docx")
    )
    assert after == before


def test_words_that_a_message_quotes_are_what_the_comment_is_about(
    call: Program, tmp_path: Path, sound: Report
) -> None:
    left = sound.with_values({"problems_and_improvements.text": "主动公开不够及时。今后逐月核对。\n（文字描述）"})
    (tmp_path / "a.docx").write_bytes(docx(page(left)))
    call("check", "a.docx", "--comment", "b.docx")
    assert [each.about for each in seen((tmp_path / "b.docx").read_bytes())] == ["（文字描述）"]


def test_each_of_several_alike_is_found_at_its_own_turn(sound: Report) -> None:
    data = docx(page(sound))
    taken = document(data)
    found = reading(taken)
    report = found.report()
    text = str(report["overview.text"])
    for start in (match.start() for match in re.finditer("信息", text)):
        finding = Finding("text-received", Severity.INFO, "", (), span=Span("overview.text", start, start + 2))
        _, _, paragraphs, quote, passed = Anchoring(taken, found, report).spot(finding)
        marked = root(commented(data, [Comment("一", paragraphs, quote, passed)], [], "giptui").data)
        before, _, _ = "".join(
            "|" if name(each) == "commentRangeStart" else each.text or ""
            for each in marked.iter()
            if name(each) in ("commentRangeStart", "t")
        ).partition("|")
        assert before.endswith("".join(text[:start].split()))


def test_a_table_that_is_not_there_is_missed_at_its_heading(call: Program, tmp_path: Path, sound: Report) -> None:
    without_matrix = tuple(part for part in page(sound) if getattr(part, "section", "") != "applications")
    (tmp_path / "a.docx").write_bytes(docx(without_matrix))
    call("check", "a.docx", "--comment", "b.docx")
    found = seen((tmp_path / "b.docx").read_bytes())
    assert "三、收到和处理政府信息公开申请情况" in [each.about for each in found]
    assert len(found) < 6
