### 每周在楼群里说一次这一周，每月定一次议程。

bulletin-head = 📰 <b>{ $place }这一周</b>：{ $filed ->
    [0] 没有新提的
   *[other] 新提{ $filed }件
}，{ $done ->
    [0] 没有办好的
   *[other] 办好{ $done }件
}
bulletin-section-done = <b>✅ 办好了</b>
bulletin-section-missed = <b>⏰ 日子过了，还没办好</b>
bulletin-section-promised = <b>📅 定了日子</b>
bulletin-section-moved = <b>💬 有回音了</b>
bulletin-section-new = <b>🌱 新提的</b>
bulletin-line-plain = 第{ $number }件 “{ $words }”
bulletin-line-missed = 第{ $number }件 “{ $words }”，原来说{ $day }前
bulletin-line-promised = 第{ $number }件 “{ $words }”，{ $day }前
bulletin-line-moved = 第{ $number }件 “{ $words }”，{ $state }
bulletin-line-hidden = 第{ $number }件现在看不到了
bulletin-more = { $n ->
    [0] { "" }
   *[other] 还有{ $n }件，按“全部”看。
}{ $overdue ->
    [0] { "" }
   *[other] 更早答应、到日子还没办好的有{ $overdue }件。
}
button-bulletin-all = 全部

command-bulletin = 简报：这一周和以前的
bulletin-pages-head = 📰 <b>{ $estate }</b> · 简报
bulletin-pages-none = 还没有简报。一周里有事，周末就在群里说一次。
bulletin-pages-never = 这里不发每周的简报。
bulletin-until = 到{ $until }为止的一周
bulletin-picture-comes = 图这就来
button-bulletin-earlier = ◀ 前一周
button-bulletin-later = 后一周 ▶
button-bulletin-picture = 📊 看图
button-bulletin-of = { $place }

chart-title = { $place } · 每周新提的和办好的
chart-filed = 新提的
chart-done = 办好的
chart-week = { $month }月{ $day }日
chart-photo = 第{ $number }件，办好了

agenda-head = 🗂 <b>{ $estate }这个月的议程</b>，{ $frozen }之前提的都算在内
agenda-supported = <b>支持最多的</b>
agenda-oldest = <b>等得最久的</b>
agenda-line-supported = 第{ $number }件 “{ $words }”，{ $n }家支持
agenda-line-oldest = 第{ $number }件 “{ $words }”，{ $day }提的
agenda-foot = 之后提的，下次{ $day }再排。细看哪一件，发 /wish 加号码。
