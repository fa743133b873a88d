"""The words that `screening` goes by: patterns over folded words (small letters, simplified characters)."""

from __future__ import annotations

#: the commonest surnames, without those that are mostly something else: 高, 白, 方, 石, 路, 房, 花, 金, 江, 毛
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
    "姚谭廖邹熊陆郝孔崔康邱秦史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟颜倪严牛温季俞章鲁葛伍韦申尤毕聂"
)
#: what follows a surname, or stands for somebody by itself where a door is named
TITLES = (
    "先生|女士|小姐|太太|阿姨|大妈|大爷|大娘|大叔|大婶|大嫂|大姐|大哥|老太太|老太|老头|老爷爷|老奶奶|奶奶|爷爷|"
    "婆婆|公公|"
    "叔叔|伯伯|师傅|老师|医生|老伯|阿婆|阿公|师奶|生太|家的人"
)
#: 老王, 小李; not 小马路, 老何 of a place
NICKNAMED = "老小阿"
#: what comes before a whole name
CALLED = "叫|名叫|姓名|住的是|住着|户主|业主|租客|租户|房东|邻居|是"

HARDSHIP = (
    r"手头(?:很|比较|有点)?(?:紧|不宽裕)|(?:分期|晚点|缓一?缓|过阵子)再?[交付]|[退养][休老]金[^,。!?;]{0,4}(?:少|"
    r"低|不够|只有)|交不出|打零工|\bpension|"
    r"\bmake ends meet|\b(?:short of|tight on) money|\bcan't manage the (?:rent|fee|bill)|\bsmall (?:wage|income)|"
    r"\bon a low (?:wage|income)|"
    r"低保|特困|困难户|困难家庭|困难补助|家(?:里|庭|境)?(?:很|比较|特别|非常|实在)?(?:经济)?困难|(?:生活|经济|"
    r"日子)(?:很|比较|特别|有些|有点)?困难|"
    r"吃不上饭|吃不起|揭不开锅|日子(?:都)?过不下去|(?<!物业)(?<!物业说)(?<!小区)(?<!委会)(?:我|家里|家|他|她|"
    r"手头|身上)[^,。!?;]{0,4}没(?:有)?钱|"
    r"[交付还买看租]不起|欠[了着]?[^,。!?;]{0,6}(?:债|钱|款|房租|物业费)|借[^,。!?;]{0,3}钱|失业|下岗|丢了工作|"
    r"没(?:有)?(?:了)?工作|没(?:有)?收入|破产|"
    r"孤寡|孤儿|贫困|很穷|穷得|申请[^,。!?;]{0,4}(?:补助|救济|救助)|领[^,。!?;]{0,3}(?:救济|补助)|"
    r"(?:我|他|她|爸|妈|老人)[^,。!?;]{0,3}(?:一个人|独自|独)(?:居|住|在家)|"
    r"\b(?:can't|cannot|can not|couldn't) (?:afford|pay)|\blost (?:my|his|her|their|our) jobs?|\bunemployed|"
    r"\bout of work|"
    r"\bon (?:benefits|welfare)|\bin debt|\bowe(?:s|d)? |\bbehind (?:on|with) (?:the |my |our |his |her )?rent|"
    r"\bno money (?:for|to|left)|\bpoverty|\bfood bank|\bevict|\bbankrupt|\bstruggling to (?:pay|buy|feed)|"
    r"\b(?:i|he|she) (?:live|lives|am|is) (?:all )?alone|\bgoing hungry|\b(?:my|his|her|our) benefits"
)
VIOLENCE = (
    r"跟着我|推(?:倒|下楼|了我)|掐(?:住|我|脖)|踢(?:我|他|她|人)|耳光|揪(?:住|头发)|(?:又|先|就)动手|动了手|"
    r"\b(?:push|kick|grab)(?:ed|es) (?:me|"
    r"him|her)|\bchok(?:ed|es) (?:me|him|her)|\bfollow(?:s|ed|ing) me|\b(?:threw|throws) [^,.!?;]{0,15} at (?:me|"
    r"him|her)|"
    r"被打(?![扫开碎破断湿通印包翻死的蚊])|打人(?!工|情|数)|打架(?!子)|家暴|殴打|挨打|打骂|打老婆|打老公|打孩子|"
    r"打老人|打我(?!们?(?:家)?(?:电话|手机|微信))|"
    r"动手打|打起来|砍人|拿刀|持刀|捅|杀人|虐待|威胁|恐吓|骚扰(?!电话)|性侵|猥亵|强奸|非礼|尾随|跟踪|欺负|霸凌|"
    r"\bbeat(?:s|ing|en)? (?:me|him|her|up|his|their)|\b(?:hit|hits|hitting) (?:me|him|her|his|their|my)|\bviolen|"
    r"\babus(?:e|ed|es|ing|ive)\b|"
    r"\bthreaten|\bharass|\bassault|\bstalk(?:ed|ing|er)|\bbull(?:y|ied|ying)\b|\bmolest|\bfight(?:s|ing)? (?:with|"
    r"in|every)|"
    r"\b(?:got into|had|having) a fight|\bpunch(?:ed|es)?\b|\bslap(?:s|ped)\b|\bwith a knife"
)
ILLNESS = (
    r"脑梗|脑溢血|哮喘|痛风|关节炎|失眠|吃[^,。!?;]{0,2}药|失明|搭桥|支架|假肢|拐杖|(?:我|他|她|妈|爸|老伴|母亲|"
    r"父亲|奶奶|爷爷)[^,。!?;]{0,6}(?:腿脚不|行动不便|走不动|"
    r"站不起来|看不见|看不清|听不见)|\basthma|\barthritis|\binsomnia|\b(?:my|his|her) allerg|\b(?:i|he|she|mum|"
    r"mother|dad|"
    r"father|husband|wife) (?:am|is|'s) (?:blind|deaf|frail)|\bwalking frame|\bcrutch|\bi use a (?:walker|cane|"
    r"wheelchair)|"
    r"癌|肿瘤|化疗|放疗|透析|尿毒症|中风|偏瘫|瘫痪|卧床|失智|痴呆|阿尔茨海默|老年痴呆|帕金森|抑郁|焦虑症|精神病|"
    r"精神分裂|"
    r"精神(?:有|不太|不)(?:问题|正常)|自闭症|多动症|智障|智力障碍|癫痫|糖尿病|高血压|心脏病|冠心病|肝炎|乙肝|"
    r"艾滋|肺炎|肺结核|新冠|"
    r"发烧|发高烧|住院|出院|手术|骨折|怀孕|孕妇|流产|坐月子|残疾(?!人?(?:坡道|通道|车位|厕所|设施|停车))|坐轮椅|"
    r"生病|生了病|得了?[^,。!?;]{0,3}病(?!房)|重病|大病|病重|病倒|"
    r"病人|"
    r"晕倒|昏倒|摔伤|瘫了|服药|血压药|胰岛素|化验|"
    r"\bcancer|\btumou?r|\bchemo|\bdialysis|\bstroke\b|\bparaly[sz]ed|\bbedridden|\bdementia|\balzheimer|"
    r"\bparkinson|\bdepress(?:ion|ed)|"
    r"\bmental(?:ly)? (?:ill|health)|\bschizo|\bautis|\bepilep|\bdiabet|\bblood pressure (?:pills|medicine|"
    r"tablets)|\bhigh blood pressure|"
    r"\bheart (?:disease|condition|attack)|\bhepatitis|\bhiv\b|\bcovid|\bpneumonia|\bsurgery|\b(?:hip|knee|"
    r"heart) operation|\bin (?:the )?hospital|"
    r"\bhospitali[sz]ed|\bpregnan|\bmiscarr|\bdisabled(?! (?:parking|access|toilet|ramp|bay))|\b(?:is|am|are|was|"
    r"got|very|so|fell) (?:ill|sick)\b|"
    r"\bbroke(?:n)? (?:my|his|her|a) (?:hip|leg|arm|wrist)|\bbroken (?:hip|leg|arm|wrist)|\bin a wheelchair|"
    r"\bfever\b|\bfainted|\bmedication"
)
#: of a plant, a talk, a facility: nobody is ill
NO_ILLNESS = (
    r"(?:树|花|草|绿植|植物|月季|香樟|盆栽)[^,。!?;]{0,6}病|病虫害|讲座|义诊|宣传|科普|培训|(?:电脑|手机|"
    r"服务器)[^,。!?;]{0,3}病|毛病|"
    r"\btalk (?:on|about)|\bcourse\b|\bworkshop|\b(?:trees?|plants?|roses?|lawn|hedge)\b[^,.!?;]{0,20}\b(?:sick|"
    r"ill|disease)|\bstroke of luck|\bawareness"
)

