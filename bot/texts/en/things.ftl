### Lost and found, and giving away: what it is, whose it is, who would like it.

command-found = I found something: find its owner
command-lost = I lost something: ask neighbours
command-giveaway = Give something away, for free
command-things = Lost and found, and given away

thing-what-found = 🔎 <b>Found: { $what }</b>
thing-what-lost = ❓ <b>Lost: { $what }</b>
thing-what-giveaway = 🎁 <b>To give away: { $what }</b>
thing-where = 📍 { $where }
thing-by = Thing { $number }, from { $name }
thing-by-nobody = Thing { $number }
thing-until = Up until { $moment }
thing-forgotten = Thing { $number }: over long ago, its words are deleted
thing-answers-found = { $n ->
    [one] One person says it’s theirs; I’m asking
   *[other] { $n } people say it’s theirs; I’m asking
}
thing-answers-lost = { $n ->
    [one] One person found or saw it, they say
   *[other] { $n } people found or saw it, they say
}
thing-answers-giveaway = { $n ->
    [one] One person would like it
   *[other] { $n } people would like it
}
thing-waiting = { $n ->
    [one] One more is waiting
   *[other] { $n } more are waiting
}
thing-nobody-yet = Nobody has asked yet.
thing-reason = Taken down because: { $words }
thing-state-handed-over-found = ✅ It’s back with its owner
thing-state-handed-over-lost = ✅ It was found again
thing-state-handed-over-giveaway = ✅ It has been given away
thing-state-withdrawn = Withdrawn
thing-state-removed = Taken down
thing-state-expired = Its time is over
thing-response-asked = 👉 { $name } is asking
thing-response-asked-words = 👉 { $name }: { $words }
thing-response-accepted = 🤝 You said yes to { $name }
thing-response-accepted-words = 🤝 You said yes to { $name }: { $words }
thing-own-asked = ⏳ You answered; they’re looking at it.
thing-own-waiting = ⏳ You’re no. { $at } in line. I’ll tell you when it’s your turn.
thing-own-accepted = 🤝 They said yes. Please wait until they say where to meet.
thing-own-declined = They said it wasn’t the one.
thing-own-words = You said: { $words }

button-thing-found = It’s mine
button-thing-lost = I found or saw it
button-thing-giveaway = I’d like it
button-thing-look = Look at { $number }
button-thing-back = Never mind
button-thing-contact = Tell { $name } where to meet
button-thing-came-to-nothing = It didn’t work out with { $name }
button-thing-yes-found = Yes, it’s { $name }’s
button-thing-yes-lost = Yes, that’s it
button-thing-yes-giveaway = Give it to { $name }
button-thing-no-found = No, it isn’t
button-thing-no-lost = Not mine
button-thing-no-giveaway = Ask the next one
button-thing-handed-found = It’s back with its owner
button-thing-handed-lost = I have it back
button-thing-handed-giveaway = It’s given away
button-thing-handed-yes = Yes, it’s done
button-thing-withdraw = Withdraw it
button-thing-withdraw-yes = Yes, withdraw
button-thing-prolong = Keep it up longer
button-thing-still = Not yet, { $n } days more
button-thing-take-down = Take it down
button-thing-off-yes = Take it down
button-thing-post = Post it
button-thing-nameless = Post it without my name
button-thing-nameless-no-faces = No faces; post without my name
button-thing-change-words = Change what
button-thing-change-where = Change where
button-thing-spread = Which groups
button-thing-own = Our building
button-thing-whole = The whole estate
button-thing-post-found = I found something
button-thing-post-lost = I lost something
button-thing-post-giveaway = I give something away
button-things-all = All
button-things-found = Found
button-things-lost = Lost
button-things-giveaway = Given away
button-things-mine = Mine
button-my-things = Things found, lost, given away

