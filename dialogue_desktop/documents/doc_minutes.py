"""The minutes rendered from the rows: form 1.9 of NĐ 30/2020 (M1, M2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogue_desktop.documents.letterhead import number_line
from dialogue_desktop.documents.minutes_answers import answer_lines
from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import (
    capital,
    copies_text,
    issuer_lines,
    joined,
    moment,
    named,
    sentence,
    unbroken,
)
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.said_by import ways_words, with_place
from dialogue_desktop.documents.sheet import Sheet
from dialogue_desktop.documents.tree import (
    Block,
    Document,
    Heading,
    Item,
    Letterhead,
    Level,
    MinutesSignature,
    Paragraph,
    Role,
    Run,
    Section,
    Signer,
    Title,
    para,
    text,
)
from dialogue_desktop.domain.conclusion_words import says_day, says_unit
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.plan import Chair, ChairRole, Secretary
from dialogue_desktop.domain.privacy import may_name
from dialogue_desktop.domain.records import (
    Opinion,
    Outcome,
    Source,
    TurnState,
)
from dialogue_desktop.domain.schedule import time_words
from dialogue_desktop.domain.words_vi import count2, date_short, thousands

#: Order of the parts of what came before the day.
_SOURCES = (Source.VILLAGE_HEAD, Source.SLIP, Source.VIA_SECRETARY, Source.ONLINE)


def build(
    view: ConferenceView, sheet: Sheet, phrases: Phrases, copy_phrase: str, *, posted: bool = False
) -> Document:
    """The tree of the minutes, without a copy's label.

    `posted`: `view` has been through `privacy.posted`, and people without consent are called citizens.
    Anchors: "opinion:<id>", "attendance", "conclusions", "end". `copy_phrase` is "{count} bản {purpose}".
    """
    joint = JointAnswers(view.records)
    return _Builder(view, sheet, phrases, copy_phrase, posted, joint).document()


@dataclass(frozen=True, slots=True)
class _Builder:
    view: ConferenceView
    sheet: Sheet
    phrases: Phrases
    copy_phrase: str
    posted: bool
    joint: JointAnswers

    def document(self) -> Document:
        plan = self.view.plan
        subject = fill(plan.conference_name or plan.subject, values_of(plan, time_text=time_words(plan)))
        versions = self.view.records.versions
        if versions and versions[-1].number > 1:
            subject = f"{subject}\n{self.phrases('second_version', number=versions[-1].number)}"
        number = number_line(self.sheet, plan.minutes_number, plan.minutes_symbol)
        blocks: list[Block] = [
            Letterhead(
                issuer_lines(plan.issuer), (plan.issuer.superior,) if plan.issuer.superior else (), number
            ),
            Title(self.phrases("kind"), unbroken(subject, plan), "title"),
            *self.head(),
            *self.collected(),
            *self.hall(),
            *self.later(),
            *self.conclusions(),
            *self.end(),
            MinutesSignature(self.secretaries(), self.chairs(), (self.phrases("file"),), "signature"),
        ]
        return Document(
            (Section(tuple(blocks)),),
            plan.issuer.style,
            title=f"{self.phrases('kind')}: {subject}".replace("\n", " "),
            author=plan.issuer.body,
        )

    # --- who, when, where

    def head(self) -> Iterator[Block]:
        session, plan = self.view.records.session, self.view.plan
        start = moment(session.started_at) if session.started_at else "………"
        yield self.labelled("start", f"{start}.")
        place = session.place or "; ".join(plan.places) or "………"
        yield self.labelled("place", sentence(place))
        yield from self.people()
        chairs = [self.chair_words(chair) for chair in self.all_chairs()]
        yield self.labelled("chairs", sentence(capital("; ".join(chairs)) or "………"))
        secretaries = [named(secretary.official) for secretary in self.all_secretaries()]
        yield self.labelled("secretaries", sentence(capital("; ".join(s for s in secretaries if s)) or "………"))
        yield Paragraph(text(self.phrases("content"), bold=True), keep_next=True)
        yield para(self.phrases("opening"))

    def labelled(self, key: str, words: str, anchor: str = "") -> Paragraph:
        return Paragraph((Run(f"{self.phrases(key)} ", bold=True), Run(words)), anchor=anchor or key)

    def people(self) -> Iterator[Block]:
        rows = self.view.records.attendance
        if not rows:
            yield self.labelled("people", "………", "attendance")
            return
        yield Paragraph(text(self.phrases("people"), bold=True), anchor="attendance", keep_next=True)
        for row in rows:
            if row.present is None:
                words = self.phrases("not_counted", label=row.label)
            elif row.total is not None:
                words = self.phrases(
                    "present_of_total",
                    label=row.label,
                    present=count2(row.present),
                    total=thousands(row.total),
                    unit=row.unit,
                )
            else:
                words = self.phrases(
                    "present_only", label=row.label, present=count2(row.present), unit=row.unit
                )
            if row.expected is not None:
                words = f"{words} {self.phrases('expected', expected=count2(row.expected))}"
            yield Item(text(sentence(words)), anchor=f"attendance:{row.id}")
        yield from self.people_totals()

    def people_totals(self) -> Iterator[Block]:
        """One line per unit of counting: those present of those of the place, the sums of the rows."""
        session = self.view.records.session
        counted = [row for row in self.view.records.attendance if row.present is not None]
        for unit in dict.fromkeys(row.unit for row in counted):
            rows = [row for row in counted if row.unit == unit and row.total is not None]
            if len(rows) < 2 and session.people_total is None:
                continue
            present = sum(row.present or 0 for row in rows)
            total = sum(row.total or 0 for row in rows)
            if session.people_total is not None and unit == session.people_unit:
                total = session.people_total
            if total:
                yield para(
                    self.phrases("people_total", present=count2(present), total=thousands(total), unit=unit)
                )

    def all_chairs(self) -> Sequence[Chair]:
        actual = self.view.records.session.chairs
        return self.view.plan.chairs if actual is None else actual

    def all_secretaries(self) -> Sequence[Secretary]:
        actual = self.view.records.session.secretaries
        return self.view.plan.secretaries if actual is None else actual

    def chair_words(self, chair: Chair) -> str:
        words = named(chair.official)
        return f"{words} (đồng chủ trì)" if chair.role is ChairRole.CO_CHAIR else words

    # --- what was asked and answered

    def collected(self) -> Iterator[Block]:
        yield self.section(1, "collected")
        opinions = self.view.records.collected()
        if not opinions:
            yield para(self.phrases("collected_none"))
            return
        by_source = {source: [o for o in opinions if o.source is source] for source in _SOURCES}
        parts = [
            f"{count2(len(found))} {self.source(source)[0].lower()}{self.source(source)[1:]}"
            for source, found in by_source.items()
            if found
        ]
        yield para(
            self.phrases(
                "collected_count",
                body=self.view.plan.issuer.body,
                count=count2(len(opinions)),
                sources=joined(parts),
            )
        )
        shown = 0
        for source, found in by_source.items():
            if not found:
                continue
            shown += 1
            number = number_of(self.sheet, Level.CLAUSE, shown)
            yield Heading(Level.CLAUSE, number, self.source(source))
            for opinion in found:
                yield from self.opinion(opinion)

    def source(self, source: Source) -> str:
        return self.phrases(f"source_{source.value}")

    def hall(self) -> Iterator[Block]:
        yield self.section(2, "hall")
        opinions = self.view.records.at_hall()
        if not opinions:
            yield para(self.phrases("hall_none"))
            return
        spoken = [
            turn
            for turn in self.view.records.turns
            if turn.state not in (TurnState.ABSENT, TurnState.WITHDRAWN, TurnState.WAITING)
        ]
        yield para(
            self.phrases(
                "hall_count",
                turns=count2(len(spoken) or len({o.turn_id or o.id for o in opinions})),
                count=count2(len(opinions)),
            )
        )
        for opinion in opinions:
            yield from self.opinion(opinion)

    def opinion(self, opinion: Opinion) -> Iterator[Block]:
        who = self.who(opinion)
        words = opinion.text.strip()
        if opinion.withheld and self.posted:
            words = self.phrases("withheld")
        yield Paragraph(
            (
                Run(f"{opinion.number}. "),
                Run(f"{capital(who)}:", bold=True),
                Run(f" {sentence(words) or '………'}"),
            ),
            anchor=f"opinion:{opinion.id}",
        )
        yield from answer_lines(opinion, self.joint, self.phrases, self.short(opinion))
        outcome = self.outcome(opinion)
        if outcome:
            yield Paragraph((Run(f"{self.phrases('outcome')} ", italic=True), Run(sentence(outcome))))

    def who(self, opinion: Opinion) -> str:
        """Everybody behind an opinion with their places, and how it came into the hall."""
        turn = next((t for t in self.view.records.turns if opinion.turn_id and t.id == opinion.turn_id), None)
        ways = ways_words(turn, self.phrases)
        if opinion.anonymous:
            places = joined(tuple(dict.fromkeys(v.locality for v in opinion.voices if v.locality)))
            return with_place(self.phrases("anonymous"), places, ways)
        if self.posted and not may_name(opinion):
            places = joined(tuple(dict.fromkeys(v.locality for v in opinion.voices if v.locality)))
            return with_place(f"{self.phrases('citizen')} {places}".strip(), ways)
        last = len(opinion.voices) - 1
        people = [
            with_place(
                voice.shown or self.phrases("citizen" if voice.address else "unknown"),
                voice.address,
                ways if at == last else "",
            )
            for at, voice in enumerate(opinion.voices)
        ]
        if opinion.group_note and not (self.posted and not may_name(opinion)):
            people.append(opinion.group_note)
        return "; ".join(people) or with_place(self.phrases("unknown"), ways)

    def short(self, opinion: Opinion) -> str:
        """The first of them without place, for the rounds that follow."""
        hidden = opinion.anonymous or (self.posted and not may_name(opinion))
        if hidden or not opinion.voices or not opinion.voices[0].name:
            return self.phrases("citizen")
        return opinion.voices[0].shown

    def outcome(self, opinion: Opinion) -> str:
        if opinion.outcome is None:
            return ""
        parts = [self.phrases(f"outcome_{opinion.outcome.value}")]
        if opinion.outcome_reason:
            parts.append(self.phrases("reason", reason=opinion.outcome_reason.rstrip(" .;")))
        parts += self.duty(opinion)
        return "; ".join(parts)

    def duty(self, opinion: Opinion) -> list[str]:
        """Who does what until when."""
        parts = []
        if opinion.receiving_body:
            parts.append(self.phrases("receiving", body=opinion.receiving_body))
        if opinion.unit:
            parts.append(self.phrases("unit", unit=opinion.unit))
        if opinion.deadline:
            parts.append(self.phrases("deadline", day=date_short(opinion.deadline)))
        return parts

    # --- what follows

    def later(self) -> Iterator[Block]:
        yield self.section(3, "later")
        opinions = self.view.records.opinions
        written = [o for o in opinions if o.outcome in (Outcome.WRITTEN, Outcome.PARTLY, Outcome.OFF_TOPIC)]
        escalated = [o for o in opinions if o.outcome is Outcome.ESCALATED]
        for k, (key, found) in enumerate(
            (("later_written", written), ("later_escalated", escalated)), start=1
        ):
            yield Heading(Level.CLAUSE, number_of(self.sheet, Level.CLAUSE, k), self.phrases(key))
            if not found:
                yield para(self.phrases("later_none"))
            for opinion in found:
                duty = "; ".join(self.duty(opinion)) or self.phrases(f"outcome_{opinion.outcome}")
                line = self.phrases(
                    "later_line", number=opinion.number, who=self.short_with_place(opinion), duty=duty
                )
                yield Item(text(sentence(line)), anchor=f"later:{opinion.id}")

    def short_with_place(self, opinion: Opinion) -> str:
        place = opinion.voices[0].locality if opinion.voices else ""
        who = self.short(opinion)
        who = who[:1].lower() + who[1:] if who == self.phrases("citizen") else who
        return (
            f"{who} {place}".strip()
            if who == self.phrases("citizen").lower()
            else (f"{who} ({place})" if place else who)
        )

    def conclusions(self) -> Iterator[Block]:
        yield self.section(4, "conclusion")
        opinions = self.view.records.opinions
        if opinions:
            counts = [(outcome, sum(1 for o in opinions if o.outcome is outcome)) for outcome in Outcome]
            parts = [
                f"{count2(count)} ý kiến {self.phrases(f'outcome_{outcome.value}')}"
                for outcome, count in counts
                if count
            ]
            if parts:
                yield para(self.phrases("figures", count=count2(len(opinions)), parts="; ".join(parts)))
        rows = self.view.records.conclusions
        if not rows:
            yield para(self.phrases("conclusion_none"), anchor="conclusions")
            return
        groups = (
            ("settled", [r for r in rows if r.settled]),
            ("unsettled", [r for r in rows if not r.settled]),
        )
        shown = 0
        for key, found in groups:
            if not found:
                continue
            shown += 1
            yield Heading(Level.CLAUSE, number_of(self.sheet, Level.CLAUSE, shown), self.phrases(key), key)
            for row in found:
                parts = [row.text.strip().rstrip(" .;")]
                if row.unit and not says_unit(row.text, row.unit):
                    parts.append(self.phrases("unit", unit=row.unit))
                if row.deadline and not says_day(row.text, row.deadline):
                    parts.append(self.phrases("deadline", day=date_short(row.deadline)))
                yield Item(text(sentence("; ".join(parts))), anchor=f"conclusion:{row.id}")

    def end(self) -> Iterator[Block]:
        session = self.view.records.session
        count, copies = copies_text(self.view.plan.copies, self.copy_phrase)
        if count:
            key = "adopted" if session.adopted else "adopted_plain"
            yield para(self.phrases(key, count=count2(count), copies=copies))
        ended = moment(session.ended_at) if session.ended_at else "………"
        yield para(self.phrases("end", time=ended) + self.sheet.words.end, Role.CLOSING, "end")

    def secretaries(self) -> tuple[Signer, ...]:
        return tuple(Signer(s.official.name, s.official.position) for s in self.all_secretaries())

    def chairs(self) -> tuple[Signer, ...]:
        signing = [c for c in self.all_chairs() if c.role is not ChairRole.DEPUTY] or list(self.all_chairs())
        return tuple(Signer(c.official.name, c.official.position) for c in signing)

    def section(self, number: int, key: str) -> Heading:
        return Heading(Level.SECTION, number_of(self.sheet, Level.SECTION, number), self.phrases(key), key)
