"""Nothing typed is lost: drafts within a second, recovery, a disk that fails (L9, G5)."""

from __future__ import annotations

from pathlib import Path

from dialogue_desktop.domain.live import LiveDraft, LiveItem, Round
from dialogue_desktop.domain.records import Outcome, Voice
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.services.rescue import RescueFolder, read_rescue, rescue_text, write_rescue
from tests.live.hall import Hall, LateRunner, ManualTimer, SickDisk


def test_a_draft_is_written_within_a_second_of_the_first_key(hall: Hall) -> None:
    """L9: a pause of 300 ms saves; without a pause, 800 ms after the first unsaved key."""
    timer = ManualTimer()
    live = hall.presenter(timer=timer)
    live.open()
    live.type_spoken("Đ", 1)
    timer.pass_ms(299)
    assert hall.app.live.draft(hall.cid) is None
    timer.pass_ms(1)
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert draft.item.text == "Đ"
    text = "Đ"
    for letter in "ường trục thôn":
        text += letter
        live.type_spoken(text, len(text))
        timer.pass_ms(100)
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert len(draft.item.text) >= len(text) - 8


def test_saves_of_drafts_do_not_queue_up(hall: Hall) -> None:
    """L9: while the disk is slow only the newest text waits, not every state of it."""
    timer, run = ManualTimer(), LateRunner()
    live = hall.presenter(timer=timer, run=run)
    live.open()
    run.let_go()
    for n in range(1, 30):
        live.type_spoken("a" * n, n)
        timer.pass_ms(400)
    assert len(run.held) == 1
    run.let_go()
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert draft.item.text == "a" * 29


def test_saved_is_said_only_after_the_commit(hall: Hall) -> None:
    """L9: "Đã lưu" stays what it was until the disk has answered."""
    timer, run = ManualTimer(), LateRunner()
    live = hall.presenter(timer=timer, run=run)
    live.open()
    run.let_go()
    live.type_spoken("Kênh N4", 3)
    timer.pass_ms(1000)
    assert live.screen().saved == ""
    run.let_go()
    assert live.screen().saved == f"{on_wall(hall.clock.now()):%H:%M:%S}"


def test_after_a_kill_the_same_item_stands_with_its_cursor(hall: Hall) -> None:
    """L9: a new program on the same folder opens the box, the round and the place of the cursor."""
    timer = ManualTimer()
    live = hall.presenter(timer=timer)
    live.open()
    live.start_stop()
    live.quick_add("ông Nguyễn Đức Ưởng /Phú Ấp")
    live.next_speaker()
    live.start_stop()
    live.type_spoken("Đường trục thôn", 15)
    live.follow_up()
    live.set_outcome(Outcome.PARTLY)
    live.type_quick("bà Lê")
    live.type_answer("Đoạn đường dài 640 m", 4)
    timer.pass_ms(1000)
    hall.reopen()
    again = hall.presenter()
    opened: list[LiveDraft] = []
    again.open(opened.append)
    (draft,) = opened
    assert (draft.focus, draft.cursor, draft.round_index) == ("answer", 4, 1)
    assert again.desk.item.text == "Đường trục thôn"
    assert again.desk.round.text == "Đoạn đường dài 640 m"
    assert again.desk.item.outcome is Outcome.PARTLY
    assert again.quick_line == "bà Lê"
    assert again.screen().speaker.name == "Ông Nguyễn Đức Ưởng"


def test_a_kill_between_commit_and_draft_doubles_nothing(hall: Hall) -> None:
    """L9: the opinion is in the journal and still in the draft: it is shown as saved."""
    timer = ManualTimer()
    live = hall.presenter(timer=timer)
    live.open()
    live.quick_add("bà Lê Thị Ổn /Phú Ấp")
    live.next_speaker()
    live.type_spoken("Nước sinh hoạt yếu.", 5)
    timer.pass_ms(1000)
    live.save_item()  # the emptied draft would be written 300 ms later; the power goes before
    hall.reopen()
    again = hall.presenter()
    again.open()
    assert again.desk.blank
    assert len(again.records.at_hall()) == 1


