### 商议：议事会、协调会、听证会；赞成和反对的理由、各方的意见、逐条表态、纪要；“我有不同看法”。

voice-resident = 邻居
voice-committee = { -committee }
voice-property = { -property }
voice-owners = { -owners }
voice-developer = 开发商
voice-expert = 专家
voice-department = 有关部门

more-deliberation-council = 🗣 { $body }{ $name }发起议事会，议到{ $day }：“{ $question }”
more-deliberation-coordination = 🗣 { $body }{ $name }发起协调会，议到{ $day }：“{ $question }”
more-deliberation-hearing = 🗣 { $body }{ $name }发起听证会，议到{ $day }：“{ $question }”
more-minutes = 📝 { $body }{ $name }写了纪要：{ $outcome }

button-differ = 我有不同看法
differ-counted = 记下了：第{ $number }件，您有不同看法。谁也不知道是您，办的人只看到人数。改主意了，再按一次就收回。
differ-taken-back = 收回了：第{ $number }件，不算您有不同看法。
card-dissents = 🗣 有{ $n }位邻居有不同看法，先商议，再定
desk-dissents = 🗣 { $n }人有不同看法
refused-deliberate-first = 第{ $number }件有{ $n }位邻居有不同看法，要先商议、写好纪要，才能答应日子或者说办不了。请按“更多”里的“发起商议”。
refused-own-wish-not-differed = 第{ $number }件是您自己提的。想改想补，请私下找我，发 /mine。
refused-nothing-to-differ = 第{ $number }件已经有结果了。

button-deliberate = 发起商议
button-decide = 定下来
button-form-council = 议事会
button-form-coordination = 协调会
button-form-hearing = 听证会
button-officer = { $voice } { $name }
deliberate-ask-form = 第{ $number }件，怎么商议？
deliberate-form-council = <b>议事会</b>：发到楼群，邻居说赞成、反对的理由，各方说意见。
deliberate-form-coordination = <b>协调会</b>：只在工作群，各方自己商量。
deliberate-form-hearing = <b>听证会</b>：发到楼群，邻居提问，一位负责人公开答。
deliberate-ask-question = 要大家议的是哪一个问题？写一句。
deliberate-ask-background = 前因后果，大家要知道些什么？不用就按“跳过”。
deliberate-ask-agenda = 听证会分几项议？一行写一项。不用就按“跳过”。
deliberate-ask-officer = 由谁来答？
deliberate-ask-until = 议到哪天？当天晚上8点结束。
deliberate-preview-council = 第{ $number }件开议事会，发到楼群，对吗？
deliberate-preview-coordination = 第{ $number }件开协调会，只在工作群，对吗？
deliberate-preview-hearing = 第{ $number }件开听证会，发到楼群，对吗？
deliberate-done-council = 第{ $number }件的议事会开始了，已经发到楼群。
deliberate-done-coordination = 第{ $number }件的协调会开始了，就在工作群里。
deliberate-done-hearing = 第{ $number }件的听证会开始了，已经发到楼群。
placeholder-deliberate = 比如：门口装几把椅子？

deliberation-head-council = 🗣 <b>第{ $number }件 · 议事会</b>
deliberation-head-coordination = 🗣 <b>第{ $number }件 · 协调会</b>
deliberation-head-hearing = 🗣 <b>第{ $number }件 · 听证会</b>
deliberation-question = <b>{ $question }</b>
deliberation-background = <blockquote expandable>{ $background }</blockquote>
deliberation-agenda =
    议程：
    { $agenda }
