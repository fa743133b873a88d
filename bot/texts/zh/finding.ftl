### 列表、查找、看一件、收回。

list-head = { $n ->
    [0] <b>{ $estate }</b> · { $filter }
   *[other] <b>{ $estate }</b> · { $filter } · { $n }件
}
list-head-here = { $n ->
    [0] <b>{ $estate }{ $place }</b> · { $filter }
   *[other] <b>{ $estate }{ $place }</b> · { $filter } · { $n }件
}
list-page = 第{ $page }页，共{ $pages }页
list-empty = 这里还没有。
list-row = 第{ $number }件 “{ $words }” · { $state }
list-row-committee = 🔒 第{ $number }件 “{ $words }” · { $state }

filter-open = 等答复
filter-later = 先记着
filter-promised = 答应了
filter-done = 办好了
filter-ended = 答复过
filter-all = 全部

button-where-here = 只看本楼
button-where-all = 看全小区
button-page-back = ◀ 上一页
button-page-on = 下一页 ▶
button-number = 第{ $number }件

wish-usage = 请写上号码，比如 /wish 12 看第12件。
wish-yours = 这件是您提的。

mine-head = <b>我的</b>
mine-empty = 您还没提过，也没跟着哪一件。有事说一句就行。
mine-row-filed = 第{ $number }件 “{ $words }” · { $state }
mine-row-followed = 第{ $number }件 “{ $words }” · { $state }（{ $stances }）
mine-in-private = 您的事私下看，群里不念。
button-open-private = 去私聊

stance-join = 我家也是
stance-support = 支持
stance-help = 我来帮

find-usage = 想找什么？比如 /find 灯，一个字也行。
find-none = 没找到带“{ $words }”的。换个说法试试，或者发 /wishes 看全部。
find-head = 带“{ $words }”的有{ $n }件：
find-more = 还有{ $n }件没列出来，写得再细些就能找到。

counted-join = 记上了，有进展告诉您。
counted-support = 记上了，有进展告诉您。
counted-help = 记上了，谢谢您来帮。有进展告诉您。
counted-not-started = 记上了。您还没在私聊里按过“开始”，我没法单独告诉您，第{ $number }件的进展请看这张卡片。

button-unfollow-join = 收回“我家也是”
button-unfollow-support = 收回“支持”
button-unfollow-help = 收回“我来帮”
unfollow-ask-join = 要收回“我家也是”吗？收回以后不再算上您家。
unfollow-ask-support = 要收回“支持”吗？收回以后不再算上您。
unfollow-ask-help = 要收回“我来帮”吗？收回以后不再算上您。
button-unfollow-yes = 收回
button-unfollow-no = 不收回
unfollowed = 第{ $number }件收回了。
