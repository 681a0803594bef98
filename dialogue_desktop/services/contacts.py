"""How to reach authors and the invited: apart from the journal, never printed, erasable by law (C5, C11)."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.storage.side_tables import Contacts


class ContactBook:
    """Telephone and house address of an opinion's author, or of a delegate; by the record's id."""

    def __init__(self, table: Contacts) -> None:
        self._table = table

    def all(self, conference_id: str) -> dict[str, Contact]:
        """By opinion or delegate; those without any entry are left out."""
        return {
            contact.opinion_id: contact
            for contact in self._table.all(conference_id)
            if contact.phone or contact.house_address
        }

    def set(self, conference_id: str, contact: Contact) -> None:
        """Write one contact over the old one; empty texts erase what was there. StorageError."""
        self.set_all(conference_id, (contact,))

    def set_all(self, conference_id: str, contacts: Iterable[Contact]) -> None:
        """The same for many, all of them or none. StorageError."""
        known = {row.opinion_id: row for row in self._table.all(conference_id)}
        wanted = [
            Contact(one.opinion_id, one_line(one.phone), one_line(one.house_address)) for one in contacts
        ]
        fresh = [one for one in wanted if one != known.get(one.opinion_id, Contact(one.opinion_id))]
        if fresh:
            self._table.set(conference_id, fresh)
