"""first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("scopes", JSON, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("revoked_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_api_keys"),
        sa.UniqueConstraint("key_hash", name="uq_api_keys_key_hash"),
    )
    op.create_table(
        "catalogue_categories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_categories"),
        sa.UniqueConstraint("key", name="uq_catalogue_categories_key"),
    )
    op.create_table(
        "catalogue_revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_revision"),
    )
    op.create_table(
        "catalogue_terms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("learned_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_terms"),
        sa.UniqueConstraint(
            "kind", "entry_id", "language", "text", name="uq_catalogue_terms_kind_entry_id_language_text"
        ),
    )
    op.create_table(
        "catalogue_unmatched",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("resolved", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_unmatched"),
    )
    op.create_index(
        "ix_catalogue_unmatched_open",
        "catalogue_unmatched",
        ["at"],
        postgresql_where=sa.text("NOT resolved"),
        sqlite_where=sa.text("NOT resolved"),
    )

    op.create_table(
        "due_work",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("args", JSON, nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Boolean(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_due_work"),
        sa.UniqueConstraint("key", name="uq_due_work_key"),
    )
    op.create_index("ix_due_work_due_at", "due_work", ["due_at"])

    op.create_table(
        "inbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("update_id", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("failed", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("channel", "update_id", name="uq_inbox_channel_update_id"),
    )
    op.create_table(
        "pacing",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("next_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("channel", name="pk_pacing"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("place", JSON, nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("opted_out_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_table(
        "standards",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("adopted_at", TIME, nullable=False),
        sa.Column("limits", JSON, nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_standards"),
    )
    op.create_table(
        "ticket_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_ticket_days"),
    )
    op.create_table(
        "catalogue_faults",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("category", sa.String(length=64), nullable=True),
        sa.Column("severity", sa.String(length=16), nullable=False),
        sa.Column("hazard", sa.Boolean(), nullable=False),
        sa.Column("skill", sa.String(length=64), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["category"], ["catalogue_categories.key"], name="fk_catalogue_faults_category"),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_faults"),
        sa.UniqueConstraint("key", name="uq_catalogue_faults_key"),
    )
    op.create_index("ix_catalogue_faults_category", "catalogue_faults", ["category"])

    op.create_table(
        "catalogue_products",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("category", sa.String(length=64), nullable=False),
        sa.Column("skill", sa.String(length=64), nullable=False),
        sa.Column("warranty_months", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["category"], ["catalogue_categories.key"], name="fk_catalogue_products_category"),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_products"),
        sa.UniqueConstraint("key", name="uq_catalogue_products_key"),
    )
    op.create_index("ix_catalogue_products_category", "catalogue_products", ["category"])

    op.create_table(
        "chats",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("focus_id", sa.Integer(), nullable=True),
        sa.Column("seen_at", TIME, nullable=False),
        sa.Column("blocked_at", TIME, nullable=True),
        sa.Column("next_send_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_chats_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_chats"),
        sa.UniqueConstraint("channel", "address", name="uq_chats_channel_address"),
    )
    op.create_index("ix_chats_person_id", "chats", ["person_id"])

    op.create_table(
        "invites",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("skills", JSON, nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("redeemed_at", TIME, nullable=True),
        sa.Column("redeemed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["redeemed_by"], ["people.id"], name="fk_invites_redeemed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_invites"),
        sa.UniqueConstraint("token_hash", name="uq_invites_token_hash"),
    )
    op.create_table(
        "staff",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("skills", JSON, nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("on_duty", sa.Boolean(), nullable=False),
        sa.Column("joined_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_staff_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_staff"),
    )
    op.create_index("ix_staff_role", "staff", ["role"])

    op.create_table(
        "cards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_cards_chat_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cards"),
        sa.UniqueConstraint("chat_id", "card", name="uq_cards_chat_id_card"),
    )
    op.create_table(
        "catalogue_units",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("serial", sa.String(length=64), nullable=False),
        sa.Column("serial_key", sa.String(length=64), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("purchased_on", sa.Date(), nullable=True),
        sa.Column("customer_name", sa.String(length=120), nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["catalogue_products.id"], name="fk_catalogue_units_product_id"),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_units"),
        sa.UniqueConstraint("serial_key", name="uq_catalogue_units_serial_key"),
    )
    op.create_index("ix_catalogue_units_product_id", "catalogue_units", ["product_id"])

    op.create_table(
        "conversations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("state", JSON, nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("touched_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_conversations_chat_id"),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
    )
    op.create_index("ix_conversations_chat_id", "conversations", ["chat_id"])

    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("args", JSON, nullable=False),
        sa.Column("card", sa.String(), nullable=True),
        sa.Column("fresh", sa.Boolean(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("due_at", TIME, nullable=True),
        sa.Column("leased_until", TIME, nullable=True),
        sa.Column("unclear", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_at", TIME, nullable=True),
        sa.Column("reference", sa.String(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_outbox_chat_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    op.create_index(
        "ix_outbox_queue",
        "outbox",
        ["chat_id", "id"],
        postgresql_where=sa.text("state = 'queued'"),
        sqlite_where=sa.text("state = 'queued'"),
    )
    op.create_index("ix_outbox_state", "outbox", ["state"])

    op.create_table(
        "tickets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("urgency", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("standard_version", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("technician_id", sa.Integer(), nullable=True),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("symptoms", sa.String(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("product_words", sa.String(), nullable=False),
        sa.Column("fault_id", sa.Integer(), nullable=True),
        sa.Column("fault_words", sa.String(), nullable=False),
        sa.Column("skill", sa.String(), nullable=True),
        sa.Column("serial", sa.String(), nullable=True),
        sa.Column("purchased_on", sa.Date(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("suits", JSON, nullable=True),
        sa.Column("photos", JSON, nullable=False),
        sa.Column("objection", sa.String(), nullable=True),
        sa.Column("opened_at", TIME, nullable=False),
        sa.Column("changed_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["people.id"], name="fk_tickets_customer_id"),
        sa.ForeignKeyConstraint(["fault_id"], ["catalogue_faults.id"], name="fk_tickets_fault_id"),
        sa.ForeignKeyConstraint(["product_id"], ["catalogue_products.id"], name="fk_tickets_product_id"),
        sa.ForeignKeyConstraint(["standard_version"], ["standards.version"], name="fk_tickets_standard_version"),
        sa.ForeignKeyConstraint(["technician_id"], ["people.id"], name="fk_tickets_technician_id"),
        sa.PrimaryKeyConstraint("id", name="pk_tickets"),
        sa.UniqueConstraint("number", name="uq_tickets_number"),
        sa.UniqueConstraint("origin", name="uq_tickets_origin"),
    )
    op.create_index("ix_tickets_customer_id", "tickets", ["customer_id"])
    op.create_index("ix_tickets_status_id", "tickets", ["status", "id"])
    op.create_index("ix_tickets_technician_id", "tickets", ["technician_id"])

    op.create_table(
        "call_backs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.String(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("reasons", JSON, nullable=False),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("opened_at", TIME, nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", TIME, nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["people.id"], name="fk_call_backs_customer_id"),
        sa.ForeignKeyConstraint(["taken_by"], ["people.id"], name="fk_call_backs_taken_by"),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_call_backs_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_call_backs"),
        sa.UniqueConstraint("cause", name="uq_call_backs_cause"),
    )
    op.create_index("ix_call_backs_ticket_id", "call_backs", ["ticket_id"])

    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("data", JSON, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["people.id"], name="fk_journal_actor_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_journal_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
    )
    op.create_index("ix_journal_ticket_id", "journal", ["ticket_id"])

    op.create_table(
        "offers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("technician_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("offered_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("answered_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["technician_id"], ["people.id"], name="fk_offers_technician_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_offers_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_offers"),
        sa.UniqueConstraint("ticket_id", "round", "technician_id", name="uq_offers_ticket_id_round_technician_id"),
    )
    op.create_index("ix_offers_technician_id", "offers", ["technician_id"])
    op.create_index(
        "uq_offers_one_open",
        "offers",
        ["ticket_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )

    op.create_table(
        "rankings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("ranked", JSON, nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_rankings_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_rankings"),
    )
    op.create_index("ix_rankings_ticket_id", "rankings", ["ticket_id"])

    op.create_table(
        "surveys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.String(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("technician_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("reasons", JSON, nullable=False),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("sent_at", TIME, nullable=False),
        sa.Column("reminded_at", TIME, nullable=True),
        sa.Column("answered_at", TIME, nullable=True),
        sa.Column("closed_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["people.id"], name="fk_surveys_customer_id"),
        sa.ForeignKeyConstraint(["technician_id"], ["people.id"], name="fk_surveys_technician_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_surveys_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_surveys"),
        sa.UniqueConstraint("ticket_id", name="uq_surveys_ticket_id"),
    )
    op.create_index("ix_surveys_technician_id", "surveys", ["technician_id"])

    op.create_table(
        "ticket_clocks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("clock", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("stopped_at", TIME, nullable=True),
        sa.Column("breached_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_ticket_clocks_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_clocks"),
        sa.UniqueConstraint("ticket_id", "clock", "round", name="uq_ticket_clocks_ticket_id_clock_round"),
    )
    op.create_table(
        "visits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("technician_id", sa.Integer(), nullable=False),
        sa.Column("departed_at", TIME, nullable=False),
        sa.Column("arrived_at", TIME, nullable=True),
        sa.Column("finished_at", TIME, nullable=True),
        sa.Column("cause", sa.String(), nullable=True),
        sa.Column("solution", sa.String(), nullable=True),
        sa.Column("parts", sa.String(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("photos", JSON, nullable=False),
        sa.Column("confirmed_at", TIME, nullable=True),
        sa.Column("confirmed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["confirmed_by"], ["people.id"], name="fk_visits_confirmed_by"),
        sa.ForeignKeyConstraint(["technician_id"], ["people.id"], name="fk_visits_technician_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_visits_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_visits"),
        sa.UniqueConstraint("ticket_id", "round", name="uq_visits_ticket_id_round"),
    )
    op.create_index("ix_visits_technician_id", "visits", ["technician_id"])


def downgrade() -> None:
    op.drop_table("visits")
    op.drop_table("ticket_clocks")
    op.drop_table("surveys")
    op.drop_table("rankings")
    op.drop_table("offers")
    op.drop_table("journal")
    op.drop_table("call_backs")
    op.drop_table("tickets")
    op.drop_table("outbox")
    op.drop_table("conversations")
    op.drop_table("catalogue_units")
    op.drop_table("cards")
    op.drop_table("staff")
    op.drop_table("invites")
    op.drop_table("chats")
    op.drop_table("catalogue_products")
    op.drop_table("catalogue_faults")
    op.drop_table("ticket_days")
    op.drop_table("standards")
    op.drop_table("people")
    op.drop_table("pacing")
    op.drop_table("inbox")
    op.drop_table("due_work")
    op.drop_table("catalogue_unmatched")
    op.drop_table("catalogue_terms")
    op.drop_table("catalogue_revision")
    op.drop_table("catalogue_categories")
    op.drop_table("api_keys")
