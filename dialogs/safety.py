"""Danger comes before everything else: what every form asks in which somebody may speak of it (handbook D, part 4)."""

from dialogs.conditions import Either, Some
from dialogs.model import Kind, Question

DANGER = Either((Some("danger"), Some("heard")))


def safety_after(story: str) -> tuple[Question, ...]:
    """Listens to the answer of the story and to whatever else is said, and asks whether everyone is safe."""
    return (
        Question("danger", Kind.NOTED, source=story, lookup="danger"),
        Question("heard", Kind.NOTED, lookup="danger"),
        Question(
            "safety",
            Kind.CHOICE,
            options=("safe", "unsafe"),
            relevant=DANGER,
            within="heard",
            remarks=("unsafe",),
        ),
    )
