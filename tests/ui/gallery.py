"""Every control of the kit on one page, to be looked at: `python -m tests.ui.gallery FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desktop.paths import resources_dir
from tests.ui.home_views import EMPTY, FULL, NAMES, context
from ui import fonts
from ui.look import Look
from ui.main_window import MainWindow
from ui.pages.home import VERBS, HomePage
from ui.shell.navigation import ALL_CONFERENCES, BELOW, ONE_CONFERENCE, OpenConference
from ui.state_looks import DOCUMENTS, FOLLOW_UP, OUTCOMES
from ui.tasks import Tasks
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox, Radio
from ui.widgets.chip import Chip
from ui.widgets.combo import Combo
from ui.widgets.digits import Digits, Meter
from ui.widgets.editor import Editor
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field, FieldBox, SearchField
from ui.widgets.icon_box import KeyCap
from ui.widgets.panes import HBox, Pane, VBox, add_all
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Group, Row
from ui.widgets.segment import Segment
from ui.widgets.steps import Stage, Step, StepRail, StepTrail
from ui.widgets.text import Label, Paragraph, Span
from ui.widgets.toast import Toast

#: Theme, scale, width and height of each picture; 1366×698 is what Windows leaves of 1366×768.
SIZES = (("light", 1.0), ("dark", 1.0), ("light", 1.5), ("dark", 1.5), ("light", 2.0))


class Gallery(Pane):
    """Controls in their states, one row per kind, two columns."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Role.CANVAS)
        columns = HBox(look, (6, 6, 6, 6), 8)
        self.setLayout(columns)
        self._column = VBox(look, gap=2)
        columns.addLayout(self._column, 1)
        self._controls()
        self._column.addStretch(1)
        self._column = VBox(look, gap=2)
        columns.addLayout(self._column, 1)
        self._larger_things()
        self.toast = Toast(look, self, above=2)
        self.toast.say("Đã gộp 4 ý kiến vào một câu trả lời", lambda: None)

    def _row(self, title: str, *things: QWidget) -> None:
        if title:
            self._column.addWidget(Label(self.look, title, Type.CAPTION_MEDIUM, Role.TEXT2))
        row = HBox(self.look, gap=2)
        add_all(row, *things, 1)
        self._column.addLayout(row)

    def _controls(self) -> None:
        look = self.look
        locked = Button(look, "Chốt và in")
        locked.lock("Còn 3 việc cần bổ sung.")
        on = Button(
            look, "Trả lời tại chỗ", icon="checkmark_circle", icon_role=Role.OK, key="1", checkable=True
        )
        on.setChecked(True)
        self.focused = Button(look, "Tiếp tục")
        self._row(
            "Nút: chính, thường, nhẹ, thanh lệnh",
            Button(look, "Lưu", kind=Kind.PRIMARY, icon="save", key="Ctrl+S"),
            Button(look, "In", icon="print"),
            Button(look, "Xem tất cả", kind=Kind.QUIET),
            Button(look, "Gộp", kind=Kind.BAR, icon="merge"),
            Button(look, "Hội trường", kind=Kind.SOFT, icon="projection_screen", key="F11"),
        )
        self._row(
            "Nguy hiểm, khóa, tiêu điểm, đã chọn",
            Button(look, "Xóa bản nháp", kind=Kind.DANGER, icon="delete"), locked, self.focused, on,
        )  # fmt: skip
        states = [*OUTCOMES.values(), *FOLLOW_UP.values(), *DOCUMENTS.values()]
        for start in range(0, len(states), 5):
            title = "Trạng thái: biểu tượng và chữ, không chỉ màu" if start == 0 else ""
            self._row(title, *(Badge.of(look, state) for state in states[start : start + 5]))
        chip = Chip(look, "Lĩnh vực")
        chip.set_value("Giao thông")
        tick = CheckBox(look, "Bản 1/3")
        tick.setChecked(True)
        radio = Radio(look, "In hai mặt")
        radio.setChecked(True)
        self._row("Lọc, đánh dấu", Chip(look, "Thôn"), chip, tick, CheckBox(look, "Bản 2/3"), radio)
        self._row(
            "Ô nhập: chọn, gõ, tìm",
            Combo(look, [(1, "Thôn Phú Ấp"), (2, "Thôn Đồng Vạn")], name="Thôn", units=42),
            Field(look, "Nguyễn Đức Ưởng", name="Họ và tên", units=44),
            SearchField(look, "Tìm trong cam kết", units=50),
        )
        wrong = FieldBox(look, "Ngày họp", Field(look, "30/2/2026"))
        wrong.set_warning("Tháng 2 năm 2026 chỉ có 28 ngày.")
        self._column.addWidget(wrong)
        editor = Editor(look, name="Ý kiến")
        editor.set_value(
            "Ấ Ỡ Ể Ễ Ộ. Đường trục thôn Phú Ấp đoạn từ nhà văn hóa ra cầu Ngòi đã xuống cấp nặng, "
            "mùa mưa ngập.\nĐề nghị xã cho biết bao giờ làm. Ệ"
        )
        editor.setMaximumHeight(5 * look.line(Type.EDITOR))
        self._column.addWidget(editor)

    def _larger_things(self) -> None:
        look = self.look
        self._row(
            "Đồng hồ lượt: trong giờ, sắp hết, quá giờ",
            Digits(look, "01:12"), Badge(look, "Đang nói", Role.ACCENT, "info"),
            Digits(look, "02:34", role=Role.WARN), Badge(look, "Còn 26 giây", Role.WARN, "clock"),
            Digits(look, "+0:18", role=Role.BAD), KeyCap(look, "F3"),
        )  # fmt: skip
        self._column.addWidget(Meter(look, 0.4))
        move = [Button(look, "Giữ 19/4", kind=Kind.BAR), Button(look, "Chuyển sang 17/4")]
        self._column.addWidget(
            Banner(look, "Hạn rơi vào Chủ nhật 19/4.", "Ngày liền trước: thứ Sáu 17/4.", buttons=move)
        )
        again = [Button(look, "Lưu lại")]
        self._column.addWidget(
            Banner(
                look,
                "Chưa lưu được vào ổ D.",
                "Chữ đang gõ vẫn còn và đã giữ ở tệp cứu.",
                role=Role.BAD,
                icon="error_circle",
                buttons=again,
            )
        )
        trail = [Step("a", "Kiểm tra", Stage.DONE), Step("b", "Chốt", Stage.CURRENT), Step("c", "In, ký")]
        views = [("t", "Bảng", "table"), ("c", "Cột", "board")]
        self._row("Bước, cách xem", StepTrail(look, trail), Segment(look, views, name="Cách xem"))
        steps = [
            Step("a", "Chương trình", Stage.DONE),
            Step("b", "Phân công và thời hạn", Stage.CURRENT, warned=True),
            Step("c", "Kinh phí"),
        ]
        rail = StepRail(look, steps)
        rail.setFixedWidth(look.px(58))
        self._row("", rail)
        self._column.addWidget(self._table())
        self._column.addWidget(
            Paragraph(
                look, [Span("Hạn: thứ Tư 13/5/2026. ", Type.STRONG), Span("10 ngày làm việc", mark=True)]
            )
        )
        ways = [Button(look, "Thêm ý kiến", kind=Kind.PRIMARY, icon="add"), Button(look, "Nhập từ Excel…")]
        words = "Nhập từ phiếu giấy, hoặc từ tệp Excel do trưởng thôn gửi."
        self._column.addWidget(EmptyState(look, "chat_multiple", "Chưa có ý kiến nào", words, ways))
        self._column.addStretch(1)

    def _table(self) -> RowTable:
        columns = (
            Column("tick", units=8, gap=2),
            Column("no", "Số", units=7, sortable=True),
            Column("text", "Nội dung"),
            Column("state", "Trả lời", units=28),
        )
        table = RowTable(self.look, columns, name="Ý kiến")
        if table.heading is not None:
            table.heading.show_order("no")
        done = Cell("Đã duyệt", icon="checkmark_circle", role=Role.OK)
        late = Cell("Trễ 1 ngày", icon="error_circle", role=Role.BAD)
        first = Cell("Sửa đường trục thôn đoạn ra cầu Ngòi", "Ông Nguyễn Đức Ưởng, Phú Ấp", marks=((4, 15),))
        second = Cell("Đường trục thôn Đồng Vạn thiếu đèn", "Bà Phạm Thị Hằng, Đồng Vạn", marks=((0, 15),))
        table.set_items(
            [
                Group("g", "Đường giao thông", "2 ý kiến", note="Phòng Kinh tế"),
                Row("1", (Cell(tick=False), Cell("12", role=Role.TEXT2), first, done)),
                Row("2", (Cell(tick=True), Cell("41", role=Role.TEXT2), second, late)),
                Group("h", "Có thể giống nhau", "2 ý kiến", icon="clock", role=Role.WARN, action="Gộp lại"),
            ]
        )
        table.rows.set_current("1")
        table.setFixedHeight(table.fitted_height())
        return table


