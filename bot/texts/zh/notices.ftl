### 主动告诉人的话，每件事每人只说一次。下面引上原来那句话，免得忘了是哪一件。

notice-promise =
    { GIVEN($words) ->
        [yes] 第{ $number }件有回音：{ $body }{ $name }答应{ $day }前办好。办好了我告诉您。原话：“{ $words }”
       *[no] 第{ $number }件有回音：{ $body }{ $name }答应{ $day }前办好。办好了我告诉您。
    }
    <blockquote expandable>{ $wish }</blockquote>
notice-decline =
    第{ $number }件这次办不了，因为{ $words }
    —— { $body }{ $name }
    <blockquote expandable>{ $wish }</blockquote>
notice-later =
    第{ $number }件先记着，{ $day }再议，到时候我告诉您。因为{ $words }
    —— { $body }{ $name }
    <blockquote expandable>{ $wish }</blockquote>
notice-came-back =
    第{ $number }件说好今天再议，我又交上去了。最晚{ $day }答复您。
    <blockquote expandable>{ $wish }</blockquote>
notice-came-back-ended =
    第{ $number }件说好今天再议，我又交上去了。
    <blockquote expandable>{ $wish }</blockquote>
notice-reply =
    第{ $number }件有回音。{ $body }{ $name }说：{ $words }
    <blockquote expandable>{ $wish }</blockquote>
notice-done =
    { GIVEN($words) ->
        [yes] 第{ $number }件办好了。谢谢您开口，也谢谢{ $body }{ $name }。原话：“{ $words }”
       *[no] 第{ $number }件办好了。谢谢您开口，也谢谢{ $body }{ $name }。
    }
    <blockquote expandable>{ $wish }</blockquote>
notice-thanked = { $name }为第{ $number }件谢谢您。
