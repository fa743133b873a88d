### They say it is done; is it? Only the author and those who said “same here” are asked. A zero is never shown.

card-verdict-ask = 🔎 If you filed this or said “Same here”: is it fixed? One press counts.
card-verdict-ask-again = 🔎 Some weeks on: does it hold? If you filed this or said “Same here”, one press counts.
card-verdict = 🔎 { $counts }
card-verdict-nobody = 🔎 { $counts }, nobody answered
verdict-asked = { $n } asked
verdict-reached = { $n } told
verdict-answered = { $n } answered
verdict-fixed = { $n } say yes
verdict-half = { $n } say partly
verdict-not-yet = { $n } say not yet
verdict-unclear = { $n } not sure
verdict-broke = { $n } say it broke again

button-verdict-fixed = Yes, fixed
button-verdict-half = Partly
button-verdict-not-yet = Not yet
button-verdict-unclear = Not sure
button-verdict-line-fixed = { $number } is fixed
button-verdict-line-not-yet = { $number } not yet
button-broke = Broken again
button-verdict-in-private = Say more in private
button-verdict-words = Add words or a photo
button-contact-yes = They may contact me
button-contact-no = No need

verdict-ask = Is it? One press is enough.
verdict-question =
    They say no. { $number } is done. Is it?
    <blockquote expandable>{ $wish }</blockquote>
verdict-question-again =
    No. { $number } was said to be fixed some weeks ago. Does it still hold?
    <blockquote expandable>{ $wish }</blockquote>
verdict-broke-question =
    Everybody has been asked about no. { $number }. If it broke again, press below.
    <blockquote expandable>{ $wish }</blockquote>
verdict-over = The question about no. { $number } is closed. If something is still wrong, please file a new one.

verdict-counted = Noted: { $said }. Changed your mind? Just press another.
verdict-counted-more = Noted: { $said }. One more thing, in private.
verdict-counted-in-private = Noted: { $said }. To add words or a photo, or to be contacted, press “Say more in private” on the card.
broke-counted = Noted: no. { $number } broke again; in two minutes it goes back. Pressed by mistake? Press once more now.
broke-taken-back = Taken back: no. { $number } did not break again.

verdict-said-broke = Broken again
verdict-you-said = No. { $number }: you said <b>{ $said }</b>.
verdict-contact-ask = May those who see to it contact you? Only if you say so will they know who you are.
verdict-contact-yes = They know who you are now, and may contact you.
verdict-contact-no = All right, they won’t know who you are.
verdict-words-ask = What about no. { $number }? Write a sentence, or send a photo. Only those who see to it will see it, without your name.
verdict-words-ask-named = What about no. { $number }? Write a sentence, or send a photo. Only those who see to it will see it, with your name, as you said they may contact you.
verdict-words-preview = About no. { $number }: tell them this?
verdict-words-given = They have it. You’ll hear when no. { $number } moves.
placeholder-verdict = For example: still dark at night

desk-returns = ↩️ Came back { $n } times
desk-verdict-contact = 📞 May be contacted: { $name }
desk-contact = 📞 <b>No. { $number }</b>: { $name }, who said “{ $said }”, may be contacted.
desk-contact-withdrawn = No. { $number }: somebody changed their mind. Please don’t contact them.
desk-verdict-words = <b>No. { $number }</b>: a neighbour who said “{ $said }” adds this.
desk-returned = ↩️ <b>No. { $number }</b> has come back. { $body }: please tell people where it stands by { $day }.
desk-returned-again = It has come back { $n } times: { -committee }, please call a deliberation, or take it a level up.
more-verdict = 🔎 A neighbour said: { $said }
more-verdict-words = 🔎 A neighbour said: { $said }. “{ $words }”
more-verdict-named = 🔎 { $name } said: { $said }
more-verdict-words-named = 🔎 { $name } said: { $said }. “{ $words }”
more-step-returned = ↩️ Neighbours say it is not done; it went back.
more-step-reopened = ↩️ It broke again and went back.
more-verdict-nobody = 🔎 Asked, and nobody answered

notice-returned =
    People say no. { $number } isn’t done yet, so it went back to { $body }. You’ll hear by { $day }.
    <blockquote expandable>{ $wish }</blockquote>
notice-returned-undated =
    People say no. { $number } isn’t done yet, so it went back to { $body }.
    <blockquote expandable>{ $wish }</blockquote>
notice-returned-twice =
    No. { $number } went back to { $body }, and not for the first time. A deliberation is due, or a level up.
    <blockquote expandable>{ $wish }</blockquote>

refused-not-for-staff = Whether it is done is for residents to say, not for those who answer wishes.
refused-not-affected = Thank you, but about no. { $number } only its author and those who said “Same here” are asked. If you have it too, please file a new one.
refused-verdict-over = The question about no. { $number } is closed. If it broke, press “Broken again” on the card, or file a new one.
refused-verdict-counted = No. { $number }: that is noted already.
refused-still-asked = No. { $number } is being asked about just now: press “Not yet”.
refused-too-late-to-reopen = No. { $number } was too long ago to be taken up again. If it isn’t right, please file a new one.
refused-went-back = No. { $number } has gone back already. You’ll be asked again once it is done.
refused-nothing-found = Please press first whether no. { $number } is done, then add words.

mydata-section-verdicts = Times you were asked whether something is done: { $n }
