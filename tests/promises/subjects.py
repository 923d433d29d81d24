"""What the forms are about, each conversation with a ticket, survey or task of its own, written as rows for speed."""

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count

from backend.database import Work
from backend.followups.models import CallBack
from backend.people.models import Person
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.reports.models import DailyReport
from backend.surveys.models import Feedback, Survey
from backend.tickets.models import Ticket
from backend.tickets.service import open_ticket
from backend.visits.models import Visit
from tests.backend.trade import customer, request, staff

_ALONE = frozenset({"repair", "complaint", "return"})
_ON_SITE = frozenset({"record", "guidance", "proposal", "parts", "assist", "noaccess"})
_TICKETS = _ON_SITE | {"objection", "addition", "retime", "talk"}
"""A form that is about something else has to say here what."""
_STATUS = dict.fromkeys(_ON_SITE, "arrived")
_STATUS |= {"objection": "awaiting-confirmation", "survey": "confirmed", "callback": "confirmed"}


@dataclass
class Subjects:
    work: Work
    mei: Known
    technician: Known
    supervisor: Known
    pattern: Ticket
    _numbers: "count[int]"

    @classmethod
    async def of(cls, work: Work) -> "Subjects":
        mei = await customer(work)
        chief = await staff(work, "Chief", StaffRole.SUPERVISOR)
        technician = await staff(work, "Wang Wei")
        opened = await open_ticket(work, request(mei, product_id=1), mei.actor)
        pattern = await work.session.get_one(Ticket, opened.id)
        return cls(work, mei, technician, chief, pattern, count(1))

    def at(self, work: Work) -> "Subjects":
        """The same people in another transaction."""
        return replace(self, work=work)

    async def another(self, form: str) -> int:
        """Whoever fills in one conversation: a customer is nobody else's, with an open request of the same product."""
        teller = self.teller(form)
        if teller.role is not None:
            return teller.id
        person = await self._add(Person(name=teller.name, created_at=self.work.now))
        self.mei = replace(self.mei, id=person)
        if form == "repair":
            await self._add(self._ticket(next(self._numbers), "accepted", product_id=self.pattern.product_id))
        return person

    def teller(self, form: str) -> Known:
        """Whoever fills in the form."""
        if form in _ON_SITE or form == "daily":
            return self.technician
        return self.supervisor if form == "callback" else self.mei

    async def make(self, form: str) -> str:
        """The subject of a new conversation. Raises LookupError for a form that nobody has told of here."""
        if form in _ALONE:
            return ""
        if form == "feedback":
            return f"feedback:{await self._add(self._feedback())}"
        number = next(self._numbers)
        if form == "daily":
            return f"daily-report:{await self._add(self._daily(number))}"
        ticket = await self._add(self._ticket(number, _STATUS.get(form, "accepted")))
        if form in _ON_SITE or form == "objection":
            await self._add(self._visit(ticket, done=form == "objection"))
        if form == "survey":
            return f"survey:{await self._add(self._survey(ticket, number))}"
        if form == "callback":
            return f"call-back:{await self._add(self._call_back(ticket, number))}"
        if form in _TICKETS:
            return f"ticket:{ticket}"
        raise LookupError(f"what is {form} about?")

    async def _add(self, row: Person | DailyReport | Ticket | Visit | Survey | Feedback | CallBack) -> int:
        self.work.session.add(row)
        await self.work.session.flush()
        return row.id

    def _ticket(self, number: int, status: str, product_id: int | None = None) -> Ticket:
        columns = {each.key for each in Ticket.__table__.columns} - {"id"}
        kept = {name: getattr(self.pattern, name) for name in columns}
        own = {
            "number": f"SN20260101{number:05}",
            "origin": f"row:{number}",
            "status": status,
            "product_id": product_id,
        }
        people = {"technician_id": self.technician.id, "customer_id": self.mei.id}
        return Ticket(**{**kept, **own, **people})

    def _visit(self, ticket: int, *, done: bool) -> Visit:
        now, told = self.work.now, {"cause": "worn", "solution": "replaced", "minutes": 5} if done else {}
        visit = Visit(ticket_id=ticket, round=1, technician_id=self.technician.id, photos=[], **told)
        visit.departed_at = visit.arrived_at = now
        visit.finished_at = now if done else None
        return visit

    def _survey(self, ticket: int, number: int) -> Survey:
        name = f"SN20260101{number:05}"
        given = {"customer_id": self.mei.id, "technician_id": self.technician.id, "sent_at": self.work.now}
        return Survey(ticket_id=ticket, ticket=name, state="sent", reasons=[], **given)

    def _daily(self, number: int) -> DailyReport:
        day = self.work.now.date() - timedelta(days=number)
        given = {"kinds": [], "drafted_minutes": 0, "minutes": 0, "note": "", "drafted_at": self.work.now}
        return DailyReport(technician_id=self.technician.id, day=day, **given)

    def _feedback(self) -> Feedback:
        return Feedback(customer_id=self.mei.id, state="sent", product={}, staff={}, sent_at=self.work.now)

    def _call_back(self, ticket: int, number: int) -> CallBack:
        given = {"customer_id": self.mei.id, "taken_by": self.supervisor.id, "opened_at": self.work.now}
        name = f"SN20260101{number:05}"
        return CallBack(cause=f"row:{number}", ticket_id=ticket, ticket=name, state="taken", reasons=[], **given)
