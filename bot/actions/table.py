"""Which action each form leads to."""

from collections.abc import Awaitable, Callable, Mapping

from backend.conversations.service import Stored
from backend.database import JsonObject
from bot.actions import asked, grievances, jobs, requests
from bot.turn import Turn

Action = Callable[[Turn, Stored, JsonObject], Awaitable[None]]

FINISHED: Mapping[str, Action] = {
    "repair": requests.request_repair,
    "addition": requests.add_to,
    "retime": requests.change_time,
    "talk": requests.talk,
    "objection": requests.object_to,
    "record": jobs.file_record,
    "guidance": jobs.file_guidance,
    "proposal": jobs.propose,
    "parts": jobs.need_parts,
    "assist": jobs.need_help,
    "noaccess": jobs.no_access,
    "daily": jobs.correct_daily,
    "survey": asked.answer_survey,
    "feedback": asked.answer_feedback,
    "callback": asked.close_call_back,
    "complaint": grievances.complain,
    "return": grievances.send_back,
}
PROGRESS: Mapping[str, Action] = {"survey": asked.survey_so_far, "feedback": asked.feedback_so_far}
"""For forms of which every answer counts at once."""
