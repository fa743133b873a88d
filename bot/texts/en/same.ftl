### Several wishes say the same: their authors are asked, and only their yes joins them.

button-ask-same = The same as another
button-several-same = Several are one
ask-same-which = Which of these say the same? Tap numbers to tick them, tap again to untick, then Done. Or type numbers: “3, 5, 8”.
ask-same-stays = { $numbers }: which one stays? The authors of the others are asked whether theirs is the same. To join them to another one, type its number.
ask-same-as-which = Which wish is no. { $number } the same as? Tap a number; for one that is not listed, type it.
ask-same-preview =
    { $n ->
        [1] Ask whoever filed { $numbers }
       *[other] Ask the { $n } authors of { $numbers }
    } whether theirs is the same as no. { $other } “{ $words }”? They are joined only if the author says so.
ask-same-asked =
    { $n ->
        [1] Asked. It is joined only if they say yes; you’ll read the answer here.
       *[other] { $n } authors are asked. Each is joined only if they say yes; you’ll read the answers here.
    }
notice-asked-same =
    { $name } of { $body } would like to know: is your no. { $number } the same as no. { $other } “{ $words }”?
    If it is, the two are joined: you count in no. { $other } and hear what becomes of it. If not, yours goes on by itself.
    <blockquote expandable>{ $wish }</blockquote>
button-is-same = It’s the same
button-not-same = It’s different
asked-same-kept = All right: no. { $number } goes on by itself and is not joined to no. { $other }.
more-asked-same = { $name } of { $body } asked the author: is it the same as no. { $other }?
more-is-same = Yes; joined to no. { $other }.
more-not-same = It’s not the same.

refused-said-not-the-same = Whoever filed no. { $number } said that it’s not the same as no. { $other }; they are not asked again.
refused-no-other-wish = There is no other open wish that no. { $number } could be joined to.
refused-nobody-left-to-ask = Only no. { $number } itself is chosen; there is nothing to join to it.
