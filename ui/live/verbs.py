"""The verbs of the live screen: words, keys and icons, once, for buttons, the registry and the key sheet."""

from __future__ import annotations

from ui.actions import Verb

# F-keys collide with nothing that is typed; no bare letter or digit (VNI, Telex), no Alt, no Ctrl+Shift
# (Vietnamese keyboards toggle on them), no Ctrl+Alt (AltGr).
QUICK_ADD = Verb("live.quick_add", "Thêm người phát biểu", "F2", "person_add")
REGISTERED = Verb("live.registered", "Người đăng ký trước", "Ctrl+F2", "clipboard_task")
START_STOP = Verb("live.start_stop", "Bắt đầu", "F3", "play")
PAUSE = Verb("live.pause", "Tạm dừng", "F4", "pause")
RECORDING = Verb("live.recording", "Ghi âm và đồng hồ", "Ctrl+F3", "mic")
OPINION = Verb("live.opinion", "Viết ý kiến", "F5", "chat")
ANSWER = Verb("live.answer", "Viết câu trả lời", "F6", "chat_multiple")
OUTCOME = Verb("live.outcome", "Chọn kết quả", "F7", "checkmark_circle")
NEXT = Verb("live.next", "Người tiếp", "F8", "next")
FOLLOW_UP = Verb("live.follow_up", "Vòng tiếp", "F9", "arrow_repeat_all")
THEME = Verb("live.theme", "Nền tối, nền sáng", "Ctrl+F11", "weather_moon")
HALL = Verb("live.hall", "Màn hình hội trường", "F11", "projection_screen")
PREPARED = Verb("live.prepared", "Lấy vào câu trả lời", "F12", "arrow_left")
KEYS = Verb("live.keys", "Phím và lệnh", "F1", "keyboard")
SAVE = Verb("live.save", "Lưu, ý kiến mới", "Ctrl+Return", "add")
SPLIT = Verb("live.split", "Tách ý kiến", "Ctrl+T", "branch_fork")
MORE = Verb("live.more", "Trả lời thêm", "Shift+F9", "chat_add")
JOINT = Verb("live.joint", "Trả lời chung", "Ctrl+J", "link")
EARLIER = Verb("live.earlier", "Ý kiến trước của lượt", "Shift+F5", "chevron_left")
LATER = Verb("live.later", "Ý kiến sau của lượt", "Ctrl+F5", "chevron_right")
UNANSWERED = Verb("live.unanswered", "Ý kiến chưa trả lời kế tiếp", "Shift+F7", "chat_help")
COLLECTED = Verb("live.collected", "Ý kiến gửi trước kế tiếp", "Shift+F8", "mail_inbox")
MATCH_ON = Verb("live.match_on", "Ý kiến khớp kế tiếp", "Shift+F12", "chevron_right")
MATCH_BACK = Verb("live.match_back", "Ý kiến khớp trước", "Ctrl+F12", "chevron_left")
TIE = Verb("live.tie", "Gắn, gỡ ý kiến gửi trước", "Ctrl+U", "link")
UNDO = Verb("live.undo", "Hoàn tác", "Ctrl+Z", "arrow_undo")
REDO = Verb("live.redo", "Làm lại", "Ctrl+Y", "arrow_redo")
MARK = Verb("live.mark", "Đánh dấu xem lại", "Ctrl+M", "flag")
MARKED = Verb("live.marked", "Mở ý kiến đánh dấu", "Ctrl+G", "flag")
QUEUE = Verb("live.queue", "Vào danh sách", "Ctrl+H", "people")
SPEAKER = Verb("live.speaker", "Sửa người, giờ nói", "Ctrl+E", "person_edit")
CONSENT = Verb("live.consent", "Cho công khai tên hay không", "Shift+F2", "eye")
ABSENT = Verb("live.absent", "Vắng khi gọi", "Ctrl+B", "person_prohibited")
WITHDRAW = Verb("live.withdraw", "Rút, không phát biểu", "", "person_delete")
AGAIN = Verb("live.again", "Thêm một lượt nữa", "Ctrl+R", "arrow_repeat_all")
UP = Verb("live.up", "Đưa lên trước", "Ctrl+Up", "arrow_up")
DOWN = Verb("live.down", "Đưa xuống sau", "Ctrl+Down", "arrow_down")
READY_TEXT = Verb("live.ready_text", "Chèn câu mẫu", "Ctrl+I", "text_bullet_list")
SHORT_WORD = Verb("live.short_word", "Đặt chữ tắt cho chữ chọn", "Ctrl+N", "text_font")
ATTENDANCE = Verb("live.attendance", "Điểm danh", "Ctrl+D", "people_team")
CONCLUSIONS = Verb("live.conclusions", "Kết luận", "Ctrl+L", "gavel")
DRAFT = Verb("live.draft", "Soạn kết luận từ ý kiến", "Ctrl+F7", "clipboard_task")
READ_BACK = Verb("live.read_back", "Đọc lại kết luận", "Shift+F11", "book_open")
PRESIDIUM = Verb("live.presidium", "Chủ trì, thư ký, giờ họp", "Ctrl+F6", "person_voice")
FLOOR = Verb("live.floor", "Thời gian nói theo thôn", "Shift+F3", "people_community")
STEP_BACK = Verb("live.step_back", "Bước trước", "Ctrl+PgUp", "chevron_left")
STEP_ON = Verb("live.step_on", "Bước sau", "Ctrl+PgDown", "chevron_right")
SIDE = Verb("live.side", "Kết quả đến lúc này", "", "data_pie")
TRAVEL = Verb("live.travel", "Mang đi, nhập bản hội trường", "", "usb_stick")
END = Verb("live.end", "Kết thúc phiên", "Ctrl+F9", "record_stop")

OUTCOME_KEYS = tuple(Verb(f"live.outcome_{n}", f"Kết quả {n}", f"Ctrl+{n}") for n in range(1, 8))

_WRITING = (
    OPINION, ANSWER, PREPARED, READY_TEXT, SHORT_WORD, FOLLOW_UP, OUTCOME, MARK, MARKED, SAVE, UNDO, REDO,
)  # fmt: skip
#: The key sheet, in the order of the work.
SHEET: tuple[tuple[str, tuple[Verb, ...]], ...] = (
    (
        "Người phát biểu",
        (QUICK_ADD, REGISTERED, NEXT, QUEUE, SPEAKER, CONSENT, ABSENT, WITHDRAW, AGAIN, UP, DOWN),
    ),
    ("Đồng hồ", (START_STOP, PAUSE, RECORDING, FLOOR)),
    ("Ý kiến và trả lời", _WRITING),
    ("Nhiều ý kiến, nhiều người trả lời", (SPLIT, EARLIER, LATER, MORE, JOINT, UNANSWERED)),
    ("Ý kiến gửi trước", (COLLECTED, MATCH_ON, MATCH_BACK, TIE)),
    (
        "Chương trình, phiên",
        (STEP_BACK, STEP_ON, PRESIDIUM, ATTENDANCE, CONCLUSIONS, DRAFT, READ_BACK, TRAVEL, END),
    ),
    ("Màn hình", (HALL, THEME, KEYS)),
)
