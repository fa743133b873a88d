### Quarrels between neighbours, with a mediator in private: both sides asked, neither told what the other says, nothing in the group.

button-to-mediator = Ask a mediator, in private
preview-quarrel = 🤝 This sounds like something between neighbours. A mediator can help in private: neither the group nor the { -committee } sees it.
preview-quarrel-group = 🤝 This sounds like something between neighbours. Tell me in private, and a mediator can help; nothing of it stands here.
quarrel-words = something between neighbours
state-with-mediator = with a mediator
board-line-put-away = <b>No. { $number }</b> is not here any more

quarrel-card-group = No. { $number } is not here any more.
quarrel-card-asked = 🤝 No. { $number } is between neighbours; its author is asked whether they want a mediator.
quarrel-card-waiting = 🤝 No. { $number } is between neighbours and waits for a mediator.
quarrel-card-taken = 🤝 No. { $number } is between neighbours and with a mediator.
quarrel-card-over = 🤝 No. { $number } was between neighbours and is over.
button-quarrel = Quarrel → mediator
button-quarrel-undo = No quarrel, put it back
quarrel-handed = 🤝 No. { $number } is put away; the group does not see it any more. I ask its author in private whether they want a mediator. A mistake? Put it back on the card.
quarrel-undone = No. { $number } is back.

quarrel-ask-words = What is it between you and your neighbour? Only the mediator reads this, neither the group nor the { -committee }.
quarrel-ask-where = Who is the other side? Their door will do, such as building 3, 602. Skip it if you like.
quarrel-ask-view = How do you see it? Only the mediator reads this, the other side does not.
quarrel-preview = Pass it on to the mediator like this?
quarrel-view-preview = Write this to the mediator?
quarrel-view-kept = Good. The mediator can read it now.
quarrel-filed = 🤝 It is with the mediator now: no. { $number }. Nothing of it stands in the group. They will come to you. /mediate shows where it stands.
placeholder-quarrel = Take your time
placeholder-quarrel-time = e.g. Saturday at 3, the common room
placeholder-quarrel-note = e.g. no chairs moved after ten

quarrel-brought = 🤝 Something between neighbours (no. { $number }) waits for a mediator.
quarrel-moved = 🤝 There is something new in no. { $number }.
quarrel-remind = 🤝 No. { $number } has been quiet for some days. Would you have a look?
button-quarrel-open = Look at no. { $number }
quarrel-cases = 🤝 { $n ->
    [1] One matter between neighbours:
   *[other] { $n } matters between neighbours:
}
quarrel-none-waits = 🤝 Nothing between neighbours waits for you now.
quarrel-mine = 🤝 { $n ->
    [1] You have one matter with a mediator:
   *[other] You have { $n } matters with a mediator:
}

quarrel-case =
    🤝 No. { $number }, between neighbours
    <blockquote expandable>{ $words }</blockquote>
quarrel-case-where = The other side: { $where }
quarrel-case-side = { $who }: { $state }
quarrel-case-view =
    { $who }:
    <blockquote expandable>{ $words }</blockquote>
quarrel-case-time = 🕐 { $time }
quarrel-case-over = Over: { $outcome }
quarrel-side-author = Who filed it
quarrel-side-other = The other side
quarrel-state-not-asked = not asked yet
quarrel-state-asked = asked, no answer yet
quarrel-state-yes = willing to talk
quarrel-state-no = rather not
quarrel-state-time-fits = the time fits
quarrel-state-time-fits-not = the time does not fit
quarrel-state-holds = says that it holds
quarrel-state-holds-not = says that it broke out again

button-quarrel-take = I take it
button-quarrel-release = Not for me, somebody else
button-quarrel-back = No quarrel, to the { -committee }
button-quarrel-ask = Ask { $name }
button-quarrel-link = A button for the other side
button-quarrel-open-link = Let me hear
button-quarrel-door-yes = Asked at the door: yes
button-quarrel-door-no = Asked at the door: no
button-quarrel-time = Agree a time
button-quarrel-end = Record the result
quarrel-released = Good. Another mediator may take no. { $number }.
quarrel-given-back = No. { $number } is with the { -committee }, and nobody else sees it.
quarrel-asked-other = ✅ I have asked, without a word about whom or what.
quarrel-link = Forward this to the other side, or let them press below on their own phone. It says neither who nor what.
quarrel-ask-which-time = When and where will you talk?
quarrel-time-preview = I ask both sides: { $time }. Right?
quarrel-time-asked = Good, I ask both sides.
quarrel-ask-outcome = What came of it?
quarrel-ask-note = A line for both sides? Both will read it.
quarrel-end-preview = Record it as “{ $outcome }”?
quarrel-end-kept = Good, no. { $number } is recorded. Thank you.
button-quarrel-settled = Settled
button-quarrel-not-settled = Not settled
button-quarrel-withdrawn = Withdrawn
button-quarrel-referred = To the police or a court
quarrel-outcome-settled = settled
quarrel-outcome-not-settled = not settled
quarrel-outcome-withdrawn = withdrawn
quarrel-outcome-declined = nobody talked
quarrel-outcome-referred = to the police or a court
quarrel-outcome-given-back = given to the { -committee }
quarrel-outcome-forgotten = nobody talked

