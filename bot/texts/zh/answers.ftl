### 工作群：接手、答复、更多；还有道谢。

taken = 第{ $number }件归您办了，别人看得到。
handed-back = 第{ $number }件交回来了，谁都可以接。
button-hand-back = 我办不了，交回
thanked = 谢意带到了。

more-head = <b>第{ $number }件</b>的来龙去脉
more-filed = { $moment } 提的
more-helpers = 愿意来帮的：{ $names }
more-followers = { $n }人跟着这件，其中{ $reachable }人我能私下告诉。
more-at = { $moment }
desk-came-back = 🗓 第{ $number }件说好今天再议，回来了：“{ $wish }”
more-step-taken = { $body }{ $name }接手了。
more-step-handed-back = { $body }{ $name }交回来了。
more-step-came-back = 说好再议的日子到了，自己回来的。
more-step-unwithdrawn = 又不撤了。
more-no-answer = 还没人答复。

answer-ask-kind = 第{ $number }件，怎么答复？
button-answer-promise = 答应办
button-answer-decline = 这次办不了
button-answer-later = 先记着，过些日子再议
button-answer-reply = 只答复
button-answer-done = 办好了
answer-ask-due = 哪天前办好？按一个，或者写日子，比如“3月20日”。
answer-ask-again = 哪天再议？到那天它自己会回来。按一个，或者写日子，比如“9月1日”。
answer-ask-words-promise = 要补一句吗？比如谁来办。不用就按“跳过”。
answer-ask-words-decline = 为什么这次办不了？请接着“因为”往下写，再说说邻居还可以怎么办。
answer-ask-words-later = 为什么现在办不了，要等什么？写给邻居看。
answer-ask-words-reply = 怎么答复？请写几句。
answer-ask-words-done = 要补一句吗？不用就按“跳过”。
answer-ask-photos = 请发办好以后的照片，让大家看看。
placeholder-answer = 写给邻居的话

answer-preview-ask = 第{ $number }件这样答复，对吗？
answer-preview-promise = 📅 答应{ $day }前办好
answer-preview-decline = 💬 这次办不了，因为
answer-preview-later = 🗓 先记着，{ $day }再议，因为
answer-preview-reply = 💬 答复
answer-preview-done = { $photos ->
    [0] ✅ 办好了
   *[other] ✅ 办好了，照片{ $photos }张
}
answer-given = 答复好了，我这就告诉跟着第{ $number }件的人。
