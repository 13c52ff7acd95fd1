"""Who may make 规章."""

from __future__ import annotations

import pytest
from check_reports import changed, findings, only

from giptui.check import check

RULES = {
    f"proactive_disclosure.government_rules.{column}": number for column, number in (("issued", 2), ("in_force", 6))
}
NUMBERS = "第二部分表格，规章：本年制发件数 2、现行有效件数 6，但"
LAW = "没有规章制定权（《立法法》第九十一条、第九十三条）"


@pytest.mark.parametrize(
    ("level", "severity", "phrase"),
    [
        ("township", "error", f"乡镇{LAW}，应填 0 或“/”"),
        ("subdistrict", "error", f"街道办事处{LAW}，应填 0 或“/”"),
        ("county_government", "error", f"县级政府{LAW}，应填 0 或“/”"),
        ("county_department", "error", f"县级部门{LAW}，应填 0 或“/”"),
        ("prefecture_department", "warning", f"地市级部门一般{LAW}，请核对"),
        ("provincial_department", "warning", f"省级部门一般{LAW}，请核对"),
        ("development_zone", "warning", f"开发区一般{LAW}，请核对"),
        ("authorized_organization", "warning", f"法律法规授权组织一般{LAW}，请核对"),
        ("", "info", f"按机关名称推断，本机关是乡镇，{LAW}，请核对"),
    ],
)
def test_bodies_without_the_power(level: str, severity: str, phrase: str) -> None:
    organ = {"report.organ": ""} if level else {}  # the clean report's name says that it is a township's
    finding = only(changed({**RULES, **organ, "report.level": level}))
    assert (finding.rule, finding.severity.value, finding.message) == ("rule-making-power", severity, NUMBERS + phrase)
    assert finding.cells == tuple(RULES)
    assert finding.fix == ()


@pytest.mark.parametrize("level", ["central_department", "provincial_government", "prefecture_government"])
def test_bodies_with_the_power(level: str) -> None:
    assert check(changed({**RULES, "report.organ": "", "report.level": level})) == ()


@pytest.mark.parametrize("organ", ["淮安市人民政府", "东莞市人民政府", "中山市人民政府", "义乌市人民政府", ""])
def test_a_name_that_does_not_tell_the_level_is_not_held_against_anyone(organ: str) -> None:
    title = f"{organ}2023年政府信息公开工作年度报告"
    assert check(changed({**RULES, "report.level": "", "report.organ": organ, "report.title": title})) == ()


@pytest.mark.parametrize("city", ["东莞市", "中山市", "嘉峪关市", "儋州市"])
def test_cities_without_districts_that_have_the_power_all_the_same(city: str) -> None:
    """Whoever takes such a city for a county is wrong about the county, not about the power."""
    organ = {"report.organ": f"{city}人民政府", "report.level": "county_government"}
    assert findings(changed({**RULES, **organ}), "rule-making-power") == []
    township = {"report.organ": f"{city}石桥镇人民政府", "report.level": "township"}
    assert len(findings(changed({**RULES, **township}), "rule-making-power")) == 1


@pytest.mark.parametrize("value", [0, "/"])
def test_no_rules_no_finding(value: int | str) -> None:
    assert check(changed(dict.fromkeys(RULES, value))) == ()


def test_internal_regulations_are_hinted_at() -> None:
    finding = only(changed({**RULES, "proactive_disclosure.text": "制定规章制度2件。"}))
    assert finding.message.endswith("；文中写的“规章制度”是内部制度，不是规章")


@pytest.mark.parametrize(
    ("organ", "level", "fires"),
    [
        ("云溪市人民政府办公室", "prefecture_department", 0),
        ("临江省人民政府办公厅", "provincial_department", 0),
        ("东莞市人民政府办公室", "county_department", 0),
        ("云溪市水务局办公室", "prefecture_department", 1),
        ("云溪县人民政府办公室", "county_department", 1),
    ],
)
def test_the_office_of_a_government_with_the_power_reports_for_it(organ: str, level: str, fires: int) -> None:
    found = findings(changed({**RULES, "report.organ": organ, "report.level": level}), "rule-making-power")
    assert len(found) == fires
