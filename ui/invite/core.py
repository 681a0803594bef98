"""What the page asks of the core for one conference; every call runs on the database's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dialogue_desktop.domain.conference import Contact, Stage
from dialogue_desktop.domain.inviting import SendLimit
from dialogue_desktop.domain.plan import Locality, Plan
from dialogue_desktop.domain.records import Delegate, Records, Reply
from ui.invite.entry import DelegateEntry, contact_of, facts_of
from ui.rows_core import RowsCore


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the page shows. `shelf` are the forms that were left half typed."""

    plan: Plan
    delegates: tuple[Delegate, ...]
    limit: SendLimit
    records: Records
    contacts: dict[str, Contact]
    stage: Stage
    shelf: tuple[DelegateEntry, ...] = ()
    saved_at: datetime | None = None


class People(RowsCore[DelegateEntry]):
    """`services` is the core's App: `inviting`, `live`, `planning`, `contacts` and `settings` are used."""

    page = "invite"

    def __init__(self, services: Any, conference_id: str) -> None:
        super().__init__(services, conference_id, DelegateEntry)

    def load(self, *, shelf: bool = True) -> Loaded:
        """Read all; without `shelf` what is half typed is left as the page has it."""
        services, cid = self._services, self._id
        newest = services.live.history(cid, 1)
        invited = services.inviting.invited(cid)
        return Loaded(
            invited.plan,
            invited.delegates,
            invited.limit,
            invited.records,
            services.contacts.all(cid),
            services.planning.view(cid).stage,
            self._shelf() if shelf else (),
            newest[0].at if newest else None,
        )

    # --- one line

    def save(
        self, entry: DelegateEntry, base: DelegateEntry, localities: Sequence[Locality], today: date
    ) -> str:
        """Write the delegate and the contact; gives its id. EntryError is the caller's to prevent.

        Of a known line only what was changed in the form is written: what others changed since stays.
        """
        inviting, cid = self._services.inviting, self._id
        facts = facts_of(entry, localities, today)
        if entry.delegate_id:
            delegate_id = entry.delegate_id
            old = facts_of(base, localities, today)
            changed = {name: value for name, value in facts.items() if value != old[name]}
            if changed:
                inviting.edit(cid, (delegate_id,), **changed)
        else:
            (delegate_id,) = inviting.add(cid, (Delegate("", **facts),))  # type: ignore[arg-type]
        self._services.contacts.set(cid, contact_of(entry, delegate_id))
        return str(delegate_id)

    def shift(self, delegate_id: str, by: int) -> None:
        self._services.inviting.shift(self._id, delegate_id, by)

    # --- many at once

    def lay_out(self) -> int:
        return int(self._services.inviting.lay_out(self._id))

    def remove(self, ids: Sequence[str]) -> None:
        self._services.inviting.remove(self._id, ids)

    def mark_sent(self, ids: Sequence[str], day: date | None) -> None:
        self._services.inviting.mark_sent(self._id, ids, day)

    def send_through(self, ids: Sequence[str], through: bool) -> None:
        self._services.inviting.send_through(self._id, ids, through)

    def reply(self, ids: Sequence[str], reply: Reply | None) -> None:
        self._services.inviting.reply(self._id, ids, reply)

    def attend(self, ids: Sequence[str], attended: bool | None) -> None:
        self._services.inviting.attend(self._id, ids, attended)

    def move(self, ids: Sequence[str], group_id: str) -> None:
        self._services.inviting.move(self._id, ids, group_id)

    def number(self, ids: Sequence[str], first: str, *, same: bool) -> tuple[str, ...]:
        return tuple(self._services.inviting.number_letters(self._id, ids, first, same=same))
