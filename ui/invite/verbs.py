"""The verbs of the view "Đại biểu": words, keys and icons."""

from __future__ import annotations

from ui.actions import Verb

NEW = Verb("invite.new", "Thêm đại biểu", "Ctrl+N", "person_add")
IMPORT = Verb("invite.import", "Nhập danh sách…", "Ctrl+O", "document_table")
LAY_OUT = Verb("invite.lay_out", "Xếp theo kế hoạch", "", "clipboard_task")
EDIT = Verb("invite.edit", "Sửa", "F2", "edit")
NAME = Verb("invite.name", "Ghi tên", "Ctrl+Shift+N", "person_add")
REMOVE = Verb("invite.remove", "Bỏ khỏi danh sách", "", "delete")
FIND = Verb("invite.find", "Tìm đại biểu", "Ctrl+F", "search")
UNDO = Verb("invite.undo", "Hoàn tác việc vừa làm", "Ctrl+Z", "arrow_undo")
REDO = Verb("invite.redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", "arrow_redo")
SAVE = Verb("invite.save", "Lưu, người tiếp", "Ctrl+Return", "save")
SAVE_CLOSE = Verb("invite.save_close", "Lưu và đóng", "Ctrl+S")
BACK = Verb("invite.back", "Danh sách", "", "arrow_left")
SENT = Verb("invite.sent", "Ghi đã gửi", "Ctrl+G", "send")
WAY = Verb("invite.way", "Gửi qua thôn", "Ctrl+T", "people_community")
NUMBER = Verb("invite.number", "Đánh số", "Ctrl+D", "number_symbol")
COMING = Verb("invite.coming", "Sẽ dự", "Ctrl+1", "checkmark_circle")
NOT_COMING = Verb("invite.not_coming", "Không dự", "Ctrl+2", "prohibited")
NO_REPLY = Verb("invite.no_reply", "Chưa trả lời", "Ctrl+0")
PRESENT = Verb("invite.present", "Có mặt", "Ctrl+3")
ABSENT = Verb("invite.absent", "Vắng", "Ctrl+4")
SENT_ON = Verb("invite.sent_on", "Gửi ngày khác…")
UNSENT = Verb("invite.unsent", "Chưa gửi")
MOVE = Verb("invite.move", "Chuyển sang nhóm…")
PAPERS = Verb("invite.papers", "In văn bản", "Ctrl+P", "print")

VERBS = (
    NEW, IMPORT, LAY_OUT,
    EDIT, NAME, REMOVE, FIND, UNDO, REDO, SAVE, SAVE_CLOSE, BACK, SENT, WAY, NUMBER, COMING,
    NOT_COMING, NO_REPLY, PRESENT, ABSENT, SENT_ON, UNSENT, MOVE, PAPERS,
)  # fmt: skip
#: Useful only while there is a line that they can be done to.
ON_LINES = (
    EDIT, NAME, REMOVE, SENT, WAY, NUMBER, COMING, NOT_COMING, NO_REPLY, SENT_ON, UNSENT, MOVE,
)  # fmt: skip
HELD = (PRESENT, ABSENT)
