"""Lists in pages: an opaque cursor says where the next one goes on, whatever was added meanwhile."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, Protocol, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, Field

from backend.errors import Invalid
from backend.fields import LARGEST_ID

Item = TypeVar("Item")


class Numbered(Protocol):
    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=Numbered)


class Page(BaseModel, Generic[Item]):
    items: list[Item]
    next: str | None = Field(
        description="The cursor of the next page; null on the last one.", examples=["b2ZmZXJzOjQy"]
    )


@dataclass(frozen=True)
class Paging:
    """What a caller says about the page it wants."""

    cursor: Annotated[str | None, Query(max_length=100, description="`next` of the page before.")] = None
    limit: Annotated[int, Query(ge=1, le=200, description="How many items at most.")] = 50


AskedPage = Annotated[Paging, Depends()]


async def page_of(
    name: str,
    asked: Paging,
    load: Callable[[int | None, int], Awaitable[Sequence[Row]]],
    show: Callable[[Row], Item],
) -> Page[Item]:
    """The page asked of the list `name`; `load` takes the last id before it and a limit. Raises Invalid."""
    rows = await load(_read(name, asked.cursor) if asked.cursor else None, asked.limit + 1)
    shown, more = rows[: asked.limit], len(rows) > asked.limit
    return Page(items=[show(row) for row in shown], next=_cursor(name, shown[-1].id) if more else None)


def _cursor(name: str, last_id: int) -> str:
    return urlsafe_b64encode(f"{name}:{last_id}".encode()).decode().rstrip("=")


def _read(name: str, cursor: str) -> int:
    try:
        text = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except ValueError:
        text = ""
    listed, _, last_id = text.partition(":")
    if listed != name or not (last_id.isascii() and last_id.isdecimal()) or int(last_id) > LARGEST_ID:
        raise Invalid("this cursor is not one of this list; expected `next` of an earlier page", what="cursor")
    return int(last_id)
