### Projects: what comes of wishes. Stages, money, milestones, progress, acceptance.

command-projects = How far each project is
command-project = Open a project
command-progress = Say how far a project is
help-projects =
    /project opens a project; /project 3 shows the third
    /progress says how far a project is

money-yuan = { $amount } yuan
project-kind-works = building works
project-kind-self-service = self-service
stage-proposed = proposed
stage-costed = feasibility and cost checked
stage-approved = approved
stage-funded = funded
stage-under-way = under way
stage-acceptance = being accepted
stage-done = done
stage-stopped = stopped
project-stage-of = { $stage ->
    [proposed] { stage-proposed }
    [costed] { stage-costed }
    [approved] { stage-approved }
    [funded] { stage-funded }
    [under-way] { stage-under-way }
    [acceptance] { stage-acceptance }
    [done] { stage-done }
   *[stopped] { stage-stopped }
}
project-at-percent = under way, { $percent }%
money-source-government = government
money-source-enterprise = enterprises
money-source-society = society
money-source-residents = residents

card-project = 🏗 Project { $number } “{ $name }”: { $stage }
project-head = 🏗 <b>Project { $number }</b>: { $name } ({ $kind })
project-where = 📍 { $place }
project-everywhere = the whole estate
project-wishes = Comes of { $numbers }
project-serves = Serves: { $serves }
project-indicators = Measured by: { $indicators }
project-mentor = Mentor: { $name }
project-stage = Stage: { $stage }
project-why = Why: “{ $words }”
project-end = Planned to be done by { $day }
project-late = ⚠️ It was to be done by { $day }, which is over
project-money = 💰 Planned { $planned }, received { $received }
project-money-row = · { $source }: planned { $planned }, received { $received }
project-milestone = ⏳ { $name }, { $day }
project-milestone-reached = ✅ { $name }, { $day }
project-report = Lately: “{ $words }”
project-post = 🏗 Project { $number } “{ $name }” reached a milestone: <b>{ $milestone }</b>.

projects-head = { $n ->
    [0] <b>{ $estate }</b> · projects
   *[other] <b>{ $estate }</b> · projects · { $n }
}
projects-row = Project { $number } { $name } · { $stage }
projects-row-day = Project { $number } { $name } · { $stage } · next { $day }
projects-empty = No projects yet. Once it is settled that a wish is worked on, it is here.
project-history = What happened to project { $number } “{ $name }”:
project-step = { $moment } { $body } { $name }: { $stage }
project-step-end = { $moment } { $body } { $name }: now to be done by { $day }

button-project-number = Project { $number }
button-project-look = See this project
button-project-history = What happened
button-project-on = Next: { $stage }
button-project-back = One step back
button-project-stop = Stop it
button-project-resume = Take it up again
button-project-money = Note money
button-project-milestone = Add a milestone
button-project-wishes = Change its wishes
button-project-end = Change the date
button-project-progress = How far it is
button-project-finish = It is done
button-project-accept = I accept it
button-project-object = I object
button-acceptance-record = Accept for our body
button-acceptance-residents = Ask residents to accept
button-kind-works = Building works
button-kind-self-service = Self-service by residents
button-money-planned = How much is planned
button-money-received = How much came in
button-money-correct = Correct what came in
button-percent = { $percent }%
button-no-milestone = No milestone
button-no-wishes = No wishes

project-ask-kind = What kind of project?
project-ask-name = What is it called? One line, for example “New lights in building 3”.
project-ask-wishes = For which wishes? Write their numbers, for example “3, 5”. If for none, tap “Skip”.
project-ask-where = Where? Write the building, for example “building 3”, or tap “the whole estate”.
project-ask-end = By which day is it to be done?
project-ask-serves = Whom does it serve? Self-service helps other neighbours, for example “elders who live alone”.
project-ask-indicators = How much is a success? One a line, with a number and a unit, for example “120 meals a month”.
project-ask-mentor = Who is its mentor? Write the name, or tap “Skip”.
placeholder-indicators = For example: 120 meals a month
project-preview-ask = Open this project? <b>{ $name }</b> ({ $kind })
project-preview-wish = · No. { $number } “{ $words }”
project-preview-missing = ⚠️ There is no wish no. { $number }. Tap “Back” and change the numbers.
project-opened = Project { $number } “{ $name }” is open. Its card goes to the group, and I’m telling those who follow these wishes.

