"""People who are invited and slips that are handed out: every act is one journal entry (C3, C10, C11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.conference import Stage
from dialogue_desktop.domain.invite_layout import laid_out, settled
from dialogue_desktop.domain.inviting import SendLimit, in_printed_order, is_open, letter_series, send_limit
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Delegate, RecordKind, Records, Reply, SlipBatch
from dialogue_desktop.domain.slips import SlipSums, collect_day, refusal, sums
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.events import ConferenceListChanged, EventBus
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.live_changes import new_id, row_changes
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.records_query import RecordsQuery

GONE = "Dòng này không còn trong danh sách. Các dòng khác vẫn giữ nguyên. Hãy chọn lại trong danh sách."
NOBODY = "Chưa ghi họ tên hoặc tên cơ quan, chức vụ được mời. Chưa thêm dòng nào."
NO_SEATS = "Số chỗ phải từ 1 đến 9.999. Chưa ghi thay đổi nào."
MOST_SEATS = 9_999
TAKEN_NUMBER = "Số giấy mời {number} đã ghi cho {whom}. Chưa đánh số giấy nào. Hãy chọn số khác."

_TEXTS = ("honorific", "name", "office", "locality", "hamlet", "letter_number", "replaced_by", "note")


@dataclass(frozen=True, slots=True)
class Invited:
    """Everything about the invited: the plan, delegates in printed order, the last day for sending."""

    plan: Plan
    delegates: tuple[Delegate, ...]
    limit: SendLimit
    records: Records


class Inviting:
    """Acts on delegates and slips. Every method commits before it returns; StorageError leaves nothing
    half done. `delegates` of an answer are in printed order."""

    def __init__(
        self,
        conferences: Conferences,
        records: RecordsQuery,
        log: ActLog,
        deadlines: Deadlines,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._conferences = conferences
        self._records = records
        self._log = log
        self._deadlines = deadlines
        self._bus = bus
        self._clock = clock

    # --- reading

    def invited(self, conference_id: str) -> Invited:
        """NotFound for an unknown conference."""
        plan = self._conferences.plan(conference_id)
        records = self._records.records(conference_id)
        limit = send_limit(plan, self._deadlines.schedule(plan))
        return Invited(plan, in_printed_order(plan, records.delegates), limit, records)

    def slips(self, conference_id: str) -> SlipSums:
        """Every batch with what came back and what is entered, as of today."""
        records = self._records.records(conference_id)
        return sums(records.slip_batches, records.opinions, self._clock.today())

    def slips_due(self, conference_id: str) -> date | None:
        """The day on which the plan wants the slips back; None where it names none."""
        return collect_day(self._deadlines.schedule(self._conferences.plan(conference_id)))

    # --- delegates

    def lay_out(self, conference_id: str) -> int:
        """Put on the list whom the plan names and who is not there yet; how many lines came new."""
        plan, before = self._now(conference_id)
        after = laid_out(plan, before, new_id)
        self._write(conference_id, "delegate.layout", before, after)
        return len({one.id for one in after} - {one.id for one in before})

    def add(
        self, conference_id: str, delegates: Sequence[Delegate], *, act: str = "delegate.add"
    ) -> tuple[str, ...]:
        """New lines, given ids and places; each takes an open seat where there is one. BadInput."""
        plan, before = self._now(conference_id)
        made = [_checked(replace(one, id=new_id(), position=0), seat=False) for one in delegates]
        after = settled(plan, before, (*before, *made), new_id)
        self._write(conference_id, act, before, after)
        return tuple(one.id for one in made)

    def edit(
        self, conference_id: str, ids: Iterable[str], /, *, act: str = "delegate.edit", **wanted: object
    ) -> None:
        """Write the same fields of one line or of many. BadInput, NotFound."""
        plan, before = self._now(conference_id)
        chosen = self._chosen(before, ids)
        after: list[Delegate] = []
        for one in before:
            if one.id not in chosen:
                after.append(one)
                continue
            changed = _checked(replace(one, **wanted), seat=is_open(one))  # type: ignore[arg-type]
            after.append(changed)
            if is_open(one) and changed.name and one.count > 1:
                # One of several seats is named: the others stay open.
                after.append(replace(one, id=new_id(), position=0, count=one.count - 1))
        self._write(conference_id, act, before, settled(plan, before, after, new_id))

    def remove(self, conference_id: str, ids: Iterable[str]) -> None:
        """Take lines off the list; the seats of the named open again. Undo brings them back."""
        plan, before = self._now(conference_id)
        chosen = self._chosen(before, ids)
        after = tuple(one for one in before if one.id not in chosen)
        self._write(conference_id, "delegate.remove", before, settled(plan, before, after, new_id))

    def move(
        self, conference_id: str, ids: Iterable[str], group_id: str, locality: str | None = None
    ) -> None:
        """Into another group, and where `locality` is given into another thôn."""
        wanted: dict[str, object] = {"group_id": group_id}
        if locality is not None:
            wanted |= {"locality": locality, "hamlet": ""}
        self.edit(conference_id, ids, act="delegate.move", **wanted)

    def shift(self, conference_id: str, delegate_id: str, by: int) -> None:
        """One place up (-1) or down (1) among those of the same group and thôn."""
        plan, before = self._now(conference_id)
        (chosen,) = self._chosen(before, (delegate_id,))
        order = in_printed_order(plan, before)
        at = next(n for n, one in enumerate(order) if one.id == chosen)
        to = at + by
        if not 0 <= to < len(order):
            return
        here, there = order[at], order[to]
        if here.group_id != there.group_id or is_open(here) != is_open(there):
            return
        places = {here.id: there.position, there.id: here.position}
        after = tuple(replace(one, position=places.get(one.id, one.position)) for one in before)
        self._write(conference_id, "delegate.move", before, after)

    def mark_sent(self, conference_id: str, ids: Iterable[str], day: date | None) -> None:
        """The letters went out on this day; None: they did not after all."""
        self.edit(
            conference_id, ids, act="delegate.sent" if day else "delegate.unsent", sent_on=day
        )  # fmt: skip
        stage = self._conferences.info(conference_id).stage
        if day is not None and stage in (Stage.PLAN, Stage.OPINIONS):
            self._conferences.set_stage(conference_id, Stage.INVITE, self._clock.now())
            self._bus.publish(ConferenceListChanged())

    def send_through(self, conference_id: str, ids: Iterable[str], through_locality: bool) -> None:
        """The letters go through the thôn's committee, or straight to each."""
        self.edit(conference_id, ids, act="delegate.way", through_locality=through_locality)

    def reply(self, conference_id: str, ids: Iterable[str], reply: Reply | None) -> None:
        self.edit(conference_id, ids, act="delegate.reply", reply=reply)

    def attend(self, conference_id: str, ids: Iterable[str], attended: bool | None) -> None:
        """Who came; None: not known."""
        self.edit(conference_id, ids, act="delegate.attended", attended=attended)

    def number_letters(
        self, conference_id: str, ids: Iterable[str], first: str, *, same: bool = False
    ) -> tuple[str, ...]:
        """Give numbers from `first` on in printed order, or all of them `first`; the numbers given.

        BadInput where `first` is no number, or where a number in series is that of another letter.
        """
        plan, before = self._now(conference_id)
        chosen = self._chosen(before, ids)
        order = [one for one in in_printed_order(plan, before) if one.id in chosen]
        try:
            series = letter_series(first, 1) * len(order) if same else letter_series(first, len(order))
        except ValueError as wrong:
            raise BadInput(f"{wrong} Chưa đánh số giấy nào.") from wrong
        if not same:
            self._refuse_taken(before, chosen, series)
        numbers = {one.id: number for one, number in zip(order, series, strict=True)}
        after = tuple(replace(one, letter_number=numbers.get(one.id, one.letter_number)) for one in before)
        self._write(conference_id, "delegate.number", before, after)
        return series

    @staticmethod
    def _refuse_taken(before: Sequence[Delegate], chosen: frozenset[str], series: Iterable[str]) -> None:
        taken = {one.letter_number: one for one in before if one.letter_number and one.id not in chosen}
        for number in series:
            if number in taken:
                whom = taken[number].shown or taken[number].address or "giấy mời khác"
                raise BadInput(TAKEN_NUMBER.format(number=number, whom=whom))

    # --- slips

    def hand_out(self, conference_id: str, batch: SlipBatch) -> str:
        """Note slips handed out; the id of the batch. BadInput where a number is in other hands."""
        before = self._records.records(conference_id).slip_batches
        last = max((one.position for one in before), default=0)
        made = _checked_batch(replace(batch, id=new_id(), position=last + 1), before)
        self._write_slips(conference_id, "slip.add", before, (*before, made))
        return made.id

    def edit_slips(
        self, conference_id: str, batch_id: str, /, *, act: str = "slip.edit", **wanted: object
    ) -> None:
        """Put a batch right. BadInput, NotFound."""
        before = self._records.records(conference_id).slip_batches
        if all(one.id != batch_id for one in before):
            raise NotFound(GONE)
        after = tuple(
            _checked_batch(replace(one, **wanted), before) if one.id == batch_id else one  # type: ignore[arg-type]
            for one in before
        )
        self._write_slips(conference_id, act, before, after)

    def take_back(self, conference_id: str, batch_id: str, returned: int | None, day: date | None) -> None:
        """How many slips have come back, filled in or not, and on which day. BadInput, NotFound."""
        self.edit_slips(conference_id, batch_id, act="slip.returned", returned=returned, returned_on=day)

    def remove_slips(self, conference_id: str, batch_id: str) -> None:
        before = self._records.records(conference_id).slip_batches
        if all(one.id != batch_id for one in before):
            raise NotFound(GONE)
        after = tuple(one for one in before if one.id != batch_id)
        self._write_slips(conference_id, "slip.remove", before, after)

    # --- within

    def _now(self, conference_id: str) -> tuple[Plan, tuple[Delegate, ...]]:
        return self._conferences.plan(conference_id), self._records.records(conference_id).delegates

    @staticmethod
    def _chosen(delegates: Sequence[Delegate], ids: Iterable[str]) -> frozenset[str]:
        chosen = frozenset(ids)
        if not chosen <= {one.id for one in delegates}:
            raise NotFound(GONE)
        return chosen

    def _write(
        self, conference_id: str, act: str, before: Sequence[Delegate], after: Sequence[Delegate]
    ) -> None:
        """Append, unless nothing differs."""
        changes = row_changes(RecordKind.DELEGATE, before, after)
        if changes:
            self._log.append(conference_id, act, changes)

    def _write_slips(
        self, conference_id: str, act: str, before: Sequence[SlipBatch], after: Sequence[SlipBatch]
    ) -> None:
        changes = row_changes(RecordKind.SLIP_BATCH, before, after)
        if changes:
            self._log.append(conference_id, act, changes)


def _checked(one: Delegate, *, seat: bool) -> Delegate:
    """Texts on one line; a person has one seat. BadInput for a line without name, unless it is a `seat`."""
    texts: dict[str, Any] = {name: one_line(getattr(one, name)) for name in _TEXTS}
    cleaned = replace(one, **texts)
    if not 1 <= cleaned.count <= MOST_SEATS:
        raise BadInput(NO_SEATS)
    if is_open(cleaned) and not seat:
        raise BadInput(NOBODY)
    return replace(cleaned, count=1) if cleaned.name else cleaned


def _checked_batch(batch: SlipBatch, others: Iterable[SlipBatch]) -> SlipBatch:
    texts = ("locality", "collector", "note")
    values: dict[str, Any] = {name: one_line(getattr(batch, name)) for name in texts}
    cleaned = replace(batch, **values)
    sentence = refusal(cleaned, others)
    if sentence:
        raise BadInput(f"{sentence} Chưa ghi thay đổi nào.")
    return cleaned