quarrel-ask-author =
    🤝 Your no. { $number } sounds like something between neighbours. Would you like a mediator, in private? It is out of the group already; nobody sees it.
    <blockquote expandable>{ $words }</blockquote>
quarrel-ask-other = 🤝 A neighbour would like { $mediator }, a mediator, to help with a small matter between neighbours. Would you talk? If not, that is all right; nobody minds.
button-quarrel-yes = Yes, let's talk
button-quarrel-no = Rather not, thanks
button-quarrel-rather-committee = No, the { -committee } rather
quarrel-no = Good, then not. That is all right.
quarrel-no-back = Good. No. { $number } is with the { -committee }, and nobody else sees it.
quarrel-own =
    🤝 No. { $number }, which you passed on to a mediator
    <blockquote expandable>{ $words }</blockquote>
quarrel-own-waits = It waits for a mediator.
quarrel-own-taken = { $mediator }, the mediator, has it and will come to you.
quarrel-own-view =
    You said:
    <blockquote expandable>{ $words }</blockquote>
quarrel-both-agree = 🤝 Both sides are willing to talk. { $mediator }, the mediator, will agree a time with you. You may write how you see it; the other side does not read it.
button-quarrel-view = Write to the mediator
button-quarrel-off = Let it be
quarrel-ask-time = 🕐 The mediator asks: { $time }. Does that fit?
button-quarrel-fits = It fits
button-quarrel-fits-not = Another time
quarrel-said-fits = Good: { $time }. I'll tell you once it fits both.
quarrel-said-fits-not = Good, I ask the mediator for another time.
quarrel-time-agreed = 🕐 Agreed: { $time }.
quarrel-off = Good, then let it be. That is all right.
quarrel-ended-settled = 🤝 No. { $number } is settled. In some days I'll ask whether all is well.
quarrel-ended-not-settled = 🤝 No. { $number } was not settled this time. To talk again, send /mediate.
quarrel-ended-withdrawn = 🤝 No. { $number } ends here.
quarrel-ended-declined = 🤝 No. { $number } is not talked about this time. That is all right.
quarrel-ended-referred = 🤝 No. { $number } goes to the police or a court; the mediator will tell you what to do.
quarrel-ended-given-back = 🤝 No. { $number } is with the { -committee }, and nobody else sees it.
quarrel-ended-note = { $mediator }, the mediator: “{ $note }”
quarrel-ask-holds = 🤝 Is what you settled still well? Only the mediator sees what you say.
button-quarrel-holds = All is well
button-quarrel-holds-not = It broke out again
quarrel-said-holds = Glad to hear it. Thank you.
quarrel-said-holds-not = I see. I tell the mediator, who will come to you.

refused-no-mediator-here = There is no mediator here yet. To tell the { -committee }, just write a sentence.
refused-quarrel-over = That was said already, or it is over.
refused-not-your-quarrel = I can't find that.
refused-has-mediator = { $name } has it already.
refused-mediator-is-side = Nobody mediates in a matter of their own.
refused-author-not-asked-yet = Its author is still asked whether they want a mediator.
refused-other-not-asked-yet = Both sides have to be willing first.
refused-other-asked-already = The other side was asked already.
refused-argued-in-public = No. { $number } was argued before everybody, or came to a project or the plan: it cannot be put away any more.
refused-only-spoken = No. { $number } is a voice note. Somebody writes it down first.

more-step-to-mediator = 🤝 Its author passed it on to a mediator
more-step-as-quarrel = 🤝 { $name } of { $body } saw a quarrel and put it away
more-step-no-quarrel = ↩️ { $name } of { $body } put it back: no quarrel
more-step-from-mediator = ↩️ The mediator gave it back
more-step-unmediated = ↩️ Its author wants no mediator
more-step-unasked = ↩️ Its author did not say whether they want a mediator
mydata-section-quarrels = Quarrels you had with a mediator: { $n }
mydata-section-quarrel-sides = What you said to mediators: { $n }
