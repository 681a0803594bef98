"""The conclusions read back to the hall, on the operator's screen and on the wall, and adopted (L8, L10)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogue_desktop.domain.records import Conclusion
from tests.live.hall import Hall
from tests.ui.hall.plugs import LAPTOP, PROJECTOR, Plugs
from tests.ui.live.concluding import evening
from tests.ui.live.stage import Stage
from tests.ui.live.test_layout import _cut, _overlapping
from ui.hall.parts import Text
from ui.hall.scene import Scene
from ui.live.drawers.conclusions_side import NOTHING_TO_READ
from ui.live.drawers.reading_view import ReadingView

DRAFT, READ = "Ctrl+F7", "Shift+F11"


@pytest.fixture
def stage(hall: Hall, open_stage: Callable[..., Stage]) -> Stage:
    evening(hall)
    return open_stage(screens=Plugs(LAPTOP, PROJECTOR))


def _view(stage: Stage) -> ReadingView:
    return stage.page.conclude.reading


def _said(stage: Stage) -> str:
    """What stands large on the operator's screen."""
    return next(paragraph.text() for paragraph in _view(stage).words.values() if paragraph.isVisible())


def _wall(stage: Stage) -> str:
    window = stage.page.hall.host.window
    assert window is not None
    return " ".join(piece.words for piece in window.canvas.pieces() if isinstance(piece, Text))


def test_there_is_nothing_to_read_before_there_is_a_conclusion(stage: Stage) -> None:
    stage.key(READ)
    assert stage.toast == NOTHING_TO_READ
    assert not stage.page.conclude.reads


def test_one_after_the_other_in_words(stage: Stage) -> None:
    """Arrows and PgDn go on, the date is said in words and stands in figures below; Esc leads back."""
    stage.key(DRAFT, "Escape", READ)
    assert stage.at(_view(stage))
    assert _view(stage).count.text() == "Đọc lại kết luận 1 trên 3"
    stage.key("Down")
    assert "thứ Sáu, ngày mùng tám tháng năm năm hai nghìn không trăm hai mươi sáu" in _said(stage)
    assert "Ủy ban nhân dân" not in _said(stage)  # "UBND xã" of the opinion is not said: it asks the office
    assert _view(stage).facts.text() == "Phòng Kinh tế · thứ Sáu 08/5/2026"
    stage.key("PgDown", "Up", "Home", "Right", "Left")
    assert _view(stage).count.text() == "Đọc lại kết luận 1 trên 3"
    stage.key("Escape")
    assert not stage.page.conclude.reads
    assert stage.at(stage.page.work.opinion.editor)


def test_enter_leads_into_the_very_row_and_back(stage: Stage) -> None:
    stage.key(DRAFT, READ, "Down", "Return")
    row = stage.page.side.conclusions._rows[1]
    assert stage.at(row.text)
    stage.key("Ctrl+End")
    stage.type(" Báo cáo Chủ trì.")
    stage.key(READ)
    assert _view(stage).count.text() == "Đọc lại kết luận 2 trên 3"
    assert _said(stage).endswith("Báo cáo Chủ trì.")
    stage.key("F5")  # any verb of the work leads back to it
    assert stage.at(stage.page.work.opinion.editor)
    assert stage.page.frame.isVisible()


def test_the_hall_follows_and_sees_its_own_scene_again(stage: Stage) -> None:
    """No name without consent; the scene is held while it is read and released after."""
    stage.key("F11", "Escape", DRAFT, READ)
    assert stage.page.hall.presenter.held is Scene.CONCLUSION
    assert "Kết luận của Chủ trì: 1 trên 3" in _wall(stage)
    stage.key("Down")
    assert "ông Nguyễn Đức Ưởng" in _wall(stage)
    assert "Thực hiện Phòng Kinh tế Chậm nhất thứ Sáu, ngày 08/5/2026" in _wall(stage)
    stage.key("Down")
    assert "công dân thôn Phú Ấp" in _wall(stage)
    assert "Đạo" not in _wall(stage)
    stage.key("F11")
    assert stage.page.hall.presenter.held is None
    assert "Kết luận của Chủ trì" not in _wall(stage)
    stage.key("F11", "Escape")
    assert stage.page.hall.presenter.held is None
    assert "Kết luận của Chủ trì" not in _wall(stage)


