"""The screen from the records, made of parts of which an act changes only a few."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dialogue_desktop.domain.joint_answers import JointAnswers, collected_waiting
from dialogue_desktop.domain.joint_answers import waiting as waits
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import Plan, ProgrammeStep
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.registering import registrations
from ui.live.session import joint_words, quick_add, screen_words, turn_words
from ui.live.session.floor_words import floor_of
from ui.live.session.kept_parts import KeptParts, KeptRows
from ui.live.session.outlook import outlook
from ui.live.session.screen import LiveScreen, TurnChip


class ScreenMaker:
    """The same as from scratch, at the cost of what differs since the last time: an evening of hundreds of
    opinions is shown again with every act and every saved draft."""

    def __init__(self) -> None:
        self._parts, self._rows = KeptParts(), KeptRows()

    def screen(
        self, records: Records, plan: Plan, steps: Sequence[ProgrammeStep], turn_id: str, now: datetime
    ) -> LiveScreen:
        """All that the records say; what is on the desk and what was saved is the presenter's."""
        kept, row = self._parts.of, self._rows.row
        session, opinions, turns, present = (
            records.session, records.opinions, records.turns, records.attendance,
        )  # fmt: skip
        speaker = next((turn for turn in turns if turn.id == turn_id), None)
        # Of one who is speaking the words go with the clock.
        moment = now if speaker is not None and any(span.end is None for span in speaker.spans) else None
        queue = (turns, opinions, plan, turn_id, moment)
        title, short, facts = kept("titles", (plan,), lambda: screen_words.titles(plan))
        words, at, waiting = kept(
            "counted", (turns, turn_id), lambda: screen_words.queue_counts(turns, turn_id)
        )
        said = kept("said", (opinions,), records.at_hall)
        answered, ties = (opinions, records.answers), self._ties
        # Neither what is said in the hall nor the states of turns change who registered.
        collected = self._parts.same("collected", kept("before", (opinions,), records.collected))
        called = self._parts.same(
            "called", kept("turns", (turns,), lambda: tuple((t.opinion_id, t.voice) for t in turns))
        )
        return LiveScreen(
            title=title,
            short_title=short,
            facts=facts,
            started=session.started_at is not None,
            ended=screen_words.hour(session.ended_at) if session.ended_at else "",
            queue=kept(
                "queue", queue, lambda: screen_words.queue_rows(records, turn_id, plan.localities, now, row)
            ),
            registered=kept("registered", (collected, called), lambda: registrations(records)),
            queue_words=words,
            queue_short=at,
            waiting=waiting,
            speaker=kept(
                "speaker", queue, lambda: screen_words.speaker_view(records, turn_id, plan.localities)
            ),
            counts=kept(
                "counts", answered, lambda: screen_words.counts(said, len(waits(records, ties(records))))
            ),
            entries=kept(
                "entries",
                (said, turns, session.recordings),
                lambda: screen_words.entries(said, {t.id: t for t in turns}, session.recordings),
            ),
            outlook=outlook(records, plan, turn_id, now),
            floor=kept("floor", (turns, plan, moment), lambda: floor_of(turns, plan, now)),
            programme=screen_words.programme_view(steps, session, now),
            collected_waiting=kept(
                "collected_waiting", answered, lambda: len(collected_waiting(records, ties(records)))
            ),
            marked=kept("marked", (opinions,), lambda: sum(o.marked for o in opinions)),
            present=kept("present", (present,), lambda: screen_words.present_words(present)),
        )

    def item_words(self, records: Records, item: LiveItem, turn_id: str) -> tuple[str, tuple[TurnChip, ...]]:
        """With which opinions the one on the desk is answered, and those of its turn."""
        made_of = (records.opinions, records.answers, item.opinion_id, item.turn_id, turn_id)
        return self._parts.of(
            "item",
            made_of,
            lambda: (
                joint_words.tie_words(records, item, self._ties(records)),
                turn_words.chips(records, item, turn_id, self._ties(records)),
            ),
        )

    def _ties(self, records: Records) -> JointAnswers:
        made_of = (records.opinions, records.answers)
        return self._parts.of("ties", made_of, lambda: JointAnswers(records))

    def known_people(self, records: Records) -> tuple[quick_add.KnownPerson, ...]:
        """Asked for by the quick line alone, so made with its first letter and not with every act."""
        made_of = (records.turns, records.opinions)
        return self._parts.of("known", made_of, lambda: quick_add.known_people(records))
