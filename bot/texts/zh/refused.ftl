### 办不成的时候说的话：一句话说清为什么，再说接下来怎么办。多数也会弹成小提示，所以要短。

refused-not-allowed = 这一步要{ -committee }、{ -property }、{ -owners }或者{ -moderator }来做，您这边按不了。
refused-not-listed-yet = 您还不在名单里。请让管机器人的人把这个号码写进 config.yaml：{ $id }，写在您代表的单位下面，再重启一次。
refused-chat-not-bound = 这个群还没接到哪个小区。请{ -committee }、{ -property }或{ -owners }的人在群里发 /bind。
refused-bot-not-in-group = 我现在不在您楼里的群，或者在那里不能说话，没法把话发过去。请{ -moderator }把我加回去、让我说话，再说一次。
refused-not-a-resident = 我还不知道您住哪栋楼。请到楼里的群，点一下置顶那条里的按钮，再回来找我。
refused-only-in-private = 这件事请点我的头像，跟我单独说。
refused-only-in-group = 这件事要到群里做。
refused-only-in-building-group = 这个是给楼里的群用的，请到楼里的群发。
refused-unknown-command = 我不认得 /{ $command }。发 /help 看看我能做什么。
refused-unknown-button = 这个按钮我不认得了。发 /help 看看我能做什么。
refused-button-too-old = 这个按钮过时了，请按下面新的。
refused-not-your-button = 这是问别的邻居的，您不用管它。

refused-wish-closed = 第{ $number }件已经了结了。还有话要说，请另说一件。
refused-step-not-now = 第{ $number }件现在不能这样办。点开看看它现在到哪一步了。
refused-already-counted = 第{ $number }件已经给您记过了，有进展告诉您。
refused-not-counted = 第{ $number }件上没有您按过的，不用收回。
refused-own-wish = 第{ $number }件就是您提的，已经算上您了。
refused-already-taken = 第{ $number }件{ $name }已经在办了。
refused-not-taken-by-you = 第{ $number }件不在您手上，交不了。
refused-already-thanked = 第{ $number }件您谢过了，心意已经带到。
refused-nothing-to-thank = 第{ $number }件还没办好，先不急着谢。
refused-empty-words = 这里要写几个字，一句话就行。
refused-too-long = 您写了{ $chars }个字，最多{ $max_chars }个。麻烦挑要紧的说。
refused-too-short = 太短了，至少写{ $min_chars }个字。
refused-not-a-choice = 请按下面的一个按钮来选。

refused-not-a-date = 没看懂“{ $words }”是哪天。可以写：3月20日、明天、下周五。
refused-date-in-past = { $words }已经过去了，请写今天或以后的日子。
refused-date-too-far = 太远了，最多写到{ $days }天以内。
refused-not-a-photo = 这里要一张照片。
refused-words-expected = 照片收到了，可这里要的是文字，请写一句。
refused-too-many-photos = 最多{ $most }张照片，够了。
refused-nothing-to-go-back-to = 这已经是第一个问题了。
refused-cannot-skip = 这个问题跳不过去，请答一下。
refused-nothing-open = 现在没有没办完的事，不用取消。
refused-dialog-expired = 隔了一天，上次没说完的我先收起来了。请重新说一遍。
refused-unknown-language = 我不会“{ $words }”。现在会中文和 English。
refused-unknown-place = 没看懂“{ $words }”是哪栋楼。可以写：3号楼，或者 3号楼2单元。

refused-group-language-is-the-staffs = 这个群里说哪种话，由{ -committee }、{ -property }、{ -owners }或者{ -moderator }来定。想换跟您说的话，请私下给我发 /language。
refused-stale-deep-link = 这个链接失效了。请到楼里的群，点置顶那条里的按钮。
refused-our-own-words = 这是我发过的消息，转给我不算新的一件。要看某一件，发 /wish 加编号，比如 /wish 12；有新的事，用您自己的话说。
refused-not-the-administrator = 这是给写那条的管理员按的，您不用管它。
refused-administrators-unknown = 我这会儿查不到谁在管这个群，请过一会儿再按。
refused-unsigned-done = 这条已经办过了。
refused-unsigned-over = 过了{ $minutes }分钟，那条不算了。还要的话，请再发一次。
refused-not-in-a-topic = 请到要用的那个话题里发 /bind，再按。
refused-only-words-and-photos = 这个我还看不懂。请写一句话、发段语音，或者发张照片。
refused-wish-not-found = 没找到第{ $number }件。发 /wishes 看看都有哪些。
refused-unknown-estate = 分不清是哪个小区。请把小区的代号写在前面，再写楼号或 staff。代号在 config.yaml 里：{ $words }
refused-nothing-chosen = 至少选一个，再按“好了”。
refused-wish-gone = 没找到这一件。发 /wishes 看看都有哪些。
