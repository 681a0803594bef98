"""The written replies in series: one letter for a matter, a person or a thôn (M5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogue_desktop.documents.after_ends import office_of
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.letter_frame import (
    LetterFrame,
    chosen,
    cited_letter,
    conference_on,
    lead,
    series,
)
from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import capital
from dialogue_desktop.documents.people_words import (
    MOST_NAMED,
    called,
    full,
    groups_of,
    head_of,
    outside,
    places_of,
    voices_of,
)
from dialogue_desktop.documents.told_matter import Line, Teller
from dialogue_desktop.documents.tree import Block, Document, Heading, Item, Level, Run, Section, para
from dialogue_desktop.domain.after_records import Commitment, CommitmentState, StepKind
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.letters import ReplyWay, escalations, nameless, private, replies, way_of
from dialogue_desktop.domain.reader_texts import ReaderTexts
from dialogue_desktop.domain.records import Opinion, Outcome
from dialogue_desktop.domain.words_vi import date_short


def build(source: AfterPaper) -> Document:
    """A section for each letter, in the order of the opinions."""
    way = next((found for found in map(way_of, source.only) if found is not None), source.way)
    letters = replies(source.records, source.commitments, way)
    sent = {
        key: one.subject for one in escalations(source.records, source.commitments) for key in one.opinion_ids
    }
    texts = ReaderTexts.of(source.records, source.paper.plan)
    joint = JointAnswers(source.records)
    made = (
        _Reply(LetterFrame(source, letter), texts, joint, sent) for letter in chosen(letters, source.only)
    )
    about = source.paper.phrases("about", conference=source.paper.conference)
    return series(source, about, (Section(tuple(one.blocks())) for one in made))


@dataclass(frozen=True, slots=True)
class _Reply:
    """One letter; `sent` tells for each opinion that went up with which letter, by subject."""

    frame: LetterFrame
    texts: ReaderTexts
    joint: JointAnswers
    sent: dict[str, str]

    def blocks(self) -> Iterator[Block]:
        frame, phrases = self.frame, self.frame.phrases
        opinions = frame.opinions()
        about = phrases("subject_people", place=self.shown_place) if self.people else phrases("subject")
        yield frame.head(about)
        yield frame.addressee(self.receivers(opinions))
        said = {one.said_at_hall for one in opinions}
        key = "opening_both" if len(said) > 1 else "opening_hall" if True in said else "opening_before"
        opening = phrases(
            key, body=frame.body, you=self.you(opinions), conference=conference_on(frame.source)
        )
        yield from frame.part("opening", opening)
        way = way_of(frame.letter.subject)
        several = way is ReplyWay.LOCALITY or (way is ReplyWay.PERSON and len(opinions) > 1)
        yield from self.several(opinions) if several else self.one_matter(opinions)
        yield from self.named_at_end(opinions)
        if self.people or all(nameless(one) for one in opinions):
            closing = phrases("closing_head", head=self.heads(opinions), body=frame.body)
        else:
            you = self.you(opinions)
            closing = phrases("closing", body=frame.body, you=you, office=office_of(frame.source))
        yield from frame.closing(closing)
        yield frame.end(self.copies(opinions))

    # --- to whom

    @property
    def people(self) -> bool:
        """Whether it goes to a thôn, where others read it too."""
        return way_of(self.frame.letter.subject) is ReplyWay.LOCALITY

    @property
    def shown_place(self) -> str:
        return self.frame.letter.to or self.frame.source.paper.plan.issuer.unit

    def you(self, opinions: Sequence[Opinion]) -> str:
        if self.people:
            return self.frame.phrases("you_people", place=self.shown_place)
        return called(opinions, self.frame.phrases)

    def heads(self, opinions: Sequence[Opinion]) -> str:
        """Who hands the words on."""
        if self.people and self.frame.letter.to:
            return head_of(self.frame.letter.to)
        places = places_of(opinions)
        return ", ".join(head_of(place) for place in places) or self.frame.source.paper.heads

    def receivers(self, opinions: Sequence[Opinion]) -> list[str]:
        phrases, frame = self.frame.phrases, self.frame
        if self.people:
            place = frame.letter.to
            if place:
                return [phrases("to_people", head=head_of(place), place=place)]
            paper = frame.source.paper
            return [phrases("to_people_all", heads=paper.heads, unit=paper.plan.issuer.unit)]
        voices, groups = voices_of(opinions), groups_of(opinions)
        if len(voices) > MOST_NAMED:
            first, count = full(voices[0]), f"{len(voices) - 1:02}"
            return [phrases("to_all", first=first, count=count), *map(capital, groups)]
        if voices or groups:
            return [*map(full, voices), *map(capital, groups)]
        places = places_of(opinions)
        if places:
            return [phrases("to_head", head=head_of(place)) for place in places]
        return [phrases("to_unnamed", body=frame.source.paper.body_short)]

    def named_at_end(self, opinions: Sequence[Opinion]) -> Iterator[Block]:
        voices = voices_of(opinions)
        if not self.people and len(voices) > MOST_NAMED:
            yield para(self.frame.phrases("people", names="; ".join(map(full, voices))), anchor="people")

    def who(self, opinion: Opinion) -> str:
        """Who asked, for the reader of this letter."""
        if self.people:
            return capital(outside(opinion, self.frame.phrases))
        names = [full(voice) for voice in voices_of([opinion])] or list(map(capital, groups_of([opinion])))
        return "; ".join(names) or capital(self.frame.phrases("you_unnamed"))

    def teller(self, opinions: Sequence[Opinion]) -> Teller:
        source = self.frame.source
        readers = voices_of(self.frame.opinions())

        def fit(words: str) -> str:
            if self.people:
                return self.texts.for_all(words, opinions)
            return self.texts.for_themselves(words, readers)

        today = source.line(self.frame.letter.subject).dated_on or source.today
        return Teller(source.records, self.frame.phrases, self.joint, fit, today)

    # --- what was asked, what is answered

    def one_matter(self, opinions: Sequence[Opinion]) -> Iterator[Block]:
        frame = self.frame
        teller = self.teller(opinions)
        yield self.heading(1, "asked")
        asked = [(self.asked_lead(one, len(opinions)), teller.quoted(one)) for one in opinions]
        own = frame.source.line(frame.letter.subject).part("asked").strip()
        drafted = "\n".join(f"{start} {words}" for start, words in asked)
        if own:
            yield from frame.part("asked", drafted)
        else:
            frame.words("asked", drafted)
            for start, words in asked:
                if len(asked) > 1:
                    yield Item((Run(f"{start} ", italic=True), Run(words)), anchor=frame.anchor("asked"))
                else:
                    yield lead(start, words, anchor=frame.anchor("asked"))
        yield self.heading(2, "answer")
        yield from self.answered("answer", teller, opinions, frame.commitments())

    def several(self, opinions: Sequence[Opinion]) -> Iterator[Block]:
        """A clause for each matter; opinions of one promise stand together."""
        frame, phrases = self.frame, self.frame.phrases
        promises = frame.commitments()
        matters: dict[str, list[Opinion]] = {}
        for one in opinions:
            promise = next((p for p in promises if one.id in p.opinion_ids), None)
            matters.setdefault(promise.id if promise else one.id, []).append(one)
        for k, (key, found) in enumerate(matters.items(), start=1):
            first = found[0]
            shown = ", ".join(str(one.number) for one in found)
            name = "matter_field" if first.field.strip() else "matter"
            words = phrases(name, number=shown, field=first.field.strip())
            number = number_of(frame.source.paper.sheet, Level.CLAUSE, k)
            yield Heading(Level.CLAUSE, number, words, f"matter:{first.id}")
            teller = self.teller(found)
            for one in found:
                yield lead(phrases("asked_lead", who=self.who(one)), teller.quoted(one))
            mine = [promise for promise in promises if promise.id == key]
            yield from self.answered(f"answer:{first.number}", teller, found, mine)

    def heading(self, n: int, key: str) -> Heading:
        number = number_of(self.frame.source.paper.sheet, Level.CLAUSE, n)
        return Heading(Level.CLAUSE, number, self.frame.phrases(key), self.frame.anchor(f"head-{key}"))

    def asked_lead(self, opinion: Opinion, count: int) -> str:
        phrases = self.frame.phrases
        if count == 1:
            return phrases("asked_one", number=opinion.number)
        if len(self.receivers(self.frame.opinions())) == 1:
            return phrases("asked_number", number=opinion.number)
        return phrases("asked_by", who=self.who(opinion), number=opinion.number)

    def answered(
        self, key: str, teller: Teller, opinions: Sequence[Opinion], promises: Sequence[Commitment]
    ) -> Iterator[Block]:
        """The drafted answer line by line, or the office's own words in its place."""
        frame = self.frame
        lines = list(self.lines(teller, opinions, promises))
        drafted = "\n".join(line.plain for line in lines)
        own = frame.source.line(frame.letter.subject).part(key).strip()
        if own:
            yield from frame.part(key, drafted)
            return
        frame.words(key, drafted)
        for line in lines:
            yield line.block(frame.anchor(key))

    def lines(
        self, teller: Teller, opinions: Sequence[Opinion], promises: Sequence[Commitment]
    ) -> Iterator[Line]:
        frame, phrases = self.frame, self.frame.phrases
        off = next((one for one in opinions if one.outcome is Outcome.OFF_TOPIC), None)
        if off is not None:
            reason = teller.fit(off.outcome_reason.strip(" .;"))
            key = "off_topic_why" if reason else "off_topic"
            yield Line(phrases(key, body=frame.body, reason=reason[:1].lower() + reason[1:]))
        yield from teller.said(opinions)
        done = list(teller.done(promises))
        if done:
            yield Line(phrases("since", day=date_short(teller.today)))
            yield from done
        told = promises or [_as_promise(one) for one in opinions[:1]]
        for promise in told:
            yield Line(self.owed(teller, promise, opinions))

    def owed(self, teller: Teller, promise: Commitment, opinions: Sequence[Opinion]) -> str:
        frame, phrases = self.frame, self.frame.phrases
        up = next((self.sent[one.id] for one in opinions if one.id in self.sent), None)
        if up is None or promise.state is CommitmentState.DONE:
            return teller.owed(promise)
        to = promise.receiving_body.strip() or phrases("beyond_blank")
        cited = cited_letter(frame.source, "escalations", up) or teller.letter(promise, StepKind.LETTER_OUT)
        words = [phrases("beyond", body=frame.body)]
        words.append(phrases("beyond_cited" if cited else "beyond_to", body=frame.body, to=to, cited=cited))
        answered = teller.letter(promise, StepKind.LETTER_IN)
        key = "beyond_answered" if answered else "beyond_waits"
        return f"{' '.join(words)}{phrases(key, to=to, you=self.you(opinions), cited=answered)}"

    def copies(self, opinions: Sequence[Opinion]) -> tuple[str, ...]:
        """The office's usual ones, who has to do it, the heads of further thôn. Who asked not to be named is
        known to those who settle the matter and to nobody else."""
        frame, phrases = self.frame, self.frame.phrases
        usual = frame.usual_copies()
        if not self.people and any(private(one) for one in opinions):
            usual = usual[:1]
        units = dict.fromkeys(one.unit.strip() for one in frame.commitments() if one.open)
        places = [place for place in places_of(opinions) if place != frame.letter.to] if self.people else []
        return (
            phrases("copy_first"),
            *usual,
            *(phrases("copy_head", head=head_of(place)) for place in places),
            *(phrases("copy_unit", unit=unit) for unit in units if unit),
        )


def _as_promise(one: Opinion) -> Commitment:
    """What the opinion itself says of who owes what."""
    return Commitment(
        one.id, one.number, unit=one.unit, deadline=one.deadline, receiving_body=one.receiving_body
    )
