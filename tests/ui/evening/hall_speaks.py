"""Half past seven: two things in one turn, one who is not there, a clock that was forgotten."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.records import Outcome
from tests.ui.evening.kinds import (
    ClockPutRight,
    Comes,
    Event,
    NotThere,
    Reply,
    Said,
    Speaks,
    Typed,
)

EVENTS: tuple[Event, ...] = (
    Speaks(
        "19:28",
        "Lò Thị Phượng",
        (
            Said(
                "Em có hai việc. Việc thứ nhất, lớp mẫu giáo ở Phú Ấp 41 cháu mà có một cô, cô ốm là nghỉ "
                "cả lớp.",
                (
                    Reply(
                        "đượm",
                        "Trường mầm non đã được duyệt thêm một giáo viên hợp đồng, nhận việc từ 04/5; cô "
                        "dạy chính nghỉ thì có người thay.",
                    ),
                ),
                field="Giáo dục",
            ),
            Said(
                "Việc thứ hai là tiền ăn bán trú tăng lên 22.000 đồng một ngày mà thực đơn thì vẫn như cũ.",
                (
                    Reply(
                        "đượm",
                        "Phòng kiểm tra bếp ăn đột xuất, có phụ huynh cùng đi; kết quả gửi bằng văn bản "
                        "đến từng gia đình trong lớp.",
                    ),
                ),
                Outcome.WRITTEN,
                field="Giáo dục",
                unit="Phòng Văn hóa - Xã hội",
                day=date(2026, 5, 8),
            ),
        ),
        spoke=121,
        answered=150,
    ),
    NotThere("19:36", "Tạ Đình Khuê"),
    Speaks(
        "19:37",
        "Trần Thị Sợi",
        (
            Said(
                "Thẻ bảo hiểm y tế của tôi hết hạn từ tháng Giêng, lên trạm khám thì bảo phải tự trả tiền. "
                "Bến Lở là thôn đặc biệt khó khăn, người dân được cấp thẻ mà sao lại chậm đến thế, hay là "
                "có ai quên tên chúng tôi?",
                (
                    Reply(
                        "ất",
                        "Danh sách của Bến Lở bị trả lại do 17 người thiếu số định danh. Trạm đã bổ sung, "
                        "thẻ về trong tuần sau; tiền khám đã nộp được hoàn theo hóa đơn.",
                    ),
                ),
                field="Y tế, bảo hiểm",
                typed=Typed.COMPOSED,
            ),
        ),
        walk=30,
        spoke=336,
        answered=60,
    ),
    Comes("19:45", "bà Phùng Thị Lụa /Đồng Vạn - đất"),
    Speaks(
        "19:46",
        "Vi Văn Tuyền",
        (
            Said(
                "Cột đèn ở ngã ba bến đò tắt hẳn từ sau Tết. Tối đi làm ca về không nhìn thấy mép sông, đã "
                "có người ngã xe.",
                (
                    Reply(
                        "lẫm",
                        "Thợ điện của xã thay bóng và dây trong sáng thứ Hai; thôn giữ số điện thoại để "
                        "báo hỏng.",
                    ),
                ),
                field="Điện, viễn thông",
            ),
        ),
        forgot=True,
        answered=40,
    ),
    ClockPutRight("19:49", "Vi Văn Tuyền", "19:46:20", "19:47:35"),
    Comes("19:50", "ông Phạm Văn Khích /Đồng Vạn"),
    Comes("19:50", "ông Bùi Quang Tạo /Phú Ấp"),
    Speaks(
        "19:51",
        "Phùng Thị Lụa",
        (
            Said(
                "Tôi mua thửa đất của ông Sướng từ năm 2011, giấy viết tay có ba người làm chứng. Giờ nộp "
                "hồ sơ thì cán bộ bảo phải đi tìm ông ấy, mà ông ấy vào Nam không có địa chỉ.",
                (
                    Reply(
                        "ước",
                        "Trường hợp này phải niêm yết tìm chủ cũ 30 ngày. Trung tâm nhận hồ sơ ngay ngày "
                        "mai và trả lời bằng văn bản từng bước.",
                    ),
                ),
                Outcome.WRITTEN,
                field="Đất đai, xây dựng",
                unit="Trung tâm Phục vụ hành chính công",
                day=date(2026, 5, 8),
                typed=Typed.TELEX,
            ),
        ),
        spoke=104,
        answered=85,
        pause=45,
    ),
    Comes("19:57", "ông Hà Minh Kiểm /Đồng Vạn"),
)
