"""What is wrong: marks, the message line, going from finding to finding, fixing, explaining. And the seed's story."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from giptui.check import Severity, check
from giptui.form import LATEST
from giptui.session import Session
from giptui.tui import status
from tui.person import SEED, editing, fresh, seed, zeros

PERIOD = "overview.text"
RULES_ISSUED = "proactive_disclosure.government_rules.issued"
WRONG, TOTAL = "applications.total_handled.other_organization", "applications.total_handled.total"


async def test_the_seed_s_story(tmp_path: Path) -> None:
    path = tmp_path / "baihe-2023.toml"
    path.write_bytes(SEED.read_bytes())
    async with editing(Session.open(str(path))) as person:
        await person.press("]")
        assert person.at == WRONG
        assert "填 1，但上面各行之和为 0" in person.text
        await person.press("!")
        assert "改正：（七）总计，其他 1→0、（七）总计，总计 1→0" in person.text
        assert not person.session.dirty
        await person.press("!")
        assert (person[WRONG], person[TOTAL]) == (0, 0)
        assert "已改正：（七）总计，其他 1→0、（七）总计，总计 1→0" in person.text
        assert "错误 1 " in person.text
        await person.press("u")
        assert (person[WRONG], person[TOTAL]) == (1, 1)
        assert "错误 2 " in person.text
        await person.press("！", "！", "w")
        assert "已保存 2 处修改" in person.text
        await person.press("q")
        assert person.has_left
    old, new = SEED.read_text(encoding="utf-8"), path.read_text(encoding="utf-8")
    changed = [line for line in difflib.ndiff(old.split("\n"), new.split("\n")) if line[0] in "+-"]
    row = "total_handled                        = [     0,       0,       0,           0,           0,   {},   {}]"
    assert changed == [f"- {row.format(1, 1)}", f"+ {row.format(0, 0)}"]


async def test_next_and_previous_go_around_the_end() -> None:
    async with editing(seed()) as person:
        places = []
        for key in ("]", "】", "]", "】", "[", "【", "["):
            await person.press(key)
            places.append(person.at)
        assert places == [WRONG, PERIOD, RULES_ISSUED, WRONG, RULES_ISSUED, PERIOD, WRONG]


async def test_where_nothing_is_wrong_that_is_said() -> None:
    overview = (
        "统计期限自2024年1月1日起至2024年12月31日止。主动公开、依申请公开、政府信息管理、平台建设、监督保障都有专人，"
        "没有责任追究的情形。"
    )
    session = fresh(zeros() | {"overview.text": overview, "problems_and_improvements.text": "有。"})
    session.commit({"other_matters.text": "本年度未收取信息处理费。"})
    async with editing(session) as person:
        assert "没有问题" in person.text
        await person.press("]")
        assert person.screen[-3:-1].count("没有问题") == 1
        await person.press("f8")
        assert person.screen[-3:-1].count("没有问题") == 1
        await person.press("!")
        assert "本处没有可以代为改正的问题" in person.text


async def test_the_list_of_findings_leads_to_them() -> None:
    async with editing(seed()) as person:
        await person.press("f8")
        assert "没有写明报告数据的统计期限" in person.text
        assert "规章：本年制发件数 2" in person.text
        assert "填 1，但上面各行之和为 0" in person.text
        await person.press("down", "down", "enter")
        assert person.at == WRONG
        await person.press("f8", "规", "章", "enter")
        assert person.at == RULES_ISSUED


async def test_a_fix_that_is_shown_and_not_confirmed_changes_nothing() -> None:
    async with editing(seed()) as person:
        await person.press("]", "!", "escape")
        assert not person.session.dirty
        assert "填 1，但" in person.text
        await person.press("!", "left", "!")
        assert person.at == "applications.total_handled.legal_service_institution"
        assert not person.session.dirty, "another key means what it means, and the ! after it starts anew"


async def test_a_digit_chooses_among_several_ways_to_fix() -> None:
    async with editing(fresh(zeros() | {"disputes.reconsideration.total": 2})) as person:
        await person.go("disputes.reconsideration.upheld")
        await person.press("!")
        assert "改法：1 行政复议，结果维持 0→2；2 " in person.text
        assert not person.session.dirty
        await person.press("３")
        assert person["disputes.reconsideration.other"] == 2
        assert "已改正：行政复议，其他结果 0→2" in person.text
        await person.press("u", "!", "9", "escape")
        assert person["disputes.reconsideration.other"] == 0


async def test_a_blank_whose_number_the_sums_know_is_filled_where_one_stands_on_it() -> None:
    blank = "disputes.reconsideration.upheld"
    values = zeros() | {blank: "", "disputes.reconsideration.other": 1, "disputes.reconsideration.total": 3}
    async with editing(fresh(values)) as person:
        await person.go("disputes.reconsideration.corrected")
        await person.press("!")
        assert "本处没有可以代为改正的问题" in person.text
        await person.go(blank)
        await person.press("!")
        assert "改正：行政复议，结果维持 空白→2" in person.text
        assert not person.session.dirty
        await person.press("!")
        assert (person[blank], person["disputes.reconsideration.total"]) == (2, 3)


async def test_marks_are_characters_and_stand_in_table_and_tabs() -> None:
    async with editing(seed()) as person:
        assert "三申请办理!" in person.screen[0]
        await person.press("G")
        row = next(line for line in person.screen if "（七）总计" in line)
        assert row.split()[-2:] == ["1!", "1!"]
        await person.press("[", "!", "!")
        row = next(line for line in person.screen if "（七）总计" in line)
        assert row.split()[-2:] == ["0", "0"]
        assert "三申请办理!" not in person.screen[0]


async def test_a_commit_that_breaks_something_says_so_at_once() -> None:
    async with editing(fresh(zeros())) as person:
        await person.go("disputes.reconsideration.total")
        await person.press("2", "enter", "k")
        assert "行政复议，总计由 2 改为 0，就算得平（另有 4 种改法）" in person.text
        assert "错误" in person.text


async def test_the_explanation_of_a_cell_and_of_its_finding() -> None:
    async with editing(seed()) as person:
        await person.press("]", "K")
        assert "必须相等" in person.text
        await person.press("G")
        assert "怎么改" in person.text
        await person.press("escape")
        assert person.at == WRONG


async def test_before_the_checks_are_done_nothing_is_said_to_be_right() -> None:
    session = seed()
    session.postpone_check()
    assert status.counted(session) == "检查中 …"
    async with editing(session) as person:
        person.session.postpone_check()
        await person.press("]")
        assert person.at == WRONG
        assert "错误 2" in person.text


async def test_every_finding_is_visited_blanks_too_and_counted_as_the_check_counts() -> None:
    row = dict.fromkeys(LATEST.lines["applications.carried_in"].cells, "")
    session = fresh(zeros() | row | {"overview.text": "全年收到 3 件申请。"})
    found = check(session.report)
    assert "blank-cells" in {finding.rule for finding in found}
    async with editing(session) as person:
        counts = "  ".join(
            f"{name} {number}"
            for severity, name in ((Severity.ERROR, "错误"), (Severity.WARNING, "警告"), (Severity.INFO, "提示"))
            if (number := sum(finding.severity is severity for finding in found))
        )
        assert counts in person.text
        said = []
        for _ in found:
            await person.press("]")
            assert f"/{len(found)}  " in person.text
            said.append(next(f for f in found if f.message[:20] in person.text.replace("\n", "")).rule)
        assert sorted(said) == sorted(finding.rule for finding in found)


async def test_a_finding_about_blanks_leads_to_the_one_whose_number_is_known_and_is_explained() -> None:
    known = "disputes.reconsideration.other"
    values = zeros() | {known: "", "disputes.reconsideration.upheld": 1, "disputes.reconsideration.total": 3}
    async with editing(fresh(values | {"disputes.litigation_direct.upheld": ""})) as person:
        for _ in person.session.found.findings:
            await person.press("]")
            if "有 2 格空着" in person.text:
                break
        assert person.at == known
        await person.press("K")
        assert "空着不等于 0" in person.text.replace("\n", "")
        await person.press("q", "!", "!")
        assert person[known] == 2


async def test_the_cell_just_edited_is_the_first_answer() -> None:
    values = zeros() | {
        f"applications.{row}.{column}": number
        for row, number in (("new_received", 1500), ("disclosed", 1408), ("total_handled", 1408), ("carried_out", 92))
        for column in ("natural_person", "total")
    }
    async with editing(fresh(values)) as person:
        await person.go("applications.carried_out.natural_person")
        await person.press("0", "enter", "!")
        assert "四、结转下年度继续办理，自然人 0→92" in person.text
        await person.press("escape", "u")
        await person.go("applications.disclosed.natural_person")
        await person.type("1480")
        await person.press("enter", "k", "!")
        assert re.search(
            r"改法：1 （一）予以公开，自然人\s+1480→1408|改正：（一）予以公开，自然人\s+1480→1408", person.text
        )


async def test_a_wrong_sentence_is_marked_and_gone_to_and_leads_to_its_cell_and_back() -> None:
    values = zeros() | {
        f"applications.{row}.{column}": 35
        for row in ("new_received", "disclosed", "total_handled")
        for column in ("natural_person", "total")
    }
    text = "统计期限自2024年1月1日起至2024年12月31日止。\n全年收到政府信息公开申请36件，均已按时答复。"
    async with editing(fresh(values | {"overview.text": text})) as person:
        await person.press("f8", "3", "6", "件", "enter")
        assert person.at == "overview.text", "the table adds up: the sentence is wrong"
        assert "36件" in person.marked
        await person.press("*")
        assert person.at == "applications.new_received.total"
        await person.press("home", "*", "*")
        assert person.at == "applications.new_received.natural_person", "back to where one came from"
        await person.press("*")
        assert person.at == "overview.text"
        await person.press("K")
        assert "一＋二：表格里是 35" in person.text


async def test_a_finding_is_judged_right_in_the_list_and_that_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "baihe-2023.toml"
    path.write_bytes(SEED.read_bytes())
    async with editing(Session.open(str(path))) as person:
        await person.press("f8", "规", "章", "f2")
        await person.type("县里委托")
        await person.press("enter")
        assert "已确认无误：县里委托" in person.text
        assert "错误 1 " in person.text
        await person.press("w")
        assert "已保存" in person.text
        assert "县里委托" in path.read_text(encoding="utf-8")
        await person.press("f8", "委", "托")
        assert "已确认" in person.text
        await person.press("enter")
        assert person.at == RULES_ISSUED
        await person.press("f8", "委", "托", "f2", "w")
        assert "错误 2 " in person.text
    assert path.read_bytes() == SEED.read_bytes()


async def test_the_list_is_sorted_by_place_or_by_severity() -> None:
    async with editing(seed()) as person:
        await person.press("f8")
        assert [line[:2] for line in person.screen if line.startswith(("错误", "提示"))] == ["提示", "错误", "错误"]
        await person.press("f8")
        assert [line[:2] for line in person.screen if line.startswith(("错误", "提示"))] == ["错误", "错误", "提示"]
        await person.press("没", "有", "的", "enter")
        assert "没有匹配的" in person.text
