### 项目单：几件心愿并成一个事项，有日子、有人管、有钱的来路。年初项目单、每季回头看、答应的日子。

command-plan = 今年打算办什么，哪天办好
command-promises = 答应的日子，做到了多少
command-item = 把心愿列成一个事项
command-yearlist = 发年初的项目单
command-review = 每季回头看
help-plan =
    /item 把几件心愿列成一个事项，比如 /item 3 看事项3
    /yearlist 发年初的项目单
    /review 每季回头看，发到各个群

tier-now = 马上办
tier-soon = 近期办
tier-later = 以后争取
item-state-planned = 还没动手
item-state-under-way = 正在办
item-state-done = 办好了
item-state-dropped = 拿掉了
item-no-day = 先不定日子
item-named = 事项{ $number }“{ $name }”

item-row = 事项{ $number } { $name } · { $day }前 · { $owner } · { $state }
item-row-late = ⚠️ 事项{ $number } { $name } · 原来说{ $day }前 · { $owner } · { $state }
item-row-undated = 事项{ $number } { $name } · { $owner } · { $state }
item-row-done = ✅ 事项{ $number } { $name } · { $owner }

item-head = 📋 <b>事项{ $number }</b>：{ $name }
item-plan = { $tier } · { $day }前 · { $owner }负责
item-plan-undated = { $tier } · { $owner }负责
item-wishes = 来自{ $numbers }
item-state = 现在：{ $state }
item-late = ⚠️ 日子过了，还没办好
item-why = 原因：“{ $words }”
item-cost = 💰 要花{ $total }
item-cost-row = · { $source }出{ $amount }
item-cost-open = · 还没定谁出：{ $amount }
item-cost-nobody = · 还没定谁出

item-history = 事项{ $number }“{ $name }”的经过：
item-step = { $moment } { $body }{ $who }：{ $what }
item-step-alone = { $moment } { $what }
item-step-days = { $before } → { $day }
item-move-made = 列进项目单
item-move-changed = 改了内容
item-move-moved = 改期
item-move-wishes = 改了心愿
item-move-begun = 动手了
item-move-back = 退回去了
item-move-done = 办好了
item-move-dropped = 从项目单拿掉
item-move-resumed = 放回项目单

plan-head = { $n ->
    [0] <b>{ $estate }</b> · 项目单
   *[other] <b>{ $estate }</b> · 项目单 · { $n }项
}
plan-empty = 项目单还空着。心愿定下来要办，就会列在这里，写上日子。
plan-empty-filter = 这一类还没有。
plan-more = 还有{ $n }项
plan-tier = <b>{ $tier }</b> · { $n }项
plan-post-head = 📋 <b>项目单有变化</b> · { $day }
plan-changed-made = 🆕 事项{ $number }“{ $name }”列进来了
plan-changed-changed = ✏️ 事项{ $number }“{ $name }”改了内容
plan-changed-moved = 📅 事项{ $number }“{ $name }”改到{ $day }前：“{ $words }”
plan-changed-moved-undated = 📅 事项{ $number }“{ $name }”先不定日子：“{ $words }”
plan-changed-wishes = ✏️ 事项{ $number }“{ $name }”改了心愿
plan-changed-begun = ▶️ 事项{ $number }“{ $name }”动手了
plan-changed-back = ↩️ 事项{ $number }“{ $name }”退回去了
plan-changed-done = ✅ 事项{ $number }“{ $name }”办好了
plan-changed-dropped = ✖️ 事项{ $number }“{ $name }”拿掉了：“{ $words }”
plan-changed-resumed = ↩️ 事项{ $number }“{ $name }”放回来了

card-item = 📋 列进项目单：事项{ $number }“{ $name }”，{ $day }前
card-item-undated = 📋 列进项目单：事项{ $number }“{ $name }”
notice-planned = 第{ $number }件列进项目单了：事项{ $item }“{ $name }”，{ $owner }负责，{ $day }前办好。
notice-planned-later = 第{ $number }件列进项目单了：事项{ $item }“{ $name }”，以后争取办。

button-plan = 看项目单
button-plan-all = 全部
button-plan-now = 马上办
button-plan-soon = 近期办
button-plan-later = 以后争取
button-plan-done = 办好的
button-plan-xlsx = 表格文件
button-plan-html = 打印的页面
button-item-number = 事项{ $number }
button-item-look = 看这个事项
button-item-history = 经过
button-item-undo = 撤回
button-item-move = 改日子
button-item-wishes = 改心愿
button-item-money = 改钱
button-item-owner = 换谁负责
button-item-name = 改名字
button-item-drop = 拿掉
button-item-resume = 放回项目单
button-item-new = 新的事项
button-item = 事项{ $number } { $name }
button-to-plan = 列进项目单
button-tier-now = 马上办（45天内）
button-tier-soon = 近期办（一年内）
button-tier-later = 以后争取
button-no-day = 先不定日子
button-no-money = 不花钱，或者还不知道

