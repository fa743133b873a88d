### Buildings, stairwells, households and grids: looked at, added, named, closed, taken over from a file.

command-places = Buildings, stairwells, households, grids
help-places = /places shows and changes buildings, stairwells, households and grids; or send me a CSV, XLSX or YAML file for many at once

place-level-city = City
place-level-district = District
place-level-sub-district = Sub-district
place-level-community = Community
place-level-estate = Estate
place-level-building = Building
place-level-stairwell = Stairwell
place-level-household = Household
place-level-grid = Grid
place-count-building = { $n ->
    [one] { $n } building
   *[other] { $n } buildings
}
place-count-stairwell = { $n ->
    [one] { $n } stairwell
   *[other] { $n } stairwells
}
place-count-household = { $n ->
    [one] { $n } household
   *[other] { $n } households
}
place-count-grid = { $n ->
    [one] { $n } grid
   *[other] { $n } grids
}
place-state-open = in use
place-state-closed = closed

places-head = <b>{ $estate }</b> · buildings and grids
places-lies-in = In { $places }
places-counted = 🏠 { $counts }
places-empty = No buildings yet. Press “Add: Building”, or send me a table: the first row says building, unit, door, grid; below it a household a row.
place-plain = 📍 { $place }
place-named = 📍 { $place } · { $name }
place-head-plain = <b>{ $place }</b>
place-head-named = <b>{ $place }</b> · { $name }
place-in-grid = Grid: { $grid }
place-is-closed = ⏸ Closed
place-groups = { $n ->
    [one] 💬 { $n } group belongs to it
   *[other] 💬 { $n } groups belong to it
}
places-closed-head = { $n ->
    [0] <b>{ $estate }</b> · nothing is closed.
   *[other] <b>{ $estate }</b> · closed: { $n }
}
grids-head = { $n ->
    [0] <b>{ $estate }</b> · grids
   *[other] <b>{ $estate }</b> · grids: { $n }
}
grids-empty = No grids yet. Add one, then open each building and press “Into a grid”.
grid-row = · { $grid }: buildings { $buildings }, households { $households }
grid-row-closed = · { $grid } (closed): buildings { $buildings }, households { $households }
grid-head = Grid <b>{ $grid }</b>
grid-large = A grid has about { $n } households; this one is large.
grid-empty = No building is in it yet. Open a building and press “Into a grid”.

button-place-plain = { $place }
button-place-named = { $place } · { $name }
button-place-add = Add: { $level }
button-place-add-more = Add another
button-place-look = Have a look
button-place-name = Rename
button-place-grid = Into a grid
button-place-no-grid = Into no grid
button-place-grid-undo = Back as it was
button-place-close = Close
button-place-open = Use again
button-place-remove = Remove
button-places-back = ← Back
button-places-all = Buildings and grids
button-places-closed = Closed ({ $n })
button-places-file = As a table
button-grids = Grids ({ $n })
button-grid = { $grid }
button-grid-add = Add a grid
button-no-name = No name
button-places-take = Take it over
button-places-not = Not now

place-ask-in = In { $place }:
place-ask-code-building = Which building? Such as “Building 3” or “B”; if it has no number, its name.
place-ask-code-stairwell = Which stairwell? Such as “Unit 2”.
place-ask-code-household = Which household? Such as “502”.
placeholder-place-code = The number
place-ask-new-name = What is { $place } to be called? Its number stays.
place-name-so-far = It is called “{ $name }” now.
place-added = Added:
place-renamed = Changed:
place-closed = Closed. Its groups go on as before.
place-opened = In use again.
place-removed = { $place } is removed.
place-ask-grid = Into which grid does { $place } go?
place-put-in-grid = It is in “{ $grid }” now.
place-taken-out = It is in no grid now.
grid-ask-name = What is the grid called? Such as “East” or “Grid 1”.
grid-ask-new-name = What is “{ $grid }” to be called?
grid-added = The grid “{ $grid }” is there. Open a building and press “Into a grid”.
grid-renamed = Changed: “{ $grid }”.
grid-removed = The grid “{ $grid }” is removed.

places-file-caption = Buildings and grids of { $estate }. Change it and send it back: first I say what it would change.
places-file-title = { $estate } · buildings and grids
places-file-sheet = Places
places-column-level = Level
places-column-code = Number
places-column-name = Name
places-column-parent = Parent
places-column-grid = Grid
places-column-state = State