thing-in-private-found = You found something, how kind! Tell me in private what it is, and I’ll ask the group whose it is.
thing-in-private-lost = Don’t worry. Tell me in private what you lost, and I’ll ask neighbours to look out for it.
thing-in-private-giveaway = Thank you! Tell me in private what you give away, and I’ll ask who would like it.
thing-ask-found = What did you find? One sentence will do, with a photo if you like. For example: a bunch of keys.
thing-ask-lost = What did you lose? One sentence will do, with a photo if you like. For example: a grey woollen glove.
thing-ask-giveaway = What do you give away? One sentence will do, with a photo if you like. For example: a child’s chair, nearly new. Nothing is sold here.
thing-found-advice = 💡 Please leave out what only the owner knows, e.g. the tag or what is inside: whoever can tell is the owner.
thing-ask-where-found = Roughly where and when did you find it? For example: yesterday evening, in front of Building 3. Skip it if you’d rather not say.
thing-ask-where-lost = Roughly where and when did you lose it? For example: this morning, in the little garden. Skip it if you don’t remember.
thing-ask-where-giveaway = Where is it, and when can it be picked up? For example: Building 3, any evening. No door number is needed; you may skip this.
thing-ask-photo = Send me a photo.
thing-ask-spread = In which groups?
placeholder-thing = e.g. a bunch of keys
thing-preview-found = Shall I post it like this, to find its owner?
thing-preview-lost = Shall I post it like this, so that neighbours look out for it?
thing-preview-giveaway = Shall I post it like this, and ask who would like it?
thing-preview-groups = In: { $groups }
thing-posted-found = { $n ->
    [one] It’s in one group, as thing { $number }. I’ll ask whoever says it’s theirs, and tell you.
   *[other] It’s in { $n } groups, as thing { $number }. I’ll ask whoever says it’s theirs, and tell you.
}
thing-posted-lost = { $n ->
    [one] It’s in one group, as thing { $number }. I’ll tell you at once who found or saw it.
   *[other] It’s in { $n } groups, as thing { $number }. I’ll tell you at once who found or saw it.
}
thing-posted-giveaway = { $n ->
    [one] It’s in one group, as thing { $number }. I’ll ask you about whoever would like it, first come first served.
   *[other] It’s in { $n } groups, as thing { $number }. I’ll ask you about whoever would like it, first come first served.
}

thing-answer-ask-found = Is “{ $what }” yours? Please tell me what it looks like and where you lost it; I’ll ask whoever found it. Nobody else sees your name and what you say.
thing-answer-ask-lost = “{ $what }”: did you find it, or where did you see it? One sentence; I’ll tell whoever lost it. Nobody else sees your name and what you say.
thing-answered-found = All right, I’ll ask whoever found it, and tell you what they say.
thing-answered-lost = Thank you! I’ll tell whoever lost it, and tell you what they say.
thing-answered-giveaway = All right, you’re the first for “{ $what }”. I’ll ask whoever gives it away, and tell you what they say.
thing-answered-unreached = They can’t get my messages at the moment, so it may take a while.
thing-answered-waits = { $before ->
    [one] One person is before you, you’re no. { $at }. I’ll tell you when it’s your turn.
   *[other] { $before } people are before you, you’re no. { $at }. I’ll tell you when it’s your turn.
}
thing-answered-already = You have answered already.
thing-taken-back = All right, “{ $what }” is off your list.

thing-told-asked-found = 🔎 “{ $what }”, which you found: { $name } says it’s theirs.
thing-told-asked-lost = ❓ “{ $what }”, which you lost: { $name } has something to tell.
thing-told-asked-giveaway = 🎁 “{ $what }”, which you give away: { $name } would like it.
thing-told-words = “{ $words }”
thing-told-left = { $name } doesn’t need “{ $what }” after all.
thing-told-ending-found = ⏰ “{ $what }” is up until { $moment }. Is it back with its owner?
thing-told-ending-lost = ⏰ “{ $what }” is up until { $moment }. Do you have it back?
thing-told-ending-giveaway = ⏰ “{ $what }” is up until { $moment }. Is it given away?
thing-told-last-time = It was kept up longer before; this time it ends.
thing-told-expired-found = The time for “{ $what }” is over, and no owner came. You can hand it in at the office of the { -committee }, where people who ask later will find it.
thing-told-expired-lost = The time for “{ $what }” is over, and nobody has seen it. If you like, post it again.
thing-told-expired-giveaway = The time for “{ $what }” is over, and nobody took it. If you like, post it again.
thing-told-removed = “{ $what }”, which you posted, was taken down, because: { $words }
thing-told-accepted-found = 🎉 Whoever found “{ $what }” says it’s yours! Please wait until they say where to get it.
thing-told-accepted-lost = 🎉 “{ $what }”: that’s the one, thanks to you! Please wait until they say where to meet.
thing-told-accepted-giveaway = 🎉 “{ $what }” is yours! Please wait until they say where to get it.
thing-told-declined-found = Whoever found “{ $what }” says it isn’t the one you describe. If you remember more, you can say it again.
thing-told-declined-lost = Whoever lost it says it isn’t the one. Thank you for looking out!
thing-told-declined-giveaway = “{ $what }” went to somebody else this time, sorry.
thing-told-over = “{ $what }”: { $state }. You needn’t do anything.
thing-told-over-forgotten = Thing { $number } was withdrawn. You needn’t do anything.

