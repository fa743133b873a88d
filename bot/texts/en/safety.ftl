### Who may see it: advice on the preview, people in photos. Danger words: the number first, the staff chat at once.

preview-concern = 🔒 This mentions { $concerns }: { -committee } only is the safer way.
preview-concern-group = 🔒 This mentions { $concerns }. The group can read it already, but it need not become a card: say it in private, or to the { -committee } only.
preview-place-said = Without your name, the card leaves out { $place }; but your own words say it, so neighbours can read it there.
button-committee-advised = { -committee(at: "start") } only (advised)

concern-phone = a phone number
concern-identity = an identity number
concern-plate = a number plate
concern-named = somebody’s name and door
concern-hardship = money troubles
concern-violence = violence
concern-illness = illness
concern-child = a child
concern-conduct = a neighbour’s conduct

faces-ask = Are there other people’s faces in the photo, or children?
button-no-faces = No, post it
button-other-photo = Another photo
button-post-without-photo = Post without the photo
button-confirm-no-faces = Yes, and no faces

danger-kind-fire = fire, gas, people shut in
danger-kind-crime = violence, burglars
danger-kind-medical = ambulance needed
danger-kind-despair = somebody in despair

danger-fire = 🚒 Fire, gas, people shut in: first call { $number }. If you smell gas, touch no switch, open a window, and call from outside.
danger-crime = 🚓 Violence or a burglar: first call { $number }. Get to a safe place.
danger-medical = 🚑 Somebody collapsed or badly hurt: first call { $number }. Don’t move them without need.
danger-despair = What you say worries me. You don’t have to carry this alone: call { $number } now, somebody there will listen. If something has happened already, call { $medical }.

alarm-told = I have told the { -committee } what you wrote, your name ({ $name }) and where it is, so that somebody comes. Please still call first.
alarm-told-before = The { -committee } was told a moment ago. Please still call first.
alarm-nobody = Nobody here can go for you: please call at once yourself.
alarm-off = All right, they are told that it was a misunderstanding.
button-mistake = A misunderstanding

alarm-head = 🚨 <b>{ $dangers }</b> · { $moment }
alarm-who = { $name } · { $place }
alarm-who-alone = { $name }
alarm-in-private = Said in private.
alarm-in-group = Said in “{ $chat }”.
alarm-go = Please get in touch and go and see at once. They were given the number to call.
alarm-gently = Please get in touch in private and have somebody with them at once. Don’t say in the group who it is. They were given the number to call.
alarm-called-off = A misunderstanding, nobody need go: what { $name } said { $moment } ({ $dangers }).

privacy-danger = Words of danger (fire, gas, a collapse, violence, despair), wherever they are said, I pass on to the staff chat at once, with who said them and where. Life comes first.

refused-no-such-alarm = This one is not for you to call off.

notice-thanked-nameless = A neighbour says thank you for no. { $number }.
