### One’s own wish: change, add, withdraw, undo.

button-change-in-private = Change or withdraw it
button-add = Add something
button-withdraw = Withdraw
button-unwithdraw = No, restore it
button-save = Save

refused-not-your-wish = No. { $number } is somebody else’s. Only its author changes it.
refused-editing-over = No. { $number } can’t be changed any more: five minutes have passed, or somebody stands by it. You can add to it: send me “no. { $number }”.
refused-too-many-additions = { $most ->
    [one] One addition is the most
   *[other] { $most } additions are the most
}. If there is more, please file a new one.
refused-undo-too-late = It is too late to restore no. { $number }. If there is more to say, please file a new one.

edit-ask-words = What should no. { $number } say? Please write it anew.
edit-look = Change no. { $number } to this?
edit-place = 📍 { $place }
edit-done = Changed: no. { $number }.

add-ask = What would you like to add to no. { $number }? One sentence will do, with a photo if you like.
add-preview = Add this to no. { $number }. Is it right?
add-done = Added. It is on the card of no. { $number }, and I’m telling those who follow it.
add-done-committee = Added. Only the { -committee } sees no. { $number }.
placeholder-addition = What you would like to add
card-addition = ➕ Added: { $words }
card-additions-older = ➕ { $n ->
    [one] { $n } earlier addition
   *[other] { $n } earlier additions
}
more-addition = ➕ Added by its author: { $words }
notice-added =
    The author of no. { $number } added: { $words }
    <blockquote expandable>{ $wish }</blockquote>

withdraw-ask = Why withdraw no. { $number }? If you’d rather not say, tap “Skip”.
withdraw-ask-words = What is the reason? One sentence, please; the card will show it.
withdraw-ask-words-committee = What is the reason? One sentence, please; only the { -committee } sees it.
withdraw-preview = Withdraw no. { $number }? Its words, photo and name go from the card, and those who follow it will be told that it was withdrawn.
withdraw-preview-committee = Withdraw no. { $number }?
withdraw-reason = Reason: { $reason }
withdraw-done = No. { $number } is withdrawn. By mistake? You can restore it within two minutes.
unwithdrawn = No. { $number } is back as it was.
placeholder-withdrawal = The reason
withdrawal-solved = It is solved
withdrawal-mistake = My mistake
withdrawal-no-more = I changed my mind
withdrawal-other = Another reason
state-withdrawn = withdrawn
card-withdrawn = <b>No. { $number }</b> was withdrawn by its author
card-withdrawn-reason = <b>No. { $number }</b> was withdrawn by its author: { $reason }
notice-withdrawn = No. { $number } ({ $category } · { $place }) was withdrawn by its author.
notice-withdrawn-reason = No. { $number } ({ $category } · { $place }) was withdrawn by its author: { $reason }

help-own =
    Your own: open it from /mine. You can change it for five minutes, add to it later, or withdraw it.
    “Something’s wrong” on a card (private matters, insults, advertising): tap it twice and the { -moderator }s know.
