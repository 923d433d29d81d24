# Remote help
button-remote = 💬 Try by chat first
button-visit-needed = 🚗 A visit is needed
button-remote-yes = Yes, let us try
button-remote-no = No, please come
remote-consent = 💬 { $technician } would first like to try to solve { $number } with you by chat, before anyone travels. What you write to each other is kept with your request. Is that all right?
remote-answered = { $number }: { $state ->
    [agreed] you agreed to remote help. Just write here: your words and photos go to the technician.
    [refused] you would rather have a visit.
   *[other] remote help is no longer asked for.
 }
notice-remote-agreed = The customer agrees to remote help for { $number }. Just write here what to try.
notice-remote-refused = The customer would rather have a visit for { $number }.
notice-visit-needed = It cannot be solved from afar: { $technician } will come to you. ({ $number })
toast-remote-asked = The customer is being asked.
toast-remote-agreed = Thank you. { $number } goes on by chat.
toast-remote-refused = All right, somebody comes.
toast-visit-needed = Noted: a visit is needed.

# Plan and price
button-propose = 📝 Plan and price
button-proposal-yes = ✓ Agreed
button-proposal-no = ✕ Not agreed
proposal-head = 📝 { $number }: what your technician proposes
proposal-cause = Cause: { $cause }
proposal-plan = Plan: { $plan }
proposal-price = Price: { $price }
proposal-free = Price: nothing to pay
proposal-state = { $state ->
    [asked] Do you agree?
    [agreed] You agreed.
   *[refused] You did not agree.
 }
card-plan = { $state ->
    [asked] The customer has not answered yet.
    [agreed] ✓ The customer agrees.
   *[refused] ✕ The customer does not agree: nothing may be charged.
 }
notice-proposal-agreed = ✓ The customer agrees to the plan for { $number }.
notice-proposal-refused = ✕ The customer does not agree to the plan for { $number }.
solved-charge = To pay, as agreed: { $price }
refusal-wrong-move-charge = The customer has not agreed to that much. Charge at most what was agreed, or put a plan with its price to them first.
refusal-too-late-helper = { $name } helps with { $number } already.
refusal-too-late-proposal = That plan was answered already, or the work is over.
toast-proposal-agreed = Thank you, noted.
toast-proposal-refused = Noted. Nothing is done without your yes.

# What stops a job
button-parts = 🔩 Parts needed
button-parts-here = 🔩 Parts are here
button-help-wanted = 🙋 Need help
button-no-access = 🚪 Nobody at home
button-hand-back = ↩ Give the job back
button-late = ⏰ Running late
button-late-by = { $minutes } min
late-which = How long until you are there?
toast-late = The customer knows.
hand-back-why = Give { $number } back? Why?
reason-why = { $reason ->
    [busy] No time
    [far] Too far away
    [skill] Not my field
    [parts] Parts or tools missing
    [ill] Ill
   *[other] Another reason
 }
toast-handed-back = { $number } goes to somebody else.
decline-why = Why not { $number }? One tap helps us to plan.
toast-decline-reason = Thank you.
toast-parts-here = The job goes on.
notice-waiting-parts = { $number } waits for parts: { $parts }. { $technician } comes back as soon as they are here; you need not do anything.
notice-parts-needed = 🔩 { $technician } needs parts for { $number }: { $parts }
notice-parts-here = The parts for { $number } have arrived. Your technician comes back to you.
notice-parts-here-job = 🔩 The parts for { $number } are here.
notice-no-access = 🚪 { $technician } was at your door for { $number } and nobody opened. When may we come again? Tap “Change the time”.
notice-no-access-reminder = { $number }: our technician found nobody at home. When may we come again?
notice-handed-back = A small change for { $number }: we are arranging another technician for you.
notice-handed-back-desk = ↩ { $technician } has given { $number } back: { $reason }
notice-late = ⏰ { $technician } will be with you at about { $expected_at }. ({ $number })
card-expected = Expected: { $at }
help-wanted = 🙋 { $name } needs help with { $number }: “{ $words }”
help-given = 🙋 { $number }: { $name } helps.
help-over = 🙋 { $number }: help is no longer needed.
button-give-help = I can help
notice-help-wanted-desk = 🙋 { $technician } needs help with { $number }, and no colleague with the skill is on duty: “{ $words }”
notice-help-comes = 🙋 { $name } helps you with { $number }.
help-asked = { $count ->
    [0] Nobody with the skill is on duty; the supervisors are told.
    [one] One colleague is asked.
   *[other] { $count } colleagues are asked.
 }
toast-help-given = Thank you. Your colleague knows.
arrive-far = You are about { $km } km from the address of { $number }. Have you arrived?
button-arrive-far = 📍 Yes, I am there

# Asked and not answered
notice-solved-reminder = { $number } is done, and we still wait for your word: is it solved?
notice-closed-unanswered = We did not hear from you, so { $number } is closed for now. If anything is wrong, tap below or just write.
notice-closed-no-access = We could not find a time with you, so { $number } is closed for now. If you still need us, tap below or just write.
button-still-needed = I still need somebody

