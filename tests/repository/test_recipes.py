"""docs/recipes.md: what it shows happens, with those programs that are here; which were not is printed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import readme

PAGE = readme.RECIPES.read_text(encoding="utf-8")
SESSIONS = dict(zip(readme.needed(PAGE), readme.sessions(PAGE), strict=True))


def test_every_recipe_prints_what_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    here = {name: session for name, session in SESSIONS.items() if shutil.which(name)}
    assert {"sh", "git", "make"} <= set(here), "what the tests need anyway"
    assert readme.replayed([*here.values()]) == [*here.values()]
    with capsys.disabled():
        if missing := sorted(SESSIONS.keys() - here.keys()):
            print(f"\nrecipes not run, for want of: {', '.join(missing)}")


def test_the_crontab_s_command_is_silent_unless_there_is_something_to_say(tmp_path: Path) -> None:
    (entry,) = re.findall(r"^[\d*][^\n]* cd (.+)$", PAGE, re.MULTILINE)
    env = {**os.environ, **readme.THIS, "HOME": str(tmp_path), "PATH": f"{readme.GIPTUI.parent}:/usr/bin:/bin"}
    report = tmp_path / "reports" / "2023.toml"
    report.parent.mkdir()

    def mailed() -> str:
        done = subprocess.run(
            ["sh", "-c", f"cd {entry}"], env=env, cwd="/", text=True, check=False, stdout=-1, stderr=-2
        )
        return str(done.stdout)

    text = (readme.ROOT / "data" / "baihe-2023.toml").read_text(encoding="utf-8")
    report.write_text(text, encoding="utf-8")
    assert mailed().count("error[") == 2
    for wrong, right in {
        "{ issued = 2, repealed = 0, in_force = 2 }": "{ issued = 0, repealed = 0, in_force = 0 }",
        "本年度制定规章类文件2件,涉及应急消防和农业生产安全,": "本年度",
        '"""\n白鹤镇': '"""\n统计期限自2023年1月1日起至2023年12月31日止。白鹤镇',
        "1,   1]": "0,   0]",
    }.items():
        assert wrong in text
        text = text.replace(wrong, right, 1)
    report.write_text(text, encoding="utf-8")
    assert mailed() == ""
