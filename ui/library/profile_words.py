"""How profiles are asked for and told of, on every page that takes or gives them."""

from __future__ import annotations

from dialogue_desktop.domain.office_profile import OwnProfile
from ui.prompter import Choice, FileQuestion, Question

FILES = (("Mẫu kế hoạch", "*.maukh"), ("Mọi tệp", "*"))
IMPORT = FileQuestion("Nhập mẫu kế hoạch từ tệp", FILES, accept="Nhập mẫu")


def what_to_export(name: str) -> Question:
    """Asked where the profile names people or localities: "bare", "whole" or "stay"."""
    return Question(
        f"Xuất mẫu “{name}”",
        "Mẫu có họ tên người hoặc tên thôn, địa điểm. Gửi cơ quan khác thì nên bỏ những phần này.",
        (
            Choice("stay", "Quay lại"),
            Choice("whole", "Giữ nguyên"),
            Choice("bare", "Bỏ họ tên, tên thôn", "primary"),
        ),
        safe="stay",
        icon="arrow_export",
    )


def imported_words(profile: OwnProfile, new: bool) -> str:
    return f"Đã nhập mẫu “{profile.name}”" if new else f"Mẫu “{profile.name}” đã có, không nhập lại"
