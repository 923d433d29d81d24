"""Questions 3 to 7 of table 16-8, which follow the short form: any of them may stay unanswered. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backend.errors import Invalid

STATEMENTS = tuple(str(number) for number in range(1, 16))
"""Statements 1 to 15 of question 7; the sixteenth is free text."""


class ClaimHandling(StrEnum):
    """Question 6: satisfied with how the claim was handled?"""

    SATISFIED = "A"
    FAIRLY = "B"
    SO_SO = "C"
    RATHER_NOT = "D"
    NOT = "E"


class Holds(StrEnum):
    """How far a statement of question 7 holds."""

    HOLDS = "holds"
    MOSTLY = "mostly-holds"
    SO_SO = "so-so"
    MOSTLY_NOT = "mostly-not"
    NOT = "does-not-hold"


@dataclass(frozen=True)
class SurveyRest:
    """None: not answered (yet). `statements` has an answer for each statement answered: `{"1": "holds"}`.

    `told_care` is question 3, `called_back` 4, `claimed` 5, `claim_handling` 6, `statements` 7.1 to 7.15 and `opinion`
    7.16.
    """

    told_care: bool | None = None
    called_back: bool | None = None
    claimed: bool | None = None
    claim_handling: str | None = None
    statements: Mapping[str, str] = field(default_factory=dict)
    opinion: str | None = None


def checked(rest: SurveyRest) -> SurveyRest:
    """Raises Invalid for what the table does not have."""
    if rest.claim_handling is not None and rest.claim_handling not in set(ClaimHandling):
        raise Invalid(f"question 6 {rest.claim_handling[:20]!r}; expected A to E", what="claim_handling")
    unknown = sorted(set(rest.statements) - set(STATEMENTS))
    if unknown:
        raise Invalid(f"the statements {', '.join(unknown)[:40]}; expected 1 to 15", what="statements")
    wrong = sorted({answer for answer in rest.statements.values() if answer not in set(Holds)})
    if wrong:
        raise Invalid(f"{', '.join(wrong)[:40]}; expected {', '.join(Holds)}", what="statements")
    return rest


def merged(before: SurveyRest, now: SurveyRest) -> SurveyRest:
    """What is known after more was answered: a later answer goes first, and question 6 needs a claim."""
    claimed = before.claimed if now.claimed is None else now.claimed
    handling = before.claim_handling if now.claim_handling is None else now.claim_handling
    answers = {**before.statements, **now.statements}
    return SurveyRest(
        told_care=before.told_care if now.told_care is None else now.told_care,
        called_back=before.called_back if now.called_back is None else now.called_back,
        claimed=claimed,
        claim_handling=handling if claimed else None,
        statements={number: answers[number] for number in STATEMENTS if number in answers},
        opinion=before.opinion if now.opinion is None else now.opinion,
    )


def is_whole(rest: SurveyRest) -> bool:
    """Whether every question that was to be asked has its answer. The free text may stay empty."""
    asked = (rest.told_care, rest.called_back, rest.claimed, *(rest.statements.get(each) for each in STATEMENTS))
    return None not in asked and (not rest.claimed or rest.claim_handling is not None)
