# The command line
cli-about = After-sales service in chat: faults reported to a bot, jobs worked on a phone, deadlines watched, customers asked.
cli-demo = try everything on this machine: three phones in the browser, no account, no token
cli-demo-play = play the whole story once through the web chat, print it, and exit
cli-demo-folder = the folder that holds the demo's data (a new one unless given)
cli-serve = run the product: chat, web chat, HTTP API and schedule in one process
cli-invite = print a one-time link by which somebody joins the staff
cli-invite-role = what the person will be
cli-invite-name = the person's name
cli-invite-skill = a skill, as the catalogue names it; several with commas, or given several times
cli-invite-at = where the technician starts from, in degrees: LATITUDE,LONGITUDE
cli-catalogue = import or export products and faults
cli-catalogue-import = take in a TOML or CSV file; what it names is added or changed, nothing is removed
cli-catalogue-export = write the catalogue as TOML
cli-file = the file
cli-tickets = list the tickets, newest first
cli-json = as JSON, one ticket a line
cli-api-key = manage keys of the HTTP API
cli-api-key-create = make a key and show it once
cli-api-key-name = what the key is for
cli-api-key-scope = read, write or supervise (the service standard); may be given several times
cli-migrate = bring the database to the present version and exit
cli-port = the port to listen on; 0 takes a free one
cli-demo-ready = The demo is at { $url } (data in { $folder }). Ctrl+C ends it.
cli-serving = Serving at { $url }; database { $database }; Telegram: { $telegram }.
cli-telegram-off = off, no token
cli-telegram-polling = long polling
cli-telegram-webhook = webhook
cli-invite-made = Invite for { $name } ({ $role }), good once, until { $until }:
cli-invite-telegram = Telegram: { $url }
cli-invite-web = Web chat: { $url }
cli-imported = Imported from { $file }: { $products } products, { $faults } faults, { $units } units.
cli-exported = Written to { $file }.
cli-standard = show, check or adopt the service standard: deadlines, calendars, who is told
cli-standard-show = print the standard in force as TOML
cli-standard-check = tell what is wrong with a file
cli-standard-apply = adopt a file for tickets that are opened from now on
cli-standard-good = { $file } is a good standard: { $rules } rules.
cli-standard-bad = { $file } is not a standard that can be adopted:
    { $faults }
cli-standard-adopted = Version { $version } is adopted. Tickets that are open keep theirs.
cli-standard-same = Nothing to adopt: version { $version } says the same.
cli-key-made = The key “{ $name }” ({ $scopes }); it is shown only this once:
cli-no-tickets = No tickets yet.
cli-migrated = The database is up to date.
cli-file-missing = There is no file { $file } that can be read.
cli-bad-setting = The setting { $setting } is { $seen }; expected { $expected }.
cli-missing-secret = The setting AFTERCARE_WEBHOOK_SECRET is missing; expected 1 to 256 of the characters A-Z a-z 0-9 _ -, because AFTERCARE_PUBLIC_URL is set.
cli-bad-database = The setting AFTERCARE_DATABASE_URL is { $seen }; expected a database that can be opened: { $why }
cli-bad-telegram = The setting AFTERCARE_TELEGRAM_TOKEN or AFTERCARE_TELEGRAM_API does not work; expected a Bot API that knows the token: { $why }
cli-bad-data-dir = The setting AFTERCARE_DATA_DIR is { $seen }; expected a folder that can be written to: { $why }
cli-port-taken = The settings AFTERCARE_HOST and AFTERCARE_PORT are { $port }; expected a free address of this machine: { $why }
cli-bad-place = The place is { $seen }; expected LATITUDE,LONGITUDE in degrees, such as 31.23,121.47.
cli-refused = That is not possible: { $detail }.

# The played story
play-step = [{ $number }] { $title }
play-missing = The step “{ $step }” did not happen: { $why }
play-over = The story is complete: ticket { $number }, survey { $survey }.
play-invite = A technician joins by a one-time invite
play-report = A customer reports a fault in their own words
play-edit = The customer reviews and edits one answer
play-ticket = The ticket is opened
play-decline = The first technician declines, the next is asked
play-accept = A technician accepts
play-late = Caught in traffic: the customer knows the new time
play-finish = Arrived, repaired, service record filed
play-object = The customer objects: second handling
play-second = The second visit clears the fault
play-confirm = The customer confirms
play-survey = Hours later: the survey
play-call-back = The low score opens a call-back
play-api = Everything is readable over the HTTP API
play-clock = (the clock moves on by { $by })

