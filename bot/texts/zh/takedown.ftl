### 有问题：报、收起来、核对、撤下、再说一次；还有卡片上的说明。批评不是撤下的理由。

button-report = 有问题
report-ask = 第{ $number }件有问题？再按一次“有问题”，就报给{ -moderator }，不会说是谁。满三个人，先收起来核对。批评不算问题。
report-ask-desk = 再按一次“有问题”，第{ $number }件就先收起来，等核对。批评不算问题。
report-counted = 报给{ -moderator }了，不会说是谁。满三个人，第{ $number }件就先收起来核对。按错了，再按“有问题”可以收回。
report-folded = 谢谢。第{ $number }件先收起来了，正在核对。不会说是谁报的。
report-ask-back = 第{ $number }件您报过了。要收回，就再按一次“有问题”。
report-taken-back = 收回了，第{ $number }件不算您报的了。

refused-wish-being-checked = 第{ $number }件正在核对，核对好了才能看、才能按。
refused-wish-taken-down = 第{ $number }件撤下来了。
refused-own-report = 第{ $number }件是您提的。要改、要撤回，请私下给我发“第{ $number }件”。
refused-already-looked-at = 第{ $number }件您报过，{ -moderator }看过了，留着。
refused-already-ruled = { GIVEN($name) ->
    [yes] 第{ $number }件{ $name }已经定了，不用再按。
   *[no] 第{ $number }件现在没有要定的。
}
refused-own-ruling = 第{ $number }件要换一位来定：提的人和撤下它的人都不算。
refused-nothing-to-contest = 第{ $number }件没撤下来，不用说了。
refused-already-contested = 第{ $number }件您说过了，有结果就告诉您。

card-checking = <b>第{ $number }件</b>正在核对
card-removed = <b>第{ $number }件</b>撤下来了。原因：{ $reason }
card-statement = 📌 { $body }{ $name }说明：{ $words }
state-checking = 正在核对
state-removed = 撤下来了

takedown-private = 说到了别人的私事
takedown-insult = 骂人或者吓唬人
takedown-advertising = 广告
takedown-untrue = 不是真的，还伤了人
takedown-duplicate = 发重了
takedown-other = 别的原因

desk-reports = 🚩 被{ $n }个人报了
desk-checking = 🔎 先收起来了，等核对
desk-removed = ⛔ 撤下来了。原因：{ $reason }
desk-contested = 🗣 提的人说：“{ $words }”

check-wanted = 🚩 第{ $number }件要核对，群里先收起来了。
check-how = 没问题就恢复；撤下要选原因。批评不是撤下的理由。
check-ruled = 🔎 第{ $number }件核对过了：
button-restore = 恢复
button-take-down = 撤下
button-uphold = 还是不挂

more-folded = 🚩 { $n }个人报了，先收起来
more-folded-by = 🚩 { $body }{ $name }收起来核对
more-restored = ↩️ { $body }{ $name }恢复了
more-removed = ⛔ { $body }{ $name }撤下了。原因：{ $reason }
more-contested = 🗣 提的人说：“{ $words }”
more-upheld = ⛔ { $body }{ $name }又看了一遍，还是不挂

rule-ask-reason = 第{ $number }件为什么要撤下？
rule-no-criticism = 批评不是撤下的理由。说得不对的，可以恢复以后在卡片上说明。
rule-ask-words = 是什么原因？请写一句，卡片上会写。
rule-ask-words-uphold = 要跟提的人说一句吗？不用就按“跳过”。
rule-preview-restore = 第{ $number }件没问题，恢复？
rule-preview-remove = 第{ $number }件撤下？卡片上会写原因：{ $reason }
rule-preview-uphold = 第{ $number }件还是不挂？这就定了，不再改。
rule-done-restore = 第{ $number }件恢复了，我这就告诉提的人。
rule-done-remove = 第{ $number }件撤下了，原因我告诉提的人。对方可以说一次，由另一位来定。按错了，在“更多”里可以恢复。
rule-done-uphold = 第{ $number }件就这样定了，我告诉提的人。

button-contest = 我有话说
contest-ask = 您看第{ $number }件为什么不用撤？只能说一次，由另一位来看，不是撤下它的那位。
contest-preview = 这样说对吗？
contest-done = 第{ $number }件您的话交上去了。换一位看过，我就告诉您。
placeholder-contest = 为什么不用撤

button-look = 看一看
notice-folded =
    第{ $number }件，有邻居觉得哪里不妥，先收起来请{ -moderator }看看。不一定是您的错，看好了我就告诉您。您自己随时能看。
    <blockquote expandable>{ $wish }</blockquote>
notice-restored =
    第{ $number }件看过了，没问题，又挂回群里了。让您久等了。
    <blockquote expandable>{ $wish }</blockquote>
notice-removed =
    第{ $number }件，{ $body }撤下来了。原因：{ $reason }
    批评不是撤下的理由。您觉得不对，可以说一次，换一位来定。
    <blockquote expandable>{ $wish }</blockquote>
notice-upheld =
    第{ $number }件，另一位看过了，还是不挂，这就定了。换个说法，您可以另提一件。
    <blockquote expandable>{ $wish }</blockquote>
notice-check-wanted = 第{ $number }件要核对，群里先收起来了。您是{ -moderator }，请看一看：恢复，还是撤下。

button-statement = 在卡片上说明
statement-ask = 第{ $number }件要说明什么？会写上单位和名字，心愿还是原样。
statement-preview = 第{ $number }件的卡片上这样写，对吗？
statement-done = 写到第{ $number }件的卡片上了。
notice-statement =
    第{ $number }件，{ $body }{ $name }说明：{ $words }
    <blockquote expandable>{ $wish }</blockquote>
