"""Words made comparable, for rules that look for words: width, letters' case, apostrophes, traditional characters."""

from __future__ import annotations

import unicodedata

from bot.domain.similarity.characters import simplified

#: Besides those of a building's things: people, trouble, illness, money, and the provinces on number plates.
_TRADITIONAL = (
    "話號證駕照碼車牌護滬渝冀遼蘇魯鄂贛陝貴雲寧瓊粵魯皖晉蒙閩隴漢孫兒嬰媽爺嬸紀歲讀學課"
    "著濃爆炸瓦斯氣漏燒焦煙輕殺盡尋見開遺書繩藥腕絕結殘傷暈過識沒呼難臟梗中胸悶流癇觸溺墜噎卡"
    "搶劫賊闖撬強姦猥褻綁蹤隨脅嚇騷擾虐罵鬧架動手傢俱欠債貧窮濟補貼離婚業獨孤癌腫療癱瘓臥憂鬱癡獃"
    "懷孕產術壓糖尿腦風濕麻醬將裝修電鑽丟亂遛養鴨喧嘩賭鬥吵噪對門鄰戶師傅劉陳楊趙黃吳徐朱馬羅鄭謝韓馮"
    "於鄧許蕭馮蔣賈魏薛葉閻潘鍾譚陸龔邵錢湯賀賴龐樊蘭殷齊莊塗顧孟龍萬嚴華賴倫齡個們這裡麼請問為與從來"
    "誰幫顧陪護義務捐錢貸還沖撞壞頭腳腿摔倒骨顱鐘點現剛裡雞鴿狗貓財產聽說寫報警處級總樓層間單室"
)
_SIMPLIFIED = (
    "话号证驾照码车牌护沪渝冀辽苏鲁鄂赣陕贵云宁琼粤鲁皖晋蒙闽陇汉孙儿婴妈爷婶纪岁读学课"
    "着浓爆炸瓦斯气漏烧焦烟轻杀尽寻见开遗书绳药腕绝结残伤晕过识没呼难脏梗中胸闷流痫触溺坠噎卡"
    "抢劫贼闯撬强奸猥亵绑踪随胁吓骚扰虐骂闹架动手家具欠债贫穷济补贴离婚业独孤癌肿疗瘫痪卧忧郁痴呆"
    "怀孕产术压糖尿脑风湿麻酱将装修电钻丢乱遛养鸭喧哗赌斗吵噪对门邻户师傅刘陈杨赵黄吴徐朱马罗郑谢韩冯"
    "于邓许萧冯蒋贾魏薛叶阎潘钟谭陆龚邵钱汤贺赖庞樊兰殷齐庄涂顾孟龙万严华赖伦龄个们这里么请问为与从来"
    "谁帮顾陪护义务捐钱贷还冲撞坏头脚腿摔倒骨颅钟点现刚里鸡鸽狗猫财产听说写报警处级总楼层间单室"
)
_TABLE = str.maketrans(dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)) | {"癲": "癫", "跡": "迹", "慘": "惨"})
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0F))


def folded(words: str) -> str:
    """The words with half-width signs, small letters, plain apostrophes and simplified characters; as long or shorter
    only where signs were composed or invisible."""
    plain = unicodedata.normalize("NFKC", words).translate(_INVISIBLE).casefold()
    return simplified(plain.replace("’", "'").replace("‘", "'")).translate(_TABLE)
