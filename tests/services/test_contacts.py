"""Telephones and house addresses: apart from the journal, cleaned, erasable (C5, C11)."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.errors import BadInput
from tests.services.conftest import EIGHT


def test_a_contact_is_kept_and_erased(app: App, cid: str) -> None:
    """C5: one line each, no hidden characters; emptied means gone, and no journal ever knew."""
    before = app.live.history(cid)
    app.contacts.set(cid, Contact("o1", " 0912\u200b 000 104 ", "Nhà số 12,\nxóm Bãi"))
    assert app.contacts.all(cid) == {"o1": Contact("o1", "0912 000 104", "Nhà số 12, xóm Bãi")}
    app.contacts.set(cid, Contact("o2"))
    app.contacts.set(cid, Contact("o1"))
    assert app.contacts.all(cid) == {}
    assert app.live.history(cid) == before


def test_delegates_have_telephones_too_also_in_a_package(app: App, cid: str, tmp_path: Path) -> None:
    """C11: many at once; no journal knows; the package takes them along, also of one taken off the list; a
    telephone of nobody is refused."""
    one, other = app.inviting.add(cid, [Delegate("", name="Đỗ Văn Sỹ"), Delegate("", name="Vũ Thị Mỡ")])
    phones = (Contact(one, "0912 000 104", "xóm Đình"), Contact(other, "0912 000 105"))
    app.contacts.set_all(cid, phones)
    app.inviting.remove(cid, [other])
    assert all("0912" not in repr(entry.changes) for entry in app.live.history(cid))
    app.exchange.export_package(cid, tmp_path / "goi.json", as_zip=False)
    elsewhere = build(tmp_path / "máy khác", clock=FixedClock(EIGHT), device="may-2")
    try:
        elsewhere.exchange.import_package(tmp_path / "goi.json")
        assert set(elsewhere.contacts.all(cid).values()) == set(phones)
        assert elsewhere.inviting.invited(cid).delegates == app.inviting.invited(cid).delegates
    finally:
        elsewhere.close()
    text = (
        (tmp_path / "goi.json")
        .read_text(encoding="utf-8")
        .replace(f'"opinion_id": "{one}"', '"opinion_id": "ai-do"')
    )
    (tmp_path / "sai.json").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match="ai-do"):
        app.exchange.import_package(tmp_path / "sai.json")
