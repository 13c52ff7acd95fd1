"""Writes docs/settings.md: every key of giptui.toml. `make docs` runs it; a test holds the page to what it writes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from giptui.session.settings import KEYS, explained

PAGE: Final = Path(__file__).parent / "settings.md"

_HEAD: Final = """\
# 设置

<!-- 由 docs/generate_settings.py 生成，请勿手改；改了设置之后运行 make docs。 -->

"""


def page() -> str:
    """The whole page."""
    _, about, *_ = explained().split("\n\n", 1)
    about = about[: about.index(f"\n\n{KEYS[0].address}")]
    keys = [f"## `{key.address}`\n\n{key.value}。{key.about}\n\n```toml\n{key.example}\n```\n" for key in KEYS]
    return (
        f"{_HEAD}{about}\n\n"
        "`giptui settings 文件` 列出对一份报告起作用的设置和它来自哪里；"
        "`giptui explain settings` 与这一页说的相同。\n\n" + "\n".join(keys)
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
