### The cards of a wish: in the group and in the staff chat. A count of zero is never shown.

card-head = <b>No. { $number }</b> · { $kind }
card-words = “{ $words }”
card-place = { $category } · { $place }
card-category = { $category }
card-author = From { $name }
card-nameless = From a neighbour
card-open = ⏳ Waiting for an answer, by { $day }
card-taken = 👋 { $name } is on it, answer by { $day }
card-promise = 📅 { $name } of { $body }: will be done by { $day }
card-promise-words = 📅 { $name } of { $body }: will be done by { $day }. { $words }
card-later = 🗓 { $name } of { $body }: later, looked at again on { $day }
card-later-words = 🗓 { $name } of { $body }: later, looked at again on { $day }, because { $words }
card-returned = ↩️ Reported done, and not yet so for the neighbours; answer by { $day }
card-decline = 💬 { $name } of { $body }: not this time
card-decline-words = 💬 { $name } of { $body }: not this time, because { $words }
card-reply = 💬 { $name } of { $body } has answered
card-reply-words = 💬 { $name } of { $body }: { $words }
card-done = ✅ { $name } of { $body }: done
card-done-words = ✅ { $name } of { $body }: done. { $words }
card-counts = { $counts }

count-joined = { $n ->
    [one] { $n } home has the same
   *[other] { $n } homes have the same
}
count-supported = { $n ->
    [one] { $n } supporter
   *[other] { $n } supporters
}
count-helping = { $n ->
    [one] { $n } helper
   *[other] { $n } helpers
}
count-thanked = { $n ->
    [one] { $n } thank-you
   *[other] { $n } thank-yous
}

desk-nameless = From a resident
desk-visibility = 🔒 { $visibility }
desk-taken = 👋 { $name } is on it

button-join = Same here
button-support = Support
button-help-with = I can help
button-thanks = Say thanks
button-take = I take it
button-answer = Answer
button-more = More
