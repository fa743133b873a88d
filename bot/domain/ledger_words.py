"""How kinds and categories of entries are named by people, typed or in a table. Own categories go by their names."""

from __future__ import annotations

from bot.domain.ledger import EntryKind

KIND_WORDS: dict[EntryKind, tuple[str, ...]] = {
    EntryKind.INCOME: ("收入", "进账", "income"),
    EntryKind.EXPENSE: ("支出", "花费", "expense", "spending", "expenses"),
    EntryKind.DECISION: ("决定", "决议", "decision"),
    EntryKind.ASSET: ("资产", "asset", "assets"),
}
CATEGORY_WORDS: dict[str, tuple[str, ...]] = {
    "affairs": ("居务", "社区事务", "community affairs"),
    "welfare": ("公益金", "公益", "public-welfare money", "public welfare money"),
    "activities": ("活动", "activities"),
    "common-income": ("公共收益", "common income"),
    "repair-fund": ("维修资金", "维修基金", "repair fund"),
    "owners-meeting": ("业主大会", "owners' meeting", "owners’ meeting"),
    "other": ("其他", "其它", "other"),
}
