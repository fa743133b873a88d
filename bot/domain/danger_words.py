"""The danger words that Wishwell comes with; config.yaml shows them and may replace each list.

A star stands for up to six characters of Chinese or three words of English, within one sentence.
"""

from __future__ import annotations

FIRE_ZH = (
    *("煤气*味", "燃气*味", "天然气*味", "瓦斯*味", "煤气泄", "燃气泄", "天然气泄", "瓦斯泄", "漏煤气", "漏燃气"),
    *("漏天然气", "煤气漏", "燃气漏", "天然气漏", "煤气中毒", "一氧化碳", "着火", "着了火", "起火", "起了火", "失火"),
    *("火灾", "走水了", "烧起来", "烧着了", "冒烟", "冒浓烟", "浓烟", "爆炸", "爆燃", "焦味", "烧焦", "困在电梯"),
    *("关在电梯", "电梯困人", "电梯*困住"),
)
FIRE_EN = (
    *("gas leak", "leaking gas", "gas is leaking", "smell gas", "smell * gas", "smells of gas", "smells like gas"),
    *("smelling gas", "gas smell", "smell of gas", "on fire", "fire in the", "there is a fire", "there's a fire"),
    *("caught fire", "catching fire", "house fire", "kitchen fire", "fire broke out", "flames", "burning smell"),
    *("smell of burning", "smoke coming", "thick smoke", "black smoke", "full of smoke", "smoke everywhere"),
    *("explosion", "exploded", "carbon monoxide", "stuck in the lift", "stuck in the elevator"),
    *("trapped in the lift", "trapped in the elevator"),
)
CRIME_ZH = (
    *("被打", "打人", "打我", "打老婆", "打老人", "打孩子", "打女人", "打妈妈", "挨打", "家暴", "殴打", "打架"),
    *("打起来", "动手打", "砍人", "拿刀", "持刀", "动刀", "捅人", "捅伤", "杀人", "要杀", "抢劫", "抢东西", "被抢劫"),
    *("有小偷", "抓小偷", "进小偷", "进了小偷", "来了小偷", "进贼", "有贼", "闯进", "撬门", "撬锁", "强奸", "猥亵"),
    *("非礼", "绑架", "拐孩子", "抢孩子", "跟踪我", "尾随", "威胁我", "虐待"),
)
CRIME_EN = (
    *("being beaten", "beating me", "beating him", "beating her", "beating his", "beats me", "beats her", "beat me"),
    *("hit me", "hits me", "hitting me", "hitting his", "hitting her", "attacked", "attacking", "domestic violence"),
    *("with a knife", "has a knife", "stabbed", "stabbing", "robbed", "robbery", "a burglar", "break-in"),
    *("breaking in", "broken into", "broke into", "rape", "raped", "assault", "assaulted", "kidnap", "kidnapped"),
    *("threatening me", "threatened me", "threatens me", "following me", "stalking", "a fight", "fighting in"),
)
MEDICAL_ZH = (
    *("晕倒", "昏倒", "晕过去", "昏过去", "昏迷", "不省人事", "没有呼吸", "没呼吸", "不呼吸", "喘不上气", "喘不过气"),
    *("呼吸困难", "心脏病发", "心脏骤停", "心梗", "突发脑梗", "中风了", "胸口疼", "胸口痛", "胸痛", "大出血"),
    *("流血不止", "血流不止", "血止不住", "流了很多血", "休克", "抽搐", "癫痫发作", "触电", "电到了", "溺水", "落水"),
    *("掉水里", "掉进水", "坠楼", "有人掉下来", "人*掉下去", "摔*起不来", "摔*动不了", "摔断", "噎住", "卡住喉咙"),
    *("食物中毒", "农药中毒", "叫救护车", "要救护车", "喊救护车", "救命"),
)
MEDICAL_EN = (
    *("fainted", "passed out", "unconscious", "not breathing", "can't breathe", "cannot breathe", "chest pain"),
    *("heart attack", "having a stroke", "bleeding badly", "bleeding heavily", "won't stop bleeding", "seizure"),
    *("choking", "electrocuted", "electric shock", "drowning", "overdose", "call an ambulance", "need an ambulance"),
    *("he collapsed", "she collapsed", "someone collapsed", "somebody collapsed", "has collapsed", "man collapsed"),
    *("woman collapsed", "lady collapsed", "neighbour collapsed", "neighbor collapsed", "fell * can't get up"),
    *("fallen * can't get up", "can't get up", "fell off the"),
)
DESPAIR_ZH = (
    *("轻生", "自杀", "自尽", "寻死", "寻短见", "想不开", "不想活", "活不下去", "活着没意思", "活着没意义"),
    *("活够了", "不如死了", "死了算了", "想死", "想去死", "跳楼", "割腕", "上吊", "遗书", "结束生命", "结束自己"),
    *("了结自己", "自残", "喝农药"),
)
DESPAIR_EN = (
    *("suicide", "suicidal", "kill myself", "killing myself", "kill himself", "kill herself", "end my life"),
    *("end it all", "want to die", "wants to die", "don't want to live", "do not want to live"),
    *("no reason to live", "better off dead", "take my own life", "take his own life", "take her own life"),
    *("jump off the roof", "jump off the building", "hang myself", "cut my wrists", "self-harm"),
)

#: sounds like danger and is none
INNOCENT_ZH = (
    *(
        "着火点",
        "火灾隐患",
        "火灾报警*坏",
        "火灾报警*过期",
        "火灾险",
        "火灾演",
        "火灾逃生",
        "防火灾",
        "怕着火",
        "怕起火",
        "怕失火",
    ),
    *("怕爆炸", "担心着火", "担心起火", "烟囱冒烟", "嗓子冒烟", "气得冒烟", "气得*冒烟", "爆炸头", "防爆炸"),
    *("人情味", "被打扫", "被打开", "被打碎", "被打破", "被打断", "被打湿", "被打通", "被打印", "被打包", "被打翻"),
    *("被打死的蚊", "打架子鼓", "打人工", "打人情", "打我电话", "打我手机", "打我微信", "救命恩人", "救命稻草"),
    *("救命药", "救命钱", "电脑中毒", "手机中毒", "想死你", "想死我", "想死大家", "跳楼价", "跳楼机", "跳楼大"),
    *("不想活动", "花*活不下去", "树*活不下去", "草*活不下去", "绿植*活不下去", "自杀式", "防触电", "防溺水"),
    *("触电保护", "接触电", "闯进决赛", "着火锅", "着火车", "着火炉", "着火腿", "起火锅", "起火车", "起火炉"),
    *("起火腿", "信息爆炸", "爆炸性", "落水管", "落水沟", "敲打", "拍打", "拨打", "打我们电话", "打我家电话", "打架子"),
    *("非礼勿", "上吊灯", "上吊顶", "上吊扇", "上吊车", "年轻生"),
)
INNOCENT_EN = (
    *("fire in the fireplace", "fire drill", "fire door", "fire exit", "fire extinguisher", "fire lane"),
    *("fire in the barbecue", "candle flames", "beat me to", "attacked by mosquitoes", "broken into pieces"),
    *("broken into two", "suicide prevention talk", "wall has collapsed", "fence has collapsed", "shelf has collapsed"),
    *("ceiling has collapsed", "roof has collapsed", "snowball fight", "water fight", "heart attack course"),
    *("first aid for", "carbon monoxide alarm", "carbon monoxide detector", "fell off the wall", "fell off the door"),
    *("fell off the gate", "can't get up the", "fell off the ceiling", "explosion of", "smoke detector"),
)
