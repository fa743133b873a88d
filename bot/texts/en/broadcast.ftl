### Broadcasts: who says it, to whom and where it goes, how far it has come; corrected, retracted, read or not.

command-broadcast = Tell many something
command-broadcasts = What was broadcast
help-broadcasts = /broadcast tells many something: words, photos or a file; you see how it will look and how many it reaches before it goes out. /broadcasts shows earlier ones, to correct or retract

broadcast-head = 📢 <b>Notice from { $body }</b>
broadcast-head-emergency = 🚨 <b>Urgent notice from { $body }</b>
broadcast-words = { $words }
broadcast-seen = { $words }
broadcast-corrected = (corrected)
broadcast-please-read =
    {""}
    Please tap the button below when you have read it.
broadcast-withdrawn = This notice was withdrawn by { $body }.
button-broadcast-read = 👌 I have read it
broadcast-read = Noted, thank you.
broadcast-read-before = That is noted already, thank you.

broadcast-card = 📢 <b>Notice { $number }</b> · { $who } · { $whom } · { $where }
broadcast-excerpt = “{ $words }”
broadcast-bar = { $bar } { $percent }%
broadcast-counts = { $sent } delivered, { $waiting } waiting
broadcast-failed = { $n } not delivered: { $reasons }
broadcast-failure-blocked = { $n } blocked the bot
broadcast-failure-not-there = { $n } groups it is not in
broadcast-failure-deleted = { $n } deleted accounts
broadcast-failure-refused = { $n } refused
broadcast-held = { $n ->
    [one] One group does not let me write at the moment; it follows as soon as it does.
   *[other] { $n } groups do not let me write at the moment; they follow as soon as they do.
}
broadcast-dropped = { $n } not sent
broadcast-later = At night nobody is disturbed: it goes out in the morning.
broadcast-state-sending = On its way …
broadcast-state-paused = ⏸ Paused
broadcast-state-done = ✅ All sent
broadcast-state-cancelled = ✋ Stopped; what was sent stays
broadcast-state-retracting = Being withdrawn …
broadcast-state-retracted = ↩️ Withdrawn
broadcast-proposed = { $n ->
    [one] A colleague has to agree before it goes out to one chat.
   *[other] A colleague has to agree before it goes out to { $n } chats.
}
broadcast-declined = Not agreed to: it is not sent.
broadcast-unreached = { $n ->
    [one] One more person cannot be told in private.
   *[other] { $n } more people cannot be told in private.
}
broadcast-read-count = { $n ->
    [0] 👌 Nobody has said yet that they read it
    [one] 👌 One person says they read it
   *[other] 👌 { $n } people say they read it
}

broadcast-whom-all = the whole estate
broadcast-whom-every = all estates
broadcast-whom-of = { $estate }: { $whom }
broadcast-whom-estates = { $n ->
    [one] { $n } estate
   *[other] { $n } estates
}
broadcast-whom-buildings = { $n ->
    [one] building { $buildings }
   *[other] buildings { $buildings }
}
broadcast-whom-grids = { $grids }
broadcast-whom-grids-too = { $n ->
    [one] { $grids } and building { $buildings }
   *[other] { $grids } and buildings { $buildings }
}
broadcast-whom-helpers = captains and volunteers
broadcast-whom-staff = staff
broadcast-whom-followers = followers of a wish
broadcast-whom-followers-of = followers of wish { $number }
broadcast-whom-unread = who has not read the one before
broadcast-whom-unread-of = who has not said that they read notice { $number }
broadcast-where-groups = in the groups
broadcast-where-private = in private
broadcast-where-both = in the groups and in private

button-broadcast-confirm = ✅ Agree and send
button-broadcast-decline = Do not send
button-broadcast-pause = ⏸ Pause
button-broadcast-resume = ▶️ Go on
button-broadcast-cancel = ✋ Stop sending
button-broadcast-cancel-yes = Yes, stop
button-broadcast-correct = ✏️ Correct
button-broadcast-retract = ↩️ Withdraw
button-broadcast-retract-yes = Yes, withdraw
button-broadcast-keep = No, leave it
button-broadcast-unread = Who has not read it
button-broadcast-remind = Remind those who have not
button-broadcast-lobby = 🖨 Page for the lobby
button-broadcast-number = No. { $number }

broadcast-did-confirm = Agreed: notice { $number } is going out.
broadcast-did-decline = Notice { $number } is not sent.
broadcast-did-pause = Notice { $number } is paused. The few on their way still arrive.
broadcast-did-resume = Notice { $number } goes on.
broadcast-did-cancel = Notice { $number } goes no further. What was sent stays; Withdraw takes it back.
broadcast-did-retract = Notice { $number } is being withdrawn.
broadcast-sure-cancel = Really stop notice { $number }? Whoever has not had it will not get it; what was sent stays.
broadcast-sure-retract = Really withdraw notice { $number }? What is less than two days old is deleted; older messages will say that it was withdrawn.
broadcast-kept = Notice { $number } stays as it is.

broadcasts-head = { $n ->
    [0] <b>{ $estate }</b> · notices
   *[other] <b>{ $estate }</b> · notices · newest first
}
broadcasts-empty = Nothing has been broadcast yet. To begin: /broadcast
broadcasts-row = No. { $number } · { $moment } · { $sent } of { $total } delivered · “{ $words }”

