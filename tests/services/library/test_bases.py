"""Bases of the office: kept, overridden, hidden, put back, and marked as ended in new plans (P3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.office_library import RowState
from dialogue_desktop.domain.plan import LegalBasis

LAW = "luat-72-2025"


def test_a_basis_of_the_office_is_offered_with_its_days(app: App) -> None:
    """P3."""
    mine = LegalBasis("qc", "Căn cứ Quy chế đối thoại của tỉnh Đông Giang", date(2026, 5, 1))
    app.library.keep_basis(mine)
    assert app.library.lists().legal_bases[-1] == mine
    app.library.keep_basis(replace(mine, in_force_to=date(2026, 12, 31)))
    assert app.library.lists().legal_bases[-1].in_force_to == date(2026, 12, 31)
    shelf = app.library.shelf()
    shipped = app.library.shipped().lists.legal_bases
    app.library.keep(replace(shelf, bases=shelf.bases.without(shipped, "qc")))
    assert app.library.lists().legal_bases == shipped


def test_a_shipped_basis_is_overridden_hidden_and_put_back(app: App) -> None:
    """P3: the office marks a law as ended; plans begun from then on are warned."""
    shipped = app.library.shipped().lists.legal_bases
    law = next(row for row in shipped if row.id == LAW)
    ended = replace(law, in_force_to=date(2026, 6, 30))
    app.library.keep_basis(ended)
    assert ended in app.library.lists().legal_bases
    begun = app.planning.plan(app.planning.create())
    assert next(row for row in begun.bases if row.id == LAW) == ended
    shelf = app.library.shelf()
    states = {one.row.id: one.state for one in shelf.bases.over(shipped)}
    assert states[LAW] is RowState.CHANGED
    app.library.keep(replace(shelf, bases=shelf.bases.without(shipped, LAW)))
    assert LAW not in {row.id for row in app.library.lists().legal_bases}
    app.library.keep(replace(shelf, bases=shelf.bases.as_shipped(shipped, LAW)))
    assert app.library.lists().legal_bases == shipped


def test_a_profile_with_its_own_wording_gets_the_days_only(app: App) -> None:
    """P3: "Căn cứ Điều 43 Luật …" of a profile keeps its words."""
    shipped = app.library.shipped().lists.legal_bases
    law = next(row for row in shipped if row.id == LAW)
    app.library.keep_basis(replace(law, text="Căn cứ Luật mới", in_force_to=date(2026, 6, 30)))
    short = app.planning.plan(app.planning.create("ke_hoach_ngan"))
    basis = next(row for row in short.bases if row.id == LAW)
    assert basis.text.startswith("Căn cứ Điều 43")
    assert basis.in_force_to == date(2026, 6, 30)
    copied = app.planning.plan(app.planning.copy_of(app.planning.create("ke_hoach_ngan")))
    assert copied.bases == short.bases
