### 各方怎麼稱呼，通行於台灣。香港的叫法見 docs/terms。

-committee = 管委會
-property = 物業
-owners = 業主會
-moderator = 群組管理員
