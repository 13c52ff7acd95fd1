"""What the tests of the store share: files in odd but legal layouts, and values that people may put into them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from hypothesis import strategies as st

from giptui.form import LATEST, Form, Kind
from giptui.report import Report, Value, prose
from giptui.store import Source, parse
from giptui.store.source import decode

SEED = Path(__file__).parents[2] / "data" / "baihe-2023.toml"

TERSE = '''form = '2021' # 版本
[report]
organ="白鹤镇"   # 机关
 year = 2023
[origin]
file = "a.pdf"
[applications]  # 三
text = """ 第一段
第二段 """
carried_in = [ 0, 12, 0x0A, # 二
  1_000, 0, 0, 22 ]
# 关于予以公开
disclosed = [0,0,0,0,0,0,0]
[applications.not_disclosed]
repeat_ = 1
state_secret = [0, "约3件", "?", "/", "", 1.50, -1]  # 密
[proactive_disclosure]
government_rules = {}
normative_documents = { in_force = 7 }  # 文件
administrative_license.decisions = 3
[proactive_disclosure.administrative_fees]
amount = 59237.2450 # 万元
[disputes]
reconsideration = [1, 2, 3]   # 只有三个
litigation_direct = 5
litigation_after_reconsideration = [true, 0, 0, 0, 0]
[[waiver]]
rule = "balance"
cells = { "applications.carried_in.total" = 22 }
reason = "已核"
[x]
mine = [1, 2]'''
"""Every way of writing a row, and some that are wrong; no newline at the end."""


def source(text: str | bytes, name: str = "报告.toml") -> Source:
    return decode(name, text if isinstance(text, bytes) else text.encode())


def report(text: str | bytes) -> Report:
    return parse(source(text))


def spelled(values: Mapping[str, Value]) -> dict[str, tuple[str, str]]:
    """Values with their type and digits, blanks left out: 1.0 is not 1.00, 3 is not "3"."""
    return {address: (type(value).__name__, str(value)) for address, value in values.items() if value != ""}


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ['"""', "a\\", "\\n", "'''", "# 无", "一\n\n二\r\n三", "“引号”", "\x1b[31m", '"', "=", "", "/", "?", "１２", "3"]
)
_COUNT = st.integers(0, 10**6) | st.integers(-5, 10**30)

_VALUES = {
    Kind.COUNT: _COUNT | _TEXT,
    Kind.AMOUNT: st.decimals(0, 10**6, places=4) | _COUNT | _TEXT,
    Kind.CHANGE: st.sampled_from(["+19", "增10", "-3", "＋１", -3]) | _COUNT | _TEXT,
    Kind.MONEY: st.sampled_from(["251000元", "1,424.40 万元"]) | st.decimals(0, 10**6, places=2) | _COUNT | _TEXT,
    Kind.LINE: _TEXT,
    Kind.CHOICE: st.sampled_from(["township", "", "别的"]),
    Kind.PROSE: _TEXT.map(prose),
    Kind.YEAR: st.integers(1949, 9999) | _TEXT,
    Kind.DATE: st.dates(date(1949, 1, 1)) | st.just(""),
    Kind.MOMENT: st.datetimes(datetime(1949, 1, 1)) | st.dates(date(1949, 1, 1)) | st.just(""),
}


@st.composite
def changes(draw: st.DrawFn, most: int = 12, form: Form = LATEST) -> dict[str, Value]:
    """A few addresses of the form with values that a person, or a paste, may put there."""
    addresses = draw(st.lists(st.sampled_from(sorted(form.kinds)), max_size=most, unique=True))
    return {address: draw(_VALUES[form.kinds[address]]) for address in addresses}


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """A folder of somebody who is not root, and being that person: permissions mean something."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder
            folder.chmod(0o700)
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)
