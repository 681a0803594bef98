"""The meeting that looks back on the conference, written down for its minutes (F4)."""

from __future__ import annotations

from dataclasses import fields, replace

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.after_records import Review
from dialogue_desktop.domain.date_words import weekday_date
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.text_vi import clean, one_line
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.acts import changed, created
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.records_query import RecordsQuery

REVIEW_ID = "review"
BEFORE = "Hội nghị họp {day}. Họp rút kinh nghiệm không thể trước ngày ấy, hãy xem lại ngày."
HOURS = "Giờ kết thúc phải sau giờ bắt đầu. Hãy xem lại giờ."
NO_DAY = "Chưa ghi ngày họp rút kinh nghiệm."

_LINES = frozenset({"good", "bad", "causes", "lessons"})


class Reviews:
    """One review a conference; each save is one act with its undo."""

    def __init__(self, conferences: Conferences, records: RecordsQuery, log: ActLog, clock: Clock) -> None:
        self._conferences, self._records, self._log, self._clock = conferences, records, log, clock

    def of(self, conference_id: str) -> Review:
        """As it was written down, else with what the plan knows of place and chair."""
        kept = self._records.records(conference_id).review()
        return kept if kept is not None else _proposed(self._conferences.plan(conference_id))

    def faults(self, conference_id: str, review: Review) -> dict[str, str]:
        """Field → sentence. What is missing may stay blank on the paper; what cannot be is told."""
        found: dict[str, str] = {}
        held_on = self._conferences.info(conference_id).day
        if review.day is not None and held_on is not None and review.day < held_on:
            found["day"] = BEFORE.format(day=weekday_date(held_on))
        if review.starts_at and review.ends_at and review.ends_at <= review.starts_at:
            found["ends_at"] = HOURS
        return found

    def save(self, conference_id: str, review: Review) -> bool:
        """False where nothing was changed. BadInput is never raised: ask `faults` first. StorageError."""
        wanted = _clean(review)
        kept = self._records.records(conference_id).review()
        if kept is None:
            changes = created(RecordKind.REVIEW, wanted)
        else:
            values = {f.name: getattr(wanted, f.name) for f in fields(wanted) if f.name != "id"}
            changes = changed(RecordKind.REVIEW, kept, **values)
        if changes:
            self._log.append(conference_id, "review.edit", changes)
        return bool(changes)


def _proposed(plan: Plan) -> Review:
    chair = next((one.official for one in plan.chairs), None)
    secretary = next((one.official for one in plan.secretaries if not one.citizen), None)
    return Review(
        REVIEW_ID,
        place=f"Trụ sở {plan.issuer.body_short}" if plan.issuer.name else "",
        chair=f"{chair.honorific} {chair.name}".strip() if chair is not None and chair.name else "",
        chair_position=chair.position if chair is not None else "",
        recorder=f"{secretary.honorific} {secretary.name}".strip() if secretary and secretary.name else "",
        recorder_position=secretary.position if secretary is not None else "",
    )


def _clean(review: Review) -> Review:
    words = {
        f.name: clean(value).text.strip() if f.name in _LINES else one_line(value)
        for f in fields(review)
        if f.name != "id" and isinstance(value := getattr(review, f.name), str)
    }
    attendees = tuple(line for one in review.attendees if (line := one_line(one)))
    tasks = tuple(
        replace(task, text=one_line(task.text), unit=one_line(task.unit))
        for task in review.tasks
        if one_line(task.text)
    )
    return replace(review, id=REVIEW_ID, attendees=attendees, tasks=tasks, **words)  # type: ignore[arg-type]
