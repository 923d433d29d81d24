# Dates and matrices
misfit-date = I did not understand that date. You can say for example “March 2024”, “last spring”, or “I don't remember”.
misfit-date-no-such-day = There is no such day in the calendar.
misfit-time-no-such-day = There is no such day in the calendar. Which day did you mean?
misfit-time-too-far = That is more than a year ahead. Please choose a day within the next year, or “as soon as possible”.
misfit-matrix = Please choose one of the options.
date-unknown = not known
date-span = { $earliest } – { $latest }
date-year = { $year }
answer-matrix = { $count } of { $of } answered
matrix-row = { $row }/{ $of }: { $statement }

# Repair request: safety, the same matter, the purchase
-keep-safe = ⚠ First, please keep safe. If you smell gas: open the windows, touch no switch, go outside, and call from there. With smoke, sparks or water near electricity: switch off the mains if you can do so safely, and keep away from the appliance. If there is danger to anyone, leave and call the emergency number now.
ask-repair-safety = { -keep-safe }

    We treat your request as urgent. Is everyone safe?
name-repair-safety = Safety
help-repair-safety = Your safety comes first. Tap how things are; we go on with your request either way.
option-repair-safety = { $option ->
    [safe] We are safe
   *[unsafe] Not safe yet; I am seeing to it
 }
ask-repair-same = You have an open request for this product already. Is it about the same matter?
name-repair-same = Same matter
help-repair-same = If it is the same matter, your words are added to the open request. Otherwise a new one is made.
option-repair-same = { $option ->
    [yes] Yes, the same
   *[no] No, something else
 }
ask-repair-bought = When was it bought? Roughly is enough, for example “spring 2024”. We need it to check the warranty.
name-repair-bought = Date of purchase
help-repair-bought = A month or a season is enough. If you do not know, tap “I don't remember”; we will find out.
option-repair-bought = I don't remember
added-to-open = Thank you. I have added it to your open request { $number }.

# Survey 16-8, the rest
ask-survey-more = Thank you! May I ask a few more questions? It takes two minutes, and you can stop at any time.
name-survey-more = More questions
help-survey-more = Yes continues; No ends the survey here. What you have answered counts either way.
option-survey-more = { $option ->
    [yes] Yes, go on
   *[no] No, that is all
 }
ask-survey-care = Were you told how to care for the product and maintain it?
name-survey-care = Told about care
help-survey-care = Whether our staff explained care and maintenance during the service.
ask-survey-called = Did anybody call you back after the repair?
name-survey-called = Called back
help-survey-called = A call or a message asking whether everything works.
ask-survey-claim = Have you ever claimed compensation from us for a quality fault?
name-survey-claim = Claimed compensation
help-survey-claim = Any claim for this product, settled or not.
option-survey-care = { $option ->
    [yes] Yes
   *[no] No
 }
option-survey-called = { $option ->
    [yes] Yes
   *[no] No
 }
option-survey-claim = { $option ->
    [yes] Yes
   *[no] No
 }
ask-survey-handling = How satisfied were you with the way your claim was handled?
name-survey-handling = Handling of the claim
help-survey-handling = Both how you were treated and how fully it was settled.
option-survey-handling = { $option ->
    [A] Satisfied
    [B] Fairly satisfied
    [C] So-so
    [D] Rather dissatisfied
   *[E] Dissatisfied
 }
ask-survey-statements = How well does this statement fit?
name-survey-statements = Statements
help-survey-statements = One statement at a time; Back shows the one before. Done ends the list where you are.
option-survey-statements = { $option ->
    [holds] Holds
    [mostly-holds] Mostly holds
    [so-so] So-so
    [mostly-not] Mostly not
   *[does-not-hold] Does not hold
 }
row-survey-statements = { $row ->
    [1] I did not wait long for an appointment.
    [2] The paperwork was simple, without a long wait.
    [3] The repair went fast.
    [4] Times were kept; the repair was done by the promised date.
    [5] Repairs are hardly ever delayed for parts.
    [6] The price was fair.
    [7] The repair staff tried hard to meet my needs.
    [8] The repair staff advised me patiently and honestly.
    [9] The repair staff took good care of every customer.
    [10] What was found and done was recorded in detail.
    [11] The service is the best there is.
    [12] I would recommend the company's products to friends.
    [13] I can trust the repair staff to find the fault.
    [14] I can trust the repair staff to clear the fault for good.
   *[15] The repair staff care whether the customer is satisfied.
 }
