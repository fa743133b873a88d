### 项目：心愿办成的事。阶段、钱、节点、进度、验收。

command-projects = 看看各个项目办到哪儿了
command-project = 开一个项目
command-progress = 说说项目的进度
help-projects =
    /project 开一个项目，比如 /project 3 看第3个
    /progress 说说项目办到哪儿了

money-yuan = { $amount }元
project-kind-works = 实事项目
project-kind-self-service = 自助项目
stage-proposed = 刚提出来
stage-costed = 可行性和花费核过了
stage-approved = 定下来了
stage-funded = 钱到位了
stage-under-way = 正在做
stage-acceptance = 等验收
stage-done = 做好了
stage-stopped = 停下了
project-stage-of = { $stage ->
    [proposed] { stage-proposed }
    [costed] { stage-costed }
    [approved] { stage-approved }
    [funded] { stage-funded }
    [under-way] { stage-under-way }
    [acceptance] { stage-acceptance }
    [done] { stage-done }
   *[stopped] { stage-stopped }
}
project-at-percent = 正在做，做到{ $percent }%
money-source-government = 政府
money-source-enterprise = 企业
money-source-society = 社会
money-source-residents = 居民

card-project = 🏗 项目{ $number }“{ $name }”：{ $stage }
project-head = 🏗 <b>项目{ $number }</b>：{ $name }（{ $kind }）
project-where = 📍 { $place }
project-everywhere = 整个小区
project-wishes = 来自{ $numbers }
project-serves = 服务谁：{ $serves }
project-indicators = 指标：{ $indicators }
project-mentor = 带的人：{ $name }
project-stage = 阶段：{ $stage }
project-why = 原因：“{ $words }”
project-end = 计划{ $day }完成
project-late = ⚠️ 原计划{ $day }完成，已经过了
project-money = 💰 计划{ $planned }，到位{ $received }
project-money-row = · { $source }：计划{ $planned }，到位{ $received }
project-milestone = ⏳ { $name }，{ $day }
project-milestone-reached = ✅ { $name }，{ $day }
project-report = 最近：“{ $words }”
project-post = 🏗 项目{ $number }“{ $name }”到了一个节点：<b>{ $milestone }</b>。

projects-head = { $n ->
    [0] <b>{ $estate }</b> · 项目
   *[other] <b>{ $estate }</b> · 项目 · { $n }个
}
projects-row = 项目{ $number } { $name } · { $stage }
projects-row-day = 项目{ $number } { $name } · { $stage } · 下一步{ $day }
projects-empty = 还没有项目。心愿定下来要做，就会在这里。
project-history = 项目{ $number }“{ $name }”的经过：
project-step = { $moment } { $body }{ $name }：{ $stage }
project-step-end = { $moment } { $body }{ $name }：改到{ $day }完成

button-project-number = 项目{ $number }
button-project-look = 看这个项目
button-project-history = 经过
button-project-on = 下一步：{ $stage }
button-project-back = 退回一步
button-project-stop = 停下
button-project-resume = 接着办
button-project-money = 记钱
button-project-milestone = 加节点
button-project-wishes = 改心愿
button-project-end = 改完成的日子
button-project-progress = 说进度
button-project-finish = 完工
button-project-accept = 验收通过
button-project-object = 有意见
button-acceptance-record = 我方验收
button-acceptance-residents = 请住户来验收
button-kind-works = 实事项目
button-kind-self-service = 自助项目（居民自己办）
button-money-planned = 计划给多少
button-money-received = 到位了多少
button-money-correct = 到位的记错了，更正
button-percent = { $percent }%
button-no-milestone = 没到节点
button-no-wishes = 不接心愿

project-ask-kind = 开哪种项目？
project-ask-name = 项目叫什么？一句话，比如“换3号楼走廊的灯”。
project-ask-wishes = 为哪几件心愿办？写号码，比如“3、5”。没有就按“跳过”。
project-ask-where = 在哪儿？写楼号，比如“3号楼”；或者按“整个小区”。
project-ask-end = 计划哪天完成？
project-ask-serves = 服务谁？自助项目要帮到别的邻居，比如“独居老人”。
project-ask-indicators = 做到多少算成？一行一条，要有数和单位，比如“每月送餐120份”。
project-ask-mentor = 请谁来带？写名字，没有就按“跳过”。
placeholder-indicators = 比如：每月送餐120份
project-preview-ask = 开这个项目，对吗？<b>{ $name }</b>（{ $kind }）
project-preview-wish = · 第{ $number }件“{ $words }”
project-preview-missing = ⚠️ 没找到第{ $number }件。请按“返回”改号码。
project-opened = 项目{ $number }“{ $name }”开好了。卡片发到群里，跟着这些心愿的人我去告诉。

