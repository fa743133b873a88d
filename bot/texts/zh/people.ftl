### 打招呼、帮助、语言、隐私。

hello = 您好，我是邻愿（微心愿）。说一句话或发段语音就行，带张照片也行，我交给{ -committee }，有回音就告诉您。我不收钱，也不问验证码。
hello-private = 想说什么？按一个，或者直接写一句。
hello-stranger = 我还不知道您住哪栋楼。请到楼里的群，按一下置顶那条里的按钮，再来找我。

button-want = 我想要
button-offer = 我愿做
button-suggestion = 我建议
button-mine = 我的
button-wishes = 大家的

help-head = <b>邻愿能做什么</b>
help-resident =
    有事说一声就行，比如“三楼走廊灯坏了”，也可以发段语音，或者带张照片。私下跟我说最方便。
    /want 我想要：要修的、想要的
    /willdo 我愿做：能帮的
    /suggest 我建议：有主意的
    /jot 邻居说了句要紧的？回复那句话发这个，我问本人要不要记下来
    /wishes 看大家说过什么
    /projects 看看各个项目办到哪儿了
    /plan 今年打算办什么，哪天办好
    /promises 答应的日子，做到了多少
    /bulletin 简报：这一周和以前的
    /services 有什么服务，找谁办
    /phone 便民电话
    /signups 接龙报名：有什么活动，我报了哪些
    /found 捡到东西了，找失主
    /lost 丢了东西，请邻居留意
    /giveaway 闲置送人
    /things 失物招领和闲置，现在有什么
    /polls 小投票：在问的和问过的
    /ledger 公开账本：收支、决定、单据
    /moderators 这里谁是{ -moderator }
    /wish 12 看第12件
    /find 灯 找一找
    /mine 我提的和我跟着的
    /mediate 邻居之间有疙瘩，请老娘舅私下调解
help-outsider = 我还不知道您住哪栋楼。请到楼里的群，按一下置顶那条里的按钮，再来找我。
help-staff =
    您在这里是{ $roles }。每件心愿都会到工作群，下面的按钮：“我来办”让别人知道您在办，“答复”告诉大家哪天办好、办不了的原因，或者办好了。“更多”里：“归归类”说清是什么事、谁来办，“改期”换个日子（只能改一次，要说原因）。在“我来办”之后，回一张照片就是办好了。
    /menu 再发一次三个按钮的卡片
    /voices 听等着的语音，写成一句话
help-unbound = 这个群还没接到哪个小区，要等{ -committee }、{ -property }或{ -owners }的人在群里发 /bind。
help-bind =
    /bind 3号楼 在楼里的群里发，接到3号楼
    /bind staff 在工作群里发，心愿都会到那里
    /bind 在楼里的群的一个话题里发，选这个话题用来发什么
help-foot =
    /language 换语言
    /privacy 我听得到什么、留下什么
    /mydata 看看我留下的您的资料
    /forgetme 把我忘了
    /notices 有消息怎么告诉您
    /cancel 不弄了

language-ask = 我跟您说哪种话？
language-ask-group = 我在这个群里说哪种话？
language-zh = 简体中文
language-zh-Hant = 繁體中文
language-en = English
language-now-zh = 好的，以后我说中文。
language-now-zh-Hant = 好的，以後我用繁體中文。
language-now-en = All right, I’ll speak English from now on.

privacy-head = <b>我听得到什么</b>
privacy-chat-private = · 这里（您和我的私聊）：您写的、说的我都收得到，邻居看不到。
privacy-chat-all = · { $chat }：Telegram 会把大家说的话都发给我。不是对我说的，我当场丢掉，不留。
privacy-chat-addressed = · { $chat }：Telegram 只让我看到叫我的话，还有谁进群、谁退群，别的我看不到。
privacy-hears-all = 在这个群里，Telegram 会把大家说的话都发给我。不是对我说的，我当场丢掉，不留。
privacy-hears-addressed = 在这个群里，Telegram 只让我看到叫我的话：以 / 开头的命令、回复我的话、按的按钮；还有谁进群、谁退群。别的我看不到。
privacy-keeps = 我留下的只有：您交给我的话、语音和照片、您按过的按钮、您在 Telegram 上的名字，还有您在哪个楼的群里、退没退。发 /mydata 全都看得到，发 /forgetme 我就把您忘了。
privacy-mention-on = 群里的卡片会连到您的账号，邻居能找到您。
privacy-mention-off = 群里的卡片只写名字，不连到您的账号。
button-mention-on = 连到我的账号
button-mention-off = 不要连到我的账号
noted = 好的，记下了。

bot-description = 楼里有事说一声：要修的、想要的、能帮的、有主意的。说一句话或发段语音就行，我交给{ -committee }，有回音就告诉您。我不收钱，也不问验证码。
