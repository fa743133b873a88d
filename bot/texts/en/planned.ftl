### Planned notices: when they go out, days off, the calendar of what will be told; templates.

command-calendar = What will be told, and when
command-templates = Templates for notices
help-calendar = /calendar shows what will be told in the next four weeks: skip one, move one, stop it. /templates keeps what you write again and again, with blanks to be filled. To tell something later, or again and again, tap “When” at the end of /broadcast

planned-ask-repeat = When is it to go out?
button-repeat-now = Now
button-repeat-once = Once, later
button-repeat-daily = Every day
button-repeat-workdays = Every working day
button-repeat-weekly = Every week
button-repeat-monthly = Every month
planned-ask-day = On which day? You can add the time: “Friday 9 am”.
planned-ask-first = On which day for the first time? The later ones follow from it. You can add the time: “Friday 9 am”.
planned-ask-time = At what time?
planned-ask-day-off = What if that is a holiday?
button-day-off-same = All the same
button-day-off-before = The working day before
button-day-off-after = The working day after
button-day-off-leave-out = Leave it out
planned-ask-until = Until which day? Skip this to go on until you stop it.

button-planned-when = 🗓 When
button-planned-time = Change the time
button-planned-day-off = Holidays
button-planned-until = Until when
button-planned-plan = ✅ Plan it
button-planned-save = ✅ Change it

planned-rule-once = 🗓 Once, on { $day } at { $time }
planned-rule-daily = 🗓 Every day at { $time }, from { $day } on
planned-rule-workdays = 🗓 Every working day at { $time }, from { $day } on
planned-rule-weekly = 🗓 Every { $weekday } at { $time }, from { $day } on
planned-rule-monthly = 🗓 On day { $number } of every month at { $time }, from { $day } on; in shorter months on the last day
planned-weekday-0 = Monday
planned-weekday-1 = Tuesday
planned-weekday-2 = Wednesday
planned-weekday-3 = Thursday
planned-weekday-4 = Friday
planned-weekday-5 = Saturday
planned-weekday-6 = Sunday
planned-day-off-same = Holidays: all the same
planned-day-off-before = Holidays: on the working day before
planned-day-off-after = Holidays: on the working day after
planned-day-off-leave-out = Holidays: left out
planned-until = Until { $day }
planned-until-stopped = Until it is stopped
planned-night = 🌙 At { $chosen } people rest: it goes out at { $time }. For another time tap “Change the time”.
planned-preview-none = ⚠️ As it is chosen, it never goes out.
planned-preview-row = · { $day }, { $time }

planned-skipped = ⏭ Skipped this time
planned-moved = 🔀 Moved; it was to be on { $day }
planned-doubled = { $day } goes together with the one before
planned-left-out = { $day } is a day off: left out
planned-left-out-named = { $day } is a holiday ({ $holiday }): left out
planned-clash = { $day } is a day off; it goes out on { $on }
planned-clash-named = { $day } is a holiday ({ $holiday }); it goes out on { $on }
planned-holiday = { $day } is a holiday ({ $holiday }); it goes out all the same

planned-card = 🗓 <b>Planned notice { $number }</b> · { $who } · { $whom } · { $where }
planned-emergency = 🚨 Urgent: at night as well, with a sound
planned-next = Next: { $day }, { $time }
planned-state-proposed = ⏳ A colleague has to agree, once; from then on it goes out by itself.
planned-state-paused = ⏸ Paused: whoever planned it does not do this any more. A colleague has to take it over.
planned-state-stopped = ✋ Stopped
planned-state-over = ✅ All sent
planned-agreed-by = { $name } agreed
planned-sent = { $n ->
    [one] Sent once so far
   *[other] Sent { $n } times so far
}
planned-missed-on = Not sent on { $day }
planned-to = { $whom } · { $where }
planned-turn = 🗓 <b>{ $day }, { $time }</b> · planned notice { $number }
planned-turn-out = 🗓 <b>{ $day }</b> · planned notice { $number }

button-planned-agree = ✅ Agree
button-planned-decline = Do not send
button-planned-see = 👁 See it
button-planned-change = ✏️ Change
button-planned-stop = ✋ Stop
button-planned-stop-yes = Yes, stop
button-planned-keep = No, leave it
button-planned-take = 🙋 I take it over
button-planned-now = 📢 Send it now
button-planned-skip = ⏭ Skip this one
button-planned-unskip = ↩️ Do not skip it
button-planned-move = 🔀 Move this one
button-planned-number = No. { $number }

planned-begun = Planned notice { $number } is set; I send it when its time comes. What comes when: /calendar
planned-waits-for-second = Planned notice { $number } is written. A colleague in the staff chat has to agree, once.
planned-changed = Planned notice { $number } is changed.
planned-changed-proposed = Planned notice { $number } is changed. A colleague in the staff chat has to look at it again.
planned-did-agree = Agreed: planned notice { $number } goes out when its time comes.
planned-did-decline = Planned notice { $number } is not sent.
planned-did-stop = Planned notice { $number } is stopped and goes out no more.
planned-did-take = Planned notice { $number } is yours now and goes out in your name.
planned-did-now = Sent as notice { $number }.
planned-did-skip = Skipped this time. Until its moment you can have it back.
planned-did-unskip = This one goes out.
planned-sure-stop = Really stop planned notice { $number }? What was sent stays; no more of it goes out.
planned-kept = Planned notice { $number } stays as it is.
planned-ask-move = Planned notice { $number }, { $day }, { $time }: to which day does this one move? You can add the time: “Friday 9 am”.

