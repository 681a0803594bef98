"""An evening of many events through the window by keys alone: all that was said and done is in the book, word
for word and minute for minute, on paper in its order, and few keys were needed (L1–L10, M1, M2, G5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop import bootstrap
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.conference import Stage
from dialogue_desktop.domain.plan import ChairRole
from dialogue_desktop.domain.records import OPEN_OUTCOMES, Records, Source, TurnState
from dialogue_desktop.domain.wall_time import from_wall
from dialogue_desktop.storage.consistency import rows_differ
from tests.documents.paper import Paper, docx_flow, read_pdf, squeezed
from tests.ui.evening import nights
from tests.ui.evening.counted_keys import counted
from tests.ui.evening.kinds import Speaks
from tests.ui.evening.ledger import Ledger
from tests.ui.evening.people import COLLECTED
from tests.ui.evening.script import EVENTS, POWER_CUT
from tests.ui.main_job.runs import Runs

pytestmark = pytest.mark.slow

BOOK = Ledger(EVENTS)
#: Seven working days from Friday 24 April, without the 27th, 30th and 1 May: where nobody named a day.
BY_RULE = date(2026, 5, 8)


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Played once; the tests read what is left."""
    return nights.play(tmp_path_factory.mktemp("buoi-toi"))


def opened(folder: Path) -> Any:
    return bootstrap.build(folder, clock=FixedClock(from_wall(datetime(2026, 4, 24, 22, 0))))


@pytest.fixture(scope="module")
def app(evening: Runs) -> Iterator[Any]:
    app = opened(evening.data)
    yield app
    app.close()


@pytest.fixture(scope="module")
def cid(app: Any) -> str:
    (info,) = app.planning.list()
    assert info.stage is Stage.CONCLUDE
    return str(info.id)


@pytest.fixture(scope="module")
def stored(app: Any, cid: str) -> Records:
    records: Records = app.live.records(cid)
    return records


@pytest.fixture(scope="module")
def papers(app: Any, cid: str) -> tuple[Paper, ...]:
    """The copies of the minutes as they would be printed: the posted one first."""
    return tuple(read_pdf(copy.pdf) for copy in app.documents.minutes_copies(cid, draft=True))


# --- in the book ------------------------------------------------------------------------------------------


def test_everybody_who_came_is_in_the_queue_as_they_left_it(stored: Records) -> None:
    """L2: who, from where, about what, which turn, what became of it; interpreted, online, unnamed."""
    turns = sorted(stored.turns, key=lambda turn: turn.number)
    for turn, wanted in zip(turns, BOOK.turns, strict=True):
        voice, person = turn.voice, wanted.person
        assert (voice.honorific, voice.name) == (person.called, person.name)
        assert (voice.locality, voice.hamlet, turn.topic) == (person.locality, person.hamlet, person.topic)
        assert (turn.interpreter, turn.anonymous) == (person.interpreter, person.anonymous)
        assert turn.source is (Source.ONLINE if person.online else Source.HALL)
        assert (turn.again, turn.state, turn.consent) == (wanted.again, wanted.state, wanted.consent)
    assert TurnState.WAITING not in {turn.state for turn in turns}


def test_everybody_spoke_when_the_script_says(stored: Records) -> None:
    """L7: each stretch of speech to the second, pauses left out, a forgotten clock as it was put right."""
    turns = sorted(stored.turns, key=lambda turn: turn.number)
    for turn, wanted in zip(turns, BOOK.turns, strict=True):
        assert [(span.start, span.end) for span in turn.spans] == wanted.spans, turn.voice.name


def test_every_opinion_is_written_as_it_was_said(stored: Records) -> None:
    """L3–L5: text, field, kind, speaker, consent, the collected one that it repeats."""
    hall = stored.at_hall()
    assert [one.text for one in hall] == [one.said.text for one in BOOK.opinions]
    collected = stored.collected()
    for one, wanted in zip(hall, BOOK.opinions, strict=True):
        person = wanted.turn.person
        assert [(voice.name, voice.locality) for voice in one.voices] == [(person.name, person.locality)]
        assert (one.kind, one.consent) == (wanted.said.kind, wanted.turn.consent), one.text
        assert one.field == wanted.said.field, one.text
        repeats = wanted.said.repeats
        assert one.linked_id == (collected[repeats - 1].id if repeats else "")