deliberation-officer = 🎤 由{ $voice }{ $name }来答
deliberation-until = ⏳ 议到{ $day }晚上8点
deliberation-closed = 🔒 时间到了，等纪要
deliberation-dropped = 🔒 这件不在了，不议了
deliberation-outcome = 📝 { $outcome }
deliberation-hidden = 第{ $number }件现在看不到，商议也先收起来。
deliberation-for = 👍 赞成的理由 { $n }
deliberation-against = 👎 反对的理由 { $n }
deliberation-questions = ❓ 邻居问 { $n }
deliberation-voices = 🏛 各方的意见 { $n }
deliberation-notes = 🔎 专家现场看过 { $n }
deliberation-older = 还有{ $n }条，按“看全部”
deliberation-side-for = 👍 赞成
deliberation-side-against = 👎 反对
deliberation-said-argument = { $at }. { $words }
deliberation-said-argument-tapped = { $at }. { $words }（{ $taps }）
deliberation-said-question = { $at }. { $words }
deliberation-said-question-tapped = { $at }. { $words }（{ $taps }）
deliberation-said-statement-for = { $at }. { $voice }{ $name }赞成：{ $words }
deliberation-said-statement-for-tapped = { $at }. { $voice }{ $name }赞成：{ $words }（{ $taps }）
deliberation-said-statement-against = { $at }. { $voice }{ $name }反对：{ $words }
deliberation-said-statement-against-tapped = { $at }. { $voice }{ $name }反对：{ $words }（{ $taps }）
deliberation-said-statement-neither = { $at }. { $voice }{ $name }：{ $words }
deliberation-said-statement-neither-tapped = { $at }. { $voice }{ $name }：{ $words }（{ $taps }）
deliberation-said-note = { $at }. { $voice }{ $name }：{ $words }
deliberation-said-note-tapped = { $at }. { $voice }{ $name }：{ $words }（{ $taps }）
deliberation-answered = 　🎤 { $name }答：{ $words }
deliberation-unanswered = 　⏳ 还没答
deliberation-folded = （收起来了，邻居看不到）
deliberation-nothing-said = 还没有人说，您先说一句？
deliberation-page = 第{ $page }页，共{ $pages }页
deliberation-minutes = <blockquote expandable>{ $minutes }</blockquote>
taps-agree = { $n }人同意
taps-disagree = { $n }人不同意
taps-pass = { $n }人说不好

card-deliberating = 🗣 正在商议，到{ $day }
card-deliberation-closed = 🗣 商议完了，等纪要
card-deliberated = 🗣 商议过了：{ $outcome }

button-say-for = 说赞成的理由
button-say-against = 说反对的理由
button-say-question = 我要提问
button-say-statement = 说我方的意见
button-say-note = 写现场看到的
button-one-by-one = 逐条表态
button-deliberation-whole = 看全部
button-deliberation-look = 去看看
button-tap-agree = 同意
button-tap-disagree = 不同意
button-tap-pass = 说不好
button-tap-agree-numbered = { $at } 同意
button-tap-disagree-numbered = { $at } 不同意
button-tap-pass-numbered = { $at } 说不好
button-said-photos = 看第{ $at }条的照片
button-answer-question = 答第{ $at }条
button-unsay = 收回第{ $at }条
button-fold-said = 收起第{ $at }条
button-unfold-said = 放回第{ $at }条
button-end-deliberation = 现在结束
button-end-yes = 是的，结束

tap-counted = 记下了：第{ $at }条，{ $tap }。改主意了，按别的就行。
one-by-one-ask =
    第{ $number }件：{ $question }
    这一条您怎么看？
one-by-one-over = 第{ $number }件的每一条您都看过了，谢谢。
unsaid = 第{ $at }条收回了，大家看不到了。
said-folded = 第{ $at }条收起来了，邻居看不到了。再按一次就放回去。
said-unfolded = 第{ $at }条放回去了。

side-for = 赞成
side-against = 反对
side-neither = 都不是，只说情况
say-ask-side =
    第{ $number }件：{ $question }
    您这一方怎么看？
say-ask-argument-for =
    第{ $number }件：{ $question }
    您赞成，为什么？写一句。大家看得到这句话，看不到是谁写的。
say-ask-argument-against =
    第{ $number }件：{ $question }
    您反对，为什么？写一句。大家看得到这句话，看不到是谁写的。
say-ask-statement =
    第{ $number }件：{ $question }
    您这一方的意见是什么？下面会写您的名字。
say-ask-note =
    第{ $number }件：{ $question }
    您在现场看到了什么？下面会写您的名字。
say-ask-question =
    第{ $number }件：{ $question }
    您想问什么？大家看得到这句话，看不到是谁写的。
say-ask-photos = 现场的照片，一张一张发来，发完按“好了”。没有就按“跳过”。
say-preview-argument-for = 第{ $number }件，赞成的理由这样写，对吗？
say-preview-argument-against = 第{ $number }件，反对的理由这样写，对吗？
say-preview-statement = 第{ $number }件，您这一方的意见这样写，对吗？
say-preview-note = 第{ $number }件，现场看到的这样写，对吗？
say-preview-question = 第{ $number }件，这样问，对吗？
say-preview-side-for = 👍 赞成
say-preview-side-against = 👎 反对
say-preview-side-neither = 不说赞成反对
say-preview-photos = 📷 { $n }张照片
say-concern = ⚠️ 里面有{ $concerns }，大家都看得到。不合适就按“返回”改一改。
say-faces = 照片里有没有别人的脸，或者孩子？有就按“返回”换一张。
say-done-argument = 写上了。第{ $number }件议完了，我告诉您结果。
say-done-statement = 写上了。
say-done-note = 写上了，谢谢您去看。
say-done-question = 问出去了。第{ $number }件有了回答，我告诉您。
placeholder-say = 一句话就行

