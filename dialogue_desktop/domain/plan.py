"""The plan (kế hoạch) of a conference: what the office decides before the day, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from dialogue_desktop.domain.deadlines import FixedDate, Rule


class IssuerKind(StrEnum):
    """Which body signs the plan; decides letterhead, symbol and forms of signature (P2)."""

    PEOPLE_COMMITTEE = "ubnd"
    PARTY_COMMITTEE = "dang_uy"


class UnitKind(StrEnum):
    """Kind of the administrative unit at commune level."""

    XA = "xã"
    PHUONG = "phường"
    THI_TRAN = "thị trấn"
    DAC_KHU = "đặc khu"


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuing body and how it writes itself.

    `name` is the proper name alone ("Lộc Thịnh"); `style` names the sheet in resources/styles
    ("nd30", "dang_36", "dang_05"). `place_name` is the địa danh, the unit's name when empty.
    """

    kind: IssuerKind = IssuerKind.PEOPLE_COMMITTEE
    unit_kind: UnitKind = UnitKind.XA
    name: str = ""
    district: str = ""
    province: str = ""
    place_name: str = ""
    style: str = "nd30"
    drafting_unit: str = "VP"
    address_line: str = ""
    superior: str = ""

    @property
    def unit(self) -> str:
        """ "xã Lộc Thịnh"."""
        return f"{self.unit_kind.value} {self.name}".strip()

    @property
    def body(self) -> str:
        """ "Ủy ban nhân dân xã Lộc Thịnh" or "Đảng ủy xã Hiệp Hòa"."""
        prefix = "Ủy ban nhân dân" if self.kind is IssuerKind.PEOPLE_COMMITTEE else "Đảng ủy"
        return f"{prefix} {self.unit}"

    @property
    def body_short(self) -> str:
        """ "UBND xã Lộc Thịnh" or "Đảng ủy xã Hiệp Hòa"."""
        prefix = "UBND" if self.kind is IssuerKind.PEOPLE_COMMITTEE else "Đảng ủy"
        return f"{prefix} {self.unit}"

    @property
    def place(self) -> str:
        return self.place_name or self.name


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One căn cứ line; `carried_out` marks a "Thực hiện …" line (P3)."""

    id: str
    text: str
    in_force_from: date | None = None
    in_force_to: date | None = None
    carried_out: bool = False


class Bullet(StrEnum):
    """How a text block stands on the page."""

    PARAGRAPH = "para"
    DASH = "dash"
    PLUS = "plus"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One paragraph of wording, with {placeholders} of `domain.placeholders` (P4)."""

    id: str
    text: str
    bullet: Bullet = Bullet.PARAGRAPH
    included: bool = True


class SectionKind(StrEnum):
    """What fills a section: its own text blocks, or a part of the plan's data."""

    TEXT = "text"
    PARTICIPANTS = "participants"
    TIME_PLACE = "time_place"
    PROGRAMME = "programme"
    MINUTES = "minutes"
    TASKS = "tasks"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with what stands under it; numbered by its place (I., then 1.).

    `blocks` come before the data part for data kinds. `step` is the wizard step that edits it.
    """

    id: str
    heading: str
    kind: SectionKind = SectionKind.TEXT
    blocks: tuple[TextBlock, ...] = ()
    children: tuple[Section, ...] = ()
    included: bool = True
    step: str = "purpose"


class TimeKind(StrEnum):
    """How exactly the time is known (P6)."""

    EXACT = "exact"
    BEFORE_MONTH = "before_month"
    MONTH = "month"
    QUARTERS = "quarters"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class TimePlan:
    """When the conference is held, as far as it is known."""

    kind: TimeKind = TimeKind.LATER
    day: date | None = None
    start: time | None = None
    end: time | None = None
    month: int | None = None
    quarters: tuple[int, ...] = ()
    year: int | None = None


class MeetingForm(StrEnum):
    DIRECT = "trực tiếp"
    ONLINE = "trực tuyến"
    MIXED = "trực tiếp kết hợp trực tuyến"


@dataclass(frozen=True, slots=True)
class Locality:
    """A thôn, xóm, bản, tổ dân phố …; `kind` is the word used ("thôn"), `name` the proper name."""

    id: str
    kind: str = "thôn"
    name: str = ""
    head: str = ""
    households: int | None = None
    people: int | None = None

    @property
    def label(self) -> str:
        return f"{self.kind} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Official:
    """A person in office: chair, deputy, secretary, answerer, leader of a unit."""

    id: str
    name: str = ""
    position: str = ""
    honorific: str = "ông"
    unit: str = ""


class ChairRole(StrEnum):
    CHAIR = "chủ trì"
    CO_CHAIR = "đồng chủ trì"
    DEPUTY = "phó chủ trì"


@dataclass(frozen=True, slots=True)
class Chair:
    """One who chairs (P5); the first chair signs the minutes on the right. `took_over`: when this one was
    given the chair in the course of the session. UTC."""

    official: Official
    role: ChairRole = ChairRole.CHAIR
    took_over: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Secretary:
    """One who writes the minutes; `citizen` marks the representative of the people (S2, S4)."""

    official: Official
    citizen: bool = False


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A further conference of the year under the same plan (P5).

    The plan's own `time`, `places`, `localities` and `people_per_session` are one of its sessions; the
    others stand in `Plan.more_sessions`. `topics` is what this one is about, when they differ.
    `conference` is the id of the conference that was opened for it, empty before.
    """

    id: str
    time: TimePlan = TimePlan()
    places: tuple[str, ...] = ()
    whole_commune: bool = False
    localities: tuple[Locality, ...] = ()
    people: int | None = None
    topics: str = ""
    conference: str = ""


