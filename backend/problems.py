"""Errors on their way out over HTTP: RFC 9457 problem details, the same shape for every error."""

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from backend.errors import Fact, NotSignedIn, Refusal

MEDIA_TYPE = "application/problem+json"
_MOST_ERRORS = 20
_LONGEST_NAME = 60
_log = logging.getLogger(__name__)


class Problem(BaseModel):
    """`code` is stable, and `title` and `type` follow from it; `facts` hold what the detail speaks of."""

    type: str = Field(examples=["urn:aftercare:problem:not-found"])
    title: str = Field(examples=["Not found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["no ticket 'SN20260504001'"])
    code: str = Field(examples=["not-found"])
    instance: str = Field(description="The path that was asked.", examples=["/api/v1/tickets/SN20260504001"])
    facts: Mapping[str, Fact] = Field(default_factory=dict, examples=[{"number": "SN20260504001"}])
    errors: Mapping[str, str] = Field(
        default_factory=dict,
        description="What was wrong with the request: the place, and what was expected there.",
        examples=[{"body.urgency": "Input should be 'normal', 'expedited' or 'urgent'"}],
    )


RESPONSES: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "A problem (RFC 9457).",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
"""For a router: how its errors look in the API's description, which must hold the schema of `Problem`."""


def handle_problems(app: FastAPI) -> None:
    """Every error that leaves the application becomes a problem."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(HTTPException, _not_served)
    app.add_exception_handler(Exception, _failed)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refusal)
    headers = {"WWW-Authenticate": "Bearer"} if isinstance(error, NotSignedIn) else None
    return _answer(request, error.status, error.code, error.detail, headers=headers, facts=error.facts)


async def _not_understood(request: Request, error: Exception) -> JSONResponse:
    """What was sent is never repeated in the answer: it may be huge, or private."""
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(each["type"] == "json_invalid" for each in found):
        return _answer(request, 400, "malformed", "the body is no JSON; expected a JSON object")
    errors = {_place(each["loc"]): str(each["msg"])[:200] for each in found[:_MOST_ERRORS]}
    return _answer(request, 422, "invalid", f"{len(found)} values are not as expected; see errors", errors=errors)


async def _not_served(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    phrase = HTTPStatus(error.status_code).phrase
    return _answer(request, error.status_code, phrase.lower().replace(" ", "-"), error.detail, headers=error.headers)


async def _failed(request: Request, error: Exception) -> JSONResponse:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _answer(request, 500, "internal-error", "the error is ours and was logged; try again later")


def _place(where: Sequence[int | str]) -> str:
    return ".".join(str(part)[:_LONGEST_NAME] for part in where)


def _answer(
    request: Request,
    status: int,
    code: str,
    detail: str,
    *,
    headers: Mapping[str, str] | None = None,
    facts: Mapping[str, Fact] | None = None,
    errors: Mapping[str, str] | None = None,
) -> JSONResponse:
    problem = Problem(
        type=f"urn:aftercare:problem:{code}",
        title=code.replace("-", " ").capitalize(),
        status=status,
        detail=detail,
        code=code,
        instance=request.url.path,
        facts=facts or {},
        errors=errors or {},
    )
    shown = problem.model_dump(mode="json", exclude_defaults=True)
    return JSONResponse(shown, status, headers, media_type=MEDIA_TYPE)
