"""Buttons that are forged, old, tapped twice or somebody else's: the tap is answered, and nothing is lost."""

from locales import text
from tests.journeys.house import House
from tests.journeys.languages import IN_EACH_LANGUAGE

_FORGED = (
    "f:999999:place:far",
    "f:1:urgency:bogus",
    "f:1:nonsense:x",
    "f:1:review:send",
    "f:0:product:e99999999999999999999",
    "f:²:product:e1",
    "f:1:product:e²",
    "a:accept:1",
    "a:accept:99999999999999999999",
    "a:accept:²",
    "a:solved:1",
    "a:cancel-yes:1",
    "a:assign:1.1",
    "a:assign:1",
    "a:call-back:1",
    "a:take-call-back:1",
    "a:language:xx",
    "a:duty:on",
    "a:nothing:",
    "a",
    "::::",
    "\x00",
    "🔥" * 16,
)


async def test_a_forged_button_changes_nothing(house: House) -> None:
    mei = house.customer()
    await house.reaches(mei, "urgency")
    for data in _FORGED:
        await mei.taps_data(mei.last, data)
        await mei.sees_toast()
        await house.asked(mei, "urgency")
    assert not await house.tickets()
    await house.answers(mei, "urgency")
    await house.asked(mei, "place")


async def test_a_button_of_somebody_elses_conversation(house: House) -> None:
    mei, eve = house.customer(), house.customer("zh-hans")
    await house.reaches(mei, "urgency")
    await house.reaches(eve, "urgency")
    await eve.taps_data(eve.last, mei.last.buttons[0][0][1])
    await house.toasts(eve, "refusal-not-found-button")
    await house.asked_again(eve, "refusal-not-found-button", "urgency")
    assert text("en", "ask-repair-urgency") in mei.last.text


@IN_EACH_LANGUAGE
async def test_a_button_of_an_earlier_question(house: House, language_code: str) -> None:
    mei = house.customer(language_code)
    await house.reaches(mei, "urgency")
    await house.press(mei, ":product:none")
    await house.toasts(mei, "toast-earlier-question")
    await house.asked(mei, "urgency")


async def test_the_same_update_delivered_again_answers_nothing_later(house: House) -> None:
    mei = house.customer()
    await house.reaches(mei, "urgency")
    tap = await mei.taps_data(mei.last, mei.last.buttons[0][0][1])
    await house.asked(mei, "place")
    shown = len(mei.messages)
    house.api.redeliver(tap)
    await house.api.delivered()
    words = await mei.says("88 Nanjing Road")
    await house.asked(mei, "writer")
    house.api.redeliver(words)
    await house.api.delivered()
    await mei.says("/help")
    await house.asked_again(mei, "help-repair-writer", "writer")
    assert len(mei.messages) == shown + 2


async def test_two_taps_count_once(house: House) -> None:
    mei = house.customer()
    await house.reaches(mei, "urgency")
    message, data = mei.last, mei.last.buttons[2][0][1]
    await mei.taps_data(message, data)
    await mei.taps_data(message, data)
    await house.toasts(mei, "toast-noted-already")
    await mei.sees(text("en", "ask-repair-place"), anywhere=True)
    await house.answers(mei, "place")
    await house.asked(mei, "door")


async def test_two_taps_on_send_make_one_ticket(house: House) -> None:
    mei = house.customer()
    await house.reaches(mei, "photos")
    await house.answers(mei, "photos")
    review = await house.says(mei, "review-repair")
    await house.press(mei, ":review:send", review)
    await house.press(mei, ":review:send", review)
    await house.toasts(mei, "toast-form-over")
    await mei.sees("🧾", anywhere=True)
    assert len(await house.tickets()) == 1


async def test_two_taps_on_accept_take_the_job_once(house: House) -> None:
    bo, mei = await house.technician(), house.customer()
    number = await house.sends(mei)
    offer = await bo.sees("🔔", anywhere=True)
    await house.press(bo, "a:accept:", offer)
    await house.press(bo, "a:accept:", offer)
    await house.toasts(bo, "toast-accepted", number=number)
    told = text("en", "notice-accepted", {"number": number, "technician": "Bo"})
    await mei.sees(told)
    assert [message.text for message in mei.messages].count(told) == 1


async def test_a_stranger_cannot_accept_a_technicians_job(house: House) -> None:
    bo, mei, eve = await house.technician(), house.customer(), house.customer("zh-hant")
    await house.sends(mei)
    offer = await bo.sees("🔔", anywhere=True)
    await eve.start()
    await house.says(eve, "welcome-customer", company="Aftercare")
    await eve.taps_data(eve.last, offer.buttons[0][0][1])
    await house.toasts(eve, "refusal-not-allowed")
    await house.says(eve, "refusal-not-allowed")
    assert [ticket.status for ticket in await house.tickets()] == ["offered"]
    await house.press(bo, "a:accept:", offer)
    await bo.sees("accepted")
