"""Every command of the live session as a person gives it, each with what must then be seen (L1–L10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from dialogue_desktop.domain.records import Outcome, Span, TurnState
from tests.benchmarks.live_evening import Evening, Timed
from ui.actions import Verb
from ui.live import verbs
from ui.live.drawers.side_host import Side
from ui.live.session.screen import LiveScreen, Place

_SAID = "Đề nghị xã cho đổ bê tông đoạn từ nhà ông Khoan ra đồng Cửa, mưa là ngập."
_ANSWER = "Xã đã giao khảo sát, làm xong trước vụ mùa."


class Commands:
    """`round` plays one speaker with every command there is; `times` holds what each took."""

    def __init__(self, evening: Evening) -> None:
        self.e, self.page = evening, evening.page
        self.times: dict[str, list[Timed]] = defaultdict(list)

    # --- how a command is given and seen -------------------------------------------------------------

    @property
    def seen(self) -> LiveScreen:
        return self.page.seen

    def _do(self, words: str, act: Callable[[], object], there: Callable[[], bool]) -> None:
        self.e.rest()
        self.times[words].append(self.e.see(act, there))
        self.e.rest()

    def _key(self, words: str, key: str, there: Callable[[], bool]) -> None:
        self._do(words, lambda: self.e.press(key), there)

    def _verb(self, words: str, verb: Verb, there: Callable[[], bool]) -> None:
        """By its key; by its button where it has none."""
        if verb.key:
            self._key(words, verb.key, there)
        else:
            self._do(words, self.page.keys.actions[verb.id].trigger, there)

    def _type(self, text: str) -> None:
        self.e.type(text)
        self.e.rest()

    def _next_id(self) -> str:
        return next(row.turn_id for row in self.seen.queue if row.place is Place.NEXT)

    def _state(self, turn_id: str) -> TurnState | None:
        return next((row.state for row in self.seen.queue if row.turn_id == turn_id), None)

    def _at(self, widget: Any) -> Callable[[], bool]:
        return lambda: self.e.at(widget)

    # --- the round -----------------------------------------------------------------------------------

    def round(self, number: int) -> None:
        self._speaker()
        self._opinion()
        self._taken_back()
        self._outcomes()
        self._queue(number)
        self._earlier()
        self._several()
        self._before_the_day()
        self._drawers(number)
        self._programme()

    def _speaker(self) -> None:
        following = self._next_id()
        self._verb("Người tiếp", verbs.NEXT, lambda: self.seen.speaker.turn_id == following)
        speaking = lambda: self.seen.speaker.state is TurnState.SPEAKING  # noqa: E731
        self._verb("Bắt đầu nói", verbs.START_STOP, speaking)
        self.e.hall.wait(30)
        self._verb("Tạm dừng", verbs.PAUSE, lambda: self.seen.speaker.state is TurnState.PAUSED)
        self._verb("Nói tiếp", verbs.PAUSE, speaking)
        self._verb(
            "Sang phần trả lời", verbs.START_STOP, lambda: self.seen.speaker.state is TurnState.ANSWERING
        )

    def _opinion(self) -> None:
        work, live = self.page.work, self.e.live
        self._type(_SAID)
        self._verb("Vào ô trả lời", verbs.ANSWER, self._at(work.answer.editor))
        self._verb("Lấy câu trả lời chuẩn bị", verbs.PREPARED, lambda: bool(self.seen.item.item.linked_id))
        self._verb("Vào ô ý kiến", verbs.OPINION, self._at(work.opinion.editor))
        self._verb("Vòng tiếp", verbs.FOLLOW_UP, lambda: self.seen.item.round_index == 1)
        self._type("Nói rõ bao giờ xong.")
        self._verb("Đánh dấu xem lại", verbs.MARK, lambda: self.seen.item.item.marked)
        before = self.seen.entries[0].opinion_id
        self._verb(
            "Lưu ý kiến",
            verbs.SAVE,
            lambda: self.seen.entries[0].opinion_id != before and live.desk.blank,
        )

    def _taken_back(self) -> None:
        saved = self.seen.entries[0].opinion_id
        gone = lambda: self.seen.entries[0].opinion_id != saved  # noqa: E731
        self._verb("Hoàn tác lưu", verbs.UNDO, gone)
        self._verb("Làm lại lưu", verbs.REDO, lambda: not gone())

    def _outcomes(self) -> None:
        """Each by Ctrl and its digit, and by F7; then the turn ends with words still in the boxes."""
        work = self.page.work
        self.page.focus_box("opinion")
        self._type(_SAID)
        for at, outcome in enumerate(Outcome, start=1):
            if outcome is not Outcome.REFUSED:  # it asks for its reason and takes the cursor along
                self._key("Kết quả bằng Ctrl + số", f"Ctrl+{at}", lambda o=outcome: self._chosen(o))  # type: ignore[misc]
        self._verb("Đến hàng kết quả", verbs.OUTCOME, work.outcomes.has_button_focus)
        self._key("Kết quả bằng số", "2", lambda: self._chosen(Outcome.PARTLY))
        self._verb("Kết thúc lượt", verbs.START_STOP, lambda: self.seen.speaker.state is TurnState.DONE)
        following, before = self._next_id(), self.seen.entries[0].opinion_id
        self._verb(
            "Người tiếp, lưu luôn chữ đang viết",
            verbs.NEXT,
            lambda: self.seen.speaker.turn_id == following and self.seen.entries[0].opinion_id != before,
        )

    def _chosen(self, outcome: Outcome) -> bool:
        return self.seen.item.item.outcome is outcome

    def _queue(self, number: int) -> None:
        queue, live = self.page.queue, self.e.live
        self._verb("Đến ô thêm người", verbs.QUICK_ADD, self._at(queue.quick))
        self._type(f"bà Nguyễn Thị Thêm {number} /Phú Ấp")
        there = len(self.seen.queue) + 1
        self._key("Thêm người phát biểu", "Return", lambda: len(self.seen.queue) == there)
        self._verb("Hoàn tác thêm người", verbs.UNDO, lambda: len(self.seen.queue) == there - 1)
        self._verb("Vào danh sách", verbs.QUEUE, self._at(queue.list))
        # The one who waits behind the next, so that the order of the first rows is played with.
        self.e.press("Home")
        first = next(i for i, row in enumerate(self.seen.queue) if row.place is Place.NEXT)
        queue.list.setCurrentIndex(queue.list.model().index(first, 0))
        chosen = queue.list.selected
        self._key("Xuống một dòng trong danh sách", "Down", lambda: queue.list.selected != chosen)
        self._key("Lên một dòng trong danh sách", "Up", lambda: queue.list.selected == chosen)
        place = lambda: [row.turn_id for row in self.seen.queue].index(chosen)  # noqa: E731
        self._verb("Đưa xuống sau", verbs.DOWN, lambda: place() == first + 1)
        self._verb("Đưa lên trước", verbs.UP, lambda: place() == first)
        self._verb("Vắng khi gọi", verbs.ABSENT, lambda: self._state(chosen) is TurnState.ABSENT)
        waits = lambda: self._state(chosen) is TurnState.WAITING  # noqa: E731
        self._do("Trả về hàng chờ", lambda: live.wait_again(chosen), waits)
        self._verb("Rút, không phát biểu", verbs.WITHDRAW, lambda: self._state(chosen) is TurnState.WITHDRAWN)
        self._verb("Hoàn tác rút", verbs.UNDO, waits)
        more = len(self.seen.queue) + 1
        self._verb("Thêm một lượt nữa", verbs.AGAIN, lambda: len(self.seen.queue) == more)
        self._verb("Hoàn tác thêm lượt", verbs.UNDO, lambda: len(self.seen.queue) == more - 1)
        self._key("Mời người trong danh sách", "Return", lambda: self.seen.speaker.turn_id == chosen)

    def _earlier(self) -> None:
        queue, entries = self.page.queue.list, self.page.side.panel.entries
        editing = lambda: self.seen.item.editing  # noqa: E731
        self._verb("Vào danh sách", verbs.QUEUE, self._at(queue))
        queue.setCurrentIndex(queue.model().index(0, 0))
        self._key("Sửa ý kiến trước, từ danh sách", "Return", editing)
        self._type("Thêm: ")
        self._verb("Lưu ý kiến sửa", verbs.SAVE, lambda: not editing())
        entries.setFocus()
        entries.setCurrentIndex(entries.model().index(0, 0))
        self._key("Sửa ý kiến vừa ghi", "Return", editing)
        gone, said = self.seen.entries[0].opinion_id, sum(row.count for row in self.seen.counts)
        self._do(
            "Xóa ý kiến",
            self.page.work.opinion.remove_wanted.emit,
            lambda: sum(row.count for row in self.seen.counts) == said - 1 and not editing(),
        )
        self._verb("Hoàn tác xóa", verbs.UNDO, lambda: self.seen.entries[0].opinion_id == gone)
        self._verb("Mở ý kiến đánh dấu", verbs.MARKED, editing)
        self._verb("Thôi sửa", verbs.SAVE, lambda: not editing())

    def _several(self) -> None:
        """One text cut in two, from one to the other, another who answers, one answer for both."""
        live, editor = self.e.live, self.page.work.opinion.editor
        self.page.focus_box("opinion")
        self._type(f"{_SAID} ")
        place = editor.textCursor().position()
        self._type("Đèn đường thôn hỏng ba tháng nay.")
        cursor = editor.textCursor()
        cursor.setPosition(place)
        editor.setTextCursor(cursor)
        before = self.seen.entries[0].opinion_id
        self._verb(
            "Tách ý kiến",
            verbs.SPLIT,
            lambda: self.seen.entries[0].opinion_id != before and live.desk.spoken.startswith("Đèn"),
        )
        editing = lambda: self.seen.item.editing  # noqa: E731
        self._verb("Ý kiến trước của lượt", verbs.EARLIER, editing)
        first = self.seen.item.item.opinion_id
        self._verb("Ý kiến sau của lượt", verbs.LATER, lambda: self.seen.item.item.opinion_id != first)
        self.page.focus_box("answer")
        self._type(_ANSWER)
        self._verb("Trả lời thêm", verbs.MORE, lambda: self.seen.item.round_index == 1)
        side = self.page.side
        self._verb("Mở trả lời chung", verbs.JOINT, lambda: side.side is Side.JOINT)
        self._key("Trả lời chung", "Return", lambda: live.desk.blank)
        self._verb("Ý kiến chưa trả lời kế tiếp", verbs.UNANSWERED, lambda: editing() or self._toasted())
        if editing():
            self._verb("Thôi sửa", verbs.SAVE, lambda: not editing())

    def _toasted(self) -> bool:
        return self.page.frame.toast.isVisible()

    def _before_the_day(self) -> None:
        """What was handed in: answered in the session, looked through, tied; who registered comes in."""
        side, live = self.page.side, self.e.live
        here = lambda: self.seen.item.item.opinion_id  # noqa: E731
        self._verb("Ý kiến gửi trước kế tiếp", verbs.COLLECTED, lambda: bool(here()))
        self._type(_ANSWER)
        self._verb("Mở trả lời chung, ý kiến gửi trước", verbs.JOINT, lambda: side.side is Side.JOINT)
        self._key("Đóng ngăn", "Escape", lambda: not self.page.frame.side_open)
        self._verb("Lưu câu trả lời ý kiến gửi trước", verbs.SAVE, lambda: not self.seen.item.editing)
        following = self._next_id()
        self._verb("Người tiếp", verbs.NEXT, lambda: self.seen.speaker.turn_id == following)
        found = self.seen.prepared
        if found is not None and found.count > 1:
            place = lambda: self.seen.prepared.place if self.seen.prepared else 0  # noqa: E731
            self._verb("Ý kiến khớp kế tiếp", verbs.MATCH_ON, lambda: place() == found.place + 1)
            self._verb("Ý kiến khớp trước", verbs.MATCH_BACK, lambda: place() == found.place)
        tied = lambda: bool(self.seen.item.item.linked_id)  # noqa: E731
        if found is not None:
            self._verb("Gắn ý kiến gửi trước", verbs.TIE, tied)
            self._verb("Gỡ ý kiến gửi trước", verbs.TIE, lambda: not tied())
        self._verb("Mở người đăng ký trước", verbs.REGISTERED, lambda: side.side is Side.REGISTERED)
        self.e.press("Down")
        self._key("Đánh dấu người đăng ký", "Space", lambda: len(side.registered.ticked) == 1)
        more = len(self.seen.queue) + 1
        self._key("Thêm người đăng ký", "Return", lambda: len(self.seen.queue) == more)
        if self.page.frame.side_open:
            self._key("Đóng ngăn", "Escape", lambda: not self.page.frame.side_open)
        self._verb("Hoàn tác thêm người", verbs.UNDO, lambda: len(live.records.turns) == more - 1)

    def _drawers(self, number: int) -> None:
        side, frame, live = self.page.side, self.page.frame, self.e.live
        closed = lambda: not frame.side_open  # noqa: E731
        self._verb("Mở người phát biểu", verbs.SPEAKER, lambda: side.speaker.name.hasFocus())
        self.e.press("Ctrl+A")
        name = f"Lò Văn Ế {number}"
        self._type(name)
        self._key("Sửa tên người phát biểu", "Return", lambda: self.seen.speaker.name.endswith(name))
        self._key("Đóng ngăn", "Escape", closed)
        self._spans()
        self._verb("Mở điểm danh", verbs.ATTENDANCE, lambda: side.attendance.isVisible())
        self.e.press("Ctrl+A")
        self._type(str(20 + number))
        here = f"{20 + number} hộ có mặt"
        self._key("Ghi số có mặt", "Return", lambda: self.seen.present == here)
        self._key("Đóng ngăn", "Escape", closed)
        self._verb("Mở kết luận", verbs.CONCLUSIONS, lambda: side.conclusions.isVisible())
        written = len(live.records.conclusions) + 1
        self._verb("Kết luận mới", verbs.SAVE, lambda: len(side.conclusions._rows) == written)
        self.e.type("Giao Phòng Kinh tế trả lời trước ngày 30/8.")
        self._key(
            "Ghi kết luận và đóng ngăn",
            "Escape",
            lambda: closed() and len(live.records.conclusions) == written,
        )
        self._verb("Hoàn tác kết luận", verbs.UNDO, lambda: len(live.records.conclusions) < written)
        self._verb("Mở phím và lệnh", verbs.KEYS, lambda: side.keys.isVisible())
        self._key("Đóng ngăn", "Escape", closed)
        self._verb("Mở thời gian nói theo thôn", verbs.FLOOR, lambda: side.side is Side.FLOOR)
        self._key("Đóng ngăn", "Escape", closed)
        self._verb("Mở ghi âm và đồng hồ", verbs.RECORDING, lambda: side.side is Side.RECORDING)
        self._key("Đóng ngăn", "Escape", closed)
        self._verb("Mở màn hình hội trường", verbs.HALL, lambda: side.side is Side.HALL)
        self._key("Đóng ngăn", "Escape", closed)

    def _spans(self) -> None:
        live, wanted = self.e.live, self.seen.speaker.turn_id
        now = self.e.hall.clock.now()
        spans = (Span(now - timedelta(seconds=95), now - timedelta(seconds=5)),)
        self._do(
            "Sửa giờ nói",
            lambda: live.correct_spans(wanted, spans),
            lambda: live.turn(wanted).spans == spans,
        )

    def _programme(self) -> None:
        look = self.page.look
        step = self.seen.programme.number
        self._verb("Bước sau", verbs.STEP_ON, lambda: self.seen.programme.number == step + 1)
        self._verb("Bước trước", verbs.STEP_BACK, lambda: self.seen.programme.number == step)
        self._verb("Nền tối", verbs.THEME, lambda: look.theme.dark)
        self._verb("Nền sáng", verbs.THEME, lambda: not look.theme.dark)
        self._verb("Kết thúc phiên", verbs.END, lambda: bool(self.seen.ended))
        self._do("Mở lại phiên", self.page.work.reopen.emit, lambda: not self.seen.ended)

    # --- large letters -------------------------------------------------------------------------------

    def folded_round(self) -> None:
        """What only folds and unfolds where the letters are large (200 %)."""
        work, frame, queue = self.page.work, self.page.frame, self.page.queue.list
        self._verb("200 %: mở ô trả lời", verbs.ANSWER, self._at(work.answer.editor))
        self._verb("200 %: mở ô ý kiến", verbs.OPINION, self._at(work.opinion.editor))
        self._verb("200 %: mở danh sách", verbs.QUEUE, self._at(queue))
        self.page.focus_box("opinion")
        self._verb("200 %: mở kết quả đến lúc này", verbs.SIDE, lambda: frame.side_open)
        self._key("200 %: đóng ngăn", "Escape", lambda: not frame.side_open)
        following = self._next_id()
        self._verb("200 %: người tiếp", verbs.NEXT, lambda: self.seen.speaker.turn_id == following)
        self._verb(
            "200 %: bắt đầu nói", verbs.START_STOP, lambda: self.seen.speaker.state is TurnState.SPEAKING
        )
