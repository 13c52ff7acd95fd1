"""What is wrong, and the ways to it: from finding to finding, the list of them, from a claim to its cell and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giptui.check import Finding
from giptui.check.waivers import STALE
from giptui.report import Waiver
from giptui.session import Place, claim_at, claims_on
from giptui.session.joined import cell_of
from giptui.tui import lookups, status

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench


class Findings:
    """The screen's guide to what was found."""

    def __init__(self, screen: Workbench) -> None:
        self._screen, self._session = screen, screen.session
        self._stage, self._messages = screen.stage, screen.messages
        self._visited: Finding | None = None
        self._claim_from = ""  # the cell from which `*` led to a claim

    @property
    def here(self) -> Place:
        return Place(self._screen.address, self._stage.text_offset)

    def check(self) -> None:
        """See to it that the checks have run: a quick hand is here before them."""
        if not self._session.found.is_made:
            self._session.recheck()
            self._screen.show_changes(())

    def turn(self, by: int) -> None:
        """Go to the next or previous finding in the form's order, around the end; every one of them, blanks too."""
        self.check()
        turns = self._session.found.in_turn()
        number = lookups.finding_from(self._session, self.here, self._visited, by)
        if number is None:
            self._messages.notice("没有问题")
        else:
            self._show(*turns[number], f"{number + 1}/{len(turns)}  ")

    def _show(self, finding: Finding, place: Place, number: str = "") -> None:
        self._visited = finding
        if place.address:
            self.go(place)
        self._messages.notice(*status.told(self._session, finding, place.address, number))

    def go(self, place: Place) -> None:
        """Go to a place, in a text to where it is said."""
        self._screen.go(place.address)
        if not self._stage.in_grid:
            self._stage.go_to(place.offset)

    def list(self) -> None:
        """All findings, those that a person has judged right at the end."""
        self.check()
        turns, waived = self._session.found.in_turn(), self._session.waived()
        if not turns and not waived:
            self._messages.notice("没有问题")
            return
        from giptui.tui.finding_list import FindingList

        def chosen(asked: str | None) -> None:
            if asked is None:
                return
            action, _, at = asked.partition(" ")
            number = int(at)
            if action == "waive":
                self._ask_reason(turns[number][0])
            elif action == "unwaive":
                self._take_back(waived[number][1])
            elif action == "waived":
                self.go(self._session.found.place(waived[number][0]))
            else:
                self._show(*turns[number])

        self._screen.app.push_screen(FindingList(lookups.findings(self._session)), chosen)

    def _take_back(self, waiver: Waiver) -> None:
        if self._session.read_only:
            self._messages.refuse()
            return
        self._session.unwaive(waiver)
        self._screen.show_changes(())
        self._messages.notice("已撤回确认，发现重新列出", "按 w 写进文件")

    def _ask_reason(self, finding: Finding) -> None:
        def given(reason: str) -> None:
            self._session.waive(finding, reason)
            self._screen.show_changes(())
            self._messages.notice(f"已确认无误：{reason}", "按 w 写进文件；在 F8 里撤回")

        if self._session.read_only:
            self._messages.refuse()
        elif not finding.cells or finding.rule == STALE:
            self._messages.notice(
                "这一条说的是缺少的东西，不能确认无误，请补上" if not finding.cells else "这一条不能确认"
            )
        else:
            self._screen.lists.ask("确认这一条没有错，写明理由", given, remark=finding.message)

    def explain(self) -> None:
        """What the cell or the claim is, and what the findings about it mean."""
        self.check()
        self._screen.lists.read("解释", lookups.explanation(self._session, self.here))

    def join(self) -> None:
        """From a claim in the text to its cell, from a cell to what the text says of it; and back."""
        report, here = self._session.report, self.here
        if self._stage.in_grid:
            about = claims_on(report, here.address)
            if about:
                self._claim_from = here.address
                self.go(Place(about[0].address, about[0].start))
            else:
                self._messages.notice("文字里没有说到这一格的数")
        elif claim := claim_at(report, here):
            came = self._claim_from
            self.go(Place(came if claim in claims_on(report, came) else cell_of(report, claim)))
        else:
            self._messages.notice("这里往后没有与表格有关的数")
