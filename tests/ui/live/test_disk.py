"""The disk fails in the middle of the session: full, gone, locked, for real, through the window (L9, G5)."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.domain.records import TurnState
from dialogue_desktop.storage.consistency import rows_differ
from tests.live.hall import Hall, SickDisk
from tests.ui.live.stage import Stage


@pytest.fixture
def hall(data_dir: Path, home: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


def begin(stage: Stage) -> None:
    """Three wait; the first speaks, half a sentence of his is written."""
    stage.key("F3")
    for line in ("ông Nguyễn Đức Ưởng /Phú Ấp", "bà Lê Thị Ổn /Phú Ấp", "ông Vũ Đình Ất /Đồng Vạn"):
        stage.key("F2")
        stage.type(line)
        stage.key("Return")
    stage.key("F8", "F3")
    stage.type("Đường trục thôn")
    stage.saved()


def go_on(stage: Stage) -> None:
    """What a secretary does in the next minutes, whatever the disk does."""
    stage.type(" hỏng nặng.")
    stage.key("F3", "F6")
    stage.type("Đã có kế hoạch.")
    stage.key("Ctrl+1", "F8", "F3")
    stage.type("Nước sinh hoạt yếu.")
    stage.key("F2")
    stage.type("bà Bùi Thị Thơm /Đồng Vạn")
    stage.key("Return", "Ctrl+Return", "Ctrl+PgDown", "Ctrl+Z", "Ctrl+Y")
    stage.type("Điện cũng yếu")


def shown(stage: Stage) -> tuple[Any, ...]:
    """What the screen says of the session."""
    records = stage.live.records
    turns = [(t.voice.name, t.state, len(t.spans)) for t in records.turns]
    said = [(o.number, o.text, o.outcome) for o in records.at_hall()]
    return turns, said, records.session.step_id, stage.page.work.opinion.editor.toPlainText()


#: However the disk fared.
TURNS = [
    ("Nguyễn Đức Ưởng", TurnState.DONE), ("Lê Thị Ổn", TurnState.SPEAKING), ("Vũ Đình Ất", TurnState.WAITING),
    ("Bùi Thị Thơm", TurnState.WAITING),
]  # fmt: skip


def check_gone_on(stage: Stage) -> None:
    turns, said, step, box = shown(stage)
    assert [(name, state) for name, state, _ in turns] == TURNS
    assert [text for _, text, _ in said] == ["Đường trục thôn hỏng nặng.", "Nước sinh hoạt yếu."]
    assert step == "s2"
    assert box == "Điện cũng yếu"


def check_written(hall: Hall, stage: Stage, before: tuple[Any, ...]) -> None:
    """All by itself: the journal holds what was on the screen, no bar, no rescue file is left."""
    stage.until(lambda: not stage.page.work.banner.isVisible() and stage.live.settled)
    stage.settle()
    assert shown(stage) == before
    assert hall.app.live.records(hall.cid) == stage.live.records
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert draft.item.text == "Điện cũng yếu"
    assert rows_differ(hall.app.database, hall.cid)[1] == 0
    assert rescue_files(hall) == []
    assert stage.toast.startswith("Đã ghi xong ")
    assert stage.page.top.saved_words.startswith("Đã lưu ")


def rescue_files(hall: Hall) -> list[Path]:
    return [path for place in (hall.data_dir.parent,) for path in place.rglob("*-phien-*")]


def bar(stage: Stage) -> str:
    return stage.page.work.banner.accessibleName()


# --- full ---------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(data_dir: Path) -> Iterator[bool]:
    """A disk of eight megabytes at the data folder; False where this user may not mount one."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(data_dir)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    yield mounted
    if mounted:
        subprocess.run(["umount", "-l", str(data_dir)], check=False)


def fill(folder: Path, hall: Hall, mounted: bool) -> Callable[[], None]:
    """Not a byte is free any more; gives what makes room again."""
    if not mounted:
        raw = hall.app.database.raw
        (pages,) = raw.execute("PRAGMA page_count").fetchone()
        raw.execute(f"PRAGMA max_page_count={pages}")

        def larger() -> None:
            raw.execute("PRAGMA max_page_count=1000000")

        return larger
    filler = folder / "phim-cuoi.mp4"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    return filler.unlink


