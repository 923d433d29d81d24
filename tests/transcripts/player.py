"""Plays a transcript against the product, started anew before every line, and writes down what came of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import func, select

from backend.catalog import files as catalogue_files
from backend.catalog.transfer import import_catalogue
from backend.chats import locked_chat
from backend.clock import FixedClock
from backend.database import Work
from backend.delivery import Delivery
from backend.duework import DueWork
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.reports import service as reports
from bot.product import Product
from tests.transcripts.acts import Deed, Hands, Tap
from tests.transcripts.ending import ending
from tests.transcripts.page import now, page, toast
from tests.transcripts.script import ENDING, Act, Later, Line, Person, Script
from tests.transcripts.stages import Done, Stage

SECOND = timedelta(seconds=1)
"""How long each line takes."""


class Player:
    """One story. `start` makes a product that knows only what the database holds."""

    def __init__(self, script: Script, stage: Stage, start: Callable[[], Product], clock: FixedClock) -> None:
        self._script, self._stage, self._start, self._clock = script, stage, start, clock
        self._hands = Hands({})

    async def play(self) -> str:
        """The whole transcript as it should stand in its file."""
        await self._prepare()
        written: list[str] = []
        for line in self._script.lines:
            if written and _parted(written[-1], line):
                written.append("")
            try:
                written += [line.text, *await self._come_of(line)]
            except (LookupError, ValueError) as error:
                error.add_note("\n".join(["What came before:", *written[-40:], line.text]))
                raise
        people = {self._stage.chat(person).address: person.name for person in self._script.people.values()}
        async with self._start().database.read() as work:
            written += ["", ENDING, *await ending(work, people)]
        return "\n".join(written) + "\n"

    async def _come_of(self, line: Line) -> list[str]:
        match line.step:
            case Act() as act:
                return await self._act(act) or ["    (nothing happens)"]
            case Later(by):
                return await self._later(by)
            case None:
                return []

    async def _act(self, act: Act) -> list[str]:
        shown = []
        for done in [self._found(act.name, deed) for deed in self._hands.deeds(act)]:
            self._clock.forward(SECOND)
            product = self._start()
            glimpse = await self._stage.does(product, self._script.people[act.name], done)
            await self._settle(product)
            shown += [*(toast(act.name, glimpse) if glimpse else []), *page(self._stage.phones.news())]
        return shown

    def _found(self, name: str, deed: Deed) -> Done:
        return self._stage.phones.find(name, deed.label, deed.message) if isinstance(deed, Tap) else deed

    async def _later(self, by: timedelta) -> list[str]:
        """Stops at every moment at which something is due, as time itself would."""
        product, until, shown = self._start(), self._clock.now() + by, []
        zone = product.settings.time_zone
        while True:
            await self._settle(product)
            shown += page(self._stage.phones.news(), now(self._clock, zone))
            async with product.database.read() as work:
                due_at = await _next_due(work)
            if due_at is None or due_at > until:
                break
            self._clock.forward(max(due_at - self._clock.now(), timedelta()))
        self._clock.forward(until - self._clock.now())
        return [*shown, f"    (it is {now(self._clock, zone)})"]

    async def _settle(self, product: Product) -> None:
        """Delivers and does what is due until there is nothing left."""
        couriers, boards = self._stage.couriers(product), self._stage.boards(product)
        delivery = Delivery(product.database, couriers, product.undelivered, {}, self._clock, boards)
        while await product.run_due() + await delivery.drain():
            await self._stage.look(product)

    async def _prepare(self) -> None:
        """Units were sold; staff are there already, but for those who join by an invite."""
        async with self._start().database.begin() as work:
            if self._script.units:
                rows = "".join(f"unit,{unit.serial},{unit.product},{unit.bought}\n" for unit in self._script.units)
                units = f"kind,key,product,purchased_on\n{rows}".encode()
                await import_catalogue(work, catalogue_files.read("units.csv", units))
            if self._script.reported:
                await reports.plan_drafts(work)
            for person in self._script.people.values():
                if person.role != "customer":
                    await self._invite(work, person)

    async def _invite(self, work: Work, person: Person) -> None:
        role = StaffRole(person.role)
        invitation = await people.invite(work, role, person.name, person.skills, person.place)
        if person.invited:
            self._hands.invites[person.name] = invitation.token
        else:
            chat = await locked_chat(work, self._stage.chat(person), person.language)
            await people.redeem(work, invitation.token, (await people.person_of(work, chat, person.name)).id)


def _parted(before: str, line: Line) -> bool:
    """Whether a blank line stands between the two."""
    is_remark = line.text.startswith("#")
    return is_remark or (line.step is not None and not before.startswith("#"))


async def _next_due(work: Work) -> datetime | None:
    found = await work.session.execute(select(func.min(DueWork.due_at)).where(DueWork.failed.is_(False)))
    return found.scalar_one()