project-ask-feasibility = 项目{ $number }“{ $name }”：能不能做、要花多少，核下来怎么样？写一句，没有就按“跳过”。
project-ask-words-on = 项目{ $number }“{ $name }”到“{ $to }”。要补一句吗？没有就按“跳过”。
project-ask-words-back = 项目{ $number }“{ $name }”退回“{ $to }”。为什么？大家看得到。
project-ask-words-stop = 项目{ $number }“{ $name }”停下。为什么？大家看得到。
project-preview-move = 项目{ $number }“{ $name }”：{ $to }。对吗？
project-preview-promises = 接的心愿，就算答应了计划完成的那天。
project-preview-promises-new = 新接的心愿，就算答应了计划完成的那天。
project-preview-done = 接的心愿会答复“办好了”，再问提的人好没好。
project-moved = 项目{ $number }“{ $name }”：{ $stage }。
project-rescheduled = 项目{ $number }“{ $name }”改了完成的日子。
project-wishes-set = 项目{ $number }“{ $name }”接的心愿改好了。
project-answers = 答复了{ $n }件心愿。
project-answers-held = 答复了{ $n }件心愿，{ $minutes }分钟后告诉大家，这之前撤得回来。
project-ask-why-end = 为什么改日子？大家看得到。
project-preview-end = 项目{ $number }“{ $name }”改到{ $day }完成，对吗？
project-ask-wishes-none = 项目{ $number }“{ $name }”还没接心愿。为哪几件办？写号码，比如“3、5”。
project-ask-wishes-all = 项目{ $number }“{ $name }”现在接的是{ $numbers }。应当是哪几件？写上全部号码，比如“3、5”。
project-preview-wishes = 项目{ $number }“{ $name }”接{ $numbers }，对吗？
project-preview-wishes-none = 项目{ $number }“{ $name }”不接心愿，对吗？

money-ask-side = 记哪一笔？
money-ask-source = 谁给的？
money-ask-planned = { $source }计划一共给多少？比如“12万”或者“3,000.50元”。
money-ask-received = { $source }这一笔到位多少？比如“12万”或者“3,000.50元”。
money-ask-correct = { $source }到位的，一共是多少？比如“12万”；一分没有就写“0”。
money-ask-words = 要补一句吗？没有就按“跳过”。
money-ask-why = 为什么更正？
money-preview-planned = 项目{ $number }“{ $name }”：{ $source }计划一共{ $amount }。对吗？
money-preview-received = 项目{ $number }“{ $name }”：{ $source }又到位{ $amount }。对吗？
money-preview-correct = 项目{ $number }“{ $name }”：{ $source }到位的更正为一共{ $amount }。对吗？
money-noted = 记下了，项目{ $number }“{ $name }”的账改好了。
placeholder-money = 比如：12万

milestone-ask-name = 节点叫什么？比如“灯具到货”。写已有的名字，就是改它的日子。
milestone-ask-day = 哪天到？
milestone-preview = 项目{ $number }“{ $name }”的节点“{ $milestone }”，{ $day }。对吗？
milestone-put = 项目{ $number }“{ $name }”有了节点“{ $milestone }”。

progress-ask-project = 说哪个项目的进度？
progress-ask-percent = 项目{ $number }“{ $name }”上回是{ $percent }%，现在做到百分之几？写0到100的数。
progress-ask-reason = 上回是{ $before }%，现在{ $percent }%，为什么少了？
progress-ask-milestone = 到了哪个节点？
progress-ask-words = 写一句给大家看，没有就按“跳过”。
progress-ask-photos = 发照片，最多10张，没有就按“跳过”。
progress-preview = 项目{ $number }“{ $name }”做到{ $percent }%，这样告诉大家，对吗？
progress-preview-milestone = 到了节点：{ $milestone }
progress-preview-reason = 少了的原因：“{ $words }”
progress-preview-photos = 照片{ $photos }张
progress-told = 好了，项目{ $number }“{ $name }”做到{ $percent }%，群里的卡片改好了。

acceptance-committee = { -committee }验收：{ $said }
acceptance-owners = { -owners }验收：{ $said }
acceptance-said-asked = 还没说
acceptance-said-absent = 小区没有，记为不在
acceptance-said-accepted = 通过
acceptance-said-objected = 有意见
acceptance-residents = 住户验收：{ $counts }
acceptance-nobody = 住户验收：还没请人
acceptance-asked = 请了{ $n }人
acceptance-accepted = { $n }人通过
acceptance-objected = { $n }人有意见
acceptance-question = 项目{ $number }“{ $name }”做好了，请您验收：行不行？
acceptance-counted = 记下了，项目{ $number }您验收通过。改主意了，按“有意见”就行。
acceptance-ask = 项目{ $number }“{ $name }”，{ $body }验收怎么说？
acceptance-ask-words = 要补一句吗？没有就按“跳过”。
acceptance-ask-why = 哪里不行？写一句。
acceptance-ask-photos = 发做好了的照片，最多5张。
acceptance-preview = 项目{ $number }“{ $name }”，{ $body }：{ $said }。对吗？
acceptance-noted = 记下了，项目{ $number }“{ $name }”的验收写在卡片上了。
acceptance-ask-objection = 项目{ $number }“{ $name }”哪里不行？写一句，只给办的人看，不写您的名字。
acceptance-preview-objection = 关于项目{ $number }“{ $name }”，这样告诉办的人，对吗？
acceptance-objection-told = 告诉他们了。项目{ $number }“{ $name }”在您点头以前算有意见。
acceptance-ask-names = 请哪几位住户来验收项目{ $number }“{ $name }”？写他们在Telegram上的名字，用顿号隔开。没有提心愿的人，至少请两位。
acceptance-preview-names = 请{ $names }来验收项目{ $number }“{ $name }”，对吗？
acceptance-named = 请好了。项目{ $number }“{ $name }”的验收，他们按一下就算。

