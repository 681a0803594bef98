"""What was answered to one opinion, round by round, as lines of the minutes (M1, L3, L4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_desktop.documents.minutes_frame import Frame
from dialogue_desktop.documents.office_words import capital, sentence
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.said_by import speaker
from dialogue_desktop.documents.tree import Paragraph, Run
from dialogue_desktop.domain.records import Answer, Opinion


def answer_lines(opinion: Opinion, frame: Frame) -> Iterator[Paragraph]:
    """The rounds, then the number of the opinion whose answer is the answer to this one too; without any of
    it what was prepared before the day, called so."""
    phrases, joint = frame.phrases, frame.joint
    source = frame.sources.of(opinion)
    if source.other is not None:
        where = "answer_as_hall" if source.other.said_at_hall and not opinion.said_at_hall else "answer_joint"
        yield _line(phrases("answer"), phrases(where, number=source.other.number))
        return
    answered = False
    led = joint.led_by(opinion.id)
    for answer in joint.own_answers(opinion):
        again = answer.follow_up.strip()
        if again:
            yield _line(phrases("follow_up", who=capital(speaker(opinion, frame))), again)
        if answer.text.strip():
            first = () if answered else led
            yield _line(_lead(answer, phrases, first, added=answered and not again), answer.text.strip())
            answered = True
    lead = joint.lead_of(opinion)
    if lead is not None and joint.is_answered(lead):
        yield _line(phrases("answer"), phrases("answer_joint", number=lead.number))
    elif source.prepared:
        unit = (opinion.prepared_by or opinion.unit).strip().rstrip(".;,")
        key = "answer_prepared_by" if unit else "answer_prepared"
        yield _line(phrases(key, unit=unit), opinion.prepared_answer.strip())


def _lead(answer: Answer, phrases: Phrases, led: Sequence[Opinion], *, added: bool) -> str:
    """Who answers; `led`: to which others too; `added`: one more in the same round, without anything being
    said in between."""
    parts = [part.strip(" ,;:") for part in (answer.answerer, answer.answerer_position)]
    who = ", ".join(part for part in parts if part)
    if all(parts):
        who += ","
    key = "answer_added" if added else "answer_common" if led else "answer"
    numbers = ", ".join(str(one.number) for one in led)
    return phrases(f"{key}_of" if who else key, who=capital(who), numbers=numbers)


def _line(lead: str, words: str) -> Paragraph:
    return Paragraph((Run(f"{lead} ", italic=True), Run(sentence(words))))
