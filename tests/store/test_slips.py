"""A text that is no TOML is told by its cause, where it began; a cause that is not sure is not named."""

from __future__ import annotations

import re

import pytest
from store_samples import SEED, report

from giptui.store import Unreadable

TEXT = SEED.read_text(encoding="utf-8")
MORE = "[report]\nyear = 2023\n"


def refusal(text: str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        report(text)
    return caught.value


def line_of(text: str, start: str, nth: int = 1) -> int:
    return [number for number, line in enumerate(text.split("\n"), 1) if line.startswith(start)][nth - 1]


@pytest.mark.parametrize("section", ["proactive_disclosure", "applications", "disputes", "other_matters"])
def test_a_lost_header_is_told_where_the_next_section_begins(section: str) -> None:
    text = re.sub(rf"(?m)^\[{section}\].*\n", "", TEXT)
    nth = 1 + [line for line in TEXT.split("\n") if line.startswith("[")].index(
        next(line for line in TEXT.split("\n") if line.startswith(f"[{section}]"))
    )
    second = line_of(text, "text = ", nth - 1)
    error = refusal(text)
    assert (error.line, error.column, error.source_line) == (second, 1, 'text = """')
    assert error.reason == (
        f"键“text”在第 {line_of(text, 'text = ', nth - 2)} 行已经写过；"
        "多半是两处之间丢了一行方括号的表头，请补上；不是的话，请合并为一处"
    )


@pytest.mark.parametrize(
    ("text", "line", "start"),
    [
        ("[disputes]\na = [1,2]\n\na = [3]\n", 4, "键“a”在第 2 行已经写过"),
        ("[a]\nb.c = 1\nb.c = 2", 3, "键“b.c”在第 2 行已经写过"),
        ("[a]\nx = 1\n[b]\nx = 1\n[a]\ny = 1", 5, "表头 [a] 在第 1 行已经写过"),
        ('[[waiver]]\nrule = "a"\n\nrule = "b"\n', 4, "键“rule”在第 2 行已经写过；多半是两处之间丢了一行方括号的表头"),
        ("[[w]]\n[w.a]\nx = 1\n[[w]]\n[w.a]\nx = 1\nx = 2", 7, "键“x”在第 6 行已经写过"),
        ('"a" = 1\n"a" = 2', 2, "键“a”在第 1 行已经写过"),
        ("a = [1,\n2]\na = 1", 3, "键“a”在第 1 行已经写过"),
        ("a = { b = 1, b = 2 }", 1, "与前面重复"),
        ("a = 1\n[[a]]", 2, "与前面重复"),
        ("[a]\n[[a]]", 2, "与前面重复"),
        ("a.b = 1\n[a]\nc = 1", 2, "与前面重复"),
    ],
)
def test_what_stands_there_twice_is_named_with_the_line_of_the_first(text: str, line: int, start: str) -> None:
    error = refusal(text)
    assert error.reason.startswith(start)
    assert error.line == line


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("2024-1-20", "日期写成 2024-01-20，月、日都写两位"),
        ("2024年1月20日  # 落款", "日期写成 2024-01-20，月、日都写两位"),
        ("2024/1/20", "日期写成 2024-01-20，月、日都写两位"),
        ("2024.01.20", "日期写成 2024-01-20，月、日都写两位"),
        ("2024-01-20日", "日期写成 2024-01-20，月、日都写两位"),
        ("2024-13-20", "没有 2024 年 13 月 20 日这一天；日期写成 2024-01-23 的样子，月、日都写两位"),
        ("2024-2-30", "没有 2024 年 2 月 30 日这一天；"),
        ("2024年1月", "日期要写到日，写成 2024-01-23 的样子"),
        ("2024-1-20 8:00", "日期和时间写成 2024-01-23T16:12:21 的样子"),
        ("2024-01-20T8:00:00", "日期和时间写成 2024-01-23T16:12:21 的样子"),
        ("2023年", "只写数字 2023，后面的“年”删去"),
        ("{ decisions = 3件 }", "只写数字 3，后面的“件”删去"),
        ("[3件, 0]", "只写数字 3，后面的“件”删去"),
        ("06", "数的前面不能有多余的 0：“06”写成 6"),
        ("-06.50", "数的前面不能有多余的 0：“-06.50”写成 -6.50"),
        ("[06,1]", "数的前面不能有多余的 0：“06”写成 6"),
        ("[1, 000]", "数的前面不能有多余的 0：“000”写成 0"),
        ("[1,000,1]", "数的前面不能有多余的 0：“000”写成 0；若是千位的逗号，“1,000”写成 1000"),
        ("[0,000,1]", "数的前面不能有多余的 0：“000”写成 0"),
        ("[1,0500]", "数的前面不能有多余的 0：“0500”写成 500"),
        ("1,000", "数里不加千位的逗号：“1,000”写成 1000"),
        ("{ issued = 1,000 }", "数里不加千位的逗号：“1,000”写成 1000"),
    ],
)
def test_a_number_or_a_date_is_told_how_it_is_written(value: str, reason: str) -> None:
    error = refusal(f"{MORE}a = {value}\n")
    assert error.reason.startswith(reason)
    assert reason.endswith(("位", "样子", "；")) or error.reason == reason
    assert error.line == 3


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("1 2", "值的后面还有多余的字符"),
        ("0719-1234567", "值的后面还有多余的字符"),
        ("2023年度报告", "值的后面还有多余的字符"),
        ("251000元", "值的后面还有多余的字符"),
        ('"2024" 年', "值的后面还有多余的字符"),
        ("[1 2]", "一行数没有写完"),
        ("{ b = 1 c = 2 }", "花括号里没有写完"),
        ("2024-02-30", "没有这个日期"),
    ],
)
def test_what_is_not_sure_keeps_the_general_sentence(value: str, reason: str) -> None:
    assert refusal(f"{MORE}a = {value}\n").reason.startswith(reason)


