### One wish for the whole building, where several floors say the same.

preview-whole-offer = 💬 Other floors said it too: { $numbers }. Post yours as it is, or make it one for the whole building.
preview-whole = 🏢 For the whole building, the same as { $numbers }
button-whole = Make it the whole building’s
wish-numbered = no. { $number }
card-gathers = 🏢 The same as { $numbers }
notice-gathered =
    A neighbour filed one wish for the whole building: no. { $number }, the same as { $numbers }. What you follow stays as it is. Press if your home should count there too.
    <blockquote expandable>{ $words }</blockquote>
