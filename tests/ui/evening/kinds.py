"""What can happen in the hall on an evening: a frozen kind of event for each, with its minute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from dialogue_desktop.domain.records import OpinionKind, Outcome


class Typed(Enum):
    """How the secretary's keyboard tool hands over what she types."""

    WHOLE = "letters with their marks"
    TELEX = "bursts of Backspace and letters"
    COMPOSED = "words held open and committed"


@dataclass(frozen=True, slots=True)
class Reply:
    """Somebody answers; `by` is the name as it is typed to find them. `taken`: after what was prepared."""

    by: str
    text: str
    taken: bool = False
    typed: Typed = Typed.WHOLE


@dataclass(frozen=True, slots=True)
class Round:
    """Not content yet: what is said again, and the answer to it."""

    said: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class Said:
    """One opinion and what became of it. `unit` is what must be stored, `unit_typed` what is typed for it
    where the one who answers does not give it; the same for `day` and `body`."""

    text: str
    replies: tuple[Reply, ...] = ()
    outcome: Outcome | None = Outcome.ANSWERED
    field: str = ""
    kind: OpinionKind = OpinionKind.PETITION
    rounds: tuple[Round, ...] = ()
    unit: str = ""
    unit_typed: str = ""
    day: date | None = None
    day_typed: str = ""
    body: str = ""
    body_typed: str = ""
    reason: str = ""
    repeats: int = 0  # number of the collected opinion
    marked: bool = False
    typed: Typed = Typed.WHOLE
    short: tuple[tuple[str, str], ...] = ()  # typed for words of the text: the office's abbreviations

    @property
    def keyed(self) -> str:
        """The letters that are typed for the text."""
        keyed = self.text
        for short, words in self.short:
            keyed = keyed.replace(words, short)
        return keyed


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens at `at`, "19:05" on the wall."""

    at: str


@dataclass(frozen=True, slots=True)
class HallScreen(Event):
    """The picture for the hall: F11, and perhaps another scene than the session's own."""

    scene: str = ""


@dataclass(frozen=True, slots=True)
class Comes(Event):
    """Somebody gives in a slip or comes to the table: one line."""

    line: str


@dataclass(frozen=True, slots=True)
class Registered(Event):
    """Those who sent a slip or spoke to the trưởng thôn are taken into the queue, by their names."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswersCollected(Event):
    """The chair answers what came before the day, in the prepared words: (number, outcome)."""

    outcomes: tuple[tuple[int, Outcome], ...]


@dataclass(frozen=True, slots=True)
class HandsOver(Event):
    """The other chair goes on; the hall is shown a scene meanwhile, then again what the session says."""

    to: str
    scene: str


@dataclass(frozen=True, slots=True)
class RecorderSet(Event):
    """The recorder of the radio station shows `counter`, "0:12:35"; it is set to the clock once."""

    counter: str


@dataclass(frozen=True, slots=True)
class ChairAsks(Event):
    """Which thôn has not spoken yet, who has spoken how long, how many still wait?"""


@dataclass(frozen=True, slots=True)
class Opens(Event):
    """The chair opens the session."""


@dataclass(frozen=True, slots=True)
class Counted(Event):
    """Heads are counted by thôn: (thôn, present)."""

    present: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Step(Event):
    """The programme goes on to its next step."""

    step: str


@dataclass(frozen=True, slots=True)
class MovedUp(Event):
    """Somebody who waits is let through to the front."""

    who: str
    places: int


@dataclass(frozen=True, slots=True)
class Speaks(Event):
    """`who` has the floor and says one thing or several, one answered after the other; all in seconds:
    `walk` to the microphone, `spoke`, then `answered`. `pause`: the speech stood still so long in its middle.
    `forgot`: the clock is not started at all. `cut`: the power goes after so many letters of the answer.
    `jointly`: the last answer answers that earlier opinion of somebody else too.
    """

    who: str
    said: tuple[Said, ...]
    walk: int = 20
    spoke: int = 95
    answered: int = 80
    pause: int = 0
    forgot: bool = False
    cut: int = 0
    jointly: str = ""


@dataclass(frozen=True, slots=True)
class SpeaksAtOnce(Event):
    """Several things in one breath, written down as one text that counts them, then cut into opinions."""

    who: str
    said: tuple[Said, ...]
    walk: int = 20
    spoke: int = 150


@dataclass(frozen=True, slots=True)
class AnsweredInTurn(Event):
    """The chair calls up one official after the other for what waits: (beginning of the opinion, reply)."""

    replies: tuple[tuple[str, Reply], ...]


@dataclass(frozen=True, slots=True)
class NotThere(Event):
    """Called, and not in the hall; the next one has the floor at once."""

    who: str


@dataclass(frozen=True, slots=True)
class Withdraws(Event):
    """Does not want to speak any more."""

    who: str


@dataclass(frozen=True, slots=True)
class BackAgain(Event):
    """The absent one has come and is called out of turn."""

    who: str
    said: Said
    spoke: int = 70


@dataclass(frozen=True, slots=True)
class OnceMore(Event):
    """One who has spoken asks for another turn."""

    who: str


@dataclass(frozen=True, slots=True)
class Consents(Event):
    """Asked whether the posted copy may name them."""

    who: str
    named: bool


@dataclass(frozen=True, slots=True)
class ClockPutRight(Event):
    """A clock that was forgotten: the times are written afterwards, "19:31:00" to "19:33:10"."""

    who: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class ComesBackTo(Event):
    """What was marked is opened again and answered."""

    opinion: str  # its beginning
    reply: Reply
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class AsksAgain(Event):
    """The speaker of an earlier opinion is still not content."""

    opinion: str
    round: Round
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class TakenBack(Event):
    """The last act, `what` in the words of the journal, is taken back and done again."""

    what: str


@dataclass(frozen=True, slots=True)
class Concludes(Event):
    """The chair's conclusion."""

    text: str
    settled: bool = True
    unit: str = ""
    unit_typed: str = ""
    day: date | None = None
    day_typed: str = ""


@dataclass(frozen=True, slots=True)
class Drafted(Event):
    """The conclusions are drafted from what was written all evening."""


@dataclass(frozen=True, slots=True)
class ReadBack(Event):
    """Each conclusion is read to the hall, on the wall too, and the hall adopts them."""


@dataclass(frozen=True, slots=True)
class Ends(Event):
    """The session is closed."""
