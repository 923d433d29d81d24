"""What the Bot API says when it refuses."""

Json = dict[str, object]


class Refusal(Exception):
    """An answer with `ok: false`; `parameters` holds `retry_after` or `migrate_to_chat_id`."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """Return the JSON the client reads."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(what: str) -> Refusal:
    """Refuse with 400."""
    return Refusal(400, f"Bad Request: {what}")


def strict(what: str) -> Refusal:
    """Refuse what the real server lets pass in silence, or what this fake does not know."""
    return bad_request(f"strict fake: {what}")


def forbidden(what: str) -> Refusal:
    """Refuse with 403."""
    return Refusal(403, f"Forbidden: {what}")


def conflict(what: str) -> Refusal:
    """Refuse with 409."""
    return Refusal(409, f"Conflict: {what}")


def too_many_requests(retry_after: int) -> Refusal:
    """Refuse with 429; `retry_after` in seconds."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
