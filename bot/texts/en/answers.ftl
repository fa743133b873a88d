### The staff chat: taking in hand, answering, more; and saying thanks.

taken = No. { $number } is yours now, and the others can see it.
handed-back = No. { $number } is back; anybody can take it.
button-hand-back = Hand it back
thanked = Your thanks are on their way.

more-head = <b>No. { $number }</b>, so far
more-filed = Filed { $moment }
more-helpers = Ready to help: { $names }
more-followers = { $n ->
    [one] One person follows it
   *[other] { $n } people follow it
}; I can write to { $reachable } of them in private.
more-at = { $moment }
desk-came-back = 🗓 No. { $number } was put off until today and is back: “{ $wish }”
more-step-taken = { $name } of { $body } took it.
more-step-handed-back = { $name } of { $body } handed it back.
more-step-came-back = Its day came, and it was back by itself.
more-step-unwithdrawn = No longer withdrawn.
more-no-answer = No answer yet.

answer-ask-kind = No. { $number }: what is the answer?
button-answer-promise = Promise
button-answer-decline = Not this time
button-answer-later = Later, on a day we name
button-answer-reply = Just answer
button-answer-done = Done
answer-ask-due = Done by which day? Tap one, or write it, for example “20 March”.
answer-ask-again = On which day shall it come back? It does so by itself. Tap one, or write it, for example “1 September”.
answer-ask-words-promise = Anything to add, such as who will see to it? If not, tap “Skip”.
answer-ask-words-decline = Why not this time? Please go on from “because”, and say what neighbours could do instead.
answer-ask-words-later = Why not now, and what has to happen first? The neighbours will read it.
answer-ask-words-reply = What is your answer? A few sentences, please.
answer-ask-words-done = Anything to add? If not, tap “Skip”.
answer-ask-photos = Please send a photo of how it looks now, for everybody to see.
placeholder-answer = Your words to the neighbours

answer-preview-ask = This is the answer to no. { $number }. Is it right?
answer-preview-promise = 📅 Will be done by { $day }
answer-preview-decline = 💬 Not this time, because
answer-preview-later = 🗓 Later, looked at again on { $day }, because
answer-preview-reply = 💬 Answer
answer-preview-done = { $photos ->
    [0] ✅ Done
    [one] ✅ Done, with a photo
   *[other] ✅ Done, with { $photos } photos
}
answer-given = Answered. I’m telling those who follow no. { $number } now.
