"""The whole job on the sample without a display: real windows, real keys; pictures and papers are left."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from dialogue_desktop.domain.home_view import HomeView
from dialogue_desktop.domain.wall_time import from_wall
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import first_screen
from ui import fonts
from ui.desk import Desk
from ui.library.parts import PARTS
from ui.look import Look
from ui.pages.library import LibraryPage
from ui.tour_answers import units
from ui.tour_dress import DRESSES as DRESSES
from ui.tour_dress import Dress as Dress
from ui.tour_evening import EVENING, hold
from ui.tour_hall import show_hall
from ui.tour_hands import Hands, TourClock, TourError, TourPrompter
from ui.tour_index import index_text
from ui.tour_invite import invite
from ui.tour_lists import answers, delegates
from ui.tour_opinions import opinions
from ui.tour_papers import papers
from ui.tour_promises import promises
from ui.tour_register import register
from ui.tour_search import search
from ui.tour_slips import sort, type_a_slip
from ui.tour_years import years
from ui.wizard.page import WizardPage
from ui.wizard.step_review import ReviewStep

SIZE = (1366, 698)  # what a 1366×768 screen leaves to a window
STEPS = 9

#: Day of the sample; hours of the local clock.
_MORNING, _NOON = (2026, 4, 24, 9, 41), (2026, 4, 24, 11, 22)


def run(application: QApplication, data_dir: Path, out: Path, *, dresses: Sequence[Dress] = DRESSES) -> int:
    """Do it all; 0 when it went well. Works on a data folder of its own: `data_dir` is not touched."""
    out.mkdir(parents=True, exist_ok=True)
    out = out.resolve()
    qInstallMessageHandler(_pass_on)
    fonts.load(resources_dir() / "fonts" / "be-vietnam-pro")
    hands = Hands(out)
    tour = _Tour(application, hands, out, dresses)
    with tempfile.TemporaryDirectory(prefix="doi-thoai-") as scratch, tour.listening():
        try:
            tour.first_start(Path(scratch) / "moi")
            tour.whole_job(Path(scratch) / "mau")
        except TourError as error:
            sys.stderr.write(f"Chạy mẫu dừng lại: {error}\n")
            return 1
        finally:
            qInstallMessageHandler(None)
            (out / "index.txt").write_text(index_text(out, hands.pictures), encoding="utf-8")
    return 0


def _pass_on(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """Qt's own messages, but for what the platform without a screen says of every window."""
    if "propagateSizeHints" not in words:
        sys.stderr.write(f"{words}\n")


