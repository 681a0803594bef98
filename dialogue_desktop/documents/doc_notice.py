"""The public notice of the conference: form 1.4 of NĐ 30/2020, with what the law asks to be told (C1, C2)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import capital, sentence
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import (
    Block,
    Document,
    Heading,
    Item,
    Level,
    Mark,
    Paragraph,
    Role,
    Run,
    para,
    text,
)
from dialogue_desktop.domain.plan import ChairRole, MeetingForm
from dialogue_desktop.domain.plan import Level as GroupLevel
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import count2

# What a note on the form must speak of to tell people how they can take part.
_TAKING_PART = ("gui y kien", "truc tuyen", "duong dan", "phieu", "dang ky", "dien thoai", "truyen hinh")


def build(paper: Paper) -> Document:
    """Time, place, content and way of attending (Luật 72/2025/QH15, Điều 43 khoản 2), from the plan alone."""
    phrases = paper.phrases
    subject = phrases("subject", conference=paper.conference)
    blocks = [
        paper.letterhead("TB"),
        paper.title(subject),
        para(phrases("lead_in", plan=paper.cited_plan(), body=paper.body), anchor="lead_in"),
        _numbered(paper, 1, "time", paper.when()),
        _numbered(paper, 2, "place", paper.where()),
        _numbered(paper, 3, "form", paper.plan.form.value),
        Heading(Level.CLAUSE, number_of(paper.sheet, Level.CLAUSE, 4), phrases("who").rstrip(":"), "who"),
        *_who(paper),
        Heading(Level.CLAUSE, number_of(paper.sheet, Level.CLAUSE, 5), phrases("topics"), "topics"),
        *_topics(paper),
        Heading(Level.CLAUSE, number_of(paper.sheet, Level.CLAUSE, 6), phrases("joining"), "joining"),
        *_joining(paper),
        para(paper.ended(phrases("closing", body=paper.body)), Role.CLOSING, "closing"),
        paper.signature(_recipients(paper)),
    ]
    return paper.document(blocks, subject=subject)


def _numbered(paper: Paper, n: int, key: str, words: str) -> Paragraph:
    made = paper.labelled(key, words, key)
    label, rest = made.runs
    number = number_of(paper.sheet, Level.CLAUSE, n)
    return Paragraph((Run(f"{number} {label.text}", bold=True), rest), anchor=key)


def _who(paper: Paper) -> Iterator[Block]:
    chairs = paper.people(ChairRole.CHAIR, ChairRole.CO_CHAIR)
    if chairs:
        yield Item(text(paper.phrases("chairs", names="; ".join(chairs))), anchor="chairs")
    public = (GroupLevel.LOCALITY, GroupLevel.PEOPLE)
    groups = [paper.filled(g.text).strip(" .;") for g in paper.plan.participants if g.level in public]
    groups = [group for group in groups if group]
    if len(groups) > 1:
        yield Item(text(paper.phrases("people_listed")), anchor="people")
        for group in groups:
            yield Item(text(sentence(group)), Mark.PLUS)
        return
    people = groups[0] if groups else paper.phrases("people_all", localities=paper.localities)
    yield Item(text(paper.phrases("people", people=people)), anchor="people")


def _topics(paper: Paper) -> Iterator[Block]:
    topics = paper.topics() or (paper.phrases("topics_plain", localities=paper.localities),)
    for topic in topics:
        yield Item(text(sentence(capital(topic))))


def _joining(paper: Paper) -> Iterator[Block]:
    phrases, plan = paper.phrases, paper.plan
    if plan.form is not MeetingForm.ONLINE:
        yield Item(text(phrases("join_come", minutes=count2(plan.turn_minutes))))
    if plan.form is not MeetingForm.DIRECT:
        yield Item(text(phrases("join_online")))
    yield Item(
        text(phrases("join_send", heads=paper.heads, body=paper.body, by=paper.sent_by(note_shown=True)))
    )
    if any(word in fold(plan.form_note) for word in _TAKING_PART):
        yield Item(text(sentence(paper.filled(plan.form_note))), anchor="form_note")
    yield Item(text(phrases("join_answer")))


def _recipients(paper: Paper) -> tuple[str, ...]:
    """Those whom a notice goes to; the line of the file as the plan has it."""
    issuer = paper.plan.issuer
    names = paper.phrases.list("recipients_party" if paper.party else "recipients_state")
    kept = [r for r in paper.plan.recipients[-1:] if r.lstrip("- ").startswith("Lưu")]
    filed = paper.filled(kept[0]) if kept else paper.phrases("file")
    return (*(name.format(unit=issuer.unit_kind.value, heads=paper.heads) for name in names), filed)
