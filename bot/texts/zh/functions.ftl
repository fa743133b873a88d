### 一个楼群用什么：接好60天以后告诉工作群；接龙、小投票可以在一个群里停掉，也可以再用。

command-functions = 哪个群用什么：停掉、再用
help-functions = /functions 看哪个群停了接龙、小投票；可以停掉，也可以再用

function-review-head = 📊 <b>{ $chat }</b> · 最近{ $days }天，哪些用得上（认得的邻居{ $known }位）
function-review-wishes = · 提心愿：{ $persons }人提了{ $times }件 · { $verdict }
function-review-support = · 我家也是、支持：{ $persons }人按了{ $times }次 · { $verdict }
function-review-claims = · 认领：{ $persons }人认领了{ $times }次 · { $verdict }
function-review-signups = · 接龙：发了{ $offered }个，{ $persons }人报名 · { $verdict }
function-review-polls = · 小投票：发了{ $offered }个，{ $persons }人回答 · { $verdict }
function-review-broadcasts = · 公告：请大家看的{ $offered }则，{ $persons }人说看过了 · { $verdict }
function-advice-keep = 建议留着
function-advice-talk = 用的人少，跟大家商量一下
function-advice-stop = 没人用，建议停掉
function-is-unused = 没人用
function-is-stopped = 停了
function-is-kept = 说好留着
function-hint-wishes = 提心愿的人少：把三个按钮的卡片再置顶一次（/menu），或者请楼组长说一声。真用不上，把我请出这个群就行。
function-hint-support = 跟着的人少：看看心愿是不是只关一家的事。
function-hint-claims = 认领的人少：没人按也不碍事；小事在群里说一声谁来搭把手也行。
function-hint-broadcasts = 公告没什么人看：少发一点，短一点，只发给有关的楼。
function-review-foot = 只看这个群用不用得上，不看谁多谁少。停掉的随时能再用：/functions

button-function-stop = 停掉{ $function }
button-function-keep = 留着{ $function }
button-function-again = 再用{ $function }
button-function-stop-there = { $chat }：停掉{ $function }
button-function-again-there = { $chat }：再用{ $function }
chat-function-signups = 接龙
chat-function-polls = 小投票
function-done-stop = { $chat }：{ $function }停了，已经发了的照常到截止。
function-done-keep = { $chat }：{ $function }留着。
function-done-again = { $chat }：{ $function }可以再用了。

functions-head = <b>{ $estate }</b> · 哪个群用什么
functions-row = · { $chat }：接龙{ $signups }，小投票{ $polls }
functions-foot = 停掉以后，新的接龙、小投票不发到那个群，已经发了的照常到截止。
functions-none = 还没有接好的楼群。
function-on = 在用
function-off = 停了

refused-signups-stopped = 这里的楼群都停了接龙。要再用，请让工作人员发 /functions
refused-polls-stopped = 楼群都停了小投票。要再用，发 /functions
