"""A chat, printed for people."""

from tests.botapi.chats import Chat, Contact, Location, Message, Sticker


def transcript(chat: Chat) -> str:
    """Return all that happened in a chat, oldest first, each message as it stands now."""
    lines = [f"--- {chat.name} ({chat.kind} {chat.id}, {chat.standing.name.lower()}) ---"]
    for entry in chat.story:
        if isinstance(entry, str):
            lines.append(f"  * {entry}")
        elif entry in chat.messages:
            lines += _lines(chat.messages[entry])
    return "\n".join(lines)


def _lines(message: Message) -> list[str]:
    edited = f", edited {message.edits}x" if message.edits else ""
    first, *more = (_what(message) + message.text).split("\n")
    lines = [f"{message.sender.first_name} #{message.id}{edited}: {first}", *(f"    {line}" for line in more)]
    lines += ["    " + " ".join(f"[{text} | {data}]" for text, data in row) for row in message.buttons]
    lines += ["    " + " ".join(f"<{text}>" for text in row) for row in message.keyboard]
    return lines + (["    (keyboard removed)"] if message.removes_keyboard else [])


def _what(message: Message) -> str:
    match message.content:
        case tuple():
            return "(photo) "
        case Location(latitude, longitude):
            return f"(location {latitude}, {longitude}) "
        case Contact(phone):
            return f"(contact {phone}) "
        case Sticker():
            return "(sticker) "
        case None:
            return ""
