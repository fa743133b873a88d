### 语音：说了再由人写成一句话。听得出是谁，所以从不发到楼里的群。

preview-voice = 🎤 语音 { $length }
preview-voice-becomes = 会有人听了写成一句话，再照您选的发。语音不发到群里，只有{ -committee }和帮忙写的人能听，他们听得出是您。
preview-voice-becomes-in-group = 会有人听了写成一句话，再发到群里。
preview-voice-too = 🎤 还有一段语音 { $length }，不发到群里，只给{ -committee }听。
preview-voice-taken = 语音收到了。
preview-voice-replaced = 语音换好了。
button-voice-post = 写成文字，发到群里
button-voice-nameless = 写成文字，不露姓名
button-remove-voice = 去掉语音

wish-filed-voice = 记好了，第{ $number }件。最晚{ NEAR($day) }答复您。有人会把它写成一句话，写好了给您看。
wish-voice-waits = 还在等人写成一句话，写好了照您选的发。
button-own-words = 我自己写一句

voice-words = 🎤 语音 { $length }
card-voice = 🎤 语音 { $length }，等人写成一句话
card-words-written = “{ $words }”（根据语音写的）
desk-words-written = “{ $words }”（{ $name }根据语音写的）
voice-of = 🎤 第{ $number }件的语音 · { $length }
voice-missing = 这段语音在这里放不出来。
voice-written-by = ✍️ { $name }写的：“{ $words }”
voice-corrected = ✍️ 本人改成了：“{ $words }”
button-transcribe = 写成一句话
button-next-voice = 听下一段

transcribe-ask = 请听第{ $number }件的语音（{ $length }），把要紧的写成一句话。不写名字，不写电话。
placeholder-line = 比如：三楼走廊灯坏了
transcribe-preview = 第{ $number }件这样写，对吗？
said-to-all-concern = 🔒 里面提到{ $concerns }，群里都会看到。最好换个说法。
transcribe-done = 写好了，第{ $number }件谢谢您。我这就告诉说话的人。
retell-ask = 第{ $number }件您想怎么写？写一句就行。
retell-done = 改好了，第{ $number }件照您写的来。

voices-waiting = { $n ->
   *[other] 有{ $n }段语音等人写成一句话。
}
voices-none = 现在没有等着写的语音。

notice-voice-written =
    有人把您第{ $number }件的语音写成了一句话：“{ $words }”
    已经照您选的发到群里。写得不对，请按下面的“不对”。
notice-voice-written-committee =
    有人把您第{ $number }件的语音写成了一句话：“{ $words }”
    只给{ -committee }看。写得不对，请按下面的“不对”。
button-voice-wrong = 不对，我来改

more-written-down = ✍️ { $name }写的这句话，{ $moment }

voices-in-private = 语音私下听，群里不放。

command-voices = 听语音，写成一句话

refused-not-a-voice-note = 这个我听不了。按住话筒说话、录成语音的我能收，或者写一句话。
refused-voice-not-taken = 这里我听不了语音。请按按钮，或者写成文字。
refused-voice-too-long = 语音太长了，一段最多{ $minutes }分钟。请挑要紧的再说一遍。
refused-no-voice-here = 第{ $number }件没有语音。
refused-already-written = 第{ $number }件别人已经写好了，谢谢您。
