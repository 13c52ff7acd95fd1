"""What this machine would need to write a format, in words."""

from __future__ import annotations

from giptui.printers.errors import NoFont, NotInstalled
from giptui.printers.formats import Format


def needed(wanted: Format, error: NotInstalled | NoFont) -> str:
    """A sentence: what is missing for the format, and how to get it."""
    if isinstance(error, NotInstalled):
        return (
            f"写 {wanted.name} 要先安装 {error.library}：pip install 'giptui[{error.extra}]'，"
            f"用 pipx 装的写 pipx install --force 'giptui[{error.extra}]'"
        )
    return (
        f"写 {wanted.name} 要有中文字体，这里一种也没有；请先装一种，如思源宋体（Debian、Ubuntu：apt install "
        f"fonts-noto-cjk），或用环境变量 {error.variable} 指明放字体的文件夹"
    )
