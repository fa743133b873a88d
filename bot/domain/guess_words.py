"""The words that `guess` goes by, as neighbours say and type them: patterns, with bars between alternatives."""

from __future__ import annotations

from bot.domain.wishes import Category

# ---- kind -------------------------------------------------------------------------------------------------------

#: what the author gives
OFFER = (
    "我愿意|我愿做|我乐意|我可以|我能帮|我能教|我能给|我能陪|我会(?:修|剪|理发|教|做|弹|画|写|缝|磨)|"
    "可以(?:教|顺路|带|陪|帮大家|送)|拿来给我|我来(?!说|问|讲|反映)|我报名|我帮(?!不)|我有空(?!的话)|"
    "愿意帮|可以帮大家|给大家|帮大家|帮邻居|为大家|义务|志愿|免费(?:教|帮|送|修|提供|给|理)|免费的?送|送给|送人|"
    "送邻居|"
    "谁要|谁需要|有需要(?:的|可以|就)|需要的(?:邻居|可以|找|来|联系|话)|要的(?:来拿|找我|联系)|来我家拿|"
    "可以借(?!我|给我)|借给大家|找我|"
    "我愿意|我願意|義務|免費|誰要|誰需要|"
    r"i can (?!not\b|'t|hear|see|smell|hardly|barely|never)|i could (?:help|teach|lend|fix|give|drive|walk|water)|"
    "i'll |i will |i'd (?:be )?(?:happy|glad|like to (?:help|offer|volunteer|give|teach|lend|share))|"
    "i'm (?:happy|glad|willing|free|offering)|"
    "i am (?:happy|glad|willing|free|offering)|happy to|glad to|willing to|giving away|give away|"
    "free to (?:a good home|collect|whoever)|for free|"
    "volunteer|anyone (?:who )?(?:wants|needs)|if (?:anyone|somebody|someone|you) needs?|whoever needs|"
    "help yourself|to lend|offering|free (?:sofa|chair|table|bed|bike|plants?|books|toys|clothes|fridge|tv)|"
    "spare .{0,30}for (?:anyone|whoever)"
)

#: said so outright
SUGGESTION = (
    "我建议|建议|提议|提个|倡议|我的意见|我期望|期望|不如|何不|要是能|如果能|要是有|要不要搞|要不咱们|咱们搞|"
    "我们搞|办个|搞个|多搞|"
    "建議|提議|意見是|"
    "i suggest|i propose|i'd suggest|i would suggest|i recommend|suggestion|proposal|why (?:don't|not|can't) we|"
    "how about|what about|what if|let's|let us|"
    r"it would be (?:nice|good|great|lovely|better|helpful)|would be (?:nice|good|great|lovely)|an idea|my idea"
)

#: a proposal, unless something is broken or somebody needs help
MAYBE_SUGGESTION = (
    "希望|盼望|能不能|能否|可不可以|可否|是不是可以|是否可以|最好|应该|應該|应当|多种|增加|增设|加装|安装|"
    "装一?个|设一?个|建一?个|多放|改成|规定|"
    "should|could we|can we|could there|could the (?:committee|estate)|"
    "could you (?:add|put|install|plant|allow)|please (?:add|put up|install|plant|allow)|"
    r"hope|wish (?:we|there|the)|more (?:benches|trees|bins|lights|space)"
)

#: the author, or somebody, needs a hand or a thing
NEED = (
    "帮我|帮忙|帮帮|求助|急需|我需要|需要人|需要一|谁能|谁会|谁有|谁可以|有没有人|有人能|哪位|哪个好心|想找|"
    "想请|想借|想要|想买|想问|我要|我想|借我|求购|求|"
    "陪我|照顾一下|幫我|幫忙|誰能|誰會|誰有|"
    "help me|need|looking for|look for|does anyone|does anybody|do any|can anyone|can anybody|can someone|"
    "can somebody|could anyone|could someone|"
    r"could somebody|anyone able|anybody able|i want|i'd like|i would like|borrow|searching for|wanted"
)

