"""The reminders: one letter for each unit that is late or soon due, and for the higher level that owes a
reply (F1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.documents.after_ends import office_of
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.letter_frame import (
    LetterFrame,
    chosen,
    cited_letter,
    conference_on,
    series,
)
from dialogue_desktop.documents.office_words import joined, sentence
from dialogue_desktop.documents.tree import (
    NBSP,
    Align,
    Block,
    Column,
    Document,
    Row,
    Section,
    Table,
    cell,
)
from dialogue_desktop.domain.after_records import Commitment, CommitmentState, StepKind
from dialogue_desktop.domain.commitments import is_late
from dialogue_desktop.domain.letters import earlier_reminders, escalations, reminders
from dialogue_desktop.domain.reader_texts import ReaderTexts
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.supervision import who_asked
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import count2, date_short, weekday_date
from dialogue_desktop.domain.work_calendar import WorkCalendar

#: Working days in which a unit, and the higher level, is asked to answer; the office may reword the request.
REPORT_WITHIN, REPLY_WITHIN = 5, 10
_COLUMNS = (
    Column(11, Align.CENTER),
    Column(),
    Column(36),
    Column(25, Align.CENTER),
    Column(28, Align.CENTER),
)


def build(source: AfterPaper) -> Document:
    """A section for each letter, who is most late first; with the day of the register as today's where one
    letter was dated."""
    letters = reminders(source.commitments, source.today, source.records.papers)
    texts = ReaderTexts.of(source.records, source.paper.plan)
    sections = []
    for letter in chosen(letters, source.only):
        made = _Reminder(LetterFrame(_as_of(source, letter.subject), letter), texts)
        sections.append(Section(tuple(made.blocks())))
    return series(source, source.paper.phrases("about", conference=source.paper.conference), sections)


def _as_of(source: AfterPaper, subject: str) -> AfterPaper:
    """Days of delay are counted to the date that the letter bears."""
    dated = source.line(subject).dated_on
    return replace(source, today=dated) if dated else source


def working_days_late(deadline: date, today: date, calendar: WorkCalendar) -> int:
    """Working days after the deadline, today's among them."""
    count, day = 0, deadline
    while (day := calendar.next_working(day)) <= today:
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class _Reminder:
    """One letter."""

    frame: LetterFrame
    texts: ReaderTexts

    def blocks(self) -> Iterator[Block]:
        frame, phrases, source = self.frame, self.frame.phrases, self.frame.source
        unit, higher = frame.letter.to, self.higher
        yield frame.head(phrases("subject_higher" if higher else "subject"))
        yield frame.addressee([unit])
        yield from frame.part("opening", self.opening())
        yield self.table()
        start = source.line(frame.letter.subject).dated_on or source.today
        within = REPLY_WITHIN if higher else REPORT_WITHIN
        request = phrases(
            "request_higher" if higher else "request",
            unit=unit,
            body=frame.body,
            body_short=source.paper.body_short,
            office=office_of(source),
            day=weekday_date(source.paper.calendar.add_working(start, within)),
        )
        yield from frame.part("request", request)
        closing = phrases("closing_higher" if higher else "closing", body=frame.body, unit=unit)
        yield from frame.closing(closing)
        yield frame.end((phrases("copy_first"), *frame.usual_copies()))

    @property
    def higher(self) -> bool:
        """Whether it goes to a body above: it is asked, not told."""
        to = fold(self.frame.letter.to)
        return all(fold(one.receiving_body) == to for one in self.frame.commitments())

    # --- what is owed

    def opening(self) -> str:
        frame, phrases, source = self.frame, self.frame.phrases, self.frame.source
        promises = frame.commitments()
        late = sum(is_late(one, source.today) for one in promises)
        conclusion = source.cited("conclusion")
        basis = phrases("conclusion", cited=conclusion) if conclusion else phrases("conclusion_plain")
        soon = count2(len(promises) - late)
        body, unit, today = frame.body, frame.letter.to, date_short(source.today)
        words = phrases(
            "opening_higher" if self.higher else "opening",
            body=body,
            unit=unit,
            basis=basis,
            conference=conference_on(source),
            cited=self.sent_with(),
        )
        earlier = self.earlier()
        if earlier:
            words += phrases("earlier", body=body, letters=joined(earlier))
        if self.higher:
            return words + phrases("missing_higher", body=body, today=today, count=count2(len(promises)))
        if not late:
            return words + phrases("missing_soon", soon=soon)
        also = phrases("also_soon", count=soon) if late < len(promises) else ""
        return words + phrases("missing_late", body=body, today=today, late=count2(late), soon=also)

    def sent_with(self) -> str:
        """The letters with which the matters were sent up."""
        source = self.frame.source
        mine = set(self.frame.letter.opinion_ids)
        cited = [
            cited_letter(source, "escalations", letter.subject)
            for letter in escalations(source.records, source.commitments)
            if mine & set(letter.opinion_ids)
        ]
        shown = joined([one for one in cited if one])
        return self.frame.phrases("letter_cited", cited=shown) if shown else ""

    def earlier(self) -> list[str]:
        """Reminders to the same that went out before: by the register, and by the histories."""
        source, phrases = self.frame.source, self.frame.phrases
        found = dict.fromkeys(
            cited_letter(source, "reminders", paper.subject)
            for paper in earlier_reminders(self.frame.letter.subject, source.records.papers)
        )
        for one in self.frame.commitments():
            for step in source.records.steps_of(one.id):
                if step.kind is StepKind.REMINDED and step.letter.strip():
                    day = f" ngày {date_short(step.letter_on)}" if step.letter_on else ""
                    number = step.letter.strip().removeprefix("số ")
                    found[f"số {number}{day}".replace(" ", NBSP)] = None
        shown = dict.fromkeys(one.replace(" ", NBSP) for one in found if one)
        return [phrases("earlier_letter", cited=one) for one in shown]

    # --- the table

    def table(self) -> Table:
        phrases = self.frame.phrases
        heads = phrases.list("columns_higher" if self.higher else "columns")
        return Table(_COLUMNS, tuple(self.rows()), (Row(tuple(cell(words) for words in heads)),))

    def rows(self) -> Iterator[Row]:
        source = self.frame.source
        by_id: dict[str, Opinion] = {one.id: one for one in source.records.opinions}
        for one in self.frame.commitments():
            asked = [by_id[key] for key in one.opinion_ids if key in by_id]
            words = sentence(self.texts.for_all(one.text, asked)) or self.frame.phrases("no_day")
            cells = (str(one.number), words, who_asked(asked), self.day(one), self.delay(one))
            yield Row(tuple(cell(part) for part in cells), anchor=f"commitment:{one.id}")

    def sent_on(self, one: Commitment) -> date | None:
        """The day on which the higher level was written to."""
        steps = self.frame.source.records.steps_of(one.id)
        days = [step.letter_on or step.day for step in steps if step.kind is StepKind.LETTER_OUT]
        return next((day for day in reversed(days) if day is not None), None)

    def day(self, one: Commitment) -> str:
        phrases = self.frame.phrases
        if self.higher:
            sent = self.sent_on(one)
            return date_short(sent) if sent else phrases("no_day")
        if one.deadline is None:
            return phrases("no_day")
        shown = date_short(one.deadline)
        moved = one.state is CommitmentState.PUT_OFF and one.promised and one.promised != one.deadline
        return (
            phrases("moved", day=shown, first=date_short(one.promised)) if moved and one.promised else shown
        )

    def delay(self, one: Commitment) -> str:
        source, phrases = self.frame.source, self.frame.phrases
        since = self.sent_on(one) if self.higher else one.deadline
        if since is None:
            return phrases("no_day")
        days = (source.today - since).days
        if days <= 0:
            return phrases("days_left", days=-days) if days else phrases("due_today")
        working = working_days_late(since, source.today, source.paper.calendar)
        return phrases("late_days", days=days, working=working)
