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
            ("office", "Giao Văn phòng niêm yết, công bố"),
            ("follow", "Giao Văn phòng theo dõi, đôn đốc"),
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
            ("good", "Đánh giá: ưu điểm"),
            ("bad", "Đánh giá: hạn chế, nguyên nhân"),
            ("next", "Nhiệm vụ tiếp theo"),
            ("proposals", "Đề xuất, kiến nghị"),
            ("closing", "Câu kết"),
            ("recipients", "Nơi nhận, mỗi nơi một dòng"),
            ("signer", "Người ký: quyền hạn, chức vụ, họ tên"),
        ),
        "replies": (
            ("subject", "Về việc"),
            ("addressees", "Kính gửi, mỗi người một dòng"),
            ("opening", "Mở đầu: Hội nghị nào, ý kiến của ai"),
            ("asked", "Nội dung ý kiến, kiến nghị"),
            ("answer", "Nội dung trả lời"),
            ("closing", "Lời cảm ơn"),
            ("recipients", "Nơi nhận, mỗi nơi một dòng"),
            ("signer", "Người ký: quyền hạn, chức vụ, họ tên"),
        ),
        "escalations": (
            ("subject", "Về việc"),
            ("addressees", "Kính gửi, mỗi nơi một dòng"),
            ("opening", "Mở đầu: căn cứ, Hội nghị"),
            ("view", "Ý kiến của xã về từng nội dung"),
            ("request", "Đề nghị xem xét, trả lời"),
            ("closing", "Câu kết"),
            ("recipients", "Nơi nhận, mỗi nơi một dòng"),
            ("signer", "Người ký: quyền hạn, chức vụ, họ tên"),
        ),
        "reminders": (
            ("subject", "Về việc"),
            ("addressees", "Kính gửi, mỗi nơi một dòng"),
            ("opening", "Mở đầu"),
            ("request", "Yêu cầu thực hiện, báo cáo"),
            ("closing", "Câu kết"),
            ("recipients", "Nơi nhận, mỗi nơi một dòng"),
            ("signer", "Người ký: quyền hạn, chức vụ, họ tên"),
        ),
        "supervision": (
            ("subject", "Trích yếu"),
            ("opening", "Mở đầu"),
            ("closing", "Đề nghị với người giám sát"),
            ("recipients", "Nơi nhận, mỗi nơi một dòng"),
            ("signer", "Người ký: quyền hạn, chức vụ, họ tên"),
        ),
        "review": (
            ("subject", "Trích yếu"),
            ("opening", "Câu dẫn vào nội dung"),
            ("good", "Kết quả, mặt được"),
            ("bad", "Hạn chế, tồn tại"),
            ("causes", "Nguyên nhân"),
            ("lessons", "Bài học kinh nghiệm"),
            ("tasks", "Việc phải làm tốt hơn"),
            ("closing", "Câu kết"),
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
    """What the secretary calls a part; the key itself for one that has no name. "answer:12" is the part of
    opinion 12 in a letter that answers several."""
    part, _, number = key.partition(":")
    name = next((name for known, name in PARTS.get(kind, ()) if known == part), key)
    return f"{name}, ý kiến số {number}" if number and name != key else name
