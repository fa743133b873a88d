### 说办好了，到底好没好：只问提的人和“我家也是”的邻居。数目为零的从不出现。

card-verdict-ask = 🔎 提的人、“我家也是”的邻居，您看好了没有？按一下就算。
card-verdict-ask-again = 🔎 过了些日子，还好着吗？提的人、“我家也是”的邻居按一下就算。
card-verdict = 🔎 { $counts }
card-verdict-nobody = 🔎 { $counts }，没人回话
verdict-asked = 问了{ $n }人
verdict-reached = 通知到{ $n }人
verdict-answered = { $n }人回话
verdict-fixed = { $n }人说好了
verdict-half = { $n }人说好了一半
verdict-not-yet = { $n }人说还没好
verdict-unclear = { $n }人说不清楚
verdict-broke = { $n }人说又坏了

button-verdict-fixed = 好了
button-verdict-half = 好了一半
button-verdict-not-yet = 还没好
button-verdict-unclear = 不清楚
button-verdict-line-fixed = { $number } 好了
button-verdict-line-not-yet = { $number } 还没好
button-broke = 又坏了
button-verdict-in-private = 私下说两句
button-verdict-words = 说两句、发照片
button-contact-yes = 可以联系我
button-contact-no = 不用联系我

verdict-ask = 您看呢，好了没有？按一下就行。
verdict-question =
    第{ $number }件说办好了。您看呢？
    <blockquote expandable>{ $wish }</blockquote>
verdict-question-again =
    第{ $number }件上回说好了，过了些日子再问一句：还好着吗？
    <blockquote expandable>{ $wish }</blockquote>
verdict-broke-question =
    第{ $number }件问过大家了。又坏了，就按下面。
    <blockquote expandable>{ $wish }</blockquote>
verdict-over = 第{ $number }件已经问完了。还有不对的，请提一件新的。

verdict-counted = 记下了：{ $said }。改主意了，按别的就行。
verdict-counted-more = 记下了：{ $said }。我私下再问您一句。
verdict-counted-in-private = 记下了：{ $said }。想补一句、补张照片，或者让办的人联系您，请按卡片上的“私下说两句”。
broke-counted = 记下了，第{ $number }件又坏了，两分钟后交回去办。按错了，现在再按一次就收回。
broke-taken-back = 收回了，第{ $number }件不算又坏了。

verdict-said-broke = 又坏了
verdict-you-said = 第{ $number }件，您说：<b>{ $said }</b>。
verdict-contact-ask = 让办的人联系您吗？您点了“可以联系我”，他们才知道是您。
verdict-contact-yes = 办的人知道是您了，可以联系您。
verdict-contact-no = 好，不告诉他们是您。
verdict-words-ask = 第{ $number }件哪里不对、哪里好，写一句，或者发张照片。只给办的人看，不写您的名字。
verdict-words-ask-named = 第{ $number }件哪里不对、哪里好，写一句，或者发张照片。只给办的人看，写着您的名字，因为您说可以联系。
verdict-words-preview = 关于第{ $number }件，这样告诉办的人，对吗？
verdict-words-given = 告诉他们了，第{ $number }件有进展我跟您说。
placeholder-verdict = 比如：晚上还是不亮

desk-returns = ↩️ 第{ $n }次退回
desk-verdict-contact = 📞 可以联系：{ $name }
desk-contact = 📞 <b>第{ $number }件</b>，说“{ $said }”的{ $name }愿意让办的人联系。
desk-contact-withdrawn = 第{ $number }件，有一位改主意了，请不要联系。
desk-verdict-words = <b>第{ $number }件</b>，说“{ $said }”的邻居补了一句。
desk-returned = ↩️ <b>第{ $number }件</b>退回来了，请{ $body }{ $day }前给大家一个准信。
desk-returned-again = 这是第{ $n }次退回：请{ -committee }安排商议，或者往上报一级。
more-verdict = 🔎 一位邻居说：{ $said }
more-verdict-words = 🔎 一位邻居说：{ $said }。“{ $words }”
more-verdict-named = 🔎 { $name }说：{ $said }
more-verdict-words-named = 🔎 { $name }说：{ $said }。“{ $words }”
more-step-returned = ↩️ 邻居说还没好，退回去办。
more-step-reopened = ↩️ 又坏了，退回去办。
more-verdict-nobody = 🔎 问了大家，没人回话

notice-returned =
    第{ $number }件大家说还没好，退回给{ $body }了，最晚{ $day }给准信。
    <blockquote expandable>{ $wish }</blockquote>
notice-returned-undated =
    第{ $number }件大家说还没好，退回给{ $body }了。
    <blockquote expandable>{ $wish }</blockquote>
notice-returned-twice =
    第{ $number }件又退回给{ $body }了，不止一次。请安排大家商议，或者往上报一级。
    <blockquote expandable>{ $wish }</blockquote>

refused-not-for-staff = 好没好由住户来说，答复的人不能自己说。
refused-not-affected = 第{ $number }件好没好，只问提的人和“我家也是”的邻居，谢谢您热心。您家也有这事，请提一件新的。
refused-verdict-over = 第{ $number }件已经问完了。又坏了，请按卡片上的“又坏了”，或者提一件新的。
refused-verdict-counted = 第{ $number }件已经这样给您记着了。
refused-still-asked = 第{ $number }件正在问大家，请按“还没好”。
refused-too-late-to-reopen = 第{ $number }件过去太久了，重新办不了。还有不对的，请提一件新的。
refused-went-back = 第{ $number }件已经退回去办了，办好了再问您。
refused-nothing-found = 第{ $number }件请先按一下好了没有，再说两句。

mydata-section-verdicts = 问过您好了没有的：{ $n }次
