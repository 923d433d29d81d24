"""The fake Bot API behaves as the real one does, as python-telegram-bot sees it."""

import asyncio
import io
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram import Update as BotUpdate
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from tests.botapi import FakeBotApi, Message, User
from tests.botapi.loopback import LoopbackServer, serving


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as server:
        yield server


@pytest.fixture
async def bot(api: FakeBotApi) -> AsyncIterator[Bot]:
    async with _bot(api) as client:
        yield client


@pytest.fixture
async def mei(api: FakeBotApi) -> User:
    user = api.user("Mei", language_code="zh-hans")
    await user.start()
    return user


def _bot(api: FakeBotApi) -> Bot:
    return Bot(api.token, base_url=f"{api.url}/bot", base_file_url=f"{api.url}/file/bot")


def _inline(*rows: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=data) for text, data in row] for row in rows]
    )


def _picture(width: int = 8, height: int = 6) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(data, "JPEG")
    return data.getvalue()


async def test_a_user_sees_what_is_sent_and_edited_and_taps_it(api: FakeBotApi, bot: Bot, mei: User) -> None:
    sent = await bot.send_message(mei.id, "<b>Which</b> fault?", "HTML", reply_markup=_inline([("Leaks", "f:1")]))
    assert sent.entities[0].length == 5
    assert (await mei.sees("Which fault?")).buttons == [[("Leaks", "f:1")]]

    await mei.taps("Leak")
    update = (await bot.get_updates())[-1]
    assert update.callback_query is not None
    assert (update.callback_query.data, mei.spinning) == ("f:1", ["f:1"])
    await update.callback_query.answer("Noted")
    assert (await mei.sees_toast()).text == "Noted"
    with pytest.raises(BadRequest, match="Query is too old"):
        await update.callback_query.answer()

    await bot.edit_message_text("Thank you", mei.id, sent.message_id)
    seen = await mei.sees("Thank you")
    assert (seen.id, seen.edits, seen.buttons, mei.spinning) == (sent.message_id, 1, [], [])
    with pytest.raises(AssertionError, match="no button 'Leaks'"):
        await mei.taps("Leaks")
    assert "Mei taps f:1" in mei.transcript()


