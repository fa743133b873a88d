### Sign-ups: who comes, with how many, and who waits for a place.

command-signups = What’s on, and what I signed up for
command-signup = Ask who comes to something
help-signups =
    /signup asks who comes: what, which day, how many places; neighbours sign up in the group with one tap
    /signups the list, another time, calling it off, signing up a neighbour without a phone

signup-what = 📝 <b>Sign-up: { $what }</b>
signup-when = 🗓 { $moment }
signup-where = 📍 { $where }
signup-by = Sign-up { $number }, by { $name }
signup-by-nobody = Sign-up { $number }
signup-places = Places: { $n }
signup-places-any = Places: no limit
signup-closes = ⏰ Sign up until { $moment }
signup-closes-at-start = ⏰ Sign up until it begins
signup-guests = { $n ->
    [one] Each may bring one more
   *[other] Each may bring up to { $n } more
}
signup-guests-none = Everybody signs up for themselves
signup-names-shown = The card shows names
signup-names-hidden = The card shows how many, no names
signup-taken = { $n ->
    [one] One person so far
   *[other] { $n } people so far
}
signup-left = { $left ->
    [one] { $n } so far, one place left
   *[other] { $n } so far, { $left } places left
}
signup-full = All { $n } places are taken
signup-waiting = { $n ->
    [one] One person waits
   *[other] { $n } people wait
}
signup-closed = Sign-up is closed.
signup-cancelled = ❌ Called off: { $words }
signup-name = { $at }. { $name }
signup-name-with = { $at }. { $name } + { $n }
signup-more = … and { $n } more
signup-those-waiting = Waiting:
signup-own-in = { $n ->
    [0] ✅ You’re in, no. { $at }.
   *[other] ✅ You’re in, no. { $at }, and bring { $n }.
}
signup-own-waiting = { $n ->
    [0] ⏳ You’re waiting, no. { $at }. A free place is yours.
   *[other] ⏳ You’re waiting, no. { $at }, with { $n } more. Free places are yours.
}
signup-own-guests = You bring: { $names } (only the organiser sees this)

button-sign-in = I’m coming
button-sign-plus = Bring one more
button-sign-minus = One fewer
button-sign-out = I can’t come
button-sign-names = Name the children
button-signup-look = Look at { $number }
button-signup-open = Ask who comes
button-signup-list = The list
button-signup-change = Change
button-signup-cancel = Call it off
button-signup-cancel-yes = Call it off
button-signup-for = For a neighbour without a phone
button-signup-for-off = { $name } can’t come
button-signup-post = Post it
button-signup-save = Change it
button-signup-what = Change what
button-signup-day = Change the day
button-signup-time = Change the time
button-signup-where = Change the place
button-signup-places = Change the places
button-signup-closes = Change the closing
button-signup-guests = How many to bring
button-signup-names = Names or not
button-signup-chats = Which groups
button-signup-any = No limit
button-signup-day-before = The evening before
button-signup-at-start = When it begins
button-signup-guests-none = Nobody
button-signup-guests-n = Up to { $n }
button-signup-names-shown = Show names
button-signup-names-hidden = Only how many
button-signup-alone = Alone
button-signup-with-n = With { $n } more

sign-in = You’re in, no. { $at }.
sign-in-with = You’re in, no. { $at }, and bring { $n }.
sign-in-already = You’re in already, no. { $at }.
sign-waits = All places are taken. You’re no. { $at } on the waiting list; I’ll tell you when a place is free.
sign-waits-look = All places are taken. You’re no. { $at } on the waiting list; this card shows when a place is free.
sign-waits-already = You’re on the waiting list, no. { $at }. A free place is yours.
sign-out = All right, you’re off the list. To come after all, tap “I’m coming”.
sign-off-for = All right, { $name } is off the list.

