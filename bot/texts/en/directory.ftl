### The list of services and the phone card: what there is, who provides it, must or may, how; questions; once a year.

command-services = What services there are, and whom to ask
command-phone = Useful phone numbers
help-services =
    /services the list of services; the buttons below it add one, change it, take it off, and show what nobody uses
    /phone useful numbers; the buttons below them add one, change it, take it off

duty-must = must be provided
duty-may = may be provided

services-head = { $n ->
    [0] 🧭 <b>{ $estate }</b> · services
    [1] 🧭 <b>{ $estate }</b> · 1 service
   *[other] 🧭 <b>{ $estate }</b> · { $n } services
}
services-head-off = <b>{ $estate }</b> · services taken off: { $n }
service-row = { $number } { $name } · { $provider } · { $duty }
services-how = Tap one to see how to get it. To find one: /services lift
services-empty = Nothing is here yet.
services-empty-kept = The list is empty. Tap “Add a service” and say who provides it, and how to get it.
services-found = { $n ->
    [1] 1 service with “{ $words }”
   *[other] { $n } services with “{ $words }”
}
services-more = { $n } more are not listed; write a few more words to find yours.
services-none = No service with “{ $words }”. Try another word, or look at all of them.

service-head = 🧭 <b>{ $name }</b> (service { $number })
service-is-off = ✖️ Taken off the list; residents don’t see it.
service-provider = { $provider } · { $duty }
service-apply = How: { $words }
service-hours = Hours: { $words }
service-contact = Contact: { $words }
service-checked = (checked on { $day })
service-by = Last written by { $body } { $name }
service-asked = ❓ { $words }
service-answered = 💬 { $body } { $name }: { $words }
service-qa-empty = No questions are shown here now.

button-service = { $number } { $name }
button-services = All services
button-services-back = Back to the list
button-services-off = { $n } taken off
button-service-add = Add a service
button-service-look = See this service
button-service-ask = Ask something
button-service-qa = Questions: { $n }
button-service-answer = Answer
button-service-answer-no = Answer question { $n }
button-service-takeback = Take it back
button-service-waiting = Unanswered questions: { $n }
button-service-show = Show it to everybody
button-service-hide = Only tell who asked
button-service-hide-no = Hide { $n }
button-service-hide-again = Hide it after all
button-service-show-again = Show it after all
button-service-review = Use in a year
button-service-change = Change
button-service-off = Take it off
button-service-back = Put it back
button-service-keep = { $number } Keep
button-service-change-no = { $number } Change
button-service-off-no = { $number } Take off
button-part-name = Change the name
button-part-provider = Change who
button-part-duty = Change must or may
button-part-apply = Change how
button-part-hours = Change the hours
button-part-contact = Change the contact
button-part-number = Change the number
button-part-about = Change what for

service-ask-name = What service is it? A few words, like “Senior card”.
service-ask-provider = Who provides it? Tap one, or write a name, like “Sub-district service hall”.
service-ask-duty = Must it be provided, or may it be?
service-ask-apply = How do people get it? What to bring, where to go; several lines are fine. If there’s nothing to say, tap “Skip”.
service-ask-hours = At what hours? Like “Monday to Friday 9:00-17:00”. If there are none, tap “Skip”.
service-ask-contact = Whom to turn to: a phone number, a counter, a person? If nobody, tap “Skip”.
service-preview = Put this on the list of services? <b>{ $name }</b>
service-preview-change = Change it like this? <b>{ $name }</b>
service-preview-off = Take service { $number } “{ $name }” off the list? It can be put back.
service-added = Service { $number } “{ $name }” is on the list.
service-changed = Service { $number } “{ $name }” is changed.
service-taken-off = Service { $number } “{ $name }” is off the list.
service-put-back = Service { $number } “{ $name }” is back on the list.
service-kept = All right, service { $number } stays

service-question-ask = What would you like to know about “{ $name }”?
placeholder-service-question = e.g. Is it open at weekends?
service-question-preview = Ask this? ({ $name }) Your name is not on it.
service-question-sent = I’ve asked. I’ll tell you as soon as there’s an answer.
service-question-kept = Noted. No staff chat is connected yet, so the { -committee } has to come and look, which may take longer; I’ll tell you as soon as there’s an answer.
service-question-until = If nobody has answered by { $day }, I remind them every morning.
service-question-head = ❓ Somebody asks about service { $number } “{ $name }”:
service-question-shown = (shown to everybody)
service-question-unshown = (only who asked is told)
service-question-told = You asked about “{ $service }”: “{ $asked }”
    { $body } { $name }: “{ $words }”
