"""Lists of opinions and of answers that come back to the office: form out, report first, then kept (C4, C7).

How a window uses it, with everything but `save` and `save_answers` fit to run off the main thread:

1. `write_blank_form` gives the thôn its Excel form.
2. `read` or `read_pasted` gives an `OpinionSheetReport`; nothing is kept. Show `report.summary`,
`report.notes`,
   `report.unknown_columns`, the rows with their problems (cell, what is wrong, what was understood), and
   `report.outside`: lines that are no opinion. `report.unread` are sheets whose heads were not recognised:
   let the person say what the columns are and read again with `assigned`.
3. `mend` puts another text into one cell (typed, or one of `problem.choices`) and judges the row anew.
4. `save` keeps the chosen rows (at first `report.ready`) as one act: one undo takes all of them back.
5. `bad_rows_file` writes the same form with the rows that were not kept, the wrong cells coloured, to be
   mended and read again.

`write_answer_form`, `read_answers` and `save_answers` do the same for the answers of a unit.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.assigned import by_unit
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.journal import Change
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Opinion, RecordKind, Source
from dialogue_desktop.errors import BadInput, NotFound, StorageError
from dialogue_desktop.services import list_choice
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.acts import changed
from dialogue_desktop.services.contacts import ContactBook
from dialogue_desktop.services.imported_records import opinions_of, speakers_of
from dialogue_desktop.services.library import Library
from dialogue_desktop.services.live_changes import imported_changes
from dialogue_desktop.services.settings import Settings
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.records_query import RecordsQuery

if TYPE_CHECKING:
    from dialogue_desktop.exchange.answer_row_types import AnswerRow, AnswerSheetReport
    from dialogue_desktop.exchange.list_columns import Column
    from dialogue_desktop.exchange.list_types import Assigned
    from dialogue_desktop.exchange.opinion_rows_check import Office
    from dialogue_desktop.exchange.opinion_rows_types import OpinionSheetReport
    from dialogue_desktop.exchange.table_types import TableFile

NOT_SAVABLE = (
    "Dòng {rows} còn ô phải sửa nên chưa lưu được; chưa lưu dòng nào. Hãy bỏ chọn hoặc sửa các dòng ấy."
)
NOTHING_CHOSEN = "Chưa chọn dòng nào; chưa lưu gì."
OPINION_GONE = (
    "Ý kiến ở dòng {row} không còn trong danh sách; chưa lưu câu nào. Hãy đọc lại tệp rồi chọn lại các dòng."
)
TWO_ANSWERS = (
    "Dòng {first} và dòng {second} trả lời cùng một ý kiến; chưa lưu câu nào."
    " Hãy chỉ chọn một trong hai dòng."
)
PHONES_LEFT = (
    "Đã lưu {count} ý kiến, nhưng chưa ghi được số điện thoại của người có ý kiến. Ý kiến vẫn đủ; tệp gốc"
    " còn các số"
    " ấy. Hãy ghi lại số điện thoại ở từng ý kiến."
)

_COLLECTORS = "opinions.collected_by."


@dataclass(frozen=True, slots=True)
class Saved:
    """What an import kept: ids of the opinions in the order of the rows, and how many were put in the queue
    of speakers. `warning` is one sentence when something beside the opinions could not be written."""

    ids: tuple[str, ...]
    speakers: int = 0
    warning: str = ""


class OpinionImport:
    """Reads lists for one conference at a time; only `save` and `save_answers` change anything."""

    def __init__(
        self,
        conferences: Conferences,
        records: RecordsQuery,
        log: ActLog,
        contacts: ContactBook,
        settings: Settings,
        library: Library,
        clock: Clock,
    ) -> None:
        self._conferences, self._records, self._log = conferences, records, log
        self._contacts, self._settings, self._library, self._clock = contacts, settings, library, clock

    # --- the form

    def blank_form(self, conference_id: str, locality_id: str = "") -> bytes:
        """XLSX bytes of the form, for one thôn of the plan or for any. NotFound."""
        from dialogue_desktop.exchange import opinion_form_excel

        plan = self._conferences.plan(conference_id)
        locality = next((one for one in plan.localities if one.id == locality_id), None)
        return opinion_form_excel.build(plan, self._fields(plan), locality)

    def write_blank_form(self, conference_id: str, path: Path, locality_id: str = "") -> None:
        """BadInput where the place cannot be written."""
        list_choice.write(path, self.blank_form(conference_id, locality_id))

    # --- reading

    def read(
        self,
        conference_id: str,
        path: Path,
        *,
        hidden_sheets: bool = False,
        assigned: Mapping[str, Assigned] | None = None,
    ) -> OpinionSheetReport:
        """The report on an XLSX, XLSM, DOCX or CSV file; nothing is kept. BadInput with one sentence for
        every other file; NotFound.

        Hidden sheets are told of in `notes` and read only with `hidden_sheets`. `assigned` gives the columns
        of sheets (by name, "" for a CSV file) whose heads were not recognised.
        """
        from dialogue_desktop.exchange.table_files import read_tables

        file = read_tables(path)
        return self._report(conference_id, file, path.name, hidden_sheets, assigned)

    def read_pasted(
        self, conference_id: str, text: str, *, assigned: Mapping[str, Assigned] | None = None
    ) -> OpinionSheetReport:
        """The same for rows copied in Excel or Word and pasted as text; its only sheet is called PASTED."""
        from dialogue_desktop.exchange.table_files import read_pasted

        return self._report(conference_id, read_pasted(text), "", False, assigned)

    def _report(
        self,
        conference_id: str,
        file: TableFile,
        file_name: str,
        hidden_sheets: bool,
        assigned: Mapping[str, Assigned] | None,
    ) -> OpinionSheetReport:
        from dialogue_desktop.exchange.opinion_rows_read import read_opinions

        return read_opinions(
            file,
            self._office(conference_id),
            conference_id=conference_id,
            file_name=file_name,
            hidden_sheets=hidden_sheets,
            assigned=assigned,
        )

    def mend(self, report: OpinionSheetReport, key: int, column: Column, text: str) -> OpinionSheetReport:
        """The report with another text in one cell of one row; that row is judged anew, and all for
        repeats."""
        from dialogue_desktop.exchange import opinion_rows_doubles
        from dialogue_desktop.exchange.opinion_rows_check import RowReader, again

        office = self._office(report.conference_id)
        rows = list(report.rows)
        rows[key] = again(RowReader(office), rows[key], column, text)
        return replace(report, rows=opinion_rows_doubles.marked(rows, office.kept))

    # --- keeping

    def save(
        self,
        report: OpinionSheetReport,
        keys: Collection[int] | None = None,
        *,
        source: Source = Source.VILLAGE_HEAD,
        split: Collection[int] = (),
        register_speakers: bool = False,
    ) -> Saved:
        """Keep the rows with these keys (`report.ready` without any) as one act. BadInput, StorageError: then
        nothing is kept.

        `source` counts where the list itself names none and the row has no slip number. Rows in `split`
        become one opinion for each of their `parts`. With `register_speakers` those who want to speak are
        put in the queue, unless they are there. Telephones and houses go to the contacts, never into the
        journal.
        """
        rows = list_choice.chosen(report, keys, nothing=NOTHING_CHOSEN, not_savable=NOT_SAVABLE)
        opinions: list[Opinion] = []
        contacts: list[Contact] = []
        collectors: dict[str, str] = {}
        for row in rows:
            for opinion in opinions_of(row, source, row.key in split):
                opinions.append(opinion)
                contacts.append(Contact(opinion.id, row.opinion.phone, row.opinion.house))
                if row.opinion.collected_by:
                    collectors[opinion.id] = row.opinion.collected_by
        cid = report.conference_id
        records = self._records.records(cid)
        speakers = speakers_of(rows, records) if register_speakers else []
        changes = imported_changes(records, opinions, speakers, self._conferences.plan(cid))
        self._log.append(cid, "opinion.import", changes)
        warning = self._keep_beside(cid, contacts, collectors, len(opinions))
        return Saved(tuple(opinion.id for opinion in opinions), len(speakers), warning)

    def collected_by(self, conference_id: str) -> dict[str, str]:
        """Who took the slip, by opinion that is still there."""
        kept: dict[str, str] = self._settings.get(_COLLECTORS + conference_id, {})
        there = {opinion.id for opinion in self._records.records(conference_id).opinions}
        return {opinion_id: name for opinion_id, name in kept.items() if opinion_id in there}

    def bad_rows_file(
        self, report: OpinionSheetReport, path: Path, keys: Collection[int] | None = None
    ) -> Path:
        """Write the form with the rows that must be mended (or those with these keys), their wrong cells
        coloured and the reason beside. BadInput when there are none, or where the place cannot be written."""
        from dialogue_desktop.exchange import opinion_form_excel
        from dialogue_desktop.exchange.opinion_mending import form_row

        rows, today = list_choice.to_mend(report, keys), self._clock.today()
        plan = self._conferences.plan(report.conference_id)
        filled = [form_row(row, today) for row in rows]
        list_choice.write(path, opinion_form_excel.build_mending(plan, self._fields(plan), filled))
        return path

    # --- answers of a unit

    def answer_form(self, conference_id: str, unit: str = "", opinion_ids: Sequence[str] = ()) -> bytes:
        """XLSX bytes of the questions to be answered: those with these ids, else what was given to the unit,
        else all that was collected. NotFound."""
        from dialogue_desktop.exchange import answer_form_excel

        plan = self._conferences.plan(conference_id)
        records = self._records.records(conference_id)
        if opinion_ids:
            chosen = tuple(o for o in records.opinions if o.id in set(opinion_ids))
        elif unit:
            chosen = tuple(o for _, given in by_unit(plan, records, (unit,)) for o in given)
        else:
            chosen = records.collected()
        return answer_form_excel.build(plan, unit, chosen)

    def write_answer_form(
        self, conference_id: str, path: Path, unit: str = "", opinion_ids: Sequence[str] = ()
    ) -> None:
        """BadInput where the place cannot be written."""
        list_choice.write(path, self.answer_form(conference_id, unit, opinion_ids))

    def read_answers(self, conference_id: str, path: Path) -> AnswerSheetReport:
        """The report on a unit's answers in Excel, Word or CSV; nothing is kept. BadInput, NotFound."""
        from dialogue_desktop.exchange import answer_rows
        from dialogue_desktop.exchange.table_files import read_tables

        file = read_tables(path)
        opinions = self._records.records(conference_id).opinions
        return answer_rows.read_answers(file, opinions, conference_id=conference_id, file_name=path.name)

    def read_pasted_answers(self, conference_id: str, text: str) -> AnswerSheetReport:
        """The same for pasted rows."""
        from dialogue_desktop.exchange import answer_rows
        from dialogue_desktop.exchange.table_files import read_pasted

        opinions = self._records.records(conference_id).opinions
        return answer_rows.read_answers(read_pasted(text), opinions, conference_id=conference_id)

    def mend_answer(
        self, report: AnswerSheetReport, key: int, column: Column, text: str
    ) -> AnswerSheetReport:
        """The report with another text in one cell of one row; all are judged anew against each other."""
        from dialogue_desktop.exchange import answer_rows

        opinions = self._records.records(report.conference_id).opinions
        return answer_rows.again(report, opinions, key, column, text)

    def answering_units(self, conference_id: str) -> tuple[str, ...]:
        """The units that have opinions to answer, in the plan's order. NotFound."""
        plan, records = self._conferences.plan(conference_id), self._records.records(conference_id)
        return tuple(unit for unit, _ in by_unit(plan, records))

    def save_answers(self, report: AnswerSheetReport, keys: Collection[int] | None = None) -> tuple[str, ...]:
        """Keep the answers with these keys (`report.ready` without any) as one act; ids of the opinions that
        they are for. Opinions grouped with one of them get its answer too. BadInput, NotFound, StorageError:
        then nothing is kept."""
        rows = list_choice.chosen(
            report, keys, nothing=NOTHING_CHOSEN, not_savable=NOT_SAVABLE, most=len(report.rows)
        )
        chosen: dict[str, AnswerRow] = {}
        for row in rows:
            other = chosen.setdefault(row.whose, row)
            if other.answer != row.answer:
                raise BadInput(TWO_ANSWERS.format(first=other.number, second=row.number))
        answers = {row.opinion_id: row for row in rows}
        there = {o.id: o for o in self._records.records(report.conference_id).opinions}
        for opinion_id, row in answers.items():
            if opinion_id not in there:
                raise NotFound(OPINION_GONE.format(row=row.number))
        of_group = {there[i].group_id: row for i, row in answers.items() if there[i].group_id}
        changes: tuple[Change, ...] = ()
        for opinion in there.values():
            own = answers.get(opinion.id) or of_group.get(opinion.group_id)
            if own is not None:
                changes += changed(
                    RecordKind.OPINION, opinion, prepared_answer=own.answer, prepared_by=own.answerer
                )
        if changes:
            self._log.append(report.conference_id, "opinion.answers", changes)
        return tuple(answers)

    # --- within

    def _keep_beside(
        self, conference_id: str, contacts: list[Contact], collectors: dict[str, str], count: int
    ) -> str:
        """What goes beside the journal. The opinions are on the disk already: a failure here is told, not
        raised."""
        try:
            self._contacts.set_all(conference_id, contacts)
            if collectors:
                key = _COLLECTORS + conference_id
                self._settings.set(key, {**self._settings.get(key, {}), **collectors})
        except StorageError:
            return PHONES_LEFT.format(count=count)
        return ""

    def _office(self, conference_id: str) -> Office:
        from dialogue_desktop.exchange.opinion_rows_check import Office

        plan = self._conferences.plan(conference_id)
        return Office(
            plan.localities,
            self._fields(plan),
            plan.issuer.unit,
            self._clock.today(),
            self._records.records(conference_id).opinions,
        )

    def _fields(self, plan: Plan) -> tuple[str, ...]:
        if plan.fields:
            return plan.fields
        return self._library.lists().fields
