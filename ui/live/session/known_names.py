"""People of all conferences, offered in the quick line after those of this one (L2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from dialogue_desktop.domain.people_index import KnownPerson as Known
from dialogue_desktop.domain.person_words import split_honorific
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.domain.text_vi import fold
from ui.live.session.quick_add import KnownPerson
from ui.runner import Runner

_OFFERED = 8
_LEAST = 2  # letters of a name before anybody is offered


class People(Protocol):
    """`services.known_people.KnownPeople`, as far as it is used here."""

    def prepare(self) -> None: ...
    def suggest_now(self, typed: str, *, limit: int) -> tuple[Known, ...] | None: ...


class KnownNames:
    """Reads the names away from the window, and gives none until they are there: a key never waits."""

    def __init__(self, people: People, aside: Runner) -> None:
        self._people, self._aside = people, aside
        self._reading = False
        self.prepare()

    def prepare(self) -> None:
        if self._reading:
            return
        self._reading = True

        def ended(_: object) -> None:
            self._reading = False

        self._aside(self._people.prepare, ended, ended)

    def named(self, line: str) -> tuple[KnownPerson, ...]:
        """Who the name at the beginning of a quick line may mean."""
        _, name = split_honorific(" ".join(line.partition("/")[0].split()))
        if len(fold(name)) < _LEAST or "/" in line:
            return ()
        found = self._people.suggest_now(name, limit=_OFFERED)
        if found is None:
            self.prepare()
            return ()
        return tuple(_person(one) for one in found if not one.office or one.locality)


def _person(one: Known) -> KnownPerson:
    voice = Voice(one.name, one.honorific, one.locality, one.hamlet)
    return KnownPerson(voice, "", fold(one.name))


def nobody(line: str) -> tuple[KnownPerson, ...]:
    return ()


def together(
    here: Iterable[KnownPerson], elsewhere: Callable[[], Iterable[KnownPerson]]
) -> list[KnownPerson]:
    """Those of this conference, then the others; nobody twice."""
    found: dict[tuple[str, str], KnownPerson] = {}
    for person in (*here, *elsewhere()):
        found.setdefault((fold(person.voice.name), fold(person.voice.locality)), person)
    return list(found.values())
