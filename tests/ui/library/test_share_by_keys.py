"""The office's library over the whole program, by keys: a profile made, shared, begun from elsewhere; a basis
and a text kept in one plan and taken in another (P1, P3, P4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from dialogue_desktop.clock import FixedClock
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import first_screen
from tests.ui.conftest import LookMaker
from tests.ui.main_job.hands import Hands
from tests.ui.recorder import Recorder
from ui.desk import Desk
from ui.wizard.page import WizardPage

AT = datetime(2026, 4, 24, 4, 30, tzinfo=UTC)


class Office:
    """One commune's program with a pair of hands at it."""

    def __init__(self, desk: Desk, prompter: Recorder) -> None:
        self.desk, self.prompter = desk, prompter
        self.hands = Hands(desk.window, desk.tasks, None)

    @property
    def page(self) -> Any:
        return self.desk.window.page

    @property
    def core(self) -> Any:
        return self.desk.services.get()

    @property
    def plan(self) -> Any:
        return self.page.presenter.plan

    def come_to(self, page_id: str) -> None:
        self.hands.until(lambda: self.desk.window.page_id == page_id, page_id)
        self.hands.rest()
        if page_id in ("plan", "library"):
            self.hands.until(lambda: self.page._presenter is not None, "what it shows")
            self.hands.rest()

    def new_plan(self) -> None:
        """From the first screen by Ctrl+N to the kinds of plan."""
        self.desk.window.go("home", "")
        self.hands.rest()
        self.hands.press("Ctrl+N")
        self.come_to("new_plan")
        self.hands.until(lambda: bool(self.page.table.rows.current_id()), "the kinds of plan")

    def kinds(self) -> list[str]:
        return [row.spoken() for row in self.page.table.rows.rows.rows()]

    def last_step(self) -> None:
        self.hands.press(*["Ctrl+PgDown"] * 8)

    def saved(self) -> None:
        self.hands.until(lambda: self.page.presenter.clean, "saving")


OpenOffice = Callable[[Path], Office]


@pytest.fixture
def open_office(qapp: QApplication, make_look: LookMaker) -> Iterator[OpenOffice]:
    opened: list[Office] = []

    def make(folder: Path) -> Office:
        paths, clock, prompter = DataPaths(folder), FixedClock(AT), Recorder()
        paths.make()
        view = first_screen.read(paths.database, clock.today(), backups=paths.backups)
        desk = Desk(make_look(), paths, resources_dir(), clock, view, prompter=prompter)
        desk.window.resize(1366, 698)
        desk.window.show()
        desk.window.activateWindow()
        desk.load()
        office = Office(desk, prompter)
        office.hands.until(lambda: desk.services.ready, "the services")
        office.hands.rest()
        opened.append(office)
        return office

    yield make
    for office in opened:
        office.hands._guard.stop()
        office.desk.window.close()
        office.desk.close_down()
        # Gone at once: a page's timer must not ring when there is nobody left to work for it.
        office.desk.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.slow
def test_a_profile_goes_from_one_office_to_another(open_office: OpenOffice, tmp_path: Path) -> None:
    """P1, P4: a conference is planned, saved as the office's profile and sent as a file; the neighbours take
    it in on the page of new plans and begin their own plan with it."""
    file = tmp_path / "mau.maukh"
    office = open_office(tmp_path / "Minh Khê")
    hands = office.hands
    office.new_plan()
    assert "Nên dùng" in office.kinds()[0]
    hands.press("Return")
    office.come_to("plan")
    hands.fill("Tên riêng", "Minh Khê")
    hands.fill("Trích yếu", "Đối thoại giữa Ủy ban nhân dân xã Minh Khê với Nhân dân vùng bãi năm 2026")
    office.last_step()
    hands.push("Lưu thành mẫu của cơ quan…")
    hands.expect("Tên mẫu")
    hands.press("Return")
    assert "Chưa ghi tên mẫu." in hands.focused.accessibleDescription()
    hands.type("Đối thoại vùng bãi")
    hands.press("Tab")
    hands.type("Họp ngoài đê, có phương án khi nước lên.")
    hands.press("Return")
    hands.until(lambda: office.desk.window.toast.words == "Đã lưu mẫu “Đối thoại vùng bãi”", "the profile")
    (made,) = office.core.library.shelf().profiles
    assert made.plan.subject == "Đối thoại giữa {co_quan} với Nhân dân vùng bãi năm {nam}"
    office.new_plan()
    assert office.kinds()[0].startswith("Đối thoại vùng bãi, Họp ngoài đê")
    assert office.kinds()[0].endswith("Của cơ quan")
    assert not any("Nên dùng" in words for words in office.kinds())
    hands.push("Mẫu và danh mục…")
    office.come_to("library")
    hands.press("Return")
    office.prompter.expect(str(file))
    hands.push("Xuất tệp…")
    hands.until(lambda: office.desk.window.toast.words == "Đã xuất mẫu ra tệp mau.maukh", "the file")
    hands.tab_to("Trở về", back=True)
    hands.press("Space")
    office.come_to("new_plan")
    assert "Minh Khê" not in file.read_text(encoding="utf-8")
    office.prompter.done()
    office.desk.window.hide()

    other = open_office(tmp_path / "Lộc Hạ")
    hands = other.hands
    other.new_plan()
    other.prompter.expect(str(file))
    hands.push("Nhập mẫu từ tệp…")
    hands.until(lambda: "Đối thoại vùng bãi" in other.kinds()[0], "the profile in the list")
    hands.until(lambda: other.page.table.rows.current_id().startswith("rieng-"), "the profile in hand")
    hands.press("Return")
    other.come_to("plan")
    hands.fill("Tên riêng", "Lộc Hạ")
    rows = other.page.view.form.fields["subject"].toPlainText()
    assert rows == "Đối thoại giữa «cơ quan» với Nhân dân vùng bãi năm «năm»"
    assert other.plan.issuer.name == "Lộc Hạ"
    other.saved()
    other.prompter.done()


