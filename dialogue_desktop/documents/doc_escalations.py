"""The letters to the competent level: one for each body, with all that is asked of it and an extract of the
minutes (M6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.documents.after_ends import office_of
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.letter_frame import (
    LetterFrame,
    chosen,
    cited_letter,
    conference_on,
    lead,
    minutes_cited,
    series,
)
from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import capital, sentence
from dialogue_desktop.documents.people_words import outside
from dialogue_desktop.documents.told_matter import Teller
from dialogue_desktop.documents.tree import (
    Align,
    Appendix,
    Block,
    Column,
    Document,
    Heading,
    Level,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    Table,
    cell,
    para,
)
from dialogue_desktop.domain.after_records import Commitment
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.letters import escalations
from dialogue_desktop.domain.reader_texts import ReaderTexts
from dialogue_desktop.domain.records import OUTCOME_LABELS, Opinion, Outcome
from dialogue_desktop.domain.words_vi import count2, weekday_date

#: More matters than these stand in a table.
_MOST_CLAUSES = 3
#: Working days that the higher level is asked to reply within; the office may reword the request.
REPLY_WITHIN = 15
_COLUMNS = (Column(11, Align.CENTER), Column(33), Column(), Column(57))
#: The law that a conference is held by, from which day on (NĐ 30/2020: laws are cited without their issuer).
_LAWS = ((date(2025, 6, 16), "law_72"), (date(2025, 3, 1), "law_65"), (date.min, "law_2015"))


def build(source: AfterPaper) -> Document:
    """Two sections for each letter: the letter, and what the minutes say of its matters."""
    texts = ReaderTexts.of(source.records, source.paper.plan)
    joint = JointAnswers(source.records)
    sections: list[Section] = []
    for letter in chosen(escalations(source.records, source.commitments), source.only):
        made = _Escalation(LetterFrame(source, letter), texts, joint)
        sections.append(Section(tuple(made.blocks())))
        if made.frame.opinions():
            sections.append(Section(tuple(made.extract())))
    about = source.paper.phrases("about", conference=source.paper.conference)
    return series(source, about, sections)


@dataclass(frozen=True, slots=True)
class _Escalation:
    """One letter."""

    frame: LetterFrame
    texts: ReaderTexts
    joint: JointAnswers

    def blocks(self) -> Iterator[Block]:
        frame, phrases, source = self.frame, self.frame.phrases, self.frame.source
        to = frame.letter.to
        yield frame.head(phrases("subject"))
        yield frame.addressee([to or phrases("to_blank")])
        yield from frame.part("opening", self.opening())
        yield from self.matters()
        start = source.line(frame.letter.subject).dated_on or source.today
        day = source.paper.calendar.add_working(start, REPLY_WITHIN)
        request = phrases(
            "request",
            body=frame.body,
            body_short=source.paper.body_short,
            to=to or phrases("to_words"),
            day=weekday_date(day),
        )
        yield from frame.part("request", request)
        yield from frame.closing(phrases("closing", body=frame.body))
        yield frame.end((phrases("copy_first"), *frame.usual_copies()))

    def opening(self) -> str:
        frame, source = self.frame, self.frame.source
        phrases, paper = frame.phrases, source.paper
        held = paper.plan.day or source.today
        law = next(key for since, key in _LAWS if held >= since)
        return phrases(
            "opening_plan" if paper.party else "opening",
            law=phrases(law),
            plan=paper.cited_plan(),
            body=frame.body,
            conference=conference_on(source),
            count=count2(len(frame.opinions()) + len(self.bare())),
            to=frame.letter.to or phrases("to_words"),
            minutes=minutes_cited(source),
        )

    def bare(self) -> tuple[Commitment, ...]:
        """Promises without any opinion: conclusions of the chair."""
        return tuple(one for one in self.frame.commitments() if not one.opinion_ids)

    def teller(self, opinion: Opinion | None) -> Teller:
        """For what belongs to an opinion; a promise of its own belongs to none."""
        about = [opinion] if opinion is not None else []
        source = self.frame.source

        def fit(words: str) -> str:
            return self.texts.for_higher_level(words, about)

        return Teller(source.records, self.frame.phrases, self.joint, fit, source.today)

    # --- what is asked for

    def matters(self) -> Iterator[Block]:
        opinions, bare = self.frame.opinions(), self.bare()
        if len(opinions) + len(bare) > _MOST_CLAUSES:
            unit = self.frame.source.paper.plan.issuer.unit_kind.value
            heads = (words.format(unit=unit) for words in self.frame.phrases.list("columns"))
            header = Row(tuple(cell(words) for words in heads))
            yield Table(_COLUMNS, tuple(self.rows()), (header,))
            return
        yield from self.clauses()

    def clauses(self) -> Iterator[Block]:
        phrases, sheet = self.frame.phrases, self.frame.source.paper.sheet
        unit = self.frame.source.paper.plan.issuer.unit_kind.value
        view_lead = phrases("view_lead", unit=unit)
        opinions = self.frame.opinions()
        for at, one in enumerate(opinions, start=1):
            key = "clause_field" if one.field.strip() else "clause"
            words = phrases(key, number=one.number, field=one.field.strip())
            yield Heading(Level.CLAUSE, number_of(sheet, Level.CLAUSE, at), words, f"opinion:{one.id}")
            who = phrases("asked_lead", who=capital(outside(one, phrases)))
            yield lead(who, self.teller(one).quoted(one))
            yield lead(view_lead, self.view(one))
        for at, promise in enumerate(self.bare(), start=len(opinions) + 1):
            words = phrases("clause_promise", number=at)
            yield Heading(Level.CLAUSE, number_of(sheet, Level.CLAUSE, at), words, f"promise:{promise.id}")
            yield para(sentence(self.teller(None).fit(promise.text)))
            yield lead(view_lead, self.view(None, promise))

    def rows(self) -> Iterator[Row]:
        for one in self.frame.opinions():
            who = capital(outside(one, self.frame.phrases))
            asked = self.teller(one).quoted(one)
            cells = (cell(str(one.number)), cell(who), cell(asked), cell(self.view(one)))
            yield Row(cells, anchor=f"opinion:{one.id}")
        for promise in self.bare():
            words = sentence(self.teller(None).fit(promise.text))
            who = capital(self.frame.phrases("conclusion"))
            cells = (cell(""), cell(who), cell(words), cell(self.view(None, promise)))
            yield Row(cells, anchor=f"promise:{promise.id}")

    def view(self, opinion: Opinion | None, promise: Commitment | None = None) -> str:
        """What the commune has said and done of it; the office may put it into other words."""
        teller = self.teller(opinion)
        promises = [promise] if promise else []
        if opinion is not None:
            promises = [one for one in self.frame.commitments() if opinion.id in one.opinion_ids][:1]
        lines = list(teller.said([opinion])) if opinion is not None else []
        lines += teller.done(promises)
        drafted = "\n".join(line.plain for line in lines) or sentence(capital(self.frame.phrases("no_view")))
        number = opinion.number if opinion is not None else promise.number if promise is not None else 0
        return self.frame.words(f"view:{number}", drafted)

    # --- what the minutes say

    def extract(self) -> Iterator[Block]:
        frame, phrases, source = self.frame, self.frame.phrases, self.frame.source
        cited = cited_letter(source, source.name, frame.letter.subject)
        year = source.paper.plan.year
        enclosed = (
            phrases("enclosed", cited=cited, body=frame.body)
            if cited
            else phrases("enclosed_blank", year=year, body=frame.body)
        )
        title = f"{phrases('extract')}\n{source.paper.whole(source.paper.conference)}"
        yield Appendix("", title, source.paper.whole(enclosed))
        yield para(phrases("extract_lead", minutes=minutes_cited(source)))
        for one in frame.opinions():
            yield from self.extracted(one)
        end = phrases("extract_end", office=office_of(source))
        yield para(source.paper.ended(end), Role.CLOSING, frame.anchor("extract-end"))

    def extracted(self, one: Opinion) -> Iterator[Block]:
        """One opinion as in the minutes, in full; who did not agree is not named."""
        phrases, teller = self.frame.phrases, self.teller(one)
        words = sentence(teller.fit(one.text.strip())) or phrases("no_text")
        who = Run(f"{capital(outside(one, phrases))}:", bold=True)
        yield Paragraph((Run(f"{one.number}. "), who, Run(f" {words}")), anchor=f"extract:{one.id}")
        for answer in self.joint.answers_to(one):
            if answer.follow_up.strip():
                yield lead(phrases("follow_up"), sentence(teller.fit(answer.follow_up.strip())))
            if answer.text.strip():
                said = ", ".join(part for part in (answer.answerer, answer.answerer_position) if part)
                start = phrases("said_by", who=said) if said else phrases("said")
                yield lead(start, sentence(teller.fit(answer.text.strip())))
        if one.outcome is not None:
            escalated = one.outcome is Outcome.ESCALATED
            result = phrases("extract_escalated") if escalated else OUTCOME_LABELS[one.outcome].lower()
            yield lead(phrases("extract_result"), sentence(result))
