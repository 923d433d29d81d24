"""The desk's tickets over HTTP."""

import asyncio
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from backend.database import Database
from backend.people.models import Person
from tests.backend import trade
from tests.backend.test_api_problems import check
from tests.conftest import ON_SQLITE_ONLY

PHONED: dict[str, Any] = {
    "contact_name": "Li Na",
    "phone": "139 1234 5678",
    "symptoms": "It leaks when it spins.",
    "address": "88 Nanjing Road, flat 1203",
}


async def enter(api: httpx.AsyncClient, key: str | None = None, **given: Any) -> httpx.Response:
    headers = {"Idempotency-Key": key} if key else {}
    return await api.post("tickets", json={**PHONED, **given}, headers=headers)


async def test_the_desk_enters_a_call_and_gets_a_ticket_like_any_other(api: httpx.AsyncClient) -> None:
    answer = await enter(api, urgency="urgent", latitude=31.2353, longitude=121.4737, purchased_on="2025-05-01")
    assert answer.status_code == 201
    ticket = answer.json()
    assert ticket["number"] == "SN20260506001"
    assert (ticket["status"], ticket["urgency"], ticket["group"]) == ("graded", "urgent", "hardware")
    assert answer.headers["location"] == "/api/v1/tickets/SN20260506001"
    detail = (await api.get(f"http://aftercare{answer.headers['location']}")).json()
    assert [clock["clock"] for clock in detail["clocks"]] == ["first-contact", "arranged"]
    assert detail["clocks"][0]["due_at"] == "2026-05-06T02:30:00Z"
    assert detail["visits"] == []
    history = (await api.get("tickets/SN20260506001/history")).json()["items"]
    assert [(entry["event"], entry["role"], entry["actor"]) for entry in history] == [
        ("received", "desk", "front desk"),
        ("graded", "system", ""),
    ]


async def test_the_desk_notes_how_to_address_the_customer_and_when_they_bought_it(api: httpx.AsyncClient) -> None:
    ticket = (await enter(api, honorific="mr", purchase_words="two years ago")).json()
    assert (ticket["honorific"], ticket["purchase_words"], ticket["purchased_on"]) == ("mr", "two years ago", None)
    assert (await enter(api)).json()["honorific"] is None
    check(await enter(api, honorific="dame"), 422, "invalid")


async def test_the_desk_notes_for_whom_a_dealer_writes_and_what_was_tried(api: httpx.AsyncClient) -> None:
    dealer = {"writer": "dealer", "organisation": "Corner Shop", "client_name": "He Li", "tried": "a new fuse"}
    ticket = (await enter(api, **dealer, client_phone="139 0013 9011", further=["It beeps.", "It smells."])).json()
    assert {name: ticket[name] for name in dealer} == dealer
    assert ticket["masked_client_phone"] == "+86 •••• 9011"
    assert [each["words"] for each in ticket["further"]] == ["It beeps.", "It smells."]
    contact = (await api.get(f"tickets/{ticket['number']}/contact")).json()
    assert contact["client_phone"] == "+8613900139011"


async def test_nobody_stands_behind_somebody_who_writes_for_themselves(api: httpx.AsyncClient) -> None:
    plain = (await enter(api)).json()
    assert (plain["writer"], plain["organisation"], plain["client_name"], plain["further"]) == ("self", None, None, [])
    check(await enter(api, client_name="He Li"), 422, "invalid")
    check(await enter(api, writer="organisation"), 422, "invalid")
    check(await enter(api, writer="dealer", organisation="Corner Shop", client_phone="12"), 422, "invalid")


async def test_nobody_reads_a_full_phone_number_or_address_in_passing(api: httpx.AsyncClient) -> None:
    number = (await enter(api, latitude=31.2353, longitude=121.4737)).json()["number"]
    for path in ("tickets", f"tickets/{number}", f"tickets/{number}/history", f"tickets/{number}/ranking"):
        text = (await api.get(path)).text
        assert "13912345678" not in text
        assert "flat 1203" not in text
        assert "31.2353" not in text


async def test_a_look_at_the_whole_contact_is_on_record_once_for_each_reader(
    api: httpx.AsyncClient, database: Database
) -> None:
    number = (await enter(api)).json()["number"]
    for _ in range(2):
        contact = (await api.get(f"tickets/{number}/contact")).json()
        assert (contact["phone"], contact["address"]) == ("+8613912345678", PHONED["address"])
    history = (await api.get(f"tickets/{number}/history")).json()["items"]
    assert [entry["actor"] for entry in history if entry["event"].startswith("contact-shown")] == ["front desk"]


async def test_the_same_idempotency_key_gives_the_same_ticket(api: httpx.AsyncClient, database: Database) -> None:
    first, again, other = await enter(api, "call-17"), await enter(api, "call-17"), await enter(api, "call-18")
    assert [each.status_code for each in (first, again, other)] == [201, 200, 201]
    assert first.json()["number"] == again.json()["number"] != other.json()["number"]
    async with database.read() as work:
        assert await work.session.scalar(select(func.count()).select_from(Person)) == 2


