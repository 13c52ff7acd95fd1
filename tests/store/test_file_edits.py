"""Edits in place: exactly the new values, and every line that is not about them byte for byte as it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import SEED, TERSE, changes, report, source, spelled

from giptui.form import LATEST
from giptui.report import Value
from giptui.store import Unreadable, Unwritable, blank, edited, parse
from giptui.store.positions import marks
from giptui.store.source import Source, decode

SEED_TEXT = SEED.read_text(encoding="utf-8")


def edit(text: str, values: Mapping[str, Value]) -> str:
    return edited(source(text), values).source.data.decode()


def difference(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came, where the files agree at both ends."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def seed(address: str, value: Value) -> tuple[list[str], list[str]]:
    return difference(SEED_TEXT, edit(SEED_TEXT, {address: value}))


def terse(address: str, value: Value) -> tuple[list[str], list[str]]:
    return difference(TERSE, edit(TERSE, {address: value}))


def row(numbers: str, comment: str = "") -> str:
    return f"{FORM}[applications]\ndisclosed = [{numbers}]{comment}\n"


FORM = 'form = "2021"\n'

# --- what must hold always ---

_FILES = st.sampled_from([SEED_TEXT, TERSE, blank(LATEST, {}), FORM])


@st.composite
def files(draw: st.DrawFn) -> Source:
    """A file with any line ends, also mixed ones, with or without a byte order mark."""
    text = draw(_FILES)
    ends = draw(st.sampled_from([["\n"], ["\r\n"], ["\r\n", "\n", "\n"]]))
    pieces = text.split("\n")
    data = "".join(piece + ends[at % len(ends)] for at, piece in enumerate(pieces[:-1])) + pieces[-1]
    return decode("x", draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + data.encode())


@given(files(), changes())
def test_an_edit_gives_exactly_the_new_values_and_leaves_the_other_lines_alone(
    before: Source, values: dict[str, Value]
) -> None:
    after, new = edited(before, values)
    old = parse(before)
    changed = {key: value for key, value in values.items() if spelled({key: value}) != spelled({key: old[key]})}
    assert spelled(new.values) == spelled({**old.values, **changed})
    assert (new.waivers, new.imported, after.bom) == (old.waivers, old.imported, before.bom)
    assert after.data == before.data or changed

    touched = set()
    spots = {".".join(mark.path): mark for mark in marks(before.body) if mark.kind == "pair"}
    for address in changed:
        if spot := spots.get(address) or spots.get(address.rpartition(".")[0]):
            first, last = (before.body.count(b"\n", 0, at) for at in (spot.first, spot.end))
            touched.update(range(first, last + 1))
    lines = before.data.splitlines(keepends=True)
    remaining = iter(after.data.splitlines(keepends=True))
    for at, line in enumerate(lines):
        if at not in touched:
            assert line in remaining or (at == len(lines) - 1 and not line.endswith(b"\n"))


@given(files(), changes())
def test_an_edit_and_its_reverse_give_the_first_values(before: Source, values: dict[str, Value]) -> None:
    old = parse(before)
    reverse = {address: old[address] for address in values}
    after = edited(before, values).source
    assert spelled(edited(after, reverse).report.values) == spelled(old.values)


@given(st.data(), changes(most=4))
def test_a_file_in_disorder_is_edited_exactly_or_refused(data: st.DataObject, values: dict[str, Value]) -> None:
    lines = data.draw(_FILES).split("\n")
    for at in data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=4, unique=True)):
        other = data.draw(st.integers(0, len(lines) - 1))
        lines[at], lines[other] = data.draw(st.sampled_from([(lines[other], lines[at]), ("", lines[other])]))
    try:
        before = source("\n".join(lines))
        old = parse(before)
        new = edited(before, values).report
    except (Unreadable, Unwritable) as error:
        assert error.reason
    else:
        assert spelled(new.values) == spelled({**old.values, **values})


@given(files())
def test_a_change_to_what_is_there_changes_nothing(before: Source) -> None:
    assert edited(before, parse(before).values).source.data == before.data


@given(st.sampled_from(sorted(LATEST.cells)), st.integers(0, 99))
def test_one_cell_of_the_seed_is_one_line(address: str, value: int) -> None:
    old, new = seed(address, value)
    assert len(old) == len(new) == (0 if report(SEED_TEXT)[address] == value else 1)


# --- numbers in their columns ---


def test_numbers_stay_in_their_columns() -> None:
    assert seed("applications.disclosed.research_institution", 123) == (
        ["disclosed                            = [     0,       0,       0,           0,           0,   0,   0]"],
        ["disclosed                            = [     0,       0,     123,           0,           0,   0,   0]"],
    )


def test_a_compact_row_stays_compact() -> None:
    assert edit(row("0, 12, 0, 0, 0, 0, 0"), {"applications.disclosed.commercial_enterprise": 3}) == row(
        "0, 3, 0, 0, 0, 0, 0"
    )
    assert edit(row("0,0,0,0,0,0,0"), {"applications.disclosed.total": 100}) == row("0,0,0,0,0,0,100")


def test_a_number_wider_than_its_column_takes_the_room_it_needs() -> None:
    assert edit(row("  0,  0,  0,  0,  0,  0,  0"), {"applications.disclosed.total": 12345}) == row(
        "  0,  0,  0,  0,  0,  0,12345"
    )


def test_the_other_numbers_keep_the_way_they_are_written() -> None:
    numbers = "0x10, 1_000, 1.50, +3, 1e3, '/', 0"
    assert edit(row(numbers), {"applications.disclosed.total": 7}) == row(numbers[:-1] + "7")


def test_an_array_over_several_lines_keeps_its_lines_and_comments() -> None:
    assert terse("applications.carried_in.legal_service_institution", 5) == (
        ["  1_000, 0, 0, 22 ]"],
        ["  1_000, 5, 0, 22 ]"],
    )


def test_digits_are_kept_as_typed() -> None:
    _, new = seed("proactive_disclosure.administrative_fees.amount", Decimal("59237.2450"))
    assert new == ["administrative_fees       = { amount = 59237.2450 }                      # 行政事业性收费，万元"]


def test_what_is_no_number_is_quoted() -> None:
    _, new = seed("proactive_disclosure.government_rules.issued", '约"3"件')
    assert new == [r'government_rules          = { issued = "约\"3\"件", repealed = 0, in_force = 2 }  # 规章']


# --- header and prose ---


def test_the_comment_behind_a_header_field_stays_in_its_column() -> None:
    assert seed("report.organ", "白鹤镇") == (
        ['organ = "房县白鹤镇人民政府"      # 机关名称'],
        ['organ = "白鹤镇"                  # 机关名称'],
    )


def test_header_fields_come_in_the_forms_order_and_go_when_they_cannot_be_blank() -> None:
    old, new = seed("report.published_on", date(2024, 1, 24))
    assert (old, new) == ([], ["published_on = 2024-01-24         # 发布日期"])
    after = edit(SEED_TEXT, {"report.published_on": date(2024, 1, 24)})
    assert after.index("written_at") < after.index("published_on") < after.index("source")
    assert edit(after, {"report.published_on": ""}) == SEED_TEXT
    assert seed("report.year", "")[1] == []
    assert seed("report.editor", "")[1] == ['editor = ""                       # 编辑']


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[report]\nyear = 2023  # 已核对\n", "[report]\n# 已核对\n"),
        ("[report]\nyear = 2023  # 报告年度\n", "[report]\n"),
        ("[report]\n# 上\nyear = 2023\n# 下\n", "[report]\n# 上\n# 下\n"),
        ("report.year = 2023 # 已核对\n", "# 已核对\n"),
        ('report = { year = 2023, mykey = "自用" }\n', 'report = {  mykey = "自用" }\n'),
        ("report = { mykey = 3, year = 2023, b = 4 } # 注\n", "report = { mykey = 3,  b = 4 } # 注\n"),
        ("report = { year = 2023 } # 注\n", "report = {  } # 注\n"),
    ],
)
def test_a_year_that_goes_takes_nothing_with_it(before: str, after: str) -> None:
    assert edit(f"{FORM}{before}", {"report.year": ""}) == f"{FORM}{after}"


def test_prose_is_a_paragraph_a_line_and_normalized() -> None:
    _, new = seed("disputes.text", ' 无。\n\n\n"""C:\\x"""\t甲\x1b ')
    assert new == ["无。", "", '""\\"C:\\\\x""\\"\\t甲\\u001b']


def test_prose_behind_a_table_is_the_last_key_of_its_section() -> None:
    old, new = seed("disputes.text_after", "注：无。")
    assert (old, new) == ([], ['text_after = """', "注：无。", '"""'])
    after = edit(SEED_TEXT, {"disputes.text_after": "注：无。"})
    assert after.index("litigation_after_reconsideration =") < after.index("注：无。") < after.index("[problems_and")


# --- what is missing ---


@given(st.sets(st.sampled_from([row.id for row, _ in LATEST.tables["applications"].rows()]), min_size=1))
def test_missing_rows_come_back_where_they_were(missing: set[str]) -> None:
    lines = SEED_TEXT.splitlines(keepends=True)
    shorter = "".join(line for line in lines if line.partition(" ")[0] not in missing)
    back = {f"applications.{row}.total": 0 for row in missing} | {"applications.total_handled.total": 1}
    after = edit(shorter, back)
    rows = [line.partition(" ")[0] for line in lines if " = [" in line]
    assert [line.partition(" ")[0] for line in after.split("\n") if " = [" in line] == rows
    assert after.index("自然人 商业企业") < after.index("new_received")


def test_a_missing_section_comes_back_where_it_was_with_the_layout_of_a_new_file() -> None:
    values = {address: value for address, value in report(SEED_TEXT).values.items() if address.startswith("disputes.")}
    start, end = SEED_TEXT.index("[disputes]"), SEED_TEXT.index("[problems_and")
    assert edit(SEED_TEXT[:start] + SEED_TEXT[end:], values) == SEED_TEXT


def test_a_file_with_nothing_but_its_form_is_filled_in_order() -> None:
    assert edit(FORM, {"other_matters.text": "无", "report.year": 2023, "overview.text": "文"}) == (
        f'{FORM}\n[report]\ntitle = ""                        # 标题\n'
        'organ = ""                        # 机关名称\n'
        'level = ""                        # 机关层级\nscope = ""                        # 统计范围\n'
        "year = 2023                       # 报告年度\n"
        'source = ""                       # 来源\neditor = ""                       # 编辑\n'
        'signature = ""                    # 落款\n'
        '\n[overview]                        # 一、总体情况\ntext = """\n文\n"""\n'
        '\n[other_matters]                   # 六、其他需要报告的事项\ntext = """\n无\n"""\n'
    )


def test_keys_come_into_inline_tables_and_into_tables_of_rows() -> None:
    assert terse("proactive_disclosure.government_rules.repealed", 1)[1] == ["government_rules = { repealed = 1 }"]
    assert terse("proactive_disclosure.normative_documents.repealed", 1)[1] == [
        "normative_documents = { repealed = 1, in_force = 7 }  # 文件"
    ]
    assert terse("applications.not_disclosed.prohibited_by_law.total", 2)[1] == [
        'prohibited_by_law      = [    "",      "",      "",          "",          "",  "",   2]'
    ]


# --- what could not be read ---


def test_a_damaged_row_is_rewritten_and_its_old_text_kept() -> None:
    assert terse("disputes.reconsideration.total", 6) == (
        ["reconsideration = [1, 2, 3]   # 只有三个"],
        ['reconsideration = [     "?",     "?",     "?",     "?",   6]  # 原为 [1, 2, 3]   # 只有三个'],
    )
    assert terse("disputes.litigation_direct.upheld", 5)[1] == [
        'litigation_direct = [       5,     "?",     "?",     "?", "?"]  # 原为 5'
    ]


def test_a_damaged_cell_is_kept_in_a_comment_only_when_it_is_replaced() -> None:
    before = "litigation_after_reconsideration = [true, 0, 0, 0, 0]"
    assert terse("disputes.litigation_after_reconsideration.upheld", 1) == (
        [before],
        [before.replace("true", "1") + "  # 原为 true"],
    )
    assert terse("disputes.litigation_after_reconsideration.total", 1) == ([before], [before.replace("0]", "1]")])


def test_a_damaged_row_over_several_lines_is_kept_on_one() -> None:
    after = edit(row("1, # 一\n 2"), {"applications.disclosed.total": 3})
    assert after.endswith("]  # 原为 [1, # 一 2]\n")
    assert report(after)["applications.disclosed.total"] == 3


# --- what is refused ---


@pytest.mark.parametrize(
    ("text", "address", "value"),
    [
        ("overview = 3\n", "overview.text", "文"),
        ("[applications]\nnot_processed = 1\n", "applications.not_processed.repeat.total", 1),
        ("[applications.disclosed]\na = 1\n", "applications.disclosed.total", 1),
        ("disputes.reconsideration = [0, 0, 0, 0, 0]\n", "disputes.litigation_direct.total", 1),
    ],
)
def test_what_cannot_be_edited_without_loss_is_refused_with_a_sentence(text: str, address: str, value: Value) -> None:
    with pytest.raises(Unwritable) as caught:
        edit(FORM + text, {address: value})
    assert LATEST.label(address) in caught.value.reason
    assert "文本编辑器" in caught.value.reason
