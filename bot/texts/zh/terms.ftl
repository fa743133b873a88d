### 各方怎么称呼。config.yaml 的 texts.terms_file 可以换成当地的叫法。

-committee = 居委会
-property = 物业
-owners = 业委会
-moderator = 群管理