def test_keys_in_chinese_are_pointed_to_the_sections_own() -> None:
    known = "键名只能用英文字母、数字、下划线和连字符；中文名称用哪个键，可用 giptui explain {} 查看"
    assert refusal("[applications]\n上年结转 = [1, 0]\n").reason == known.format("applications")
    assert refusal("[applications.not_disclosed]\n国家秘密 = [1, 0]\n").reason == known.format("applications")
    assert refusal('form = "2021"\n机关 = "白鹤镇"\n').reason == known.format("report")
    assert refusal("[proactive_disclosure]\na = { 件数 = 3 }\n").reason == known.format("proactive_disclosure")
    assert refusal("[disputes]\n本年度没有行政复议。\n").reason.startswith("这一行既不是“键 = 值”")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("organ = '石桥镇\"", "两头的引号不一样：开头是英文单引号 '，结尾是英文双引号 \"；请都改成英文双引号"),
        ("organ = '石桥镇\"  # 机关", "两头的引号不一样：开头是英文单引号 '，结尾是英文双引号 \"；"),
        ("organ = \"石桥镇'", "两头的引号不一样：开头是英文双引号 \"，结尾是英文单引号 '；"),
        ('organ = "石桥镇”', '两头的引号不一样：开头是英文双引号 "，结尾是全角引号 ”；'),
        ("organ = '石桥镇", "文字的引号没有关上；请补上结尾的英文单引号"),
        ('organ = """石桥镇', "文字的引号没有关上；请在文字末尾补上三个英文双引号"),
        ("organ = '''石桥镇", "文字的引号没有关上；请在文字末尾补上三个英文单引号"),
    ],
)
def test_an_unclosed_text_is_told_where_it_begins(line: str, reason: str) -> None:
    error = refusal(f"[report]\n{line}\nyear = 2023\n")
    assert error.reason.startswith(reason)
    assert (error.line, error.column, error.source_line) == (2, 9, line)


def test_a_text_that_is_merely_open_at_the_end_of_its_line_is_not_called_mixed() -> None:
    assert "不能换行" in refusal('[report]\norgan = "石桥镇\nyear = 2023\n').reason
    assert "不能换行" in refusal('[report]\norgan = "石桥镇“老街”的\nyear = 2023\n').reason


def test_hostile_text_ends() -> None:
    """A pattern whose time grows with the square of the text would take hours."""
    for piece in ("'", '" ', "# '", "= 1,000", "年=", "[report\n", "a = 1\n", "0", ",000", "2024-1-"):
        for opening in ("a = ", "a = [", "a = {b = ", "", "a = 1\na = '", 'a = """'):
            with pytest.raises(Unreadable):
                report(f"{opening}{piece * (200_000 // len(piece))}\n=")
