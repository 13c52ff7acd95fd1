"""`giptui claims`: a claim a line, with its span, its cells and the verdict."""

from __future__ import annotations

import json
import re
from pathlib import Path

from cli_program import Program

REPORT = """form = "2021"
[report]
organ = "青山县石桥镇人民政府"
year = 2023
[applications]
text = "全年收到政府信息公开申请3件，答复2件，另有留言8条。"
new_received = [3, 0, 0, 0, 0, 0, 3]
carried_in = [0, 0, 0, 0, 0, 0, 0]
"""


def test_a_line_a_claim(call: Program, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(REPORT, encoding="utf-8")
    done = call("claims", "a.toml")
    assert (done.code, done.err) == (0, "")
    received, handled, messages = done.out.splitlines()
    assert received == (
        "a.toml: applications.text:3-14: received = 3件（时间 全年，动作 收到，对象 申请） "
        "“全年收到政府信息公开申请3件” → 相符：一 3（applications.new_received.total）"
    )
    assert handled.startswith(
        "a.toml: applications.text:16-19: handled = 2件（动作 答复，对象 〔申请〕） “答复2件” → "
        "无从核对：（七） ?（applications.total_handled.total），（七）－（五） ?（applications.total_handled.total-"
    )
    assert messages == (
        "a.toml: applications.text:23-26: ? = 8条（内容 留言，对象 〔申请〕） “另有留言8条” → "
        "未核对：（内容）说的是留言"
    )


def test_records(call: Program, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(REPORT.replace("3件", "4件"), encoding="utf-8")
    first, *_ = [json.loads(line) for line in call("claims", "--format", "jsonl", "a.toml").out.splitlines()]
    assert first == {
        "file": "a.toml",
        "organ": "青山县石桥镇人民政府",
        "report_year": 2023,
        "address": "applications.text",
        "from": 3,
        "to": 14,
        "text": "收到政府信息公开申请4件",
        "clause": "全年收到政府信息公开申请4件",
        "metric": "received",
        "kind": "count",
        "value": 4,
        "unit": "件",
        "year": None,
        "scope": "own",
        "whole": "",
        "part_of": None,
        "verdict": "disagrees",
        "reason": "",
        "frame": {"when": "全年", "action": "收到", "object": "申请"},
        "slot": None,
        "agrees_with": None,
        "percentages": [],
        "sums": [
            {"label": "一", "plus": ["applications.new_received.total"], "minus": [], "value": 3},
            {
                "label": "一＋二",
                "plus": ["applications.new_received.total", "applications.carried_in.total"],
                "minus": [],
                "value": 3,
            },
        ],
    }


def test_the_seeds_prose_agrees_with_its_tables(call: Program, seed: Path) -> None:
    lines = call("claims", str(seed)).out.splitlines()
    assert len(lines) == 9
    assert all("相符" in line for line in lines[:-1])
    assert "信息处理费" in lines[-1]


def test_an_unreadable_file_is_told(call: Program, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("form = ", encoding="utf-8")
    assert call("claims", "bad.toml").code == 2


def test_growth_is_held_against_last_years_report(call: Program, tmp_path: Path) -> None:
    prose = 'text = "全年收到政府信息公开申请3件，同比增长50%。"'
    now = REPORT.replace('text = "全年收到政府信息公开申请3件，答复2件，另有留言8条。"', prose)
    (tmp_path / "now.toml").write_text(now, encoding="utf-8")
    assert call("claims", "now.toml").out.splitlines()[-1].endswith("→ 无从核对：要有上年的报告")
    last = now.replace("2023", "2022").replace("[3, 0, 0, 0, 0, 0, 3]", "[2, 0, 0, 0, 0, 0, 2]")
    (tmp_path / "last").mkdir()
    (tmp_path / "last" / "a.toml").write_text(last, encoding="utf-8")
    for given in ("last", "last/a.toml"):
        done = call("claims", "--previous", given, "now.toml")
        assert (done.code, done.err) == (0, "")
        assert done.out.splitlines()[-1].endswith("→ 相符：按表格算是 50.00%")
    wrong = call("claims", "--previous", "now.toml", "now.toml", "now.toml")
    assert wrong.code == 2
    assert wrong.err.count("这是 2023 年的报告") == 1
    assert wrong.out.splitlines()[-1].endswith("→ 无从核对：要有上年的报告")


def test_a_number_that_is_about_nothing_in_the_tables_is_listed_in_its_place(call: Program, tmp_path: Path) -> None:
    text = "举办培训班4期、发放手册300份。全年收到政府信息公开申请3件（网上2件，当面1件）。张贴海报十二份。"
    (tmp_path / "a.toml").write_text(re.sub('text = ".*"', f'text = "{text}"', REPORT), encoding="utf-8")
    read = [json.loads(line) for line in call("claims", "--format", "jsonl", "a.toml").out.splitlines()]
    assert [(each["value"], each["text"]) for each in read if not each["metric"] and each["part_of"] is None] == [
        (300, "300份"),
        (12, "十二份"),
    ]
    received = next(index for index, each in enumerate(read) if each["metric"] == "received")
    assert [each["value"] for each in read if each["part_of"] == received] == [2, 1]
    assert "“张贴海报十二份” → 未核对：（内容）没有认出与表格里的哪个数有关" in call("claims", "a.toml").out
