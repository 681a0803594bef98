"""Vietnamese text in the codes from before Unicode (TCVN3, VNI): recognised, so that it can be said (G5)."""

from __future__ import annotations

import re

_TCVN3 = frozenset("µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ¡¢§£¤¥¦")
#: Letters that no Vietnamese text in Unicode has, but TCVN3 is full of.
_ONLY_TCVN3 = frozenset("µ¸¶·¹¨»¾¼½Æ©ÇËÎÏ®Ñª×ÜÞßä«åæç¬ëîïñö÷øûüþ¡¢§£¤¥¦")
#: A vowel followed by the letter that stands for its mark: "aâ", "eá", "oaï".
_VNI = re.compile(r"[aeouyAEOUY][âáàåäãùøûõïêéèúüëÂÁÀÅÄÃÙØÛÕÏÊÉÈÚÜË]|[öÖôÔ][ùøûõïÙØÛÕÏ]|ñ|Ñ")
_UNICODE = re.compile(r"[\u1ea0-\u1ef9ăâđêôơưĂĐƠƯ]")
_FEWEST = 12

TCVN3 = (
    "chữ gõ theo bảng mã cũ TCVN3 (phông .VnTime), hãy chuyển sang Unicode bằng UniKey (Ctrl+Shift+F6) "
    "rồi làm lại"
)
VNI = (
    "chữ gõ theo bảng mã cũ VNI (phông VNI-Times), hãy chuyển sang Unicode bằng UniKey (Ctrl+Shift+F6) "
    "rồi làm lại"
)
NOT_UNICODE = "bảng mã của tệp không phải Unicode, hãy mở tệp rồi ghi lại bằng UTF-8"


def old_code(text: str) -> str:
    """The reason why a text cannot be read when it is in TCVN3 or VNI, else nothing."""
    letters = sum(letter.isalpha() for letter in text)
    if letters < 40:
        return ""
    unicode = len(_UNICODE.findall(text))
    tcvn3 = sum(letter in _ONLY_TCVN3 for letter in text)
    vni = len(_VNI.findall(text))
    if tcvn3 >= _FEWEST and tcvn3 > 0.04 * letters and tcvn3 > 4 * unicode:
        return TCVN3
    if vni >= _FEWEST and vni > 0.06 * letters and vni > 2 * len(re.findall(r"[\u1ea0-\u1ef9]", text)):
        return VNI
    return ""
