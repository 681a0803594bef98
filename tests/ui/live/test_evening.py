"""An evening in the hall, played through the window with keys alone (L1–L8)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QAbstractItemModelTester

from dialogue_desktop.domain.records import Outcome, TurnState
from tests.live.hall import ROAD, Hall
from tests.ui.live.stage import Stage
from ui.keys.rules import refusal


def _walk_in(stage: Stage, line: str) -> None:
    stage.key("F2")
    stage.type(line)
    stage.key("Return")


def test_an_evening_by_keys_alone(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L1–L5, L7: walk-ins, an unknown thôn, a prepared answer, a follow-up round, an absent one, undo."""
    hall.collect(
        "Đề nghị sửa đường trục thôn, đoạn nhà văn hóa ra cầu Ngòi.", "Nguyễn Đức Ưởng", "thôn Phú Ấp",
        field="Giao thông", answer=ROAD, by="Phòng Kinh tế",
    )  # fmt: skip
    stage = open_stage()
    live, work = stage.live, stage.page.work
    stage.key("F3")
    for line in (
        "ông Nguyễn Đức Ưởng /xóm Đình, Phú Ấp - đường trục",
        "bà Lê Thị Ổn /phu ap",
        "ông Vũ Đình Ất /dong van",
        "bà H'Hen Niê /An Sơn",
    ):
        _walk_in(stage, line)
    assert stage.at(work.opinion.editor)  # Enter came back to where she was writing
    assert "nơi ở chưa có trong kế hoạch" in stage.toast

    # The first speaks; his collected question is found, its answer taken over and added to.
    stage.key("F8", "F3")
    assert stage.at(work.opinion.editor)
    stage.type("Đường trục thôn đã xuống cấp nặng, đề nghị xã cho biết bao giờ làm.")
    hall.wait(95)
    stage.key("F3", "F12")
    assert stage.at(work.answer.editor)
    stage.type(" Cảm ơn ý kiến của ông.")
    stage.key("Ctrl+1", "Ctrl+Return")
    (first,) = live.records.at_hall()
    assert first.outcome is Outcome.ANSWERED
    assert live.records.answers_of(first.id)[0].text == f"{ROAD} Cảm ơn ý kiến của ông."
    assert first.linked_id == live.records.collected()[0].id
    assert first.field == "Giao thông"
    assert stage.at(work.opinion.editor)

    # The second is not content: two rounds, then a written reply by a unit and a day.
    stage.key("F8", "F3")
    stage.type("Nước sinh hoạt yếu.")
    stage.key("Tab")
    assert stage.at(work.opinion.field)
    stage.type("dien")
    stage.key("Down", "Return")
    assert live.desk.item.field == "Điện, nước"
    stage.key("F3", "F6")
    stage.type("Đang nối ống.")
    stage.key("F9")
    assert stage.at(work.opinion.editor)
    stage.type("Nối bao giờ xong, nói chung chung thế thì chưa được.")
    stage.key("F6")
    stage.type("Xong trước 30/6.")
    stage.key("F7", "3")
    assert live.desk.item.outcome is Outcome.WRITTEN
    assert stage.at(work.outcomes.unit)
    stage.type("kinh")
    stage.key("Down", "Return")
    assert live.desk.item.unit == "Phòng Kinh tế"
    assert stage.at(work.outcomes.day)
    stage.key("Ctrl+A")
    stage.type("15/5/2026")
    stage.key("Ctrl+Return")
    second = live.records.at_hall()[1]
    assert [a.text for a in live.records.answers_of(second.id)] == ["Đang nối ống.", "Xong trước 30/6."]
    assert live.records.answers_of(second.id)[1].follow_up.startswith("Nối bao giờ xong")
    assert (second.unit, f"{second.deadline:%d/%m/%Y}") == ("Phòng Kinh tế", "15/05/2026")

    # The third was called and is not there; the fourth is called at once. Then it was a mistake.
    stage.key("F8", "Ctrl+B")
    assert live.screen().speaker.name == "Bà H'Hen Niê"
    stage.key("Ctrl+Z")
    absent = next(t for t in live.records.turns if t.voice.name == "Vũ Đình Ất")
    assert absent.state is TurnState.WAITING
    assert stage.page.work.opinion.editor.toPlainText() == ""