hearing-ask-answer =
    第{ $number }件，邻居问：
    <blockquote expandable>{ $words }</blockquote>
    您怎么答？大家都看得到。
hearing-preview-answer =
    邻居问：
    <blockquote expandable>{ $words }</blockquote>
    这样答，对吗？
hearing-answered = 答好了，第{ $number }件大家都看得到，提问的人我去告诉。

end-deliberation-ask = 第{ $number }件“{ $question }”现在就结束？结束了就不能再说了。
end-deliberation-done = 第{ $number }件议完了。请写纪要。
deliberation-is-over = 🗣 第{ $number }件“{ $question }”议完了，请{ -committee }写纪要。
button-minutes = 写纪要
minutes-ask-outcome =
    第{ $number }件：{ $question }
    议得怎么样？
minutes-ends-it = （还没到时间，写了纪要就算结束。）
minutes-ask-words = 纪要怎么写？大家说了什么，定了什么。
minutes-preview = 第{ $number }件的纪要发到楼群，说过话、表过态的人我都去告诉，对吗？
minutes-preview-staff = 第{ $number }件的纪要发在工作群，对吗？
minutes-done = 纪要发出去了，第{ $number }件说过话的人我都去告诉。
minutes-head =
    📝 <b>第{ $number }件 · 纪要</b>
    { $question }
minutes-by = { $body }{ $name }写
minutes-wanted = ⏰ 第{ $number }件“{ $question }”议完{ $days }天了，还没有纪要。大家等着呢，请{ -committee }写一写。
placeholder-minutes = 比如：装四把，月底前装好
outcome-agreed = 谈拢了
outcome-partly = 谈拢了一部分
outcome-not-agreed = 没谈拢
outcome-handed-up = 往上报一级

notice-deliberation-council = 第{ $number }件开议事会，议到{ $day }：{ $question } 想听听您怎么说。
notice-deliberation-coordination = 第{ $number }件开协调会，议到{ $day }：{ $question } 请您说说意见。
notice-deliberation-hearing = 第{ $number }件开听证会，议到{ $day }：{ $question } 有想问的，可以问。
notice-minutes-overdue = ⏰ 第{ $number }件“{ $question }”早议完了，还没有纪要。说过话的人都等着，请写一写。
notice-hearing-asked =
    第{ $number }件的听证会，邻居问您：
    <blockquote expandable>{ $words }</blockquote>
notice-hearing-answered =
    第{ $number }件，您问的“{ $words }”有回答了：
    <blockquote expandable>{ $reply }</blockquote>
    { $voice }{ $name }

refused-deliberation-over = 第{ $number }件议完了，不能再说了。
refused-deliberation-too-short = 今天来不及了，请选晚一点的日子，让大家有时间说。
refused-already-deliberated = 第{ $number }件正在商议，或者还等着写纪要。
refused-not-before-neighbours = 第{ $number }件只给{ -committee }看，不能发到楼群，只能开协调会。
refused-not-this-form = 这一次商议不收这个。
refused-speaks-for-a-body = 您代表一方，请按“说我方的意见”。
refused-not-a-voice = 这是给各方代表的。您是邻居，请说赞成或者反对的理由。
refused-not-an-expert = 现场记录由专家来写。
refused-not-the-officer = 这一次由{ $name }来答。
refused-question-answered = 这一条已经答过了。
refused-said-enough = 一个人最多说{ $most }条，也让别人说说。想换一条，先收回一条。
refused-not-your-words = 谁说的谁才能收回。
refused-minutes-written = 第{ $number }件的纪要已经写好了。

mydata-section-deliberations = 您发起的商议：{ $n }次
mydata-section-minutes = 您写的纪要：{ $n }份
mydata-section-contributions = 您在商议里说的：{ $n }条
mydata-section-spoken = 您代表一方在商议里说的：{ $n }条
mydata-section-contribution-taps = 您在商议里表的态：{ $n }次
mydata-section-dissents = 您按了“我有不同看法”的：{ $n }件
