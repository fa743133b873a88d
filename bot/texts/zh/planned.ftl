### 预定公告：什么时候发、放假怎么办、发送日历；范本。

command-calendar = 发送日历：接下来要发什么
command-templates = 公告的范本
help-calendar = /calendar 看接下来四个星期要发什么，可以跳过一次、改时间、停掉；/templates 常用的话存成范本，空着的地方到时候再填。要过后发、按时重复发，发公告的最后一步按“什么时候发”

planned-ask-repeat = 什么时候发？
button-repeat-now = 现在
button-repeat-once = 过后发一次
button-repeat-daily = 每天
button-repeat-workdays = 每个工作日
button-repeat-weekly = 每周
button-repeat-monthly = 每月
planned-ask-day = 哪天发？可以连时间一起写，比如“周五上午9点”。
planned-ask-first = 第一次哪天发？以后就照这一天排。可以连时间一起写，比如“周五上午9点”。
planned-ask-time = 几点发？
planned-ask-day-off = 碰上放假怎么办？
button-day-off-same = 照发
button-day-off-before = 提前到前一个工作日
button-day-off-after = 推到后一个工作日
button-day-off-leave-out = 那次不发
planned-ask-until = 发到哪天为止？不定就跳过，什么时候停您说了算。

button-planned-when = 🗓 什么时候发
button-planned-time = 改几点
button-planned-day-off = 放假怎么办
button-planned-until = 发到哪天为止
button-planned-plan = ✅ 定下来
button-planned-save = ✅ 就这样改

planned-rule-once = 🗓 { $day } { $time }发一次
planned-rule-daily = 🗓 每天{ $time }，从{ $day }起
planned-rule-workdays = 🗓 每个工作日{ $time }，从{ $day }起
planned-rule-weekly = 🗓 每{ $weekday }{ $time }，从{ $day }起
planned-rule-monthly = 🗓 每月{ $number }日{ $time }，从{ $day }起；没有这一天的月份，就在月底
planned-weekday-0 = 周一
planned-weekday-1 = 周二
planned-weekday-2 = 周三
planned-weekday-3 = 周四
planned-weekday-4 = 周五
planned-weekday-5 = 周六
planned-weekday-6 = 周日
planned-day-off-same = 碰上放假照发
planned-day-off-before = 碰上放假，提前到前一个工作日
planned-day-off-after = 碰上放假，推到后一个工作日
planned-day-off-leave-out = 碰上放假，那次不发
planned-until = 发到{ $day }为止
planned-until-stopped = 一直发，停了为止
planned-night = 🌙 { $chosen }大家在休息，改在{ $time }发。要换个时间，按“改几点”。
planned-preview-none = ⚠️ 这样选，一次也发不了。
planned-preview-row = · { $day } { $time }

planned-skipped = ⏭ 这一次跳过，不发
planned-moved = 🔀 本来排在{ $day }，改过时间
planned-doubled = { $day }那次跟前一次并在一起
planned-left-out = { $day }放假，不发
planned-left-out-named = { $day }是{ $holiday }，不发
planned-clash = { $day }放假，改在{ $on }发
planned-clash-named = { $day }是{ $holiday }，改在{ $on }发
planned-holiday = { $day }是{ $holiday }，照发

planned-card = 🗓 <b>第{ $number }个预定公告</b> · { $who } · { $whom } · { $where }
planned-emergency = 🚨 紧急的，夜里也发，会响
planned-next = 下一次：{ $day } { $time }
planned-state-proposed = ⏳ 要请另一位过目，同意一次就行，往后按时发。
planned-state-paused = ⏸ 停着：原来负责的人已经不管这件事了，要别的同事接过去。
planned-state-stopped = ✋ 停了，不再发
planned-state-over = ✅ 都发完了
planned-agreed-by = { $name }同意了
planned-sent = 已经发过{ $n }次
planned-missed-on = { $day }那次没发
planned-to = { $whom } · { $where }
planned-turn = 🗓 <b>{ $day } { $time }</b> · 第{ $number }个预定公告
planned-turn-out = 🗓 <b>{ $day }</b> · 第{ $number }个预定公告

button-planned-agree = ✅ 同意
button-planned-decline = 不发
button-planned-see = 👁 看全文
button-planned-change = ✏️ 改公告
button-planned-stop = ✋ 停掉
button-planned-stop-yes = 对，停掉
button-planned-keep = 不，留着
button-planned-take = 🙋 我来接
button-planned-now = 📢 现在发
button-planned-skip = ⏭ 跳过这一次
button-planned-unskip = ↩️ 不跳过了
button-planned-move = 🔀 改这一次的时间
button-planned-number = 第{ $number }个

planned-begun = 第{ $number }个预定公告定好了，到时候我来发。接下来要发什么：/calendar
planned-waits-for-second = 第{ $number }个预定公告写好了，要请工作群里另一位同意，同意一次就行。
planned-changed = 第{ $number }个预定公告改好了。
planned-changed-proposed = 第{ $number }个预定公告改好了，要请工作群里另一位再看一次。
planned-did-agree = 同意了，第{ $number }个预定公告到时候就发。
planned-did-decline = 第{ $number }个预定公告不发了。
planned-did-stop = 第{ $number }个预定公告停掉了，往后不再发。
planned-did-take = 第{ $number }个预定公告归您了，往后用您的名义发。
planned-did-now = 作为第{ $number }则公告发出去了。
planned-did-skip = 这一次跳过。时间没到之前，还可以改回来。
planned-did-unskip = 好，这一次照发。
planned-sure-stop = 第{ $number }个预定公告真的停掉吗？发过的都还在，往后的就不发了。
planned-kept = 第{ $number }个预定公告照旧。
planned-ask-move = 第{ $number }个预定公告，{ $day } { $time }这一次，改到哪天？可以连时间一起写，比如“周五上午9点”。

