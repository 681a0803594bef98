"""The office's library: its own profiles, legal bases, texts and lists, over those that are shipped (P1, P3,
P4, C6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from dialogue_desktop.clock import Clock
from dialogue_desktop.codec import convert, to_builtins
from dialogue_desktop.domain.office_library import (
    BlockPlace,
    HasId,
    LibraryBlock,
    LineList,
    ListLine,
    OwnRows,
    Shelf,
    as_lines,
)
from dialogue_desktop.domain.office_profile import ALL_KEPT, Kept, OwnProfile, as_profile, for_others
from dialogue_desktop.domain.plan import IssuerKind, LegalBasis, Plan
from dialogue_desktop.domain.quick_text import ReadyText, Shorthand, doubt
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.events import EventBus, LibraryChanged
from dialogue_desktop.lists import OfficeLists
from dialogue_desktop.lists import load as load_lists
from dialogue_desktop.profiles import DEFAULT_PROFILE, ProfileInfo
from dialogue_desktop.profiles import load as load_profile
from dialogue_desktop.profiles import profiles as shipped_profiles
from dialogue_desktop.services.acts import clean_value
from dialogue_desktop.services.settings import Settings

R = TypeVar("R", bound=HasId)
W = TypeVar("W", LegalBasis, LibraryBlock, Shorthand, ReadyText)

GONE = "Mẫu này không còn trong danh mục của cơ quan. Chưa thay đổi gì; hãy chọn mẫu khác."
NAMELESS = "Mẫu chưa có tên. Hãy ghi tên mẫu rồi lưu."

_OWN = "rieng-"
_PROFILES, _PROFILE = "library.profiles", "library.profile."
_HIDDEN = "library.hidden_profiles"
_BASES, _BLOCKS, _LINES = "library.bases", "library.blocks", "library.list."
_SHORTHANDS, _READY_TEXTS = "library.shorthands", "library.ready_texts"


@dataclass(frozen=True, slots=True)
class Shipped:
    """What came with the program: the lists, and the profiles in the order in which they are offered."""

    lists: OfficeLists
    profiles: tuple[ProfileInfo, ...]

    def lines(self, which: LineList) -> tuple[ListLine, ...]:
        return as_lines(getattr(self.lists, which.value))


@dataclass(frozen=True, slots=True)
class _KeptProfile:
    """How a profile lies in the settings."""

    name: str
    description: str
    plan: Plan
    kept: Kept = ALL_KEPT


def _offered_order(info: ProfileInfo) -> tuple[bool, bool, str]:
    return info.id != DEFAULT_PROFILE, info.issuer is IssuerKind.PARTY_COMMITTEE, info.name


def is_own(profile_id: str) -> bool:
    """Whether it is the id of a profile of the office."""
    return profile_id.startswith(_OWN)


class Library:
    """Reads the office's part anew at each call; what is shipped is read once."""

    def __init__(self, settings: Settings, resources: Path, bus: EventBus, clock: Clock) -> None:
        self._settings, self._resources, self._bus, self._clock = settings, resources, bus, clock
        self._shipped: Shipped | None = None

    # --- what there is --------------------------------------------------------------------------------

    def shipped(self) -> Shipped:
        """ResourceError where a file of the program is wrong."""
        if self._shipped is None:
            infos = sorted(shipped_profiles(self._resources / "profiles"), key=_offered_order)
            self._shipped = Shipped(load_lists(self._resources / "lists"), tuple(infos))
        return self._shipped

    def shelf(self) -> Shelf:
        """The office's part."""
        read = self._settings.read
        kept = {which.value: read(_LINES + which.value, OwnRows[ListLine], OwnRows()) for which in LineList}
        ids: tuple[str, ...] = read(_PROFILES, tuple[str, ...], ())
        profiles = (self._profile(profile_id) for profile_id in ids)
        return Shelf(
            profiles=tuple(one for one in profiles if one is not None),
            hidden_profiles=read(_HIDDEN, tuple[str, ...], ()),
            bases=read(_BASES, OwnRows[LegalBasis], OwnRows()),
            blocks=read(_BLOCKS, OwnRows[LibraryBlock], OwnRows()),
            shorthands=read(_SHORTHANDS, OwnRows[Shorthand], OwnRows()),
            ready_texts=read(_READY_TEXTS, OwnRows[ReadyText], OwnRows()),
            **kept,
        )

    def _profile(self, profile_id: str) -> OwnProfile | None:
        found = self._settings.read(_PROFILE + profile_id, _KeptProfile | None, None)  # type: ignore[arg-type]
        if found is None:
            return None
        return OwnProfile(profile_id, found.name, found.description, found.plan, found.kept)

    def lists(self) -> OfficeLists:
        """Every list as the office has it; what is hidden or still empty is left out."""
        shipped, shelf = self.shipped(), self.shelf()
        lines: dict[str, Any] = {
            which.value: tuple(
                row.text for row in shelf.lines(which).shown(shipped.lines(which)) if row.text.strip()
            )
            for which in LineList
        }
        return replace(
            shipped.lists,
            legal_bases=_worded(shelf.bases.shown(shipped.lists.legal_bases)),
            text_blocks=_worded(shelf.blocks.shown(shipped.lists.text_blocks)),
            shorthands=_worded(shelf.shorthands.shown(shipped.lists.shorthands)),
            ready_texts=_worded(shelf.ready_texts.shown(shipped.lists.ready_texts)),
            **lines,
        )

    def house_rules(self) -> tuple[str, ...]:
        """The office's rules of a conference, for the paper "Nội quy"."""
        blocks = self.shelf().blocks.shown(self.shipped().lists.text_blocks)
        return tuple(block.text for block in blocks if block.place is BlockPlace.HOUSE_RULES)

    # --- writing --------------------------------------------------------------------------------------

    def keep(self, shelf: Shelf) -> datetime:
        """Write what differs from what is kept; UTC of the commit. StorageError."""
        before = self.shelf()
        shelf = _clean(shelf)
        values: dict[str, object] = {}
        if shelf.bases != before.bases:
            values[_BASES] = shelf.bases
        if shelf.blocks != before.blocks:
            values[_BLOCKS] = shelf.blocks
        if shelf.shorthands != before.shorthands:
            values[_SHORTHANDS] = shelf.shorthands
        if shelf.ready_texts != before.ready_texts:
            values[_READY_TEXTS] = shelf.ready_texts
        for which in LineList:
            if shelf.lines(which) != before.lines(which):
                values[_LINES + which.value] = shelf.lines(which)
        if shelf.hidden_profiles != before.hidden_profiles:
            values[_HIDDEN] = shelf.hidden_profiles
        known = {profile.id: profile for profile in before.profiles}
        for profile in shelf.profiles:
            if known.get(profile.id) != profile:
                plan = replace(profile.plan, profile=profile.id)
                values[_PROFILE + profile.id] = _KeptProfile(
                    profile.name, profile.description, plan, profile.kept
                )
        stored: tuple[str, ...] = self._settings.read(_PROFILES, tuple[str, ...], ())
        # One that this version cannot read is not the office's wish to lose.
        shown = [profile.id for profile in shelf.profiles]
        unread = [one for one in stored if one not in known and one not in shown]
        ids = (*shown, *unread)
        if ids != stored:
            values[_PROFILES] = ids
        gone = [_PROFILE + profile_id for profile_id in known if profile_id not in ids]
        if values or gone:
            self._settings.set_all(values, gone)
            self._bus.publish(LibraryChanged())
        return self._clock.now()

    def keep_basis(self, basis: LegalBasis) -> None:
        """Into the office's list: a known row gets this wording and these days and is offered again."""
        shelf, shipped = self.shelf(), self.shipped().lists.legal_bases
        self.keep(replace(shelf, bases=_kept(shelf.bases, shipped, basis)))

    def keep_block(self, block: LibraryBlock) -> None:
        """Into the store of texts, behind the last one of its place."""
        shelf, shipped = self.shelf(), self.shipped().lists.text_blocks
        same = [row.id for row in shelf.blocks.shown(shipped) if row.place is block.place]
        if any(one.row.id == block.id for one in shelf.blocks.over(shipped)):
            self.keep(replace(shelf, blocks=_kept(shelf.blocks, shipped, block)))
        else:
            after = same[-1] if same else ""
            self.keep(replace(shelf, blocks=shelf.blocks.insert(shipped, block, after)))

    def keep_shorthand(self, short: str, text: str, *, sure: bool = False) -> Shorthand:
        """A new abbreviation of the office. BadInput with the one sentence on what is wrong with it; `sure`:
        what may stay stays."""
        shelf, shipped = self.shelf(), self.shipped().lists.shorthands
        row = Shorthand(_new_id(), short.strip(), text.strip(), sure)
        wrong = doubt(row, (*shelf.shorthands.shown(shipped), row))
        if wrong is not None:
            raise BadInput(wrong.words)
        self.keep(replace(shelf, shorthands=shelf.shorthands.insert(shipped, row)))
        return row

    # --- profiles -------------------------------------------------------------------------------------

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """Those that are offered: the office's own first, then the shipped ones; never none."""
        shelf = self.shelf()
        own = tuple(
            ProfileInfo(one.id, one.name, one.description, one.plan.issuer.kind, own=True)
            for one in shelf.profiles
        )
        shipped = self.shipped().profiles
        shown = tuple(info for info in shipped if info.id not in shelf.hidden_profiles)
        return (*own, *shown) or shipped[:1]

    def profile(self, profile_id: str) -> OwnProfile | None:
        """A profile of the office; None where there is none of this id."""
        return self.shelf().profile(profile_id) if is_own(profile_id) else None

    def plan_of(self, profile_id: str) -> Plan:
        """The plan of a profile, its bases with the days that the office's list gives them, its fields and
        units those of the office. NotFound for an own one that is gone, ResourceError for another."""
        if is_own(profile_id):
            found = self.profile(profile_id)
            if found is None:
                raise NotFound(GONE)
            return self.with_known_bases(found.plan)
        plan = load_profile(self._resources / "profiles", profile_id)
        shelf, lists, shipped = self.shelf(), self.lists(), self.shipped().lists
        if shelf.fields != OwnRows() and plan.fields == shipped.fields:
            plan = replace(plan, fields=lists.fields)
        if shelf.units != OwnRows() and set(plan.units) <= set(shipped.units):
            plan = replace(plan, units=lists.units)
        return self.with_known_bases(plan)

    def with_known_bases(self, plan: Plan) -> Plan:
        """The plan with its bases as the office's list has them: its days, and its wording where the plan
        has the shipped one. So a law that the office marked as no longer in force is warned of."""
        shipped = {row.id: row for row in self.shipped().lists.legal_bases}
        rows = self.shelf().bases.over(tuple(shipped.values()))
        changed = {one.row.id: one.row for one in rows if one.row != shipped.get(one.row.id)}

        def known(basis: LegalBasis) -> LegalBasis:
            row = changed.get(basis.id)
            if row is None:
                return basis
            old = shipped.get(basis.id)
            text = row.text if old is not None and basis.text == old.text else basis.text
            return replace(basis, text=text, in_force_from=row.in_force_from, in_force_to=row.in_force_to)

        return replace(plan, bases=tuple(known(basis) for basis in plan.bases))

    def save_profile(
        self, plan: Plan, name: str, description: str = "", *, kept: Kept | None = ALL_KEPT, over: str = ""
    ) -> OwnProfile:
        """The plan as a profile of the office (what is cleared: `as_profile`); `over` names the own profile
        that it replaces, without `kept` it keeps what that one kept. BadInput without a name, NotFound
        where `over` is gone."""
        if not name.strip():
            raise BadInput(NAMELESS)
        shelf = self.shelf()
        old = shelf.profile(over) if over else None
        if over and old is None:
            raise NotFound(GONE)
        if kept is None:
            kept = old.kept if old is not None else ALL_KEPT
        profile_id = over or _new_id()
        made = OwnProfile(
            profile_id, name.strip(), description.strip(), as_profile(plan, profile_id, kept), kept
        )
        self.keep(shelf.with_profile(made))
        return self._stored(profile_id)

    def copy_profile(self, profile_id: str) -> OwnProfile:
        """A shipped profile, or an own one once more, as an own one to be changed."""
        info = next(
            (one for one in (*self.profiles(), *self.shipped().profiles) if one.id == profile_id), None
        )
        if info is None:
            raise NotFound(GONE)
        own = self.profile(profile_id)
        plan = own.plan if own is not None else load_profile(self._resources / "profiles", profile_id)
        return self._add(info.name, info.description, plan)

    def put_profile(self, profile: OwnProfile, at: int | None = None) -> None:
        """A profile as it was (undo); `at` is its place where it is gone."""
        self.keep(self.shelf().with_profile(profile, at))

    def remove_profile(self, profile_id: str) -> None:
        """`put_profile` brings it back. Conferences made from it stay as they are."""
        self.keep(self.shelf().without_profile(profile_id))

    def as_given(self, profile_id: str) -> OwnProfile:
        """Any profile, own or shipped, as it would be written to a file. NotFound."""
        own = self.profile(profile_id)
        if own is not None:
            return own
        info = next((one for one in self.shipped().profiles if one.id == profile_id), None)
        if info is None:
            raise NotFound(GONE)
        return OwnProfile(profile_id, info.name, info.description, self.plan_of(profile_id))

    def export_profile(self, profile_id: str, path: Path, *, bare: bool = True) -> None:
        """Write a profile as a file; `bare` leaves out names of people and localities. NotFound, BadInput."""
        from dialogue_desktop.exchange import profile_file

        found = self.as_given(profile_id)
        given = for_others(found) if bare else found
        profile_file.write(path, given.name, given.description, given.plan)

    def import_profile(self, path: Path) -> tuple[OwnProfile, bool]:
        """The profile of a file, and whether it is new: the same one again changes nothing. NotFound,
        BadInput with one sentence; nothing is kept then."""
        from dialogue_desktop.exchange import profile_file

        file = profile_file.read(path)
        name = " ".join(file.name.split())[: profile_file.MAX_NAME]
        description = " ".join(file.description.split())[: profile_file.MAX_DESCRIPTION]
        for one in self.shelf().profiles:
            same = replace(file.plan, profile=one.id) == one.plan
            if same and (one.name, one.description) == (name, description):
                return one, False
        return self._add(name, description, file.plan), True

    def _add(self, name: str, description: str, plan: Plan) -> OwnProfile:
        shelf, profile_id = self.shelf(), _new_id()
        free = _free_name(name, [one.name for one in shelf.profiles])
        plan = replace(plan, profile=profile_id)
        self.keep(shelf.with_profile(OwnProfile(profile_id, free, description, plan)))
        return self._stored(profile_id)

    def _stored(self, profile_id: str) -> OwnProfile:
        found = self.profile(profile_id)
        if found is None:
            raise NotFound(GONE)
        return found


def file_name(name: str) -> str:
    """What the file of a profile is called ("mau-doi-thoai-ba-thon.maukh")."""
    from dialogue_desktop.exchange import profile_file

    return profile_file.file_name(name)


def _worded(rows: Sequence[W]) -> tuple[W, ...]:
    """A row that was added and not written yet is offered nowhere."""
    return tuple(row for row in rows if row.text.strip())


def _kept(own: OwnRows[R], shipped: Sequence[R], row: R) -> OwnRows[R]:
    return own.back(row.id).put(shipped, row)


def _new_id() -> str:
    return f"{_OWN}{uuid4().hex[:12]}"


def _free_name(name: str, taken: Sequence[str]) -> str:
    """ "Đối thoại ba thôn (2)" where the name is there already."""
    known = {fold(one) for one in taken}
    number, free = 1, name
    while fold(free) in known:
        number += 1
        free = f"{name} ({number})"
    return free


def _clean(shelf: Shelf) -> Shelf:
    """Every text NFC and free of control characters."""
    return convert(clean_value(to_builtins(shelf)), Shelf)
