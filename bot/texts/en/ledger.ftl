### The open ledger: decisions, income, expenses, assets, who published them, with which papers; a mistake is corrected by
### a further entry.

command-ledger = The open ledger: money, decisions
command-entry = Write an entry into the open ledger
help-ledger = /entry writes into the open ledger; or send me a CSV or XLSX table for many entries at once

ledger-kind-decision = Decision
ledger-kind-income = Income
ledger-kind-expense = Expense
ledger-kind-asset = Asset
ledger-category-affairs = Community affairs
ledger-category-welfare = Public-welfare money
ledger-category-activities = Activities
ledger-category-common-income = Common income
ledger-category-repair-fund = Repair fund
ledger-category-owners-meeting = Owners’ meeting
ledger-category-other = Other

ledger-head = { $n ->
    [0] <b>{ $estate }</b> · open ledger
    [one] <b>{ $estate }</b> · open ledger · 1 entry
   *[other] <b>{ $estate }</b> · open ledger · { $n } entries
}
ledger-of-year = Of { $year }
ledger-of-category = Category: { $category }
ledger-with-words = With “{ $words }”
ledger-totals = 💰 Income { $income } · expenses { $expense } · balance { $balance }
ledger-totals-short = 💰 Income { $income } · expenses { $expense } · short by { $balance }
ledger-total-assets = 📦 Assets { $assets }
ledger-row-decision = No. { $number } · { $day } · decision · { $category } · { $words }
ledger-row-income = No. { $number } · { $day } · income { $amount } · { $category } · { $words }
ledger-row-expense = No. { $number } · { $day } · expense { $amount } · { $category } · { $words }
ledger-row-asset = No. { $number } · { $day } · asset { $amount } · { $category } · { $words }
ledger-row-cancelled = ✖️ No. { $number } · { $day } · cancelled · { $category } · { $words }
ledger-new-decision = · { $day } · decision · { $category } · { $words }
ledger-new-income = · { $day } · income { $amount } · { $category } · { $words }
ledger-new-expense = · { $day } · expense { $amount } · { $category } · { $words }
ledger-new-asset = · { $day } · asset { $amount } · { $category } · { $words }
ledger-empty = Nothing is in the ledger yet. What the { -committee } and the { -owners } write into it will be here.
ledger-empty-filter = There is nothing like that. Try another year, category or word.
ledger-open-typed = To see an entry, send /ledger with its number, such as /ledger { $number }

entry-head = 📒 <b>Entry no. { $number }</b>
entry-what = { $kind } · { $category }
entry-amount = Amount: { $amount }
entry-day = Date: { $day }
entry-files = { $n ->
    [one] 📎 1 document or photo
   *[other] 📎 { $n } documents and photos
}
entry-by = Published by { $who } for { $body }, { $moment }
entry-asked = { $n ->
    [one] 💬 1 question
   *[other] 💬 { $n } questions
}
entry-corrected-by = ⚠️ This was wrong: corrected by no. { $newest }
entry-cancelled-by = ✖️ This was cancelled: see no. { $newest }
entry-corrects = Corrects no. { $corrects }: “{ $words }”
entry-cancels = ✖️ Cancels no. { $corrects }: “{ $words }”
entry-why = Reason: “{ $words }”
entry-files-of = Documents of entry no. { $number }
entry-history = Corrections, beginning with no. { $number }:
entry-history-more = { $n ->
    [one] One more before these
   *[other] { $n } more before these
}
entry-version = <b>{ $moment }</b> { $who }

entry-questions-head = { $n ->
    [0] Nobody has asked about no. { $number } yet.
    [one] 💬 One question about no. { $number }:
   *[other] 💬 { $n } questions about no. { $number }:
}
entry-question = 🙋 A neighbour: “{ $words }”
entry-question-named = 🙋 { $name }: “{ $words }”
entry-question-of = (asked of no. { $number })
entry-answer = ↳ { $who }, for { $body }: “{ $words }”
entry-answer-none = ↳ Not answered yet
entry-questions-folded = { $n ->
    [one] One more question was folded away.
   *[other] { $n } more questions were folded away.
}
entry-asked-head = 🙋 Somebody asks about no. { $number } of the open ledger:
entry-answered-head = Your question about no. { $number } is answered:

