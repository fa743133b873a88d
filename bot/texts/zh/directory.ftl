### 服务清单和便民电话：有什么服务、谁来办、必须还是可以、怎么办、几点、找谁；问题和回答；每年回头看。

command-services = 有什么服务，找谁办
command-phone = 便民电话
help-services =
    /services 服务清单，下面的按钮加一项、改、拿掉，看看哪些没人用
    /phone 便民电话，下面的按钮加号码、改、拿掉

duty-must = 必须提供
duty-may = 可以提供

services-head = { $n ->
    [0] 🧭 <b>{ $estate }</b> · 服务清单
   *[other] 🧭 <b>{ $estate }</b> · 服务清单 · { $n }项
}
services-head-off = <b>{ $estate }</b> · 拿掉的服务 · { $n }项
service-row = { $number } { $name } · { $provider } · { $duty }
services-how = 按一下看怎么办。找一项，比如：/services 电梯
services-empty = 这里还空着。
services-empty-kept = 服务清单还空着。按“加一项服务”，写上谁来办、怎么办。
services-found = 带“{ $words }”的服务：{ $n }项
services-more = 还有{ $n }项没列出来，请多写几个字再找。
services-none = 没找到带“{ $words }”的服务。换个词试试，或者看全部。

service-head = 🧭 <b>{ $name }</b>（服务{ $number }）
service-is-off = ✖️ 从清单上拿掉了，居民看不到。
service-provider = { $provider } · { $duty }
service-apply = 怎么办：{ $words }
service-hours = 时间：{ $words }
service-contact = 找谁：{ $words }
service-checked = { $day }核对过
service-by = 上次是{ $body }{ $name }写的
service-asked = ❓ { $words }
service-answered = 💬 { $body }{ $name }：{ $words }
service-qa-empty = 现在没有给大家看的问答。

button-service = { $number } { $name }
button-services = 看服务清单
button-services-back = 返回清单
button-services-off = 拿掉的{ $n }项
button-service-add = 加一项服务
button-service-look = 看这项服务
button-service-ask = 问一句
button-service-qa = 问答{ $n }条
button-service-answer = 回答
button-service-answer-no = 回答第{ $n }个
button-service-takeback = 撤回
button-service-waiting = 没人答的问题 { $n }
button-service-show = 给大家看
button-service-hide = 只告诉提问的人
button-service-hide-no = 收起第{ $n }条
button-service-hide-again = 还是收起来
button-service-show-again = 还是给大家看
button-service-review = 一年用了多少
button-service-change = 改
button-service-off = 拿掉
button-service-back = 放回
button-service-keep = { $number } 留着
button-service-change-no = { $number } 改
button-service-off-no = { $number } 拿掉
button-part-name = 改名字
button-part-provider = 改谁来办
button-part-duty = 改必须不必须
button-part-apply = 改怎么办
button-part-hours = 改时间
button-part-contact = 改找谁
button-part-number = 改号码
button-part-about = 改用处

service-ask-name = 这是什么服务？几个字，比如“代办老年证”。
service-ask-provider = 谁来办？按一下，或者写上名字，比如“街道办事大厅”。
service-ask-duty = 是必须提供，还是可以提供？
service-ask-apply = 怎么办？带什么、去哪里，可以写几行。没有就按“跳过”。
service-ask-hours = 什么时间？比如“周一到周五 9:00-17:00”。没有就按“跳过”。
service-ask-contact = 找谁？电话、窗口或者人。没有就按“跳过”。
service-preview = 这样列进服务清单，对吗？<b>{ $name }</b>
service-preview-change = 这样改，对吗？<b>{ $name }</b>
service-preview-off = 服务{ $number }“{ $name }”从清单上拿掉，对吗？以后放得回来。
service-added = 服务{ $number }“{ $name }”列进清单了。
service-changed = 服务{ $number }“{ $name }”改好了。
service-taken-off = 服务{ $number }“{ $name }”拿掉了。
service-put-back = 服务{ $number }“{ $name }”放回清单了。
service-kept = 好的，服务{ $number }留着

service-question-ask = 关于“{ $name }”，想问什么？
placeholder-service-question = 比如：周末能办吗？
service-question-preview = 这样问，对吗？（{ $name }）不写您的名字。
service-question-sent = 问过去了，有回音就告诉您。
service-question-kept = 记下来了。工作群还没接好，{ -committee }要自己来看，可能慢一些；有回音就告诉您。
service-question-until = 到{ $day }还没人答，我每天早上催他们。
service-question-head = ❓ 有人问服务{ $number }“{ $name }”：
service-question-shown = （给大家看）
service-question-unshown = （只告诉提问的人）
service-question-told = 您问过“{ $service }”：“{ $asked }”
    { $body }{ $name }：“{ $words }”
