"""The history of the database's tables. `backend.migrate` runs it; there is no alembic.ini."""
