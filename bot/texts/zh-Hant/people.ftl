### 每種語言用它自己的寫法。

language-zh = 简体中文
language-now-zh = 好的，以后我说中文。