ask-survey-remarks = Is there anything else you would like to tell us about our service?
name-survey-remarks = Remarks
help-survey-remarks = In your own words, or skip.

# Feedback form 16-11
feedback-intro = We would like to know how you get on with our products and our service. A few taps are enough.
ask-feedback-used = Which of our products do you use? Name them, with quantities if several.
name-feedback-used = Products
help-feedback-used = For example “one E50 water heater, two K35 air conditioners”.
ask-feedback-product = How satisfied are you with the product?
name-feedback-product = The product
help-feedback-product = One point at a time; Back shows the one before.
ask-feedback-staff = How satisfied are you with our service staff?
name-feedback-staff = Service staff
help-feedback-staff = One point at a time; Back shows the one before.
option-feedback-product = { $option ->
    [very-satisfied] Very satisfied
    [basically-satisfied] Satisfied on the whole
   *[dissatisfied] Dissatisfied
 }
option-feedback-staff = { $option ->
    [very-satisfied] Very satisfied
    [basically-satisfied] Satisfied on the whole
   *[dissatisfied] Dissatisfied
 }
row-feedback-product = { $row ->
    [quality] Quality
    [appearance] Appearance
    [packaging] Packaging
    [use] Use
   *[delivery] Delivery date
 }
row-feedback-staff = { $row ->
    [timeliness] Timeliness
    [initiative] Initiative
    [effectiveness] Effectiveness
    [skill] Skill
   *[manner] Manner
 }
ask-feedback-suggestions = Do you have any suggestions or wishes?
name-feedback-suggestions = Suggestions
help-feedback-suggestions = In your own words, or skip.
cancel-feedback = End the questions here? What you have answered so far counts.
cancelled-feedback = All right, we stop here. Thank you for what you told us.
feedback-thanks = Thank you very much. We will take it seriously.

# Complaint
ask-complaint-words = I am sorry that something went wrong. Please tell me what happened.
name-complaint-words = What happened
help-complaint-words = In your own words: what happened, when, and with whom if you know.
ask-complaint-kind = What is it about?
name-complaint-kind = About
help-complaint-kind = Choose what comes nearest.
option-complaint-kind = { $option ->
    [quality] The quality of the product
    [service] The manner of our staff
    [delay] A delay
    [price] The price
   *[other] Something else
 }
ask-complaint-wish = What would you like us to do?
name-complaint-wish = Your wish
help-complaint-wish = It does not bind you; it helps us to propose the right thing.
option-complaint-wish = { $option ->
    [repair] Repair
    [exchange] Exchange
    [refund] Refund
    [compensation] Compensation
    [apology] An apology
   *[other] Another remedy
 }
ask-complaint-amount = Which amount would you think right? A whole number; skip it if you would rather leave it open.
name-complaint-amount = Amount
help-complaint-amount = A whole number, or skip.
ask-complaint-name = How may we address you? For example “Ms Wang”.
name-complaint-name = Name
help-complaint-name = We use it to greet you, nothing else.
ask-complaint-phone = Which phone number can our supervisor reach you at?
name-complaint-phone = Phone
help-complaint-phone = Type it with its area code, or share your own contact.
ask-complaint-photos = Are there photos or documents that help? Send them, or skip.
name-complaint-photos = Photos
help-complaint-photos = Up to ten.
review-complaint = Please check your complaint:
button-send-complaint = ✓ Send the complaint
cancel-complaint = Cancel the complaint? Your answers will be discarded.
cancelled-complaint = Cancelled. If you change your mind, just write “complaint”.

# Return or exchange
ask-return-wish = Would you like to return the goods, or exchange them?
name-return-wish = Wish
help-return-wish = Return: you get your money back. Exchange: you get new goods.
option-return-wish = { $option ->
    [return] Return
   *[exchange] Exchange
 }
