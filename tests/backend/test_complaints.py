"""Complaints: taken once, numbered, told to the customer and the supervisors, from chat and from the desk."""

import asyncio
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.complaints import service as complaints
from backend.complaints.rules import LARGEST_CLAIM, ComplaintKind, Wish, check_claim
from backend.complaints.service import ComplaintRequest, ComplaintView
from backend.database import Database, Work
from backend.errors import Invalid, NotAllowed, NotFound
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.tickets.models import DailyCount
from tests.backend import trade
from tests.backend.test_api_problems import check

PHONED: dict[str, Any] = {
    "contact_name": "Li Na",
    "phone": "139 1234 5678",
    "words": "Three visits and it still leaks.",
    "kind": "service",
    "wish": "apology",
}


def request(person: Known, origin: str = "chat:1", **given: Any) -> ComplaintRequest:
    return ComplaintRequest(
        **{
            "origin": origin,
            "customer_id": person.id,
            "contact_name": person.name,
            "contact_phone": "+8613912345678",
            "words": "three visits and it still leaks",
            "kind": ComplaintKind.QUALITY,
            "wish": Wish.COMPENSATION,
            "claimed": 20_000,
            "photos": ("photo-1",),
            **given,
        }
    )


async def taken(work: Work, person: Known, origin: str = "chat:1", **given: Any) -> ComplaintView:
    return await complaints.take_complaint(work, request(person, origin, **given), person.actor)


async def test_a_complaint_is_kept_with_all_that_was_said_and_who_took_it(database: Database) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)
        ticket = await trade.opened(work, owner)
        found = await taken(work, owner, ticket_id=ticket.id)
    async with database.read() as work:
        assert await complaints.complaint_numbered(work, "cp20260506001") == found
        assert await complaints.complaint(work, found.id) == found
        assert await complaints.complaints(work, customer_id=owner.id) == [found]
        assert (found.number, found.status, found.ticket) == ("CP20260506001", "received", ticket.number)
        assert (found.kind, found.wish, found.claimed, found.photos) == (
            "quality",
            "compensation",
            20_000,
            ("photo-1",),
        )
        assert (found.channel, found.taken_by, found.registrar) == ("chat", owner.id, "Li Na")
        assert (found.masked_phone, found.received_at) == ("+86 •••• 5678", work.now)
        assert (await trade.events(work, ticket.id))[-1] == "complaint-taken"


async def test_the_customer_hears_the_number_and_every_supervisor_gets_one_live_card(database: Database) -> None:
    async with database.begin() as work:
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        await trade.staff(work, "Zhou", StaffRole.SUPERVISOR)
        found = await taken(work, await trade.customer(work))
        assert [row.args for row in await trade.owed(work, "complaint-taken")] == [{"number": found.number}]
        cards = await trade.owed(work, "complaint")
        assert [(row.args, row.card) for row in cards] == [({"complaint": found.id}, f"complaint:{found.id}")] * 2


async def test_a_complaint_sent_twice_at_the_same_moment_is_one(database: Database) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)

    async def one(origin: str) -> str:
        async with database.begin() as work:
            return (await taken(work, owner, origin)).number

    assert set(await asyncio.gather(*(one("chat:1") for _ in range(6)))) == {"CP20260506001"}
    others = await asyncio.gather(*(one(f"chat:{count}") for count in range(2, 8)))
    assert sorted(others) == [f"CP20260506{count:03d}" for count in range(2, 8)]
    async with database.read() as work:
        assert len(await trade.owed(work, "complaint-taken")) == 7


async def test_complaints_and_tickets_are_counted_apart_and_a_thousand_a_day_is_no_end(database: Database) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)
        numbers = [(await trade.opened(work, owner)).number, (await taken(work, owner)).number]
        day = await work.session.get_one(DailyCount, ("CP", work.now.date()))
        day.count = 999
        await work.session.flush()
        numbers.append((await taken(work, owner, "chat:2")).number)
    assert numbers == ["SN20260506001", "CP20260506001", "CP202605061000"]


async def test_nobody_complains_in_somebody_elses_name_or_about_nothing(database: Database) -> None:
    async with database.begin() as work:
        ticket, other = await trade.opened(work), await trade.customer(work, "Mallory")
        with pytest.raises(NotAllowed):
            await taken(work, other, ticket_id=ticket.id)
        with pytest.raises(NotFound):
            await taken(work, other, ticket_id=ticket.id + 1)
        for wrong in ({"words": "  "}, {"claimed": 0}, {"claimed": -1}):
            with pytest.raises(Invalid):
                await taken(work, other, **wrong)
        assert await complaints.complaints(work) == []
        assert (await taken(work, other)).number == "CP20260506001"


@given(st.integers())
def test_a_claim_is_an_amount_more_than_nothing(amount: int) -> None:
    if 0 < amount <= LARGEST_CLAIM:
        assert check_claim(amount) == amount
    else:
        with pytest.raises(Invalid):
            check_claim(amount)


async def test_the_desk_takes_a_complaint_once_and_finds_it_again(api: httpx.AsyncClient) -> None:
    answers = [
        await api.post("complaints", json={**PHONED, "claimed": LARGEST_CLAIM}, headers={"Idempotency-Key": "call-1"})
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 200]
    found = answers[0].json()
    assert (found["number"], found["channel"], found["registrar"]) == ("CP20260506001", "phone", "front desk")
    assert (found["claimed"], found["ticket"], found["taken_by"]) == (LARGEST_CLAIM, None, None)
    assert (await api.get(f"http://aftercare{answers[0].headers['location']}")).json() == found
    assert (await api.get("complaints")).json() == {"items": [found], "next": None}
    assert "13912345678" not in answers[0].text


async def test_a_complaint_about_a_ticket_is_its_customers(api: httpx.AsyncClient, database: Database) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work)
    found = (await api.post("complaints", json={**PHONED, "ticket": ticket.number.lower()})).json()
    assert (found["ticket"], found["customer_id"]) == (ticket.number, ticket.customer_id)
    history = (await api.get(f"tickets/{ticket.number}/history")).json()["items"]
    assert history[-1]["event"] == "complaint-taken"


async def test_pages_show_every_complaint_once(api: httpx.AsyncClient) -> None:
    numbers = [(await api.post("complaints", json=PHONED)).json()["number"] for _ in range(3)]
    first = (await api.get("complaints", params={"limit": 2})).json()
    second = (await api.get("complaints", params={"limit": 2, "cursor": first["next"]})).json()
    assert [each["number"] for each in [*first["items"], *second["items"]]] == numbers[::-1]
    assert second["next"] is None


@pytest.mark.parametrize(
    "given",
    [{"phone": "12"}, {"words": " "}, {"kind": "noise"}, {"wish": "revenge"}, {"channel": "chat"}, {"claimed": 0}],
    ids=lambda given: "-".join(given),
)
async def test_a_complaint_that_cannot_be_meant_is_refused(api: httpx.AsyncClient, given: dict[str, Any]) -> None:
    check(await api.post("complaints", json={**PHONED, **given}), 422, "invalid")
    assert (await api.get("complaints")).json()["items"] == []


async def test_an_unknown_complaint_or_ticket_is_not_found(api: httpx.AsyncClient) -> None:
    check(await api.get("complaints/CP20260506009"), 404, "not-found")
    check(await api.post("complaints", json={**PHONED, "ticket": "SN20260506009"}), 404, "not-found")
