"""Reading a call's parameters: query string, form, multipart or JSON body, as the real server takes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.datastructures import UploadFile
from starlette.requests import Request

from tests.botapi.refusals import Json, Refusal, bad_request, strict

UPLOAD_LIMIT = 50 << 20


@dataclass(frozen=True)
class Parameters:
    """What a call carries: every value as text, and the uploaded files by field name."""

    args: Mapping[str, str]
    files: Mapping[str, bytes] = field(default_factory=dict)

    def check_names(self, method: str, known: frozenset[str]) -> None:
        """Refuse any parameter the method does not have; uploads named by `attach://` count as known."""
        attached = {value.removeprefix("attach://") for value in self.args.values() if value.startswith("attach://")}
        for name in [*self.args, *self.files]:
            if name not in known and name not in attached:
                raise strict(f'{method} takes no parameter "{name}"')

    def text(self, name: str) -> str:
        """Return a value, or an empty string."""
        return self.args.get(name, "")

    def integer(self, name: str, default: int) -> int:
        """Return a whole number."""
        try:
            return int(self.args.get(name, default))
        except ValueError:
            raise bad_request(f'strict fake: parameter "{name}" must be an Integer') from None

    def number(self, name: str) -> float:
        """Return a required number."""
        if not self.text(name):
            raise bad_request(f"{name} is empty")
        try:
            return float(self.text(name))
        except ValueError:
            raise strict(f'parameter "{name}" must be a Float') from None

    def boolean(self, name: str) -> bool:
        """Return a flag."""
        return self.text(name).lower() in {"true", "yes", "1"}

    def json(self, name: str, what: str) -> object:
        """Return a JSON-serialized value, or None if there is none."""
        return decoded(self.text(name), what) if self.text(name) else None

    def shown(self) -> dict[str, str]:
        """Return all values for the record, files by their size."""
        return {**self.args, **{name: f"<{len(data)} bytes>" for name, data in self.files.items()}}


def decoded(text: str, what: str) -> object:
    """Parse JSON text."""
    try:
        value: object = json.loads(text)
    except ValueError:
        raise bad_request(f"can't parse {what} JSON object") from None
    return value


def as_object(value: object, what: str, known: frozenset[str]) -> Json:
    """Check that a value is an object with known fields only."""
    if not isinstance(value, dict):
        raise bad_request(f"object expected as {what}")
    if unknown := value.keys() - known:
        raise strict(f'{what} has no field "{min(unknown)}"')
    return value


def as_array(value: object, what: str) -> list[object]:
    """Check that a value is an array."""
    if not isinstance(value, list):
        raise bad_request(f"expected an Array of {what}")
    return value


async def read_parameters(request: Request) -> Parameters:
    """Read a request whole, whatever its content type."""
    args = dict(request.query_params)
    body = await request.body()
    if len(body) > UPLOAD_LIMIT:
        raise Refusal(413, "Request Entity Too Large")
    if not body:
        return Parameters(args)
    kind = request.headers.get("content-type", "").split(";")[0]
    match kind:
        case "application/json":
            return Parameters(args | _from_json(body))
        case "application/x-www-form-urlencoded" | "multipart/form-data":
            return await _from_form(request, args)
        case _:
            raise strict(f'a body of type "{kind}" is read by nobody')


def _from_json(body: bytes) -> dict[str, str]:
    value = decoded(body.decode(), "request body")
    if not isinstance(value, dict):
        raise bad_request("object expected as request body")
    return {name: item if isinstance(item, str) else json.dumps(item) for name, item in value.items()}


async def _from_form(request: Request, args: dict[str, str]) -> Parameters:
    files: dict[str, bytes] = {}
    async with request.form(max_part_size=UPLOAD_LIMIT) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = await value.read()
            else:
                args[name] = value
    return Parameters(args, files)
