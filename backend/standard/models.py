"""The versions of the company's service standard."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base


class Standard(Base):
    """A version never changes; a new one is added. Tickets keep the version that they were opened under.

    `text` is the TOML as it was adopted, with its comments. `adopted_by` None: it came with the program.
    """

    __tablename__ = "standards"

    version: Mapped[int] = mapped_column(primary_key=True)
    adopted_at: Mapped[datetime]
    adopted_by: Mapped[str | None]
    text: Mapped[str]
