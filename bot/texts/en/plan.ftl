### The plan: wishes merged into items with a day, an owner and money; the year's list, the review, promised days.

command-plan = What is planned, and for when
command-promises = Which promised days were kept
command-item = Make an item of wishes
command-yearlist = Publish the year’s list
command-review = Review the quarter
help-plan =
    /item makes an item of the plan from wishes; /item 3 shows the third
    /yearlist publishes the list at the start of the year
    /review reviews the quarter in every group

tier-now = at once
tier-soon = within a year
tier-later = later
item-state-planned = not begun
item-state-under-way = under way
item-state-done = done
item-state-dropped = taken off
item-no-day = no day yet
item-named = item { $number } “{ $name }”

item-row = Item { $number } { $name } · by { $day } · { $owner } · { $state }
item-row-late = ⚠️ Item { $number } { $name } · was due by { $day } · { $owner } · { $state }
item-row-undated = Item { $number } { $name } · { $owner } · { $state }
item-row-done = ✅ Item { $number } { $name } · { $owner }

item-head = 📋 <b>Item { $number }</b>: { $name }
item-plan = { $tier } · by { $day } · { $owner }
item-plan-undated = { $tier } · { $owner }
item-wishes = Comes of { $numbers }
item-state = Now: { $state }
item-late = ⚠️ Its day has passed and it isn’t done
item-why = Why: “{ $words }”
item-cost = 💰 Costs { $total }
item-cost-row = · { $source }: { $amount }
item-cost-open = · nobody named yet: { $amount }
item-cost-nobody = · nobody is named yet who gives it

item-history = What happened to item { $number } “{ $name }”:
item-step = { $moment } { $body } { $who }: { $what }
item-step-alone = { $moment } { $what }
item-step-days = { $before } → { $day }
item-move-made = put on the plan
item-move-changed = changed
item-move-moved = moved to another day
item-move-wishes = other wishes
item-move-begun = begun
item-move-back = back again
item-move-done = done
item-move-dropped = taken off the plan
item-move-resumed = put back on the plan

plan-head = { $n ->
    [0] <b>{ $estate }</b> · plan
    [1] <b>{ $estate }</b> · plan · 1 item
   *[other] <b>{ $estate }</b> · plan · { $n } items
}
plan-empty = Nothing is on the plan yet. Once it’s settled that a wish will be done, it stands here with its day.
plan-empty-filter = Nothing of this kind yet.
plan-more = { $n } more
plan-tier = <b>{ $tier }</b> · { $n }
plan-post-head = 📋 <b>The plan has changed</b> ({ $day })
plan-changed-made = 🆕 Item { $number } “{ $name }” is on the plan
plan-changed-changed = ✏️ Item { $number } “{ $name }” was changed
plan-changed-moved = 📅 Item { $number } “{ $name }” moved to { $day }: “{ $words }”
plan-changed-moved-undated = 📅 Item { $number } “{ $name }” has no day for now: “{ $words }”
plan-changed-wishes = ✏️ Item { $number } “{ $name }” is made of other wishes
plan-changed-begun = ▶️ Item { $number } “{ $name }” has begun
plan-changed-back = ↩️ Item { $number } “{ $name }” went back
plan-changed-done = ✅ Item { $number } “{ $name }” is done
plan-changed-dropped = ✖️ Item { $number } “{ $name }” was taken off: “{ $words }”
plan-changed-resumed = ↩️ Item { $number } “{ $name }” is back on the plan

card-item = 📋 On the plan: item { $number } “{ $name }”, by { $day }
card-item-undated = 📋 On the plan: item { $number } “{ $name }”
notice-planned = No. { $number } is on the plan: item { $item } “{ $name }”, to be done by { $day } ({ $owner }).
notice-planned-later = No. { $number } is on the plan: item { $item } “{ $name }”, for later.

button-plan = See the plan
button-plan-all = All
button-plan-now = At once
button-plan-soon = Within a year
button-plan-later = Later
button-plan-done = Done
button-plan-xlsx = Table (XLSX)
button-plan-html = Page to print
button-item-number = Item { $number }
button-item-look = See this item
button-item-history = History
button-item-undo = Take it back
button-item-move = Change the day
button-item-wishes = Change wishes
button-item-money = Change money
button-item-owner = Change who does it
button-item-name = Change the name
button-item-drop = Take it off
button-item-resume = Put it back
button-item-new = A new item
button-item = Item { $number } { $name }
button-to-plan = Put on the plan
button-tier-now = At once (45 days)
button-tier-soon = Within a year
button-tier-later = Later
button-no-day = No day yet
button-no-money = Nothing, or not known yet

