# Navigation in every form
button-back = ‹ Back
button-skip = Skip ›
button-done = ✓ Done
button-cancel = ✕ Cancel
button-edit = ✎ Change something
button-cancel-no = No, go on
button-cancel-yes = Yes, cancel
button-marked = ☑ { $label }
button-unmarked = ☐ { $label }
button-none-product = None of these
button-none-fault = None of these
button-all-fault = Show all faults of this kind
button-far = Yes, this place is right
button-share-place = 📍 Share my location
button-share-contact = 📱 Share my phone number
button-share-photo = 📷 Photo
answer-now = So far: { $answer }
answer-skipped = —
answer-unknown = not known yet
answer-pin = shared location ({ $latitude }, { $longitude })
answer-photos = { $count ->
    [one] 1 photo
   *[other] { $count } photos
 }
photos-so-far = { $count ->
    [one] 1 photo so far. Send more, or tap Done.
   *[other] { $count } photos so far. Send more, or tap Done.
 }
review-line = { $name }: { $answer }
change-which = What would you like to change?
window = { $day }, { $start }:00–{ $end }:00
window-soon = As soon as possible
resuming = Now back to where we were:
taken-product = Product: { $name }. (If that is wrong, use “Change something” later.)
taken-fault = Fault: { $name }.
lookup-missed = I did not find that. Please choose, or say it in other words.
kept-place = I have noted the place.
kept-contact = I have noted the phone number.
kept-photos = I have kept the photo.

# What does not fit
misfit-empty = That message was empty. Please say it in a few words.
misfit-too-long = That is { $length } characters; at most { $longest } fit here. Please put it shorter.
misfit-text = Please answer this one in words.
misfit-choice = Please choose one of the options.
misfit-several = Please mark what applies with the buttons, or name the letters, such as “A C”.
misfit-number = Please give a whole number from { $low } to { $high }.
misfit-lookup = Please choose from the buttons, or say it in words.
misfit-place = Please type the address or share a location.
misfit-address-short = That is a little short for an address. Please give street and number.
misfit-far = That place is far from where our technicians work. Is it right? Confirm below, or give another place.
misfit-contact = Please give a phone number.
misfit-contact-not-own = That is somebody else's contact card. Please share your own, or type the number to call.
misfit-phone = That does not look like a phone number. Please give it with its area code, for example 138 0013 8000 or +86 21 6234 5678.
misfit-time = Please choose a time, or say in words when it suits you.
misfit-time-past = That time is over by now. Please choose another.
misfit-photos = Please send a photo, or tap Skip.
misfit-photos-enough = { $most } photos are enough, thank you.
misfit-button = That button is out of date. Please use the ones below.
misfit-review = Please check the summary: send it, change something, or cancel.
misfit-change = Please tap what you want to change.
misfit-cancel = Please tap Yes or No.
nothing-to-change = There is nothing to change yet.
nothing-before = This is the first question.
nothing-gathered = There is nothing to finish at this question.
choose-first = Please mark at least one.
cannot-skip = This one is needed.
toast-noted-already = Already noted.
toast-earlier-question = That button belongs to an earlier question. Here is the present one.
toast-form-over = That is finished already.
help-review = Check the summary. Send it if it is right; “Change something” lets you correct any answer.
help-change = Tap the answer you want to correct; everything else stays as it is.
help-cancel = Nothing is lost yet: “No, go on” takes you back to your question.

# Repair request
ask-repair-symptoms = What is wrong? Please tell me in your own words.
ask-repair-product = Which product is it?
ask-repair-fault = Which of these comes nearest to the fault?
ask-repair-urgency = How urgent is it?
ask-repair-place = Where is the product? Type the address or share your location.
ask-repair-door = Is there anything the technician needs to find the door: building, floor, flat?
ask-repair-name = How may we address you? For example “Ms Wang”.
ask-repair-phone = Which phone number can we reach you at? Only the technician who takes the job and our desk can see it.
ask-repair-time = When does a visit suit you?
ask-repair-photos = A photo often helps. Send one or more, or skip.
name-repair-symptoms = What is wrong
name-repair-product = Product
name-repair-fault = Fault
name-repair-urgency = Urgency
name-repair-place = Place
name-repair-door = Finding the door
name-repair-name = Name
name-repair-phone = Phone
name-repair-time = Time
name-repair-photos = Photos
help-repair-symptoms = Say what the product does or does not do, for example “the water heater gives no hot water and beeps”.
help-repair-product = Tap the product, or type its name or the model code on its label.
help-repair-fault = Tap the fault that comes nearest. If none fits, “None of these” keeps your own words.
help-repair-urgency = Urgent means danger, or that the product does not work at all. Urgent requests go first, day and night.
help-repair-place = The technician comes here. Type street, number and district, or share your location with the paper clip.
help-repair-door = For example “building 3, flat 502, ring twice”. Skip it if it is easy to find.
help-repair-name = We use it to greet you, nothing else.
help-repair-phone = Type it with its area code, or share your own contact. It is hidden from everyone but the technician who comes and our desk.
help-repair-time = Tap a time, or write when it suits you, for example “weekdays after 18:00”.
help-repair-photos = Up to ten photos: the fault, the label with the model, a display with an error code.
option-repair-urgency = { $option ->
    [normal] Normal
    [expedited] Soon, please
   *[urgent] Urgent: danger, or nothing works
 }
review-repair = Please check your request:
button-send-repair = ✓ Send the request
cancel-repair = Cancel this request? Your answers will be discarded.
cancelled-repair = Cancelled. Whenever you need us, just say what is wrong.

