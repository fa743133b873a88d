### One's own data: /mydata shows it, /forgetme forgets it.

data-in-private = Your data is shown in private, not read out in the group.

mydata-head = <b>All that I keep about you</b>
mydata-name = Name: { $name } (Telegram id { $id })
mydata-username = Account: { $username }
mydata-language = Language: { $language }
mydata-home = Building chat: { $title }
mydata-section-administers = { $n ->
    [one] One group you run (Telegram told me)
   *[other] { $n } groups you run (Telegram told me)
}
mydata-section-wishes = <b>Wishes you filed: { $n }</b>
mydata-section-in-hand = <b>Wishes you have in hand: { $n }</b>
mydata-section-stances = <b>What you follow, still open: { $n }</b>
mydata-section-stances-ended = <b>What you followed, ended: { $n }</b>
mydata-section-answers = <b>Answers you gave: { $n }</b>
mydata-section-thanks = Thanks you said: { $n }
mydata-section-questions = Questions put to you: { $n }
mydata-section-asked = Questions you put to others: { $n }
mydata-section-pauses = Times your filing was paused: { $n }
mydata-section-paused = Times you paused somebody: { $n }
mydata-section-lifted = Pauses you lifted: { $n }
mydata-section-alarms = Times you spoke of danger: { $n }, only the kind is kept
mydata-section-similar-taps = <b>Times you said “same” or “different”: { $n }</b>
mydata-section-dialogs = Not finished yet: { $n }
mydata-section-received = Just received, being worked on: { $n }
mydata-section-told = News I sent you: { $n }, deleted a few days after sending
mydata-section-said = What I said here: { $n }, deleted a few days after sending
mydata-section-reports = Times you said something was wrong: { $n }
mydata-section-steps = Steps you took for a body (taken, promised, ended): { $n }
mydata-section-contests = Times you said a removal was wrong: { $n }
mydata-section-takedowns = Wishes you folded, restored or took down: { $n }
mydata-section-statements = Statements you put on cards: { $n }
mydata-section-additions = <b>What you added: { $n }</b>
mydata-section-withdrawals = Wishes you withdrew: { $n }
mydata-section-jots = Sentences that wait for your yes: { $n }, deleted within the hour
mydata-section-jot-wishes = Whether you may be asked about sentences: { $n }
mydata-section-filed-for = Wishes you filed for neighbours: { $n }
mydata-section-passed-on = Answers you passed on: { $n }
mydata-section-transcripts = Voice notes you wrote down: { $n }
mydata-section-group-requests = Groups you asked me to connect: { $n }
mydata-section-trials = Times you tried it before it began: { $n }
mydata-section-presses = Buttons you just pressed: { $n }, deleted within a day
mydata-section-news = News for you, told or waiting: { $n }; gone some days after it was told
mydata-section-notice-settings = Choices of how to be told: { $n }
mydata-section-signups = { $n ->
    [one] Sign-ups you opened: one
   *[other] Sign-ups you opened: { $n }
}
mydata-section-signup-entries = { $n ->
    [one] What you signed up for: one, deleted 60 days after it
   *[other] What you signed up for: { $n }, deleted 60 days after each
}
mydata-section-signup-entries-for = { $n ->
    [one] Neighbours without a phone you signed up: one, deleted 60 days later
   *[other] Neighbours without a phone you signed up: { $n }, deleted 60 days later
}
mydata-section-things = { $n ->
    [one] What you found, lost or gave away: one thing, deleted 60 days after its end
   *[other] What you found, lost or gave away: { $n } things, deleted 60 days after their end
}
mydata-section-thing-responses = { $n ->
    [one] Things of others you answered: one, deleted 60 days after its end
   *[other] Things of others you answered: { $n }, deleted 60 days after their end
}
mydata-section-roles = Roles of yours, now or before: { $n }
mydata-section-residence-roles = Where you were put down as a resident: { $n }
mydata-section-role-offers = Roles you were asked to take and did not: { $n }
mydata-section-roles-given = Roles you asked others to take: { $n }
mydata-section-roles-ended = Roles you ended: { $n }
mydata-section-ledger-entries = { $n ->
    [one] 1 entry of the open ledger you published for a body
   *[other] { $n } entries of the open ledger you published for a body
}
mydata-section-entry-questions-open = { $n ->
    [one] 1 question of yours about the ledger that waits for an answer
   *[other] { $n } questions of yours about the ledger that wait for answers
}
mydata-section-entry-questions = { $n ->
    [one] 1 answered question of yours about the ledger; it stays, without your name
   *[other] { $n } answered questions of yours about the ledger; they stay, without your name
}
mydata-section-entry-answers = { $n ->
    [one] 1 question about the ledger you answered for a body
   *[other] { $n } questions about the ledger you answered for a body
}
mydata-section-polls = { $n ->
    [one] Polls you began in the name of a body: { $n }
   *[other] Polls you began in the name of a body: { $n }
}
mydata-section-poll-statements = { $n ->
    [one] What you said of polls in the name of a body: { $n } time
   *[other] What you said of polls in the name of a body: { $n } times
}
mydata-section-poll-answers = { $n ->
    [one] <b>You answered { $n } poll with names</b>
   *[other] <b>You answered { $n } polls with names</b>
}
mydata-section-poll-answers-not-counted = { $n ->
    [one] { $n } answer to a poll that you took back or gave anew
   *[other] { $n } answers to polls that you took back or gave anew
}
mydata-section-ledger-imports = { $n ->
    [one] 1 table you sent and have not published; it goes within a day
   *[other] { $n } tables you sent and have not published; they go within a day
}
mydata-section-broadcasts = { $n ->
    [one] 1 notice you broadcast for a body
   *[other] { $n } notices you broadcast for a body
}
mydata-section-broadcast-recipients = { $n ->
    [one] 1 notice that was sent to you in private
   *[other] { $n } notices that were sent to you in private
}
mydata-section-broadcast-reads = { $n ->
    [one] 1 notice you said you read
   *[other] { $n } notices you said you read
}
mydata-section-planned-broadcasts = { $n ->
    [one] 1 notice you planned for a body
   *[other] { $n } notices you planned for a body
}
mydata-section-broadcast-templates = { $n ->
    [one] 1 template for notices you wrote last
   *[other] { $n } templates for notices you wrote last
}
mydata-section-place-imports = { $n ->
    [one] 1 file of places you sent and have not taken over; it goes within a day
   *[other] { $n } files of places you sent and have not taken over; they go within a day
}
mydata-row-wish = · no. { $number } “{ $words }”
mydata-row-number = · no. { $number }
mydata-row-stance = · no. { $number }: { $stance }
mydata-row-words = · “{ $words }” ({ $moment })
mydata-more = · and { $n } more, all in the file
mydata-file = Everything is in this file, yours to keep. Rather have it gone? Send /forgetme.
button-mydata = Show my data first

