"""A job may be offered to several at once, and whoever declines may say why."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    op.add_column("offers", sa.Column("reason", sa.String(), nullable=True))
    op.drop_index("uq_offers_one_open", "offers")
    op.create_index(
        "ix_offers_open", "offers", ["technician_id", "ticket_id"], sqlite_where=OPEN, postgresql_where=OPEN
    )


def downgrade() -> None:
    op.drop_index("ix_offers_open", "offers")
    op.create_index(
        "uq_offers_one_open", "offers", ["ticket_id"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN
    )
    op.drop_column("offers", "reason")
