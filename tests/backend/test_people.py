"""Joining the staff, and what is shown of a person."""

from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.clock import FixedClock
from backend.database import Database
from backend.errors import Invalid, NotFound, TooLate
from backend.people import service as people
from backend.people.models import Invite
from backend.people.rules import StaffRole, masked_address, masked_phone, phone_number
from tests.backend import trade
from tests.backend.test_api_problems import check


async def test_an_invite_makes_staff_once_and_never_shows_its_token_again(database: Database) -> None:
    async with database.begin() as work:
        invited = await people.invite(work, StaffRole.TECHNICIAN, "Wang Wei", ["washer"], (31.2, 121.4))
        one, two = await trade.customer(work, "one"), await trade.customer(work, "two")
        joined = await people.redeem(work, invited.token, one.id)
        assert (joined.name, joined.role, joined.on_duty) == ("Wang Wei", StaffRole.TECHNICIAN, True)
        assert await people.redeem(work, invited.token, one.id) == joined
        with pytest.raises(TooLate):
            await people.redeem(work, invited.token, two.id)
        assert invited.token not in repr(vars(await work.session.get_one(Invite, 1)))


async def test_an_invite_expires_and_an_unknown_one_opens_nothing(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        invited, who = await people.invite(work, StaffRole.SUPERVISOR, "Chen"), await trade.customer(work)
        with pytest.raises(NotFound):
            await people.redeem(work, "guess", who.id)
    clock.forward(timedelta(days=7))
    async with database.begin() as work:
        with pytest.raises(TooLate):
            await people.redeem(work, invited.token, who.id)


@pytest.mark.parametrize(("name", "at"), [(" ", None), ("Wang Wei", (91.0, 0.0)), ("Wang Wei", (0.0, 181.0))])
async def test_an_invite_that_cannot_be_meant_is_refused(
    database: Database, name: str, at: tuple[float, float] | None
) -> None:
    async with database.begin() as work:
        with pytest.raises(Invalid):
            await people.invite(work, StaffRole.TECHNICIAN, name, at=at)


async def test_an_invite_for_a_skill_that_no_job_asks_for_is_refused_and_the_known_ones_are_named(
    api: httpx.AsyncClient, database: Database
) -> None:
    wanted = {"role": "technician", "name": "Wang Wei", "skills": ["washer", "wascher"]}
    assert (await api.post("invites", json=wanted)).status_code == 201, "no catalogue yet, so nothing to know it by"
    async with database.begin() as work:
        await trade.stock(work)
    refused = await api.post("invites", json=wanted)
    check(refused, 422, "invalid")
    assert refused.json()["detail"] == "the skills 'wascher'; expected some of electric, washer"
    assert (await api.post("invites", json={**wanted, "skills": ["washer", "electric"]})).status_code == 201


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13912345678", "+8613912345678"),
        ("139 1234 5678", "+8613912345678"),
        ("+86 139-1234-5678", "+8613912345678"),
        ("021-62345678", "+862162345678"),
        ("+49 30 901820", "+4930901820"),
        ("12", None),
        ("call me", None),
        ("", None),
    ],
)
def test_phone_numbers_are_read_as_people_write_them(text: str, number: str | None) -> None:
    assert phone_number(text, "CN") == number


@given(st.from_regex(r"1[3-9]\d{9}", fullmatch=True))
def test_a_masked_phone_shows_the_last_four_digits_and_no_more(digits: str) -> None:
    masked = masked_phone(f"+86{digits}")
    assert masked == f"+86 •••• {digits[-4:]}"


@given(st.text(max_size=200))
def test_a_masked_address_shows_the_beginning_and_no_more(address: str) -> None:
    shown = masked_address(address).removesuffix("…")
    assert address.startswith(shown)
    assert len(shown) <= min(8, max(2, len(address) // 3))
