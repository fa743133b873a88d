### 公开账本：决定、收入、支出、资产，谁公开的，附什么单据；写错了只能再写一条更正。

command-ledger = 公开账本：收支、决定、单据
command-entry = 往公开账本里写一条
help-ledger = /entry 往公开账本里写一条；也可以把 CSV 或 XLSX 表格发给我，一次写很多条

ledger-kind-decision = 决定
ledger-kind-income = 收入
ledger-kind-expense = 支出
ledger-kind-asset = 资产
ledger-category-affairs = 居务
ledger-category-welfare = 公益金
ledger-category-activities = 活动
ledger-category-common-income = 公共收益
ledger-category-repair-fund = 维修资金
ledger-category-owners-meeting = 业主大会
ledger-category-other = 其他

ledger-head = { $n ->
    [0] <b>{ $estate }</b> · 公开账本
   *[other] <b>{ $estate }</b> · 公开账本 · { $n }条
}
ledger-of-year = { $year }年
ledger-of-category = 分类：{ $category }
ledger-with-words = 带“{ $words }”的
ledger-totals = 💰 收入{ $income } · 支出{ $expense } · 结余{ $balance }
ledger-totals-short = 💰 收入{ $income } · 支出{ $expense } · 超支{ $balance }
ledger-total-assets = 📦 资产{ $assets }
ledger-row-decision = 第{ $number }条 · { $day } · 决定 · { $category } · { $words }
ledger-row-income = 第{ $number }条 · { $day } · 收入{ $amount } · { $category } · { $words }
ledger-row-expense = 第{ $number }条 · { $day } · 支出{ $amount } · { $category } · { $words }
ledger-row-asset = 第{ $number }条 · { $day } · 资产{ $amount } · { $category } · { $words }
ledger-row-cancelled = ✖️ 第{ $number }条 · { $day } · 作废 · { $category } · { $words }
ledger-new-decision = · { $day } · 决定 · { $category } · { $words }
ledger-new-income = · { $day } · 收入{ $amount } · { $category } · { $words }
ledger-new-expense = · { $day } · 支出{ $amount } · { $category } · { $words }
ledger-new-asset = · { $day } · 资产{ $amount } · { $category } · { $words }
ledger-empty = 账本里还没有内容。{ -committee }、{ -owners }写上了，就会在这里。
ledger-empty-filter = 没有这样的。换个年份、分类或者字词再看看。
ledger-open-typed = 看哪一条，就发 /ledger 加号码，比如 /ledger { $number }

entry-head = 📒 <b>第{ $number }条</b>
entry-what = { $kind } · { $category }
entry-amount = 金额：{ $amount }
entry-day = 日期：{ $day }
entry-files = 📎 单据和照片：{ $n }份
entry-by = { $body }{ $who }公开，{ $moment }
entry-asked = 💬 大家问过{ $n }次
entry-corrected-by = ⚠️ 这一条写错了，以第{ $newest }条为准
entry-cancelled-by = ✖️ 这一条作废了，见第{ $newest }条
entry-corrects = 更正第{ $corrects }条：“{ $words }”
entry-cancels = ✖️ 第{ $corrects }条作废：“{ $words }”
entry-why = 原因：“{ $words }”
entry-files-of = 第{ $number }条的单据
entry-history = 从第{ $number }条开始的更正：
entry-history-more = 前面还有{ $n }次
entry-version = <b>{ $moment }</b> { $who }

entry-questions-head = { $n ->
    [0] 还没有人问过第{ $number }条。
   *[other] 💬 关于第{ $number }条，大家问过{ $n }次：
}
entry-question = 🙋 一位邻居：“{ $words }”
entry-question-named = 🙋 { $name }：“{ $words }”
entry-question-of = （问的是第{ $number }条）
entry-answer = ↳ { $body }{ $who }：“{ $words }”
entry-answer-none = ↳ 还没有回答
entry-questions-folded = 另有{ $n }次提问收起来了。
entry-asked-head = 🙋 有人问公开账本的第{ $number }条：
entry-answered-head = 您问的第{ $number }条有回答了：

button-ledger-xlsx = 表格文件
button-ledger-years = 全部年份
button-ledger-year = { $year }年
button-ledger-categories = 全部分类
button-entry-number = 第{ $number }条
button-entry-private = 看单据、提问
button-entry-files = 看单据（{ $n }份）
button-entry-history = 更正的经过
button-entry-newest = 看最新的
button-entry-questions = 大家问的（{ $n }次）
button-entry-ask = 我想问这一条
button-entry-answer = 回答
button-entry-fold = 收起来
button-entry-look = 看这一条
button-entry-correct = 更正
button-entry-publish = 公开
button-entry-amount = 改金额
button-entry-day = 改日期
button-entry-words = 改文字
button-entry-category = 改分类
button-entry-kind = 改种类
button-entry-other-files = 改单据
button-entry-void = 整条作废
button-clear-files = 重新发
button-yesterday = 昨天 · { $day }
button-end-of-last-month = 上个月最后一天
button-ask-named = 带名字问
button-ask-nameless = 不露姓名
button-table-publish = 公开这{ $n }条
button-table-not = 先不公开