async def test_edits_are_refused_as_telegram_refuses_them(bot: Bot, mei: User) -> None:
    sent = await bot.send_message(mei.id, "Hello", reply_markup=_inline([("A", "a")]))
    keyed = await bot.send_message(mei.id, "Keys", reply_markup=ReplyKeyboardMarkup([["A"]]))
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await bot.edit_message_text(" Hello ", mei.id, sent.message_id, reply_markup=_inline([("A", "a")]))
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(mei.id, sent.message_id, reply_markup=_inline([("A", "a")]))
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Other", mei.id, keyed.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("Other", mei.id, 9999)
    assert await bot.delete_message(mei.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(mei.id, sent.message_id)


@pytest.mark.parametrize(
    ("text", "mode", "reason"),
    [
        ("", None, "Message text is empty"),
        ("<b> </b>", "HTML", "Text must be non-empty"),
        ("x" * 4097, None, "Message is too long"),
        ("🔧" * 2049, None, "Message is too long"),
        ("<b>open", "HTML", "Can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("1 < 2", "HTML", 'Can\'t parse entities: Unsupported start tag "" at byte offset 2'),
        ("水 <x>", "HTML", 'Can\'t parse entities: Unsupported start tag "x" at byte offset 4'),
        ("<b>a</i>", "HTML", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("Done.", "MarkdownV2", "Character '\\.' is reserved and must be escaped with the preceding"),
        ("*Done", "MarkdownV2", "Can't find end of Bold entity at byte offset 0"),
        ("x", "BBCode", "Unsupported parse_mode"),
    ],
)
async def test_texts_are_refused_as_telegram_refuses_them(
    bot: Bot, mei: User, text: str, mode: str | None, reason: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){reason}"):  # the library changes the case of descriptions
        await bot.send_message(mei.id, text, mode)
    assert mei.messages == []


@pytest.mark.parametrize(
    ("text", "mode", "shown", "kinds"),
    [
        ("🔧" * 2048, None, "🔧" * 2048, []),
        ("<b>" + "x" * 4096 + "</b>", "HTML", "x" * 4096, ["bold"]),
        ("a &lt;<i>b</i>&gt; <a href='https://e.org/?a=1&amp;b=2'>c</a>", "HTML", "a <b> c", ["italic", "text_link"]),
        ("*a* _b_ __c__ ~d~ `e.` [f](https://e.org/) 1\\.", "MarkdownV2", "a b c d e. f 1.", None),
        (">quoted\nplain", "MarkdownV2", "quoted\nplain", ["blockquote"]),
    ],
)
async def test_lengths_are_counted_after_parsing(
    bot: Bot, mei: User, text: str, mode: str | None, shown: str, kinds: list[str] | None
) -> None:
    sent = await bot.send_message(mei.id, text, mode)
    assert (sent.text, mei.last.text) == (shown, shown)
    assert kinds is None or [entity.type for entity in sent.entities] == kinds


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (_inline([("A", "é" * 33)]), "Button_data_invalid"),
        (_inline(*[[("A", "a")]] * 101), "Reply markup is too long"),
        (_inline([("A", "a")] * 9), "at most 8 buttons a row"),
        (_inline([("", "a")]), "Inline keyboard button text must be non-empty"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("A")]]), "text buttons are unallowed in the inline keyboard"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="a", url="https://e.org")]]), "exactly one"),
    ],
)
async def test_keyboards_are_refused_as_telegram_refuses_them(
    bot: Bot, mei: User, markup: InlineKeyboardMarkup, reason: str
) -> None:
    with pytest.raises(BadRequest, match=reason):
        await bot.send_message(mei.id, "Choose", reply_markup=markup)


async def test_a_reply_keyboard_shares_the_phone_number_in_private_chats_only(
    api: FakeBotApi, bot: Bot, mei: User
) -> None:
    markup = ReplyKeyboardMarkup([[KeyboardButton("My number", request_contact=True)], ["Skip"]])
    crew = api.group("Crew")
    with pytest.raises(BadRequest, match="Phone number can be requested in private chats only"):
        await bot.send_message(crew.id, "Number?", reply_markup=markup)
    await bot.send_message(mei.id, "Number?", reply_markup=markup)
    await mei.taps("My number")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.contact is not None
    assert (message.contact.user_id, message.contact.phone_number) == (mei.id, mei.phone)
    await bot.send_message(mei.id, "Thanks", reply_markup=ReplyKeyboardRemove())
    with pytest.raises(AssertionError, match="no button 'Skip'"):
        await mei.taps("Skip")


async def test_photos_go_both_ways(api: FakeBotApi, bot: Bot, mei: User) -> None:
    await mei.sends_photo(_picture(), caption="It leaks", media_group_id="album")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert (message.caption, message.media_group_id) == ("It leaks", "album")
    file = await bot.get_file(message.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == _picture()

    await bot.send_photo(mei.id, _picture(9, 9), caption="Like this?")
    await bot.send_photo(mei.id, message.photo[-1].file_id)
    assert [one.photo for one in mei.messages] == [_picture(9, 9), _picture()]
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(mei.id, _picture(), caption="x" * 1025)
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(mei.id, b"no picture")
    api.pass_time(3601)
    with pytest.raises(InvalidToken):
        await file.download_as_bytearray()


async def test_commands_and_answers_keep_their_limits(api: FakeBotApi, bot: Bot, mei: User) -> None:
    await bot.set_my_commands([BotCommand("new", "报修")], language_code="zh")
    assert api.commands == {("default", "zh"): (("new", "报修"),)}
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("New", "New")])
    with pytest.raises(BadRequest, match="Bot_commands_too_much"):
        await bot.set_my_commands([BotCommand(f"c{number}", "x") for number in range(101)])
    with pytest.raises(BadRequest, match="Invalid language code specified"):
        await bot.set_my_commands([BotCommand("new", "New")], language_code="zh-hans")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query("1", "x" * 201)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query("1")
    tapped = await mei.taps_data(await _asked(bot, mei), "forged")
    api.pass_time(151)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(str(tapped.body["id"]))


