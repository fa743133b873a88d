### The one message after coming in, the binding, the trial, whether wishes are taken.

chat-hello-nameless = Hello, I’m Wishwell; a group administrator invited me. Something broken, wanted, offered, or an idea: tell me, I pass it on and bring the answer. I never ask for money or codes.

onboard-ask-purpose = <b>Which kind of group is this?</b> A group administrator or somebody on the list taps one.
button-onboard-building = A building’s group
button-onboard-staff = The staff chat
onboard-nobody-listed = Nobody is on the list yet, so I can’t be tied to an estate. Ask whoever runs this bot to put people of the { -committee }, the { -property } or the { -owners } into config.yaml; /bind tells everyone their own number.
onboard-ask-estate = <b>Of which estate?</b>
onboard-ask-building = <b>Which building’s group is this?</b>
button-onboard-place = { $place }
button-onboard-other = Another building
onboard-whole = the whole estate
onboard-ask-grid = <b>Which building’s group is this?</b> Tap its number. If it isn’t here, somebody on the list can send /bind with it, for example /bind building 3.
onboard-confirm-building = <b>Tie this group to { $estate }, { $place }?</b>
onboard-confirm-staff = <b>Make this the staff chat of { $estate }?</b> Every wish will come here.
button-onboard-yes = Yes, do it
onboard-later = All right, later then. Tap when you want to go on.
button-onboard-again = Go on
onboard-bound = Done.
onboard-asked-toast = Asked. Somebody on the list has to agree.
onboard-asked = Would like to belong to { $estate }, { $place }. I asked in the staff chat; once somebody on the list agrees, it is done.
onboard-refused = Not tied: the people of { $estate } say this is not their group. If that is a mistake, please talk to them; you can ask again after a week.

onboard-is-it-yours = “{ $chat }” would like to belong to { $place }; { $name } asks. Is it one of ours? Its members will see the wishes of this estate.
button-bind-yes = Yes, tie it
button-bind-no = No
button-onboard-no-more = Don’t ask after all
onboard-asks-no-more = “{ $chat }” asks no more; no answer is needed.
onboard-said-yes = “{ $chat }” is tied; { $name } agreed.
onboard-said-no = “{ $chat }” is not tied; { $name } says it isn’t ours.
onboard-yes-toast = “{ $chat }” is tied.
onboard-no-toast = All right, “{ $chat }” stays out.

bound-building-first = Done: this group is tied to { $estate }, { $place }.
bound-begins = If there is anything, just say it.

trial-head = 📝 <b>Try it first</b> (only here: nothing is posted, nothing counts)
trial-wish = “The second-floor corridor light is out.”
trial-how = Two people on the list each answer it once, as if it were real. Then everybody can begin.
trial-tried = Have tried it: { $names }
trial-missing = { $n ->
    [one] One more is needed.
   *[other] { $n } more are needed.
}
trial-too-few = { $n ->
    [one] Only one person is on the list;
   *[other] { $n } people are on the list;
} it takes two to begin. Ask whoever runs this bot to add another to config.yaml.
button-trial = Try answering
trial-ask-kind = “The second-floor corridor light is out.” How do you answer? (Only a try)
trial-preview-ask = Answer like this? (Only a try)
trial-answered = Well done. When it is real, this is what people see:
trial-one-more = One more to go: somebody else on the list taps “Try answering”, please.
trial-opened = Both of you have tried it. From now on wishes are taken.
trial-done = ✅ Tried ({ $names }). From now on every wish comes here; tap “Answer” to answer it.
trial-next-staff = A staff chat is still missing: somebody on the list adds me to it and taps “The staff chat”.
trial-next-building = A building’s group is still missing: add me to it and tap “A building’s group”.
trial-next-try = The one below is for trying: two people on the list each answer it once, then wishes are taken.
trial-next-wait = Getting ready: once two people in the staff chat have tried it, I’ll say so here.

intake-open-group = The { -committee } is ready: from now on somebody reads, and somebody answers.
intake-warned-staff = ⏰ { $days ->
    [one] Wishes are waiting, and for a day
   *[other] Wishes are waiting, and for { $days } days
} nobody has answered. If it stays like that I’ll take no new ones, so that nobody waits in vain.
intake-paused-staff = ⏸ { $days ->
    [one] Wishes are waiting, and for a day
   *[other] Wishes are waiting, and for { $days } days
} nobody has answered. I take no new ones for now and have said so in the groups. Answer one, or tap below, and I go on.
intake-waiting = { $n ->
    [0] Nothing is waiting for an answer.
    [one] One wish is waiting for an answer. Send /wishes to see it.
   *[other] { $n } wishes are waiting for an answer. Send /wishes to see them.
}
button-here = We’re here, go on
intake-here = All right, I go on taking them.
intake-paused-group = { $days ->
    [one] For a day nobody has answered,
   *[other] For { $days } days nobody has answered,
} so I take no new ones for now: nobody should wait in vain. All that was said is kept. Once somebody answers I go on. If it is urgent, please go to the { -committee } or the { -property }.
intake-resumed-group = Somebody is answering again. If there is anything, just say it.
intake-resumed-staff = Somebody is here again; wishes are taken.

refused-intake-not-open = { $estate } is still getting ready. I’ll say so in the group when it begins; please tell me again then. If it is urgent, go to the { -committee } or { -property }.
refused-intake-paused = Nobody at { $estate } has answered for days, so I take no new wishes for now. I go on once somebody answers. If it is urgent, go to the { -committee } or { -property }.
refused-trial-over = Wishes are taken already; no more trying is needed.
refused-tried-already = You have tried it. Somebody else on the list needs to try it too.
refused-chat-bound-already = This group is tied already. To change it, somebody on the list sends /bind.
refused-not-yours-to-bind = These buttons are for the group’s administrators and people on the list. Nothing for you to do.
refused-staff-chat-needs-listed = The staff chat sees every wish, so it takes somebody on the list. If that is you, have { $id } put into config.yaml.
refused-nobody-to-ask = The estate has no staff chat yet, so nobody can agree. Somebody on the list has to tie one first, or tap here. Your number is { $id }.
refused-asked-enough = They were asked; please wait for their answer. A group they said no to can ask again after a week.
refused-binding-settled = Somebody has decided about this group already.
