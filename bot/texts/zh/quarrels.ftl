### 邻里的事，老娘舅私下调解：两边都问，谁也不知道对方怎么说，群里什么都没有。

button-to-mediator = 请老娘舅私下调解
preview-quarrel = 🤝 像是邻居之间的事。可以请老娘舅私下调解：群里、{ -committee }都看不到。
preview-quarrel-group = 🤝 像是邻居之间的事。到私聊里说，我可以请老娘舅私下调解，群里什么都没有。
quarrel-words = 一件邻里的事
state-with-mediator = 老娘舅管着
board-line-put-away = <b>第{ $number }件</b>不在这里了

quarrel-card-group = 第{ $number }件不在这里了。
quarrel-card-asked = 🤝 第{ $number }件是邻里的事，正在问提的人要不要老娘舅。
quarrel-card-waiting = 🤝 第{ $number }件是邻里的事，等老娘舅来管。
quarrel-card-taken = 🤝 第{ $number }件是邻里的事，老娘舅在管。
quarrel-card-over = 🤝 第{ $number }件是邻里的事，过去了。
button-quarrel = 邻里纠纷 → 老娘舅
button-quarrel-undo = 不是纠纷，放回去
quarrel-handed = 🤝 第{ $number }件收起来了，群里看不到了。我私下问提的人要不要老娘舅。按错了，在卡片上放回去。
quarrel-undone = 第{ $number }件放回去了。

quarrel-ask-words = 邻居之间有什么事？写给老娘舅一个人看，群里、{ -committee }都看不到。
quarrel-ask-where = 对方是谁？写门牌就行，比如：3号楼602。不想写就跳过。
quarrel-ask-view = 您怎么看这件事？只有老娘舅看得到，对方看不到。
quarrel-preview = 这样交给老娘舅，对吗？
quarrel-view-preview = 这样写给老娘舅，对吗？
quarrel-view-kept = 好，老娘舅看得到了。
quarrel-filed = 🤝 交给老娘舅了，第{ $number }件。群里什么都没有。他看过就来找您。发 /mediate 看看到哪一步了。
placeholder-quarrel = 慢慢说
placeholder-quarrel-time = 比如：周六下午3点，活动室
placeholder-quarrel-note = 比如：晚上十点以后不拖椅子

quarrel-brought = 🤝 有一件邻里的事（第{ $number }件）等老娘舅来管。
quarrel-moved = 🤝 第{ $number }件有新的话。
quarrel-remind = 🤝 第{ $number }件好几天没动静了，您看看？
button-quarrel-open = 看第{ $number }件
quarrel-cases = 🤝 { $n }件邻里的事：
quarrel-none-waits = 🤝 现在没有邻里的事等着您。
quarrel-mine = 🤝 您有{ $n }件邻里的事：

quarrel-case =
    🤝 第{ $number }件，邻里的事
    <blockquote expandable>{ $words }</blockquote>
quarrel-case-where = 对方：{ $where }
quarrel-case-side = { $who }：{ $state }
quarrel-case-view =
    { $who }说：
    <blockquote expandable>{ $words }</blockquote>
quarrel-case-time = 🕐 { $time }
quarrel-case-over = 过去了：{ $outcome }
quarrel-side-author = 提的人
quarrel-side-other = 对方
quarrel-state-not-asked = 还没问
quarrel-state-asked = 问了，还没回
quarrel-state-yes = 愿意谈
quarrel-state-no = 不谈
quarrel-state-time-fits = 这个时间可以
quarrel-state-time-fits-not = 这个时间不行
quarrel-state-holds = 说谈好的还算数
quarrel-state-holds-not = 说又闹起来了

button-quarrel-take = 我来管
button-quarrel-release = 我管不了，换人
button-quarrel-back = 不是纠纷，交{ -committee }
button-quarrel-ask = 问{ $name }
button-quarrel-link = 给对方的按钮
button-quarrel-open-link = 我听听
button-quarrel-door-yes = 当面问过：愿意
button-quarrel-door-no = 当面问过：不愿意
button-quarrel-time = 约时间
button-quarrel-end = 记结果
quarrel-released = 好，第{ $number }件换别的老娘舅来管。
quarrel-given-back = 第{ $number }件交给{ -committee }了，只有{ -committee }看得到。
quarrel-asked-other = ✅ 我去问了。没说是谁，也没说是什么事。
quarrel-link = 把这条转给对方，或者让他用自己的手机按下面。里面没写是谁，也没写是什么事。
quarrel-ask-which-time = 什么时候、在哪儿谈？
quarrel-time-preview = 我去问两边：{ $time }，行吗？
quarrel-time-asked = 好，我去问两边。
quarrel-ask-outcome = 结果怎么样？
quarrel-ask-note = 要不要给两边留一句话？两边都看得到。
quarrel-end-preview = 记成“{ $outcome }”，对吗？
quarrel-end-kept = 好，第{ $number }件记下了。谢谢您。
button-quarrel-settled = 谈成了
button-quarrel-not-settled = 没谈成
button-quarrel-withdrawn = 不谈了
button-quarrel-referred = 转给派出所或法院
quarrel-outcome-settled = 谈成了
quarrel-outcome-not-settled = 没谈成
quarrel-outcome-withdrawn = 不谈了
quarrel-outcome-declined = 没有谈
quarrel-outcome-referred = 转给派出所或法院
quarrel-outcome-given-back = 交给{ -committee }了
quarrel-outcome-forgotten = 没有谈