def test_every_answer_is_written_as_it_was_given(stored: Records) -> None:
    """L3, L4: of each round who answered, in which office, what was said again, and the answer."""
    for one, wanted in zip(stored.at_hall(), BOOK.opinions, strict=True):
        rounds = [
            (
                answer.follow_up,
                answer.answerer[:1].lower() + answer.answerer[1:],
                answer.answerer_position,
                answer.text,
            )
            for answer in stored.answers_of(one.id)
            if answer.text or answer.follow_up
        ]
        assert rounds == wanted.answers, one.text


def test_what_became_of_each_is_written(stored: Records) -> None:
    """L3: outcome, who follows it up until when, where it is sent, why it was refused; what is marked."""
    ids = {one.text: one.id for one in stored.opinions}
    for one, wanted in zip(stored.at_hall(), BOOK.opinions, strict=True):
        said = wanted.said
        assert one.outcome is wanted.outcome, one.text
        assert (one.unit, one.deadline) == (wanted.due.unit, wanted.due.day), one.text
        lead = next((other for other in BOOK.opinions if other is wanted.with_), None)
        assert one.answered_with == (ids[lead.said.text] if lead is not None else "")
        assert (one.receiving_body, one.outcome_reason) == (said.body, said.reason), one.text
        assert one.marked is wanted.marked


def test_what_was_collected_is_answered_as_prepared(stored: Records) -> None:
    """L5: each with its prepared answer, word for word, and what the chair said of it."""
    for number, one in enumerate(stored.collected(), start=1):
        assert one.outcome is BOOK.collected[number]
        assert [answer.text for answer in stored.answers_of(one.id)] == [COLLECTED[number - 1].answer]


def test_counts_conclusions_and_the_session(stored: Records) -> None:
    """L1, L6, L8: the second count stands with its hour; each conclusion whole; begin, end, last step."""
    counted_rows = {
        row.locality: (row.present, row.counted_at) for row in stored.attendance if row.present is not None
    }
    assert counted_rows == BOOK.present
    own = [(c.text, c.settled, c.unit, c.deadline) for c in stored.conclusions if not c.opinion_ids]
    assert own == [(c.text, c.settled, c.unit, c.day) for c in BOOK.conclusions]
    session = stored.session
    assert session.chairs is not None
    chair, other, *_ = session.chairs
    assert (BOOK.leads.partition(" ")[2], chair.role) == (chair.official.name, ChairRole.CHAIR)
    assert (other.official.name, other.role) == ("Đỗ Mạnh Tuyển", ChairRole.CO_CHAIR)
    assert [recording.started_at for recording in session.recordings] == [BOOK.zero]
    assert session.adopted is BOOK.adopted is True
    assert (session.started_at, session.ended_at, session.step_id) == (BOOK.started, BOOK.ended, BOOK.step)


def test_the_drafted_conclusions_speak_of_everything_that_was_said(stored: Records) -> None:
    """L8: what is still owed stands with its unit and its day, what is settled with the settled things."""
    assert BOOK.drafted
    of = {opinion_id: row for row in stored.conclusions for opinion_id in row.opinion_ids}
    for one, wanted in zip(stored.at_hall(), BOOK.opinions, strict=True):
        row = of[one.id]
        if wanted.outcome in OPEN_OUTCOMES:
            day = one.deadline or BY_RULE
            assert (row.settled, row.unit, row.deadline) == (False, one.unit, day), one.text
        else:
            assert row.settled, one.text


#: Written whenever the hands rest while they type, so their number says nothing.
_BY_PAUSES = {"conclusion.set"}


