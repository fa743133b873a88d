### Quiet in the groups: the board of the day, how many a day, pressing too fast, the wishes topic.

board-head = { $board ->
    [1] <b>Wishes of { $day }</b> · { $n }
   *[other] <b>Wishes of { $day }, part { $board }</b> · { $n }
}
board-foot =
    { "" }
    Same at your home? Press “Same here” with its number. For all about one, send /wish { $number }

board-joined = { $joined ->
    [0] { "" }
    [one] { " · " }{ $joined } home has the same
   *[other] { " · " }{ $joined } homes have the same
}
board-line-open = <b>No. { $number }</b> “{ $words }”{ board-joined }
board-line-taken = <b>No. { $number }</b> “{ $words }”{ board-joined } · 👋 in hand
board-line-later = <b>No. { $number }</b> “{ $words }”{ board-joined } · 🗓 again on { $day }
board-line-returned = <b>No. { $number }</b> “{ $words }”{ board-joined } · ↩️ not yet; answer by { $day }
board-line-promised = <b>No. { $number }</b> “{ $words }”{ board-joined } · 📅 by { $day }
board-line-declined = <b>No. { $number }</b> “{ $words }”{ board-joined } · 💬 not this time
board-line-answered = <b>No. { $number }</b> “{ $words }”{ board-joined } · 💬 answered
board-line-done = <b>No. { $number }</b> “{ $words }”{ board-joined } · ✅ done, for the photo send /wish { $number }
board-line-checking = <b>No. { $number }</b> is being checked
board-line-removed = <b>No. { $number }</b> was taken down
board-line-withdrawn = <b>No. { $number }</b> was withdrawn by its author
board-line-gone = <b>No. { $number }</b> was taken away by its author

button-join-line = { $number } Same here

preview-day-full = You’ve posted { $n } to the groups today, so this one goes to the { -committee } only.
preview-day-full-alike = You’ve posted much the same { $n } times today, so this one goes to the { -committee } only.
wish-filed-committee = Only the { -committee } sees this one; it isn’t posted to the group.
wish-filed-listed = No card goes to a group; neighbours find it with /wishes.
wish-filed-day-full = You’ve posted enough to the groups today, so only the { -committee } sees this one. You’ll still get an answer.

flood-slower = A little slower, please: I read one at a time. I didn’t take the last few; give it a minute and try again.

bound-topic = Wishes go to this topic, each on a card of its own.

topics-where = { $where ->
    [here] in this topic
    [along] along with the cards
    [along-news] along with the news
    [other] in another topic
    [closed] in General for now, the chosen topic is closed
   *[group] in General
}
topics-wishes = Wishes’ cards: { topics-where }
topics-board = The board of the day: { topics-where }
topics-news = News for everybody: { topics-where }
topics-votes = Polls: { topics-where }
topics-ask = What is this topic for? Press to choose, press again to take it back.
topics-how = To choose what a topic is for, send /bind in that topic.
topic-wishes = Wishes’ cards
topic-board = The board of the day
topic-news = News for everybody
topic-votes = Polls
topic-chosen = Good, from now on in this topic.
topic-cleared = Good, it has no topic of its own any more.
button-topic-clear = { $what }: no topic of its own
