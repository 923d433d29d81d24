# The customer's card
card-number = 🧾 Request { $number }
card-status-customer = { $status ->
    [received] Received
    [graded] We are looking for a technician
    [offered] We are asking a technician
    [unassigned] Our supervisor is finding a technician
    [accepted] A technician has taken it
    [en-route] The technician is on the way
    [arrived] The technician is on site
    [diagnosed] The cause is found
    [repaired] The work is done
    [awaiting-confirmation] Done: please tell us whether it is solved
    [objected] Second handling: we are arranging a new visit
    [confirmed] Solved and confirmed. Thank you!
    [remote] A technician is helping you by chat
    [waiting-parts] Waiting for parts
    [no-access] Nobody was at home: please give us another time
    [unanswered] Closed without your answer
   *[cancelled] Cancelled
 }
card-status-question = { $status ->
    [accepted] A colleague has taken it and will answer you here
    [remote] A colleague is answering you in this chat
    [awaiting-confirmation] Answered: please tell us whether that helps
    [objected] We are looking into it again
   *[confirmed] Answered. Thank you!
 }
card-product = Product: { $name }
card-fault = Fault: { $name }
card-symptoms = In the customer's words: { $words }
card-objection = The customer objects: { $words }
card-urgency = Urgency: { $urgency ->
    [normal] normal
    [expedited] expedited
   *[urgent] URGENT
 }
card-suits = Time: { $time }
card-technician = Technician: { $name }
card-due = { $clock }: by { $due }
card-waits = { $reason ->
    [customer] Waiting for the customer
    [parts] Waiting for parts
    [supplier] Waiting for the supplier
   *[other] Waiting: { $reason }
 }
card-contact = Customer: { $name }, { $phone }
card-address = Address: { $address }
card-map = Navigate: https://www.google.com/maps/dir/?api=1&destination={ $latitude },{ $longitude }
clock = { $clock ->
    [first-contact] First contact
    [arranged] Technician arranged
    [answer] Answer
    [arrival] On site
    [plan] Plan
    [solution] Solution
    [cleared] Fault cleared
    [reply] Word from us
    [supplier] Supplier contacted
    [assessment] Quality assessment
    [collection] Collection
    [complaint] Complaint
    [complaint-quality] Complaint: quality
    [complaint-production] Complaint: production
    [complaint-development] Complaint: development
    [complaint-sales] Complaint: sales
    [complaint-service] Complaint: after-sales
   *[second-solution] New solution
 }
button-cancel-ticket = Cancel this request
button-cancel-ticket-yes = Yes, cancel it
button-cancel-ticket-no = No, keep it
cancel-ticket = Cancel request { $number }?
ticket-cancelled = Request { $number } is cancelled.

# The technician's card
job-offer = 🔔 { $round ->
    [1] New job { $number }.
   *[other] Second handling of { $number }.
 } Please answer by { $until }.
job-held = 🔧 Job { $number } · { $status ->
    [accepted] accepted
    [en-route] on the way
    [arrived] on site
    [remote] remote help
    [diagnosed] cause found
    [waiting-parts] waiting for parts
    [no-access] nobody at home
   *[other] finishing
 }
job-over = Job { $number } · { $state ->
    [awaiting-confirmation] finished, waiting for the customer
    [confirmed] confirmed by the customer. Well done!
    [objected] the customer objects: second handling
    [offered] second handling is being arranged
    [unassigned] second handling is being arranged
    [cancelled] cancelled by the customer
    [declined] declined
    [expired] the offer has expired
    [withdrawn] the offer was withdrawn
    [accepted] accepted
    [unanswered] closed: the customer did not answer
   *[gone] no longer with you
 }
job-taken = Job { $number } · { $name } was faster and has it
job-photo = Photo from the customer, { $number }
button-accept = ✓ Accept
button-decline = ✕ Decline
button-depart = 🚗 On my way
button-arrive = 📍 Arrived
button-finish = ✓ Finish
toast-accepted = { $number } is yours.
toast-declined = Declined; the next one is asked.
toast-departed = The customer knows you are coming.
toast-arrived = Arrival noted.
toast-thanks = Thank you!
toast-assigned = Offered to { $name }.
toast-call-back-taken = It is yours.
record-filed = The service record of { $number } is filed. The customer is asked to confirm.
objection-taken = Thank you for telling us. { $number } goes into second handling: you will have a new solution within 24 hours.

# Is it solved?
button-solved = ✓ Yes, solved
button-unsolved = ✕ No, not yet
solved-answered = { $number }: { $answer ->
    [solved] you confirmed that it is solved.
    [unanswered] we did not hear from you.
   *[unsolved] you told us that it is not solved.
 }