service-answer-ask = “{ $name }”有人问：“{ $words }”。怎么回答？
placeholder-service-answer = 比如：周六上午能办
service-answer-ask-show = 给大家看，还是只告诉提问的人？给大家看，就写在这项服务下面，不写谁问的。
service-answer-preview = 这样回答，对吗？（{ $name }）
service-answer-shown = 写在服务下面，大家看得到。
service-answer-unshown = 只告诉提问的人。
service-answer-given = 答好了（{ $name }）。过一会儿告诉提问的人，夜里就等到天亮；这之前撤得回来。
service-answer-taken-back = 回答撤回了（{ $name }），提问的人没看到。
service-question-now-shown = “{ $name }”的这条问答给大家看了。
service-question-now-hidden = “{ $name }”的这条问答收起来了。
service-waiting-head = { $n ->
    [0] <b>{ $estate }</b> · 关于服务的问题都答过了。
   *[other] <b>{ $estate }</b> · 没答的问题{ $n }个
}
service-waits = { $number } { $name }：“{ $words }”，{ $day }前
service-waits-late = ⚠️ { $number } { $name }：“{ $words }”，原来说{ $day }前
service-waits-undated = { $number } { $name }：“{ $words }”
morning-questions = ❓ 关于服务的问题，过了日子还没人答：{ $n }个

service-review-head = 🔎 <b>{ $estate }</b> · 服务清单，一年用了多少
service-review-counts = 常用{ $much }项（打开{ $much_from }次以上）· 少用{ $rarely }项 · 没人用{ $never }项
service-review-use = <b>{ $use }</b> · { $n }项
service-use-never = 没人用
service-use-rarely = 少用
service-use-much = 常用
service-review-row = { $number } { $name } · 打开{ $n }次
service-review-row-new = { $number } { $name } · 打开{ $n }次，{ $day }才列进来
service-review-row-done = ✅ { $number } { $name } · 打开{ $n }次，今年看过
service-review-how = 一人一天算一次。没人用的，是大家不知道，还是用不着？留着、改、拿掉，都可以。

phone-head = ☎️ <b>{ $estate }</b> · 便民电话
phone-head-off = <b>{ $estate }</b> · 拿掉的电话
phone-emergency = 🚨 { $numbers }
phone-call = { $what } { $number }
phone-row = <b>{ $name }</b> { $number }
phone-row-hours = <b>{ $name }</b> { $number } · { $hours }
phone-row-about = <b>{ $name }</b> { $number } · { $about }
phone-row-whole = <b>{ $name }</b> { $number } · { $hours } · { $about }
phone-empty = 别的电话，{ -committee }还没写上。
phone-empty-kept = 别的电话还没写上。按“加一个号码”，比如电梯困人、{ -property }前台。
phone-empty-off = 没有拿掉的电话。
button-phone = { $name }
button-phone-add = 加一个号码
button-phone-card = 看便民电话
button-phones-off = 拿掉的{ $n }个
button-phone-off = 拿掉

phone-ask-name = 这是哪儿的电话？几个字，比如“电梯困人”。
phone-ask-number = 号码是多少？比如 021-65432100 转 8、12345。写成 +86 21 65432100，在手机上一按就能打。
placeholder-phone = 比如：021-65432100
phone-ask-hours = 什么时间有人接？比如“24小时”。没有就按“跳过”。
phone-ask-about = 什么事打这个电话？没有就按“跳过”。
phone-preview = 这样写到便民电话上，对吗？
phone-preview-change = 这样改，对吗？
phone-preview-off = “{ $name }”（{ $number }）从便民电话上拿掉，对吗？以后放得回来。
phone-added = “{ $name }”写上了。
phone-changed = “{ $name }”改好了。
phone-taken-off = “{ $name }”拿掉了。
phone-put-back = “{ $name }”放回去了。

refused-service-gone = 没找到这项服务。/services 看看都有哪些。
refused-service-off = “{ $name }”从服务清单上拿掉了。
refused-service-listed = “{ $name }”就在服务清单上。
refused-too-many-services = 服务清单最多{ $most }项，请先拿掉用不着的。
refused-phone-gone = 没找到这个电话。/phone 看看都有哪些。
refused-phone-off = “{ $name }”已经从便民电话上拿掉了。
refused-phone-listed = “{ $name }”就在便民电话上。
refused-too-many-phones = 便民电话最多{ $most }个，请先拿掉用不着的。
refused-not-a-phone-number = “{ $words }”我读不出是哪个号码。一次写一个，只要数字，比如 021-65432100、021-65432100 转 8、12345。
refused-listing-unchanged = 跟原来一样，什么都没改。
refused-too-many-service-questions = 您有{ $most }个问题还没人答，等有了回音再问，好吗？
refused-service-question-gone = 没找到这个问题。
refused-service-question-answered = { $name }已经答过了。
refused-service-answer-out = 撤不回来了：回答已经说出去了，或者已经撤过。

mydata-section-services = 您写的服务：{ $n }项
mydata-section-service-openings = 您今天看过的服务：{ $n }项
mydata-section-service-questions = 您问过的服务：{ $n }个问题
mydata-section-service-questions-shown = 您问过、给大家看的问题：{ $n }个
mydata-section-service-answers = 您回答的服务问题：{ $n }个
mydata-section-phones = 您写的便民电话：{ $n }个
