"""How often the suggestions are right, and how quickly they come (C6).

Shares are of what goes wrong, so that less is better as everywhere else. Three sets for the fields: the
shipped examples by ten-fold cross-validation (the word lists are always known and were written by the same
hand, so this figure flatters), the opinions of the sample conference, and a set that was written before the
last word lists and never learned from. Times are of the processor, not of the clock on the wall.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.fuzz import token_set_ratio

from dialogue_desktop import lists, sorting_data
from dialogue_desktop.domain.alike_groups import candidates, together
from dialogue_desktop.domain.competence import CompetenceBook
from dialogue_desktop.domain.field_guess import FieldModel
from dialogue_desktop.domain.field_topics import EXAMPLE_WEIGHT, homes, is_rest, ready_model
from dialogue_desktop.domain.likeness import Gist, GistReader, Likeness, Rarity, likeness
from dialogue_desktop.domain.search_words import plain_words
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.paths import resources_dir
from tests.benchmarks.result import Result, paired_ratio

_HERE = Path(__file__).parent
_FOLDS, _SEED, _MANY = 10, 2026, 5000


@dataclass(frozen=True, slots=True)
class _Said:
    """A text and the field that a person gave it."""

    field: str
    text: str


@dataclass(slots=True)
class _Tally:
    """How many were judged, and how many of them the first, and the first two, guesses missed."""

    of: int = 0
    first: int = 0
    both: int = 0
    silent: int = 0
    shown_wrong: int = 0

    def judge(self, model: FieldModel, said: _Said) -> None:
        ranked = [field for field, _ in model.rank(said.text)[:2]]
        guess = model.guess(said.text)
        self.of += 1
        self.first += ranked[:1] != [said.field]
        self.both += said.field not in ranked
        self.silent += guess is None
        self.shown_wrong += guess is not None and guess.field != said.field

    def share(self, count: int) -> float:
        return 100 * count / self.of


def run() -> list[Result]:
    data = sorting_data.load(resources_dir() / "sorting")
    fields = lists.load(resources_dir() / "lists").fields
    home = homes(fields, data.topics)
    examples = [_Said(home[topic.id], text) for topic in data.topics for text in topic.examples]
    model = ready_model(fields, data.topics)
    crossed = _cross_validated(model, examples, lambda said: said)
    bare = _cross_validated(model, examples, lambda said: _Said(said.field, fold(said.text)))
    sample, unseen = _Tally(), _Tally()
    opinions = _sample()
    for one in opinions:
        if not is_rest(str(one["field"])):
            sample.judge(model, _Said(str(one["field"]), str(one["text"])))
    for one in json.loads((_HERE / "unseen_opinions.json").read_text(encoding="utf-8")):
        unseen.judge(model, _Said(home[one["topic"]], one["text"]))
    percent = "%"
    return [
        Result(
            f"Lĩnh vực đầu sai, kiểm tra chéo {crossed.of} ý kiến", crossed.share(crossed.first), 20, percent
        ),
        Result("Cả hai lĩnh vực đầu sai, kiểm tra chéo", crossed.share(crossed.both), 8, percent),
        Result("Gợi ý hiện ra mà sai, kiểm tra chéo", crossed.share(crossed.shown_wrong), 12, percent),
        Result("Im lặng vì chưa rõ, kiểm tra chéo", crossed.share(crossed.silent), None, percent),
        Result("Lĩnh vực đầu sai khi viết không dấu", bare.share(bare.first), 22, percent),
        Result(
            f"Lĩnh vực đầu sai, {sample.of} ý kiến của hội nghị mẫu", sample.share(sample.first), 25, percent
        ),
        Result("Cả hai lĩnh vực đầu sai, hội nghị mẫu", sample.share(sample.both), 8, percent),
        Result(
            f"Lĩnh vực đầu sai, {unseen.of} ý kiến chưa học bao giờ", unseen.share(unseen.first), 10, percent
        ),
        Result("Cả hai lĩnh vực đầu sai, ý kiến chưa học", unseen.share(unseen.both), 4, percent),
        *_speed(model, opinions),
        *_competence(data, opinions),
        *_pairs(data, model),
        _grouping(data, model),
    ]


def _sample() -> list[dict[str, object]]:
    path = resources_dir() / "samples" / "minh_khe_2026.json"
    found: list[dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))["records"]["opinions"]
    return found


def _cross_validated(model: FieldModel, examples: Sequence[_Said], asked: Callable[[_Said], _Said]) -> _Tally:
    """Each tenth is forgotten, judged by what the rest taught, and learned again; the same share of every
    field in each tenth."""
    chance = random.Random(_SEED)
    tenths: list[list[_Said]] = [[] for _ in range(_FOLDS)]
    for field in sorted({said.field for said in examples}):
        of_field = [said for said in examples if said.field == field]
        chance.shuffle(of_field)
        for place, said in enumerate(of_field):
            tenths[place % _FOLDS].append(said)
    tally = _Tally()
    for tenth in tenths:
        for said in tenth:
            model.forget(said.field, said.text, EXAMPLE_WEIGHT)
        for said in tenth:
            tally.judge(model, asked(said))
        for said in tenth:
            model.learn(said.field, said.text, EXAMPLE_WEIGHT)
    return tally


def _best(work: Callable[[], object], runs: int = 5) -> float:
    """Milliseconds of the quickest run."""
    times = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times) * 1000


def _speed(model: FieldModel, opinions: list[dict[str, object]]) -> list[Result]:
    """On opinions as long as those of the sample."""
    texts = [str(one["text"]) for one in opinions]
    fields = model.fields()
    many = [(fields[n % len(fields)], texts[n % len(texts)]) for n in range(2000)]

    def learn() -> None:
        fresh = FieldModel()
        for field, text in many:
            fresh.learn(field, text)

    one = _best(lambda: [model.guess(text) for text in texts]) / len(texts)
    learned, cut = [], []
    for _ in range(9):
        cut.append(_best(lambda: [plain_words(text) for _, text in many], 1))
        learned.append(_best(learn, 1))
    return [
        Result("Một gợi ý lĩnh vực", one, 5, "ms"),
        Result("Học 2.000 ý kiến, so với chỉ tách chữ", paired_ratio(learned, cut), 7),
        Result("Học 2.000 ý kiến", min(learned), None, "ms"),
    ]


def _competence(data: sorting_data.SortingData, opinions: list[dict[str, object]]) -> list[Result]:
    book = CompetenceBook(data.competence_hints)
    missed = more = 0
    for one in opinions:
        named = bool(book.guesses(str(one["text"])))
        beyond = bool(one.get("beyond_competence"))
        missed += beyond and not named
        more += named and not beyond
    return [
        Result("Việc vượt thẩm quyền không được nhắc, hội nghị mẫu", missed, 0, "ý kiến"),
        Result("Nhắc thẩm quyền mà không phải, hội nghị mẫu", more, 5, "ý kiến"),
    ]


class _Eye:
    """Looks at texts as the grouping service does."""

    def __init__(self, data: sorting_data.SortingData, model: FieldModel) -> None:
        self._reader, self._model = GistReader(data.same_words), model
        self.background = [self._reader.read(text) for topic in data.topics for text in topic.examples]

    def gist(self, text: str) -> Gist:
        return self._reader.read(text)

    def shares(self, text: str) -> dict[str, float]:
        return self._model.shares(text)

    @staticmethod
    def alike(
        one: Gist, other: Gist, mine: dict[str, float], yours: dict[str, float], rarity: Rarity
    ) -> Likeness:
        same = sum(min(share, yours.get(field, 0.0)) for field, share in mine.items())
        return likeness(one, other, rarity, lambda a, b: token_set_ratio(a, b) / 100, same)


def _pairs(data: sorting_data.SortingData, model: FieldModel) -> list[Result]:
    """On the even pairs: the weights were fitted on the odd ones."""
    eye = _Eye(data, model)
    rarity = Rarity(eye.background)
    pairs = json.loads((_HERE / "alike_pairs.json").read_text(encoding="utf-8"))[::2]
    proposed = wrong = missed = alike = 0
    for pair in pairs:
        one, other = eye.gist(pair["one"]), eye.gist(pair["other"])
        worth = bool(list(candidates({"one": one, "other": other}, rarity)))
        shares = eye.shares(pair["one"]), eye.shares(pair["other"])
        said = worth and eye.alike(one, other, *shares, rarity).alike
        alike += pair["alike"]
        proposed += said
        wrong += said and not pair["alike"]
        missed += pair["alike"] and not said
    return [
        Result(f"Đề xuất gộp sai, trên {proposed} cặp đề xuất", 100 * wrong / proposed, 15, "%"),
        Result(f"Cặp giống nhau bị bỏ sót, trên {alike} cặp", 100 * missed / alike, 25, "%"),
    ]


def _grouping(data: sorting_data.SortingData, model: FieldModel) -> Result:
    """From the texts of 5,000 opinions to the proposed groups."""
    chance = random.Random(_SEED)
    said = [text for topic in data.topics for text in topic.examples]
    places = [
        f"{one} {two}"
        for one in "Đồng Phú Hạ Đông Mỹ Bãi Cầu Gò".split()
        for two in "Vạn Ấp Vi Trạch".split()
    ]
    texts = {
        f"o{number:05}": f"{' '.join(chance.choice(said) for _ in range(chance.choice((1, 1, 2))))} "
        f"Đây là việc của thôn {chance.choice(places)}."
        for number in range(_MANY)
    }
    eye = _Eye(data, model)
    begun = time.process_time()
    gists = {one: eye.gist(text) for one, text in texts.items()}
    model.prepare()
    shares = {one: eye.shares(text) for one, text in texts.items()}
    rarity = Rarity([*eye.background, *gists.values()])
    found = {
        (one, other): eye.alike(gists[one], gists[other], shares[one], shares[other], rarity)
        for one, other in candidates(gists, rarity)
    }
    groups = together(found)
    seconds = time.process_time() - begun
    if not groups:
        raise RuntimeError("no groups among so many alike opinions: the time means nothing")
    return Result("Tìm ý kiến giống nhau trong 5.000, thời gian tính", seconds, 8, "giây")