places-file-taken = “{ $name }” has come. I’ll look at it and tell you. Nothing is changed yet.
places-file-refused = “{ $name }” cannot be used:
places-file-lost = “{ $name }” never arrived; please send it again. Nothing was changed.
places-look-head = I have looked at “{ $name }”.
places-look-added = ➕ To be added: { $counts }
places-look-place = · { $place }
places-look-grid = · Grid “{ $grid }”
places-look-more = and { $n } more
places-look-changed = ✏️ To be changed: { $n }
places-look-closes = · { $place }: closed
places-look-opens = · { $place }: in use again
places-look-moves = · { $place }: into the grid “{ $grid }”
places-look-names = · { $place }: named “{ $name }”
places-look-unchanged = As they are now: { $n }
places-look-row = <b>Row { $row }</b> cannot be used:
places-look-more-rows = { $n ->
    [one] { $n } more row cannot be used.
   *[other] { $n } more rows cannot be used.
}
places-look-left-out = { $n ->
    [one] That row is left out; mend it and send it again if you like.
   *[other] Those { $n } rows are left out; mend them and send them again if you like.
}
places-look-nothing = All of it is as it is now; there is nothing to change.
places-look-mend = Mend it and send it again.
places-look-not-yet = Nothing is changed yet. If it is right, press “Take it over”.
places-taken = { $estate }: done. Added: { $added }, changed: { $changed }.
places-put-away = Very well, nothing was changed.
places-changed-meanwhile = Somebody changed things meanwhile. Please look at what it would change now.

refused-place-gone = I can’t find this place; it may have been removed.
refused-grid-gone = I can’t find this grid; it may have been removed.
refused-not-a-place-code = “{ $words }” does not look like a number. Please use digits, letters or Chinese signs, { $most } at most.
refused-not-a-place-level = “{ $words }” is no building, stairwell, household or grid.
refused-above-the-estate = “{ $words }” stands in the bot’s settings; please ask whoever runs it.
refused-unknown-parent = There is no “{ $words }” for it to lie in, or that row cannot be used.
refused-several-such = More than one is called “{ $words }”. Please write it in full, such as “3-2” (building 3, stairwell 2).
refused-places-in-a-circle = They go round in a circle: { $places } lie in each other.
refused-not-downward = { $place } cannot lie in { $parent }: only smaller places lie in larger ones.
refused-parent-missing = A stairwell or a household has to say in which building it is.
refused-place-taken = “{ $words }” is there already.
refused-same-place-twice = Row { $row } says the same.
refused-other-place-level = { $place } is there already, as something else (a stairwell, say, where this says household).
refused-two-grids = { $place } stands in the grid “{ $grid }” further up; a building is in one grid only.
refused-only-buildings-in-grids = Only whole buildings go into a grid.
refused-not-a-place-state = “{ $words }” is neither “in use” nor “closed”.
refused-place-in-use = { $place } still has stairwells, households, groups or wishes; it cannot be removed, but it can be closed.
refused-grid-in-use = The grid “{ $grid }” still has buildings; it cannot be removed, but it can be closed.
refused-grid-has-group = Grid “{ $grid }” has a group of its own and can’t be removed; it can be closed.
refused-grid-has-roles = Somebody looks after grid “{ $grid }”, or did. It can’t be removed, but it can be closed.
refused-grid-taken = There is a grid “{ $grid }” already.
refused-grid-is-closed = The grid “{ $grid }” is closed; use it again first.
refused-too-many-places = An estate has { $most } places at most.
refused-too-many-grids = An estate has { $most } grids at most.
refused-not-places = I can’t read this file. Please use CSV, XLSX or YAML.
refused-places-too-big = The file is too big: { $most } KB at most. Please send it in parts.
refused-too-many-place-rows = Too many rows: { $most } at a time. Please send it in parts.
refused-places-empty = There is nothing in it.
refused-no-places-head = The first row has to name the columns: building, unit, door, grid; or level, number, name, parent.
refused-place-aliases = This YAML file refers to its own parts or nests too deep; I don’t read such files.
refused-places-import-gone = This file was taken over already, or put away.
refused-places-as-before = It is the same as before; there is nothing to change.
