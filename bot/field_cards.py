"""Cards of work in the field: consent to remote help, plan and price, a call for help, and the job's buttons."""

from typing import cast

from backend.catalog import service as catalog
from backend.database import Work
from backend.delivery import Parcel
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.rules import WITH_TECHNICIAN, Kind, Status
from backend.tickets.values import TicketView
from backend.visits import remote
from backend.visits import service as visits
from backend.visits.proposals import stamp_of
from backend.visits.values import Proposal
from bot.buttons import ActionTap
from bot.shown import Shown
from bot.turn import Key
from dialogs.phrases import Listing, Money, Phrase, Words

_STEPS: dict[Status, tuple[tuple[str, ...], ...]] = {
    Status.ACCEPTED: (("depart",), ("late", "hand-back")),
    Status.REMOTE: (("finish",), ("visit-needed",)),
    Status.EN_ROUTE: (("arrive",), ("late", "no-access"), ("hand-back",)),
    Status.ARRIVED: (("finish",), ("propose", "parts"), ("help-wanted", "no-access")),
    Status.DIAGNOSED: (("finish",), ("propose", "parts"), ("help-wanted",)),
    Status.WAITING_PARTS: (("parts-here",),),
}
"""The buttons of a job in hand, row by row, the likeliest first."""


_ANSWERS: dict[Status, tuple[tuple[str, ...], ...]] = {
    Status.ACCEPTED: (("answer",), ("hand-back",)),
    Status.REMOTE: (("finish",),),
}
"""The buttons of a question about use: nobody travels for it."""


async def job_keys(work: Work, ticket: TicketView, *, may_be_remote: bool) -> tuple[tuple[Key, ...], ...]:
    """What the technician can do next with the job."""
    rows = [*(_ANSWERS if ticket.kind is Kind.QUESTION else _STEPS).get(ticket.status, ())]
    if may_be_remote and ticket.status is Status.ACCEPTED and await remote.state_of(work, ticket) is None:
        rows.insert(0, ("remote",))
    subject = str(ticket.id)
    steps = [tuple((Words(f"button-{verb}"), ActionTap(verb, subject)) for verb in row) for row in rows]
    talk: Key = (Words("button-talk-customer"), ActionTap("talk", subject))
    return tuple(steps) if ("answer",) in rows else (*steps, (talk,))


async def remote_consent(work: Work, parcel: Parcel) -> Shown:
    """The customer's leave for remote help, asked once for each handling."""
    ticket = await tickets.ticket(work, cast(int, parcel.args["ticket"]))
    asked = Words(
        "remote-consent", {"number": ticket.number, "technician": str(parcel.args.get("technician") or ticket.number)}
    )
    state = await remote.state_of(work, ticket)
    if state != "asked" or ticket.status is not Status.ACCEPTED:
        return Shown((Words("remote-answered", {"number": ticket.number, "state": state or "over"}),))
    yes: Key = (Words("button-remote-yes"), ActionTap("remote-yes", str(ticket.id)))
    no: Key = (Words("button-remote-no"), ActionTap("remote-no", str(ticket.id)))
    return Shown((asked,), ((yes, no),))


async def proposal(work: Work, parcel: Parcel) -> Shown:
    """Cause, plan and price, and the customer's yes or no to them."""
    ticket = await tickets.ticket(work, cast(int, parcel.args["ticket"]))
    proposed = [visit for visit in await visits.visits_of(work, ticket.id) if visit.proposal]
    if not proposed:
        raise ValueError(f"nothing is proposed for {ticket.number}")
    visit = proposed[-1]
    made = cast(Proposal, visit.proposal)
    state = _answer_to(made)
    lines: list[Phrase] = [
        Words("proposal-head", {"number": ticket.number}),
        Words("proposal-cause", {"cause": visit.cause or ""}),
        Words("proposal-plan", {"plan": made.plan}),
        _price(work, made),
        Words("proposal-state", {"state": state}),
    ]
    subject = f"{ticket.id}.{stamp_of(made.proposed_at)}"
    yes: Key = (Words("button-proposal-yes"), ActionTap("proposal-yes", subject))
    no: Key = (Words("button-proposal-no"), ActionTap("proposal-no", subject))
    is_asked = state == "asked" and ticket.status is Status.DIAGNOSED
    return Shown((Listing(tuple(lines), lines=True),), ((yes, no),) if is_asked else ())


async def plan_lines(work: Work, ticket: TicketView) -> list[Phrase]:
    """For the technician: what was proposed in this handling, and what the customer says to it."""
    outings = [visit for visit in await visits.visits_of(work, ticket.id) if visit.round == ticket.round]
    proposed = [visit.proposal for visit in outings if visit.proposal]
    return [
        line
        for made in proposed[-1:]
        for line in (
            Words("proposal-plan", {"plan": made.plan}),
            _price(work, made),
            Words("card-plan", {"state": _answer_to(made)}),
        )
    ]


def _answer_to(made: Proposal) -> str:
    return "agreed" if made.agreed_at else "refused" if made.refused_at else "asked"


def _price(work: Work, made: Proposal) -> Words:
    if not made.price:
        return Words("proposal-free")
    return Words("proposal-price", {"price": Money(made.price, work.settings.currency)})


async def help_wanted(work: Work, parcel: Parcel) -> Shown:
    """A colleague's call for help: who needs it, with what, and whether somebody helps already."""
    ticket = await tickets.ticket(work, cast(int, parcel.args["ticket"]))
    visit = next(each for each in await visits.visits_of(work, ticket.id) if each.id == parcel.args["visit"])
    if visit.helper_id is not None:
        helper = await people.known(work, visit.helper_id)
        return Shown((Words("help-given", {"number": ticket.number, "name": helper.name}),))
    if visit.finished_at or visit.left_at or ticket.status not in WITH_TECHNICIAN:
        return Shown((Words("help-over", {"number": ticket.number}),))
    asking = await people.known(work, visit.technician_id)
    words = Words("help-wanted", {"name": asking.name, "number": ticket.number, "words": visit.help_words or ""})
    give: Key = (Words("button-give-help"), ActionTap("give-help", str(ticket.id)))
    return Shown((words,), ((give,),))


async def may_be_remote(work: Work, ticket: TicketView) -> bool:
    """Whether the catalogue, or the kind of request, says that chat or phone may do."""
    if ticket.kind in (Kind.SOFTWARE, Kind.QUESTION):
        return ticket.kind is Kind.SOFTWARE
    return ticket.fault_id is not None and (await catalog.fault(work, ticket.fault_id)).needs.remote
