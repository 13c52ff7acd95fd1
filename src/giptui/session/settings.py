"""The settings in words: every key of ``giptui.toml``, and what is in force; for `giptui explain settings`,
`giptui settings` and docs/settings.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from giptui.check import USUAL, Policy
from giptui.session.explain import SEVERITIES

SUBJECT: Final = "settings"


class Key(NamedTuple):
    """A key of the file: its address, what may stand there, what it does, how it is written."""

    address: str
    value: str
    about: str
    example: str


_WORDS: Final = "、".join(f"{severity.value}（{name}）" for severity, name in SEVERITIES.items())

KEYS: Final = (
    Key(
        "ignore",
        "规则名的数组",
        "这些规则的发现不列也不计；小结里写明略去了几个。命令行上 --select 点名的规则照样列出。",
        'ignore = ["overview-topics"]',
    ),
    Key(
        "severity.规则",
        f"{_WORDS}或 ignore（不列）",
        "这条规则的发现改为这个程度。错误使退出码为 1，加 --strict 则警告也是。",
        '[severity]\ncopied-text = "warning"',
    ),
    Key(
        "deadline.township",
        '月和日，如 "03-31"',
        "本地规定乡镇在次年这一天以前公布年报；不写是 01-31。规则 deadline 按它判断。",
        '[deadline]\ntownship = "03-31"',
    ),
)
"""In the order of the documentation; `giptui.check.policy` reads them."""

_ABOUT: Final = """\
giptui.toml  设置文件

一份报告按它所在的文件夹往上最近的一个 giptui.toml 检查，不与更上层的合并；标准输入按当前文件夹。
check、waive 和编辑器都按它办。没有这个文件，一切照通常的办。写错的键逐条指出，不起作用。

设置能使发现不再列出，所以别人可能动过的不采用，并且说明：归别的用户（root 除外）所有的，同组或其他用户可以写的，
指向别的文件的链接。采用了而略去或改动了发现的，小结里写出它的名字和个数。"""


def explained() -> str:
    """What the file is, and each key."""
    return "\n\n".join((_ABOUT, *("\n".join(_key(key)) for key in KEYS)))


def _key(key: Key) -> Iterator[str]:
    yield f"{key.address}  {key.value}"
    yield f"  {key.about}"
    yield from (f"    {line}" for line in key.example.split("\n"))


def in_force(policy: Policy) -> Iterator[str]:
    """All settings as the lines of a settings file, in the order of the keys."""
    ignored = sorted(rule for rule, severity in policy.severities.items() if severity is None)
    changed = {rule: severity for rule, severity in policy.severities.items() if severity is not None}
    yield f"ignore = [{', '.join(f'{chr(34)}{rule}{chr(34)}' for rule in ignored)}]"
    yield "[severity]"
    yield from (f'{rule} = "{severity.value}"' for rule, severity in sorted(changed.items()))
    yield "[deadline]"
    usual = "  # 通常" if policy.township_deadline == USUAL.township_deadline else ""
    yield 'township = "{:02}-{:02}"'.format(*policy.township_deadline) + usual
