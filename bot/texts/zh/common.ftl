### 通用：日期、地点、状态，和到处用的几句话。日期格式用 CLDR 的写法。

pattern-day = M月d日（EEE）
pattern-day-and-year = y年M月d日（EEE）
pattern-weekday = EEE
pattern-moment = M月d日（EEE）HH:mm

separator-of-list = 、
separator-of-place = { "" }

place-building = { $building }号楼
place-unit = { $unit }单元
place-floor = { $floor }楼
place-ground-floor = 底楼
place-basement = B{ $level }
place-door = { $door }室
place-estate = 小区里

missing-text = 这里少了一句话，您的事不受影响。
apology = 对不起，我这边出了点毛病，刚才那一下没办成。麻烦您再试一次；还不行，请找{ -committee }说一声。

kind-want = 我想要
kind-offer = 我愿做
kind-suggestion = 我建议

category-repair = 🔧 报修
category-cleaning = 🧹 保洁
category-safety = ⚠️ 安全
category-parking = 🚲 停车
category-noise = 🔔 噪音
category-greenery = 🌳 绿化
category-care = 🤝 邻里互助
category-other = 💬 其他

state-open = 等答复
state-taken = 有人在办
state-promised = 答应了日子
state-later = 先记着
state-returned = 还没好，退回去了
state-declined = 这次办不了
state-answered = 已答复
state-done = 办好了

body-committee = { -committee }
body-property = { -property }
body-owners = { -owners }
body-moderator = { -moderator }

visibility-public = 发到群里，带名字
visibility-nameless = 发到群里，不露姓名
visibility-committee = 只给{ -committee }看

role-outsider = 还没进楼里的群
role-resident = 住户
role-moderator = { -moderator }
role-property = { -property }
role-owners = { -owners }
role-committee = { -committee }

button-words = { $words }
