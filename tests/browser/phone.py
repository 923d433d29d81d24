"""A chat as a person uses it: reads, types, taps."""

from typing import Literal, Self

from playwright.async_api import Browser, FilePayload, FrameLocator, Locator, Page, expect

Role = Literal["customer", "technician", "supervisor"]
PLACE = (31.2310, 121.4745)


class Phone:
    """The chat of a whole page, or of one phone on the demo page."""

    def __init__(self, chat: Page | FrameLocator) -> None:
        self._chat = chat

    @classmethod
    def on_demo(cls, page: Page, role: Role) -> Self:
        return cls(page.frame_locator(f"iframe[name={role}]"))

    @property
    def log(self) -> Locator:
        return self._chat.locator("#log")

    @property
    def mine(self) -> Locator:
        """What the person said, as it stands in the chat."""
        return self.log.locator(".message.me:not(.pending)")

    @property
    def status(self) -> Locator:
        return self._chat.locator("#status")

    async def says(self, words: str) -> None:
        await self._chat.locator("textarea").fill(words)
        await self._chat.locator("textarea").press("Enter")

    async def taps(self, data: str) -> None:
        """The newest button whose data holds this."""
        await self.button(data).last.click()

    def button(self, data: str) -> Locator:
        return self.log.locator(f'button[data-data*="{data}"]')

    async def asked(self, question: str) -> None:
        """Waits for the question of a form."""
        await expect(self.button(f":{question}:").last).to_be_visible()

    async def sees(self, words: str) -> None:
        await expect(self.log).to_contain_text(words)

    async def shares_place(self) -> None:
        await self._chat.locator("#place").click()

    async def sends_photo(self, picture: bytes) -> None:
        file = FilePayload(name="photo.jpg", mimeType="image/jpeg", buffer=picture)
        await self._chat.locator("#photos").set_input_files(file)

    async def speaks(self, language: str) -> None:
        await expect(self._chat.locator("html")).to_have_attribute("lang", language)


async def new_page(browser: Browser, url: str, *, errors: list[str] | None = None, locale: str = "en-GB") -> Page:
    """A browser of its own that tells where it is. `errors` takes what goes wrong on the page."""
    context = await browser.new_context(
        base_url=url,
        locale=locale,
        viewport={"width": 1200, "height": 800},
        geolocation={"latitude": PLACE[0], "longitude": PLACE[1]},
        permissions=["geolocation"],
        reduced_motion="reduce",
    )
    context.set_default_timeout(15_000)
    page = await context.new_page()
    if errors is not None:
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    return page
