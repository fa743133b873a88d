### Roles: who is asked to be what, yes or no, when it ends; who moderates; who did what.

command-role = Give somebody a role
command-moderators = Who moderates here
command-audit = Who had which role, what was done

role-resident-moderator = resident { -moderator }
role-committee-moderator = { -committee } { -moderator }
role-grid-worker = grid worker
role-liaison = department liaison
role-auditor = auditor
role-administrator = administrator

role-does-captain = You can file wishes for neighbours who cannot use a phone, and vouch for a neighbour. In all else you are a resident.
role-does-volunteer = You can file wishes for neighbours who cannot use a phone, and carry the answers to them. You can also listen to voice notes and write them down.
role-does-grid-worker = You can file wishes for neighbours, take wishes in hand and answer them in the { -committee }’s name. You see all that the staff sees.
role-does-resident-moderator = You can fold unsuitable wishes and restore them, ask authors whether two are the same, open a discussion, and answer questions about services. I also send you what the { -committee } has on its agenda each month.
role-does-committee-moderator = You can fold unsuitable wishes and restore them, ask authors whether two are the same, open a discussion, and answer questions about services. What you say is said for the { -committee }.
role-does-committee = You can take wishes in hand and answer them for the { -committee }, and run projects, services and the ledger. You can give roles to others.
role-does-property = You can take wishes in hand and answer them for the { -property }. Each wish comes to the staff chat.
role-does-owners = You can take wishes in hand and answer them for the { -owners }, and write in the open ledger. You have a say when projects are accepted.
role-does-liaison = When something is discussed I ask you to listen and to speak. What you say is shown as the department’s.
role-does-mediator = Neighbours who quarrel are handed to you in private. What both sides say is seen by you alone.
role-does-organisation = You can take on neighbours’ wishes for your organisation. You say by when.
role-does-auditor = You see all that the staff sees, and who did what. You only read: you change nothing.
role-does-resident = You can file wishes in our private chat, read those of others, sign up and ask. What your building is told I tell you in private.
role-does-administrator = You can give roles and take them, and see who did what. You need not answer wishes.

role-where = { $kind ->
    [resident] Home: { $place }
   *[office] Where: { $place }
}
role-where-all = Where: the whole estate
role-days-open = { $kind ->
    [resident] From { $starts }, for as long as you live here.
   *[office] From { $starts }, for as long as you like.
}
role-days = { $kind ->
    [resident] From { $starts } to { $ends }.
   *[office] From { $starts } to { $ends }.
}
role-where-body = Where: the whole estate. This role has no buildings or grids of its own.
role-in-part = { $role } ({ $place })
scope-entire = the whole estate
scope-grid = grid “{ $grid }”
scope-building = Building { $building }
scope-stairwell = Building { $building }, unit { $unit }

### Asking somebody