class Level(StrEnum):
    """Where a group of participants comes from (P8)."""

    HIGHER = "cấp trên"
    COMMUNE = "cấp xã"
    LOCALITY = "thôn"
    PEOPLE = "Nhân dân"


@dataclass(frozen=True, slots=True)
class ParticipantGroup:
    id: str
    text: str
    level: Level = Level.COMMUNE
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """Seats for one locality (chỉ tiêu đại biểu), or for one xóm of it where `hamlet` names one."""

    locality_id: str
    seats: int
    hamlet: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeStep:
    """One step of the programme (P9); `details` are printed as plus items under it."""

    id: str
    text: str
    lead: str = ""
    minutes: int | None = None
    details: tuple[str, ...] = ()
    speaking: bool = False


@dataclass(frozen=True, slots=True)
class CopyPurpose:
    """One labelled copy of the minutes (M2); `posted` asks for the text that may be published."""

    id: str
    label: str
    count: int = 1
    posted: bool = False
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of a unit with its deadline (P10).

    `text` may hold {han}, replaced by the deadline in words. `summary` is the short name for lists.
    `moved_to` is the day the secretary chose instead of the counted one; `kept` records that a
    warning was seen and the counted day left as it is.
    """

    id: str
    text: str
    summary: str = ""
    rule: Rule | None = None
    fixed: FixedDate | None = None
    moved_to: date | None = None
    kept: bool = False
    bullet: Bullet = Bullet.DASH


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """The duties of one unit; `heading` is how the plan addresses it ("Giao Trưởng các thôn")."""

    id: str
    unit: str
    heading: str = ""
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of the estimate (P11); `price` in đồng, amount = quantity × price."""

    id: str
    item: str
    unit: str = ""
    quantity: Decimal = Decimal(1)
    price: int = 0
    basis: str = ""

    @property
    def amount(self) -> int:
        """Đồng, rounded half up."""
        return int((self.quantity * self.price).to_integral_value(rounding="ROUND_HALF_UP"))


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines above the signer's name, in capitals as printed, and the name (P12)."""

    lines: tuple[str, ...] = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    name: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the plan says; texts may hold {placeholders}.

    `subject` is the trích yếu, `conference_name` how other papers name the conference.
    `units` and `officials` are offered as responsible units and answerers during the session.
    `people_per_session` is how many are to come ("50 người/cuộc"), `topics` what this session is about
    where the year has several (`domain.sessions`).
    """

    profile: str
    year: int
    issuer: Issuer = Issuer()
    number: str = ""
    symbol: str = "KH-UBND"
    issued_on: date | None = None
    subject: str = ""
    conference_name: str = ""
    bases: tuple[LegalBasis, ...] = ()
    lead_in: str = ""
    sections: tuple[Section, ...] = ()
    closing: str = ""
    whole_commune: bool = True
    localities: tuple[Locality, ...] = ()
    time: TimePlan = TimePlan()
    places: tuple[str, ...] = ()
    people_per_session: int | None = None
    topics: str = ""
    more_sessions: tuple[PlannedSession, ...] = ()
    form: MeetingForm = MeetingForm.DIRECT
    form_note: str = ""
    chairs: tuple[Chair, ...] = ()
    secretaries: tuple[Secretary, ...] = ()
    participants: tuple[ParticipantGroup, ...] = ()
    quotas: tuple[Quota, ...] = ()
    programme: tuple[ProgrammeStep, ...] = ()
    copies: tuple[CopyPurpose, ...] = ()
    tasks: tuple[UnitTasks, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    budget_note: str = ""
    recipients: tuple[str, ...] = ()
    signature: Signature = Signature()
    minutes_symbol: str = "BB-UBND"
    minutes_number: str = ""
    fields: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    officials: tuple[Official, ...] = ()
    turn_minutes: int = 5

    @property
    def day(self) -> date | None:
        """The conference day when it is known exactly."""
        return self.time.day if self.time.kind is TimeKind.EXACT else None
