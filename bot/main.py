"""The command line."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Coroutine
from datetime import date
from pathlib import Path

from backend.errors import Refusal
from backend.keys import Scope
from backend.people.rules import StaffRole
from bot.commands import catalogue, desk, plan, staff, standard
from bot.commands.forms import print_forms
from bot.demo.running import play_demo, run_demo
from bot.demo.story import StepMissing
from bot.product import Product
from bot.serving import Server, address_of, check, listening_socket
from bot.startup import CannotStart, operator_language, read_settings, words
from bot.terminal.chat import chat
from locales import LANGUAGES

_WRONG, _FAILED = 2, 1


def main() -> None:
    """Exit code 0 when it went well, 1 when a step of the story failed, 2 for a wrong setting or value."""
    arguments = _parser().parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # its INFO lines hold the bot's token
    try:
        asyncio.run(_command(arguments))
    except CannotStart as error:
        _end(words(error.key, **error.facts), _WRONG)
    except Refusal as error:
        _end(words("cli-refused", detail=error.detail), _WRONG)
    except StepMissing as error:
        _end(words("play-missing", step=error.step, why=error.why), _FAILED)
    except KeyboardInterrupt:
        sys.exit(130)


def _command(arguments: argparse.Namespace) -> Coroutine[None, None, None]:
    match arguments.command:
        case "demo" if arguments.play:
            return play_demo(arguments.folder)
        case "demo":
            return run_demo(arguments.folder, arguments.port)
        case "serve":
            return _serve()
        case "chat":
            return chat(read_settings(), arguments.who, arguments.language or operator_language(), arguments.record)
        case "forms":
            return asyncio.to_thread(print_forms)
        case "migrate":
            return desk.run_migrations(read_settings())
        case "invite":
            role = StaffRole(arguments.role)
            return desk.invite(read_settings(), role, arguments.name, arguments.skill, arguments.at)
        case "tickets":
            return desk.list_tickets(read_settings(), as_json=arguments.json)
        case "api-key":
            return desk.make_key(read_settings(), arguments.name, arguments.scope or ["read"])
        case "plan":
            return plan.plan_a_day(read_settings(), arguments.day, apply=arguments.apply, unasked=arguments.yes)
        case "standard":
            return _standard(arguments)
        case "staff":
            return _staff(arguments)
        case "catalogue" if arguments.direction == "import":
            return catalogue.import_file(read_settings(), arguments.file)
        case _:
            return catalogue.export_file(read_settings(), arguments.file)


def _standard(arguments: argparse.Namespace) -> Coroutine[None, None, None]:
    match arguments.direction:
        case "show":
            return standard.show_standard(read_settings())
        case "check":
            return standard.check_standard(arguments.file)
        case _:
            return standard.apply_standard(read_settings(), arguments.file)


def _staff(arguments: argparse.Namespace) -> Coroutine[None, None, None]:
    match arguments.direction:
        case "list":
            return staff.list_staff(read_settings())
        case "show":
            return staff.show_team(read_settings())
        case _:
            return staff.apply_file(read_settings(), arguments.file)


async def _serve() -> None:
    settings = read_settings()
    listening = listening_socket(settings)
    product = Product(settings)
    await check(product)
    mode = "off" if product.telegram is None else "webhook" if settings.public_url else "polling"
    ready = words(
        "cli-serving",
        url=address_of(listening),
        database="SQLite" if product.database.is_sqlite else "PostgreSQL",
        telegram=words(f"cli-telegram-{mode}"),
    )
    await Server(product.app(), lambda: print(ready, flush=True)).serve(sockets=[listening])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="aftercare", description=words("cli-about"))
    commands = parser.add_subparsers(dest="command", required=True)
    demo = commands.add_parser("demo", help=words("cli-demo"))
    demo.add_argument("--play", action="store_true", help=words("cli-demo-play"))
    demo.add_argument("--folder", type=Path, help=words("cli-demo-folder"))
    demo.add_argument("--port", type=int, help=words("cli-port"))
    commands.add_parser("serve", help=words("cli-serve"))
    talk = commands.add_parser("chat", help=words("cli-chat"))
    talk.add_argument("--as", dest="who", default="terminal", help=words("cli-chat-as"))
    talk.add_argument("--record", type=Path, help=words("cli-chat-record"))
    talk.add_argument("--language", choices=LANGUAGES, help=words("cli-chat-language"))
    commands.add_parser("forms", help=words("cli-forms"))
    commands.add_parser("migrate", help=words("cli-migrate"))
    _add_desk(commands)
    directions = commands.add_parser("catalogue", help=words("cli-catalogue")).add_subparsers(
        dest="direction", required=True
    )
    for direction, count in (("import", None), ("export", "?")):
        one = directions.add_parser(direction, help=words(f"cli-catalogue-{direction}"))
        one.add_argument("file", type=Path, nargs=count, help=words("cli-file"))
    _add_plan(commands)
    _add_standard(commands)
    _add_staff(commands)
    return parser


def _add_plan(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    planned = commands.add_parser("plan", help=words("cli-plan"))
    planned.add_argument("--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help=words("cli-plan-day"))
    planned.add_argument("--apply", action="store_true", help=words("cli-plan-apply"))
    planned.add_argument("--yes", action="store_true", help=words("cli-plan-yes"))


def _add_standard(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    directions = commands.add_parser("standard", help=words("cli-standard")).add_subparsers(
        dest="direction", required=True
    )
    directions.add_parser("show", help=words("cli-standard-show"))
    for direction in ("check", "apply"):
        directions.add_parser(direction, help=words(f"cli-standard-{direction}")).add_argument(
            "file", type=Path, help=words("cli-file")
        )


def _add_staff(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    directions = commands.add_parser("staff", help=words("cli-staff")).add_subparsers(dest="direction", required=True)
    for direction in ("list", "show"):
        directions.add_parser(direction, help=words(f"cli-staff-{direction}"))
    taken_in = directions.add_parser("apply", help=words("cli-staff-apply"))
    taken_in.add_argument("file", type=Path, help=words("cli-file"))


def _add_desk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    invite = commands.add_parser("invite", help=words("cli-invite"))
    invite.add_argument(
        "--role", required=True, choices=[role.value for role in StaffRole], help=words("cli-invite-role")
    )
    invite.add_argument("--name", required=True, help=words("cli-invite-name"))
    invite.add_argument(
        "--skill",
        "--skills",
        action="extend",
        type=_listed,
        default=[],
        metavar="SKILL",
        help=words("cli-invite-skill"),
    )
    invite.add_argument("--at", metavar="LAT,LON", help=words("cli-invite-at"))
    listed = commands.add_parser("tickets", help=words("cli-tickets"))
    listed.add_argument("--json", action="store_true", help=words("cli-json"))
    keys = commands.add_parser("api-key", help=words("cli-api-key")).add_subparsers(dest="direction", required=True)
    create = keys.add_parser("create", help=words("cli-api-key-create"))
    create.add_argument("--name", default="api", help=words("cli-api-key-name"))
    scopes = [scope.value for scope in Scope]
    create.add_argument("--scope", action="append", choices=scopes, help=words("cli-api-key-scope"))


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _end(sentence: str, code: int) -> None:
    print(sentence, file=sys.stderr)
    sys.exit(code)
