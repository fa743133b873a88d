### Shared by all: days, places, states, and a few sentences used everywhere. Day patterns are CLDR's.

pattern-day = EEE d MMMM
pattern-day-and-year = EEE d MMMM y
pattern-weekday = EEEE
pattern-moment = EEE d MMMM, HH:mm

separator-of-list = { ", " }
separator-of-place = { ", " }

place-building = Building { $building }
place-unit = unit { $unit }
place-floor = floor { $floor }
place-ground-floor = ground floor
place-basement = B{ $level }
place-door = { $door }
place-estate = the estate

missing-text = A sentence is missing here. Nothing else is affected.
apology = Sorry, something broke on my side and that did not go through. Please try once more; if it fails again, tell the { -committee }.

kind-want = I want
kind-offer = I can help
kind-suggestion = I suggest

category-repair = 🔧 Repair
category-cleaning = 🧹 Cleaning
category-safety = ⚠️ Safety
category-parking = 🚲 Parking
category-noise = 🔔 Noise
category-greenery = 🌳 Greenery
category-care = 🤝 Neighbourly help
category-other = 💬 Other

state-open = waiting for an answer
state-taken = in hand
state-promised = promised
state-later = later
state-returned = not yet, sent back
state-declined = not this time
state-answered = answered
state-done = done

body-committee = the { -committee }
body-property = the { -property }
body-owners = the { -owners }
body-moderator = the { -moderator }s

visibility-public = posted with your name
visibility-nameless = posted without a name
visibility-committee = { -committee } only

role-outsider = not in a building group yet
role-resident = resident
role-moderator = { -moderator }
role-property = { -property }
role-owners = { -owners }
role-committee = { -committee }

button-words = { $words }
