"""People who write to the bot and see what it answers."""

import asyncio
import re
from dataclasses import replace

from tests.botapi.chats import Chat, Contact, Content, Location, Message, Person, Standing, Sticker, Toast
from tests.botapi.keyboards import Button, Key
from tests.botapi.limits import CAPTION, TEXT
from tests.botapi.rich_text import Entity, RichText, utf16_length
from tests.botapi.standing import emit_standing
from tests.botapi.transcript import transcript
from tests.botapi.updates import Update
from tests.botapi.world import World

COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?")
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
HOME = Location(31.2304, 121.4737)


class Member:
    """A person in one chat. What they do returns the update the bot gets."""

    def __init__(self, world: World, person: Person, chat: Chat, phone: str) -> None:
        self.world = world
        self.person = person
        self.chat = chat
        self.phone = phone
        self.acted = 0

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id

    @property
    def messages(self) -> list[Message]:
        """What the bot has sent, as it stands now, oldest first."""
        return [message for message in self.chat.messages.values() if message.from_bot]

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        assert self.messages, f"the bot has sent nothing\n{self.transcript()}"
        return self.messages[-1]

    @property
    def toasts(self) -> list[Toast]:
        """The answers to this person's taps."""
        return [toast for person_id, toast in self.world.toasts if person_id == self.id]

    @property
    def spinning(self) -> list[str]:
        """The data of this person's taps that nobody has answered."""
        return [tap.data for tap in self.world.taps.values() if tap.person.id == self.id and not tap.answered]

    def transcript(self) -> str:
        """Return the chat, readable."""
        return transcript(self.chat)

    async def says(self, text: str, reply_to: Message | None = None) -> Update:
        """Send a text."""
        assert 1 <= utf16_length(text) <= TEXT, "a phone sends 1 to 4,096 characters at a time"
        return await self._sends(_typed(text), reply_to=reply_to)

    async def sends_photo(self, data: bytes, caption: str | None = None, media_group_id: str | None = None) -> Update:
        """Send a photo; those of an album share a media_group_id."""
        assert utf16_length(caption or "") <= CAPTION, "a caption has at most 1,024 characters"
        photo = self.world.files.keep_photo(data)
        return await self._sends(_typed(caption or ""), photo, media_group_id=media_group_id)

    async def shares_location(self, lat: float, lon: float) -> Update:
        """Send a place."""
        return await self._sends(RichText(""), Location(lat, lon))

    async def shares_contact(self, phone: str, own: bool = True) -> Update:
        """Send a phone number: their own, or another person's."""
        contact = Contact(phone, self.person.first_name if own else "Somebody", self.id if own else self.id + 500_000)
        return await self._sends(RichText(""), contact)

    async def sends_sticker(self) -> Update:
        """Send a sticker."""
        return await self._sends(RichText(""), Sticker())

    async def edits_last_text(self, text: str) -> Update:
        """Edit the newest text this person sent."""
        mine = [one for one in self.chat.messages.values() if one.sender == self.person and one.content is None]
        assert mine, f"{self.person.first_name} has sent no text\n{self.transcript()}"
        self._act()
        edited = self.world.rewrite(self.chat, replace(mine[-1], rich=_typed(text)))
        return await self._emit("edited_message", edited)

    async def taps(self, button: str, message: Message | None = None) -> Update:
        """Tap the newest button with this data or this text, whole or in part; else a key of the reply keyboard."""
        places = [one for one in reversed(self.messages) if message is None or one.id == message.id]
        pairs = [(place, one) for place in places for row in place.inline for one in row]
        if found := _best(pairs, button):
            assert found[1].data, f'"{found[1].text}" is a link to {found[1].url}'
            return await self.taps_data(found[0], found[1].data)
        keys = [key for row in self.chat.keyboard.rows for key in row] if self.chat.keyboard and not message else []
        visible = [one.text for _, one in pairs] + [key.text for key in keys]
        key = next((key for key in sorted(keys, key=lambda key: key.text != button) if button in key.text), None)
        assert key, f"no button {button!r}, only {visible}\n{self.transcript()}"
        return await self._presses(key)

    async def taps_data(self, message: Message, data: str) -> Update:
        """Tap with any data, though the message may have no such button any more."""
        self._act()
        self.chat.tell(f"{self.person.first_name} taps {data}")
        current = self.chat.messages.get(message.id, message)
        update = self.world.tap(self.person, self.chat, current, data)
        await asyncio.sleep(0)
        return update

    async def sees(self, substring: str, timeout: float = 10, anywhere: bool = False) -> Message:  # noqa: ASYNC109
        """Wait for a message with these words, sent or edited since this person's last act, or `anywhere`."""

        def found() -> Message | None:
            fresh = (one for one in reversed(self.messages) if anywhere or one.touched > self.acted)
            return next((one for one in fresh if substring in one.text), None)

        message = await self.world.pulse.until(found, timeout)
        assert message, f"{self.person.first_name} does not see {substring!r}\n{self.transcript()}"
        return message

    async def sees_toast(self, substring: str = "", timeout: float = 10) -> Toast:  # noqa: ASYNC109
        """Wait for the answer to this person's last tap."""

        def found() -> Toast | None:
            return next((one for one in self.toasts if one.touched > self.acted and substring in one.text), None)

        toast = await self.world.pulse.until(found, timeout)
        assert toast, f"{self.person.first_name} sees no toast {substring!r}\n{self.transcript()}"
        return toast

    def _act(self) -> None:
        self.acted = self.world.happened()
        self.chat.known = True
        if self.chat.standing is Standing.STRANGER:
            self.chat.standing = Standing.OPEN

    async def _presses(self, key: Key) -> Update:
        if self.chat.keyboard and self.chat.keyboard.one_time:
            self.chat.keyboard = None
        match key.request:
            case "request_contact":
                return await self.shares_contact(self.phone)
            case "request_location":
                return await self.shares_location(HOME.latitude, HOME.longitude)
            case _:
                return await self.says(key.text)

    async def _sends(
        self,
        rich: RichText,
        content: Content = None,
        media_group_id: str | None = None,
        reply_to: Message | None = None,
    ) -> Update:
        assert self.chat.standing in {Standing.OPEN, Standing.STRANGER}, f"nobody writes here\n{self.transcript()}"
        self._act()
        answered = reply_to.id if reply_to else None

        def filled(blank: Message) -> Message:
            return replace(blank, rich=rich, content=content, media_group_id=media_group_id, reply_to=answered)

        return await self._emit("message", self.world.post(self.chat, self.person, filled))

    async def _emit(self, kind: str, message: Message) -> Update:
        body = message.json(self.chat.json())
        if message.reply_to in self.chat.messages:
            body |= {"reply_to_message": self.chat.messages[message.reply_to].json(self.chat.json())}
        heard = self._heard(message)
        update = self.world.emit(kind, body) if heard else Update(0, kind, body, self.world.now())
        await asyncio.sleep(0)
        return update

    def _heard(self, message: Message) -> bool:
        # Privacy mode: in a group, a bot that is no administrator hears what is meant for it only.
        answered = self.chat.messages.get(message.reply_to or 0)
        meant = any(entity.kind == "bot_command" for entity in message.rich.entities)
        meant = meant or f"@{self.world.bot.username}" in message.text or bool(answered and answered.from_bot)
        return self.chat.private or self.chat.bot_is_admin or meant


