"""The office's own lists, laid over those that come with the program (P3, P4, C6).

A shipped row is never written over: the office's wording of it, its place and whether it is hidden are kept
beside it. So it can be put back, and rows that a later version of the program brings appear by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from dialogue_desktop.domain.office_profile import OwnProfile
from dialogue_desktop.domain.plan import Bullet, LegalBasis
from dialogue_desktop.domain.quick_text import ReadyText, Shorthand
from dialogue_desktop.domain.text_vi import fold


class HasId(Protocol):
    """A row that is known by its id."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=HasId)


class BlockPlace(StrEnum):
    """Where in a plan, or in the papers made from it, a kept text is used."""

    PURPOSE = "muc_dich"
    REQUIREMENTS = "yeu_cau"
    CONTENT = "noi_dung"
    METHOD = "phuong_phap"
    REFUSING = "tu_choi"
    EPIDEMIC = "dich_benh"
    SECURITY = "an_ninh"
    WEATHER = "thien_tai"
    ONLINE = "truc_tuyen"
    HOUSE_RULES = "noi_quy"
    OTHER = "khac"

    @property
    def label(self) -> str:
        return _PLACES[self.value]


_PLACES = {
    "muc_dich": "Mục đích",
    "yeu_cau": "Yêu cầu",
    "noi_dung": "Nội dung đối thoại",
    "phuong_phap": "Cách đối thoại",
    "tu_choi": "Từ chối đối thoại",
    "dich_benh": "Dịch bệnh",
    "an_ninh": "An ninh, trật tự",
    "thien_tai": "Mưa lũ, thời tiết xấu",
    "truc_tuyen": "Dự trực tuyến",
    "noi_quy": "Nội quy hội nghị",
    "khac": "Khác",
}


@dataclass(frozen=True, slots=True)
class LibraryBlock:
    """A text of the store: `title` is what it is called in lists, `text` may hold {placeholders}."""

    id: str
    title: str
    text: str
    place: BlockPlace = BlockPlace.OTHER
    bullet: Bullet = Bullet.PARAGRAPH


@dataclass(frozen=True, slots=True)
class ListLine:
    """A row of a list of plain words. The id of a shipped row is its shipped text."""

    id: str
    text: str


class LineList(StrEnum):
    """The lists of plain words that the office may change; named as their files."""

    FIELDS = "fields"
    UNITS = "units"
    RECIPIENTS = "recipients"
    RECEIVING_BODIES = "receiving_bodies"
    LOCALITY_KINDS = "locality_kinds"


def as_lines(texts: Sequence[str]) -> tuple[ListLine, ...]:
    """Shipped words as rows."""
    return tuple(ListLine(text, text) for text in texts)


class RowState(StrEnum):
    """Whose a row is."""

    SHIPPED = "shipped"
    CHANGED = "changed"
    OWN = "own"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Shelved(Generic[R]):
    """A row of a list with whose it is."""

    row: R
    state: RowState


