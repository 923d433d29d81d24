"""The same call again is the same thing; another call under its key is refused, and so is one while it is under way."""

import asyncio

import httpx
import pytest

from tests.backend.test_api_problems import check
from tests.backend.test_complaints import PHONED as COMPLAINT
from tests.backend.test_goods import PHONED as RETURN

TICKET = {"contact_name": "Li Na", "phone": "139 1234 5678", "symptoms": "It leaks.", "address": "88 Nanjing Road"}
ENTRIES = [("tickets", TICKET), ("complaints", COMPLAINT), ("returns", RETURN)]
KEY = {"Idempotency-Key": "call-1"}


@pytest.mark.parametrize(("path", "body"), ENTRIES)
async def test_another_body_under_the_same_key_is_refused(
    api: httpx.AsyncClient, path: str, body: dict[str, object]
) -> None:
    first = await api.post(path, json=body, headers=KEY)
    again = await api.post(path, json=body, headers=KEY)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    check(await api.post(path, json={**body, "contact_name": "Li Ping"}, headers=KEY), 422, "invalid")
    assert (await api.post(path, json={**body, "contact_name": "Li Ping"})).status_code == 201


async def test_a_call_that_was_refused_does_not_use_its_key_up(api: httpx.AsyncClient) -> None:
    check(await api.post("tickets", json={**TICKET, "phone": "12"}, headers=KEY), 422, "invalid")
    assert (await api.post("tickets", json=TICKET, headers=KEY)).status_code == 201


@pytest.mark.parametrize(("path", "body"), ENTRIES)
async def test_of_calls_at_the_same_moment_one_goes_through_and_the_others_are_told(
    api: httpx.AsyncClient, path: str, body: dict[str, object]
) -> None:
    answers = await asyncio.gather(*(api.post(path, json=body, headers=KEY) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
    for refused in (answer for answer in answers if answer.status_code == 409):
        check(refused, 409, "too-late")
    assert len((await api.get(path)).json()["items"]) == 1
