"""Two packages of one conference as one: a value made of two values, nothing is read or written (L11)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from dialogue_desktop import codec
from dialogue_desktop.domain.journal import Entry, Json, State, fold
from dialogue_desktop.domain.merge_settling import settlement, settling_entry, twins_of
from dialogue_desktop.domain.merge_sides import (
    Differing,
    joined_checklist,
    joined_contacts,
    joined_proofs,
)
from dialogue_desktop.domain.merging import Reading, read, union
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.record_lists import CLASSES
from dialogue_desktop.domain.records import RecordKind, Version
from dialogue_desktop.domain.stage import Stage
from dialogue_desktop.plan_marks import mark_of, with_mark
from dialogue_desktop.services.kept_files import joined

if TYPE_CHECKING:
    from dialogue_desktop.exchange.package import FrozenVersion, Package, PackageHead, PlanOrigin

_STAGES = list(Stage)


@dataclass(frozen=True, slots=True)
class United:
    """What two packages are together. `entries` are those that mine has not; `settled` is among them.

    `other_plan` is the plan that does not hold where both were changed, `from_there` whether that is mine.
    """

    package: Package
    entries: tuple[Entry, ...]
    settled: Entry | None
    state: State
    reading: Reading
    contacts: tuple[Differing, ...]
    checklist: tuple[Differing, ...]
    proofs: tuple[Differing, ...]
    other_plan: Plan | None
    plan_came: bool


def unite(mine: Package, theirs: Package, *, settle: bool = True) -> United:
    """Everything of both. The same from either side, but for the draft: each machine keeps its own.
    `domain.merging.Disagreement` where one act has two contents."""
    entries = union(mine.journal, theirs.journal)
    bodies = _bodies(mine, theirs)
    settled = None
    if settle and entries:
        printed = "\n".join(bodies.values())
        changes = settlement(
            entries, mine.journal, theirs.journal, printed=lambda one: f'"id":"{one}"' in printed
        )
        if changes:
            settled = settling_entry(mine.conference.id, entries, changes)
            entries = (*entries, settled)
    known = {entry.id for entry in mine.journal}
    twins = {younger: elder for (_, younger), elder in twins_of(entries).items()}
    contacts, contact_differences = joined_contacts(mine.contacts, theirs.contacts, twins)
    checklist, item_differences = joined_checklist(mine.checklist, theirs.checklist)
    proofs, proof_differences = joined_proofs(mine.proofs, theirs.proofs)
    holds, other = _plans(mine, theirs)
    package = _with_journal(mine, entries, bodies)
    package = replace(
        package,
        conference=_head(mine.conference, theirs.conference, holds),
        plan=holds.plan,
        contacts=contacts,
        checklist=checklist,
        proofs=proofs,
        origin=_origin(mine.origin, theirs.origin),
        documents=joined(mine.documents, theirs.documents),
        travel=None,
    )
    return United(
        package,
        tuple(entry for entry in entries if entry.id not in known),
        settled,
        fold(entries),
        read(entries, canonical_value),
        contact_differences,
        item_differences,
        proof_differences,
        other,
        holds is theirs and mark_of(mine.plan) != mark_of(theirs.plan),
    )


def with_entries(package: Package, more: Sequence[Entry]) -> Package:
    """The package after further acts."""
    entries = tuple(sorted((*package.journal, *more), key=lambda entry: entry.order))
    return _with_journal(package, entries, {_digest(one.body): one.body for one in package.versions})


def canonical_value(kind: RecordKind, name: str, value: Json) -> Json:
    """A value as the program itself writes it: times in UTC, people with every field. A value that does not
    fit stays as it is."""
    try:
        record = codec.convert({"id": "x", name: value}, CLASSES[kind])
    except codec.CodecError:
        return value
    plain = codec.to_builtins(record)[name]
    return plain if isinstance(plain, (str, int, float, bool, list, dict)) or plain is None else value


# --- parts ----------------------------------------------------------------------------------------


def _bodies(mine: Package, theirs: Package) -> dict[str, str]:
    """Frozen minutes of both by their hash."""
    return {_digest(one.body): one.body for one in (*mine.versions, *theirs.versions)}


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _with_journal(package: Package, entries: tuple[Entry, ...], bodies: Mapping[str, str]) -> Package:
    from dialogue_desktop.exchange.package_check import in_utc
    from dialogue_desktop.exchange.package_journal import folded_records

    records = in_utc(folded_records(entries))
    return replace(package, journal=entries, records=records, versions=_versions(records.versions, bodies))


def _versions(versions: Sequence[Version], bodies: Mapping[str, str]) -> tuple[FrozenVersion, ...]:
    from dialogue_desktop.exchange.package import FrozenVersion

    return tuple(FrozenVersion(one.number, bodies[one.sha256]) for one in versions if one.sha256 in bodies)


def _plans(mine: Package, theirs: Package) -> tuple[Package, Plan | None]:
    """The one whose plan holds, and the other plan where neither came from the other."""
    here, there = mark_of(mine.plan), mark_of(theirs.plan)
    later = max((mine, theirs), key=_plan_order)
    if here == there:
        return later, None
    there_is_older = there in mine.conference.plan_past
    here_is_older = here in theirs.conference.plan_past
    if there_is_older and not here_is_older:
        return mine, None
    if here_is_older and not there_is_older:
        return theirs, None
    return later, (theirs if later is mine else mine).plan


def _plan_order(package: Package) -> tuple[object, ...]:
    head = package.conference
    return (head.plan_at, codec.to_json(package.plan), head.title, head.plan_step)


def _head(mine: PackageHead, theirs: PackageHead, holds: Package) -> PackageHead:
    stage = max(mine.stage, theirs.stage, key=_STAGES.index)
    return replace(
        mine,
        title=holds.conference.title,
        stage=stage,
        created_at=min(_times(mine.created_at, theirs.created_at), default=None),
        updated_at=max(_times(mine.updated_at, theirs.updated_at), default=None),
        plan_step=holds.conference.plan_step,
        plan_at=max(_times(mine.plan_at, theirs.plan_at), default=None),
        plan_past=with_mark((*mine.plan_past, *theirs.plan_past), holds.plan),
    )


def _times(*times: datetime | None) -> list[datetime]:
    return [at for at in times if at is not None]


def _origin(mine: PlanOrigin | None, theirs: PlanOrigin | None) -> PlanOrigin | None:
    """The doubts of the old plan: one that somebody looked at is looked at."""
    if mine is None or theirs is None or mine == theirs:
        return mine or theirs
    if [one.text for one in mine.doubts] != [one.text for one in theirs.doubts]:
        return max(mine, theirs, key=codec.to_json)
    doubts = tuple(
        replace(one, seen=one.seen or other.seen)
        for one, other in zip(mine.doubts, theirs.doubts, strict=True)
    )
    return replace(mine, year=max(mine.year, theirs.year), doubts=doubts)