def test_keys_that_are_no_text_are_few(hall: Hall, stage: Stage) -> None:
    """L1: an ordinary opinion needs at most six keys that are not text."""
    stage.key("F3")
    _walk_in(stage, "ông Lò Văn Ế /Phú Ấp")
    _walk_in(stage, "bà Lê Thị Ổn /Phú Ấp")
    keys = ("F8", "F3", "F3", "F6", "Ctrl+1")
    stage.key(*keys[:2])
    stage.type("Đèn đường hỏng.")
    stage.key(*keys[2:4])
    stage.type("Sẽ sửa trong tuần.")
    stage.key(*keys[4:])
    stage.key("F8")
    (opinion,) = stage.live.records.at_hall()
    assert (opinion.text, opinion.outcome) == ("Đèn đường hỏng.", Outcome.ANSWERED)
    assert len(keys) <= 6


def test_the_seven_outcomes_by_digit(hall: Hall, stage: Stage) -> None:
    """L3: F7 then a digit, or Ctrl and a digit from within a text; a bare digit in a text is text."""
    work, live = stage.page.work, stage.live
    for number, outcome in enumerate(Outcome, start=1):
        stage.key("F5")
        stage.type(f"Ý kiến {number}")
        assert live.desk.item.outcome is None
        stage.key("F7", str(number))
        assert live.desk.item.outcome is outcome, number
        stage.key("Ctrl+Return")
        stage.type(f"Ý kiến {number} lần nữa")
        stage.key(f"Ctrl+{number}")
        assert live.desk.item.outcome is outcome
        assert work.opinion.editor.toPlainText() == f"Ý kiến {number} lần nữa"
        if outcome is Outcome.REFUSED:
            assert stage.at(work.outcomes.reason)
            stage.type("Việc đã giải quyết xong.")
        stage.key("Ctrl+Return")
    said = live.records.at_hall()
    assert [o.outcome for o in said] == [outcome for outcome in Outcome for _ in (1, 2)]
    assert said[11].outcome_reason == "Việc đã giải quyết xong."


def test_the_digit_keys_of_the_number_pad_count_too(stage: Stage) -> None:
    """L3: F7 and a digit of the pad."""
    stage.key("F7", "Num+4")
    assert stage.live.desk.item.outcome is Outcome.ESCALATED
    assert stage.at(stage.page.work.outcomes.body)


def test_tab_goes_in_the_order_of_speech(hall: Hall, stage: Stage) -> None:
    """L1, G6: opinion, field, kind, who answers, answer, outcomes, unit, day, save."""
    work = stage.page.work
    stage.key("Ctrl+3", "F5")
    seen = [stage.focused]
    for _ in range(15):
        stage.key("Tab")
        seen.append(stage.focused)
    order = [
        work.opinion.editor, work.opinion.field, work.opinion.kind, work.answer.answerer, work.answer.editor,
        *work.outcomes.stops()[:7], work.outcomes.unit, work.outcomes.day,
    ]  # fmt: skip
    assert seen[: len(order)] == order
    assert seen[len(order)].accessibleName() == "Lưu, ý kiến mới"


