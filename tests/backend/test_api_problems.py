"""Whatever goes wrong, a caller gets the same kind of answer and no secrets."""

from pathlib import Path

import httpx
import pytest

from backend.app import create_app
from backend.clock import FixedClock
from backend.database import Database
from backend.keys import ApiKey, Scope, create_key
from tests.conftest import ON_SQLITE_ONLY, MakeSettings

PROBLEM = "application/problem+json"


def check(answer: httpx.Response, status: int, code: str) -> None:
    body = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    assert (body["status"], body["code"]) == (status, code)
    assert body["type"] == f"urn:aftercare:problem:{code}"
    assert body["title"]
    assert body["detail"]
    assert body["instance"] == answer.request.url.path


async def test_a_call_without_a_key_is_told_to_bring_one(stranger: httpx.AsyncClient) -> None:
    answer = await stranger.get("/api/v1/tickets")
    check(answer, 401, "no-key")
    assert answer.headers["www-authenticate"] == "Bearer"


@ON_SQLITE_ONLY
@pytest.mark.parametrize("header", ["Bearer ac_unknown", "Bearer", "Basic YTpi", "ac_unknown"])
async def test_an_unknown_key_opens_nothing(stranger: httpx.AsyncClient, header: str) -> None:
    check(await stranger.get("/api/v1/tickets", headers={"Authorization": header}), 401, "no-key")


async def test_a_revoked_key_opens_nothing(api: httpx.AsyncClient, database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        key = await work.session.get_one(ApiKey, 1)
        key.revoked_at = clock.now()
    check(await api.get("tickets"), 401, "no-key")


async def test_a_key_that_only_reads_writes_nothing(database: Database, stranger: httpx.AsyncClient) -> None:
    async with database.begin() as work:
        key = await create_key(work, "display", [Scope.READ])
    headers = {"Authorization": f"Bearer {key}"}
    assert (await stranger.get("/api/v1/tickets", headers=headers)).status_code == 200
    answer = await stranger.post("/api/v1/invites", headers=headers, json={"role": "supervisor", "name": "Mallory"})
    check(answer, 403, "not-allowed")
    assert answer.json()["facts"] == {"scope": "write"}


async def test_an_unknown_path_is_a_problem_too(api: httpx.AsyncClient) -> None:
    check(await api.get("nothing-here"), 404, "not-found")


async def test_a_wrong_method_names_the_right_one(api: httpx.AsyncClient) -> None:
    answer = await api.delete("surveys")
    check(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET"


@ON_SQLITE_ONLY
@pytest.mark.parametrize("body", [b'{"symptoms": ', b'{"symptoms": "\xff"}', b"\xff\xfe", b"[" * 100_000])
async def test_a_body_that_is_no_json_is_told_so(api: httpx.AsyncClient, body: bytes) -> None:
    answer = await api.post("tickets", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (400, PROBLEM)
    assert len(answer.text) < 500


async def test_wrong_values_are_named_by_place_and_never_repeated(api: httpx.AsyncClient) -> None:
    answer = await api.post("tickets", json={"urgency": "SECRET" * 10_000, "latitude": 91, "x" * 5_000: 1})
    check(answer, 422, "invalid")
    assert answer.json()["errors"]["body.urgency"] == "Input should be 'normal', 'expedited' or 'urgent'"
    assert {"body.contact_name", "body.phone", "body.symptoms", "body.latitude"} < set(answer.json()["errors"])
    assert "SECRET" not in answer.text
    assert len(answer.text) < 3_000


async def test_our_own_errors_show_nothing_of_the_inside(
    stranger: httpx.AsyncClient, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(database)

    @app.get("/broken")
    async def broken() -> None:
        raise RuntimeError("the password is tiger")

    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://aftercare") as client:
        answer = await client.get("/broken")
    check(answer, 500, "internal-error")
    assert "tiger" not in answer.text
    assert "the password is tiger" in caplog.text


async def test_the_process_says_that_it_lives_and_is_ready(stranger: httpx.AsyncClient) -> None:
    assert (await stranger.get("/livez")).json() == {"status": "live"}
    assert (await stranger.get("/readyz")).json() == {"status": "ready"}


@pytest.mark.parametrize("url", ["sqlite:///{folder}/empty.db", "postgresql://localhost:1/none"])
async def test_without_its_tables_the_process_is_not_ready(
    url: str, tmp_path: Path, settings: MakeSettings, clock: FixedClock
) -> None:
    database = Database(settings(database_url=url.format(folder=tmp_path)), clock)
    transport = httpx.ASGITransport(app=create_app(database))
    async with httpx.AsyncClient(transport=transport, base_url="http://aftercare") as client:
        check(await client.get("/readyz"), 503, "not-ready")
        assert (await client.get("/livez")).status_code == 200
    await database.close()


async def test_the_description_of_the_api_is_whole_and_nothing_comes_from_outside(stranger: httpx.AsyncClient) -> None:
    described = (await stranger.get("/api/openapi.json")).json()
    assert "Problem" in described["components"]["schemas"]
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            assert operation["description"], (method, path)
            assert path in ("/livez", "/readyz") or operation["security"] == [{"API key": []}]
    for docs in ("/docs", "/redoc", "/api/docs"):
        assert (await stranger.get(docs)).status_code == 404
