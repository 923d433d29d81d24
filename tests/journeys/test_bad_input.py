"""Whatever people say or send, they get a clear answer in their language and the present question again."""

from backend.people.rules import StaffRole
from locales import text
from tests.botapi import User
from tests.journeys.house import QUESTIONS, House, language_of
from tests.journeys.languages import IN_EACH_LANGUAGE
from tests.journeys.pictures import photo

AWKWARD = "<b>&amp; _*[x](y)~`>#+-=|{}.!\\ </b> 👩‍🔧🇨🇳 𠮷野家 %s {0} ${x} ‮abc‬ ''\"--;"


FAR = (39.9042, 116.4074)


async def _injected(house: House, who: User, words: str) -> None:
    """Words that no phone would send."""
    chat = who.chat.json()
    body = {"message_id": 99, "date": 0, "chat": chat, "from": who.person.json(), "text": words}
    who.acted = who.world.happened()
    house.api.inject({"message": body})


@IN_EACH_LANGUAGE
async def test_ten_thousand_characters_are_refused_and_nothing_is_lost(house: House, language_code: str) -> None:
    mei = house.customer(language_code)
    await house.reaches(mei, "door")
    await _injected(house, mei, "热" * 10_000)
    await house.asked_again(mei, "misfit-too-long", "door", length=10_000, longest=200)
    await house.answers(mei, "door")
    await house.asked(mei, "writer")


async def test_a_fault_told_at_too_great_length_is_asked_for_in_short(house: House) -> None:
    mei = house.customer("zh-hant")
    await mei.start()
    await house.says(mei, "welcome-customer", company="Aftercare")
    for length in (1001, 4096, 10_000):
        await _injected(house, mei, "漏" * length)
        await house.asked_again(mei, "misfit-too-long", "symptoms", length=length, longest=1000)
    await house.answers(mei, "symptoms")
    await house.asked(mei, "product")


async def test_nothing_but_space_is_no_answer(house: House) -> None:
    mei = house.customer("zh-hans")
    await house.reaches(mei, "name")
    for words in ("   ", "\n\t\n", "　"):
        await _injected(house, mei, words)
        await house.asked_again(mei, "misfit-empty", "name")


async def test_what_nobody_can_see_is_no_answer(house: House) -> None:
    mei = house.customer()
    await house.reaches(mei, "name")
    for words in ("\u200b", "\u2060\ufeff", "⠀", "\u3164", "\u202e"):
        await mei.says(words)
        await house.asked_again(mei, "misfit-empty", "name")


async def test_signs_alone_are_the_customers_own_words(house: House) -> None:
    mei = house.customer()
    await house.reaches(mei, "door")
    for words in ("🔥", "?", "。。。", "…", "𠮷"):
        await mei.says(words)
        await house.asked(mei, "writer")
        await mei.says("/back")
        await mei.sees(text("en", "answer-now", {"answer": words}))


async def test_signs_and_emoji_come_back_as_they_were_everywhere(house: House) -> None:
    chief, bo, mei = await house.supervisor(), await house.technician(), house.customer()
    await mei.says(f"The water heater gives no hot water {AWKWARD}")
    await house.asked(mei, "product")
    await house.press(mei, ":product:e")
    await house.asked(mei, "fault")
    for question, following in (("fault", "further"), ("further", "urgency"), ("urgency", "place"), ("place", "door")):
        await house.answers(mei, question)
        await house.asked(mei, following)
    await mei.says(AWKWARD)
    await house.asked(mei, "writer")
    await house.answers(mei, "writer")
    await house.asked(mei, "name")
    await mei.says(f"Ms Wang {AWKWARD[:40]}")
    await house.asked(mei, "phone")
    await house.answers(mei, "phone")
    await house.asked(mei, "bought")
    await house.answers(mei, "bought")
    await house.asked(mei, "time")
    await mei.says(AWKWARD)
    await house.asked(mei, "photos")
    await house.press(mei, ":photos:~skip")
    review = await house.says(mei, "review-repair")
    assert review.text.count(AWKWARD) == 3
    await house.press(mei, ":review:send")
    await mei.sees(AWKWARD)
    offer = await bo.sees("🔔", anywhere=True)
    assert AWKWARD in offer.text
    await house.press(bo, "a:accept:")
    await bo.sees(f"Address: {AWKWARD}")
    await house.press(bo, "a:depart:")
    await bo.sees("on the way")
    await house.press(bo, "a:arrive:")
    await bo.sees("on site")
    await house.press(bo, "a:finish:")
    for words in (AWKWARD, AWKWARD, "repair", AWKWARD, "0", "skip", "skip"):
        await bo.says(words)
    await house.says(bo, "review-record")
    await bo.says("yes")
    asked = await mei.sees("Is it solved?", anywhere=True)
    assert asked.text.count(AWKWARD) == 3
    await house.press(mei, "a:unsolved:")
    await house.says(mei, "ask-objection-words")
    await mei.says(AWKWARD)
    await chief.sees(f"“{AWKWARD}”", anywhere=True)


