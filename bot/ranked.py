"""A kept ranking in words: who, and what speaks for or against them."""

from backend.database import Json, Work
from backend.dispatch import service as dispatch
from dialogs.phrases import Listing, Phrase, Words


async def newest_ranking(work: Work, ticket_id: int) -> list[dict[str, Json]]:
    """The rows of the last ranking, best first; empty before the first."""
    kept = await dispatch.rankings(work, ticket_id)
    ranked = kept[-1][2]["ranked"] if kept else []
    return [row for row in ranked if isinstance(row, dict)] if isinstance(ranked, list) else []


def ranked_line(row: dict[str, Json]) -> Phrase:
    reasons = row["reasons"]
    listed = reasons if isinstance(reasons, list) else []
    why = Listing(
        tuple(
            Words("reason", {"code": str(reason["code"]), "figure": _told(str(reason["code"]), reason.get("figure"))})
            for reason in listed
            if isinstance(reason, dict)
        )
    )
    return Words("ranked-line", {"name": str(row["name"]), "why": why})


def figure_phrase(figure: Json) -> str | int:
    return figure if isinstance(figure, str | int) else f"{figure:.1f}" if isinstance(figure, float) else ""


def _told(code: str, figure: Json) -> Phrase:
    """A skill by its name, any other figure as it is."""
    return Words("skill", {"skill": str(figure)}) if code.endswith("-skill") else figure_phrase(figure)
