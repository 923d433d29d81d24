"""Who a page belongs to: a signed cookie names the visitor, and the signing secret lies in the database."""

import secrets

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select

from backend.database import Work
from bot.webchat.models import WebSecret

COOKIE = "aftercare_visitor"


async def signer(work: Work) -> URLSafeSerializer:
    """What signs cookies; its secret is made at the first call."""
    made = work.insert(WebSecret).values(id=1, value=secrets.token_urlsafe(32)).on_conflict_do_nothing()
    await work.session.execute(made)
    value = (await work.session.execute(select(WebSecret.value).where(WebSecret.id == 1))).scalar_one()
    return URLSafeSerializer(value, salt=COOKIE)


def new_visitor() -> str:
    return f"v-{secrets.token_urlsafe(16)}"


def visitor_of(cookie: str | None, sign: URLSafeSerializer) -> str | None:
    """The visitor that the cookie names; None when it is missing or forged."""
    try:
        named = sign.loads(cookie or "")
    except BadSignature:
        return None
    return named if isinstance(named, str) and named.startswith("v-") else None
