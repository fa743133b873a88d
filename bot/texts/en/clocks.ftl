### Classes and levels, and the days of a wish: triage, standing still, moved, missed.

category-gone = 💬 { $key }

matter-demand = something to solve
matter-talk = between neighbours
matter-expression = something to say
level-committee = { -committee }
level-sub-district = sub-district
level-above = above the sub-district

button-triage = Sort it
button-unticked = { $label }
triage-head = Where no. { $number } belongs:
triage-matter = What it is: { $matter }
triage-levels = Who handles it: { $levels }
triage-category = Category: { $category }
triage-how = One tap changes it; several can handle it. Only “something to solve” has a day for an answer.

wish-filed-undated = Noted: no. { $number }. I’ll tell you when somebody takes it up.
wish-filed-voice-undated = Noted: no. { $number }. Somebody will write it in one line and show you.

card-taken-undated = 👋 { $name } is on it
card-stands-still = ⏸ Whoever filed it is being asked; the days count again once they reply
card-moved = 🔁 Moved: it was to be done by { $day }

missed-first-answer = no first answer yet
missed-decision = nothing decided yet
missed-promise = the promise was not kept
missed-returned = sent back, and no answer yet
desk-missed = ⚠️ { $day } has passed: { $what }
desk-missed-up = ⏫ { $day } has passed: { $what }; told to: { $level }
desk-matter = 🏷 { $matter }: no days count
desk-levels = 🏷 Who handles it: { $levels }
desk-went-up =
    ⏫ { $day } has passed for no. { $number }: { $what }. It now goes one level up: { $level }.
    <blockquote expandable>{ $wish }</blockquote>
desk-went-up-told = Told: { $names }
desk-went-up-untold = They never pressed Start, so I cannot tell them. Please do it yourselves: { $names }
desk-went-up-nobody = Nobody is listed for this level ({ $level }). Please pass it on, { -committee }.
desk-unknown-year = 📅 I don’t know the days off of { $year } yet: swapped working days are not counted, weekends are off, holidays follow the calendar. Once they are announced, ask whoever runs this bot to update it, or to write them in config.yaml under workdays.

notice-missed =
    { $estate }, no. { $number }: { $day } has passed, { $what }. By the rules it goes one level up ({ $level }). Please look into it.
    <blockquote expandable>{ $wish }</blockquote>
notice-missed-carry =
    No. { $number }: { $day } has passed, { $what }. Nobody is listed one level up ({ $level }). Please pass it on to them.
    <blockquote expandable>{ $wish }</blockquote>
notice-missed-committee = { $estate }, no. { $number } ({ $category } { $place }): { $day } has passed, { $what }. By the rules it goes one level up ({ $level }). Please look into it. Its words are for the { -committee } alone; please ask them.
notice-moved =
    No. { $number } was moved: { $name } of { $body } had promised it by { $before }, and now says by { $day }. Why: “{ $words }”
    <blockquote expandable>{ $wish }</blockquote>
digest-moved = · No. { $number } “{ $wish }” was moved: { $name } of { $body } put { $before } off to { $day }. Why: “{ $words }”

button-move = Move the day
move-ask-day = No. { $number } is promised by { $day }. To which day? It can be moved once.
move-ask-reason = Why is it moved? Everybody can read this.
move-preview = Move no. { $number } from { $before } to { $day }? It cannot be moved again, and whoever follows it is told.
placeholder-move = Why it is moved

refused-last-level = Somebody has to handle it: keep at least one.
refused-promise-too-far = A promise can be at most { $days } days ahead. For longer, choose “Later”.
refused-moved-already = No. { $number } was moved once already. Report it done, or choose “Later”.
refused-too-late-to-move = The day of no. { $number } has passed, so it cannot be moved. Report it done, or choose “Later”.
refused-reason-to-move = To move no. { $number }, write one sentence why. Everybody can read it.
refused-nothing-to-move = Nothing is promised for no. { $number } now, so there is no day to move.
more-step-classed = 🗂 { $name } of { $body } put it under “{ $what }”
more-step-unclassed = 🗂 { $name } of { $body } took it out of “{ $what }”

office-head = 🏛 <b>{ $estate }</b>, { $day }: the list for: { $level }
office-to-decide = <b>For you to decide: { $n }</b>
office-overdue = <b>Overdue: { $n }</b>
office-overdue-by = { $body }: { $n } ({ $numbers }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}), the oldest since { $longest }
office-nobody = in nobody’s hands
office-bounced = <b>Passed around or sent back: { $n }</b>
office-row = No. { $number } “{ $words }”, { $state }
office-row-committee = No. { $number } ({ $category } { $place }), { $state }. Its words are for the { -committee } alone.
office-more = and { $n } more
office-foot = One list a working day, none where nothing waits. For details please ask the { -committee }.