async def _asked(bot: Bot, user: User) -> Message:
    await bot.send_message(user.id, "Sure?", reply_markup=_inline([("Yes", "y")]))
    return user.last


async def test_the_bot_cannot_write_to_strangers_and_blockers(api: FakeBotApi, bot: Bot, mei: User) -> None:
    lin, crew, old = api.user("Lin"), api.group("Crew"), api.group("Old", kind="group")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(lin.id, "Hello")
    await crew.member(lin).says("Hi all")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(lin.id, "Hello")
    await mei.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(mei.id, "Hello")
    changed = (await bot.get_updates())[-1].my_chat_member
    assert changed is not None
    assert changed.new_chat_member.status == "kicked"
    await mei.unblocks()
    assert await bot.send_message(mei.id, "Hello")
    old.moves_to(crew)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old.id, "Hello")
    assert moved.value.new_chat_id == crew.id
    crew.kicks_bot(by=mei)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(crew.id, "Hello")


async def test_a_group_bot_hears_what_is_meant_for_it(api: FakeBotApi, bot: Bot, mei: User) -> None:
    crew = api.group("Crew", admin=False)
    member = crew.member(mei)
    await member.says("Lunch?")
    await member.says("/take 7")
    heard = [update.message.text for update in await bot.get_updates() if update.message]
    assert heard == ["/start", "/take 7"]
    await bot.send_message(crew.id, "Taken")
    assert (await member.sees("Taken")).chat_id == crew.id
    assert mei.messages == []


