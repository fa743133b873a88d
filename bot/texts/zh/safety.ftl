### 谁看得到：预览上的提醒、照片里的人。危险的话：先给电话，马上告诉工作群。

preview-concern = 🔒 里面提到{ $concerns }，只给{ -committee }看更稳妥。
preview-concern-group = 🔒 里面提到{ $concerns }。这句话群里已经看得到，不过不用再发成卡片：去私聊说，或者只给{ -committee }。
preview-place-said = 不露姓名的话，{ $place }也不会写在卡片上；但原话里写着，邻居还是看得到。
button-committee-advised = 只给{ -committee }（建议）

concern-phone = 电话号码
concern-identity = 证件号码
concern-plate = 车牌号
concern-named = 人名和门牌
concern-hardship = 家里的难处
concern-violence = 动手、欺负人的事
concern-illness = 身体和病
concern-child = 孩子
concern-conduct = 邻居家的事

faces-ask = 照片里有没有别人的脸、孩子？
button-no-faces = 没有，发
button-other-photo = 换张照片
button-post-without-photo = 去掉照片再发
button-confirm-no-faces = 对，照片里没有

danger-kind-fire = 着火、煤气、被困
danger-kind-crime = 打人、抢劫、小偷
danger-kind-medical = 要救护车
danger-kind-despair = 有人想不开

danger-fire = 🚒 着火、漏煤气、有人被困：先打 { $number }。闻到煤气别碰开关，开窗，到外面再打。
danger-crime = 🚓 有人动手、进了贼：先打 { $number }。先躲到安全的地方。
danger-medical = 🚑 有人倒下、受重伤：先打 { $number }。别随便搬动他。
danger-despair = 听您这么说，我很担心。您不用一个人扛着：现在就打 { $number }，那边有人听您说。要是已经出了事，打 { $medical }。

alarm-told = 我已经把这句话、您的名字（{ $name }）和在哪儿告诉{ -committee }他们了，让人来帮忙。电话还是要您先打。
alarm-told-before = { -committee }他们刚才已经知道了。电话还是要您先打。
alarm-nobody = 这里没有人能替您去，请您自己马上打电话。
alarm-off = 好，告诉他们是误会，不用来了。
button-mistake = 是误会

alarm-head = 🚨 <b>{ $dangers }</b> · { $moment }
alarm-who = { $name } · { $place }
alarm-who-alone = { $name }
alarm-in-private = 私聊里说的。
alarm-in-group = 在“{ $chat }”里说的。
alarm-go = 请马上联系、过去看看。电话已经先告诉他了。
alarm-gently = 请马上私下联系、有人过去陪着。别在群里说是谁。电话已经先告诉他了。
alarm-called-off = 误会，不用去了：{ $name } { $moment } 说的那句（{ $dangers }）。

privacy-danger = 说到危险的话（着火、煤气味、晕倒、被打、想不开……），不管在哪儿说的，我马上告诉工作群是谁、在哪儿、说了什么。先救人。

refused-no-such-alarm = 这一条不用您来撤。

notice-thanked-nameless = 一位邻居为第{ $number }件谢谢您。
