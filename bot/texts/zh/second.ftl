### 想想不对：收回、说了两遍、按错了。

taken-back = 收回了，第{ $number }件不再算上您。再按一次又算上。
counted-before = 第{ $number }件已经给您记过了，有进展告诉您。要收回，私下给我发“第{ $number }件”。
counted-before-press-again = 第{ $number }件已经给您记过了。不想算了，请在半分钟里再按一次。
thanks-taken-back = 收回了，第{ $number }件上不再算您这声谢。再按一次又算上。

button-same = 和别的一件是一回事
same-ask-which = 第{ $number }件和哪一件是一回事？
same-nothing-alike = 没找到和第{ $number }件像的。
button-same-none = 都不是
same-confirm = 第{ $number }件和第{ $other }件“{ $words }”是一回事吗？是的话，第{ $number }件就收起来，跟着它的人我会问一声，要不要也算到第{ $other }件上。
button-same-yes = 是一回事
button-same-no = 不是
same-done = 好，第{ $number }件收起来了，都看第{ $other }件。
card-same-as = ↪️ 和第{ $number }件是一件事，请看第{ $number }件
notice-said-twice =
    您跟着的第{ $number }件，提的人说和第{ $other }件是一件事，收起来了。您那一票没有挪动：要不要也算到第{ $other }件上？
    <blockquote expandable>{ $wish }</blockquote>

button-another = 不，是另一件

refused-already-in-your-hands = 第{ $number }件就在您手上。不办了，请按“更多”，再按“我办不了，交回”。
refused-filed-just-now = 第{ $number }件刚记好，就是这句，没有再记一遍。
refused-same-wish = 这两件不能当一件事。

attachment-left-out = 文字收到了，一起发来的那个我留不住。要给大家看的，请发照片。
