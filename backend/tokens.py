"""Secrets that are shown once: made at random, kept only as a hash."""

import hashlib
import secrets


def new_token() -> str:
    """About 190 random bits in characters that a deep link may carry."""
    return secrets.token_urlsafe(24)


def hashed(token: str) -> str:
    """SHA-256: the token is random, so nothing slower is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
