"""What can be done with the data as a whole: folder, check, copies that travel, dossiers (L11, F5)."""

from __future__ import annotations

from collections.abc import Callable

from ui.look import Look
from ui.widgets.button import Button
from ui.widgets.panes import HBox, VBox


class DataButtons(VBox):
    """Two buttons beside each other, two below, and the way to help."""

    def __init__(
        self,
        look: Look,
        open_folder: Callable[[], object],
        check: Callable[[], object],
        open_merge: Callable[[], object],
        check_dossier: Callable[[], object],
        make_support: Callable[[], object],
    ) -> None:
        super().__init__(look, (0, 1, 0, 0), 2)
        self.open = Button(look, "Mở thư mục", icon="folder_open")
        self.open.clicked.connect(lambda: open_folder())
        self.check = Button(look, "Kiểm tra dữ liệu", icon="shield_checkmark")
        self.check.clicked.connect(lambda: check())
        self.merge = Button(look, "Nhập bản hội trường…", icon="usb_stick")
        self.merge.clicked.connect(lambda: open_merge())
        self.dossier = Button(look, "Kiểm tra hồ sơ…", icon="archive")
        self.dossier.clicked.connect(lambda: check_dossier())
        self.support = Button(look, "Gói hỗ trợ…", icon="document_search")
        self.support.setToolTip("Một tệp cho người hỗ trợ: bản chương trình, nhật ký lỗi, kết quả kiểm tra.")
        self.support.clicked.connect(lambda: make_support())
        for buttons in ((self.open, self.check), (self.merge, self.dossier), (self.support,)):
            row = HBox(look, gap=2)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            self.addLayout(row)
