"""Commands out of place, invites that are no good, and groups."""

from datetime import timedelta

from backend.people.rules import StaffRole
from locales import text
from tests.journeys.house import House
from tests.journeys.languages import IN_EACH_LANGUAGE
from tests.journeys.pictures import photo


@IN_EACH_LANGUAGE
async def test_an_unknown_command_in_the_middle_of_a_form(house: House, language_code: str) -> None:
    mei = house.customer(language_code)
    await house.reaches(mei, "name")
    await mei.says("/frobnicate now")
    await house.asked_again(mei, "command-unknown", "name", command="/frobnicate")


async def test_a_command_in_the_middle_of_a_form_keeps_the_answers(house: House) -> None:
    mei = house.customer("zh-hans")
    await house.reaches(mei, "name")
    for command in ("/status", "/help", "/start", "/menu", "/report", "/person", "/privacy", "/stop"):
        await mei.says(command)
        await house.asked(mei, "name")
    await mei.says("王女士")
    await house.asked(mei, "phone")


async def test_another_language_in_the_middle_of_a_form(house: House) -> None:
    mei = house.customer("en")
    await house.reaches(mei, "name")
    await mei.says("/language")
    await house.says(mei, "language-which")
    await house.press(mei, "a:language:zh-Hant")
    shown = await mei.sees(text("zh-Hant", "ask-repair-name"))
    assert text("zh-Hant", "language-set") in shown.text


@IN_EACH_LANGUAGE
async def test_an_invite_that_is_not_known(house: House, language_code: str) -> None:
    mei = house.customer(language_code)
    await mei.start("i_nothing-of-the-kind")
    await house.says(mei, "refusal-not-found-invite")


@IN_EACH_LANGUAGE
async def test_an_invite_is_good_once(house: House, language_code: str) -> None:
    link = await house.invite(StaffRole.TECHNICIAN, "Bo")
    bo, eve = house.api.user("Bo"), house.customer(language_code)
    await bo.start(link)
    await house.says(bo, "joined-technician", name="Bo")
    await eve.start(link)
    await house.says(eve, "refusal-too-late-invite-used")
    await bo.start(link)
    await house.says(bo, "joined-technician", name="Bo")


@IN_EACH_LANGUAGE
async def test_an_invite_that_has_expired(house: House, language_code: str) -> None:
    link = await house.invite(StaffRole.TECHNICIAN, "Bo", invite_expires_after=timedelta(seconds=-1))
    mei = house.customer(language_code)
    await mei.start(link)
    await house.says(mei, "refusal-too-late-invite-expired")


async def test_a_bad_invite_in_the_middle_of_a_form(house: House) -> None:
    mei = house.customer("zh-hans")
    await house.reaches(mei, "door")
    await mei.start("i_nothing-of-the-kind")
    await house.asked_again(mei, "refusal-not-found-invite", "door")


async def test_somebody_elses_ticket_is_not_shown(house: House) -> None:
    mei, eve = house.customer(), house.customer("zh-hans")
    number = await house.sends(mei)
    await eve.says(f"/status {number}")
    await house.says(eve, "refusal-not-found-ticket", number=number)


async def test_a_group_gets_no_personal_data(house: House) -> None:
    mei = house.customer()
    number = await house.sends(mei)
    group = house.api.group("Neighbours")
    there = group.member(mei)
    for words in ("/start", f"/status {number}", "/status@aftercare_test_bot"):
        await there.says(words)
        await there.sees(text("en", "group-private"))
    await there.says("My heater leaks")
    await there.sends_photo(photo())
    await there.sends_sticker()
    await house.api.delivered()
    assert {message.text for message in group.messages} == {text("en", "group-private")}


async def test_a_button_tapped_in_a_group(house: House) -> None:
    mei = house.customer()
    await house.sends(mei)
    there = house.api.group("Neighbours").member(mei)
    await there.says("/start")
    said = await there.sees(text("en", "group-private"))
    await there.taps_data(said, "a:status:")
    await there.sees_toast()
    assert len(there.messages) == 1
