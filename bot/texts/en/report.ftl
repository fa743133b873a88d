### The report: one estate in numbers. What still waits, and what never got it, is told beside what was answered.

report-comes = Counting and drawing, it comes in a moment
report-span = { $first } to { $last } · { $place }
report-whole = the whole estate
report-label = { $what }
report-part = { $n } { $what }
report-only-number = of which only the number is left
report-no-building = no building named
report-matters = Of these: { $matters }
report-for-others = { $n } of them for a neighbour: { $ways }

report-first-answer = First answer
report-decision = Decision
report-hours = { $n ->
    [0] under an hour
    [one] { $n } hour
   *[other] { $n } hours
}
report-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
report-wait = { $days ->
    [0] the same day
    [one] { $days } working day
   *[other] { $days } working days
} ({ $clock })
report-took = ⏱ <b>{ $what }</b>: { $n }, half within { $median }, nine of ten within { $ninety }.
report-took-few = ⏱ <b>{ $what }</b>: { $n }, the quickest { $least }, the slowest { $most }.
report-took-none = ⏱ <b>{ $what }</b>: none yet.
report-waiting = { $n ->
    [one] { $n } still waits
   *[other] { $n } still wait
}, the longest for { $longest }. { $beyond ->
    [0] { "" }
    [one] { $beyond } of these has waited longer than that half already.
   *[other] { $beyond } of these have waited longer than that half already.
}
report-over = { $n ->
    [one] { $n } was withdrawn or taken down before.
   *[other] { $n } were withdrawn or taken down before.
}

report-no-promises = 🤝 No day was promised for this time.
report-promises = 🤝 Promised days: { $fates }.
report-fate = { $n } { $what }
report-promises-kept = Of those whose day came, { $percent }% were kept.
report-verdicts = 🔎 Is it fixed? { $wishes } asked about, { $asked } people asked, { $answers } answered: { $found }.
report-verdicts-none = 🔎 Is it fixed? { $wishes } asked about, { $asked } people asked, nobody answered.
report-verdicts-fixed = { $percent }% of those who answered say yes.
report-reach = 👥 { $known ->
    [one] { $known } neighbour is
   *[other] { $known } neighbours are
} known in the groups; { $acted } filed or pressed something, { $told } can be told in private. Who never said or pressed anything is unknown to the bot.
report-silent = 🔇 Nothing came from { $n ->
    [one] { $n } place
   *[other] { $n } places
} in this time: { $places }{ $more ->
    [0] { "" }
   *[other] , and { $more } more in the file
}.
report-all-spoke = 🔊 Something came from each of the { $known } stairwells that are known.

button-report-recent = The last 30 days
button-report-month = This month
button-report-last-month = Last month
button-report-quarter = This quarter
button-report-year = This year
button-report-ever = Since the beginning
button-report-days = Days of my own
button-report-whole = Whole estate
button-report-building = { $place }
button-report-file = 📄 As a file
button-report-day = { $day }
report-ask-first = From which day? Press one, or write: 1 March, 1 December 2025.
report-ask-last = From { $first }; until which day?
refused-report-not-read = I can’t read “{ $words }” as a time or a building. Try: /report last month, /report March, /report 2025, /report 1 March to 15 March, and a building if you like: building 3.
refused-report-days-ahead = These days have not come yet; there is nothing to count.
refused-report-days-turned = The last day is before the first one. Please write the last day again.

report-picture-title = { $estate } · report
report-figure-filed = filed
report-figure-answer = half answered within
report-figure-waiting = not answered yet
report-figure-kept = promises kept
report-figure-fixed = say it is fixed
report-figure-reach = neighbours took part
report-figure-count = { $n }
report-figure-days = { $n ->
    [0] same day
    [one] { $n } work day
   *[other] { $n } work days
}
report-figure-of = { $part } of { $whole }
report-figure-none = —
report-by-kinds = What was filed
report-by-matters = Of which class
report-by-categories = About what
report-by-places = Where
report-by-fates = Promised days
report-by-findings = Is it fixed?

report-file-caption = Report of { $estate }, as tables
report-all = All
report-sheet-whole = All
report-sheet-kinds = What was filed
report-sheet-matters = Of which class
report-sheet-categories = About what
report-sheet-places = Where
report-sheet-promises = Promised days
report-sheet-verdicts = Is it fixed
report-sheet-reach = Neighbours
report-sheet-stairwells = Silent stairwells
report-sheet-others = For neighbours
report-column-what = What
report-column-filed = Filed
report-column-for-others = Of these for a neighbour
report-column-heard-came = Answered
report-column-heard-waiting = Not answered yet
report-column-heard-over = Ended before an answer
report-column-heard-median = Answer: half within (working days)
report-column-heard-ninety = Answer: nine of ten within (working days)
report-column-heard-hours-median = Answer: half within (hours)
report-column-heard-hours-ninety = Answer: nine of ten within (hours)
report-column-heard-longest-waiting = Waiting for an answer: the longest (working days)
report-column-decided-came = Decided
report-column-decided-waiting = Not decided yet
report-column-decided-over = Ended before a decision
report-column-decided-median = Decision: half within (working days)
report-column-decided-ninety = Decision: nine of ten within (working days)
report-column-decided-hours-median = Decision: half within (hours)
report-column-decided-hours-ninety = Decision: nine of ten within (hours)
report-column-decided-longest-waiting = Waiting for a decision: the longest (working days)
report-column-fate-kept = Kept
report-column-fate-moved = Moved
report-column-fate-missed = Missed
report-column-fate-open = Still to come
report-column-fate-lifted = Not needed any more
report-column-percent = Percent
report-column-count = Count
report-column-known = Known
report-column-acted = Filed or pressed something
report-column-told = Can be told in private
report-column-building = Building
report-column-unit = Unit
report-verdict-wishes = Asked about
report-verdict-asked = People asked
report-verdict-answers = People who answered
report-others-answers = Answers that came
report-others-told = Answers passed on
report-note-waits = Times are those of things to solve alone. They run from filing; the day of filing is no working day, and hours are by the clock, nights and holidays among them. Of fewer than 5 neither half nor nine of ten is told; each is a time that somebody did wait. What still waits is not in them, and has a column of its own.
report-note-promises = Kept means reported done by the day, and residents did not say “not yet”. Percent: kept, of those kept, moved and missed; not told of fewer than 5.
report-note-few = Of fewer than { $few } no percentage is told.
report-note-reach = The bot knows whoever said something to it in a group, pressed a button, or came by a group’s link. Who left a group is not counted; who is in two counts once in the sum.
report-note-stairwells = { $known } stairwells are known: they have a group of their own, or something was filed about them. One that has neither is unknown to the bot.
