"""The robot: opens the program as `main.py` does and works by keys until somebody kills it.

Arguments: the data folder, the diary, the seed, the number of its first text, and where to die by itself.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_desktop.codec import to_builtins
from dialogue_desktop.domain.records import Records, Session
from dialogue_desktop.services.acts import values_of
from tests.ui.live.kills import traps
from tests.ui.live.kills.diary import Diary
from tests.ui.live.kills.words import Words
from ui import app
from ui.desk import Desk
from ui.live.page import LivePage

Key = str
#: One letter goes with this mark before it, everything else is a key of the keyboard.
LETTER = "letter:"
#: Milliseconds between letters: in a hurry, and as a hand types.
_PACES = ((2, 5, 10, 30), (40, 90, 140, 240))


def shown_rows(records: Records) -> dict[str, Any]:
    """Every record on the screen by "kind id", as the journal would say it."""
    kinds: dict[str, tuple[Any, ...]] = {
        "turn": records.turns, "opinion": records.opinions, "answer": records.answers,
        "attendance": records.attendance, "conclusion": records.conclusions,
    }  # fmt: skip
    rows = {f"{kind} {row.id}": values_of(row) for kind, those in kinds.items() for row in those}
    if records.session != Session("session"):  # that of a session whose beginning was taken back
        rows["session session"] = values_of(records.session)
    return rows


class Robot:
    """Keys at a pace of its own, drawn by lot; everything that it sees goes into the diary."""

    def __init__(self, desk: Desk, diary: Diary, seed: int, first: int, trap: str) -> None:
        self._desk, self._diary, self._trap = desk, diary, trap
        self._rng = random.Random(seed)
        self._words = Words(self._rng, first)
        self._keys: Iterator[Key] = iter(())
        self._paces: tuple[int, ...] = _PACES[0]
        self._seen: dict[str, Any] = {}
        self._records: Records | None = None
        self._pulse = QTimer()
        self._pulse.setSingleShot(True)
        self._pulse.timeout.connect(self._wait)
        self._pulse.start(5)

    @property
    def _page(self) -> Any:
        return self._desk.window.page

    @property
    def _live(self) -> Any:
        return self._page.presenter

    def _wait(self) -> None:
        """Until the program has opened the session again by itself."""
        self._desk.window.activateWindow()
        page = self._page
        if not isinstance(page, LivePage) or not page._read or QApplication.focusWidget() is None:
            self._pulse.start(5)
            return
        self._tell_restored()
        self._listen()
        traps.set_trap(self._trap, self._desk)
        self._pulse.timeout.disconnect(self._wait)
        self._pulse.timeout.connect(self._press)
        self._pulse.start(1)

    # --- the diary ------------------------------------------------------------------------------------

    def _draft(self) -> Any:
        return to_builtins(self._live.draft())

    def _tell_restored(self) -> None:
        page, work = self._page, self._page.work
        where = page.boxes.where()
        box = page.boxes.named.get(where)
        cursor = box.textCursor().position() if where in ("opinion", "answer") else 0
        self._diary.note(
            "restored", opinion=work.opinion.editor.toPlainText(), answer=work.answer.editor.toPlainText(),
            quick=page.queue.quick.text(), focus=where, cursor=cursor, draft=self._draft(),
        )  # fmt: skip

    def _listen(self) -> None:
        live, page = self._live, self._page
        show, notify, current = live.changed, live.notify, live._keeper._current

        def changed(screen: Any) -> None:
            show(screen)
            self._tell_shown()

        def noticed(notice: Any) -> None:
            notify(notice)
            self._diary.note("said", flush=True, words=notice.text)

        def asked() -> Any:
            draft = current()
            self._diary.note("draft", draft=to_builtins(draft))
            return draft

        live.changed, live.notify, live._keeper._current = changed, noticed, asked
        self._seen, self._records = shown_rows(live.records), live.records
        page.hall.page_left(ended=False)

    def _tell_shown(self) -> None:
        """What stands on the screen now and did not before: it counts as done."""
        records = self._live.records
        if records is self._records:
            return
        self._records, before = records, self._seen
        self._seen = shown_rows(records)
        new = {name: row for name, row in self._seen.items() if before.get(name) != row}
        gone = [name for name in before if name not in self._seen]
        if new or gone:
            self._diary.note("shown", flush=True, rows=new, gone=gone)

    # --- the keys -------------------------------------------------------------------------------------

    def _press(self) -> None:
        key = next(self._keys, None)
        while key is None:
            self._keys, self._paces = self._task(), self._rng.choice(_PACES)
            key = next(self._keys, None)
        focused = QApplication.focusWidget()
        if focused is None:
            self._desk.window.activateWindow()
            self._page.focus_first()
            self._pulse.start(5)
            return
        if key.startswith(LETTER):
            letter = key.removeprefix(LETTER)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(focused, event)
            pause = self._rng.choice(self._paces)
        else:
            combination = QKeySequence.fromString(key)[0]  # type: ignore[index]  # the stubs forget it
            QTest.keyClick(focused, combination.key(), combination.keyboardModifiers())
            pause = self._rng.choice((1, 10, 40, 150))
        self._diary.note("key", key=key, draft=self._draft(), conclusions=self._conclusions())
        self._pulse.start(pause)

    def _conclusions(self) -> list[str]:
        return [line.text.value() for line in self._page.side.conclusions._rows]

    def _task(self) -> Iterator[Key]:
        """One thing that a secretary does; on the way to a trap no time is lost."""
        if self._trap:
            self._paces = _PACES[0]
            return self._plain_opinion()
        done: tuple[tuple[int, Callable[[], Iterator[Key]]], ...] = (
            (9, self._opinion), (3, self._more), (3, self._walk_in), (2, self._queue), (2, self._turn),
            (2, self._earlier), (1, self._attendance), (2, self._conclusion), (1, self._programme),
            (2, self._take_back),
        )  # fmt: skip
        return self._rng.choices([task for _, task in done], [weight for weight, _ in done])[0]()

    def _typed(self, text: str) -> Iterator[Key]:
        for letter in text:
            yield LETTER + letter

    def _opinion(self) -> Iterator[Key]:
        lot = self._rng.random
        if lot() < 0.6:
            yield "F8"
        yield "F3"
        yield "F5"
        yield from self._typed(self._words.opinion())
        if lot() < 0.4:
            yield "Left"
            yield "Left"
            yield from self._typed(" rất nhiều")
        if lot() < 0.7:
            yield "F3"
            yield "F6"
            yield from self._typed(self._words.answer())
        yield from self._outcome()
        if lot() < 0.2:
            yield "Ctrl+M"
        if lot() < 0.7:
            yield "Ctrl+Return"

    def _plain_opinion(self) -> Iterator[Key]:
        yield from self._walk_in()
        yield "F8"
        yield "F5"
        yield from self._typed(self._words.opinion()[:40])
        yield "Ctrl+Return"

    def _outcome(self) -> Iterator[Key]:
        digit = self._rng.randrange(1, 8)
        yield f"Ctrl+{digit}"
        if self._page.boxes.where() == "reason":
            yield from self._typed(self._words.reason())
            yield "F5"

    def _more(self) -> Iterator[Key]:
        """Another round of the opinion on the desk, or of the last one."""
        yield "F9"
        yield from self._typed(self._words.opinion())
        yield "F6"
        yield from self._typed(self._words.answer())
        yield "Ctrl+Return"

    def _walk_in(self) -> Iterator[Key]:
        for _ in range(self._rng.randrange(1, 4)):
            yield "F2"
            yield "Ctrl+A"
            yield from self._typed(self._words.walk_in())
            if self._rng.random() < 0.85:
                yield "Return"

    def _queue(self) -> Iterator[Key]:
        yield "Ctrl+H"
        for _ in range(self._rng.randrange(0, 5)):
            yield "Down"
        yield self._rng.choice(("Ctrl+Up", "Ctrl+Down", "Ctrl+B", "Ctrl+R", "Return", "Escape"))
        yield "F5"

    def _turn(self) -> Iterator[Key]:
        for _ in range(self._rng.randrange(1, 5)):
            yield self._rng.choice(("F3", "F4", "F3"))

    def _earlier(self) -> Iterator[Key]:
        """Back to one that was marked, or called by its row."""
        yield self._rng.choice(("Ctrl+G", "F9"))
        yield "Ctrl+End"
        yield from self._typed(" Bổ sung sau.")
        yield "Ctrl+Return"

    def _attendance(self) -> Iterator[Key]:
        yield "Ctrl+D"
        for _ in range(2):
            yield from self._typed(str(self._rng.randrange(20, 180)))
            yield "Return"
        yield "Escape"

    def _conclusion(self) -> Iterator[Key]:
        yield "Ctrl+L"
        yield "Ctrl+Return"
        yield from self._typed(self._words.conclusion())
        yield "Escape"

    def _programme(self) -> Iterator[Key]:
        yield self._rng.choice(("Ctrl+PgDown", "Ctrl+PgUp"))

    def _take_back(self) -> Iterator[Key]:
        yield "Ctrl+Z"
        if self._rng.random() < 0.6:
            yield "Ctrl+Y"


def main(folder: str, diary_path: str, seed: str, first: str, trap: str = "") -> int:
    diary = Diary(Path(diary_path))
    robots: list[Robot] = []  # held, so that none is collected

    def caught(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        import traceback

        diary.note("fault", flush=True, words="".join(traceback.format_exception(kind, error, trace)))

    class WatchedDesk(Desk):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            self.tasks.lost.connect(lambda error: caught(type(error), error, error.__traceback__))
            traps.set_early_trap(trap)
            robots.append(Robot(self, diary, int(seed), int(first), trap))

    sys.excepthook = caught
    diary.note("started")
    with patch.object(app, "Desk", WatchedDesk):
        return app.run(Path(folder))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
