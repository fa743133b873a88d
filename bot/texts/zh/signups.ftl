### 接龙报名：谁来，来几个，名额满了谁候补。

command-signups = 接龙报名：有什么活动，我报了哪些
command-signup = 发起一个接龙
help-signups =
    /signup 发起接龙：什么事、哪天、几个名额，发到群里大家按一下就报上
    /signups 看名单、改时间、取消，替没有手机的邻居报名

signup-what = 📝 <b>接龙：{ $what }</b>
signup-when = 🗓 { $moment }
signup-where = 📍 { $where }
signup-by = 第{ $number }个接龙，{ $name }发起
signup-by-nobody = 第{ $number }个接龙
signup-places = 名额：{ $n }个
signup-places-any = 名额：不限
signup-closes = ⏰ 报名到{ $moment }为止
signup-closes-at-start = ⏰ 报名到开始的时候为止
signup-guests = 每人最多带{ $n }人
signup-guests-none = 各报各的，不带人
signup-names-shown = 群里写名字
signup-names-hidden = 群里只写人数
signup-taken = 已经有{ $n }人
signup-left = 已经有{ $n }人，还剩{ $left }个名额
signup-full = 名额满了，一共{ $n }人
signup-waiting = 候补{ $n }人
signup-closed = 报名截止了。
signup-cancelled = ❌ 取消了：{ $words }
signup-name = { $at }. { $name }
signup-name-with = { $at }. { $name }，带{ $n }人
signup-more = ……还有{ $n }位
signup-those-waiting = 候补：
signup-own-in = { $n ->
    [0] ✅ 您报上了，第{ $at }个。
   *[other] ✅ 您报上了，第{ $at }个，带{ $n }人。
}
signup-own-waiting = { $n ->
    [0] ⏳ 您在候补，第{ $at }个。有空位就轮到您。
   *[other] ⏳ 您在候补，第{ $at }个，带{ $n }人。有空位就轮到您。
}
signup-own-guests = 您带的：{ $names }（只给发起的人看）

button-sign-in = 我报名
button-sign-plus = 带一人
button-sign-minus = 少带一人
button-sign-out = 不去了
button-sign-names = 写上孩子的名字
button-signup-look = 看第{ $number }个
button-signup-open = 发起接龙
button-signup-list = 要名单
button-signup-change = 改
button-signup-cancel = 取消这个接龙
button-signup-cancel-yes = 取消接龙
button-signup-for = 替没手机的邻居报
button-signup-for-off = { $name }不去了
button-signup-post = 发到群里
button-signup-save = 就这样改
button-signup-what = 改内容
button-signup-day = 改日子
button-signup-time = 改时间
button-signup-where = 改地点
button-signup-places = 改名额
button-signup-closes = 改截止
button-signup-guests = 能带几人
button-signup-names = 写不写名字
button-signup-chats = 发到哪些群
button-signup-any = 不限
button-signup-day-before = 前一天傍晚
button-signup-at-start = 开始的时候
button-signup-guests-none = 不带人
button-signup-guests-n = 最多{ $n }人
button-signup-names-shown = 写名字
button-signup-names-hidden = 只写人数
button-signup-alone = 一个人
button-signup-with-n = 带{ $n }人

sign-in = 报上了，您是第{ $at }个。
sign-in-with = 报上了，您是第{ $at }个，带{ $n }人。
sign-in-already = 您已经报上了，第{ $at }个。
sign-waits = 名额满了，您排在候补第{ $at }个。有空位就轮到您，我告诉您。
sign-waits-look = 名额满了，您排在候补第{ $at }个。有空位就轮到您，请看这张卡片。
sign-waits-already = 您在候补，第{ $at }个。有空位就轮到您。
sign-out = 好，您不去了。想去再按“我报名”。
sign-off-for = 好，{ $name }不去了。

