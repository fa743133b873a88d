### 楼、单元、户和网格：看一看，加一个，改名字，停用，用表格一次导入。

command-places = 楼、单元、户和网格
help-places = /places 看和改楼、单元、户、网格；也可以把 CSV、XLSX 或 YAML 文件发给我，一次导入很多户

place-level-city = 市
place-level-district = 区
place-level-sub-district = 街道
place-level-community = 社区
place-level-estate = 小区
place-level-building = 楼栋
place-level-stairwell = 单元
place-level-household = 户
place-level-grid = 网格
place-count-building = { $n }栋楼
place-count-stairwell = { $n }个单元
place-count-household = { $n }户
place-count-grid = { $n }个网格
place-state-open = 在用
place-state-closed = 停用

places-head = <b>{ $estate }</b> · 楼和网格
places-lies-in = 在{ $places }
places-counted = 🏠 { $counts }
places-empty = 还没有楼。按下面的“加楼栋”，或者把表格发给我：第一行写楼、单元、室、网格，下面一户一行。
place-plain = 📍 { $place }
place-named = 📍 { $place } · { $name }
place-head-plain = <b>{ $place }</b>
place-head-named = <b>{ $place }</b> · { $name }
place-in-grid = 网格：{ $grid }
place-is-closed = ⏸ 停用了
place-groups = 💬 接了{ $n }个群
places-closed-head = { $n ->
    [0] <b>{ $estate }</b> · 没有停用的。
   *[other] <b>{ $estate }</b> · 停用的{ $n }个
}
grids-head = { $n ->
    [0] <b>{ $estate }</b> · 网格
   *[other] <b>{ $estate }</b> · 网格 · { $n }个
}
grids-empty = 还没有网格。加了网格，再到每栋楼里按“放进网格”。
grid-row = · { $grid }：{ $buildings }栋楼，{ $households }户
grid-row-closed = · { $grid }（停用）：{ $buildings }栋楼，{ $households }户
grid-head = 网格 <b>{ $grid }</b>
grid-large = 一个网格一般{ $n }户左右，这个偏大了。
grid-empty = 里面还没有楼。打开一栋楼，按“放进网格”。

button-place-plain = { $place }
button-place-named = { $place } · { $name }
button-place-add = 加{ $level }
button-place-add-more = 再加一个
button-place-look = 看一看
button-place-name = 改名字
button-place-grid = 放进网格
button-place-no-grid = 不放网格
button-place-grid-undo = 放回原来的
button-place-close = 停用
button-place-open = 重新用
button-place-remove = 删掉
button-places-back = ← 返回
button-places-all = 看楼和网格
button-places-closed = 停用的（{ $n }）
button-places-file = 表格文件
button-grids = 网格（{ $n }）
button-grid = { $grid }
button-grid-add = 加网格
button-no-name = 不要名字
button-places-take = 导入
button-places-not = 先不导入

place-ask-in = 在{ $place }里加。
place-ask-code-building = 哪栋楼？比如“3号楼”“B座”，没有号码就写楼名。
place-ask-code-stairwell = 哪个单元？比如“2单元”。
place-ask-code-household = 哪一户？比如“502室”。
placeholder-place-code = 号码
place-ask-new-name = { $place }改叫什么名字？号码不变。
place-name-so-far = 现在叫“{ $name }”。
place-added = 加好了：
place-renamed = 改好了：
place-closed = 停用了。接好的群照旧。
place-opened = 重新用了。
place-removed = { $place }删掉了。
place-ask-grid = { $place }放进哪个网格？
place-put-in-grid = 放进“{ $grid }”了。
place-taken-out = 不在网格里了。
grid-ask-name = 网格叫什么？比如“东片”“第一网格”。
grid-ask-new-name = “{ $grid }”改叫什么？
grid-added = 网格“{ $grid }”加好了。打开一栋楼，按“放进网格”。
grid-renamed = 改好了：“{ $grid }”。
grid-removed = 网格“{ $grid }”删掉了。

places-file-caption = { $estate }的楼和网格。改好可以再发给我，我先告诉您会改什么。
places-file-title = { $estate } · 楼和网格
places-file-sheet = 楼和网格
places-column-level = 层级
places-column-code = 编号
places-column-name = 名称
places-column-parent = 上级
places-column-grid = 网格
places-column-state = 状态