def test_every_act_is_in_the_journal_once(app: Any, cid: str) -> None:
    """G5: neither more nor fewer acts than happened in the hall; the rows are what the journal says."""
    acts = Counter(entry.kind for entry in app.live.history(cid, 10_000))
    for kind in _BY_PAUSES:
        assert acts.pop(kind) >= BOOK.acts[kind]
    collected = len(COLLECTED)
    wanted = Counter({kind: n for kind, n in BOOK.acts.items() if kind not in _BY_PAUSES})
    wanted["opinion.add"] += collected
    assert acts == wanted
    assert rows_differ(app.database, cid)[1] == 0


# --- the power cut ----------------------------------------------------------------------------------------


def test_the_power_cut_takes_a_second_of_typing_at_most(evening: Runs) -> None:
    """L9: the program opens where it was, the half-typed answer in its box and the cursor behind it."""
    (back,) = evening.told("back")
    event = EVENTS[POWER_CUT - 1]
    assert isinstance(event, Speaks)
    whole = event.said[0].replies[0].text
    assert whole.startswith(back["text"])
    assert back["cursor"] == len(back["text"]) < len(whole)
    safe = [line["letters"] for line in evening.told("letter") if line["at"] < evening.killed_at - 1.0]
    assert len(back["text"]) >= max(safe)


def test_what_was_done_before_the_power_cut_is_on_the_disk(evening: Runs) -> None:
    """L9, G5: the folder as it was left in the dark."""
    before = Ledger(EVENTS[: POWER_CUT - 1])
    app = opened(evening.after_kill)
    try:
        (info,) = app.planning.list()
        records = app.live.records(info.id)
        assert rows_differ(app.database, info.id)[1] == 0
    finally:
        app.close()
    assert [one.text for one in records.at_hall()] == [one.said.text for one in before.opinions]
    assert len(records.turns) == len(before.turns)


# --- on paper ---------------------------------------------------------------------------------------------


def test_the_minutes_say_who_said_what_in_its_order(papers: tuple[Paper, ...]) -> None:
    """M1: each opinion under its speaker, then all answers of it, in the order of the evening."""
    flow = papers[1].flow
    at = 0
    for one in BOOK.opinions:
        answers = [part for answer in one.answers for part in answer]
        for words in (f"{one.turn.person.called} {one.turn.person.name}", one.said.text, *answers):
            found = flow.find(_inside(words), at)
            assert found >= 0, f"not after what was said before: {words}"
            at = found


def _inside(words: str) -> str:
    """Its letters without the first, which may be a capital on paper, and the last stop."""
    return squeezed(words)[1:].rstrip(".")


def test_the_minutes_name_who_led_in_the_end_first(papers: tuple[Paper, ...]) -> None:
    """M1, P5: the chair that took over, then the one who handed it on."""
    chairs = papers[1].flow.partition("Chủtrì")[2]
    assert 0 < chairs.index("CaoThịDuyên") < chairs.index("ĐỗMạnhTuyển")


def test_word_says_the_same_as_paper(app: Any, cid: str) -> None:
    """M2: every word of the evening in every DOCX that names people."""
    view = app.documents.minutes_view(cid, draft=True)
    for _, data in app.documents.minutes_docx(view)[1:]:
        words = docx_flow(data)
        for one in BOOK.opinions:
            for part in (one.said.text, *(words for answer in one.answers for words in answer)):
                assert _inside(part) in words, part
        for conclusion in BOOK.conclusions:
            assert _inside(conclusion.text) in words


def test_the_posted_copy_names_only_who_agreed(papers: tuple[Paper, ...]) -> None:
    """M2, C5: nobody else in any round or list."""
    for turn in (turn for turn in BOOK.turns if not turn.person.anonymous):
        name = squeezed(turn.person.name)
        assert (name in papers[0].flow) is (turn.consent is True), name


# --- the keys ---------------------------------------------------------------------------------------------


def test_few_keys_that_are_no_text(evening: Runs, capsys: pytest.CaptureFixture[str]) -> None:
    """L1: calling, clock, answer, outcome, unit, day and saving: six for an opinion."""
    table = counted(evening.told("event"))
    with capsys.disabled():
        print("\n" + "\n".join(table.lines()))  # noqa: T201 - the figures for the closing note
    assert table.opinions == len(BOOK.opinions)
    assert table.each <= 6
