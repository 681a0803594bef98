"""What types cannot say of a package: ids there once, references that lead somewhere, times in UTC."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

from dialogue_desktop import codec
from dialogue_desktop.domain.after_records import StoredFile
from dialogue_desktop.domain.checklist import ItemKind
from dialogue_desktop.domain.plan import Plan, Quota, Section
from dialogue_desktop.domain.record_lists import LISTS
from dialogue_desktop.domain.records import Apart, RecordKind, Records
from dialogue_desktop.exchange import package_checklist
from dialogue_desktop.exchange.package import Package, PackageFault
from dialogue_desktop.exchange.package_journal import each_record
from dialogue_desktop.exchange.package_json import place, shown

T = TypeVar("T")

#: A conference's id becomes part of file names.
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CONFERENCE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
MAX_ID_LENGTH = 200
#: More rounds, copies or people than any conference has: a slip of the keyboard or an attack.
MAX_COUNT = 1_000_000


def in_utc(value: T) -> T:
    """The same moments in UTC; PackageFault for a time without its zone, which could be any moment."""
    return _in_utc(value, ())


def _in_utc(value: T, path: tuple[str | int, ...]) -> T:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise PackageFault(f"ở mục {place(path)} thiếu múi giờ, viết như 2026-04-24T01:00:00Z")
        try:
            return cast(T, value.astimezone(UTC))
        except OverflowError as error:
            raise PackageFault(f"ở mục {place(path)} không phải là ngày có thật") from error
    if isinstance(value, tuple):
        items = tuple(_in_utc(item, (*path, index)) for index, item in enumerate(value))
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else cast(T, items)
    if is_dataclass(value) and not isinstance(value, type):
        changed: dict[str, Any] = {}
        for field in fields(value):
            old = getattr(value, field.name)
            if isinstance(old, (datetime, tuple)) or is_dataclass(old):
                new = _in_utc(old, (*path, field.name))
                if new is not old:
                    changed[field.name] = new
        return replace(value, **changed) if changed else value
    return value


def check(package: Package) -> None:
    """PackageFault with the reason for the first thing that cannot be right."""
    if not _CONFERENCE_ID.fullmatch(package.conference.id):
        raise PackageFault(
            "ở mục conference.id chỉ được có chữ không dấu, số, gạch ngang, nhiều nhất 64 ký tự"
        )
    if package.records.session.id != "session":
        raise PackageFault("ở mục records.session.id phải là “session”")
    for where, ids in _id_groups(package):
        refuse_repeated(where, ids)
    _check_references(package)
    _check_versions(package)
    package_checklist.check(package)


def check_plan(plan: Plan) -> None:
    """PackageFault for an id that is empty or twice in its list."""
    for where, ids in _plan_ids(plan):
        refuse_repeated(where, ids)


def _id_groups(package: Package) -> Iterator[tuple[str, list[str]]]:
    """Lists of ids in each of which every id may stand once."""
    plan, records = package.plan, package.records
    yield from _plan_ids(plan)
    for one in LISTS.values():
        yield f"records.{one.name}", [row.id for row in getattr(records, one.name)]
    yield "journal", [entry.id for entry in package.journal]
    yield "contacts", [contact.opinion_id for contact in package.contacts]
    yield "versions", [f"{version.number}, {_digest(version.body)[:12]}" for version in package.versions]
    for kind in ItemKind:
        yield f"checklist, {kind.value}", [one.id for one in package.checklist if one.kind is kind]
    yield "proofs", [proof.id for proof in package.proofs]
    yield "documents", [document.file for document in package.documents]


def _plan_ids(plan: Plan) -> Iterator[tuple[str, list[str]]]:
    sections = tuple(_all_sections(plan.sections))
    yield "plan.sections", [section.id for section in sections]
    yield "plan.sections, blocks", [block.id for section in sections for block in section.blocks]
    yield "plan.bases", [row.id for row in plan.bases]
    yield "plan.localities", [row.id for row in plan.localities]
    yield "plan.participants", [row.id for row in plan.participants]
    yield "plan.quotas", [_quota_id(row) for row in plan.quotas]
    yield "plan.programme", [row.id for row in plan.programme]
    yield "plan.copies", [row.id for row in plan.copies]
    yield "plan.tasks", [row.id for row in plan.tasks]
    yield "plan.tasks, duties", [duty.id for unit in plan.tasks for duty in unit.duties]
    yield "plan.budget", [row.id for row in plan.budget]
    yield "plan.more_sessions", [row.id for row in plan.more_sessions]
    yield "plan.officials", [row.id for row in plan.officials]


def _quota_id(quota: Quota) -> str:
    """A thôn has one number of seats, and each xóm of it one."""
    return f"{quota.locality_id}, {quota.hamlet}" if quota.hamlet else quota.locality_id


def _all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.children)


def refuse_repeated(where: str, ids: list[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if not one.strip():
            raise PackageFault(f"ở mục {where} có mã trống")
        if len(one) > MAX_ID_LENGTH:
            raise PackageFault(f"ở mục {where} có mã dài quá {MAX_ID_LENGTH} ký tự")
        if one in seen:
            raise PackageFault(f"ở mục {where} mã “{shown(one)}” có hai lần")
        seen.add(one)


def _check_references(package: Package) -> None:
    """Answers, turns and contacts must belong to something that is there or once was (the journal knows)."""
    known: dict[RecordKind, set[str]] = {kind: set() for kind in RecordKind}
    for kind, _, row in each_record(package.records):
        known[kind].add(row.id)
    for entry in package.journal:
        for change in entry.changes:
            known[change.record].add(change.id)
    opinions, turns = known[RecordKind.OPINION], known[RecordKind.TURN]
    reached = opinions | known[RecordKind.DELEGATE]
    references = list(_record_references(package.records, opinions, turns))
    for index, pair in enumerate(package.records.apart):
        if pair != Apart.of(pair.first, pair.second):
            raise PackageFault(f"ở mục records.apart[{index}].id không phải mã của hai ý kiến ấy")
        references.append((f"records.apart[{index}].first", pair.first or "?", opinions))
        references.append((f"records.apart[{index}].second", pair.second or "?", opinions))
    references += _after_references(package.records, known)
    for index, contact in enumerate(package.contacts):
        references.append((f"contacts[{index}].opinion_id", contact.opinion_id, reached))
    undone = {entry.id for entry in package.journal}
    for index, entry in enumerate(package.journal):
        references.append((f"journal[{index}].undoes", entry.undoes, undone))
        if not 1 <= entry.lamport <= MAX_COUNT:
            raise PackageFault(f"ở mục journal[{index}].lamport phải là số từ 1 đến {MAX_COUNT}")
    for where, wanted, there in references:
        if wanted and wanted not in there:
            raise PackageFault(f"ở mục {where} nói đến “{shown(wanted)}” mà gói không có")


def _record_references(
    records: Records, opinions: set[str], turns: set[str]
) -> Iterator[tuple[str, str, set[str]]]:
    """(place, id that it names, ids that there are) for each record that names another."""
    for index, answer in enumerate(records.answers):
        yield f"records.answers[{index}].opinion_id", answer.opinion_id or "?", opinions
    for index, opinion in enumerate(records.opinions):
        yield f"records.opinions[{index}].turn_id", opinion.turn_id, turns
        yield f"records.opinions[{index}].linked_id", opinion.linked_id, opinions
        yield f"records.opinions[{index}].answered_with", opinion.answered_with, opinions
    for index, turn in enumerate(records.turns):
        yield f"records.turns[{index}].opinion_id", turn.opinion_id, opinions
    for index, conclusion in enumerate(records.conclusions):
        for opinion_id in conclusion.opinion_ids:
            yield f"records.conclusions[{index}].opinion_ids", opinion_id or "?", opinions


def _after_references(
    records: Records, known: Mapping[RecordKind, set[str]]
) -> Iterator[tuple[str, str, set[str]]]:
    """The same for what follows the session."""
    opinions, papers = known[RecordKind.OPINION], known[RecordKind.PAPER]
    for index, paper in enumerate(records.papers):
        yield f"records.papers[{index}].replaces", paper.replaces, papers
        for opinion_id in paper.opinion_ids:
            yield f"records.papers[{index}].opinion_ids", opinion_id or "?", opinions
    for index, one in enumerate(records.commitments):
        yield f"records.commitments[{index}].conclusion_id", one.conclusion_id, known[RecordKind.CONCLUSION]
        for opinion_id in one.opinion_ids:
            yield f"records.commitments[{index}].opinion_ids", opinion_id or "?", opinions
    for index, step in enumerate(records.steps):
        where = f"records.steps[{index}]"
        yield f"{where}.commitment_id", step.commitment_id or "?", known[RecordKind.COMMITMENT]
        yield f"{where}.paper_id", step.paper_id, papers


def _named_files(records: Records) -> list[StoredFile]:
    """Every file that papers and steps name."""
    of_papers = [file for paper in records.papers for file in paper.files]
    return of_papers + [file for step in records.steps for file in step.files]


@dataclass(frozen=True, slots=True)
class _FrozenBody:
    """The parts of a frozen version."""

    plan: Plan
    records: Records


def _check_versions(package: Package) -> None:
    """Every frozen version is there with the very text that was hashed: two of one number, where minutes
    were frozen on two laptops, are told apart by it."""
    bodies = {_digest(version.body): version.body for version in package.versions}
    left = {version.number: _digest(version.body) for version in package.versions}
    for version in package.records.versions:
        body = bodies.get(version.sha256)
        if body is None and version.number in left:
            raise PackageFault(f"biên bản đã chốt lần {version.number} bị thay đổi sau khi chốt")
        if body is None:
            raise PackageFault(f"thiếu nội dung của biên bản đã chốt lần {version.number}")
        left = {number: digest for number, digest in left.items() if digest != version.sha256}
        try:
            codec.from_json(body, _FrozenBody)
        except codec.CodecError as error:
            raise PackageFault(f"không đọc được biên bản đã chốt lần {version.number}") from error
    for number in left:
        raise PackageFault(f"ở mục versions có bản chốt lần {number} mà records không có")


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def check_files(package: Package, files: Mapping[str, bytes]) -> None:
    """Every document is there, whole, but for those that the package says it is without; nothing else is."""
    listed = {document.file: document for document in package.documents}
    kept = {document.sha256 for document in package.documents}
    for file in _named_files(package.records):
        if not _SHA256.fullmatch(file.sha256):
            raise PackageFault(f"tệp “{shown(file.name)}” không có mã kiểm tra đúng dạng")
        if file.size < 0 or not 0 <= file.pages <= MAX_COUNT:
            raise PackageFault(f"tệp “{shown(file.name)}” có cỡ hoặc số trang không đúng")
        if file.sha256 not in kept:
            raise PackageFault(f"thiếu tệp “{shown(file.name)}” mà văn bản hoặc minh chứng nói đến")
    for name in files:
        if name not in listed or listed[name].absent:
            raise PackageFault(f"trong tệp zip có “{shown(name)}” mà gói không nói đến")
    for name, document in listed.items():
        if not _SHA256.fullmatch(document.sha256):
            raise PackageFault(f"tệp “{shown(name)}” không có mã kiểm tra đúng dạng")
        if name not in files and not document.absent:
            raise PackageFault(f"thiếu tệp “{shown(name)}” của văn bản đã phát hành")
    for name, data in files.items():
        if hashlib.sha256(data).hexdigest() != listed[name].sha256:
            raise PackageFault(f"tệp “{shown(name)}” đã bị thay đổi sau khi phát hành")
