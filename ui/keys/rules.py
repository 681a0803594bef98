"""Which keys a verb may have: the others are taken by Vietnamese typing, by texts or by the system (G6)."""

from __future__ import annotations

_FUNCTION = tuple(f"F{n}" for n in range(1, 13))
_EDITING = {
    "C": "chép", "V": "dán", "X": "cắt", "A": "chọn hết", "Left": "sang từ trước", "Right": "sang từ sau",
    "Home": "về đầu văn bản", "End": "về cuối văn bản", "Backspace": "xóa một từ", "Del": "xóa một từ",
    "Ins": "chép",
}  # fmt: skip
#: Keys of the whole window, which no verb of the session may take: (key, what it does).
OF_THE_WINDOW = {"Ctrl+K": "Tìm tất cả", "Shift+F6": "đi ngược qua các phần của cửa sổ"}

TYPED = "Phím này dùng để gõ chữ và dấu (Telex, VNI). Hãy chọn phím F hoặc Ctrl với một chữ."
TEXT = "Phím này dùng trong ô chữ. Hãy chọn phím F hoặc Ctrl với một chữ."
ALT = "Phím Alt mở thực đơn, Alt với Z bật tắt bộ gõ. Hãy chọn phím F hoặc Ctrl với một chữ."
TOGGLE = "Ctrl với Shift bật tắt bộ gõ tiếng Việt. Hãy chọn phím F hoặc Ctrl với một chữ."
ALT_GR = "Ctrl với Alt gõ ra ký tự khác trên nhiều bàn phím. Hãy chọn phím F hoặc Ctrl với một chữ."
MENU = "Phím F10 mở thực đơn của hệ thống. Hãy chọn phím F khác."
SYSTEM = "Phím này của hệ điều hành. Hãy chọn phím F hoặc Ctrl với một chữ."


def refusal(key: str) -> str:
    """Why a portable key ("Ctrl+Shift+F5") cannot be given to a verb, as a sentence; "" where it can."""
    *held, last = _parts(key)
    if not last or "Meta" in held or (last in ("Print", "Pause", "SysReq", "Menu", "Help", "Space") and held):
        return SYSTEM
    if "Alt" in held:
        return ALT_GR if "Ctrl" in held else ALT
    if "Ctrl" in held and "Shift" in held:
        return TOGGLE
    if last == "F10":
        return MENU
    if key in OF_THE_WINDOW:
        return f"Phím này để {_lower(OF_THE_WINDOW[key])} trong cả chương trình. Hãy chọn phím khác."
    if last in _FUNCTION:
        return ""
    if "Ctrl" in held:
        if last in _EDITING:
            return f"Ctrl+{last} để {_EDITING[last]} trong ô chữ. Hãy chọn phím khác."
        return SYSTEM if last in ("Esc", "Tab") else ""
    return TYPED if len(last) == 1 else TEXT


def _parts(key: str) -> list[str]:
    """ "Ctrl++" is Ctrl and the plus."""
    if key.endswith("++"):
        return [*key[:-2].split("+"), "+"]
    return key.split("+") if key != "+" else ["+"]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