project-ask-feasibility = Project { $number } “{ $name }”: can it be done, and what does it cost? A line, or tap “Skip”.
project-ask-words-on = Project { $number } “{ $name }” goes to “{ $to }”. Anything to add? If not, tap “Skip”.
project-ask-words-back = Project { $number } “{ $name }” goes back to “{ $to }”. Why? Everybody can read it.
project-ask-words-stop = Project { $number } “{ $name }” is stopped. Why? Everybody can read it.
project-preview-move = Project { $number } “{ $name }”: { $to }. Is it right?
project-preview-promises = Its wishes are promised the planned day.
project-preview-promises-new = The wishes that are new are promised the planned day.
project-preview-done = Its wishes are answered “done”, and those who filed them are asked whether it is.
project-moved = Project { $number } “{ $name }”: { $stage }.
project-rescheduled = Project { $number } “{ $name }” has another day.
project-wishes-set = The wishes of project { $number } “{ $name }” are changed.
project-answers = { $n ->
    [one] One wish is answered.
   *[other] { $n } wishes are answered.
}
project-answers-held = { $n ->
    [one] One wish is answered.
   *[other] { $n } wishes are answered.
} Those who follow hear it in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}; until then you can take it back.
project-ask-why-end = Why another day? Everybody can read it.
project-preview-end = Project { $number } “{ $name }” is to be done by { $day }. Is it right?
project-ask-wishes-none = Project { $number } “{ $name }” has no wishes yet. For which is it? Write numbers, for example “3, 5”.
project-ask-wishes-all = Project { $number } “{ $name }” is for { $numbers }. For which should it be? Write all numbers, for example “3, 5”.
project-preview-wishes = Project { $number } “{ $name }” is for { $numbers }. Is it right?
project-preview-wishes-none = Project { $number } “{ $name }” is for no wishes. Is it right?

money-ask-side = What do you want to note?
money-ask-source = Who gives it?
money-ask-planned = How much is planned of { $source } in all? For example “120,000” or “3,000.50 yuan”.
money-ask-received = How much came in from { $source } this time? For example “120,000” or “3,000.50 yuan”.
money-ask-correct = How much came in from { $source } in all? For example “120,000”; if nothing, write “0”.
money-ask-words = Anything to add? If not, tap “Skip”.
money-ask-why = Why the correction?
money-preview-planned = Project { $number } “{ $name }”: { $source }, { $amount } planned in all. Is it right?
money-preview-received = Project { $number } “{ $name }”: { $source }, { $amount } more came in. Is it right?
money-preview-correct = Project { $number } “{ $name }”: { $source }, what came in is { $amount } in all. Is it right?
money-noted = Noted; the sums of project { $number } “{ $name }” are up to date.
placeholder-money = For example: 120,000

milestone-ask-name = What is the milestone called? For example “Lights delivered”. The name of one there is changes its day.
milestone-ask-day = On which day?
milestone-preview = Project { $number } “{ $name }”: milestone “{ $milestone }” on { $day }. Is it right?
milestone-put = Project { $number } “{ $name }” has the milestone “{ $milestone }”.

progress-ask-project = How far is which project?
progress-ask-percent = Project { $number } “{ $name }” was at { $percent }%. How far is it now? Write 0 to 100.
progress-ask-reason = It was at { $before }% and is at { $percent }% now. Why is it less?
progress-ask-milestone = Which milestone is reached?
progress-ask-words = A line for everybody, or tap “Skip”.
progress-ask-photos = Send photos, ten at most, or tap “Skip”.
progress-preview = Project { $number } “{ $name }” is at { $percent }%. Tell everybody so?
progress-preview-milestone = Milestone reached: { $milestone }
progress-preview-reason = Why it is less: “{ $words }”
progress-preview-photos = { $photos ->
    [one] One photo
   *[other] { $photos } photos
}
progress-told = Project { $number } “{ $name }” is at { $percent }%; the cards in the groups say so.

acceptance-committee = { -committee }: { $said }
acceptance-owners = { -owners }: { $said }
acceptance-said-asked = has not said yet
acceptance-said-absent = there is none here; noted as not present
acceptance-said-accepted = accepted it
acceptance-said-objected = objected
acceptance-residents = Residents: { $counts }
acceptance-nobody = Residents: nobody is asked yet
acceptance-asked = { $n } asked
acceptance-accepted = { $n } accepted it
acceptance-objected = { $n } objected
acceptance-question = Project { $number } “{ $name }” is finished. Please look at it: do you accept it?
acceptance-counted = Noted: you accept project { $number }. Changed your mind? Tap “I object”.
acceptance-ask = Project { $number } “{ $name }”: what does { $body } say?
acceptance-ask-words = Anything to add? If not, tap “Skip”.
acceptance-ask-why = What is wrong? Write a line.
acceptance-ask-photos = Send photos of the finished work, five at most.
acceptance-preview = Project { $number } “{ $name }”, { $body }: { $said }. Is it right?
acceptance-noted = Noted; the card of project { $number } “{ $name }” says so.
acceptance-ask-objection = What is wrong with project { $number } “{ $name }”? Write a line; those in charge read it without your name.
acceptance-preview-objection = Tell those in charge this about project { $number } “{ $name }”?
acceptance-objection-told = They know. Project { $number } “{ $name }” has an objection until you accept it.
acceptance-ask-names = Which residents are to accept project { $number } “{ $name }”? Write their names on Telegram with commas between. Where nobody filed a wish, two at least.
acceptance-preview-names = Ask { $names } to accept project { $number } “{ $name }”?
acceptance-named = They are asked. A tap from them counts for project { $number } “{ $name }”.

