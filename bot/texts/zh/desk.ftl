### 办事的台面：要办的单子、早上的一张、现成的答复、几件一起答复、转给别家、照片报办好。

command-queue = 要办的
help-queue = /queue 看看哪些要办、哪些过期，几件一起答复

heading-all = 要办的
heading-new = 新来的
heading-today = 今天到期
heading-overdue = 过期的
heading-unassigned = 没人接的
heading-mine = 我手上的
button-heading = { $heading } { $n }
button-any-category = 全部分类

queue-head = { $n ->
    [0] <b>{ $estate }</b> · { $heading }
   *[other] <b>{ $estate }</b> · { $heading } · { $n }件
}
queue-head-category = { $n ->
    [0] <b>{ $estate }</b> · { $heading } · { $category }
   *[other] <b>{ $estate }</b> · { $heading } · { $category } · { $n }件
}
queue-empty = 这里没有要办的，可以歇一歇。
queue-row = 第{ $number }件 “{ $words }” · { $facts }
queue-row-committee = 🔒 第{ $number }件 “{ $words }” · { $facts }

morning-head = ☀️ <b>{ $estate }</b>，{ $day }要办的
morning-new = 新来的{ $n }件：{ $by_category }
morning-category = { $category }{ $n }
morning-overdue = ⚠️ 过期的{ $n }件：{ $numbers }
morning-today = 今天到期的{ $n }件：{ $numbers }
morning-unassigned = 没人接的{ $n }件

button-several = 几件一起答复
several-ask-which = 一起答复哪几件？点号码选上，再点一下去掉，选完按“好了”。也可以写号码，比如“3、5、8”。
several-row = 第{ $number }件 “{ $words }” · { $category }
button-all = 全选
button-none = 全不选
several-ask-kind = { $numbers }，一共{ $n }件，怎么答复？
several-preview-ask = { $numbers }，一共{ $n }件，都这样答复，对吗？
several-given = { $n }件都答复好了，我这就告诉跟着的人。
several-given-held = { $n }件都答复好了。{ $minutes }分钟后告诉跟着的人，之前还能撤回。
several-taken-back = { $n }件的答复撤回了，邻居没看到：{ $numbers }。

ready-how = 下面有现成的，按号码就行；也可以自己写。
ready-how-group = 下面有现成的，按号码就行；也可以回复这条消息，自己写。
ready-row = <b>{ $at }</b> { $words }
ready-blank = 空的地方填什么？
ready-blank-named = { $blank }？

button-refer-property = 转给{ -property }
button-refer-other = 转给别家
button-unrefer = 收回，不转了
desk-referred = ➡️ { $body }{ $name }转给{ $to }了
desk-referred-words = ➡️ { $body }{ $name }转给{ $to }了：{ $words }
referred = 第{ $number }件转给{ $to }了。
referred-told = ➡️ 第{ $number }件转给{ $to }了，{ $body }{ $name }转的。{ $names }，请看一看。
unreferred = 第{ $number }件收回来了，没有转。
refer-ask-to = 第{ $number }件转给哪家？
refer-ask-words = 要跟{ $to }交代一句吗？不用就按“跳过”。
refer-preview = 第{ $number }件转给{ $to }，对吗？
placeholder-refer = 交代一句

mydata-section-referrals = 您转给别家的：{ $n }次

refused-already-theirs = 第{ $number }件已经在{ $body ->
    [committee] { -committee }
    [owners] { -owners }
    [moderator] { -moderator }
   *[property] { -property }
}那里了，不用转。
refused-stays-there = 第{ $number }件转过两次了，就留在{ $body ->
    [committee] { -committee }
    [owners] { -owners }
    [moderator] { -moderator }
   *[property] { -property }
}，由他们办到底。
refused-nobody-there = { $body ->
    [committee] { -committee }
    [owners] { -owners }
    [moderator] { -moderator }
   *[property] { -property }
}还没有人在名单里，转不过去。请让管机器人的人写进 config.yaml。
refused-too-late-to-pass-back = 第{ $number }件已经有人动了，收不回来。
refused-not-your-referral = 这是{ $name }转的，要{ $name }自己收回。
refused-nothing-waits = 这里没有要办的。
refused-take-it-first = 第{ $number }件还没人接。办好了就先按“我来办”，再发一次照片；不是办好的照片，不用管我。
refused-another-question-is-open = 您还有一个没答完。先答完，或者发 /cancel，再把第{ $number }件的照片发一次。