quarrel-ask-author =
    🤝 您提的第{ $number }件像是邻居之间的事。要不要请老娘舅私下调解？群里已经收起来了，谁也看不到。
    <blockquote expandable>{ $words }</blockquote>
quarrel-ask-other = 🤝 有位邻居想请老娘舅{ $mediator }帮着说说一件邻里的小事。您愿意谈谈吗？不愿意也没关系，没人会怪您。
button-quarrel-yes = 好，谈谈
button-quarrel-no = 不谈了，谢谢
button-quarrel-rather-committee = 不用，交给{ -committee }
quarrel-no = 好，那就不谈。没关系的。
quarrel-no-back = 好，第{ $number }件交给{ -committee }，只有{ -committee }看得到。
quarrel-own =
    🤝 第{ $number }件，您交给老娘舅的
    <blockquote expandable>{ $words }</blockquote>
quarrel-own-waits = 等老娘舅来管。
quarrel-own-taken = 老娘舅{ $mediator }在管，他会来找您。
quarrel-own-view =
    您说：
    <blockquote expandable>{ $words }</blockquote>
quarrel-both-agree = 🤝 两边都愿意谈。老娘舅{ $mediator }会来约时间。您怎么看，可以先写给他，对方看不到。
button-quarrel-view = 写给老娘舅
button-quarrel-off = 算了，不谈了
quarrel-ask-time = 🕐 老娘舅问：{ $time }，行吗？
button-quarrel-fits = 行
button-quarrel-fits-not = 换个时间
quarrel-said-fits = 好，{ $time }。两边都行了我告诉您。
quarrel-said-fits-not = 好，我让老娘舅换个时间。
quarrel-time-agreed = 🕐 说好了：{ $time }。
quarrel-off = 好，这件不谈了。没关系的。
quarrel-ended-settled = 🤝 第{ $number }件谈成了。过些日子我来问问还好不好。
quarrel-ended-not-settled = 🤝 第{ $number }件这回没谈成。什么时候想再谈，发 /mediate 就行。
quarrel-ended-withdrawn = 🤝 第{ $number }件不谈了，就到这里。
quarrel-ended-declined = 🤝 第{ $number }件这回不谈了。没关系的。
quarrel-ended-referred = 🤝 第{ $number }件转给派出所或法院了，老娘舅会跟您说怎么办。
quarrel-ended-given-back = 🤝 第{ $number }件交给{ -committee }了，只有{ -committee }看得到。
quarrel-ended-note = 老娘舅{ $mediator }说：“{ $note }”
quarrel-ask-holds = 🤝 上回谈好的事，现在还好吗？只有老娘舅看得到。
button-quarrel-holds = 还好
button-quarrel-holds-not = 又闹起来了
quarrel-said-holds = 那就好，谢谢您。
quarrel-said-holds-not = 知道了，我告诉老娘舅，他会来找您。

refused-no-mediator-here = 这里还没有老娘舅。要跟{ -committee }说，发一句话就行。
refused-quarrel-over = 这件事已经说过，或者过去了。
refused-not-your-quarrel = 没找到这件事。
refused-has-mediator = 老娘舅{ $name }已经在管了。
refused-mediator-is-side = 自己的事，不能自己来调解。
refused-author-not-asked-yet = 还在问提的人要不要老娘舅。
refused-other-not-asked-yet = 要等两边都愿意谈。
refused-other-asked-already = 对方已经问过了。
refused-argued-in-public = 第{ $number }件已经公开议过、或者进了项目和计划，收不起来了。
refused-only-spoken = 第{ $number }件是语音，先把它写成文字。

more-step-to-mediator = 🤝 提的人交给老娘舅
more-step-as-quarrel = 🤝 { $body }{ $name }看作邻里纠纷，收起来了
more-step-no-quarrel = ↩️ { $body }{ $name }说不是纠纷，放回来了
more-step-from-mediator = ↩️ 老娘舅交回来了
more-step-unmediated = ↩️ 提的人不要老娘舅
more-step-unasked = ↩️ 要不要老娘舅，提的人没有回
mydata-section-quarrels = 您请老娘舅调解的：{ $n }件
mydata-section-quarrel-sides = 您在调解里说的：{ $n }次