desk-acceptance = 🏗 <b>Project { $number }</b> “{ $name }” is to be accepted.
desk-objected = 🏗 <b>Project { $number }</b> “{ $name }”: { $body } { $who } objects. “{ $words }”
desk-objected-resident = 🏗 <b>Project { $number }</b> “{ $name }”: a resident objects. “{ $words }”
desk-accepted = 🏗 <b>Project { $number }</b> “{ $name }” is accepted by all; it can be finished.
desk-project-late = ⚠️ <b>Project { $number }</b> “{ $name }” was to be done by { $day }, which is over. Please name another day, or say how far it is.

notice-project-opened = No. { $number }, which you follow, has project { $project } “{ $name }”, to be done by { $day }.
notice-project = Project { $project } “{ $name }”, for no. { $number }: { $stage }.
notice-project-why = Project { $project } “{ $name }”, for no. { $number }: { $stage }. “{ $words }”
notice-project-end = Project { $project } “{ $name }”, for no. { $number }, is to be done by { $day } now. “{ $words }”

refused-project-gone = There is no such project.
refused-project-not-found = There is no project { $number }. /projects shows those there are.
refused-not-money = I cannot read a sum in “{ $words }”. Write “120,000”, “3,000.50 yuan” or “5000”.
refused-too-much-money = That is too much: a few zeros too many, perhaps.
refused-less-than-nothing = A sum cannot be less than nothing.
refused-not-wish-numbers = There are no numbers of wishes in “{ $words }”. Write “3, 5”, for example.
refused-not-a-building = I don’t know which building “{ $words }” is. Write “building 3”, or tap “the whole estate”.
refused-not-an-indicator = “{ $words }” needs a number and a unit, as in “120 meals a month”; one a line, five at most.
refused-not-a-percentage = “{ $words }” is no number from 0 to 100.
refused-lower-needs-reason = It was at { $percent }%. If it is less, say why.
refused-stage-moved = Somebody was faster: project “{ $name }” is “{ project-stage-of }” now. Please open it again.
refused-no-step-there = Project “{ $name }” is “{ project-stage-of }”; this cannot be done with it now.
refused-reason-needed = Please say why, in a line.
refused-cost-unknown = Nobody has noted yet who gives how much. Tap “Note money” first.
refused-nothing-received = None of the planned money has come in. When it has, tap “Note money” first.
refused-end-is-past = The planned day is over. Tap “Change the date” first.
refused-not-under-way = Project “{ $name }” is not under way, so there is no progress to tell.
refused-nothing-under-way = No project is under way. /projects shows where each of them stands.
refused-not-accepted = Project “{ $name }” cannot be finished yet: the { -committee } and residents have to accept it, and nobody object.
refused-not-in-acceptance = Project “{ $name }” is not being accepted now.
refused-not-asked-to-accept = Only the residents who were asked accept project “{ $name }”. Thank you for caring.
refused-acceptance-counted = You said so about project “{ $name }” already.
refused-two-residents-needed = At least two residents have to be asked.
refused-resident-unknown = I know nobody called “{ $name }”. Write the name exactly as on Telegram; who never met me presses the pinned card first.
refused-resident-ambiguous = More than one neighbour is called “{ $name }”. Please ask somebody else.
refused-accepts-in-a-bodys-name = “{ $name }” accepts in a body’s name, not as a resident. Please ask somebody else.
refused-milestone-reached = Milestone “{ $name }” was reached before.
refused-too-many-milestones = A project has { $most } milestones at most.

mydata-section-project-steps = Steps you took with projects: { $n }
mydata-section-project-money = Sums you noted for projects: { $n }
mydata-section-progress-reports = Progress of projects you told: { $n }
mydata-section-acceptances = Projects you were asked to accept, and what you said: { $n }
mydata-section-acceptances-recorded = Acceptances you recorded for a body: { $n }

button-milestone-off = Remove a milestone
milestone-off-ask = Project { $number }, “{ $name }”: which milestone is to go?
milestone-off-preview = Remove the milestone “{ $milestone }” of project { $number }?
milestone-off-done = Project { $number } has no milestone “{ $milestone }” any more.
project-returned = ↩️ { $numbers }: not fixed yet, and back again
refused-no-milestone-ahead = Project “{ $name }” has no milestone ahead.