def home_window(look: Look, tasks: Tasks, *, empty: bool = False) -> MainWindow:
    """The whole window on the first screen, with every place of the navigation."""

    def build_home(_conference: str) -> QWidget:
        view = EMPTY if empty else FULL
        return HomePage(context(look, window, tasks), view, {verb.id: int for verb in VERBS})

    def build_nothing(_conference: str) -> QWidget:
        return QWidget()

    pages = {place.id: build_nothing for place in (*ALL_CONFERENCES, *ONE_CONFERENCE, *BELOW)}
    window = MainWindow(look, {**pages, "home": build_home})
    window.resize(1366, 698)
    window.show()
    page = window.go("home", "")
    assert isinstance(page, HomePage)
    if not empty:
        open_one = OpenConference("c1", NAMES, "24/4/2026, còn 9 ngày")
        window.navigation.show_conference(open_one, frozenset({"plan"}), (open_one,))
        window.navigation.show_notes({"follow_up": ("2", Role.TEXT2), "opinions": ("46", Role.TEXT2)})
        page.show_saved(FULL.last_backup)
    return window


def draw(folder: Path) -> list[Path]:
    """Draw the gallery and the first screen in every theme and scale; the files made."""
    application = QApplication.instance() or QApplication([sys.argv[0], "-style", "Fusion"])
    assert isinstance(application, QApplication)
    fonts.load(resources_dir() / "fonts" / "be-vietnam-pro")
    folder.mkdir(parents=True, exist_ok=True)
    tasks = Tasks()
    made: list[Path] = []

    def keep(widget: QWidget, name: str) -> None:
        application.processEvents()
        path = folder / f"{name}.png"
        widget.grab().save(str(path))
        made.append(path)
        widget.close()
        widget.deleteLater()

    for theme, scale in SIZES:
        look = Look(resources_dir(), theme, scale)
        look.dress(application)
        mark = f"{theme}-{round(scale * 100)}"
        gallery = Gallery(look)
        gallery.resize(look.px(330), look.px(215))
        gallery.show()
        gallery.focused.setFocus()
        keep(gallery, f"kit-{mark}")
        keep(home_window(look, tasks), f"home-{mark}")
        keep(home_window(look, tasks, empty=True), f"home-empty-{mark}")
        assert look.icons.missing == set(), look.icons.missing
    tasks.shut_down()
    return made


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
