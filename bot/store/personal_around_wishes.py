"""Who is in what is said and done around a wish, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.domain.wishes import NO_WORDS
from bot.store.personal_kinds import DELETE, KEEP, Blank, Nobody, Personal, Trace

DECLARED: dict[str, Personal | Nobody] = {
    "mornings": Nobody("moments"),
    "referrals": Personal(
        (
            Trace(
                "by_id",
                Blank({"by_telegram_id": 0}),
                "an act of a body, under the name it was done in",
                "referrals",
                words="words",
                at="passed_at",
            ),
            Trace("by_telegram_id", KEEP, "blanked by the trace above", passing=True),
            Trace("wish_id", Blank({"words": NO_WORDS}), "of a wish that goes: what went along quotes its matter"),
        ),
        kept_for="as the wish: who passed it on to whom",
        stays={"words": "said in the name of a body", "by_name": "the name under it"},
    ),
    "deliberations": Personal(
        (
            Trace(
                "opener_id",
                KEEP,
                "an act of a body, under the name it was done in",
                "deliberations",
                words="question",
                at="opened_at",
            ),
            Trace("minutes_by_id", KEEP, "likewise", "minutes", words="minutes", at="minutes_at"),
            Trace("officer_telegram_id", Blank({"officer_telegram_id": 0}), "nobody answers there now", passing=True),
            Trace(
                "wish_id",
                Blank(dict.fromkeys(("question", "background", "agenda", "minutes"), NO_WORDS)),
                "of a wish that goes: what was asked and minuted quotes its matter",
            ),
        ),
        kept_for="for good: what was asked of everybody, and what came of it",
        stays={
            "question": "asked of everybody in the name of a body",
            "background": "likewise",
            "agenda": "likewise",
            "minutes": "likewise",
            "opener_name": "the name under it",
            "officer_name": "who was named before everybody to answer",
            "minutes_by_name": "the name under it",
            "ended_by_name": "likewise, of who ended it",
        },
    ),
    "contributions": Personal(
        (
            Trace(
                "person_id",
                Blank({"words": NO_WORDS, "reply": "", "off_by": "author"}),
                "what they said as a neighbour is taken back",
                "contributions",
                words="words",
                at="said_at",
                where="voice = 'resident'",
            ),
            Trace(
                "person_id",
                KEEP,
                "what a voice said to everybody, under its name",
                "spoken",
                words="words",
                at="said_at",
                where="voice <> 'resident'",
            ),
            Trace("wish_id", Blank({"words": NO_WORDS, "reply": ""}), "of a wish that goes: what was said of it"),
        ),
        kept_for="as the deliberation",
        stays={
            "words": "of a voice, said to everybody",
            "name": "the name under it; a neighbour's words bear none",
            "reply": "of an officer, to everybody",
        },
    ),
    "contribution_photos": Nobody("pictures that an expert showed everybody", stays={"photo": "key of files"}),
    "contribution_taps": Personal(
        (Trace("person_id", KEEP, "a number, with nobody behind it", "contribution_taps", at="tapped_at"),),
        kept_for="as the deliberation",
    ),
    "dissents": Personal(
        (
            Trace("person_id", DELETE, "that they see a wish differently", "dissents", at="pressed_at"),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wish",
    ),
    "questions": Personal(
        (
            Trace(
                "wish_id",
                Blank({"answer": None, "photo": None}),
                "what the author answered the staff in confidence",
                "questions",
                words="answer",
                at="asked_at",
                of_any_wish=True,
            ),
            Trace("wish_id", Blank({"words": NO_WORDS}), "of a wish that goes: what was asked quotes its matter"),
            Trace("asked_by", KEEP, "an act of a body, under the name it was given in", "asked", words="words"),
        ),
        kept_for="as the wish",
        stays={"words": "asked in the name of a body", "asker_name": "the name under it"},
    ),
    "filing_pauses": Personal(
        (
            Trace("person_id", KEEP, "an act of the committee, towards nobody any more", "pauses", at="since"),
            Trace("paused_by", KEEP, "an act of a body, by nobody any more", "paused", at="since"),
            Trace("lifted_by", KEEP, "an act of a body, by nobody any more", "lifted", at="lifted_at"),
        ),
        kept_for="for good: a reason out of a list, and two moments",
    ),
    "alarms": Personal(
        (Trace("person_id", KEEP, "that there was one, raised by nobody any more", "alarms", at="raised_at"),),
        kept_for="for good: kinds of danger, no words",
        stays={"dangers": "kinds out of a list"},
    ),
    "reports": Personal(
        (
            Trace("person_id", DELETE, "that they said something was wrong", "reports", at="reported_at"),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wish: three count only once",
    ),
    "wish_steps": Personal(
        (
            Trace(
                "speaker_telegram_id",
                Blank({"speaker_telegram_id": 0}),
                "an act of a body, under the name it was done in",
                "steps",
                at="at",
            ),
            Trace("wish_id", KEEP, "of a wish that goes: which way it went, without a word of it"),
        ),
        kept_for="for good: who promised, moved or ended what, and when",
        stays={
            "speaker_name": "the name an act of a body was done in",
            "detail": "a class, a level or a category, by the name we give it",
        },
    ),
    "takedowns": Personal(
        (
            Trace(
                "person_id",
                Blank({"words": NO_WORDS}),
                "why their wish should stand after all",
                "contests",
                words="words",
                at="at",
                where="step = 'contested'",
            ),
            Trace(
                "person_id",
                KEEP,
                "an act of a body or moderator, with its reason",
                "takedowns",
                at="at",
                where="step <> 'contested'",
            ),
            Trace("wish_id", Blank({"words": NO_WORDS}), "of a wish that goes: what was ruled quotes its matter"),
        ),
        kept_for="as the wish: who took what out of sight, and why",
        stays={"words": "a reason given in the name of a body", "name": "the name under it"},
    ),
    "statements": Personal(
        (
            Trace(
                "speaker_id",
                Blank({"speaker_telegram_id": 0}),
                "an act of a body, under the name it was given in",
                "statements",
                words="words",
                at="stated_at",
            ),
            Trace("speaker_telegram_id", KEEP, "blanked by the trace above", passing=True),
            Trace("wish_id", Blank({"words": NO_WORDS}), "of a wish that goes: what was stated quotes its matter"),
        ),
        kept_for="for good: what a body said to everybody",
        stays={"words": "said to everybody in the name of a body", "speaker_name": "the name under it"},
    ),
    "additions": Personal(
        (
            Trace(
                "wish_id",
                Blank({"photo": None}),
                "pictures they added; the words stay with those of the wish",
                "additions",
                words="words",
                at="added_at",
                of_any_wish=True,
            ),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wish",
        stays={"words": "of a wish that stays, as its words"},
    ),
    "withdrawals": Personal(
        (
            Trace(
                "wish_id",
                Blank({"words": NO_WORDS}),
                "why they withdrew it, in their words",
                "withdrawals",
                words="words",
                at="withdrawn_at",
                of_any_wish=True,
            ),
        ),
        kept_for="as the wish",
    ),
    "unsigned": Nobody(
        "words of an anonymous administrator: nobody knows whose, and after minutes they are gone",
        stays={"body": "until somebody presses, ten minutes at most"},
    ),
    "jots": Personal(
        (
            Trace(
                "author_telegram_id",
                DELETE,
                "a sentence they were asked about and did not answer for yet",
                "jots",
                words="words",
                at="asked_at",
                passing=True,
            ),
            Trace(
                "asked_by", DELETE, "a question they asked and that nobody answered yet goes with them", passing=True
            ),
        ),
        kept_for="an hour at most",
    ),
    "jot_authors": Personal(
        (
            Trace(
                "telegram_id",
                DELETE,
                "when they were last asked, and whether never again",
                "jot_wishes",
                at="refused_at",
                passing=True,
            ),
        ),
        kept_for="as the person",
    ),
    "filed_for": Personal(
        (
            Trace(
                "filer_id",
                Blank({"filer_name": NO_WORDS, "neighbour_name": None, "neighbour_door": None, "slip": None}),
                "that it was filed for a neighbour stays; who filed it, for whom and on which slip goes",
                "filed_for",
            ),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wish",
    ),
    "passed_on": Personal(
        (Trace("person_id", KEEP, "that the neighbour was told, by nobody any more", "passed_on", at="told_at"),),
        kept_for="as the answer",
    ),
    "transcripts": Personal(
        (
            Trace(
                "person_id",
                Blank({"name": NO_WORDS}),
                "that somebody wrote the line stays",
                "transcripts",
                at="written_at",
            ),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wish",
    ),
    "card_presses": Personal(
        (
            Trace(
                "person_id",
                DELETE,
                "the last press, to take it back",
                "presses",
                at="pressed_at",
                passing=True,
            ),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="a day at most",
    ),
    "unknown_years": Nobody("an estate and a year", stays={"estate_key": "the estate's"}),
    "triages": Nobody("a wish, its class and levels", stays={"levels": "names of levels"}),
    "misses": Nobody("a wish, a day, and to which level it went"),
    "askings": Nobody("a wish, an answer and moments"),
    "verdicts": Personal(
        (
            Trace(
                "person_id",
                Blank({"words": "", "photo": None, "may_contact": None}),
                "what they found stays as a number; their words and picture, and that they may be found, go",
                "verdicts",
                words="words",
                at="found_at",
            ),
            Trace(
                "wish_id", Blank({"words": "", "photo": None}), "of a wish that goes: what was said quotes its matter"
            ),
        ),
        kept_for="as the wish",
    ),
    "wish_claims": Personal(
        (
            Trace(
                "claimer_id",
                Blank({"helpers": "", "firm": "", "put_off_because": None}),
                "that somebody claimed it stays; what they called themselves and their neighbours goes",
                "claims",
                words="helpers",
                at="claimed_at",
            ),
            Trace(
                "wish_id",
                Blank({"helpers": "", "firm": "", "put_off_because": None}),
                "of a wish that goes: who would have done it is nobody's business any more",
            ),
            Trace(
                "claimer_id",
                KEEP,
                "blanked by the trace above",
                "claims_put_off",
                words="put_off_because",
                where="put_off_because IS NOT NULL",
            ),
            Trace(
                "wish_id",
                Blank({"contact": None}),
                "the door or number that a wisher passed on",
                "contacts_passed_on",
                words="contact",
                where="contact IS NOT NULL",
                of_any_wish=True,
            ),
        ),
        kept_for="as the wish; a door or number that was passed on, and why a later day was asked for: "
        "while the claim is open",
        stays={
            "helpers": "of a wish that stays, as long as who claimed it does",
            "firm": "of a wish that stays, as long as who claimed it does",
        },
    ),
    "claim_thanks": Personal(
        (Trace("person_id", KEEP, "a number, with nobody behind it", "claim_thanks", at="thanked_at"),),
        kept_for="as the claim",
    ),
    "match_looks": Nobody("a wish and a moment"),
    "matches": Personal(
        (
            Trace(
                "offerer_id",
                DELETE,
                "whether they would do what a neighbour wanted",
                "matches",
                at="asked_at",
                passing=True,
            ),
            Trace("want_id", DELETE, "of a wish that goes"),
            Trace("offer_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wishes: no pair is asked about twice",
    ),
    "duplicates": Nobody("two wishes and a moment"),
    "postings": Nobody("a wish, its group and a day"),
}
