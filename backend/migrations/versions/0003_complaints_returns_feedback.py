"""complaints, returns and feedback; surveys in full; one table for every day's count."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "daily_counts",
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("prefix", "day", name="pk_daily_counts"),
    )
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("product_words", sa.String(), nullable=True),
        sa.Column("model", sa.String(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=True),
        sa.Column("product", JSON, nullable=False),
        sa.Column("staff", JSON, nullable=False),
        sa.Column("suggestions", sa.String(), nullable=True),
        sa.Column("sent_at", TIME, nullable=False),
        sa.Column("answered_at", TIME, nullable=True),
        sa.Column("closed_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["people.id"], name="fk_feedback_customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
    )
    op.create_index("ix_feedback_customer_id", "feedback", ["customer_id"])

    op.create_table(
        "complaints",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("wish", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column("ticket", sa.String(), nullable=True),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("claimed", sa.BigInteger(), nullable=True),
        sa.Column("photos", JSON, nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("registrar", sa.String(), nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["people.id"], name="fk_complaints_customer_id"),
        sa.ForeignKeyConstraint(["taken_by"], ["people.id"], name="fk_complaints_taken_by"),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_complaints_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_complaints"),
        sa.UniqueConstraint("number", name="uq_complaints_number"),
        sa.UniqueConstraint("origin", name="uq_complaints_origin"),
    )
    op.create_index("ix_complaints_customer_id", "complaints", ["customer_id"])
    op.create_index("ix_complaints_ticket_id", "complaints", ["ticket_id"])

    op.create_table(
        "goods_returns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column("ticket", sa.String(), nullable=True),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("product_words", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=True),
        sa.Column("serial", sa.String(), nullable=True),
        sa.Column("colour", sa.String(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("purchased_on", sa.Date(), nullable=True),
        sa.Column("purchase_words", sa.String(), nullable=True),
        sa.Column("proof", JSON, nullable=False),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("symptoms", JSON, nullable=False),
        sa.Column("tried", sa.String(), nullable=False),
        sa.Column("questions", JSON, nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("registrar", sa.String(), nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["people.id"], name="fk_goods_returns_customer_id"),
        sa.ForeignKeyConstraint(["product_id"], ["catalogue_products.id"], name="fk_goods_returns_product_id"),
        sa.ForeignKeyConstraint(["taken_by"], ["people.id"], name="fk_goods_returns_taken_by"),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_goods_returns_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_goods_returns"),
        sa.UniqueConstraint("number", name="uq_goods_returns_number"),
        sa.UniqueConstraint("origin", name="uq_goods_returns_origin"),
    )
    op.create_index("ix_goods_returns_customer_id", "goods_returns", ["customer_id"])
    op.create_index("ix_goods_returns_ticket_id", "goods_returns", ["ticket_id"])

    op.execute("INSERT INTO daily_counts (prefix, day, count) SELECT 'SN', day, count FROM ticket_days")
    op.drop_table("ticket_days")

    op.add_column("people", sa.Column("honorific", sa.String(), nullable=True))
    op.add_column("surveys", sa.Column("told_care", sa.Boolean(), nullable=True))
    op.add_column("surveys", sa.Column("called_back", sa.Boolean(), nullable=True))
    op.add_column("surveys", sa.Column("claimed", sa.Boolean(), nullable=True))
    op.add_column("surveys", sa.Column("claim_handling", sa.String(), nullable=True))
    op.add_column("surveys", sa.Column("statements", JSON, nullable=True))
    op.add_column("surveys", sa.Column("opinion", sa.String(), nullable=True))
    op.add_column("tickets", sa.Column("honorific", sa.String(), nullable=True))
    op.add_column("tickets", sa.Column("purchase_words", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("tickets", "purchase_words")
    op.drop_column("tickets", "honorific")
    op.drop_column("surveys", "opinion")
    op.drop_column("surveys", "statements")
    op.drop_column("surveys", "claim_handling")
    op.drop_column("surveys", "claimed")
    op.drop_column("surveys", "called_back")
    op.drop_column("surveys", "told_care")
    op.drop_column("people", "honorific")

    op.create_table(
        "ticket_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_ticket_days"),
    )
    op.execute("INSERT INTO ticket_days (day, count) SELECT day, count FROM daily_counts WHERE prefix = 'SN'")
    op.drop_table("goods_returns")
    op.drop_table("complaints")
    op.drop_table("feedback")
    op.drop_table("daily_counts")
