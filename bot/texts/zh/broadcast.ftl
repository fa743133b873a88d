### 公告：谁说的，发给谁，发到哪，发到多少了；更正、撤回、看过没有。

command-broadcast = 发公告
command-broadcasts = 发过的公告
help-broadcasts = /broadcast 发公告：文字、照片、文件都行，发之前给您看样子、算好发给多少人；/broadcasts 看发过的，可以更正、撤回

broadcast-head = 📢 <b>{ $body }公告</b>
broadcast-head-emergency = 🚨 <b>{ $body }紧急通知</b>
broadcast-words = { $words }
broadcast-seen = { $words }
broadcast-corrected = （更正过）
broadcast-please-read =
    {""}
    看完了请按一下下面的按钮。
broadcast-withdrawn = { $body }撤回了这条公告。
button-broadcast-read = 👌 我看过了
broadcast-read = 记下了，谢谢您。
broadcast-read-before = 已经记过了，谢谢您。

broadcast-card = 📢 <b>第{ $number }则公告</b> · { $who } · { $whom } · { $where }
broadcast-excerpt = “{ $words }”
broadcast-bar = { $bar } { $percent }%
broadcast-counts = 送到{ $sent }，等着{ $waiting }
broadcast-failed = 没送到{ $n }：{ $reasons }
broadcast-failure-blocked = 不让我发的{ $n }
broadcast-failure-not-there = 我不在的群{ $n }
broadcast-failure-deleted = 账号没了的{ $n }
broadcast-failure-refused = 被退回的{ $n }
broadcast-held = 有{ $n }个群眼下不让我说话，一让说就补上。
broadcast-dropped = 没发的{ $n }
broadcast-later = 夜里不打扰，天亮了再发。
broadcast-state-sending = 正在发……
broadcast-state-paused = ⏸ 先停着
broadcast-state-done = ✅ 发完了
broadcast-state-cancelled = ✋ 停下不发了，发出去的还在
broadcast-state-retracting = 正在撤回……
broadcast-state-retracted = ↩️ 撤回了
broadcast-proposed = 要请另一位过目，同意了才发，一共{ $n }处。
broadcast-declined = 没有同意，不发。
broadcast-unreached = 另有{ $n }位没法私聊告诉。
broadcast-read-count = { $n ->
    [0] 👌 还没有人说看过了
   *[other] 👌 { $n }位说看过了
}

broadcast-whom-all = 全小区
broadcast-whom-every = 所有小区
broadcast-whom-of = { $estate }：{ $whom }
broadcast-whom-estates = { $n }个小区
broadcast-whom-buildings = { $n ->
   *[other] { $buildings }号楼
}
broadcast-whom-grids = { $grids }
broadcast-whom-grids-too = { $n ->
   *[other] { $grids }、{ $buildings }号楼
}
broadcast-whom-helpers = 楼组长和志愿者
broadcast-whom-staff = 工作人员
broadcast-whom-followers = 关心一件心愿的人
broadcast-whom-followers-of = 关心第{ $number }件心愿的人
broadcast-whom-unread = 还没看上一则的人
broadcast-whom-unread-of = 还没说看过第{ $number }则的人
broadcast-where-groups = 群里
broadcast-where-private = 私聊
broadcast-where-both = 群里和私聊

button-broadcast-confirm = ✅ 同意，发
button-broadcast-decline = 不发
button-broadcast-pause = ⏸ 先停一下
button-broadcast-resume = ▶️ 接着发
button-broadcast-cancel = ✋ 不再发了
button-broadcast-cancel-yes = 对，不再发了
button-broadcast-correct = ✏️ 更正
button-broadcast-retract = ↩️ 撤回
button-broadcast-retract-yes = 对，撤回
button-broadcast-keep = 不，留着
button-broadcast-unread = 谁还没看
button-broadcast-remind = 再提醒没看的
button-broadcast-lobby = 🖨 贴楼道的一页
button-broadcast-number = 第{ $number }则

broadcast-did-confirm = 同意了，第{ $number }则开始发。
broadcast-did-decline = 第{ $number }则不发。
broadcast-did-pause = 第{ $number }则先停着。已经在路上的几条还会到。
broadcast-did-resume = 第{ $number }则接着发。
broadcast-did-cancel = 第{ $number }则不再发了。已经发出去的还在，要收回就按“撤回”。
broadcast-did-retract = 第{ $number }则正在撤回。
broadcast-sure-cancel = 第{ $number }则真的不再发了吗？还没轮到的就收不到了，已经发出去的还在。
broadcast-sure-retract = 第{ $number }则真的撤回吗？两天以内发的会删掉，更早的会改成“撤回了”。
broadcast-kept = 第{ $number }则照旧。

broadcasts-head = { $n ->
    [0] <b>{ $estate }</b> · 公告
   *[other] <b>{ $estate }</b> · 公告 · 新的在前
}
broadcasts-empty = 还没有发过公告。发一则：/broadcast
broadcasts-row = 第{ $number }则 · { $moment } · 送到{ $sent }，共{ $total } · “{ $words }”

