"""What only the meeting of two copies knows: plans, doubles, and what lies beside the journal (L11)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from dialogue_desktop.domain.journal import State, fold, is_alive
from dialogue_desktop.domain.merge_plan import differences
from dialogue_desktop.domain.merge_sides import Differing
from dialogue_desktop.domain.merge_words import EMPTY, record_name, value_words
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short
from dialogue_desktop.services.merge_items import ItemKind, ItemSide, MergeItem
from dialogue_desktop.services.merge_report import Names
from dialogue_desktop.services.merge_union import United

if TYPE_CHECKING:
    from dialogue_desktop.domain.live import LiveDraft
    from dialogue_desktop.exchange.package import Package


def local_items(mine: Package, theirs: Package, united: United, names: Names) -> tuple[MergeItem, ...]:
    """Plan and doubles to be decided, and notes to be looked at."""
    return (
        *_plan_items(mine, united, theirs, names),
        *_doubles(mine, theirs, united, names),
        *_draft_note(mine.draft, theirs.draft),
        *_differing_notes("contact", "Liên hệ", united.contacts, _record_of(united.state)),
        *_differing_notes("duty", "Việc chuẩn bị", united.checklist, _duty_of(united.package)),
        *_differing_notes("proof", "Nơi thông báo, niêm yết", united.proofs, _proof_of(united.package)),
        *_slip_notes(mine, theirs, united),
        *_group_notes(mine, theirs, united),
        *_frozen_notes(mine, theirs, united),
    )


def _plan_items(mine: Package, united: United, theirs: Package, names: Names) -> Iterator[MergeItem]:
    if united.other_plan is None:
        return
    here = united.other_plan is theirs.plan
    held, other = ("máy này", "bản nhập") if here else ("bản nhập", "máy này")
    for one in differences(united.package.plan, united.other_plan):
        yield MergeItem(
            f"plan:{one.name}",
            ItemKind.PLAN,
            "Kế hoạch",
            one.name,
            (
                ItemSide("held", one.here, where=held, at=united.package.conference.plan_at),
                ItemSide("other", one.there, where=other),
            ),
        )


def _doubles(mine: Package, theirs: Package, united: United, names: Names) -> Iterator[MergeItem]:
    """What two secretaries wrote of the same turn, or as the answer to the same opinion: both are kept."""
    here, there = fold(mine.journal), fold(theirs.journal)
    state = united.state
    for kind, pointer in ((RecordKind.OPINION, "turn_id"), (RecordKind.ANSWER, "opinion_id")):
        by_target: dict[str, tuple[list[str], list[str]]] = {}
        for (record, record_id), fields in state.items():
            target = str(fields.get(pointer) or "")
            if record is not kind or not is_alive(fields) or not target:
                continue
            key = (kind, record_id)
            if (key in here) == (key in there):
                continue
            by_target.setdefault(target, ([], []))[key in there].append(record_id)
        for ours, others in by_target.values():
            for one, other in zip(ours, others, strict=False):
                yield _double_item(kind, one, other, united, names)


def _double_item(kind: RecordKind, one: str, other: str, united: United, names: Names) -> MergeItem:
    state = united.state
    first, second = sorted((one, other), key=lambda key: united.reading.born[(kind, key)].order)
    sides = []
    for record_id in (first, second):
        born = united.reading.born[(kind, record_id)]
        words = value_words(state, kind, "text", state[(kind, record_id)].get("text"))
        sides.append(ItemSide(record_id, words, born.author, names.of(born.device), born.at, record_id))
    about = "Hai người cùng ghi một lượt" if kind is RecordKind.OPINION else "Hai người cùng ghi câu trả lời"
    return MergeItem(
        f"double:{kind.value}:{first}:{second}",
        ItemKind.DOUBLE,
        record_name(state, kind, first),
        about,
        tuple(sides),
        may_join=True,
        both_hold=True,
        sentence="Cả hai đang được giữ; chọn một bên thì bên kia được cất đi.",
    )


def _draft_note(mine: LiveDraft | None, theirs: LiveDraft | None) -> Iterator[MergeItem]:
    words = draft_words(theirs)
    if words and words != draft_words(mine):
        yield MergeItem(
            "draft",
            ItemKind.NOTE,
            "Chữ đang gõ dở trong bản nhập",
            "Chưa lưu thành ý kiến",
            (),
            sentence=words,
        )


def draft_words(draft: LiveDraft | None) -> str:
    """Everything that stands in the boxes, a line for each."""
    if draft is None:
        return ""
    item = draft.item
    lines = [draft.quick_add, *(voice.shown for voice in item.voices), item.text]
    for spoken in item.rounds:
        lines += [spoken.follow_up, spoken.answerer, spoken.text]
    lines += [item.outcome_reason, item.unit, item.group_note]
    return "\n".join(line.strip() for line in lines if line.strip())


def _differing_notes(
    prefix: str, title: str, rows: Iterable[Differing], name: Callable[[str], str]
) -> Iterator[MergeItem]:
    by_row: dict[str, list[Differing]] = {}
    for row in rows:
        by_row.setdefault(row.about, []).append(row)
    for about, found in by_row.items():
        said = " ".join(
            f"{one.field}: máy này ghi “{one.here}”, bản nhập ghi “{one.there}”, đang giữ “{one.held}”."
            for one in found
        )
        yield MergeItem(
            f"{prefix}:{about}", ItemKind.NOTE, f"{title}: {name(about)}", "Hai máy ghi khác nhau", (),
            sentence=said,
        )  # fmt: skip


def _record_of(state: State) -> Callable[[str], str]:
    def name(record_id: str) -> str:
        kind = RecordKind.OPINION if (RecordKind.OPINION, record_id) in state else RecordKind.DELEGATE
        return record_name(state, kind, record_id)

    return name


def _duty_of(package: Package) -> Callable[[str], str]:
    titles = {one.id: one.title for one in package.checklist if one.title}
    for unit in package.plan.tasks:
        for duty in unit.duties:
            titles.setdefault(duty.id, duty.summary or duty.text)
    return lambda item_id: titles.get(item_id, "việc trong danh sách")


def _proof_of(package: Package) -> Callable[[str], str]:
    return lambda proof_id: next((one.where for one in package.proofs if one.id == proof_id), EMPTY)


def _slip_notes(mine: Package, theirs: Package, united: United) -> Iterator[MergeItem]:
    """Paper cannot be numbered anew: slips with one number on two laptops are for somebody to look at."""
    here = {one.id for one in mine.records.slip_batches}
    there = {one.id for one in theirs.records.slip_batches}
    rows = united.package.records.slip_batches
    for number, one in enumerate(rows):
        for other in rows[number + 1 :]:
            apart = (one.id in here) != (other.id in here) and (one.id in there) != (other.id in there)
            if apart and one.first <= other.last and other.first <= one.last:
                names = [record_name(united.state, RecordKind.SLIP_BATCH, row.id) for row in (one, other)]
                yield MergeItem(
                    f"slips:{one.id}:{other.id}", ItemKind.NOTE, names[0], "Số phiếu phát trùng nhau", (),
                    sentence=f"Trùng số với {names[1]}; số phiếu in trên giấy nên chương trình không tự đổi.",
                )  # fmt: skip
    yield from _same_slips(mine, theirs, united)


def _same_slips(mine: Package, theirs: Package, united: United) -> Iterator[MergeItem]:
    here = {one.id for one in mine.records.opinions}
    there = {one.id for one in theirs.records.opinions}
    by_slip: dict[str, list[str]] = {}
    for one in united.package.records.opinions:
        if one.slip_number and (one.id in here) != (one.id in there):
            by_slip.setdefault(one.slip_number, []).append(one.id)
    for slip, ids in by_slip.items():
        if any(one in here for one in ids) and any(one in there for one in ids):
            names = [record_name(united.state, RecordKind.OPINION, one) for one in ids]
            yield MergeItem(
                f"slip:{slip}", ItemKind.NOTE, f"Phiếu số {slip}", "Một phiếu được nhập ở cả hai máy", (),
                sentence=f"{'; '.join(names)}. Cả hai đang được giữ.",
            )  # fmt: skip


def _group_notes(mine: Package, theirs: Package, united: United) -> Iterator[MergeItem]:
    """A group that one side took apart while the other put something into it."""

    def members(package: Package) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for opinion in package.records.opinions:
            if opinion.group_id:
                found.setdefault(opinion.group_id, set()).add(opinion.id)
        return found

    here, there, now = members(mine), members(theirs), members(united.package)
    for group, left in sorted(now.items()):
        lone = len(left) == 1 and (len(here.get(group, ())) > 1 or len(there.get(group, ())) > 1)
        if lone:
            (one,) = left
            yield MergeItem(
                f"group:{group}", ItemKind.NOTE, record_name(united.state, RecordKind.OPINION, one),
                "Nhóm bị tách ở một máy, thêm ý kiến ở máy kia", (),
                sentence="Nhóm chỉ còn một ý kiến; câu trả lời chuẩn bị vẫn được giữ ở từng ý kiến.",
            )  # fmt: skip


def _frozen_notes(mine: Package, theirs: Package, united: United) -> Iterator[MergeItem]:
    versions = united.package.records.versions
    here = {one.sha256 for one in mine.records.versions}
    there = {one.sha256 for one in theirs.records.versions}
    if not versions or (not united.entries and here == there):
        return
    if here - there and there - here:
        said = "; ".join(f"lần {one.number} chốt lúc {_moment(one.frozen_at)}" for one in versions)
        yield MergeItem(
            "frozen", ItemKind.NOTE, "Biên bản được chốt ở cả hai máy", "Cả hai bản chốt được giữ", (),
            sentence=f"Đánh số theo giờ chốt: {said}. Nội dung gộp chưa có trong bản nào; cần thì chốt lại.",
        )  # fmt: skip
    elif united.entries and (here | there):
        yield MergeItem(
            "frozen", ItemKind.NOTE, "Biên bản đã chốt", "Bản chốt được giữ nguyên", (),
            sentence="Những gì gộp vào sau giờ chốt không có trong bản chốt; xem trang Kết thúc, biên bản.",
        )  # fmt: skip


def _moment(at: datetime | None) -> str:
    if at is None:
        return EMPTY
    wall = on_wall(at)
    return f"{wall.hour} giờ {wall.minute:02} ngày {date_short(wall.date())}"