def test_a_long_conclusion_has_pages_on_the_wall(hall: Hall, stage: Stage) -> None:
    words = "; ".join(f"việc thứ {n} giao thôn rà soát, lập danh sách từng hộ và báo cáo" for n in range(40))
    hall.app.live.set_conclusions(hall.cid, [Conclusion("d", 0, words), Conclusion("e", 1, "Bế mạc")])
    stage.live.refresh()
    stage.key("F11", "Escape", READ)
    assert "Trang 1/2" in _wall(stage)
    assert _view(stage).page.isVisible()
    stage.key("Space")
    assert "Trang 2/2" in _wall(stage)
    assert "việc thứ 39" in _wall(stage)
    stage.key("Right")
    assert "Trang" not in _wall(stage)
    assert _view(stage).page.isHidden()


def test_the_scene_of_the_drawer_goes_through_all_of_them(stage: Stage) -> None:
    """Without the reading view: pressed again, the next conclusion, and the first again."""
    stage.key(DRAFT, "Escape", "F11")
    drawer = stage.page.side.hall
    drawer.scenes[Scene.CONCLUSION].setFocus()
    stage.key("Return")
    seen = []
    for _ in range(4):
        seen.append(_wall(stage).partition("Chủ trì: ")[2][:1])
        stage.key("Return")
    assert seen == ["1", "2", "3", "1"]
    assert drawer.scenes[Scene.CONCLUSION].isChecked()


def test_own_keys_stand_on_the_caps(stage: Stage) -> None:
    """G6: a changed key is shown where it works."""
    stage.context.actions.rebind("live.save", "Ctrl+.")
    stage.context.actions.rebind("live.up", "Ctrl+,")
    stage.key(DRAFT)
    assert stage.page.side.conclusions._rows[1].up.toolTip() == "Đưa lên trước (Ctrl+,)"
    stage.key(READ, "Ctrl+.")
    assert stage.live.records.session.adopted


def test_adopted_with_one_key_and_taken_back(hall: Hall, stage: Stage) -> None:
    """The minutes then say that they were read and adopted."""
    stage.key(DRAFT, READ, "End")
    assert "Hội nghị có ý kiến gì thêm không?" in _said(stage)
    stage.key("Ctrl+Return")
    assert stage.live.records.session.adopted
    assert _said(stage) == "Hội nghị đã thông qua kết luận và biên bản."
    assert _view(stage).line.text() == "Đã ghi: hội nghị thông qua"
    stage.key("Ctrl+Return")
    assert stage.live.records.session.adopted
    stage.key("Ctrl+Z")
    assert not stage.live.records.session.adopted
    assert stage.page.conclude.reads


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(hall: Hall, open_stage: Callable[..., Stage], scale: float) -> None:
    """G6: drawer and reading view at each size, light and dark alike; long words scroll."""
    evening(hall)
    words = "Giao Phòng Kinh tế " + "rà soát từng hộ, từng thửa, đối chiếu bản đồ, " * 12 + "báo cáo Chủ trì."
    stage = open_stage(scale=scale, screens=Plugs(LAPTOP, PROJECTOR))
    stage.key("F11", "Escape", DRAFT)
    assert _cut(stage) == []
    assert _overlapping(stage) == []
    rows = stage.live.records.conclusions
    hall.app.live.set_conclusions(hall.cid, [*rows, Conclusion("d", 3, words, False, "Phòng Kinh tế")])
    stage.live.refresh()
    stage.key(READ)
    for _ in range(len(rows) + 2):
        assert _cut(stage) == []
        assert _overlapping(stage) == []
        shown = [kind for kind, paragraph in _view(stage).words.items() if paragraph.isVisible()]
        assert len(shown) == 1
        bar = _view(stage).scroller.verticalScrollBar()
        fits = _view(stage).words[shown[0]].height() <= _view(stage).scroller.viewport().height()
        assert fits or bar.maximum() > 0
        stage.key("Right")
    stage.key("Ctrl+Return")
    assert _cut(stage) == []
