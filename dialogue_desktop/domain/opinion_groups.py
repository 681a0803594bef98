"""Confirmed groups of opinions: one prepared answer, every voice kept (C6, M5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.records import Opinion, Voice


@dataclass(frozen=True, slots=True)
class OpinionGroup:
    """Two opinions or more in the order of their numbers. A `group_id` that only one has is no group."""

    id: str
    opinions: tuple[Opinion, ...]

    @property
    def answer(self) -> str:
        """The joint prepared answer; empty while there is none, or while the answers differ."""
        answers = self.answers
        return answers[0] if len(answers) == 1 else ""

    @property
    def answers(self) -> tuple[str, ...]:
        """The different prepared answers; more than one after two laptops were brought together."""
        return tuple(dict.fromkeys(o.prepared_answer for o in self.opinions if o.prepared_answer.strip()))

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Everybody behind the group, each once; nobody of an anonymous opinion."""
        return tuple(dict.fromkeys(v for o in self.opinions if not o.anonymous for v in o.voices))

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(o.number for o in self.opinions)


def groups(opinions: Iterable[Opinion]) -> tuple[OpinionGroup, ...]:
    """All groups, by their first opinion."""
    members: dict[str, list[Opinion]] = {}
    for opinion in sorted(opinions, key=lambda o: (o.number, o.id)):
        if opinion.group_id:
            members.setdefault(opinion.group_id, []).append(opinion)
    return tuple(OpinionGroup(one, tuple(found)) for one, found in members.items() if len(found) > 1)


def group_of(opinions: Sequence[Opinion], opinion_id: str) -> OpinionGroup | None:
    """The group that an opinion is in."""
    return next((g for g in groups(opinions) if any(o.id == opinion_id for o in g.opinions)), None)


def joined_answer(opinions: Iterable[Opinion]) -> str:
    """What was prepared for any of them, one below the other: grouping loses no word."""
    answers = (o.prepared_answer.strip() for o in sorted(opinions, key=lambda o: (o.number, o.id)))
    return "\n\n".join(dict.fromkeys(answer for answer in answers if answer))
