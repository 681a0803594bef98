"""What the hall may know, without any window (L10, M2)."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dialogue_desktop import bootstrap
from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, Rule
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import Duty, UnitTasks
from dialogue_desktop.domain.records import Opinion, TurnState
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.domain.work_calendar import WorkCalendar
from tests.source_files import ROOT
from tests.ui.hall.evening import LONG, NOW, PLAN, TWENTY, moment, turn, with_steps
from ui.hall import words
from ui.hall.presenter import HallPresenter
from ui.hall.scene import HallScreen, Scene, StepState
from ui.hall.words import Standing
from ui.turn_clock import Level

SPEAKING, ANSWERING = TurnState.SPEAKING, TurnState.ANSWERING
STANDING = Standing(("Giữ trật tự.",), "Kết quả hội nghị được niêm yết tại trụ sở.")


def _screen(*turns, held: Scene | None = None, **more) -> HallScreen:
    return words.screen_of(moment(*turns, **more), STANDING, held)


def _everything(screen: HallScreen) -> str:
    return repr(screen)


# --- who is named --------------------------------------------------------------------------------------


def test_a_name_needs_consent() -> None:
    """L10, M2: with consent name and thôn; refused or never asked, a citizen of the thôn with the number."""
    yes = turn(8, "Nguyễn Đức Ưởng", state=SPEAKING, seconds=154)
    screen = _screen(yes, at="t8")
    assert screen.person is not None
    assert (screen.person.name, screen.person.place) == ("Ông Nguyễn Đức Ưởng", "thôn Phú Ấp")
    for consent in (False, None):
        screen = _screen(replace(yes, consent=consent), at="t8")
        assert screen.person is not None
        assert screen.person.line == "Công dân thôn Phú Ấp, số 8"
        assert "Ưởng" not in _everything(screen)


def test_nothing_of_the_content_and_no_address_below_the_village() -> None:
    """L10: neither what is said, nor the registered topic, nor the xóm is ever on the screen."""
    said = Opinion("o", turn_id="t8", text="Đề nghị xem lại ranh giới thửa 112", consent=True)
    screen = _screen(
        turn(8, "Nguyễn Đức Ưởng", state=SPEAKING), turn(9, LONG), at="t8", opinions=(said,),
        item=LiveItem(turn_id="t8", text="Ranh giới thửa 112"),
    )  # fmt: skip
    for word in ("112", "ranh giới", "đất đai", "xóm Đình"):
        assert word not in _everything(screen)


@pytest.mark.parametrize(
    ("opinion", "line"),
    [
        (Opinion("o", turn_id="t8", consent=True, withheld=True), "Công dân thôn Phú Ấp, số 8"),
        (Opinion("o", turn_id="t8", consent=False), "Công dân thôn Phú Ấp, số 8"),
        (Opinion("o", turn_id="t8", anonymous=True), "Công dân, số 8"),
        (Opinion("o", turn_id="t7", anonymous=True), "Ông Nguyễn Đức Ưởng, thôn Phú Ấp"),
    ],
)
def test_an_opinion_of_the_turn_can_take_the_name_away(opinion: Opinion, line: str) -> None:
    """L10, C5: anonymous, confidential, or or consent taken back; the opinions of others do not count."""
    screen = _screen(turn(8, "Nguyễn Đức Ưởng", state=SPEAKING), at="t8", opinions=(opinion,))
    assert screen.person is not None
    assert screen.person.line == line


def test_what_lies_on_the_desk_counts_before_it_is_saved() -> None:
    """L10: "không nêu tên" takes the name off at once; the next one is named again."""
    item = LiveItem(turn_id="t8", anonymous=True)
    turns = (turn(8, "Nguyễn Đức Ưởng", state=SPEAKING), turn(9, "Lê Thị Ổn", honorific="bà"))
    screen = _screen(*turns, at="t8", item=item)
    assert screen.person is not None
    assert screen.person.line == "Công dân, số 8"
    assert screen.upcoming[0].person.line == "Bà Lê Thị Ổn, thôn Phú Ấp"


def test_those_who_wait_are_named_by_the_same_rule() -> None:
    """L10: the next two in the order of the queue, never more; the one who speaks is not among them."""
    screen = _screen(
        turn(8, "Nguyễn Đức Ưởng", state=SPEAKING),
        turn(11, "Vũ Đình Ất"),
        turn(9, LONG, "thôn Thượng Vĩnh Ổn", honorific="bà"),
        turn(10, "Đặng Văn Quyết", "thôn Đồng Vạn", consent=None),
        turn(7, "Lò Văn Ế", state=TurnState.ABSENT),
        at="t8",
    )
    assert [(u.label, u.person.line) for u in screen.upcoming] == [
        ("Tiếp theo", "Bà Nguyễn Thị Thanh Nguyệt, thôn Thượng Vĩnh Ổn"),
        ("Sau đó", "Công dân thôn Đồng Vạn, số 10"),
    ]
    assert screen.waiting == "3 người đang chờ"


def test_a_speaker_without_name_or_place() -> None:
    """L2, L10: nothing is known but the number."""
    screen = _screen(turn(3, "", "", SPEAKING), at="t3")
    assert screen.person is not None
    assert screen.person.line == "Công dân, số 3"


def test_the_operator_is_told_whom_the_hall_does_not_see() -> None:
    """L10: not asked can be mended with one key, a refusal cannot; a name that is shown needs no word."""
    hall = HallPresenter(lambda: NOW)
    speaking = turn(8, "Nguyễn Đức Ưởng", state=SPEAKING, consent=None)
    hall.follow(moment(speaking, at="t8"))
    hidden = hall.hidden()
    assert hidden is not None
    assert not hidden.asked
    assert "Chưa hỏi ông Nguyễn Đức Ưởng" in hidden.sentence
    assert "Công dân thôn Phú Ấp, số 8" in hidden.sentence
    hall.follow(moment(replace(speaking, consent=False), at="t8"))
    hidden = hall.hidden()
    assert hidden is not None
    assert hidden.asked
    hall.follow(moment(replace(speaking, consent=True), at="t8"))
    assert hall.hidden() is None


# --- which scene ---------------------------------------------------------------------------------------


def test_the_scene_follows_the_session() -> None:
    """L10: welcome, a step, called, speaking, paused, answering, between speakers, thanks."""
    waits = turn(8, "Nguyễn Đức Ưởng")
    seen = [
        _screen(waits, started=False, step=""),
        _screen(waits, step="s2"),
        _screen(waits, at="t8"),
        _screen(replace(waits, state=SPEAKING), at="t8"),
        _screen(replace(waits, state=TurnState.PAUSED), at="t8"),
        _screen(replace(waits, state=ANSWERING), at="t8"),
        _screen(replace(waits, state=TurnState.DONE), turn(9, LONG), at="t8"),
        _screen(replace(waits, state=TurnState.DONE), at="t8"),
        _screen(waits, ended=True),
    ]
    assert [s.scene for s in seen] == [
        Scene.WELCOME, Scene.STEP, Scene.SPEAKER, Scene.SPEAKER, Scene.SPEAKER, Scene.SPEAKER, Scene.NEXT,
        Scene.NEXT, Scene.THANKS,
    ]  # fmt: skip
    assert [s.state for s in seen[2:6]] == [
        "Mời phát biểu", "Đang phát biểu", "Tạm dừng", "Trả lời ý kiến của",
    ]  # fmt: skip
    assert seen[1].heading == "Báo cáo kết quả nhiệm vụ, giải quyết kiến nghị kỳ trước"
    assert seen[7].heading == words.NOBODY_WAITS


def test_one_who_speaks_in_a_step_without_speakers_is_shown() -> None:
    """L10: what really happens comes before the programme."""
    assert _screen(turn(8, LONG, state=SPEAKING), at="t8", step="s1").scene is Scene.SPEAKER


def test_a_step_that_was_left_behind_gives_way_to_the_queue() -> None:
    """L10: one has spoken since the step began, so the hall wants to know who is next."""
    done = turn(8, LONG, state=TurnState.DONE, seconds=60)
    seen = []
    for minutes in (0, 5):
        now = moment(done, turn(9, "Vũ Đình Ất"), at="t8", step="s1")
        began = NOW - timedelta(minutes=minutes)
        session = replace(now.records.session, step_started_at=began)
        now = replace(now, records=replace(now.records, session=session))
        seen.append(words.screen_of(now, STANDING).scene)
    assert seen == [Scene.STEP, Scene.NEXT]


def test_the_welcome_says_what_when_where_and_who_chairs() -> None:
    """L10: title, day with its weekday, place, chairs with their offices."""
    screen = _screen(started=False, step="")
    assert screen.office == "ỦY BAN NHÂN DÂN XÃ MINH KHÊ"
    assert screen.lines == (
        "Hội nghị đối thoại giữa Ủy ban nhân dân xã Minh Khê với Nhân dân thôn Phú Ấp và thôn Đồng Vạn "
        "năm 2026",
    )
    assert [(f.label, f.text) for f in screen.facts] == [
        ("Thời gian", "8 giờ 00, thứ Sáu, ngày 24/4/2026"),
        ("Địa điểm", "Nhà văn hóa thôn Đồng Vạn"),
        ("Chủ trì", "Ông Phạm Quốc Thắng, Chủ tịch Ủy ban nhân dân xã"),
        ("Đồng chủ trì", "Bà Cao Thị Duyên, Phó Chủ tịch HĐND xã"),
    ]
    bare = replace(PLAN, issuer=replace(PLAN.issuer, name=""), chairs=(), places=(), time=type(PLAN.time)())
    screen = _screen(started=False, step="", plan=bare)
    assert screen.office == ""
    assert screen.facts == ()
    assert "…" not in _everything(screen)


def test_the_operator_holds_a_scene_and_lets_it_go() -> None:
    """L10: held, the session moves on unseen; "theo phiên" shows it again; white shows nothing at all."""
    told: list[HallScreen] = []
    hall = HallPresenter(lambda: NOW)
    hall.set_standing(STANDING)
    hall.changed = told.append
    hall.follow(moment(turn(8, LONG), started=False))
    hall.hold(Scene.RULES)
    assert told[-1].heading == "Nội quy hội nghị"
    assert told[-1].lines == ("Giữ trật tự.",)
    hall.hold(Scene.RULES)
    assert told[-1].page == 1
    before = len(told)
    hall.follow(moment(turn(8, LONG, state=SPEAKING), at="t8", started=False))
    assert len(told) == before
    hall.hold(Scene.OFF)
    assert told[-1] == HallScreen()
    hall.hold(None)
    assert told[-1].scene is Scene.SPEAKER
    hall.follow(moment(turn(8, LONG, state=SPEAKING), at="t8", started=False))
    assert len(told) == before + 2  # the same again is not told


def test_a_held_speaker_without_anybody_is_the_next_one() -> None:
    """L10: "Người phát biểu" between two turns says who is next."""
    screen = _screen(turn(9, LONG), held=Scene.SPEAKER)
    assert screen.scene is Scene.NEXT
    assert screen.upcoming


def test_who_answers_is_named_by_office() -> None:
    """L10: an official in office needs no consent; an earlier opinion being put right says nothing."""
    speaker = turn(8, LONG, state=ANSWERING, seconds=60)
    who = "Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế"
    assert _screen(speaker, at="t8", answerer=who).answerer == f"Người trả lời: {who}"
    other = LiveItem(turn_id="t2", opinion_id="o2")
    assert _screen(speaker, at="t8", answerer=who, item=other).answerer == ""


def test_the_programme_has_its_state() -> None:
    """L10, P9: done, now, to come; a long step is its first clause in the narrow column."""
    plan = with_steps(PLAN, TWENTY)
    rows = _screen(plan=plan, step="b5").programme
    assert [row.state for row in rows[4:7]] == [StepState.DONE, StepState.NOW, StepState.TO_COME]
    assert rows[5].text.endswith("đóng góp của Nhân dân")
    assert rows[5].short.endswith("sáu tháng cuối năm")
    assert {row.state for row in _screen(plan=plan, step="b5", ended=True).programme} == {StepState.DONE}


# --- clocks --------------------------------------------------------------------------------------------


def test_the_clock_warns_and_counts_what_is_too_long() -> None:
    """L7, L10: time left in words from 30 s, overtime with its plus, each with a level of its own."""

    def clock(seconds: int, state: TurnState = SPEAKING):
        return words.clock_of(moment(turn(8, LONG, state=state, seconds=seconds), at="t8"), NOW)

    seen = [clock(s) for s in (0, 149, 154, 198)]
    assert [(c.digits, c.words, c.level) for c in seen] == [
        ("00:00", "", Level.NORMAL),
        ("02:29", "", Level.NORMAL),
        ("02:34", "Còn 26 giây", Level.WARN),
        ("+0:18", "Quá giờ", Level.OVER),
    ]
    assert {c.limit for c in seen} == {"trên 3 phút"}
    assert seen[0].wall == "09:41"
    assert clock(60, TurnState.PAUSED).level is Level.STILL


def test_an_answer_is_never_called_too_long() -> None:
    """L10: the chair is not told before the hall that time is up."""
    answering = turn(8, LONG, state=ANSWERING, seconds=60)
    clock = words.clock_of(moment(answering, at="t8"), NOW + timedelta(minutes=12))
    assert (clock.digits, clock.words, clock.level, clock.part) == ("12:00", "", Level.NORMAL, None)


def test_a_turn_without_limit_has_no_bar() -> None:
    """L7: nothing is said about a limit that there is not."""
    clock = words.clock_of(moment(turn(8, LONG, state=SPEAKING, seconds=400, limit=0), at="t8"), NOW)
    assert (clock.digits, clock.limit, clock.part) == ("06:40", "", None)
    assert words.limit_words(150) == "trên 2 phút 30 giây"


# --- the plan ------------------------------------------------------------------------------------------


def _results(text: str, days: int = 5) -> str:
    rule = Rule(Anchor.CONFERENCE_DAY, Direction.AFTER, days, DayUnit.CALENDAR)
    plan = replace(PLAN, tasks=(UnitTasks("vp", "Văn phòng", duties=(Duty("d", text, rule=rule),)),))
    return words.results_words(plan, schedule(plan, WorkCalendar()))


def test_thanks_say_when_and_where_the_results_are_posted() -> None:
    """L10, M4: as far as the plan says it, else nothing."""
    known = _results("Niêm yết kết luận và biên bản tại trụ sở và hội trường các thôn, {han}.")
    assert known == (
        "Kết quả hội nghị được niêm yết tại trụ sở và hội trường các thôn, chậm nhất thứ Tư, ngày 29/4/2026."
    )
    gone_on = _results("Niêm yết bản kết quả tại trụ sở và gửi đến Trưởng các thôn, {han}.")
    assert "tại trụ sở, chậm nhất" in gone_on
    # The duty says no place: the posted copy of the minutes has one.
    assert "tại trụ sở Ủy ban nhân dân xã, chậm nhất" in _results("Niêm yết kết quả hội nghị, {han}.")
    silent = replace(PLAN, copies=())
    assert words.results_words(silent, schedule(silent, WorkCalendar())) == ""
    assert _screen(ended=True).lines == (STANDING.results,)


def test_the_rules_are_the_offices_own_in_the_words_of_the_plan(data_dir: Path) -> None:
    """C1, L10: the minutes of a turn are those of this plan; no mark is left."""
    app = bootstrap.build(data_dir)
    rules = words.rules_of(PLAN, app.library.house_rules())
    app.close()
    assert any("không quá 03 phút" in rule for rule in rules)
    assert not any("{" in rule or "«" in rule for rule in rules)


def test_a_whole_commune_and_many_villages_have_a_title_that_fits() -> None:
    """L10: the header never lists six thôn."""
    assert words.titles(PLAN)[0] == "Hội nghị đối thoại với Nhân dân thôn Phú Ấp và thôn Đồng Vạn"
    whole = replace(PLAN, whole_commune=True)
    assert words.titles(whole)[0] == "Hội nghị đối thoại với Nhân dân xã Minh Khê"
    many = replace(PLAN, localities=PLAN.localities * 3)
    assert words.titles(many)[0] == "Hội nghị đối thoại với Nhân dân xã Minh Khê"


def test_the_words_need_no_qt() -> None:
    """L10: the presenter runs where there is no window system at all."""
    code = "import sys; sys.modules['PySide6'] = None; import ui.hall.presenter, ui.hall.words"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
