### What people are told unasked, once each. The wish itself is quoted below, so that nobody wonders which one it was.

notice-promise =
    { GIVEN($words) ->
        [yes] News on no. { $number }: { $name } of { $body } will see to it by { $day }. I’ll tell you when it’s done. In their words: “{ $words }”
       *[no] News on no. { $number }: { $name } of { $body } will see to it by { $day }. I’ll tell you when it’s done.
    }
    <blockquote expandable>{ $wish }</blockquote>
notice-decline =
    We can’t do no. { $number } this time, because { $words }
    — { $name } of { $body }
    <blockquote expandable>{ $wish }</blockquote>
notice-later =
    No. { $number } has to wait; it is looked at again on { $day }, and I’ll tell you then. The reason: { $words }
    — { $name } of { $body }
    <blockquote expandable>{ $wish }</blockquote>
notice-came-back =
    No. { $number } was put off until today, and I have handed it in again. You’ll have an answer by { $day }.
    <blockquote expandable>{ $wish }</blockquote>
notice-came-back-ended =
    No. { $number } was put off until today, and I have handed it in again.
    <blockquote expandable>{ $wish }</blockquote>
notice-reply =
    News on no. { $number }, from { $name } of { $body }: { $words }
    <blockquote expandable>{ $wish }</blockquote>
notice-done =
    { GIVEN($words) ->
        [yes] No. { $number } is done. Thank you for speaking up; thanks to { $name } of { $body }. In their words: “{ $words }”
       *[no] No. { $number } is done. Thank you for speaking up; thanks to { $name } of { $body }.
    }
    <blockquote expandable>{ $wish }</blockquote>
notice-thanked = { $name } says thank you for no. { $number }.