# What each setting expects
expected-database-url = an address that begins with sqlite:/// or postgresql://
expected-data-dir = a folder
expected-host = an address of this machine, such as 127.0.0.1
expected-port = a whole number from 0 to 65535
expected-telegram-token = a bot token such as 123456:ABC-DEF, as BotFather gives it
expected-telegram-api = an address that begins with http:// or https://
expected-public-url = an address that begins with http:// or https://
expected-webhook-secret = 1 to 256 of the characters A-Z a-z 0-9 _ -
expected-company = a name of 1 to 80 characters
expected-country = a country code of two capital letters, such as CN
expected-time-zone = a time zone name, such as Asia/Shanghai
expected-offer-timeout = a duration longer than nothing, such as 90s, 10m, 4h or 2d
expected-survey-after = a duration longer than nothing, such as 90s, 10m, 4h or 2d
expected-survey-reminder-after = a duration longer than nothing, such as 90s, 10m, 4h or 2d
expected-survey-lapses-after = a duration longer than nothing, such as 90s, 10m, 4h or 2d
expected-invite-expires-after = a duration longer than nothing, such as 90s, 10m, 4h or 2d
expected-quiet-from = an hour from 0 to 23
expected-quiet-until = an hour from 0 to 23
cli-chat = talk to the bot in this terminal
cli-chat-as = the name the chat is kept under
cli-chat-language = the language of the chat
cli-chat-hint = Type what you would say; the number before a button presses it, as it stands there (2, or !2 where a bare 2 would be an answer; !7.2 in message 7). !place 31.23,121.47, !contact +86…, !photo FILE send those things; !quit ends.
cli-chat-unreadable = That cannot be sent: { $line }
cli-forms = print the forms as a page with diagrams
forms-page-title = # The forms
forms-page-intro = Each conversation is a form. An arrow leads to every question that may come next; its label says when. This page is the output of `aftercare forms`.
cli-chat-record = write what you do into this file, as a transcript for the tests
expected-feedback-every = a duration longer than nothing, such as 90s, 10m, 4h or 2d
cli-staff = the staff: who there is, what they can do, when they work
cli-staff-list = list the staff with today's hours
cli-staff-show = print the whole team as TOML, as apply takes it
cli-staff-apply = take in a team from a TOML file; what it does not mention stays as it is
cli-staff-applied = Taken in from { $file }: { $members ->
    [one] one member
   *[other] { $members } members
 } of the staff.
cli-no-staff = No staff yet; aftercare invite makes the first link.
expected-currency = three capital letters such as CNY (ISO 4217)
cli-plan = plan a day's jobs anew, those that nobody has accepted yet: who does which, and when
cli-plan-day = the day to plan; tomorrow unless given
cli-plan-apply = after a yes, have the offers go out as planned
cli-plan-yes = with --apply: do not ask
cli-plan-no-solver = Planning a day needs the route solver: pip install 'aftercare[planning]'.
cli-plan-title = { $day }, jobs: { $jobs }
cli-plan-nothing = Nothing better was found; everything stays as it is.
cli-plan-nobody = nobody
cli-plan-no-place = (no place found; stays as it is)
cli-plan-driving = On the road, minutes in all: { $before } → { $after }
cli-plan-open = Jobs without a technician: { $before } → { $after }
cli-plan-late = Jobs later than promised or due: { $before } → { $after }
cli-plan-only-shown = Nothing was changed. With --apply { $jobs ->
    [one] one job is
   *[other] { $jobs } jobs are
 } offered anew.
cli-plan-ask = Offer { $jobs ->
    [one] one job
   *[other] { $jobs } jobs
 } anew, as shown? [y/N]{" "}
cli-plan-left = Nothing was changed.
cli-plan-changed = { $number } has changed meanwhile and stays as it is.
cli-plan-done = { $jobs ->
    [one] One job was
   *[other] { $jobs } jobs were
 } offered as planned.
