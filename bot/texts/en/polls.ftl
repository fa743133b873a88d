### Polls: asking the neighbours. In the group it is a poll to tap; it is never a formal vote.

command-polls = Polls that run, and what came of others
command-poll = Ask the neighbours with a poll
help-polls = /poll asks the neighbours: a question and options, posted in the buildings’ groups. It closes by itself; then you say what comes of it. /polls shows all of them

# ---- in the group
poll-advice-named = (advice, not a formal vote; with names)
poll-advice-anonymous = (advice, not a formal vote; anonymous)
poll-above = 🗳 <b>Poll { $number }</b> · { $who } ({ $body }) would like your advice
poll-above-until = It closes on { $day } at 8 pm. Until then you can change your answer or take it back.
poll-about-wish = About wish no. { $number }
poll-about-project = About project { $number } “{ $name }”
poll-how-named = With names: who chose what is seen in the poll, and by { -committee }.
poll-how-anonymous = Anonymous: nobody sees who chose what, nor does { -committee }.
poll-how-several = You can choose several.
poll-how-hidden = The result is shown once it is closed.
poll-how-advice = This is advice, not a formal vote.

# ---- results
poll-option = ▫️ { $option }
poll-option-bar = { $bar } { $option } · { $n } · { $percent }%
poll-option-none = ▫️ { $option } · 0
poll-people = { $n ->
    [one] { $n } person answered.
   *[other] { $n } people answered.
}
poll-nobody = Nobody answered.
poll-missing = { $n ->
    [one] The poll holds { $n } more answer that is not counted: given as a group, or while I was not there, so I don’t know whose it is.
   *[other] The poll holds { $n } more answers that are not counted: given as a group, or while I was not there, so I don’t know whose they are.
}
poll-result-head = 🗳 <b>Poll { $number } is closed</b>: { $question }
poll-late = It closed on { $day } at 8 pm. I was not there then and can only say so now. Sorry.
poll-result-wait = What comes of it will be said here by { $body }.
poll-statement-please = People wait to hear what comes of it. Please write a few words, and choose a day to look at it again.
poll-stated-already = It was said what comes of it.

# ---- the list, and one poll
polls-head = { $n ->
    [0] <b>{ $estate }</b> · Polls
    [one] <b>{ $estate }</b> · { $n } poll
   *[other] <b>{ $estate }</b> · { $n } polls
}
polls-empty = Nothing was asked yet.
poll-row-runs = { $n ->
    [one] 🗳 Poll { $number } · { $question } · until { $day }, 8 pm · { $n } answer
   *[other] 🗳 Poll { $number } · { $question } · until { $day }, 8 pm · { $n } answers
}
poll-row-runs-hidden = 🗳 Poll { $number } · { $question } · until { $day }, 8 pm; the result is shown then
poll-row-closed = { $n ->
    [one] Poll { $number } · { $question } · { $n } answer, most for { $most }
   *[other] Poll { $number } · { $question } · { $n } answers, most for { $most }
}
poll-row-nobody = Poll { $number } · { $question } · closed, nobody answered
poll-row-stated = Poll { $number } · { $question } · { $body }: { $words }
poll-row-cancelled = Poll { $number } · { $question } · cancelled
poll-head = 🗳 <b>Poll { $number }</b>: { $question }
poll-runs = It runs until { $day }, 8 pm. Answer it in your building’s group.
poll-is-closed = It closed on { $day }.
poll-was-cancelled = Cancelled: { $reason }
poll-by = — { $who } ({ $body })
poll-statement = 💬 What comes of it, says { $who } ({ $body }):
    { $words }
poll-statement-again = 💬 Later, { $who } ({ $body }) said:
    { $words }
poll-review-on = To be looked at again on { $day }.
poll-voters-head = Who chose what in poll { $number }: { $question }
poll-voters-option = <b>{ $option }</b> · { $n }: { $names }
poll-voters-more = { $n ->
    [one] And { $n } more.
   *[other] And { $n } more.
}
poll-voter-forgotten = a neighbour
button-poll-number = Poll { $number }
button-poll-look = See poll { $number }
button-poll-there = Answer it in the group
button-poll-voters = Who chose what
button-poll-cancel = Cancel it
button-poll-state = Say what comes of it
button-poll-state-again = Say how it went on
button-poll-about = Poll

# ---- said once
poll-cancelled-group = 🗳 Poll { $number } is cancelled: { $question }
    { $who } ({ $body }): { $reason }
    Answers given so far do not count. Thank you to all who answered.
poll-posted-again = 🗳 The group was upgraded and poll { $number } above takes no answers any more, so I posted it anew. Who has answered need not do so again.
poll-stated-head = 🗳 <b>After poll { $number }</b>: { $question }
poll-reminder = 🗳 Poll { $number } has not heard from you yet: { $question }
    It closes on { $day } at 8 pm; one tap in your building’s group is enough. If you would rather not, that is fine: this is advice, not a formal vote.
