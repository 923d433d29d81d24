# Greeting and help
welcome-customer = Welcome to { $company } after-sales service. Tell me what is wrong, and I will send a technician who can fix it.
welcome-technician = Hello { $name }. New jobs come to you here.
welcome-supervisor = Hello { $name }. What nobody else can solve comes to you here.
welcome-manager = Hello { $name }. What the supervisors let slip comes to you here.
welcome-back = Welcome back to { $company }. We were in the middle of this:
help-customer = Say what is wrong in your own words and I will ask the rest. At any question: /back, /edit, /cancel, /help, /language, /status. /person calls somebody from our desk; /stop ends surveys.
help-technician = Offers come as cards: accept, then tap each step as you go. /status shows your jobs, /language changes the language.
help-supervisor = Jobs that nobody took and call-backs come as cards. /status shows what is open, /language changes the language.
help-manager = Deadlines that were missed by far come to you. /status shows what is open, /language changes the language.
nothing-asked-customer = I did not quite get that. Tell me what is wrong in your own words, or choose:
nothing-asked-technician = No question is open. Your jobs are on their cards:
nothing-asked-supervisor = No question is open. Choose:
nothing-asked-manager = No question is open. Choose:
nothing-open = There is nothing in progress here.
command-unknown = I do not know { $command }. /help shows what I understand.
finish-this-first = Let us finish this first; then open the link again.
serial-known = I know this product: { $serial }.
serial-unknown = I do not know the serial number { $serial } yet; I keep it with your request.
joined-technician = Welcome aboard, { $name }. You are on duty; jobs come to you here.
joined-supervisor = Welcome aboard, { $name }. You now see what nobody else can solve.
joined-manager = Welcome aboard, { $name }. You now hear of what the supervisors let slip.
place-noted = Your place is noted; jobs near you come first.
photo-lost = That picture could not be read. Please send it once more, as a photo.
our-fault = Something went wrong on our side with your last message. Please send it again; nothing else was lost.
group-private = I cannot discuss personal details in a group. Please write to me in a private chat.
person-called = Somebody from our desk has been told and will write to you here or call you.
privacy = { $company } keeps your request, your contact and your answers to serve you, for three years at the least. Your full number and address are shown only to the technician who holds your job and to our desk, and every look of theirs is recorded. /stop ends surveys.
opted-out = You will get no more surveys. News of your own requests still reaches you.
button-report = 🔧 Report a fault
button-status = My requests
button-status-technician = My jobs
button-status-supervisor = What is open
button-status-manager = What is open
button-duty-on = Go on duty
button-duty-off = Go off duty
button-language = 🌐 Language
language-which = Which language?
language-en = English
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-set = We go on in English.
duty-on = You are on duty.
duty-off = You are off duty; no new jobs come to you.
sent-again = (Sent again: the first time may have been lost.)

# Status
status = { $count ->
    [0] You have no open request.
   *[other] Your open requests:
 }
status-technician = { $count ->
    [0] You have no job in hand.
   *[other] Your jobs:
 }
status-supervisor = Jobs without a technician: { $unassigned }. Call-backs waiting: { $waiting }. Complaints that nobody has in hand: { $complaints }. Returns to be collected: { $returns }. Unknown words: { $unknown }.
button-ticket = { $number } · { $status ->
    [graded] being arranged
    [offered] being arranged
    [unassigned] no technician yet
    [accepted] accepted
    [en-route] on the way
    [arrived] on site
    [awaiting-confirmation] waiting for the customer
    [objected] second handling
    [confirmed] done
    [cancelled] cancelled
   *[other] in hand
 }
button-call-back = Call-back no. { $id }

# Refusals
refusal-refused = That cannot be done now.
refusal-not-found = I cannot find that.
refusal-not-found-invite = I do not know this invite. Please ask for a new one.
refusal-not-found-ticket = I cannot find a request { $number } of yours. Please check the number.
refusal-not-found-button = That button is not for this chat, or no longer works.
refusal-not-allowed = That is for somebody else to decide.
refusal-invalid = That value is not allowed.
refusal-wrong-move = { $number } has moved on; that step is no longer possible.
refusal-too-late = That is no longer possible.
refusal-too-late-invite-used = This invite was used already. Please ask for a new one.
refusal-too-late-invite-expired = This invite has expired. Please ask for a new one.
refusal-too-late-offer = This offer of { $number } is no longer open.
refusal-too-late-offer-taken = { $name } was faster and has { $number }.
refusal-too-late-assigned = { $number } has been given to somebody by now.
refusal-too-late-call-back = Somebody else has taken this call-back.
refusal-too-late-survey = This survey is closed. Thank you all the same.
refusal-no-key = That needs an API key.

# Telegram's menu of commands
command-report = Report a fault
command-status = Where my requests stand
command-back = Back to the question before
command-edit = Change an answer
command-cancel = Cancel what is in progress
command-help = What can I do here?
command-language = Choose the language
command-person = Talk to a person
command-privacy = What happens to my data
command-stop = No more surveys
thanks-reply = You are welcome. If something else is wrong, just tell me.
command-complaint = Make a complaint
command-return = Return or exchange goods
refusal-not-ready = We are not ready yet; please try again in a moment.
status-today = Today: { $done } done, { $left } in hand.
