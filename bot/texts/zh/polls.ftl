### 小投票：问问邻居的意见。群里是一张投票，点一下就行；从来不是正式表决。

command-polls = 小投票：在问的和问过的
command-poll = 发起小投票
help-polls = /poll 发起小投票：问一句、几个选项，发到楼里的群；到期自动截止，请您说说怎么办。/polls 看在问的和问过的

# ---- 群里的投票
poll-advice-named = （听听意见，不是正式表决；记名）
poll-advice-anonymous = （听听意见，不是正式表决；不记名）
poll-above = 🗳 <b>小投票{ $number }</b> · { $body }{ $who }想听听大家的意见
poll-above-until = { $day }晚上8点截止，之前可以改、可以收回。
poll-about-wish = 关于第{ $number }件
poll-about-project = 关于项目{ $number }“{ $name }”
poll-how-named = 记名：谁选了什么，点开投票就看得到，{ -committee }也看得到。
poll-how-anonymous = 不记名：谁选了什么，谁也看不到，{ -committee }也看不到。
poll-how-several = 可以选几项。
poll-how-hidden = 结果到截止以后才看得到。
poll-how-advice = 这是听听意见，不是正式表决。

# ---- 结果
poll-option = ▫️ { $option }
poll-option-bar = { $bar } { $option } · { $n }人 · { $percent }%
poll-option-none = ▫️ { $option } · 0人
poll-people = 一共{ $n }人答了。
poll-nobody = 没有人答。
poll-missing = 投票里另外还有{ $n }份回答没算进来：用群的名义答的，或者我不在线时答的，我不知道是谁。
poll-result-head = 🗳 <b>小投票{ $number }截止了</b>：{ $question }
poll-late = { $day }晚上8点就截止了，那时我不在线，现在才说，对不起。
poll-result-wait = { $body }看过以后，会在这里说怎么办。
poll-statement-please = 大家等着听怎么办。请写几句，再定一个回头看的日子。
poll-stated-already = 已经说过怎么办了。

# ---- 列表和一次小投票
polls-head = { $n ->
    [0] <b>{ $estate }</b> · 小投票
   *[other] <b>{ $estate }</b> · 小投票 · { $n }次
}
polls-empty = 还没有问过。
poll-row-runs = 🗳 小投票{ $number } · { $question } · { $day }晚上8点截止 · { $n }人答了
poll-row-runs-hidden = 🗳 小投票{ $number } · { $question } · { $day }晚上8点截止，之后看结果
poll-row-closed = 小投票{ $number } · { $question } · { $n }人答了，最多的是{ $most }
poll-row-nobody = 小投票{ $number } · { $question } · 截止了，没有人答
poll-row-stated = 小投票{ $number } · { $question } · { $body }说：{ $words }
poll-row-cancelled = 小投票{ $number } · { $question } · 不问了
poll-head = 🗳 <b>小投票{ $number }</b>：{ $question }
poll-runs = 正在问，{ $day }晚上8点截止。在楼里的群里答。
poll-is-closed = { $day }截止了。
poll-was-cancelled = 不问了：{ $reason }
poll-by = —— { $body }{ $who }
poll-statement = 💬 { $body }{ $who }说怎么办：
    { $words }
poll-statement-again = 💬 后来，{ $body }{ $who }说：
    { $words }
poll-review-on = { $day }回头看。
poll-voters-head = 小投票{ $number }，谁选了什么：{ $question }
poll-voters-option = <b>{ $option }</b> · { $n }人：{ $names }
poll-voters-more = 还有{ $n }人。
poll-voter-forgotten = 一位邻居
button-poll-number = 看小投票{ $number }
button-poll-look = 看小投票{ $number }
button-poll-there = 去群里答
button-poll-voters = 谁选了什么
button-poll-cancel = 不问了
button-poll-state = 说说怎么办
button-poll-state-again = 说说后来怎么样
button-poll-about = 小投票

# ---- 说一次的
poll-cancelled-group = 🗳 小投票{ $number }不问了：{ $question }
    { $body }{ $who }说：{ $reason }
    已经答的不算数，谢谢答过的邻居。
poll-posted-again = 🗳 群升级了，上面那张小投票{ $number }点不了了，我重新发了一张。答过的不用再答。
poll-stated-head = 🗳 <b>小投票{ $number }以后</b>：{ $question }
poll-reminder = 🗳 小投票{ $number }还没听到您的意见：{ $question }
    { $day }晚上8点截止，在楼里的群里点一下就行。不想答也没关系，这是听听意见，不是正式表决。