role-ask-role = What should they be?
role-ask-home = Which building do they live in? The number will do.
role-ask-where = Where? Press one, or write it: a grid’s name, “building 3”, “building 3 unit 2”.
role-ask-stairwell = The whole building, or one stairwell?
button-role-everywhere = The whole estate
button-role-all-stairwells = The whole building
role-ask-who = Who? Write their @name. Who has none gets a link: choose “Send a link” and pass it on.
role-ask-name = What are they called? For example: Mr Zhang
role-ask-starts = From which day?
role-ask-ends = Until which day? Skip it if it has no end; it can be taken at any time.
button-role-by-link = Send a link
button-building = Building { $number }
button-next-month = The 1st of next month · { $day }
button-in-a-year = In a year · { $day }
button-end-of-year = Year end · { $day }
button-role-change-role = Another role
button-role-change-who = Somebody else
button-role-change-where = Another place
button-role-change-building = Another building
button-role-change-starts = Change the start
button-role-change-ends = Change the end
role-preview = { $kind ->
    [resident] <b>Is this right?</b>
        { $name } lives here, as a { $role }.
   *[office] <b>Is this right?</b>
        Ask { $name } to be { $role }.
}
role-preview-asked = I’ll ask { $who } in private. It counts once they say yes.
role-preview-unknown = { $who } has not spoken to me yet. I’ll give you a link to pass on; it counts once they say yes.
role-preview-link = I’ll give you a link to pass on. Whoever opens it first and says yes is the one, so mind who gets it.
role-offered = { $name } has been asked. I’ll tell you when they say yes.
role-offered-waits = Noted. It is late: I’ll ask { $name } in the morning, and tell you when they say yes.
role-offered-link = Please pass the message below on to { $name }. It works for a week, and once; I’ll tell you when they say yes.
role-link = { $kind ->
    [resident] Hello { $name }, { $by } would like to put you down as a { $role } of { $estate }: you can tell me what you need, and I tell you what your building is told. Have a look below; yes or no are both fine.
   *[office] Hello { $name }, { $by } would like you to be { $role } of { $estate }. Have a look below; yes or no are both fine.
}
button-role-link = Have a look
role-offer = { $kind ->
    [resident] <b>{ $by } would like to put you down as a { $role } of { $estate }</b>
        You would be called “{ $name }”.
   *[office] <b>{ $by } would like you to be { $role } of { $estate }</b>
        You would be called “{ $name }”.
}
role-offer-foot = { $kind ->
    [resident] Is that you? When you move out, just say so.
   *[office] Would you? You can stop at any time; just say so.
}
button-role-yes = I’d be glad to
button-role-no = No, thanks
role-accepted = { $kind ->
    [resident] <b>All right, you are a { $role } of { $estate }.</b>
        You are called “{ $name }”. Write to me what you wish for.
   *[office] <b>All right, you are { $role } of { $estate }.</b>
        You are called “{ $name }”.
}
role-accepted-foot = { $kind ->
    [resident] When you move out, press the button below, or send /mine and press “My roles”.
   *[office] To stop, press the button below, or send /mine and press “My roles”.
}
role-declined = { $kind ->
    [resident] All right, it is not noted. I’ll tell { $by }.
   *[office] All right, not { $role }. I’ll tell { $by }.
}
button-role-leave = { $kind ->
    [resident] I’ve moved out
   *[office] I’ll stop
}
button-role-leave-this = { $kind ->
    [resident] I’ve moved out
   *[office] Stop being { $role }
}
button-role-leave-yes = { $kind ->
    [resident] Yes, moved out
   *[office] Yes, I’ll stop
}
role-leave-ask = { $kind ->
    [resident] Do you live in { $estate } no more? It counts at once. If you are in your building’s group, nothing changes there.
   *[office] Stop being { $role } of { $estate }? It counts at once.
}
role-left = { $kind ->
    [resident] All right, noted: you live in { $estate } no more. Thank you, and all the best.
   *[office] All right, you are { $role } no more. Thank you for all you did.
}
role-ended = { $kind ->
    [resident] { $by } says that you live in { $estate } no more, so from now on you are no { $role } there. If that is wrong, please tell { $by }.
   *[office] { $by } has ended your time as { $role } of { $estate }, from now on. Thank you for all you did. You are our good neighbour as before.
}
role-ended-why = Reason: { $words }
role-offer-taken-back = { $kind ->
    [resident] { $by } no longer wants to put you down as a { $role }. You need not answer.
   *[office] { $by } no longer asks you to be { $role }. You need not answer.
}
role-over = { $kind ->
    [resident] Your time as a { $role } of { $estate } is over. If you still live there, please tell { $by }.
   *[office] Your time as { $role } of { $estate } is over. Thank you for all you did.
}
role-news-accepted = { $kind ->
    [resident] { $name } said yes and is a { $role } now.
   *[office] { $name } said yes to being { $role }.
}
role-news-declined = { $kind ->
    [resident] { $name } would rather not be put down as a { $role }.
   *[office] { $name } would rather not be { $role }. You may ask somebody else.
}
role-news-laid-down = { $kind ->
    [resident] { $name } says that they live here no more.
   *[office] { $name } is { $role } no more, by their own wish.
}
role-over-written = What you had written: { $words }

### The list

