"""The office's book of days off: edited, looked at before it is done, kept, shared as a file (P10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogue_desktop.calendar_data import read_table, write_table
from dialogue_desktop.domain.own_calendar import OwnCalendar, YearTable
from dialogue_desktop.errors import BadInput
from dialogue_desktop.events import CalendarChanged, ConferenceListChanged, EventBus
from dialogue_desktop.exchange.file_out import write_whole
from dialogue_desktop.services.checklist import Checklist
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.planning import Planning


@dataclass(frozen=True, slots=True)
class Moved:
    """One item of a checklist that nobody has ticked yet, with its day before and after, None without one."""

    conference_id: str
    conference: str
    duty: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """What an edit of the calendar does to the open duties of all plans, in the order of the new days."""

    moved: tuple[Moved, ...] = ()


class CalendarBook:
    """Nothing is written until `keep`; `preview` says what it would move."""

    def __init__(self, deadlines: Deadlines, planning: Planning, checklist: Checklist, bus: EventBus) -> None:
        self._deadlines = deadlines
        self._planning = planning
        self._checklist = checklist
        self._bus = bus

    def own(self) -> OwnCalendar:
        return self._deadlines.own()

    def tables(self) -> tuple[YearTable, ...]:
        """The calendars that came with the program."""
        return self._deadlines.tables()

    def preview(self, own: OwnCalendar) -> CalendarChange:
        """What would move if the office's part became `own`. BadInput: no working day is left in a year."""
        try:
            found = [
                moved for info in self._planning.list() for moved in self._moved(info.id, info.title, own)
            ]
        except ValueError as error:  # the calendar's own sentence: it has no working day within a year
            raise BadInput(str(error)) from error
        return CalendarChange(tuple(sorted(found, key=lambda one: (one.after or date.max, one.duty))))

    def keep(self, own: OwnCalendar) -> CalendarChange:
        """Keep it and count every plan's duties anew; what moved. BadInput, StorageError."""
        change = self.preview(own)
        self._deadlines.keep_own(own)
        for info in self._planning.list():
            self._planning.recount(info.id)
        self._bus.publish(CalendarChanged())
        self._bus.publish(ConferenceListChanged())
        return change

    def write_year(self, own: OwnCalendar, year: int, path: Path) -> None:
        """The year as it holds here, as a file for other communes. BadInput where it cannot be written."""
        write_whole(path, write_table(own.effective(self.tables(), year)).encode())

    def read_file(self, own: OwnCalendar, path: Path, *, year: int | None = None) -> tuple[OwnCalendar, int]:
        """The office's part with the year of a shared file in it, and that year; nothing is kept yet.

        BadInput with one sentence: not a calendar, a day that does not exist, a day twice, or a file of
        another year than `year`.
        """
        table = read_table(path)
        if year is not None and table.year != year:
            raise BadInput(f"Tệp {path.name} là lịch năm {table.year}, không phải năm {year}.")
        return own.with_table(self.tables(), table), table.year

    def _moved(self, conference_id: str, title: str, own: OwnCalendar) -> list[Moved]:
        before = {item.key: item.due for item in self._checklist.counted(conference_id)}
        return [
            Moved(conference_id, title, item.title, before.get(item.key), item.due)
            for item in self._checklist.counted(conference_id, own=own)
            if item.done_on is None and item.due != before.get(item.key)
        ]
