### 心愿的卡片：群里的、工作群里的。数目为零的从不出现。

card-head = <b>第{ $number }件</b> · { $kind }
card-words = “{ $words }”
card-place = { $category } · { $place }
card-category = { $category }
card-author = { $name }说的
card-nameless = 一位邻居说的
card-open = ⏳ 等答复，最晚{ $day }
card-taken = 👋 { $name }在办，最晚{ $day }答复
card-promise = 📅 { $body }{ $name }：答应{ $day }前办好
card-promise-words = 📅 { $body }{ $name }：答应{ $day }前办好。{ $words }
card-later = 🗓 { $body }{ $name }：先记着，{ $day }再议
card-later-words = 🗓 { $body }{ $name }：先记着，{ $day }再议，因为{ $words }
card-returned = ↩️ 说办好了，邻居说还没好，{ $day }前再给回音
card-decline = 💬 { $body }{ $name }：这次办不了
card-decline-words = 💬 { $body }{ $name }：这次办不了，因为{ $words }
card-reply = 💬 { $body }{ $name }：已答复
card-reply-words = 💬 { $body }{ $name }：{ $words }
card-done = ✅ { $body }{ $name }：办好了
card-done-words = ✅ { $body }{ $name }：办好了。{ $words }
card-counts = { $counts }

count-joined = { $n }家也是
count-supported = { $n }人支持
count-helping = { $n }人来帮
count-thanked = { $n }人道谢

desk-nameless = 一位住户说的
desk-visibility = 🔒 { $visibility }
desk-taken = 👋 { $name }在办

button-join = 我家也是
button-support = 支持
button-help-with = 我来帮
button-thanks = 说声谢谢
button-take = 我来办
button-answer = 答复
button-more = 更多
