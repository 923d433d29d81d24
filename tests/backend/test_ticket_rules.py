"""The table of moves and the numbers of tickets. Rules only, no database."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.errors import WrongMove
from backend.journal import Role
from backend.tickets.rules import CLOSED, MOVES, OPEN, Kind, Prefix, Status, check_move, group_of, number

FACTS = tuple(sorted({fact for move in MOVES for fact in move.needs}))
WORK_DONE = {"presence", "cause", "solution", "minutes", "agreed"}


def reached(withheld: str) -> set[Status]:
    """Every status that a ticket can come to when one fact is never there."""
    facts, seen, todo = set(FACTS) - {withheld}, {Status.RECEIVED}, [Status.RECEIVED]
    while todo:
        source = todo.pop()
        for target in open_moves(source, facts):
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return seen


def open_moves(source: Status, facts: set[str]) -> Iterator[Status]:
    for target in Status:
        for role in Role:
            try:
                check_move(source, target, role, facts)
            except WrongMove:
                continue
            yield target


def ways(ends: Status) -> set[frozenset[str]]:
    """What was asked for on the way to the end, for every way from the beginning that there is in the table."""
    begin = (Status.RECEIVED, frozenset[str]())
    seen, todo = {begin}, [begin]
    while todo:
        status, asked = todo.pop()
        for move in MOVES:
            step = (move.target, asked | move.needs)
            if move.source is status and step not in seen:
                seen.add(step)
                todo.append(step)
    return {asked for status, asked in seen if status is ends}


@pytest.mark.parametrize("fact", sorted(WORK_DONE))
def test_no_job_is_confirmed_or_even_asked_about_unless_all_of_it_was_done(fact: str) -> None:
    assert not reached(fact) & {Status.REPAIRED, Status.AWAITING, Status.CONFIRMED}


def test_no_path_leads_to_closed_without_the_work_and_the_customers_word_or_its_marked_absence() -> None:
    assert all(asked >= WORK_DONE for asked in ways(Status.CONFIRMED))
    for asked in ways(Status.UNANSWERED):
        assert "reminders" in asked
        assert asked >= WORK_DONE or asked >= {"presence", "photo"}


def test_silence_never_counts_as_a_signature() -> None:
    silent = [move for move in MOVES if Role.SYSTEM in move.roles and move.target in CLOSED]
    assert {move.target for move in silent} == {Status.UNANSWERED}
    assert all("reminders" in move.needs for move in silent)


def test_with_its_facts_a_ticket_can_come_to_every_status() -> None:
    assert reached("nothing") == set(Status)


def test_every_way_to_confirmed_goes_through_accepted_and_diagnosed() -> None:
    for barrier in (Status.ACCEPTED, Status.DIAGNOSED, Status.REPAIRED, Status.AWAITING):
        seen, todo = {barrier, Status.RECEIVED}, [Status.RECEIVED]
        while todo:
            targets = {move.target for move in MOVES if move.source is todo[-1]} - seen
            todo.pop()
            seen |= targets
            todo += targets
        assert Status.CONFIRMED not in seen, barrier


@given(st.sampled_from(Status), st.sampled_from(Status), st.sampled_from(Role), st.sets(st.sampled_from(FACTS)))
def test_a_move_that_is_not_in_the_table_is_refused(
    source: Status, target: Status, role: Role, facts: set[str]
) -> None:
    lines = [move for move in MOVES if (move.source, move.target) == (source, target)]
    allowed = any(role in line.roles and line.needs <= facts for line in lines)
    if allowed:
        assert check_move(source, target, role, facts) in lines
    else:
        with pytest.raises(WrongMove):
            check_move(source, target, role, facts)


def test_the_table_has_one_line_for_a_move() -> None:
    assert len({(move.source, move.target) for move in MOVES}) == len(MOVES)


def test_only_the_customer_or_the_desk_for_one_says_that_it_is_solved_and_nothing_leads_on_from_the_end() -> None:
    assert [move.roles for move in MOVES if move.target is Status.CONFIRMED] == [{Role.CUSTOMER, Role.DESK}]
    over = {Status.UNANSWERED, Status.CONFIRMED}
    assert {move.source for move in MOVES} == OPEN | over
    assert {move.target for move in MOVES if move.source in over} == {Status.OBJECTED}


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "001"), (42, "042"), (999, "999"), (1000, "1000"), (12345, "12345")]
)
def test_numbers_count_on_past_999(count: int, expected: str) -> None:
    assert number(Prefix.TICKET, date(2024, 5, 1), count) == f"SN20240501{expected}"


@given(st.integers(1, 100_000), st.integers(1, 100_000))
def test_two_counts_of_a_day_never_share_a_number(one: int, other: int) -> None:
    assert (number(Prefix.TICKET, date(2024, 5, 1), one) == number(Prefix.TICKET, date(2024, 5, 1), other)) == (
        one == other
    )


def test_every_kind_of_request_has_a_group() -> None:
    assert {group_of(kind) for kind in Kind} == {"hardware", "software"}