#: an offer's words inside a question or a request for oneself
ASKING = (
    "帮帮我|帮我|我可以.*(?:吗|么|嘛)|我可以不可以|我可不可以|谁可以帮|有人愿意帮我|有没有志愿|可以借我|请志愿|"
    "需要志愿|找志愿|想请.*义务|"
    "help me|can i |could i |may i |i can't|i cannot|can volunteers|need(?:s|ed)? (?:a )?volunteer|"
    "looking for (?:a )?volunteer|any volunteer|"
    r"someone (?:happy|willing)|anyone (?:happy|willing)|volunteers? to help (?:me|us|my)"
)

#: something is wrong
BROKEN = (
    "坏|漏|堵|不亮|不热|不转|不走|不灵|不行了|不好使|不好用|失灵|故障|没电|没水|没热水|停水|停电|自来水|太黑|"
    "太暗|断|裂|掉|脱落|松了|松动|碎|破|塌|锈|渗|积水|溢|"
    "卡住|卡了|打不开|关不上|开不了|修|壞|維修|沒水|沒電|不通|臭|脏|吵|被偷|丢了|乱|"
    "broken|broke|not working|doesn't work|does not work|isn't working|stopped working|won't|leak|drip|block|"
    "clog|crack|fell|fallen|falling|loose|stuck|"
    r"out of order|is out\b|are out\b|went out|gone out|no (?:hot )?water|no power|no light|flood|smell|stink|"
    r"dirty|noisy|loud|fix|repair|mend|rust|burst|jammed|dead\b"
)

# ---- place ------------------------------------------------------------------------------------------------------

#: spots of the whole estate
WHOLE_ESTATE = (
    "小区|小區|院子|院里|大院|大门口|大门|正门|东门|西门|南门|北门|侧门|门卫|保安亭|岗亭|广场|花园|凉亭|"
    "中心绿地|草坪|健身器|健身角|篮球场|"
    "停车场|地下车库|车库|车棚|充电桩|垃圾房|垃圾站|垃圾桶|快递柜|丰巢|围墙|主路|路灯|活动室|居委会门口|社区|"
    "滑梯|儿童乐园|游乐|大門|廣場|花園|車庫|停車場|"
    "estate|courtyard|main gate|front gate|east gate|west gate|north gate|south gate|back gate|the gate|"
    r"gatehouse|square|playground|garden|park\b|car park|parking lot|"
    "garage|bike shed|bicycle shed|bin store|bin room|the bins|parcel locker|fence|street ?lights?|path|"
    "basketball|lawn|neighbourhood|neighborhood|community (?:room|centre|center)"
)

# ---- category: where two weigh the same, the earlier one is taken ------------------------------------------------

