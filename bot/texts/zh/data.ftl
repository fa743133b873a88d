### 自己的资料：/mydata 看，/forgetme 忘。

data-in-private = 您的资料私下看，群里不念。

mydata-head = <b>我留下的，和您有关的都在这里</b>
mydata-name = 名字：{ $name }（Telegram 编号 { $id }）
mydata-username = 账号：{ $username }
mydata-language = 语言：{ $language }
mydata-home = 楼里的群：{ $title }
mydata-section-administers = 您管的群：{ $n }个（Telegram 告诉我的）
mydata-section-wishes = <b>您提的：{ $n }件</b>
mydata-section-in-hand = <b>您正在办的：{ $n }件</b>
mydata-section-stances = <b>您跟着的，还没了结：{ $n }条</b>
mydata-section-stances-ended = <b>您跟过的，已经了结：{ $n }条</b>
mydata-section-answers = <b>您答复过：{ $n }次</b>
mydata-section-thanks = 您道过谢：{ $n }次
mydata-section-questions = { -committee }问过您的：{ $n }次
mydata-section-asked = 您问过别人的：{ $n }次
mydata-section-pauses = 您被请先歇一歇：{ $n }次
mydata-section-paused = 您请别人先歇一歇：{ $n }次
mydata-section-lifted = 您让别人接着说：{ $n }次
mydata-section-alarms = 您说过要紧的危险：{ $n }次，只记是哪一类
mydata-section-similar-taps = <b>您说过“像”或“不是一回事”：{ $n }次</b>
mydata-section-dialogs = 还没说完的：{ $n }件
mydata-section-received = 刚收到、正在办的：{ $n }条
mydata-section-told = 我告诉过您的：{ $n }条，发出几天后就删
mydata-section-said = 我在这里说过的：{ $n }条，发出几天后就删
mydata-row-wish = · 第{ $number }件 “{ $words }”
mydata-row-number = · 第{ $number }件
mydata-row-stance = · 第{ $number }件：{ $stance }
mydata-row-words = · “{ $words }”（{ $moment }）
mydata-more = · 还有{ $n }条，都在文件里
mydata-file = 全部都在这个文件里，可以存下来。不想留了，发 /forgetme。
button-mydata = 先看看我的资料

forget-head = <b>要我把您忘了吗？</b>
forget-goes = 会删掉：您的名字、账号、语言、您在哪个楼的群里、没说完的话，还有我跟您说过的话的底稿。
forget-goes-wishes = · 您提的{ $n }件：没有别人跟着，或者只给{ -committee }看的，连内容一起删
forget-goes-photos = · 您发的{ $n }张照片，卡片上也会拿掉
forget-goes-stances = · 您按过的{ $n }个“我家也是”“支持”“我来帮”，从人数里去掉
forget-stays = 会留下，但不写您是谁：
forget-stays-nothing = 别的什么都不留。
forget-stays-wishes = · 您提的{ $n }件：别人也跟着，或者有人答复过、在办，改成“一位邻居说的”，去掉门牌
forget-stays-stances = · { $n }个已经了结的“我家也是”“支持”“谢谢”，只剩一个数
forget-stays-answers = · 您替单位答复过的{ $n }次：那是对大家说的话，内容和署名都留着
forget-speaker = 您还写在管机器人的人那份名单（config.yaml）里，那份我删不了，请跟他们说。
forget-administrator = 您还管着群：Telegram 会再告诉我管理员的编号，您不当管理员了才没有。
forget-telegram = 群里和这里已经发出来的消息在 Telegram 那边，您写的请自己删；我的卡片我会改。
forget-for-good = 忘了就找不回来，等着答复的也没法再告诉您。以后您再来，我当您是新邻居。
button-forget = 把我忘了
button-forget-not = 先不忘
forget-sure = 再想一想：按下去马上就忘，找不回来。
button-forget-yes = 是的，忘了我
forget-not-done = 好，什么都没动。
forgotten = 都忘了。谢谢您来过，保重。

card-gone = 第{ $number }件，提的人撤走了。
desk-author-gone = 提的人已注销，答复还能写，只是没法告诉本人
