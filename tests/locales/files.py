"""The locale files, taken apart: each message with its variables and the variants that it chooses among."""

from dataclasses import dataclass
from functools import cache

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from locales import resources

PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})


@dataclass(frozen=True)
class Message:
    """`variants` are the names that each variable is compared with, without plural forms, and its default."""

    key: str
    variables: frozenset[str]
    variants: frozenset[tuple[str, str]]
    defaults: frozenset[tuple[str, str]]
    is_plain: bool


class _Parts(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.variants: set[tuple[str, str]] = set()
        self.defaults: set[tuple[str, str]] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        assert isinstance(node.selector, ast.VariableReference)
        for variant in node.variants:
            name = variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
            found = self.defaults if variant.default else self.variants
            if name not in PLURALS:
                found.add((node.selector.id.name, name))
        self.generic_visit(node)


@cache
def messages(language: str) -> dict[str, Message]:
    """Raises AssertionError for a message that stands there twice."""
    found: dict[str, Message] = {}
    for resource in resources(language):
        for entry in resource.body:
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{language}: {entry.id.name} twice"
                found[entry.id.name] = _message(entry)
    return found


def junk(language: str) -> list[str]:
    return [entry.content or "" for each in resources(language) for entry in each.body if isinstance(entry, ast.Junk)]


def options(key: str, variable: str) -> set[str]:
    """Everything that the variable is compared with, the default included where it has a name."""
    message = messages("en")[key]
    return {name for selector, name in message.variants | message.defaults if selector == variable}


def _message(entry: ast.Message) -> Message:
    parts = _Parts()
    parts.visit(entry)
    plain = entry.value is not None and not entry.attributes
    return Message(
        entry.id.name,
        frozenset(parts.variables),
        frozenset(parts.variants),
        frozenset(parts.defaults),
        plain,
    )