item-ask-which = 列成新的事项，还是并进哪一个？
item-ask-wishes = 把哪几件心愿列成一个事项？写号码，比如“3、5”。
item-ask-all-wishes = 事项{ $number }“{ $name }”现在是{ $numbers }。应当是哪几件？写上全部号码，比如“3、5”。
item-ask-name = 这个事项叫什么？一句话，比如“换3号楼走廊的灯”。
item-ask-tier = 什么时候办？
item-ask-day = { $tier }：哪天前办好？最远{ $days }天。
item-ask-owner = 谁负责？
item-ask-funding = 要花多少钱，谁出？比如“政府10万，居民2万”。还没定谁出，就只写“12万”。
placeholder-funding = 比如：政府10万，居民2万
item-ask-words = 要补一句吗？没有就按“跳过”。
item-ask-why-day = 为什么改日子？大家看得到。
item-ask-drop = 事项{ $number }“{ $name }”为什么拿掉？大家看得到。
item-preview = 列进项目单，对吗？<b>{ $name }</b>
item-preview-told = 15分钟后发到各个群，跟着这些心愿的人我去告诉。
item-preview-join = 并进事项{ $number }“{ $name }”，对吗？
item-preview-change = 事项{ $number }“{ $name }”改成这样，对吗？
item-preview-moved = 📅 { $before } → { $day }
item-preview-wishes = 事项{ $number }“{ $name }”是{ $numbers }，对吗？
item-preview-joined = 加进来：{ $numbers }
item-preview-away = 拿出去：{ $numbers }
item-preview-drop = 事项{ $number }“{ $name }”从项目单拿掉，对吗？心愿都还在。
item-made = 事项{ $number }“{ $name }”列好了。{ $minutes }分钟后发到各个群，这之前撤得回来。
item-changed = 事项{ $number }“{ $name }”改好了。
item-dropped = 事项{ $number }“{ $name }”从项目单拿掉了。
item-resumed = 事项{ $number }“{ $name }”放回项目单了。
item-undone = 事项{ $number }“{ $name }”撤回了，没有人看到。

plan-file-comes = 文件这就来
plan-file-xlsx = { $estate }的项目单，表格
plan-file-html = { $estate }的项目单，打开就能打印
plan-file-title = { $estate } · 项目单
plan-file-sheet = 项目单
plan-file-made = 到{ $day }为止
plan-file-money = { $amount }
plan-file-day = { $day }
plan-column-number = 事项
plan-column-name = 名字
plan-column-tier = 什么时候
plan-column-day = 哪天前
plan-column-owner = 谁负责
plan-column-state = 办到哪儿了
plan-column-cost = 要花（元）
plan-column-government = 政府出
plan-column-enterprise = 企业出
plan-column-society = 社会出
plan-column-residents = 居民出
plan-column-open = 还没定谁出
plan-column-wishes = 哪几件心愿
plan-column-total = 合计

promises-head = 🤝 <b>{ $estate }</b> · 答应的日子
promises-early = 这个群刚开始用，满四个星期再在这里说数。每件心愿的日子，发 /wish 加号码就看得到。
promises-for-staff = （还没满四个星期，只有答复的人看得到）
promises-empty = 还没有答应过日子。
promises-sum = 一年来答应了{ $n }次
promises-counts = ✅ 做到{ $kept } · 📅 改期{ $moved } · ⏰ 没做到{ $missed } · ⏳ 还没到{ $open } · 不用办了{ $lifted }
promises-of = { $body }：✅ { $kept } · 📅 { $moved } · ⏰ { $missed } · ⏳ { $open } · 不用办了{ $lifted }
promises-foot = 到日子报办好了才算做到，住户说“还没好”的不算。
promises-fate = <b>{ $fate }</b> · { $n }次
promises-body = <b>{ $body }</b>
promises-row = 第{ $number }件 “{ $words }”，{ $day }
promises-row-moved = 第{ $number }件 “{ $words }”，{ $day } → { $to }
fate-kept = 做到了
fate-moved = 改期
fate-missed = 没做到
fate-open = 还没到
fate-lifted = 不用办了
button-fate = { $fate } { $n }
button-promises-all = 返回总数

year-list-head = 🧧 <b>{ $year }年项目单</b>
year-list-ask-which = 哪几项列进去？按号码，再按“好了”。
review-head = 🔎 <b>{ $year }年第{ $quarter }季度回头看</b>
review-ask = 事项{ $number }“{ $name }”，这一季办得怎么样？一句话。还剩{ $n }项。
review-ask-again = 每一项都说过了。
review-ask-words = 最后总的说一句吗？没有就按“跳过”。
button-nothing-new = 没有新的
button-review-anew = 重新说一遍
publication-ask-words = 开头说一句吗？没有就按“跳过”。
publication-preview = 这样发到各个群，对吗？
publication-tier = <b>{ $tier }</b>
publication-row = 事项{ $number } { $name } · { $day }前 · { $owner } · { $state }
publication-row-undated = 事项{ $number } { $name } · { $owner } · { $state }
publication-said = “{ $words }”
publication-total = 💰 一共要花{ $total }
publication-by = —— { $body }{ $name }
publication-done = 发到了{ $n }个群。
publication-again = 已经发过，{ $n }个群里的那一条改好了。
review-added = 🆕 这一季新列的：{ $items }
review-dropped = ✖️ 这一季拿掉的：{ $items }

refused-item-gone = 没找到这个事项。
refused-item-not-found = 没找到事项{ $number }。发 /plan 看看都有哪些。
refused-wish-planned = 第{ $number }件已经在事项{ $item }里了。
refused-wish-not-to-plan = 第{ $number }件已经了结，或者大家看不到，列不进项目单。
refused-tier-needs-day = 马上办、近期办，都要说好哪天。
refused-day-beyond-tier = 太远了，这一类最远{ $days }天。请写近一点，或者返回换一类。
refused-not-funding = “{ $words }”我读不出谁出多少。请写“政府10万，居民2万”，或者只写“12万”。
refused-item-over = 事项{ $number }已经办好或者拿掉了，改不了。
refused-item-stands = 事项{ $number }就在项目单上。
refused-item-is-out = 事项{ $number }已经告诉大家了，撤不回来。可以按“拿掉”，说一句为什么。
refused-nothing-changed = 跟原来一样，什么都没改。
refused-nothing-planned = 项目单还空着，没有可发的。先用 /item 列一个事项。

mydata-section-item-steps = 您动过的项目单事项：{ $n }次
mydata-section-plan-publications = 您发的年初项目单和回头看：{ $n }份
