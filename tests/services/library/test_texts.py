"""Texts of the office: kept with their kind, printed as house rules, and what is shipped (P4, C1)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.office_library import BlockPlace, LibraryBlock
from dialogue_desktop.domain.plan import Plan, TextBlock


def test_a_kept_text_stands_with_its_kind(app: App) -> None:
    """P4: behind the last of its place, found again, changed in its place."""
    block = LibraryBlock("x", "Mưa đá", "Gặp mưa đá thì lùi {han}.", BlockPlace.WEATHER)
    app.library.keep_block(block)
    rows = app.library.lists().text_blocks
    places = [row.place for row in rows]
    at = rows.index(block)
    assert places[at - 1] is BlockPlace.WEATHER
    assert places[at + 1] is not BlockPlace.WEATHER
    app.library.keep_block(replace(block, title="Mưa đá, lốc"))
    assert app.library.lists().text_blocks[at].title == "Mưa đá, lốc"


def test_the_offices_house_rules_are_printed(app: App, cid: str) -> None:
    """P4, C1: an own rule stands in the paper "Nội quy", with the minutes of the plan."""
    app.library.keep_block(
        LibraryBlock("x", "Hỏi đáp", "Ai cũng được nói, mỗi người {phut} phút.", BlockPlace.HOUSE_RULES)
    )
    plan = app.planning.plan(cid)
    from dialogue_desktop.documents import papers

    engine = app.documents.engine()
    document = papers.build("rules", plan, app.deadlines.schedule(plan), engine, app.library.house_rules())
    words = engine.text(document)
    assert "10. Ai cũng được nói, mỗi người 05 phút." in words
    assert "1. Có mặt trước giờ khai mạc" in words


@pytest.mark.parametrize("place", list(BlockPlace))
def test_the_store_begins_with_something_for_every_place(app: App, place: BlockPlace) -> None:
    """P4: purpose, requirements, content, method, refusing, epidemic, security, weather, online, rules."""
    found = [row for row in app.library.lists().text_blocks if row.place is place]
    assert len(found) >= 2
    assert all(row.title and row.text.endswith(".") and len(row.title) <= 40 for row in found)


def test_every_shipped_profile_offers_the_epidemic_and_the_security_clause(app: App) -> None:
    """P4: there to be ticked, not printed unasked."""
    for info in app.library.shipped().profiles:
        plan = app.library.plan_of(info.id)
        blocks = {block.id: block for block in _blocks(plan)}
        for key, word in (("yeu-cau-dich-benh", "dịch bệnh"), ("yeu-cau-an-ninh", "an ninh, trật tự")):
            assert word in blocks[key].text, info.id
            assert not blocks[key].included, info.id


def _blocks(plan: Plan) -> list[TextBlock]:
    found: list[TextBlock] = []
    todo = list(plan.sections)
    while todo:
        section = todo.pop()
        found += section.blocks
        todo += section.children
    return found
