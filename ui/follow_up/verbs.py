"""The verbs of the page "Theo dõi cam kết": words, keys and icons."""

from __future__ import annotations

from ui.actions import Verb

UPDATE = Verb("follow.update", "Cập nhật", "F2", "edit")
REMIND = Verb("follow.remind", "Soạn đôn đốc", "Ctrl+D", "mail")
SAVE = Verb("follow.save", "Lưu, cam kết tiếp", "Ctrl+Return", "save")
SAVE_CLOSE = Verb("follow.save_close", "Lưu", "Ctrl+S")
FIND = Verb("follow.find", "Tìm", "Ctrl+F", "search")
ADD = Verb("follow.add", "Thêm cam kết", "Ctrl+N", "add")
EDIT = Verb("follow.edit", "Sửa nội dung, đơn vị, hạn", "Shift+F2", "document_edit")
CARRY = Verb("follow.carry", "Chuyển hội nghị sau…", "Ctrl+T", "arrow_right")
DROP = Verb("follow.drop", "Thôi theo dõi…", "", "dismiss_circle")
SHEET = Verb("follow.sheet", "Bảng giám sát MTTQ", "Ctrl+P", "document_table")
REVIEW = Verb("follow.review", "Họp rút kinh nghiệm", "Ctrl+R", "people_team")
FILES = Verb("follow.files", "Thêm tệp…", "Ctrl+O", "attach")
LIST = Verb("follow.list", "Danh sách", "", "arrow_left")
UNDO = Verb("follow.undo", "Hoàn tác việc vừa làm", "Ctrl+Z", "arrow_undo")
REDO = Verb("follow.redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", "arrow_redo")
VERBS = (
    UPDATE, REMIND, SAVE, SAVE_CLOSE, FIND, ADD, EDIT, CARRY, DROP, SHEET, REVIEW, FILES, LIST, UNDO, REDO,
)  # fmt: skip
