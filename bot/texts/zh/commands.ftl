### 输入框里“/”菜单上的说明，越短越好。

command-want = 我想要：要修的、想要的
command-willdo = 我愿做：能帮的
command-suggest = 我建议：有主意的
command-wishes = 看大家说过什么
command-wish = 看一件，比如 /wish 12
command-mine = 我提的和我跟着的
command-mediate = 请老娘舅私下调解邻里的事
command-find = 找一找，比如 /find 灯
command-help = 怎么用
command-language = 换语言
command-privacy = 我听得到什么、留下什么
command-mydata = 我留下的您的资料
command-forgetme = 把我忘了
command-cancel = 不弄了
command-bind = 告诉我这是哪栋楼的群
command-menu = 再发一次三个按钮的卡片
