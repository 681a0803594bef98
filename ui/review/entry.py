"""What stands in the form of the review meeting, and how it becomes the record (F4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.after_records import Review, ReviewTask
from dialogue_desktop.domain.live import LiveDraft, LiveItem, Round
from ui.follow_up.entry import EntryError, read_day, write_day
from ui.wizard.reading import read_hour, write_hour

#: The one record of a conference.
ID = "review"


@dataclass(frozen=True, slots=True)
class TaskEntry:
    """One thing to be done better; the day stays as typed."""

    text: str = ""
    unit: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """The form as it stands; days and hours stay as typed, `attendees` a line each."""

    id: str = ""
    day: str = ""
    starts_at: str = ""
    ends_at: str = ""
    place: str = ""
    chair: str = ""
    chair_position: str = ""
    recorder: str = ""
    recorder_position: str = ""
    attendees: str = ""
    good: str = ""
    bad: str = ""
    causes: str = ""
    lessons: str = ""
    tasks: tuple[TaskEntry, ...] = ()


def entry_of(review: Review) -> ReviewEntry:
    return ReviewEntry(
        ID,
        write_day(review.day),
        write_hour(review.starts_at),
        write_hour(review.ends_at),
        review.place,
        review.chair,
        review.chair_position,
        review.recorder,
        review.recorder_position,
        "\n".join(review.attendees),
        review.good,
        review.bad,
        review.causes,
        review.lessons,
        tuple(TaskEntry(one.text, one.unit, write_day(one.deadline)) for one in review.tasks),
    )


def review_of(entry: ReviewEntry, today: date) -> Review:
    """EntryError where a day or an hour cannot be read, with the field ("tasks" for one of a task)."""
    try:
        day = read_day(entry.day, today)
    except ValueError as error:
        raise EntryError("day", str(error)) from error
    hours = []
    for name in ("starts_at", "ends_at"):
        try:
            hours.append(read_hour(getattr(entry, name)))
        except ValueError as error:
            raise EntryError(name, str(error)) from error
    tasks = []
    for one in entry.tasks:
        try:
            tasks.append(ReviewTask(one.text, one.unit, read_day(one.deadline, today, coming=True)))
        except ValueError as error:
            raise EntryError("tasks", str(error)) from error
    return Review(
        ID,
        day,
        hours[0],
        hours[1],
        entry.place,
        entry.chair,
        entry.chair_position,
        entry.recorder,
        entry.recorder_position,
        tuple(line for line in entry.attendees.splitlines() if line.strip()),
        entry.good,
        entry.bad,
        entry.causes,
        entry.lessons,
        tuple(tasks),
    )


def rescue_of(entry: ReviewEntry) -> LiveDraft:
    """The same words as the rescue file takes them, when the database cannot."""
    parts = [entry.attendees, entry.good, entry.bad, entry.causes, entry.lessons]
    parts += [f"{one.text} {one.unit} {one.deadline}" for one in entry.tasks]
    text = "\n".join(part for part in parts if part.strip())
    return LiveDraft(LiveItem(text="Họp rút kinh nghiệm", rounds=(Round(text=text),)))
