"""Whatever anybody said, the posted copy gives nobody away, and the list names all that it lacks (M2)."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.documents import doc_minutes
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.conference import ConferenceView, Stage
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.privacy import LeftOut, may_name, posted
from dialogue_desktop.domain.records import (
    Answer,
    Attendance,
    Conclusion,
    Opinion,
    Outcome,
    Records,
    Source,
    Turn,
    TurnState,
    Version,
    Voice,
)
from dialogue_desktop.domain.text_vi import fold
from tests.documents.conftest import RESOURCES

#: No two have the same last word; whether they consent is drawn.
PEOPLE = (
    Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp", "xóm Đình"),
    Voice("Đào Thị Hoà", "bà", "thôn Bến Lở"),
    Voice("Y Bhiăng Ksơr", "anh", "thôn Phú Ấp", "làng Đăk Mơ"),
    Voice("K’Brĕ", "ông", "thôn Phú Ấp"),
    Voice("Lò Ế", "cụ", "thôn Đồng Vạn", "số nhà 9, ngõ 4"),
    Voice("Phạm Thị Thuỳ Mỵ", "chị", ""),
)
PHONES = ("0912 345 678", "0987.654.321", "+84 903 111 222", "(024) 3999 8888", "038082001234")
HOUSES = ("số nhà 12, ngõ 3", "nhà số 45B", "SN 27", "số 8 ngách 15/2 đường Trần Phú")
OTHERS = ("34A-123.45", "kbre.kr@gmail.com", "sinh ngày 12/3/1956")
PLAIN = ("Đường trục thôn ngập", "mỗi hộ 50.000 đồng", "từ ngày 24/4/2026", "học sinh năm 2026", "ngõ 3")


def name_of(voice: Voice, form: int) -> str:
    """The ways in which a hall names somebody."""
    forms = (
        f"{voice.honorific} {voice.name}",
        voice.name.upper() if len(voice.name.split()) > 1 else f"{voice.honorific} {voice.name}",
        f"{voice.honorific} {voice.name.split()[-1]}",
        f"{voice.honorific} {voice.name.replace('Hoà', 'Hòa').replace('’', chr(39))} ({voice.address})",
    )
    return forms[form]


said = st.one_of(
    st.sampled_from(PLAIN),
    st.builds(name_of, st.sampled_from(PEOPLE), st.integers(0, 3)),
    st.sampled_from((*PHONES, *HOUSES)),
    st.sampled_from(OTHERS).map(lambda words: words if "sinh" not in words else f"tôi {words}"),
)
texts = st.lists(said, max_size=4).map(" , ".join)


@st.composite
def records(draw: st.DrawFn) -> Records:
    consents = [draw(st.sampled_from((True, False, None))) for _ in PEOPLE]
    opinions, answers, turns = [], [], []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        who = draw(st.lists(st.integers(0, len(PEOPLE) - 1), max_size=3, unique=True))
        agreed = all(consents[at] is True for at in who)
        hall = draw(st.booleans())
        opinions.append(
            Opinion(
                f"o{number}", number, Source.HALL if hall else draw(st.sampled_from(Source)),
                f"t{number}" if hall else "", draw(texts), voices=tuple(PEOPLE[at] for at in who),
                group_note=draw(texts) if draw(st.booleans()) else "",
                anonymous=draw(st.integers(0, 5)) == 0, consent=agreed,
                prepared_answer=draw(texts), outcome=draw(st.sampled_from((*Outcome, None))),
                outcome_reason=draw(texts), withheld=draw(st.integers(0, 5)) == 0,
                linked_id=f"o{number - 1}" if number > 1 and draw(st.booleans()) else "",
                answered_with=f"o{number - 1}" if number > 1 and draw(st.booleans()) else "",
                group_id=draw(st.sampled_from(("", "g"))),
            )
        )  # fmt: skip
        if hall:
            turns.append(Turn(f"t{number}", number, voice=PEOPLE[who[0]] if who else Voice()))
        for count in range(draw(st.integers(0, 2))):
            answers.append(
                Answer(
                    f"a{number}{count}", f"o{number}", count + 1, draw(texts) if count else "",
                    "ông Trần Hữu Lẫm", "Trưởng phòng Kinh tế", draw(texts),
                )
            )  # fmt: skip
    absent = draw(st.integers(0, len(PEOPLE) - 1))
    turns.append(Turn("z", 90, voice=PEOPLE[absent], state=draw(st.sampled_from(TurnState))))
    return Records(
        opinions=tuple(opinions),
        answers=tuple(answers),
        turns=tuple(turns),
        attendance=(Attendance("n", label=f"Hộ dân {draw(texts)}", present=4),),
        conclusions=(Conclusion("c", 0, f"Giao việc {draw(texts)}", opinion_ids=("o1",)),),
        versions=(Version("v1"), Version("v2", 2, reason=draw(texts))),
    )


ENGINE = Engine(RESOURCES, system_fonts=False)


def page(found: Records, *, public: bool) -> str:
    view = ConferenceView("c", "Minh Khê", Stage.CONCLUDE, Plan("ubnd_nhan_dan", 2026), found)
    phrases = ENGINE.phrases("minutes")
    tree = doc_minutes.build(view, ENGINE.sheet("nd30"), phrases, "{count} bản {purpose}", posted=public)
    return ENGINE.text(tree)


@given(records())
def test_no_name_without_consent_no_number_and_no_house_is_on_the_page(found: Records) -> None:
    shown = page(posted(found).records, public=True)
    named = {v.name for o in found.opinions if may_name(o) for v in o.voices}
    words = fold(shown)
    for voice in PEOPLE:
        if voice.name in named:
            continue
        if any(voice in o.voices for o in found.opinions) or any(t.voice == voice for t in found.turns):
            assert fold(voice.name) not in words
            assert fold(f"{voice.honorific} {voice.name.split()[-1]}") not in words
    digits = re.sub(r"\D", "", re.sub(r"[^\d\s().+-]+", "x", shown).replace("x", "\n"))
    for phone in PHONES:
        assert re.sub(r"\D", "", phone) not in digits
    for house in (*HOUSES, "số nhà 9"):
        assert house not in shown
    assert not any(other in shown for other in OTHERS)


def put_back(text: str, left: list[LeftOut]) -> str:
    """The text as it was before, made of what is left and of the list alone."""
    at = 0
    for one in left:
        at = text.index(one.shown, at)
        text = f"{text[:at]}{one.words}{text[at + len(one.shown) :]}"
        at += len(one.words)
    return text


@given(records())
def test_the_list_is_exact(found: Records) -> None:
    """M2: each text comes back whole from the posted one and the list; nothing else went."""
    fit = posted(found)

    def back(text: str, place: str, part: str = "") -> str:
        return put_back(text, [one for one in fit.left_out if (one.place, one.part) == (place, part)])

    for old, new in zip(found.opinions, fit.records.opinions, strict=True):
        place = f"ý kiến số {old.number}"
        whole = [one for one in fit.left_out if one.place == place and one.sentence.startswith("Nội dung")]
        assert old.withheld is bool(whole)
        if not old.withheld:
            assert back(new.text, place, "nội dung") == old.text
            assert back(new.outcome_reason, place, "lý do") == old.outcome_reason
        for voice in old.voices:
            gone = f"Tên {voice.shown} ({place})" in "\n".join(fit.masked)
            assert gone is not (may_name(old) or old.anonymous)
    assert back(fit.records.conclusions[0].text, "kết luận 1") == found.conclusions[0].text
    assert back(fit.records.attendance[0].label, "dòng điểm danh 1") == found.attendance[0].label
    reason = fit.records.versions[1].reason
    assert back(reason, "lý do đính chính lần 2") == found.versions[1].reason


@given(records())
def test_an_empty_list_means_the_same_page(found: Records) -> None:
    """M2: where nothing stands in the list both copies are alike, where they differ something does."""
    fit = posted(found)
    same = page(fit.records, public=True) == page(found, public=False)
    assert same is not bool(fit.masked)
    open_to_all = replace(
        found,
        opinions=tuple(replace(o, consent=True, anonymous=False, withheld=False) for o in found.opinions),
        turns=(),
    )
    assert not any(one.kind.value == "Tên" and not one.part for one in posted(open_to_all).left_out)
