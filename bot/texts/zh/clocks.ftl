### 三类三级、办事的日子：分类、停着、改期、过期。

category-gone = 💬 { $key }

matter-demand = 要解决的事
matter-talk = 邻里之间
matter-expression = 说说心里话
level-committee = { -committee }
level-sub-district = 街道
level-above = 街道以上

button-triage = 归归类
button-unticked = { $label }
triage-head = 第{ $number }件归在哪儿：
triage-matter = 是什么：{ $matter }
triage-levels = 谁来办：{ $levels }
triage-category = 分类：{ $category }
triage-how = 点一下就改，“谁来办”可以选几个。只有“要解决的事”才有答复的日子。

wish-filed-undated = 记好了，第{ $number }件。有人接话，我就告诉您。
wish-filed-voice-undated = 记好了，第{ $number }件。有人会把它写成一句话，写好了给您看。

card-taken-undated = 👋 { $name }在办
card-stands-still = ⏸ 正在问提的人，等回话了再算日子
card-moved = 🔁 改期了：原来说{ $day }前办好

missed-first-answer = 还没有头一次答复
missed-decision = 还没有定下来
missed-promise = 答应的没有办好
missed-returned = 退回来的还没有回音
desk-missed = ⚠️ 过了{ $day }：{ $what }
desk-missed-up = ⏫ 过了{ $day }：{ $what }，已经报给{ $level }
desk-matter = 🏷 { $matter }，不算日子
desk-levels = 🏷 谁来办：{ $levels }
desk-went-up =
    ⏫ 第{ $number }件过了{ $day }：{ $what }。现在往上报给{ $level }。
    <blockquote expandable>{ $wish }</blockquote>
desk-went-up-told = 已经告诉：{ $names }
desk-went-up-untold = 还没按过“开始”，我没法告诉，请当面转告：{ $names }
desk-went-up-nobody = 名单里没有写{ $level }的人，请{ -committee }转告。
desk-unknown-year = 📅 { $year }年的放假安排我还不知道：调休没法算，周末当休息，节日按日历算。放假通知出来以后，请管机器人的人更新一次，或者把日子写进 config.yaml 的 workdays。

notice-missed =
    { $estate }第{ $number }件过了{ $day }：{ $what }。照规矩报给{ $level }，请您过问一下。
    <blockquote expandable>{ $wish }</blockquote>
notice-missed-carry =
    第{ $number }件过了{ $day }：{ $what }。名单里没有写{ $level }的人，请您转告他们。
    <blockquote expandable>{ $wish }</blockquote>
notice-missed-committee = { $estate }第{ $number }件（{ $category } { $place }）过了{ $day }：{ $what }。照规矩报给{ $level }，请您过问一下。原话只给{ -committee }看，请问他们。
notice-moved =
    第{ $number }件改期了：{ $body }{ $name }原来答应{ $before }前办好，现在改到{ $day }前。为什么：“{ $words }”
    <blockquote expandable>{ $wish }</blockquote>
digest-moved = · 第{ $number }件“{ $wish }”改期了：{ $body }{ $name }把{ $before }改到{ $day }前。为什么：“{ $words }”

button-move = 改期
move-ask-day = 第{ $number }件答应了{ $day }前办好。改到哪天？只能改这一次。
move-ask-reason = 为什么改期？大家都看得到。
move-preview = 第{ $number }件从{ $before }改到{ $day }，对吗？改了就不能再改，跟着的人都会知道。
placeholder-move = 为什么改期

refused-last-level = 总要有人来办，至少留一个。
refused-promise-too-far = 答应的日子最多{ $days }天以内。要更久，请选“先记着，过些日子再议”。
refused-moved-already = 第{ $number }件已经改过一次期了，不能再改。办好了就报办好，一时办不了请选“先记着”。
refused-too-late-to-move = 第{ $number }件的日子已经过了，不能再改期。办好了就报办好，一时办不了请选“先记着”。
refused-reason-to-move = 第{ $number }件要改期，请写一句为什么，大家都看得到。
refused-nothing-to-move = 第{ $number }件现在没有答应的日子，没有什么可改的。
more-step-classed = 🗂 { $body }{ $name }归到“{ $what }”
more-step-unclassed = 🗂 { $body }{ $name }从“{ $what }”里拿掉了

office-head = 🏛 <b>{ $estate }</b>，{ $day }，报给{ $level }的单子
office-to-decide = <b>请您定的{ $n }件</b>
office-overdue = <b>过期的{ $n }件</b>
office-overdue-by = { $body }：{ $n }件，{ $numbers }{ $more ->
    [0] { "" }
   *[other] 等
}，最早的是{ $longest }的
office-nobody = 没人接
office-bounced = <b>转来转去、退回来的{ $n }件</b>
office-row = 第{ $number }件 “{ $words }”，{ $state }
office-row-committee = 第{ $number }件（{ $category } { $place }），{ $state }。原话只给{ -committee }看。
office-more = 还有{ $n }件
office-foot = 一个工作日一张，没有事就不发。细节请问{ -committee }。
