### 进群、接到小区、置顶的卡片。

menu-card = 有事说一声：要修的、想要的、能帮的、有主意的。

chat-hello = 大家好，我是邻愿（微心愿），是{ $name }请我来的。要修的、想要的、能帮的、有主意的，跟我说一声，我交给{ -committee }，有回音就告诉大家。我不收钱，也不问验证码。
chat-back = 我回来了，接着听大家说。

bind-none = 这个群还没接到哪个小区。
bind-building = 这个群接的是{ $estate }{ $place }。
bind-staff = 这个群是{ $estate }的工作群。
bind-usage = 楼里的群发 /bind 3号楼（写自己的楼号），整个小区的群发 /bind 全小区，网格的群发 /bind 网格2，工作群发 /bind staff。后面可以写我主动发什么：心愿、通知、投票，或者聊天，比如 /bind 3号楼 通知 投票。只有名单里的人能办。
bind-usage-id = 您的号码是 { $id }。
group-of-estate = （整个小区）
group-of-grid = 的网格“{ $grid }”
use-wishes = 心愿
use-notices = 通知
use-votes = 投票
use-talk = 只聊天
says = 我在这个群里主动发：{ $uses }。
says-nothing = 这个群只聊天：我不主动说话，叫我才答。
says-changed = 改好了。
bound-building = 好了，这个群接到{ $estate }{ $place }了。大家有事跟我说一声。
bound-pin-yourself = 下面这张卡片请您置顶，大家好找。（我是管理员的话会自己置顶。）
bound-staff = 好了，这里是{ $estate }的工作群。每件心愿都会到这里来，按“答复”就能答。
bound-staff-waiting = { $n ->
    [0] 现在没有等答复的。
   *[other] 现在有{ $n }件等答复，发 /wishes 看看。
}

unsigned-ask = 这条是匿名管理员发的，我看不出是哪一位。是您发的，请在{ $minutes }分钟内按“是我”，我就照办，也不在这里写您的名字。
button-unsigned = 是我
unsigned-signed = 好，知道是您了。