signup-ask-what = What shall people come for? One sentence will do, e.g. Dumpling afternoon, everything is there.
signup-ask-day = On which day? You can say the time as well, e.g. Saturday 2 pm.
signup-ask-time = At what time does it begin? Tap one, or write it, e.g. 2:30 pm.
signup-ask-where = Where? For example: in front of Building 3. Skip it if there’s nothing to say.
signup-ask-places = How many places are there? Write a number, or no limit.
signup-ask-closes = Until when can people sign up? Tap one, or write a day (until six in the evening).
signup-ask-guests = How many may one person bring? Children count.
signup-ask-names = Shall the card in the group show names, or only how many? You see the list in any case.
signup-ask-chats = In which groups?
signup-ask-reason = Why is sign-up { $number }, “{ $what }”, called off? I’ll tell those who signed up.
signup-ask-guest-names = Whom do you bring? First names will do. Only the organiser sees them, and they are deleted 60 days later. Skip it if you’d rather not say.
signup-for-ask-name = Whom do you sign up for “{ $what }”? A name will do.
signup-for-ask-guests = How many do they bring?
placeholder-time-of-day = e.g. 2:30 pm
placeholder-signup-places = e.g. 20
signup-preview = Shall I post it like this?
signup-preview-change = Shall sign-up { $number } be like this?
signup-preview-groups = In: { $groups }
signup-preview-cancel = { $n ->
    [one] Call off sign-up { $number }, “{ $what }”, and tell the one who signed up: “{ $words }”? It can’t be taken back.
   *[other] Call off sign-up { $number }, “{ $what }”, and tell the { $n } who signed up: “{ $words }”? It can’t be taken back.
}
signup-posted = { $n ->
    [one] Sign-up { $number } is posted in one group. You get the list when it closes, or whenever you ask.
   *[other] Sign-up { $number } is posted in { $n } groups. You get the list when it closes, or whenever you ask.
}
signup-changed = Sign-up { $number } is changed.
signup-changed-told = { $n ->
    [one] Sign-up { $number } is changed. I’ll tell the one who signed up.
   *[other] Sign-up { $number } is changed. I’ll tell the { $n } who signed up.
}
signup-cancel-done = { $n ->
    [one] Sign-up { $number } is called off. I’ll tell the one who signed up.
   *[other] Sign-up { $number } is called off. I’ll tell the { $n } who signed up.
}
signup-for-in = { $name } is in, no. { $at }. I’ll tell you of any change, so that you can pass it on.
signup-for-waiting = All places are taken: { $name } is no. { $at } on the waiting list. I’ll tell you when a place is free.
signup-forgotten = It was more than 60 days ago; the list is deleted.

signups-head = <b>{ $estate } · What’s on</b>
signups-none = Nothing is on now.
signups-more = … and { $n } more
signups-row-left = { $left ->
    [one] { $number } · { $moment } · { $what } · one place left
   *[other] { $number } · { $moment } · { $what } · { $left } places left
}
signups-row-full = { $number } · { $moment } · { $what } · full, you can wait
signups-row-any = { $number } · { $moment } · { $what }
signups-row-closed = { $number } · { $moment } · { $what } · closed
signups-row-cancelled = ❌ { $number } · { $moment } · { $what } · called off
signups-row-mine = ✅ { $number } · { $moment } · { $what } · you’re in
signups-row-waits = ⏳ { $number } · { $moment } · { $what } · you’re waiting

signup-told-for = For { $name }, whom you signed up, please pass it on:
signup-told-moved-up = 🎉 A place is free: “{ $what }” is on.
signup-told-changed = 📢 “{ $what }” has changed: please look at time and place. If you can’t come, tap below.
signup-told-cancelled = ❌ “{ $what }” ({ $moment }) is called off: { $reason }
signup-told-reminder = ⏰ A reminder: “{ $what }” is coming up. If you can’t come, tap below, and somebody else can.
signup-told-left = Somebody can’t come after all: “{ $what }”, { $n } in all now.
signup-group-changed = 📢 “{ $what }” has changed, please look at time and place:
signup-group-cancelled = ❌ “{ $what }” ({ $moment }) is called off: { $reason }
signup-moved-up-mention = { $name }, a place is free: you’re in for “{ $what }”.
signup-list = { $n ->
    [one] The list of sign-up { $number }, “{ $what }”: one person.
   *[other] The list of sign-up { $number }, “{ $what }”: { $n } people.
}
signup-file-title = Sign-up: { $what }, { $day }
signup-file-sheet = List
signup-column-at = No.
signup-column-name = Name
signup-column-heads = People
signup-column-guests = With
signup-column-standing = Place
signup-column-said = Signed up
signup-column-by = Signed up by
signup-column-total = In all
signup-standing-placed = has a place
signup-standing-waiting = waiting

refused-signup-gone = There is no such sign-up.
refused-signup-not-found = There is no sign-up { $number }. /signups shows what there is.
refused-signup-closed = Sign-up is closed. If you’d like to come, or can’t come, please tell the organiser.
refused-signup-cancelled = This was called off.
refused-signup-over = It has begun; nothing can be changed any more.
refused-not-signed-up = You aren’t on the list, or bring nobody: there’s nothing to change.
refused-nobody-may-be-brought = Everybody signs up for themselves this time.
refused-no-more-may-be-brought = { $most ->
    [one] Each may bring one more.
   *[other] Each may bring up to { $most } more.
}
refused-no-place-for-guest = All places are taken, so nobody can come along. Yours is still yours.
refused-fewer-than-taken = { $n ->
    [one] One person has a place already; there can’t be fewer.
   *[other] { $n } people have a place already; there can’t be fewer.
}
refused-signup-begins-too-soon = That time has passed. Please change the day or the time.
refused-signup-closes-too-late = It can’t close after it has begun.
refused-signup-closes-in-past = The closing has passed. Please change it.
refused-not-a-time-of-day = I can’t read “{ $words }”. Please write a time, e.g. 2:30 pm or 14:30.
refused-not-a-place-count = I can’t read “{ $words }”. Please write a number from 1 to { $most }, or tap “No limit”.
refused-no-group-to-sign-up-in = There is no group you can ask in. Captains ask in their building’s, { -moderator }s in those they run.
refused-not-the-organiser = This is for whoever opened it, or for the { -committee }.
refused-not-your-entry = Somebody else signed them up, or they aren’t on the list any more.