# Service record
ask-record-cause = What was the cause?
ask-record-solution = What did you do to solve it?
ask-record-parts = Which parts did you use? Names and quantities; skip if none.
ask-record-minutes = How many minutes did the work take?
ask-record-photos = Photos of the work? Send them, or skip.
name-record-cause = Cause
name-record-solution = Solution
name-record-parts = Parts
name-record-minutes = Minutes
name-record-photos = Photos
help-record-cause = The true cause as you found it, for example “heating element burnt through”.
help-record-solution = What was done, for example “replaced the heating element, tested for 20 minutes”.
help-record-parts = For example “heating element HE-20 ×1, seal ×2”.
help-record-minutes = Working time on site, in whole minutes. Tap or type.
help-record-photos = The repaired part, the old part, the reading after the test.
option-record-minutes = { $option } min
review-record = The service record:
button-send-record = ✓ File and finish the job
cancel-record = Cancel the service record? The job stays open.
cancelled-record = The job stays open; tap Finish on its card when you are ready.

# Objection and call-back
ask-objection-words = I am sorry for the trouble. What is still wrong?
name-objection-words = Still wrong
help-objection-words = Say it in your own words. The request goes on with a second visit; you get a new solution within 24 hours.
cancel-objection = Stop without answering? Your request then still waits for your answer.
cancelled-objection = All right. If something is still wrong, just tell us.
ask-callback-words = How did the call go?
name-callback-words = Result
help-callback-words = A sentence or two: what the customer said, and what was agreed.
cancel-callback = Stop without a result? The call-back stays with you.
cancelled-callback = The call-back stays with you.

# Survey, table 16-8
ask-survey-score = How satisfied were you with our service? 10 is completely satisfied, 1 not at all.
ask-survey-reasons = What kept you from being completely satisfied? Mark all that apply.
ask-survey-words = Please tell us in your own words.
name-survey-score = Score
name-survey-reasons = Reasons
name-survey-words = In your words
help-survey-score = 10–9 completely satisfied, 8–7 fairly, 6–5 so-so, 4–3 rather dissatisfied, 2–1 dissatisfied.
help-survey-reasons = Tap a reason to mark it, once more to clear it; then tap Done.
help-survey-words = A sentence is enough.
option-survey-score = { $option }
option-survey-reasons = { $option ->
    [A] A · The fault was not found
    [B] B · Found, but not wholly cleared
    [C] C · Delayed for lack of parts or tools
    [D] D · Poor manner
    [E] E · Not the work I asked for
    [F] F · The agreed time was not kept
    [G] G · Cost more than estimated
    [H] H · Staff asked for a tip
   *[I] I · Other, in my own words
 }
cancel-survey = Cancel the survey? What you have answered so far counts.
cancelled-survey = All right, we stop here. Thank you for what you told us.
survey-intro = Your request { $number } is done. Two short questions, if you like:
survey-reminder = A short reminder: how was our service for { $number }? One tap is enough.
survey-thanks = Thank you! That helps us.
survey-thanks-low = Thank you for being frank. Our supervisor will look into it and call you back.
# Repair request: its kind, more than one symptom, who writes
button-that-is-all = No, that is all
button-further = ➕ { $name }
misfit-further = Please tell me what else is wrong, or tap “{ button-that-is-all }”.
ask-repair-usage = Would you like to know how to use it, or is something wrong with it?
name-repair-usage = About
help-repair-usage = A question about use is answered by a specialist; nobody needs to come for it.
option-repair-usage = { $option ->
    [yes] How to use it
   *[no] Something is wrong
 }
ask-repair-kind = What kind of request is it?
name-repair-kind = Kind of request
help-repair-kind = It goes to the people who know about it. Choose what comes nearest.
option-repair-kind = { $option ->
    [hardware] Something is broken or worn
    [software] An app, a setting or a connection
    [equipment] Additional equipment
    [function] Another function
    [question] A question about its use
   *[other] Something else
 }
ask-repair-further = Is anything else wrong with it?
name-repair-further = Also wrong
help-repair-further = Say what else you have noticed, one thing a message, up to three. If there is nothing else, tap “{ button-that-is-all }”.
ask-repair-writer = For whom do you write?
name-repair-writer = Request
help-repair-writer = If you are a dealer, we ask for your customer as well.
option-repair-writer = { $option ->
    [self] For myself
    [organisation] For my organisation
   *[dealer] I am a dealer
 }
ask-repair-organisation = What is the name of your organisation?
name-repair-organisation = Organisation
help-repair-organisation = The company, shop, school or office that you write for.
ask-repair-client = Who is your customer? A name, or the name of the organisation.
name-repair-client = Your customer
help-repair-client = Whose product it is: the technician goes there.
ask-repair-clientphone = Which number can the technician call your customer at? Skip it if we should call you.
name-repair-clientphone = Your customer's phone
help-repair-clientphone = Type it with its area code, or send your customer's contact card. Only the technician who takes the job and our desk can see it.
ask-repair-tried = What have you tried already? Skip it if nothing.
name-repair-tried = Tried already
help-repair-tried = For example “reset it, changed the fuse”. It saves the technician from doing it again.
ask-repair-honorific = And how shall we address you?
name-repair-honorific = Form of address
help-repair-honorific = So that our technician greets you the right way.
option-repair-honorific = { $option ->
    [ms] Ms
    [mr] Mr
   *[none] Just the name
 }
