"""Dispatch, people and the lists over HTTP."""

import httpx
import pytest

from backend.catalog import service as catalog
from backend.catalog.values import Kind
from backend.database import Database
from backend.journal import record
from backend.outbox import Notice, OutboxState
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.surveys import service as surveys
from tests.backend import trade
from tests.backend.test_api_problems import check
from tests.backend.test_api_tickets import enter
from tests.conftest import ON_SQLITE_ONLY


async def test_the_desk_sees_who_was_ranked_and_why(api: httpx.AsyncClient, database: Database) -> None:
    async with database.begin() as work:
        near = await trade.staff(work, "Near", skills=["washer"], at=(31.23, 121.47))
        away = await trade.staff(work, "Away")
        await people.set_duty(work, away.id, on_duty=False)
    number = (await enter(api, latitude=31.2353, longitude=121.4737)).json()["number"]
    await trade.do_due(database)
    [ranking] = (await api.get(f"tickets/{number}/ranking")).json()["items"]
    assert [(each["name"], each["fit"]) for each in ranking["ranked"]] == [("Near", True), ("Away", False)]
    assert ranking["ranked"][0]["reasons"][0] == {"code": "distance", "figure": 0.7}
    assert {"code": "off-duty", "figure": None} in ranking["ranked"][1]["reasons"]
    [offer] = (await api.get(f"tickets/{number}/offers")).json()["items"]
    assert (offer["ticket"], offer["technician_id"], offer["state"]) == (number, near.id, "open")
    assert (await api.get("offers")).json()["items"] == [offer]


async def test_the_desk_assigns_a_job_and_calls_it_off(api: httpx.AsyncClient, database: Database) -> None:
    async with database.begin() as work:
        first, second = await trade.staff(work, "First"), await trade.staff(work, "Second")
    number = (await enter(api)).json()["number"]
    await trade.do_due(database)
    offer = (await api.post(f"tickets/{number}/assign", json={"technician": second.id})).json()
    assert (offer["technician_id"], offer["state"]) == (second.id, "open")
    assert (await api.post(f"tickets/{number}/cancel")).json()["status"] == "cancelled"
    offers = (await api.get(f"tickets/{number}/offers", params={"limit": 1})).json()
    assert [(each["technician_id"], each["state"]) for each in offers["items"]] == [(second.id, "withdrawn")]
    rest = (await api.get(f"tickets/{number}/offers", params={"cursor": offers["next"]})).json()
    assert [each["technician_id"] for each in rest["items"]] == [first.id]
    check(await api.post(f"tickets/{number}/cancel"), 409, "wrong-move")
    check(await api.post(f"tickets/{number}/assign", json={"technician": first.id}), 409, "too-late")


@pytest.mark.parametrize(("technician", "status"), [(999, 404), (0, 422), (2**31, 422), ("Wang", 422)])
async def test_a_job_goes_to_a_technician_only(api: httpx.AsyncClient, technician: object, status: int) -> None:
    number = (await enter(api)).json()["number"]
    answer = await api.post(f"tickets/{number}/assign", json={"technician": technician})
    check(answer, status, "not-found" if status == 404 else "invalid")


async def test_technicians_are_listed_with_their_load_and_without_their_phone(
    api: httpx.AsyncClient, database: Database
) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "Wang Wei", skills=["washer"])
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work)
    await trade.accepted(database, ticket, technician)
    assert (await api.get("technicians")).json()["items"] == [
        {"id": technician.id, "name": "Wang Wei", "skills": ["washer"], "on_duty": True, "load": 1}
    ]


async def test_an_invite_made_by_the_desk_lets_one_person_join(api: httpx.AsyncClient, database: Database) -> None:
    asked = {"role": "technician", "name": " Wang Wei ", "skills": ["washer"], "latitude": 31.2, "longitude": 121.4}
    answer = await api.post("invites", json=asked)
    assert answer.status_code == 201
    assert (answer.json()["name"], answer.json()["expires_at"]) == ("Wang Wei", "2026-05-13T02:00:00Z")
    async with database.begin() as work:
        joined = await people.redeem(work, answer.json()["token"], (await trade.customer(work)).id)
    assert joined.role is StaffRole.TECHNICIAN


@ON_SQLITE_ONLY
@pytest.mark.parametrize(
    "given", [{"name": " "}, {"role": "desk"}, {"latitude": 1}, {"latitude": 91, "longitude": 0}, {"skills": ["A b"]}]
)
async def test_an_invite_that_cannot_be_meant_is_refused(api: httpx.AsyncClient, given: dict[str, object]) -> None:
    check(await api.post("invites", json={"role": "technician", "name": "Wang Wei", **given}), 422, "invalid")


