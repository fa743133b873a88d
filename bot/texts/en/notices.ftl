### What people are told unasked, once each.

notice-promise = { GIVEN($words) ->
    [yes] News on no. { $number }: { $name } of { $body } will see to it by { $day }. “{ $words }” I’ll tell you when it’s done.
   *[no] News on no. { $number }: { $name } of { $body } will see to it by { $day }. I’ll tell you when it’s done.
}
notice-decline = We can’t do no. { $number } this time, because { $words } — { $name } of { $body }
notice-reply = News on no. { $number }, from { $name } of { $body }: { $words }
notice-done = { GIVEN($words) ->
    [yes] No. { $number } is done. Thank you for speaking up; thanks to { $name } of { $body }. “{ $words }”
   *[no] No. { $number } is done. Thank you for speaking up; thanks to { $name } of { $body }.
}
notice-thanked = { $name } says thank you for no. { $number }.
