"""Everything the live screen shows, as one frozen value; made by `screen_words`, drawn by the panels."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Outcome, TurnState
from dialogue_desktop.domain.registering import Registration
from ui.live.session.floor_words import FloorView
from ui.live.session.outlook import Outlook


class Place(StrEnum):
    """Where a row of the queue stands."""

    NONE = ""
    CURRENT = "current"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class QueueRow:
    turn_id: str
    number: int
    name: str
    note: str
    short_note: str
    state: TurnState
    place: Place = Place.NONE
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """The one at the microphone; `turn_id` empty when there is nobody."""

    turn_id: str = ""
    number: int = 0
    name: str = ""
    address: str = ""
    short_address: str = ""
    where: str = ""
    state: TurnState | None = None
    next_name: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """The step of the programme; `left` "còn 49 phút", `short_left` "49 phút", `late` when overdrawn."""

    step_id: str = ""
    number: int = 0
    count: int = 0
    text: str = ""
    left: str = ""
    short_left: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class CountRow:
    """`outcome` None: no outcome yet."""

    outcome: Outcome | None
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One of the last opinions written down; `note` says outcome and who is responsible, `day` until when,
    `recorded` is its place in the recording."""

    opinion_id: str
    time: str
    name: str
    outcome: Outcome | None
    note: str
    marked: bool = False
    recorded: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class PreparedView:
    """The collected opinion that fits, and its prepared answer; `place` of `count` fitting ones."""

    opinion_id: str
    number: int
    source: str
    text: str
    prepared_by: str
    answer: str
    place: int = 1
    count: int = 1
    tied: bool = False


@dataclass(frozen=True, slots=True)
class TurnChip:
    """One opinion of the turn on the desk; `opinion_id` empty for the box of the next one."""

    opinion_id: str = ""
    words: str = ""
    icon: str = "circle_16"
    says: str = ""
    answered: bool = False
    current: bool = False
    brief: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """What stands in the boxes; `words` says which opinion of whom it is, `tie` with which others it is
    answered, `chips` are the opinions of its turn where there are several. The boxes are filled anew only
    when `version` grows: never under a word that is being typed."""

    item: LiveItem = field(default_factory=LiveItem)
    round_index: int = 0
    words: str = ""
    editing: bool = False
    unit_expected: bool = False
    version: int = 0
    tie: str = ""
    chips: tuple[TurnChip, ...] = ()

    @property
    def rounds(self) -> int:
        return len(self.item.rounds)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be saved: a bold fact and one sentence, `short` where there is no room for it; `held`
    acts wait to be written."""

    fact: str
    sentence: str
    short: str = "Chữ vẫn còn."
    held: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """What an earlier run left in a rescue file: a bold fact and one sentence."""

    fact: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One line for the toast; `back` is "undo", "redo" or "" for none."""

    text: str
    back: str = ""


@dataclass(frozen=True, slots=True)
class LiveScreen:
    """The whole screen but for the running clocks."""

    title: str = ""
    short_title: str = ""
    facts: str = ""
    started: bool = False
    ended: str = ""
    queue: tuple[QueueRow, ...] = ()
    registered: tuple[Registration, ...] = ()
    queue_words: str = ""
    queue_short: str = ""
    waiting: int = 0
    speaker: SpeakerView = SpeakerView()
    item: ItemView = field(default_factory=ItemView)
    counts: tuple[CountRow, ...] = ()
    entries: tuple[EntryRow, ...] = ()
    outlook: Outlook = field(default_factory=Outlook)
    floor: FloorView = field(default_factory=FloorView)
    programme: ProgrammeView = ProgrammeView()
    prepared: PreparedView | None = None
    collected_waiting: int = 0
    collected_hint: str = ""
    marked: int = 0
    present: str = ""
    saved: str = ""
    trouble: Trouble | None = None
    offer: Offer | None = None
