"""What the register says is out is done in the checklist too, and late nowhere (P14, M4–M7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.checklist import ItemKind, KeptItem
from dialogue_desktop.domain.register_due import papers_of_duties
from dialogue_desktop.domain.register_kinds import Way
from dialogue_desktop.services.paper_ticks import BY_REGISTER
from tests.services.after_session import freeze, hold
from tests.services.conftest import MovingClock

POSTED = date(2026, 4, 28)


@pytest.fixture
def held(app: App, cid: str, clock: MovingClock) -> str:
    """A session that is over, its minutes frozen."""
    hold(app, cid, clock)
    freeze(app, cid, clock)
    return cid


def _issue(app: App, cid: str, paper_id: str, number: str, day: date) -> None:
    paper = replace(app.register.row(cid, paper_id).paper, number=number, dated_on=day)
    app.issuing.issue(app.issuing.draw(app.issuing.read(cid, (paper,))))


def _duties(app: App, cid: str, kind: str, way: Way) -> tuple[str, ...]:
    plan = app.planning.plan(cid)
    asked = papers_of_duties(plan, app.deadlines.schedule(plan))
    return tuple(duty for duty, papers in asked.items() if (kind, way) in papers)


def _kept(app: App, cid: str) -> dict[str, KeptItem]:
    return {one.id: one for one in app.checklist.kept(cid) if one.kind is ItemKind.PLAN}


@pytest.fixture
def sent(app: App, held: str, clock: MovingClock) -> tuple[str, ...]:
    """The report is issued and sent; the duties of the plan that ask for it."""
    clock.step(6 * 86_400)
    asked = _duties(app, held, "report", Way.SEND)
    assert asked, "the plan asks for the report"
    _issue(app, held, "vb-report", "31", date(2026, 4, 27))
    app.register.sent(held, ["vb-report"], POSTED)
    return asked


def test_sending_the_report_ticks_the_duty_that_asks_for_it(
    app: App, held: str, sent: tuple[str, ...]
) -> None:
    kept = _kept(app, held)
    assert {(kept[one].done_on, kept[one].done_by) for one in sent} == {(POSTED, BY_REGISTER)}
    others = set(_duties(app, held, "conclusion", Way.POST)) - set(sent)
    assert all(one not in kept or kept[one].done_on is None for one in others)


def test_a_duty_of_two_papers_is_done_with_both(app: App, held: str, clock: MovingClock) -> None:
    """M1, M4: posting the minutes alone leaves "Niêm yết kết luận, biên bản" open."""
    clock.step(6 * 86_400)
    both = set(_duties(app, held, "minutes", Way.POST)) & set(_duties(app, held, "conclusion", Way.POST))
    assert both
    _issue(app, held, "vb-minutes", "7", date(2026, 4, 24))
    app.register.posted(held, ["vb-minutes"], POSTED, ("Trụ sở",))
    assert all(one not in _kept(app, held) or _kept(app, held)[one].done_on is None for one in both)
    _issue(app, held, "vb-conclusion", "12", date(2026, 4, 27))
    app.register.posted(held, ["vb-conclusion"], date(2026, 4, 29), ("Trụ sở",))
    assert {_kept(app, held)[one].done_on for one in both} == {date(2026, 4, 29)}


def test_taking_the_day_back_takes_the_tick_back(app: App, held: str, sent: tuple[str, ...]) -> None:
    app.register.sent(held, ["vb-report"], None)
    kept = _kept(app, held)
    assert all(one not in kept or kept[one].done_on is None for one in sent)


def test_what_a_person_ticked_stays(app: App, held: str, clock: MovingClock) -> None:
    clock.step(6 * 86_400)
    (first, *_) = _duties(app, held, "report", Way.SEND)
    by_hand = date(2026, 4, 27)
    app.checklist.put(held, KeptItem(ItemKind.PLAN, first, done_on=by_hand, done_by="Lương Thị Mẫn"))
    _issue(app, held, "vb-report", "31", by_hand)
    app.register.sent(held, ["vb-report"], POSTED)
    app.register.sent(held, ["vb-report"], None)
    own = _kept(app, held)[first]
    assert (own.done_on, own.done_by) == (by_hand, "Lương Thị Mẫn")


def test_a_series_is_out_when_its_last_letter_is(app: App, held: str, clock: MovingClock) -> None:
    """M5: one reply that waits keeps the duty open."""
    clock.step(6 * 86_400)
    asked = _duties(app, held, "replies", Way.SEND)
    letters = [row.paper.id for row in app.register.rows(held) if row.kind.name == "replies"]
    assert asked
    assert len(letters) > 1
    for number, letter in enumerate(letters):
        kept = _kept(app, held)
        assert all(one not in kept or kept[one].done_on is None for one in asked)
        _issue(app, held, letter, str(40 + number), date(2026, 4, 27))
        app.register.sent(held, [letter], POSTED)
    kept = _kept(app, held)
    assert {kept[one].done_on for one in asked} == {POSTED}
