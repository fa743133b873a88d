### 认领：邻居或单位把一件“我想要”接过去，定个日子。提的人点头之前，谁也看不到谁。

claim-neighbour = 一位邻居
claim-neighbours = 几位邻居
claim-firm = { $firm }
claim-by-resident = { $name }
claim-by-group = { $name }（还有{ $helpers }）
claim-by-firm = { $firm }（{ $name }）

card-claimed = 🙋 { $who }认领了，{ $day }前办好
card-claim-done = ✅ 办好了，{ $who }帮的忙
card-claim-asks = 🙋 提的人：有人愿意帮您办，请私下看一眼
desk-claimed = 🙋 { $who }认领了，{ $day }前办好
desk-claim-done = ✅ { $who }帮着办好了，提的人说好了
desk-claim-home = 🚪 要进家门
more-step-claimed = 🙋 提的人答应由邻居来办
more-step-unclaimed = ↩️ 认领的邻居不办了，又等着
more-step-fulfilled = ✅ 提的人说邻居办好了

claim-invitation = 谢谢您帮第{ $number }件。要是您愿意把整件事接过去，定个日子办好，就按下面。只是搭把手，不用按。
button-claim = 我来认领
button-claim-myself = 我自己
button-claim-group = 我和几位邻居
button-claim-firm = 代表单位
button-claim-listed = { $firm }
button-claim-done = 办好了
button-claim-later = 要晚几天
button-claim-later-day = { $day }
button-claim-back = 办不了，交回去

claim-ask-who =
    第{ $number }件，谁来办？
    <blockquote expandable>{ $wish }</blockquote>
claim-ask-helpers = 还有哪几位？写名字就行，比如：刘敏、老赵。
claim-ask-firm = 哪家单位？写个名字。没登记过的单位，我先请{ -committee }点个头。
claim-ask-due = 第{ $number }件，您打算哪天前办好？
claim-preview = 第{ $number }件由{ $who }来办，{ $day }前办好。我先问提的人愿不愿意，他点头之前看不到您的名字。对吗？
claim-preview-myself = 您
claim-preview-group = 您和{ $helpers }
placeholder-claim-helpers = 比如：刘敏、老赵
placeholder-claim-firm = 比如：绿园超市
claim-made = 谢谢您。我去问提第{ $number }件的人，有回音告诉您。
claim-made-vouching = 谢谢您。第{ $number }件我先请{ -committee }点个头，再问提的人。有回音告诉您。

claim-yours-vouching = 🙋 您想认领，正请{ -committee }点头。
claim-yours-asked = 🙋 您想认领，正在问提的人。
claim-yours-running = 🙋 您认领的，{ $day }前办好。
claim-yours-reported = 🙋 您说办好了，正在问提的人。

claim-question =
    { $who }愿意帮您办第{ $number }件，{ $day }前办好。您愿意吗？
    <blockquote expandable>{ $wish }</blockquote>
claim-question-home = 这件要进家门，来的是熟悉的邻居，或者{ -committee }担保过的人。
claim-question-where = 您点头之前，他看不到您的名字。要进您家门的，请按第二个，我另外请人担保。
button-claim-yes = 好，请他来办
button-claim-yes-home = 好，不过要进家门
button-claim-no = 不用了，谢谢
claim-accepted = 好，第{ $number }件由{ $who }来办，{ $day }前办好。您的门牌、电话我没有给，要给，请按下面。
claim-accepted-vouching = 好。要进家门，我先请{ -committee }看看是不是熟悉的人，定了就告诉您。
claim-declined = 好，第{ $number }件不用他来。我会客气地说一声。
claim-with = 🙋 { $who }来办，{ $day }前办好。
claim-contact-passed-on = 📇 您的门牌或电话，他看得到；办完就收走。
button-claim-contact = 告诉他门牌或电话
button-claim-off = 不用他办了
claim-called-off = 好，第{ $number }件不用他办了，别人又可以来帮。我会客气地说一声。

claim-contact-ask = 第{ $number }件：门牌或电话，写一句。只发给{ $name }一个人，不进群，办完就收走。
claim-contact-typed = 刚才写的
claim-contact-given = 发给{ $name }了。办完我就收走。
placeholder-claim-contact = 门牌、电话，写一样就行
claim-contact-shown = 📇 第{ $number }件，提的人告诉您的：{ $words }
claim-contact-gone = 📇 第{ $number }件过去了，门牌和电话我收走了。

claim-is-it-done =
    第{ $number }件，{ $who }说办好了。您看呢？
    <blockquote expandable>{ $wish }</blockquote>
button-claim-fixed = 办好了，谢谢
button-claim-not-yet = 还没好
claim-confirmed = 太好了，第{ $number }件办好了。谢意我带到。
claim-goes-on = 好，我跟他说第{ $number }件还没好。
claim-reported = 谢谢您！我去问提第{ $number }件的人，好了没有。
claim-handed-back = 没关系，第{ $number }件交回来了，我跟提的人说一声。谢谢您的心意。

claim-later-ask-day = 第{ $number }件说好{ $day }前。改到哪天？只能改这一次。
claim-later-ask-because = 要不要说一句为什么？只告诉提的人。
claim-later-preview = 第{ $number }件从{ $before }前改到{ $day }前。我跟提的人说一声，群里的卡片也改过来。对吗？
claim-later-done = 好，第{ $number }件改到{ $day }前。我跟提的人说一声，您慢慢来。
placeholder-claim-later = 比如：木板还没到货
notice-claim-put-off = 第{ $number }件，{ $who }要晚几天：本来{ $before }前，现在{ $day }前办好。
    <blockquote expandable>{ $wish }</blockquote>
