"""For whom somebody writes, several symptoms, and the kind of request that a fault makes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("catalogue_faults", sa.Column("concern", sa.String(16), nullable=False, server_default="hardware"))
    for column in ("writer", "organisation"):
        op.add_column("people", sa.Column(column, sa.String(), nullable=True))
    op.add_column("tickets", sa.Column("writer", sa.String(), nullable=False, server_default="self"))
    for column in ("organisation", "client_name", "client_phone", "tried"):
        op.add_column("tickets", sa.Column(column, sa.String(), nullable=True))
    op.add_column("tickets", sa.Column("further", JSON, nullable=False, server_default="[]"))


def downgrade() -> None:
    for column in ("further", "tried", "client_phone", "client_name", "organisation", "writer"):
        op.drop_column("tickets", column)
    for column in ("organisation", "writer"):
        op.drop_column("people", column)
    op.drop_column("catalogue_faults", "concern")
