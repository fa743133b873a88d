### 说一件心愿：问、看一眼、记好。

file-ask-words = 想说什么？一句话或一段语音就行，可以带张照片。
file-ask-want = 想要什么，或者哪里坏了？一句话或一段语音就行，可以带张照片。
file-ask-offer = 您能帮什么？一句话或一段语音就行。
file-ask-suggestion = 您有什么主意？一句话或一段语音就行。
file-ask-chat = 发到哪个群？
file-ask-change = 改哪里？
file-ask-kind = 这是哪一种？
file-ask-place = 在哪儿？比如：3号楼2单元5楼。
file-ask-category = 算哪一类？
file-ask-photo = 请发照片。

placeholder-wish = 比如：三楼走廊灯坏了
placeholder-place = 比如：3号楼5楼

preview-ask = 这样写对吗？
preview-words = “{ $words }”
preview-about = { $kind } · { $category } · { $place }
preview-photo = 📷 带一张照片
preview-chat = 发到：{ $title }
preview-photo-replaced = 照片换好了。
preview-words-replaced = 文字换好了。

button-post = 发到群里
button-post-nameless = 发，不露姓名
button-list-wish = 记下，邻居查得到
button-list-wish-nameless = 记下，不露姓名
button-committee-only = 只给{ -committee }
button-change = 改
button-in-private = 去私聊，可以不露姓名
button-change-words = 文字
button-change-kind = 类型
button-change-place = 地点
button-change-category = 分类
button-change-photo = 换照片
button-remove-photo = 去掉照片
button-add-photo = 加照片
button-change-chat = 哪个群
button-whole-estate = 整个小区

wish-filed = 记好了，第{ $number }件。最晚{ NEAR($day) }答复您。

preview-similar = 💬 好像有人说过：第{ $number }件“{ $words }”。
preview-similar-ask = 💬 好像有人说过：第{ $number }件“{ $words }”。是{ $place }的吗？
preview-similar-where = 💬 好像有人说过：第{ $number }件“{ $words }”。是同一处吗？
preview-similar-elsewhere = 💬 别的楼层也有人说过：第{ $number }件“{ $words }”。
button-similar-same = 我家也是
button-similar-different = 不是一回事

similar-joined = 记上了，第{ $number }件也算您一家，没有另外发。有进展告诉您。
similar-joined-not-started = 记上了，第{ $number }件也算您一家，没有另外发。您还没在私聊里按过“开始”，进展请看群里第{ $number }件的卡片。
