### Lists, search, one wish, taking back.

list-head = { $n ->
    [0] <b>{ $estate }</b> · { $filter }
   *[other] <b>{ $estate }</b> · { $filter } · { $n }
}
list-head-here = { $n ->
    [0] <b>{ $estate }, { $place }</b> · { $filter }
   *[other] <b>{ $estate }, { $place }</b> · { $filter } · { $n }
}
list-page = Page { $page } of { $pages }
list-empty = Nothing here yet.
list-row = No. { $number } “{ $words }” · { $state }
list-row-committee = 🔒 No. { $number } “{ $words }” · { $state }

filter-open = Waiting
filter-later = Later
filter-promised = Promised
filter-done = Done
filter-ended = Answered
filter-all = All

button-where-here = This building only
button-where-all = The whole estate
button-page-back = ◀ Back
button-page-on = Next ▶
button-number = No. { $number }

wish-usage = Please add the number: /wish 12 shows no. 12.
wish-yours = You filed this one.

mine-head = <b>Mine</b>
mine-empty = You have filed nothing and follow nothing yet. One sentence is enough to begin.
mine-row-filed = No. { $number } “{ $words }” · { $state }
mine-row-followed = No. { $number } “{ $words }” · { $state } ({ $stances })
mine-in-private = What is yours I show in private, not in the group.
button-open-private = Open the private chat

stance-join = same here
stance-support = support
stance-help = I can help

find-usage = What are you looking for? For example /find light. One word, or part of it, will do.
find-none = Nothing with “{ $words }” in it. Try other words, or send /wishes to see them all.
find-head = { $n ->
    [one] One wish with “{ $words }” in it:
   *[other] { $n } wishes with “{ $words }” in them:
}
find-more = { $n ->
    [one] One more is not shown.
   *[other] { $n } more are not shown.
} More exact words will find it.

counted-join = Counted. You’ll hear when it moves.
counted-support = Counted. You’ll hear when it moves.
counted-help = Counted. Thank you for helping; you’ll hear when it moves.
counted-not-started = Counted. You haven’t pressed Start in a private chat with me, so I can’t write to you: look for news of no. { $number } on this card.

button-unfollow-join = Take back “Same here”
button-unfollow-support = Take back “Support”
button-unfollow-help = Take back “I can help”
unfollow-ask-join = Take back “Same here”? Your home will no longer be counted.
unfollow-ask-support = Take back “Support”? You will no longer be counted.
unfollow-ask-help = Take back “I can help”? You will no longer be counted.
button-unfollow-yes = Take it back
button-unfollow-no = Leave it
unfollowed = Taken back for no. { $number }.
