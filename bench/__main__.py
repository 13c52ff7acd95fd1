"""`make bench`: the figures of speed, bytes on the line, memory and reading, beside the ones aimed at. Never a gate.

Ratios are of times taken side by side within this run; byte counts do not depend on the machine.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests"))  # for the terminal

from starts import commands, first_paint, throughput  # noqa: E402
from wire import editor  # noqa: E402

SEED = ROOT / "data" / "baihe-2023.toml"
_MENDED = (
    "applications.total_handled.other_organization=0",
    "applications.total_handled.total=0",
    "proactive_disclosure.government_rules.issued=0",
    "proactive_disclosure.government_rules.in_force=0",
    "proactive_disclosure.text=本年度未制定规章。",
    "preface.text=本报告数据的统计期限自2023年1月1日起至2023年12月31日止。",
)


def main() -> None:
    giptui = str(Path(sys.executable).with_name("giptui"))
    # As a person has it: byte code is kept, output is buffered.
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COLORTERM", "NO_COLOR"))
    }
    with TemporaryDirectory() as folder:
        clean = Path(folder, "clean.toml")
        clean.write_bytes(SEED.read_bytes())
        subprocess.run([giptui, "set", clean, "--exact", *_MENDED], env=env, check=True)
        print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
        for figure in commands(sys.executable, giptui, clean, SEED, env):
            print(figure.line, flush=True)
        print(throughput(giptui, clean, Path(folder, "many"), env).line, flush=True)
        print(first_paint(sys.executable, giptui, SEED, env).line, flush=True)
        for figure in editor(giptui, clean, env):
            print(figure.line, flush=True)
    for script in ("throughput.py", "repair.py", "panel.py", "importing.py"):
        subprocess.run([sys.executable, ROOT / "bench" / script], env=env, check=True)


if __name__ == "__main__":
    main()
