### Filing for a neighbour: a visit, the counter, a slip; passing the answer on; the report.

command-for = File for a neighbour who can’t
command-report = The estate in numbers

role-captain = building captain
role-volunteer = volunteer
role-mediator = mediator
role-panel = heard in discussions

way-visit = Heard on a visit
way-counter = Heard at the counter
way-slip = From a paper slip

for-ask-way = For a neighbour: how did it come to you?
button-way-visit = A visit
button-way-counter = At the counter
button-way-slip = A paper slip
for-ask-slip = Please send a photo of the slip; only the { -committee } sees it. If there is none, tap “Skip”.
for-ask-words = What did they say? One sentence in their words, with a photo of the place if you like.
for-ask-words-slip = What does the slip say? One sentence, as it stands there.
for-ask-neighbour = What is the neighbour’s name? Only the { -committee } and you will see it. To leave it out, tap “Skip”.
for-ask-door = Which door? For example floor 5, 502. Only the { -committee } and you will see it. To leave it out, tap “Skip”.
for-in-private = Let’s do this in private, so that the group can’t tell who it is for.

for-preview = 👥 { $way }. Posted, it says: filed for a neighbour by { $name }, { $role }
for-preview-neighbour = 🔒 Neighbour: { $neighbour }, for the { -committee } only
for-preview-slip = 📝 Photo of the slip, for the { -committee } only
for-preview-slip-shown = 📝 The photo of the slip is on the card, too

button-change-neighbour = Neighbour
button-change-door = Door
button-change-way = How it came
button-change-slip = Slip photo
button-slip-on-card = Show the slip

for-filed = You’ll hear the answer first, to pass it on to your neighbour.
for-filed-not-started = For the answer look at the staff chat’s card, under “More”. Press Start in a private chat with me and I’ll tell you myself.

card-filed-for = Filed for a neighbour (by { $name }, { $role })
desk-filed-for = 👥 { $way }, filed by { $name }, { $role }
desk-filed-for-nameless = 👥 { $way }, filed for them
desk-neighbour = 🔒 Neighbour: { $neighbour }

for-tell = { GIVEN($neighbour) ->
    [yes] Please tell { $neighbour }:
   *[no] Please tell the neighbour you filed it for:
}
for-ask-back = { GIVEN($neighbour) ->
    [yes] Please ask { $neighbour } and answer in their words:
   *[no] Please ask the neighbour you filed it for and answer in their words:
}
more-they-said = The neighbour says: { $words }
button-told = I have told them
for-told = Noted for no. { $number }: your neighbour knows. If that was a slip of the thumb, take it back within two minutes.
for-told-before = That is noted for no. { $number } already. Thank you for going there.
for-untold = Taken back: for no. { $number } they have not been told yet.
button-untold = Not yet, take it back
more-told = ↳ passed on to the neighbour { $moment }
more-not-told = ↳ not passed on to the neighbour yet
refused-too-late-to-take-back = { $minutes ->
    [one] A minute has passed
   *[other] { $minutes } minutes have passed
}; it can’t be taken back any more.

help-trusted = Here you are: { $roles }.
help-for = /for file for a neighbour who can’t: a visit, the counter, a paper slip
help-report = /report the estate in numbers: what was filed, how soon it was answered, promises kept; with a picture and a file. Add last month, or building 3

tally-head = <b>{ $estate }</b> · report
tally-none = Nothing was filed.
tally-filed = { $n ->
    [one] { $n } filed
   *[other] { $n } filed
}: { $kinds }
tally-want = { $n } I want
tally-offer = { $n } I can help
tally-suggestion = { $n } I suggest
tally-for-others = { $n } of them for a neighbour ({ $percent }%): { $ways }
tally-none-for-others = None of them for a neighbour.
tally-visit = { $n } by a visit
tally-counter = { $n } at the counter
tally-slip = { $n } by a slip
tally-told = { $answers ->
    [one] { $answers } answer came to these
   *[other] { $answers } answers came to these
}; { $told } passed on.