CHILD = (
    r"[初高]中生|中学生|双胞胎|小姑娘|少年(?!宫)|\b(?:a|two|three|some|the) teenagers?\b|\b(?:the|those|these|"
    r"some) (?:kids|"
    r"children|boys|girls|teenagers) (?:upstairs|downstairs|next door|from|who|run|ride|shout|scream|kick|climb|"
    r"keep)|"
    r"儿子|女儿|闺女|孙子|孙女|外孙|婴儿(?!车)|新生儿|未成年|(?:孩子|小孩|小孩子|娃|宝宝|小朋友|男孩|女孩|小男孩|"
    r"小女孩)"
    r"(?!们|子?(?:乐园|玩具|游乐|滑梯|座椅|活动|用品|玩的|爱玩|喜欢玩|都喜欢|读书|的?(?:滑梯|秋千|乐园|游乐|活动|"
    r"玩具|书)))|"
    r"小学生|\d+岁|"
    r"\b(?:my|our|his|her|their|neighbou?r's|the|a|one|that|whose|somebody's|someone's) (?:\w+ )?"
    r"(?:son|daughter|child|kid|boy|girl(?!s? band)|baby|toddler|grandson|granddaughter)\b(?!'s (?:slide|swing|"
    r"chair)|"
    r" (?:seats?|swings?|slides?|changing))|"
    r"\b(?:my|our|his|her|their) (?:\w+ )?(?:kids|children|grandchildren|twins|sons|daughters)\b|"
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)[- ]year[- ]olds?\b|\btoddler|\bnewborn"
)
#: for children in general: 儿童, 孩子们, a slide
NO_CHILD = (
    r"(?:给|让|供|为)?(?:孩子|小孩|小朋友|娃娃?)们|儿童|(?:给|让|供|为)(?:小区(?:的|里的)?)?(?:孩子|小孩|"
    r"小朋友)(?:玩|用|装|建|添|搞|办|加)|娃娃机|布娃娃|"
    r"\b(?:a|the) (?:kid|child|baby|boy|girl)(?:'s)? (?:seat|swing|slide|chair|changing)"
)

