"""Traditional characters as their simplified ones, as far as neighbours use them for the things of a building."""

from __future__ import annotations

_TRADITIONAL = (
    "樓層燈電壞沒門開關裡邊點髒聲氣熱涼凍風單鎖鈴網線斷線號車庫場動靜閘樹剪牆頂樑裂縫積堵滿桶圾掃潔臭"
    "煙燒貓雞費貴鄰區會議東階欄桿監視鏡頭鑰匙護欄棟幢間廳廁馬衛滅閃爍顫動響鐵鋁窗簾剛纔總這個們給讓來"
    "時間長過對應該為從後廣場舞樂園兒童滑鞦韆健身器飲機維換報請個們幾點鐘陽臺廚櫃遞"
)
_SIMPLIFIED = (
    "楼层灯电坏没门开关里边点脏声气热凉冻风单锁铃网线断线号车库场动静闸树剪墙顶梁裂缝积堵满桶圾扫洁臭"
    "烟烧猫鸡费贵邻区会议东阶栏杆监视镜头钥匙护栏栋幢间厅厕马卫灭闪烁颤动响铁铝窗帘刚才总这个们给让来"
    "时间长过对应该为从后广场舞乐园儿童滑秋千健身器饮机维换报请个们几点钟阳台厨柜递"
)

_TABLE = str.maketrans(dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)))


def simplified(words: str) -> str:
    return words.translate(_TABLE)
