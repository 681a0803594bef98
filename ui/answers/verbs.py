"""The verbs of the page "Giao và thu câu trả lời": words, keys and icons."""

from __future__ import annotations

from ui.actions import Verb

ANSWER = Verb("answers.answer", "Soạn trả lời", "F2", "comment")
SAVE = Verb("answers.save", "Lưu, ý kiến tiếp", "Ctrl+Return", "save")
SAVE_CLOSE = Verb("answers.save_close", "Lưu", "Ctrl+S")
IMPORT = Verb("answers.import", "Đọc câu trả lời từ tệp…", "Ctrl+O", "document_table")
PAPERS = Verb("answers.papers", "Xuất", "Ctrl+P", "arrow_export")
MOVE = Verb("answers.move", "Dời hạn…", "Ctrl+D", "calendar_clock")
TAKE_BACK = Verb("answers.take_back", "Thu lại", "", "arrow_reply")
GIVE = Verb("answers.give", "Giao trả lời…", "Ctrl+T", "people_community")
LEAVE = Verb("answers.leave", "Ý kiến", "Ctrl+R", "arrow_left")
UNITS = Verb("answers.units", "Đơn vị", "", "arrow_left")
LIST = Verb("answers.list", "Danh sách", "", "arrow_left")
READY_TEXT = Verb("answers.ready_text", "Chèn câu mẫu", "Ctrl+I", "text_bullet_list")
UNDO = Verb("answers.undo", "Hoàn tác việc vừa làm", "Ctrl+Z", "arrow_undo")
REDO = Verb("answers.redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", "arrow_redo")
VERBS = (
    ANSWER, SAVE, SAVE_CLOSE, IMPORT, PAPERS, MOVE, TAKE_BACK, GIVE, LEAVE, UNITS, LIST, UNDO, REDO,
    READY_TEXT,
)  # fmt: skip
