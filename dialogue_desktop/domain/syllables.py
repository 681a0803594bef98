"""Whether a few letters are a Vietnamese syllable, and whether a keyboard tool would change them (L12)."""

from __future__ import annotations

import re

from dialogue_desktop.domain.text_vi import fold

_ONSETS = "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()
#: Rimes without their marks: people also type without accents.
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien "
    "ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem "
    "oen oeo oet oi om on ong ooc oong op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc "
    "uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyp uyt uyu y yem yen yeng yet yeu"
).split()
_SYLLABLE = re.compile(f"(?:{'|'.join(sorted(_ONSETS, key=len, reverse=True))})?(?:{'|'.join(_RIMES)})")
_BEGUN = frozenset(rime[:end] for rime in _RIMES for end in range(1, len(rime) + 1))
_TONES_TELEX, _TONES_VNI = "sfrxj", "12345"
_MARKED = {"6": "aeo", "7": "uo", "8": "a", "9": "d"}


def is_syllable(word: str) -> bool:
    """Whether the letters, with or without their accents, are a syllable ("ban", "thu", "được")."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


def _begun(letters: str) -> bool:
    """Whether a syllable may begin so, its vowel among the letters: only there a tone is set."""
    return any(
        letters.startswith(onset) and letters[len(onset) :] in _BEGUN for onset in ("", *_ONSETS)
    ) and any(letter in "aeiouy" for letter in letters)


def changed_by_telex(word: str) -> bool:
    """Whether keys of Telex stand in it: "aa", "dd", w, or a tone behind a vowel ("bas")."""
    letters = word.lower()
    if "w" in letters or "dd" in letters or letters[-2:] in ("ss", "ff", "rr", "xx", "jj"):
        return True
    for at, letter in enumerate(letters):
        before = letters[:at]
        if letter in _TONES_TELEX and _begun(before):
            return True
        if letter in "aeod" and letter in before and _begun(before):
            return True
    return False


def changed_by_vni(word: str) -> bool:
    """Whether a digit in it would set a mark or a tone ("ho1", "d9")."""
    letters = word.lower()
    for at, digit in enumerate(letters):
        before = letters[:at]
        if digit in _TONES_VNI and _begun(before):
            return True
        if digit in _MARKED and any(letter in before for letter in _MARKED[digit]):
            return digit == "9" or _begun(before)
    return False