role-list = <b>{ $estate } · who is what</b> ({ $n })
role-list-empty = Nobody yet. Ask somebody below.
role-list-fixed = Who stands in the settings can only be changed there.
role-row = { $at }. { $role } { $name } · { $state }
role-row-in-part = { $at }. { $role } { $name }, { $place } · { $state }
role-state-fixed = in the settings
role-state-offered = has not said yes yet
role-state-later = not begun yet
role-state-runs = active
button-role-at = { $at }
button-role-give = Ask somebody
button-role-see = Show them
role-view = <b>{ $name } · { $role }</b>
role-view-offered = { $at } asked by { $by }
role-view-waits = Has not said yes yet.
role-view-lapsed = A week went by without an answer: it does not count any more. Ask once more if you like.
role-view-accepted = { $at } said yes
role-view-declined = { $at } said no
role-view-ended = { $at } ended by { $by }
role-view-over = The last day has passed.
button-role-take = End it
button-role-take-back = Take it back
role-take-why = Why? { $name } will read it. Skip it to say nothing.
role-take-preview = { $kind ->
    [resident] Does { $name } live here no more? It counts at once, and I’ll tell them kindly.
   *[office] End { $name }’s time as { $role }? It counts at once, and I’ll tell them kindly.
}
role-take-back-preview = { $kind ->
    [resident] No longer ask whether { $name } is a { $role }?
   *[office] No longer ask { $name } to be { $role }?
}
role-taken = { $kind ->
    [resident] { $name } is no { $role } any more, from now on.
   *[office] { $name } is { $role } no more, from now on.
}
role-taken-back = { $kind ->
    [resident] Taken back: { $name } is not asked any more.
   *[office] Taken back: { $name } is not asked to be { $role } any more.
}

button-my-roles = My roles
my-roles-head = <b>You are</b>
my-roles-row = { $estate } · { $role }, called “{ $name }”
my-roles-fixed = { $estate } · { $roles }: in the settings. To stop, tell whoever runs this bot.
my-roles-none = Nothing.

### Moderators

moderators-head = <b>{ $estate } · who moderates here</b>
moderators-row = · { $role } { $name }
moderators-others = { $n ->
    [one] One more did not leave a name.
   *[other] { $n } more did not leave a name.
}
moderators-none = Nobody was asked to moderate yet. The group’s administrators help, too.
moderators-foot = If a wish is not right, press “Something’s wrong” below it and they will look.
button-moderator-show = Put my name on the list
button-moderator-hide = Take my name off the list
moderator-shown = All right, neighbours can read your name on the list.
moderator-hidden = All right, your name is not on the list.

### Looking it through

audit-head-roles = <b>{ $estate } · who had which role</b> ({ $n })
audit-head-acts = <b>{ $estate } · what the staff did</b> ({ $n })
audit-empty = Nothing yet.
audit-act = { $at } { $name } of { $body }: { $what }
audit-act-own = { $at } { $name }, administrator: { $what }
audit-role-offered = { $at } { $by } asked { $name } to be { $role }
audit-role-accepted = { $at } { $name } said yes to being { $role }
audit-role-declined = { $at } { $name } said no to being { $role }
audit-role-taken = { $at } { $by } ended { $name }’s time as { $role }
audit-role-laid-down = { $at } { $name } laid down being { $role }
audit-role-taken-back = { $at } { $by } no longer asked { $name } to be { $role }
button-audit-roles = Show roles
button-audit-acts = Show what was done
button-audit-file = Get the table
audit-file-caption = { $estate }: who had which role, and what the staff did.
audit-file-title = { $estate } · roles and what the staff did
audit-file-sheet = Record
audit-column-day = Day
audit-column-time = Time
audit-column-what = What
audit-column-who = By whom
audit-column-body = As
audit-column-about = For whom
audit-column-why = Reason
audit-total = { $n ->
    [one] 1 line
   *[other] { $n } lines
}
role-event-offered = Asked
role-event-accepted = Said yes
role-event-declined = Said no
role-event-taken = Ended
role-event-laid-down = Laid down
role-event-taken-back = Taken back
staff-act-taken = took no. { $number } in hand
staff-act-handed-back = handed no. { $number } back
staff-act-classed = classed no. { $number }
staff-act-promised = promised a day for no. { $number }
staff-act-moved = moved the day of no. { $number }
staff-act-parked = put no. { $number } off
staff-act-declined = declined no. { $number }
staff-act-replied = answered no. { $number }
staff-act-done = reported no. { $number } done
staff-act-as-quarrel = saw no. { $number } as a quarrel
staff-act-no-quarrel = saw no. { $number } as no quarrel
staff-act-folded = folded no. { $number }
staff-act-restored = restored no. { $number }
staff-act-removed = took no. { $number } down
staff-act-upheld = looked at no. { $number } again: it stays down
staff-act-stated = stated something on no. { $number }
staff-act-entry = published ledger entry { $number }
staff-act-correction = corrected with ledger entry { $number }
staff-act-project = moved or changed project { $number }
staff-act-item = changed item { $number } of the plan
staff-act-published = published the list of the year or a review
staff-act-argued = no. { $number }: opened a deliberation
staff-act-ended-arguing = no. { $number }: ended a deliberation early
staff-act-minuted = no. { $number }: wrote the minutes
staff-act-service-answer = answered a question about service { $number }
staff-act-entry-answer = answered a question about ledger entry { $number }
staff-act-poll = poll { $number }: opened
staff-act-poll-said = poll { $number }: said what comes of it
staff-act-broadcast = notice { $number }: wrote it
staff-act-confirmed = notice { $number }: agreed that it goes out