def test_a_full_disk(small_disk: bool, hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L9, G5: the session goes on; words and acts lie in a rescue file; written when there is room."""
    stage = open_stage(hall=hall)
    begin(stage)
    make_room = fill(hall.data_dir, hall, small_disk)
    go_on(stage)
    stage.until(lambda: stage.page.work.banner.isVisible())
    assert bar(stage).startswith("Ổ đĩa đã đầy nên chưa ghi được. Cứ làm tiếp: ")
    stage.until(lambda: any("Điện cũng yếu" in text for text in rescued_texts(hall)))
    assert "giữ ở tệp cứu" in bar(stage)
    assert stage.page.top.saved_words == "Chưa lưu được"
    check_gone_on(stage)
    before = shown(stage)
    make_room()
    check_written(hall, stage, before)


def rescued_texts(hall: Hall) -> list[str]:
    return [path.read_text("utf-8-sig") for path in rescue_files(hall) if path.suffix == ".txt"]


# --- gone ---------------------------------------------------------------------------------------------


def test_the_folder_is_gone_for_a_while(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L9: pulled out and put in again; nothing is made in its place meanwhile."""
    stage = open_stage(hall=hall)
    begin(stage)
    elsewhere = hall.data_dir.with_name("rút ra")
    hall.data_dir.rename(elsewhere)
    go_on(stage)
    stage.until(lambda: stage.page.work.banner.isVisible())
    assert bar(stage).startswith("Không thấy ổ đĩa hoặc thư mục dữ liệu. Cứ làm tiếp: ")
    check_gone_on(stage)
    assert not hall.data_dir.exists()
    before = shown(stage)
    elsewhere.rename(hall.data_dir)
    check_written(hall, stage, before)


# --- locked -------------------------------------------------------------------------------------------

_HOLDER = (
    "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None); "
    "db.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
)


def test_another_program_holds_the_file(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L9: a copying tool has it; the keys go on, nothing that waits for it is on the window's thread."""
    stage = open_stage(hall=hall)
    begin(stage)
    window, seen = threading.main_thread(), set()
    real = hall.app.database.patience

    def watched(milliseconds: int) -> Any:
        seen.add(threading.current_thread())
        return real(milliseconds)

    hall.app.database.patience = watched  # type: ignore[method-assign]
    command = [sys.executable, "-c", _HOLDER, str(hall.app.paths.database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == b"held\n"
        go_on(stage)
        stage.until(lambda: stage.page.work.banner.isVisible())
        assert bar(stage).startswith("Chương trình khác đang giữ tệp dữ liệu. Cứ làm tiếp: ")
        check_gone_on(stage)
        before = shown(stage)
        holder.stdin.close()
    check_written(hall, stage, before)
    assert seen
    assert window not in seen


# --- closed or killed meanwhile -----------------------------------------------------------------------


def push(stage: Stage, words: str) -> None:
    """Tab to a button of the bar and press it."""
    for _ in range(80):
        focused = stage.focused
        if isinstance(focused, QAbstractButton) and focused.accessibleName().startswith(words):
            stage.key("Space")
            return
        stage.key("Tab")
    raise AssertionError(f"no Tab leads to {words}")


def killed_away(hall: Hall, stage: Stage) -> None:
    begin(stage)
    SickDisk(hall.app).sick = True
    go_on(stage)
    stage.until(lambda: any("Điện cũng yếu" in text for text in rescued_texts(hall)))
    hall.reopen()


def test_the_next_start_offers_what_was_rescued(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L9: one bar, two ways; taken over, the session stands as it stood, and no second time."""
    first = open_stage(hall=hall)
    killed_away(hall, first)
    before = shown(first)
    again = open_stage(hall=hall)
    offer = again.page.work.offer
    assert offer.isVisible()
    assert offer.accessibleName().startswith("Có chữ cứu lại từ 08:30 ngày 24/04. ")
    push(again, "Để sau")
    assert not offer.isVisible()
    hall.reopen()
    third = open_stage(hall=hall)
    assert third.page.work.offer.isVisible()
    push(third, "Đưa vào phiên")
    third.until(lambda: not third.page.work.offer.isVisible())
    third.saved()
    assert shown(third) == before
    assert rescue_files(hall) == []
    hall.reopen()
    last = open_stage(hall=hall)
    assert not last.page.work.offer.isVisible()
    assert shown(last) == before


def test_rescued_words_push_nothing_out_of_the_boxes(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L9: put off, she has begun another opinion: the rescued words come in as one that is marked."""
    killed_away(hall, open_stage(hall=hall))
    hall.app.live.save_draft(hall.cid, LiveDraft())
    stage = open_stage(hall=hall)
    stage.key("F5")
    stage.type("Sóng điện thoại mất liên tục")
    push(stage, "Đưa vào phiên")
    stage.until(lambda: not stage.page.work.offer.isVisible())
    stage.saved()
    assert stage.page.work.opinion.editor.toPlainText() == "Sóng điện thoại mất liên tục"
    marked = [o.text for o in stage.live.records.at_hall() if o.marked]
    assert marked == ["Điện cũng yếu"]
