"""What may be made public: the posted minutes, the screen of the hall (M2, L10; Luật 91/2025, Điều 16)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogue_desktop.domain.records import Opinion, Records, Turn, Voice

#: Ten or eleven digits of a telephone, or twelve of an identity number, with dots or spaces between.
_NUMBER = re.compile(r"(?<![\d.,])(?:\+?84|0)(?:[ .-]?\d){8,11}(?![\d])")
MASKED_NUMBER = "[số đã che]"


@dataclass(frozen=True, slots=True)
class Posted:
    """Records fit to be posted, and what was left out, as short sentences for the secretary."""

    records: Records
    masked: tuple[str, ...]


def may_name(opinion: Opinion) -> bool:
    """Whether the posted copy may name who spoke: only with consent given."""
    return opinion.consent is True and not opinion.anonymous


def may_name_speaker(turn: Turn, opinions: Iterable[Opinion]) -> bool:
    """Whether the hall may read who speaks: consent given, and no opinion of the turn says otherwise."""
    said = [opinion for opinion in opinions if opinion.turn_id == turn.id]
    held_back = any(o.anonymous or o.withheld or o.consent is False for o in said)
    return turn.consent is True and bool(turn.voice.name) and not held_back


def wants_no_place(turn: Turn, opinions: Iterable[Opinion]) -> bool:
    """Whether not even the thôn is said: the opinion was handed in without a name."""
    return any(opinion.anonymous for opinion in opinions if opinion.turn_id == turn.id)


def mask_numbers(text: str) -> tuple[str, int]:
    """The text without telephone and identity numbers, and how many there were."""
    return _NUMBER.subn(MASKED_NUMBER, text)


def posted(records: Records) -> Posted:
    """Names only with consent, never below the thôn, no telephone, nothing that is withheld."""
    masked: list[str] = []
    opinions: list[Opinion] = []
    numbers = 0
    for opinion in records.opinions:
        voices = tuple(replace(voice, hamlet="") for voice in opinion.voices)
        if not may_name(opinion) and not opinion.anonymous:
            masked += [f"Tên {v.shown} (ý kiến số {opinion.number})" for v in opinion.voices if v.name]
            voices = tuple(Voice(locality=voice.locality) for voice in opinion.voices)
        masked += [
            f"Địa chỉ {voice.hamlet} (ý kiến số {opinion.number})" for voice in opinion.voices if voice.hamlet
        ]
        text, found = mask_numbers(opinion.text)
        numbers += found
        if opinion.withheld:
            masked.append(f"Nội dung ý kiến số {opinion.number}")
            text = ""
        opinions.append(replace(opinion, voices=voices, text=text))
    withheld = {opinion.id for opinion in opinions if opinion.withheld}
    answers = []
    for answer in records.answers:
        if answer.opinion_id in withheld:
            continue
        text, found = mask_numbers(answer.text)
        follow_up, found_again = mask_numbers(answer.follow_up)
        numbers += found + found_again
        answers.append(replace(answer, text=text, follow_up=follow_up))
    if numbers:
        masked.append(f"{numbers} số điện thoại hoặc số định danh trong lời phát biểu")
    shown = tuple(dict.fromkeys(masked))
    return Posted(replace(records, opinions=tuple(opinions), answers=tuple(answers)), shown)