button-ledger-xlsx = Table
button-ledger-years = All years
button-ledger-year = { $year }
button-ledger-categories = All categories
button-entry-number = No. { $number }
button-entry-private = Documents, questions
button-entry-files = Documents ({ $n })
button-entry-history = Corrections
button-entry-newest = The newest
button-entry-questions = Questions ({ $n })
button-entry-ask = Ask about it
button-entry-answer = Answer
button-entry-fold = Fold away
button-entry-look = See the entry
button-entry-correct = Correct
button-entry-publish = Publish
button-entry-amount = Change the amount
button-entry-day = Change the date
button-entry-words = Change the words
button-entry-category = Change the category
button-entry-kind = Change the kind
button-entry-other-files = Change documents
button-entry-void = Cancel the entry
button-clear-files = Send them again
button-yesterday = Yesterday · { $day }
button-end-of-last-month = End of last month
button-ask-named = Ask with my name
button-ask-nameless = Without my name
button-table-publish = { $n ->
    [one] Publish 1 entry
   *[other] Publish { $n } entries
}
button-table-not = Not now

entry-ask-kind = What is it?
entry-ask-category = In which category of { $body }?
entry-ask-cents-income = How much came in? For example “1200 yuan” or “3,500.50”.
entry-ask-cents-expense = How much was spent? For example “1200 yuan” or “3,500.50”.
entry-ask-cents-asset = What is it worth? For example “1200 yuan”; 0 if nobody can say.
placeholder-amount = For example: 1200 yuan
entry-ask-day = Which day was it? Today or earlier, such as “2 March” or “30 December 2025”.
entry-ask-words = In one sentence: what, with whom, why. Everybody can read it: no phone numbers, no doors.
entry-ask-files = Send bills, contracts, photos if there are any: at most 10, up to 20 MB each. Otherwise press “Skip”.
files-so-far = { $files ->
    [one] 1 file so far, at most { $most }. Press “Done” when that’s all.
   *[other] { $files } files so far, at most { $most }. Press “Done” when that’s all.
}
files-cleared = They are gone. Please send them again.
entry-ask-reason = What is wrong with no. { $number }? Everybody can read this.
entry-preview = Publish this in the name of { $body }?
entry-preview-forever = Once it is out nobody can change it; a mistake is corrected by a further entry.
entry-preview-correction = Correct no. { $number } like this?
entry-preview-void = Cancel no. { $number } altogether?
entry-preview-stays = No. { $number } stays, and says which entry stands in its place.
entry-published = Published as no. { $number }. Everybody can see it with /ledger.
entry-corrected = Corrected: no. { $number } stands in the place of no. { $old }.
entry-voided = No. { $old } is cancelled, as no. { $number } says.

entry-ask-question = What would you like to ask about no. { $number }? Everybody can read your words and the answer.
placeholder-entry-question = Your question
entry-question-preview = Ask this about no. { $number }?
entry-question-preview-name = With your name ({ $name }) or without it.
entry-question-sent = Asked: everybody can read it under no. { $number }. I’ll tell you when there is an answer.
entry-ask-answer = No. { $number }, a neighbour asks: “{ $words }”. What is the answer? Everybody can read it.
entry-preview-answer = No. { $number }: answer “{ $words }” like this?
entry-answer-sent = Answered: everybody can read it under no. { $number }.
entry-question-folded = This question about no. { $number } is folded away; press again to put it back.
entry-question-unfolded = This question about no. { $number } is back.