ask-return-reason = Why? Please tell me what is wrong with it.
name-return-reason = Reason
help-return-reason = In your own words, for example “wrong size”, or what the fault is.
ask-return-product = Which product is it?
name-return-product = Product
help-return-product = Tap it, or type its name or model code.
ask-return-serial = What is the serial number? It is on the label. Skip it if you cannot find it.
name-return-serial = Serial number
help-return-serial = For example E50-2405-000117.
ask-return-quantity = How many are you sending back?
name-return-quantity = Quantity
help-return-quantity = Tap or type a number.
option-return-quantity = { $option }
ask-return-bought = When was it bought? Roughly is enough.
name-return-bought = Date of purchase
help-return-bought = A date, a month or a season; or tap “I don't remember”.
option-return-bought = I don't remember
ask-return-proof = Please send a photo of the invoice or receipt. Skip it if you have none.
name-return-proof = Proof of purchase
help-return-proof = Invoice, receipt or order page. If you have none, our staff will look it up.
ask-return-state = What state are the goods in?
name-return-state = State
help-return-state = Choose what comes nearest.
option-return-state = { $option ->
    [unopened] Not opened
    [unused] Opened, not used
    [used] Used
   *[damaged] Damaged
 }
ask-return-tried = Has anything been tried to put it right? Skip it if not.
name-return-tried = Tried so far
help-return-tried = For example by a dealer or a technician.
ask-return-questions = Is there anything you would like us to answer or solve? Skip it if not.
name-return-questions = Your questions
help-return-questions = One or several, in your own words.
ask-return-place = Where shall we collect it? Type the address or share your location.
name-return-place = Collection address
help-return-place = Street, number and district.
ask-return-name = How may we address you? For example “Ms Wang”.
name-return-name = Name
help-return-name = We use it to greet you, nothing else.
ask-return-phone = Which phone number can we reach you at?
name-return-phone = Phone
help-return-phone = Type it with its area code, or share your own contact.
review-return = Please check your answers:
button-send-return = ✓ Send
cancel-return = Cancel the return or exchange? Your answers will be discarded.
cancelled-return = Cancelled. Whenever you need us, just write.

# Another time, an addition, a word to one another
ask-retime-time = When does a visit suit you better?
name-retime-time = Time
help-retime-time = Tap a time, or write when it suits you.
cancel-retime = Stop changing the time?
cancelled-retime = The time stays as it is.
ask-addition-words = What would you like to add?
name-addition-words = Addition
help-addition-words = A sentence for the technician. Photos come next.
ask-addition-photos = Photos, if you like. Or skip.
name-addition-photos = Photos
help-addition-photos = Up to ten.
cancel-addition = Stop adding to the request?
cancelled-addition = Nothing was added.
addition-done = Thank you. I have added it to { $number }.
nothing-to-add = Nothing was added.
ask-talk-words = What would you like to say? It reaches the other side through this chat; no phone number is shown.
name-talk-words = Message
help-talk-words = Write one message; it is kept with the request.
cancel-talk = Stop writing the message?
cancelled-talk = Nothing was sent.
retime-done = Thank you. I have noted the new time for { $number }: { $time }.
notice-photo-added = The photos are added to { $number }. Thank you.
notice-talk-sent = Sent. ({ $number })
button-talk-technician = 💬 Write to the technician
button-talk-customer = 💬 Write to the customer
button-reply = 💬 Reply
button-retime = 🕘 Another time
button-add = ➕ Add something
notice-said = 💬 { $name } ({ $number }): { $words }
notice-ticket-added = ➕ The customer adds to { $number }: { $words }
notice-time-changed = 🕘 { $number }: the time asked for is now { $suits }

# Complaints and returns, taken
notice-complaint-taken = Your complaint has the number { $number }. Our supervisor has it now; you will be told here who takes it in hand. You can ask about it by its number at any time.
notice-return-taken = Your request has the number { $number }. The collection is arranged by { $due_at }; you will be told here.
status-complaint = Complaint { $number }: { $name ->
    [none] our supervisor has it; nobody has taken it in hand yet.
   *[other] { $name } has it in hand.
 }
status-return = Request { $number }: { $status ->
    [arranged] the collection is arranged.
   *[received] the collection is arranged by { $due }.
 }
complaint-head = ⚠ Complaint { $number }
return-head = 📦 { $wish ->
    [return] Return
   *[exchange] Exchange
 } { $number }
button-complain = I want to complain
button-return = Return or exchange

