"""The register of documents: its lines over all conferences, numbers, drafts, sent and posted (M4–M7, F5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.after_records import Paper, StoredFile
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.conference import ConferenceInfo, ConferenceView
from dialogue_desktop.domain.journal import Change, removal
from dialogue_desktop.domain.letters import ReplyWay
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import RecordKind, Records
from dialogue_desktop.domain.register import in_force, newest, numbered
from dialogue_desktop.domain.register_checks import (
    AGAIN,
    INCOMING,
    Check,
    CheckKind,
    checks,
    free_number,
)
from dialogue_desktop.domain.register_due import asked_for, named_in_plan
from dialogue_desktop.domain.register_kinds import BY_NAME
from dialogue_desktop.domain.register_numbers import shown
from dialogue_desktop.domain.register_rows import (
    Facts,
    Group,
    RegisterRow,
    all_letters,
    blank,
    row_of,
    rows_of,
)
from dialogue_desktop.domain.text_vi import clean, one_line
from dialogue_desktop.domain.words_vi import date_short, weekday_date
from dialogue_desktop.domain.work_calendar import WorkCalendar
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.events import EventBus
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.acts import changed, created
from dialogue_desktop.services.after_papers import GOES_ON
from dialogue_desktop.services.closing import Closing
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.document_kinds import KINDS
from dialogue_desktop.services.plan_numbers import PlanNumbers
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.settings import Settings
from dialogue_desktop.storage.file_store import FileStore

GONE = (
    "Văn bản này không còn trong sổ; có thể đã bỏ ở máy khác. Dữ liệu khác vẫn nguyên. Hãy chọn lại trong sổ."
)
ISSUED = (
    "Văn bản “{title}” đã phát hành nên số, ngày và nội dung được giữ nguyên như bản đã ký. "
    "Nếu cần sửa, hãy lập bản thay thế."
)
NOT_ISSUED = "Văn bản “{title}” chưa phát hành. Chưa ghi gì vào sổ. Hãy phát hành trước."
NO_REASON = "Chưa ghi lý do thay thế. Bản đã phát hành vẫn giữ nguyên. Hãy ghi lý do rồi lập lại."
NO_TITLE = "Chưa ghi trích yếu của văn bản. Chưa ghi gì vào sổ. Hãy ghi trích yếu rồi lưu lại."
AHEAD = "Ngày {day} chưa đến; hôm nay là {today}. Chưa ghi gì vào sổ. Hãy xem lại ngày."
TOO_EARLY = "Ngày {day} trước ngày của văn bản ({dated}). Chưa ghi gì vào sổ. Hãy xem lại ngày."

#: Lists of a paper's fields: what an edit of a draft may change, and of an issued one.
_OF_DRAFT = ("title", "number", "symbol", "dated_on", "recipients", "parts", "opinion_ids", "note")
_WAY_KEY = "register.reply_way."


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The register as a page shows it; `rows` of all conferences that were asked for."""

    rows: tuple[RegisterRow, ...]
    conferences: tuple[ConferenceInfo, ...]
    today: date

    @property
    def late(self) -> tuple[RegisterRow, ...]:
        """What should have been done by now."""
        return tuple(row for row in self.rows if row.group is Group.TODO and row.late(self.today))


@dataclass(frozen=True, slots=True)
class _Known:
    """The lines of a conference with what they were made from."""

    view: ConferenceView
    calendar: WorkCalendar
    today: date
    way: ReplyWay
    rows: tuple[RegisterRow, ...]


