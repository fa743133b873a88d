### 群里的清静：当天的心愿板、一天发几件、按得太快、心愿话题。

board-head = { $board ->
    [1] <b>{ $day }的心愿</b> · { $n }件
   *[other] <b>{ $day }的心愿（第{ $board }张）</b> · { $n }件
}
board-foot =
    { "" }
    您家也有？按下面带号码的“我家也是”。想看详细的，发 /wish { $number }

board-joined = { $joined ->
    [0] { "" }
   *[other] { " · " }{ $joined }家也是
}
board-line-open = <b>第{ $number }件</b> “{ $words }”{ board-joined }
board-line-taken = <b>第{ $number }件</b> “{ $words }”{ board-joined } · 👋 有人在办
board-line-later = <b>第{ $number }件</b> “{ $words }”{ board-joined } · 🗓 { $day }再议
board-line-returned = <b>第{ $number }件</b> “{ $words }”{ board-joined } · ↩️ 还没好，{ $day }前再给回音
board-line-promised = <b>第{ $number }件</b> “{ $words }”{ board-joined } · 📅 { $day }前办好
board-line-declined = <b>第{ $number }件</b> “{ $words }”{ board-joined } · 💬 这次办不了
board-line-answered = <b>第{ $number }件</b> “{ $words }”{ board-joined } · 💬 已答复
board-line-done = <b>第{ $number }件</b> “{ $words }”{ board-joined } · ✅ 办好了，看照片发 /wish { $number }
board-line-checking = <b>第{ $number }件</b>正在核对
board-line-removed = <b>第{ $number }件</b>撤下来了
board-line-withdrawn = <b>第{ $number }件</b>提的人撤回了
board-line-gone = <b>第{ $number }件</b>提的人撤走了

button-join-line = { $number } 我家也是

preview-day-full = 您今天已经发到群里{ $n }件了，这件只给{ -committee }。
preview-day-full-alike = 差不多的话您今天已经发了{ $n }次，这件只给{ -committee }。
wish-filed-committee = 这件只给{ -committee }看，不发到群里。
wish-filed-listed = 群里不单发卡片，邻居发 /wishes 查得到。
wish-filed-day-full = 您今天发到群里的够多了，这件就只给{ -committee }看，一样有答复。

flood-slower = 慢一点，我一条一条看。刚才多出来的几下我没接，歇一分钟再来。

bound-topic = 心愿都发到这个话题里，一件一张卡片。

topics-where = { $where ->
    [here] 发在这个话题
    [along] 和心愿卡片一起
    [along-news] 和给大家的通知一起
    [other] 发在另一个话题
    [closed] 选好的话题关着，先发到主话题
   *[group] 发到主话题
}
topics-wishes = 心愿卡片：{ topics-where }
topics-board = 每天的心愿板：{ topics-where }
topics-news = 给大家的通知：{ topics-where }
topics-votes = 投票：{ topics-where }
topics-ask = 这个话题用来发什么？按一下选上，再按一下取消。
topics-how = 想让哪个话题发什么，就到那个话题里发 /bind。
topic-wishes = 心愿卡片
topic-board = 每天的心愿板
topic-news = 给大家的通知
topic-votes = 投票
topic-chosen = 好，以后发在这个话题。
topic-cleared = 好，不再单独放了。
button-topic-clear = { $what }：不用单独的话题
