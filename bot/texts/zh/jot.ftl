### 记下来：邻居一句话，问过本人才留。

command-jot = 回复邻居那句话，问要不要记下来

jot-usage = 请在楼里的群里先回复邻居那句话，再发 /jot，我就问本人要不要记下来。自己的事直接写：/jot 三楼灯坏了
jot-ask = { $name }，这句话要记下来交给{ -committee }吗？您不点，我就不留。
button-jot-note = 记下来
button-jot-leave = 不用
button-jot-never = 以后别问我

jot-noted = 记好了，第{ $number }件。
jot-noted-not-started = 记好了，第{ $number }件。您还没在私聊里按过“开始”，有回音请看群里第{ $number }件的卡片。
jot-noted-committee = 记好了，第{ $number }件，只给{ -committee }看，群里不出现。
jot-left = 好，没有留。
jot-never = 好，没有留，以后也不再问您。哪天想改，私下给我发 /privacy。

privacy-jot-on = 邻居觉得您哪句话要记下来，我会当着大家问您一声，您不点就不留。
privacy-jot-off = 邻居想替您记下哪句话，我也不来问您。
button-jot-off = 别问我
button-jot-on = 可以问我

refused-jot-unreadable = 这一条里没有字也没有照片，我记不下来。请那位邻居写一句再试。
refused-jot-too-long = 那一条太长，我最多记{ $max_chars }个字。请那位邻居挑要紧的自己说一句。
refused-not-a-neighbours-message = 这一条不是哪位邻居写的，没有人可问。您自己的话直接写：/jot 三楼灯坏了
refused-jot-asked = 已经在问{ $name }了，等本人自己点。
refused-not-to-ask-now = 这会儿不好去问{ $name }。您家也有这事的话，请自己说一句：/want 三楼灯坏了
refused-jot-over = 这一问已经过去了，那句话没有留下。想记下来，请自己说一句。
refused-not-your-jot = 这是问{ $name }的，要本人点才算。
refused-dialog-in-the-way = 您在这里还有一件没说完。先说完它，或者发 /cancel，再来按。