places-file-taken = 收到“{ $name }”，我看一看，马上告诉您。还什么都没改。
places-file-refused = “{ $name }”用不了：
places-file-lost = “{ $name }”一直没有拿到，请再发一次。什么都没改。
places-look-head = “{ $name }”看过了。
places-look-added = ➕ 要加：{ $counts }
places-look-place = · { $place }
places-look-grid = · 网格“{ $grid }”
places-look-more = 还有{ $n }个
places-look-changed = ✏️ 要改：{ $n }个
places-look-closes = · { $place }：停用
places-look-opens = · { $place }：重新用
places-look-moves = · { $place }：放进网格“{ $grid }”
places-look-names = · { $place }：名字“{ $name }”
places-look-unchanged = 跟现在一样的：{ $n }个
places-look-row = <b>第{ $row }行</b>不行：
places-look-more-rows = 还有{ $n }行也不行。
places-look-left-out = 不行的{ $n }行会略过，改好再发来也可以。
places-look-nothing = 都跟现在一样，没有要改的。
places-look-mend = 改好再发来就行。
places-look-not-yet = 还什么都没改。对的话请按“导入”。
places-taken = { $estate }导入好了：加了{ $added }个，改了{ $changed }个。
places-put-away = 好，没有导入。
places-changed-meanwhile = 这会儿已经有人改过了，请看看现在会改什么。

refused-place-gone = 没找到这个地方，可能已经删掉了。
refused-grid-gone = 没找到这个网格，可能已经删掉了。
refused-not-a-place-code = “{ $words }”不像号码。请写数字、字母或者汉字，最多{ $most }个字。
refused-not-a-place-level = “{ $words }”不是楼栋、单元、户或网格。
refused-above-the-estate = “{ $words }”这一级写在机器人的设置里，请找装机器人的人。
refused-unknown-parent = 没有“{ $words }”这个上级，或者它那一行不行。
refused-several-such = 叫“{ $words }”的不止一个，请写全，比如“3-2”（3号楼2单元）。
refused-places-in-a-circle = 转圈了：{ $places }互相算对方的上级。
refused-not-downward = { $place }不能放在{ $parent }里：只能大的里面放小的。
refused-parent-missing = 单元和户要写明在哪栋楼里。
refused-place-taken = “{ $words }”已经有了。
refused-same-place-twice = 跟第{ $row }行重复了。
refused-other-place-level = { $place }已经有了，不过是另一种（比如已有的是单元，这里写成户）。
refused-two-grids = { $place }前面写在网格“{ $grid }”里，一栋楼只能在一个网格。
refused-only-buildings-in-grids = 只有整栋楼能放进网格。
refused-not-a-place-state = “{ $words }”不是“在用”或“停用”。
refused-place-in-use = { $place }里还有单元、户、群或者心愿，不能删，可以停用。
refused-grid-in-use = 网格“{ $grid }”里还有楼，不能删，可以停用。
refused-grid-has-group = 网格“{ $grid }”还接着群，不能删，可以停用。
refused-grid-has-roles = 网格“{ $grid }”有人管着，或者有人管过，不能删，可以停用。
refused-grid-taken = 已经有网格“{ $grid }”了。
refused-grid-is-closed = 网格“{ $grid }”停用了，先重新用它。
refused-too-many-places = 一个小区最多{ $most }个地方。
refused-too-many-grids = 一个小区最多{ $most }个网格。
refused-not-places = 我读不出这个文件。请用 CSV、XLSX 或 YAML。
refused-places-too-big = 文件太大了，不超过{ $most }KB，请分几次发。
refused-too-many-place-rows = 行太多了，一次最多{ $most }行，请分几次发。
refused-places-empty = 里面没有内容。
refused-no-places-head = 第一行要写各列的名字：楼、单元、室、网格；或者层级、编号、名称、上级。
refused-place-aliases = 这个 YAML 文件里有引用，或者套得太深，我不读这样的。
refused-places-import-gone = 这个文件已经导入了，或者收走了。
refused-places-as-before = 跟原来一样，没有什么可改的。
