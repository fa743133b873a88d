### 自己的心愿：改、补充、撤回、恢复。

button-change-in-private = 改，或者撤回
button-add = 补充
button-withdraw = 撤回
button-unwithdraw = 不撤了，恢复
button-save = 就这样

refused-not-your-wish = 第{ $number }件是别人提的，只有提的人能改。
refused-editing-over = 第{ $number }件不能改了：过了五分钟，或者已经有人支持、有人在办。要说的可以补充：给我发“第{ $number }件”。
refused-too-many-additions = 最多补充{ $most }条，够了。还有事，请另说一件。
refused-undo-too-late = 第{ $number }件来不及恢复了。还想说，请另说一件。

edit-ask-words = 第{ $number }件改成什么？请写新的。
edit-look = 第{ $number }件改成这样？
edit-place = 📍 { $place }
edit-done = 改好了，第{ $number }件。

add-ask = 第{ $number }件要补充什么？一句话就行，可以带张照片。
add-preview = 第{ $number }件补充这句，对吗？
add-done = 补上了，第{ $number }件的卡片上能看到，我也告诉跟着的人。
add-done-committee = 补上了，第{ $number }件只有{ -committee }看得到。
placeholder-addition = 要补充的话
card-addition = ➕ 补充：{ $words }
card-additions-older = ➕ 前面还补充过{ $n }条
more-addition = ➕ 提的人补充：{ $words }
notice-added =
    第{ $number }件，提的人补充了：{ $words }
    <blockquote expandable>{ $wish }</blockquote>

withdraw-ask = 第{ $number }件为什么撤回？不想说就按“跳过”。
withdraw-ask-words = 是什么原因？请写一句，卡片上会写。
withdraw-ask-words-committee = 是什么原因？请写一句，只有{ -committee }看得到。
withdraw-preview = 第{ $number }件撤回？卡片上的话、照片、名字都会收走，跟着的人会知道撤回了。
withdraw-preview-committee = 第{ $number }件撤回？
withdraw-reason = 原因：{ $reason }
withdraw-done = 第{ $number }件撤回了。按错了，两分钟内可以恢复。
unwithdrawn = 第{ $number }件恢复了，和原来一样。
placeholder-withdrawal = 撤回的原因
withdrawal-solved = 已经解决了
withdrawal-mistake = 写错了
withdrawal-no-more = 不想提了
withdrawal-other = 别的原因
state-withdrawn = 撤回了
card-withdrawn = <b>第{ $number }件</b>提的人撤回了
card-withdrawn-reason = <b>第{ $number }件</b>提的人撤回了：{ $reason }
notice-withdrawn = 第{ $number }件（{ $category } · { $place }）提的人撤回了。
notice-withdrawn-reason = 第{ $number }件（{ $category } · { $place }）提的人撤回了：{ $reason }

help-own =
    自己的：/mine 里点开，五分钟内能改，之后能补充，也能撤回。
    卡片上“有问题”：有人的隐私、骂人、广告，按两次就报给{ -moderator }。