class _Tour:
    def __init__(self, application: QApplication, hands: Hands, out: Path, dresses: Sequence[Dress]) -> None:
        self._application, self._hands, self._out, self._dresses = application, hands, out, dresses
        self._clock = TourClock(_local(_MORNING))
        self._prompter = TourPrompter(out)
        self._look = Look(resources_dir())

    @contextmanager
    def _desk(self, folder: Path, *, sample: bool) -> Iterator[Desk]:
        """The program's own window on a data folder, its questions answered by the tour."""
        paths = DataPaths(folder)
        paths.make()
        view: HomeView = first_screen.read(paths.database, self._clock.today(), backups=paths.backups)
        desk = Desk(self._look, paths, resources_dir(), self._clock, view)
        desk.context = desk.context._replace(prompter=self._prompter)
        desk.factories.start(desk.context, view)
        self._hands.sit_at(desk.window, desk.tasks, SIZE)
        desk.load(sample=sample)
        self._hands.until(lambda: desk.services.ready, "services")
        self._hands.rest()
        try:
            yield desk
            self._check()
        finally:
            desk.window.close()
            desk.close_down()
            # Gone at once: a page's timer must not ring when there is nobody left to work for it.
            desk.window.deleteLater()
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._application.processEvents()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """A fault in an answer to a key ends the tour: Qt would only print it and go on."""
        usual = sys.excepthook

        def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            self._prompter.trouble = self._prompter.trouble or f"{kind.__name__}: {error}"
            usual(kind, error, trace)

        sys.excepthook = note
        try:
            yield
        finally:
            sys.excepthook = usual

    def _check(self) -> None:
        if self._prompter.trouble:
            raise TourError(self._prompter.trouble)

    def _dressed(self, name: str, words: str, again: Callable[[], object] | None = None) -> None:
        """The same window in every dress; `again` brings the focus back after each."""
        hands = self._hands
        hands.picture(name, words)
        for dress in self._dresses:
            self._look.set_theme(dress.theme)
            self._look.set_scale(dress.scale)
            self._put_on()
            if again is not None:
                again()
            hands.picture(f"{name}-{dress.mark}", f"{words}, {dress.words}")
            self._check()
        self._look.set_theme("light")
        self._look.set_scale(1.0)
        self._put_on()

    def _put_on(self) -> None:
        self._application.setPalette(self._look.palette())
        self._application.setFont(self._look.font())
        self._hands.seat.resize(*SIZE)

    # --- the stations ---------------------------------------------------------------------------------

    def first_start(self, folder: Path) -> None:
        self._application.setStyle("Fusion")
        self._put_on_application()
        with self._desk(folder, sample=False):
            self._dressed("lan-dau", "Trang chính khi chưa có hội nghị nào")
            self._hands.press("Ctrl+N")
            self._dressed("kieu-ke-hoach", "Chọn kiểu kế hoạch")

    def _put_on_application(self) -> None:
        self._application.setPalette(self._look.palette())
        self._application.setFont(self._look.font())

    def whole_job(self, folder: Path) -> None:
        with self._desk(folder, sample=True) as desk:
            sample = desk.window.conference_id
            self._home(desk)
            self._plan(desk, sample)
            self._preparation(desk, sample)
            self._library(desk)
            search(self._hands, desk, self._dressed)
            self._open(desk, sample, "opinions")
            opinions(self._hands, desk, self._dressed)
            type_a_slip(self._hands, desk, self._dressed)
            sort(self._hands, desk, self._dressed)
            self._open(desk, sample, "answers")
            units(self._hands, desk, self._dressed)
            self._open(desk, sample, "invite")
            invite(self._hands, desk, self._dressed)
            delegates(self._hands, desk, self._dressed)
            answers(self._hands, desk, self._dressed)
            self._open(desk, sample, "papers")
            papers(self._hands, desk, self._out, self._dressed)
            self._live(desk, sample)
            self._end(desk, sample)
            register(self._hands, desk, self._dressed)
            promises(self._hands, desk, self._dressed)
            self._home_after(desk)
            self._prompter.file_name = "so-sanh-cac-nam.xlsx"
            years(self._hands, desk, self._out, self._dressed)

    def _home(self, desk: Desk) -> None:
        desk.window.go("home", "")
        self._hands.rest()
        self._dressed("trang-chinh", "Trang chính")

    def _preparation(self, desk: Desk, sample: str) -> None:
        """The checklist with an item in hand, then the proof of notice."""
        self._open(desk, sample, "preparation")
        hands = self._hands
        self._dressed("viec-chuan-bi", "Việc chuẩn bị: việc cần làm")
        hands.press("Return")
        hands.picture("viec-chuan-bi-sua", "Việc chuẩn bị: một việc đang sửa")
        hands.press("Escape")
        hands.press("Ctrl+2")
        self._dressed("thong-bao-niem-yet", "Việc chuẩn bị: thông báo, niêm yết")
        hands.press("Ctrl+1")

    def _plan(self, desk: Desk, sample: str) -> None:
        hands = self._hands
        self._open(desk, sample, "plan")
        for _ in range(STEPS):  # the wizard opens at the step that was left last
            hands.press("Ctrl+PgUp")
        for step in range(STEPS):
            name, words = f"ke-hoach-buoc-{step + 1}", f"Lập kế hoạch, bước {step + 1}"
            # Every step in the first dress, the one with the days in all of them.
            if step == 5:
                self._dressed(name, words)
            else:
                hands.picture(name, words)
            self._shelves(desk, step)
            if step + 1 < STEPS:
                hands.press("Ctrl+PgDown")
        for kind in ("pdf", "docx"):
            self._export_plan(desk, sample, kind)

    def _shelves(self, desk: Desk, step: int) -> None:
        """What the office's library offers in a step, and the plan kept in it as a profile."""
        hands, page = self._hands, desk.window.page
        offers = {
            0: ("Chọn từ danh mục…", "can-cu-de-chon", "Chọn căn cứ từ danh mục của cơ quan"),
            1: ("Chọn từ kho…", "doan-van-de-chon", "Chọn đoạn từ kho đoạn văn"),
        }
        if step in offers:
            button, name, words = offers[step]
            hands.push(button, page)
            self._dressed(name, words)
            hands.press("Escape")
        if step == STEPS - 1:
            hands.push("Lưu thành mẫu của cơ quan…", page)
            hands.type("Đối thoại hai thôn, có dự phòng mưa lũ")
            hands.press("Tab")
            hands.type("Hai thôn ngoài đê, một buổi; có sẵn dự toán và chỉ tiêu từng thôn.")
            view = page.view if isinstance(page, WizardPage) else None
            if not isinstance(view, ReviewStep):
                raise TourError("not on the last step")
            card = view.profile

            def show_card() -> None:
                hands.rest()
                card.reveal()

            self._dressed("luu-thanh-mau", "Lưu kế hoạch thành mẫu của cơ quan", show_card)
            hands.press("Return")
            self._check()

    def _library(self, desk: Desk) -> None:
        """Every part of "Mẫu và danh mục", by the way of the settings; the chooser with the own profile."""
        hands = self._hands
        desk.window.go("settings", "")
        hands.rest()
        self._dressed("cai-dat", "Cài đặt")
        desk.window.go("keys", "")
        hands.rest()
        self._dressed("phim-tat", "Cài đặt: phím của phiên đối thoại")
        desk.window.go("settings", "")
        hands.rest()
        hands.push("Mẫu và danh mục…")
        hands.until(lambda: desk.window.page_id == "library", "the library")
        hands.rest()
        page = desk.window.page
        if not isinstance(page, LibraryPage):
            raise TourError("no library")
        for part in PARTS:
            page.show_part(part.id)
            page.focus_first()
            self._dressed(f"mau-danh-muc-{part.id}", f"Mẫu và danh mục: {part.title}", page.focus_first)
        page.show_part(PARTS[1].id)
        page.focus_first()
        hands.press("Return")
        hands.press("Return")
        hands.picture("mau-danh-muc-sua", "Mẫu và danh mục, đang sửa một dòng")
        desk.window.go("home", "")
        hands.rest()
        hands.press("Ctrl+N")
        self._dressed("kieu-ke-hoach-rieng", "Chọn kiểu kế hoạch, mẫu của cơ quan đứng trước")
        desk.window.go("home", "")
        hands.rest()

    def _export_plan(self, desk: Desk, sample: str, kind: str) -> None:
        """By the button of the last step."""
        page = desk.window.page
        if page is None:
            raise TourError("no wizard")
        words = {"pdf": "Xuất PDF…", "docx": "Xuất Word…"}[kind]
        self._hands.push(words, page)
        self._check()
        if not (self._out / f"ke-hoach.{kind}").is_file():
            raise TourError(f"no plan as {kind}")

    def _live(self, desk: Desk, sample: str) -> None:
        """A copy of the plan, and the first half hour of its evening typed in."""
        hands = self._hands
        desk.window.go("home", "")
        hands.rest()
        hands.push("Lập từ kế hoạch cũ…")
        hands.until(lambda: desk.window.page_id == "old_plan", "the conferences to copy")
        hands.rest()
        hands.press("Return")  # the newest one
        hands.until(lambda: desk.window.page_id == "plan", "wizard of the copy")
        hands.rest()
        conference = desk.window.conference_id
        if conference == sample:
            raise TourError("the copy is the sample")
        self._clock.set(_local(_MORNING))
        self._open(desk, conference, "live")
        hold(hands, EVENING)
        self._dressed("phien", "Phiên đối thoại, đang ghi ý kiến")
        hands.press("F1")
        hands.picture("phien-phim", "Phiên đối thoại, bảng phím")
        hands.press("Escape")
        hands.press("Ctrl+D")
        hands.picture("phien-diem-danh", "Phiên đối thoại, điểm danh")
        hands.press("Escape")
        show_hall(hands, desk, self._dressed)
        self._open(desk, conference, "end")
        self._dressed("ket-thuc-con-thieu", "Kết thúc hội nghị, còn việc phải bổ sung")

    def _end(self, desk: Desk, sample: str) -> None:
        """Freeze and print the three copies; each as a file, the workbook."""
        hands, prompter = self._hands, self._prompter
        self._clock.set(_local(_NOON))
        self._open(desk, sample, "end")
        self._dressed("ket-thuc", "Kết thúc hội nghị, đủ để chốt")
        prompter.file_name = "bien-ban-ca-ba-ban.pdf"
        hands.press("Ctrl+P")
        self._dressed("ket-thuc-cho-che", "Kết thúc hội nghị, chỗ che trên bản niêm yết")
        hands.press("Ctrl+Return")
        self._check()
        if not (self._out / "bien-ban-ca-ba-ban.pdf").is_file():
            raise TourError("the three copies were not printed")
        hands.picture("ket-thuc-da-chot", "Kết thúc hội nghị, đã chốt và in")
        hands.push("Lưu 3 tệp PDF…")
        prompter.file_name = "so-tong-hop.xlsx"
        hands.push("Sổ tổng hợp Excel…")
        self._words(desk)
        desk.window.toast.dismiss()
        hands.push("In nháp")
        self._dressed("in", "Phần in một bản")
        hands.press("Escape")

    def _words(self, desk: Desk) -> None:
        """Each copy as a Word file: ↓ chooses the next one."""
        from ui.pages.end import EndPage

        hands, page = self._hands, desk.window.page
        if not isinstance(page, EndPage):
            raise TourError("not on the page of the minutes")
        for number in range(1, len(page.frame.copies.tiles) + 1):
            page.frame.copies.focus_current()
            if number > 1:
                hands.press("Down")
            self._prompter.file_name = f"bien-ban-ban-{number}.docx"
            hands.push("Word", page)
            self._check()

    def _home_after(self, desk: Desk) -> None:
        desk.window.go("home", "")
        self._hands.rest()
        self._hands.picture("trang-chinh-sau", "Trang chính sau khi chốt biên bản")

    def _open(self, desk: Desk, conference_id: str, page_id: str) -> None:
        desk.open_conference(conference_id, page_id)
        self._hands.until(
            lambda: (
                bool(self._prompter.trouble)
                or (desk.window.page_id == page_id and desk.window.conference_id == conference_id)
            ),
            page_id,
        )
        self._hands.rest()
        self._check()


def _local(moment: tuple[int, int, int, int, int]) -> datetime:
    year, month, day, hour, minute = moment
    return from_wall(datetime(year, month, day, hour, minute))
