"""The team from the command line: who there is, and the whole team as a file."""

import sys
from pathlib import Path

from backend.actors import Actor, Role
from backend.people.team import apply_team, everybody, export_team
from backend.people.team_file import read_team, write_team
from backend.people.values import Profile
from backend.settings import Settings
from bot.commands.desk import opened
from bot.startup import CannotStart, words

_DESK = Actor(Role.DESK, None, "command line")


async def list_staff(settings: Settings) -> None:
    async with opened(settings) as database, database.read() as work:
        found = await everybody(work)
    for each in found:
        print(_line(each, settings))
    if not found:
        print(words("cli-no-staff"))


async def show_team(settings: Settings) -> None:
    """Prints what `apply_file` takes."""
    async with opened(settings) as database, database.read() as work:
        sys.stdout.write(write_team(await export_team(work)))


async def apply_file(settings: Settings, file: Path) -> None:
    """All or nothing. Raises CannotStart for a file that cannot be read, Refusal for what it says."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStart("cli-file-missing", file=str(file)) from error
    team = read_team(text)
    async with opened(settings) as database, database.begin() as work:
        await apply_team(work, team, _DESK)
    print(words("cli-staff-applied", file=str(file), members=len(team.member)))


def _line(each: Profile, settings: Settings) -> str:
    zone = settings.time_zone
    spans = ((begin.astimezone(zone), end.astimezone(zone)) for begin, end in each.shift)
    shift = " ".join(f"{begin:%H:%M}-{end:%H:%M}" for begin, end in spans) or "-"
    duty = "on " if each.on_duty else "off"
    skills = " ".join(f"{skill}={level}" for skill, level in each.skills.items())
    return f"{each.id:>5}  {each.role.value:<11} {duty}  {shift:<24} {each.name}  {skills}".rstrip()