def test_the_queue_by_keys(hall: Hall, stage: Stage) -> None:
    """L2: into the list, reorder, call somebody out of turn, a second turn, withdraw, undo."""
    live = stage.live
    stage.key("F3")
    for name in ("Ấm", "Ốc", "Ửng"):
        _walk_in(stage, f"ông Nguyễn Văn {name} /Phú Ấp")
    first, second, third = (t.id for t in live.records.turns)
    stage.key("Ctrl+H")
    assert stage.at(stage.page.queue.list)
    assert stage.page.queue.list.selected == first
    stage.key("Ctrl+Down")
    assert [r.turn_id for r in live.screen().queue] == [second, first, third]
    assert stage.page.queue.list.selected == first
    stage.key("End", "Return")
    assert live.turn_id == third
    assert stage.at(stage.page.work.opinion.editor)
    stage.key("Ctrl+H", "Home", "Down", "Ctrl+B")
    assert {t.state for t in live.records.turns if t.id in (first, second)} == {
        TurnState.ABSENT, TurnState.WAITING,
    }  # fmt: skip
    stage.key("Ctrl+Z")
    assert all(t.state is TurnState.WAITING for t in live.records.turns)
    stage.key("Ctrl+R")
    assert len(live.records.turns) == 4


def test_an_earlier_opinion_is_put_right(hall: Hall, stage: Stage) -> None:
    """L3: Enter on one who has spoken takes back what was written; Ctrl+Enter saves and goes on."""
    live, work = stage.live, stage.page.work
    stage.key("F3")
    _walk_in(stage, "ông Lò Văn Ế /Phú Ấp")
    _walk_in(stage, "bà Lê Thị Ổn /Phú Ấp")
    stage.key("F8", "F3")
    stage.type("Đèn đường hỏng.")
    stage.key("F8")
    stage.type("Nước yếu")
    stage.key("Ctrl+H", "Home", "Return")
    assert work.opinion.editor.toPlainText() == "Đèn đường hỏng."
    assert live.screen().item.editing
    stage.key("Ctrl+End")
    stage.type(" Đã ba tháng.")
    stage.key("Ctrl+Return")
    assert [o.text for o in live.records.at_hall()] == ["Đèn đường hỏng. Đã ba tháng.", "Nước yếu"]
    assert not live.screen().item.editing


def test_who_spoke_and_when_is_put_right(hall: Hall, stage: Stage) -> None:
    """L2, L7: name and times in the drawer; opinions already written follow."""
    live, side = stage.live, stage.page.side
    stage.key("F3")
    _walk_in(stage, "ông Lo Van E /Phú Ấp")
    stage.key("F8")
    stage.type("Đèn đường hỏng.")
    stage.key("Ctrl+Return", "Ctrl+E")
    assert stage.at(side.speaker.name)
    stage.key("Ctrl+A")
    stage.type("Lò Văn Ế")
    stage.key("Return")
    assert live.turn().voice.name == "Lò Văn Ế"
    assert live.records.at_hall()[0].voices[0].name == "Lò Văn Ế"
    assert live.screen().speaker.name == "Ông Lò Văn Ế"
    side.speaker._add.setFocus()
    hall.wait(600)
    stage.key("Space")
    stage.type("08:31:00")
    stage.key("Tab")
    stage.type("08:33:30")
    stage.key("Return")
    (span,) = live.turn().spans
    assert span.end is not None
    assert (span.end - span.start).total_seconds() == 150
    stage.key("Escape")
    assert stage.at(stage.page.work.opinion.editor)


def test_attendance_is_counted_twice(hall: Hall, stage: Stage) -> None:
    """L6: numbers by keys, the hour of each count, sums; a second count takes the place of the first."""
    live, drawer = stage.live, stage.page.side.attendance
    stage.key("F3", "Ctrl+D")
    stage.type("96")
    stage.key("Return")
    stage.type("71")
    stage.key("Return")
    first = live.records.attendance[0]
    assert (first.present, first.counted_at) == (96, hall.clock.now())
    assert "167 hộ" in drawer._sum.text()
    hall.wait(3600)
    drawer._rows[0].present.setFocus()
    stage.key("Ctrl+A")
    stage.type("104")
    stage.key("Return")
    again = live.records.attendance[0]
    assert (again.present, again.counted_at) == (104, hall.clock.now())
    stage.key("Escape")
    assert live.screen().present == "175 hộ có mặt"
    stage.key("Ctrl+Z")
    assert live.records.attendance[0].present == 96


