### Deliberations: council, coordination, hearing; arguments, statements, taps, minutes; "I see it differently".

voice-resident = Neighbour
voice-committee = { -committee(at: "start") }
voice-property = { -property(at: "start") }
voice-owners = { -owners(at: "start") }
voice-developer = Developer
voice-expert = Expert
voice-department = Department

more-deliberation-council = 🗣 { $name } of { $body } opened a council, until { $day }: “{ $question }”
more-deliberation-coordination = 🗣 { $name } of { $body } opened a coordination, until { $day }: “{ $question }”
more-deliberation-hearing = 🗣 { $name } of { $body } opened a hearing, until { $day }: “{ $question }”
more-minutes = 📝 { $name } of { $body } wrote the minutes: { $outcome }

button-differ = I see it differently
differ-counted = Noted: you see no. { $number } differently. Nobody learns it is you; those who answer see the number alone. Press again to take it back.
differ-taken-back = Taken back: you do not see no. { $number } differently.
card-dissents = 🗣 { $n } neighbours see it differently: first it is discussed, then decided
desk-dissents = 🗣 { $n ->
    [one] 1 neighbour sees it differently
   *[other] { $n } neighbours see it differently
}
refused-deliberate-first = { $n ->
    [one] 1 neighbour sees no. { $number } differently.
   *[other] { $n } neighbours see no. { $number } differently.
} It has to be discussed, with minutes, before you can promise it or decline. Press “More”, then “Open a deliberation”.
refused-own-wish-not-differed = No. { $number } is your own. To change it or add to it, send me /mine in private.
refused-nothing-to-differ = No. { $number } is settled already.

button-deliberate = Open a deliberation
button-decide = Decide
button-form-council = Council
button-form-coordination = Coordination
button-form-hearing = Hearing
button-officer = { $voice } { $name }
deliberate-ask-form = No. { $number }: how shall it be discussed?
deliberate-form-council = <b>Council</b>: in the building's group. Neighbours say why they are for or against, the bodies say what they think.
deliberate-form-coordination = <b>Coordination</b>: in the staff chat alone, among the bodies.
deliberate-form-hearing = <b>Hearing</b>: in the building's group. Neighbours ask, one officer answers before everybody.
deliberate-ask-question = Which one question is to be discussed? One sentence.
deliberate-ask-background = What should people know about it? Or press “Skip”.
deliberate-ask-agenda = What is on the agenda? One point a line. Or press “Skip”.
deliberate-ask-officer = Who answers?
deliberate-ask-until = Until which day? It ends at 8 in the evening.
deliberate-preview-council = A council about no. { $number }, in the building's group: is that right?
deliberate-preview-coordination = A coordination about no. { $number }, in the staff chat alone: is that right?
deliberate-preview-hearing = A hearing about no. { $number }, in the building's group: is that right?
deliberate-done-council = The council about no. { $number } is open. It is in the building's group.
deliberate-done-coordination = The coordination about no. { $number } is open, here in the staff chat.
deliberate-done-hearing = The hearing about no. { $number } is open. It is in the building's group.
placeholder-deliberate = Such as: how many chairs at the door?

deliberation-head-council = 🗣 <b>No. { $number } · council</b>
deliberation-head-coordination = 🗣 <b>No. { $number } · coordination</b>
deliberation-head-hearing = 🗣 <b>No. { $number } · hearing</b>
deliberation-question = <b>{ $question }</b>
deliberation-background = <blockquote expandable>{ $background }</blockquote>
deliberation-agenda =
    Agenda:
    { $agenda }
