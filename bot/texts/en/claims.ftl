### Claims: a neighbour or an organisation takes on what somebody wants, until a day. Nobody sees anybody before the yes.

claim-neighbour = A neighbour
claim-neighbours = Some neighbours
claim-firm = { $firm }
claim-by-resident = { $name }
claim-by-group = { $name } (with { $helpers })
claim-by-firm = { $firm } ({ $name })

card-claimed = 🙋 { $who } took this on, by { $day }
card-claim-done = ✅ Done, thanks to: { $who }
card-claim-asks = 🙋 If you filed this: somebody would do it for you. Please look in private
desk-claimed = 🙋 { $who } took this on, by { $day }
desk-claim-done = ✅ Done by { $who }, as whoever filed it says
desk-claim-home = 🚪 In somebody’s home
more-step-claimed = 🙋 Whoever filed it said yes to a neighbour
more-step-unclaimed = ↩️ The neighbour has it no more; it is open again
more-step-fulfilled = ✅ Whoever filed it says a neighbour did it

claim-invitation = Thank you for helping with no. { $number }. If you would take all of it on, by a day you name, press below. Just lending a hand? Then don’t press.
button-claim = I’ll take it on
button-claim-myself = Just me
button-claim-group = Me and some neighbours
button-claim-firm = For a firm
button-claim-listed = { $firm }
button-claim-done = It is done
button-claim-later = I need a later day
button-claim-later-day = { $day }
button-claim-back = I can’t, hand it back

claim-ask-who =
    No. { $number }: who will do it?
    <blockquote expandable>{ $wish }</blockquote>
claim-ask-helpers = Who else? Names are enough, for example: Liu Min, Zhao.
claim-ask-firm = Which firm? Write its name. For one that isn’t listed I ask { -committee } first.
claim-ask-due = No. { $number }: by which day will you do it?
claim-preview = No. { $number } is for { $who }, by { $day }. First I ask whoever filed it; until they say yes, they don’t see your name. Is this right?
claim-preview-myself = you
claim-preview-group = you and { $helpers }
placeholder-claim-helpers = For example: Liu Min, Zhao
placeholder-claim-firm = For example: Greenfield Store
claim-made = Thank you. I’m asking whoever filed no. { $number }; you’ll hear from me.
claim-made-vouching = Thank you. For no. { $number } I ask { -committee } first, then whoever filed it. You’ll hear from me.

claim-yours-vouching = 🙋 You’d like to take this on; { -committee } is being asked.
claim-yours-asked = 🙋 You’d like to take this on; whoever filed it is being asked.
claim-yours-running = 🙋 You took this on, by { $day }.
claim-yours-reported = 🙋 You said it is done; whoever filed it is being asked.

claim-question =
    { $who } would do no. { $number } for you, by { $day }. Would you like that?
    <blockquote expandable>{ $wish }</blockquote>
claim-question-home = This is in a home: who comes is a neighbour we know, or somebody { -committee } vouched for.
claim-question-where = Until you say yes, they don’t see your name. If it is in your home, press the second one, and I’ll have somebody vouch for them.
button-claim-yes = Yes, please
button-claim-yes-home = Yes, but it’s in my home
button-claim-no = No, thank you
claim-accepted = All right: { $who } will do no. { $number }, by { $day }. I have not passed on your door or phone. To do that, press below.
claim-accepted-vouching = All right. As it is in a home, I first ask { -committee } whether we know them, and then tell you.
claim-declined = All right, not for no. { $number }. I’ll say so kindly.
claim-with = 🙋 { $who } will do it, by { $day }.
claim-contact-passed-on = 📇 They can see the door or phone you passed on. It goes once this is over.
button-claim-contact = Pass on my door or phone
button-claim-off = No longer needed
claim-called-off = All right, they need not do no. { $number }; others may help again. I’ll say so kindly.

claim-contact-ask = No. { $number }: write your door or phone. It goes to { $name } alone, never to a group, and is taken away once this is over.
claim-contact-typed = what you just wrote
claim-contact-given = Sent to { $name }. I’ll take it away once this is over.
placeholder-claim-contact = Door or phone, one is enough
claim-contact-shown = 📇 No. { $number }, from whoever filed it: { $words }
claim-contact-gone = 📇 No. { $number } is over; I took the door and phone away.

claim-is-it-done =
    { $who } says no. { $number } is done. Is it?
    <blockquote expandable>{ $wish }</blockquote>
button-claim-fixed = Done, thank you
button-claim-not-yet = Not yet
claim-confirmed = Wonderful, no. { $number } is done. I’ll pass on your thanks.
claim-goes-on = All right, I’ll tell them no. { $number } isn’t done yet.
claim-reported = Thank you! I’m asking whoever filed no. { $number } whether it is done.
claim-handed-back = That’s all right. No. { $number } is handed back, and I’ll tell whoever filed it. Thank you for offering.

claim-later-ask-day = No. { $number } was to be done by { $day }. By which day instead? You can ask for a later day once.
claim-later-ask-because = Would you like to say why? Only whoever filed it will read this.
claim-later-preview = No. { $number } moves from { $before } to { $day }. I’ll tell whoever filed it, and the card in the group will show the new day. Is this right?
claim-later-done = All right: no. { $number } by { $day }. I’ll tell whoever filed it. Take your time.
placeholder-claim-later = For example: the boards aren’t here yet
notice-claim-put-off = No. { $number }: { $who } needs a few days more. It was to be done by { $before }, and is now to be done by { $day }.
    <blockquote expandable>{ $wish }</blockquote>