thing-accepted-found = All right, I told { $name }. Please agree on a place to meet, e.g. the gatehouse: tap the first button and tell me, only { $name } sees it.
thing-accepted-lost = Wonderful, I told { $name }. Please agree on a place to meet: tap the first button and tell me, only { $name } sees it.
thing-accepted-giveaway = All right, it goes to { $name }. Please say where to get it: tap the first button and tell me, only { $name } sees it.
thing-declined = All right, I told { $name }.
thing-declined-next = All right, I told { $name } and ask the next one.
thing-contact-ask = Where shall { $name } meet you? A place or a telephone number. Only { $name } sees it, and it’s put away once it’s done.
thing-contact-given = { $name } sees it now; it’s put away once it’s done.
thing-contact-shown = 📍 Thing { $number }, they say: { $words }
thing-contact-gone = Thing { $number }: what they had left for you is put away.
thing-sure-handed = Is “{ $what }” done with? The group will see it, and I’ll tell those who wait.
thing-sure-withdraw = Withdraw “{ $what }”? I’ll tell those who wait.
thing-ended-handed-over = All right, “{ $what }” is done with. Thank you!
thing-ended-withdrawn = All right, “{ $what }” is withdrawn.
thing-prolonged = All right, “{ $what }” is up until { $moment } now.
thing-off-ask = Why is thing { $number }, “{ $what }”, taken down? I’ll tell whoever posted it.
thing-off-preview = Take down thing { $number }, “{ $what }”, and tell whoever posted it: “{ $words }”?
thing-off-done = Thing { $number } is taken down.

things-head = <b>{ $estate } · Lost and found, and given away</b>
things-head-own = <b>{ $estate } · What I posted and answered</b>
things-none = Nothing at the moment: nobody lost anything, nobody found anything, how nice. If you’d like to give something away, just tap below.
things-none-own = You have posted and answered nothing yet.
things-more = … and { $n } more
things-row-found = 🔎 { $number } · found · { $what }
things-row-lost = ❓ { $number } · lost · { $what }
things-row-giveaway = 🎁 { $number } · to give away · { $what }
things-row-over = { $number } · { $what } · { $state }
things-board-head = 📌 Lost and found, and given away, { $day }

refused-thing-gone = There is no such thing here.
refused-thing-not-found = There is no thing { $number }. /things shows what there is.
refused-thing-over = Thing { $number } is done with.
refused-own-thing = You posted this yourself; others will answer.
refused-not-your-thing = This is for whoever posted it.
refused-no-thing-response = They aren’t waiting any more; there’s nothing to change.
refused-thing-promised = You said yes to { $name }. If that didn’t work out, tap so first, then say yes to the next one.
refused-no-price-here = Nothing is sold here, only given away. If you’d like to give it away, send it again without the price: “{ $words }”
refused-too-many-things = { $most ->
    [one] You have one thing up already. Please finish it before you post another.
   *[other] You have { $most } things up already. Please finish one before you post another.
}
refused-too-many-things-today = { $most ->
    [one] You posted one thing today. Tomorrow you can post another.
   *[other] You posted { $most } things today. Tomorrow you can post another.
}
refused-no-more-prolonging = { $most ->
    [one] It was kept up longer once; it can’t be again. You can post it anew later.
   *[other] It was kept up longer { $most } times; it can’t be again. You can post it anew later.
}
refused-no-group-for-things = I’m not in any group of your estate, so there’s nowhere to post it.
