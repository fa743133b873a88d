### 给人安排角色：请谁做什么，愿不愿意，什么时候不做了；谁是群管理；谁做过什么。

command-role = 给人安排角色
command-moderators = 这里谁是{ -moderator }
command-audit = 谁有过什么角色、做了什么

role-resident-moderator = 居民{ -moderator }
role-committee-moderator = { -committee }{ -moderator }
role-grid-worker = 网格员
role-liaison = 部门联络人
role-auditor = 监督员
role-administrator = 管理员

role-does-captain = 邻居不会用手机的，您可以替他们提心愿，也可以替邻居作保。别的和住户一样。
role-does-volunteer = 您可以替不会用手机的邻居提心愿，把答复带给他们。也可以听语音，写成一句话。
role-does-grid-worker = 您可以替邻居提心愿，也可以接手、答复心愿，答复算{ -committee }的。工作群里的事您都看得到。
role-does-resident-moderator = 您可以把不合适的心愿收起来、放回去，问提的人两件是不是一件，发起商议，回答大家问服务的话。每个月{ -committee }要议的事，我也会发给您一份。
role-does-committee-moderator = 您可以把不合适的心愿收起来、放回去，问提的人两件是不是一件，发起商议，回答大家问服务的话。您说的话算{ -committee }的。
role-does-committee = 您可以替{ -committee }接手和答复心愿，管项目、服务清单和公开账本。也可以给别人安排角色。
role-does-property = 您可以替{ -property }接手和答复心愿。每件心愿都会到工作群。
role-does-owners = 您可以替{ -owners }接手和答复心愿，往公开账本里写。验收项目的时候也有您一份。
role-does-liaison = 有事要商量的时候，我会请您来听、来说。您说的话会写明是部门的。
role-does-mediator = 邻居有疙瘩，会私下交给您来调解。双方说的话只有您看得到。
role-does-organisation = 您可以替单位认领邻居的心愿。哪天办好，由您来定。
role-does-auditor = 工作人员看得到的，您都看得到，也能查谁做过什么。您只看，什么都不改。
role-does-resident = 您可以在私聊里提心愿、看大家的心愿，也能报名、问事。发给您这栋楼的公告，我会私下发给您。
role-does-administrator = 您可以给人安排角色、拿掉角色，也能查谁做过什么。心愿您不用答复。

role-where = { $kind ->
    [resident] 住在：{ $place }
   *[office] 管的是：{ $place }
}
role-where-all = 管的是：整个小区
role-days-open = { $kind ->
    [resident] 从{ $starts }起，住到搬走为止。
   *[office] 从{ $starts }起，做到不想做为止。
}
role-days = { $kind ->
    [resident] 从{ $starts }到{ $ends }。
   *[office] 从{ $starts }做到{ $ends }。
}
role-where-body = 管的是：整个小区。这个角色不分楼、不分网格。
role-in-part = { $place }{ $role }
scope-entire = 整个小区
scope-grid = 网格“{ $grid }”
scope-building = { $building }号楼
scope-stairwell = { $building }号楼{ $unit }单元

### 请人

