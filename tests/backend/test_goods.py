"""Returns and exchanges: taken once, numbered, with proof of purchase and a day by which the goods are collected."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.catalog import service as catalog
from backend.clock import FixedClock
from backend.database import Database, Work
from backend.errors import Invalid, NotAllowed, NotFound
from backend.goods import service as goods
from backend.goods.rules import Condition, ReturnKind, check_lines, check_proof
from backend.goods.values import ReturnRequest, ReturnView
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.tickets.values import Place
from tests.backend import trade
from tests.backend.test_api_problems import check

SHANGHAI = ZoneInfo("Asia/Shanghai")
PHONED: dict[str, Any] = {
    "contact_name": "Li Na",
    "phone": "139 1234 5678",
    "kind": "exchange",
    "condition": "used",
    "reason": "It walks across the floor.",
    "product_words": "front-load washer",
    "symptoms": ["shakes", "bangs"],
    "questions": ["Is it safe?"],
    "address": "88 Nanjing Road, flat 1203",
}


def request(person: Known, origin: str = "chat:1", **given: Any) -> ReturnRequest:
    return ReturnRequest(
        **{
            "origin": origin,
            "customer_id": person.id,
            "contact_name": person.name,
            "contact_phone": "+8613912345678",
            "kind": ReturnKind.RETURN,
            "condition": Condition.UNUSED,
            "reason": "too big for the bathroom",
            "pickup": Place("88 Nanjing Road, flat 1203"),
            "product_words": "front-load washer",
            "proof": ("photo-1",),
            **given,
        }
    )


async def taken(work: Work, person: Known, origin: str = "chat:1", **given: Any) -> ReturnView:
    return await goods.take_return(work, request(person, origin, **given), person.actor)


async def test_a_return_is_kept_with_all_that_was_said(database: Database) -> None:
    async with database.begin() as work:
        await trade.stock(work)
        owner = await trade.customer(work)
        ticket = await trade.opened(work, owner)
        product = (await catalog.products(work))[0]
        said: dict[str, Any] = {
            "ticket_id": ticket.id,
            "product_id": product.id,
            "model": "WM-9",
            "serial": "0007",
            "colour": "white",
            "quantity": 2,
            "amount": 399_900,
            "purchased_on": date(2026, 5, 1),
            "purchase_words": "last Friday",
            "symptoms": ("shakes", "bangs", "smells"),
            "tried": "levelled it",
            "questions": ("is it safe?",),
            "notes": "second floor",
        }
        found = await taken(work, owner, **said)
    async with database.read() as work:
        assert await goods.return_numbered(work, "rt20260506001") == found
        assert await goods.goods_return(work, found.id) == found
        assert await goods.returns(work, customer_id=owner.id) == [found]
        assert {name: getattr(found, name) for name in said} == said
        assert (found.number, found.status, found.kind, found.condition) == (
            "RT20260506001", "received", "return", "unused"
        )  # fmt: skip
        assert (found.ticket, found.proof, found.registrar) == (ticket.number, ("photo-1",), "Li Na")
        assert (found.masked_phone, found.masked_address) == ("+86 •••• 5678", "88 Nanji…")
        assert found.due_at == datetime(2026, 5, 9, 2, 0, tzinfo=UTC)
        assert (await trade.events(work, ticket.id))[-1] == "return-taken"


async def test_the_customer_hears_the_number_and_the_supervisors_get_a_live_card(database: Database) -> None:
    async with database.begin() as work:
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        found = await taken(work, await trade.customer(work))
        assert [row.args for row in await trade.owed(work, "return-taken")] == [
            {"number": found.number, "due_at": found.due_at.isoformat()}
        ]
        [card] = await trade.owed(work, "return")
        assert (card.args, card.card) == ({"return": found.id}, f"return:{found.id}")


async def test_a_return_sent_twice_at_the_same_moment_is_one(database: Database) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)

    async def one() -> str:
        async with database.begin() as work:
            return (await taken(work, owner)).number

    assert set(await asyncio.gather(*(one() for _ in range(6)))) == {"RT20260506001"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"proof": ()},
        {"no_proof": True},
        {"symptoms": ("a", "b", "c", "d")},
        {"questions": ("a", "b", "c", "d")},
        {"quantity": 0},
        {"product_words": ""},
        {"purchased_on": date(2026, 5, 7)},
    ],
    ids=lambda given: "-".join(given),
)
async def test_a_return_that_cannot_be_meant_is_refused(database: Database, wrong: dict[str, Any]) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)
        with pytest.raises(Invalid):
            await taken(work, owner, **wrong)
        assert await goods.returns(work) == []


async def test_nobody_returns_somebody_elses_goods_or_what_nobody_sells(database: Database) -> None:
    async with database.begin() as work:
        ticket, other = await trade.opened(work), await trade.customer(work, "Mallory")
        with pytest.raises(NotAllowed):
            await taken(work, other, ticket_id=ticket.id)
        with pytest.raises(NotFound):
            await taken(work, other, product_id=4711)


async def test_who_has_no_proof_of_purchase_says_so(database: Database) -> None:
    async with database.begin() as work:
        assert (await taken(work, await trade.customer(work), proof=(), no_proof=True)).proof == ()


@pytest.mark.parametrize(
    ("days", "due"),
    [
        (0, "2026-05-09T10:00"),  # a Saturday that is worked in exchange for the holidays in May
        (7, "2026-05-18T10:00"),
        (147, "2026-10-10T10:00"),  # the National Day holidays lie between, and this Saturday is worked
    ],
)
async def test_goods_are_collected_within_three_working_days(
    database: Database, clock: FixedClock, days: int, due: str
) -> None:
    clock.forward(timedelta(days=days))
    async with database.begin() as work:
        due_at = (await taken(work, await trade.customer(work))).due_at
    assert due_at == datetime.fromisoformat(due).replace(tzinfo=SHANGHAI)


@given(st.lists(st.text(max_size=3)))
def test_up_to_three_lines_with_words_in_them_are_kept(lines: list[str]) -> None:
    said = [line.strip() for line in lines if line.strip()]
    if len(said) > 3:
        with pytest.raises(Invalid):
            check_lines(lines, "symptoms")
    else:
        assert check_lines(lines, "symptoms") == said


@given(st.lists(st.text(min_size=1)), st.booleans())
def test_there_is_either_proof_or_none(proof: list[str], has_none: bool) -> None:
    if bool(proof) == has_none:
        with pytest.raises(Invalid):
            check_proof(proof, has_none=has_none)
    else:
        assert check_proof(proof, has_none=has_none) == proof


async def test_the_desk_takes_a_return_once_and_finds_it_again(api: httpx.AsyncClient) -> None:
    answers = [await api.post("returns", json=PHONED, headers={"Idempotency-Key": "call-1"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    found = answers[0].json()
    assert (found["number"], found["registrar"], found["proof"]) == ("RT20260506001", "front desk", [])
    assert (found["symptoms"], found["questions"]) == (["shakes", "bangs"], ["Is it safe?"])
    assert found["due_at"] == "2026-05-09T02:00:00Z"
    assert (await api.get(f"http://aftercare{answers[0].headers['location']}")).json() == found
    assert (await api.get("returns")).json() == {"items": [found], "next": None}
    assert "13912345678" not in answers[0].text
    assert "flat 1203" not in answers[0].text


async def test_a_return_of_a_known_product_names_it_and_its_ticket(api: httpx.AsyncClient, database: Database) -> None:
    async with database.begin() as work:
        await trade.stock(work)
        ticket = await trade.opened(work)
    given = {**PHONED, "product": "washer-1", "ticket": ticket.number}
    found = (await api.post("returns", json=given)).json()
    assert (found["ticket"], found["customer_id"]) == (ticket.number, ticket.customer_id)
    assert found["product_id"] is not None


@pytest.mark.parametrize(
    "given",
    [
        {"phone": "12"},
        {"address": ""},
        {"latitude": 31.0},
        {"product_words": ""},
        {"product": "no-such-product"},
        {"symptoms": ["a", "b", "c", "d"]},
        {"quantity": 0},
        {"amount": -1},
        {"purchased_on": "2026-05-07"},
        {"condition": "eaten"},
    ],
    ids=lambda given: "-".join(given),
)
async def test_a_return_entered_wrongly_is_refused(api: httpx.AsyncClient, given: dict[str, Any]) -> None:
    check(await api.post("returns", json={**PHONED, **given}), 422, "invalid")
    assert (await api.get("returns")).json()["items"] == []


async def test_an_unknown_return_or_ticket_is_not_found(api: httpx.AsyncClient) -> None:
    check(await api.get("returns/RT20260506009"), 404, "not-found")
    check(await api.post("returns", json={**PHONED, "ticket": "SN20260506009"}), 404, "not-found")
