"""Conversations that the desk has taken over."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "takeovers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("desk_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_takeovers_chat_id"),
        sa.ForeignKeyConstraint(["desk_id"], ["chats.id"], name="fk_takeovers_desk_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_takeovers_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_takeovers"),
    )
    op.create_index("ix_takeovers_desk_id", "takeovers", ["desk_id"])
    op.create_index(
        "uq_takeovers_open",
        "takeovers",
        ["chat_id"],
        unique=True,
        postgresql_where=sa.text("closed_at IS NULL"),
        sqlite_where=sa.text("closed_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("takeovers")