# The desk
button-take-over = I will answer
button-give-back = Give back to the bot
taken-over = You are talking to { $name } now. What you write here goes to them; “{ button-give-back }” ends it.
taken-over-customer = { $name } from our desk is with you now. What you have filled in is kept.
given-back = The bot goes on with { $name }.
given-back-customer = Our desk has finished; I go on with you now.
relayed = { $name }: { $words }
relayed-desk = { $name } (desk): { $words }
toast-taken-over = You have the conversation.
refusal-too-late-takeover = Somebody else is answering already.

# Words nobody knew
unmatched-head = ❓ A customer called a { $kind ->
    [product] product
   *[fault] fault
 } “{ $words }”. Which one is it?
unmatched-none = None of these
unmatched-learned = Learned: “{ $words }” means { $name }.
unmatched-left = Left as it is.

button-keep = Keep it
button-survey-more = A few more questions
card-wish = Wish: { $wish }
card-amount = Amount: { $amount }
added-photo = a photo
feedback-head = 📋 A past customer is dissatisfied with:
unmatched-settled = These words have been dealt with.
wants-person = 🙋 { $name } would like to talk to a person.
somebody = Somebody
photo-from = Photo from { $name }
photo-from-about = Photo from { $name } ({ $number })
refusal-too-late-open = That request has been closed meanwhile. Please change “Same matter” to No.
notice-danger = ⚠ DANGER in { $number }: “{ $words }”. { $safety ->
    [safe] The customer says that everyone is safe.
   *[unsafe] The customer is NOT safe yet.
 }
card-warranty = Warranty: { $coverage ->
    [free] free of charge, runs until { $first }
    [supplier] the supplier’s ({ $supplier }), runs until { $first }
    [chargeable] { $why ->
        [none] chargeable, the product has none
       *[ended] chargeable, ended on { $last }
     }
   *[unclear] { $why ->
        [span] not clear, ends between { $first } and { $last }
       *[no-date] not clear, no purchase date
     }
 }
# Danger, wherever it is spoken of
remark-repair-safety = Then please see to that first; this can wait. Take everyone out of the room or the house, keep others away, and call the emergency number if you need help. What you have told me is kept: go on from a safe place.
ask-return-safety = { -keep-safe }

    Our supervisor will hear of it as soon as you send this. Is everyone safe?
name-return-safety = Safety
help-return-safety = Your safety comes first. Tap how things are; then we go on.
option-return-safety = { $option ->
    [safe] We are safe
   *[unsafe] Not safe yet; I am seeing to it
 }
remark-return-safety = { remark-repair-safety }
ask-complaint-safety = { -keep-safe }

    Our supervisor will hear of it as soon as you send this. Is everyone safe?
name-complaint-safety = Safety
help-complaint-safety = Your safety comes first. Tap how things are; then we go on.
option-complaint-safety = { $option ->
    [safe] We are safe
   *[unsafe] Not safe yet; I am seeing to it
 }
remark-complaint-safety = { remark-repair-safety }
ask-addition-safety = { -keep-safe }

    Our supervisor will hear of it as soon as you send this. Is everyone safe?
name-addition-safety = Safety
help-addition-safety = Your safety comes first. Tap how things are; then we go on.
option-addition-safety = { $option ->
    [safe] We are safe
   *[unsafe] Not safe yet; I am seeing to it
 }
remark-addition-safety = { remark-repair-safety }
notice-complaint-in-hand = Complaint { $number }: { $name } has taken it in hand.
notice-complaint-due = ⏰ The time for complaint { $number } is over; it is { $status ->
    [in-hand] in hand
   *[received] in nobody's hands
 }.
notice-return-arranged = Request { $number }: the collection of the goods is arranged.
notice-return-due = ⏰ Nobody has arranged the collection for { $number }, and it was due by now.
complaint-handler = In hand: { $name }
complaint-by = Due by { $due }
return-collection = { $status ->
    [arranged] Collection arranged
   *[received] Collection to be arranged by { $due }
 }
button-take-complaint = I take it in hand
button-collection-arranged = ✓ Collection arranged
toast-complaint-taken = { $number } is in your hands.
toast-return-arranged = { $number }: the customer is told.
refusal-too-late-complaint = Somebody else has that complaint in hand.
