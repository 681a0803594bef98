"""Telephones and house addresses: apart from the journal, cleaned, erasable (C5)."""

from __future__ import annotations

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.conference import Contact


def test_a_contact_is_kept_and_erased(app: App, cid: str) -> None:
    """C5: one line each, no hidden characters; emptied means gone, and no journal ever knew."""
    before = app.live.history(cid)
    app.contacts.set(cid, Contact("o1", " 0912\u200b 000 104 ", "Nhà số 12,\nxóm Bãi"))
    assert app.contacts.all(cid) == {"o1": Contact("o1", "0912 000 104", "Nhà số 12, xóm Bãi")}
    app.contacts.set(cid, Contact("o2"))
    app.contacts.set(cid, Contact("o1"))
    assert app.contacts.all(cid) == {}
    assert app.live.history(cid) == before
