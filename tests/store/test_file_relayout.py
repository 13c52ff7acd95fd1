"""The canonical layout: the one of a new file, with everything that a person wrote still there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import SEED, TERSE, changes, source, spelled

from giptui.form import LATEST
from giptui.report import Value
from giptui.store import Unreadable, Unwritable, blank, canonical, edited, parse
from giptui.store.positions import comments
from giptui.store.source import decode

SEED_TEXT = SEED.read_text(encoding="utf-8")


def laid(text: str) -> str:
    return canonical(source(text)).source.text


@given(changes(most=30))
def test_a_new_file_is_in_it(values: dict[str, Value]) -> None:
    text = blank(LATEST, values)
    assert laid(text) == text


def test_the_seed_is_in_it() -> None:
    assert laid(SEED_TEXT) == SEED_TEXT


@given(changes(), st.booleans(), st.booleans())
def test_values_comments_and_line_ends_stay_and_a_second_time_changes_nothing(
    values: dict[str, Value], crlf: bool, bom: bool
) -> None:
    text = edited(source(TERSE), values).source.text
    before = decode("x", (b"\xef\xbb\xbf" if bom else b"") + text.replace("\n", "\r\n" if crlf else "\n").encode())
    after = canonical(before).source
    old, new = parse(before), parse(after)
    assert spelled(new.values) == spelled(old.values)
    assert (new.problems, new.waivers, new.imported) == (old.problems, old.waivers, old.imported)
    assert (after.bom, after.crlf) == (bom, crlf)
    assert {*comments(before.body)} <= {*comments(after.body)}
    assert canonical(after).source.data == after.data


@given(st.data())
def test_a_file_in_disorder_is_put_in_order_or_refused(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from([SEED_TEXT, TERSE])).split("\n")
    for at in data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=5, unique=True)):
        other = data.draw(st.integers(0, len(lines) - 1))
        new = data.draw(st.sampled_from([(lines[other], lines[at]), ("# 批注", lines[other]), ("", lines[other])]))
        lines[at], lines[other] = new
    try:
        before = source("\n".join(lines))
        old = parse(before)
        after = canonical(before)
    except (Unreadable, Unwritable) as error:
        assert error.reason
    else:
        assert spelled(after.report.values) == spelled(old.values)
        assert canonical(after.source).source.data == after.source.data


def test_what_is_out_of_order_comes_into_it_with_its_comments() -> None:
    assert laid(
        """form = "2021" # 版本
# 关于申请
[applications]
# 关于予以公开
disclosed = [0,0x10,1_000,0,0,0,0] # 十
mine = 1 # 自用的
new_received = [1,0,0,0,0,0,1]
# 尾注

# 县里要的
[x]
a = 1
[report]
year = 2023
organ = '甲' # 已更名
"""
    ) == (
        "# 政府信息公开工作年度报告\n"
        'form = "2021"                     # 版本\n\n'
        "[report]\n"
        'organ = "甲"                      # 已更名\n'
        "year = 2023                       # 报告年度\n\n"
        "# 关于申请\n"
        "[applications]                    # 三、收到和处理政府信息公开申请情况\n"
        "#                                       自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
        "new_received                         = [     1,       0,       0,           0,           0,   0,   1]\n"
        "# 关于予以公开\n"
        "disclosed                            = [     0,    0x10,   1_000,           0,           0,   0,   0]   # 十\n"
        "mine = 1  # 自用的\n"
        "# 尾注\n\n"
        "# 县里要的\n"
        "[x]\n"
        "a = 1\n"
    )


@pytest.mark.parametrize(
    "text", ['form = "2021"\n[[applications]]\na = 1\n', 'form = "2021"\n[a]\n[[w]]\n[b]\n[[w]]\n']
)
def test_what_cannot_be_laid_out_is_refused(text: str) -> None:
    with pytest.raises(Unwritable):
        laid(text)
