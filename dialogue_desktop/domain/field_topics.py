"""What is known of villagers' concerns from the start, and which of the office's fields takes it (C6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.field_guess import FieldModel
from dialogue_desktop.domain.search_words import plain_words

#: How much a word of the lists, an example and an opinion of the office count.
WORD_WEIGHT, EXAMPLE_WEIGHT, OWN_WEIGHT = 3, 1, 1

_PARTS = re.compile(r"[,;/()–—-]| và ")
_REST = frozenset({"khac", "linh vuc khac", "noi dung khac", "van de khac", "viec khac", "cac viec khac"})


@dataclass(frozen=True, slots=True)
class Topic:
    """One kind of concern, finer than a field: `names` are what offices call a field of it, `wider` names of
    fields that hold it among others; `words` and `examples` are how people speak of it."""

    id: str
    names: tuple[str, ...]
    wider: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


def is_rest(field: str) -> bool:
    """Whether it is the field for all that fits no other ("Khác"): nothing is learned of it."""
    return _key(field) in _REST or not _key(field)


def homes(fields: Sequence[str], topics: Iterable[Topic]) -> dict[str, str]:
    """Topic id → the office's field that takes it; a topic that no field names is left out."""
    named = [(field, _parts(field)) for field in fields if not is_rest(field)]
    found: dict[str, str] = {}
    for topic in topics:
        names, wider = {_key(n) for n in topic.names}, {_key(n) for n in topic.wider}
        fits = [(_fit(parts, names, wider), -place) for place, (_, parts) in enumerate(named)]
        if fits and max(fits)[0]:
            found[topic.id] = named[-max(fits)[1]][0]
    return found


def _fit(parts: set[str], names: set[str], wider: set[str]) -> int:
    """3: the field has the topic's name; 2: within a longer name; 1: it is a field that holds more."""
    if parts & names:
        return 3
    if any(f" {name} " in f" {part} " for part in parts for name in names):
        return 2
    return 1 if parts & wider else 0


def field_like(old: str, fields: Sequence[str], topics: Iterable[Topic]) -> str:
    """Which of `fields` an opinion that was sorted under another list's name belongs to; "" where unsure."""
    for field in fields:
        if _key(field) == _key(old):
            return field
    topics = tuple(topics)
    held = homes([old], topics)
    now = homes(fields, topics)
    taking = {now[topic] for topic in held if topic in now}
    return taking.pop() if len(taking) == 1 else ""


def ready_model(fields: Sequence[str], topics: Sequence[Topic]) -> FieldModel:
    """A model of these fields that knows the topics and nothing of the office's own opinions yet."""
    model = FieldModel()
    home = homes(fields, topics)
    for topic in topics:
        field = home.get(topic.id)
        if field is None:
            continue
        for word in topic.words:
            model.learn(field, word, WORD_WEIGHT)
        for example in topic.examples:
            model.learn(field, example, EXAMPLE_WEIGHT)
    return model


def _key(name: str) -> str:
    return " ".join(plain_words(name))


def _parts(field: str) -> set[str]:
    """The whole name and what its commas, dashes and "và" part."""
    return {_key(part) for part in (field, *_PARTS.split(field))} - {""}