role-ask-role = 请他做什么？
role-ask-home = 住哪栋楼？写楼号就行。
role-ask-where = 管哪儿？按一个，也可以写：网格名、3号楼、3号楼2单元。
role-ask-stairwell = 整栋楼，还是只管一个单元？
button-role-everywhere = 整个小区
button-role-all-stairwells = 整栋楼
role-ask-who = 请谁？写他的 @名字。没有 @名字的，选“发一个链接”，转给他点一下就行。
role-ask-name = 大家怎么称呼他？比如：张师傅
role-ask-starts = 从哪天起？
role-ask-ends = 做到哪天？跳过就是一直做，什么时候都能拿掉。
button-role-by-link = 发一个链接
button-building = { $number }号楼
button-next-month = 下月头一天 · { $day }
button-in-a-year = 一年后 · { $day }
button-end-of-year = 年底 · { $day }
button-role-change-role = 改角色
button-role-change-who = 换人
button-role-change-where = 改地方
button-role-change-building = 改楼
button-role-change-starts = 改开始
button-role-change-ends = 改结束
role-preview = { $kind ->
    [resident] <b>这样安排对吗？</b>
        { $name }住在这里，是{ $role }。
   *[office] <b>这样安排对吗？</b>
        请{ $name }做{ $role }。
}
role-preview-asked = 我私下问{ $who }，他答应了才算。
role-preview-unknown = { $who }还没跟我说过话。我给您一个链接，您转给他，他点了答应了才算。
role-preview-link = 我给您一个链接，您转给他。谁先点了答应，就是谁，别转错人。
role-offered = 问过{ $name }了，他答应了我告诉您。
role-offered-waits = 记下了。现在晚了，明早我问{ $name }，他答应了我告诉您。
role-offered-link = 请把下面这条转给{ $name }。一周里点都行，只能用一次；他答应了我告诉您。
role-link = { $kind ->
    [resident] { $name }您好，{ $by }想把您记成{ $estate }的{ $role }：您有事可以直接跟我说，楼里的通知我也发给您。点下面看一看，愿意不愿意都行。
   *[office] { $name }您好，{ $by }想请您做{ $estate }的{ $role }。点下面看一看，愿意不愿意都行。
}
button-role-link = 看一看
role-offer = { $kind ->
    [resident] <b>{ $by }想把您记成{ $estate }的{ $role }</b>
        称呼您“{ $name }”。
   *[office] <b>{ $by }想请您做{ $estate }的{ $role }</b>
        称呼您“{ $name }”。
}
role-offer-foot = { $kind ->
    [resident] 是您吗？哪天搬走了，随时说一声就行。
   *[office] 愿意吗？哪天不想做了，随时说一声就行。
}
button-role-yes = 我愿意
button-role-no = 不了
role-accepted = { $kind ->
    [resident] <b>好，您是{ $estate }的{ $role }了。</b>
        称呼您“{ $name }”。有什么心愿，直接写给我就行。
   *[office] <b>好，您是{ $estate }的{ $role }了。</b>
        大家称呼您“{ $name }”。
}
role-accepted-foot = { $kind ->
    [resident] 搬走了，按下面的按钮，或者发 /mine 再按“我的角色”。
   *[office] 不想做了，按下面的按钮，或者发 /mine 再按“我的角色”。
}
role-declined = { $kind ->
    [resident] 好，不记了。我跟{ $by }说一声。
   *[office] 好，不做{ $role }。我跟{ $by }说一声。
}
button-role-leave = { $kind ->
    [resident] 我不住这儿了
   *[office] 我不做了
}
button-role-leave-this = { $kind ->
    [resident] 不住这儿了
   *[office] 不做{ $role }了
}
button-role-leave-yes = { $kind ->
    [resident] 对，不住了
   *[office] 对，不做了
}
role-leave-ask = { $kind ->
    [resident] 您不住在{ $estate }了吗？按了马上就算。在楼里的群里的话，群里还是照旧。
   *[office] 不做{ $estate }的{ $role }了吗？按了马上就算。
}
role-left = { $kind ->
    [resident] 好，记下了，您不住在{ $estate }了。多谢您，祝您一切都好。
   *[office] 好，{ $role }您不做了。谢谢您这些日子的辛苦。
}
role-ended = { $kind ->
    [resident] { $by }说您不住在{ $estate }了，从现在起不算{ $role }。要是弄错了，请跟{ $by }说。
   *[office] { $estate }的{ $role }，{ $by }请您先歇一歇，从现在起不用做了。谢谢您这些日子的辛苦。您还是我们的好邻居。
}
role-ended-why = 原因：{ $words }
role-offer-taken-back = { $kind ->
    [resident] 把您记成{ $role }的事，{ $by }收回了，您不用答复了。
   *[office] 请您做{ $role }的事，{ $by }收回了，您不用答复了。
}
role-over = { $kind ->
    [resident] 您做{ $estate }{ $role }的日子到了，从今天起不算了。还住在这儿的话，请跟{ $by }说一声。
   *[office] { $estate }的{ $role }做满日子了。谢谢您这些日子的辛苦。
}
role-news-accepted = { $kind ->
    [resident] { $name }说是，记成{ $role }了。
   *[office] { $name }答应做{ $role }了。
}
role-news-declined = { $kind ->
    [resident] { $name }说不用记成{ $role }。
   *[office] { $name }说不做{ $role }。要不要请别人，看您。
}
role-news-laid-down = { $kind ->
    [resident] { $name }说不住在这儿了。
   *[office] { $name }不做{ $role }了。
}
role-over-written = 刚才写的：{ $words }

### 名单

