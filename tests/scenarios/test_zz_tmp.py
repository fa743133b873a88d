import time, cProfile, pstats
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import files


async def test_nothing(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.presses("取消")
    p = cProfile.Profile()
    p.enable()
    for i in range(20):
        await town.wang.says("我的")
    p.disable()
    pstats.Stats(p).sort_stats("cumulative").print_stats(70)
    pstats.Stats(p).sort_stats("tottime").print_stats(30)
