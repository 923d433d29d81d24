"""The information feedback form, table 16-11: what may be rated, and how. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backend.errors import Invalid

PRODUCT = ("quality", "appearance", "packaging", "use", "delivery")
STAFF = ("timeliness", "initiative", "effectiveness", "skill", "manner")
LARGEST_QUANTITY = 1_000_000


class Satisfaction(StrEnum):
    VERY = "very-satisfied"
    BASICALLY = "basically-satisfied"
    DISSATISFIED = "dissatisfied"


@dataclass(frozen=True)
class FeedbackAnswers:
    """None, or no rating: not answered (yet). `product_words` name the product in use, in the customer's own words.

    `product` rates `PRODUCT`, `staff` rates `STAFF`: `{"quality": "very-satisfied"}`.
    """

    product_words: str | None = None
    model: str | None = None
    quantity: int | None = None
    product: Mapping[str, str] = field(default_factory=dict)
    staff: Mapping[str, str] = field(default_factory=dict)
    suggestions: str | None = None


def checked(answers: FeedbackAnswers) -> FeedbackAnswers:
    """Raises Invalid for what the table does not have."""
    _check_ratings(answers.product, PRODUCT)
    _check_ratings(answers.staff, STAFF)
    if answers.quantity is not None and not 0 <= answers.quantity <= LARGEST_QUANTITY:
        raise Invalid(f"the quantity {answers.quantity}; expected 0 to {LARGEST_QUANTITY}", what="quantity")
    return answers


def merged(before: FeedbackAnswers, now: FeedbackAnswers) -> FeedbackAnswers:
    """What is known after more was answered: a later answer goes before an earlier one."""
    return FeedbackAnswers(
        product_words=before.product_words if now.product_words is None else now.product_words,
        model=before.model if now.model is None else now.model,
        quantity=before.quantity if now.quantity is None else now.quantity,
        product={**before.product, **now.product},
        staff={**before.staff, **now.staff},
        suggestions=before.suggestions if now.suggestions is None else now.suggestions,
    )


def is_whole(answers: FeedbackAnswers) -> bool:
    """Whether all ten are rated. The rest may stay empty."""
    return set(answers.product) == set(PRODUCT) and set(answers.staff) == set(STAFF)


def dissatisfied_with(answers: FeedbackAnswers) -> tuple[str, ...]:
    """What was rated dissatisfied, in the table's order."""
    rated = {**answers.product, **answers.staff}
    return tuple(aspect for aspect in (*PRODUCT, *STAFF) if rated.get(aspect) == Satisfaction.DISSATISFIED)


def _check_ratings(ratings: Mapping[str, str], aspects: Collection[str]) -> None:
    if unknown := sorted(set(ratings) - set(aspects)):
        raise Invalid(f"a rating of {', '.join(unknown)[:40]}; expected {', '.join(aspects)}", what="aspect")
    if wrong := sorted({rating for rating in ratings.values() if rating not in set(Satisfaction)}):
        raise Invalid(f"the rating {', '.join(wrong)[:40]}; expected {', '.join(Satisfaction)}", what="rating")