CATEGORIES: tuple[tuple[Category, str], ...] = (
    (
        Category.SAFETY,
        "安全|危险|消防|灭火器|消火栓|火灾|着火|起火|冒烟|失火|股?(?:煤气|燃气|天然气|焦|糊)味|煤气|燃气|漏电|电线裸露|电线|飞线|井盖|"
        "护栏|栏杆|扶手|监控|摄像头|小偷|被偷|偷|"
        "掉下来|砸到|砸人|花盆.{0,6}外|钉子|火花|冒火|老丢|丢快递|走丢|陌生人|门禁|防盗门|高空抛物|高空|"
        "扔东西下来|抛物|疏散|消防通道|堵.{0,4}通道|滑倒|摔跤|摔倒|绊|会摔|台阶太滑|路滑|结冰|狗咬|咬人|不拴|"
        "没拴|不牵绳|没牵绳|遛狗不|"
        "电动车.{0,4}上楼|推.{0,6}电梯|楼道充电|楼里充电|屋里充电|飞线充电|瓷砖.{0,3}掉|墙皮.{0,6}砸|"
        "外墙.{0,4}脱落|玻璃.{0,3}掉|危險|滅火|監控|"
        "safe|unsafe|danger|fire exit|fire door|fire lane|fire|smoke|gas leak|smell of gas|gas smell|"
        r"smells? (?:like |of )?gas|electric shock|bare wire|wires?\b|wiring|manhole|railing|handrail|cctv|"
        "camera|nail sticking|spark|took my|thief|thieves|stolen|steal|theft|burglar|stranger|door code|"
        "entry door|front door (?:does|doesn't|won't)|intercom|slip|trip over|tripp|icy|"
        "ice on|bite|bitten|off the lead|off the leash|without a lead|without a leash|emergency exit|"
        "escape route|throw(?:s|ing)? .{0,20}(?:window|balcony)|falling tile|tiles? fall",
    ),
    (
        Category.NOISE,
        "噪音|噪声|吵|太响|响个不停|扰民|半夜.{0,6}(?:响|叫|唱|装修|跳|闹)|睡不着|音量|睡不了|广场舞|音响|喇叭|"
        "狗叫|狂吠|装修.{0,4}(?:声|吵|早)|电钻|打孔|敲墙|敲打|喧哗|"
        "麻将|大声|弹琴|练琴|唱歌|卡拉|蹦跳|跺脚|咚咚|太闹|低音炮|安静|噪聲|裝修聲|"
        r"nois|loud|quiet|barking|barks|bark\b|drill|hammer|music|karaoke|can't sleep|cannot sleep|"
        "keeps? (?:me|us|everyone) (?:up|awake)|shout|party|parties|stomp|racket|square danc|"
        "drops? (?:things|stuff)|turn down|turn the .{0,12}down",
    ),
    (
        Category.PARKING,
        "停车|车位|停满|乱停|占车位|挡住.{0,6}车|堵车|堵在.{0,4}口|电动车|电瓶车|充电桩|充电|自行车|单车|车棚|"
        "车库|地库|僵尸车|私家车|轿车|汽车|三轮车|道闸|抬杆|挪车|"
        "婴儿车|停車|車位|電動車|單車|車庫|"
        r"parking|parked|park (?:the|my|his|her|their|in|on|at)|car park|\bcars?\b|garage|bikes?\b|bicycle|"
        "e-?bikes?|scooter|charging|charger|charge point|double[- ]park|"
        r"blocking (?:the|my) (?:drive|exit|way|entrance)|barrier|bay\b|bays\b",
    ),
    (
        Category.CLEANING,
        "垃圾|打扫|卫生|脏|臭|异味|气味|股.{0,3}味|尿味|怪味|保洁|清洁|清理|清运|清扫|扫地|拖地|堆物|杂物|"
        "堆.{0,4}(?:东西|纸箱|满)|纸箱|灰尘|蜘蛛网|蟑螂|老鼠|蚊子|虫子|狗屎|狗粪|大便|小便|尿|"
        "烟头|抽烟|吸烟|二手烟|小广告|污|油烟|满出来|没人倒|没人扫|没人收|很久没扫|擦|髒|衛生|"
        r"rubbish|trash|garbage|litter|bins?\b|dirty|dirt\b|clean|sweep|swept|smell|stink|stench|filth|cockroach|"
        r"roach|rats?\b|mice|mouse|mosquito|pest|dog (?:poo|mess|dirt)|"
        r"poo\b|poop|cigarette|cardboard|clutter|junk|mop|dust|smoking|smokers?|smokes|overflow|graffiti|flyers",
    ),
    (
        Category.GREENERY,
        "绿化|树|草坪|草地|杂草|除草|花草|花坛|花园|花圃|种花|种树|种菜|浇水|浇花|修剪|树枝|落叶|枯|灌木|绿植|"
        "盆栽|荫|蔬菜|綠化|樹|澆水|"
        "tree|branch|hedge|bush|shrub|lawn|grass|weed|flower|garden|plant|watering|prun|leaves|greenery|compost|"
        "vegetable",
    ),
    (
        Category.CARE,
        "老人|老年人|老伴|独居|一个人在家|一个人住|邻居.{0,4}看|老太太|老爷爷|老奶奶|奶奶|爷爷|长辈|老妈|老爸|"
        "妈妈|父母|孩子|小孩|儿童|宝宝|带娃|接送|放学|作业|辅导|陪|照顾|照看|护理|看病|医院|挂号|买药|配药|"
        "药|血压|轮椅|行动不便|腿脚|残疾|盲人|失智|走失|迷路|买菜|代买|拎|搬东西|搬不动|搬|提不动|做饭|送饭|"
        "吃饭|食堂|理发|剪头发|缝|教.{0,6}(?:手机|微信|上网|用)|智能手机|手机|微信|"
        "翻译|聊天|说说话|作伴|邻居互助|互助|帮邻居|一起(?:玩|跳|走|吃|散步|下棋)|下棋|象棋|跳舞|太极|合唱|书法|"
        "读书|旧书|图书|衣服|闲置|玩具|猫|狗.{0,3}丢|喂|借|包饺子|"
        "活动室|兴趣|班|组织|电影|活动|市场|交换|英语|针线|裤子|老人家|長輩|醫院|藥|輪椅|理髮|"
        "elder|old(?:er)? (?:people|neighbour|neighbor|lady|man|woman|folk)|senior|grandm|grandf|granny|grandpa|"
        r"mother|father|\bmum\b|\bmom\b|\bdad\b|parents?\b|child|kid|baby|"
        "toddler|babysit|homework|tutor|school run|hospital|doctor|clinic|medicine|prescription|pharmacy|"
        r"blood pressure|wheelchair|disabled|blind\b|dementia|lonely|lives? alone|"
        r"living alone|company\b|companion|shopping|groceries|carry|heavy|haircut|cut hair|sew|phone|smartphone|"
        "computer|translate|chess|tai ?chi|choir|dance|dancing|book|toys|clothes|"
        r"lend|borrow|ladder|walk (?:my|your|the|their) dog|dog walk|feed|cat\b|cats\b|teach|lesson|"
        "english class|cook|dumpling|lunch|canteen|reading group|volunteer|neighbours? in need",
    ),
    (
        Category.REPAIR,
        "坏|不亮|不热|不灵|不转|不走|失灵|故障|修|漏|渗|滴水|堵|下水|马桶|水管|水龙头|水压|没水|没热水|停水|"
        "停电|自来水|太黑|太暗|跳闸|没电|没暖气|暖气|供暖|灯|电梯|开关|门锁|锁|门铃|对讲|"
        "单元门|大门|门关不上|门|窗|玻璃|墙|天花板|屋顶|楼顶|瓷砖|地砖|地面|坑|裂|掉皮|墙皮|发霉|楼梯|扶手|坡道|"
        "无障碍|信箱|邮箱|管道|化粪池|积水|水表|电表|松了|松动|路面|"
        "网络|宽带|信号|打不开|关不上|燈|電梯|壞|樓梯|水龍頭|門鎖|"
        r"broken|broke\b|not working|doesn't work|does not work|isn't working|stopped working|fix|repair|mend|"
        r"replace|leak|drip|blocked|clog|drain|toilet|pipe|tap\b|faucet|water pressure|"
        r"no (?:hot )?water|no power|power cut|fuse|heating|radiator|light|bulb|lamp|lift\b|elevator|switch|"
        r"lock\b|doorbell|intercom|door\b|window|wall|ceiling|roof|tile|floor tile|pothole|"
        "crack|mould|mold|stair|steps|ramp|mailbox|letterbox|flood|puddle|wifi|internet|loose|stuck|"
        r"out of order|dark\b",
    ),
)
