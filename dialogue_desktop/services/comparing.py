"""Years of conferences compared, on the page and as a workbook (F5)."""

from __future__ import annotations

from pathlib import Path

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.years import Comparison, HeldConference, compared
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services.after_papers import AfterPapers
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.settings import Settings

NOTHING_HELD = (
    "Chưa có hội nghị nào đã họp nên chưa có gì để so sánh; chưa ghi tệp nào. "
    "Hãy mở lại sau hội nghị đầu tiên."
)


class Comparing:
    """Reads every conference that was held; writes nothing."""

    def __init__(self, planning: Planning, after: AfterPapers, settings: Settings, clock: Clock) -> None:
        self._planning, self._after, self._settings, self._clock = planning, after, settings, clock

    def years(self) -> Comparison:
        """All years with a conference, each as its papers tell it: the newest frozen minutes, with the
        promises as they stand today."""
        held, ahead = [], {}
        for info in self._planning.list():
            view = self._after.view(info.id)
            one = _held(info.id, info.title, view)
            if one is not None:
                held.append(one)
            elif view.records.commitments:
                ahead[info.id] = view.records.commitments
        return compared(held, self._clock.today(), ahead=ahead)

    def export(self, comparison: Comparison, path: Path) -> None:
        """The workbook to a file. BadInput where it cannot be written, or there is nothing in it."""
        from dialogue_desktop.exchange.file_out import write_whole

        write_whole(path, self.workbook(comparison))

    def workbook(self, comparison: Comparison) -> bytes:
        """The workbook "So sánh các năm" of what `years` gave. BadInput where there is nothing in it."""
        from dialogue_desktop.exchange.excel_years import build

        if comparison.empty:
            raise BadInput(NOTHING_HELD)
        issuer = self._settings.issuer()
        return build(comparison, issuer.body if issuer.name else "", self._clock.today())


def _held(conference_id: str, title: str, view: ConferenceView) -> HeldConference | None:
    """None while the session has not begun: petitions that were only collected would stand as unanswered."""
    session = view.records.session
    if session.started_at is None:
        return None
    return HeldConference(
        conference_id,
        title,
        view.plan.day or on_wall(session.started_at).date(),
        view.records.opinions,
        current(view.records),
    )
