### Something’s wrong: reporting, folding, looking, taking down, having one’s say; and statements on cards. Criticism is no reason.

button-report = Something’s wrong
report-ask = Something wrong with no. { $number }? Tap again to tell the { -moderator }s; nobody learns it was you. From three people on it is folded and looked at. Criticism is fine.
report-ask-desk = Tap again to fold no. { $number } until somebody has looked at it. Criticism is fine.
report-counted = The { -moderator }s know; nobody learns it was you. From three people on, no. { $number } is folded and looked at. Tapped by mistake? Tap it once more.
report-folded = Thank you. No. { $number } is folded and being looked at. Nobody learns who reported it.
report-ask-back = You have reported no. { $number }. Tap again to take that back.
report-taken-back = Taken back. No. { $number } is no longer reported by you.

refused-wish-being-checked = No. { $number } is being checked. It can be read and tapped again afterwards.
refused-wish-taken-down = No. { $number } was taken down.
refused-own-report = No. { $number } is yours. To change or withdraw it, send me “no. { $number }” in private.
refused-already-looked-at = You reported no. { $number }; a { -moderator } looked at it, and it stays.
refused-already-ruled = { GIVEN($name) ->
    [yes] { $name } has already decided on no. { $number }.
   *[no] There is nothing to decide on no. { $number } now.
}
refused-own-ruling = Somebody else decides on no. { $number }: neither its author nor who took it down.
refused-nothing-to-contest = No. { $number } is not taken down.
refused-already-contested = You have had your say on no. { $number }. You’ll hear what comes of it.

card-checking = <b>No. { $number }</b> is being checked
card-removed = <b>No. { $number }</b> was taken down. Reason: { $reason }
card-statement = 📌 { $name } of { $body } states: { $words }
state-checking = being checked
state-removed = taken down

takedown-private = Somebody’s private matters
takedown-insult = An insult or a threat
takedown-advertising = Advertising
takedown-untrue = Untrue and hurting somebody
takedown-duplicate = Posted twice
takedown-other = Another reason

desk-reports = 🚩 Reported by { $n ->
    [one] { $n } person
   *[other] { $n } people
}
desk-checking = 🔎 Folded, waiting for somebody to look
desk-removed = ⛔ Taken down. Reason: { $reason }
desk-contested = 🗣 Its author says: “{ $words }”

check-wanted = 🚩 No. { $number } needs a look; it is folded in the group.
check-how = Restore it if it is all right; to take it down, choose a reason. Criticism is no reason.
check-ruled = 🔎 No. { $number } was looked at:
button-restore = Restore
button-take-down = Take down
button-uphold = Leave it down

more-folded = 🚩 Reported by { $n ->
    [one] { $n } person
   *[other] { $n } people
}, folded
more-folded-by = 🚩 Folded by { $name } of { $body }
more-restored = ↩️ Restored by { $name } of { $body }
more-removed = ⛔ Taken down by { $name } of { $body }. Reason: { $reason }
more-contested = 🗣 Its author says: “{ $words }”
more-upheld = ⛔ Looked at again by { $name } of { $body }; it stays down

rule-ask-reason = Why take down no. { $number }?
rule-no-criticism = Criticism is no reason. What is not right there can be put right by a statement on the card.
rule-ask-words = What is the reason? One sentence, please; the card will show it.
rule-ask-words-uphold = A word to its author? If not, tap “Skip”.
rule-preview-restore = No. { $number } is all right: restore it?
rule-preview-remove = Take down no. { $number }? The card will show the reason: { $reason }
rule-preview-uphold = Leave no. { $number } down? That is final.
rule-done-restore = No. { $number } is back. I’m telling its author.
rule-done-remove = No. { $number } is down. I’m telling its author why; they may have their say once, and somebody else decides. A mistake? Restore it under “More”.
rule-done-uphold = So it stays with no. { $number }. I’m telling its author.

button-contest = Let me add something
contest-ask = Why should no. { $number } not have been taken down? You can say it once; somebody else will look at it, not the one who took it down.
contest-preview = Is this right?
contest-done = Your words on no. { $number } are passed on. You’ll hear when somebody else has looked.
placeholder-contest = Why it should come back

button-look = Have a look
notice-folded =
    Neighbours felt that something is wrong with no. { $number }, so it is folded until a { -moderator } has looked. That need not be your fault; I’ll tell you then. You can read it at any time.
    <blockquote expandable>{ $wish }</blockquote>
notice-restored =
    No. { $number } was looked at and is all right: it is back in the group. Sorry for the wait.
    <blockquote expandable>{ $wish }</blockquote>
notice-removed =
    No. { $number } was taken down ({ $body }). Reason: { $reason }
    Criticism is no reason. If you think this is wrong you can say so once, and somebody else decides.
    <blockquote expandable>{ $wish }</blockquote>
notice-upheld =
    Somebody else has looked at no. { $number }, and it stays down. That is final. You can file it again in other words.
    <blockquote expandable>{ $wish }</blockquote>
notice-check-wanted = No. { $number } needs a look; it is folded in the group. You moderate there: restore it, or take it down.

button-statement = State on the card
statement-ask = What should the card of no. { $number } say? It will bear body and name; the wish stays as it is.
statement-preview = This will stand on the card of no. { $number }. Is it right?
statement-done = It stands on the card of no. { $number }.
notice-statement =
    { $name } of { $body } states on no. { $number }: { $words }
    <blockquote expandable>{ $wish }</blockquote>
