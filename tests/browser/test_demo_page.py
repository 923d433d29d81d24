"""The demo page around the phones."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.phone import Phone, Role
from tests.browser.service import Service

pytestmark = pytest.mark.asyncio(loop_scope="session")
ROLES: tuple[Role, ...] = ("customer", "technician", "supervisor")


async def test_the_first_look_invites_each_of_the_three(demo: Service, visit: Visit) -> None:
    page = await visit(demo, "/demo")
    await Phone.on_demo(page, "customer").sees("Welcome")
    await Phone.on_demo(page, "technician").sees("Hello Li Wei")
    await Phone.on_demo(page, "supervisor").sees("Hello Zhou Min")
    await expect(Phone.on_demo(page, "supervisor").button("a:take-call-back:")).to_have_count(1)
    await expect(Phone.on_demo(page, "technician").log.locator(".message")).to_have_count(1)


async def test_another_language_turns_all_three_phones_over(demo: Service, visit: Visit) -> None:
    page = await visit(demo, "/demo")
    await Phone.on_demo(page, "supervisor").sees("Call-back")
    await page.select_option("#language", "zh-Hant")
    for role in ROLES:
        await Phone.on_demo(page, role).speaks("zh-Hant")
    await Phone.on_demo(page, "supervisor").sees("回訪")
    await expect(Phone.on_demo(page, "supervisor").log).not_to_contain_text("Call-back")
    await page.select_option("#language", "en")
    for role in ROLES:
        await Phone.on_demo(page, role).speaks("en")
    await Phone.on_demo(page, "supervisor").sees("Call-back")


async def test_a_new_customer_begins_with_an_empty_chat(demo: Service, visit: Visit) -> None:
    page = await visit(demo, "/demo")
    customer = Phone.on_demo(page, "customer")
    await customer.says("The fridge is warm")
    await customer.asked("product")
    await page.locator("#new-customer").click()
    await customer.sees("Welcome")
    await expect(customer.mine).to_have_count(0)


async def test_a_narrow_screen_shows_one_phone_at_a_time(demo: Service, visit: Visit) -> None:
    page = await visit(demo, "/demo")
    await page.set_viewport_size({"width": 390, "height": 844})
    await expect(page.locator("#customer")).to_be_in_viewport(ratio=0.9)
    await page.locator(".tabs [data-role=supervisor]").click()
    await expect(page.locator("#supervisor")).to_be_in_viewport(ratio=0.9)
    await expect(page.locator("#customer")).not_to_be_in_viewport()
    await expect(page.locator(".tabs [aria-current=true]")).to_have_text("Supervisor")


async def test_the_product_itself_serves_no_demo(product: Service, visit: Visit) -> None:
    page = await visit(product, "/chat")
    await Phone(page).sees("Welcome")
    for path in ("/demo", "/demo/state", "/demo/phones/supervisor"):
        assert (await page.request.get(path)).status == 404