deliberation-officer = 🎤 { $voice } { $name } answers
deliberation-until = ⏳ until { $day }, 8 in the evening
deliberation-closed = 🔒 time is over, the minutes are to come
deliberation-dropped = 🔒 ended: what it was about is not there any more
deliberation-outcome = 📝 { $outcome }
deliberation-hidden = No. { $number } cannot be seen at the moment, and neither can what was said of it.
deliberation-for = 👍 For: { $n }
deliberation-against = 👎 Against: { $n }
deliberation-questions = ❓ Neighbours ask: { $n }
deliberation-voices = 🏛 What the bodies say: { $n }
deliberation-notes = 🔎 Experts had a look: { $n }
deliberation-older = and { $n } more, press “See all”
deliberation-side-for = 👍 for
deliberation-side-against = 👎 against
deliberation-said-argument = { $at }. { $words }
deliberation-said-argument-tapped = { $at }. { $words } ({ $taps })
deliberation-said-question = { $at }. { $words }
deliberation-said-question-tapped = { $at }. { $words } ({ $taps })
deliberation-said-statement-for = { $at }. { $voice } { $name }, for: { $words }
deliberation-said-statement-for-tapped = { $at }. { $voice } { $name }, for: { $words } ({ $taps })
deliberation-said-statement-against = { $at }. { $voice } { $name }, against: { $words }
deliberation-said-statement-against-tapped = { $at }. { $voice } { $name }, against: { $words } ({ $taps })
deliberation-said-statement-neither = { $at }. { $voice } { $name }: { $words }
deliberation-said-statement-neither-tapped = { $at }. { $voice } { $name }: { $words } ({ $taps })
deliberation-said-note = { $at }. { $voice } { $name }: { $words }
deliberation-said-note-tapped = { $at }. { $voice } { $name }: { $words } ({ $taps })
deliberation-answered = 　🎤 { $name } answers: { $words }
deliberation-unanswered = 　⏳ not answered yet
deliberation-folded = (folded: neighbours do not see it)
deliberation-nothing-said = Nobody has said anything yet. Will you begin?
deliberation-page = Page { $page } of { $pages }
deliberation-minutes = <blockquote expandable>{ $minutes }</blockquote>
taps-agree = { $n } agree
taps-disagree = { $n } disagree
taps-pass = { $n } not sure

card-deliberating = 🗣 being discussed until { $day }
card-deliberation-closed = 🗣 discussed, the minutes are to come
card-deliberated = 🗣 discussed: { $outcome }

button-say-for = Say why for
button-say-against = Say why against
button-say-question = Ask something
button-say-statement = Give our view
button-say-note = Note what I saw
button-one-by-one = Rate one by one
button-deliberation-whole = See all
button-deliberation-look = Have a look
button-tap-agree = Agree
button-tap-disagree = Disagree
button-tap-pass = Not sure
button-tap-agree-numbered = { $at } Agree
button-tap-disagree-numbered = { $at } Disagree
button-tap-pass-numbered = { $at } Not sure
button-said-photos = Photos of { $at }
button-answer-question = Answer { $at }
button-unsay = Take back { $at }
button-fold-said = Fold { $at }
button-unfold-said = Put back { $at }
button-end-deliberation = End it now
button-end-yes = Yes, end it

tap-counted = Noted: { $at }, { $tap }. If you change your mind, press another.
one-by-one-ask =
    No. { $number }: { $question }
    What do you think of this one?
one-by-one-over = You have seen all there is to no. { $number }. Thank you.
unsaid = { $at } is taken back. Nobody sees it any more.
said-folded = { $at } is folded: neighbours do not see it. Press again to put it back.
said-unfolded = { $at } is back.

side-for = For
side-against = Against
side-neither = Neither, just the facts
say-ask-side =
    No. { $number }: { $question }
    Where does your side stand?
say-ask-argument-for =
    No. { $number }: { $question }
    You are for it. Why? One sentence. Everybody sees it, nobody sees who wrote it.
say-ask-argument-against =
    No. { $number }: { $question }
    You are against it. Why? One sentence. Everybody sees it, nobody sees who wrote it.
say-ask-statement =
    No. { $number }: { $question }
    What does your side say? Your name stands with it.
say-ask-note =
    No. { $number }: { $question }
    What did you see there? Your name stands with it.
say-ask-question =
    No. { $number }: { $question }
    What do you want to ask? Everybody sees it, nobody sees who wrote it.
say-ask-photos = Send the photos of the place one by one, then press “Done”. Or press “Skip”.
say-preview-argument-for = No. { $number }, your reason for it: is that right?
say-preview-argument-against = No. { $number }, your reason against it: is that right?
say-preview-statement = No. { $number }, what your side says: is that right?
say-preview-note = No. { $number }, what you saw: is that right?
say-preview-question = No. { $number }, your question: is that right?
say-preview-side-for = 👍 for
say-preview-side-against = 👎 against
say-preview-side-neither = neither for nor against
say-preview-photos = 📷 { $n ->
    [one] 1 photo
   *[other] { $n } photos
}
say-concern = ⚠️ It holds { $concerns }, and everybody sees it. Press “Back” to change it.
say-faces = Are other people's faces in the photos, or children? Then press “Back” and take another.
say-done-argument = It is there. When no. { $number } has been discussed, I tell you what came of it.
say-done-statement = It is there.
say-done-note = It is there. Thank you for having a look.
say-done-question = It is asked. When there is an answer to it, I tell you. It is about no. { $number }.
placeholder-say = One sentence is enough

