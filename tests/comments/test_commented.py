"""Comments in Word documents: where they hang, and that nothing else of the document is another."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from docx import Document  # type: ignore[import-not-found, unused-ignore]
from hypothesis import given
from hypothesis import strategies as st

from comments.undoing import STRICT, WORD, commented_text, made, name, part, plain, root, undone, value
from giptui.comments import Comment, NotPossible, commented


def run(text: str, properties: str = "") -> str:
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r v14:id="7">{formatting}<w:t xml:space="preserve">{text}</w:t></w:r>'


def with_one(data: bytes, comment: Comment) -> bytes:
    return commented(data, [comment], [], "giptui").data


_WRAPPED = (
    "{}",
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    '<w:ins w:id="90" w:author="乡镇">{}</w:ins>',
    '<w:sdt><w:sdtPr><w:alias w:val="数"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    '<w:smartTag w:element="e">{}</w:smartTag>',
    '<w:del w:id="91" w:author="乡镇"><w:r><w:delText>旧的</w:delText></w:r></w:del>{}',
    "<w:r><w:tab/></w:r>{}<w:r><w:br/><w:t>后</w:t><w:br/></w:r>",
)
_piece = st.tuples(
    st.text(alphabet="甲乙丙3 　件。", max_size=5),
    st.sampled_from(("", "<w:b/>", '<w:rFonts w:eastAsia="仿宋"/>')),
    st.sampled_from(_WRAPPED),
)
_paragraph = st.lists(_piece, max_size=4)


def _body(paragraphs: list[list[tuple[str, str, str]]]) -> str:
    heads = ("", '<w:pPr><w:jc w:val="center"/></w:pPr>')
    texts = ["".join(wrap.format(run(text, style)) for text, style, wrap in pieces) for pieces in paragraphs]
    return "".join(f"<w:p>{heads[at % 2]}{text}</w:p>" for at, text in enumerate(texts))


@given(paragraphs=st.lists(_paragraph, min_size=1, max_size=4), data=st.data())
def test_whatever_is_quoted_is_what_is_marked_and_all_else_stays(
    paragraphs: list[list[tuple[str, str, str]]], data: st.DataObject
) -> None:
    before = made(_body(paragraphs))
    texts = ["".join("".join(p.itertext(f"{{{WORD}}}t")).split()) for p in root(before).iter(f"{{{WORD}}}p")]
    first = data.draw(st.integers(0, len(texts) - 1))
    whole = "".join(texts[first:])
    start = data.draw(st.integers(0, len(whole)))
    quote = whole[start : data.draw(st.integers(start, len(whole)))]
    passed = sum(whole.startswith(quote, at) for at in range(start)) if quote else 0
    after = with_one(before, Comment("说明", (first,), " ".join(quote), passed))
    assert undone(after, before) == plain(root(before))
    assert commented_text(after, "0") == (quote or texts[first])
    assert after == with_one(before, Comment("说明", (first,), " ".join(quote), passed))


def test_a_quote_is_the_one_at_its_turn_and_may_go_over_paragraphs() -> None:
    before = made("".join(f"<w:p>{run(text)}</w:p>" for text in ("收到3件。收到3件", "办结", "3件。收到3件")))
    for passed, marked_before in ((0, ""), (1, "收到3件。"), (2, "收到3件。收到3件办结3件。")):
        after = with_one(before, Comment("一", (0,), "收到3件", passed))
        texts = [
            each.text if name(each) == "t" else "|" if name(each) == "commentRangeStart" else ""
            for each in root(after).iter()
        ]
        assert "".join(filter(None, texts)).split("|")[0] == marked_before
    assert commented_text(with_one(before, Comment("一", (0,), "3件办结3件。", 0)), "0") == "3件办结3件。"


def test_a_number_that_word_counts_is_no_part_of_the_quote() -> None:
    after = with_one(made(f"<w:p>{run('收到申请')}</w:p>"), Comment("一", (0,), "（一）收到申请"))
    assert commented_text(after, "0") == "收到申请"


def test_what_cannot_be_found_is_said_of_its_paragraphs() -> None:
    before = made(f"<w:p>{run('甲')}</w:p><w:p>{run('乙')}</w:p><w:p>{run('丙')}</w:p>")
    assert commented_text(with_one(before, Comment("一", (0, 1), "不在")), "0") == "乙"
    assert commented_text(with_one(before, Comment("一", (0, 1))), "0") == "甲乙"


def test_a_text_box_is_commented_where_it_hangs() -> None:
    box = f"<w:pict><w:txbxContent><w:p>{run('框里')}</w:p></w:txbxContent></w:pict>"
    before = made(f"<w:p>{run('外')}<w:r>{box}</w:r></w:p>")
    for quote in ("", "框里"):
        after = with_one(before, Comment("一", (1,), quote))
        marks = [each for each in root(after).iter() if name(each).startswith("comment")]
        assert [name(each.getparent().getparent()) for each in marks[:2]] == ["body", "body"]
        assert undone(after, before) == plain(root(before))


def test_a_comment_does_not_go_with_what_somebody_else_inserted() -> None:
    before = made(f'<w:p><w:ins w:id="5" w:author="乡镇">{run("新增3件")}</w:ins></w:p>')
    after = root(with_one(before, Comment("一", (0,), "3件")))
    (reference,) = after.iter(f"{{{WORD}}}commentReference")
    assert name(reference.getparent().getparent()) == "p"


def _parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def _with(part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for each, content in _parts(made("<w:p/>")).items():
            archive.writestr(each, content.replace(old, new, 1) if each == part else content)
    return out.getvalue()


def test_every_other_part_of_the_package_stays_byte_for_byte() -> None:
    before = made(f"<w:p>{run('甲')}</w:p>", extra="<a  b='1'/>")
    made_of = with_one(before, Comment("一\n二", (0,)))
    (comment,) = Document(io.BytesIO(made_of)).comments
    modified = Document(io.BytesIO(before)).core_properties.modified
    assert (comment.text, comment.author, comment.timestamp) == ("一\n二", "giptui", modified)
    after = _parts(made_of)
    touched = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"}
    assert {n: data for n, data in _parts(before).items() if n not in touched} == {
        n: data for n, data in after.items() if n not in touched | {"word/comments.xml"}
    }
    assert list(after) == [*_parts(before), "word/comments.xml"]
    for each in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        old, new = (list(root(data, each)) for data in (before, with_one(before, Comment("一", (0,)))))
        assert [dict(one.attrib) for one in new[: len(old)]] == [dict(one.attrib) for one in old]
        assert len(new) == len(old) + 1


@pytest.mark.parametrize(
    ("said", "dated"),
    [
        ("2024-01-20T09:05:00Z", "2024-01-20T09:05:00Z"),
        ("2024-01-20T17:05:00+08:00", "2024-01-20T09:05:00Z"),
        ("2024-01-20T09:05:00", "2024-01-20T09:05:00Z"),
        ("无", ""),
    ],
)
def test_comments_bear_the_date_of_the_document(said: str, dated: str) -> None:
    before = _with(
        "docProps/core.xml", b"2013-12-23T23:15:00Z</dcterms:modified>", f"{said}</dcterms:modified>".encode()
    )
    after = with_one(before, Comment("一", (0,)))
    assert [value(each, "date") for each in root(after, "word/comments.xml")] == [dated]


def test_comments_that_are_there_stay_and_new_ones_count_on() -> None:
    document = Document()
    word = document.add_paragraph().add_run("甲")
    document.add_comment(word, text="旧", author="县里")
    written = io.BytesIO()
    document.save(written)
    before = written.getvalue()
    after = commented(before, [Comment("新一", (0,)), Comment("新二\n第二段", (0,), "甲")], [], "giptui").data
    assert [(c.comment_id, c.author, c.text) for c in Document(io.BytesIO(after)).comments] == [
        (0, "县里", "旧"),
        (1, "giptui", "新一"),
        (2, "giptui", "新二\n第二段"),
    ]
    assert undone(after, before) == plain(root(before))
    assert _parts(before).keys() == _parts(after).keys()
    assert part(before, "[Content_Types].xml") == part(after, "[Content_Types].xml")


def test_the_marks_have_the_styles_of_the_document_whatever_they_are_called() -> None:
    styles = (
        f'<w:styles xmlns:w="{WORD}"><w:style w:type="character" w:styleId="a7"><w:name w:val="annotation reference"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="a8"><w:name w:val="annotation text"/></w:style></w:styles>'
    )
    after = with_one(made(f"<w:p>{run('甲')}</w:p>", styles=styles), Comment("一", (0,)))
    used = [value(each, "val") for each in root(after).iter() if name(each) == "rStyle"]
    used += [value(each, "val") for each in root(after, "word/comments.xml").iter() if name(each).endswith("Style")]
    assert used == ["a7", "a8", "a7"]


def test_a_document_of_the_strict_kind_keeps_its_namespace() -> None:
    after = with_one(made(f"<w:p>{run('甲')}</w:p>", namespace=STRICT), Comment("一", (0,), "甲"))
    assert root(after, "word/comments.xml").tag == f"{{{STRICT}}}comments"
    assert commented_text(after, "0") == "甲"


def test_without_comments_it_is_the_document_as_it_came() -> None:
    before = made(f"<w:p>{run('甲')}</w:p>")
    assert commented(before, [], [], "giptui") == (before, 0)


_UNSOUND = {
    "empty": b"",
    "empty zip": b"PK\x05\x06" + bytes(18),
    "no XML": made("<w:p>"),
    "entities": _with("word/document.xml", b"<w:document", b'<!DOCTYPE d [<!ENTITY e "e">]><w:document'),
    "macros": _with(
        "[Content_Types].xml", b"openxmlformats-officedocument.wordprocessingml.d", b"ms-word.macroEnabled.d"
    ),
    "template": _with("[Content_Types].xml", b"wordprocessingml.document.main", b"wordprocessingml.template.main"),
    "no relations": _with("_rels/.rels", b"relationships/officeDocument", b"relationships/other"),
}


@pytest.mark.parametrize("data", _UNSOUND.values(), ids=_UNSOUND)
def test_what_is_no_sound_document_is_left_alone(data: bytes) -> None:
    with pytest.raises(NotPossible):
        with_one(data, Comment("一", (0,)))


def test_a_paragraph_that_is_not_there_is_another_document() -> None:
    with pytest.raises(NotPossible):
        with_one(made("<w:p/>"), Comment("一", (1,)))