@IN_EACH_LANGUAGE
async def test_a_photo_where_words_are_due_is_kept_and_the_question_put_again(house: House, language_code: str) -> None:
    mei = house.customer(language_code)
    await house.reaches(mei, "name")
    await mei.sends_photo(photo())
    await house.asked_again(mei, "kept-photos", "name")
    for question, following in (("name", "phone"), ("phone", "bought"), ("bought", "time")):
        await house.answers(mei, question)
        await house.asked(mei, following)
    await house.press(mei, ":time:soon")
    review = await house.says(mei, "review-repair")
    assert text(language_of(mei), "answer-photos", {"count": 1}) in review.text


@IN_EACH_LANGUAGE
async def test_words_where_a_photo_is_due(house: House, language_code: str) -> None:
    mei = house.customer(language_code)
    await house.reaches(mei, "photos")
    await mei.says("here you are")
    await house.asked_again(mei, "misfit-photos", "photos")


async def test_a_picture_that_is_none(house: House) -> None:
    mei = house.customer()
    await house.reaches(mei, "photos")
    update = await mei.sends_photo(photo())
    await house.says(mei, "photos-so-far", count=1)
    broken = {**update.body, "photo": [{"file_id": "gone", "file_unique_id": "g", "width": 9, "height": 9}]}
    mei.acted = mei.world.happened()
    house.api.inject({"message": broken})
    await house.asked_again(mei, "photo-lost", "photos")


@IN_EACH_LANGUAGE
async def test_somebody_elses_contact_card(house: House, language_code: str) -> None:
    mei = house.customer(language_code)
    await house.reaches(mei, "phone")
    await mei.shares_contact("8613911112222", own=False)
    await house.asked_again(mei, "misfit-contact-not-own", "phone")
    await house.answers(mei, "phone")
    await house.asked(mei, "bought")


async def test_a_number_that_is_none(house: House) -> None:
    mei = house.customer("zh-hans")
    await house.reaches(mei, "phone")
    await mei.says("12345")
    await house.asked_again(mei, "misfit-phone", "phone")


async def test_a_place_far_away_is_asked_about_once_and_can_be_confirmed(house: House) -> None:
    await house.technician()
    mei = house.customer("zh-hant")
    await house.reaches(mei, "place")
    await mei.shares_location(*FAR)
    await house.asked_again(mei, "misfit-far", "place")
    await house.press(mei, ":place:far")
    await house.asked(mei, "door")


async def test_a_place_far_away_can_be_put_right(house: House) -> None:
    await house.technician()
    mei = house.customer()
    await house.reaches(mei, "place")
    await mei.shares_location(*FAR)
    await house.asked_again(mei, "misfit-far", "place")
    await house.answers(mei, "place")
    await house.asked(mei, "door")


@IN_EACH_LANGUAGE
async def test_a_sticker(house: House, language_code: str) -> None:
    mei = house.customer(language_code)
    await mei.sends_sticker()
    await house.says(mei, "nothing-asked-customer")
    await house.reaches(mei, "name")
    await mei.sends_sticker()
    await house.asked_again(mei, "misfit-text", "name")


async def test_a_sticker_at_each_kind_of_question(house: House) -> None:
    mei = house.customer("zh-hant")
    fault = ("text", "lookup", "lookup", "further", "choice")
    misfits = (*fault, "place", "text", "choice", "text", "contact", "date", "time", "photos")
    await mei.says("/report")
    for question, misfit in zip(QUESTIONS, misfits, strict=True):
        await house.asked(mei, question)
        await mei.sends_sticker()
        await house.asked_again(mei, f"misfit-{misfit}", question)
        await house.answers(mei, question)
    await house.says(mei, "review-repair")
    await mei.sends_sticker()
    await house.says(mei, "misfit-review")


async def test_a_name_full_of_signs_is_greeted(house: House) -> None:
    odd = house.api.user("<b>&_*[`", language_code="en")
    await odd.start(await house.invite(StaffRole.SUPERVISOR, AWKWARD))
    await house.says(odd, "joined-supervisor", name=AWKWARD)
