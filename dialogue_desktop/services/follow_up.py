"""Promises followed to their end: kept, updated, put off, carried on, given up (F1, F3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import uuid4

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.after_records import Commitment, Step, StepKind
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.date_words import weekday_date
from dialogue_desktop.domain.deadlines import check_day
from dialogue_desktop.domain.following import Update, after, as_told, faults, step_of
from dialogue_desktop.domain.journal import ALIVE, Change
from dialogue_desktop.domain.reader_texts import ReaderTexts
from dialogue_desktop.domain.records import RecordKind, Records
from dialogue_desktop.domain.text_vi import clean, one_line
from dialogue_desktop.errors import BadInput, NotFound, StorageError
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.acts import changed, created
from dialogue_desktop.services.closing import Closing
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.settings import Settings
from dialogue_desktop.storage.commitment_rows import CommitmentRows
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.records_query import RecordsQuery

GONE = "Cam kết này không còn trong danh sách. Dữ liệu không thay đổi. Hãy mở lại trang theo dõi."
STEP_GONE = "Dòng theo dõi này không còn. Dữ liệu không thay đổi. Hãy mở lại trang theo dõi."
NO_TEXT = "Chưa ghi nội dung cam kết nên chưa thêm được. Hãy ghi việc phải làm rồi lưu lại."
NO_REASON = "Chưa ghi lý do nên cam kết vẫn được theo dõi. Hãy ghi lý do, chẳng hạn trùng với cam kết số 3."
NOWHERE = "Chưa chọn cam kết nào. Hãy chọn cam kết rồi làm lại; chưa thay đổi gì."
ITSELF = "Cam kết đang thuộc chính hội nghị ấy nên không chuyển được. Hãy chọn hội nghị khác."
NOT_OPEN = "Cam kết số {number} đã xong hoặc đã chuyển đi nên không chuyển được nữa. Chưa thay đổi gì."

#: Conferences whose promises were written down once, or that have none.
KEPT_KEY = "commitments.kept"


@dataclass(frozen=True, slots=True)
class Key:
    """A promise of a conference."""

    conference_id: str
    id: str

    @classmethod
    def of(cls, text: str) -> Key:
        """ "conference/commitment", as rows of the board have it."""
        conference_id, _, commitment_id = text.partition("/")
        return cls(conference_id, commitment_id)

    def __str__(self) -> str:
        return f"{self.conference_id}/{self.id}"


class FollowUp:
    """Every act is one entry of the journal of its conference, and one undo there."""

    def __init__(
        self,
        conferences: Conferences,
        records: RecordsQuery,
        rows: CommitmentRows,
        log: ActLog,
        closing: Closing,
        deadlines: Deadlines,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._conferences, self._records, self._rows, self._log = conferences, records, rows, log
        self._closing, self._deadlines = closing, deadlines
        self._settings, self._clock = settings, clock

    # --- writing down ---------------------------------------------------------------------------------

    def keep_all(self) -> tuple[str, ...]:
        """Write down the promises of conferences that were frozen by an older program; ids of those that had
        any. Nothing is done twice, also where two laptops do it: the ids follow from the opinions."""
        known = self._settings.read(KEPT_KEY, tuple[str, ...], ())
        waiting = [one for one in self._rows.unwritten() if one not in known]
        kept = tuple(one for one in waiting if self.keep(one))
        if waiting:
            self._settings.set(KEPT_KEY, [*known, *waiting])
        return kept

    def keep_quietly(self) -> bool:
        """The same at the start, where a full or locked disk is told by whatever is done next."""
        try:
            return bool(self.keep_all())
        except StorageError:
            return False

    def keep(self, conference_id: str) -> bool:
        """Write down what only follows from the minutes; False where nothing was to be written."""
        stored = {one.id for one in self._records.records(conference_id).commitments}
        fresh = [one for one in current(self._told(conference_id)) if one.id not in stored]
        changes = tuple(change for one in fresh for change in created(RecordKind.COMMITMENT, one))
        if changes:
            self._log.append(conference_id, "commitment.keep", changes)
        return bool(changes)

    def _told(self, conference_id: str) -> Records:
        """What the papers speak of: the frozen minutes, or the state now, with what is followed since."""
        now = self._records.records(conference_id)
        if not now.versions:
            return now
        frozen = self._closing.frozen(conference_id)
        if frozen is None:
            return now
        return replace(frozen.records, commitments=now.commitments, steps=now.steps)

    # --- updates --------------------------------------------------------------------------------------

    def faults(self, keys: Iterable[Key], update: Update) -> dict[str, str]:
        """Field → sentence, for all of them together; empty where it can be written."""
        found: dict[str, str] = {}
        for key in keys:
            _, one = self._find(key)
            found |= self._faults(key, one, update)
        return found

    def update(self, keys: Sequence[Key], update: Update) -> tuple[str, ...]:
        """Write one thing down for each of them: an act for each conference, whose ids are given. BadInput
        with its first sentence, and then nothing is changed. NotFound, StorageError."""
        if not keys:
            raise BadInput(NOWHERE)
        update = _clean(update)
        wrong = self.faults(keys, update)
        if wrong:
            raise BadInput(next(iter(wrong.values())))
        at = self._clock.now()
        done = []
        for conference_id, mine in _by_conference(keys).items():
            self.keep(conference_id)
            changes: tuple[Change, ...] = ()
            for key in mine:
                records, one = self._find(key)
                step = step_of(update, one, _step_id(records, one), at)
                changes += _edited(RecordKind.COMMITMENT, one, after(update, one))
                changes += created(RecordKind.STEP, step)
            act = "commitment.step" if update.state is None else "commitment.state"
            self._log.append(conference_id, act, changes)
            done.append(conference_id)
        return tuple(done)

    def against(self, day: date) -> tuple[str, ...]:
        """What speaks against a new deadline on that day, a sentence each; it is warned of, never moved."""
        found = check_day(day, self._deadlines.calendar(), today=self._clock.today())
        return tuple(conflict.sentence for conflict in found)

    def edit_step(self, conference_id: str, step_id: str, **facts: object) -> None:
        """Put a line right; the promise follows its history. NotFound, BadInput."""
        records = self._records.records(conference_id)
        step = self._step(records, step_id)
        now: Step = replace(step, **_clean_facts(facts))  # type: ignore[arg-type]
        _, one = self._find(Key(conference_id, step.commitment_id))
        held_on = self._conferences.info(conference_id).day
        told = Update(now.day, text=now.text or now.letter or "–", letter=now.letter, letter_on=now.letter_on)
        wrong = faults(told, one, held_on=held_on, today=self._clock.today())
        if wrong:
            raise BadInput(next(iter(wrong.values())))
        steps = [now if row.id == step_id else row for row in records.steps_of(one.id)]
        self._with_history(conference_id, "step.edit", one, steps, step, _edited(RecordKind.STEP, step, now))

    def remove_step(self, conference_id: str, step_id: str) -> None:
        """Take a line out; the promise is again as the lines before it say. NotFound."""
        records = self._records.records(conference_id)
        step = self._step(records, step_id)
        _, one = self._find(Key(conference_id, step.commitment_id))
        steps = [row for row in records.steps_of(one.id) if row.id != step_id]
        gone = (Change(RecordKind.STEP, step_id, ALIVE, True, False),)
        self._with_history(conference_id, "step.remove", one, steps, step, gone)

    def _with_history(
        self,
        conference_id: str,
        act: str,
        one: Commitment,
        steps: Sequence[Step],
        was: Step,
        changes: tuple[Change, ...],
    ) -> None:
        steps = sorted(steps, key=lambda row: (row.day or date.min, row.at.isoformat() if row.at else ""))
        told = as_told(one, steps, was) if was.state is not None else one
        changes += _edited(RecordKind.COMMITMENT, one, told)
        if changes:
            self._log.append(conference_id, act, changes)

    # --- promises themselves --------------------------------------------------------------------------

    def add(
        self,
        conference_id: str,
        text: str,
        *,
        unit: str = "",
        deadline: date | None = None,
        receiving_body: str = "",
        opinion_ids: tuple[str, ...] = (),
    ) -> Key:
        """One of the office's own, beside those of the minutes. BadInput without words."""
        if not clean(text).text.strip():
            raise BadInput(NO_TEXT)
        self.keep(conference_id)
        one = Commitment(
            f"cam-rieng-{uuid4().hex[:12]}",
            self._next_number(conference_id),
            clean(text).text.strip(),
            one_line(unit),
            deadline,
            deadline,
            opinion_ids,
            receiving_body=one_line(receiving_body),
        )
        self._log.append(conference_id, "commitment.add", created(RecordKind.COMMITMENT, one))
        return Key(conference_id, one.id)

    def edit(self, key: Key, **facts: object) -> None:
        """Put words, unit, day or receiving body right. A day that was wrong is put right here, one that is
        not kept is put off by `update`. NotFound, BadInput without words."""
        self.keep(key.conference_id)
        _, one = self._find(key)
        wanted = _clean_facts(facts)
        if "text" in wanted and not str(wanted["text"]).strip():
            raise BadInput(NO_TEXT)
        now: Commitment = replace(one, **wanted)  # type: ignore[arg-type]
        if now.deadline != one.deadline and one.promised == one.deadline:
            now = replace(now, promised=now.deadline)
        changes = _edited(RecordKind.COMMITMENT, one, now)
        if changes:
            self._log.append(key.conference_id, "commitment.edit", changes)

    def drop(self, key: Key, reason: str) -> None:
        """Follow it no more, such as one that stands there twice; it is kept with its reason. BadInput."""
        if not one_line(reason):
            raise BadInput(NO_REASON)
        self.keep(key.conference_id)
        _, one = self._find(key)
        changes = changed(RecordKind.COMMITMENT, one, dropped=one_line(reason))
        self._log.append(key.conference_id, "commitment.drop", changes)

    def carry(self, keys: Sequence[Key], to: str) -> tuple[str, ...]:
        """Go on with open ones in the next conference (F3): a promise there, a line in both histories. One
        act in each conference, whose ids are given, the next one first. BadInput, NotFound."""
        if not keys:
            raise BadInput(NOWHERE)
        target, at, today = self._conferences.info(to), self._clock.now(), self._clock.today()
        taken: list[tuple[Key, Commitment, str]] = []
        for key in keys:
            if key.conference_id == to:
                raise BadInput(ITSELF)
            self.keep(key.conference_id)
            records, one = self._find(key)
            if not one.open:
                raise BadInput(NOT_OPEN.format(number=one.number))
            taken.append((key, one, _step_id(records, one)))
        self.keep(to)
        there = {one.carried_from for one in self._records.records(to).commitments}
        number = self._next_number(to)
        here: tuple[Change, ...] = ()
        old: dict[str, tuple[Change, ...]] = {}
        for key, one, step_id in taken:
            source = self._conferences.info(key.conference_id)
            held = f"họp {weekday_date(source.day)}" if source.day else "kỳ trước"
            if str(key) not in there:
                made = replace(
                    self._fit_to_leave(key.conference_id, one),
                    id=f"cam-tiep-{key.conference_id}-{one.id}",
                    number=number,
                    opinion_ids=(),
                    conclusion_id="",
                    carried_from=str(key),
                )
                number += 1
                words = f"Tiếp tục cam kết số {one.number} của hội nghị {source.title}, {held}"
                line = Step(f"0-{uuid4().hex}", made.id, today, StepKind.CARRIED, words, at=at)
                here += (*created(RecordKind.COMMITMENT, made), *created(RecordKind.STEP, line))
            step = Step(
                step_id, one.id, today, StepKind.CARRIED, f"Chuyển sang hội nghị {target.title}", at=at
            )
            old[key.conference_id] = (
                *old.get(key.conference_id, ()),
                *changed(RecordKind.COMMITMENT, one, carried_to=to),
                *created(RecordKind.STEP, step),
            )
        done = []
        for conference_id, changes in ((to, here), *old.items()):
            if changes:
                self._log.append(conference_id, "commitment.carry", changes)
                done.append(conference_id)
        return tuple(done)

    def _fit_to_leave(self, conference_id: str, one: Commitment) -> Commitment:
        """A promise without the names and numbers that may not be read: the next conference does not know
        who asked not to be named here, and so could not leave them out of its papers."""
        records = self._told(conference_id)
        texts = ReaderTexts.of(records, self._conferences.plan(conference_id))
        about = [opinion for opinion in records.opinions if opinion.id in one.opinion_ids]
        return replace(
            one, text=texts.for_all(one.text, about), state_reason=texts.for_all(one.state_reason, about)
        )

    # --- within ---------------------------------------------------------------------------------------

    def _find(self, key: Key) -> tuple[Records, Commitment]:
        """The promise, also where it was not written down yet."""
        records = self._records.records(key.conference_id)
        found = next((one for one in records.commitments if one.id == key.id), None)
        if found is None:
            told = current(self._told(key.conference_id))
            found = next((one for one in told if one.id == key.id), None)
        if found is None:
            raise NotFound(GONE)
        return records, found

    def _faults(self, key: Key, one: Commitment, update: Update) -> dict[str, str]:
        held_on = self._conferences.info(key.conference_id).day
        return faults(update, one, held_on=held_on, today=self._clock.today())

    def _step(self, records: Records, step_id: str) -> Step:
        found = next((step for step in records.steps if step.id == step_id), None)
        if found is None:
            raise NotFound(STEP_GONE)
        return found

    def _next_number(self, conference_id: str) -> int:
        known = current(self._told(conference_id))
        stored = self._records.records(conference_id).commitments
        return max((one.number for one in (*known, *stored)), default=0) + 1


def _step_id(records: Records, one: Commitment) -> str:
    """Of two lines written in one moment the later one stands behind: ids decide where times are equal."""
    return f"{len(records.steps_of(one.id)):04}-{uuid4().hex}"


def _by_conference(keys: Iterable[Key]) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = {}
    for key in dict.fromkeys(keys):
        found.setdefault(key.conference_id, []).append(key)
    return found


def _edited(kind: RecordKind, before: Any, now: Any) -> tuple[Change, ...]:
    """Changes of the fields in which two values of one record differ."""
    wanted = {f.name: getattr(now, f.name) for f in fields(now) if f.name != "id"}
    return changed(kind, before, **wanted)


def _clean(update: Update) -> Update:
    return replace(update, **_clean_facts({f.name: getattr(update, f.name) for f in fields(update)}))  # type: ignore[arg-type]


def _clean_facts(facts: dict[str, object]) -> dict[str, object]:
    """Texts without control characters; all but the words themselves on one line."""
    return {
        name: (clean(value).text.strip() if name in ("text", "reason") else one_line(value))
        if isinstance(value, str) and name not in ("state", "kind")
        else value
        for name, value in facts.items()
    }