planned-missed =
    { $n ->
        [one] 😔 Planned notice { $number } was not sent on { $day }: I was away when its time came.
       *[other] 😔 Planned notice { $number } was not sent { $n } times, the last time on { $day }: I was away.
    }
planned-missed-how = A day later the words may be wrong, so I did not send it by myself. To send it all the same, tap the button.
planned-reached-nobody = 😔 The time of planned notice { $number } came, but it reaches nobody. It was not sent.
planned-unagreed = ⏳ The time of planned notice { $number } came, and no colleague has agreed. It was not sent this time.
planned-without-officer = ⏸ The time of planned notice { $number } came, but { $name } does not do this any more. It was not sent and is paused. Which colleague takes it over?

calendar-head = 🗓 <b>{ $estate }</b> · what will be told, until { $day }
calendar-empty = Nothing is to be told in these four weeks. To tell something later: /broadcast, then tap “When”.
calendar-row = <b>{ $at }</b> { $day }, { $time } · “{ $words }” · { $whom }
calendar-row-out = <b>{ $at }</b> { $day } · “{ $words }”
calendar-broadcast-proposed = <b>{ $at }</b> ⏳ Notice { $number }, a colleague has to agree · “{ $words }”
calendar-broadcast-later = <b>{ $at }</b> { $day }, { $time } · 🌙 notice { $number }, in the morning · “{ $words }”
calendar-proposed = ⏳ A colleague has to agree
calendar-paused = ⏸ Planned notice { $number } is paused: somebody has to take it over · “{ $words }”
calendar-further = Planned notice { $number }, later than these four weeks · “{ $words }”
calendar-holiday = 🏮 { $day }: { $holiday }

templates-head = 📑 <b>{ $estate }</b> · templates. Tap a name to see all of it; blanks are filled when it is used.
templates-row = <b>{ $name }</b> { $words }
template-head = 📑 <b>{ $name }</b>
template-by = Kept by { $name }
template-along = I brought this one along. Changed, it is your own and changes nowhere else.
template-blanks = { $n ->
    [0] It has no blanks.
    [one] It has one blank, to be filled when it is used.
   *[other] It has { $n } blanks, to be filled when it is used.
}
template-preview = 📑 To be kept as the template “{ $name }”:
template-kept = The template “{ $name }” is kept. You find it by “Use a template” when you tell something.
template-sure-remove = Really remove the template “{ $name }”? Notices that were sent stay.
template-removed = The template “{ $name }” is removed.
template-stays = The template “{ $name }” stays.
template-ask-which = Which template?
template-ask-name = What is the template called? A few words will do: “Water off”.
template-ask-words = Send me the words of the template. What is to be filled in each time stands as ___ or as {"{"}which day{"}"}.
template-ask-other = Send me the same in the other language, with as many blanks in the same order: each is filled once for both. Or skip this.
button-template-new = ➕ A new one
button-template-save = ✅ Keep it
button-template-name = Change the name
button-template-use = 📢 Use it
button-template-change = ✏️ Change
button-template-remove = 🗑 Remove
button-template-remove-yes = Yes, remove
button-template-keep = No, leave it
button-broadcast-template = 📑 Use a template
button-broadcast-keep-template = 📑 Keep as a template
broadcast-preview-template = 📑 It is kept as the template “{ $name }” as well

refused-planned-gone = This planned notice is not to be seen any more.
refused-planned-in-past = That time has passed. Please choose a later one.
refused-planned-until-too-soon = The last day comes before the first one. Please choose a later one.
refused-planned-over = Planned notice { $number } was stopped, or is all sent.
refused-planned-not-proposed = Nobody has to agree to planned notice { $number } any more.
refused-planned-not-paused = Nobody has to take planned notice { $number } over.
refused-planned-turn-gone = That one has gone out, or was not to go out. See /calendar
refused-planned-turn-out-of-order = It would change places with the one before or after it. Please choose a time between them.
refused-planned-nothing-missed = There is nothing of planned notice { $number } to send after all; a colleague may have sent it.
refused-too-many-planned = { $most } are planned already. Please stop some first: /calendar
refused-template-gone = This template is not to be seen any more.
refused-template-name-taken = There is a template called “{ $name }” already. Please choose another name.
refused-too-many-templates = There can be { $most } templates. Please remove some first: /templates
refused-template-too-long = Too long for a template: { $most } characters at most in one language, this has { $chars }.
refused-template-blanks-differ = Both languages need the same number of blanks: Chinese has { $zh } now, English { $en }.
