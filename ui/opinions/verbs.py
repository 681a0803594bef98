"""The verbs of the page "Ý kiến thu thập": words, keys and icons."""

from __future__ import annotations

from ui.actions import Verb

NEW = Verb("opinions.new", "Thêm ý kiến", "Ctrl+N", "add")
EDIT = Verb("opinions.edit", "Sửa", "", "edit")
ANSWER = Verb("opinions.answer", "Soạn trả lời", "F2", "comment")
REMOVE = Verb("opinions.remove", "Xóa", "", "delete")
FIND = Verb("opinions.find", "Tìm ý kiến", "Ctrl+F", "search")
READY_TEXT = Verb("opinions.ready_text", "Chèn câu mẫu", "Ctrl+I", "text_bullet_list")
UNDO = Verb("opinions.undo", "Hoàn tác việc vừa làm", "Ctrl+Z", "arrow_undo")
REDO = Verb("opinions.redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", "arrow_redo")
SAVE = Verb("opinions.save", "Lưu, ý kiến tiếp", "Ctrl+Return", "save")
SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")  # the keypad's Enter saves too
SAVE_CLOSE = Verb("opinions.save_close", "Lưu và đóng", "Ctrl+S")
PERSON = Verb("opinions.person", "Thêm người", "Ctrl+Shift+N", "person_add")
BACK = Verb("opinions.back", "Danh sách", "", "arrow_left")
IMPORT = Verb("opinions.import", "Nhập danh sách…", "Ctrl+O", "document_table")
SORT = Verb("opinions.sort", "Xếp lĩnh vực", "Ctrl+L", "tag")
UNITS = Verb("opinions.units", "Giao, thu câu trả lời", "Ctrl+R", "people_team")
REPORT = Verb("opinions.report", "Báo cáo trước hội nghị", "Ctrl+P", "document_text")
GROUPED = Verb("opinions.grouped", "Xem theo nhóm", "Ctrl+Shift+L", "group", checkable=True)
JOIN = Verb("opinions.join", "Gộp chung câu trả lời", "Ctrl+G", "merge")
APART = Verb("opinions.apart", "Để riêng", "Ctrl+D")
LEAVE = Verb("opinions.leave", "Tách khỏi nhóm")
TO_GROUP = Verb("opinions.to_group", "Xem nhóm", "", "group")
ASSIGN = Verb("opinions.assign", "Giao trả lời…", "Ctrl+T", "people_community")
SPREAD = Verb("opinions.spread", "Giao theo lĩnh vực…", "Ctrl+Shift+T", "people_swap")
TAKE_BACK = Verb("opinions.take_back", "Thu lại việc giao")
FIELD = Verb("opinions.field", "Ghi lĩnh vực…", "", "tag")
COMPETENCE = Verb("opinions.competence", "Thẩm quyền, cơ quan tiếp nhận…")

VERBS = (
    NEW, EDIT, ANSWER, REMOVE, FIND, UNDO, REDO, SAVE, SAVE_CLOSE, PERSON, BACK, IMPORT, SORT, UNITS, GROUPED,
    JOIN, APART, LEAVE, TO_GROUP, ASSIGN, SPREAD, TAKE_BACK, FIELD, COMPETENCE, REPORT,
    READY_TEXT,
)  # fmt: skip
#: What comes after the opinions are there.
WAYS = (SORT, SPREAD, UNITS, REPORT)
#: Useful only while there is an opinion that they can be done to.
ON_OPINIONS = (EDIT, ANSWER, REMOVE, JOIN, APART, LEAVE, TO_GROUP, ASSIGN, TAKE_BACK, FIELD, COMPETENCE)
#: What the bar of the ticked offers beside its buttons; None is a line.
IN_MENU = (FIELD, COMPETENCE, None, SPREAD, TAKE_BACK, None, LEAVE, APART, REMOVE)
