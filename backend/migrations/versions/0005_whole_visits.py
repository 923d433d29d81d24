"""Outings of a handling, remote help, plans with a price, parts; when somebody is expected; daily reports."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("tickets", sa.Column("expected_at", TIME, nullable=True))
    with op.batch_alter_table("visits") as visits:
        visits.drop_constraint("uq_visits_ticket_id_round", type_="unique")
        visits.add_column(sa.Column("remote", sa.Boolean(), nullable=False, server_default=sa.false()))
        visits.add_column(sa.Column("far_km", sa.Double(), nullable=True))
        visits.add_column(sa.Column("left_at", TIME, nullable=True))
        visits.add_column(sa.Column("plan", sa.String(), nullable=True))
        visits.add_column(sa.Column("price", sa.Integer(), nullable=True))
        visits.add_column(sa.Column("proposed_at", TIME, nullable=True))
        visits.add_column(sa.Column("agreed_at", TIME, nullable=True))
        visits.add_column(sa.Column("refused_at", TIME, nullable=True))
        visits.add_column(sa.Column("work_type", sa.String(), nullable=True))
        visits.add_column(sa.Column("parts_used", JSON, nullable=True))
        visits.add_column(sa.Column("charge", sa.Integer(), nullable=True))
        visits.add_column(sa.Column("help_words", sa.String(), nullable=True))
        visits.add_column(sa.Column("helper_id", sa.Integer(), nullable=True))
        visits.create_foreign_key("fk_visits_helper_id", "people", ["helper_id"], ["id"])
        visits.create_index("ix_visits_ticket_round", ["ticket_id", "round"])
    op.create_table(
        "daily_reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("technician_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kinds", JSON, nullable=True),
        sa.Column("drafted_minutes", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("drafted_at", TIME, nullable=False),
        sa.Column("sent_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["technician_id"], ["people.id"], name="fk_daily_reports_technician_id"),
        sa.PrimaryKeyConstraint("id", name="pk_daily_reports"),
        sa.UniqueConstraint("technician_id", "day", name="uq_daily_reports_technician_id_day"),
    )
    op.create_index("ix_daily_reports_day", "daily_reports", ["day"])


def downgrade() -> None:
    op.drop_table("daily_reports")
    with op.batch_alter_table("visits") as visits:
        visits.drop_index("ix_visits_ticket_round")
        visits.drop_constraint("fk_visits_helper_id", type_="foreignkey")
        for column in (
            "helper_id",
            "help_words",
            "charge",
            "parts_used",
            "work_type",
            "refused_at",
            "agreed_at",
            "proposed_at",
            "price",
            "plan",
            "left_at",
            "far_km",
            "remote",
        ):
            visits.drop_column(column)
        visits.create_unique_constraint("uq_visits_ticket_id_round", ["ticket_id", "round"])
    op.drop_column("tickets", "expected_at")
