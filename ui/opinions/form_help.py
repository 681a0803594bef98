"""What the form of an opinion asks while it is filled in: what to offer, what to warn of; made without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.people_index import KnownPerson
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.domain.slips import batch_note, batch_of, slip_number
from dialogue_desktop.domain.text_vi import fold
from ui.live.session.quick_add import known_people
from ui.opinions.collected import Collected, Loaded, Offers
from ui.opinions.entry import place_label
from ui.opinions.listing import Listing
from ui.runner import Runner


@dataclass(frozen=True, slots=True)
class SlipAdvice:
    """A sentence where the number does not fit what is known, and the thôn that the slip was handed to."""

    warning: str = ""
    locality: str = ""


def _no_people(typed: str, locality: str) -> Sequence[KnownPerson]:
    return ()


def _no_slip(number: str, locality: str) -> SlipAdvice:
    return SlipAdvice()


def _no_phone(voice: Voice) -> str:
    return ""


def _no_day() -> date:
    return date.max


@dataclass(frozen=True, slots=True)
class FormHelp:
    """`people` gets the name typed so far and the thôn of the line, and never waits; `here` are those of this
    conference, for ↓ in an empty line; `phone` gives a telephone written down before."""

    offers: Offers = field(default_factory=Offers)
    localities: tuple[Locality, ...] = ()
    people: Callable[[str, str], Sequence[KnownPerson]] = _no_people
    here: Callable[[], Sequence[KnownPerson]] = tuple
    today: Callable[[], date] = _no_day
    slip: Callable[[str, str], SlipAdvice] = _no_slip
    phone: Callable[[Voice], str] = _no_phone


class Helper:
    """Answers what the form asks, from what was read of the conference and from the core."""

    def __init__(self, core: Collected, listing: Listing, clock: Clock, aside: Runner) -> None:
        self._core, self._listing, self._clock, self._aside = core, listing, clock, aside
        self._data: Loaded | None = None
        self._opinion_id: Callable[[], str] = str
        self._preparing = False

    def take(self, data: Loaded, opinion_id: Callable[[], str]) -> None:
        """What was read; `opinion_id` is of the open form, "" for a new one."""
        self._data, self._opinion_id = data, opinion_id

    @property
    def help(self) -> FormHelp:
        data = self._data
        if data is None:
            return FormHelp()
        return FormHelp(
            data.offers, data.plan.localities, self.people, self.here, self._clock.today, self.slip,
            self.phone,
        )  # fmt: skip

    def prepare(self) -> None:
        """The names are read before they are asked for, and again when they became others."""
        if self._preparing:
            return
        self._preparing = True

        def ended(_: object) -> None:
            self._preparing = False

        self._aside(self._core.prepare, ended, ended)

    def people(self, typed: str, locality: str) -> Sequence[KnownPerson]:
        found = self._core.people_now(typed, locality)
        if found is None:
            self.prepare()
        return found or ()

    def here(self) -> tuple[KnownPerson, ...]:
        """Everybody named in this conference."""
        known = known_people(self._data.records) if self._data is not None else ()
        voices = (one.voice for one in known)
        return tuple(KnownPerson(v.name, v.honorific, v.locality, v.hamlet) for v in voices)

    def phone(self, voice: Voice) -> str:
        """The telephone written beside another opinion of the same person, the newest one."""
        data, mine = self._data, (fold(voice.name), fold(voice.locality))
        if data is None:
            return ""
        for opinion in reversed(data.opinions):
            contact = data.contacts.get(opinion.id)
            if contact is not None and contact.phone:
                if any((fold(v.name), fold(v.locality)) == mine for v in opinion.voices):
                    return contact.phone
        return ""

    def slip(self, number: str, locality: str) -> SlipAdvice:
        """Entered before, another thôn's, never handed out; and whose thôn the slip was handed to."""
        if self._data is None:
            return SlipAdvice()
        batches, value = self._data.records.slip_batches, slip_number(number)
        batch = batch_of(value, batches) if value is not None else None
        warning = self._listing.slip_warning(number, self._opinion_id())
        place = place_label(locality, self._data.plan.localities)
        return SlipAdvice(warning or batch_note(number, place, batches), batch.locality if batch else "")