async def test_a_low_score_is_listed_and_its_call_back_closed_by_the_desk(
    api: httpx.AsyncClient, database: Database
) -> None:
    ticket, owner, _ = await trade.confirmed(database)
    async with database.begin() as work:
        sent = await surveys.send(work, ticket.id)
        assert sent is not None
        await surveys.answer(work, sent.id, owner.actor, 3, ["B"], None, complete=True)
    [survey] = (await api.get("surveys")).json()["items"]
    assert (survey["ticket"], survey["score"], survey["reasons"]) == (ticket.number, 3, ["B"])
    [call_back] = (await api.get("call-backs")).json()["items"]
    assert (call_back["ticket"], call_back["state"], call_back["score"]) == (ticket.number, "open", 3)
    closing = f"call-backs/{call_back['id']}/close"
    check(await api.post(closing, json={"result": ""}), 422, "invalid")
    closed = (await api.post(closing, json={"result": "apologised"})).json()
    assert (closed["state"], closed["result"]) == ("closed", "apologised")
    check(await api.post(closing, json={"result": "again"}), 409, "too-late")
    check(await api.post("call-backs/99/close", json={"result": "x"}), 404, "not-found")


async def test_the_desk_teaches_the_catalogue_what_customers_say(api: httpx.AsyncClient, database: Database) -> None:
    async with database.begin() as work:
        await trade.stock(work)
        await catalog.keep_unmatched(work, "the spinny thing howls", "en", Kind.FAULT)
        await catalog.keep_unmatched(work, "the cold box", "en", Kind.PRODUCT)
    first = (await api.get("catalogue/unmatched", params={"limit": 1})).json()
    assert first["items"][0]["words"] == "the spinny thing howls"
    [fault] = (await api.get("catalogue/faults", params={"limit": 1})).json()["items"]
    taught = {
        "kind": "fault", "entry": fault["id"], "text": "the spinny thing howls", "language": "en",
        "unmatched": first["items"][0]["id"],
    }  # fmt: skip
    assert (await api.post("catalogue/aliases", json=taught)).status_code == 204
    left = (await api.get("catalogue/unmatched")).json()["items"]
    assert [each["words"] for each in left] == ["the cold box"]
    assert (await api.get("catalogue/unmatched", params={"cursor": first["next"]})).json()["items"] == left
    check(await api.post("catalogue/aliases", json={**taught, "entry": 10_000}), 404, "not-found")
    check(await api.post("catalogue/aliases", json={**taught, "text": "a|b"}), 422, "invalid")


async def test_words_taught_by_the_desk_wait_no_longer_and_the_supervisors_card_says_so(
    api: httpx.AsyncClient, database: Database
) -> None:
    async with database.begin() as work:
        await trade.stock(work)
        chief = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        waiting = await catalog.keep_unmatched(work, "The spinny thing HOWLS!", "en", Kind.FAULT)
        other = await catalog.keep_unmatched(work, "the spinny thing howls", "en", Kind.PRODUCT)
        for row in (waiting, other):
            card = Notice(chief.id, "unmatched", {"unmatched": row, "candidates": []}, card=f"unmatched:{row}")
            await record(work, "words-unmatched", trade.DESK, owes=[card])
        for message in await trade.owed(work, "unmatched"):
            message.state = OutboxState.SENT
    [fault] = (await api.get("catalogue/faults", params={"limit": 1})).json()["items"]
    taught = {"kind": "fault", "entry": fault["id"], "text": "the spinny thing howls", "language": "en"}
    assert (await api.post("catalogue/aliases", json=taught)).status_code == 204
    left = (await api.get("catalogue/unmatched")).json()["items"]
    assert [each["id"] for each in left] == [other]
    async with database.read() as work:
        renewed = [row.card for row in await trade.owed(work, "unmatched") if row.state == OutboxState.QUEUED]
        assert renewed == [f"unmatched:{waiting}"]
        assert (await trade.events(work, None))[-1] == "words-settled"


async def test_the_catalogue_is_listed_page_by_page_with_names_in_every_language(
    api: httpx.AsyncClient, database: Database
) -> None:
    async with database.begin() as work:
        await trade.stock(work)
    whole = (await api.get("catalogue/products", params={"limit": 200})).json()["items"]
    keys: list[str] = []
    cursor = None
    while cursor is not None or not keys:
        page = (
            await api.get("catalogue/products", params={"limit": 3} | ({"cursor": cursor} if cursor else {}))
        ).json()
        keys += [product["key"] for product in page["items"]]
        cursor = page["next"]
    assert keys == [product["key"] for product in whole]
    assert all(set(product["names"]) == {"en", "zh-Hans", "zh-Hant"} for product in whole)
