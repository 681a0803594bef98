"""What may be made public: the posted minutes, the screen of the hall (M2, L10; Luật 91/2025, Điều 16)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.records import Conclusion, Opinion, Records, Turn, Voice

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
    return turn.consent is True and bool(turn.voice.name) and not turn.anonymous and not held_back


def wants_no_place(turn: Turn, opinions: Iterable[Opinion]) -> bool:
    """Whether not even the thôn is said: the opinion was handed in without a name.

    One who stands up in the hall without giving a name is called by the thôn that was given.
    """
    if turn.anonymous:
        return False
    return any(opinion.anonymous for opinion in opinions if opinion.turn_id == turn.id)


def mask_numbers(text: str) -> tuple[str, int]:
    """The text without telephone and identity numbers, and how many there were."""
    return _NUMBER.subn(MASKED_NUMBER, text)


def _answered_apart(records: Records, withheld: Container[str]) -> Records:
    """A joint answer that would go with what is withheld stands with the first of the others; what was said
    again there stays away."""
    joint = JointAnswers(records)
    opinions, answers = list(records.opinions), list(records.answers)
    for lead in records.opinions:
        heirs = [one for one in joint.led_by(lead.id) if one.id not in withheld]
        if lead.id not in withheld or not heirs:
            continue
        ids = {one.id for one in heirs}
        opinions = [
            replace(o, answered_with="" if o.id == heirs[0].id else heirs[0].id) if o.id in ids else o
            for o in opinions
        ]
        last = max((a.round for a in joint.own_answers(heirs[0])), default=0)
        answers += [
            replace(a, id=f"{a.id}+", opinion_id=heirs[0].id, round=last + a.round, follow_up="")
            for a in joint.own_answers(lead)
        ]
    return replace(records, opinions=tuple(opinions), answers=tuple(answers))


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
    records = _answered_apart(records, withheld)
    ties = {one.id: one.answered_with for one in records.opinions}
    opinions = [replace(one, answered_with=ties[one.id]) for one in opinions]
    answers = []
    for answer in records.answers:
        if answer.opinion_id in withheld:
            continue
        text, found = mask_numbers(answer.text)
        follow_up, found_again = mask_numbers(answer.follow_up)
        numbers += found + found_again
        answers.append(replace(answer, text=text, follow_up=follow_up))
    conclusions = []
    for number, row in enumerate(records.conclusions, start=1):
        text = public_text(row, records)
        if text != row.text:
            masked.append(f"Tên hoặc số của công dân trong kết luận {number}")
        conclusions.append(replace(row, text=text))
    if numbers:
        masked.append(f"{numbers} số điện thoại hoặc số định danh trong lời phát biểu")
    turns, kept_out = _posted_turns(records)
    shown = tuple(dict.fromkeys(masked + kept_out))
    fit = replace(records, turns=turns, opinions=tuple(opinions), answers=tuple(answers))
    return Posted(replace(fit, conclusions=tuple(conclusions)), shown)


#: What stands in place of an interpreter who is not to be named.
SOMEBODY = "…"


def _posted_turns(records: Records) -> tuple[tuple[Turn, ...], list[str]]:
    """Turns without the names of those who are not named in their opinions; who interprets for one leads to
    the speaker, and so does the language."""
    named = {o.turn_id for o in records.opinions if may_name(o)}
    named -= {o.turn_id for o in records.opinions if not may_name(o)}
    turns, masked = [], []
    for turn in records.turns:
        voice = replace(turn.voice, hamlet="")
        if turn.id not in named:
            if turn.interpreter:
                masked.append(f"Người phiên dịch (lượt số {turn.number})")
                turn = replace(turn, interpreter=SOMEBODY)
            voice = Voice(locality=voice.locality)
        turns.append(replace(turn, voice=voice))
    return tuple(turns), masked


# --- words of others that name somebody ---------------------------------------------------------------


def public_text(row: Conclusion, records: Records, *, citizen: str = "công dân") -> str:
    """A conclusion as it may be posted or shown to the hall: who did not consent is called a citizen of the
    thôn, and no telephone or identity number is in it. Whom its own opinions may name stays named."""
    own = [one for one in records.opinions if one.id in row.opinion_ids]
    named = {_key(voice) for one in own if may_name(one) for voice in one.voices}
    return hidden_names(mask_numbers(row.text)[0], unnamed(records), named, citizen=citizen)


def hidden_names(
    text: str, voices: Iterable[Voice], named: Iterable[tuple[str, str]] = (), *, citizen: str = "công dân"
) -> str:
    """The text without the names of `voices` (see `unnamed`), but for those in `named` (name and thôn). The
    place is not said twice where it follows the name anyway."""
    allowed = set(named)
    for voice in voices:
        if _key(voice) in allowed or voice.name not in text:
            continue
        name, place, hamlet = (re.escape(part) for part in (voice.name, voice.locality, voice.hamlet))
        before = rf"(?:\b(?:{re.escape(voice.honorific) or 'ông'}|ông|bà|anh|chị|cụ|em) +)?"
        inner = f"(?:{hamlet}, *)?" if hamlet else ""
        behind = rf"(?:,? *\(?{inner}{place}\)?)?" if place else ""
        shown = f"{citizen} {voice.locality}".strip()
        text = re.sub(rf"{before}(?<!\w){name}(?!\w){behind}", shown, text)
    return text


def unnamed(records: Records) -> list[Voice]:
    """Those who spoke and did not consent to be named. Longer names first: one may stand inside another. A
    single word is no name to look for."""
    found: dict[tuple[str, str], Voice] = {}
    consented: set[tuple[str, str]] = set()
    refused: set[tuple[str, str]] = set()
    for one in records.opinions:
        for voice in one.voices:
            if may_name(one):
                consented.add(_key(voice))
                continue
            if one.consent is False or one.anonymous:
                refused.add(_key(voice))
            # Handed in without a name: not even the thôn is said.
            found[_key(voice)] = Voice(voice.name, voice.honorific) if one.anonymous else voice
    for turn in records.turns:
        (consented if turn.consent is True else refused if turn.consent is False else set()).add(
            _key(turn.voice)
        )
        if turn.consent is not True:
            found.setdefault(_key(turn.voice), turn.voice)
    return sorted(
        (
            voice
            for key, voice in found.items()
            if len(voice.name.split()) > 1 and (key not in consented or key in refused)
        ),
        key=lambda voice: -len(voice.name),
    )


def _key(voice: Voice) -> tuple[str, str]:
    return voice.name, voice.locality
