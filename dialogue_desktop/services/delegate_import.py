"""Lists of delegates that come to the office: form out, report first, then put on the list (C10, C11, P8).

How a window uses it, with everything but `save` fit to run off the main thread: `write_blank_form` gives
out the form; `read` or `read_pasted` gives a `DelegateSheetReport`, nothing is kept; `mend` and `group` judge
rows anew; `seats` tells how full the places of the plan would be; `save` puts the chosen rows on the list as
one act; `bad_rows_file` writes the form with the rows that were not kept.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.inviting import in_printed_order
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.domain.seat_change import SeatChange, seat_changes
from dialogue_desktop.domain.seats import SeatMap
from dialogue_desktop.errors import StorageError
from dialogue_desktop.services import list_choice
from dialogue_desktop.services.contacts import ContactBook
from dialogue_desktop.services.inviting import Inviting
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.records_query import RecordsQuery

if TYPE_CHECKING:
    from dialogue_desktop.exchange.delegate_rows_types import DelegateRow, DelegateSheetReport
    from dialogue_desktop.exchange.list_columns import Column
    from dialogue_desktop.exchange.list_types import Assigned
    from dialogue_desktop.exchange.table_types import TableFile

NOT_SAVABLE = (
    "Dòng {rows} còn ô phải sửa nên chưa ghi được; chưa ghi ai vào danh sách."
    " Hãy bỏ chọn hoặc sửa các dòng ấy."
)
NOTHING_CHOSEN = "Chưa chọn dòng nào; chưa ghi ai vào danh sách."
CONTACTS_LEFT = (
    "Đã ghi {count} đại biểu, nhưng chưa ghi được số điện thoại và địa chỉ nhà. Danh sách vẫn đủ; tệp gốc còn"
    " các số ấy. Hãy ghi lại ở từng đại biểu."
)


@dataclass(frozen=True, slots=True)
class SavedDelegates:
    """What an import kept: ids in the order of the rows. `warning` is one sentence when something beside the
    list could not be written."""

    ids: tuple[str, ...]
    warning: str = ""


class DelegateImport:
    """Reads lists for one conference at a time; only `save` changes anything."""

    def __init__(
        self,
        conferences: Conferences,
        records: RecordsQuery,
        inviting: Inviting,
        contacts: ContactBook,
        clock: Clock,
    ) -> None:
        self._conferences, self._records, self._inviting = conferences, records, inviting
        self._contacts, self._clock = contacts, clock

    # --- the form

    def blank_form(self, conference_id: str, locality_id: str = "") -> bytes:
        """XLSX bytes of the form, for one thôn of the plan or for any. NotFound."""
        from dialogue_desktop.exchange import delegate_form_excel

        plan = self._conferences.plan(conference_id)
        locality = next((one for one in plan.localities if one.id == locality_id), None)
        return delegate_form_excel.build(plan, locality)

    def write_blank_form(self, conference_id: str, path: Path, locality_id: str = "") -> None:
        """BadInput where the place cannot be written."""
        list_choice.write(path, self.blank_form(conference_id, locality_id))

    # --- reading

    def read(
        self, conference_id: str, path: Path, *, assigned: Mapping[str, Assigned] | None = None
    ) -> DelegateSheetReport:
        """The report on an XLSX, XLSM, DOCX or CSV file; nothing is kept. BadInput with one sentence for
        every other file; NotFound. `assigned` gives the columns of the report's `unread` sheets, by name."""
        from dialogue_desktop.exchange.table_files import read_tables

        return self._report(conference_id, read_tables(path), path.name, assigned)

    def read_pasted(
        self, conference_id: str, text: str, *, assigned: Mapping[str, Assigned] | None = None
    ) -> DelegateSheetReport:
        """The same for rows copied in Excel or Word and pasted as text."""
        from dialogue_desktop.exchange.table_files import read_pasted

        return self._report(conference_id, read_pasted(text), "", assigned)

    def _report(
        self,
        conference_id: str,
        file: TableFile,
        file_name: str,
        assigned: Mapping[str, Assigned] | None,
    ) -> DelegateSheetReport:
        from dialogue_desktop.exchange.delegate_rows_read import read_delegates

        plan = self._conferences.plan(conference_id)
        known = in_printed_order(plan, self._records.records(conference_id).delegates)
        today = self._clock.today()
        return read_delegates(
            file,
            plan,
            known,
            today,
            conference_id=conference_id,
            file_name=file_name,
            assigned=assigned,
        )

    def mend(self, report: DelegateSheetReport, key: int, column: Column, text: str) -> DelegateSheetReport:
        """The report with another text in one cell of one row; that row is judged anew, and all for
        repeats."""
        from dialogue_desktop.exchange import delegate_rows_read

        return delegate_rows_read.mended(report, self._clock.today(), key, column, text)

    def group(self, report: DelegateSheetReport, group_id: str | None) -> DelegateSheetReport:
        """The report with another group for the rows whose group the list does not say; None: each goes
        where its office and its thôn say."""
        from dialogue_desktop.exchange import delegate_rows_read

        return delegate_rows_read.grouped(report, self._clock.today(), group_id)

    @staticmethod
    def seats(report: DelegateSheetReport, keys: Collection[int] | None = None) -> tuple[SeatChange, ...]:
        """Every place of the plan with a number of seats, now and with these rows (`report.ready`)."""
        wanted = set(report.ready if keys is None else keys)
        more = [one for row in report.rows if row.key in wanted for one in row.delegates]
        return seat_changes(SeatMap(report.plan), report.known, more)

    # --- keeping

    def save(self, report: DelegateSheetReport, keys: Collection[int] | None = None) -> SavedDelegates:
        """Put the rows with these keys (`report.ready` without any) on the list as one act; each named person
        takes an open seat of the place. BadInput, StorageError: then nothing is kept. Telephones and houses
        go to the contacts, never into the journal."""
        rows = list_choice.chosen(report, keys, nothing=NOTHING_CHOSEN, not_savable=NOT_SAVABLE)
        delegates = [one for row in rows for one in row.delegates]
        ids = self._inviting.add(report.conference_id, delegates, act="delegate.import")
        return SavedDelegates(ids, self._keep_contacts(report.conference_id, rows, ids))

    def _keep_contacts(self, conference_id: str, rows: Sequence[DelegateRow], ids: Sequence[str]) -> str:
        """The list is on the disk already: a failure here is told, not raised."""
        owners: list[tuple[DelegateRow, Delegate]] = [(row, one) for row in rows for one in row.delegates]
        contacts = [
            Contact(delegate_id, row.phone, row.house)
            for (row, _), delegate_id in zip(owners, ids, strict=True)
            if row.phone or row.house
        ]
        try:
            self._contacts.set_all(conference_id, contacts)
        except StorageError:
            return CONTACTS_LEFT.format(count=len(ids))
        return ""

    def bad_rows_file(
        self, report: DelegateSheetReport, path: Path, keys: Collection[int] | None = None
    ) -> Path:
        """Write the form with the rows that must be mended (or those with these keys), their wrong cells
        coloured and the reason beside. BadInput when there are none, or where the place cannot be written."""
        from dialogue_desktop.exchange import delegate_form_excel
        from dialogue_desktop.exchange.delegate_mending import form_row

        rows, today = list_choice.to_mend(report, keys), self._clock.today()
        filled = [form_row(row, today) for row in rows]
        list_choice.write(path, delegate_form_excel.build_mending(report.plan, filled))
        return path
