### 问提的人一句、让他歇几天：两边都不知道他是谁。

button-ask-author = 问提的人
ask-author-words = 想问提第{ $number }件的人什么？写一句就行。他看得到是您问的，您看不到他是谁。
ask-author-preview = 这样问提第{ $number }件的人，对吗？
ask-author-asked = 问过去了。他一回话，这里就看得到。
ask-author-on-the-card = 我没法私下告诉提第{ $number }件的人（他还没跟我说过话，或者不让我发）。群里那张卡片上写了一句，请他来私聊。
ask-author-cannot-reach = 我没法私下告诉提第{ $number }件的人，群里也不能说。他哪天再来找我，我就给他看。
placeholder-ask-author = 比如：是哪一盏灯？

card-asked = ❓ { $body }有句话想问提这件的人
button-asked-in-private = 是我提的，去私聊看

notice-asked =
    { $body }{ $name }想问您一句，是关于您提的第{ $number }件：{ $words }
    您回的话只给他们看，不写您的名字。
    <blockquote expandable>{ $wish }</blockquote>
button-reply = 回一句
button-reply-still = 还是回一句
button-rather-not = 不想答
reply-question = { $body }{ $name }问您第{ $number }件：{ $words }
reply-ask = 写一句，或者发张照片。只给他们看，不写您的名字。
placeholder-reply = 回一句
reply-preview = 关于第{ $number }件，这样回给他们，对吗？
reply-given = 回过去了，第{ $number }件有进展告诉您。
reply-declined = 好，不想答没关系。我跟他们说一声，第{ $number }件照旧。

reply-head = <b>第{ $number }件</b>，提的人回话了。
more-asked = { $body }{ $name }问提的人：{ $words }
more-asked-open = 还没回。
more-asked-declined = 他不想答。
more-asked-photo = 回了一张照片。
more-asked-answer = 回话：{ $words }

button-pause = 暂停此人提心愿
button-resume = 恢复此人提心愿
pause-ask-reason = 提第{ $number }件的人，为什么要停他七天？他会看到这个原因，您看不到他是谁。
pause-reason-flood = 提得太多太密
pause-reason-insult = 骂人、伤人的话
pause-reason-exposing = 说了别人的私事
pause-reason-advertising = 打广告
pause-preview = 停七天，因为“{ $reason }”。提的第{ $number }件还在，照旧答复。这样对吗？
paused = 停了。{ $day }起他又能提了，工作群里谁都可以提前恢复。
resumed = 恢复了，提第{ $number }件的人又能提心愿了。
more-paused = ⏸ 提的人现在不能提新的，{ $day }起恢复。
notice-paused =
    您先歇几天，{ $day }起再提新的心愿。原因：{ $reason }，说的是第{ $number }件。已经提的照旧答复；觉得不对，请跟{ -committee }说。
    <blockquote expandable>{ $wish }</blockquote>
notice-resumed = 您又可以提心愿了，有事说一声。

refused-already-asked = 第{ $number }件刚问过，他还没回。三天没回可以再问。
refused-not-your-question = 这句是问提这件的人的，您不用管它。
refused-already-replied = 第{ $number }件这句话您回过了。
refused-already-paused = 提第{ $number }件的人已经停着了。
refused-not-paused = 提第{ $number }件的人没有停着，不用恢复。
refused-filing-is-paused = 您现在不能提新的心愿，{ $month }月{ $day }日起又可以提。原因私下跟您说过；觉得不对，请跟{ -committee }说。
