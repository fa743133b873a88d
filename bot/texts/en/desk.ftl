### The desk: what waits, the list of the morning, ready answers, several at once, passing on, done by a photo.

command-queue = What waits
help-queue = /queue what waits and what is late; answer several at once

heading-all = Waiting
heading-new = New
heading-today = Due today
heading-overdue = Overdue
heading-unassigned = Nobody’s yet
heading-mine = In my hands
button-heading = { $heading } { $n }
button-any-category = All categories

queue-head = { $n ->
    [0] <b>{ $estate }</b> · { $heading }
   *[other] <b>{ $estate }</b> · { $heading } · { $n }
}
queue-head-category = { $n ->
    [0] <b>{ $estate }</b> · { $heading } · { $category }
   *[other] <b>{ $estate }</b> · { $heading } · { $category } · { $n }
}
queue-empty = Nothing waits here. Time for tea.
queue-row = No. { $number } “{ $words }” · { $facts }
queue-row-committee = 🔒 No. { $number } “{ $words }” · { $facts }

morning-head = ☀️ <b>{ $estate }</b>: what waits on { $day }
morning-new = New: { $n } ({ $by_category })
morning-category = { $category } { $n }
morning-overdue = ⚠️ Overdue: { $n } ({ $numbers })
morning-today = Due today: { $n } ({ $numbers })
morning-unassigned = Nobody’s yet: { $n }

button-several = Answer several
several-ask-which = Which ones? Tap a number to choose it, again to leave it out, then “Done”. Or write them, for example “3, 5, 8”.
several-row = No. { $number } “{ $words }” · { $category }
button-all = All
button-none = None
several-ask-kind = { $numbers }: { $n } in all. What is the answer?
several-preview-ask = { $numbers }: { $n } in all. This is the answer to each. Is it right?
several-given = { $n ->
    [one] One is answered.
   *[other] { $n } are answered.
} I’m telling those who follow now.
several-given-held = { $n ->
    [one] One is answered.
   *[other] { $n } are answered.
} Those who follow hear it in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}; until then you can take it back.
several-taken-back = { $n ->
    [one] One answer is taken back
   *[other] { $n } answers are taken back
}; no neighbour saw it: { $numbers }.

ready-how = These are ready: tap a number. Or write your own.
ready-how-group = These are ready: tap a number. Or write your own in reply to this message.
ready-row = <b>{ $at }</b> { $words }
ready-blank = What goes into the blank?
ready-blank-named = { $blank }?

button-refer-property = To the { -property }
button-refer-other = To another body
button-unrefer = Take it back
desk-referred = ➡️ { $body } { $name } passed it on to { $to }
desk-referred-words = ➡️ { $body } { $name } passed it on to { $to }: { $words }
referred = No. { $number } is with { $to } now.
referred-told = ➡️ No. { $number } is with { $to } now; { $body } { $name } passed it on. { $names }, please have a look.
unreferred = No. { $number } is back; it was not passed on.
refer-ask-to = Pass no. { $number } on to whom?
refer-ask-words = A word for { $to }? If not, tap “Skip”.
refer-preview = Pass no. { $number } on to { $to }?
placeholder-refer = A word to go along

mydata-section-referrals = What you passed on to another body: { $n }

refused-already-theirs = No. { $number } is with { $body ->
    [committee] the { -committee }
    [owners] the { -owners }
    [moderator] the { -moderator }s
   *[property] the { -property }
} already.
refused-stays-there = No. { $number } was passed on twice. It stays with { $body ->
    [committee] the { -committee }
    [owners] the { -owners }
    [moderator] the { -moderator }s
   *[property] the { -property }
}, who see it through.
refused-nobody-there = Nobody is listed for { $body ->
    [committee] the { -committee }
    [owners] the { -owners }
    [moderator] the { -moderator }s
   *[property] the { -property }
} yet. Whoever runs the bot can add them to config.yaml.
refused-too-late-to-pass-back = Somebody has acted on no. { $number } since. It cannot be taken back.
refused-not-your-referral = { $name } passed this on and alone can take that back.
refused-nothing-waits = Nothing waits here.
refused-take-it-first = Nobody has no. { $number } in hand. If it is done, tap “I take it” and send the photo again; if the photo is about something else, never mind me.
refused-another-question-is-open = You have an open question with me. Answer it, or send /cancel, and then send the photo of no. { $number } again.
