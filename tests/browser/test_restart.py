"""The program goes away in the middle of a conversation and comes back."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.phone import Phone
from tests.browser.service import Service

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_page_finds_the_restarted_program_and_goes_on(own_demo: Service, visit: Visit) -> None:
    phone = Phone(await visit(own_demo, "/chat", may_fail=True))
    await phone.says("The water heater leaks")
    await phone.asked("product")
    await own_demo.kill()
    await expect(phone.status).not_to_be_empty()
    await phone.says("E50")
    await expect(phone.log.locator(".pending")).to_have_count(1)
    await own_demo.start()
    await phone.asked("fault")
    await expect(phone.status).to_be_empty()
    await expect(phone.log.locator(".pending")).to_have_count(0)
    await expect(phone.mine).to_have_count(2)