_WHO = (
    r"(?:(?:楼上|楼下|隔壁|对门|对面|邻居(?!节|们|里)|上面|下面|左边|右边)(?:的)?(?:邻居|住户|人家|那家|这家|"
    r"那户|这户|家|老[\u4e00-\u9fff]|小(?:夫妻|伙子|年轻|"
    r"两口)|"
    r"夫妻|人|租客|租户|装修队|阿姨|大爷|老太太|老夫妻|老两口|先生|女的|男的)?|"
    r"[他她]们?家?|那户人家|这户人家|有(?:一)?户人家|有(?:一)?家|某(?:家|户|住户)|租客|租户|房东|合租的|"
    r"[一二三四五六七八九十]{1,3}[楼层]的?(?:那户|那家|住户|邻居|人家|租客|"
    r"老[\u4e00-\u9fff]|小(?:夫妻|伙子|两口)|[\u4e00-\u9fff]先生|[\u4e00-\u9fff]阿姨|(?=把|总|老|又))|对面阳台|"
    r"对面窗|"
    r"(?<!\d)\d{3,4}(?!\d)(?:室|号房)?(?:的)?(?:那家|住户|"
    r"人家|那户|"
    r"租客|邻居|家)?)"
)
_DOES = (
    r"(?:吵|闹|扔|烧烤|炒菜|(?:把)?车停[在到]|滴到|冲水|洗衣机|乱丢|丢垃圾|丢烟|抽烟|吸烟|遛狗|不拴|没拴|不牵|"
    r"占(?:了|着|道|用|我)|堵(?:门|住|在)|堆(?:了|满|东西|杂物|纸箱|"
    r"在)|装修|打孔|电钻|唱歌|麻将|"
    r"跳(?:舞|绳|来)|蹦|跺|砸|骂|偷|晾(?!衣架|衣绳|晒区|衣杆)|养(?:狗|鸡|鸭|鸽|猫|蜂)|往下(?:倒|扔)|往楼下|泼|"
    r"群租|摆摊|大声|喝(?:酒|"
    r"醉)|拖(?:椅|凳|桌)|咚|弹琴|练琴|拉琴|乱停|不关门|"
    r"不交|违建|搭(?:建|棚|了)|撒尿|小便|狗叫|狗(?:一直|整天|天天|老是|半夜)|音响|放音乐|开派对|不讲理|不讲卫生|"
    r"没素质|缺德|赖账|搞外遇|出轨|"
    r"半夜(?:回来|走动|洗|打|放|敲)|敲(?:墙|地板)|电视(?:声|开))"
)
#: 楼上走廊, 楼下花坛 is where, not who
_NOT_WHERE = (
    r"(?!的?(?:走廊|楼道|过道|平台|天台|花坛|垃圾房|垃圾桶|绿化|空地|停车|"
    r"车棚|店|饭馆|广场|工地|马路|学校|公园|电梯|路灯)|能不能|可不可以|可以|想|应该|加|设|建|有没有|没有|缺|少)"
)
CONDUCT = (
    r"\b(?:in|at) flat \d+[^,.!?;]{0,10} never |\b(?:lady|man|woman|couple|family|people) (?:above|below|"
    r"in \d+)[^,.!?;]{0,30}(?:water|feed|hang|drip|onto my|into my)|"
    rf"{_WHO}{_NOT_WHERE}[^,。!?;]{{0,10}}{_DOES}|{_DOES}的?(?:是|就是)(?:楼上|楼下|隔壁|对门|\d{{3,4}})|"
    r"\b(?:upstairs|downstairs|next[- ]door|(?:my|our|the|a|one|his|her) neighbou?r(?:s)?(?: (?:above|below|"
    r"upstairs|downstairs|next door|opposite))?|"
    r"neighbou?rs? (?:above|below|upstairs|downstairs|next door|opposite|from)|flat \d+\w?|apartment \d+\w?|"
    r"apt\.? \d+\w?|number \d+|"
    r"the (?:people|family|tenants?|guys?|man|woman|couple|students|lady|landlord)(?: who live)? (?:above|below|"
    r"upstairs|downstairs|in|at|from|on|next door|opposite))\b"
    r"[^,.!?;]{0,45}\b(?:nois|loud|shout|scream|smok|part(?:y|ies)\b|music|karaoke|bark|throw|dump|block(?:s|ing|"
    r"ed)?\b|drill|quarrel|argu|fight|drunk|drink|steal|"
    r"stole|stomp|swear|rude|spit|park(?:s|ed|ing)? (?:in|on|across|his|her|their)|lets? (?:his|her|their)|"
    r"leav(?:es?|ing) (?:his|her|their|rubbish|trash|bikes?|shoes)|"
    r"drops?|play(?:s|ing)? (?:the |his |her |their )?(?:piano|drums|music|tv|video)|refus|never (?:clean|pay|clos|"
    r"greet)|does not (?:clean|pay|pick)|"
    r"doesn't (?:clean|pay|pick)|hammer|bang|cheat|lies\b|yell)|"
    r"\b(?:noise|music|smoke|shouting|barking|water|rubbish|parties) (?:coming )?from (?:the )?(?:upstairs|"
    r"downstairs|next door|neighbou?rs?|flat|people)"
)

#: a vehicle is spoken of: a plain Latin plate may be one
VEHICLE = r"车|停|摩托|\b(?:car|van|bike|scooter|motor|vehicle|parked|parking|plate|reg)"
