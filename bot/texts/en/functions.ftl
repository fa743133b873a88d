### What a building's group is used for: told to the staff after 60 days; sign-ups and polls can be stopped in one group, and used again.

command-functions = What groups use: stop it, use it again
help-functions = /functions shows in which groups sign-ups or polls are stopped; stop them there, or use them again

function-review-head = 📊 <b>{ $chat }</b> · the last { $days } days: what is of use ({ $known ->
    [one] one neighbour known
   *[other] { $known } neighbours known
})
function-review-wishes = · Wishes: { $times } filed by { $persons ->
    [one] one person
   *[other] { $persons } people
} · { $verdict }
function-review-support = · Same here, support: { $times } by { $persons ->
    [one] one person
   *[other] { $persons } people
} · { $verdict }
function-review-claims = · Claims: { $times } by { $persons ->
    [one] one person
   *[other] { $persons } people
} · { $verdict }
function-review-signups = · Sign-ups: { $offered } posted, { $persons ->
    [one] one person
   *[other] { $persons } people
} on the lists · { $verdict }
function-review-polls = · Polls: { $offered } posted, answered by { $persons ->
    [one] one person
   *[other] { $persons } people
} · { $verdict }
function-review-broadcasts = · Notices to be read: { $offered }, read by { $persons ->
    [one] one person
   *[other] { $persons } people
} · { $verdict }
function-advice-keep = keep it
function-advice-talk = few use it: ask the neighbours
function-advice-stop = nobody uses it: better stop it
function-is-unused = nobody uses it
function-is-stopped = stopped
function-is-kept = you keep it
function-hint-wishes = Few file wishes: pin the card with the three buttons once more (/menu), or ask the captain to tell people. If they are of no use here, take me out of the group.
function-hint-support = Few stand behind wishes: see whether they concern one home alone.
function-hint-claims = Few claim wishes: that does no harm; for small ones, ask in the group who could help.
function-hint-broadcasts = Few read notices: send fewer and shorter ones, only to the buildings they concern.
function-review-foot = This is about what is of use in this group, not about who does how much. What is stopped can be used again at any time: /functions

button-function-stop = Stop { $function }
button-function-keep = Keep { $function }
button-function-again = Use { $function } again
button-function-stop-there = { $chat }: stop { $function }
button-function-again-there = { $chat }: use { $function } again
chat-function-signups = sign-ups
chat-function-polls = polls
function-done-stop = { $chat }: { $function } stopped. What is posted goes on until it closes.
function-done-keep = { $chat }: you keep { $function }.
function-done-again = { $chat }: { $function } can be used again.

functions-head = <b>{ $estate }</b> · what each group uses
functions-row = · { $chat }: sign-ups { $signups }, polls { $polls }
functions-foot = Where they are stopped no new ones are posted; what is posted already goes on until it closes.
functions-none = No building’s group is connected yet.
function-on = in use
function-off = stopped

refused-signups-stopped = Sign-ups are stopped in the groups you can ask in. The staff can use them again with /functions
refused-polls-stopped = Polls are stopped in all groups. To use them again: /functions
