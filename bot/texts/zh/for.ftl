### 替邻居提：上门、窗口、纸条；转告回音；小结。

command-for = 替不方便的邻居提一件
command-report = 小结：提了多少、多久答复

role-captain = 楼组长
role-volunteer = 志愿者
role-mediator = 老娘舅
role-panel = 请来商议的

way-visit = 上门听来的
way-counter = 窗口听来的
way-slip = 纸条上写的

for-ask-way = 替哪位邻居提？先说怎么来的。
button-way-visit = 上门
button-way-counter = 窗口
button-way-slip = 纸条
for-ask-slip = 请给纸条拍张照，只有{ -committee }看得到。没有就按“跳过”。
for-ask-words = 邻居怎么说的？照他的话写一句，可以带张现场的照片。
for-ask-words-slip = 纸条上写了什么？照着写一句。
for-ask-neighbour = 怎么称呼这位邻居？只有{ -committee }和您看得到。不想写就按“跳过”。
for-ask-door = 住哪儿？比如5楼502。只有{ -committee }和您看得到。不想写就按“跳过”。
for-in-private = 替邻居提的事，我们私下说，免得群里看出是哪一位。

for-preview = 👥 { $way }。发到群里写：替一位邻居提的（{ $role }{ $name }代提）
for-preview-neighbour = 🔒 邻居：{ $neighbour }，只给{ -committee }看
for-preview-slip = 📝 纸条照片，只给{ -committee }看
for-preview-slip-shown = 📝 纸条照片也放在卡片上

button-change-neighbour = 邻居
button-change-door = 门牌
button-change-way = 怎么来的
button-change-slip = 纸条照片
button-slip-on-card = 纸条也放上去

for-filed = 有回音我先告诉您，请您转告邻居。
for-filed-not-started = 有回音请看工作群的卡片，按“更多”。在私聊里按一下“开始”，我就能直接告诉您。

card-filed-for = 替一位邻居提的（{ $role }{ $name }代提）
desk-filed-for = 👥 { $way }，{ $role }{ $name }代提
desk-filed-for-nameless = 👥 { $way }，有人代提
desk-neighbour = 🔒 邻居：{ $neighbour }

for-tell = { GIVEN($neighbour) ->
    [yes] 请转告{ $neighbour }：
   *[no] 请转告您替他提的那位邻居：
}
for-ask-back = { GIVEN($neighbour) ->
    [yes] 请问一问{ $neighbour }，照原话回：
   *[no] 请问一问您替他提的那位邻居，照原话回：
}
more-they-said = 邻居说：{ $words }
button-told = 我转告了
for-told = 好的，第{ $number }件记下了：邻居知道了。点错了，两分钟内可以收回。
for-told-before = 第{ $number }件已经记过了，谢谢您跑一趟。
for-untold = 收回了，第{ $number }件还没转告。
button-untold = 还没有，收回
more-told = ↳ { $moment }转告邻居了
more-not-told = ↳ 还没转告邻居
refused-too-late-to-take-back = 过了{ $minutes }分钟，收不回来了。

help-trusted = 您在这里是{ $roles }。
help-for = /for 替不方便的邻居提一件：上门、窗口、纸条
help-report = /report 小结：提了多少、多久答复、答应的做到没有，带图，也有表格；后面可以写上个月、3号楼

tally-head = <b>{ $estate }</b> · 小结
tally-none = 没有人提过。
tally-filed = 提了{ $n }件：{ $kinds }
tally-want = 我想要{ $n }件
tally-offer = 我愿做{ $n }件
tally-suggestion = 我期望{ $n }件
tally-for-others = 替邻居提的{ $n }件，占{ $percent }%：{ $ways }
tally-none-for-others = 没有替邻居提的。
tally-visit = 上门{ $n }件
tally-counter = 窗口{ $n }件
tally-slip = 纸条{ $n }件
tally-told = 替邻居提的有{ $answers }次回音，转告了{ $told }次。