class User(Member):
    """A person in the private chat with the bot."""

    async def start(self, payload: str | None = None) -> Update:
        """Press Start, with the payload of a deep link."""
        assert payload is None or PAYLOAD.fullmatch(payload), "a payload is 1 to 64 of A-Za-z0-9_-"
        return await self.says(f"/start {payload}" if payload else "/start")

    async def blocks(self) -> Update:
        """Block the bot."""
        return await self._changes(Standing.BLOCKED, "member", "kicked")

    async def unblocks(self) -> Update:
        """Let the bot write again."""
        return await self._changes(Standing.OPEN, "kicked", "member")

    def deactivates(self) -> None:
        """Delete the account."""
        self.chat.standing = Standing.DEACTIVATED

    async def _changes(self, standing: Standing, old: str, new: str) -> Update:
        self._act()
        self.chat.standing = standing
        self.chat.tell(f"{self.person.first_name} {'blocks' if new == 'kicked' else 'unblocks'} the bot")
        update = emit_standing(self.world, self.chat, self.person, old, new)
        await asyncio.sleep(0)
        return update


def _typed(text: str) -> RichText:
    found = COMMAND.finditer(text)
    entities = (Entity("bot_command", utf16_length(text[: one.start()]), len(one[0])) for one in found)
    return RichText(text, tuple(entities))


def _best(pairs: list[tuple[Message, Button]], button: str) -> tuple[Message, Button] | None:
    exact = (pair for pair in pairs if button in (pair[1].data, pair[1].text))
    partly = (pair for pair in pairs if button in pair[1].text)
    return next(exact, None) or next(partly, None)