forget-head = <b>Shall I forget you?</b>
forget-goes = This goes: your name, account and language, which building chat you are in, what you signed up for, what you left unfinished, and my copies of what I told you.
forget-goes-wishes = { $n ->
    [one] · one wish of yours that nobody else follows, or that only the { -committee } saw, words and all
   *[other] · { $n } wishes of yours that nobody else follows, or that only the { -committee } saw, words and all
}
forget-goes-photos = { $n ->
    [one] · one photo of yours, on the card too
   *[other] · { $n } photos of yours, on the cards too
}
forget-goes-stances = { $n ->
    [one] · one “same here”, “support” or “I can help”; it is no longer counted
   *[other] · { $n } times “same here”, “support” or “I can help”; they are no longer counted
}
forget-stays = This stays, without saying who you are:
forget-stays-nothing = Nothing else stays.
forget-stays-wishes = { $n ->
    [one] · one wish of yours that others follow, or that was answered or taken in hand: “from a neighbour”, without the door
   *[other] · { $n } wishes of yours that others follow, or that were answered or taken in hand: “from a neighbour”, without the door
}
forget-stays-stances = { $n ->
    [one] · one “same here”, “support” or “thanks” on what has ended, as a number
   *[other] · { $n } times “same here”, “support” or “thanks” on what has ended, as numbers
}
forget-stays-answers = { $n ->
    [one] · one answer you gave for a body: it was said to everybody, its words and the name under it stay
   *[other] · { $n } answers you gave for a body: they were said to everybody, their words and the name under them stay
}
forget-stays-questions = · { $n } of your questions about services that everybody can read: they help others, and never named you
forget-stays-roles = { $n ->
    [one] · 1 role you had: who could do what when must be there to look up, under the name you had; the role ends at once
   *[other] · { $n } roles you had: who could do what when must be there to look up, under the names you had; they end at once
}
forget-speaker = You are still on the list of whoever runs this bot (config.yaml). I cannot change that; please ask them.
forget-administrator = You still run a group: Telegram will tell me its administrators’ ids again, until you are none.
forget-telegram = Messages already sent, in groups and here, are with Telegram. Please delete yours yourself; I change my cards.
forget-for-good = It cannot be undone, and if an answer is still due I cannot bring it to you. Come back and you are a new neighbour.
button-forget = Forget me
button-forget-not = Not now
forget-sure = Think again: press, and it is done at once and for good.
button-forget-yes = Yes, forget me
forget-not-done = All right, nothing was changed.
forgotten = All forgotten. Thank you for having been here. Take care.

card-gone = No. { $number } was taken back by its author.
desk-author-gone = The author is gone; you can still answer, but they cannot be told