desk-acceptance = 🏗 <b>项目{ $number }</b>“{ $name }”等验收。
desk-objected = 🏗 <b>项目{ $number }</b>“{ $name }”：{ $body }{ $who }有意见。“{ $words }”
desk-objected-resident = 🏗 <b>项目{ $number }</b>“{ $name }”：一位住户有意见。“{ $words }”
desk-accepted = 🏗 <b>项目{ $number }</b>“{ $name }”都验收通过了，可以完工。
desk-project-late = ⚠️ <b>项目{ $number }</b>“{ $name }”原计划{ $day }完成，已经过了。请改日子，或者说说进度。

notice-project-opened = 您跟着的第{ $number }件，有了项目{ $project }“{ $name }”，计划{ $day }完成。
notice-project = 第{ $number }件的项目{ $project }“{ $name }”：{ $stage }。
notice-project-why = 第{ $number }件的项目{ $project }“{ $name }”：{ $stage }。“{ $words }”
notice-project-end = 第{ $number }件的项目{ $project }“{ $name }”，改到{ $day }完成。“{ $words }”

refused-project-gone = 没找到这个项目。
refused-project-not-found = 没找到项目{ $number }。发 /projects 看看都有哪些。
refused-not-money = “{ $words }”我读不出是多少钱。请写“12万”“3,000.50元”或者“5000”这样。
refused-too-much-money = 这个数太大了，怕是多写了几个零。
refused-less-than-nothing = 钱数不能比零还少。
refused-not-wish-numbers = “{ $words }”里没有心愿的号码。请写“3、5”这样。
refused-not-a-building = “{ $words }”我不认得是哪栋楼。请写“3号楼”这样，或者按“整个小区”。
refused-not-an-indicator = “{ $words }”里要有数和单位，比如“每月送餐120份”，一行一条，最多五条。
refused-not-a-percentage = “{ $words }”不是0到100的数。
refused-lower-needs-reason = 上回是{ $percent }%。少了，要说为什么。
refused-stage-moved = 有人先动过了，项目“{ $name }”现在是“{ project-stage-of }”。请重新打开看看。
refused-no-step-there = 项目“{ $name }”现在是“{ project-stage-of }”，这一步走不了。
refused-reason-needed = 请说一句为什么。
refused-cost-unknown = 还没记谁计划给多少钱。请先按“记钱”，再走这一步。
refused-nothing-received = 计划的钱还一笔没到位。到位了请按“记钱”，再走这一步。
refused-end-is-past = 计划完成的日子已经过了。请先按“改完成的日子”。
refused-not-under-way = 项目“{ $name }”不在做，现在说不了进度。
refused-nothing-under-way = 没有正在做的项目。发 /projects 看看都到哪一步了。
refused-not-accepted = 项目“{ $name }”还不能完工：{ -committee }和住户要验收通过，没有人有意见。
refused-not-in-acceptance = 项目“{ $name }”现在不在验收。
refused-not-asked-to-accept = 项目“{ $name }”的验收只问请到的住户，谢谢您热心。
refused-acceptance-counted = 项目“{ $name }”已经这样给您记着了。
refused-two-residents-needed = 至少要请两位住户来验收。
refused-resident-unknown = 我还不认得“{ $name }”。请写 Telegram 上的名字，一字不差；没跟我打过招呼的，请先到群里按一下置顶卡片。
refused-resident-ambiguous = 叫“{ $name }”的不止一位，分不清是谁。请另请一位。
refused-accepts-in-a-bodys-name = “{ $name }”代表一方验收，不算住户。请另请一位。
refused-milestone-reached = 节点“{ $name }”已经到过了。
refused-too-many-milestones = 一个项目最多{ $most }个节点。

mydata-section-project-steps = 您推动的项目步骤：{ $n }步
mydata-section-project-money = 您记的项目的钱：{ $n }笔
mydata-section-progress-reports = 您说的项目进度：{ $n }次
mydata-section-acceptances = 请您验收、您说过的：{ $n }条
mydata-section-acceptances-recorded = 您代表一方验收的：{ $n }条

button-milestone-off = 去掉节点
milestone-off-ask = 项目{ $number }“{ $name }”，去掉哪个节点？
milestone-off-preview = 去掉项目{ $number }的节点“{ $milestone }”，对吗？
milestone-off-done = 项目{ $number }没有节点“{ $milestone }”了。
project-returned = ↩️ { $numbers }还没好，又退回来了
refused-no-milestone-ahead = 项目“{ $name }”没有还没到的节点。