def test_a_sick_disk_keeps_the_words_and_tells_it_calmly(hall: Hall, home: Path) -> None:
    """L9, G5: saving goes on as if nothing were; the words are in a rescue file, and written when the disk is
    back."""
    disk, timer = SickDisk(hall.app), ManualTimer()
    live = hall.presenter(timer=timer)
    live.open()
    live.quick_add("bà Lê Thị Ổn /Phú Ấp")
    live.next_speaker()
    timer.pass_ms(1000)
    disk.sick = True
    live.type_spoken("Nước sinh hoạt yếu.", 5)
    live.type_answer("Đang nối ống.", 5)
    assert live.save_item()
    assert live.desk.blank
    assert [o.text for o in live.records.at_hall()] == ["Nước sinh hoạt yếu."]
    live.type_spoken("Đường lầy", 9)
    timer.pass_ms(1000)
    trouble = live.screen().trouble
    assert trouble is not None
    assert trouble.fact == "Ổ đĩa chỉ cho đọc nên chưa ghi được."
    assert "1 việc và chữ đang gõ được giữ ở tệp cứu" in trouble.sentence
    (text_file,) = hall.app.paths.rescue.glob("*.txt")
    words = text_file.read_text(encoding="utf-8-sig")
    for part in ("Nước sinh hoạt yếu.", "Đang nối ống.", "Đường lầy"):
        assert part in words
    disk.sick = False
    timer.pass_ms(5000)
    assert live.screen().trouble is None
    assert not list(hall.app.paths.rescue.glob("*.txt"))
    assert [o.text for o in hall.app.live.records(hall.cid).at_hall()] == ["Nước sinh hoạt yếu."]
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert draft.item.text == "Đường lầy"


def test_nothing_says_saved_before_it_is(hall: Hall, home: Path) -> None:
    """L9: while the disk is away the toast says that it is held, and "Đã lưu" stays what it was."""
    disk, timer = SickDisk(hall.app), ManualTimer()
    live = hall.presenter(timer=timer)
    said: list[str] = []
    live.notify = lambda notice: said.append(notice.text)
    live.open()
    live.start_stop()
    saved = live.screen().saved
    hall.wait(60)
    disk.sick = True
    live.type_spoken("Cầu Ngòi hỏng lan can.", 0)
    live.save_item()
    assert said[-1].startswith("Đã giữ ý kiến 1 của")
    assert live.screen().saved == saved
    disk.sick = False
    timer.pass_ms(5000)
    assert said[-1] == "Đã ghi xong 1 việc và chữ đang gõ."
    assert live.screen().saved > saved


def test_words_typed_after_a_failed_save_push_nothing_out(hall: Hall, home: Path) -> None:
    """L9: the disk fails late, the next opinion is being typed: both are kept and both get written."""
    disk, timer, run = SickDisk(hall.app), ManualTimer(), LateRunner()
    live = hall.presenter(timer=timer, run=run)
    live.open()
    run.let_go()
    live.type_spoken("Ý kiến thứ nhất.", 0)
    live.save_item()
    live.type_spoken("Ý kiến thứ hai", 0)
    disk.sick = True
    run.let_go()
    assert live.desk.spoken == "Ý kiến thứ hai"
    assert live.screen().trouble is not None
    disk.sick = False
    timer.pass_ms(5000)
    run.let_go()
    assert [o.text for o in live.records.at_hall()] == ["Ý kiến thứ nhất."]
    assert live.desk.spoken == "Ý kiến thứ hai"
    assert live.screen().trouble is None


def test_the_draft_lets_go_of_words_only_when_they_are_written(hall: Hall) -> None:
    """L9: F8 behind an act under way: the emptied draft never comes to the disk before the opinion."""
    timer, run = ManualTimer(), LateRunner()
    live = hall.presenter(timer=timer, run=run)
    live.open()
    run.let_go()
    for line in ("ông Lò Văn Ế /Phú Ấp", "bà Lê Thị Ổn /Phú Ấp"):
        live.quick_add(line)
        run.let_go()
    live.next_speaker()
    run.let_go()
    live.type_spoken("Kênh N4 bồi lấp.", 16)
    timer.pass_ms(1000)
    run.let_go()
    live.quick_add("ông Vũ Đình Ất /Đồng Vạn")
    live.next_speaker()
    for _ in range(12):
        timer.pass_ms(400)
        run.let_go(1)
        draft = hall.app.live.draft(hall.cid)
        said = [o.text for o in hall.app.live.records(hall.cid).at_hall()]
        assert said or (draft is not None and draft.item.text == "Kênh N4 bồi lấp.")
    assert live.settled
    assert [o.text for o in live.records.at_hall()] == ["Kênh N4 bồi lấp."]


