"""What the reader makes of the panel (tests/claims/panel), over all mutants; `python bench/panel.py`.

``--misses [STYLE]`` names what went wrong, ``--settle`` writes the figures that the test holds the reader to.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests" / "claims" / "panel"))

from panel_entries import entries
from panel_figures import Figures, measured
from panel_floor import settle


def lines(figures: Figures) -> list[str]:
    false = 100 * figures.false_findings / figures.reports
    return [
        f"panel: {false:.1f} false findings per 100 of {figures.reports} reports, {figures.alarmed} alarmed (≤ 2)",
        f"panel: {figures.found} of {figures.mutants} mutants found, {figures.found / figures.mutants:.1%} (≥ 92 %)",
        f"panel: {figures.read} of {figures.numbers} numbers read, {figures.read / figures.numbers:.1%} (≥ 90 %)",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", nargs="?", const="", metavar="STYLE")
    parser.add_argument("--settle", action="store_true")
    wanted = parser.parse_args()
    figures = measured([entry for entry in entries() if entry.name.startswith(wanted.misses or "")])
    if wanted.settle and not wanted.misses:
        settle(figures)
    if wanted.misses is not None:
        print("\n".join(figures.misses))
    print("\n".join(lines(figures)))


if __name__ == "__main__":
    main()
