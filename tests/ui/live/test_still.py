"""What did not change is not drawn again, and keeps its boxes and the place in them (L1, L9)."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from dialogue_desktop.domain.records import Conclusion
from tests.live.hall import ROAD, Hall
from tests.ui.live.stage import Stage
from ui.live.drawers.side_host import Side
from ui.live.session.joint_words import JointRow, JointView


class _Painted(QObject):
    """The widgets that are painted while it listens."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.widgets.append(watched)
        return False


@contextmanager
def _painted() -> Iterator[list[QWidget]]:
    application = QApplication.instance()
    assert application is not None
    QApplication.sendPostedEvents()
    seen = _Painted()
    application.installEventFilter(seen)
    yield seen.widgets
    QApplication.sendPostedEvents()
    application.removeEventFilter(seen)


def _evening(hall: Hall, stage: Stage) -> None:
    hall.collect("Sửa đường trục thôn.", "Lò Văn Ế", "thôn Phú Ấp", field="Giao thông", answer=ROAD)
    stage.live.refresh()
    stage.settle()
    stage.key("F3", "F2")
    stage.type("ông Lò Văn Ế /Phú Ấp")
    stage.key("Return", "F8", "F3", "F5")
    stage.type("Đường trục thôn bao giờ sửa?")
    stage.key("Ctrl+3")
    stage.saved()


def test_the_same_screen_again_paints_nothing(hall: Hall, stage: Stage) -> None:
    """L1: buttons, labels and fields that are told what they say already stay as they are."""
    _evening(hall, stage)
    assert stage.page.seen.prepared is not None
    with _painted() as widgets:
        stage.page.show_screen(stage.live.screen())
    assert widgets == []


def test_a_saved_draft_paints_when_it_was_saved(hall: Hall, stage: Stage) -> None:
    """L9: every second while somebody types; the hundred other things of the screen are not drawn for it."""
    _evening(hall, stage)
    stage.type("!")
    stage.saved()
    hall.wait(1)
    with _painted() as widgets:
        stage.live.type_spoken("Đường trục thôn bao giờ sửa?!!", 30)
        stage.live.save_draft_now()
        stage.saved()
    saved = [w.text() for w in widgets if isinstance(w, QLabel) and w.text().startswith("Đã lưu")]
    assert saved == [f"Đã lưu {stage.page.seen.saved}"]
    assert not any(stage.page.queue.isAncestorOf(w) or stage.page.side.isAncestorOf(w) for w in widgets)
    assert not any(stage.page.work.outcomes.isAncestorOf(w) for w in widgets)


def test_a_full_collection_leaves_out_what_was_there_before(hall: Hall, stage: Stage) -> None:
    """L9: nothing makes the page stand still while it is on view; once it has gone all is collected again."""
    assert gc.get_freeze_count() > 10_000
    assert len(gc.get_objects()) < gc.get_freeze_count()
    stage.window.hide()
    assert gc.get_freeze_count() == 0
    stage.window.show()
    assert gc.get_freeze_count() > 10_000


def test_conclusions_keep_their_boxes(hall: Hall, stage: Stage) -> None:
    """L8: one that is added or taken back leaves the boxes of the others, and the cursor, where they are."""
    drawer = stage.page.side.conclusions
    first, second, third = (Conclusion(f"k{n}", n, f"Kết luận về việc {n}.") for n in range(3))

    def written(*rows: Conclusion) -> list[QWidget]:
        stage.live.set_conclusions(rows)
        stage.settle()
        assert [line.text.toPlainText() for line in drawer._rows] == [row.text for row in rows]
        return [line.text for line in drawer._rows]

    boxes = written(first, second)
    stage.key("Ctrl+L")
    boxes[0].setFocus()
    assert written(first, second, third)[:2] == boxes
    assert written(first, third)[0] is boxes[0]
    assert stage.at(boxes[0])
    written(third, first)
    written()


def test_a_conclusion_that_is_not_saved_yet_stays_behind_the_others(hall: Hall, stage: Stage) -> None:
    """L8, L9: one that goes by undo does not take along what is being written."""
    drawer = stage.page.side.conclusions
    first, second = (Conclusion(f"k{n}", n, f"Kết luận về việc {n}.") for n in range(2))
    stage.live.set_conclusions((first,))
    stage.live.set_conclusions((first, second))
    stage.settle()
    stage.key("Ctrl+L")
    drawer.add_row()
    stage.live.undo()
    stage.type("Đang viết dở")
    stage.until(lambda: len(drawer._rows) == 2)
    assert [line.text.toPlainText() for line in drawer._rows] == [first.text, "Đang viết dở"]


def test_a_long_list_of_joint_answers_holds_up_nobody(stage: Stage) -> None:
    """L3: of hundreds the first stand there at once; what is ticked further down counts already."""
    drawer = stage.page.side.joint
    rows = tuple(
        JointRow(f"o{n}", f"Ý kiến số {n}", "Ông Lò Văn Ế", "Đèn đường hỏng.", ticked=n in (2, 90))
        for n in range(100)
    )
    drawer.show_view(JointView(rows))
    assert len(drawer._rows) < 30
    assert drawer.ticked() == ("o2", "o90")
    stage.page._verbs.open_side(Side.JOINT)
    stage.until(lambda: len(drawer._rows) == 100)
    assert drawer.ticked() == ("o2", "o90")
    assert [line.row for line in drawer._rows] == list(rows)
    drawer.show_view(JointView(rows[:1]))
    assert drawer.ticked() == ()
