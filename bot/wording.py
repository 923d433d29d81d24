"""Phrases become text in the reader's language."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton

from bot.money import amount
from dialogs.phrases import Day, Listing, Moment, Money, Month, Names, Phrase, Words
from locales import BABEL, text


def say(phrase: Phrase, language: str, zone: ZoneInfo) -> str:
    """The words of a phrase; moments in `zone`."""
    match phrase:
        case Words(key, args):
            said = {
                name: value if isinstance(value, int) else say(value, language, zone) for name, value in args.items()
            }
            return text(language, key, said)
        case Names(texts):
            return texts.get(language) or texts.get("zh-Hans") or next(iter(texts.values()), "")
        case Day(iso, year):
            day = datetime.combine(date.fromisoformat(iso), datetime.min.time(), zone)
            return str(format_skeleton("yMMMd" if year else "MMMEd", day, tzinfo=zone, locale=BABEL[language]))
        case Month(iso):
            first = datetime.combine(date.fromisoformat(f"{iso}-01"), datetime.min.time(), zone)
            return str(format_skeleton("yMMMM", first, tzinfo=zone, locale=BABEL[language]))
        case Moment(iso):
            return moment(datetime.fromisoformat(iso), language, zone)
        case Money(units, currency):
            return amount(units, currency, language)
        case Listing(items, lines):
            joint = "\n" if lines else text(language, "list-joint", {}).replace("_", " ")
            return joint.join(say(item, language, zone) for item in items)
        case str() | int():
            return str(phrase)


def moment(at: datetime, language: str, zone: ZoneInfo) -> str:
    """Day and time in the zone, as the language writes them."""
    local = at.astimezone(zone)
    day = format_skeleton("MMMEd", local, tzinfo=zone, locale=BABEL[language])
    return f"{day} {local:%H:%M}"
