"""How to reach those who asked: kept apart from the journal, never printed, erased when the law asks (C5)."""

from __future__ import annotations

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.storage.side_tables import Contacts


class ContactBook:
    """Telephone and house address per opinion."""

    def __init__(self, table: Contacts) -> None:
        self._table = table

    def all(self, conference_id: str) -> dict[str, Contact]:
        """By opinion; those without any entry are left out."""
        return {
            contact.opinion_id: contact
            for contact in self._table.all(conference_id)
            if contact.phone or contact.house_address
        }

    def set(self, conference_id: str, contact: Contact) -> None:
        """Write one contact over the old one; empty texts erase what was there. StorageError."""
        wanted = Contact(contact.opinion_id, one_line(contact.phone), one_line(contact.house_address))
        known = {row.opinion_id: row for row in self._table.all(conference_id)}
        if wanted != known.get(contact.opinion_id, Contact(contact.opinion_id)):
            self._table.set(conference_id, (wanted,))
