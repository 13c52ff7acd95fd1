"""What the two READMEs and the recipes show, and what really happens. Run as a program it puts the latter into the
former."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
RECIPES = ROOT / "docs" / "recipes.md"
GIPTUI = Path(sys.executable).with_name("giptui")
THIS = {"PYTHONPATH": str(ROOT / "src")}  # the program of this tree, whichever is installed

CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
SCREEN = re.compile(r"(?<=^```text\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)


def sessions(page: str) -> list[str]:
    """The console sessions of a page: commands behind `$ `, each with its output below."""
    return CONSOLE.findall(page)


def needed(page: str) -> list[str]:
    """Which program each of these sessions needs, where the page says so."""
    return re.findall(r"^<!-- needs: (\w+) -->\n```console$", page, re.MULTILINE)


def replayed(sessions: list[str]) -> list[str]:
    """The same commands, run one after the other in a folder with a copy of data/, with what they print now."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}  # `make test` sets some
    env = (
        own
        | THIS
        | {"LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull}
        | {"PATH": f"{GIPTUI.parent}:{os.environ['PATH']}"}
    )
    with TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", Path(folder, "data"))

        def run(command: str) -> str:
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                encoding="utf-8", timeout=60, check=False,
            )  # fmt: skip
            return f"$ {command}\n{done.stdout}"

        return ["".join(run(line[2:]) for line in each.splitlines() if line.startswith("$ ")) for each in sessions]


def screen() -> str:
    """The editor at 80×24 on the seed, after `]`."""
    from terminal import Terminal

    with Terminal([GIPTUI, "data/baihe-2023.toml"], env=THIS, cwd=ROOT) as terminal:
        terminal.wait_for("总计")
        terminal.settle(1)
        terminal.press("]")
        return terminal.text.rstrip("\n") + "\n"


def rewrite() -> None:
    """Put what happens now into both pages."""
    shown = screen()
    for path in PAGES:
        page = path.read_text(encoding="utf-8")
        outputs = iter(replayed(sessions(page)))
        page = CONSOLE.sub(lambda _: next(outputs), page)  # noqa: B023 - used up at once
        path.write_text(SCREEN.sub(lambda _: shown, page, count=1), encoding="utf-8")
    page = RECIPES.read_text(encoding="utf-8")
    if missing := [name for name in needed(page) if not shutil.which(name)]:
        sys.exit(f"{RECIPES.name}: not written anew, not here: {', '.join(missing)}")
    outputs = iter(replayed(sessions(page)))
    RECIPES.write_text(CONSOLE.sub(lambda _: next(outputs), page), encoding="utf-8")


if __name__ == "__main__":
    sys.path.append(str(ROOT / "tests"))  # for the terminal
    rewrite()