signup-ask-what = 请大家来做什么？一句话就行，比如：端午包粽子，糯米粽叶都备好了。
signup-ask-day = 哪一天？时间也可以一起写，比如：周六下午两点。
signup-ask-time = 几点开始？按一个，或者直接写，比如：下午两点半。
signup-ask-where = 在哪里？比如：3号楼门口。不用写就跳过。
signup-ask-places = 有几个名额？写个数，或者不限。
signup-ask-closes = 报名到什么时候为止？按一个，或者写个日子（到那天傍晚六点）。
signup-ask-guests = 一个人能带几个人？孩子也算。
signup-ask-names = 群里的卡片上写名字，还是只写人数？名单您都看得到。
signup-ask-chats = 发到哪些群？
signup-ask-reason = 为什么取消第{ $number }个接龙“{ $what }”？我会告诉报了名的人。
signup-ask-guest-names = 您带的是谁？写名字就行，比如：小明、小红。只给发起的人看，结束60天后就删。不写就跳过。
signup-for-ask-name = 替谁报“{ $what }”？写个名字就行，比如：孙奶奶。
signup-for-ask-guests = 带几个人？
placeholder-time-of-day = 比如：下午两点半
placeholder-signup-places = 比如：20
signup-preview = 这样发到群里，对吗？
signup-preview-change = 第{ $number }个接龙改成这样，对吗？
signup-preview-groups = 发到：{ $groups }
signup-preview-cancel = 取消第{ $number }个接龙“{ $what }”，告诉报了名的{ $n }位：“{ $words }”。取消了就不能恢复，对吗？
signup-posted = 第{ $number }个接龙发到{ $n }个群了。截止的时候我把名单给您，随时也可以要。
signup-changed = 第{ $number }个接龙改好了。
signup-changed-told = 第{ $number }个接龙改好了，我会告诉报了名的{ $n }位。
signup-cancel-done = 第{ $number }个接龙取消了，我会告诉报了名的{ $n }位。
signup-for-in = 给{ $name }报上了，第{ $at }个。有变化我告诉您，请转告。
signup-for-waiting = 名额满了，{ $name }排在候补第{ $at }个。有空位我告诉您，请转告。
signup-forgotten = 结束60多天了，名单已经删掉。

signups-head = <b>{ $estate } · 接龙报名</b>
signups-none = 现在没有接龙。
signups-more = ……还有{ $n }个
signups-row-left = 第{ $number }个 · { $moment } · { $what } · 还剩{ $left }个名额
signups-row-full = 第{ $number }个 · { $moment } · { $what } · 满了，可以候补
signups-row-any = 第{ $number }个 · { $moment } · { $what }
signups-row-closed = 第{ $number }个 · { $moment } · { $what } · 截止了
signups-row-cancelled = ❌ 第{ $number }个 · { $moment } · { $what } · 取消了
signups-row-mine = ✅ 第{ $number }个 · { $moment } · { $what } · 您报上了
signups-row-waits = ⏳ 第{ $number }个 · { $moment } · { $what } · 您在候补

signup-told-for = 您替{ $name }报的，请转告：
signup-told-moved-up = 🎉 有空位了，“{ $what }”报上了。
signup-told-changed = 📢 “{ $what }”改了，请看时间地点。去不了就按“不去了”。
signup-told-cancelled = ❌ “{ $what }”（原定{ $moment }）取消了：{ $reason }
signup-told-reminder = ⏰ 提醒您一声，“{ $what }”快到了。去不了就按“不去了”，让给别人。
signup-told-left = 截止以后又有人不去了：“{ $what }”，现在一共{ $n }人。
signup-group-changed = 📢 “{ $what }”改了，请看时间地点：
signup-group-cancelled = ❌ “{ $what }”（原定{ $moment }）取消了：{ $reason }
signup-moved-up-mention = { $name }，有空位了，“{ $what }”您报上了。
signup-list = 第{ $number }个接龙“{ $what }”的名单，一共{ $n }人。
signup-file-title = 接龙：{ $what }，{ $day }
signup-file-sheet = 名单
signup-column-at = 序号
signup-column-name = 名字
signup-column-heads = 人数
signup-column-guests = 带的人
signup-column-standing = 名额
signup-column-said = 报名时间
signup-column-by = 谁替他报的
signup-column-total = 合计
signup-standing-placed = 有名额
signup-standing-waiting = 候补

refused-signup-gone = 没找到这个接龙。
refused-signup-not-found = 没有第{ $number }个接龙。发 /signups 看看都有哪些。
refused-signup-closed = 报名截止了。要去，或者去不了，请告诉发起的人。
refused-signup-cancelled = 这个接龙取消了。
refused-signup-over = 这个活动已经开始了，不能再改。
refused-not-signed-up = 您没有报名，或者没有带人，不用改。
refused-nobody-may-be-brought = 这次各报各的，不带人。
refused-no-more-may-be-brought = 每人最多带{ $most }人。
refused-no-place-for-guest = 名额满了，多带不了。您自己的还在。
refused-fewer-than-taken = 已经有{ $n }人报上了，名额不能比这个少。
refused-signup-begins-too-soon = 这个时间已经过了，请改个日子或者时间。
refused-signup-closes-too-late = 截止不能在开始以后。
refused-signup-closes-in-past = 截止的时间已经过了，请改一改。
refused-not-a-time-of-day = “{ $words }”我没看懂。请写几点，比如：下午两点半，或者14:30。
refused-not-a-place-count = “{ $words }”我没看懂。请写1到{ $most }的一个数，或者按“不限”。
refused-no-group-to-sign-up-in = 没有您能发接龙的楼群。楼组长发自己楼的群，{ -moderator }发自己管的群。
refused-not-the-organiser = 这要发起的人或者{ -committee }来。
refused-not-your-entry = 这位不是您报的，或者已经不在名单上了。