poll-reminder-group = 🗳 这件还在问，{ $day }晚上8点截止。还没答的点一下就行。
poll-refused-by-group = “{ $title }”里发不了小投票{ $number }（{ $question }）：这个群不让发投票。请{ -moderator }在群的权限里打开“投票”，再重新发起；别的群不受影响。
poll-statement-wanted = { $days ->
   *[other] 小投票{ $number }截止{ $days }天了，还没说怎么办：{ $question } 大家等着呢。
}
poll-review-due = 📅 小投票{ $number }到了回头看的日子：{ $question }
    当时说：{ $words }
    后来怎么样了？跟大家说一声。
card-poll-runs = 🗳 正在问大家：{ $question } 小投票{ $number }，{ $day }截止
card-poll-closed = 🗳 小投票{ $number }：{ $n }人答了，最多的是{ $most }
card-poll-nobody = 🗳 小投票{ $number }：没有人答
card-poll-stated = 🗳 小投票{ $number }以后，{ $body }说：{ $words }

# ---- 发起
placeholder-poll = 想问大家什么？
placeholder-poll-options = 一行一个选项
poll-ask-question = 想问大家什么？一句话，最多200个字。例如：楼道刷什么颜色？
poll-ask-options = 有哪些选项？一行一个，可以一次写完；2到12个，每个最多100个字。
button-poll-option-off = 去掉最后一项
poll-ask-several = 每人选几项？
button-poll-one = 只选一项
button-poll-several = 可以选几项
poll-ask-names = 记名吗？记名的，群里和{ -committee }都看得到谁选了什么；不记名的，谁也看不到。投票里会写明白。
button-poll-anonymous = 不记名
button-poll-named = 记名
poll-ask-shown = 答的时候看得到别人怎么答吗？
button-poll-shown = 答了就看得到
button-poll-hidden = 截止后才看得到
poll-ask-groups = 发到哪几个群？不要的点一下去掉。
poll-ask-until = { $days ->
   *[other] 问到哪天？到那天晚上8点截止，最远{ $days }天。
}
poll-ask-about = 关于哪一件心愿？写编号，例如：12。都不是就跳过。
poll-preview = 这样发，对吗？
poll-preview-question = <b>{ $question }</b>
poll-preview-wish = 关于第{ $number }件“{ $words }”
poll-preview-groups = 发到：{ $groups }
poll-preview-after = 截止以后，请您说说怎么办，也会定一个回头看的日子。发出去以后问题和选项不能改，只能不问。
button-poll-post = 发到群里
button-poll-change-question = 改问题
button-poll-change-options = 改选项
button-poll-change-several = 改选几项
button-poll-change-names = 改记名
button-poll-change-shown = 改结果
button-poll-change-groups = 改群
button-poll-change-until = 改日期
button-poll-change-about = 改关于哪一件
poll-opened = 小投票{ $number }发出去了：{ $question } { $day }晚上8点截止，到时候告诉您结果。

# ---- 不问了、怎么办
poll-ask-reason = 小投票{ $number }不问了，为什么？这句话会发到群里。
poll-preview-cancel = 小投票{ $number }不问了，已经答的也不算数，不能再开。对吗？{ $question }
poll-cancel-done = 小投票{ $number }不问了，群里说过了。
placeholder-poll-statement = 怎么办？
poll-ask-statement = 小投票{ $number }以后怎么办？{ $question } 写给大家看，最多1500个字。
poll-ask-went-on = 小投票{ $number }以后，后来怎么样了？{ $question } 写给大家看，最多1500个字。
poll-ask-review = 哪天回头看看办得怎么样？到那天我来提醒。
poll-ask-review-again = 还要再回头看吗？哪天？不用就跳过。
poll-preview-statement = 小投票{ $number }以后这样说，发到问过的群里，对吗？{ $question }
poll-statement-done = 小投票{ $number }怎么办，群里说过了。

refused-poll-gone = 没找到这次小投票。
refused-poll-not-found = 没找到小投票{ $number }。用 /polls 看看有哪些。
refused-poll-over = 小投票{ $number }已经截止，或者不问了。
refused-poll-running = 小投票{ $number }还在问，截止以后再说怎么办。
refused-poll-cancelled = 小投票{ $number }不问了，没有结果可说。
refused-poll-stated = 刚刚有人说过小投票{ $number }怎么办了，先看看。用 /polls 打开。
refused-poll-too-short = 离截止不到一小时，大家来不及看到。请选晚一点的日子。
refused-same-option = “{ $words }”已经有了，换一个说法。
refused-too-few-options = { $least ->
   *[other] 至少要有{ $least }个选项，大家才有得选。
}
refused-too-many-options = { $most ->
   *[other] 最多{ $most }个选项，多的请合并一下。
}
refused-no-groups-to-ask = 还没有楼群可以发。先在楼里的群用 /bind 接好，再来发起。
refused-names-not-asked = 小投票{ $number }是不记名的，谁选了什么谁也不知道。
refused-wish-not-for-all = 第{ $number }件邻居们看不到，不好拿来问大家。
