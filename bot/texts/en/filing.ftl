### Filing a wish: the question, one look, noted.

file-ask-words = What would you like to say? One sentence will do, with a photo if you like.
file-ask-want = What is broken or wanted? One sentence will do, with a photo if you like.
file-ask-offer = What can you help with? One sentence will do.
file-ask-suggestion = What is your idea? One sentence will do.
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
button-committee-only = Committee only
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