service-answer-ask = Somebody asks about “{ $name }”: “{ $words }”. What do you answer?
placeholder-service-answer = e.g. Saturday mornings, too
service-answer-ask-show = Show it to everybody, or only tell who asked? Shown, it stands below the service, and not who asked.
service-answer-preview = Answer this? ({ $name })
service-answer-shown = It will stand below the service for everybody.
service-answer-unshown = Only who asked is told.
service-answer-given = Answered ({ $name }). Whoever asked is told in a moment, or in the morning if it’s night; until then it can be taken back.
service-answer-taken-back = The answer is taken back ({ $name }). Whoever asked hasn’t seen it.
service-question-now-shown = This question about “{ $name }” is shown to everybody.
service-question-now-hidden = This question about “{ $name }” is hidden.
service-waiting-head = { $n ->
    [0] <b>{ $estate }</b> · every question about services is answered.
    [1] <b>{ $estate }</b> · 1 unanswered question
   *[other] <b>{ $estate }</b> · { $n } unanswered questions
}
service-waits = { $number } { $name }: “{ $words }” (by { $day })
service-waits-late = ⚠️ { $number } { $name }: “{ $words }” (was due by { $day })
service-waits-undated = { $number } { $name }: “{ $words }”
morning-questions = ❓ Overdue questions about services: { $n }

service-review-head = 🔎 <b>{ $estate }</b> · services, their use in a year
service-review-counts = much used { $much } (opened { $much_from } times or more) · rarely { $rarely } · never { $never }
service-review-use = <b>{ $use }</b> · { $n }
service-use-never = Never used
service-use-rarely = Rarely used
service-use-much = Much used
service-review-row = { $number } { $name } · opened: { $n }
service-review-row-new = { $number } { $name } · opened: { $n } (on the list since { $day })
service-review-row-done = ✅ { $number } { $name } · opened: { $n }, looked at this year
service-review-how = A person counts once a day. What nobody uses: do people not know of it, or not need it? Keep it, change it or take it off.

phone-head = ☎️ <b>{ $estate }</b> · useful numbers
phone-head-off = <b>{ $estate }</b> · numbers taken off
phone-emergency = 🚨 { $numbers }
phone-call = { $what } { $number }
phone-row = <b>{ $name }</b> { $number }
phone-row-hours = <b>{ $name }</b> { $number } · { $hours }
phone-row-about = <b>{ $name }</b> { $number } · { $about }
phone-row-whole = <b>{ $name }</b> { $number } · { $hours } · { $about }
phone-empty = The { -committee } has added no other numbers yet.
phone-empty-kept = No other numbers yet. Tap “Add a number”: trapped in the lift, the property desk …
phone-empty-off = No numbers have been taken off.
button-phone = { $name }
button-phone-add = Add a number
button-phone-card = See the numbers
button-phones-off = { $n } taken off
button-phone-off = Take it off

phone-ask-name = Whose number is it? A few words, like “Trapped in the lift”.
phone-ask-number = What’s the number? Like 021-65432100 ext 8, or 12345. Written as +86 21 65432100, one tap dials it on a phone.
placeholder-phone = e.g. 021-65432100
phone-ask-hours = When does somebody answer? Like “24 hours”. If you don’t know, tap “Skip”.
phone-ask-about = What is it for? If that’s clear, tap “Skip”.
phone-preview = Put this on the card?
phone-preview-change = Change it like this?
phone-preview-off = Take “{ $name }” ({ $number }) off the card? It can be put back.
phone-added = “{ $name }” is on the card.
phone-changed = “{ $name }” is changed.
phone-taken-off = “{ $name }” is off the card.
phone-put-back = “{ $name }” is back on the card.

refused-service-gone = There is no such service. /services shows those there are.
refused-service-off = “{ $name }” has been taken off the list of services.
refused-service-listed = “{ $name }” is on the list of services.
refused-too-many-services = The list holds at most { $most } services; take off what nobody needs first.
refused-phone-gone = There is no such number. /phone shows those there are.
refused-phone-off = “{ $name }” has been taken off the card already.
refused-phone-listed = “{ $name }” is on the card.
refused-too-many-phones = The card holds at most { $most } numbers; take off what nobody needs first.
refused-not-a-phone-number = I can’t read a number in “{ $words }”. Write one at a time, digits only, like 021-65432100, 021-65432100 ext 8, or 12345.
refused-listing-unchanged = That’s as it was; nothing is changed.
refused-too-many-service-questions = { $most } of your questions are still unanswered. Please ask again once you’ve heard.
refused-service-question-gone = There is no such question.
refused-service-question-answered = { $name } has answered it already.
refused-service-answer-out = Too late to take it back: the answer is out, or it was taken back before.

mydata-section-services = Services you wrote: { $n }
mydata-section-service-openings = Services you looked at today: { $n }
mydata-section-service-questions = Your questions about services: { $n }
mydata-section-service-questions-shown = Your questions that everybody can read: { $n }
mydata-section-service-answers = Questions about services you answered: { $n }
mydata-section-phones = Phone numbers you wrote: { $n }
