"""`giptui get` and `giptui set`: cells for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_program import Program

from giptui.form import LATEST

RECEIVED = "applications.new_received.natural_person"
TOTAL = "applications.new_received.total"
NEITHER = "没有 {} 这个文件，也没有这个地址；"
SEVERAL = "{} 不是一格，下面还有几格：全部写作 '{}.*'；各格的地址用 giptui explain {} 查看"


def changed(before: str, after: str) -> list[tuple[str, str]]:
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [pair for pair in pairs if pair[0] != pair[1]]


def test_plain_is_one_bare_value_a_line(call: Program, seed: Path) -> None:
    words = ("report.year", "applications.total_handled.other_organization", "disputes.text_after", "report.organ")
    assert call("get", seed, *words).out == "2023\n1\n\n房县白鹤镇人民政府\n"


def test_pattern_spans_parts(call: Program, seed: Path) -> None:
    assert len(call("get", seed, "applications.*.total").out.splitlines()) == 25
    assert len(call("get", seed, "disputes.*.pending").out.splitlines()) == 3


def test_no_address_is_every_cell(call: Program, seed: Path) -> None:
    records = [json.loads(line) for line in call("get", seed, "--format", "jsonl").out.splitlines()]
    assert [record["address"] for record in records] == list(LATEST.kinds)
    assert records[0] == {
        "file": str(seed),
        "organ": "房县白鹤镇人民政府",
        "year": 2023,
        "address": "report.title",
        "value": "房县白鹤镇人民政府2023年政府信息公开工作年度报告",
    }


def test_tsv_over_several_files(call: Program, seed: Path, clean: Path) -> None:
    done = call("get", ".", "applications.total_handled.total", "--format", "tsv")
    assert done.out == (
        "file\torgan\tyear\taddress\tvalue\n"
        "./clean.toml\t房县白鹤镇人民政府\t2023\tapplications.total_handled.total\t0\n"
        "./seed.toml\t房县白鹤镇人民政府\t2023\tapplications.total_handled.total\t1\n"
    )


def test_tsv_keeps_a_text_on_its_line(call: Program, seed: Path) -> None:
    call("set", seed, "overview.text=一\n二\t三\\n")
    assert call("get", seed, "overview.text", "--format", "tsv").out.splitlines()[1].endswith("\t一\\n二\\t三\\\\n")
    assert call("get", seed, "overview.text").out == "一\n二␉三\\n\n"


def test_unknown_address_names_the_nearest(call: Program, seed: Path) -> None:
    done = call("get", seed, "applications.total_handled.totl")
    assert done == (
        2,
        "",
        "没有 applications.total_handled.totl 这个地址；最接近的是 applications.total_handled.total\n",
    )


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("aplications.total", f"{NEITHER}最接近的是 applications.*.total"),
        ("aplications.disclosed", f"{NEITHER}最接近的是 applications.disclosed.*"),
        ("overveiw.text", f"{NEITHER}最接近的是 overview.text"),
        ("总计", f"{NEITHER}全部地址用 giptui get 报告.toml --format tsv 列出"),
        ("applications.total", "没有 {} 这个地址；最接近的是 applications.*.total"),
        ("report", SEVERAL),
        ("applications.disclosed", SEVERAL),
    ],
)
@pytest.mark.parametrize("format_name", ["plain", "tsv", "jsonl"])
def test_what_is_no_address_is_refused_before_anything_is_printed(
    call: Program, seed: Path, word: str, sentence: str, format_name: str
) -> None:
    for words in ((word,), ("report.year", word), (word, "report.year")):
        assert call("get", seed, *words, "--format", format_name) == (2, "", sentence.format(word, word, word) + "\n")


def test_what_is_written_as_a_path_is_one(call: Program, seed: Path) -> None:
    for name in ("report.toml", "overview.toml", "./nosuch"):
        done = call("get", seed, name, "report.year")
        assert (done.code, done.out) == (2, "2023\n")
        assert done.err.startswith(f"{name}: 没有这个文件")
    (seed.parent / "report").write_bytes(seed.read_bytes())
    assert call("get", "report", "report.year") == (0, "2023\n", "")


def test_set_names_the_cells_of_a_section(call: Program, seed: Path) -> None:
    before = seed.read_bytes()
    done = call("set", seed, "applications=0")
    assert (done.code, done.out) == (2, "")
    assert "全部写作 'applications.*'" in done.err
    assert seed.read_bytes() == before


def test_a_pattern_that_names_nothing(call: Program, seed: Path) -> None:
    for pattern in ("*.totl", "none*.toml"):
        assert call("get", seed, pattern) == (
            2,
            "",
            f"没有 {pattern} 这个文件，也没有合乎它的地址；全部地址用 giptui get 报告.toml --format tsv 列出\n",
        )


def test_get_needs_a_file(call: Program) -> None:
    done = call("get", "report.year")
    assert (done.code, done.out) == (2, "")
    assert "缺少文件" in done.err


def test_get_goes_on_after_a_file_that_cannot_be_read(call: Program, seed: Path) -> None:
    done = call("get", "none.toml", seed, "report.year")
    assert (done.code, done.out) == (2, "2023\n")


def test_set_changes_one_line_and_the_total_that_agreed(call: Program, seed: Path) -> None:
    before = seed.read_text(encoding="utf-8")
    done = call("set", seed, f"{RECEIVED}=3")
    assert (done.code, done.out) == (0, "")
    ((old, new),) = changed(before, seed.read_text(encoding="utf-8"))
    assert old.startswith("new_received")
    assert new == old.replace("[     0", "[     3").replace("   0]", "   3]")
    assert done.err == f"{seed}: 一、本年新收政府信息公开申请数量，总计随之改为 3\n"


def test_set_exact_leaves_totals_alone(call: Program, seed: Path) -> None:
    assert call("set", "--exact", seed, f"{RECEIVED}=3") == (0, "", "")
    assert call("get", seed, RECEIVED, TOTAL).out == "3\n0\n"


def test_a_total_that_did_not_agree_stays(call: Program, seed: Path) -> None:
    call("set", seed, "applications.disclosed.other_organization=2")
    words = ("applications.disclosed.total", "applications.total_handled.other_organization")
    assert call("get", seed, *words).out == "2\n1\n"


@pytest.mark.parametrize(("typed", "kept"), [("", ""), ("/", "/"), ("１，２３４件", "1234"), ("三", "三")])
def test_values_as_a_person_types_them(call: Program, seed: Path, typed: str, kept: str) -> None:
    done = call("set", "--exact", seed, f"{RECEIVED}={typed}")
    assert done.code == 0
    assert call("get", seed, RECEIVED).out == f"{kept}\n"
    assert ("照原样写入" in done.err) == (typed == "三")


def test_a_choice_by_its_name(call: Program, seed: Path) -> None:
    call("set", seed, "report.level=乡镇")
    assert call("get", seed, "report.level").out == "township\n"


@pytest.mark.parametrize("wrong", ["applications.new_recieved.total=1", "overview=1", f"{RECEIVED}"])
def test_nothing_is_written_when_one_address_is_wrong(call: Program, seed: Path, wrong: str) -> None:
    before = seed.read_bytes()
    done = call("set", seed, f"{TOTAL}=9", wrong)
    assert (done.code, done.out) == (2, "")
    assert wrong.partition("=")[0] in done.err
    assert seed.read_bytes() == before


def test_setting_what_is_there_writes_nothing(call: Program, seed: Path) -> None:
    stamp = seed.stat().st_mtime_ns
    assert call("set", seed, f"{RECEIVED}=0") == (0, "", f"{seed}: 没有改动\n")
    assert seed.stat().st_mtime_ns == stamp


def test_set_in_a_pipe(giptui: Program, seed: Path) -> None:
    done = giptui("set", "-", "report.year=2024", stdin=seed.read_bytes())
    before = seed.read_text(encoding="utf-8")
    ((old, new),) = changed(before, done.out)
    assert new == old.replace("2023", "2024", 1)


def test_set_of_no_file_names_new(call: Program, seed: Path) -> None:
    done = call("set", "none.toml", f"{RECEIVED}=1")
    assert (done.code, done.out) == (2, "")
    assert "giptui new" in done.err


RECEIVED_ROW = "applications.new_received"


@pytest.mark.parametrize("numbers", ["3,0,0,0,1,0", "3,0,0,0,1,0,4", "３，０，０，０，１，０，４", "3、0、0、0、1、0"])
def test_a_whole_row_with_its_total_or_without(call: Program, seed: Path, numbers: str) -> None:
    assert call("set", seed, f"{RECEIVED_ROW}={numbers}").code == 0
    assert call("get", seed, f"{RECEIVED_ROW}.*").out.split() == ["3", "0", "0", "0", "1", "0", "4"]


def test_a_row_of_section_two_and_a_blank_in_a_row(call: Program, seed: Path) -> None:
    call("set", seed, "proactive_disclosure.government_rules=0,,/")
    assert call("get", seed, "proactive_disclosure.government_rules.*").out == "0\n\n/\n"


def test_a_row_of_the_wrong_length_is_refused(call: Program, seed: Path) -> None:
    before = seed.read_bytes()
    done = call("set", seed, f"{RECEIVED_ROW}=1,2")
    assert (done.code, done.out) == (2, "")
    assert "应有 7 个数，或不算总计的 6 个，用逗号隔开；写了 2 个" in done.err
    assert seed.read_bytes() == before


def test_a_pattern_means_the_cells_of_the_tables_or_else_the_texts(call: Program, seed: Path) -> None:
    assert call("set", seed, "applications.*=5", "--exact").code == 0
    assert {*call("get", seed, "applications.*.*").out.split()} == {"5"}
    assert "未收到" in call("get", seed, "applications.text").out
    assert call("set", seed, "*.text=").code == 0
    assert call("get", seed, "*.text").out.strip() == ""


def test_what_get_writes_set_reads(giptui: Program, seed: Path) -> None:
    giptui("set", seed, f"{RECEIVED_ROW}=1,2,3,4,5,6", "overview.text=一\n二\t三\\n")
    for format_name in ("tsv", "jsonl"):
        blank = Path(f"{format_name}.toml")
        giptui("new", blank)
        table = giptui("get", seed, "--format", format_name).out
        done = giptui("set", blank, "--from", "-", "--exact", stdin=table.encode())
        assert (done.code, done.out) == (0, "")
        assert giptui("get", blank, "--format", "plain").out == giptui("get", seed, "--format", "plain").out


def test_assignments_from_a_file(call: Program, seed: Path) -> None:
    Path("edits").write_text(f"# 一季度\n\n{RECEIVED}=3\n report.year =2024\n", encoding="utf-8")
    assert call("set", seed, "--from", "edits", "report.editor=甲").code == 0
    assert call("get", seed, RECEIVED, "report.year", "report.editor").out == "3\n2024\n甲\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("report.year=2024\nnothing\n", "edits:2: 应写成 地址=值"),
        ("report.yaer=2024\n", "edits:1: 没有 report.yaer 这个地址；最接近的是 report.year"),
        ("file\torgan\tyear\taddress\tvalue\na\tb\n", "edits:2: 应有 5 列"),
        ("file\torgan\tyear\taddress\tvalue\na\t\t\treport.year\t1\nb\t\t\treport.year\t1\n", "2 份报告的数"),
        ('{"address": "report.year"}\n', "edits:1: 不是"),
        ("{\n", "edits:1: 不是"),
    ],
)
def test_a_file_of_assignments_that_is_wrong_changes_nothing(call: Program, seed: Path, text: str, reason: str) -> None:
    before = seed.read_bytes()
    Path("edits").write_text(text, encoding="utf-8")
    done = call("set", seed, "--from", "edits", f"{RECEIVED}=3")
    assert (done.code, done.out) == (2, "")
    assert reason in done.err
    assert seed.read_bytes() == before


def test_set_needs_something_to_set(call: Program, seed: Path) -> None:
    assert call("set", seed).code == 2
    assert call("set", "-", "--from", "-").code == 2
    assert call("set", seed, "--from", "none").code == 2