@pytest.mark.slow
def test_a_profile_is_changed_by_a_plan_and_saved_over(open_office: OpenOffice, tmp_path: Path) -> None:
    """P4: from the library into the wizard, something changed there, written over the profile; undone."""
    office = open_office(tmp_path / "xa")
    hands = office.hands
    made = office.core.library.copy_profile("ke_hoach_ngan")
    office.new_plan()
    hands.push("Mẫu và danh mục…")
    office.come_to("library")
    hands.press("Return")
    hands.push("Lập kế hoạch từ mẫu này")
    office.come_to("plan")
    hands.press("Ctrl+PgDown")
    hands.fill("Câu kết của kế hoạch", "Câu kết mới của cơ quan.")
    hands.press(*["Ctrl+PgDown"] * 7)
    hands.until(lambda: not office.page.view.profile.over.isHidden(), "the profile it came from")
    hands.push(f"Lưu đè mẫu “{office.page.view.profile.over.words.split('“')[1]}")
    hands.until(lambda: office.desk.window.toast.words.startswith("Đã lưu đè mẫu"), "saving over")
    assert office.core.library.plan_of(made.id).closing == "Câu kết mới của cơ quan."
    assert len(office.core.library.shelf().profiles) == 1
    office.desk.window.toast._take_back()
    hands.until(lambda: office.desk.window.toast.words.startswith("Đã hoàn tác: đã lưu đè"), "undo")
    assert office.core.library.plan_of(made.id) == made.plan
    assert isinstance(office.page, WizardPage)
    office.saved()


@pytest.mark.slow
def test_a_basis_from_the_library_is_offered_and_marked(open_office: OpenOffice, tmp_path: Path) -> None:
    """P3: added on the library's page with its days, offered in a plan as no longer in force."""
    office = open_office(tmp_path / "xa")
    hands = office.hands
    office.desk.window.go("settings", "")
    hands.rest()
    hands.push("Mẫu và danh mục…")
    office.come_to("library")
    hands.press("Down", "Return", "Ctrl+N")
    hands.write("Căn cứ Quy chế đối thoại số 05-QC/TU của Tỉnh ủy Đông Giang")
    hands.fill("Hiệu lực từ", "12/01/2024")
    hands.fill("đến hết ngày", "31/12/2025")
    hands.press("Escape", "Escape", "Escape")
    office.come_to("settings")
    kept = office.core.library.lists().legal_bases
    basis = next(row for row in kept if "05-QC/TU" in row.text)
    assert (basis.in_force_from, basis.in_force_to) == (date(2024, 1, 12), date(2025, 12, 31))
    office.new_plan()
    hands.press("Return")
    office.come_to("plan")
    hands.push("Chọn từ danh mục…")
    hands.write("quy che doi thoai so 05")
    sheet = office.page.view.sheet
    (row,) = sheet.table.rows.rows.rows()
    assert row.faded
    assert "Hết hiệu lực 31/12/2025" in row.spoken()
    hands.press("Return")
    assert basis in office.plan.bases
    assert any("hết hiệu lực sau ngày 31/12/2025" in gap.text for gap in office.page.presenter.gaps())
    office.saved()
