"""What stands in a file and what the report has of it: values kept as they are, problems told, nothing guessed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import SEED, TERSE, report, source

from giptui.form import LATEST
from giptui.report import Problem
from giptui.store import Unreadable, locate, parse
from giptui.store.source import decode

FORM = 'form = "2021"\n'


def refusal(text: str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        report(text)
    return caught.value


def place(error: Unreadable) -> tuple[int | None, int | None, str]:
    return error.line, error.column, error.source_line


def matrix(row: str) -> str:
    return f"{FORM}[applications]\ncarried_in = {row}\n"


def cell(literal: str) -> object:
    return report(matrix(f"[{literal}, 0, 0, 0, 0, 0, 0]"))["applications.carried_in.natural_person"]


# --- the seed ---


def test_the_seed_is_whole() -> None:
    seed = report(SEED.read_bytes())
    other = {address: seed[address] for address in LATEST.cells if seed[address] != 0}
    assert other == {
        "proactive_disclosure.government_rules.issued": 2,
        "proactive_disclosure.government_rules.in_force": 2,
        "applications.total_handled.other_organization": 1,
        "applications.total_handled.total": 1,
    }
    assert seed.problems == ()
    assert seed.sections == tuple(section.id for section in LATEST.sections)
    assert [len(seed.paragraphs(section.texts[0])) for section in LATEST.sections] == [4, 1, 1, 1, 3, 1]
    assert seed["report.written_at"] == datetime(2024, 1, 23, 16, 12, 21)
    assert seed["report.signed_on"] == date(2024, 1, 23)
    assert (seed.year, seed.line("level"), seed.line("editor")) == (2023, "township", "房县-白鹤镇")
    assert seed.paragraphs("applications.text") == ("本年度未收到自然人及法人或其他组织提交的政府公开申请。",)


# --- values ---


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        ("3", 3),
        ("-3", -3),
        ("0x10", 16),
        (f"{10**30}", 10**30),
        ('""', ""),
        ('"/"', "/"),
        ('"?"', "?"),
        ('"3"', "3"),
        ('"１２"', "１２"),
        ('" 3 "', " 3 "),
        ("59237.2450", Decimal("59237.2450")),
        ("3.0", Decimal("3.0")),
        ("inf", Decimal("inf")),
    ],
)
def test_a_cell_is_kept_as_it_is(literal: str, value: object) -> None:
    found = cell(literal)
    assert (type(found), str(found)) == (type(value), str(value))


def test_nan_is_kept_and_is_no_number() -> None:
    found = cell("nan")
    assert isinstance(found, Decimal)
    assert found.is_nan()


@pytest.mark.parametrize("literal", ["1e999999999", "1e99999999999999999999"])
def test_a_number_too_far_out_to_print_is_kept_as_its_text(literal: str) -> None:
    assert cell(literal) == literal


def test_rows_may_be_dotted_or_in_tables_and_arrays_may_span_lines() -> None:
    found = report(TERSE)
    assert found["applications.carried_in.research_institution"] == 10
    assert found["applications.carried_in.total"] == 22
    assert found["applications.not_disclosed.state_secret.commercial_enterprise"] == "约3件"
    assert found["proactive_disclosure.administrative_license.decisions"] == 3
    assert str(found["proactive_disclosure.administrative_fees.amount"]) == "59237.2450"
    assert found.paragraphs("applications.text") == ("第一段", "第二段")
    assert found["applications.total_handled.total"] == ""
    assert found.sections == ("applications", "proactive_disclosure", "disputes")
    assert found.imported
    assert [(waiver.rule, waiver.cells, waiver.reason) for waiver in found.waivers] == [
        ("balance", {"applications.carried_in.total": 22}, "已核")
    ]


def test_line_ends_and_byte_order_mark_make_no_difference() -> None:
    text = SEED.read_text(encoding="utf-8")
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert report(windows) == report(text)


def test_a_value_out_of_its_choices_is_kept() -> None:
    assert report(f'{FORM}[report]\nlevel = "镇"\nsigned_on = "2024年"\nyear = 2023.0\n').values == {
        "report.level": "镇",
        "report.signed_on": "2024年",
        "report.year": Decimal("2023.0"),
    }


# --- problems ---


@pytest.mark.parametrize(
    ("row", "detail"),
    [
        ("[1, 2, 3, 4, 5, 6]", "6 个数：1, 2, 3, 4, 5, 6"),
        ('[1, 2, 3, 4, 5, 6, 7, ""]', '8 个数：1, 2, 3, 4, 5, 6, 7, ""'),
        ("[]", "0 个数："),
        ("[[[1]]]", "1 个数：[…]"),
    ],
)
def test_a_row_of_another_length_is_unread(row: str, detail: str) -> None:
    found = report(matrix(row))
    cells = tuple(address for address in LATEST.cells if address.startswith("applications.carried_in."))
    assert found.problems == (Problem("row-length", "applications.carried_in", detail, cells),)
    assert [found[address] for address in cells] == ["?"] * 7


@pytest.mark.parametrize(
    ("literal", "detail"),
    [
        ("true", "true"),
        ("2024-01-23", "2024-01-23"),
        ("12:30:00", "12:30:00"),
        ("[1]", "[1]"),
        ("{ a = 1 }", "一张表"),
        ("0x" + "f" * 50_000, "一个几百位以上的数"),
    ],
)
def test_a_cell_of_another_type_is_unread(literal: str, detail: str) -> None:
    found = report(matrix(f"[0, 0, 0, 0, 0, 0, {literal}]"))
    address = "applications.carried_in.total"
    assert found.problems == (Problem("wrong-type", address, detail, (address,)),)
    assert found[address] == "?"


def test_a_row_or_a_group_of_another_type_is_unread() -> None:
    found = report(f"{FORM}[applications]\ncarried_in = 5\nnot_processed = 1\n")
    assert [(problem.rule, problem.address, len(problem.cells)) for problem in found.problems] == [
        ("wrong-type", "applications.carried_in", 7),
        ("wrong-type", "applications.not_processed", 35),
    ]
    assert found["applications.not_processed.repeat.total"] == "?"


def test_a_header_field_or_a_text_of_another_type_is_told() -> None:
    found = report(f"{FORM}[report]\norgan = 5\nyear = true\n[overview]\ntext = ['甲']\n")
    assert found.problems == (
        Problem("wrong-type", "report.organ", "5"),
        Problem("wrong-type", "report.year", "true"),
        Problem("wrong-type", "overview.text", '["甲"]'),
    )
    assert found.organ == ""


def test_a_section_of_another_type_is_not_there() -> None:
    found = report(f"{FORM}overview = '文'\n[[disputes]]\n")
    assert [(problem.rule, problem.address) for problem in found.problems] == [
        ("wrong-type", "overview"),
        ("wrong-type", "disputes"),
    ]
    assert found.sections == ()


def test_unknown_keys_are_told_by_their_dotted_path() -> None:
    found = report(
        f'{FORM}"年度".x = 1\n'
        "[report]\norgon = ''\n[overview]\ntext_after = ''\n[applications]\ntotal = []\nnot_disclosed.other = []\n"
        "[proactive_disclosure]\ngovernment_rules = { isued = 1 }\n'disputes.text' = 1\n"
        "[annex]\n[preface]\ntitle = ''\n"
    )
    assert [problem.address for problem in found.problems if problem.rule == "unknown-key"] == [
        '"年度"',
        "report.orgon",
        "overview.text_after",
        "applications.total",
        "applications.not_disclosed.other",
        "proactive_disclosure.government_rules.isued",
        'proactive_disclosure."disputes.text"',
        "annex",
        "preface.title",
    ]


def test_the_offices_own_keys_are_no_problem() -> None:
    assert (
        report(f"{FORM}[x]\na = 1\n[x.b]\nc = [[1]]\n[origin]\nfile = 'a'\n[preface]\ntext = '前言'\n").problems == ()
    )


@pytest.mark.parametrize(
    "waiver", ["[[waiver]]\nrule = 1\n", "waiver = 3\n", "[waiver]\nrule = 'x'\ncells = { a = [1] }\n"]
)
def test_a_waiver_that_cannot_be_read_is_told(waiver: str) -> None:
    found = report(FORM + waiver)
    assert [(problem.rule, problem.address) for problem in found.problems] == [("wrong-type", "waiver")]
    assert found.waivers == ()


def test_of_several_waivers_the_broken_one_is_named() -> None:
    text = f'{FORM}[[waiver]]\nrule = "balance"\ncells = {{ "report.year" = 1 }}\n[[waiver]]\nrule = "balance"\n'
    assert [problem.address for problem in report(text).problems] == ["waiver.2"]
    assert locate(source(text), LATEST).at("waiver.2") == (5, 1)
    assert locate(source(text), LATEST).at("waiver.1") == (2, 1)


# --- what is no report ---


def test_syntax_errors_have_their_place_and_their_line() -> None:
    error = refusal('form = "2021"\n[report]\norgan = 白鹤镇\n')
    assert place(error) == (3, 9, "organ = 白鹤镇")
    assert str(error).startswith("报告.toml:3:9: 等号后面的值写法不对")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("form = “2021”", '这里是全角字符 “，请改成半角的 "'),
        ("year＝2023", "这里是全角字符 ＝，请改成半角的 ="),
        ("a = [1，2]", "这里是全角字符 ，，请改成半角的 ,"),
        ("a = 1\na = 2", "键“a”在第 1 行已经写过"),
        ("[a]\n[a]", "表头 [a] 在第 1 行已经写过"),
        ('"a" = 1\n"a" = 2', "键“a”在第 1 行已经写过"),
        ("a = { b = 1, b = 2 }", "与前面重复"),
        ("a = 1\n[[a]]", "与前面重复"),
        ("a = 1 2", "多余的字符"),
        ('a = "x', "引号没有关上"),
        ("a = 'x", "引号没有关上"),
        ('a = "x\ny"', "不能换行"),
        ('a = "\x1b"', "控制字符"),
        ("a = 1\rb = 2", "CR"),
        ('a = "\\q"', "反斜杠"),
        ("a", "缺等号"),
        ("= 1", "既不是"),
        ("a = [1 2]", "缺逗号"),
        ("a = { b = 1 c = 2 }", "缺逗号"),
        ("[a", "缺结尾的方括号"),
        ("[]", "键名写法不对"),
        ("a = 2024-02-30", "没有这个日期"),
        ('a = "\\ud800"', "字符编号不存在"),
    ],
)
def test_syntax_errors_are_told_in_chinese(text: str, reason: str) -> None:
    error = refusal(text)
    assert reason in error.reason
    assert error.line is not None
    assert error.source_line == text.split("\n")[error.line - 1]


def test_an_unknown_form_is_told_with_the_known_ones() -> None:
    error = refusal('# 年报\nform =  "2030"\n')
    assert place(error) == (2, 9, 'form =  "2030"')
    assert error.reason == '不认识格式版本 "2030"；现有的是 form = "2021" 或 form = "2019"'
    assert "2021；" in refusal("form = 2021\n").reason


def test_a_file_without_a_form_is_no_report() -> None:
    assert 'form = "2021"' in refusal("a = 1\n").reason
    assert 'form = "2021"' in refusal('[report]\nform = "2021"\n').reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a = " + "[" * 20_000, "层数太多"),
        ("a = " + "{b=" * 9_000, "层数太多"),
        (".".join("a" * 10_000) + " = 1", "层数太多"),
        (".".join("a" * 1_000_000) + " = 1", "英文句点"),
        ("\n".join(".".join([f"b{n}", *"a" * 300]) + " = 1" for n in range(10_000)), "英文句点"),
        (f"\n[applications]\ncarried_in = [{'9' * 5000}]", "几千位"),
        ("\n" * 10_000, "10000 行以上"),
        ("a = {" + ", ".join(f"b{n} = 1" for n in range(10_000)) + "}", "10000 个等号以上"),
        ("a = [" + "[],\n" * 9_000 + "[]," * 12_000 + "]", "20000 个方括号以上"),
        ("a = [" + "1," * 50_001 + "]", "50000 个英文逗号以上"),
    ],
)
def test_endless_nesting_keys_and_numbers(text: str, reason: str) -> None:
    assert reason in refusal(FORM + text).reason


def test_a_number_of_thousands_of_digits_is_told_with_its_line() -> None:
    assert refusal(f"{FORM}\na = {'9' * 5000}").line == 3


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: (FORM + text).encode(errors="replace")))
def test_whatever_the_bytes_are_there_is_a_report_or_a_sentence(data: bytes) -> None:
    try:
        assert parse(decode("x", data)).form is LATEST
    except Unreadable as error:
        assert "\n" not in str(error)
        assert error.reason


def test_a_source_line_that_does_not_exist_is_empty() -> None:
    assert source("a = 1\n").line(9) == ""
