"""Tracked changes: what can be put right in one way is there to be accepted or refused, and the rest is left alone."""

from __future__ import annotations

import pytest

from comments.undoing import decided, made, name, plain, root, undone, value
from giptui.comments import Change, Comment, commented

_LARGE = '<w:rPr><w:sz w:val="28"/></w:rPr>'
_INSERTED = '<w:ins w:id="41" w:author="乡镇"><w:r>{}<w:t>3</w:t></w:r></w:ins>'


def cell(content: str) -> bytes:
    return made(f"<w:tbl><w:tr><w:tc>{content}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>")


def text(content: str) -> str:
    return f"<w:r>{_LARGE}<w:t>{content}</w:t></w:r>"


def changed(before: bytes, *changes: Change) -> tuple[bytes, int]:
    made_of = commented(before, [Comment("一", (0,))], [changes], "giptui")
    assert undone(made_of.data, before) == plain(root(before))
    return made_of.data, made_of.changes


def accepted(data: bytes) -> str:
    return "".join(each.text or "" for each in decided(data, accept=True).iter() if name(each) == "t")


@pytest.mark.parametrize(
    ("content", "before", "after", "reads"),
    [
        (f"<w:p>{text('3')}</w:p>", "3", "5", "5"),
        (f"<w:p>{text('1')}{text('2')}<w:r><w:t>3</w:t></w:r></w:p>", "123", "45", "45"),
        (f"<w:p>{text(' 1，024 ')}</w:p>", "1024", "7", " 7 "),
        (f"<w:p>{text('３')}</w:p>", "3", "", ""),
        (f"<w:p>{text('18.8710')}</w:p>", "18.8710", "18.8711", "18.8711"),
        (f"<w:p>{text('/')}</w:p>", "/", "0", "0"),
        (f"<w:p><w:r>{_LARGE}<w:tab/><w:t>3</w:t><w:tab/></w:r></w:p>", "3", "5", "5"),
        (f"<w:p><w:pPr>{_LARGE}</w:pPr></w:p>", "", "5", "5"),
        (f"<w:p><w:r>{_LARGE}</w:r></w:p>", "", "5", "5"),
        (f"<w:p>{_INSERTED.format(_LARGE)}</w:p>", "3", "5", "5"),
        (f'<w:p><w:hyperlink w:anchor="a">{text("3")}</w:hyperlink></w:p>', "3", "5", "5"),
        (f"<w:p><w:sdt><w:sdtContent>{text('3')}</w:sdtContent></w:sdt></w:p>", "3", "5", "5"),
        (f"<w:p/><w:p>{text('3')}</w:p>", "3", "5", "5"),
    ],
)
def test_the_number_in_a_cell_is_changed_in_its_formatting(content: str, before: str, after: str, reads: str) -> None:
    paragraphs = tuple(range(content.count("<w:p>") + content.count("<w:p/>")))
    document, count = changed(cell(content), Change(paragraphs, before, after))
    assert count == 1
    assert accepted(document) == reads
    ours = [each for each in root(document).iter() if value(each, "author") == "giptui" and name(each) == "ins"]
    assert [value(each, "val") for one in ours for each in one.iter() if name(each) == "sz"] == ["28"] * len(ours)
    assert len(ours) == bool(after)
    numbers = [value(each, "id") for each in root(document).iter() if name(each) in ("ins", "del")]
    assert len(numbers) == len({*numbers})
    assert not any(name(each.getparent()) == "ins" for each in ours)


@pytest.mark.parametrize(
    ("content", "before"),
    [
        (f"<w:p>{text('3件')}</w:p>", "3"),
        (f"<w:p>{text('4')}</w:p>", "3"),
        (f"<w:p>{text('3')}</w:p><w:p>{text('4')}</w:p>", "34"),
        (f'<w:p><w:fldSimple w:instr="=SUM(ABOVE)">{text("3")}</w:fldSimple></w:p>', "3"),
        (f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{text("3")}</w:p>', "3"),
        (f"<w:p><w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{text('3')}</w:sdtContent></w:sdt></w:p>", "3"),
        ("<w:p><w:r><w:drawing/></w:r></w:p>", ""),
        (f"<w:p>{text('3')}</w:p>", "3 "),
    ],
)
def test_what_is_more_than_the_number_only_gets_the_comment(content: str, before: str) -> None:
    paragraphs = tuple(range(content.count("<w:p>")))
    document, count = changed(cell(content), Change(paragraphs, before, "5"))
    assert count == 0
    assert not any(value(each, "author") == "giptui" for each in root(document).iter())


def test_of_changes_that_belong_together_all_are_made_or_none() -> None:
    both = cell(f"<w:p>{text('3')}</w:p><w:p>{text('4')}</w:p>")
    assert changed(both, Change((0,), "3", "5"), Change((1,), "4", "6"))[1] == 2
    assert changed(both, Change((0,), "3", "5"), Change((1,), "7", "6"))[1] == 0
