"""HTTP routes of the catalogue: its products and faults, the words it did not know, and teaching it."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from backend.access import Reading, Writing
from backend.catalog import service as catalog
from backend.catalog.settling import teach
from backend.catalog.values import Kind, KnownFault, KnownProduct, Severity, Unmatched
from backend.fields import RowId, Words
from backend.pages import AskedPage, Page, page_of
from backend.values import RequestKind

router = APIRouter(prefix="/catalogue", tags=["catalogue"])


class ProductItem(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    key: str = Field(examples=["washer-front-load"])
    category: str
    skill: str = Field(description="What its repair asks of a technician.")
    warranty_months: int
    active: bool
    names: dict[str, str] = Field(description="By language: en, zh-Hans, zh-Hant.")
    codes: list[str] = Field(description="Model codes.")
    supplier: str | None = Field(description="Whose own assembly it is; null: the company answers for it.")


class NeedsItem(BaseModel):
    """What the repair usually asks for."""

    model_config = ConfigDict(from_attributes=True)

    level: int = Field(description="The least level of the skill, 1 to 3.")
    tools: list[str]
    parts: list[str] = Field(description="One of each.")
    minutes: int = Field(description="Of work.")
    remote: bool = Field(description="Whether it may be solved by chat or phone first.")


class FaultItem(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    key: str = Field(examples=["water-leak"])
    category: str | None = Field(description="Null: it may befall any product.")
    severity: Severity = Field(description="Decides the deadlines (table 16-7).")
    hazard: bool = Field(description="Whether it is dangerous, and so urgent (handbook D, part 4).")
    concern: RequestKind = Field(description="The kind of request that it makes (table 16-9).")
    skill: str | None = Field(description="Where set, goes before the product's.")
    active: bool
    names: dict[str, str] = Field(description="By language: en, zh-Hans, zh-Hant.")
    needs: NeedsItem


class UnmatchedItem(BaseModel):
    """What a customer said that named no product or fault."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    words: str = Field(examples=["the spinny thing howls"])
    language: str
    kind: Kind
    at: datetime


class NewAlias(BaseModel):
    """`text`, said exactly so, means the entry from now on."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    entry: RowId = Field(description="The id of the category, product or fault.", examples=[12])
    text: Words = Field(examples=["howls when it spins"])
    language: Literal["en", "zh-Hans", "zh-Hant"]
    unmatched: RowId | None = Field(None, description="Unmatched words that this settles, besides those same words.")


@router.get("/products")
async def list_products(call: Reading, asked: AskedPage) -> Page[ProductItem]:
    """In the order in which they were listed."""

    async def load(after: int | None, limit: int) -> tuple[KnownProduct, ...]:
        return await catalog.products(call.work, after=after, limit=limit)

    return await page_of("products", asked, load, ProductItem.model_validate)


@router.get("/faults")
async def list_faults(call: Reading, asked: AskedPage) -> Page[FaultItem]:
    """In the order in which they were listed."""

    async def load(after: int | None, limit: int) -> tuple[KnownFault, ...]:
        return await catalog.faults(call.work, after=after, limit=limit)

    return await page_of("faults", asked, load, FaultItem.model_validate)


@router.get("/unmatched")
async def list_unmatched(call: Reading, asked: AskedPage) -> Page[UnmatchedItem]:
    """What the desk has still to look at, oldest first."""

    async def load(after: int | None, limit: int) -> tuple[Unmatched, ...]:
        return await catalog.unmatched(call.work, limit, after=after)

    return await page_of("unmatched", asked, load, UnmatchedItem.model_validate)


@router.post("/aliases", status_code=204)
async def learn_alias(call: Writing, asked: NewAlias) -> None:
    """Teaches the catalogue what customers call something. What waits in the same words is settled with it."""
    await teach(call.work, call.actor, asked.kind, asked.entry, asked.text, asked.language, settles=asked.unmatched)