role-list = <b>{ $estate } · 谁在做什么</b>（{ $n }人次）
role-list-empty = 还没有人。按下面请一个。
role-list-fixed = 写在设置里的，要改设置文件，这里拿不掉。
role-row = { $at }. { $role } { $name } · { $state }
role-row-in-part = { $at }. { $role } { $name } { $place } · { $state }
role-state-fixed = 写在设置里
role-state-offered = 还没答应
role-state-later = 还没开始
role-state-runs = 在做
button-role-at = { $at }
button-role-give = 请一个人
button-role-see = 看这一位
role-view = <b>{ $name } · { $role }</b>
role-view-offered = { $at } { $by }请的
role-view-waits = 还没答应。
role-view-lapsed = 过了一周没答应，不作数了。要请就再请一次。
role-view-accepted = { $at } 答应了
role-view-declined = { $at } 说不做
role-view-ended = { $at } 结束，{ $by }
role-view-over = 做满日子了。
button-role-take = 拿掉
button-role-take-back = 收回
role-take-why = 为什么？{ $name }会看到。跳过就不说。
role-take-preview = { $kind ->
    [resident] { $name }不住在这儿了吗？马上就算，我好好跟他说。
   *[office] 拿掉{ $name }的{ $role }吗？马上就算，我好好跟他说。
}
role-take-back-preview = { $kind ->
    [resident] 不问{ $name }是不是{ $role }了吗？
   *[office] 不请{ $name }做{ $role }了吗？
}
role-taken = { $kind ->
    [resident] { $name }不算{ $role }了，马上就算。
   *[office] { $name }的{ $role }拿掉了，马上就算。
}
role-taken-back = { $kind ->
    [resident] 收回了，不问{ $name }了。
   *[office] 收回了，不请{ $name }做{ $role }了。
}

button-my-roles = 我的角色
my-roles-head = <b>您在做</b>
my-roles-row = { $estate } · { $role }，称呼“{ $name }”
my-roles-fixed = { $estate } · { $roles }：写在设置里，不想做了请跟装我的人说。
my-roles-none = 没有。

### 群管理

moderators-head = <b>{ $estate } · 这里谁是{ -moderator }</b>
moderators-row = · { $role } { $name }
moderators-others = 还有{ $n }位，没留名字。
moderators-none = 还没有请谁做{ -moderator }。群里的管理员也能帮忙。
moderators-foot = 觉得哪件心愿不合适，按它下面的“有问题”，他们来看。
button-moderator-show = 名单上写我的名字
button-moderator-hide = 名单上不写我的名字
moderator-shown = 好，邻居在名单上看得到您的名字了。
moderator-hidden = 好，名单上不写您的名字了。

### 查一查

audit-head-roles = <b>{ $estate } · 谁有过什么角色</b>（{ $n }条）
audit-head-acts = <b>{ $estate } · 工作人员做了什么</b>（{ $n }条）
audit-empty = 还没有。
audit-act = { $at } { $body }{ $name }：{ $what }
audit-act-own = { $at } 管理员{ $name }：{ $what }
audit-role-offered = { $at } { $by }请{ $name }做{ $role }
audit-role-accepted = { $at } { $name }答应做{ $role }
audit-role-declined = { $at } { $name }不做{ $role }
audit-role-taken = { $at } { $by }拿掉了{ $name }的{ $role }
audit-role-laid-down = { $at } { $name }不做{ $role }了
audit-role-taken-back = { $at } { $by }收回，不请{ $name }做{ $role }了
button-audit-roles = 看角色
button-audit-acts = 看做了什么
button-audit-file = 下载表格
audit-file-caption = { $estate }：谁有过什么角色，工作人员做了什么。
audit-file-title = { $estate } · 角色和工作记录
audit-file-sheet = 记录
audit-column-day = 日期
audit-column-time = 时间
audit-column-what = 什么事
audit-column-who = 谁做的
audit-column-body = 身份
audit-column-about = 给谁
audit-column-why = 原因
audit-total = 一共{ $n }条
role-event-offered = 请人
role-event-accepted = 答应
role-event-declined = 不做
role-event-taken = 拿掉
role-event-laid-down = 自己不做了
role-event-taken-back = 收回
staff-act-taken = 接手第{ $number }件
staff-act-handed-back = 交回第{ $number }件
staff-act-classed = 给第{ $number }件归类
staff-act-promised = 第{ $number }件，答应了日子
staff-act-moved = 第{ $number }件，改期
staff-act-parked = 第{ $number }件，先记着
staff-act-declined = 第{ $number }件，这次办不了
staff-act-replied = 答复第{ $number }件
staff-act-done = 第{ $number }件，办好了
staff-act-as-quarrel = 第{ $number }件，看作邻里纠纷
staff-act-no-quarrel = 第{ $number }件，说不是纠纷
staff-act-folded = 收起第{ $number }件
staff-act-restored = 放回第{ $number }件
staff-act-removed = 撤下第{ $number }件
staff-act-upheld = 第{ $number }件，看过还是撤下
staff-act-stated = 在第{ $number }件上说明
staff-act-entry = 公开账本第{ $number }条
staff-act-correction = 公开账本第{ $number }条，更正
staff-act-project = 项目第{ $number }个，往前一步或改动
staff-act-item = 项目单第{ $number }项，改动
staff-act-published = 发布了项目单或者季度回顾
staff-act-argued = 第{ $number }件，开了议事
staff-act-ended-arguing = 第{ $number }件，提前结束议事
staff-act-minuted = 第{ $number }件，写了议事纪要
staff-act-service-answer = 答复办事第{ $number }项的提问
staff-act-entry-answer = 答复公开账本第{ $number }条的提问
staff-act-poll = 小投票第{ $number }个，发起
staff-act-poll-said = 小投票第{ $number }个，说了怎么办
staff-act-broadcast = 公告第{ $number }则，写的
staff-act-confirmed = 公告第{ $number }则，点头发出

