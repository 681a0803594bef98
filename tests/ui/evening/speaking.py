"""Calling, writing down what is said and answered, choosing what became of it: by the keys of the screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QTextEdit

from dialogue_desktop.domain.records import OPINION_KIND_LABELS, OpinionKind, Outcome
from dialogue_desktop.domain.text_vi import fold
from tests.ui.evening.hands import CountingHands
from tests.ui.evening.kinds import Reply, Round, Said
from tests.ui.evening.wall import WallClock
from tests.ui.main_job.hands import HandsError
from tests.ui.main_job.program import Program
from ui.live.session.screen_words import UNNAMED

_DIGIT = {outcome: number for number, outcome in enumerate(Outcome, start=1)}


class Speaking:
    """What the secretary does for one who has the floor. Looks at what the screen shows; acts by keys.

    `for_` says of the keys that follow what they are for; the table of keys is made of it.
    """

    def __init__(self, program: Program, hands: CountingHands, clock: WallClock) -> None:
        self.program, self.hands, self.clock = program, hands, clock

    @property
    def screen(self) -> Any:
        return self.program.page.seen

    def for_(self, purpose: str) -> None:
        self.hands.at = purpose

    # --- the queue -----------------------------------------------------------------------------------

    def call(self, who: str) -> None:
        """Nobody needs to be called who has the floor; the next by F8, anybody else from the list."""
        hands, screen = self.hands, self.screen
        who = who or UNNAMED
        self.for_("gọi người nói")
        if screen.speaker.name.endswith(who):
            return
        if screen.speaker.next_name.lower().endswith(who.lower()):
            hands.press("F8")
        else:
            self.to_row(who)
            hands.press("Return")
        if not self.screen.speaker.name.endswith(who):
            raise HandsError(f"{self.screen.speaker.name} has the floor, not {who}")
        hands.expect("Ý kiến")

    def to_row(self, who: str) -> None:
        """Into the queue and to somebody's row, by the shorter way."""
        hands = self.hands
        hands.press("Ctrl+H")
        rows = [row.name for row in self.screen.queue]
        wanted = max(place for place, name in enumerate(rows) if name.endswith(who))
        now = self.program.page.queue.list.currentIndex().row()
        keys = ["Down" if now < wanted else "Up"] * abs(wanted - now)
        from_end = ["End", *["Up"] * (len(rows) - 1 - wanted)]
        from_top = ["Home", *["Down"] * wanted]
        hands.press(*min(keys, from_end, from_top, key=len), rest=False)

    # --- opinion -------------------------------------------------------------------------------------

    def opinion(self, said: Said, *, spoke: int = 0, pause: int = 0) -> None:
        """The box has the focus; `pause` stands in the middle of the speech."""
        hands = self.hands
        hands.expect("Ý kiến")
        if pause:
            half = len(said.keyed) // 2
            hands.say(said.keyed[:half], said.typed)
            self.clock.wait(spoke // 2)
            self.for_("đồng hồ")
            hands.press("F4")
            self.clock.wait(pause)
            hands.press("F4")
            hands.say(said.keyed[half:], said.typed)
            self.clock.wait(spoke - spoke // 2)
        else:
            hands.say(said.keyed, said.typed)
            self.clock.wait(spoke)
        if said.repeats and not any(reply.taken for reply in said.replies):
            self.for_("gắn ý kiến gửi trước")
            hands.press("Ctrl+U")
        self.for_("lĩnh vực, loại")
        field = "" if said.field == self.program.page.work.opinion.field.text() else said.field
        if field or said.kind is not OpinionKind.PETITION:
            hands.press("Tab")
            hands.expect("Lĩnh vực")
            hands.say(fold(field))
        if said.kind is not OpinionKind.PETITION:
            hands.choose("Loại ý kiến", OPINION_KIND_LABELS[said.kind])

    # --- answer --------------------------------------------------------------------------------------

    def answer(self, said: Said, *, seconds: int = 0) -> None:
        """All that was answered, and what became of it."""
        hands = self.hands
        for number, reply in enumerate(said.replies):
            if number:
                self.one_more(reply)
            else:
                self.reply(reply)
        for again in said.rounds:
            self.round(again)
        self.clock.wait(seconds)
        self.outcome(said)
        if said.marked:
            self.for_("đánh dấu")
            hands.press("Ctrl+M")

    def reply(self, reply: Reply) -> None:
        """Into the answer's box; who answers is written as minutes write it: "lẫm: …"."""
        hands = self.hands
        self.for_("ô trả lời")
        hands.press("F6")
        self.written(reply)

    def written(self, reply: Reply) -> None:
        hands = self.hands
        hands.expect("Trả lời")
        if reply.by:
            hands.say(f"{reply.by}: ", reply.typed)
        if reply.taken:
            self.for_("lấy câu đã soạn")
            hands.press("F12")
            if not self.has_words():  # with the largest letters the first press only shows it
                hands.press("F12")
            hands.expect("Trả lời")
            hands.say(" ")
        hands.say(reply.text, reply.typed)

    def one_more(self, reply: Reply) -> None:
        """Another one answers too."""
        hands = self.hands
        self.for_("người trả lời thêm")
        hands.press("Shift+F9")
        hands.expect("Người trả lời")
        hands.say(reply.by)
        hands.press("Return")
        hands.expect("Trả lời")
        hands.say(reply.text, reply.typed)

    def jointly(self, other: str) -> None:
        """The answer on the desk is the answer to that other opinion too."""
        hands = self.hands
        self.for_("trả lời chung")
        hands.press("Ctrl+J")
        for _ in self.program.page.side.joint.ticked():
            raise HandsError("somebody else's opinion is ticked by itself")
        while other not in hands.name:
            hands.press("Down")
        hands.press("Space")
        hands.picture("jointly-drawer")
        hands.press("Return")

    def round(self, again: Round) -> None:
        """Not content: what is said again, and the answer."""
        hands = self.hands
        self.for_("vòng tiếp")
        hands.press("F9")
        hands.expect("Ý kiến")
        hands.say(again.said)
        self.reply(again.reply)

    def clock_key(self) -> None:
        self.for_("đồng hồ")
        self.hands.press("F3")

    def save(self) -> None:
        self.for_("lưu")
        self.hands.press("Ctrl+Return")

    # --- outcome -------------------------------------------------------------------------------------

    def digit(self, outcome: Outcome) -> None:
        self.for_("kết quả")
        self.hands.press(f"Ctrl+{_DIGIT[outcome]}")

    def outcome(self, said: Said) -> None:
        """Ctrl and a digit; what the program does not know by itself is typed."""
        hands = self.hands
        if said.outcome is None:
            return
        if said.outcome is Outcome.REFUSED:
            self.digit(said.outcome)
            hands.expect("Lý do")
            hands.say(said.reason)
            return
        if not (said.unit_typed or said.day_typed):
            self.digit(said.outcome)
            if said.body_typed:
                hands.expect("Nơi nhận kiến nghị")
                hands.say(said.body_typed)
            return
        self.for_("kết quả")
        hands.press("F7", str(_DIGIT[said.outcome]))
        self.for_("đơn vị, hạn")
        if said.outcome is Outcome.OFF_TOPIC:
            hands.expect("Lý do")
            hands.say(said.reason)
            hands.press("Return")
        if said.unit_typed:
            hands.expect("Đơn vị theo dõi tiếp")
            hands.say(said.unit_typed)
            if said.day_typed:
                hands.press("Return")
        if said.day_typed:
            hands.expect("Hạn")
            hands.say(said.day_typed)

    # --- what was written before ---------------------------------------------------------------------

    def expect_opinion(self, beginning: str) -> None:
        text = self.program.page.work.opinion.editor.toPlainText()
        if not text.startswith(beginning):
            raise HandsError(f"{text[:40]!r} stands in the box, not {beginning!r}")

    def open_earlier(self, beginning: str) -> None:
        """By the row of the one who said it."""
        live = self.program.page.live()
        said = next(one for one in live.records.at_hall() if one.text.startswith(beginning))
        self.to_row(said.voices[0].name)
        self.hands.press("Return")
        self.expect_opinion(beginning)

    def has_words(self) -> bool:
        """Something stands already in the box that has the focus."""
        box = self.hands.focused
        return isinstance(box, QTextEdit) and bool(box.toPlainText())
