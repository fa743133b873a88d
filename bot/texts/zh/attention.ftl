### 有消息怎么告诉人：设置、攒在一起的消息；还有答复的撤回。

attention-at-once = 有事就说
attention-daily = 每天一次
attention-weekly = 每周一次
attention-muted = 先别说

notices-head = <b>有消息怎么告诉您</b>
notices-now = 现在：<b>{ $setting }</b>
notices-told-at-once = 有一件说一件。
notices-told-daily =
    { $n ->
        [0] 一天里的攒起来合成一条。
        [1] 一天里头一件马上说，后面的攒起来合成一条。
       *[other] 一天里头{ $n }件马上说，后面的攒起来合成一条。
    }
notices-told-weekly = 攒一个星期，合成一条。
notices-told-muted = 我先不说了。想看随时发 /mine，要我再说，按下面别的就行。
notices-quiet = 夜里不吵您，天亮再说。
notices-asks = 有话要问您，还是会找您。
notices-own-head = 这几件另说：
notices-own = · 第{ $number }件“{ $words }”：{ $setting }
notices-wish-head =
    <b>第{ $number }件有消息怎么告诉您</b>
    “{ $words }”
notices-wish-same = 现在：跟别的一样（{ $setting }）
notices-in-private = 这个私下定就行，群里不说。
button-chosen = ✓ { $choice }
button-attention-same = 跟别的一样
button-notices = 通知设置
button-notices-of-wish = 通知
command-notices = 有消息怎么告诉我

digest-head = 攒下的{ $n }条消息：
digest-head-part = 攒下的{ $n }条消息（第{ $part }页，共{ $parts }页）：
digest-promise =
    { GIVEN($words) ->
        [yes] · 第{ $number }件“{ $wish }”：{ $body }{ $name }答应{ $day }前办好。原话：“{ $words }”
       *[no] · 第{ $number }件“{ $wish }”：{ $body }{ $name }答应{ $day }前办好。
    }
digest-decline = · 第{ $number }件“{ $wish }”：这次办不了，因为{ $words } —— { $body }{ $name }
digest-later = · 第{ $number }件“{ $wish }”：先记着，{ $day }再议，因为{ $words } —— { $body }{ $name }
digest-reply = · 第{ $number }件“{ $wish }”：{ $body }{ $name }说：{ $words }
digest-done =
    { GIVEN($words) ->
        [yes] · 第{ $number }件“{ $wish }”：{ $body }{ $name }办好了。原话：“{ $words }”
       *[no] · 第{ $number }件“{ $wish }”：{ $body }{ $name }办好了。
    }
digest-thanked = · 第{ $number }件“{ $wish }”：{ $names }谢谢您。
digest-thanked-nameless = · 第{ $number }件“{ $wish }”：{ $n }位邻居谢谢您。
button-digest-photos = 看第{ $number }件照片
button-digest-thanks = 为第{ $number }件道谢

answer-given-held = 答复好了。{ $minutes }分钟后告诉跟着第{ $number }件的人，这之前可以撤回。
button-take-back = 撤回
answer-taken-back = 第{ $number }件的答复撤回了，邻居没看到。
desk-held = ⏳ 邻居还看不到，{ $name }还能撤回
notice-answer-too-late = 第{ $number }件刚才已经了结了，您的答复没有发出去。
refused-not-your-answer = 这是{ $name }的答复，要{ $name }自己撤回。
refused-answer-is-out = 第{ $number }件的答复已经告诉大家了，撤不回来。要改就再答复一次。