def test_words_typed_before_anybody_was_called_are_kept(hall: Hall) -> None:
    """L9, L7: she begins to write, then presses F3: the words are of the one who is called."""
    live = hall.presenter()
    live.open()
    live.start_stop()
    live.quick_add("ông Lò Văn Ế /Phú Ấp")
    live.type_spoken("Kênh N4 bồi lấp.", 16)
    live.start_stop()
    assert live.desk.spoken == "Kênh N4 bồi lấp."
    assert live.screen().speaker.name == "Ông Lò Văn Ế"
    live.save_item()
    (opinion,) = live.records.at_hall()
    assert (opinion.text, opinion.turn_id) == ("Kênh N4 bồi lấp.", live.turn_id)


def test_an_edit_whose_opinion_is_taken_back_keeps_its_words(hall: Hall) -> None:
    """L9: the act that brought the opinion is undone while more is being typed into it."""
    live = hall.presenter()
    live.open()
    live.start_stop()
    live.type_spoken("Đèn đường hỏng.", 0)
    live.save_item()
    live.edit(live.records.at_hall()[0].id)
    live.type_spoken("Đèn đường hỏng, tối om từ Tết.", 0)
    live.undo()
    assert live.records.at_hall() == ()
    assert live.desk.spoken == "Đèn đường hỏng, tối om từ Tết."
    live.save_item()
    assert [o.text for o in live.records.at_hall()] == ["Đèn đường hỏng, tối om từ Tết."]


def test_verbs_pressed_faster_than_the_disk_keep_their_order(hall: Hall) -> None:
    """L9: F8 F3 F3 while nothing has come back yet do what they say, one after the other."""
    run = LateRunner()
    live = hall.presenter(run=run)
    live.open()
    live.start_stop()
    live.quick_add("ông Lò Văn Ế /Phú Ấp")
    live.quick_add("bà Lê Thị Ổn /Phú Ấp")
    live.next_speaker()
    live.start_stop()
    live.start_stop()
    live.next_speaker()
    live.start_stop()
    run.let_go()
    states = {t.voice.name: t.state.value for t in live.records.turns}
    assert states == {"Lò Văn Ế": "xong", "Lê Thị Ổn": "dang_noi"}


def test_rescue_files_are_read_by_people_and_by_the_program(tmp_path: Path) -> None:
    """L9, G5: plain words in Vietnamese, and the whole draft; a second write replaces the first."""
    item = LiveItem(
        text="Đề nghị sửa đường.", field="Giao thông", voices=(Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"),),
        rounds=(Round("", "ông Lẫm", "Trưởng phòng", "Sẽ sửa."), Round("Bao giờ?", "", "", "Tháng 5.")),
    )  # fmt: skip
    draft = LiveDraft(item, "answer", 7, 1, "ông Vũ")
    write_rescue(tmp_path, "ab/..c", LiveDraft())
    path = write_rescue(tmp_path, "ab/..c", draft)
    assert path.name == "ab-c-dang-go.txt"
    assert read_rescue(path) == draft
    text = rescue_text(draft)
    for part in ("bà Lê Thị Ổn thôn Phú Ấp", "Đề nghị sửa đường.", "Bao giờ?", "Tháng 5.", "ông Vũ"):
        assert part in text
    path.with_suffix(".json").write_bytes(b"{")
    assert read_rescue(path) is None


def test_a_second_folder_takes_over_where_the_first_cannot_be_written(tmp_path: Path) -> None:
    """G5: the rescue goes elsewhere when its own disk is gone."""
    blocked = tmp_path / "tep"
    blocked.write_text("không phải thư mục")
    safety = RescueFolder((blocked / "cứu", tmp_path / "hai"), "c1")
    assert safety.write("dang-go", LiveDraft(LiveItem(text="Chữ")))
    assert len(list((tmp_path / "hai").iterdir())) == 2
    safety.clear()
    assert list((tmp_path / "hai").iterdir()) == []
    assert not RescueFolder((blocked / "cứu",), "c1").write("dang-go", LiveDraft())
