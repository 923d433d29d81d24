"""The tickets of a customer or a technician are found by their status, too."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

PEOPLE = ("customer_id", "technician_id")


def upgrade() -> None:
    for person in PEOPLE:
        op.create_index(op.f(f"ix_tickets_{person}_status"), "tickets", [person, "status"])
        op.drop_index(op.f(f"ix_tickets_{person}"), table_name="tickets")


def downgrade() -> None:
    for person in PEOPLE:
        op.create_index(op.f(f"ix_tickets_{person}"), "tickets", [person])
        op.drop_index(op.f(f"ix_tickets_{person}_status"), table_name="tickets")
