"""Profiles on the page: renamed, moved, removed, hidden, copied and shared as files (P1, P4)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.live.hall import Hall
from tests.ui.library.conftest import OpenPage
from tests.ui.library.desk import into, saved, shown, to


@pytest.fixture
def own(hall: Hall) -> Any:
    """A profile made from the plan of the hall."""
    plan = hall.app.planning.plan(hall.cid)
    return hall.app.library.save_profile(plan, "Đối thoại ba thôn", "Ba thôn, một buổi sáng.")


def test_a_profile_is_renamed_described_and_moved(hall: Hall, open_page: OpenPage, own: Any) -> None:
    """P1: the office's own stand first, in its order."""
    second = hall.app.library.save_profile(own.plan, "Đối thoại toàn xã")
    stage = open_page()
    into(stage, own.id)
    stage.key("Return", "Ctrl+A")
    stage.type("Đối thoại vùng bãi")
    stage.key("Return", "Ctrl+A")
    stage.type("Họp ngoài đê.")
    stage.key("Ctrl+Shift+Down")
    saved(stage)
    first, moved = hall.app.library.shelf().profiles
    assert (first.id, moved.name, moved.description) == (second.id, "Đối thoại vùng bãi", "Họp ngoài đê.")
    assert hall.app.planning.profiles()[1].name == "Đối thoại vùng bãi"


def test_profiles_are_removed_hidden_and_taken_back(hall: Hall, open_page: OpenPage, own: Any) -> None:
    """P1: an own one goes with an undo, a shipped one is hidden from the chooser."""
    stage = open_page()
    into(stage, own.id)
    stage.key("Delete")
    assert stage.toast == "Đã xóa mẫu “Đối thoại ba thôn”"
    saved(stage)
    assert hall.app.library.profile(own.id) is None
    stage.key("Ctrl+Z")
    saved(stage)
    assert hall.app.library.profile(own.id) == own
    into(stage, "ubnd_2025")
    stage.key("Delete")
    saved(stage)
    assert "ubnd_2025" not in [info.id for info in hall.app.planning.profiles()]
    to(stage, "Dùng lại")
    stage.key("Space")
    saved(stage)
    assert "ubnd_2025" in [info.id for info in hall.app.planning.profiles()]


def test_a_shipped_profile_is_copied_and_begun_from(hall: Hall, open_page: OpenPage) -> None:
    """P4: the copy is in hand, a plan from it opens the wizard."""
    stage = open_page()
    begun: list[str] = []
    stage.page.begun.connect(begun.append)
    into(stage, "ke_hoach_ngan")
    to(stage, "Chép thành mẫu riêng")
    stage.key("Space")
    (copy,) = hall.app.library.shelf().profiles
    assert stage.page.view.editor.current == copy.id
    assert stage.toast == f"Đã chép thành mẫu “{copy.name}”"
    to(stage, "Lập kế hoạch từ mẫu này")
    stage.key("Space")
    assert hall.app.planning.plan(begun[0]).profile == copy.id
    stage.key("Ctrl+Z")
    saved(stage)
    assert hall.app.library.shelf().profiles == ()


def test_a_profile_is_shared_without_names_when_asked(
    hall: Hall, open_page: OpenPage, own: Any, tmp_path: Path
) -> None:
    """P1: the question is only asked where there is a name; the file comes in again."""
    stage = open_page()
    into(stage, own.id)
    file = tmp_path / "mau.maukh"
    to(stage, "Xuất tệp…")
    stage.prompter.expect("stay")
    stage.key("Space")
    assert not file.exists()
    stage.prompter.expect("bare", str(file))
    stage.key("Space")
    assert stage.toast == "Đã xuất mẫu ra tệp mau.maukh"
    words = file.read_text(encoding="utf-8")
    assert "Phú Ấp" not in words
    assert "Phạm Quốc Thắng" not in words
    stage.page.view.focus_first()
    to(stage, "Nhập từ tệp…")
    stage.prompter.expect(str(file))
    stage.key("Space")
    assert stage.toast == "Đã nhập mẫu “Đối thoại ba thôn (2)”"
    assert shown(stage)[1] == ("Đối thoại ba thôn (2)", "Của cơ quan")
    stage.page.view.take.setFocus()
    stage.prompter.expect(str(file))
    stage.key("Space")
    assert len(hall.app.library.shelf().profiles) == 3, "the name was numbered, so it is another"
    into(stage, "ubnd_2025")
    to(stage, "Xuất tệp…")
    stage.prompter.expect(str(tmp_path / "b.maukh"))
    stage.key("Space")
    assert (tmp_path / "b.maukh").exists()
    stage.prompter.done()


def test_a_bad_file_is_a_sentence_on_the_page(hall: Hall, open_page: OpenPage, tmp_path: Path) -> None:
    """G5: the list stays as it was."""
    stage = open_page()
    bad = tmp_path / "la.maukh"
    bad.write_text("không phải", encoding="utf-8")
    before = shown(stage)
    into(stage)
    stage.page.view.take.setFocus()
    stage.prompter.expect(str(bad))
    stage.key("Space")
    assert "không phải là mẫu kế hoạch" in stage.page.notice.accessibleName()
    assert "Danh mục mẫu vẫn nguyên." in stage.page.notice.accessibleName()
    assert shown(stage) == before