item-ask-which = A new item, or join one of these?
item-ask-wishes = Which wishes make one item? Write their numbers, like “3, 5”.
item-ask-all-wishes = Item { $number } “{ $name }” is made of { $numbers }. Which should it be? Write all numbers, like “3, 5”.
item-ask-name = What is the item called? One line, like “New lights in Building 3”.
item-ask-tier = When will it be done?
item-ask-day = { $tier }: by which day? { $days } days ahead at most.
item-ask-owner = Who sees to it?
item-ask-funding = What does it cost, and who pays? Like “government 100,000, residents 20,000”. If nobody is named yet, just “120,000”.
placeholder-funding = e.g. government 100,000, residents 20,000
item-ask-words = Anything to add? If not, tap “Skip”.
item-ask-why-day = Why another day? Everybody can read it.
item-ask-drop = Why is item { $number } “{ $name }” taken off? Everybody can read it.
item-preview = Put this on the plan? <b>{ $name }</b>
item-preview-told = In 15 minutes it goes to every group, and I tell those who follow these wishes.
item-preview-join = Join item { $number } “{ $name }”?
item-preview-change = Item { $number } “{ $name }” like this?
item-preview-moved = 📅 { $before } → { $day }
item-preview-wishes = Item { $number } “{ $name }” made of { $numbers }?
item-preview-joined = Joins: { $numbers }
item-preview-away = Leaves: { $numbers }
item-preview-drop = Take item { $number } “{ $name }” off the plan? Its wishes stay.
item-made = Item { $number } “{ $name }” is on the plan. In { $minutes } minutes it goes to every group; until then it can be taken back.
item-changed = Item { $number } “{ $name }” is changed.
item-dropped = Item { $number } “{ $name }” is off the plan.
item-resumed = Item { $number } “{ $name }” is back on the plan.
item-undone = Item { $number } “{ $name }” is taken back. Nobody saw it.

plan-file-comes = The file is on its way
plan-file-xlsx = The plan of { $estate }, as a table
plan-file-html = The plan of { $estate }: open it and print
plan-file-title = { $estate } · plan
plan-file-sheet = Plan
plan-file-made = As of { $day }
plan-file-money = { $amount }
plan-file-day = { $day }
plan-column-number = Item
plan-column-name = Name
plan-column-tier = When
plan-column-day = By
plan-column-owner = Who sees to it
plan-column-state = Where it stands
plan-column-cost = Cost (yuan)
plan-column-government = Government
plan-column-enterprise = Enterprises
plan-column-society = Society
plan-column-residents = Residents
plan-column-open = Nobody named yet
plan-column-wishes = Wishes
plan-column-total = Total

promises-head = 🤝 <b>{ $estate }</b> · promised days
promises-early = This group has just begun; counts are told here after four weeks. Each wish shows its own day: /wish and its number.
promises-for-staff = (Less than four weeks old: only those who answer see this)
promises-empty = No day has been promised yet.
promises-sum = { $n ->
    [1] 1 day was promised in a year
   *[other] { $n } days were promised in a year
}
promises-counts = ✅ kept { $kept } · 📅 moved { $moved } · ⏰ missed { $missed } · ⏳ still to come { $open } · not needed any more { $lifted }
promises-of = { $body }: ✅ { $kept } · 📅 { $moved } · ⏰ { $missed } · ⏳ { $open } · not needed { $lifted }
promises-foot = Kept means reported done by the day, and residents did not say “not yet”.
promises-fate = <b>{ $fate }</b> · { $n }
promises-body = <b>{ $body }</b>
promises-row = No. { $number } “{ $words }”, { $day }
promises-row-moved = No. { $number } “{ $words }”, { $day } → { $to }
fate-kept = kept
fate-moved = moved
fate-missed = missed
fate-open = still to come
fate-lifted = not needed any more
button-fate = { $fate } { $n }
button-promises-all = Back to the sums

year-list-head = 🧧 <b>The list for { $year }</b>
year-list-ask-which = Which items are in it? Tap their numbers, then “Done”.
review-head = 🔎 <b>Review of { $year }, quarter { $quarter }</b>
review-ask = Item { $number } “{ $name }”: what came of it this quarter? One line. Left: { $n }.
review-ask-again = Something is said of every item.
review-ask-words = A last word on all of it? If not, tap “Skip”.
button-nothing-new = Nothing new
button-review-anew = Say it all anew
publication-ask-words = A word to begin with? If not, tap “Skip”.
publication-preview = Post this in every group?
publication-tier = <b>{ $tier }</b>
publication-row = Item { $number } { $name } · by { $day } · { $owner } · { $state }
publication-row-undated = Item { $number } { $name } · { $owner } · { $state }
publication-said = “{ $words }”
publication-total = 💰 Costs { $total } in all
publication-by = — { $body } { $name }
publication-done = { $n ->
    [1] Posted in 1 group.
   *[other] Posted in { $n } groups.
}
publication-again = { $n ->
    [1] It was posted before; the message in 1 group is changed.
   *[other] It was posted before; the messages in { $n } groups are changed.
}
review-added = 🆕 New this quarter: { $items }
review-dropped = ✖️ Taken off this quarter: { $items }

refused-item-gone = There is no such item.
refused-item-not-found = There is no item { $number }. /plan shows those there are.
refused-wish-planned = No. { $number } is in item { $item } already.
refused-wish-not-to-plan = No. { $number } has ended, or neighbours cannot see it, so it can’t go on the plan.
refused-tier-needs-day = At once and within a year both need a day.
refused-day-beyond-tier = That’s too far off: { $days } days at most for this. Name a nearer day, or go back and choose another.
refused-not-funding = I can’t read who pays what in “{ $words }”. Write “government 100,000, residents 20,000”, or just “120,000”.
refused-item-over = Item { $number } is done or taken off, so it can’t be changed.
refused-item-stands = Item { $number } is on the plan.
refused-item-is-out = Everybody has heard of item { $number }, so it can’t be taken back. Tap “Take it off” and say why.
refused-nothing-changed = That’s as it was; nothing is changed.
refused-nothing-planned = The plan is empty, so there’s nothing to post. Make an item first: /item.

mydata-section-item-steps = What you did with items of the plan: { $n }
mydata-section-plan-publications = Year’s lists and reviews you published: { $n }
