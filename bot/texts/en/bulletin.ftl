### The week in a building, told to its group, and the month's agenda.

bulletin-head = 📰 <b>{ $place } this week</b>: { $filed ->
    [0] nothing new
   *[other] { $filed } new
}, { $done ->
    [0] nothing done
   *[other] { $done } done
}
bulletin-section-done = <b>✅ Done</b>
bulletin-section-missed = <b>⏰ The day has passed, not done yet</b>
bulletin-section-promised = <b>📅 A day was promised</b>
bulletin-section-moved = <b>💬 There is an answer</b>
bulletin-section-new = <b>🌱 New</b>
bulletin-line-plain = No. { $number } “{ $words }”
bulletin-line-missed = No. { $number } “{ $words }”, was due by { $day }
bulletin-line-promised = No. { $number } “{ $words }”, by { $day }
bulletin-line-moved = No. { $number } “{ $words }”, { $state }
bulletin-line-hidden = No. { $number } cannot be seen any more
bulletin-more = { $n ->
    [0] { "" }
   *[other] { $n } more: press “All”.{ " " }
}{ $overdue ->
    [0] { "" }
    [one] { $overdue } promised earlier is past its day.
   *[other] { $overdue } promised earlier are past their day.
}
button-bulletin-all = All

command-bulletin = The week, and earlier ones
bulletin-pages-head = 📰 <b>{ $estate }</b> · bulletin
bulletin-pages-none = There is none yet. When something happened in a week, the group is told once, at its end.
bulletin-pages-never = No weekly bulletin is sent here.
bulletin-until = The week that ended { $until }
bulletin-picture-comes = The picture is on its way
button-bulletin-earlier = ◀ The week before
button-bulletin-later = The week after ▶
button-bulletin-picture = 📊 The picture
button-bulletin-of = { $place }

chart-title = { $place } · new and done, week by week
chart-filed = New
chart-done = Done
chart-week = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sept
    [10] Oct
    [11] Nov
   *[12] Dec
}
chart-photo = No. { $number }, done

agenda-head = 🗂 <b>This month’s agenda of { $estate }</b>: what was filed by { $frozen }
agenda-supported = <b>Most supported</b>
agenda-oldest = <b>Waiting longest</b>
agenda-line-supported = No. { $number } “{ $words }”, { $n ->
    [one] { $n } home stands behind it
   *[other] { $n } homes stand behind it
}
agenda-line-oldest = No. { $number } “{ $words }”, filed { $day }
agenda-foot = What is filed later comes next time ({ $day }). To see one, send /wish and its number.