poll-reminder-group = 🗳 This is still open until { $day }, 8 pm. If you have not answered, one tap is enough.
poll-refused-by-group = “{ $title }” takes no polls, so poll { $number } ({ $question }) is not there. Please have a group administrator allow polls in the group’s permissions, then ask anew. The other groups have it.
poll-statement-wanted = { $days ->
    [one] Poll { $number } closed { $days } day ago, and nobody said what comes of it: { $question } People are waiting.
   *[other] Poll { $number } closed { $days } days ago, and nobody said what comes of it: { $question } People are waiting.
}
poll-review-due = 📅 Poll { $number } is to be looked at again today: { $question }
    It was said: { $words }
    How did it go on? Please tell everybody.
card-poll-runs = 🗳 Neighbours are asked: { $question } Poll { $number }, until { $day }
card-poll-closed = { $n ->
    [one] 🗳 Poll { $number }: { $n } answer, most for { $most }
   *[other] 🗳 Poll { $number }: { $n } answers, most for { $most }
}
card-poll-nobody = 🗳 Poll { $number }: nobody answered
card-poll-stated = 🗳 After poll { $number }, { $body }: { $words }

# ---- asking
placeholder-poll = What would you like to ask?
placeholder-poll-options = One option a line
poll-ask-question = What would you like to ask everybody? One sentence, at most 200 characters. For example: Which colour for the stairwell?
poll-ask-options = What can be chosen? One option a line, all in one message if you like; 2 to 12, each at most 100 characters.
button-poll-option-off = Remove the last one
poll-ask-several = How many may each person choose?
button-poll-one = One only
button-poll-several = Several
poll-ask-names = With names? With names, the group and { -committee } see who chose what; anonymous, nobody does. The poll will say so.
button-poll-anonymous = Anonymous
button-poll-named = With names
poll-ask-shown = Do people see how others answer while it runs?
button-poll-shown = Yes, once they answered
button-poll-hidden = Only once it is closed
poll-ask-groups = In which groups? Tap those that you don’t want.
poll-ask-until = { $days ->
    [one] Until which day? It closes that day at 8 pm; at most { $days } day ahead.
   *[other] Until which day? It closes that day at 8 pm; at most { $days } days ahead.
}
poll-ask-about = About which wish? Type its number, such as 12. If about none, skip this.
poll-preview = Post this?
poll-preview-question = <b>{ $question }</b>
poll-preview-wish = About wish no. { $number } “{ $words }”
poll-preview-groups = In: { $groups }
poll-preview-after = Once it is closed you will be asked what comes of it, and for a day to look at it again. After posting, question and options cannot be changed; it can only be cancelled.
button-poll-post = Post it
button-poll-change-question = Change the question
button-poll-change-options = Change the options
button-poll-change-several = Change how many
button-poll-change-names = Change names
button-poll-change-shown = Change results
button-poll-change-groups = Change the groups
button-poll-change-until = Change the day
button-poll-change-about = Change the wish
poll-opened = Poll { $number } is out: { $question } It closes on { $day } at 8 pm; you will get the result then.

# ---- cancelling, and what comes of it
poll-ask-reason = Why is poll { $number } cancelled? This will be said in the groups.
poll-preview-cancel = Cancel poll { $number }? Answers given so far will not count, and it cannot be opened again. { $question }
poll-cancel-done = Poll { $number } is cancelled, and the groups know why.
placeholder-poll-statement = What comes of it?
poll-ask-statement = What comes of poll { $number }? { $question } For everybody to read, at most 1,500 characters.
poll-ask-went-on = How did it go on after poll { $number }? { $question } For everybody to read, at most 1,500 characters.
poll-ask-review = On which day will you look at it again? I’ll remind you.
poll-ask-review-again = Look at it once more? On which day? If not, skip this.
poll-preview-statement = Say this about poll { $number } in the groups where it was asked? { $question }
poll-statement-done = The groups know what comes of poll { $number }.

refused-poll-gone = There is no such poll.
refused-poll-not-found = There is no poll { $number }. /polls shows those there are.
refused-poll-over = Poll { $number } is closed or was cancelled.
refused-poll-running = Poll { $number } still runs. Say what comes of it once it is closed.
refused-poll-cancelled = Poll { $number } was cancelled; there is no result to speak of.
refused-poll-stated = Somebody has just said what comes of poll { $number }. Have a look first: /polls opens it.
refused-poll-too-short = It would close within an hour, before people see it. Please choose a later day.
refused-same-option = “{ $words }” is there already. Please put it differently.
refused-too-few-options = { $least ->
    [one] It needs at least { $least } option to choose from.
   *[other] It needs at least { $least } options to choose from.
}
refused-too-many-options = { $most ->
    [one] At most { $most } option.
   *[other] At most { $most } options; please merge some.
}
refused-no-groups-to-ask = There is no building’s group to post in yet. Connect one with /bind there, then ask.
refused-names-not-asked = Poll { $number } is anonymous: nobody knows who chose what.
refused-wish-not-for-all = Neighbours do not see wish no. { $number }, so they cannot be asked about it.
