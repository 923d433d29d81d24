"""Tables of the catalogue: what is sold and serviced, what goes wrong with it, and how customers call both."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.catalog.values import USUAL_NEEDS
from backend.database import Base
from backend.values import RequestKind


class Category(Base):
    __tablename__ = "catalogue_categories"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)


class Product(Base):
    """`supplier` is the company whose own assembly it is, if it is one."""

    __tablename__ = "catalogue_products"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    category: Mapped[str] = mapped_column(ForeignKey("catalogue_categories.key"), index=True)
    skill: Mapped[str] = mapped_column(String(64))
    warranty_months: Mapped[int]
    supplier: Mapped[str | None] = mapped_column(String(120))
    active: Mapped[bool] = mapped_column(default=True)


class Fault(Base):
    """Without a category it may befall any product; its skill, where set, goes before the product's. `concern` is the
    kind of request it makes. What its repair usually needs: the skill's `level`, `tools`, one each of `parts`,
    `minutes` of work; `remote`: it may be solved by chat or phone first."""

    __tablename__ = "catalogue_faults"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    category: Mapped[str | None] = mapped_column(ForeignKey("catalogue_categories.key"), index=True)
    severity: Mapped[str] = mapped_column(String(16))
    hazard: Mapped[bool] = mapped_column(default=False)
    concern: Mapped[str] = mapped_column(String(16), default=RequestKind.HARDWARE)
    skill: Mapped[str | None] = mapped_column(String(64))
    level: Mapped[int] = mapped_column(default=USUAL_NEEDS.level)
    tools: Mapped[list[str]] = mapped_column(default=list)
    parts: Mapped[list[str]] = mapped_column(default=list)
    minutes: Mapped[int] = mapped_column(default=USUAL_NEEDS.minutes)
    remote: Mapped[bool] = mapped_column(default=USUAL_NEEDS.remote)
    active: Mapped[bool] = mapped_column(default=True)


class CatalogueTerm(Base):
    """A name, alias or code of the category, product or fault `entry_id`.

    `learned_at` is set where the desk taught it; an import replaces only the others.
    """

    __tablename__ = "catalogue_terms"
    __table_args__ = (UniqueConstraint("kind", "entry_id", "language", "text"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    entry_id: Mapped[int]
    language: Mapped[str] = mapped_column(String(16))
    role: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(String(200))
    learned_at: Mapped[datetime | None]


class Unit(Base):
    """An installed product. `serial` is as printed on it, `serial_key` the same squashed for looking it up."""

    __tablename__ = "catalogue_units"

    id: Mapped[int] = mapped_column(primary_key=True)
    serial: Mapped[str] = mapped_column(String(64))
    serial_key: Mapped[str] = mapped_column(String(64), unique=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("catalogue_products.id"), index=True)
    purchased_on: Mapped[date | None]
    customer_name: Mapped[str | None] = mapped_column(String(120))


class UnmatchedWords(Base):
    """What a customer said that named no product or fault, for the desk to teach from."""

    __tablename__ = "catalogue_unmatched"
    __table_args__ = (
        Index(
            "ix_catalogue_unmatched_open",
            "at",
            postgresql_where=text("NOT resolved"),
            sqlite_where=text("NOT resolved"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(String(500))
    language: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    resolved: Mapped[bool] = mapped_column(default=False)


class CatalogueRevision(Base):
    """One row. Its stamp is new after every change, and never comes back: a rolled back change leaves no trace."""

    __tablename__ = "catalogue_revision"

    id: Mapped[int] = mapped_column(primary_key=True)
    stamp: Mapped[str] = mapped_column(String(32))
