### How people are told of news: the settings, the news told together; and taking an answer back.

attention-at-once = As it happens
attention-daily = Once a day
attention-weekly = Once a week
attention-muted = Nothing for now

notices-head = <b>How I tell you the news</b>
notices-now = Now: <b>{ $setting }</b>
notices-told-at-once = Each piece of news by itself.
notices-told-daily =
    { $n ->
        [0] A day’s news in one message.
        [1] The first of a day at once, the rest of it together in one message.
       *[other] The first { $n } of a day at once, the rest of it together in one message.
    }
notices-told-weekly = A week’s news in one message.
notices-told-muted = I’ll keep quiet. Look any time with /mine; to hear from me again, press another one below.
notices-quiet = Never at night: it waits until the morning.
notices-asks = If I have to ask you something, I still will.
notices-own-head = These go their own way:
notices-own = · No. { $number } “{ $words }”: { $setting }
notices-wish-head =
    <b>How I tell you the news of no. { $number }</b>
    “{ $words }”
notices-wish-same = Now: like the others ({ $setting })
notices-in-private = Let’s settle that in private, not in the group.
button-chosen = ✓ { $choice }
button-attention-same = Like the others
button-notices = Notice settings
button-notices-of-wish = Notices
command-notices = How I hear the news

digest-head = { $n } bits of news that waited:
digest-head-part = { $n } bits of news that waited (page { $part } of { $parts }):
digest-promise =
    { GIVEN($words) ->
        [yes] · No. { $number } “{ $wish }”: { $name } of { $body } will see to it by { $day }. In their words: “{ $words }”
       *[no] · No. { $number } “{ $wish }”: { $name } of { $body } will see to it by { $day }.
    }
digest-decline = · No. { $number } “{ $wish }”: not this time, because { $words } — { $name } of { $body }
digest-later = · No. { $number } “{ $wish }”: later, looked at again on { $day }, because { $words } — { $name } of { $body }
digest-reply = · No. { $number } “{ $wish }”: { $name } of { $body } says: { $words }
digest-done =
    { GIVEN($words) ->
        [yes] · No. { $number } “{ $wish }”: done, thanks to { $name } of { $body }. In their words: “{ $words }”
       *[no] · No. { $number } “{ $wish }”: done, thanks to { $name } of { $body }.
    }
digest-thanked = · No. { $number } “{ $wish }”: { $names } said thank you.
digest-thanked-nameless = · No. { $number } “{ $wish }”: { $n ->
        [one] a neighbour
       *[other] { $n } neighbours
    } said thank you.
button-digest-photos = Photos of no. { $number }
button-digest-thanks = Say thanks for no. { $number }

answer-given-held = Noted. Those who follow no. { $number } hear it in { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }; until then you can take it back.
button-take-back = Take it back
answer-taken-back = The answer to no. { $number } is taken back; no neighbour saw it.
desk-held = ⏳ Neighbours can’t see it yet; { $name } can still take it back
notice-answer-too-late = No. { $number } was closed a moment ago, so your answer was not sent.
refused-not-your-answer = That is { $name }’s answer; only { $name } can take it back.
refused-answer-is-out = The answer to no. { $number } is out already and can’t be taken back. To change it, answer again.
