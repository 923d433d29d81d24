"""What a story needs of a channel to be played on it."""

from collections.abc import Mapping
from typing import Protocol

from backend.chats import ChatKey
from backend.delivery import Board, Courier
from bot.channels import Abilities
from bot.incoming import Command, Incoming, Lost, Pressed, What
from bot.photos import NotAPhoto
from bot.product import Product
from dialogs.events import PhotoSent, Said
from dialogs.phrases import Words
from tests.transcripts.acts import Picture
from tests.transcripts.phones import Phones, Tapped
from tests.transcripts.script import Person

Done = Tapped | Picture | What
"""A deed whose button was found."""


class Stage(Protocol):
    """A channel as its users hold it; it outlives every restart of the product."""

    abilities: Abilities
    phones: Phones

    def chat(self, person: Person) -> ChatKey:
        """Where the person is reached."""

    async def does(self, product: Product, person: Person, done: Done) -> str | None:
        """Sends it as the channel would; returns what is shown for a moment."""

    def couriers(self, product: Product) -> Mapping[str, Courier]:
        """What carries messages to the channel, if it lies outside."""

    def boards(self, product: Product) -> Mapping[str, Board]:
        """What puts messages up, if the channel lies inside."""

    async def look(self, product: Product) -> None:
        """Reads what the chats show by now."""


def typed(what: Said | Command) -> str:
    """What is typed to mean it."""
    return what.text if isinstance(what, Said) else f"/{what.name} {what.argument}".rstrip()


async def bare(product: Product, chat: ChatKey, number: int, person: Person, done: Done) -> str | None:
    """Hands the front door what the channel has no means to send, so that the story goes on."""
    what = await _event(product, done)
    name, update = person.name, f"bare-{number}"
    reply = await product.door.receive(
        Incoming(chat.channel, update, chat.channel, chat.address, name, person.language, what)
    )
    return reply.toast


async def _event(product: Product, done: Done) -> What:
    match done:
        case Tapped(_, key):
            return Pressed(key.data)
        case Picture(data, caption):
            try:
                return PhotoSent(await product.photos.keep(data), caption)
            except NotAPhoto:
                return Lost(Words("photo-lost"))
        case _:
            return done
