"""Who said something, with places, and how it came into the hall: groups, online, interpreted (M1, L2)."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desktop.documents.minutes_frame import Frame
from dialogue_desktop.documents.office_words import joined, lower_first
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.domain.interpreting import read_interpreter
from dialogue_desktop.domain.privacy import SOMEBODY
from dialogue_desktop.domain.records import Opinion, Source, Turn, Voice
from dialogue_desktop.domain.words_vi import count2

#: With these a group is described, with others it may be named.
_COMMON = frozenset({"Nhóm", "Các", "Những", "Tập", "Hộ", "Đại", "Cùng", "Thay", "Một", "Toàn"})


def ways_words(turn: Turn | None, phrases: Phrases) -> str:
    """ "trực tuyến, bà H'Mai phiên dịch tiếng Ê-đê"; empty for who speaks in the hall for himself."""
    if turn is None:
        return ""
    parts = [phrases("online")] if turn.source is Source.ONLINE else []
    if turn.interpreter == SOMEBODY:
        parts.append(phrases("interpreted_by_somebody"))
    elif turn.interpreter:
        read = read_interpreter(turn.interpreter)
        key = "interpreted" if read.who and read.language else "interpreted_by" if read.who else ""
        if read.who or read.language:
            parts.append(phrases(key or "interpreted_from", who=read.who, language=read.language))
    return ", ".join(parts)


def with_place(who: str, *details: str) -> str:
    """ "ông Y Đăm (buôn Trấp, trực tuyến)"."""
    inside = ", ".join(detail for detail in details if detail)
    return f"{who} ({inside})" if inside else who


def who_said(opinion: Opinion, frame: Frame) -> str:
    """Everybody behind an opinion with their places, and how it came into the hall. Neighbours in the list
    who live at one place are told together."""
    phrases = frame.phrases
    ways = ways_words(frame.turns.get(opinion.turn_id) if opinion.turn_id else None, phrases)
    if opinion.anonymous:
        return with_place(phrases("anonymous"), _places(opinion), ways)
    if not frame.named(opinion):
        return with_place(_citizens(opinion, frame), ways)
    people: list[str] = []
    groups = _by_address(opinion.voices)
    for at, (address, voices) in enumerate(groups):
        names = [voice.shown or phrases("citizen" if voice.address else "unknown") for voice in voices]
        names = [name if voice.name else lower_first(name) for name, voice in zip(names, voices, strict=True)]
        place = phrases("same_place", place=address) if address and len(voices) > 1 else address
        people.append(with_place(", ".join(names), place, ways if at == len(groups) - 1 else ""))
    note = opinion.group_note.strip().rstrip(".;,")
    if note and not people:
        return with_place(note, ways)
    if note:
        people.append(lower_first(note) if note.split()[0] in _COMMON else note)
    return "; ".join(people) or with_place(phrases("unknown"), ways)


def _by_address(voices: Sequence[Voice]) -> list[tuple[str, list[Voice]]]:
    groups: list[tuple[str, list[Voice]]] = []
    for voice in voices:
        if groups and groups[-1][0] == voice.address:
            groups[-1][1].append(voice)
        else:
            groups.append((voice.address, [voice]))
    return groups


def _places(opinion: Opinion) -> str:
    return joined(tuple(dict.fromkeys(v.locality for v in opinion.voices if v.locality)))


def _citizens(opinion: Opinion, frame: Frame) -> str:
    """ "Công dân thôn Phú Ấp", "06 công dân thôn Phú Ấp"."""
    citizen = frame.phrases("citizen")
    if len(opinion.voices) > 1:
        citizen = f"{count2(len(opinion.voices))} {lower_first(citizen)}"
    return f"{citizen} {_places(opinion)}".strip()


def speaker(opinion: Opinion, frame: Frame) -> str:
    """Who says something again: the one by name; of several nobody knows which."""
    phrases = frame.phrases
    if len(opinion.voices) > 1 or (opinion.group_note and frame.named(opinion)):
        return phrases("speaker")
    if not frame.named(opinion) or not opinion.voices or not opinion.voices[0].name:
        return phrases("citizen")
    return opinion.voices[0].shown


def of_whom(opinion: Opinion, frame: Frame) -> str:
    """ "ông Đặng Văn Quyết (thôn Đồng Vạn)", "công dân thôn Phú Ấp": where an opinion is named again."""
    phrases = frame.phrases
    if opinion.anonymous:
        return lower_first(with_place(phrases("anonymous"), _places(opinion)))
    if not frame.named(opinion):
        return lower_first(_citizens(opinion, frame))
    if not opinion.voices:
        return lower_first(opinion.group_note.strip().rstrip(".;,") or phrases("unknown"))
    first, others = opinion.voices[0], len(opinion.voices) - 1
    who = first.shown if first.name else f"{lower_first(phrases('citizen'))} {first.locality}".strip()
    if others:
        return with_place(phrases("and_others", who=who, count=count2(others)), _places(opinion))
    return with_place(who, first.locality if first.name else "")
