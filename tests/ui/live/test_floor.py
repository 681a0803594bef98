"""Time of each thôn and the expected end, seen in the window (L7)."""

from __future__ import annotations

from tests.live.hall import Hall
from tests.ui.live.stage import Stage


def test_the_answer_to_the_chair_is_in_sight_and_one_key_away(hall: Hall, stage: Stage) -> None:
    """L7: the side says who has not spoken; Shift+F3 opens the list and closes it again."""
    panel, drawer = stage.page.side.panel, stage.page.side.floor
    stage.key("F3", "Ctrl+PgDown", "Ctrl+PgDown")
    for line in ("ông Lò Văn Ế /Phú Ấp", "bà Lê Thị Ổn /Đồng Vạn"):
        stage.key("F2")
        stage.type(line)
        stage.key("Return")
    stage.key("F8", "F3")
    stage.type("Đèn đường hỏng.")
    hall.wait(65)
    stage.page._tick()
    assert panel.floor.words == ("1 lượt, nói 1:00", "Chưa nói: Đồng Vạn, Thượng Vĩnh Ổn")
    assert panel.outlook.words == (
        "Phiên còn 2 giờ 59 phút, đến 11:30", "1 chờ, dự kiến xong 08:42"
    )  # fmt: skip
    stage.key("Shift+F3")
    assert stage.at(drawer.table.rows)
    rows = drawer.table.rows.rows.items()
    assert [row.cells[1].text for row in rows] == ["1:00", "–", "–"]  # type: ignore[union-attr]
    assert drawer.whole.text() == "Cả phiên: 1 lượt, nói 1:00"
    hall.wait(60)
    stage.page._tick()
    assert drawer.whole.text() == "Cả phiên: 1 lượt, nói 2:00"
    stage.key("Shift+F3")
    assert stage.at(stage.page.work.opinion.editor)
