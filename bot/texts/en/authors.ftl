### A question to whoever filed a wish, a pause of their filing: nobody learns who it is.

button-ask-author = Ask the author
ask-author-words = What would you like to ask whoever filed no. { $number }? One sentence will do. They see who asks; you don’t see who they are.
ask-author-preview = Ask whoever filed no. { $number } this?
ask-author-asked = Asked. You’ll read the answer here.
ask-author-on-the-card = I can’t write to whoever filed no. { $number }: they never pressed Start, or have blocked me. The card in the group now asks them to come to the private chat.
ask-author-cannot-reach = I can’t write to whoever filed no. { $number }, and it can’t be said in the group. When they come back to me, I’ll show them.
placeholder-ask-author = For example: which lamp is it?

card-asked = ❓ { $body } would like to ask whoever filed this
button-asked-in-private = I filed it: show me in private

notice-asked =
    { $name } of { $body } asks about your no. { $number }: { $words }
    Only they will see your answer, and without your name.
    <blockquote expandable>{ $wish }</blockquote>
button-reply = Answer
button-reply-still = Answer after all
button-rather-not = I’d rather not
reply-question = { $name } of { $body } asks about no. { $number }: { $words }
reply-ask = Write a sentence, or send a photo. Only they will see it, without your name.
placeholder-reply = Your answer
reply-preview = About no. { $number }: is this your answer?
reply-given = Sent. You’ll hear when no. { $number } moves.
reply-declined = That’s all right. I’ll let them know; no. { $number } goes on as before.

reply-head = <b>No. { $number }</b>: the author has answered.
more-asked = { $name } of { $body } asked the author: { $words }
more-asked-open = No answer yet.
more-asked-declined = They would rather not say.
more-asked-photo = The answer was a photo.
more-asked-answer = Answer: { $words }

button-pause = Pause this person’s filing
button-resume = Let this person file again
pause-ask-reason = Why pause whoever filed no. { $number } for seven days? They will see the reason; you don’t see who they are.
pause-reason-flood = too many wishes
pause-reason-insult = insults
pause-reason-exposing = other people’s private matters
pause-reason-advertising = advertising
pause-preview = Seven days’ pause, because of “{ $reason }”. No. { $number } itself stays and gets its answer. Is that right?
paused = Paused. From { $day } they may file again; anybody in the staff chat can end it earlier.
resumed = Whoever filed no. { $number } may file again.
more-paused = ⏸ The author may file nothing new until { $day }.
notice-paused =
    Please take a break: from { $day } you may file new wishes again. Reason: { $reason }, in no. { $number }. What you filed still gets its answer; if you think this is wrong, tell the { -committee }.
    <blockquote expandable>{ $wish }</blockquote>
notice-resumed = You may file wishes again. If there is anything, just say it.

refused-already-asked = No. { $number } has a question already, not yet answered. After three days you may ask again.
refused-not-your-question = This question is for whoever filed that wish.
refused-already-replied = You have answered this question about no. { $number }.
refused-already-paused = Whoever filed no. { $number } is paused already.
refused-not-paused = Whoever filed no. { $number } is not paused.
refused-filing-is-paused = You can’t file new wishes now; from { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} you can again. You were told why in private; if you think it is wrong, tell the { -committee }.
