### On second thoughts: taken back, said twice, pressed by mistake.

taken-back = Taken back: you no longer count for no. { $number }. Tap once more to count again.
counted-before = You are already counted for no. { $number }. You’ll hear when it moves. To take it back, send me “no. { $number }” in private.
counted-before-press-again = You are already counted for no. { $number }. If you’d rather not be, tap once more within half a minute.
thanks-taken-back = Taken back: your thanks no longer count on no. { $number }. Tap once more to give them again.

button-same = The same as another one
same-ask-which = Which one is no. { $number } the same as?
same-nothing-alike = I found nothing like no. { $number }.
button-same-none = None of them
same-confirm = Is no. { $number } the same as no. { $other } “{ $words }”? If so, no. { $number } is put away, and I ask those who follow it whether they want to count for no. { $other }.
button-same-yes = The same
button-same-no = No
same-done = All right: no. { $number } is put away, no. { $other } goes on.
card-same-as = ↪️ The same as no. { $number }; please look there
notice-said-twice =
    No. { $number }, which you follow, is the same as no. { $other }, its author says, and is put away. Nothing of yours was moved: do you want to count for no. { $other }?
    <blockquote expandable>{ $wish }</blockquote>

button-another = No, another matter

refused-already-in-your-hands = No. { $number } is in your hands. To hand it back, tap “More”, then “Hand it back”.
refused-filed-just-now = No. { $number } was noted just now in these very words; I did not note it twice.
refused-same-wish = These two can’t be one and the same.

attachment-left-out = I have your words, but I can’t keep what came with them. To show something, please send a photo.