planned-missed =
    { $n ->
        [1] 😔 第{ $number }个预定公告，{ $day }那次没发：到时间的时候我不在。
       *[other] 😔 第{ $number }个预定公告有{ $n }次没发，最后一次是{ $day }：到时间的时候我不在。
    }
planned-missed-how = 隔了一天，话也许不对了，所以我没有自己补。要补就按“现在发”。
planned-reached-nobody = 😔 第{ $number }个预定公告到时间了，可是一个人也收不到，没发。
planned-unagreed = ⏳ 第{ $number }个预定公告到时间了，还没有另一位同意，这次没发。
planned-without-officer = ⏸ 第{ $number }个预定公告到时间了，{ $name }已经不管这件事了，我没发，先停着。哪位同事接过去？

calendar-head = 🗓 <b>{ $estate }</b> · 发送日历，到{ $day }为止
calendar-empty = 这四个星期没有要发的。要过后发，就按 /broadcast 写好，再按“什么时候发”。
calendar-row = <b>{ $at }</b> { $day } { $time } · “{ $words }” · { $whom }
calendar-row-out = <b>{ $at }</b> { $day } · “{ $words }”
calendar-broadcast-proposed = <b>{ $at }</b> ⏳ 第{ $number }则公告，等另一位同意 · “{ $words }”
calendar-broadcast-later = <b>{ $at }</b> { $day } { $time } · 🌙 第{ $number }则公告，天亮了发 · “{ $words }”
calendar-proposed = ⏳ 等另一位同意
calendar-paused = ⏸ 第{ $number }个预定公告停着，要人接 · “{ $words }”
calendar-further = 第{ $number }个预定公告，这四个星期轮不到 · “{ $words }”
calendar-holiday = 🏮 { $day }：{ $holiday }

templates-head = 📑 <b>{ $estate }</b> · 范本。按名字就看全文；空着的地方用的时候再填。
templates-row = <b>{ $name }</b> { $words }
template-head = 📑 <b>{ $name }</b>
template-by = { $name }存的
template-along = 我带来的。改了就是这个小区自己的，不影响别处。
template-blanks = { $n ->
    [0] 没有要填的空。
   *[other] 用的时候要填{ $n }处。
}
template-preview = 📑 存成范本“{ $name }”：
template-kept = 范本“{ $name }”存好了。发公告的时候按“用范本”就找得到。
template-sure-remove = 范本“{ $name }”真的删掉吗？发过的公告都还在。
template-removed = 范本“{ $name }”删掉了。
template-stays = 范本“{ $name }”留着。
template-ask-which = 用哪个范本？
template-ask-name = 范本叫什么？几个字就行，比如“停水”。
template-ask-words = 范本的话写下来发给我。要到时候再填的地方，写成 ___，或者 {"{"}哪天{"}"} 这样。
template-ask-other = 另一种话的也写下来，空的地方一样多、先后一样，填一次两边都有。不要就跳过。
button-template-new = ➕ 新写一个
button-template-save = ✅ 存下来
button-template-name = 改名字
button-template-use = 📢 用它发公告
button-template-change = ✏️ 改范本
button-template-remove = 🗑 删掉
button-template-remove-yes = 对，删掉
button-template-keep = 不，留着
button-broadcast-template = 📑 用范本
button-broadcast-keep-template = 📑 存成范本
broadcast-preview-template = 📑 同时存成范本“{ $name }”

refused-planned-gone = 这个预定公告看不到了。
refused-planned-in-past = 这个时间已经过了，换一个往后的。
refused-planned-until-too-soon = 最后一天比第一天还早，换一个往后的日子。
refused-planned-over = 第{ $number }个预定公告已经停了或者发完了。
refused-planned-not-proposed = 第{ $number }个预定公告不用再同意了。
refused-planned-not-paused = 第{ $number }个预定公告不用谁来接。
refused-planned-turn-gone = 这一次已经过了，或者本来就不发。看看 /calendar
refused-planned-turn-out-of-order = 这样就跟前一次或者后一次颠倒了，选一个在它们中间的时间。
refused-planned-nothing-missed = 第{ $number }个预定公告没有要补的，也许别的同事已经补了。
refused-too-many-planned = 已经定了{ $most }个，太多了。先停掉几个用不着的：/calendar
refused-template-gone = 这个范本看不到了。
refused-template-name-taken = 已经有一个叫“{ $name }”的范本了，换个名字。
refused-too-many-templates = 范本最多{ $most }个，先删掉几个用不着的：/templates
refused-template-too-long = 范本太长了：一种话最多{ $most }个字，现在{ $chars }个。
refused-template-blanks-differ = 两种话里空的地方要一样多：现在中文{ $zh }处，英文{ $en }处。
