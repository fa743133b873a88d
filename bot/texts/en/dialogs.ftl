### Words and buttons shared by all dialogs.

dialog-for = { $name }:
dialog-so-far = So far: { $answer }
dialog-photos-so-far = { $photos ->
    [one] One photo so far, { $most } at most.
   *[other] { $photos } photos so far, { $most } at most.
} Tap “Done” when you have sent them all.
dialog-photo-taken = Got the photo.
dialog-photos-cleared = The photos are gone. Please send them again.
dialog-caption-not-kept = The photo is kept; the words beside it are not.
dialog-hint-reply = Please reply to this message. To stop, reply “cancel”.
dialog-hint-skip = To leave this out, reply “skip”.
dialog-undone = The last change is undone.
dialog-leave-ask = { GIVEN($command) ->
    [yes] You were in the middle of something. Leave it for { $command }?
   *[no] You were in the middle of something. Leave it and begin anew?
}
dialog-left = All right, that one is put aside. Nothing was sent.
dialog-cancelled = Cancelled. Nothing was sent.
dialog-already-over = This one is finished; its buttons have done their work.
dialog-reminder = You were in the middle of this. Just go on, or tap “Cancel”.

button-back = Back
button-skip = Skip
button-start-over = Start over
button-cancel = Cancel
button-keep = Keep it
button-done = Done
button-clear-photos = Remove photos
button-stay = Carry on
button-leave = Leave
button-confirm = Yes
button-ticked = ✅ { $label }

button-today = Today · { $day }
button-tomorrow = Tomorrow · { $day }
button-in-a-month = In a month · { $day }
button-in-three-months = In three months · { $day }
button-in-half-a-year = In half a year · { $day }
button-in-a-week = In a week · { $day }
button-in-two-weeks = In 2 weeks · { $day }
button-end-of-month = Month end · { $day }
dialog-written-on = You wrote this on { $day }.

# Said to one person in a group. An older server shows whisper-probe to everybody, so it gives nothing away.
whisper-probe = One moment, please.
whisper-go-on = please go on with me in private, where nobody else sees it.
whisper-go-on-from = What you began in “{ $title }” is not finished, and not sent. Tap “Go on” below.
whisper-over = That one is done by now, or was given up. If there is anything else, just tell me.
whisper-photo = Please send the photo to me in private: tap “Go on”. What you wrote is kept.
button-go-on = Go on
