"""Commands and queries over people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update

from backend.catalog.skills import check_skills
from backend.chats import Chat
from backend.database import Json, Work
from backend.errors import Invalid, NotFound, TooLate
from backend.journal import Actor, Role, record
from backend.outbox import Notice
from backend.people.models import Invite, Person, StaffMember
from backend.people.rules import StaffRole, capacity, is_on_earth
from backend.people.values import Point
from backend.tokens import hashed, new_token


@dataclass(frozen=True)
class Known:
    """Who somebody is, with the role if they are staff."""

    id: int
    name: str
    phone: str | None
    place: Json
    role: StaffRole | None
    on_duty: bool
    honorific: str | None = None
    writer: str | None = None
    organisation: str | None = None

    @property
    def actor(self) -> Actor:
        return Actor(capacity(self.role), self.id, self.name)

    @property
    def as_customer(self) -> Actor:
        """The same person about a request of their own: staff have faults at home, too."""
        return Actor(Role.CUSTOMER, self.id, self.name)


@dataclass(frozen=True)
class Technician:
    id: int
    name: str
    skills: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    on_duty: bool


@dataclass(frozen=True)
class Invitation:
    """`token` is shown once and kept nowhere."""

    token: str
    role: StaffRole
    name: str
    expires_at: datetime


async def person_of(work: Work, chat: Chat, name: str) -> Known:
    """Whoever writes in the chat; a stranger becomes a customer of that name."""
    if chat.person_id is None:
        person = Person(name=name, phone=None, place=None, created_at=work.now)
        work.session.add(person)
        await work.session.flush()
        chat.person_id = person.id
    return await known(work, chat.person_id)


async def known(work: Work, person_id: int) -> Known:
    """Raises NotFound."""
    found = await work.session.execute(
        select(Person, StaffMember)
        .outerjoin(StaffMember, StaffMember.person_id == Person.id)
        .where(Person.id == person_id)
    )
    row = found.one_or_none()
    if row is None:
        raise NotFound(f"no person {person_id}")
    person, staff = row
    role = StaffRole(staff.role) if staff else None
    on_duty = bool(staff and staff.on_duty)
    return Known(
        person.id,
        person.name,
        person.phone,
        person.place,
        role,
        on_duty,
        honorific=person.honorific,
        writer=person.writer,
        organisation=person.organisation,
    )


async def add_customer(
    work: Work,
    name: str,
    phone: str | None,
    place: Json,
    *,
    honorific: str | None = None,
    writer: str | None = None,
    organisation: str | None = None,
) -> Known:
    """A customer without a chat, entered by the desk."""
    person = Person(
        name=name,
        honorific=honorific,
        writer=writer,
        organisation=organisation,
        phone=phone,
        place=place,
        created_at=work.now,
    )
    work.session.add(person)
    await work.session.flush()
    return await known(work, person.id)


async def remember_contact(
    work: Work,
    person_id: int,
    name: str,
    phone: str | None,
    place: Json,
    *,
    honorific: str | None = None,
    writer: str | None = None,
    organisation: str | None = None,
) -> None:
    """Keeps what a customer told with a request, so that the next one need not ask. What is not told now stays."""
    more = {"honorific": honorific, "writer": writer, "place": place}
    told = {"name": name, "phone": phone, **{column: value for column, value in more.items() if value is not None}}
    if writer is not None:
        told["organisation"] = organisation
    await work.session.execute(update(Person).where(Person.id == person_id).values(**told))


async def technicians(work: Work) -> list[Technician]:
    found = await work.session.execute(
        select(Person, StaffMember)
        .join(StaffMember, StaffMember.person_id == Person.id)
        .where(StaffMember.role == StaffRole.TECHNICIAN)
        .order_by(Person.id)
    )
    return [
        Technician(person.id, person.name, tuple(staff.skills), *_place(staff), staff.on_duty)
        for person, staff in found.all()
    ]


def _place(staff: StaffMember) -> tuple[float | None, float | None]:
    """Where they were last, else where they start from."""
    if staff.place_at is None:
        return staff.home_latitude, staff.home_longitude
    return staff.latitude, staff.longitude


async def supervisors(work: Work) -> list[int]:
    """Ids of those to whom what nobody else can solve goes."""
    return await _with_role(work, StaffRole.SUPERVISOR)


async def managers(work: Work) -> list[int]:
    """Ids of those above the supervisors; there need not be any."""
    return await _with_role(work, StaffRole.MANAGER)


async def _with_role(work: Work, role: StaffRole) -> list[int]:
    found = select(StaffMember.person_id).where(StaffMember.role == role).order_by(StaffMember.person_id)
    return list((await work.session.execute(found)).scalars())


async def to_supervisors(work: Work, kind: str, args: dict[str, Json], *, card: str | None = None) -> list[Notice]:
    return [Notice(person, kind, args, card=card, urgent=True) for person in await supervisors(work)]


async def set_duty(work: Work, person_id: int, *, on_duty: bool) -> None:
    await work.session.execute(update(StaffMember).where(StaffMember.person_id == person_id).values(on_duty=on_duty))


async def set_place(work: Work, person_id: int, latitude: float, longitude: float) -> None:
    """Where the staff member is now, in degrees."""
    here = {"latitude": latitude, "longitude": longitude, "place_at": work.now}
    await work.session.execute(update(StaffMember).where(StaffMember.person_id == person_id).values(**here))


async def fresh_place(work: Work, person_id: int, within: timedelta = timedelta(minutes=30)) -> Point | None:
    """Where the staff member was, if they shared it so short a time ago; in degrees."""
    staff = await work.session.get(StaffMember, person_id)
    if staff is None or staff.place_at is None or staff.latitude is None or staff.longitude is None:
        return None
    return (staff.latitude, staff.longitude) if work.now - staff.place_at <= within else None


async def opt_out(work: Work, person_id: int) -> None:
    """No surveys and no feedback forms from now on."""
    await work.session.execute(update(Person).where(Person.id == person_id).values(opted_out_at=work.now))


async def has_opted_out(work: Work, person_id: int) -> bool:
    found = await work.session.execute(select(Person.opted_out_at).where(Person.id == person_id))
    return found.scalar_one() is not None


async def invite(
    work: Work, role: StaffRole, name: str, skills: Sequence[str] = (), at: tuple[float, float] | None = None
) -> Invitation:
    """A one-time invitation. Raises Invalid for a place that is not on earth, an empty name, or unknown skills."""
    if not name.strip():
        raise Invalid("an invite without a name; expected the name of the person invited")
    if at and not is_on_earth(*at):
        raise Invalid(f"the place {at[0]},{at[1]}; expected latitude -90…90 and longitude -180…180")
    await check_skills(work, skills)
    token = new_token()
    expires_at = work.now + work.settings.invite_expires_after
    row = Invite(
        token_hash=hashed(token),
        role=role,
        name=name.strip(),
        skills=list(skills),
        latitude=at[0] if at else None,
        longitude=at[1] if at else None,
        created_at=work.now,
        expires_at=expires_at,
    )
    work.session.add(row)
    await work.session.flush()
    await record(work, "staff-invited", Actor(Role.DESK), data={"role": role.value, "name": row.name})
    return Invitation(token, role, row.name, expires_at)


async def redeem(work: Work, token: str, person_id: int) -> Known:
    """Makes the person staff. Raises TooLate when the invite was used or has expired, NotFound when there is none."""
    found = await work.session.execute(select(Invite).where(Invite.token_hash == hashed(token)).with_for_update())
    row = found.scalar_one_or_none()
    if row is None:
        raise NotFound("no such invite; ask for a new one", what="invite")
    if row.redeemed_by == person_id:
        return await known(work, person_id)
    if row.redeemed_at is not None:
        raise TooLate("the invite was used already; ask for a new one", what="invite-used")
    if row.expires_at <= work.now:
        raise TooLate("the invite has expired; ask for a new one", what="invite-expired")
    row.redeemed_at, row.redeemed_by = work.now, person_id
    await _join(work, row, person_id)
    return await known(work, person_id)


async def _join(work: Work, row: Invite, person_id: int) -> None:
    values = {
        "role": row.role,
        "skills": row.skills,
        "home_latitude": row.latitude,
        "home_longitude": row.longitude,
        "on_duty": True,
        "joined_at": work.now,
    }
    join = work.insert(StaffMember).values(person_id=person_id, **values)
    await work.session.execute(join.on_conflict_do_update(index_elements=["person_id"], set_=values))
    await work.session.execute(update(Person).where(Person.id == person_id).values(name=row.name))
    await record(work, "staff-joined", Actor(capacity(StaffRole(row.role)), person_id, row.name))
