"""What stands between two words: filling that says nothing, or something that narrows a claim down."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_FILLING: Final = (
    "政府 机关 行政 信息 公开 政务 工作 方面 事项 事件 文件 总数 总量 总计 合计 累计 总共 任何 一切 关于 有关 相关 "
    "涉及 提交 提出 提起 引起 引发 产生 发生 出现 开展 存在 收取 进行 实施 情况 情形 全部 等于 大约 将近 超过 不足 "
    "至少 接近 继续 单位 组织 针对 事务 形式 其他 其它 需要 要求 获取 递交 "
    "由此 通过 采取 采用 如下 按照 名义 来自 法定 时限 时间 依法 依规 按期 按时 程序 规定 及时 所有 决定 因此"
)
_FILLERS: Final = frozenset(_FILLING.split())
"""Words of two characters that say nothing of their own."""
_SMALL: Final = frozenset(
    '案类件共在计数量因由被向对的为是有了过达到仅只已新中成近约逾至种而需办作做从按以均“”"《》:：（('
)
_LONGER: Final = (
    r"[我本](?:镇|乡|街道?办?|局|委|办|县|市|区|省|州|机关|单位|部门|级|厅|院|处|站|中心|年度?|地区|行政机关)"
    r"|[省市县区镇乡州](?:(?:人民)?(?:政府|府)(?:办公?室?)?)?"
    r"|在(?:法定|规定)的?(?:办理|答复|处理)?(?:期限|时限|时间)之?内"
    r"|上级(?:行政)?机关|人民法院|[（(][^（）()]{0,60}[）)]"
)
_LONGER_BEGIN: Final = frozenset("我本省市县区镇乡州上人在（(")
_GAP: Final = 80

A_PART: Final = "只说其中的一部分"


def narrowed(word: str) -> str:
    return f"{A_PART}（{word[:12]}）"


def unfilled(gap: str) -> str:
    """The gap if it says something of its own."""
    return gap if len(gap) > _GAP else _remainder(gap)


@lru_cache(maxsize=2048)  # reports share their phrases
def _remainder(gap: str) -> str:
    """The gap from where it says something."""
    at = 0
    while at < len(gap):
        if gap[at : at + 2] in _FILLERS:
            at += 2
        elif gap[at] in _LONGER_BEGIN and (match := re.compile(_LONGER).match(gap, at)):
            at = match.end()
        elif gap[at] in _SMALL:
            at += 1
        else:
            break
    return gap[at:]
