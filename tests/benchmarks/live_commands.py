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
from ui.live.screen import LiveScreen, Place
from ui.live.side_host import Side

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
        """A verb without a key of its own: its button."""
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
        self._drawers(number)
        self._programme()

    def _speaker(self) -> None:
        following = self._next_id()
        self._key("Người tiếp", "F8", lambda: self.seen.speaker.turn_id == following)
        speaking = lambda: self.seen.speaker.state is TurnState.SPEAKING  # noqa: E731
        self._key("Bắt đầu nói", "F3", speaking)
        self.e.hall.wait(30)
        self._key("Tạm dừng", "F4", lambda: self.seen.speaker.state is TurnState.PAUSED)
        self._key("Nói tiếp", "F4", speaking)
        self._key("Sang phần trả lời", "F3", lambda: self.seen.speaker.state is TurnState.ANSWERING)

    def _opinion(self) -> None:
        work, live = self.page.work, self.e.live
        self._type(_SAID)
        self._key("Vào ô trả lời", "F6", self._at(work.answer.editor))
        self._key("Lấy câu trả lời chuẩn bị", "F12", lambda: bool(self.seen.item.item.linked_id))
        self._key("Vào ô ý kiến", "F5", self._at(work.opinion.editor))
        self._key("Vòng tiếp", "F9", lambda: self.seen.item.round_index == 1)
        self._type("Nói rõ bao giờ xong.")
        self._key("Đánh dấu xem lại", "Ctrl+M", lambda: self.seen.item.item.marked)
        before = self.seen.entries[0].opinion_id
        self._key(
            "Lưu ý kiến",
            "Ctrl+Return",
            lambda: self.seen.entries[0].opinion_id != before and live.desk.blank,
        )

    def _taken_back(self) -> None:
        saved = self.seen.entries[0].opinion_id
        gone = lambda: self.seen.entries[0].opinion_id != saved  # noqa: E731
        self._key("Hoàn tác lưu", "Ctrl+Z", gone)
        self._key("Làm lại lưu", "Ctrl+Y", lambda: not gone())

    def _outcomes(self) -> None:
        """Each by Ctrl and its digit, and by F7; then the turn ends with words still in the boxes."""
        work = self.page.work
        self.page.focus_box("opinion")
        self._type(_SAID)
        for at, outcome in enumerate(Outcome, start=1):
            if outcome is not Outcome.REFUSED:  # it asks for its reason and takes the cursor along
                self._key("Kết quả bằng Ctrl + số", f"Ctrl+{at}", lambda o=outcome: self._chosen(o))  # type: ignore[misc]
        self._key("Đến hàng kết quả", "F7", work.outcomes.has_button_focus)
        self._key("Kết quả bằng số", "2", lambda: self._chosen(Outcome.PARTLY))
        self._key("Kết thúc lượt", "F3", lambda: self.seen.speaker.state is TurnState.DONE)
        following, before = self._next_id(), self.seen.entries[0].opinion_id
        self._key(
            "Người tiếp, lưu luôn chữ đang viết",
            "F8",
            lambda: self.seen.speaker.turn_id == following and self.seen.entries[0].opinion_id != before,
        )

    def _chosen(self, outcome: Outcome) -> bool:
        return self.seen.item.item.outcome is outcome

    def _queue(self, number: int) -> None:
        queue, live = self.page.queue, self.e.live
        self._key("Đến ô thêm người", "F2", self._at(queue.quick))
        self._type(f"bà Nguyễn Thị Thêm {number} /Phú Ấp")
        there = len(self.seen.queue) + 1
        self._key("Thêm người phát biểu", "Return", lambda: len(self.seen.queue) == there)
        self._key("Hoàn tác thêm người", "Ctrl+Z", lambda: len(self.seen.queue) == there - 1)
        self._key("Vào danh sách", "Ctrl+H", self._at(queue.list))
        # The one who waits behind the next, so that the order of the first rows is played with.
        self.e.press("Home")
        first = next(i for i, row in enumerate(self.seen.queue) if row.place is Place.NEXT)
        queue.list.setCurrentIndex(queue.list.model().index(first, 0))
        chosen = queue.list.selected
        self._key("Xuống một dòng trong danh sách", "Down", lambda: queue.list.selected != chosen)
        self._key("Lên một dòng trong danh sách", "Up", lambda: queue.list.selected == chosen)
        place = lambda: [row.turn_id for row in self.seen.queue].index(chosen)  # noqa: E731
        self._key("Đưa xuống sau", "Ctrl+Down", lambda: place() == first + 1)
        self._key("Đưa lên trước", "Ctrl+Up", lambda: place() == first)
        self._key("Vắng khi gọi", "Ctrl+B", lambda: self._state(chosen) is TurnState.ABSENT)
        waits = lambda: self._state(chosen) is TurnState.WAITING  # noqa: E731
        self._do("Trả về hàng chờ", lambda: live.wait_again(chosen), waits)
        self._verb("Rút, không phát biểu", verbs.WITHDRAW, lambda: self._state(chosen) is TurnState.WITHDRAWN)
        self._key("Hoàn tác rút", "Ctrl+Z", waits)
        more = len(self.seen.queue) + 1
        self._key("Thêm một lượt nữa", "Ctrl+R", lambda: len(self.seen.queue) == more)
        self._key("Hoàn tác thêm lượt", "Ctrl+Z", lambda: len(self.seen.queue) == more - 1)
        self._key("Mời người trong danh sách", "Return", lambda: self.seen.speaker.turn_id == chosen)

    def _earlier(self) -> None:
        queue, entries = self.page.queue.list, self.page.side.panel.entries
        editing = lambda: self.seen.item.editing  # noqa: E731
        self._key("Vào danh sách", "Ctrl+H", self._at(queue))
        queue.setCurrentIndex(queue.model().index(0, 0))
        self._key("Sửa ý kiến trước, từ danh sách", "Return", editing)
        self._type("Thêm: ")
        self._key("Lưu ý kiến sửa", "Ctrl+Return", lambda: not editing())
        entries.setFocus()
        entries.setCurrentIndex(entries.model().index(0, 0))
        self._key("Sửa ý kiến vừa ghi", "Return", editing)
        gone, said = self.seen.entries[0].opinion_id, sum(row.count for row in self.seen.counts)
        self._do(
            "Xóa ý kiến",
            self.page.work.opinion.remove_wanted.emit,
            lambda: sum(row.count for row in self.seen.counts) == said - 1 and not editing(),
        )
        self._key("Hoàn tác xóa", "Ctrl+Z", lambda: self.seen.entries[0].opinion_id == gone)
        self._key("Mở ý kiến đánh dấu", "Ctrl+G", editing)
        self._key("Thôi sửa", "Ctrl+Return", lambda: not editing())

    def _drawers(self, number: int) -> None:
        side, frame, live = self.page.side, self.page.frame, self.e.live
        closed = lambda: not frame.side_open  # noqa: E731
        self._key("Mở người phát biểu", "Ctrl+E", lambda: side.speaker.name.hasFocus())
        self.e.press("Ctrl+A")
        name = f"Lò Văn Ế {number}"
        self._type(name)
        self._key("Sửa tên người phát biểu", "Return", lambda: self.seen.speaker.name.endswith(name))
        self._key("Đóng ngăn", "Escape", closed)
        self._spans()
        self._key("Mở điểm danh", "Ctrl+D", lambda: side.attendance.isVisible())
        self.e.press("Ctrl+A")
        self._type(str(20 + number))
        here = f"{20 + number} hộ có mặt"
        self._key("Ghi số có mặt", "Return", lambda: self.seen.present == here)
        self._key("Đóng ngăn", "Escape", closed)
        self._key("Mở kết luận", "Ctrl+L", lambda: side.conclusions.isVisible())
        written = len(live.records.conclusions) + 1
        self._key("Kết luận mới", "Ctrl+Return", lambda: len(side.conclusions._rows) == written)
        self.e.type("Giao Phòng Kinh tế trả lời trước ngày 30/8.")
        self._key(
            "Ghi kết luận và đóng ngăn",
            "Escape",
            lambda: closed() and len(live.records.conclusions) == written,
        )
        self._key("Hoàn tác kết luận", "Ctrl+Z", lambda: len(live.records.conclusions) < written)
        self._key("Mở phím và lệnh", "F1", lambda: side.keys.isVisible())
        self._key("Đóng ngăn", "Escape", closed)
        self._key("Mở màn hình hội trường", "F11", lambda: side.side is Side.HALL)
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
        self._key("Bước sau", "Ctrl+PgDown", lambda: self.seen.programme.number == step + 1)
        self._key("Bước trước", "Ctrl+PgUp", lambda: self.seen.programme.number == step)
        self._key("Nền tối", "Ctrl+F11", lambda: look.theme.dark)
        self._key("Nền sáng", "Ctrl+F11", lambda: not look.theme.dark)
        self._verb("Kết thúc phiên", verbs.END, lambda: bool(self.seen.ended))
        self._do("Mở lại phiên", self.page.work.reopen.emit, lambda: not self.seen.ended)

    # --- large letters -------------------------------------------------------------------------------

    def folded_round(self) -> None:
        """What only folds and unfolds where the letters are large (200 %)."""
        work, frame, queue = self.page.work, self.page.frame, self.page.queue.list
        self._key("200 %: mở ô trả lời", "F6", self._at(work.answer.editor))
        self._key("200 %: mở ô ý kiến", "F5", self._at(work.opinion.editor))
        self._key("200 %: mở danh sách", "Ctrl+H", self._at(queue))
        self.page.focus_box("opinion")
        self._verb("200 %: mở kết quả đến lúc này", verbs.SIDE, lambda: frame.side_open)
        self._key("200 %: đóng ngăn", "Escape", lambda: not frame.side_open)
        following = self._next_id()
        self._key("200 %: người tiếp", "F8", lambda: self.seen.speaker.turn_id == following)
        self._key("200 %: bắt đầu nói", "F3", lambda: self.seen.speaker.state is TurnState.SPEAKING)
