"""Conferences made from old plans, and what is still to be looked at in them (P13)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.plan_origin import KeptDoubt as KeptDoubt
from dialogue_desktop.domain.plan_origin import Origin as Origin
from dialogue_desktop.domain.text_vi import clean
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.library import Library
from dialogue_desktop.services.planning import DEFAULT_PROFILE, Planning
from dialogue_desktop.services.settings import Settings

if TYPE_CHECKING:
    from dialogue_desktop.exchange.plan_conversion import Doubt
    from dialogue_desktop.exchange.plan_reading import PlanReading

NOTHING_PASTED = "Chưa có chữ nào để đọc. Hãy dán nội dung kế hoạch cũ vào ô rồi làm lại."
TOO_LONG = "Đoạn dán dài hơn nhiều so với một kế hoạch. Hãy dán riêng kế hoạch rồi làm lại."
NO_PLAN = (
    "Không thấy một kế hoạch trong đoạn đã dán: không có tên kế hoạch, không có mục nào có số; "
    "hãy dán lại cả kế hoạch."
)

_KEY = "plan.doubts."


class PlanImport:
    """Reads an old plan, makes a conference of it, keeps its doubts in the settings."""

    def __init__(
        self, planning: Planning, settings: Settings, library: Library, deadlines: Deadlines, clock: Clock
    ) -> None:
        self._planning, self._settings, self._clock = planning, settings, clock
        self._library, self._deadlines = library, deadlines

    def import_plan(self, path: Path, *, on: bool = True) -> tuple[str, tuple[KeptDoubt, ...]]:
        """A conference from a DOCX, TXT or PDF file; `on` takes it on to this year. NotFound; BadInput
        with one sentence where the file holds no plan in text; nothing is stored then."""
        from dialogue_desktop.exchange.plan_reading import read

        return self._store(read(path), on)

    def import_text(self, text: str, *, on: bool = True) -> tuple[str, tuple[KeptDoubt, ...]]:
        """The same from pasted text."""
        from dialogue_desktop.exchange.plan_reading import holds_plan, read_text
        from dialogue_desktop.exchange.plan_reading_files import MAX_LETTERS

        if len(text) > MAX_LETTERS:
            raise BadInput(TOO_LONG)
        if not clean(text).text.strip():
            raise BadInput(NOTHING_PASTED)
        reading = read_text(text)
        if not holds_plan(reading):
            raise BadInput(NO_PLAN)
        return self._store(reading, on)

    def origin(self, conference_id: str) -> Origin | None:
        """None for a conference that was not made from an old plan."""
        return kept_origin(self._settings, conference_id)

    def set_seen(self, conference_id: str, number: int, seen: bool) -> None:
        """Tick one doubt, or take the tick back. A number that is not there changes nothing."""
        origin = self.origin(conference_id)
        if origin is None or not 0 <= number < len(origin.doubts):
            return
        doubts = list(origin.doubts)
        doubts[number] = replace(doubts[number], seen=seen)
        self._keep(conference_id, replace(origin, doubts=tuple(doubts)))

    def _store(self, reading: PlanReading, on: bool) -> tuple[str, tuple[KeptDoubt, ...]]:
        from dialogue_desktop.exchange.plan_conversion import converted, this_year

        today = self._clock.today()
        lists = self._library.lists()
        result = converted(reading, today, library=lists.legal_bases, copies=lists.copies[:3])
        plan, doubts, year = result.plan, list(result.doubts), result.plan.year
        if on:
            moved = this_year(plan, today, library=lists.legal_bases, calendar=self._deadlines.calendar())
            plan, doubts = moved.plan, [*doubts, *moved.doubts]
        plan = replace(plan, profile=DEFAULT_PROFILE, fields=lists.fields)
        conference_id = self._planning.create_from(plan)
        origin = Origin(year, tuple(_kept(doubts)))
        self._keep(conference_id, origin)
        return conference_id, origin.doubts

    def _keep(self, conference_id: str, origin: Origin) -> None:
        self._settings.set(*origin_setting(conference_id, origin))


def kept_origin(settings: Settings, conference_id: str) -> Origin | None:
    """What is kept of a conference's old plan; None where there was none."""
    kept: dict[str, Any] = settings.get(_KEY + conference_id, {})
    if not kept:
        return None
    doubts = tuple(
        KeptDoubt(number, str(row["text"]), str(row["reason"]), str(row["step"]), bool(row["seen"]))
        for number, row in enumerate(kept["doubts"])
    )
    return Origin(int(kept["year"]), doubts)


def origin_setting(conference_id: str, origin: Origin) -> tuple[str, dict[str, Any]]:
    """The key under which it is kept, and the value."""
    rows = [
        {"text": doubt.text, "reason": doubt.reason, "step": doubt.step, "seen": doubt.seen}
        for doubt in origin.doubts
    ]
    return _KEY + conference_id, {"year": origin.year, "doubts": rows}


def _kept(doubts: Sequence[Doubt]) -> Iterator[KeptDoubt]:
    """One line for each wording and step, with all that is to be said of it."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for number, doubt in enumerate(doubts):
        # Without wording each stands for itself.
        place = (clean(doubt.text).text or f"\0{number}", doubt.step)
        reasons.setdefault(place, []).append(clean(doubt.reason).text)
    for number, ((text, step), said) in enumerate(reasons.items()):
        yield KeptDoubt(number, "" if text.startswith("\0") else text, "; ".join(dict.fromkeys(said)), step)
