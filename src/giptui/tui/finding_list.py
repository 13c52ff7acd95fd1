"""The list of findings: by place or by severity, and from it a finding is judged right, or that is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from giptui.tui.choosing import Choosing
from giptui.tui.lookups import Choice

_BY_PLACE = "问题（按位置） F8 按程度 F2 确认"
_BY_SEVERITY = "问题（按程度） F8 按位置 F2 确认"


class FindingList(Choosing):
    """The choices come by place. It gives ``go N``, ``waive N`` or ``unwaive N``, as the choices' values say."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__(_BY_PLACE, choices)
        self._by_place = choices

    def does(self, key: str) -> bool:
        if key == "f8":
            self._turn()
        elif key == "f2" and self.chosen:
            kind, _, number = self.chosen.value.partition(" ")
            self.dismiss(f"{'waive' if kind == 'go' else 'unwaive'} {number}")
        return key in ("f8", "f2")

    def _turn(self) -> None:
        by_severity = self._choices is self._by_place
        graver = sorted(self._by_place, key=lambda choice: choice.rank)
        self.narrow_down(_BY_SEVERITY if by_severity else _BY_PLACE, graver if by_severity else self._by_place)
