"""What the robot types: opinions, answers, names and conclusions of an invented commune, each told apart."""

from __future__ import annotations

import random

_OPINIONS = (
    "đề nghị xã nạo vét mương tiêu phía sau chợ, mưa xuống là nước dềnh vào sân",
    "điện về cuối xóm yếu, bóng không sáng nổi lúc bảy giờ tối, bơm nước cũng không chạy",
    "bà con hỏi tiền hỗ trợ lợn dịch tả đợt tháng Chạp đến nay vẫn chưa thấy ai nhận",
    "đường vào nghĩa trang lở một bên ta-luy, xe tang phải đỗ ngoài khiêng bộ gần nửa cây số",
    "xin hỏi thủ tục tách thửa cho con ra ở riêng, nộp giấy từ năm ngoái chưa có hẹn",
    "sóng điện thoại ở khu Bãi Đá mất liên tục, con cháu học trực tuyến không vào được",
)
_ANSWERS = (
    "Phòng Kinh tế đã khảo sát, tuần tới đưa máy vào làm, bà con giúp giải tỏa cây ven mương.",
    "Chi nhánh điện hứa thay máy biến áp trước rằm tháng Bảy, xã sẽ đôn đốc và báo lại.",
    "Danh sách đã niêm yết, còn mười hai hộ thiếu số tài khoản, mời bà con ra bộ phận một cửa.",
    "Việc này thuộc thẩm quyền cấp trên, xã ghi nhận và có văn bản kiến nghị.",
)
_CONCLUSIONS = (
    "Giao Phòng Kinh tế kiểm tra toàn tuyến mương, báo cáo bằng văn bản.",
    "Thống nhất mỗi thôn cử một người theo dõi việc khắc phục.",
)
_FAMILIES = ("Nguyễn", "Trần", "Vũ", "Đặng", "Lò", "Hoàng", "Quách", "Bùi", "Đỗ", "Phùng")
_MIDDLES = ("Văn", "Thị", "Đức", "Hữu", "Ngọc", "Đình", "Thị Thu", "Quốc")
_GIVEN = (
    "Ưởng",
    "Ổn",
    "Ất",
    "Mỡ",
    "Sỹ",
    "Huệ",
    "Phượng",
    "Tuấn",
    "Khuê",
    "Lẫm",
    "Ngoãn",
    "Ế",
    "Đoái",
    "Thơm",
)
_PLACES = ("Phú Ấp", "dong van", "Thượng Vĩnh Ổn", "xóm Đình, Phú Ấp", "khu Bãi Đá")


class Words:
    """`first` is the number of the first text, so that no two runs on one folder say the same."""

    def __init__(self, rng: random.Random, first: int) -> None:
        self._rng, self._number = rng, first

    def _next(self) -> int:
        self._number += 1
        return self._number

    def opinion(self) -> str:
        return f"Nhà số {self._next()}: {self._rng.choice(_OPINIONS)}."

    def answer(self) -> str:
        return f"Trả lời số {self._next()}: {self._rng.choice(_ANSWERS)}"

    def conclusion(self) -> str:
        return f"Kết luận số {self._next()}: {self._rng.choice(_CONCLUSIONS)}"

    def reason(self) -> str:
        return f"Đã trả lời tại công văn số {self._next()}."

    def walk_in(self) -> str:
        pick = self._rng.choice
        name = f"{pick(_FAMILIES)} {pick(_MIDDLES)} {pick(_GIVEN)}"
        honorific = "bà" if "Thị" in name else "ông"
        return f"{honorific} {name} /{pick(_PLACES)}"
