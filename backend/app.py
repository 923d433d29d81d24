"""The HTTP application, out of the features' routers."""

from typing import Any

from fastapi import APIRouter, FastAPI, Request
from pydantic import BaseModel
from sqlalchemy.exc import SQLAlchemyError
from starlette.types import Lifespan

from backend.catalog.api import router as catalog
from backend.complaints.api import router as complaints
from backend.database import Database
from backend.dispatch.api import router as dispatch
from backend.errors import Refusal
from backend.followups.api import router as followups
from backend.goods.api import router as goods
from backend.migrate import is_current
from backend.people.api import router as people
from backend.problems import RESPONSES, Problem, handle_problems
from backend.reports.api import router as reports
from backend.standard.api import router as standard
from backend.surveys.api import router as surveys
from backend.tickets.api import router as tickets
from backend.tickets.pauses_api import router as pauses
from backend.visits.api import router as visits

API = "/api/v1"
_DESCRIPTION = """
The desk's side of the after-sales service. Times are UTC. Phone numbers and addresses are masked except where
the contact itself is asked for, and that look is written into the ticket's history. Errors are problem details
(RFC 9457) whose `code` is stable.
"""
_health = APIRouter(tags=["health"])


class NotReady(Refusal):
    """Not able to serve yet, or for the moment."""

    code = "not-ready"
    status = 503


class Health(BaseModel):
    status: str


class _Application(FastAPI):
    def openapi(self) -> dict[str, Any]:
        described = super().openapi()
        described["components"]["schemas"]["Problem"] = Problem.model_json_schema()
        return described


def create_app(database: Database, lifespan: Lifespan[FastAPI] | None = None) -> FastAPI:
    """The API over the database. Whoever composes the process may mount more on it, and owns its `lifespan`."""
    app = _Application(
        title=f"{database.settings.company}: after-sales service",
        version="1",
        description=_DESCRIPTION,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.database = database
    app.state.under_way = set()
    handle_problems(app)
    app.include_router(_health)
    service = (tickets, pauses, visits, dispatch, surveys, followups, complaints, goods)
    features = (*service, people, catalog, standard, reports)
    for router in features:
        app.include_router(router, prefix=API, responses=RESPONSES)
    return app


@_health.get("/livez")
async def live() -> Health:
    """The process answers."""
    return Health(status="live")


@_health.get("/readyz", responses=RESPONSES)
async def ready(request: Request) -> Health:
    """The database answers and has the tables that this program expects."""
    database: Database = request.app.state.database
    try:
        current = await is_current(database)
    except (SQLAlchemyError, OSError) as error:
        raise NotReady("the database does not answer") from error
    if not current:
        raise NotReady("the database's tables are not those of this program; migrate it")
    return Health(status="ready")
