"""The sample that comes along: the report this project grew from, as its township published it. For `giptui new`."""

from __future__ import annotations

from pathlib import Path

import giptui


def example_report() -> bytes:
    """The bytes of data/baihe-2023.toml: a wheel has them beside the package, a checkout where they are kept."""
    package = Path(giptui.__file__).parent
    installed = package / "example.toml"
    return (installed if installed.exists() else package.parents[1] / "data" / "baihe-2023.toml").read_bytes()
