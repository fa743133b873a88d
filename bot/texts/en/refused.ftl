### What is said when something can't be done: why, in one sentence, and what to do next. Many show as toasts: short.

refused-not-allowed = This step is for the { -committee }, the { -property }, the { -owners } or a { -moderator }.
refused-not-listed-yet = You are not on the list yet. Ask whoever runs this bot to put this number into config.yaml, under the body you speak for, and restart it: { $id }
refused-chat-not-bound = This group belongs to no estate yet. Somebody from the { -committee } or the { -property } can send /bind here.
refused-bot-not-in-group = I am not in your building’s group at the moment, or may not write there, so I cannot post. Please ask a group administrator to add me again or let me write.
refused-not-a-resident = I don’t know your building yet. Tap a button on the pinned message in your building’s group, then come back. If you are in no group, ask the { -committee } for a link.
refused-only-in-private = Please do this in a private chat with me.
refused-only-in-group = Please do this in a group.
refused-only-in-building-group = This is for a building’s group. Please send it there.
refused-unknown-command = I don’t know /{ $command }. Send /help to see what I can do.
refused-unknown-button = I don’t know this button any more. Send /help to see what I can do.
refused-button-too-old = This button is out of date. Please use the new one below.
refused-not-your-button = This question is for another neighbour.

refused-wish-closed = No. { $number } is closed. If there is more to say, please file a new one.
refused-step-not-now = No. { $number } cannot go that way as it stands. Have a look where it is now.
refused-already-counted = You are already counted for no. { $number }. You’ll hear when it moves.
refused-not-counted = You are not counted for no. { $number }, so there is nothing to take back.
refused-own-wish = No. { $number } is yours; you are counted already.
refused-already-taken = { $name } is already on no. { $number }.
refused-not-taken-by-you = No. { $number } isn’t in your hands.
refused-already-thanked = You have said thanks for no. { $number }. It was passed on.
refused-nothing-to-thank = No. { $number } isn’t done yet. Thanks can wait.
refused-empty-words = A few words are needed here. One sentence will do.
refused-too-long = That is { $chars ->
    [one] { $chars } character
   *[other] { $chars } characters
}; at most { $max_chars } fit. Please keep what matters most.
refused-too-short = That is too short. Please write at least { $min_chars ->
    [one] { $min_chars } character
   *[other] { $min_chars } characters
}.
refused-not-a-choice = Please tap one of the buttons below.

refused-not-a-date = I can’t read “{ $words }” as a day. Try: 20 March, tomorrow, next Friday.
refused-date-in-past = { $words } has passed. Please give today or a later day.
refused-date-too-far = That is too far off. It can be at most { $days ->
    [one] { $days } day
   *[other] { $days } days
} ahead.
refused-not-a-photo = A photo is needed here.
refused-words-expected = Got the photo, but words are needed here. Please write a sentence.
refused-too-many-photos = { $most ->
    [one] One photo is the most
   *[other] { $most } photos are the most
} I can take here.
refused-nothing-to-go-back-to = This is already the first question.
refused-cannot-skip = This question needs an answer.
refused-nothing-open = Nothing is open, so there is nothing to cancel.
refused-dialog-expired = A day went by, so I put aside what you had begun. Please start again.
refused-unknown-language = I don’t speak “{ $words }”. I speak 中文 and English.
refused-unknown-place = I can’t tell which building “{ $words }” is. Try: Building 3, or Building 3, unit 2.
refused-unknown-use = I don’t know “{ $words }”. After the place you may say what I post by myself: wishes, notices, votes, or talk.
refused-unknown-grid = There is no grid called “{ $words }”. The { -committee } sees which there are with /places.
refused-talk-alone = In a group that is for talk I post no wishes, notices or votes. Please name one or the other.
refused-staff-alone = A staff chat gets everything, of all buildings. Please send /bind staff alone.

refused-group-language-is-the-staffs = The { -committee }, the { -property }, the { -owners } or a { -moderator } chooses this group’s language. To change yours, send me /language in a private chat.
refused-stale-deep-link = This link no longer works. Tap a button on the pinned message in your building’s group.
refused-our-own-words = I said this myself, so I don’t take it as a new wish. To see a wish, send /wish and its number, such as /wish 12; for something new, use your own words.
refused-not-the-administrator = This is for the administrator who wrote it.
refused-administrators-unknown = I can’t see just now who administers this group. Please press again in a moment.
refused-unsigned-done = That has been done already.
refused-unsigned-over = More than { $minutes } minutes have passed, so it no longer counts. Please send it again if you still want it.
refused-not-in-a-topic = Please send /bind in the topic you mean, and press there.
refused-only-words-and-photos = I can’t read this kind of message yet. Please write a sentence, or send a voice note or a photo.
refused-wish-not-found = There is no wish no. { $number }. Send /wishes to see them all.
refused-unknown-estate = I can’t tell which estate. Write its key first, then the building or staff. The keys in config.yaml: { $words }
refused-nothing-chosen = Choose at least one, then tap “Done”.
refused-wish-gone = There is no such wish. Send /wishes to see them all.
