### Coming into a group, binding it, the pinned card.

menu-card = Something broken, wanted, offered, or an idea? Just say it.

chat-hello = Hello, I’m Wishwell; { $name } invited me. Something broken, wanted, offered, or an idea: tell me, I pass it on and bring the answer. I never ask for money or codes.
chat-back = I’m back and listening again.

bind-none = This group belongs to no estate yet.
bind-building = This group is tied to { $estate }, { $place }.
bind-staff = This is the staff chat of { $estate }.
bind-usage = In a building’s group send /bind building 3 (your own number), in a group of the whole estate /bind estate, in a grid’s /bind grid 2, in the staff chat /bind staff. Behind it you may say what I post by myself: wishes, notices, votes, or talk, as in /bind building 3 notices votes. Only people on the list may do it.
bind-usage-id = Your number is { $id }.
group-of-estate = the whole estate
group-of-grid = grid “{ $grid }”
use-wishes = Wishes
use-notices = Notices
use-votes = Votes
use-talk = Talk only
says = What I post in this group by myself: { $uses }.
says-nothing = This group is for talk: I post nothing by myself and answer when I am asked.
says-changed = Changed.
bound-building = Done: this group is tied to { $estate }, { $place }. If there is anything, just say it.
bound-pin-yourself = Please pin the card below so that everyone finds it. (If I am an administrator, I pin it myself.)
bound-staff = Done: this is the staff chat of { $estate }. Every wish comes here; tap “Answer” to answer it.
bound-staff-waiting = { $n ->
    [0] Nothing is waiting for an answer.
    [one] One wish is waiting for an answer. Send /wishes to see it.
   *[other] { $n } wishes are waiting for an answer. Send /wishes to see them.
}

unsigned-ask = An anonymous administrator wrote this, so I can’t tell who it was. If it was you, press “It is me” within { $minutes } minutes: I’ll do it, and won’t write your name here.
button-unsigned = It is me
unsigned-signed = Good, now I know it is you.