hearing-ask-answer =
    No. { $number }, a neighbour asks:
    <blockquote expandable>{ $words }</blockquote>
    What is your answer? Everybody sees it.
hearing-preview-answer =
    A neighbour asks:
    <blockquote expandable>{ $words }</blockquote>
    Your answer: is that right?
hearing-answered = Answered. Everybody sees it with no. { $number }, and I tell who asked.

end-deliberation-ask = End the discussion of no. { $number } now? “{ $question }” Nothing more can be said then.
end-deliberation-done = The discussion of no. { $number } is over. Please write the minutes.
deliberation-is-over = 🗣 No. { $number }, “{ $question }”, has been discussed. { -committee(at: "start") }, please write the minutes.
button-minutes = Write the minutes
minutes-ask-outcome =
    No. { $number }: { $question }
    What came of it?
minutes-ends-it = (Its time is not over. With the minutes it ends.)
minutes-ask-words = The minutes: what people said, and what was settled.
minutes-preview = The minutes of no. { $number } go to the building's group, and to everybody who took a side: is that right?
minutes-preview-staff = The minutes of no. { $number } go to the staff chat: is that right?
minutes-done = The minutes of no. { $number } are out. I tell everybody who took a side.
minutes-head =
    📝 <b>No. { $number } · minutes</b>
    { $question }
minutes-by = Written by { $body } { $name }
minutes-wanted = ⏰ No. { $number }, “{ $question }”: { $days ->
    [one] over for a day
   *[other] over for { $days } days
}, and no minutes. People are waiting. { -committee(at: "start") }, please write them.
placeholder-minutes = Such as: four chairs, by the end of the month
outcome-agreed = they agree
outcome-partly = agreed in part
outcome-not-agreed = no agreement
outcome-handed-up = a level up

notice-deliberation-council = No. { $number } is being discussed until { $day }: { $question } What do you think?
notice-deliberation-coordination = There is a coordination about no. { $number } until { $day }: { $question } Please give your view.
notice-deliberation-hearing = There is a hearing about no. { $number } until { $day }: { $question } You can ask what you like.
notice-minutes-overdue = ⏰ No. { $number }, “{ $question }”, was discussed days ago and has no minutes. Whoever said something is waiting. Please write them.
notice-hearing-asked =
    At the hearing about no. { $number } a neighbour asks you:
    <blockquote expandable>{ $words }</blockquote>
notice-hearing-answered =
    No. { $number }: what you asked, “{ $words }”, is answered:
    <blockquote expandable>{ $reply }</blockquote>
    { $voice } { $name }

refused-deliberation-over = The discussion of no. { $number } is over.
refused-deliberation-too-short = That is too soon. Please choose a later day, so that people have time.
refused-already-deliberated = No. { $number } is being discussed, or waits for its minutes.
refused-not-before-neighbours = No. { $number } is for the { -committee } alone. It cannot go to the building's group, only to a coordination.
refused-not-this-form = This discussion does not take that.
refused-speaks-for-a-body = You speak for a body: please press “Give our view”.
refused-not-a-voice = This is for those who speak for a body. As a neighbour, please say why you are for or against.
refused-not-an-expert = Notes of what was seen are for experts.
refused-not-the-officer = Here { $name } answers.
refused-question-answered = This one is answered already.
refused-said-enough = Everybody may say { $most } things, so that others can too. Take one back to say another.
refused-not-your-words = Only who said it can take it back.
refused-minutes-written = The minutes of no. { $number } are written already.

mydata-section-deliberations = Discussions you opened: { $n }
mydata-section-minutes = Minutes you wrote: { $n }
mydata-section-contributions = What you said in discussions: { $n }
mydata-section-spoken = What you said in discussions for your side: { $n }
mydata-section-contribution-taps = What you rated in discussions: { $n }
mydata-section-dissents = Wishes you see differently: { $n }
