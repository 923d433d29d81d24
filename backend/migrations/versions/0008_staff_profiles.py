"""What staff can do, carry and when they work; what a fault's repair needs, and whose assembly a product is."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _add_profiles()
    _add_spells()
    op.create_table(
        "staff_hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hours", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_hours")),
    )
    op.add_column("catalogue_products", sa.Column("supplier", sa.String(120), nullable=True))
    op.add_column("catalogue_faults", sa.Column("level", sa.Integer(), nullable=False, server_default="1"))
    for column in ("tools", "parts"):
        op.add_column("catalogue_faults", sa.Column(column, JSON, nullable=False, server_default="[]"))
    op.add_column("catalogue_faults", sa.Column("minutes", sa.Integer(), nullable=False, server_default="60"))
    op.add_column("catalogue_faults", sa.Column("remote", sa.Boolean(), nullable=False, server_default=sa.false()))


def _add_profiles() -> None:
    """Nobody knows when the places were shared, so they are where the days begin."""
    op.add_column("staff", sa.Column("levels", JSON, nullable=False, server_default="{}"))
    for column in ("tools", "stock", "hours"):
        op.add_column("staff", sa.Column(column, JSON, nullable=True))
    op.add_column("staff", sa.Column("remote", sa.Boolean(), nullable=False, server_default=sa.true()))
    for column in ("home_latitude", "home_longitude"):
        op.add_column("staff", sa.Column(column, sa.Double(), nullable=True))
    op.add_column("staff", sa.Column("place_at", TIME, nullable=True))
    op.execute("UPDATE staff SET home_latitude = latitude, home_longitude = longitude")
    op.execute("UPDATE staff SET latitude = NULL, longitude = NULL")


def _add_spells() -> None:
    op.create_table(
        "staff_spells",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("begins_at", TIME, nullable=False),
        sa.Column("ends_at", TIME, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_staff_spells_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_spells")),
    )
    for column in ("person_id", "ends_at"):
        op.create_index(op.f(f"ix_staff_spells_{column}"), "staff_spells", [column])


def downgrade() -> None:
    for column in ("remote", "minutes", "parts", "tools", "level"):
        op.drop_column("catalogue_faults", column)
    op.drop_column("catalogue_products", "supplier")
    op.drop_table("staff_hours")
    op.drop_table("staff_spells")
    op.execute("UPDATE staff SET latitude = home_latitude, longitude = home_longitude WHERE latitude IS NULL")
    for column in ("place_at", "home_longitude", "home_latitude", "remote", "hours", "stock", "tools", "levels"):
        op.drop_column("staff", column)
