"""Who may call the API, and the transaction that each call is."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from backend.database import Database, Work
from backend.journal import Actor, Role
from backend.keys import Scope, check_key

_SCOPES = "A key with the scopes read, write, supervise, or some of them."
_bearer = HTTPBearer(auto_error=False, scheme_name="API key", description=_SCOPES)
_Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


@dataclass(frozen=True)
class Call:
    """One call: its transaction, and the desk under the name of the key."""

    work: Work
    actor: Actor


async def _reading(request: Request, credentials: _Credentials) -> AsyncIterator[Call]:
    async with _database(request).read() as work:
        yield await _admitted(work, credentials, Scope.READ)


async def _writing(request: Request, credentials: _Credentials) -> AsyncIterator[Call]:
    async with _database(request).begin() as work:
        yield await _admitted(work, credentials, Scope.WRITE)


async def _supervising(request: Request, credentials: _Credentials) -> AsyncIterator[Call]:
    async with _database(request).begin() as work:
        yield await _admitted(work, credentials, Scope.SUPERVISE)


Reading = Annotated[Call, Depends(_reading, scope="function")]
"""A call that needs the scope read."""

Writing = Annotated[Call, Depends(_writing, scope="function")]
"""A call that needs the scope write. Committed before the answer is sent."""

Supervising = Annotated[Call, Depends(_supervising, scope="function")]
"""The same with the scope supervise."""


async def _admitted(work: Work, credentials: _Credentials, scope: Scope) -> Call:
    name = await check_key(work, credentials.credentials if credentials else None, scope)
    return Call(work, Actor(Role.DESK, None, name))


def _database(request: Request) -> Database:
    database = request.app.state.database
    assert isinstance(database, Database)
    return database
