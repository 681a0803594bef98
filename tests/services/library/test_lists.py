"""Lists of the office: its fields, units and other words are kept, told of and used in new plans (C6, C7)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.office_library import LineList, ListLine
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.events import LibraryChanged
from tests.services.conftest import EIGHT
from tests.services.library.conftest import NAME


def test_the_offices_own_fields_are_those_of_new_plans(app: App) -> None:
    """C6: the list of the office, not the shipped one."""
    lines = app.library.shipped().lines(LineList.FIELDS)
    shelf = app.library.shelf()
    own = shelf.fields.insert(lines, ListLine("a", "Nghĩa trang, chợ"), "Môi trường").without(
        lines, "Y tế, bảo hiểm"
    )
    app.library.keep(replace(shelf, fields=own))
    plan = app.planning.plan(app.planning.create())
    assert plan.fields == app.library.lists().fields
    assert plan.fields[5] == "Nghĩa trang, chợ"
    assert "Y tế, bảo hiểm" not in plan.fields
    assert plan.fields[-1] == "Khác"


def test_the_offices_own_units_are_those_of_new_plans(app: App, plan: Plan) -> None:
    """C7: units to give opinions to; an own profile keeps its own."""
    before = app.planning.plan(app.planning.create())
    own = app.library.save_profile(plan, NAME)
    lines = app.library.shipped().lines(LineList.UNITS)
    shelf = app.library.shelf()
    units = shelf.units.put(lines, ListLine(lines[0].id, "Văn phòng xã"))
    app.library.keep(replace(shelf, units=units))
    after = app.planning.plan(app.planning.create())
    assert before.units != after.units
    assert after.units == app.library.lists().units
    assert after.units[0] == "Văn phòng xã"
    assert app.planning.plan(app.planning.create(own.id)).units == plan.units


@pytest.mark.parametrize("which", list(LineList))
def test_every_list_of_words_is_kept_and_read_back(app: App, data_dir: Path, which: LineList) -> None:
    """C6: typed, closed, opened again; the others stay as shipped."""
    lines = app.library.shipped().lines(which)
    own = app.library.shelf().lines(which).insert(lines, ListLine("a", "Ổ khóa ữ"), lines[0].id)
    app.library.keep(app.library.shelf().with_lines(which, own))
    app.close()
    again = build(data_dir, clock=FixedClock(EIGHT))
    try:
        found = again.library.lists()
        assert getattr(found, which.value)[1] == "Ổ khóa ữ"
        shipped = again.library.shipped().lists
        for other in LineList:
            assert (getattr(found, other.value) == getattr(shipped, other.value)) is (other is not which)
    finally:
        again.close()


def test_a_change_is_told_once_and_nothing_when_nothing_changed(app: App) -> None:
    """P4: open windows hear of it."""
    heard: list[object] = []
    app.bus.subscribe(heard.append)
    shelf = app.library.shelf()
    app.library.keep(shelf)
    assert heard == []
    app.library.keep(replace(shelf, hidden_profiles=("ubnd_2025",)))
    assert heard == [LibraryChanged()]


def test_an_imported_old_plan_takes_the_offices_fields(app: App) -> None:
    """P13, C6."""
    lines = app.library.shipped().lines(LineList.FIELDS)
    shelf = app.library.shelf()
    app.library.keep(replace(shelf, fields=shelf.fields.put(lines, ListLine("Giao thông", "Đường làng"))))
    cid, _ = app.plan_import.import_text(
        "KẾ HOẠCH\nTổ chức đối thoại với Nhân dân năm 2025\nI. MỤC ĐÍCH\n1. Nghe ý kiến của Nhân dân.\n"
    )
    assert app.planning.plan(cid).fields[0] == "Đường làng"
