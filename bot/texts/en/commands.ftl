### What the “/” menu says beside each command: as short as can be.

command-want = Something broken or wanted
command-willdo = Something I can help with
command-suggest = An idea
command-wishes = What everybody has said
command-wish = Look at one, e.g. /wish 12
command-mine = What I filed and follow
command-mediate = A mediator between neighbours
command-find = Search, e.g. /find light
command-help = How it works
command-language = Change the language
command-privacy = What I hear and keep
command-mydata = What I keep about you
command-forgetme = Forget me
command-cancel = Stop what I began
command-bind = Say whose group this is
command-menu = Post the three buttons again
