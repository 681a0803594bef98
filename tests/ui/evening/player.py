"""Plays the events of an evening: each kind of event with the keys that a secretary presses for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from dialogue_desktop.domain.records import Outcome
from tests.ui.evening import kinds
from tests.ui.evening.people import COLLECTED
from tests.ui.evening.speaking import Speaking
from tests.ui.main_job.hands import HandsError
from ui.live.verbs import FLOOR

#: Between two letters while it waits for the power to go; seconds.
_PACE = 0.05


class Player(Speaking):
    """One method for each kind; what several need stands in `Speaking`."""

    def play(self, number: int, event: kinds.Event) -> None:
        """One event, and word of it to whoever started the program."""
        hands = self.hands
        hands.presses.clear()
        hands.written = 0
        self.clock.set(event.at)
        self.for_(type(event).__name__)
        play: Callable[[Any], None] = getattr(self, f"_{type(event).__name__.lower()}")
        self._number = hands.event = number
        play(event)
        self._done(event)

    _number = 0

    def _done(self, event: kinds.Event) -> None:
        kind = type(event).__name__
        hands = self.hands
        hands.rest()
        self.program.say("event", number=self._number, kind=kind, keys=hands.presses, letters=hands.written)
        hands.picture(kind.lower())

    def go_on(self, number: int, event: kinds.Speaks, kept: int) -> None:
        """After the power cut: the rest of the answer, of which `kept` letters stand there."""
        (said,) = event.said
        (reply,) = said.replies
        self._number = self.hands.event = number
        self.hands.at = "Speaks"
        self.hands.say(reply.text[kept:])
        self.clock.wait(event.answered)
        self.outcome(said)
        self._done(event)

    # --- the hall ------------------------------------------------------------------------------------

    def _hallscreen(self, event: kinds.HallScreen) -> None:
        hands = self.hands
        hands.press("F11")
        if event.scene:
            hands.tab_to(event.scene)
            hands.press("Space")
        self.drawer()
        self.wall()
        hands.press("Escape")

    def drawer(self) -> None:
        """A picture of what lies open before it is closed."""
        self.hands.picture(f"{self.hands.at.lower()}-drawer")

    def wall(self) -> None:
        """A picture of what the hall sees."""
        window = self.program.page.hall.host.window
        if window is not None:
            self.hands.picture("hall", window)

    def _handsover(self, event: kinds.HandsOver) -> None:
        """The hall reads the house rules while the chairs change places; then who leads now is written."""
        hands = self.hands
        hands.press("F11")
        hands.tab_to(event.scene)
        hands.press("Space")
        self.drawer()
        self.wall()
        hands.tab_to("Theo phiên*", back=True)
        hands.press("Space", "Escape", "Ctrl+F6")
        hands.push(f"Giao điều hành cho {event.to}")
        self.drawer()
        hands.press("Escape")

    def _recorderset(self, event: kinds.RecorderSet) -> None:
        hands = self.hands
        hands.press("Ctrl+F3")
        hands.say(event.counter)
        hands.press("Return")
        self.drawer()
        hands.press("Escape")

    def _chairasks(self, _event: kinds.ChairAsks) -> None:
        self.hands.press(FLOOR.key)
        self.drawer()
        self.hands.press("Escape")

    def _opens(self, _event: kinds.Opens) -> None:
        self.hands.press("F3")

    def _step(self, event: kinds.Step) -> None:
        self.hands.press("Ctrl+PgDown")
        if self.screen.programme.step_id != event.step:
            raise HandsError(f"at step {self.screen.programme.step_id}, not {event.step}")

    def _counted(self, event: kinds.Counted) -> None:
        hands = self.hands
        hands.press("Ctrl+D")
        for number, (thon, present) in enumerate(event.present):
            hands.expect(f"Có mặt, Nhân dân thôn {thon}")
            hands.say(str(present))
            if number + 1 < len(event.present):
                hands.press("Return")
        self.drawer()
        hands.press("Escape")

    def _ends(self, _event: kinds.Ends) -> None:
        self.hands.push("Kết thúc phiên")
        self.program.come_to("end")

    # --- the queue -----------------------------------------------------------------------------------

    def _comes(self, event: kinds.Comes) -> None:
        hands = self.hands
        before = hands.name
        hands.press("F2")
        hands.say(event.line)
        hands.press("Return")
        hands.expect(before)

    def _registered(self, event: kinds.Registered) -> None:
        """Their rows are ticked; Enter takes all of them."""
        hands = self.hands
        hands.press("Ctrl+F2", "Down")
        at = 0
        names = [one.voice.name for one in self.screen.registered]
        for name in event.names:
            place = names.index(name)
            hands.press(*["Down"] * (place - at), "Space")
            at = place
        self.drawer()
        hands.press("Return")

    def _answerscollected(self, event: kinds.AnswersCollected) -> None:
        for number, outcome in event.outcomes:
            self.for_("ý kiến gửi trước kế tiếp")
            self.hands.press("Shift+F8")
            self.expect_opinion(COLLECTED[number - 1].text)
            self.for_("lấy câu đã soạn")
            self.hands.press("F12")
            self.digit(outcome)
        self.save()

    def _movedup(self, event: kinds.MovedUp) -> None:
        self.to_row(event.who)
        self.hands.press(*["Ctrl+Up"] * event.places)
        self.hands.press("F5")

    def _notthere(self, event: kinds.NotThere) -> None:
        self.call(event.who)
        self.hands.press("Ctrl+B")

    def _withdraws(self, event: kinds.Withdraws) -> None:
        self.to_row(event.who)
        self.hands.press("Delete", "F5")

    def _oncemore(self, event: kinds.OnceMore) -> None:
        self.to_row(event.who)
        self.hands.press("Ctrl+R", "F5")

    def _consents(self, event: kinds.Consents) -> None:
        hands = self.hands
        hands.press("Shift+F2")
        hands.expect("Công khai tên")
        hands.press("Down" if event.named else "End")  # never by way of the other answer
        self.drawer()
        hands.press("Escape")

    def _clockputright(self, event: kinds.ClockPutRight) -> None:
        hands = self.hands
        hands.press("Ctrl+E")
        hands.push("Thêm đoạn nói")
        hands.say(event.start)
        hands.press("Return")
        hands.say(event.end)
        hands.press("Return")
        self.drawer()
        hands.press("Escape")

    # --- speaking ------------------------------------------------------------------------------------

    def _speaks(self, event: kinds.Speaks) -> None:
        self.call(event.who)
        self.clock.wait(event.walk)
        if not event.forgot:
            self.clock_key()
        first, *others = event.said
        self.opinion(first, spoke=event.spoke, pause=event.pause)
        if not event.forgot and not first.replies:
            self.clock_key()
        if event.cut:
            self._until_the_power_goes(event)
        self.answer(first, seconds=event.answered)
        for said in others:
            self.save()
            self.opinion(said)
            self.answer(said, seconds=event.answered)
        if event.jointly:
            self.jointly(event.jointly)

    def _speaksatonce(self, event: kinds.SpeaksAtOnce) -> None:
        hands = self.hands
        self.call(event.who)
        self.clock.wait(event.walk)
        self.clock_key()
        hands.say(" ".join(f"{number}) {said.text}" for number, said in enumerate(event.said, start=1)))
        self.clock.wait(event.spoke)
        self.clock_key()
        self.for_("tách ý kiến")
        hands.press("Ctrl+T", "Ctrl+T")
        self.expect_opinion(event.said[-1].text)

    def _answeredinturn(self, event: kinds.AnsweredInTurn) -> None:
        hands = self.hands
        for beginning, reply in event.replies:
            self.for_("ý kiến chưa trả lời")
            hands.press("Shift+F7")
            self.expect_opinion(beginning)
            self.written(reply)
            self.digit(Outcome.ANSWERED)

    def _until_the_power_goes(self, event: kinds.Speaks) -> None:
        """Every letter is told, so that the one who kills knows what was typed a second before."""

        def pace(letters: int) -> None:
            self.program.say("letter", letters=letters, at=time.monotonic())
            hands.pause(_PACE)

        hands = self.hands
        (reply,) = event.said[0].replies
        self.reply(kinds.Reply(reply.by, ""))
        self.program.say("event", number=self._number, kind="Speaks", keys=hands.presses, letters=0)
        hands.type(reply.text, pace=pace)

    def _backagain(self, event: kinds.BackAgain) -> None:
        self.call(event.who)
        self.clock_key()
        self.opinion(event.said, spoke=event.spoke)
        self.answer(event.said)

    def _comesbackto(self, event: kinds.ComesBackTo) -> None:
        hands = self.hands
        hands.press("Ctrl+G")
        self.expect_opinion(event.opinion)
        self.reply(event.reply)
        self.digit(event.outcome)
        hands.press("Ctrl+M")
        self.save()

    def _asksagain(self, event: kinds.AsksAgain) -> None:
        self.open_earlier(event.opinion)
        self.round(event.round)
        if event.outcome is not None:
            self.digit(event.outcome)
        self.save()

    def _takenback(self, _event: kinds.TakenBack) -> None:
        self.hands.press("Ctrl+Z", "Ctrl+Y")

    # --- the end -------------------------------------------------------------------------------------

    def _drafted(self, _event: kinds.Drafted) -> None:
        self.hands.press("Ctrl+F7")
        self.drawer()
        self.hands.press("Escape")

    def _readback(self, _event: kinds.ReadBack) -> None:
        hands = self.hands
        hands.press("Shift+F11")
        rows = len(self.program.page.live().records.conclusions)
        for _ in range(rows - 1):
            hands.press("Down")
        self.drawer()
        self.wall()
        hands.press("End", "Ctrl+Return")
        self.drawer()
        hands.press("Escape")

    def _concludes(self, event: kinds.Concludes) -> None:
        hands = self.hands
        hands.press("Ctrl+L")
        if hands.focused.property("text") or self.has_words():
            hands.press("Ctrl+Return")
        hands.expect("Kết luận")
        hands.say(event.text)
        if not event.settled:
            hands.press("Tab", "Space", "Tab")
            hands.expect("Đơn vị thực hiện")
            hands.say(event.unit_typed)
            hands.press("Return")
            hands.say(event.day_typed)
        self.drawer()
        hands.press("Escape")
