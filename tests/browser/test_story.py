"""The whole story on the demo page: three people, three phones, a clock that is moved by hand."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.phone import Phone
from tests.browser.service import Service
from tests.journeys.pictures import photo

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_fault_is_reported_repaired_and_asked_about_on_three_phones(own_demo: Service, visit: Visit) -> None:
    page = await visit(own_demo, "/demo")
    customer, technician, supervisor = (
        Phone.on_demo(page, "customer"),
        Phone.on_demo(page, "technician"),
        Phone.on_demo(page, "supervisor"),
    )
    await page.select_option("#technicians", "9")
    await technician.sees("Hello Xu Jing")
    number = await _report(customer)
    await _repair(technician, customer, number)
    await expect(page.locator("#technicians")).to_have_value("1")
    await customer.taps("a:solved:")
    await technician.sees("confirmed by the customer")
    await _later(page, "1d")
    await _survey(customer)
    await _call_back(supervisor, number)


async def _report(customer: Phone) -> str:
    """Gives the ticket's number."""
    await customer.sees("Welcome")
    await customer.says("The water heater gives no hot water and leaks a little")
    await customer.taps(":product:e")
    await customer.taps(":fault:e")
    await customer.taps(":further:~done")
    await customer.taps(":urgency:expedited")
    await customer.asked("place")
    await customer.shares_place()
    await customer.asked("door")
    await customer.says("Building 3, flat 502")
    await customer.taps(":writer:self")
    await customer.asked("name")
    await customer.says("Ms Wang")
    await customer.asked("phone")
    await customer.says("138 0013 8000")
    await customer.taps(":bought:unknown")
    await customer.taps(":time:soon")
    await customer.asked("photos")
    await customer.sends_photo(photo())
    await customer.taps(":photos:~done")
    await customer.taps(":review:~edit")
    await customer.taps(":change:name")
    await customer.asked("name")
    await customer.says("Ms Wang Lan")
    await expect(customer.log.locator(".message.bot").last).to_contain_text("Ms Wang Lan")
    await customer.taps(":review:send")
    words = await customer.log.locator(".message", has_text="Request SN").inner_text()
    return next(word for word in words.split() if word.startswith("SN"))


async def _repair(technician: Phone, customer: Phone, number: str) -> None:
    """The phone turns to whoever has the offer."""
    await technician.sees(f"New job {number}")
    await expect(technician.log).not_to_contain_text("138 0013 8000")
    await technician.taps("a:accept:")
    await technician.sees("+8613800138000")
    await expect(technician.log.locator("img")).to_have_js_property("naturalWidth", 320)
    await technician.taps("a:depart:")
    await customer.sees("is on the way to you")
    await technician.taps("a:arrive:")
    await technician.taps("a:finish:")
    await technician.asked("cause")
    await technician.says("Heating element burnt through")
    await technician.asked("solution")
    await technician.says("Replaced the element and the seal")
    await technician.taps(":work:replace")
    await technician.taps(":parts:~skip")
    await technician.taps(":charge:0")
    await technician.taps(":photos:~skip")
    await technician.taps(":rest:~skip")
    await technician.taps(":review:send")
    await customer.sees("Cause: Heating element burnt through")


async def _later(page: Page, by: str) -> None:
    """Moves the clock with the page's own button."""
    clock = page.locator("#clock")
    before = await clock.inner_text()
    await page.locator(f'[data-forward="{by}"]').click()
    await expect(clock).not_to_have_text(before)


async def _survey(customer: Phone) -> None:
    await customer.taps(":score:3")
    await customer.taps(":reasons:+B")
    await customer.taps(":reasons:+I")
    await expect(customer.button(":reasons:-I")).to_be_visible()
    await customer.taps(":reasons:~done")
    await customer.asked("words")
    await customer.says("Two visits for one drip")
    await customer.taps(":more:no")
    await expect(customer.log.locator(".message").last).to_contain_text("call you")
    await expect(customer.button("f:")).to_have_count(0)


async def _call_back(supervisor: Phone, number: str) -> None:
    task = supervisor.log.locator(".message", has_text=f"Call-back for {number}")
    await expect(task).to_contain_text("Two visits for one drip")
    await task.locator('[data-data*="a:take-call-back:"]').click()
    await task.locator('[data-data*="a:close-call-back:"]').click()
    await supervisor.asked("words")
    await supervisor.says("Apologised and agreed a free check in spring")
    await expect(task).to_contain_text("Apologised and agreed a free check in spring")
