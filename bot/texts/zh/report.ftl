### 小结：一个小区的数。还在等的、没等到的，都和答了的写在一起。

report-comes = 正在数、画图，这就来
report-span = { $first }到{ $last } · { $place }
report-whole = 全小区
report-label = { $what }
report-part = { $what }{ $n }件
report-only-number = 只剩号码的
report-no-building = 没写哪栋楼
report-matters = { $matters }
report-for-others = 替邻居提的{ $n }件：{ $ways }

report-first-answer = 头一次答复
report-decision = 定下来
report-hours = { $n ->
    [0] 不到1小时
   *[other] { $n }小时
}
report-days = { $n }天
report-wait = { $days ->
    [0] 当天
   *[other] { $days }个工作日
}（{ $clock }）
report-took = ⏱ <b>{ $what }</b>：{ $n }件，一半在{ $median }以内，九成在{ $ninety }以内。
report-took-few = ⏱ <b>{ $what }</b>：{ $n }件，最快{ $least }，最慢{ $most }。
report-took-none = ⏱ <b>{ $what }</b>：还没有。
report-waiting = 还在等的{ $n }件，最久的等了{ $longest }。{ $beyond ->
    [0] { "" }
   *[other] 其中{ $beyond }件已经比那一半等得久。
}
report-over = 没等到就撤回、撤下的{ $n }件。

report-no-promises = 🤝 这段时间没有答应过哪天。
report-promises = 🤝 答应的日子：{ $fates }。
report-fate = { $what }{ $n }个
report-promises-kept = 到了日子的，做到{ $percent }%。
report-verdicts = 🔎 好没好：问了{ $wishes }件、{ $asked }人，{ $answers }人回话：{ $found }。
report-verdicts-none = 🔎 好没好：问了{ $wishes }件、{ $asked }人，没人回话。
report-verdicts-fixed = 回话的人里，说好了的占{ $percent }%。
report-reach = 👥 楼群里认得{ $known }位邻居，提过、按过的{ $acted }位，能私下告诉的{ $told }位。没说过话、没按过的，机器人认不得。
report-silent = 🔇 这段时间没人提过的{ $n }处：{ $places }{ $more ->
    [0] { "" }
   *[other] ，另外{ $more }处在表格里
}。
report-all-spoke = 🔊 知道的{ $known }处楼道，处处有人提过。

button-report-recent = 最近30天
button-report-month = 这个月
button-report-last-month = 上个月
button-report-quarter = 这个季度
button-report-year = 今年
button-report-ever = 开头到现在
button-report-days = 自己定哪几天
button-report-whole = 全小区
button-report-building = { $place }
button-report-file = 📄 要表格文件
button-report-day = { $day }
report-ask-first = 从哪天开始？点一个，或者写：3月1日、去年12月1日。
report-ask-last = 从{ $first }开始，到哪天为止？
refused-report-not-read = 没看懂“{ $words }”是什么时候、哪栋楼。可以写：/report 上个月、/report 3月、/report 去年、/report 3月1日到3月15日，后面还可以加3号楼。
refused-report-days-ahead = 这几天还没到，数不出来。
refused-report-days-turned = 最后一天比头一天还早，请再写一次最后一天。

report-picture-title = { $estate } · 小结
report-figure-filed = 提了
report-figure-answer = 一半多久有答复
report-figure-waiting = 还没答复
report-figure-kept = 答应的，做到的
report-figure-fixed = 回话说好了
report-figure-reach = 提过、按过的邻居
report-figure-count = { $n }件
report-figure-days = { $n ->
    [0] 当天
   *[other] { $n }个工作日
}
report-figure-of = { $part } / { $whole }
report-figure-none = —
report-by-kinds = 提的是什么
report-by-matters = 哪一类
report-by-categories = 关于什么
report-by-places = 在哪儿
report-by-fates = 答应的日子
report-by-findings = 好没好

report-file-caption = { $estate }的小结，表格
report-all = 合计
report-sheet-whole = 合计
report-sheet-kinds = 提的是什么
report-sheet-matters = 哪一类
report-sheet-categories = 关于什么
report-sheet-places = 在哪儿
report-sheet-promises = 答应的日子
report-sheet-verdicts = 好没好
report-sheet-reach = 邻居
report-sheet-stairwells = 没人提过的楼道
report-sheet-others = 替邻居提的
report-column-what = 项目
report-column-filed = 提了
report-column-for-others = 其中替邻居提的
report-column-heard-came = 有过答复
report-column-heard-waiting = 还没答复
report-column-heard-over = 没等到答复就撤了
report-column-heard-median = 答复：一半在几个工作日内
report-column-heard-ninety = 答复：九成在几个工作日内
report-column-heard-hours-median = 答复：一半在几小时内
report-column-heard-hours-ninety = 答复：九成在几小时内
report-column-heard-longest-waiting = 等答复的，最久等了几个工作日
report-column-decided-came = 定下来了
report-column-decided-waiting = 还没定
report-column-decided-over = 没等到定就撤了
report-column-decided-median = 定下来：一半在几个工作日内
report-column-decided-ninety = 定下来：九成在几个工作日内
report-column-decided-hours-median = 定下来：一半在几小时内
report-column-decided-hours-ninety = 定下来：九成在几小时内
report-column-decided-longest-waiting = 等着定的，最久等了几个工作日
report-column-fate-kept = 做到了
report-column-fate-moved = 改期
report-column-fate-missed = 没做到
report-column-fate-open = 还没到
report-column-fate-lifted = 不用办了
report-column-percent = 占百分之几
report-column-count = 数目
report-column-known = 认得的
report-column-acted = 提过、按过的
report-column-told = 能私下告诉的
report-column-building = 楼
report-column-unit = 单元
report-verdict-wishes = 问了几件
report-verdict-asked = 问了几人
report-verdict-answers = 几人回话
report-others-answers = 有过几次回音
report-others-told = 转告了几次
report-note-waits = 时间只算要解决的事，从提的那天算起，当天不算工作日；小时按钟点算，夜里和放假也在内。不到5件的不算一半、九成。“一半”“九成”取的是真有人等过的那个时间。还没等到的不在里面，所以另写一栏。
report-note-promises = 到日子报办好了、住户没说还没好，才算做到。占百分之几：做到的占做到、改期、没做到三样之和；不到5个不算。
report-note-few = 不到{ $few }个的，不算百分之几。
report-note-reach = 只有在群里对机器人说过话、按过按钮，或者从群里的链接来的邻居，机器人才认得。退群的不算；在两个群里的，合计里只算一次。
report-note-stairwells = 知道的楼道一共{ $known }处：有群专门是它的，或者有人提过那里的事。没人提过、也没有群的楼道，机器人不知道。
