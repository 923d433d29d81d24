"""No test reaches beyond this machine: an attempt fails there and then, even where its error is swallowed."""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

import pytest

attempts: list[str] = []
"""Where tests wanted to go. The suite checks after each test that there is nothing."""


class BeyondLoopback(BaseException):
    """No Exception, so that no careful code takes it for a bad line."""


def _is_near(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    return _is_near_host(address[0])


def _is_near_host(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback or ipaddress.ip_address(name).is_unspecified
    except ValueError:
        return False


def _refuse(where: Any) -> None:
    attempts.append(repr(where))
    raise BeyondLoopback(f"a test reached for {where!r}")


def guard(patch: pytest.MonkeyPatch) -> None:
    """Connections, datagrams and name look-ups go to loopback or nowhere."""

    def guarded(method: str) -> Callable[..., Any]:
        plain = getattr(socket.socket, method)

        def call(self: socket.socket, *args: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_near(args[-1]):
                _refuse(args[-1])
            return plain(self, *args)

        return call

    for method in ("connect", "connect_ex", "sendto"):
        patch.setattr(socket.socket, method, guarded(method))
    look_up = socket.getaddrinfo

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not _is_near_host(host):
            _refuse(host)
        return look_up(host, *args, **kwargs)

    patch.setattr(socket, "getaddrinfo", guarded_look_up)
