"""The text read over the village loudspeakers: large letters, every number in words (C1)."""

from __future__ import annotations

import math
from datetime import date

from dialogue_desktop.documents.office_words import lower_first, sentence
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import Block, Document, Paragraph, Role, SignatureBlock, Signer, text
from dialogue_desktop.domain.deadlines import Anchor, Direction
from dialogue_desktop.domain.plan import ChairRole
from dialogue_desktop.domain.spoken import spoken, spoken_date, spoken_time
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import weekday_date

_SYLLABLES_A_MINUTE = 130  # slow reading, heard across a village


def build(paper: Paper) -> Document:
    """What is read has the role READ_ALOUD and no figures; all else is for the one who reads."""
    subject = paper.phrases("subject", conference=paper.conference)
    read = [sentence(spoken(words)) for words in _read(paper)]
    read[-1] = paper.ended(read[-1])
    minutes = max(1, math.ceil(sum(len(words.split()) for words in read) / _SYLLABLES_A_MINUTE))
    aired = paper.phrases("aired", times=_aired(paper), minutes=f"{minutes:02d}")
    blocks: list[Block] = [
        paper.letterhead(),
        paper.title(subject),
        Paragraph(text(aired, italic=True), Role.NOTE, "aired"),
        *(Paragraph(text(words), Role.READ_ALOUD) for words in read),
        SignatureBlock(Signer(position=paper.phrases("approver")), (), "signature"),
    ]
    return paper.document(blocks, subject=subject)


def _read(paper: Paper) -> list[str]:
    phrases, plan = paper.phrases, paper.plan
    conference = lower_first(paper.conference)
    when = _when(paper)
    year = plan.time.year or plan.year
    place = phrases("at", place=paper.where()) if plan.places else ""
    lines = [
        phrases("greeting", localities=paper.localities),
        phrases("news", body=paper.body, conference=conference),
        phrases("time", time=when, place=place) if when else phrases("time_blank", year=year, place=place),
    ]
    if not place:
        lines.append(phrases("place_blank"))
    chairs = paper.people(ChairRole.CHAIR, ChairRole.CO_CHAIR)
    if chairs:
        lines.append(phrases("chairs", names="; ".join(chairs)))
    topics = [lower_first(topic.strip(" .;")) for topic in paper.topics()]
    if topics:
        lines.append(phrases("topics", topics="; ".join(topics)))
    lines.append(phrases("come", minutes=plan.turn_minutes))
    by = paper.sent_by(note_shown=False).removesuffix(f"/{year}")  # who listens knows the year
    lines.append(phrases("send", heads=paper.heads, body=paper.body, by=by))
    if when and place:
        lines.append(phrases("again", time=_when(paper, year=False), place=place))
    lines.append(phrases("thanks"))
    return lines


def _when(paper: Paper, *, year: bool = True) -> str:
    """The day and hour in words; empty while the day is unknown, for then it is written by hand."""
    plan = paper.plan
    if plan.day is None:
        return ""
    hour = spoken_time(plan.time.start) if plan.time.start else paper.common("hour_blank")
    return f"{hour}, {spoken_date(plan.day, year=year)}"


def _aired(paper: Paper) -> str:
    first = _notice_day(paper)
    if first is None or paper.plan.day is None:
        return paper.phrases("aired_blank")
    return paper.phrases("aired_days", first=weekday_date(first), last=weekday_date(paper.plan.day))


def _notice_day(paper: Paper) -> date | None:
    """By when the plan wants the conference made known."""
    for line in paper.duties:
        rule = line.duty.rule
        before = (
            rule is not None and rule.anchor is Anchor.CONFERENCE_DAY and rule.direction is Direction.BEFORE
        )
        words = fold(f"{line.duty.summary} {line.duty.text}")
        if before and line.due is not None and ("thong bao" in words or "truyen thanh" in words):
            return line.due
    return None
