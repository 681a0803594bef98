"""The longest evening, for benches: 500 opinions said, 300 collected, 200 who wait, on the real page."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from dialogue_desktop.domain.live import LiveItem, Round, TurnAct
from dialogue_desktop.domain.records import Conclusion, Outcome, Source, Voice
from tests.benchmarks.many_opinions import examples, name
from tests.live.hall import LOCALITIES, OFFICIALS, Hall
from tests.ui.live.stage import Stage

COLLECTED, REGISTERED, TURNS, EACH, WAITING, CONCLUSIONS = 300, 60, 250, 2, 200, 8
_OUTCOMES = tuple(Outcome)
_FIELDS = ("Giao thông", "Đất đai", "Môi trường", "Điện, nước")


class Timed(NamedTuple):
    """Milliseconds from a key to the paint that shows what it did: on the clock, and of the processor."""

    wall: float
    work: float


def full_hall(folder: Path) -> Hall:
    """Late in the longest evening there will ever be, every act of it through the service."""
    hall, chance, said = Hall(folder), random.Random(698), examples()
    live, cid = hall.app.live, hall.cid
    people = [
        Voice(name(chance), chance.choice(("ông", "bà")), LOCALITIES[number % 3].label)
        for number in range(TURNS + WAITING)
    ]
    for number in range(COLLECTED):
        # Every second one was handed in by somebody who still waits, so that it is found when he speaks; the
        # last ones by people who registered and are not in the queue yet.
        voice = people[TURNS + number % WAITING] if number % 2 else people[number % TURNS]
        if number >= COLLECTED - REGISTERED:
            voice = Voice(name(chance), "ông", LOCALITIES[number % 3].label, f"xóm {number}")
        text, answer = " ".join(chance.sample(said, 2)), " ".join(chance.sample(said, 2))
        item = LiveItem(source=Source.VILLAGE_HEAD, text=text, field=chance.choice(_FIELDS), voices=(voice,))
        live.add_collected(cid, item, prepared_answer=answer, prepared_by="Phòng Kinh tế")
    live.start(cid)
    live.set_conclusions(
        cid, [Conclusion("", text=chance.choice(said), settled=bool(n % 2)) for n in range(CONCLUSIONS)]
    )
    turns = [live.add_turn(cid, voice, topic=chance.choice(_FIELDS)) for voice in people]
    for number, turn in enumerate(turns[:TURNS]):
        live.turn_act(cid, turn.id, TurnAct.START)
        hall.wait(20)
        for at in range(EACH):
            live.save_item(cid, _item(chance, said, turn.id, people[number], EACH * number + at))
        live.turn_act(cid, turn.id, TurnAct.FINISH)
    return hall


def _item(chance: random.Random, said: list[str], turn_id: str, voice: Voice, number: int) -> LiveItem:
    official = chance.choice(OFFICIALS)
    spoken = Round("", f"{official.honorific} {official.name}", official.position, chance.choice(said))
    again = Round(chance.choice(said), spoken.answerer, spoken.answerer_position, chance.choice(said))
    return LiveItem(
        turn_id=turn_id,
        text=" ".join(chance.sample(said, 2)),
        field=chance.choice(_FIELDS),
        voices=(voice,),
        consent=True,
        rounds=(spoken, again) if number % 4 == 0 else (spoken,),
        outcome=_OUTCOMES[number % len(_OUTCOMES)],
        unit="Phòng Kinh tế",
        marked=number % 50 == 0,
    )


class Evening(Stage):
    """The page on its stage, watched: what each key takes until what it did is painted."""

    def __init__(self, hall: Hall, *, service: Any = None, **more: Any) -> None:
        from PySide6.QtCore import QEvent, QObject

        super().__init__(hall, service=service, **more)
        self.service = service
        self.context.bridge.listen(hall.app.bus)
        self.settle()

        class Paints(QObject):
            """Counts how often the window is painted."""

            count = 0

            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.UpdateRequest:
                    self.count += 1
                return False

        self._paints = Paints()
        self.window.installEventFilter(self._paints)

    def until(self, reached: Callable[[], bool]) -> None:
        from PySide6.QtCore import QEventLoop, QTimer
        from PySide6.QtWidgets import QApplication

        pulse, end = QTimer(), time.perf_counter() + 60
        pulse.start(1)
        while not reached():
            if time.perf_counter() > end:
                raise RuntimeError("the page does not answer")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        pulse.stop()

    def press(self, key: str) -> None:
        """One key to whatever has the focus; nothing is waited for."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        combination = QKeySequence.fromString(key)[0]  # type: ignore[index]  # the stubs forget it
        QTest.keyClick(self.focused, combination.key(), combination.keyboardModifiers())

    def rest(self) -> None:
        """Nothing is under way any more, nothing left to draw."""
        from PySide6.QtWidgets import QApplication

        if self.page.presenter is not None:
            self.live.save_draft_now()  # else its pause would be waited for
            self.until(lambda: self.live.settled and not self.tasks.busy)
        QApplication.sendPostedEvents()

    def see(self, act: Callable[[], object], there: Callable[[], bool]) -> Timed:
        """From the key until all that it does is committed, shown and painted."""
        from PySide6.QtWidgets import QApplication

        live, paints = self.live, self._paints.count
        work, begun = time.process_time(), time.perf_counter()
        act()
        self.until(lambda: live.idle and there())
        QApplication.sendPostedEvents()  # the layout and the paint that were asked for
        wall, worked = time.perf_counter() - begun, time.process_time() - work
        if paints == self._paints.count:
            raise RuntimeError("nothing was painted")
        return Timed(wall * 1000, worked * 1000)

    def see_letter(self, letter: str) -> Timed:
        """One letter until it is painted."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        work, begun = time.process_time(), time.perf_counter()
        self.letter(letter)
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        return Timed((time.perf_counter() - begun) * 1000, (time.process_time() - work) * 1000)


@contextmanager
def evening(folder: Path, *, slow: Callable[[Any], Any] | None = None, **more: Any) -> Iterator[Evening]:
    """The window open, and closed again; `slow` makes another live service of the real one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    hall = full_hall(folder)
    stage = Evening(hall, service=slow(hall.app.live) if slow is not None else None, **more)
    try:
        yield stage
    finally:
        stage.close()
        hall.app.close()
        del application
