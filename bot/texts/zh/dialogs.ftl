### 一问一答里通用的话和按钮。

dialog-for = { $name }：
dialog-so-far = 现在是：{ $answer }
dialog-photos-so-far = 收到{ $photos }张，最多{ $most }张。发完了请按“好了”。
dialog-photo-taken = 照片收到了。
dialog-photos-cleared = 照片拿掉了，请重新发。
dialog-caption-not-kept = 照片收下了，旁边的字没有记。
dialog-hint-reply = 请回复这条消息。不想弄了，就回复“取消”。
dialog-hint-skip = 不想答这个，就回复“跳过”。
dialog-undone = 刚才改的退回去了。
dialog-leave-ask = { GIVEN($command) ->
    [yes] 刚才那件还没说完。要放下它，去看 { $command } 吗？
   *[no] 刚才那件还没说完。要放下它，另起一件吗？
}
dialog-left = 好，刚才那件放下了，没有发出去。
dialog-cancelled = 好，取消了，没有发出去。
dialog-already-over = 这件已经说完了，按钮不用再按。
dialog-reminder = 刚才这件还没说完。接着来就行，不想弄了请按“取消”。

button-back = 返回
button-skip = 跳过
button-start-over = 重来
button-cancel = 取消
button-keep = 不改
button-done = 好了
button-clear-photos = 重拍
button-stay = 接着写
button-leave = 不写了
button-confirm = 对
button-ticked = ✅ { $label }

button-today = 今天 · { $day }
button-tomorrow = 明天 · { $day }
button-in-a-month = 一个月后 · { $day }
button-in-three-months = 三个月后 · { $day }
button-in-half-a-year = 半年后 · { $day }
button-in-a-week = 一周后 · { $day }
button-in-two-weeks = 两周后 · { $day }
button-end-of-month = 月底 · { $day }
dialog-written-on = 这句是您{ $day }写的。

# 在群里只对一个人说的话。whisper-probe 在旧服务器上会让大家都看到，所以什么也不说明。
whisper-probe = 请稍等。
whisper-go-on = 您刚才那件，请到私聊里接着写，别人看不到。
whisper-go-on-from = 您在“{ $title }”里写的那件还没说完，也没有发出去。点下面的“接着写”。
whisper-over = 那件已经办完，或者取消了。还有事，直接跟我说就行。
whisper-photo = 照片请在私聊里发给我：点“接着写”就行，写好的都还在。
button-go-on = 接着写