ledger-file-caption = The open ledger of { $estate }, as a table
ledger-file-title = { $estate } · open ledger
ledger-file-sheet = Open ledger
ledger-column-number = No.
ledger-column-day = Date
ledger-column-kind = Kind
ledger-column-category = Category
ledger-column-amount = Amount
ledger-column-words = Words
ledger-column-income = Counted as income
ledger-column-expense = Counted as expense
ledger-column-asset = Counted as asset
ledger-column-body = Publisher
ledger-column-who = Written by
ledger-column-at = Published on
ledger-column-corrects = Corrects no.
ledger-column-corrected = Corrected by no.
ledger-column-reason = Reason
ledger-column-files = Documents
ledger-column-total = Total

ledger-table-taken = “{ $name }” is here. I’ll look at it and tell you right away. Nothing is changed yet.
ledger-table-refused = “{ $name }” cannot be used:
ledger-table-head = { $n ->
    [one] “{ $name }”: 1 entry can be published. Nothing is published yet.
   *[other] “{ $name }”: { $n } entries can be published. Nothing is published yet.
}
ledger-table-row = <b>Row { $row } of the table</b> cannot be used:
ledger-table-more-rows = { $n ->
    [one] One more row cannot be used.
   *[other] { $n } more rows cannot be used.
}
ledger-table-categories = You can publish in: { $categories }.
ledger-table-left-out = { $n ->
    [one] That row is left out; you can also put it right and send the table again.
   *[other] Those { $n } rows are left out; you can also put them right and send the table again.
}
ledger-table-nothing = Please put it right and send it again.
ledger-table-more = { $n ->
    [one] and 1 more
   *[other] and { $n } more
}
ledger-table-again = { $n ->
    [one] ⚠️ One of them says what an entry of the ledger says already. Was this sent before?
   *[other] ⚠️ { $n } of them say what entries of the ledger say already. Was this sent before?
}
ledger-table-published = { $n ->
    [one] The open ledger of { $estate } has 1 entry more: no. { $first }.
   *[other] The open ledger of { $estate } has { $n } entries more: no. { $first } to no. { $last }.
}
ledger-table-put-away = All right, nothing of this table is published.
ledger-table-lost = “{ $name }” did not arrive. Please send it again. Nothing was published.

refused-entry-gone = There is no such entry.
refused-entry-not-found = There is no entry { $number }. /ledger shows those there are.
refused-not-a-category = “{ $words }” is no category, or none that you can publish in.
refused-not-an-entry-kind = “{ $words }” is neither income, expense, decision nor asset.
refused-amount-needed = Income, expenses and assets need an amount; income and expenses more than 0.
refused-decision-has-no-amount = A decision has no amount. For an amount choose income, expense or asset.
refused-entry-day-ahead = A day that has not come yet cannot be in the ledger.
refused-entry-day-too-old = That is too long ago: { $year } is the earliest year.
refused-not-the-publisher = { $body ->
    [committee] The { -committee } published this: somebody of the { -committee } has to do it.
   *[other] The { -owners } published this: somebody of the { -owners } has to do it.
}
refused-already-corrected = No. { $number } was corrected. Please correct no. { $newest } instead.
refused-same-entry = It says what it said before: there is nothing to correct.
refused-too-many-files = { $most ->
    [one] One is enough.
   *[other] { $most } at most, that’s enough.
}
refused-file-too-big = The file is too big: { $most } MB at most.
refused-not-a-file = A document or a photo is needed here.
refused-too-many-questions = { $most ->
    [one] A question of yours waits for its answer. Please wait with the next one.
   *[other] { $most } questions of yours wait for their answers. Please wait with the next one.
}
refused-entry-question-gone = There is no such question.
refused-entry-question-answered = It is answered already.
refused-entry-question-folded = This question was folded away.
refused-not-a-table = I cannot read that file. Please send a CSV or XLSX table.
refused-table-too-big = The table is too big: { $most } MB at most.
refused-too-many-rows = { $most ->
    [one] Too many rows: one at a time.
   *[other] Too many rows: { $most } at a time. Please send it in parts.
}
refused-table-empty = There is nothing in the table.
refused-no-table-head = The first row has to name the columns. These are missing: { $columns }.
refused-import-gone = This table was published already, or put away.
