"""Searching many open wishes finds what judging each of them would."""

from __future__ import annotations

from bench.estate_of_wishes import wishes
from bot.domain.similarity import Index, Verdict, judge
from bot.texts.concepts import shipped
from tests.similarity.labelled import Filed

LEXICON = shipped()


def test_the_first_found_is_as_like_as_the_likest_of_all() -> None:
    gists = {number: filed.gist(LEXICON) for number, filed in enumerate(wishes(600, buildings=3))}
    index = Index(LEXICON)
    for number, gist in gists.items():
        index.add(number, gist)
    for words in ("三楼走廊灯坏了", "电梯又坏了", "The front door of unit 2 does not close", "乒乓球台裂了"):
        probe = Filed.of(words).gist(LEXICON)
        (found, *_) = index.search(probe, limit=3)
        all_judged = [judge(probe, gist, LEXICON) for gist in gists.values()]
        assert found.likeness.score == max(each.score for each in all_judged if each.verdict is found.likeness.verdict)


def test_what_is_removed_is_not_found_and_what_is_added_again_is_replaced() -> None:
    index = Index(LEXICON)
    index.add(1, Filed.of("三楼灯坏了").gist(LEXICON))
    index.add(1, Filed.of("电梯坏了").gist(LEXICON))
    (merely_ranked,) = index.search(Filed.of("三楼灯坏了").gist(LEXICON), limit=3)
    assert merely_ranked.likeness.verdict is Verdict.NONE
    (found,) = index.search(Filed.of("电梯故障").gist(LEXICON), limit=3)
    assert (found.key, found.likeness.verdict) == (1, Verdict.SAME)
    index.remove(1)
    index.remove(1)
    assert len(index) == 0
    assert index.search(Filed.of("电梯故障").gist(LEXICON), limit=3) == []
