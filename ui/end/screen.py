"""Everything the page "Kết thúc hội nghị" says, as one frozen value made without Qt (M2, M3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from dialogue_desktop.domain.closing import ClosingCheck, Gap
from dialogue_desktop.domain.closing_gap import capital as capital
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.next_papers import NextPaper
from dialogue_desktop.domain.plan import CopyPurpose
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.version_changes import VersionChange
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, number_words, time_hm
from dialogue_desktop.lists import OfficeLists
from ui.end.mask_words import masked_key
from ui.end.version_words import VersionLine, version_lines, version_title

STEPS = ("Kiểm tra", "Chốt", "In, ký", "Niêm yết")


class Phase(StrEnum):
    """Where the minutes stand."""

    CHECK = "check"  # something is missing
    FREEZE = "freeze"  # all is there, not frozen yet
    PRINT = "print"  # frozen, to be printed and signed
    CHANGED = "changed"  # frozen, then something was put right
    POST = "post"  # frozen and printed


class PagePlace(Protocol):
    """`documents.flow.Place`: `anchor` is "opinion:<id>", `page` from 1, points from the lower edge."""

    @property
    def anchor(self) -> str: ...
    @property
    def page(self) -> int: ...
    @property
    def y0(self) -> float: ...
    @property
    def y1(self) -> float: ...


class CopyPages(Protocol):
    """`services.documents.MinutesCopy`, one physical copy, as far as it is needed here."""

    @property
    def purpose_id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def pdf(self) -> bytes: ...
    @property
    def pages(self) -> int: ...
    @property
    def masked(self) -> tuple[str, ...]: ...
    @property
    def unprintable(self) -> tuple[str, ...]: ...
    @property
    def places(self) -> Sequence[PagePlace]: ...


@dataclass(frozen=True, slots=True)
class EndData:
    """What the core says of one conference. `shown` is what the pages are made of: the newest frozen
    version, the present state, or version `viewed`. `printed` is the number of the version printed last, 0
    for none. `corrections` is what the next version puts right, `reason` what was written of why and not
    used yet. `seen` are gaps that were looked at and left, `masks_seen` the key of the list of what is
    covered that was seen."""

    view: ConferenceView
    shown: ConferenceView
    check: ClosingCheck
    changed: bool = False
    printed: int = 0
    saved_at: datetime | None = None
    viewed: int = 0
    corrections: tuple[VersionChange, ...] = ()
    reason: str = ""
    seen: frozenset[str] = frozenset()
    masks_seen: str = ""
    papers: tuple[NextPaper, ...] = ()
    lists: OfficeLists | None = None

    @property
    def version(self) -> int:
        """The number of the newest frozen version, 0 before the first."""
        versions = self.view.records.versions
        return versions[-1].number if versions else 0

    @property
    def phase(self) -> Phase:
        if self.changed:
            return Phase.CHANGED
        if self.version:
            return Phase.POST if self.printed == self.version else Phase.PRINT
        return Phase.CHECK if self.check.missing else Phase.FREEZE

    @property
    def frozen(self) -> bool:
        """What is shown is frozen: printed as it is, not as a draft."""
        return self.version > 0 and not self.changed and not self.viewed


@dataclass(frozen=True, slots=True)
class CopyCard:
    """One purpose of the copies. `place` are the numbers on its labels ("Bản 1/3", "Bản 1–2/4")."""

    purpose: CopyPurpose
    place: str
    count: str
    note: str = ""
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Foot:
    """The act at the foot of the page. `reason`: why it is locked. `force`: "Vẫn chốt…" is offered."""

    words: str
    reason: str = ""
    force: bool = False


@dataclass(frozen=True, slots=True)
class EndScreen:
    phase: Phase
    facts: str
    short_facts: str
    step: int
    gaps: tuple[Gap, ...]
    complete: tuple[str, ...]
    copies_title: str
    cards: tuple[CopyCard, ...]
    total: str
    foot: Foot
    hint: str
    masked: tuple[str, ...] = ()
    masks_wait: bool = False
    versions: tuple[VersionLine, ...] = ()
    viewing: str = ""


def end_screen(data: EndData, copies: Sequence[CopyPages] | None, *, duplex: bool) -> EndScreen:
    """`copies` None while the pages are being made."""
    phase, check = data.phase, data.check
    # A character that the paper lacks is said, but does not stand in the way of freezing.
    review = (*glyph_gaps(data, copies or ()), *check.review)
    gaps = (*check.missing, *(gap for gap in review if gap_key(gap) not in data.seen))
    purposes = data.shown.plan.copies if data.viewed else data.view.plan.copies
    paper = physical(purposes)
    masked = tuple(line for copy in copies or () for line in copy.masked)
    masked = tuple(dict.fromkeys(masked))
    shown = next((one for one in data.view.records.versions if one.number == data.viewed), None)
    return EndScreen(
        phase=phase,
        facts=facts(data),
        short_facts=short_facts(data),
        step={Phase.CHECK: 0, Phase.FREEZE: 1, Phase.CHANGED: 1, Phase.PRINT: 2, Phase.POST: 3}[phase],
        gaps=gaps,
        complete=check.complete,
        copies_title=f"{capital(number_words(paper))} bản biên bản" if paper else "Các bản biên bản",
        cards=cards(purposes, copies),
        total=total(paper, copies, duplex=duplex),
        foot=foot(data, paper),
        hint=hint(data),
        masked=masked,
        masks_wait=bool(masked) and masked_key(masked) != data.masks_seen,
        versions=version_lines(data.view.records.versions, data.viewed),
        viewing=version_title(shown) if shown is not None else "",
    )


def gap_key(gap: Gap) -> str:
    """By which a gap that was looked at is known again; another wording is another gap."""
    return f"{gap.id}|{gap.text}"


def glyph_gaps(data: EndData, copies: Sequence[CopyPages]) -> tuple[Gap, ...]:
    """Opinions with characters that the font of the paper lacks; each leads to its words (G5)."""
    chars = {char for copy in copies for char in copy.unprintable}
    records = data.shown.records
    found: list[Gap] = []
    for opinion in records.opinions:
        rounds = records.answers_of(opinion.id)
        words = " ".join([opinion.text, *(f"{a.follow_up} {a.text}" for a in rounds)])
        here = [char for char in dict.fromkeys(words) if char in chars]
        if here:
            found.append(
                Gap(
                    f"glyph-{opinion.id}",
                    f"Ý kiến số {opinion.number} có ký tự không in được: {', '.join(here[:5])}",
                    "Trên giấy là dấu □, nội dung vẫn giữ đủ",
                    "Sửa chữ",
                    "live",
                    RecordKind.OPINION,
                    opinion.id,
                    "text",
                    review=True,
                )
            )
    return tuple(found)


def physical(purposes: Sequence[CopyPurpose]) -> int:
    """How many sheets of signatures there will be: the counts of the ticked purposes."""
    return sum(purpose.count for purpose in purposes if purpose.chosen)


def facts(data: EndData) -> str:
    """ "Kết thúc lúc 11:15, 14 ý kiến tại hội nghị, 46 ý kiến gửi trước"."""
    records = data.view.records
    ended = records.session.ended_at
    parts = [f"Kết thúc lúc {local_hm(ended)}" if ended is not None else "Chưa ghi giờ kết thúc"]
    if data.version:
        frozen_at = records.versions[-1].frozen_at
        when = f" lúc {local_hm(frozen_at)} ngày {local_day(frozen_at)}" if frozen_at is not None else ""
        parts = [f"Đã chốt lần {data.version}{when}"]
    parts.append(f"{len(records.at_hall())} ý kiến tại hội nghị")
    collected = len(records.collected())
    if collected:
        parts.append(f"{collected} ý kiến gửi trước")
    return ", ".join(parts)


def short_facts(data: EndData) -> str:
    """ "Kết thúc lúc 11:15, 60 ý kiến": where letters are large."""
    records = data.view.records
    ended = records.session.ended_at
    state = f"Kết thúc lúc {local_hm(ended)}" if ended is not None else "Chưa ghi giờ kết thúc"
    if data.version:
        state = f"Đã chốt lần {data.version}"
    return f"{state}, {len(records.at_hall()) + len(records.collected())} ý kiến"


def local_hm(at: datetime) -> str:
    return time_hm(on_wall(at).time())


def local_day(at: datetime) -> str:
    return date_short(on_wall(at).date())


def cards(purposes: Sequence[CopyPurpose], copies: Sequence[CopyPages] | None) -> tuple[CopyCard, ...]:
    """One card per purpose; those that are not ticked have no place among the labels."""
    whole = physical(purposes)
    found: list[CopyCard] = []
    first = 1
    for purpose in purposes:
        if not purpose.chosen or not purpose.count:
            found.append(CopyCard(purpose, "Không in", ""))
            continue
        last = first + purpose.count - 1
        place = f"Bản {first}/{whole}" if last == first else f"Bản {first}–{last}/{whole}"
        made = next((c for c in copies or () if c.purpose_id == purpose.id), None)
        note = "Đang dựng trang"
        masked: tuple[str, ...] = ()
        if made is not None:
            masked = made.masked
            note = masked_words(masked) if purpose.posted else "Đủ nội dung"
        elif copies is not None:
            note = ""
        found.append(CopyCard(purpose, place, f"{purpose.count} bản", note, masked))
        first = last + 1
    return tuple(found)


def masked_words(masked: Sequence[str]) -> str:
    """ "Che 2 tên, 2 địa chỉ" from the sentences of what is left out."""
    kinds = (("Tên ", "tên"), ("Địa chỉ ", "địa chỉ"), ("Nội dung ", "nội dung"), ("Số ", "số"))
    parts = []
    rest = len(masked)
    for start, words in kinds:
        count = sum(1 for line in masked if line.startswith(start))
        rest -= count
        if count:
            parts.append(f"{count} {words}")
    if rest:
        parts.append(f"{rest} chỗ khác")
    return f"Che {', '.join(parts)}" if parts else "Không có gì phải che"


def total(paper: int, copies: Sequence[CopyPages] | None, *, duplex: bool) -> str:
    """ "3 bản, 18 trang, 9 tờ"; each copy begins on its own sheet."""
    if copies is None:
        return f"{paper} bản"
    pages = sum(copy.pages for copy in copies)
    sheets = sum(-(-copy.pages // 2) if duplex else copy.pages for copy in copies)
    return f"{len(copies)} bản, {pages} trang, {sheets} tờ"


def foot(data: EndData, paper: int) -> Foot:
    """What stands on the large button and under it."""
    if data.viewed:
        return Foot(f"In lại bản chốt lần {data.viewed}", reason="" if paper else "Lần này không có bản nào.")
    if data.phase is Phase.CHANGED:
        return Foot(f"In lại bản chốt lần {data.version}")
    if data.version:
        return Foot(f"In {paper} bản", reason="" if paper else "Chưa chọn bản nào để in.")
    words = f"Chốt và in {paper} bản"
    missing = len(data.check.missing)
    if missing:
        # Without the hour of its end the core refuses to freeze: no reason can stand for it.
        force = data.view.records.session.ended_at is not None
        return Foot(words, f"Còn {missing} việc cần bổ sung.", force=force)
    return Foot(words, reason="" if paper else "Chưa chọn bản nào để in.")


def hint(data: EndData) -> str:
    """The line at the foot, left."""
    if data.phase is Phase.POST:
        return "Sau khi ký, niêm yết bản có ghi nhãn niêm yết."
    if data.version:
        return f"Sửa nội dung sau khi chốt thì thành biên bản lần {data.version + 1}."
    return "Đã chốt mà sửa thì thành biên bản lần 2."