async def test_faults_strike_before_or_after_the_act(
    api: FakeBotApi, bot: Bot, mei: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it, RetryAfter warns when it is made
    api.fail("sendMessage", "too_many", retry_after=3)
    with pytest.raises(RetryAfter) as limited:
        await bot.send_message(mei.id, "A")
    assert limited.value.retry_after == timedelta(seconds=3)
    api.fail(kind="error500")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(mei.id, "B")
    api.fail(kind="drop_before")
    with pytest.raises(NetworkError):
        await bot.send_message(mei.id, "C")
    api.fail(kind="drop_after")
    with pytest.raises(NetworkError):
        await bot.send_message(mei.id, "D")
    api.fail(kind="delay", seconds=0.01)
    await bot.send_message(mei.id, "E")
    assert [one.text for one in mei.messages] == ["D", "E"]
    assert [call.status for call in api.calls if call.sends] == [429, 500, 0, 0, 200]
    assert (api.fastest(60).overall, api.fastest(60).chats) == (5, {mei.id: 5})


async def test_faults_at_a_rate_repeat_with_their_seed(api: FakeBotApi, bot: Bot, mei: User) -> None:
    struck = []
    for _ in range(2):
        api.heal()
        api.fail(rate=0.5, seed=7)
        results = await asyncio.gather(*[_fails(bot, mei) for _ in range(20)])
        struck.append(sum(results))
    assert struck[0] == struck[1]
    assert 0 < struck[0] < 20


async def _fails(bot: Bot, user: User) -> bool:
    try:
        await bot.send_chat_action(user.id, "typing")
    except NetworkError:
        return True
    return False


async def test_unconfirmed_updates_come_again(api: FakeBotApi, bot: Bot, mei: User) -> None:
    await mei.says("one")
    first = await bot.get_updates()
    assert await bot.get_updates() == first
    assert len(await bot.get_updates(limit=1)) == 1
    last = first[-1].update_id
    assert await bot.get_updates(offset=last + 1) == ()
    api.redeliver(await mei.says("two"))
    assert [update.update_id for update in await bot.get_updates(offset=last + 1)] == [last + 1, last + 1]
    assert await bot.get_updates(offset=last + 2) == ()
    await api.delivered()
    api.inject({"message": {"message_id": 1, "date": 0, "chat": {"id": mei.id, "type": "private"}, "text": "raw"}})
    assert (await bot.get_updates())[0].update_id == last + 2


async def test_a_long_poll_waits_and_yields_to_another(api: FakeBotApi, bot: Bot, mei: User) -> None:
    await bot.get_updates(offset=-1)
    await bot.get_updates(offset=api.world.queue.next_id)
    waiting = asyncio.create_task(bot.get_updates(offset=api.world.queue.next_id, timeout=30))
    await api.world.pulse.until(lambda: api.world.polls == 3 or None, 5)
    await mei.says("hello")
    assert len(await waiting) == 1
    older = asyncio.create_task(bot.get_updates(offset=api.world.queue.next_id, timeout=30))
    await api.world.pulse.until(lambda: api.world.polls == 4 or None, 5)
    async with _bot(api) as other:
        newer = asyncio.create_task(other.get_updates(offset=api.world.queue.next_id, timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await older
        await mei.says("again")
        assert len(await newer) == 1


async def test_leaving_releases_a_long_poll() -> None:
    async with FakeBotApi() as api, httpx.AsyncClient(base_url=api.url, trust_env=False) as client:
        poll = asyncio.create_task(client.get(f"/bot{api.token}/getUpdates", params={"timeout": 50}, timeout=60))
        await api.world.pulse.until(lambda: api.world.polls == 1 or None, 5)
    assert poll.done() or (await poll).json() == {"ok": True, "result": []}


async def test_a_webhook_gets_each_update_in_order_and_again_until_it_says_yes(
    api: FakeBotApi, bot: Bot, mei: User
) -> None:
    got: list[tuple[str | None, int]] = []
    answers = iter([500, 503, 200, 200])

    async def receive(request: Request) -> Response:
        update = BotUpdate.de_json(await request.json(), bot)
        got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update.update_id))
        return Response(status_code=next(answers))

    first, second = await mei.says("one"), await mei.says("two")
    async with serving(LoopbackServer(Starlette(routes=[Route("/hook", receive, methods=["POST"])]))) as root:
        await bot.get_updates(offset=first.id)
        await bot.set_webhook(f"{root}/hook", secret_token="s3cret")
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await bot.get_updates()
        await api.delivered()
        info = await bot.get_webhook_info()
        assert (info.url, info.last_error_message) == (
            f"{root}/hook",
            "Wrong response from the webhook: 503 Service Unavailable",
        )
        await bot.delete_webhook()
    assert got == [("s3cret", first.id)] * 3 + [("s3cret", second.id)]
    with pytest.raises(BadRequest, match=r"(?i)an HTTPS URL must be provided"):
        await bot.set_webhook("http://example.org/hook")


@pytest.mark.parametrize("how", ["json", "data", "params"])
async def test_every_way_of_sending_parameters_works_and_unknown_ones_are_refused(
    api: FakeBotApi, mei: User, how: str
) -> None:
    async with httpx.AsyncClient(base_url=f"{api.url}/bot{api.token}", trust_env=False) as client:
        fine = await client.request("POST", "/sendmessage", **{how: {"chat_id": mei.id, "text": "hi"}})  # type: ignore[arg-type]
        odd = await client.request("POST", "/sendMessage", **{how: {"chat_id": mei.id, "txt": "hi"}})  # type: ignore[arg-type]
        unknown = await client.get("/sendGift")
    assert fine.json()["result"]["text"] == "hi"
    assert odd.json()["description"] == 'Bad Request: strict fake: sendMessage takes no parameter "txt"'
    assert (odd.status_code, unknown.status_code) == (400, 404)


async def test_a_wrong_token_is_refused(api: FakeBotApi) -> None:
    async with httpx.AsyncClient(base_url=api.url, trust_env=False) as client:
        statuses = [(await client.get(f"/bot{token}/getMe")).status_code for token in ("123456:WRONG", "nonsense")]
    assert statuses == [401, 404]