broadcast-ask-words = What is everybody to be told? Send it to me; it is signed by { $body }. Bold and links stay as they are; up to 10 photos, or one file, can come along.
broadcast-files-so-far = { $n ->
    [one] 📎 One received. Send more if there are; once the words are here too, tap Done.
   *[other] 📎 { $n } received. Send more if there are; once the words are here too, tap Done.
}
broadcast-ask-whom = Who is to be told?
broadcast-ask-estates = Which estates? Tap their names, then Done.
broadcast-ask-buildings = Which buildings, or which grid? Tick them, then tap Done.
broadcast-ask-wish = Which wish? Its number will do, such as 12.
broadcast-ask-where = Where is it to go?
broadcast-ask-other = Send me the same in the other language, or skip this.
button-broadcast-whom-all = The whole estate
button-broadcast-whom-some = Some estates
button-broadcast-whom-every = All estates
button-broadcast-whom-buildings = Some buildings
button-broadcast-grid = { $n ->
    [one] { $grid } (building { $buildings })
   *[other] { $grid } (buildings { $buildings })
}
button-broadcast-whom-helpers = Captains and volunteers
button-broadcast-whom-staff = Staff
button-broadcast-whom-followers = Followers of a wish
button-broadcast-where-groups = In the groups
button-broadcast-where-private = In private
button-broadcast-where-both = Both

broadcast-preview-in =
    {""}
    👁 <i>Who reads { $language } sees:</i>
broadcast-preview-same = <i>(the same words as above)</i>
broadcast-preview-long = { $words }… <i>(there is more)</i>
broadcast-preview-photos = { $n ->
    [one] 📷 One photo
   *[other] 📷 { $n } photos
}
broadcast-preview-file = 📎 { $name }
broadcast-preview-to =
    {""}
    <b>To</b>: { $whom } · { $where }
broadcast-preview-reach = { $groups ->
    [one] One group
   *[other] { $groups } groups
} and { $people ->
    [one] one person in private
   *[other] { $people } people in private
}
broadcast-preview-unreached = { $n } cannot be told in private: { $reasons }
broadcast-unreached-never-started = { $n } never spoke to me
broadcast-unreached-blocked = { $n } blocked me
broadcast-unreached-muted = { $n } want no notices
broadcast-preview-nobody = ⚠️ Chosen like this it reaches nobody.
broadcast-preview-no-wish = ⚠️ There is no wish { $number }.
broadcast-preview-night = 🌙 It is night: this goes out in the morning. Urgent notices go at once.
broadcast-preview-night-emergency = 🌙 It is night: being urgent it goes at once, with a sound.
broadcast-time-short = Done in less than a minute.
broadcast-time-minutes = { $n ->
    [one] Takes about a minute.
   *[other] Takes about { $n } minutes.
}
button-broadcast-send = ✅ Send it
button-broadcast-ask-read = 👌 Ask them to say they read it
button-broadcast-ask-read-not = No need to say they read it
button-broadcast-emergency = 🚨 Mark as urgent
button-broadcast-emergency-not = Not urgent
button-broadcast-words = ✏️ Change the words
button-broadcast-in-english = Add English
button-broadcast-in-chinese = Add Chinese
button-broadcast-to = Change to whom
button-broadcast-at = Change where
broadcast-begun = Notice { $number } is on its way; the card below shows how far it is.
broadcast-begins-later = Notice { $number } is ready and goes out in the morning.
broadcast-waits-for-second = Notice { $number } is ready. It goes out once a colleague in the staff chat agrees.

broadcast-ask-correction = ✏️ What is notice { $number } to say instead? Send me all of it anew. Photos and files stay. It says now:
broadcast-preview-correction = Notice { $number } will say this. The message everybody has changes, without a sound:
broadcast-correcting = Notice { $number } is being changed.

broadcast-file-unread = Notice { $number }: neighbours who have not said that they read it
broadcast-file-lobby = Notice { $number }, to be printed and put up in the lobby; scanned, it opens on a phone
broadcast-unread-title = Notice { $number }: not read yet
broadcast-unread-sheet = Not read yet
broadcast-unread-column-name = Name
broadcast-unread-column-building = Building
broadcast-unread-column-told = Told in private
broadcast-unread-total = Total
broadcast-unread-told-yes = yes
broadcast-unread-told-no = no
broadcast-lobby-scan = Scan to read it on your phone, and to say that you have
broadcast-lobby-signed = { $body } · { $moment }

refused-broadcast-gone = This notice cannot be seen any more.
refused-not-among-told = This notice was not sent to you, or it was withdrawn.
refused-broadcast-too-long = Too long: at most { $most } characters, and these are { $chars }. With photos or a file less fits. Please shorten it and send it again.
refused-photos-or-file = Up to 10 photos, or one file, but not both. What came before is still here.
refused-nobody-to-tell = Chosen like this it reaches nobody. Change to whom, or where.
refused-broadcast-over = Notice { $number } is over; that cannot be done with it any more.
refused-broadcast-not-yet = Notice { $number } has not begun.
refused-broadcast-paused = Notice { $number } is paused already.
refused-broadcast-not-paused = Notice { $number } is not paused.
refused-second-officer-needed = A colleague in the staff chat has to agree; whoever wrote it does not count.
refused-no-such-broadcast = There is no notice { $number }.
refused-not-a-broadcast-number = A number will do, such as 12.
