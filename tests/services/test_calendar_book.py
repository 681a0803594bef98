"""The office's own calendar over the shipped one: kept, looked at before, counted anew, shared (P10, G5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.calendar_data import CULTURE_DAY, read_table, write_table
from dialogue_desktop.domain.deadlines import ConflictKind
from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.own_calendar import OwnCalendar
from dialogue_desktop.domain.work_calendar import CalendarDay, DayKind
from dialogue_desktop.errors import BadInput
from dialogue_desktop.events import CalendarChanged, ConferenceListChanged
from dialogue_desktop.storage.duties import Duties
from tests.services.conftest import MovingClock

TUESDAY = date(2026, 4, 28)
CLOSED = CalendarDay(TUESDAY, DayKind.SWAPPED_OFF, "nghỉ hoán đổi theo tỉnh", "Công văn của tỉnh")


def due_days(app: App, cid: str) -> dict[str, date | None]:
    return {line.id: line.due for line in Duties(app.database).all(cid)}


def test_a_day_of_the_office_moves_open_duties_and_says_so_before(app: App, cid: str) -> None:
    """P10: the preview writes nothing; what it names is what then moves, in the lists of what is due too."""
    heard: list[object] = []
    app.bus.subscribe(heard.append)
    before = due_days(app, cid)
    wanted = app.calendar_book.own().with_day(CLOSED)
    seen = app.calendar_book.preview(wanted)
    assert seen.moved
    assert due_days(app, cid) == before
    assert app.deadlines.calendar().is_working(TUESDAY)
    assert heard == []

    done = app.calendar_book.keep(wanted)
    assert done == seen
    assert app.deadlines.calendar().reason_off(TUESDAY) == "nghỉ hoán đổi theo tỉnh"
    after = due_days(app, cid)
    changed = {key for key in before if before[key] != after[key]}
    assert len(changed) == len(seen.moved)
    assert {(one.before, one.after) for one in seen.moved} == {(before[k], after[k]) for k in changed}
    for one in seen.moved:
        assert one.conference_id == cid
        assert one.duty
        assert one.before is not None
        assert one.after is not None
        assert one.before < one.after
    assert [type(event) for event in heard] == [CalendarChanged, ConferenceListChanged]


def test_a_duty_that_is_done_is_not_announced(app: App, cid: str) -> None:
    """P14: what was done on its day does not come back as moved."""
    wanted = app.calendar_book.own().with_day(CLOSED)
    first = app.calendar_book.preview(wanted).moved
    plan = app.planning.plan(cid)
    names = {duty.id: duty.summary or duty.text for unit in plan.tasks for duty in unit.duties}
    ticked = next(key for key, name in names.items() if name == first[0].duty)
    app.planning.set_duty_done(cid, ticked, True)
    assert len(app.calendar_book.preview(wanted).moved) == len(first) - 1


def test_a_day_chosen_by_hand_stays(app: App, cid: str) -> None:
    """P10: the calendar never moves what the secretary chose."""
    wanted = app.calendar_book.own().with_day(CLOSED)
    moving = app.calendar_book.preview(wanted).moved[0]
    plan = app.planning.plan(cid)
    tasks = tuple(
        replace(
            unit,
            duties=tuple(
                replace(d, moved_to=moving.before) if (d.summary or d.text) == moving.duty else d
                for d in unit.duties
            ),
        )
        for unit in plan.tasks
    )
    app.planning.save_plan(cid, replace(plan, tasks=tasks))
    assert moving.duty not in [one.duty for one in app.calendar_book.preview(wanted).moved]


def test_everything_is_there_at_the_next_start(
    app: App, cid: str, data_dir: Path, clock: MovingClock
) -> None:
    """P10: rows, rows taken away, announced years, switches and numbers of days come back as they were."""
    own = (
        app.calendar_book.own()
        .with_day(CLOSED)
        .without_day(date(2026, 4, 27))
        .with_announced(2027, True)
        .with_switch(CULTURE_DAY, False)
        .with_limit(LimitKind.NOTICE, 12)
    )
    app.calendar_book.keep(own)
    held = app.deadlines.calendar()
    app.close()
    again = build(data_dir, clock=clock, device="may-2")
    try:
        assert again.deadlines.own() == own
        assert again.deadlines.calendar() == held
        assert again.deadlines.calendar().is_known(2027)
        assert again.deadlines.calendar().is_working(date(2026, 11, 24))
        assert again.deadlines.calendar().is_working(date(2026, 4, 27))
    finally:
        again.close()


def test_values_of_another_shape_leave_the_shipped_calendar(app: App) -> None:
    """G5: what cannot be read as a calendar is not used, and the program opens."""
    for key in ("calendar.days", "calendar.off_switches", "calendar.limits"):
        app.settings.set(key, {"days": 3, "la": [1]})
    assert app.deadlines.own() == OwnCalendar()
    assert app.deadlines.calendar().reason_off(date(2026, 4, 27)) == "nghỉ bù Giỗ Tổ"


def test_the_offices_number_of_days_is_warned_by(app: App, cid: str) -> None:
    """P10: the earlier of plan and law is warned of, with the office's own number in place of the shipped."""

    def late() -> int:
        lines = app.deadlines.schedule(app.planning.plan(cid))
        kinds = [conflict.kind for line in lines for conflict in line.conflicts]
        return kinds.count(ConflictKind.LEGAL_LIMIT)

    usual = late()
    app.calendar_book.keep(app.calendar_book.own().with_limit(LimitKind.NOTICE, 30))
    assert late() > usual
    app.calendar_book.keep(app.calendar_book.own().with_limit(LimitKind.NOTICE, None))
    assert late() == usual
    with pytest.raises(ValueError, match="Số ngày từ 1 đến 99"):
        app.calendar_book.own().with_limit(LimitKind.NOTICE, 0)