entry-ask-kind = 写一条什么？
entry-ask-category = 归在{ $body }的哪一类？
entry-ask-cents-income = 收了多少？比如“1200元”“3.5万”。
entry-ask-cents-expense = 花了多少？比如“1200元”“3.5万”。
entry-ask-cents-asset = 值多少？比如“1200元”；说不上值多少就写0。
placeholder-amount = 比如：1200元
entry-ask-day = 哪天的事？今天或者以前，比如“3月2日”“2025年12月30日”。
entry-ask-words = 一句话说清楚：什么事、跟谁、为什么。大家看得到，不要写谁的电话、门牌。
entry-ask-files = 有单据、合同、照片就发来，最多10份，每份不超过20MB。没有就按“跳过”。
files-so-far = 收到{ $files }份，最多{ $most }份。发完了请按“好了”。
files-cleared = 都拿掉了，请重新发。
entry-ask-reason = 第{ $number }条哪里写错了？大家看得到这句话。
entry-preview = 以{ $body }的名义公开，对吗？
entry-preview-forever = 公开以后谁也改不了，写错了只能再写一条更正。
entry-preview-correction = 更正第{ $number }条，对吗？
entry-preview-void = 第{ $number }条整条作废，对吗？
entry-preview-stays = 第{ $number }条还留着，写明以新的一条为准。
entry-published = 公开了，第{ $number }条。大家发 /ledger 就能看到。
entry-corrected = 更正好了：第{ $number }条，代替第{ $old }条。
entry-voided = 第{ $old }条作废了，写在第{ $number }条。

entry-ask-question = 关于第{ $number }条，您想问什么？大家看得到您的话和回答。
placeholder-entry-question = 想问的话
entry-question-preview = 这样问第{ $number }条，对吗？
entry-question-preview-name = 可以带上名字（{ $name }），也可以不露姓名。
entry-question-sent = 问好了，大家在第{ $number }条下面看得到。有回答我告诉您。
entry-ask-answer = 第{ $number }条，邻居问：“{ $words }”。怎么回答？大家看得到。
entry-preview-answer = 第{ $number }条，回答“{ $words }”，对吗？
entry-answer-sent = 回答好了，大家在第{ $number }条下面看得到。
entry-question-folded = 第{ $number }条的这次提问收起来了，再按一次放回去。
entry-question-unfolded = 第{ $number }条的这次提问放回去了。

ledger-file-caption = { $estate }的公开账本，表格
ledger-file-title = { $estate } · 公开账本
ledger-file-sheet = 公开账本
ledger-column-number = 编号
ledger-column-day = 日期
ledger-column-kind = 种类
ledger-column-category = 分类
ledger-column-amount = 金额
ledger-column-words = 内容
ledger-column-income = 计入收入
ledger-column-expense = 计入支出
ledger-column-asset = 计入资产
ledger-column-body = 公开的
ledger-column-who = 谁写的
ledger-column-at = 哪天公开
ledger-column-corrects = 更正哪条
ledger-column-corrected = 被哪条更正
ledger-column-reason = 更正的原因
ledger-column-files = 单据份数
ledger-column-total = 合计

ledger-table-taken = 收到“{ $name }”，我看一看，马上告诉您。还什么都没动。
ledger-table-refused = “{ $name }”用不了：
ledger-table-head = “{ $name }”里可以公开的有{ $n }条。还什么都没公开。
ledger-table-row = <b>表里第{ $row }行</b>不行：
ledger-table-more-rows = 还有{ $n }行也不行。
ledger-table-categories = 您可以公开的分类：{ $categories }。
ledger-table-left-out = 不行的{ $n }行会略过，改好再发来也可以。
ledger-table-nothing = 改好再发来就行。
ledger-table-more = 还有{ $n }条
ledger-table-again = ⚠️ 有{ $n }条跟账本里已有的一样，是不是发过了？
ledger-table-published = { $n ->
    [1] { $estate }的公开账本多了1条：第{ $first }条。
   *[other] { $estate }的公开账本多了{ $n }条：第{ $first }条到第{ $last }条。
}
ledger-table-put-away = 好，这张表没有公开。
ledger-table-lost = “{ $name }”一直没有拿到，请再发一次。什么都没公开。

refused-entry-gone = 没找到这一条。
refused-entry-not-found = 账本里没有第{ $number }条。发 /ledger 看看都有哪些。
refused-not-a-category = 没有“{ $words }”这一类，或者不归您这边公开。
refused-not-an-entry-kind = “{ $words }”不是收入、支出、决定或资产。
refused-amount-needed = 收入、支出、资产都要写金额，收入和支出不能是0。
refused-decision-has-no-amount = 决定不写金额。要写金额，请选收入、支出或资产。
refused-entry-day-ahead = 还没到的日子不能写进账本。
refused-entry-day-too-old = 日子太早了，最早写到{ $year }年。
refused-not-the-publisher = { $body ->
    [committee] 这是{ -committee }公开的，要{ -committee }的人来。
   *[other] 这是{ -owners }公开的，要{ -owners }的人来。
}
refused-already-corrected = 第{ $number }条更正过了，请更正第{ $newest }条。
refused-same-entry = 跟原来一样，没有什么可更正的。
refused-too-many-files = 最多{ $most }份，够了。
refused-file-too-big = 文件太大了，每份不超过{ $most }MB。
refused-not-a-file = 这里要单据或者照片。
refused-too-many-questions = 您有{ $most }次提问还没有回答，等一等再问。
refused-entry-question-gone = 没找到这次提问。
refused-entry-question-answered = 已经回答过了。
refused-entry-question-folded = 这次提问收起来了。
refused-not-a-table = 我读不出这个文件。请用 CSV 或 XLSX 表格。
refused-table-too-big = 表格太大了，不超过{ $most }MB。
refused-too-many-rows = 行太多了，一次最多{ $most }行，请分几次发。
refused-table-empty = 表里没有内容。
refused-no-table-head = 第一行要写各列的名字，还缺：{ $columns }。
refused-import-gone = 这张表已经公开了，或者收走了。