# Forms of the technician
ask-parts-words = Which parts are missing? The job waits for them and the customer is told.
name-parts-words = Parts
help-parts-words = Names and quantities, for example “drain pump DP-20 ×1”. The clocks pause until you say that they are here.
cancel-parts = Stop? The job does not wait for parts then.
cancelled-parts = All right, the job goes on as it was.
ask-assist-words = What do you need help with?
name-assist-words = Help with
help-assist-words = One or two sentences; colleagues with the skill on duty see them at once.
cancel-assist = Stop without asking anybody?
cancelled-assist = All right, nobody is asked.
ask-noaccess-photos = A photo of the door or the bell, please: it shows that you were there.
name-noaccess-photos = Photo
help-noaccess-photos = Send at least one photo, then tap Done. The customer is asked for another time.
cancel-noaccess = Stop? The job stays as it is.
cancelled-noaccess = All right, the job stays as it was.
ask-proposal-cause = What is the cause?
name-proposal-cause = Cause
help-proposal-cause = The true cause as you found it.
ask-proposal-plan = What do you propose to do?
name-proposal-plan = Plan
help-proposal-plan = What will be done and how long it takes; the customer reads it.
ask-proposal-price = What will the customer pay, in all?
name-proposal-price = Price
help-proposal-price = The whole amount for work, parts and travel, in whole units. Nothing when the warranty covers it.
option-proposal-price = { $option }
review-proposal = The customer will read:
button-send-proposal = ✓ Put it to the customer
cancel-proposal = Stop? Nothing is put to the customer.
cancelled-proposal = All right, nothing was sent.
parts-noted = { $number } waits for parts. The customer knows.
noaccess-noted = Noted. The customer is asked for another time for { $number }.
proposal-sent = The customer is asked to agree to { $number }.

# What remains, and the day
ask-record-work = What kind of work was it?
name-record-work = Kind of work
help-record-work = The kind counts for your daily report.
option-record-work = { $option ->
    [repair] Repair
    [replace] Replacement
    [adjust] Adjustment
    [clean] Cleaning
    [software] Software
    [install] Installation
    [guidance] Guidance
   *[inspect] Inspection
 }
kind-of-work = { $kind ->
    [repair] Repair
    [replace] Replacement
    [adjust] Adjustment
    [clean] Cleaning
    [software] Software
    [install] Installation
    [guidance] Guidance
    [inspect] Inspection
    [travel] Travel
   *[unfinished] Not finished
 }
ask-record-charge = What does the customer pay? Only what they agreed to.
name-record-charge = Charge
help-record-charge = In whole units, 0 when nothing is to be paid. More than the agreed price is not accepted.
option-record-charge = { $option }
ask-record-rest = Does anything remain to be done? Say what, or skip.
name-record-rest = Still to do
help-record-rest = A sentence or two; it opens a job of its own.
follow-on-opened = A follow-on job is opened: { $number }.
notice-follow-on = There is something left to do after { $follows }: “{ $words }”. { $technician } has opened { $number } for it.
daily-head = 🗒 Your day, { $day } · { $state ->
    [sent] sent
   *[draft] please check and send
 }
daily-kind = { $work }: { $jobs ->
    [one] 1 job
   *[other] { $jobs } jobs
 }, { $minutes } min
daily-total = In all: { $hours } h { $minutes } min (what overlaps counts once)
button-daily-send = ✓ Send
button-daily-correct = ✎ Correct
toast-daily-sent = Sent. Have a good evening!
daily-summary-head = 🗒 The day, { $day }: { $sent ->
    [one] 1 report
   *[other] { $sent } reports
 }
daily-missing = Still missing: { $names }
ask-daily-minutes = How many minutes did you work in all?
name-daily-minutes = Minutes
help-daily-minutes = All of your working time that day, travel included, in whole minutes.
ask-daily-note = Anything to add? Skip if not.
name-daily-note = Note
help-daily-note = The supervisor reads it with the report.
cancel-daily = Stop? The report stays as drafted.
cancelled-daily = All right, the report stays as it was.

# The supervisor's view of a ticket
file-ranking = Why, as last ranked:

# Questions about use
button-answer = 💬 Answer
button-answered-yes = ✓ Yes, thank you
button-answered-no = ✕ Not yet
ask-guidance-solution = What did you tell the customer, in short?
name-guidance-solution = Answer
help-guidance-solution = A sentence or two; it is kept with the request and the customer is asked whether it helps.
cancel-guidance = Stop? The question stays open.
cancelled-guidance = All right, the question stays open.
guidance-filed = The answer to { $number } is filed. The customer is asked whether it helps.
notice-accepted-question = { $technician } will answer your question { $number } here in the chat.
notice-solved-question = { $technician } has answered { $number }: “{ $solution }”
    Does that answer your question?
notice-solved-reminder-question = { $number }: does our answer help you? We still wait for your word.
notice-confirmed-thanks-question = Thank you. If anything else is unclear, just write to us.
notice-closed-unanswered-question = We did not hear from you, so your question { $number } is closed for now. If it is still open, tap below or just write.
