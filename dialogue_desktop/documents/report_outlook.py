"""Assessment, tasks and proposals of the report, drafted from the figures (M7)."""

from __future__ import annotations

from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.office_words import lower_first, sentence
from dialogue_desktop.documents.report_appendices import Appendices
from dialogue_desktop.documents.report_results import last_day, own_promises, share
from dialogue_desktop.domain.letters import escalations
from dialogue_desktop.domain.words_vi import count2

_TOLD = 3  # matters of one body that are told in words before they are only counted


def good(source: AfterPaper) -> str:
    """The words of the review meeting where it was held, else what the figures show."""
    review, phrases, counted = source.records.review(), source.paper.phrases, source.figures
    if review is not None and review.good.strip():
        return _sentences(review.good)
    if not counted.all.total:
        return phrases("good_quiet")
    parts = [phrases("good_open")]
    if counted.all.settled:
        parts.append(phrases("good_share", share=share(counted.all.settled, counted.all.total)))
    collected = source.records.collected()
    if collected and all(one.prepared_answer.strip() for one in collected):
        parts.append(phrases("good_prepared"))
    if counted.commitments.done:
        parts.append(phrases("good_done", count=count2(counted.commitments.done)))
    return " ".join(parts)


def bad(source: AfterPaper) -> str:
    """The same for what was not good, with its causes."""
    review, phrases, counted = source.records.review(), source.paper.phrases, source.figures
    if review is not None and review.bad.strip():
        causes = review.causes.strip()
        told = _sentences(review.bad)
        return f"{told}\n{_sentences(phrases('causes', causes=lower_first(causes)))}" if causes else told
    parts = []
    if counted.all.owed:
        parts.append(phrases("bad_owed", count=count2(counted.all.owed)))
    if counted.commitments.late:
        parts.append(phrases("bad_late", count=count2(counted.commitments.late)))
    if counted.all.unknown:
        parts.append(phrases("bad_unknown", count=count2(counted.all.unknown)))
    most = max((row for row in counted.fields if row.label), key=lambda row: row.total, default=None)
    if most is not None and len(counted.fields) > 1 and most.total > 1:
        parts.append(phrases("bad_field", field=most.label, count=count2(most.total)))
    return " ".join(parts) or phrases("bad_none")


def next_tasks(source: AfterPaper) -> str:
    """What is left to do, and until when."""
    phrases = source.paper.phrases
    still = [one for one in own_promises(source) if one.open]
    lines = []
    if still:
        last = last_day(still, source.today)
        until = phrases("next_last", day=last) if last else ""
        lines.append(phrases("next_owed", count=count2(len(still)), last=until))
    if escalations(source.records, source.commitments):
        lines.append(phrases("next_beyond"))
    return "\n".join(lines) or phrases("next_none")


def proposals(source: AfterPaper, tables: Appendices) -> str:
    """What each body of the higher level is asked for."""
    phrases, letters = source.paper.phrases, escalations(source.records, source.commitments)
    if not letters:
        return phrases("proposals_none", body=source.paper.body)
    texts = tables.texts
    lines = []
    for letter in letters:
        matters = [lower_first(texts[key]) for key in letter.commitment_ids if key in texts]
        if not matters or len(matters) > _TOLD:
            count = len(letter.commitment_ids) or len(letter.opinion_ids)
            matters = [phrases("proposal_count", count=count2(count), appendix=tables.name("owed"))]
        to = letter.to or lower_first(phrases("beyond_blank"))
        lines.append(phrases("proposal", to=to, matters="; ".join(matters)))
    lines.append(phrases("proposal_last", body=source.paper.body))
    return "\n".join(lines)


def _sentences(words: str) -> str:
    """Lines as written, each with its sign at the end."""
    return "\n".join(sentence(line) for line in words.split("\n") if line.strip())
