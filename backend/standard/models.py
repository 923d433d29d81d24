"""The versions of the company's service standard."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, JsonObject


class Standard(Base):
    """A version never changes; a new one is added. Tickets keep the version that they were opened under."""

    __tablename__ = "standards"

    version: Mapped[int] = mapped_column(primary_key=True)
    adopted_at: Mapped[datetime]
    limits: Mapped[JsonObject]