staff-act-planned-confirmed = 预定公告{ $number }，同意发
staff-act-signup-opened = 接龙{ $number }，发起的
staff-act-signup-changed = 接龙{ $number }，改过
staff-act-signup-cancelled = 接龙{ $number }，取消的
staff-act-thing-removed = 失物、闲置第{ $number }样，撤下的
staff-act-signups-stopped = “{ $about }”停用接龙
staff-act-signups-used = “{ $about }”重新用接龙
staff-act-polls-stopped = “{ $about }”停用小投票
staff-act-polls-used = “{ $about }”重新用小投票

help-roles =
    /role 给人安排角色：请谁做、管哪儿、从哪天到哪天，也能拿掉
help-audit =
    /audit 谁有过什么角色，工作人员做了什么

### 不行的时候

refused-grant-gone = 没找到这一位。发 /role 看看名单。
refused-not-for-you-to-give = 这个角色只有{ -committee }的人能安排、能拿掉。
refused-role-starts-in-the-past = 只能从今天或以后开始。
refused-role-ends-before-it-starts = 结束的日子在开始之前。换一个晚一点的日子。
refused-role-too-long = 日子太远了，最多五年。跳过就是一直做。
refused-building-needed = 住户要说住哪栋楼。
refused-role-for-all-of-it = 这个角色管整个小区，不分楼、不分网格。能分地方的是：楼组长、志愿者、网格员、{ -moderator }、老娘舅。
refused-role-place-unknown =
    { $there ->
        [units] { $building }号楼没有这样的单元。{ $units ->
            [0] 这栋楼还没分单元。
           *[other] 有的是：{ $units }。
        }
        [both] 没找到“{ $words }”。网格有：{ $grids }；楼有：{ $buildings }。
        [grids] 没找到“{ $words }”。网格有：{ $grids }。
        [buildings] 没找到“{ $words }”。楼有：{ $buildings }。
       *[nothing] 没找到“{ $words }”。这个小区还没有楼和网格，只能选整个小区；先发 /places 加上。
    }
refused-role-for-whole-buildings = 调解按楼分，不分单元。写成 3号楼 这样，或者选一个网格、整个小区。
refused-role-place-gone = 那个地方已经停用，或者没有了。换一个地方。
refused-outside-your-places =
    { $part ->
        [grid] 这里不归您管。您管的是网格“{ $grid }”里的楼。
        [building] 这里不归您管。您管的是{ $building }号楼。
        [stairwell] 这里不归您管。您管的是{ $building }号楼{ $unit }单元。
       *[several] 这里不归您管。您管的是哪几处，发 /mine 再按“我的角色”。
    }
refused-not-for-all-of-it =
    { $part ->
        [grid] 这是整个小区的事，或者没写在哪栋楼。您管的是网格“{ $grid }”里的楼。
        [building] 这是整个小区的事，或者没写在哪栋楼。您管的是{ $building }号楼。
        [stairwell] 这是整个小区的事，或者没写在哪个单元。您管的是{ $building }号楼{ $unit }单元。
       *[several] 这是整个小区的事，或者没写在哪栋楼。您管的是哪几处，发 /mine 再按“我的角色”。
    }
refused-not-a-person = “{ $words }”不像 @名字。写成 @zhangsan 这样，或者选“发一个链接”。
refused-nobody-quoted = 我认不出这句话是谁说的。发 /role，再写 @名字或者选“发一个链接”。
refused-has-this-role = 他已经是了，不用再安排。
refused-waits-for-them = 已经请过他了，等他答复。
refused-speaks-for-another = 一个人只能替一家说话：{ -committee }、{ -property }、{ -owners }里选一家。先把原来的拿掉。
refused-too-many-offers = 有{ $n }个还没答应，先等等，或者收回几个。
refused-not-your-offer = 这是请别人的，不是请您的。
refused-own-link = 这是转给别人的链接，您自己点不算。把那一条转给他就行。
refused-offer-gone = 这个已经用过，或者收回了。要做的话，请他们再发一次。
refused-offer-lapsed = 过了一周，不作数了。要做的话，请他们再发一次。
refused-role-over = 已经结束了。
refused-only-config-takes = { $name }写在设置文件里，这里拿不掉。要改，请装邻愿的人改设置再重启。
refused-role-is-over = 这件事要有角色才能做，您的角色结束了，就停在这儿，没有发出去。
