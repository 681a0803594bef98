"""The evening of Lộc Thịnh as records, with the texts that break careless programs added to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from dialogue_desktop.domain.conference import ConferenceView, Stage
from dialogue_desktop.domain.records import (
    Answer,
    Attendance,
    Conclusion,
    Opinion,
    Recording,
    Records,
    Session,
    Source,
    Turn,
    Voice,
)
from tests.data.loc_thinh import Said, loc_thinh_evening_plan, loc_thinh_session

START = datetime(2024, 8, 28, 11, 30, tzinfo=UTC)

LONG = " ".join(
    f"Đoạn {n}: nước từ đồi chảy xuống sân trường, bà con đã ba lần đào rãnh mà đất lại lấp, nhờ xã xem giúp."
    for n in range(1, 31)
)

#: What citizens really type and paste.
HOSTILE = (
    '=HYPERLINK("http://x","bấm vào đây")',
    "+84 912 000 111 là số của ai gọi đến thu tiền?",
    "- Xin hỏi về chế độ của H'Hen Niê, K'Sor Blô và Y Đăm Êban.",
    "@nhóm thôn nói khác với loa",
    'Chữ "trong ngoặc" & <b>đậm</b> ]]> {thon} _x0041_',
    "#N/A",
    LONG,
    "a" * 10_000,
    "Cầu 𠀋 và 🙂 漢字",
)


def evening_records() -> Records:
    """Thirty opinions of the evening and, collected before it, one for each hostile text."""
    evening = loc_thinh_session()
    opinions: list[Opinion] = []
    answers: list[Answer] = []
    voice = Voice()
    for number, said in enumerate(evening.said, 1):
        voice = _voice(said.walk_in) if said.walk_in else voice
        at = START + timedelta(minutes=4 * number)
        opinions.append(
            Opinion(
                id=f"yk-{number}",
                number=number,
                text=said.opinion,
                field=said.field,
                kind=said.kind,
                voices=(voice,),
                outcome=said.outcome,
                outcome_reason=said.reason,
                unit=said.unit,
                deadline=said.deadline,
                said_at=at,
                answered_with="yk-1" if number == 2 else "",
            )
        )
        answers += _answers(number, said, at)
    for number, text in enumerate(HOSTILE, len(opinions) + 1):
        opinions.append(
            Opinion(
                id=f"yk-{number}",
                number=number,
                text=text,
                source=Source.VILLAGE_HEAD,
                anonymous=number % 2 == 0,
            )
        )
    return Records(
        session=Session(
            "session",
            started_at=START,
            ended_at=START + timedelta(hours=2, minutes=30),
            place="Nhà Văn hóa xã Lộc Thịnh",
            people_total=evening.people_total,
            adopted=True,
            recordings=(Recording("Đài Truyền thanh xã", START - timedelta(minutes=3)),),
        ),
        turns=(
            Turn(
                "lp-1",
                1,
                1.0,
                Voice("Y Đăm Êban", "ông"),
                source=Source.ONLINE,
                interpreter="bà H'Hen Niê, tiếng Ê-đê",
                opinion_id="yk-1",
            ),
            Turn("lp-2", 2, 2.0, anonymous=True),
        ),
        opinions=tuple(opinions),
        answers=tuple(answers),
        attendance=tuple(
            Attendance(f"dd-{n}", n, label, locality, expected, present, total, unit)
            for n, (label, locality, expected, present, total, unit) in enumerate(evening.attendance)
        ),
        conclusions=tuple(
            Conclusion(f"kl-{n}", n, text, settled, unit, deadline, ("yk-1", f"yk-{n + 2}"))
            for n, (text, settled, unit, deadline) in enumerate(evening.conclusions)
        ),
    )


def evening_view() -> ConferenceView:
    return ConferenceView(
        "loc-thinh", "Lộc Thịnh 2024", Stage.CONCLUDE, loc_thinh_evening_plan(), evening_records()
    )


def _voice(walk_in: str) -> Voice:
    person, _, place = walk_in.partition(" /")
    honorific, _, name = person.partition(" ")
    return Voice(name, honorific, f"làng {place}" if place == "Mé" else f"thôn {place}")


def _answers(number: int, said: Said, at: datetime) -> list[Answer]:
    opinion = f"yk-{number}"
    answers = [
        Answer(f"tl-{number}-1", opinion, 1, "", said.answerer, "", said.answer, at + timedelta(minutes=2))
    ]
    if said.follow_up:
        answers.append(
            Answer(
                f"tl-{number}-2",
                opinion,
                2,
                said.follow_up,
                said.answerer,
                "",
                said.second_answer,
                at + timedelta(minutes=3),
            )
        )
    return answers