def test_conclusions_are_written_one_by_one(hall: Hall, stage: Stage) -> None:
    """L8: text, what is still to be done, by whom; Ctrl+Enter begins the next; saved at a pause."""
    live, drawer = stage.live, stage.page.side.conclusions
    stage.key("Ctrl+L")
    stage.type("Thống nhất sửa đường trục thôn Phú Ấp.")
    stage.key("Tab", "Space")
    assert not live.records.conclusions[0].settled
    stage.key("Tab")
    stage.type("phong kinh te")
    stage.key("Return")
    assert live.records.conclusions[0].unit == "Phòng Kinh tế"
    drawer._rows[0].text.setFocus()
    stage.key("Ctrl+Return")
    stage.type("Ghi nhận các ý kiến còn lại.")
    stage.until(lambda: len(live.records.conclusions) == 2)
    assert [c.text for c in live.records.conclusions] == [
        "Thống nhất sửa đường trục thôn Phú Ấp.", "Ghi nhận các ý kiến còn lại.",
    ]  # fmt: skip


def test_the_programme_and_the_end(hall: Hall, stage: Stage) -> None:
    """L1: steps by keys; at the end what is written is saved and the page of the minutes follows."""
    stage.key("F3", "Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgUp")
    assert stage.live.screen().programme.number == 2
    stage.key("F5")
    stage.type("Câu cuối cùng.")
    stage.page.keys.actions["live.end"].trigger()
    stage.settle()
    assert stage.went == ["ended"]
    assert [o.text for o in stage.live.records.at_hall()] == ["Câu cuối cùng."]
    assert stage.live.records.session.ended_at is not None


def test_every_verb_of_the_sheet_has_its_key_on_the_cap(stage: Stage) -> None:
    """G6: F1 shows the same keys that work; no key twice, none that Vietnamese keyboards take."""
    keys = [a.shortcut().toString() for a in stage.page.keys.actions.values() if a.shortcut().toString()]
    assert len(keys) == len(set(keys))
    for key in keys:
        assert refusal(key) == "", key
        assert len(key) > 1
    stage.key("F1")
    assert stage.page.side.keys.isVisible()
    stage.key("Escape")
    assert not stage.page.side.keys.isVisible()


def test_f6_is_the_answer_although_the_window_walks_its_panes_with_it(stage: Stage) -> None:
    """L1: the window's own F6 stays silent over this page."""
    walked: list[bool] = []
    shortcut = QShortcut(QKeySequence("F6"), stage.window)
    shortcut.activated.connect(lambda: walked.append(True))
    stage.key("F5", "F6")
    assert stage.at(stage.page.work.answer.editor)
    stage.key("F7", "F6")
    assert stage.at(stage.page.work.answer.editor)
    assert walked == []


def test_the_list_changes_single_rows(hall: Hall, stage: Stage) -> None:
    """L1: an act redraws the rows it changed; the list is never built anew."""
    stage.key("F3")
    for number in range(12):
        _walk_in(stage, f"ông Nguyễn Văn Số {number} /Phú Ấp")
    model = stage.page.queue.list.model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    resets: list[bool] = []
    changed: list[int] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.dataChanged.connect(lambda first, last, _roles: changed.append(first.row()))
    stage.key("F8")
    changed.clear()
    stage.key("F3")
    assert changed == [0]
    stage.key("Ctrl+B", "Ctrl+Z", "F8", "F8", "F2")
    stage.type("bà Lê Thị Ổn /Phú Ấp")
    stage.key("Return", "Ctrl+Z")
    assert resets == []
    assert model.rowCount() == 12
    del tester


def test_a_rebound_key_stands_on_every_cap(stage: Stage) -> None:
    """G6: another key for the outcome works at once and is shown beside its label."""
    assert stage.context.actions.rebind("live.outcome", "F10") == ()
    stage.key("F5", "F10", "2")
    assert stage.live.desk.item.outcome is Outcome.PARTLY
    assert stage.context.actions.rebind("live.outcome", "F5") == ("live.opinion",)
