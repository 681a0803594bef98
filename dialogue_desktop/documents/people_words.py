"""How the people behind opinions are written to and written of, in a letter that only they read and in one
that others read too (M5, M6; Luật 91/2025)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogue_desktop.documents.office_words import capital, joined
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.domain.privacy import may_name
from dialogue_desktop.domain.records import Opinion, Voice

#: So many names stand in the head of a letter; more stand at its end.
MOST_NAMED = 6


def voices_of(opinions: Iterable[Opinion]) -> tuple[Voice, ...]:
    """Everybody with a name, once; nobody of an opinion that was handed in without one."""
    found: dict[tuple[str, str], Voice] = {}
    for one in opinions:
        for voice in one.voices if not one.anonymous else ():
            if voice.name:
                found.setdefault((voice.name.casefold(), voice.locality.casefold()), voice)
    return tuple(found.values())


def full(voice: Voice) -> str:
    """ "Ông Đặng Văn Quyết, xóm Đình, thôn Đồng Vạn"."""
    return ", ".join(part for part in (capital(voice.shown), voice.address) if part)


def places_of(opinions: Iterable[Opinion]) -> tuple[str, ...]:
    """The thôn that they are from, each once."""
    return tuple(dict.fromkeys(v.locality for one in opinions for v in one.voices if v.locality))


def groups_of(opinions: Iterable[Opinion]) -> tuple[str, ...]:
    """What is written of a group as a whole ("Nhóm 6 hộ xóm Đình")."""
    notes = (one.group_note.strip() for one in opinions if not one.anonymous)
    return tuple(dict.fromkeys(note for note in notes if note))


def head_of(place: str) -> str:
    """Who leads a thôn: "Trưởng thôn Đồng Vạn", "Tổ trưởng tổ dân phố 5"."""
    return f"Tổ trưởng {place}" if place.casefold().startswith("tổ") else f"Trưởng {place}"


def called(opinions: Sequence[Opinion], phrases: Phrases) -> str:
    """How the receiver is called in the text: "ông", "các ông, bà", "người có ý kiến"."""
    voices, groups = voices_of(opinions), groups_of(opinions)
    if len(voices) == 1 and not groups:
        return voices[0].honorific if voices[0].honorific not in ("", "em") else phrases("you")
    return phrases("you_all") if voices or groups else phrases("you_unnamed")


def outside(opinion: Opinion, phrases: Phrases) -> str:
    """For those who are not concerned: by name with consent only, else a citizen of the thôn; no address
    below the thôn, and not even the thôn of who gave no name at all."""
    if opinion.anonymous:
        return phrases("unnamed")
    if not may_name(opinion) or not (voices_of([opinion]) or opinion.group_note.strip()):
        places = places_of([opinion])
        return phrases("citizen_of", place=joined(places)) if places else phrases("citizen")
    shown = [f"{v.shown} ({v.locality})" if v.locality else v.shown for v in voices_of([opinion])]
    return "; ".join([*shown, *groups_of([opinion])])
