"""What was answered to one opinion, round by round, as lines of the minutes (M1, L3, L4)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desktop.documents.office_words import capital, sentence
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.tree import Block, Paragraph, Run
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.records import Answer, Opinion


def answer_lines(opinion: Opinion, joint: JointAnswers, phrases: Phrases, speaker: str) -> Iterator[Block]:
    """The rounds, then the number of the opinion whose answer is the answer to this one too. `speaker` is
    the one who says something again."""
    answered = False
    for answer in joint.own_answers(opinion):
        again = answer.follow_up.strip()
        if again:
            yield _line(phrases("follow_up", who=capital(speaker)), again)
        if answer.text.strip():
            yield _line(_lead(answer, phrases, added=answered and not again), answer.text.strip())
            answered = True
    lead = joint.lead_of(opinion)
    if lead is not None and joint.is_answered(lead):
        yield _line(phrases("answer"), phrases("answer_joint", number=lead.number))


def _lead(answer: Answer, phrases: Phrases, *, added: bool) -> str:
    """Who answers; `added`: one more in the same round, without anything being said in between."""
    who = ", ".join(part for part in (answer.answerer, answer.answerer_position) if part)
    if answer.answerer and answer.answerer_position:
        who += ","
    key = "answer_added" if added else "answer"
    return phrases(f"{key}_of", who=capital(who)) if who else phrases(key)


def _line(lead: str, words: str) -> Paragraph:
    return Paragraph((Run(f"{lead} ", italic=True), Run(sentence(words))))
