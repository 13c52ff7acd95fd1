"""`giptui new` begins a report, `giptui explain` says what its cells and the rules are."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_program import SEED, Program

from giptui.check import RULES
from giptui.form import LATEST
from giptui.store import blank, load


def test_new_is_blank_but_for_what_was_said(call: Program, tmp_path: Path) -> None:
    told = "已新建 a.toml。接着用 giptui a.toml 填报\n"
    assert call("new", "a", "--organ", "白鹤镇", "--year", "2024") == (0, "", told)
    values = {
        "report.title": "白鹤镇2024年政府信息公开工作年度报告",
        "report.organ": "白鹤镇",
        "report.year": 2024,
    }
    assert (tmp_path / "a.toml").read_text(encoding="utf-8") == blank(LATEST, values)


def test_new_never_overwrites(call: Program, seed: Path) -> None:
    before = seed.read_bytes()
    done = call("new", seed)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"{seed}: ")
    assert seed.read_bytes() == before


def test_new_from_last_year(call: Program, seed: Path, tmp_path: Path) -> None:
    call("set", seed, "applications.carried_out.natural_person=3", "report.level=township")
    assert call("new", "b.toml", "--from", seed).code == 0
    _, report = load(str(tmp_path / "b.toml"))
    assert (report.organ, report.year, report.line("level")) == ("房县白鹤镇人民政府", 2024, "township")
    assert report.line("title") == "房县白鹤镇人民政府2024年政府信息公开工作年度报告"
    carried = {address: value for address, value in report.values.items() if "carried_in" in address}
    assert list(carried.values()) == [3, 0, 0, 0, 0, 0, 3]
    assert not any(report[address] for address in report.form.texts)
    assert report["applications.new_received.total"] == ""
    assert report.line("signature") == ""


def test_new_finds_last_year_s_itself_and_says_so(call: Program, seed: Path, tmp_path: Path) -> None:
    call("set", seed, "applications.carried_out.natural_person=3")
    done = call("new", "今年")
    assert (done.code, done.out) == (0, "")
    assert f"从 {seed.name} 沿用" in done.err
    assert "2 格" in done.err
    _, report = load(str(tmp_path / "今年.toml"))
    assert (report.organ, report.year, report["applications.carried_in.total"]) == ("房县白鹤镇人民政府", 2024, 3)
    for name, arguments in (("空白", ["--blank"]), ("乙镇", ["--organ", "乙镇"]), ("2030年", [])):
        assert "沿用" not in call("new", name, *arguments).err
        assert load(str(tmp_path / f"{name}.toml"))[1]["applications.carried_in.total"] == ""


def test_of_several_that_could_be_last_year_s_new_takes_none(call: Program, seed: Path, tmp_path: Path) -> None:
    call("new", "乙.toml", "--organ", "乙镇", "--year", "2023", "--blank")
    done = call("new", "丙.toml")
    assert "有 2 份都可能是上年的报告" in done.err
    assert load(str(tmp_path / "丙.toml"))[1].organ == ""


def test_new_keeps_the_text_if_asked(call: Program, seed: Path, tmp_path: Path) -> None:
    call("new", "b.toml", "--from", seed, "--keep-text")
    old, new = load(str(seed))[1], load(str(tmp_path / "b.toml"))[1]
    assert all(old[address] == new[address] for address in old.form.texts)
    assert call("new", "c.toml", "--keep-text", "--blank").code == 2


def test_what_is_no_number_is_not_carried(call: Program, seed: Path, tmp_path: Path) -> None:
    call("set", "--exact", seed, "applications.carried_out.total=?")
    done = call("new", "b.toml", "--from", seed)
    assert done.err.startswith("上年的四、结转下年度继续办理，总计是“?”，不是件数，没有带过来\n")
    assert load(str(tmp_path / "b.toml"))[1]["applications.carried_in.total"] == ""


@pytest.mark.parametrize("year", ["24", "去年", "20244"])
def test_year_must_be_one(call: Program, tmp_path: Path, year: str) -> None:
    done = call("new", "a.toml", "--year", year)
    assert (done.code, done.out) == (2, "")
    assert f"不能是“{year}”" in done.err
    assert not (tmp_path / "a.toml").exists()


def test_a_new_report_can_be_checked(call: Program) -> None:
    call("new", "a.toml", "--organ", "白鹤镇", "--year", "2024")
    done = call("check", "a.toml")
    assert done.code in (0, 1)
    assert "读不出" not in done.err


def test_every_rule_is_explained(call: Program) -> None:
    for rule in RULES:
        done = call("explain", rule.name)
        assert done.code == 0
        assert done.out.startswith(f"{rule.name}  {rule.title}\n")
        assert rule.doc in done.out


def test_cell_is_explained_from_the_declaration(call: Program) -> None:
    assert call("explain", "applications.carried_in.total").out == (
        "applications.carried_in.total  二、上年结转政府信息公开申请数量，总计\n"
        "位置：三、收到和处理政府信息公开申请情况，表格\n"
        "  行：二、上年结转政府信息公开申请数量\n"
        "  列：申请人情况 › 总计\n"
        "填写：件数：0 或正整数；空白不等于 0，不适用填 /；单位：件\n"
        "说明：应等于上一年度报告的“四、结转下年度继续办理”。\n"
        "必须相等：\n"
        "  二、上年结转政府信息公开申请数量：自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他＝总计\n"
        "  总计列：一、本年新收政府信息公开申请数量＋二、上年结转政府信息公开申请数量"
        "＝（七）总计＋四、结转下年度继续办理\n"
    )


def test_every_address_and_its_beginnings_are_explained(call: Program) -> None:
    beginnings = {address.rsplit(".", count)[0] for address in LATEST.kinds for count in (0, 1, 2)}
    for name in beginnings:
        done = call("explain", name)
        assert (done.code, done.err) == (0, ""), name
        assert name in done.out


def test_a_field_is_explained_with_its_choices(call: Program) -> None:
    out = call("explain", "report.level").out
    assert "  township  乡镇\n" in out


def test_unknown_names_the_nearest(call: Program) -> None:
    done = call("explain", "row-sums")
    assert done == (2, "", "没有 row-sums 这条规则或这个地址；最接近的是 row-sum\n")
    assert "disputes.reconsideration.upheld" in call("explain", "disputes.reconsideration.uphold").err


def test_the_sample_is_written_once(call: Program, tmp_path: Path) -> None:
    assert call("new", "--example", "样例.toml") == (0, "", "")
    assert (tmp_path / "样例.toml").read_bytes() == SEED.read_bytes()
    (tmp_path / "样例.toml").write_text("我的")
    assert call("new", "--example", "样例.toml").code == 2
    assert (tmp_path / "样例.toml").read_text() == "我的"


@pytest.mark.parametrize("others", [("--organ", "甲镇"), ("--year", "2024"), ("--from", "a.toml"), ("--keep-text",)])
def test_the_sample_is_as_it_is(call: Program, tmp_path: Path, others: tuple[str, ...]) -> None:
    done = call("new", "--example", *others, "样例.toml")
    assert (done.code, done.out) == (2, "")
    assert not list(tmp_path.iterdir())