class Register:
    """Every call runs on the database's thread, except `take_files`. Acts are journal entries: undo works."""

    def __init__(
        self,
        planning: Planning,
        closing: Closing,
        deadlines: Deadlines,
        settings: Settings,
        files: FileStore,
        log: ActLog,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._planning = planning
        self._closing = closing
        self._deadlines = deadlines
        self._settings = settings
        self._files = files
        self._log = log
        self._clock = clock
        self._known: dict[str, _Known] = {}
        self._numbers = PlanNumbers(planning, log)
        bus.subscribe(self._numbers.heard)

    # --- what there is --------------------------------------------------------------------------------

    def view(self, conference_id: str = "") -> RegisterView:
        """The lines of one conference, or of all of them."""
        infos = self._planning.list()
        wanted = [info for info in infos if not conference_id or info.id == conference_id]
        rows = tuple(row for info in wanted for row in self.rows(info.id))
        return RegisterView(rows, infos, self._clock.today())

    def rows(self, conference_id: str) -> tuple[RegisterRow, ...]:
        """The lines of a conference; worked out again only where something of it became another."""
        view, calendar = self._planning.view(conference_id), self._deadlines.calendar()
        today, way = self._clock.today(), self.reply_way(conference_id)
        known = self._known.get(conference_id)
        if (
            known is None
            or known.view.records is not view.records
            or known.calendar is not calendar
            or (known.today, known.way, known.view) != (today, way, view)
        ):
            known = _Known(view, calendar, today, way, rows_of(self.facts(conference_id)))
            self._known[conference_id] = known
        return known.rows

    def row(self, conference_id: str, paper_id: str) -> RegisterRow:
        """NotFound."""
        found = next((row for row in self.rows(conference_id) if row.id == paper_id), None)
        if found is None:
            raise NotFound(GONE)
        return found

    def facts(self, conference_id: str) -> Facts:
        """What the lines are made from: opinions as the newest frozen minutes have them, as in the papers."""
        now = self._planning.view(conference_id)
        versions = now.records.versions
        frozen = self._closing.frozen(conference_id) or now
        records: Records = replace(
            frozen.records, **{name: getattr(now.records, name) for name in GOES_ON}, versions=versions
        )
        plan: Plan = numbered(frozen.plan, records.papers)
        conclusion = in_force(records.papers, "conclusion")
        duties = self._deadlines.schedule(plan, notice_day=conclusion.dated_on if conclusion else None)
        return Facts(
            conference_id,
            now.title,
            plan,
            records,
            current(records),
            asked_for(plan, duties, self._deadlines.own().limits),
            frozenset(name for name in BY_NAME if named_in_plan(duties, name)),
            frozenset(kind.name for kind in KINDS),
            versions[-1].number if versions else 0,
            versions[-1].reason if versions else "",
            self._closing.changed_since_freeze(conference_id),
            self._clock.today(),
            self.reply_way(conference_id),
        )

    def checks(self, conference_id: str, *papers: Paper) -> tuple[Check, ...]:
        """What speaks against papers as they would be kept."""
        return tuple(check for found in self._checked(conference_id, papers) for check in found)

    def free_number(self, conference_id: str, paper: Paper) -> str:
        """The next number of its kind, symbol and year; "" for one without a number."""
        every = self._all()
        same = (row for row in every if row.conference_id == conference_id and row.id == paper.id)
        return free_number(self._as_row(conference_id, paper, next(same, None)), every)

    def late(self) -> int:
        """How many papers are late, for the navigation; conferences that are over count alone."""
        return len(self.view().late)

    def reply_way(self, conference_id: str) -> ReplyWay:
        """To whom one reply goes."""
        return self._settings.read(f"{_WAY_KEY}{conference_id}", ReplyWay, ReplyWay.MATTER)

    def set_reply_way(self, conference_id: str, way: ReplyWay) -> None:
        self._settings.set(f"{_WAY_KEY}{conference_id}", way.value)

    # --- drafts ---------------------------------------------------------------------------------------

    def save(self, conference_id: str, wanted: Paper, *, again: str = "") -> Paper:
        """Keep number, date, receivers and words of a draft; of an issued paper the note alone.

        `again` is the reason for a number that is used twice on purpose. BadInput names what is wrong, and
        then nothing is kept; NotFound.
        """
        row = self.row(conference_id, wanted.id)
        if row.issued:
            if _cleaned(wanted) != replace(row.paper, note=_cleaned(wanted).note):
                raise BadInput(ISSUED.format(title=row.title))
            return self._write(conference_id, "paper.note", row, replace(row.paper, note=wanted.note.strip()))
        after = replace(row.paper, **{name: getattr(_cleaned(wanted), name) for name in _OF_DRAFT})
        return self._write(conference_id, "paper.edit", row, *self.fit(conference_id, after, again=again))

    def fit(self, conference_id: str, *papers: Paper, again: str = "") -> tuple[Paper, ...]:
        """The papers as they may be kept. BadInput for a number that is none, or that is used already and has
        no reason."""
        checked = zip(papers, self._checked(conference_id, papers), strict=True)
        return tuple(_allowed(paper, found, one_line(again)) for paper, found in checked)

    def begin(self, conference_id: str, kind: str) -> Paper:
        """The draft of a kind that is no series, made where there is none; what was issued last otherwise."""
        facts = self.facts(conference_id)
        there = newest(facts.records.papers, kind)
        if there is not None:
            return there
        made = blank(facts, kind)
        self._log.append(conference_id, "paper.edit", created(RecordKind.PAPER, made))
        return made

    def replace(self, conference_id: str, paper_id: str, reason: str) -> Paper:
        """A draft that takes the place of an issued paper once it is issued itself."""
        row = self.row(conference_id, paper_id)
        if not row.issued or not row.kind.name:
            raise BadInput(NOT_ISSUED.format(title=row.title))
        if not one_line(reason):
            raise BadInput(NO_REASON)
        facts, old = self.facts(conference_id), row.paper
        there = newest(facts.records.papers, old.kind, old.subject)
        if there is not None and there.issued_at is None:
            return there
        made = replace(
            blank(facts, old.kind, old.subject),
            title=old.title,
            symbol=old.symbol,
            recipients=old.recipients,
            parts=old.parts,
            opinion_ids=old.opinion_ids,
            number=old.number if old.kind == "minutes" else "",
            dated_on=old.dated_on if old.kind == "minutes" else None,
            reason=one_line(reason),
        )
        self._log.append(conference_id, "paper.replace", created(RecordKind.PAPER, made))
        return made

    def remove(self, conference_id: str, paper_id: str) -> None:
        """Take a draft, or a paper from elsewhere, out of the register; undo brings it back."""
        row = self.row(conference_id, paper_id)
        if row.issued and row.kind.name:
            raise BadInput(ISSUED.format(title=row.title))
        if row.stored:
            self._log.append(conference_id, "paper.remove", removal(RecordKind.PAPER, paper_id))

    # --- papers that the program did not make -----------------------------------------------------------

    def take_files(self, paths: Sequence[Path]) -> tuple[StoredFile, ...]:
        """Keep copies of files from outside; on any thread. BadInput, StorageError."""
        return tuple(self._files.take(path) for path in paths)

    def add(
        self, conference_id: str, paper: Paper, files: Sequence[StoredFile], *, incoming: bool = True
    ) -> Paper:
        """Put a paper that the program did not make into the register, with its files."""
        made = replace(
            _cleaned(paper),
            id=f"vb-{uuid4().hex[:12]}",
            kind="",
            subject=INCOMING if incoming else "",
            issued_at=self._clock.now(),
            files=tuple(files),
        )
        if not made.title:
            raise BadInput(NO_TITLE)
        self._past(made, made.dated_on)
        self._log.append(conference_id, "paper.add", created(RecordKind.PAPER, made))
        return made

    # --- on their way -----------------------------------------------------------------------------------

    def sent(self, conference_id: str, paper_ids: Sequence[str], day: date | None) -> None:
        """Papers that were sent on that day, or none of them (None), in one act."""
        self._mark(conference_id, "paper.sent", paper_ids, day, sent_on=day)

    def posted(
        self, conference_id: str, paper_ids: Sequence[str], day: date | None, places: Sequence[str] = ()
    ) -> None:
        """Papers that were posted on that day at these places, or nowhere (None)."""
        where = tuple(filter(None, map(one_line, places))) if day is not None else ()
        self._mark(conference_id, "paper.posted", paper_ids, day, posted_on=day, posted_at=where)

    def _mark(
        self, conference_id: str, act: str, paper_ids: Sequence[str], day: date | None, **wanted: object
    ) -> None:
        changes: list[Change] = []
        for paper_id in paper_ids:
            row = self.row(conference_id, paper_id)
            if not row.issued:
                raise BadInput(NOT_ISSUED.format(title=row.title))
            self._past(row.paper, day)
            changes += changed(RecordKind.PAPER, row.paper, **wanted)
        if changes:
            self._log.append(conference_id, act, tuple(changes))

    def _past(self, paper: Paper, day: date | None) -> None:
        today = self._clock.today()
        if day is not None and day > today:
            raise BadInput(AHEAD.format(day=date_short(day), today=weekday_date(today)))
        dated = paper.dated_on
        if day is not None and dated is not None and day < dated:
            raise BadInput(TOO_EARLY.format(day=date_short(day), dated=date_short(dated)))

    # --- files ------------------------------------------------------------------------------------------

    def read_file(self, file: StoredFile) -> bytes:
        """A kept file, checked; on any thread. StorageError where it is gone or was changed."""
        return self._files.read(file)

    def workbook(self, rows: Sequence[RegisterRow]) -> bytes:
        """The register as XLSX, in the order given; on any thread."""
        from dialogue_desktop.exchange.excel_register_book import build

        return build(rows, self._settings.issuer(), self._clock.today())

    # --- parts ------------------------------------------------------------------------------------------

    def _all(self) -> tuple[RegisterRow, ...]:
        return self.view().rows

    def _checked(self, conference_id: str, papers: Sequence[Paper]) -> list[tuple[Check, ...]]:
        """What speaks against each; the register is read once for all of them."""
        every, calendar, today = self._all(), self._calendar(), self._clock.today()
        known = {row.id: row for row in every if row.conference_id == conference_id}
        rows = [self._as_row(conference_id, paper, known.get(paper.id)) for paper in papers]
        return [checks(row, every, calendar, today) for row in rows]

    def _calendar(self) -> WorkCalendar:
        return self._deadlines.calendar()

    def _as_row(self, conference_id: str, paper: Paper, row: RegisterRow | None) -> RegisterRow:
        """The line as it would be with this paper in it; `row` is the one that there is."""
        if row is None:
            facts = self.facts(conference_id)
            row = row_of(facts, paper, all_letters(facts), stored=False)
        day = paper.dated_on
        return replace(row, paper=paper, year=day.year if day is not None else row.year)

    def _write(self, conference_id: str, act: str, row: RegisterRow, after: Paper) -> Paper:
        if not row.stored:
            self._log.append(conference_id, act, created(RecordKind.PAPER, after))
            return after
        wanted = {f.name: getattr(after, f.name) for f in fields(after) if f.name != "id"}
        changes = changed(RecordKind.PAPER, row.paper, **wanted)
        if changes:
            self._log.append(conference_id, act, changes)
        return after


def _allowed(paper: Paper, found: Sequence[Check], again: str) -> Paper:
    """The paper, with the reason in its note where its number is used once more. BadInput."""
    for check in found:
        if check.kind is CheckKind.TWICE and again:
            reason = f"{AGAIN} {shown(paper.number, paper.symbol)}: {again}"
            return replace(paper, note=f"{paper.note}\n{reason}".strip())
        if check.refused:
            raise BadInput(check.sentence)
    return paper


def _cleaned(paper: Paper) -> Paper:
    """What a person typed, fit to be kept."""
    number = one_line(paper.number)
    return replace(
        paper,
        title=one_line(paper.title),
        number=number,
        symbol=one_line(paper.symbol),
        recipients=tuple(filter(None, (one_line(line) for line in paper.recipients))),
        parts=tuple(
            replace(part, text=clean(part.text).text.strip()) for part in paper.parts if part.text.strip()
        ),
        note=clean(paper.note).text.strip(),
    )