def test_rows_of_a_year_tell_whose_they_are(app: App) -> None:
    """P10: own rows, shipped rows and rows taken away are told apart; a shipped row comes back."""
    tables = app.calendar_book.tables()
    giỗ = date(2026, 4, 27)
    own = OwnCalendar().with_day(CLOSED).without_day(giỗ).with_switch(CULTURE_DAY, False)
    rows = {row.row.day: row for row in own.rows(tables, 2026)}
    assert rows[TUESDAY].own
    assert rows[giỗ].gone
    assert rows[date(2026, 11, 24)].gone
    assert not rows[date(2026, 4, 30)].own
    assert not rows[date(2026, 4, 30)].gone
    back = own.as_shipped(giỗ).as_shipped(TUESDAY).with_switch(CULTURE_DAY, True)
    assert back == OwnCalendar()
    moved = OwnCalendar().with_day(replace(CLOSED, day=date(2026, 4, 29)), instead_of=giỗ)
    assert moved.over(tables).is_working(giỗ)
    assert not moved.over(tables).is_working(date(2026, 4, 29))


def test_a_year_without_a_shipped_calendar_is_made_here(app: App) -> None:
    """P10: 2028 and later: own days, marked as announced."""
    tet = CalendarDay(date(2028, 1, 26), DayKind.HOLIDAY, "Tết Nguyên đán")
    app.calendar_book.keep(app.calendar_book.own().with_day(tet).with_announced(2028, True))
    assert app.deadlines.calendar().is_known(2028)
    assert app.deadlines.calendar().reason_off(tet.day) == "Tết Nguyên đán"


# --- shared files -----------------------------------------------------------------------------------------


def test_a_year_goes_to_another_commune_as_a_file(app: App, tmp_path: Path) -> None:
    """P10: what is exported gives the same year elsewhere, also over another office's edits."""
    own = OwnCalendar().with_day(replace(CLOSED, name='nghỉ "bù" theo\\tỉnh')).without_day(date(2026, 4, 27))
    file = tmp_path / "lich-2026.toml"
    app.calendar_book.write_year(own.with_announced(2026, True), 2026, file)
    other = OwnCalendar().with_day(CalendarDay(date(2026, 6, 1), DayKind.HOLIDAY, "nghỉ riêng"))
    taken, year = app.calendar_book.read_file(other, file)
    assert year == 2026
    tables = app.calendar_book.tables()
    assert taken.over(tables) == own.over(tables)
    assert taken.rows(tables, 2027) == other.rows(tables, 2027)
    assert read_table(file) == own.effective(tables, 2026)
    assert write_table(read_table(file)) == file.read_text(encoding="utf-8")


_HEAD = 'year = 2026\nannounced = true\n[[days]]\nkind = "holiday"\nname = "nghỉ"\nday = '


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (f"{_HEAD}2026-02-31", "ngày không có thật: 31/2/2026. Tháng 2 năm 2026 chỉ có 28 ngày"),
        (f"{_HEAD}2026-13-01", "ngày không có thật: 1/13/2026"),
        (f"{_HEAD}2025-02-01", "có ngày không thuộc năm 2026: 2025-02-01"),
        (f'{_HEAD}2026-02-01\n[[days]]\nday = 2026-02-01\nkind = "makeup"', "ghi ngày 01/02/2026 hai lần"),
        ("year = 2026\nannounced = true\n[[days]]\nkind = 'holiday'", "không thuộc năm 2026: không ghi"),
        ("year = 20260\ndays = []", "năm 20260, nằm ngoài lịch"),
        ("không phải lịch", "Không đọc được tệp lịch nghỉ"),
        ("year = 2026\nx = " + "[" * 5000, "Không đọc được tệp lịch nghỉ"),
        ("#" * 300_000, "quá lớn"),
        ("year = 2025\ndays = []", "là lịch năm 2025, không phải năm 2026"),
    ],
)
def test_a_bad_file_is_refused_with_one_sentence(
    app: App, tmp_path: Path, content: str, sentence: str
) -> None:
    """G5: nothing is taken from a file that is wrong anywhere."""
    file = tmp_path / "lich.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=sentence):
        app.calendar_book.read_file(OwnCalendar(), file, year=2026)


def test_a_file_that_is_not_there_or_has_no_room(app: App, tmp_path: Path) -> None:
    """G5: the sentence says what is safe."""
    with pytest.raises(BadInput, match="Không đọc được"):
        app.calendar_book.read_file(OwnCalendar(), tmp_path / "mat.toml")
    (tmp_path / "khong-vao-duoc").write_text("", encoding="utf-8")
    with pytest.raises(BadInput, match="Không ghi được"):
        app.calendar_book.write_year(OwnCalendar(), 2026, tmp_path / "khong-vao-duoc" / "lich.toml")
