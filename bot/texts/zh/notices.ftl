### 主动告诉人的话，每件事每人只说一次。

notice-promise = { GIVEN($words) ->
    [yes] 第{ $number }件有回音：{ $body }{ $name }答应{ $day }前办好。“{ $words }”办好了我告诉您。
   *[no] 第{ $number }件有回音：{ $body }{ $name }答应{ $day }前办好。办好了我告诉您。
}
notice-decline = 第{ $number }件这次办不了，因为{ $words } —— { $body }{ $name }
notice-reply = 第{ $number }件有回音，{ $body }{ $name }说：{ $words }
notice-done = { GIVEN($words) ->
    [yes] 第{ $number }件办好了。谢谢您开口，也谢谢{ $body }{ $name }。“{ $words }”
   *[no] 第{ $number }件办好了。谢谢您开口，也谢谢{ $body }{ $name }。
}
notice-thanked = { $name }为第{ $number }件谢谢您。