async def test_the_same_idempotency_key_at_the_same_moment_gives_one_ticket(api: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(*(enter(api, "call-17") for _ in range(6)))
    assert [each.status_code for each in answers].count(201) == 1
    assert {each.status_code for each in answers} <= {200, 201, 409}
    told = [each.json()["number"] for each in answers if each.status_code != 409]
    again = await enter(api, "call-17")
    assert again.status_code == 200
    assert {*told, again.json()["number"]} == {"SN20260506001"}


async def test_a_product_and_fault_of_the_catalogue_grade_the_ticket(
    api: httpx.AsyncClient, database: Database
) -> None:
    async with database.begin() as work:
        await trade.stock(work)
    products = (await api.get("catalogue/products", params={"limit": 1})).json()["items"]
    faults = (await api.get("catalogue/faults", params={"limit": 200})).json()["items"]
    major = next(fault for fault in faults if fault["severity"] == "major")
    ticket = (await enter(api, product=products[0]["key"], fault=major["key"])).json()
    assert (ticket["severity"], ticket["product_id"], ticket["fault_id"]) == ("major", products[0]["id"], major["id"])
    assert ticket["skill"] == (major["skill"] or products[0]["skill"])


@ON_SQLITE_ONLY
@pytest.mark.parametrize(
    "given",
    [
        {"phone": "12"},
        {"phone": "9" * 40},
        {"address": ""},
        {"address": "", "latitude": 31.0},
        {"latitude": 31.0},
        {"product": "no-such-product"},
        {"fault": "no-such-fault"},
        {"purchased_on": "2026-05-07"},
        {"symptoms": "  "},
        {"symptoms": "a\x00b"},
        {"symptoms": "x" * 2001},
        {"contact_name": "a\nb\x1b[0m"},
        {"serial": ""},
        {"unheard_of": 1},
        {"urgency": "at once"},
    ],
    ids=lambda given: "-".join(given),
)
async def test_a_request_that_cannot_be_meant_is_refused(api: httpx.AsyncClient, given: dict[str, Any]) -> None:
    check(await enter(api, **given), 422, "invalid")
    assert (await api.get("tickets")).json() == {"items": [], "next": None}


async def test_pages_show_every_ticket_once_even_while_new_ones_come(api: httpx.AsyncClient) -> None:
    numbers = [(await enter(api)).json()["number"] for _ in range(5)]
    seen, cursor = [], None
    while True:
        params = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = (await api.get("tickets", params=params)).json()
        seen += [ticket["number"] for ticket in page["items"]]
        await enter(api)
        if (cursor := page["next"]) is None:
            break
    assert seen == numbers[::-1]


async def test_a_page_that_holds_the_last_ticket_says_that_it_is_the_last(api: httpx.AsyncClient) -> None:
    for _ in range(2):
        await enter(api)
    assert (await api.get("tickets", params={"limit": 2})).json()["next"] is None


async def test_the_list_can_show_one_status_only(api: httpx.AsyncClient) -> None:
    kept, gone = (await enter(api)).json()["number"], (await enter(api)).json()["number"]
    assert (await api.post(f"tickets/{gone}/cancel")).json()["status"] == "cancelled"
    for status, number in (("graded", kept), ("cancelled", gone)):
        page = (await api.get("tickets", params={"status": status})).json()
        assert [ticket["number"] for ticket in page["items"]] == [number]
    check(await api.get("tickets", params={"status": "lost"}), 422, "invalid")


@ON_SQLITE_ONLY
@pytest.mark.parametrize("cursor", ["nonsense", "%%%", "dGlja2V0czo=", "b2ZmZXJzOjQy", "dGlja2V0czotMQ", "é"])
async def test_a_cursor_of_somewhere_else_is_refused(api: httpx.AsyncClient, cursor: str) -> None:
    check(await api.get("tickets", params={"cursor": cursor}), 422, "invalid")


@ON_SQLITE_ONLY
@pytest.mark.parametrize("limit", ["0", "201", "-1", "many"])
async def test_a_page_has_one_to_two_hundred_tickets(api: httpx.AsyncClient, limit: str) -> None:
    check(await api.get("tickets", params={"limit": limit}), 422, "invalid")


async def test_an_unknown_number_is_not_found_and_its_case_does_not_matter(api: httpx.AsyncClient) -> None:
    number = (await enter(api)).json()["number"]
    assert (await api.get(f"tickets/{number.lower()}")).json()["number"] == number
    for path in ("", "/history", "/ranking", "/offers", "/contact"):
        check(await api.get(f"tickets/SN20260506999{path}"), 404, "not-found")
    check(await api.get("tickets/SN%00"), 422, "invalid")


async def test_a_ticket_shows_its_visit_with_the_service_record_and_the_signature(
    api: httpx.AsyncClient, database: Database
) -> None:
    ticket, owner, technician = await trade.confirmed(database)
    detail = (await api.get(f"tickets/{ticket.number}")).json()
    assert detail["status"] == "confirmed"
    visit = detail["visits"][0]
    assert visit["record"] == {
        "cause": "a worn seal", "solution": "seal replaced", "parts": "seal", "minutes": 45, "photos": []
    }  # fmt: skip
    assert (visit["technician_id"], visit["confirmed_by"]) == (technician.id, owner.id)
    assert all(clock["stopped_at"] for clock in detail["clocks"])
