"""Everything that the hall sees, as one frozen value; made by `words`, laid out by `arrange`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.turn_clock import Level


class Scene(StrEnum):
    """What the screen shows; all but NEXT and STEP can be held by the operator too."""

    WELCOME = "welcome"
    PROGRAMME = "programme"
    SPEAKER = "speaker"
    NEXT = "next"  # between two speakers
    STEP = "step"  # a step of the programme in which nobody speaks from the floor
    RULES = "rules"
    CONCLUSION = "conclusion"  # the one that is being read back
    THANKS = "thanks"
    OFF = "off"  # plain white


#: What the operator may hold, in the order of the drawer, with its words.
HELD: tuple[tuple[Scene, str], ...] = (
    (Scene.WELCOME, "Chào mừng"),
    (Scene.PROGRAMME, "Chương trình"),
    (Scene.SPEAKER, "Người phát biểu"),
    (Scene.RULES, "Nội quy"),
    (Scene.CONCLUSION, "Kết luận"),
    (Scene.THANKS, "Cảm ơn"),
    (Scene.OFF, "Tắt, nền trắng"),
)
SCENE_WORDS: dict[Scene, str] = {
    **dict(HELD),
    Scene.NEXT: "Mời người tiếp theo",
    Scene.STEP: "Bước chương trình",
}


class StepState(StrEnum):
    DONE = "done"
    NOW = "now"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of the programme; `short` is its first clause, for the narrow column."""

    text: str
    short: str
    state: StepState
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One who speaks or will: `name` may be "Công dân thôn Phú Ấp, số 8", then `place` is empty."""

    name: str
    place: str = ""

    @property
    def line(self) -> str:
        """ "Bà Lê Thị Ổn, thôn Phú Ấp"."""
        return f"{self.name}, {self.place}" if self.place else self.name


@dataclass(frozen=True, slots=True)
class Upcoming:
    """ "Tiếp theo" or "Sau đó", and who."""

    label: str
    person: Person


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line of the welcome: "Địa điểm", "Nhà văn hóa thôn Đồng Vạn"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class HallScreen:
    """One picture but for its clocks.

    `state` and `icon` say what the person does ("Đang phát biểu", "mic_filled"); `answerer` who answers.
    `page` counts on when a long scene is asked for again.
    """

    scene: Scene = Scene.OFF
    office: str = ""
    title: str = ""
    short_title: str = ""
    state: str = ""
    icon: str = ""
    person: Person | None = None
    answerer: str = ""
    timed: bool = False
    upcoming: tuple[Upcoming, ...] = ()
    programme: tuple[StepRow, ...] = ()
    heading: str = ""
    facts: tuple[Fact, ...] = ()
    lines: tuple[str, ...] = ()
    rule: str = ""
    short_rule: str = ""
    waiting: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class HallClock:
    """What ticks: `digits` "02:34" or "+0:18", `limit` "trên 3 phút", `words` "Còn 26 giây", `wall` "09:41".

    `part` is how much of the bar is filled, None where there is no limit.
    """

    digits: str = "00:00"
    limit: str = ""
    words: str = ""
    level: Level = Level.STILL
    part: float | None = None
    wall: str = ""