claim-put-off-because = They say: { $words }

claim-wisher = It is for { $name }.
claim-wisher-nameless = They gave no name; to meet, they’ll let you know through me.
notice-claim-accepted = Whoever filed no. { $number } says yes. Thank you! By { $day } is fine.
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-how = Their door and phone are theirs to give; I’ll send them as soon as I have them. Once it is done, or if you can’t do it, press below.
notice-claim-refused = No. { $number }: not this time, says whoever filed it. Thank you for offering.
notice-claim-unanswered = No. { $number }: whoever filed it did not answer, so let’s leave it. Thank you for offering.
notice-claim-not-vouched = No. { $number }: nobody could vouch this time, so let’s leave it. Thank you for offering.
notice-claim-called-off = No. { $number }: whoever filed it doesn’t need you any more. Thank you.
notice-claim-released = No. { $number } goes to somebody else now; it’s off your mind. Thank you.
notice-claim-left = You are no longer in the building’s group, so let’s leave no. { $number }. Once you are back, you can take it on again. Thank you for offering.
notice-claim-overtaken = No. { $number } has found another way; you need not go. Thank you.
notice-claim-handed-back = No. { $number }: the neighbour who would have helped can’t this time. It is open again, and others may help.
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-soon = Just to remind you: no. { $number }, by { $day }, as you said.
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-overdue = No. { $number } was to be done by { $day }. Is it? If you have too much on your hands, that’s all right: one press hands it back.
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-not-yet = No. { $number }: whoever filed it says it isn’t done yet. Could you look again by { $day }?
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-confirmed = ❤️ { $name } says no. { $number } is done. Thank you!
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-confirmed-nameless = ❤️ Whoever filed no. { $number } says it is done. Thank you!
    <blockquote expandable>{ $wish }</blockquote>
notice-wish-fulfilled = No. { $number } is done, thanks to: { $who }.
    <blockquote expandable>{ $wish }</blockquote>

claim-word = <b>No. { $number }</b>: { $who } would do it by { $day }. I don’t know them yet. Do you?
    <blockquote expandable>{ $wish }</blockquote>
claim-word-firm = <b>No. { $number }</b>: { $who } would do it by { $day }. This firm isn’t listed. Does { -committee } agree?
    <blockquote expandable>{ $wish }</blockquote>
button-claim-known = Yes, I know them
button-claim-unknown = Not this time
claim-word-yes = No. { $number }: { $name } says { $who } may.
claim-word-no = No. { $number }: { $name } says not { $who } this time.
claim-stuck = ⏰ <b>No. { $number }</b>: { $who } said by { $day }, was asked once, and is silent. To open it to others, press below.
claim-stuck-reported = ⏰ <b>No. { $number }</b>: { $who } says it is done; whoever filed it is silent, so it doesn’t count as done. Please ask them.
button-claim-release = Open it to others
claim-released = No. { $number } is open again; { $name } asks for somebody else.

match-question =
    You said you could help (“{ $offer }”). A neighbour in your building wants:
    <blockquote expandable>{ $wish }</blockquote>
    Would you? If not, nobody will know I asked.
match-question-estate =
    You said you could help (“{ $offer }”). A neighbour in the estate wants:
    <blockquote expandable>{ $wish }</blockquote>
    Would you? If not, nobody will know I asked.
button-match-yes = Yes, I’ll do it
button-match-no = Not this time
match-declined = That’s all right. I told nobody.

refused-not-to-claim = No. { $number } can’t be taken on: only an “I want” that everybody may see can.
refused-in-other-hands = Somebody has no. { $number } in hand already, or it has a day. Thank you; to lend a hand, press “I can help”.
refused-already-claimed = Somebody would do no. { $number } already. Thank you; if it comes to nothing, it opens again.
refused-already-your-claim = You took on no. { $number } yourself; send me “no. { $number }” to see it.
refused-too-many-claims = You have { $most } in hand already. Finish one first, there’s no hurry.
refused-no-wisher-to-ask = Whoever filed no. { $number } is here no more, so nobody could say yes.
refused-claim-over = That step of no. { $number } is over; send me “no. { $number }” to see how it stands.
refused-put-off-already = No. { $number } was put off once already. If it is done, press “It is done”. If you can’t do it, that’s all right: press “I can’t, hand it back”.
refused-too-late-to-put-off = The day of no. { $number } has passed, so it can’t be put off. If it is done, press “It is done”. If you can’t do it, that’s all right: press “I can’t, hand it back”.
refused-not-later = That is no later than the day it has now. Please give a later one.
refused-not-the-wisher = Only whoever filed no. { $number } can press this.
refused-own-word = You took on no. { $number } yourself; somebody else has to vouch.
refused-not-done-by-neighbours = No neighbour has done no. { $number } yet, so there’s no need for thanks.
refused-match-over = That question is over; never mind it.

role-organisation = organisation
mydata-section-claims = Wishes you took on: { $n }
mydata-section-contacts-passed-on = Doors or phones you passed on: { $n }
mydata-section-claims-put-off = Reasons you gave for a later day: { $n }
mydata-section-claim-thanks = Neighbours you thanked: { $n }
mydata-section-matches = Times you were asked whether you would help: { $n }