staff-act-planned-confirmed = planned notice { $number }: agreed that it goes out
staff-act-signup-opened = sign-up { $number }: opened
staff-act-signup-changed = sign-up { $number }: changed
staff-act-signup-cancelled = sign-up { $number }: called off
staff-act-thing-removed = item { $number } (found, lost or to give away): took it down
staff-act-signups-stopped = “{ $about }”: stopped sign-ups
staff-act-signups-used = “{ $about }”: uses sign-ups again
staff-act-polls-stopped = “{ $about }”: stopped polls
staff-act-polls-used = “{ $about }”: uses polls again

help-roles =
    /role give somebody a role: who, where, from when to when; or take it
help-audit =
    /audit who had which role, and what the staff did

### Refusals

refused-grant-gone = I can’t find them. Send /role for the list.
refused-not-for-you-to-give = Only the { -committee } can give or take this role.
refused-role-starts-in-the-past = It can begin today or later.
refused-role-ends-before-it-starts = The last day is before the first. Choose a later one.
refused-role-too-long = That is too far away: five years at most. Skip it if there is no end.
refused-building-needed = A resident lives in a building: say which.
refused-role-for-all-of-it = This role is for the whole estate, not for a part of it. Captains, volunteers, grid workers, { -moderator }s and mediators can have a part.
refused-role-place-unknown =
    { $there ->
        [units] Building { $building } has no such unit. { $units ->
            [0] Nobody listed any units of it yet.
           *[other] There are: { $units }.
        }
        [both] I can’t find “{ $words }”. Grids: { $grids }. Buildings: { $buildings }.
        [grids] I can’t find “{ $words }”. Grids: { $grids }.
        [buildings] I can’t find “{ $words }”. Buildings: { $buildings }.
       *[nothing] I can’t find “{ $words }”. This estate has no buildings or grids yet, so choose the whole estate; or send /places first.
    }
refused-role-for-whole-buildings = A mediator has whole buildings, not single units. Write “building 3”, or choose a grid or the whole estate.
refused-role-place-gone = That place is no longer in use, or gone. Choose another one.
refused-outside-your-places =
    { $part ->
        [grid] This is not in your part of the estate: you look after the buildings of grid “{ $grid }”.
        [building] This is not in your part of the estate: you look after Building { $building }.
        [stairwell] This is not in your part of the estate: you look after Building { $building }, unit { $unit }.
       *[several] This is not in your parts of the estate. Send /mine and press “My roles” to see which they are.
    }
refused-not-for-all-of-it =
    { $part ->
        [grid] This concerns the whole estate, or names no building. You look after the buildings of grid “{ $grid }”.
        [building] This concerns the whole estate, or names no building. You look after Building { $building }.
        [stairwell] This concerns the whole estate, or names no stairwell. You look after Building { $building }, unit { $unit }.
       *[several] This concerns the whole estate, or names no building. Send /mine and press “My roles” to see which parts are yours.
    }
refused-not-a-person = “{ $words }” does not look like a @name. Write it like @zhangsan, or choose “Send a link”.
refused-nobody-quoted = I can’t tell who said that. Send /role, then write a @name or choose “Send a link”.
refused-has-this-role = They are that already.
refused-waits-for-them = They were asked already and have not answered.
refused-speaks-for-another = One person speaks for one side only: the { -committee }, the { -property } or the { -owners }. End the other first.
refused-too-many-offers = { $n } offers wait for an answer. Wait a little, or take some back.
refused-not-your-offer = Somebody else was asked, not you.
refused-own-link = This link is for somebody else: pass the message on to them.
refused-offer-gone = This was used or taken back. If you’d like to, let them send you a new one.
refused-offer-lapsed = A week went by: it does not count any more. If you’d like to, let them send you a new one.
refused-role-over = It is over already.
refused-only-config-takes = { $name } stands in the settings file and cannot be taken off here. Whoever runs the bot can change the settings and restart it.
refused-role-is-over = This needs a role, and yours has ended. It stops here; nothing was sent.
