"""Stretches of time in which a service may begin. Pure."""

from backend.dispatch.values import Job, Spans

NEVER = -float("inf")


def starts(job: Job, shift: Spans) -> Spans:
    """When the job may begin in the shift: in one of its windows, and done before that stretch of the shift ends."""
    found = []
    for opens, closes in job.windows:
        for begins, ends in shift:
            low, high = max(opens, begins), min(closes, ends - job.minutes)
            if low <= high:
                found.append((low, high))
    return tuple(found)


def first_from(spans: Spans, moment: float) -> float | None:
    """The earliest moment of the spans that is not before the moment."""
    for low, high in spans:
        if moment <= high:
            return max(low, moment)
    return None


def last_until(spans: Spans, moment: float) -> float:
    """The latest moment of the spans that is not after the moment; NEVER when there is none."""
    for low, high in reversed(spans):
        if low <= moment:
            return min(high, moment)
    return NEVER