claim-put-off-because = 他说：{ $words }

claim-wisher = 提的人是{ $name }。
claim-wisher-nameless = 提的人没有留名字；要见面，会通过我告诉您。
notice-claim-accepted = 提第{ $number }件的人说好，谢谢您！{ $day }前办好就行。
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-how = 门牌和电话要他自己给，我一收到就发给您。办好了，或者办不了，按下面。
notice-claim-refused = 第{ $number }件，提的人说这回不用了。谢谢您的心意。
notice-claim-unanswered = 第{ $number }件，提的人一直没回话，就不等了。谢谢您的心意。
notice-claim-not-vouched = 第{ $number }件，这回没能请到人担保，就不麻烦您了。谢谢您的心意。
notice-claim-called-off = 第{ $number }件，提的人说不用麻烦您了。谢谢您。
notice-claim-released = 第{ $number }件请别人来办了，您不用再记着。谢谢您。
notice-claim-left = 您不在楼里的群了，第{ $number }件就先放下。回到群里，还可以再来认领。谢谢您的心意。
notice-claim-overtaken = 第{ $number }件已经有别的办法了，您不用再跑。谢谢您。
notice-claim-handed-back = 第{ $number }件，愿意帮忙的邻居这回来不了。这件又等着，别人也能来帮。
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-soon = 提醒您一声：第{ $number }件您说{ $day }前办好。
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-overdue = 第{ $number }件说好{ $day }前。办好了吗？忙不过来也没关系，按一下交回来就行。
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-not-yet = 第{ $number }件，提的人说还没好。{ $day }前再看看，行吗？
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-confirmed = ❤️ { $name }说第{ $number }件办好了，谢谢您！
    <blockquote expandable>{ $wish }</blockquote>
notice-claim-confirmed-nameless = ❤️ 提的人说第{ $number }件办好了，谢谢您！
    <blockquote expandable>{ $wish }</blockquote>
notice-wish-fulfilled = 第{ $number }件办好了，{ $who }帮的忙。
    <blockquote expandable>{ $wish }</blockquote>

claim-word = <b>第{ $number }件</b>：{ $who }想来办，{ $day }前。我还不熟悉他，您认得吗？
    <blockquote expandable>{ $wish }</blockquote>
claim-word-firm = <b>第{ $number }件</b>：{ $who }想来办，{ $day }前。这家单位没有登记过，{ -committee }同意吗？
    <blockquote expandable>{ $wish }</blockquote>
button-claim-known = 认得，可以
button-claim-unknown = 这回不行
claim-word-yes = 第{ $number }件：{ $name }说{ $who }可以。
claim-word-no = 第{ $number }件：{ $name }说{ $who }这回不行。
claim-stuck = ⏰ <b>第{ $number }件</b>：{ $who }说{ $day }前办好，问过一次，没有回音。要请别人来办，按下面。
claim-stuck-reported = ⏰ <b>第{ $number }件</b>：{ $who }说办好了，提的人一直没回话，不算办好。请问一声。
button-claim-release = 请别人来办
claim-released = 第{ $number }件又等着了，{ $name }说请别人来办。

match-question =
    您说过能帮忙（“{ $offer }”）。您楼里有位邻居想要：
    <blockquote expandable>{ $wish }</blockquote>
    您愿意吗？您不愿意，谁也不知道我问过您。
match-question-estate =
    您说过能帮忙（“{ $offer }”）。小区里有位邻居想要：
    <blockquote expandable>{ $wish }</blockquote>
    您愿意吗？您不愿意，谁也不知道我问过您。
button-match-yes = 愿意，我来
button-match-no = 这回不了
match-declined = 好，没关系。我没有告诉别人。

refused-not-to-claim = 第{ $number }件认领不了：能认领的是大家看得到的“我想要”。
refused-in-other-hands = 第{ $number }件已经有人在办，或者定了日子。您的心意我记着，搭把手请按“我来帮”。
refused-already-claimed = 第{ $number }件已经有人想办了。谢谢您，不成我再放出来。
refused-already-your-claim = 第{ $number }件您已经认领了，给我发“第{ $number }件”就能看到。
refused-too-many-claims = 您手上已经有{ $most }件了，先办好一件再来，不急。
refused-no-wisher-to-ask = 提第{ $number }件的人已经不在这里了，问不到，认领不了。
refused-claim-over = 第{ $number }件这一步已经过去了，给我发“第{ $number }件”看看现在怎样。
refused-put-off-already = 第{ $number }件的日子改过一次了。办好了就按“办好了”；办不了也没关系，按“办不了，交回去”。
refused-too-late-to-put-off = 第{ $number }件的日子已经过了，改不了了。办好了就按“办好了”；办不了也没关系，按“办不了，交回去”。
refused-not-later = 这一天不比原来晚，请写一个晚些的日子。
refused-not-the-wisher = 这一步只有提第{ $number }件的人能按。
refused-own-word = 第{ $number }件是您自己认领的，担保要请别人。
refused-not-done-by-neighbours = 第{ $number }件还没有邻居办好，先不用谢。
refused-match-over = 这一问已经过去了，不用管它。

role-organisation = 单位
mydata-section-claims = 您认领的：{ $n }件
mydata-section-contacts-passed-on = 您告诉过认领人的门牌、电话：{ $n }条
mydata-section-claims-put-off = 您说过为什么要晚几天的：{ $n }条
mydata-section-claim-thanks = 您谢过邻居的：{ $n }次
mydata-section-matches = 问过您愿不愿意帮的：{ $n }次
