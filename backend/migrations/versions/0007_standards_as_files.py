"""Standards as TOML; clocks that pause, and tell rung by rung; pauses and alarms on record."""

import json
import re
import tomllib
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TIME = sa.DateTime(timezone=True)
RUNGS = {"warning": 80, "due": 100}
EVENTS = {80: "clock-warning", 100: "clock-breached"}
HEAD = """# As it was before standards were files: minutes by day and night, working days from Monday to Friday.

[calendar.always]
open = ["Mon-Sun 00:00-24:00"]
working_day = "24h"

[calendar.weekdays]
open = ["Mon-Fri 00:00-24:00"]
working_day = "24h"

[[ladder.normal]]
at = "80%"
tell = ["supervisor"]

[[ladder.normal]]
at = "100%"
tell = ["supervisor"]

[[rule]]
clock = "collection"
start = "returned"
limit = "3 working days"
calendar = "weekdays"
ladder = "normal"
"""

standards = sa.table("standards", sa.column("version"), sa.column("limits", JSON), sa.column("text"))
clocks = sa.table(
    "ticket_clocks", sa.column("id"), sa.column("started_at", TIME), sa.column("due_at", TIME), sa.column("terms", JSON)
)
due_work = sa.table("due_work", sa.column("id"), sa.column("key"), sa.column("kind"), sa.column("args", JSON))


def upgrade() -> None:
    op.add_column("standards", sa.Column("adopted_by", sa.String(), nullable=True))
    op.add_column("standards", sa.Column("text", sa.String(), nullable=True))
    for version, limits in op.get_bind().execute(sa.select(standards.c.version, standards.c.limits)).all():
        written = standards.update().where(standards.c.version == version).values(text=_as_toml(limits["limits"]))
        op.get_bind().execute(written)
    with op.batch_alter_table("standards") as table:
        table.alter_column("text", existing_type=sa.String(), nullable=False)
        table.drop_column("limits")

    op.add_column("ticket_clocks", sa.Column("terms", JSON, nullable=False, server_default="[]"))
    op.add_column("ticket_clocks", sa.Column("fired", JSON, nullable=False, server_default="[]"))
    op.add_column("ticket_clocks", sa.Column("paused_at", TIME, nullable=True))
    for row in op.get_bind().execute(sa.select(clocks)).all():
        terms = [{"calendar": "always", "seconds": _seconds(row.started_at, row.due_at), "ladder": "normal"}]
        op.get_bind().execute(clocks.update().where(clocks.c.id == row.id).values(terms=terms))
    with op.batch_alter_table("ticket_clocks") as table:
        table.alter_column("terms", existing_type=JSON, server_default=None)
        table.alter_column("fired", existing_type=JSON, server_default=None)
    _rename_rungs(up=True)

    op.create_table(
        "ticket_pauses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("from_at", TIME, nullable=False),
        sa.Column("until_at", TIME, nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["people.id"], name="fk_ticket_pauses_actor_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_ticket_pauses_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_pauses"),
    )
    op.create_index("ix_ticket_pauses_ticket_id", "ticket_pauses", ["ticket_id"])
    op.create_index(
        "uq_ticket_pauses_open",
        "ticket_pauses",
        ["ticket_id", "reason"],
        unique=True,
        postgresql_where=sa.text("until_at IS NULL"),
        sqlite_where=sa.text("until_at IS NULL"),
    )
    op.create_table(
        "ticket_alarms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("clock_id", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("raised_at", TIME, nullable=False),
        sa.Column("told_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["clock_id"], ["ticket_clocks.id"], name="fk_ticket_alarms_clock_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_ticket_alarms_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_alarms"),
        sa.UniqueConstraint("clock_id", "percent", "person_id", name="uq_ticket_alarms_clock_id_percent_person_id"),
    )
    op.create_index("ix_ticket_alarms_person_id", "ticket_alarms", ["person_id"])


def downgrade() -> None:
    op.drop_table("ticket_alarms")
    op.drop_table("ticket_pauses")
    _rename_rungs(up=False)
    with op.batch_alter_table("ticket_clocks") as table:
        table.drop_column("paused_at")
        table.drop_column("fired")
        table.drop_column("terms")

    op.add_column("standards", sa.Column("limits", JSON, nullable=True))
    for version, text in op.get_bind().execute(sa.select(standards.c.version, standards.c.text)).all():
        limits = [limit for rule in tomllib.loads(text)["rule"] if (limit := _as_limit(rule))]
        written = standards.update().where(standards.c.version == version).values(limits={"limits": limits})
        op.get_bind().execute(written)
    with op.batch_alter_table("standards") as table:
        table.alter_column("limits", existing_type=JSON, nullable=False)
        table.drop_column("text")
        table.drop_column("adopted_by")


def _rename_rungs(*, up: bool) -> None:
    """What is planned for a clock, `clock:7:due`, is named by its share of the time, `clock:7:100`."""
    planned = sa.select(due_work.c.id, due_work.c.key, due_work.c.args).where(due_work.c.kind == "clock")
    for row_id, key, args in op.get_bind().execute(planned).all():
        clock, rung = key.rsplit(":", 1)
        if up:
            percent = RUNGS[rung]
            values = {"key": f"{clock}:{percent}", "args": {"clock": args["clock"], "percent": percent}}
        elif (percent := args["percent"]) in EVENTS:
            name = next(name for name, each in RUNGS.items() if each == percent)
            values = {"key": f"{clock}:{name}", "args": {"clock": args["clock"], "event": EVENTS[percent]}}
        else:
            op.get_bind().execute(due_work.delete().where(due_work.c.id == row_id))
            continue
        op.get_bind().execute(due_work.update().where(due_work.c.id == row_id).values(**values))
    if not up:
        op.get_bind().execute(due_work.delete().where(due_work.c.kind == "alarms"))


def _as_toml(limits: list[dict[str, Any]]) -> str:
    return "\n".join([HEAD, *(_rule(limit) for limit in limits)])


def _rule(limit: dict[str, Any]) -> str:
    days = limit["working_days"]
    fields = {
        "clock": limit["clock"],
        "start": limit["start"],
        "limit": f"{days} working days" if days else f"{limit['minutes']}m",
        "calendar": "weekdays" if days else "always",
        "ladder": "normal",
        "kind": limit["kinds"],
        "urgency": limit["urgencies"],
        "severity": limit["severities"],
    }
    lines = [f"{name} = {json.dumps(value)}\n" for name, value in fields.items() if value]
    return f"[[rule]]\n{''.join(lines)}"


def _as_limit(rule: dict[str, Any]) -> dict[str, Any] | None:
    """None for what standards could not say then."""
    if rule["start"] not in ("opened", "arrived", "objected") or rule["limit"] == "none" or rule.get("band"):
        return None
    days = re.fullmatch(r"(\d+) working days?", rule["limit"])
    parts = re.findall(r"(\d+)\s*([smhd])", "" if days else rule["limit"])
    seconds = sum(int(number) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[unit] for number, unit in parts)
    return {
        "clock": rule["clock"],
        "start": rule["start"],
        "minutes": seconds // 60,
        "working_days": int(days[1]) if days else 0,
        "kinds": rule.get("kind", []),
        "urgencies": rule.get("urgency", []),
        "severities": rule.get("severity", []),
    }


def _seconds(started_at: datetime, due_at: datetime) -> int:
    return int((due_at - started_at).total_seconds())
