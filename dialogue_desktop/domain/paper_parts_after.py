"""Parts of the papers after the session that the office may put into its own words (M4–M7, F1, F4).

A paper asks for its parts by key while it is drawn (`documents.after_paper.AfterPaper.words`) and gives the
drafted words with it; `services.after_papers.parts` therefore offers what the paper really holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

#: Kind of paper → (key of `PaperPart`, what the secretary calls it), in the order of the page.
PARTS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "conclusion": (
            ("subject", "Trích yếu"),
            ("opening", "Mở đầu: thời gian, địa điểm, chủ trì"),
            ("overview", "Số người dự, số ý kiến"),
            ("lead_in", "Câu dẫn vào kết luận"),
            ("settled_more", "Ý kiến đã trả lời, ngoài kết luận của chủ trì"),
            ("owed_none", "Khi không còn nội dung phải giải quyết"),
            ("beyond_none", "Khi không có nội dung vượt thẩm quyền"),
            ("units", "Giao đơn vị thực hiện, báo cáo"),
            ("office", "Giao Văn phòng theo dõi, niêm yết"),
            ("monitor", "Đề nghị Mặt trận, đoàn thể giám sát"),
            ("heads", "Giao Trưởng thôn"),
            ("closing", "Câu kết"),
            ("recipients", "Nơi nhận, mỗi nơi một dòng"),
            ("signer", "Người ký: quyền hạn, chức vụ, họ tên"),
        ),
        "report": (
            ("subject", "Trích yếu"),
            ("addressees", "Kính gửi, mỗi nơi một dòng"),
            ("lead_in", "Mở đầu"),
            ("preparation", "Công tác chuẩn bị"),
            ("held", "Thời gian, địa điểm, chủ trì"),
            ("attendance", "Thành phần, số người dự"),
            ("figures", "Số lượng ý kiến"),
            ("answered", "Nội dung đã trả lời, giải quyết"),
            ("owed", "Nội dung còn phải giải quyết"),
            ("beyond", "Nội dung vượt thẩm quyền"),
            ("good", "Đánh giá: mặt được"),
            ("bad", "Đánh giá: hạn chế, nguyên nhân"),
            ("next", "Nhiệm vụ tiếp theo"),
            ("proposals", "Đề xuất, kiến nghị"),
            ("closing", "Câu kết"),
            ("recipients", "Nơi nhận, mỗi nơi một dòng"),
            ("signer", "Người ký: quyền hạn, chức vụ, họ tên"),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class PartWords:
    """One part as an editor shows it: the words that the program drafts, and the office's own, "" for none.

    `subject` tells the letter of a series. `drafted` is empty where the paper does not hold the part now.
    """

    key: str
    name: str
    drafted: str
    own: str = ""
    subject: str = ""


def part_name(kind: str, key: str) -> str:
    """What the secretary calls a part; the key itself for one that has no name."""
    return next((name for known, name in PARTS.get(kind, ()) if known == key), key)
