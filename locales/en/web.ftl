# The web chat
web-title = { $company } · Service chat
web-write-here = Write a message
web-send = Send
web-attach-photo = Send a photo
web-share-place = Share your location
web-connecting = Connecting…
web-offline = No connection. Trying again…
web-place-denied = The location is not available. Please type the address.
web-too-large = That picture is larger than 10 MB. Please send a smaller one.
web-not-sent = Not sent yet
web-today = Today
web-new-messages = New messages
web-language = Language
web-text-too-long = That is { $length } characters; at most { $longest } can be sent at once. Please put it shorter.
web-frame-unreadable = That could not be read. Please try again.

# The demo page
demo-title = aftercare · a service day on three phones
demo-intro = Report a fault on the left, take the job in the middle, watch over it on the right. The clock is yours.
demo-customer = Customer
demo-technician = Technician
demo-supervisor = Supervisor
demo-ten-minutes-later = 10 minutes later
demo-an-hour-later = An hour later
demo-a-day-later = A day later
demo-now-is = It is now
demo-follow-offers = Show whoever has the job
demo-new-customer = New customer
demo-language = Language