@dataclass(frozen=True)  # no slots: with them Python 3.11 cannot make an `OwnRows[LegalBasis](…)`
class OwnRows(Generic[R]):
    """What the office did to one list: its order, its own and changed rows, the ids of what it hid.

    Every act gives a new value; `shipped` are always the rows that came with the program. An empty `order`
    is the shipped one, with the office's own rows behind it.
    """

    order: tuple[str, ...] = ()
    changed: tuple[R, ...] = ()
    hidden: tuple[str, ...] = ()

    def over(self, shipped: Sequence[R]) -> tuple[Shelved[R], ...]:
        """Every row in the office's order, the hidden ones among them."""
        base = {row.id: row for row in shipped}
        mine = {row.id: row for row in self.changed}
        hidden = set(self.hidden)

        def shelved(row_id: str) -> Shelved[R]:
            row = mine.get(row_id) or base[row_id]
            if row_id in hidden:
                return Shelved(row, RowState.HIDDEN)
            if row_id not in mine:
                return Shelved(row, RowState.SHIPPED)
            return Shelved(row, RowState.CHANGED if row_id in base else RowState.OWN)

        return tuple(shelved(row_id) for row_id in self._ids(shipped))

    def shown(self, shipped: Sequence[R]) -> tuple[R, ...]:
        """The rows that are offered."""
        return tuple(one.row for one in self.over(shipped) if one.state is not RowState.HIDDEN)

    def _ids(self, shipped: Sequence[R]) -> list[str]:
        """Ordered ids first; a shipped row that came later stands behind the one that it follows there."""
        known = [*dict.fromkeys(row.id for row in shipped)]
        own = [row.id for row in self.changed if row.id not in set(known)]
        there = set(known) | set(own)
        ids = [row_id for row_id in dict.fromkeys(self.order) if row_id in there]
        placed = set(ids)
        before = ""
        for row_id in known:
            if row_id not in placed:
                ids.insert(ids.index(before) + 1 if before else 0, row_id)
                placed.add(row_id)
            before = row_id
        return [*ids, *(row_id for row_id in own if row_id not in placed)]

    # --- acts -----------------------------------------------------------------------------------------

    def put(self, shipped: Sequence[R], row: R) -> OwnRows[R]:
        """A row with other words, or a new one at the end; worded as it came it counts as unchanged."""
        if any(one == row for one in shipped):
            return replace(self, changed=tuple(one for one in self.changed if one.id != row.id))
        if any(one.id == row.id for one in self.changed):
            return replace(self, changed=tuple(row if one.id == row.id else one for one in self.changed))
        return replace(self, changed=(*self.changed, row))

    def insert(
        self, shipped: Sequence[R], row: R, after: str = "", closing: Callable[[R], bool] = lambda row: False
    ) -> OwnRows[R]:
        """A new row behind `after`, else at the end; never behind a last row that closes the list."""
        there = self.over(shipped)
        ids = [one.row.id for one in there]
        at = ids.index(after) + 1 if after in ids else len(ids)
        if at == len(ids) and ids and closing(there[-1].row):
            at -= 1
        ids.insert(at, row.id)
        return replace(self.put(shipped, row), order=tuple(ids))

    def without(self, shipped: Sequence[R], row_id: str) -> OwnRows[R]:
        """An own row goes; a shipped one is hidden, with the office's wording of it."""
        if any(row.id == row_id for row in shipped):
            return replace(self, hidden=tuple(dict.fromkeys((*self.hidden, row_id))))
        return replace(
            self,
            changed=tuple(row for row in self.changed if row.id != row_id),
            order=tuple(one for one in self.order if one != row_id),
        )

    def back(self, row_id: str) -> OwnRows[R]:
        """A hidden row is offered again."""
        return replace(self, hidden=tuple(one for one in self.hidden if one != row_id))

    def as_shipped(self, shipped: Sequence[R], row_id: str) -> OwnRows[R]:
        """A shipped row as it came, and offered; an own row stays as it is."""
        if all(row.id != row_id for row in shipped):
            return self
        return replace(self.back(row_id), changed=tuple(row for row in self.changed if row.id != row_id))

    def moved(self, shipped: Sequence[R], row_id: str, by: int) -> OwnRows[R]:
        """One place up (−1) or down (1); beyond an end nothing changes."""
        ids = self._ids(shipped)
        if row_id not in ids:
            return self
        at = ids.index(row_id)
        to = at + by
        if not 0 <= to < len(ids):
            return self
        ids.insert(to, ids.pop(at))
        return replace(self, order=tuple(ids))


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that the office made its own: profiles first in its order, then what it did to the lists."""

    profiles: tuple[OwnProfile, ...] = ()
    hidden_profiles: tuple[str, ...] = ()
    bases: OwnRows[LegalBasis] = OwnRows()
    blocks: OwnRows[LibraryBlock] = OwnRows()
    shorthands: OwnRows[Shorthand] = OwnRows()
    ready_texts: OwnRows[ReadyText] = OwnRows()
    fields: OwnRows[ListLine] = OwnRows()
    units: OwnRows[ListLine] = OwnRows()
    recipients: OwnRows[ListLine] = OwnRows()
    receiving_bodies: OwnRows[ListLine] = OwnRows()
    locality_kinds: OwnRows[ListLine] = OwnRows()

    def lines(self, which: LineList) -> OwnRows[ListLine]:
        """One of the lists of plain words."""
        found: OwnRows[ListLine] = getattr(self, which.value)
        return found

    def with_lines(self, which: LineList, rows: OwnRows[ListLine]) -> Shelf:
        changed: dict[str, Any] = {which.value: rows}
        return replace(self, **changed)

    def profile(self, profile_id: str) -> OwnProfile | None:
        return next((one for one in self.profiles if one.id == profile_id), None)

    def with_profile(self, profile: OwnProfile, at: int | None = None) -> Shelf:
        """Changed in its place, or new at place `at` (at the end without it)."""
        if self.profile(profile.id) is not None:
            rows = tuple(profile if one.id == profile.id else one for one in self.profiles)
            return replace(self, profiles=rows)
        where = len(self.profiles) if at is None else at
        return replace(self, profiles=(*self.profiles[:where], profile, *self.profiles[where:]))

    def without_profile(self, profile_id: str) -> Shelf:
        return replace(self, profiles=tuple(one for one in self.profiles if one.id != profile_id))


_SAID = (  # what a text itself says goes before the heading that it stands under
    (BlockPlace.REFUSING, ("tu choi", "khong doi thoai")),
    (BlockPlace.EPIDEMIC, ("dich benh", "phong dich")),
    (BlockPlace.WEATHER, ("mua lu", "thoi tiet", "bao lu")),
    (BlockPlace.ONLINE, ("truc tuyen", "diem cau")),
)
_HEADED = (
    (BlockPlace.HOUSE_RULES, ("noi quy",)),
    (BlockPlace.PURPOSE, ("muc dich",)),
    (BlockPlace.REQUIREMENTS, ("yeu cau",)),
    (BlockPlace.METHOD, ("phuong phap", "cach thuc", "cac buoc", "truoc hoi nghi", "sau hoi nghi")),
    (BlockPlace.CONTENT, ("noi dung",)),
    (BlockPlace.SECURITY, ("an ninh",)),
)


def place_under(heading: str) -> BlockPlace:
    """What texts under a heading of the plan are for."""
    words = fold(heading)
    return next((place for place, keys in _HEADED if any(key in words for key in keys)), BlockPlace.OTHER)


def place_for(text: str, heading: str) -> BlockPlace:
    """Where a text of the plan belongs in the store: by what it says, else by the heading it stands under."""
    words = fold(text)
    said = next((place for place, keys in _SAID if any(key in words for key in keys)), None)
    return said or place_under(heading)
