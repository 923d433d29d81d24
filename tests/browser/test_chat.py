"""The customer's chat page."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.phone import Phone
from tests.browser.service import Service
from tests.journeys.pictures import photo

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_reloaded_page_shows_the_same_conversation_and_draft(demo: Service, visit: Visit) -> None:
    page = await visit(demo, "/chat")
    phone = Phone(page)
    await phone.says("The washing machine does not drain")
    await phone.taps(":product:e")
    await phone.asked("fault")
    await expect(phone.mine).to_have_count(2)
    await page.locator("textarea").fill("half a sentence")
    before = await phone.log.inner_text()
    await page.reload()
    await phone.asked("fault")
    await expect(phone.mine).to_have_count(2)
    assert await phone.log.inner_text() == before
    await expect(page.locator("textarea")).to_have_value("half a sentence")


async def test_an_answered_question_keeps_its_answer_and_loses_its_buttons(demo: Service, visit: Visit) -> None:
    phone = Phone(await visit(demo, "/chat"))
    await phone.says("The washing machine does not drain")
    first = phone.button(":product:e").first
    label = await first.inner_text()
    await first.click()
    await phone.asked("fault")
    await expect(phone.mine.last).to_contain_text(label)
    await expect(phone.button(":product:")).to_have_count(0)


async def test_a_group_of_products_opens_in_the_same_question(demo: Service, visit: Visit) -> None:
    phone = Phone(await visit(demo, "/chat"))
    await phone.says("It is broken")
    await phone.taps(":product:g")
    await phone.button(":product:e").first.click()
    await phone.asked("fault")
    await expect(phone.mine).to_have_count(2)


async def test_a_chosen_language_goes_on_in_the_page_and_the_conversation(demo: Service, visit: Visit) -> None:
    page = await visit(demo, "/chat")
    phone = Phone(page)
    await phone.says("The washing machine does not drain")
    await phone.asked("product")
    await page.select_option("#language", "zh-Hans")
    await phone.speaks("zh-Hans")
    await expect(page.locator("textarea")).to_have_attribute("placeholder", "输入消息")
    await phone.sees("请问是哪款产品")


async def test_a_link_with_a_serial_number_knows_the_product_and_counts_once(demo: Service, visit: Visit) -> None:
    page = await visit(demo, "/chat?s=E50-2405-000117")
    phone = Phone(page)
    known = phone.log.get_by_text("I know this product: E50-2405-000117")
    await expect(known).to_have_count(1)
    await page.reload()
    await expect(known).to_have_count(1)
    await phone.says("No hot water")
    await phone.asked("further")
    await expect(phone.button(":product:")).to_have_count(0)


async def test_visitors_see_neither_each_others_words_nor_photos(demo: Service, visit: Visit) -> None:
    page, other = await visit(demo, "/chat"), await visit(demo, "/chat")
    await Phone(page).says("Mine alone")
    await Phone(page).sends_photo(photo("teal"))
    image = Phone(page).mine.locator("img")
    await expect(image).to_have_js_property("naturalWidth", 320)
    await Phone(other).sees("Welcome")
    await expect(Phone(other).log).not_to_contain_text("Mine alone")
    address = str(await image.get_attribute("src"))
    assert (await page.request.get(address)).status == 200
    assert (await other.request.get(address)).status == 404


async def test_ten_thousand_characters_and_markup_stand_as_they_were_written(demo: Service, visit: Visit) -> None:
    page = await visit(demo, "/chat")
    phone = Phone(page)
    markup = '<b>bold</b> <img src=x onerror="window.hit=1"> <script>window.hit=1</script> &amp; {{ 1 }} *_`'
    words = (markup + " 滴水 ").ljust(10_000, "x")
    await phone.says(words)
    await expect(phone.mine.locator(".text")).to_have_count(1)
    assert await phone.mine.locator(".text").text_content() == words
    await expect(phone.log.locator("b, script, img")).to_have_count(0)
    assert await page.evaluate("window.hit") is None
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await expect(phone.log.locator(".message.bot").last).to_be_visible()


async def test_a_file_that_is_no_picture_is_refused_in_words(demo: Service, visit: Visit) -> None:
    page = await visit(demo, "/chat", may_fail=True)
    await Phone(page).sees("Welcome")
    await Phone(page).sends_photo(b"no picture at all")
    await expect(page.get_by_role("alert")).to_contain_text("picture")
    await expect(page.locator(".pending")).to_have_count(0)


async def test_the_keyboard_alone_is_enough(demo: Service, visit: Visit) -> None:
    """Typing, sending, tapping; afterwards the keyboard goes on at the next question."""
    page = await visit(demo, "/chat")
    phone = Phone(page)
    await phone.sees("Welcome")
    await page.locator("textarea").focus()
    await page.keyboard.type("The washing machine does not drain")
    await page.keyboard.press("Enter")
    await phone.button(":product:e").first.focus()
    await page.keyboard.press("Enter")
    await expect(phone.log.locator(".message:focus")).to_contain_text("fault")
    await page.keyboard.press("Tab")
    await expect(phone.log.locator("button:focus")).to_have_attribute("data-data", _holding(":fault:"))


def _holding(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words))
