"""From the list of what the minutes lack to the very field, and back (M3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.main_window import MainWindow

if TYPE_CHECKING:
    from dialogue_desktop.domain.closing import Gap

#: How the way back is called where one came from the list of what the minutes lack.
_END_WORDS = "Kết thúc, biên bản"


class GapWays:
    """Remembers whose plan was opened from the list, so that leaving it leads back there."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._gap_of = ""

    def open(self, conference_id: str, gap: Gap) -> None:
        if gap.page == "plan":
            self._open_plan(conference_id, gap)
        else:
            self._open_live(conference_id, gap)

    def leads_back(self, conference_id: str) -> bool:
        """The plan of this conference is left: whether one came from the list. Asked once."""
        from ui.wizard.page import WizardPage

        if self._gap_of != conference_id:
            return False
        self._gap_of = ""
        page = self._window.page
        if isinstance(page, WizardPage):
            page.rail.set_way_back()
        return True

    def _open_plan(self, conference_id: str, gap: Gap) -> None:
        from ui.wizard.checks import Gap as PlanGap
        from ui.wizard.page import WizardPage
        from ui.wizard.steps import StepId

        page = self._window.go("plan", conference_id)
        if isinstance(page, WizardPage):
            self._gap_of = conference_id
            page.rail.set_way_back(_END_WORDS)
            # The hour and the place stand in a step of their own; who signs is among the participants.
            step, field = {
                "time": (StepId.TIME_PLACE, "time.day"),
                "places": (StepId.TIME_PLACE, "places"),
            }.get(gap.field, (StepId.PARTICIPANTS, gap.field))
            wanted, wizard = PlanGap(step, field, gap.text, row=gap.record_id), page
            if page.preview is None:  # not read yet
                page.ready.connect(lambda: wizard.go_to(wanted))
            else:
                page.go_to(wanted)

    def _open_live(self, conference_id: str, gap: Gap) -> None:
        from ui.live.page import LivePage

        page = self._window.go("live", conference_id)
        if isinstance(page, LivePage) and gap.record is not None:
            page.open_when_read(gap.record, gap.record_id, gap.field)
