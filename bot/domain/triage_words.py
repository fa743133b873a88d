"""Words by which class and level of a wish are suggested: regular expressions over simplified, small letters."""

from __future__ import annotations

#: Neighbours among themselves: to meet, to share, lost and found.
TALK = (
    r"有没有人(想)?一起|谁(想|要)?一起|约(个|一个)?(球|牌|饭)|一起(跳舞|打球|下棋|散步|爬山|跑步|唱歌|喝茶|买菜|遛)|拼车|拼单|团购|接龙|二手|闲置|转让"
    r"|免费送|送人|捡到|失物|寻物|丢了|谁家的(猫|狗|钥匙|孩子)|找(猫|狗)|交个?朋友|认识一下"
    r"|\banyone (want|wants|like|up)\b|\bwho('s| is) up for\b|\bshare a ride\b|\bcarpool|\bsecond.?hand\b"
    r"|\bgive(s|n)? away\b|\bfree to (a )?good home\b|\blost (my|our|a)\b|\bi found (a|some|the)\b|\bgroup buy"
)

#: What somebody wants to say, and nobody has to do anything about.
EXPRESSION = (
    r"^(谢谢|感谢|多谢)|点赞|表扬|辛苦了|(新年|春节|中秋|节日|国庆)快乐|祝(大家|邻居|各位)|真(美|漂亮)|分享一?(张|首|下)|写了?一?首"
    r"|^thank|\bthanks to\b|\bwell done\b|\bhappy (new year|holidays)\b|\bjust wanted to say\b|\bcongratulations\b"
)

#: What a committee cannot settle alone: streets, markets, schools, unlawful building, sites.
SUB_DISTRICT = (
    r"街道|马路|人行道|市政|公交|校门|学校|幼儿园|菜场|菜市场|违建|违章(建筑|搭建)|搭建|工地|施工扰民|摊贩|占道|河道|养老院|日间照料|助餐"
    r"|\bstreet\b|\bpavement\b|\bbus (stop|line)\b|\bschool\b|\bmarket\b|\bunlawful building\b"
    r"|\bbuilding site\b|\bvendors?\b"
)

#: What is decided above the sub-district.
ABOVE = (
    r"地铁|轻轨|医保|社保|养老金|户口|户籍|学区|公积金|动迁|拆迁|旧改|加装电梯|政策|规划|高压线"
    r"|\bmetro\b|\bsubway\b|\bhealth insurance\b|\bpensions?\b|\bschool district\b|\bdemolition\b|\bzoning\b|\bpolicy\b"
)
