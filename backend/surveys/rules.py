"""What a survey's answers mean (table 16-8 and the follow-up of low scores). Pure."""

from collections.abc import Collection
from enum import StrEnum

from backend.errors import Invalid

REASONS = "ABCDEFGHI"
LOW_SCORE = 6
BAD_REASONS = frozenset("ABDEH")


class SurveyState(StrEnum):
    """`PARTIAL`: begun; `ANSWERED`: the part that counts is there, more may still come until it is closed."""

    SENT = "sent"
    PARTIAL = "partial"
    ANSWERED = "answered"
    LAPSED = "lapsed"


def check_score(score: int) -> int:
    """Raises Invalid outside 1 to 10."""
    if not 1 <= score <= 10:
        raise Invalid(f"the score {score}; expected 1 to 10", score=score)
    return score


def check_reasons(score: int, reasons: Collection[str]) -> list[str]:
    """The codes in the table's order; a 10 has none. Raises Invalid for codes that the table does not have."""
    unknown = sorted(set(reasons) - set(REASONS))
    if unknown:
        raise Invalid(f"the reason codes {', '.join(unknown)}; expected A to I", reasons=", ".join(unknown))
    return [] if score == 10 else [code for code in REASONS if code in reasons]


def needs_call_back(score: int | None, reasons: Collection[str]) -> bool:
    """6 and under, or a code that tells of bad work or bad manners."""
    return (score is not None and score <= LOW_SCORE) or bool(BAD_REASONS & set(reasons))


def band(score: int) -> str:
    """Two scores a band, as in the table."""
    return ("very-dissatisfied", "dissatisfied", "so-so", "fairly-satisfied", "satisfied")[(score - 1) // 2]
