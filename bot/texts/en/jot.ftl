### Jot: a neighbour's sentence, kept only if that neighbour agrees.

command-jot = Reply to a neighbour: shall I note it?

jot-usage = In your building’s group, reply to a neighbour’s message with /jot and I’ll ask them whether to note it. For something of your own: /jot The third-floor light is out
jot-ask = { $name }, shall I note this for the { -committee }? If you don’t tap, I keep nothing.
button-jot-note = Note it
button-jot-leave = No need
button-jot-never = Don’t ask again

jot-noted = Noted: no. { $number }.
jot-noted-not-started = Noted: no. { $number }. You haven’t pressed Start in a private chat with me, so look for news on the card of no. { $number } in the group.
jot-noted-committee = Noted: no. { $number }, for the { -committee } only. It won’t show in the group.
jot-left = All right, nothing was kept.
jot-never = All right, nothing was kept, and I won’t ask again. To change that, send me /privacy in private.

privacy-jot-on = If a neighbour thinks something you said should be noted, I ask you there; unless you tap, I keep nothing.
privacy-jot-off = If a neighbour wants something you said noted, I don’t ask you.
button-jot-off = Don’t ask me
button-jot-on = You may ask me

refused-jot-unreadable = There are no words and no photo in that message, so there is nothing to note. Ask them to write a sentence.
refused-jot-too-long = That message is too long: { $max_chars ->
    [one] { $max_chars } character
   *[other] { $max_chars } characters
} at most. Please ask them to say what matters most.
refused-not-a-neighbours-message = No neighbour wrote that message, so there is nobody to ask. For something of your own: /jot The third-floor light is out
refused-jot-asked = I’m asking { $name } already; it’s theirs to tap.
refused-not-to-ask-now = I can’t ask { $name } just now. If you have the same trouble, say it yourself: /want The third-floor light is out
refused-jot-over = That question is over, and the sentence wasn’t kept. To have it noted, just say it yourself.
refused-not-your-jot = This is for { $name }; only their own tap counts.
refused-dialog-in-the-way = You were in the middle of something here. Finish it, or send /cancel, then tap again.