question-answered = { $number }: { $answer ->
    [solved] you told us that your question is answered.
    [unanswered] we did not hear from you.
   *[unsolved] you told us that your question is still open.
 }

# The supervisor's cards
unassigned = ⚠ Nobody has taken { $number }. { $status ->
    [unassigned] Please choose somebody.
   *[other] It has been offered since.
 }
ranked-line = { $name }: { $why }
reason = { $code ->
    [has-skill] has the skill ({ $figure })
    [no-skill] no skill for it ({ $figure })
    [off-duty] off duty
    [full] has { $figure } jobs already
    [asked-already] was asked already
    [distance] { $figure } km away
    [distance-unknown] distance unknown
    [load] jobs in hand: { $figure }
    [low-level] skill not at the level asked for ({ $figure })
    [no-tool] lacks a tool ({ $figure })
    [no-part] part not in the van ({ $figure })
    [on-leave] on leave
    [off-shift] off shift
    [late] { $figure } min after the deadline
    [late-for] would be { $figure } min late for another visit
    [too-late] would arrive { $figure } min too late
    [home-late] the day would end { $figure } min late
    [added] { $figure } min more driving
    [makes-room] another open offer makes room
   *[familiar] knows the customer
 }
button-assign = Offer to { $name }
call-back-head = ☎ Call-back for { $number } · { $state ->
    [open] open
    [taken] taken
   *[closed] done
 }
call-back-customer = Customer: { $name }, { $phone }
call-back-score = Score: { $score }
call-back-words = “{ $words }”
call-back-taken = With: { $name }
call-back-filed = Filed. Thank you.
button-take-call-back = I will call
button-show-contact = Show the number
call-back-contact = { $name }: { $phone }
button-close-call-back = Called: file the result

# Notices
notice-accepted = { $technician } has taken your request { $number } and will come to you.
notice-en-route = { $technician } is on the way to you. ({ $number })
notice-arrived = { $technician } has arrived. ({ $number })
notice-solved = { $technician } has finished { $number }.
    Cause: { $cause }
    Solution: { $solution }
    { $parts ->
        [none] No parts were needed.
       *[other] Parts: { $parts }
    }
    Is it solved?
notice-confirmed = The customer has confirmed { $number }. Well done!
notice-confirmed-thanks = Thank you for confirming { $number }. If it comes back, just write to us.
notice-objection = ⚠ The customer objects to { $number }: “{ $words }”. A new solution is due within 24 hours.
notice-objected = The customer says { $number } is not solved: “{ $words }”
notice-job-cancelled = The customer has cancelled { $number }.
alarms = { $count } deadlines need you:
alarm = { $stage ->
    [near] ⏳ { $number }: “{ $clock }” is due { $due }, { $percent } % of the time is gone.
    [missed] ❗ { $number }: “{ $clock }” was due { $due }.
   *[over] ‼ { $number }: “{ $clock }” was due { $due } and still is not done ({ $percent } % of the time).
 }
alarms-more = and { $count } more
notice-undelivered = ⚠ A message ({ $kind }) could not be delivered to { $name }: { $why }
notice-due-work-failed = ⚠ Planned work { $key } has failed for good: { $error }
card-further = Also: { $name }
card-tried = Tried already: { $words }
card-kind = Kind: { $kind ->
    [software] software, setting or connection
    [equipment] additional equipment
    [function] another function
    [question] a question about use: please answer it by message or phone
   *[other] other
 }
card-organisation = Customer: { $organisation } ({ $name }, { $phone })
card-dealer = Dealer: { $organisation } ({ $name }, { $phone })
card-client = Customer: { $name } (please call the dealer)
addressed = { $honorific ->
    [ms] Ms { $name }
   *[mr] Mr { $name }
 }
button-reopen = Ask to open it again
button-reopen-yes = Yes, please
button-reopen-no = No
call-back-reopening = Asked to open the job again: { $answer ->
    [yes] yes
    [no] no
   *[asked] no answer yet
 }
reopen-asked = We are sorry that { $number } is not wholly solved. Shall somebody come again?
reopen-answered = { $number }: { $answer ->
    [yes] somebody will come again. We are looking for a technician.
   *[no] thank you. It stays closed.
 }
toast-reopen-asked = The customer is asked.
refusal-too-late-reopen = That was answered already, or the request is open.
skill = { $skill ->
    [cooling] cooling
    [electrical] electrical work
    [electronics] electronics
    [gas] gas
    [heating] heating
    [kitchen] kitchen appliances
    [locks] locks
    [washing] washing machines
    [water] water
   *[other] { $skill }
 }
