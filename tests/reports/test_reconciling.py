"""Published numbers that reconcile, with sentences as they are published: no arithmetic finding, and none about text.

Bodies and wordings are invented, the numbers are such as offices have published. That the silence is no deafness is
shown by a second test: each number of the sentences, changed by itself, is found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import pytest
from building import dispute, report, rows

from giptui.check import Finding, check
from giptui.report import Report, Value


class Case(NamedTuple):
    """Tables and what the prose says of them."""

    name: str
    tables: Mapping[str, Value]
    texts: tuple[str, ...]

    def report(self, text: str) -> Report:
        return report({**self.tables, "overview.text": text})


CASES = (
    Case(
        "95 + 8 = 98 + 5, 42 + 1 + 49 + 6 = 98",
        rows(
            new_received=(88, 7),
            carried_in=8,
            disclosed=(38, 4),
            partially_disclosed=1,
            not_disclosed__internal_affairs=(20, 1),
            not_disclosed__enforcement_file=28,
            unable_to_provide__not_held=(4, 2),
            total_handled=(91, 7),
            carried_out=5,
        ),
        (
            (
                "2024年，全局新收政府信息公开申请95件，上年结转8件，办结98件，结转下年度继续办理5件。办结的申请中，予"
                "以公开42件，部分公开1件，不予公开49件，无法提供6件。"
            ),
            (
                "全年共收办政府信息公开申请103件，其中新收95件、上年度结转8件；已答复98件（予以公开42件、部分公开1件"
                "、不予公开49件、无法提供6件），结转下年度5件。"
            ),
        ),
    ),
    Case(
        "21 + 2 = 18 + 5",
        rows(
            new_received=(20, 1),
            carried_in=2,
            disclosed=(11, 1),
            unable_to_provide__not_held=6,
            total_handled=(17, 1),
            carried_out=5,
        ),
        (
            "本年度新收到政府信息公开申请21件，加上年结转2件，共办理23件。已办结18件，结转至2025年继续办理5件。",
            (
                "2024年共受理依申请公开 21 件（自然人 20 件，法人或其他组织 1 件），2023年结转 2 件，答复 18 件，其中"
                "予以公开 12 件、无法提供 6 件；5 件结转下年度办理。"
            ),
        ),
    ),
    Case(
        "122 + 11 = 126 + 7",
        rows(
            new_received=(110, 9, 0, 0, 3, 0),
            carried_in=11,
            disclosed=(70, 8, 0, 0, 2, 0),
            not_disclosed__inquiry_matter=16,
            unable_to_provide__not_held=(28, 1, 0, 0, 1, 0),
            total_handled=(114, 9, 0, 0, 3, 0),
            carried_out=7,
        ),
        (
            (
                "全年受理政府信息公开申请122件，较上年增加11%，上年结转11件，按期答复126件，7件结转下年度答复。答复结"
                "果中，予以公开80件，不予公开16件，均为行政查询事项，无法提供30件。"
            ),
            "收到政府信息公开申请133件（含上年度结转11件），办结126件，结转下年7件。",
        ),
    ),
    Case(
        "60 + 13 + 6 + 26 + 3 + 11 = 119",
        rows(
            new_received=119,
            disclosed=60,
            partially_disclosed=13,
            not_disclosed__third_party_rights=2,
            not_disclosed__process_information=4,
            unable_to_provide__not_held=24,
            unable_to_provide__requires_creation=2,
            not_processed__petition=3,
            other_processing__correction_overdue=9,
            other_processing__misc=2,
            total_handled=119,
        ),
        (
            (
                "共受理政府信息公开申请119件，全部办结，其中予以公开60件、部分公开13件、不予公开6件、无法提供26件、不"
                "予处理3件、其他处理11件。"
            ),
            (
                "全年收到申请119件，均已答复：予以公开60件；部分公开13件；不予公开6件，其中保护第三方合法权益2件，属"
                "于四类过程性信息4件；无法提供26件；不予处理3件；其他处理11件。"
            ),
        ),
    ),
    Case(
        "59 + 32 + 26 + 1 + 12 = 130",
        rows(
            new_received=(121, 9),
            disclosed=(53, 6),
            partially_disclosed=32,
            unable_to_provide__not_held=(23, 3),
            not_processed__repeat=1,
            other_processing__misc=12,
            total_handled=(121, 9),
        ),
        (
            (
                "2024年，我局共收到政府信息公开申请130件，答复130件。其中，予以公开59件，部分公开32件，无法提供26件，"
                "不予处理1件，其他处理12件，按时办结率100%。"
            ),
            "共办理政府信息公开申请一百三十件，其中：予以公开59件、部分公开32件、无法提供26件、重复申请1件、其他处理12件。",
        ),
    ),
    Case(
        "7 + 1 = 3 + 4 + 1",
        rows(
            new_received=7,
            carried_in=1,
            disclosed=3,
            unable_to_provide__not_held=4,
            total_handled=7,
            carried_out=1,
        ),
        (
            "本年度新收政府信息公开申请7件，上年结转1件，其中予以公开3件，无法提供4件，结转下年度1件。",
            "2024年收到申请7件、上年度结转1件。答复7件，其中3件予以公开，4件本机关不掌握相关政府信息；1件结转下年度继续办理。",
        ),
    ),
    Case(
        "3119 + 34 = 3050 + 103, 351 = 72 + 64 + 178 + 37, 46 = 26 + 20",
        {
            **rows(
                new_received=(3001, 53, 0, 0, 61, 4),
                carried_in=34,
                disclosed=(1288, 21, 0, 0, 50, 3),
                partially_disclosed=(447, 7),
                not_disclosed__state_secret=2,
                not_disclosed__prohibited_by_law=(30, 1),
                not_disclosed__security_and_stability=5,
                not_disclosed__third_party_rights=6,
                not_disclosed__internal_affairs=(7, 1),
                not_disclosed__process_information=12,
                not_disclosed__enforcement_file=9,
                not_disclosed__inquiry_matter=105,
                unable_to_provide__not_held=(746, 12, 0, 0, 10, 1),
                unable_to_provide__requires_creation=11,
                unable_to_provide__still_unclear=1,
                not_processed__petition=(56, 6),
                not_processed__repeat=25,
                not_processed__confirmation=1,
                other_processing__correction_overdue=(67, 3, 0, 0, 1, 0),
                other_processing__fee_overdue=6,
                other_processing__misc=(108, 2),
                total_handled=(2932, 53, 0, 0, 61, 4),
                carried_out=103,
            ),
            **dispute("reconsideration", 72, 64, 178, 37),
            **dispute("litigation_direct", 13, 4, 8, 1),
            **dispute("litigation_after_reconsideration", 12, 1, 1, 6),
            "report.organ": "云溪市人民政府",
            "report.title": "云溪市人民政府2024年政府信息公开工作年度报告",
            "report.level": "prefecture_government",
            "report.scope": "region",
            "other_matters.text": "2024 年，市政府严格执行收费办法，全年收取政府信息公开信息处理费 3940 元。",
        },
        (
            (
                "2024 年，全市共受理政府信息公开申请 3119 件，答复 3050 件（含上年度结转申请 34 件，另有 103 件顺延到"
                "下年度答复），均在法定期限内予以答复。政府信息公开行政复议 351 件，其中结果维持 72 件，结果纠正 64 "
                "件，其他结果 178 件，尚未审结 37 件；政府信息公开行政诉讼 46 件，其中结果维持 25 件，结果纠正 5 件，"
                "其他结果 9 件，尚未审结 7 件。"
            ),
        ),
    ),
)
SAID = [pytest.param(case, text, id=f"{case.name}: {text[:12]}") for case in CASES for text in case.texts]


def objections(found: tuple[Finding, ...]) -> list[Finding]:
    """Those that are about sums or about what the text says of numbers."""
    return [finding for finding in found if finding.verdicts or finding.rule.startswith(("text-", "fee-"))]


@pytest.mark.parametrize(("case", "text"), SAID)
def test_what_reconciles_is_not_objected_to(case: Case, text: str) -> None:
    assert objections(check(case.report(text))) == []


@pytest.mark.parametrize(("case", "text"), SAID)
def test_nor_is_it_where_the_lines_of_a_page_break_words_and_numbers(case: Case, text: str) -> None:
    for width in (7, 23, 29):
        page = "\n".join(text[at : at + width] for at in range(0, len(text), width))
        assert objections(check(case.report(page))) == []


@pytest.mark.parametrize(("case", "text"), SAID)
def test_each_number_of_the_sentence_changed_is_found(case: Case, text: str) -> None:
    for number in re.finditer(r"\d+(?= ?件)", text):
        wrong = text[: number.start()] + str(int(number[0]) + 1000) + text[number.end() :]
        assert objections(check(case.report(wrong))), wrong
