"""What follows complaints, returns and call-backs: in hand, arranged, opened again; keys of calls."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("complaints") as complaints:
        complaints.add_column(sa.Column("handled_by", sa.Integer(), nullable=True))
        complaints.add_column(sa.Column("handler", sa.String(), nullable=True))
        complaints.add_column(sa.Column("due_at", TIME, nullable=True))
        complaints.create_foreign_key(op.f("fk_complaints_handled_by"), "people", ["handled_by"], ["id"])
    op.add_column("goods_returns", sa.Column("arranged_at", TIME, nullable=True))
    op.add_column("call_backs", sa.Column("reopen_asked_at", TIME, nullable=True))
    op.add_column("call_backs", sa.Column("reopen_agreed", sa.Boolean(), nullable=True))
    op.create_table(
        "idempotency_keys",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_idempotency_keys")),
    )


def downgrade() -> None:
    op.drop_table("idempotency_keys")
    op.drop_column("call_backs", "reopen_agreed")
    op.drop_column("call_backs", "reopen_asked_at")
    op.drop_column("goods_returns", "arranged_at")
    with op.batch_alter_table("complaints") as complaints:
        complaints.drop_constraint(op.f("fk_complaints_handled_by"), type_="foreignkey")
        complaints.drop_column("due_at")
        complaints.drop_column("handler")
        complaints.drop_column("handled_by")
