### Voice notes: said first, written down by somebody. One can hear who it is, so they never go to a building's group.

preview-voice = 🎤 Voice note { $length }
preview-voice-becomes = Somebody will listen and write it in one line, which then goes where you choose. The voice never goes to the group: only the { -committee } and whoever writes it down can listen, and may know it’s you.
preview-voice-becomes-in-group = Somebody will listen and write it in one line for the group.
preview-voice-too = 🎤 With a voice note, { $length }: never in the group, for the { -committee } only.
preview-voice-taken = Got your voice note.
preview-voice-replaced = Voice note replaced.
button-voice-post = Write it down and post
button-voice-nameless = Write it down, no name
button-remove-voice = Remove the voice note

wish-filed-voice = Noted: no. { $number }. You’ll have an answer by { NEAR($day) }. Somebody will write it in one line and show you.
wish-voice-waits = Still waiting for somebody to write it in one line; then it goes where you chose.
button-own-words = I’ll write it myself

voice-words = 🎤 voice note { $length }
card-voice = 🎤 Voice note { $length }, to be written in one line
card-words-written = “{ $words }” (written from a voice note)
desk-words-written = “{ $words }” (written from a voice note by { $name })
voice-of = 🎤 Voice note of no. { $number } · { $length }
voice-missing = This voice note can’t be played here.
voice-written-by = ✍️ { $name } wrote: “{ $words }”
voice-corrected = ✍️ Changed by the author: “{ $words }”
button-transcribe = Write it in one line
button-next-voice = Next one

transcribe-ask = Please listen to the voice note of no. { $number } ({ $length }) and write what matters in one line. No names, no phone numbers.
placeholder-line = E.g. Third-floor light is out
transcribe-preview = No. { $number } like this, is that right?
said-to-all-concern = 🔒 This mentions { $concerns }, and the whole group will read it. Better put it another way.
transcribe-done = Done, thank you. Whoever said no. { $number } hears of it now.
retell-ask = How would you put no. { $number }? One sentence will do.
retell-done = Changed: no. { $number } now says what you wrote.

voices-waiting = { $n ->
    [one] One voice note waits to be written down.
   *[other] { $n } voice notes wait to be written down.
}
voices-none = No voice notes are waiting.

notice-voice-written =
    Somebody wrote your voice note, no. { $number }, in one line: “{ $words }”
    It went to the group as you chose. If it’s wrong, tap the button below.
notice-voice-written-committee =
    Somebody wrote your voice note, no. { $number }, in one line: “{ $words }”
    Only the { -committee } sees it. If it’s wrong, tap the button below.
button-voice-wrong = That’s wrong

more-written-down = ✍️ { $name } wrote this line, { $moment }

voices-in-private = Voice notes are heard in private, not played here.

command-voices = listen to voice notes, write them down

refused-not-a-voice-note = I can’t listen to this. A voice note recorded with the microphone button works, or write a sentence.
refused-voice-not-taken = I can’t take a voice note here. Please tap a button, or write.
refused-voice-too-long = That voice note is too long: { $minutes } minutes at most. Please say what matters once more.
refused-no-voice-here = No. { $number } has no voice note.
refused-already-written = Somebody has written no. { $number } down already. Thank you.
