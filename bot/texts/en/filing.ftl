### Filing a wish: the question, one look, noted.

file-ask-words = What would you like to say? One sentence or a voice note will do, with a photo if you like.
file-ask-want = What is broken or wanted? One sentence or a voice note will do, with a photo if you like.
file-ask-offer = What can you help with? One sentence or a voice note will do.
file-ask-suggestion = What is your idea? One sentence or a voice note will do.
file-ask-chat = Which group shall it go to?
file-ask-change = Change what?
file-ask-kind = Which of these is it?
file-ask-place = Where is it? For example: Building 3, unit 2, floor 5.
file-ask-category = What is it about?
file-ask-photo = Please send the photo.

placeholder-wish = Third-floor light is out
placeholder-place = Building 3, floor 5

preview-ask = Is this right?
preview-words = “{ $words }”
preview-about = { $kind } · { $category } · { $place }
preview-photo = 📷 With a photo
preview-chat = Goes to: { $title }
preview-photo-replaced = The photo is replaced.
preview-words-replaced = The words are replaced.

button-post = Post
button-post-nameless = Post without my name
button-list-wish = Note it, for all to find
button-list-wish-nameless = Note it without my name
button-committee-only = { -committee(at: "start") } only
button-change = Change
button-in-private = In private, without my name
button-change-words = Words
button-change-kind = Kind
button-change-place = Place
button-change-category = Category
button-change-photo = Photo
button-remove-photo = Remove photo
button-add-photo = Add photo
button-change-chat = Group
button-whole-estate = The whole estate

wish-filed = Noted: no. { $number }. You’ll have an answer by { NEAR($day) }.

preview-similar = 💬 Someone may have said it: no. { $number } “{ $words }”.
preview-similar-ask = 💬 Someone may have said it: no. { $number } “{ $words }”. Is it the one at { $place }?
preview-similar-where = 💬 Someone may have said it: no. { $number } “{ $words }”. Is it the same spot?
preview-similar-elsewhere = 💬 Another floor has it too: no. { $number } “{ $words }”.
button-similar-same = Same here
button-similar-different = It’s different

similar-joined = Counted: your home is on no. { $number } too, and nothing else was posted. You’ll hear when it moves.
similar-joined-not-started = Counted: your home is on no. { $number } too, and nothing else was posted. You haven’t pressed Start in a private chat with me, so look for news on the card of no. { $number } in the group.
