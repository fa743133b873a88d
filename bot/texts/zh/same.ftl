### 几件说的是同一件事：问提的人，答应了才并过去。

button-ask-same = 跟别的是同一件
button-several-same = 几件是同一件
ask-same-which = 哪几件说的是同一件事？点号码选上，再点一下去掉，选完按“好了”。也可以写号码，比如“3、5、8”。
ask-same-stays = { $numbers }，留哪一件？别的问过提的人，并到这一件。要并到别的，写那件的号码。
ask-same-as-which = 第{ $number }件跟哪一件是同一件事？按号码；没列出来的，写那件的号码。
ask-same-preview =
    { $n ->
        [1] 问提{ $numbers }的人
       *[other] 问提{ $numbers }的{ $n }位
    }：跟第{ $other }件“{ $words }”是同一件事吗？他们答应了才并，这样问对吗？
ask-same-asked =
    { $n ->
        [1] 问过去了。他说是，才并过去；一回话，这里就看得到。
       *[other] 问了{ $n }位。说是的才并过去；一回话，这里就看得到。
    }
notice-asked-same =
    { $body }{ $name }想问您：您提的第{ $number }件，跟第{ $other }件“{ $words }”，是同一件事吗？
    是的话就并过去：您算在第{ $other }件里，有了结果一起告诉您。不是的话，照旧单独办。
    <blockquote expandable>{ $wish }</blockquote>
button-is-same = 是同一件
button-not-same = 不是同一件
asked-same-kept = 好，第{ $number }件照旧单独办，不并到第{ $other }件。
more-asked-same = { $body }{ $name }问提的人：跟第{ $other }件是同一件吗？
more-is-same = 是，并到第{ $other }件了。
more-not-same = 不是同一件。

refused-said-not-the-same = 第{ $number }件的人说过，跟第{ $other }件不是同一件，不再问了。
refused-no-other-wish = 没有别的还在办的心愿，第{ $number }件没处可并。
refused-nobody-left-to-ask = 只选了第{ $number }件自己，没有可并的。