broadcast-ask-words = 要告诉大家什么？写下来发给我，落款是{ $body }。加粗、链接会照样子发；照片（最多10张）或者一个文件，也可以一起发来。
broadcast-files-so-far = 📎 收到{ $n }个。还有就接着发；文字也齐了就按“好了”。
broadcast-ask-whom = 告诉谁？
broadcast-ask-estates = 告诉哪几个小区？点名字，点好了按“好了”。
broadcast-ask-buildings = 哪几栋楼，或者哪个网格？点上，再按“好了”。
broadcast-ask-wish = 哪一件心愿？写号码就行，比如 12。
broadcast-ask-where = 发到哪儿？
broadcast-ask-other = 另一种话的，也写下来发给我。不要了就跳过。
button-broadcast-whom-all = 全小区
button-broadcast-whom-some = 几个小区
button-broadcast-whom-every = 所有小区
button-broadcast-whom-buildings = 几栋楼
button-broadcast-grid = { $n ->
   *[other] { $grid }（{ $buildings }号楼）
}
button-broadcast-whom-helpers = 楼组长和志愿者
button-broadcast-whom-staff = 工作人员
button-broadcast-whom-followers = 关心一件心愿的人
button-broadcast-where-groups = 群里
button-broadcast-where-private = 私聊
button-broadcast-where-both = 群里和私聊

broadcast-preview-in =
    {""}
    👁 <i>{ $language }的人看到：</i>
broadcast-preview-same = <i>（正文同上）</i>
broadcast-preview-long = { $words }……<i>（下面还有）</i>
broadcast-preview-photos = 📷 照片{ $n }张
broadcast-preview-file = 📎 { $name }
broadcast-preview-to =
    {""}
    <b>发给</b>：{ $whom } · { $where }
broadcast-preview-reach = 一共{ $groups }个群、{ $people }个人的私聊
broadcast-preview-unreached = 没法私聊告诉的{ $n }位：{ $reasons }
broadcast-unreached-never-started = 没跟我说过话的{ $n }
broadcast-unreached-blocked = 不让我发的{ $n }
broadcast-unreached-muted = 不要通知的{ $n }
broadcast-preview-nobody = ⚠️ 这样选，一个人也收不到。
broadcast-preview-no-wish = ⚠️ 没有找到第{ $number }件心愿。
broadcast-preview-night = 🌙 现在是夜里，天亮了再发；紧急的马上发。
broadcast-preview-night-emergency = 🌙 现在是夜里，紧急的马上发，会响。
broadcast-time-short = 不到一分钟就发完。
broadcast-time-minutes = 大约要{ $n }分钟。
button-broadcast-send = ✅ 发出去
button-broadcast-ask-read = 👌 要大家说看过了
button-broadcast-ask-read-not = 不用大家说看过了
button-broadcast-emergency = 🚨 标成紧急
button-broadcast-emergency-not = 不紧急
button-broadcast-words = ✏️ 改内容
button-broadcast-in-english = 加英文
button-broadcast-in-chinese = 加中文
button-broadcast-to = 改发给谁
button-broadcast-at = 改发到哪儿
broadcast-begun = 第{ $number }则开始发了，进展看下面这张卡片。
broadcast-begins-later = 第{ $number }则记好了，天亮了就发。
broadcast-waits-for-second = 第{ $number }则写好了，要请工作群里另一位同意了才发。

broadcast-ask-correction = ✏️ 第{ $number }则改成什么？写下新的全文发给我。照片和文件不变。现在写的是：
broadcast-preview-correction = 第{ $number }则改成这样，大家收到的那一条会跟着变，不再响：
broadcast-correcting = 第{ $number }则正在改。

broadcast-file-unread = 第{ $number }则公告，还没说看过的邻居
broadcast-file-lobby = 第{ $number }则公告，打印出来贴在楼道里；扫一扫能在手机上看
broadcast-unread-title = 第{ $number }则公告：还没说看过的
broadcast-unread-sheet = 还没看的
broadcast-unread-column-name = 称呼
broadcast-unread-column-building = 楼栋
broadcast-unread-column-told = 私聊告诉过
broadcast-unread-total = 合计
broadcast-unread-told-yes = 告诉了
broadcast-unread-told-no = 没有
broadcast-lobby-scan = 扫一扫，在手机上看，也能按“我看过了”
broadcast-lobby-signed = { $body } · { $moment }

refused-broadcast-gone = 这则公告看不到了。
refused-not-among-told = 这则公告没有发给您，或者已经撤回了。
refused-broadcast-too-long = 太长了：最多{ $most }个字，现在{ $chars }个。带照片或文件的要短一些。请改短一点再发。
refused-photos-or-file = 最多10张照片，或者一个文件，不能又有照片又有文件。前面收到的还在。
refused-nobody-to-tell = 这样选，一个人也收不到。换一换发给谁、发到哪儿。
refused-broadcast-over = 第{ $number }则已经结束了，不能再这样改。
refused-broadcast-not-yet = 第{ $number }则还没开始发。
refused-broadcast-paused = 第{ $number }则已经停着了。
refused-broadcast-not-paused = 第{ $number }则没有停着。
refused-second-officer-needed = 要请工作群里另一位同意才行，写的人自己不算。
refused-no-such-broadcast = 没有第{ $number }则公告。
refused-not-a-broadcast-number = 写一个号码就行，比如 12。
