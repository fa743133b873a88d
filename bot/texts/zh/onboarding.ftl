### 进群以后的那一条、接到小区、试一试、收不收心愿。

chat-hello-nameless = 大家好，我是邻愿（微心愿），是{ -moderator }请我来的。要修的、想要的、能帮的、有主意的，跟我说一声，我交给{ -committee }，有回音就告诉大家。我不收钱，也不问验证码。

onboard-ask-purpose = <b>这是哪种群？</b>请{ -moderator }或者名单里的人按一下。
button-onboard-building = 这是楼里的群
button-onboard-staff = 这是工作群
onboard-nobody-listed = 还没人在名单里，接不了小区。请让管机器人的人把{ -committee }、{ -property }、{ -owners }的人写进 config.yaml；自己的号码发 /bind 就看得到。
onboard-ask-estate = <b>是哪个小区的？</b>
onboard-ask-building = <b>是哪栋楼的群？</b>
button-onboard-place = { $place }
button-onboard-other = 别的楼
onboard-whole = 整个小区
onboard-ask-grid = <b>是哪栋楼的群？</b>按一下楼号。这里没有的，请名单里的人发 /bind 加楼号，比如 /bind 3号楼。
onboard-confirm-building = <b>接到{ $estate }{ $place }，对吗？</b>
onboard-confirm-staff = <b>当{ $estate }的工作群，对吗？</b>接上以后，每件心愿都会到这里来。
button-onboard-yes = 对，接上
onboard-later = 好，先放着。想接的时候再按。
button-onboard-again = 接着弄
onboard-bound = 接上了。
onboard-asked-toast = 问过了，等名单里的人点头。
onboard-asked = 想接到{ $estate }{ $place }。我问过工作群了，名单里的人点了头就接上。
onboard-refused = 没接上：{ $estate }的人说这不是他们的群。弄错了的话，请当面跟他们说一声，一周后可以再问。

onboard-is-it-yours = “{ $chat }”想接到{ $place }，是{ $name }要接的。是我们的群吗？接上以后，群里的人就能看到这个小区的心愿。
button-bind-yes = 是，接上
button-bind-no = 不是
button-onboard-no-more = 不问了
onboard-asks-no-more = “{ $chat }”不问了，不用答。
onboard-said-yes = “{ $chat }”接上了，{ $name }点的头。
onboard-said-no = “{ $chat }”没有接，{ $name }说不是。
onboard-yes-toast = “{ $chat }”接上了。
onboard-no-toast = 好，“{ $chat }”不接。

bound-building-first = 好了，这个群接到{ $estate }{ $place }了。
bound-begins = 大家有事跟我说一声。

trial-head = 📝 <b>先试一试</b>（只在这里，不发到群里，不算数）
trial-wish = “二楼走廊的灯不亮了。”
trial-how = 请名单里的两位各答复一次，跟真的一样。试好了，大家就可以开始说了。
trial-tried = 试好的：{ $names }
trial-missing = 还差{ $n }位。
trial-too-few = 名单里现在只有{ $n }位，要两位才开得了。请让管机器人的人在 config.yaml 里再加一位。
button-trial = 答复试试
trial-ask-kind = “二楼走廊的灯不亮了。”怎么答复？（试一试，不算数）
trial-preview-ask = 这样答复，对吗？（试一试，不算数）
trial-answered = 试好了。真的时候，大家看到的就是这样：
trial-one-more = 还差一位，请另一位也按“答复试试”。
trial-opened = 两位都试好了，从现在起开始收心愿。
trial-done = ✅ 试好了（{ $names }）。从现在起，大家说的每件心愿都会到这里来，按“答复”就能答。
trial-next-staff = 还差一个工作群：请名单里的人把我加进工作群，按“这是工作群”。
trial-next-building = 还差楼里的群：请把我加进楼里的群，按“这是楼里的群”。
trial-next-try = 下面这件是试的：请名单里的两位各答复一次，然后就开始收心愿。
trial-next-wait = 还在准备：等工作群里的两位试好了，我在这里说一声。

intake-open-group = { -committee }准备好了，从现在起有人看，也有人答。
intake-warned-staff = ⏰ 有心愿等着，已经{ $days }天没人答复了。再没人答复，我就先不收新的，免得大家白等。
intake-paused-staff = ⏸ 有心愿等着，已经{ $days }天没人答复了。我先不收新的，群里也说了。谁答复一件，或者按一下下面，我就接着收。
intake-waiting = { $n ->
    [0] 现在没有等答复的。
   *[other] 等答复的有{ $n }件，发 /wishes 看看。
}
button-here = 我们在，继续收
intake-here = 好，接着收。
intake-paused-group = 已经{ $days }天没人答复了，我先不收新的，免得大家白等。说过的都还在。有人答复了我再接着收，急事请直接找{ -committee }或{ -property }。
intake-resumed-group = 又有人答复了，大家有事接着说。
intake-resumed-staff = 有人在了，心愿接着收。

refused-intake-not-open = { $estate }还在准备，先不收。等工作群里的两位试好了，我在群里说一声，那时再跟我说一遍就行。急事请直接找{ -committee }或{ -property }。
refused-intake-paused = { $estate }的心愿好几天没人答复了，先不收新的，免得您白等。有人答复了我就接着收。急事请直接找{ -committee }或{ -property }。
refused-trial-over = 已经开始收心愿了，不用试了。
refused-tried-already = 您试过了，还要另一位也试一次。
refused-chat-bound-already = 这个群已经接好了。要改，请名单里的人发 /bind。
refused-not-yours-to-bind = 这几个按钮是给{ -moderator }和名单里的人的，您不用管。
refused-staff-chat-needs-listed = 工作群看得到每件心愿，要名单里的人来接。要是就由您来，请让管机器人的人把 { $id } 写进 config.yaml。
refused-nobody-to-ask = 小区还没有工作群，没人能点头。请名单里的人先接一个工作群，或者由他来按。您的号码是 { $id }。
refused-asked-enough = 问过了，先等他们回。说过不是的群，一周后可以再问。
refused-binding-settled = 这个群已经有人定了，不用再按。
