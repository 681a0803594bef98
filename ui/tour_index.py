"""What the tour leaves in its folder, told in Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def index_text(out: Path, pictures: Sequence[tuple[str, str]]) -> str:
    """What lies in the folder, in Vietnamese."""
    papers = sorted(p.name for p in out.iterdir() if p.suffix in (".pdf", ".docx", ".xlsx"))
    lines = ["Hội nghị mẫu xã Minh Khê, 24/4/2026: chạy trọn công việc bằng bàn phím", ""]
    lines += ["Văn bản", *(f"  {name}: {_paper_words(name)}" for name in papers), ""]
    lines += ["Ảnh cửa sổ", *(f"  {name}: {words}" for name, words in pictures), ""]
    return "\n".join(lines)


_PAPER_WORDS = (
    ("giay-moi", "giấy mời, hai giấy một trang"),
    ("danh-sach-dai-bieu", "danh sách đại biểu"),
    ("danh-sach-ky-nhan", "danh sách ký nhận"),
    ("ke-hoach", "kế hoạch tổ chức hội nghị"),
    ("bien-ban-ca-ba-ban", "cả ba bản biên bản đã chốt, một lần in"),
    ("bien-ban", "một bản biên bản có nhãn"),
    ("so-tong-hop", "sổ tổng hợp ý kiến"),
    ("so-sanh-cac-nam", "so sánh hội nghị qua các năm"),
)


def _paper_words(name: str) -> str:
    words = next((words for start, words in _PAPER_WORDS if name.startswith(start)), "văn bản")
    kind = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel"}[Path(name).suffix]
    return f"{words} ({kind})"
