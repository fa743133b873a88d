### Greeting, help, language, privacy.

hello = Hello, I’m Wishwell. One sentence or a voice note will do, with a photo if you like. I pass it on and bring the answer. I never ask for money or codes.
hello-private = What would you like to say? Tap one, or just write a sentence.
hello-stranger = I don’t know your building yet. Tap a button on the pinned message in your building’s group, then come back.

button-want = I want
button-offer = I can help
button-suggestion = I suggest
button-mine = Mine
button-wishes = Everybody’s

help-head = <b>What Wishwell can do</b>
help-resident =
    Just say it, for example “The third-floor light is out”, or send a voice note; a photo can go with it. A private chat with me is easiest.
    /want something broken or wanted
    /willdo something you can help with
    /suggest an idea
    /jot a neighbour said something that matters? Reply to it with this and I ask them
    /wishes what everybody has said
    /projects how far each project is
    /plan what is planned, and for when
    /promises which days were kept
    /bulletin the week, and earlier ones
    /services what services there are, and whom to ask
    /phone useful phone numbers
    /signups what’s on, and what you signed up for
    /found you found something: find its owner
    /lost you lost something: ask neighbours
    /giveaway give something away
    /things what is found, lost and given away
    /polls what the neighbours are asked, and what came of it
    /ledger the open ledger: money, decisions, documents
    /moderators who moderates here
    /wish 12 look at no. 12
    /find light search
    /mine what you filed and follow
    /mediate something between neighbours: a mediator helps in private
help-outsider = I don’t know your building yet. Tap a button on the pinned message in your building’s group, then come back.
help-staff =
    Here you are: { $roles }. Every wish comes to the staff chat. Its buttons: “I take it” shows the others that you are on it; “Answer” tells people the day, the reason why not, or that it is done. Behind “More”, “Sort it” says what it is and who handles it, “Move the day” moves a promised day (once, with a reason). After “I take it”, a photo in reply reports it done.
    /menu post the card with the three buttons again
    /voices listen to voice notes that wait, and write them down
help-unbound = This group belongs to no estate yet. Somebody from the { -committee }, the { -property } or the { -owners } needs to send /bind here.
help-bind =
    /bind building 3 in a building’s group: ties it to Building 3
    /bind staff in the staff chat: brings every wish there
    /bind in a topic of a building’s group: choose what that topic is for
help-foot =
    /language change the language
    /privacy what I hear and keep
    /mydata what I keep about you
    /forgetme have me forget you
    /notices how I tell you the news
    /cancel stop what you began

language-ask = Which language shall I speak with you?
language-ask-group = Which language shall I speak in this group?
language-zh = 简体中文
language-zh-Hant = 繁體中文
language-en = English
language-now-zh = 好的，以后我说中文。
language-now-zh-Hant = 好的，以後我用繁體中文。
language-now-en = All right, I’ll speak English from now on.

privacy-head = <b>What I hear</b>
privacy-chat-private = · Here, between you and me: I get all you write and say; your neighbours don’t.
privacy-chat-all = · { $chat }: Telegram sends me all that is said. What isn’t meant for me I drop at once and never keep.
privacy-chat-addressed = · { $chat }: Telegram shows me only what is addressed to me, and who joins or leaves, nothing else.
privacy-hears-all = In this group Telegram sends me all that is said. What isn’t meant for me I drop at once and never keep.
privacy-hears-addressed = In this group Telegram shows me only what is addressed to me: commands with a /, replies to me, buttons pressed; and who joins or leaves. I can’t see anything else.
privacy-keeps = All I keep: the words, voice notes and photos you give me, the buttons you pressed, your name on Telegram, and which building’s group you are in or left. /mydata shows it all; /forgetme and I forget you.
privacy-mention-on = The card in the group links to your account, so neighbours can find you.
privacy-mention-off = The card in the group shows your name without a link to your account.
button-mention-on = Link to my account
button-mention-off = Don’t link to my account
noted = All right, noted.

bot-description = Something broken in your building, wanted, offered, or an idea? Just say it. One sentence or a voice note will do: I pass it on and bring the answer. I never ask for money or codes.
